"""Doses, durations, routes, dosage forms and timing, found on characters so that no tokenizer can hide them."""

from claimx.dose.convert import convert_iu
from claimx.dose.find import find_doses
from claimx.dose.usage import Detail, Duration, Usage, describe_usage, find_durations, find_usage

__all__ = [
    "Detail",
    "Duration",
    "Usage",
    "convert_iu",
    "describe_usage",
    "find_doses",
    "find_durations",
    "find_usage",
]
