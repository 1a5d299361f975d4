"""Find where sentences end in a block of prose. Purely by rule: characters here, words in `data/segment/`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from claimx.segment.rules import SegmentRules

LONGEST_SENTENCE = 3000
_EMOJI = "\u2600-\u27bf\u2b50\u2b55\ufe0f\u200d\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff"
_SMILEY = r"[:;=]['’]?-?[)(DPp](?!\w)"
_CLOSERS = "\"'”’»)\\]}*_"
_OPENERS = "\"'“‘«([{*_¿¡"
# a stop, the quotes, brackets and note numbers that belong to it, and what follows; possessive, so that it stays linear
_STOP = re.compile(
    rf"(?<![.!?…‽])(?P<mark>[.!?…‽]++)"
    rf"(?P<close>[{_CLOSERS}]*+(?:\[\d{{1,3}}(?:[,–-]\s?\d{{1,3}}){{0,9}}\]|[⁰¹²³⁴-⁹])*+)"
    rf"(?:(?P<gap>\s++)(?P<emoji>(?:(?:[{_EMOJI}]|{_SMILEY})\s*+)*+)"
    rf"|(?P<note>\d{{1,3}}(?:[,–-]\d{{1,3}}){{0,9}}\s++(?=[A-Z][a-z]*+\s))"
    rf"|(?P<glued>(?=[{_OPENERS}]?[A-Z]|\(\d)))"
    rf"|(?<=[\w)])\s(?P<only>[{_EMOJI}]++)(?P<after>\s++)(?=[A-Z])"
    rf"|(?P<wide>[。！？][」』）”]*+)"
)
# "LONDON (Agency) - ", "THURSDAY, May 5 (News) -- ": the place and the agency, or the day, before a report
_DATELINE = re.compile(
    r"[A-Z][A-Z.,'’ ]{2,30}(?:"
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})? ?)(?:\([A-Z][\w .-]{1,30}\) ?)?"
    r"|\([A-Z][\w .-]{1,30}\) ?)"
    r"(?:--|[-–—])\s(?=[\"“]?[A-Z])"
)
_EMPHASIS = "*_"
_DASHES = "–—"
_BRACKETS = (")", "]")
_LAST_TOKEN = re.compile(r"[^\s()\[\]{}\"“”«»/]+\Z")
_NEXT_WORD = re.compile(rf"[{_OPENERS}\s]*([\w'’-]+)")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]\Z")
_ADDRESS = re.compile(r"://|www\.|@|\.(?:com|org|net|gov|edu|co|io|uk|au|html?|pdf|js)\b", re.IGNORECASE)
# how far back an opening bracket or a head such as "vitamins A, C and" is looked for
_LOOK_BACK = 48
_LONGEST_ASIDE = 200
# shorter ones may be abbreviations that no list knows
_SHORTEST_PLAIN_WORD = 4


def split_sentences(text: str, start: int, end: int, *, rules: SegmentRules) -> Iterator[tuple[int, int]]:
    """Offsets of the sentences in `text[start:end]`, without the white space around them."""
    begin = _skip_space(text, start, end)
    dateline = _DATELINE.match(text, begin, end)
    if dateline is not None:
        yield begin, _skip_space_back(text, begin, dateline.end())
        begin = start = dateline.end()
    asides = _Asides(text, start, end)
    for match in _STOP.finditer(text, start, end):
        if match["wide"]:
            cut = match.end()
        elif match["only"] is not None:
            if text.count(" ", begin, match.start()) < 3:
                continue
            cut = match.end("only")
        else:
            if asides.holds(match.start(), begin) or not _ends_sentence(text, match, begin, rules):
                continue
            cut = _end_of_stop(match)
        following = _skip_space(text, match.end(), end)
        if cut > begin and following < end:
            yield begin, cut
            begin = following
    last = _skip_space_back(text, begin, end)
    if last > begin:
        yield begin, last


def cut_long(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans of at most LONGEST_SENTENCE characters; longer ones are cut at white space, for the parser's sake."""
    for start, end in spans:
        while end - start > LONGEST_SENTENCE:
            cut = text.rfind(" ", start + LONGEST_SENTENCE // 2, start + LONGEST_SENTENCE)
            cut = cut if cut > 0 else start + LONGEST_SENTENCE
            yield start, cut
            start = _skip_space(text, cut, end)
        yield start, end


def _end_of_stop(match: re.Match[str]) -> int:
    if match["emoji"]:
        return match.start("emoji") + len(match["emoji"].rstrip())
    if match["note"]:
        return match.start("note") + len(match["note"].rstrip())
    return match.end("close")


def _skip_space(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _skip_space_back(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


class _Asides:
    """Brackets that open inside a sentence: a stop within one ends no sentence. Walks forward once: linear."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text, self._end = text, end
        self._open, self._close = start, start

    def holds(self, position: int, begin: int) -> bool:
        while self._close <= position:
            opened = self._text.find("(", self._close, position)
            if opened < 0:
                self._close = max(self._close, position)
                return False
            closed = self._text.find(")", opened, min(opened + _LONGEST_ASIDE, self._end))
            self._open, self._close = opened, closed if closed > 0 else opened + 1
        return begin < self._open < position < self._close


def _ends_sentence(text: str, match: re.Match[str], begin: int, rules: SegmentRules) -> bool:
    mark, at = match["mark"], match.start()
    following = match.end()
    if following >= len(text):
        return True
    next_char = text[following]
    if match["glued"] is not None:
        return _glued_end(text, match, begin, rules)
    if match["note"]:
        return at > 0 and text[at - 1].islower()
    if next_char in _DASHES and next_char in text[begin:at]:
        # "ginger – yes, really! – eases nausea"
        return not text[following + 1 :][:2].strip().islower()
    if mark == ".":
        return _stop_ends(text, at, match, begin, rules)
    if next_char.islower():
        # "Is it safe?" he asked, but: is it safe? it is
        return not match["close"].strip(_EMPHASIS) and mark[-1] in "!?"
    if mark[0] in "….":
        return _next_word(text, following) in rules.starters or next_char.isupper()
    return True


def _glued_end(text: str, match: re.Match[str], begin: int, rules: SegmentRules) -> bool:
    """Sentences run together without a space: "rich in B12.Zinc helps", but not a web address or "Ph.D"."""
    at, following = match.start(), match.end()
    before = _last_token(text, max(begin, at - _LOOK_BACK), at)
    if match["mark"] not in {".", "!", "?"} or not (before or text[at - 1 : at] in _BRACKETS):
        return False
    if _ADDRESS.search(text[max(begin, at - _LONGEST_ASIDE) : at].rsplit(None, 1)[-1]):
        return False
    word = _NEXT_WORD.match(text, following)
    if word is None:
        return True
    after = text[following : following + _LOOK_BACK].split(None, 1)[0]
    if _ADDRESS.search(after) or _ADDRESS.search(f"{before}.{word[1]}"):
        return False
    tail = before.rsplit(".", 1)[-1].rstrip("\"'”’*_")
    if before and (len(tail) < 2 or not (tail[-1].islower() or tail[-1].isdigit())):
        return False
    return word[1] in rules.starters or word[1][1:2].islower()


def _last_token(text: str, start: int, end: int) -> str:
    found = _LAST_TOKEN.search(text, start, end)
    return found[0] if found else ""


def _next_word(text: str, start: int) -> str:
    found = _NEXT_WORD.match(text, start, start + _LOOK_BACK)
    return found[1] if found else ""


def _stop_ends(text: str, at: int, match: re.Match[str], begin: int, rules: SegmentRules) -> bool:
    """Whether a single full stop before white space ends its sentence."""
    token = _last_token(text, max(begin, at - _LOOK_BACK), at).lstrip("'’*_-–—+~")
    next_char = text[match.end()]
    word = _next_word(text, match.end())
    if not token:
        return not next_char.islower() or word.capitalize() in rules.starters
    if token.isdigit() and len(token) <= 2 and at - len(token) <= begin + 1:
        return False
    kind = rules.abbreviations.get(token) or rules.abbreviations.get(token.lower())
    if kind is None and _ACRONYM.search(token):
        kind = "acronym"
    if match["close"].strip(_EMPHASIS) and kind not in {"inside", "name"}:
        return not next_char.islower()
    if kind is not None:
        return _abbreviation_ends(kind, next_char, word, rules)
    if len(token) == 1 and token.isalpha() and token.isupper():
        return _letter_ends(text, at, begin, word, rules)
    if next_char.islower():
        plain = token.isalpha() and len(token) >= _SHORTEST_PLAIN_WORD
        return not match["close"].strip(_EMPHASIS) and (plain or word.capitalize() in rules.starters)
    return True


def _abbreviation_ends(kind: str, next_char: str, word: str, rules: SegmentRules) -> bool:
    if kind == "inside" or next_char.islower():
        return False
    if kind == "name":
        return False
    if kind == "number":
        return not next_char.isdigit()
    if kind == "loose":
        return next_char.isupper() or next_char in _OPENERS
    return word in rules.starters


def _letter_ends(text: str, at: int, begin: int, word: str, rules: SegmentRules) -> bool:
    """A capital and a stop: the end of "vitamin D.", not "E. coli" or an initial."""
    if not word or word[0].islower() or word.lower() in rules.species:
        return False
    if word in rules.starters and len(word) > 1:
        return True
    before = text[max(begin, at - _LOOK_BACK) : at - 1].lower().replace("-", " ")
    return any(part.strip(".,;:()*_\"'") in rules.letter_heads for part in before.split())
