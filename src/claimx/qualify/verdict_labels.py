"""Labels and replies that call false what a line tells: "Myth: zinc cures colds", "Zinc cures colds. It doesn't."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimx.records import Polarity, Sentence

# before what it judges, with a number or none, and behind it
_AHEAD = (
    r"^[*_\W]{{0,4}}(?:{words})(?: ?(?:no\.? ?|number |#)?\d{{1,2}})?[*_\"”’]{{0,3}} ?(?::|–|—|\.(?= ?[A-Z])|-(?= ))"
)
_BEHIND = r"(?::|–|—| -|\.\.\.|…) ?[*_(\[\"“]{{0,3}}(?:{words})[)\]*_\"”!.]{{0,4}}$"
_REPLY = re.compile(r"[ \t\"”’*_)]*([^.!?;:,\n]{2,40})[.!]")


class VerdictLabels:
    """Finds the words of a label, or of a reply, that calls false what stands beside it."""

    def __init__(self, words: Sequence[str], *, replies: Sequence[str]) -> None:
        self._replies = frozenset(replies)
        either = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
        self._pattern = re.compile(f"{_AHEAD}|{_BEHIND}".format(words=either), re.IGNORECASE)

    def revise(self, told: tuple[Polarity, str], *, sentence: Sentence, text: str) -> tuple[Polarity, str]:
        """What a sentence of the article's `text` told, once its label or the reply to it is read.

        "Myth: zinc does not help" is taken back; no reply affirms what is denied.
        """
        affirmed = told[0] == "affirmed"
        if label := self._label(sentence.text):
            return ("negated", label) if affirmed else ("affirmed", "")
        reply = self._reply(text, sentence.end) if affirmed else ""
        return ("negated", reply) if reply else told

    def _label(self, sentence: str) -> str:
        """The label of a sentence that denies it, "" for none."""
        found = self._pattern.search(sentence.strip())
        return found.group().strip(' *_:–—-.…()[]"“”!') if found is not None else ""

    def _reply(self, text: str, end: int) -> str:
        """The short sentence right behind a sentence's `end` that denies all of it, "" for none."""
        reply = _REPLY.match(text, end)
        return reply[1] if reply is not None and reply[1].lower().replace("’", "'") in self._replies else ""
