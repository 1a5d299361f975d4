"""Rules on parses drawn by hand: whole results of `Relater.relate`, no model in between."""

from __future__ import annotations

import pytest

from claimx.records import Claim, Mention, Sentence, Span
from drawn_parses import draw, relate, relater, show

ACTIVE = "[N Zinc/NOUN/nsubj/eases ] eases=ease/VERB.VBZ/root [C colds=cold/NOUN/obj/eases ]"


def test_claim_holds_its_spans() -> None:
    text = "Zinc eases colds"
    assert relate(ACTIVE) == [
        Claim(
            sentence=Sentence(0, 16, text, 0, 0),
            nutrient=Mention("NUTRIENT", 0, 4, "Zinc", "zinc", subtype="mineral"),
            relation="TREATS",
            object=Mention("CONDITION", 11, 16, "colds", "colds"),
            trigger=Span(5, 10),
            rule_id="treats-relieve",
            trigger_token=1,
        )
    ]


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param(
            "Low/ADJ/amod/zinc [N zinc/NOUN/nsubj/causes ] causes=cause/VERB.VBZ/root [C fatigue/NOUN/obj/causes ]",
            [("zinc", "deficiency", "CAUSES", "fatigue")],
            id="low before the bare nutrient",
        ),
        pytest.param(
            "[N:antioxidants Antioxidants=antioxidant/NOUN/nsubj/ease ] such/ADJ/case/zinc as/ADP/fixed/such "
            "[N zinc/NOUN/nmod/Antioxidants ] ease/VERB.VBP/root [C colds=cold/NOUN/obj/ease ]",
            [("Antioxidants", "intake", "TREATS", "colds"), ("zinc", "intake", "TREATS", "colds")],
            id="a row for the class of the members",
        ),
        pytest.param(
            "[N Zinc/NOUN/nsubj/controls ] controls=control/VERB.VBZ/root [C asthma/NOUN/obj/controls ]",
            [("Zinc", "intake", "TREATS", "asthma")],
            id="a controlled condition is treated",
        ),
        pytest.param(
            "[N Zinc/NOUN/nsubj/makes ] makes=make/VERB.VBZ/root [C colds=cold/NOUN/obj/makes ] "
            "worse=bad/ADJ.JJR/xcomp/makes",
            [("Zinc", "intake", "WORSENS", "colds")],
            id="makes worse",
        ),
        pytest.param(
            "[N Zinc/NOUN/nmod:poss/effects ] [U anti-inflammatory/ADJ/amod/effects ] "
            "effects=effect/NOUN/nsubj:pass/known are=be/AUX/aux:pass/known well/ADV/advmod/known "
            "known=know/VERB.VBN/root",
            [("Zinc", "intake", "DECREASES", "anti-inflammatory")],
            id="effects are well known",
        ),
        pytest.param(
            "[N Zinc/NOUN/nmod:poss/ability ] ability/NOUN/nsubj/modest to/PART/mark/lower lower/VERB.VB/acl/ability "
            "[U cholesterol/NOUN/obj/lower ] is=be/AUX/cop/modest modest/ADJ/root",
            [("Zinc", "intake", "DECREASES", "cholesterol")],
            id="an ability to lower is no shortage",
        ),
        pytest.param(
            "[C Colds=cold/NOUN/nsubj:pass/eased ] are=be/AUX/aux:pass/eased eased=ease/VERB.VBN/root "
            "by/ADP/case/zinc [N zinc/NOUN/obl/eased ]",
            [("zinc", "intake", "TREATS", "Colds")],
            id="passive",
        ),
        pytest.param(
            "[N Zinc/NOUN/nsubj/eases ] and/CCONJ/cc/iron [N iron/NOUN/conj/Zinc ] eases=ease/VERB.VBZ/root "
            "[C colds=cold/NOUN/obj/eases ] and/CCONJ/cc/flu [C flu/NOUN/conj/colds ]",
            [
                ("Zinc", "intake", "TREATS", "colds"),
                ("Zinc", "intake", "TREATS", "flu"),
                ("iron", "intake", "TREATS", "colds"),
                ("iron", "intake", "TREATS", "flu"),
            ],
            id="two subjects, two objects",
        ),
        pytest.param(
            "[N Zinc/NOUN/nsubj/helps ] helps=help/VERB.VBZ/root you/PRON/nsubj/control "
            "control/VERB.VB/ccomp/helps [U weight/NOUN/obj/control ]",
            [("Zinc", "intake", "IMPROVES", "weight")],
            id="the helped one as subject of the clause below",
        ),
        pytest.param(
            "[N Oats=oat/NOUN/nsubj:pass/linked ] are=be/AUX/aux:pass/linked linked=link/VERB.VBN/root "
            "to/ADP/case/increase an/DET/det/increase increase/NOUN/obl/linked in/ADP/case/HDL "
            "[U HDL/NOUN/nmod/increase ]",
            [("Oats", "intake", "INCREASES", "HDL")],
            id="an increase is no object",
        ),
        pytest.param(
            "[N Zinc/NOUN/nsubj/prevents ] prevents=prevent/VERB.VBZ/root and/CCONJ/cc/treats "
            "treats=treat/VERB.VBZ/conj/prevents [C goiter/NOUN/obj/treats ]",
            [("Zinc", "intake", "PREVENTS", "goiter"), ("Zinc", "intake", "TREATS", "goiter")],
            id="verbs share an object",
        ),
        pytest.param(
            "[N Iron/NOUN/compound/deficiency ] deficiency/NOUN/nsubj/causes causes=cause/VERB.VBZ/root "
            "[C fatigue/NOUN/obj/causes ]",
            [("Iron", "deficiency", "CAUSES", "fatigue")],
            id="deficiency",
        ),
        pytest.param(
            "It/PRON.PRP/nsubj/eases eases=ease/VERB.VBZ/root [C colds=cold/NOUN/obj/eases ]",
            [("It", "intake", "TREATS", "colds")],
            id="pronoun, open",
        ),
        pytest.param(
            "This/DET/det/mineral mineral/NOUN/nsubj/eases eases=ease/VERB.VBZ/root [C colds=cold/NOUN/obj/eases ]",
            [("This mineral", "intake", "TREATS", "colds")],
            id="definite phrase, open",
        ),
        pytest.param(
            "A/DET/det/deficiency deficiency/NOUN/nsubj/causes causes=cause/VERB.VBZ/root [C fatigue/NOUN/obj/causes ]",
            [("", "deficiency", "CAUSES", "fatigue")],
            id="ellipsis, open",
        ),
        pytest.param(
            "[N Zinc/NOUN/nsubj/lowers ] lowers=lower/VERB.VBZ/root the/DET/det/risk risk/NOUN/obj/lowers "
            "of/ADP/case/stroke [C stroke/NOUN/nmod/risk ]",
            [("Zinc", "intake", "PREVENTS", "stroke")],
            id="a lower risk prevents",
        ),
        pytest.param(
            "[N Zinc/NOUN/nsubj/raises ] raises=raise/VERB.VBZ/root the/DET/det/risk risk/NOUN/obj/raises "
            "of/ADP/case/stroke [C stroke/NOUN/nmod/risk ]",
            [("Zinc", "intake", "PREDISPOSES", "stroke")],
            id="a higher risk predisposes",
        ),
        pytest.param(
            "[N Zinc/NOUN/nsubj/lowers ] lowers=lower/VERB.VBZ/root [C pain/NOUN/obj/lowers ]",
            [("Zinc", "intake", "TREATS", "pain")],
            id="a lower condition is treated",
        ),
        pytest.param(
            "[N Zinc/NOUN/nsubj/lowers ] lowers=lower/VERB.VBZ/root [U inflammation/NOUN/obj/lowers ]",
            [("Zinc", "intake", "DECREASES", "inflammation")],
            id="a lower function is decreased",
        ),
        pytest.param(
            "[N Zinc/NOUN/nsubj/led ] led=lead/VERB.VBD/root to/ADP/case/reduction a/DET/det/reduction "
            "reduction/NOUN/obl/led in/ADP/case/pain [C pain/NOUN/nmod/reduction ]",
            [("Zinc", "intake", "TREATS", "pain")],
            id="leading to a reduction causes nothing",
        ),
        pytest.param(
            "[N Zinc/NOUN/nsubj/led ] led=lead/VERB.VBD/root to/ADP/case/pain [C pain/NOUN/obl/led ]",
            [("Zinc", "intake", "CAUSES", "pain")],
            id="leading to pain causes it",
        ),
        pytest.param(
            "Researchers=researcher/NOUN/nsubj/tested tested=test/VERB.VBD/root whether/SCONJ/mark/eases "
            "[N zinc/NOUN/nsubj/eases ] eases=ease/VERB.VBZ/ccomp/tested [C colds=cold/NOUN/obj/eases ]",
            [],
            id="a study's aim",
        ),
        pytest.param(
            "Researchers=researcher/NOUN/nsubj/said said=say/VERB.VBD/root that/SCONJ/mark/eases "
            "[N zinc/NOUN/nsubj/eases ] eases=ease/VERB.VBZ/ccomp/said [C colds=cold/NOUN/obj/eases ]",
            [("zinc", "intake", "TREATS", "colds")],
            id="what is said",
        ),
        pytest.param(
            "[F Oranges=orange/NOUN/nsubj/contain ] contain/VERB.VBP/root [N zinc/NOUN/obj/contain ]",
            [("zinc", "intake", "FOUND_IN", "Oranges")],
            id="content",
        ),
        pytest.param(
            "Boxes=box/NOUN/nsubj/contain contain/VERB.VBP/root [N zinc/NOUN/obj/contain ]",
            [],
            id="content of no food",
        ),
        pytest.param(
            "[D Metformin/NOUN/nsubj/depletes ] depletes=deplete/VERB.VBZ/root [N zinc/NOUN/obj/depletes ]",
            [("zinc", "intake", "INTERACTS_WITH", "Metformin")],
            id="a drug depletes",
        ),
        pytest.param(
            "[N Ginger/NOUN/nsubj/safe ] is=be/AUX/cop/safe safe/ADJ/root in/ADP/case/pregnancy "
            "[P pregnancy/NOUN/obl/safe ]",
            [("Ginger", "intake", "SAFE_FOR", "pregnancy")],
            id="safe for a group, and nothing more",
        ),
        pytest.param(
            "Stress/NOUN/nsubj/eases eases=ease/VERB.VBZ/root [C colds=cold/NOUN/obj/eases ]", [], id="no nutrient"
        ),
        pytest.param(
            "Studies=study/NOUN/nsubj/link link/VERB.VBP/root [N iron/NOUN/compound/deficiency ] "
            "deficiency/NOUN/obj/link to/ADP/case/depression [C depression/NOUN/obl/link ]",
            [("iron", "deficiency", "ASSOCIATED_WITH", "depression")],
            id="what studies link",
        ),
        pytest.param(
            "[N Melatonin/NOUN/nsubj/hormone ] is=be/AUX/cop/hormone a/DET/det/hormone [U hormone/NOUN/root ] "
            "that/PRON.WDT/nsubj/eases eases=ease/VERB.VBZ/acl:relcl/hormone [C colds=cold/NOUN/obj/eases ]",
            [("Melatonin", "intake", "TREATS", "colds")],
            id="what a hormone does",
        ),
        pytest.param(
            "[C Fatigue/NOUN/nsubj/sign ] is=be/AUX/cop/sign a/DET/det/sign sign/NOUN/root of/ADP/case/deficiency "
            "[N zinc/NOUN/compound/deficiency ] deficiency/NOUN/nmod/sign",
            [("zinc", "deficiency", "CAUSES", "Fatigue")],
            id="a sign of a deficiency",
        ),
        pytest.param(
            "[N Ginger/NOUN/nsubj/effective ] was=be/AUX/cop/effective as/ADV/advmod/effective effective/ADJ/root "
            "as/ADP/case/ibuprofen [D ibuprofen/NOUN/obl/effective ] for/ADP/case/cramps "
            "[C cramps=cramp/NOUN/nmod/ibuprofen ]",
            [("Ginger", "intake", "TREATS", "cramps")],
            id="as effective as something else",
        ),
        pytest.param(
            "[N:foods Foods=food/NOUN/nsubj/include ] that/PRON.WDT/nsubj/ease ease/VERB.VBP/acl:relcl/Foods "
            "[C colds=cold/NOUN/obj/ease ] include/VERB.VBP/root [F oats=oat/NOUN/obj/include ] and/CCONJ/cc/nuts "
            "[F nuts=nut/NOUN/conj/oats ]",
            [("oats", "intake", "TREATS", "colds"), ("nuts", "intake", "TREATS", "colds")],
            id="members that a verb lists",
        ),
        pytest.param(
            "[N Zinc/NOUN/nsubj/lowers ] lowers=lower/VERB.VBZ/root the/DET/det/risk risk/NOUN/obj/lowers "
            "of/SCONJ/mark/dying dying=die/VERB.VBG/acl/risk from/ADP/case/gout [C gout/NOUN/obl/dying ]",
            [("Zinc", "intake", "PREVENTS", "gout")],
            id="the risk of dying from",
        ),
        pytest.param(
            "[N:foods Foods=food/NOUN/nsubj/include ] rich/ADJ/amod/Foods in/ADP/case/salt [N salt/NOUN/obl/rich ] "
            "include/VERB.VBP/root [F apples=apple/NOUN/obj/include ]",
            [("salt", "intake", "FOUND_IN", "apples")],
            id="foods rich in it include",
        ),
        pytest.param(
            "[N:foods Foods=food/NOUN/nsubj/include ] low/ADJ/amod/Foods in/ADP/case/salt [N salt/NOUN/obl/low ] "
            "include/VERB.VBP/root [F apples=apple/NOUN/obj/include ]",
            [],
            id="foods low in it include",
        ),
        pytest.param(
            "They/PRON/nsubj/get get/VERB.VBP/root little/ADJ/amod/zinc [N zinc/NOUN/obj/get ] ,/PUNCT/punct/supports "
            "which/PRON/nsubj/supports supports=support/VERB.VBZ/acl:relcl/zinc [U immunity/NOUN/obj/supports ]",
            [("zinc", "intake", "IMPROVES", "immunity")],
            id="what the nutrient that is lacking does",
        ),
        pytest.param(
            "They/PRON/nsubj/get get/VERB.VBP/root little/ADJ/amod/zinc [N zinc/NOUN/obj/get ] ,/PUNCT/punct/causes "
            "which/PRON/nsubj/causes causes=cause/VERB.VBZ/acl:relcl/zinc [C fatigue/NOUN/obj/causes ]",
            [("zinc", "deficiency", "CAUSES", "fatigue")],
            id="what the want of a nutrient does",
        ),
    ],
)
def test_claims_of_a_sentence(notation: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert show(relate(notation)) == expected


@pytest.mark.parametrize(("negator", "expected"), [("not/PART", ["CONTRAINDICATED_IN"]), ("now/ADV", [])])
def test_advice_against_needs_its_negator(negator: str, expected: list[str]) -> None:
    notation = (
        "[P women=woman/NOUN/nsubj/take ] should/AUX/aux/take "
        f"{negator}/advmod/take take/VERB.VB/root [N niacin/NOUN/obj/take ]"
    )
    found = relate(notation)
    assert [claim.relation for claim in found] == expected
    assert [claim.fixed_polarity for claim in found] == [True] * len(expected)


def test_explain_says_which_condition_failed() -> None:
    drawn = draw("Stress/NOUN/nsubj/eases eases=ease/VERB.VBZ/root [C colds=cold/NOUN/obj/eases ]")
    traces = relater().explain(drawn.mentions, drawn.parse, text=drawn.text)
    assert {(trace.trigger, trace.failed) for trace in traces if trace.rule_id == "treats-relieve"} == {
        ("eases", "nutrient")
    }


def test_explain_says_which_rule_fired() -> None:
    drawn = draw(ACTIVE)
    traces = relater().explain(drawn.mentions, drawn.parse, text=drawn.text)
    assert [(trace.rule_id, trace.nutrients, trace.objects) for trace in traces if not trace.failed] == [
        ("treats-relieve", ("Zinc",), ("colds",)),
        ("treats-improve", ("Zinc",), ("colds",)),
    ]
