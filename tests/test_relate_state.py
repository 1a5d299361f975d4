"""Intake, deficiency or excess, read off the words around a nutrient."""

from __future__ import annotations

import pytest

from claimx.records import Relation, State
from claimx.relate.avoiding import is_withheld
from claimx.relate.claim_state import settle, stated_amount
from claimx.relate.fillers import Amount, Filler
from claimx.relate.state import nutrient_state
from drawn_parses import draw

CAUSE = "causes=cause/VERB/root [C fatigue/NOUN/obj/causes ]"


def subject(phrase: str) -> str:
    return f"{phrase} {CAUSE}"


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param(subject("[N Zinc/NOUN/nsubj/causes ]"), "intake", id="bare"),
        pytest.param(
            "[N Zinc/NOUN/nsubj/lower ] may/AUX/aux/lower lower/VERB/root [F pressure/NOUN/obj/lower ]",
            "intake",
            id="what lowers is not low",
        ),
        pytest.param(
            subject("[N Zinc/NOUN/compound/deficiency ] deficiency/NOUN/nsubj/causes"), "deficiency", id="compound"
        ),
        pytest.param(
            subject("[N Zinc/NOUN/compound/tablets ] tablets=tablet/NOUN/nsubj/causes"), "intake", id="carrier"
        ),
        pytest.param(
            subject("A/DET/det/lack lack/NOUN/nsubj/causes of/ADP/case/zinc [N zinc/NOUN/nmod/lack ]"),
            "deficiency",
            id="lack of",
        ),
        pytest.param(
            subject("A/DET/det/source source/NOUN/nsubj/causes of/ADP/case/zinc [N zinc/NOUN/nmod/source ]"),
            "intake",
            id="source of",
        ),
        pytest.param(
            subject("Low/ADJ/amod/levels levels=level/NOUN/nsubj/causes of/ADP/case/zinc [N zinc/NOUN/nmod/levels ]"),
            "deficiency",
            id="low levels",
        ),
        pytest.param(
            subject(
                "Reduced=reduce/VERB/amod/intake intake/NOUN/nsubj/causes of/ADP/case/zinc [N zinc/NOUN/nmod/intake ]"
            ),
            "deficiency",
            id="reduced intake",
        ),
        pytest.param(subject("Less/ADJ/amod/zinc [N zinc/NOUN/nsubj/causes ]"), "deficiency", id="less"),
        pytest.param(subject("More/ADJ/amod/zinc [N zinc/NOUN/nsubj/causes ]"), "intake", id="more"),
        pytest.param(
            subject("New/ADJ/amod/levels levels=level/NOUN/nsubj/causes of/ADP/case/zinc [N zinc/NOUN/nmod/levels ]"),
            "intake",
            id="new levels",
        ),
        pytest.param(
            subject("Too/ADV/advmod/much much/ADJ/amod/zinc [N zinc/NOUN/nsubj/causes ]"), "excess", id="too much"
        ),
        pytest.param(
            subject("So/ADV/advmod/much much/ADJ/amod/zinc [N zinc/NOUN/nsubj/causes ]"), "intake", id="so much"
        ),
        pytest.param(subject("Excess/ADJ/amod/zinc [N zinc/NOUN/nsubj/causes ]"), "excess", id="excess"),
        pytest.param(
            subject("High/ADJ/amod/doses doses=dose/NOUN/nsubj/causes of/ADP/case/zinc [N zinc/NOUN/nmod/doses ]"),
            "large",
            id="high doses",
        ),
        pytest.param(subject("High/ADJ/amod/zinc [N zinc/NOUN/nsubj/causes ]"), "large", id="high"),
        pytest.param(
            subject("High/ADJ/amod/milk -/PUNCT/punct/milk fat/NOUN/compound/milk [N milk/NOUN/nsubj/causes ]"),
            "intake",
            id="high in something else",
        ),
        pytest.param(
            subject(
                "More/ADJ/amod/zinc [N zinc/NOUN/nsubj/causes ] than/SCONJ/mark/need you/PRON/nsubj/need "
                "need/VERB/advcl/More"
            ),
            "excess",
            id="more than needed",
        ),
        pytest.param(
            subject(
                "More/ADJ/amod/zinc [N zinc/NOUN/nsubj/causes ] than/SCONJ/mark/like you/PRON/nsubj/like "
                "like/VERB/advcl/More"
            ),
            "intake",
            id="more than liked",
        ),
        pytest.param(
            subject(
                "Intakes=intake/NOUN/nsubj/causes of/ADP/case/zinc [N zinc/NOUN/nmod/Intakes ] that/PRON/nsubj/exceed "
                "exceed/VERB/acl:relcl/Intakes limits=limit/NOUN/obj/exceed"
            ),
            "excess",
            id="over a limit",
        ),
        pytest.param(
            "[N Zinc/NOUN/compound/levels ] levels=level/NOUN/nsubj/rise rise/VERB/root", "large", id="levels rise"
        ),
        pytest.param(
            "[N Zinc/NOUN/compound/levels ] levels=level/NOUN/nsubj/count count/VERB/root", "intake", id="levels count"
        ),
        pytest.param(
            subject("Small/ADJ/amod/doses doses=dose/NOUN/nsubj/causes of/ADP/case/zinc [N zinc/NOUN/nmod/doses ]"),
            "intake",
            id="small doses",
        ),
        pytest.param(
            "When/ADV/advmod/low [N zinc/NOUN/nsubj/low ] is=be/AUX/cop/low low/ADJ/advcl/rises "
            "[C fatigue/NOUN/nsubj/rises ] rises=rise/VERB/root",
            "deficiency",
            id="is low",
        ),
        pytest.param(
            "Without/ADP/case/zinc [N zinc/NOUN/obl/rises ] [C fatigue/NOUN/nsubj/rises ] rises=rise/VERB/root",
            "deficiency",
            id="without it",
        ),
        pytest.param(
            "With/ADP/case/zinc [N zinc/NOUN/obl/rises ] [C fatigue/NOUN/nsubj/rises ] rises=rise/VERB/root",
            "intake",
            id="with it",
        ),
        pytest.param(
            "When/ADV/advmod/safe [N zinc/NOUN/nsubj/safe ] is=be/AUX/cop/safe safe/ADJ/advcl/rises "
            "[C fatigue/NOUN/nsubj/rises ] rises=rise/VERB/root",
            "intake",
            id="is safe",
        ),
    ],
)
def test_state_of_a_nutrient(notation: str, expected: Amount) -> None:
    reader = draw(notation).reader()
    graph = reader.graph
    token = next(i for i in graph.head_of if graph.mention(i, "NUTRIENT") is not None)
    assert nutrient_state(reader, token) == expected


