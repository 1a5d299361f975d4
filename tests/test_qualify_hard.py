"""The hard parts of qualifying, each with a twin that goes the other way."""

from __future__ import annotations

import pytest

from claimx.records import Article, Claim, Mention, Parse, Qualifiers, Sentence, Span
from qualify_marks import parser, qualifier, qualify

POLARITY = [
    # negation scope
    ("PREVENTS: There is no evidence that [zinc] *prevents* {colds}.", "negated"),
    ("PREVENTS: There is strong evidence that [zinc] *prevents* {colds}.", "affirmed"),
    ("DECREASES: The [garlic] tablets failed to *lower* {cholesterol}.", "negated"),
    ("DECREASES: The [garlic] tablets managed to *lower* {cholesterol}.", "affirmed"),
    ("DECREASES: [Biotin] thickened nails without *lowering* {cholesterol}.", "negated"),
    ("DECREASES: [Biotin] thickened nails while *lowering* {cholesterol}.", "affirmed"),
    ("PREVENTS: [Vitamin E] neither *prevents* {heart attacks} nor lengthens life.", "negated"),
    ("PREVENTS: [Vitamin E] both *prevents* {scurvy} and lengthens life.", "affirmed"),
    ("TREATS: [Honey] *eases* {cough} rather than curing the cold.", "affirmed"),
    ("DECREASES: [Fish oil] *lowered* triglycerides rather than {cholesterol}.", "negated"),
    ("[Magnesium] not only *improves* {sleep} but also calms nerves.", "affirmed"),
    ("[Magnesium] does not *improve* {sleep} but calms nerves.", "negated"),
    ("DECREASES: The [oats] caused no significant change in weight but *lowered* {cholesterol}.", "affirmed"),
    ("DECREASES: The [oats] caused no significant *change* in {cholesterol} but lowered weight.", "negated"),
    ("TREATS: For {insomnia}, [valerian] was no *better* than placebo.", "negated"),
    ("TREATS: For {insomnia}, [valerian] was *better* than placebo.", "affirmed"),
    ("TREATS: [Turmeric] isn't a *cure* for {arthritis}.", "negated"),
    ("TREATS: [Turmeric] is a *cure* for {arthritis}.", "affirmed"),
    ("TREATS: [Ginger] is not a *cure* but it eases {nausea}.", "negated"),
    ("TREATS: [Ginger] is not a cure but it *eases* {nausea}.", "affirmed"),
    ("Extra [calcium] no {bone} *booster*", "negated"),
    ("Extra [calcium] a {bone} *booster*", "affirmed"),
    ("PREVENTS: [Potassium] was *linked* to fewer deaths but not to fewer {strokes}.", "negated"),
    ("IMPROVES: Vitamin E, but not [vitamin C], *protects* the {heart}.", "negated"),
    ("IMPROVES: [Vitamin E], but not vitamin C, *protects* the {heart}.", "affirmed"),
    ("PREVENTS: [Potassium] was *linked* to fewer {deaths} but not to fewer strokes.", "affirmed"),
    ("CAUSES: [Melatonin] *caused* no serious {side effects}.", "negated"),
    ("CAUSES: [Melatonin] *caused* serious {side effects}.", "affirmed"),
    # a negation that the state or the relation has said already
    ("CAUSES deficiency: People who do not *get* enough [iron] can develop {anemia}.", "affirmed"),
    ("CAUSES deficiency: [Iron] deficiency does not *cause* {gout}.", "negated"),
    ("WORSENS deficiency: Without enough [vitamin B12], your {red blood cells} don't *divide* normally.", "affirmed"),
    ("AFFECTS: Your body can't *make* {collagen} without [vitamin C].", "affirmed"),
    ("CONTRAINDICATED_IN: {Pregnant women} should not *take* [kava].", "affirmed"),
    ("CONTRAINDICATED_IN: {Pregnant women} need not *avoid* [ginger].", "negated"),
    ("SAFE_FOR: [Kava] is not *safe* for {pregnant women}.", "negated"),
    ("SAFE_FOR: [Kava] is *unsafe* for {pregnant women}.", "negated"),
    ("SAFE_FOR: [Ginger] is *safe* for {pregnant women}.", "affirmed"),
    ("FOUND_IN: {Rice} *contains* no [vitamin C].", "negated"),
    ("FOUND_IN: {Kiwi} *contains* much [vitamin C].", "affirmed"),
    # a neighbouring clause's negation
    ("TREATS: Sugar does nothing for coughs, but [honey] *eases* {cough}.", "affirmed"),
    ("INTERACTS_WITH: Do not double your salad, because [vitamin K] can *blunt* {the drug}.", "affirmed"),
]

