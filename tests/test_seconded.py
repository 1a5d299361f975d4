"""What is made of the chances of the second reader: claims of its own, and rules' claims that it doubts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimx.pipeline import Extractor
from claimx.records import Article, Claim, Relation
from claimx.second import Least, Weighed
from claimx.second.network import RELATIONS
from claimx.seconded import is_doubted, second_claims, with_chances
from claimx.topic import Context

LEAST = Least(named=0.8, unnamed=0.8, denied=0.3, doubted=0.05)


def read(text: str, extractor: Extractor) -> tuple[Context, list[Claim]]:
    reading = extractor.read(Article(id="a", text=text))
    context = Context(reading.article, reading.sentences, reading.mentions, reading.parses, extractor.relater.words)
    return context, extractor.relate(reading)


def pair(
    context: Context, nutrient: str, relation: Relation, found: str, *, chance: float, denied: float = 0.0
) -> Weighed:
    """A pair of mentions by their surfaces, the object's last; a nutrient that its sentence lacks is named before."""
    named = next(item for mentions in context.mentions for item in mentions if item.surface == nutrient)
    number, item = next(
        (number, item)
        for number in reversed(range(len(context.mentions)))
        for item in context.mentions[number]
        if item.surface == found
    )
    return Weighed(
        number=number, nutrient=named, object=item, before=named not in context.mentions[number], relation=relation,
        chances={each: chance if each == relation else 0.0 for each in RELATIONS}, denied=denied, state="intake",
        is_likely=chance >= LEAST.named, is_denied=denied > LEAST.denied,
    )  # fmt: skip


def told(claims: list[Claim]) -> list[tuple[str, str, str, str]]:
    return [
        (claim.nutrient.name, claim.relation, claim.object.surface, claim.polarity) for claim in claims if claim.object
    ]


@pytest.mark.parametrize(
    ("text", "pairs", "expected"),
    [
        pytest.param(
            "Nobody expected zinc to be the end of colds.",
            [("zinc", "TREATS", "colds", 0.9, 0.0)],
            [("zinc", "TREATS", "colds", "affirmed")],
            id="likely",
        ),
        pytest.param(
            "Nobody expected zinc to be the end of colds.", [("zinc", "TREATS", "colds", 0.7, 0.0)], [], id="unlikely"
        ),
        pytest.param(
            "Zinc was the end of colds.",
            [("Zinc", "TREATS", "colds", 0.9, 0.4)],
            [("zinc", "TREATS", "colds", "negated")],
            id="denied",
        ),
        pytest.param(
            "Copper and iron. Zinc eases colds.",
            [("Copper", "TREATS", "colds", 0.99, 0.0), ("Zinc", "PREVENTS", "colds", 0.99, 0.0)],
            [],
            id="a rule tells something of the object",
        ),
        pytest.param(
            "Zinc blocks the absorption of copper.",
            [("copper", "INTERACTS_WITH", "Zinc", 0.99, 0.0)],
            [],
            id="a rule tells it the other way round",
        ),
        pytest.param(
            "Zinc is cheap. Chronic inflammation wears down nerves.",
            [("Zinc", "WORSENS", "nerves", 0.99, 0.0)],
            [],
            id="an illness is the subject",
        ),
        pytest.param(
            "Zinc for Feet\n\nNeuropathy is a complication of diabetes. It wears down nerves.",
            [("Zinc", "WORSENS", "nerves", 0.99, 0.0)],
            [],
            id="it is the illness told of before",
        ),
        pytest.param(
            "Zinc is cheap. Nausea and headaches are likely.",
            [("Zinc", "CAUSES", "headaches", 0.99, 0.0)],
            [("zinc", "CAUSES", "headaches", "affirmed")],
            id="the illness is what is done",
        ),
        pytest.param(
            "Is zinc the end of colds?", [("zinc", "TREATS", "colds", 0.99, 0.0)], [], id="a question claims nothing"
        ),
        pytest.param(
            "Zinc was the end of colds and of flu.",
            [("Zinc", "TREATS", "colds", 0.9, 0.0), ("Zinc", "PREVENTS", "flu", 0.95, 0.0)],
            [("zinc", "PREVENTS", "flu", "affirmed"), ("zinc", "TREATS", "colds", "affirmed")],
            id="the likeliest first",
        ),
    ],
)
def test_own_claims(
    text: str,
    pairs: list[tuple[str, Relation, str, float, float]],
    expected: list[tuple[str, str, str, str]],
    extractor: Extractor,
) -> None:
    context, claims = read(text, extractor)
    weighed = [pair(context, *slots, chance=chance, denied=denied) for *slots, chance, denied in pairs]
    assert told(list(second_claims(weighed, claims, context))) == expected


@pytest.mark.parametrize(
    ("chance", "resolution", "relation", "doubted"),
    [
        (0.01, "ellipsis", "CAUSES", True),
        (0.06, "ellipsis", "CAUSES", False),
        (None, "ellipsis", "CAUSES", False),
        (0.01, "explicit", "CAUSES", False),
        (0.01, "pronoun", "CAUSES", False),
        (0.01, "ellipsis", "HAS_DOSE", False),
    ],
)
def test_what_a_rule_tells_of_a_sentence_without_a_nutrient_may_be_doubted(
    chance: float | None, resolution: str, relation: Relation, doubted: bool, extractor: Extractor
) -> None:
    _, (claim, *_) = read("Zinc causes nausea.", extractor)
    changed = replace(claim, chance=chance, resolution=resolution, relation=relation)  # type: ignore[arg-type]
    assert is_doubted(changed, LEAST) is doubted


def test_a_claim_gets_the_chance_of_its_own_pair(extractor: Extractor) -> None:
    context, claims = read("Zinc causes nausea. Iron eases fatigue.", extractor)
    weighed = [
        pair(context, "Zinc", "CAUSES", "nausea", chance=0.3),
        pair(context, "Iron", "CAUSES", "fatigue", chance=1),
    ]
    graded = with_chances(claims, weighed, context)
    assert {(claim.nutrient.name, claim.relation): claim.chance for claim in graded} == {
        ("zinc", "CAUSES"): 0.3,
        ("iron", "TREATS"): 0.0,
    }
