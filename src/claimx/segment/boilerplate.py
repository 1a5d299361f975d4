"""Mark what is no part of the article: menus, adverts, disclaimers. Nothing is cut; `skip` holds the reason."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from claimx.segment.blocks import Block
from claimx.segment.names import clean_heading
from claimx.segment.rules import BoilerplateRule, Scope, SegmentRules
from claimx.segment.wrap import ends_sentence

_LONGEST_WHOLE = 400
_MOST_TEASER_WORDS = 20
_TEASED = {"read_more"}
_LISTS_OF_LINES = {"navigation", "read_more", "references", "comments"}
# "12 comments" or "Related articles" near the top is a link, and the article comes behind it
_EARLIEST_END_MATTER = 1 / 3


@dataclass(frozen=True, slots=True)
class ActiveRules:
    """The rules whose key occurs in one article, by scope."""

    by_scope: dict[Scope, tuple[BoilerplateRule, ...]]

    def reason(self, scope: Scope, text: str) -> str:
        """The reason of the first rule of this scope that matches, or ""."""
        rules = self.by_scope[scope]
        if not rules:
            return ""
        lower = text.lower()
        for rule in rules:
            if rule.key in lower and _matches(rule, text):
                return rule.reason
        return ""


def activate(text: str, rules: SegmentRules) -> ActiveRules:
    """Most rules drop out here by one fast search for their key."""
    lower = text.lower()
    keys = {key for key in {rule.key for rule in rules.boilerplate} if key in lower}
    active = [rule for rule in rules.boilerplate if rule.key in keys]
    scopes: tuple[Scope, ...] = ("whole", "start", "opening", "sentence", "section")
    return ActiveRules({scope: tuple(rule for rule in active if rule.scope == scope) for scope in scopes})


def _matches(rule: BoilerplateRule, text: str) -> bool:
    if rule.scope == "sentence":
        return rule.pattern.search(text) is not None
    if rule.scope in {"start", "opening"}:
        return rule.pattern.match(text) is not None and len(text.split(None, rule.max_words)) <= rule.max_words
    return rule.pattern.fullmatch(text) is not None


def mark_blocks(text: str, blocks: list[Block], active: ActiveRules) -> None:
    """Set `skip` on whole blocks. Sentences inside other blocks are judged one by one with scope "sentence"."""
    for block in blocks:
        if not block.skip:
            block.skip = _block_reason(text, block, active)
    _mark_site_name(text, blocks)
    _mark_teasers(text, blocks)
    _mark_sections(text, blocks, active)


def sentence_reason(sentence: str, block: Block, active: ActiveRules) -> str:
    """Why one sentence of a block is to be skipped, or ""."""
    return block.skip or active.reason("opening", sentence) or active.reason("sentence", sentence)


def _block_reason(text: str, block: Block, active: ActiveRules) -> str:
    words = text[block.start : min(block.end, block.start + _LONGEST_WHOLE * 4)]
    if block.end - block.start <= _LONGEST_WHOLE:
        # without a stop at its end the whole block is one link
        unstopped = not ends_sentence(text, block.start, block.end)
        reason = active.reason("opening", words.lstrip("*_[ ")) if unstopped else ""
        if reason := reason or active.reason("whole", clean_heading(words)):
            return reason
    return active.reason("start", words.lstrip("*_[ "))


def _mark_site_name(text: str, blocks: list[Block]) -> None:
    """The line above the menu that opens a page."""
    if len(blocks) < 2 or blocks[0].skip or blocks[1].skip != "navigation":
        return
    if not ends_sentence(text, blocks[0].start, blocks[0].end):
        blocks[0].skip = "navigation"


def _mark_teasers(text: str, blocks: list[Block]) -> None:
    """The headline of another article, with its "Read more" in the next line."""
    for block, following in pairwise(blocks[1:]):
        if following.skip not in _TEASED or block.skip or block.type not in {"heading", "paragraph"}:
            continue
        if text[block.start].islower():
            continue
        short = len(text[block.start : block.end].split(None, _MOST_TEASER_WORDS)) <= _MOST_TEASER_WORDS
        if short and not ends_sentence(text, block.start, block.end):
            block.skip = following.skip


def _mark_sections(text: str, blocks: list[Block], active: ActiveRules) -> None:
    rules = active.by_scope["section"]
    current: BoilerplateRule | None = None
    level = 0
    for at, block in enumerate(blocks):
        if block.type in {"heading", "title"} or _stands_alone(text, block):
            words = clean_heading(text[block.start : block.end])
            found = _section_rule(words, rules) if len(words) <= _LONGEST_WHOLE else None
            late = block.level or block.start >= len(text) * _EARLIEST_END_MATTER
            if (
                found is not None
                and (late or not _runs_on(found))
                and _has_evidence(text, blocks[at + 1 : at + 3], found)
            ):
                current, level = found, block.level
                block.skip = block.skip or found.reason
                continue
            if block.type == "heading" and current is not None and _ends_section(block, current, level):
                current = None
        if current is None or block.skip:
            continue
        if current.evidence is None or current.evidence.search(text, block.start, block.end):
            block.skip = current.reason
        elif block.type == "paragraph":
            current = None


def _section_rule(words: str, rules: tuple[BoilerplateRule, ...]) -> BoilerplateRule | None:
    lower = words.lower()
    return next((rule for rule in rules if rule.key in lower and rule.pattern.fullmatch(words)), None)


def _has_evidence(text: str, following: list[Block], rule: BoilerplateRule) -> bool:
    return rule.evidence is None or any(rule.evidence.search(text, b.start, b.end) for b in following)


def _stands_alone(text: str, block: Block) -> bool:
    return block.type == "paragraph" and block.end - block.start <= 60 and "\n" not in text[block.start : block.end]


def _ends_section(block: Block, rule: BoilerplateRule, level: int) -> bool:
    """A heading of no deeper level. Plain lines carry none, and in a list of links each looks like a heading."""
    if block.level and level:
        return block.level <= level
    if block.level:
        return True
    return not _runs_on(rule)


def _runs_on(rule: BoilerplateRule) -> bool:
    """Whether only a marked heading can end the section, since its own lines look like headings."""
    return rule.reason in _LISTS_OF_LINES
