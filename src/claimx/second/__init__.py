"""A second reader: a small network that weighs every pair of a nutrient and an object, beside the rules."""

from claimx.second.reader import Least, SecondReader, Weighed, load_second_reader

__all__ = ["Least", "SecondReader", "Weighed", "load_second_reader"]