CERTAINTY = [
    ("TREATS: Studies have found that [curcumin] can *ease* {pain}.", "asserted"),
    ("TREATS: Studies suggest that [curcumin] can *ease* {pain}.", "probable"),
    ("TREATS: Studies suggest that [curcumin] may *ease* {pain}.", "possible"),
    ("TREATS: [Curcumin] is a promising *treatment* for {pain}.", "probable"),
    ("TREATS: [Curcumin] appears to *ease* {pain}.", "probable"),
    ("TREATS: [Curcumin] is thought to help *reduce* {pain}.", "probable"),
    ("TREATS: [Curcumin] has the potential to *reduce* {pain}.", "possible"),
    ("TREATS: [Curcumin], a so-called *cure* for {pain}, is yellow.", "probable"),
    ("TREATS: [Curcumin] *reduces* {pain}.", "asserted"),
    ("TREATS: It is unclear whether [curcumin] *reduces* {pain}.", "unproven"),
    ("TREATS: There isn't enough data to say that [curcumin] *reduces* {pain}.", "unproven"),
    ("PREVENTS: There is no evidence that [zinc] *prevents* {colds}.", "unproven"),
    ("[Iron] will *give* you more {energy} if you are anemic.", "conditional"),
    ("[Iron] may *give* you more {energy} if you are low in it.", "possible"),
    ("FOUND_IN: You can *get* [iron] from {lentils}.", "asserted"),
    ("CONTRAINDICATED_IN: {Pregnant women} should *avoid* [kava].", "asserted"),
    ("PREVENTS: Coffee may stain teeth, but [tea] *prevents* {cavities}.", "asserted"),
    ("PREVENTS: [Tea] may *prevent* {cavities}, but coffee stains teeth.", "possible"),
    ("TREATS: Some people say [magnesium] *cures* {cramps}.", "asserted"),
]

EVIDENCE = [
    ("TREATS: [Zinc] *eases* {colds}: a randomised cross-over trial", "trial"),
    ("TREATS: [Zinc] *eases* {colds}: a handy little guide", "none"),
    ("DECREASES: A review of 12 trials found that [oats] *lower* {cholesterol}.", "review"),
    ("DECREASES: In a trial of 40 men, [oats] *lowered* {cholesterol}.", "trial"),
    ("DECREASES: [Oats] *lower* {cholesterol}, but trials found that rice does not.", "none"),
    ("DECREASES: [Oats] *lowered* {cholesterol} in mice.", "animal"),
    ("FOUND_IN: [Iron] is *found* in animal foods such as {liver}.", "none"),
    ("PREVENTS: There is no evidence that [zinc] *prevents* {colds}.", "none"),
    ("PREVENTS: There is good evidence that [zinc] *prevents* {colds}.", "study"),
]


@pytest.mark.parametrize(("text", "polarity"), POLARITY)
def test_polarity(text: str, polarity: str) -> None:
    assert qualify(text).polarity == polarity


@pytest.mark.parametrize(("text", "certainty"), CERTAINTY)
def test_certainty(text: str, certainty: str) -> None:
    assert qualify(text).qualifiers.certainty == certainty


@pytest.mark.parametrize(("text", "evidence"), EVIDENCE)
def test_evidence(text: str, evidence: str) -> None:
    assert qualify(text).qualifiers.evidence == evidence


@pytest.mark.parametrize(
    ("before", "text", "evidence"),
    [
        ("In a trial, 60 men took oats or bran.", "DECREASES: The [oat] group had *lower* {cholesterol}.", "trial"),
        ("In a trial, 60 men took oats or bran.", "DECREASES: The [oats] *lowered* their {cholesterol}.", "trial"),
        ("In a trial, 60 men took oats or bran.", "FOUND_IN: {Beta-glucan} is *found* in [oats].", "none"),
        ("In summer, 60 men took oats or bran.", "DECREASES: The [oat] group had *lower* {cholesterol}.", "none"),
    ],
)
def test_report_goes_on_with_the_evidence_of_the_sentence_before(before: str, text: str, evidence: str) -> None:
    assert qualify(text, before=before).qualifiers.evidence == evidence


@pytest.mark.parametrize(
    ("text", "population", "species"),
    [
        ("DECREASES: [Fiber] *lowered* {blood sugar} in adults with prediabetes.", "adults with prediabetes", "human"),
        ("DECREASES: [Vitamin D] *lowered* {inflammation} in people with MS.", "people with MS", "human"),
        ("AFFECTS: Pregnant women *need* [folate] for the baby's {spine}.", "Pregnant women", "human"),
        ("DECREASES: [Fiber] *lowered* {blood sugar} in rats.", "rats", "animal"),
        ("PREVENTS: Those who ate [nuts] *had* less {heart disease}.", "Those who ate nuts", "human"),
        ("TREATS: [Magnesium] can be *beneficial* in patients suffering from {migraine}.", "patients", "human"),
        ("TREATS: Patients often report *relief* of {numbness} after [B12].", "Patients", "human"),
        ("DECREASES: [Fiber] *lowered* {blood sugar}.", "", ""),
        ("DECREASES: [Fiber] *lowered* those {levels}.", "", ""),
        ("TREATS: Some people say [magnesium] *cures* {cramps}.", "", ""),
    ],
)
def test_population_and_species(text: str, population: str, species: str) -> None:
    found = qualify(text).qualifiers
    assert (found.population, found.species) == (population, species)


