"""Labels that say whether what a line tells is so: "Myth: zinc cures colds", "Good for your heart: FALSE"."""

from __future__ import annotations

import re
from collections.abc import Sequence

# before what it judges, with a number or none, and behind it
_AHEAD = (
    r"^[*_\W]{{0,4}}(?:{words})(?: ?(?:no\.? ?|number |#)?\d{{1,2}})?[*_\"”’]{{0,3}} ?(?::|–|—|\.(?= ?[A-Z])|-(?= ))"
)
_BEHIND = r"(?::|–|—| -|\.\.\.|…) ?[*_(\[\"“]{{0,3}}(?:{words})[)\]*_\"”!.]{{0,4}}$"


class VerdictLabels:
    """Finds the words of a label that calls false what stands beside it."""

    def __init__(self, words: Sequence[str]) -> None:
        either = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
        self._pattern = re.compile(f"{_AHEAD}|{_BEHIND}".format(words=either), re.IGNORECASE)

    def denying(self, sentence: str) -> str:
        """The label of a sentence that denies it, "" for none."""
        found = self._pattern.search(sentence.strip())
        return found.group().strip(' *_:–—-.…()[]"“”!') if found is not None else ""
