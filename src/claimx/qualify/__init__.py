"""Qualifying: polarity, certainty, evidence, attribution, population and class of a claim that has been found."""

from claimx.qualify.qualifier import Qualifier

__all__ = ["Qualifier"]