@pytest.mark.parametrize(
    ("text", "attribution"),
    [
        ("TREATS: Researchers believe that [curcumin] *eases* {pain}.", "Researchers"),
        ("TREATS: Some people say [magnesium] *cures* {cramps}.", "Some people"),
        ("TREATS: According to the researchers, [curcumin] *eases* {pain}.", "the researchers"),
        ('TREATS: "[Curcumin] *eases* {pain}," said a dietitian.', "a dietitian"),
        ("TREATS: [Curcumin] *eases* {pain}.", ""),
    ],
)
def test_attribution(text: str, attribution: str) -> None:
    assert qualify(text).qualifiers.attribution == attribution


@pytest.mark.parametrize(
    ("text", "causal_language"),
    [
        ("PREVENTS: [Fiber] *prevents* {colon cancer}.", "direct"),
        ("PREVENTS: [Fiber] may *prevent* {colon cancer}.", "conditional"),
        ("PREVENTS: [Fiber] was *linked* to a lower risk of {colon cancer}.", "correlational"),
        ("ASSOCIATED_WITH: [Fiber] is *associated* with {colon cancer}.", "correlational"),
        ("FOUND_IN: [Fiber] is *found* in {oats}.", "none"),
    ],
)
def test_causal_language(text: str, causal_language: str) -> None:
    assert qualify(text).qualifiers.causal_language == causal_language


@pytest.mark.parametrize(
    ("text", "claim_class", "basis"),
    [
        ("TREATS: [Ginger] *relieves* {nausea}.", "disease", "relieves nausea"),
        ("PREVENTS: [Fiber] *prevents* {colon cancer}.", "disease", "prevents colon cancer"),
        ("PREVENTS: [Fiber] *lowers* the risk of {colon cancer}.", "risk_reduction", "risk … colon cancer"),
        ("PREVENTS: [Vitamin E] *protects* against {cell damage}.", "structure_function", "protects … cell damage"),
        ("[Magnesium] *supports* {muscle function}.", "structure_function", "supports muscle function"),
        ("CAUSES: [Zinc] can *cause* {nausea}.", "safety", "cause nausea"),
        ("CAUSES deficiency: [Iron] deficiency *causes* {anemia}.", "deficiency", "Iron deficiency"),
        ("CAUSES excess: Too much [iron] *causes* {vomiting}.", "safety", "causes vomiting"),
        ("FOUND_IN: [Iron] is *found* in {lentils}.", "content", "found … lentils"),
        ("ASSOCIATED_WITH: [Coffee] is *linked* to {gout}.", "other", "linked … gout"),
    ],
)
def test_claim_class_and_its_basis(text: str, claim_class: str, basis: str) -> None:
    found = qualify(text).qualifiers
    assert (found.claim_class, found.class_basis) == (claim_class, basis)


@pytest.mark.parametrize(
    ("text", "claim_class"),
    [
        ("INTERACTS_WITH: [Vitamin C] *helps* the body absorb {iron}.", "structure_function"),
        ("INTERACTS_WITH: [Calcium] *blocks* the absorption of {iron}.", "safety"),
    ],
)
def test_class_of_one_nutrient_on_another(text: str, claim_class: str) -> None:
    assert qualify(text, object_label="NUTRIENT").qualifiers.claim_class == claim_class


def test_dose_claim_without_a_trigger_token_reads_the_predicate_over_its_span() -> None:
    text = "Adults may need 600 IU a day."
    dose = Mention("DOSE", 16, 28, "600 IU a day", "600 IU a day")
    found = [_dose_claim(words, dose).qualifiers.certainty for words in (text, text.replace("may", "all"))]
    assert found == ["possible", "asserted"]


def _dose_claim(text: str, dose: Mention) -> Claim:
    sentence = Sentence(0, len(text), text, index=0, block=0)
    parse = parser().parse([(sentence, [dose])])[0]
    nutrient = Mention("NUTRIENT", len(text), len(text), "", "vitamin D")
    claim = Claim(sentence, nutrient, "HAS_DOSE", None, Span(dose.start, dose.end), "marked", dose=dose)
    return qualifier().qualify(claim, parse, [dose], Article("dose.txt", text))


def test_claim_on_an_empty_parse_keeps_its_defaults() -> None:
    nowhere = Mention("NUTRIENT", 0, 0, "", "zinc")
    claim = Claim(Sentence(0, 0, "", index=0, block=0), nowhere, "IMPROVES", None, Span(0, 0), "marked")
    empty = Parse((), (), (), (), (), (), (), ())
    found = qualifier().qualify(claim, empty, [], Article("empty.txt", ""))
    assert (found.polarity, found.qualifiers) == (
        "affirmed",
        Qualifiers(causal_language="direct", claim_class="structure_function"),
    )
