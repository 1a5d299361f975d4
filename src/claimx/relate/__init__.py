"""Relating: a parsed sentence and its mentions in, claims out, by the rules of `data/rules/`."""

from claimx.relate.relater import Relater

__all__ = ["Relater"]