def enough(*, negated: bool, word: str = "enough") -> str:
    negator = "not/PART/advmod/get" if negated else "now/ADV/advmod/get"
    return (
        f"People/NOUN/nsubj/get who/PRON.WP/nsubj/get do/AUX/aux/get {negator} get/VERB/root "
        f"{word}/ADJ/amod/zinc [N zinc/NOUN/obj/get ]"
    )


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param(enough(negated=True), "deficiency", id="not enough"),
        pytest.param(enough(negated=False), "intake", id="enough"),
        pytest.param(enough(negated=True, word="new"), "intake", id="not, but of no amount"),
    ],
)
def test_state_of_a_negated_sufficient_amount(notation: str, expected: State) -> None:
    reader = draw(notation).reader()
    assert nutrient_state(reader, reader.graph.head_of[0]) == expected


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param(
            "Limit/VERB/root [N salt/NOUN/obj/Limit ] ease/VERB/advcl/Limit [C colds/NOUN/obj/ease ]", True, id="an end"
        ),
        pytest.param(
            "Take/VERB/root [N salt/NOUN/obj/Take ] ease/VERB/advcl/Take [C colds/NOUN/obj/ease ]", False, id="taken"
        ),
        pytest.param(
            "Limit/VERB/root [N salt/NOUN/obj/Limit ] which/PRON.WDT/nsubj/ease ease/VERB/advcl/Limit",
            False,
            id="a harm",
        ),
        pytest.param("[N Salt/NOUN/nsubj/stops ] stops=stop/VERB/root ease/VERB/conj/stops", False, id="what does it"),
    ],
)
def test_what_an_act_of_avoiding_leaves_out_is_withheld_from_its_end(notation: str, expected: bool) -> None:
    reader = draw(notation).reader()
    assert is_withheld(reader, reader.graph.head_of[0], trigger=reader.graph.parse.words.index("ease")) is expected


def dosed(around: str) -> str:
    return f"[N Zinc/NOUN/nsubj/causes ] {CAUSE} {around}"


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param(
            dosed("in/ADP/case/doses high/ADJ/amod/doses doses=dose/NOUN/obl/causes"), "large", id="in high doses"
        ),
        pytest.param(
            dosed("in/ADP/case/doses small/ADJ/amod/doses doses=dose/NOUN/obl/causes"), "intake", id="in small doses"
        ),
        pytest.param(
            dosed(
                "with/ADP/case/doses high/ADJ/amod/doses doses=dose/NOUN/obl/causes of/ADP/case/iron "
                "[N iron/NOUN/nmod/doses ]"
            ),
            "intake",
            id="of another",
        ),
        pytest.param(
            dosed(
                "if/SCONJ/mark/take you/PRON/nsubj/take take/VERB/advcl/causes too/ADV/advmod/much much/ADJ/obj/take"
            ),
            "excess",
            id="if too much",
        ),
        pytest.param(
            dosed("after/ADP/case/work too/ADV/advmod/much much/ADJ/amod/work work/NOUN/obl/causes"),
            "intake",
            id="too much of something else",
        ),
    ],
)
def test_the_clause_gives_an_amount_that_the_phrase_leaves_open(notation: str, expected: Amount) -> None:
    reader = draw(notation).reader()
    graph = reader.graph
    filler = Filler(graph.head_of[0], graph.mention(graph.head_of[0]))
    assert stated_amount(reader, filler, trigger=graph.parse.words.index("causes")) == expected


@pytest.mark.parametrize(
    ("amount", "relation", "notation", "expected"),
    [
        ("large", "CAUSES", "[C nausea/NOUN/root ]", "excess"),
        ("large", "PREVENTS", "[C colds/NOUN/root ]", "intake"),
        ("excess", "PREVENTS", "[C colds/NOUN/root ]", "excess"),
        ("large", "ASSOCIATED_WITH", "[C asthma/NOUN/root ]", "excess"),
        ("large", "ASSOCIATED_WITH", "[U cognition/NOUN/root ]", "intake"),
        ("deficiency", "CAUSES", "[C nausea/NOUN/root ]", "deficiency"),
    ],
)
def test_a_large_amount_is_an_excess_where_it_harms(
    amount: Amount, relation: Relation, notation: str, expected: State
) -> None:
    assert settle(amount, relation, draw(notation).mentions[0]) == expected
