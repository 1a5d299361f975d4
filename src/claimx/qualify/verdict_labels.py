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
# in the same line or the next, with a label of its own or none: "Verdict: false."
_REPLY = (
    r"[ \t\"”’*_)]*\n?\s*[*_\"“]{{0,3}}(?:(?:{labels})[*_]{{0,3}} ?[:–—][*_ ]*)?"
    r"(?P<said>[^.!?;:,\n]{{2,40}}?)[*_ ]*(?:[.!\n]|$)"
)


class VerdictLabels:
    """Finds the words of a label, or of a reply, that calls false what stands beside it."""

    def __init__(self, words: Sequence[str], *, replies: Sequence[str], judging: Sequence[str]) -> None:
        self._replies = frozenset(replies)
        self._pattern = re.compile(f"{_AHEAD}|{_BEHIND}".format(words=_either(words)), re.IGNORECASE)
        self._behind = re.compile(_REPLY.format(labels=_either(judging)), re.IGNORECASE)

    def revise(self, told: tuple[Polarity, str], *, sentence: Sentence, text: str) -> tuple[Polarity, str]:
        """What a sentence of the article's `text` told, once its label or the reply to it is read.

        "Myth: zinc does not help" is taken back; no reply affirms what is denied.
        """
        affirmed = told[0] == "affirmed"
        if label := self._label(sentence.text):
            # "Myth: eggs raise cholesterol" may be denied by the label's own words already
            return ("negated", label) if affirmed or told[1].lower() in label.lower() else ("affirmed", "")
        reply = self._reply(text, sentence.end) if affirmed else ""
        return ("negated", reply) if reply else told

    def _label(self, sentence: str) -> str:
        """The label of a sentence that denies it, "" for none."""
        found = self._pattern.search(sentence.strip())
        return found.group().strip(' *_:–—-.…()[]"“”!') if found is not None else ""

    def _reply(self, text: str, end: int) -> str:
        """The short sentence right behind a sentence's `end` that denies all of it, "" for none."""
        reply = self._behind.match(text, end)
        return reply["said"] if reply is not None and reply["said"].lower().replace("’", "'") in self._replies else ""


def _either(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
