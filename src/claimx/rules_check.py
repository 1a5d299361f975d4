"""Run every rule's examples and decoys through the whole pipeline, as a person who edits a rule would."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimx.errors import ClaimxError
from claimx.pipeline import Extractor
from claimx.records import Claim
from claimx.relate.content_frames import ContentFrame
from claimx.relate.rules import Rule
from claimx.score import Comparer, load_comparer


def choose_rules(extractor: Extractor, wanted: Sequence[str] = ()) -> list[Rule | ContentFrame]:
    """The rules of these ids and relations, in the order of the files; all when none is named.

    Raises ClaimxError for a name that is neither.
    """
    rules: list[Rule | ContentFrame] = [*extractor.relater.rules.rules, *extractor.relater.contents]
    known = {name for rule in rules for name in (rule.id, rule.relation)}
    for name in wanted:
        if name not in known:
            raise ClaimxError(f'no rule and no relation is called "{name}"')
    return [rule for rule in rules if not wanted or {rule.id, rule.relation} & set(wanted)]


def check_rules(extractor: Extractor, rules: Sequence[Rule | ContentFrame]) -> list[str]:
    """One line for each example that is not read as it says and each decoy that its rule reads; empty when all is well.

    An example passes when its claims ("zinc | colds") are the claims of the rule's relation in it, whichever rule of
    that relation found them; names are compared as the scorer does.
    """
    comparer = load_comparer(extractor.data)
    texts = [text for rule in rules for text in _texts(rule)]
    read = dict(zip(texts, extractor.pipe(texts), strict=True))
    return [fault for rule in rules for fault in _faults(rule, read, comparer=comparer)]


def _texts(rule: Rule | ContentFrame) -> list[str]:
    return [*(example.text for example in rule.examples), *rule.decoys]


def _faults(rule: Rule | ContentFrame, read: dict[str, list[Claim]], *, comparer: Comparer) -> Iterator[str]:
    for example in rule.examples:
        claims = [claim for claim in read[example.text] if claim.relation == rule.relation]
        if not _same(example.claims, claims, comparer=comparer):
            found = "; ".join(sorted(_show(claim) for claim in claims)) or "nothing"
            yield f"{rule.path}: {rule.id}: expected {'; '.join(example.claims)} but got {found} in: {example.text}"
    for decoy in rule.decoys:
        for claim in read[decoy]:
            if claim.rule_id == rule.id:
                yield f"{rule.path}: {rule.id}: expected nothing but got {_show(claim)} in the decoy: {decoy}"


def _same(expected: tuple[str, ...], claims: list[Claim], *, comparer: Comparer) -> bool:
    left = list(claims)
    for pair in expected:
        nutrient, _, found = (part.strip() for part in pair.partition("|"))
        match = next((claim for claim in left if _is(claim, nutrient, found=found, comparer=comparer)), None)
        if match is None:
            return False
        left.remove(match)
    return not left


def _is(claim: Claim, nutrient: str, *, found: str, comparer: Comparer) -> bool:
    names = {comparer.name(claim.nutrient.name), comparer.name(claim.nutrient.surface)}
    objects = (claim.object.name, claim.object.surface) if claim.object else ("",)
    return comparer.name(nutrient) in names and any(comparer.objects_agree(found, item) for item in objects)


def _show(claim: Claim) -> str:
    return f"{claim.nutrient.name} | {claim.object.surface if claim.object else ''}".rstrip()
