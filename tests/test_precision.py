"""Sentences that rows are easily read from wrongly, each beside a twin that they are rightly read from."""

from __future__ import annotations

import pytest

from claim_reading import Row, rows
from claimx.pipeline import Extractor


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Zinc helps with anxiety and depression, which can disrupt sleep.",
            [("zinc", "TREATS", "anxiety"), ("zinc", "TREATS", "depression")],
            id="harm that a condition does",
        ),
        pytest.param(
            "Fiber slows digestion, which lowers blood sugar.",
            [("dietary fiber", "DECREASES", "digestion"), ("dietary fiber", "DECREASES", "blood sugar")],
            id="gain of what it does",
        ),
        pytest.param(
            "Zinc lowers copper levels, which hurts nerves.",
            [("zinc", "DECREASES", "copper"), ("deficiency copper", "WORSENS", "nerves")],
            id="harm of an amount that it lowers",
        ),
        pytest.param(
            "Fiber feeds bacteria, which lower blood sugar.",
            [("dietary fiber", "IMPROVES", "bacteria")],
            id="gain of a plural noun",
        ),
        pytest.param(
            "Zinc helps to make white blood cells, which help prevent colds.",
            [("zinc", "IMPROVES", "white blood cells")],
            id="gain of a plural noun of a clause",
        ),
        pytest.param(
            "Zinc lowers inflammation, which causes pain.",
            [("zinc", "DECREASES", "inflammation")],
            id="harm of what it lowers",
        ),
        pytest.param(
            "Zinc deficiency raises inflammation, which causes pain.",
            [("deficiency zinc", "INCREASES", "inflammation"), ("deficiency zinc", "CAUSES", "pain")],
            id="harm of a shortage",
        ),
        pytest.param(
            "Without enough zinc, the body cannot make insulin, which can cause fatigue.",
            [("deficiency zinc", "AFFECTS", "insulin"), ("deficiency zinc", "CAUSES", "fatigue")],
            id="harm of going without",
        ),
    ],
)
def test_which_clause_goes_on_about_the_noun_or_the_clause(
    extractor: Extractor, text: str, expected: list[Row]
) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Homocysteine is an amino acid that damages arteries.", [], id="said of what is no nutrient"),
        pytest.param(
            "Glycine is an amino acid that protects arteries.",
            [("glycine", "IMPROVES", "arteries")],
            id="said of a nutrient",
        ),
        pytest.param("Adrenaline, a vitamin for nobody, raises blood pressure.", [], id="beside what is no nutrient"),
        pytest.param(
            "Turmeric is a spice that eases pain.", [("turmeric", "TREATS", "pain")], id="a class that is not empty"
        ),
        pytest.param(
            "The best spice is turmeric that eases pain.", [("turmeric", "TREATS", "pain")], id="a name said of a class"
        ),
        pytest.param(
            "Lemon balm, a member of the mint family, is a herb that eases pain.",
            [("lemon balm", "TREATS", "pain")],
            id="kin",
        ),
        pytest.param("A protein that carries oxygen prevents fatigue.", [], id="one of many proteins"),
        pytest.param("The protein made by this gene prevents fatigue.", [], id="the one of a gene"),
        pytest.param("Certain faults in the VDR protein cause fatigue.", [], id="the one called so"),
        pytest.param("Protein prevents fatigue.", [("protein", "PREVENTS", "fatigue")], id="what is eaten"),
        pytest.param(
            "The protein in eggs prevents fatigue.",
            [("protein", "FOUND_IN", "eggs"), ("protein", "PREVENTS", "fatigue")],
            id="the one in a food",
        ),
        pytest.param(
            "Allicin is a compound in garlic that eases pain.",
            [("allicin", "FOUND_IN", "garlic"), ("allicin", "TREATS", "pain")],
            id="what is in a food",
        ),
        pytest.param(
            "Allicin is a compound in carrots that ease pain.",
            [("allicin", "FOUND_IN", "carrots"), ("carrots", "TREATS", "pain")],
            id="the food itself",
        ),
    ],
)
def test_class_noun_stands_for_what_it_is_said_of(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Collagen promotes smooth and firm skin.",
            [("collagen", "IMPROVES", "skin")],
            id="one thing, two adjectives",
        ),
        pytest.param(
            "Collagen supports nail and toe growth.",
            [("collagen", "IMPROVES", "nail"), ("collagen", "IMPROVES", "toe growth")],
            id="two things",
        ),
        pytest.param(
            "Benefits of magnesium include improved sleep and reduced anxiety.",
            [
                ("magnesium", "IMPROVES", "sleep"),
                ("magnesium", "TREATS", "anxiety"),
            ],
            id="each with a participle of its own",
        ),
        pytest.param(
            "Zinc gives improved mood and sleep.",
            [("zinc", "IMPROVES", "mood"), ("zinc", "IMPROVES", "sleep")],
            id="one participle for both",
        ),
        pytest.param(
            "Zinc lessens anxiety, particularly in people with gout.", [("zinc", "TREATS", "anxiety")], id="in whom"
        ),
        pytest.param(
            "Zinc lessens symptoms, particularly anxiety.",
            [("zinc", "TREATS", "symptoms"), ("zinc", "TREATS", "anxiety")],
            id="which",
        ),
        pytest.param(
            "Zinc stimulates the skin to produce collagen.",
            [("zinc", "INCREASES", "collagen")],
            id="who is made to do it",
        ),
        pytest.param("Zinc stimulates the skin.", [("zinc", "INCREASES", "skin")], id="what is stimulated"),
        pytest.param(
            "Zinc brought a risk reduction for gout.", [("zinc", "PREVENTS", "gout")], id="a reduction of the risk"
        ),
        pytest.param("Zinc brought a reduction of pain.", [("zinc", "TREATS", "pain")], id="a reduction of the pain"),
        pytest.param(
            "Adverse reactions to zinc are nausea and fatigue.",
            [("zinc", "CAUSES", "nausea"), ("zinc", "CAUSES", "fatigue")],
            id="what the reactions are",
        ),
    ],
)
def test_object_is_what_the_relation_holds_of(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("You lack the zinc to fight colds.", [], id="what is lacking would do it"),
        pytest.param("You need the zinc to fight colds.", [("zinc", "TREATS", "colds")], id="what is needed does"),
        pytest.param("Avoid the zinc to fight colds.", [("deficiency zinc", "TREATS", "colds")], id="what is left out"),
        pytest.param(
            "With zinc in the pantry, you can reduce pain and improve sleep.",
            [("zinc", "TREATS", "pain"), ("zinc", "IMPROVES", "sleep")],
            id="what pain is reduced with",
        ),
        pytest.param(
            "Green tea, which lowers cholesterol, is cheap.",
            [("green tea", "DECREASES", "cholesterol")],
            id="lowers is no low",
        ),
        pytest.param(
            "Low green tea intake raises cholesterol.",
            [("deficiency green tea", "INCREASES", "cholesterol")],
            id="low is low",
        ),
    ],
)
def test_state_is_that_of_the_nutrient(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Oats have calming properties that can ease pain.",
            [("oats", "IMPROVES", "calming"), ("oats", "TREATS", "pain")],
            id="who has the properties",
        ),
        pytest.param("Rest has calming properties that can ease pain.", [], id="who is no nutrient"),
        pytest.param("Zinc has antioxidant properties that can ease pain.", [("zinc", "TREATS", "pain")], id="a label"),
        pytest.param("Antioxidants can ease pain.", [("antioxidants", "TREATS", "pain")], id="a class"),
        pytest.param(
            "There are treatments that reduce iron and lower the risk of stroke.", [], id="what takes it away"
        ),
        pytest.param(
            "There are foods that contain iron and lower the risk of stroke.",
            [("iron", "PREVENTS", "stroke")],
            id="what holds it",
        ),
        pytest.param(
            "Zinc is needed for sleep, so a deficiency can cause fatigue.",
            [("zinc", "AFFECTS", "sleep"), ("deficiency zinc", "CAUSES", "fatigue")],
            id="left out of what is named in the sentence",
        ),
        pytest.param(
            "Moderate amounts of coffee or tea ease pain.",
            [("coffee", "TREATS", "pain"), ("tea", "TREATS", "pain")],
            id="an adjective is no act",
        ),
        pytest.param(
            "Those on zinc had less pain and better sleep.",
            [("zinc", "TREATS", "pain"), ("zinc", "IMPROVES", "sleep")],
            id="less of one, not of what is better",
        ),
        pytest.param("Zinc does not always prevent colds.", [("zinc", "PREVENTS", "colds")], id="not always"),
        pytest.param("Zinc does not prevent colds.", [("zinc", "not PREVENTS", "colds")], id="not"),
    ],
)
def test_subject_is_who_does_it(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Shellfish is a source of other nutrients, such as zinc.",
            [("zinc", "FOUND_IN", "Shellfish")],
            id="empty class",
        ),
        pytest.param("Vitamin D is added to milk.", [("vitamin D", "FOUND_IN", "milk")], id="made so"),
        pytest.param("Oats are cheap. They include zinc.", [], id="examples of them"),
        pytest.param("Oats are cheap. They contain zinc.", [("zinc", "FOUND_IN", "They")], id="what is in them"),
        pytest.param("You can add the vitamin D to milk.", [], id="advice"),
    ],
)
def test_contents_are_those_of_the_food(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Garlic lowers asthma and gout risk.",
            [("garlic", "PREVENTS", "asthma"), ("garlic", "PREVENTS", "gout")],
            id="one risk of two conditions",
        ),
        pytest.param(
            "Garlic eases asthma and lowers gout risk.",
            [("garlic", "TREATS", "asthma"), ("garlic", "PREVENTS", "gout")],
            id="a risk of the second alone",
        ),
        pytest.param(
            "Oats lower LDL while increasing HDL.",
            [("oats", "DECREASES", "LDL"), ("oats", "INCREASES", "HDL")],
            id="an act with an object of its own",
        ),
        pytest.param(
            "Sugar makes insulin rise.",
            [("sugar", "INCREASES", "insulin")],
            id="an act that something is made to do",
        ),
        pytest.param("They hypothesized that zinc would ease colds.", [], id="what a study set out with"),
        pytest.param(
            "It is hypothesized that zinc eases colds.", [("zinc", "TREATS", "colds")], id="what is supposed now"
        ),
        pytest.param("Zinc helps you relax.", [("zinc", "IMPROVES", "relax")], id="an act alone"),
        pytest.param(
            "Zinc helps relax the muscles.", [("zinc", "IMPROVES", "muscles")], id="an act on something that is named"
        ),
        pytest.param("Cook with heart-healthy oils.", [], id="an adjective in passing"),
        pytest.param(
            "Oats are a gut-friendly food.", [("oats", "IMPROVES", "gut")], id="an adjective that is the news"
        ),
        pytest.param("A low dose of zinc eases colds.", [("zinc", "TREATS", "colds")], id="a low dose"),
        pytest.param(
            "A low intake of zinc worsens colds.", [("deficiency zinc", "WORSENS", "colds")], id="a low intake"
        ),
        pytest.param("Nuts hold high amounts of zinc.", [("zinc", "FOUND_IN", "Nuts")], id="much of it in a food"),
        pytest.param("Cutting back on salt is important for people with gout.", [], id="leaving it out"),
        pytest.param(
            "Salt is important for the nerves.", [("salt", "AFFECTS", "nerves")], id="important for a part of the body"
        ),
        pytest.param(
            "Tannins are compounds that plants make to protect themselves from fungi.", [], id="guards itself"
        ),
        pytest.param(
            "Zinc helps the body protect itself from colds.",
            [("zinc", "PREVENTS", "colds")],
            id="helps another guard itself",
        ),
        pytest.param(
            "Oats help people with gout avoid migraines.",
            [("oats", "PREVENTS", "migraines")],
            id="who is helped to do something",
        ),
        pytest.param("Oats help people with gout.", [("oats", "TREATS", "gout")], id="who is helped"),
        pytest.param(
            "Zinc supports growth and is essential for sleep.",
            [("zinc", "IMPROVES", "growth"), ("zinc", "AFFECTS", "sleep")],
            id="what only the second of two acts is for",
        ),
        pytest.param(
            "Replacing butter with oats lowers LDL.", [("oats", "DECREASES", "LDL")], id="what takes another's place"
        ),
        pytest.param(
            "Swapping rice for oats lowers LDL.", [("oats", "DECREASES", "LDL")], id="what another is given up for"
        ),
        pytest.param(
            "Eating rice with oats lowers LDL.", [("oats", "DECREASES", "LDL"), ("rice", "DECREASES", "LDL")], id="both"
        ),
        pytest.param("Can garlic ease colds", [], id="a question without its mark"),
        pytest.param("Garlic can ease colds", [("garlic", "TREATS", "colds")], id="no question"),
        pytest.param(
            "Never buy drinks rich in caffeine, such as cola.",
            [("caffeine", "FOUND_IN", "cola")],
            id="what is not to be drunk holds it",
        ),
        pytest.param(
            "Cola does not contain caffeine.", [("caffeine", "not FOUND_IN", "Cola")], id="what does not hold it"
        ),
        pytest.param(
            "Foods that do not contain gluten include corn.",
            [("gluten", "not FOUND_IN", "corn")],
            id="foods that do not hold it",
        ),
        pytest.param(
            "Fiber does not dissolve and is found in bran flakes.",
            [("dietary fiber", "FOUND_IN", "bran flakes")],
            id="a second predicate is not denied",
        ),
        pytest.param(
            "Zinc does not prevent or ease colds.",
            [("zinc", "not PREVENTS", "colds"), ("zinc", "not TREATS", "colds")],
            id="a second verb is denied",
        ),
        pytest.param("The ABCA4 protein lowers blood pressure.", [], id="a protein of the body"),
        pytest.param(
            "Eating protein lowers blood pressure.", [("protein", "DECREASES", "blood pressure")], id="protein of food"
        ),
        pytest.param("Sprains are eased with RICE.", [], id="an acronym"),
        pytest.param("Sprains are eased with rice.", [("rice", "TREATS", "Sprains")], id="the food"),
        pytest.param("Vinyl chloride raises the risk of cancer.", [], id="a reagent"),
        pytest.param(
            "Chloride raises blood pressure.", [("chloride", "INCREASES", "blood pressure")], id="the electrolyte"
        ),
        pytest.param(
            "Mineral and bone disorder raises the risk of fractures.", [], id="a nutrient in a disorder's name"
        ),
        pytest.param("Coffee makes the heart beat faster.", [], id="faster is no better"),
        pytest.param(
            "Galactosemia is a disorder in which the body cannot process galactose.",
            [("galactose", "ASSOCIATED_WITH", "Galactosemia")],
            id="a disorder of how it is used",
        ),
        pytest.param("Lipoma is a condition marked by lumps of fat.", [], id="a disorder that shows in it"),
        pytest.param("Ginger is available in teas, powders and capsules.", [], id="forms it is sold in"),
        pytest.param(
            "Iron is available in beans and peas.",
            [("iron", "FOUND_IN", "beans"), ("iron", "FOUND_IN", "peas")],
            id="foods it is in",
        ),
        pytest.param(
            "In addition to sleep, valerian is promoted for anxiety.",
            [("valerian", "USED_FOR", "anxiety")],
            id="beside what it is for",
        ),
        pytest.param(
            "Tea may help with issues such as bloating.", [("tea", "TREATS", "bloating")], id="issues of a kind"
        ),
        pytest.param(
            "Situations that raise the need for zinc include alcoholism and gout.",
            [("deficiency zinc", "ASSOCIATED_WITH", "alcoholism"), ("deficiency zinc", "ASSOCIATED_WITH", "gout")],
            id="what the situations are",
        ),
        pytest.param(
            "Medicines that lower zinc levels include diuretics.",
            [("zinc", "INTERACTS_WITH", "Medicines"), ("zinc", "INTERACTS_WITH", "diuretics")],
            id="all such medicines and one",
        ),
        pytest.param(
            "Anemia caused by a lack of iron cannot be told apart from gout.",
            [("deficiency iron", "CAUSES", "Anemia")],
            id="what is denied of the outcome",
        ),
        pytest.param("Anemia cannot be caused by iron.", [("iron", "not CAUSES", "Anemia")], id="what is denied"),
        pytest.param(
            "A lack of zinc can cause a rash around the mouth; diarrhea; and weak nails.",
            [
                ("deficiency zinc", "CAUSES", "rash"),
                ("deficiency zinc", "CAUSES", "diarrhea"),
                ("deficiency zinc", "CAUSES", "weak nails"),
            ],
            id="what semicolons part",
        ),
        pytest.param("With enough zinc, gout can be avoided.", [("zinc", "PREVENTS", "gout")], id="what does not come"),
        pytest.param("Take zinc with food to prevent nausea.", [], id="what the food does"),
        pytest.param(
            "Take zinc with water to prevent colds.", [("zinc", "PREVENTS", "colds")], id="what the pill does"
        ),
        pytest.param(
            "Oats\n\nA cup has 4 g of fiber.", [("dietary fiber", "FOUND_IN", "cup")], id="a cup of what is spoken of"
        ),
        pytest.param(
            "Rickets develops when the body cannot absorb calcium.",
            [("deficiency calcium", "CAUSES", "Rickets")],
            id="what is not taken in",
        ),
        pytest.param("Rickets develops when the body can absorb calcium.", [], id="what is taken in"),
        pytest.param(
            "Copper deficiency is treated with copper.",
            [("copper", "TREATS", "Copper deficiency")],
            id="its own shortage",
        ),
        pytest.param(
            "Too much salt makes the kidneys work harder, and rest keeps them healthy.",
            [("excess salt", "WORSENS", "kidneys")],
            id="work is no gain",
        ),
        pytest.param("Nitrogen mustard eases psoriasis.", [], id="a drug named like a spice"),
        pytest.param("Mustard eases psoriasis.", [("mustard", "TREATS", "psoriasis")], id="the spice"),
        pytest.param("Rinse tinned beans to remove some sodium.", [], id="what is done to a food"),
        pytest.param("Beans help remove sodium.", [("beans", "DECREASES", "sodium")], id="what a food does"),
        pytest.param("Oats help in limiting snacks.", [], id="less of a food"),
        pytest.param(
            "Eat oats to avoid getting constipated.",
            [("oats", "PREVENTS", "constipated")],
            id="what does not come about",
        ),
        pytest.param("Oats can make you constipated.", [("oats", "CAUSES", "constipated")], id="what comes about"),
        pytest.param(
            "Iron builds up in and damages the pancreas.",
            [("excess iron", "WORSENS", "pancreas")],
            id="a verb without object",
        ),
        pytest.param(
            "Oats build up and strengthen the muscles.",
            [("oats", "IMPROVES", "muscles")],
            id="a shared object",
        ),
        pytest.param("Bran slows the absorption of zinc.", [("bran", "INTERACTS_WITH", "zinc")], id="slower uptake"),
        pytest.param(
            "Too much sugar keeps muscles from working.", [("excess sugar", "WORSENS", "muscles")], id="keeps from"
        ),
        pytest.param("Zinc keeps muscles working.", [("zinc", "IMPROVES", "muscles")], id="keeps working"),
        pytest.param(
            "Copper is needed for growth, for digestion and for the function of the immune system.",
            [
                ("copper", "AFFECTS", "growth"),
                ("copper", "AFFECTS", "digestion"),
                ("copper", "AFFECTS", "function of the immune system"),
            ],
            id="a preposition said again",
        ),
        pytest.param(
            "They deliver vitamin E, an antioxidant that protects cells from sun damage.",
            [("vitamin E", "PREVENTS", "sun damage")],
            id="what a name is said to be",
        ),
        pytest.param("Some people find biotin helpful for acne.", [("biotin", "TREATS", "acne")], id="found helpful"),
        pytest.param("Some people find yoga helpful for acne, unlike biotin.", [], id="another thing found helpful"),
        pytest.param("Bran can make zinc harder to absorb.", [("bran", "INTERACTS_WITH", "zinc")], id="hard to absorb"),
        pytest.param(
            "Those taking iodine saw their heart rate drop.", [("iodine", "DECREASES", "heart rate")], id="seen to drop"
        ),
        pytest.param("Those taking iodine saw a drop.", [], id="a drop in nothing"),
        pytest.param(
            "There is no proof that iodine helps with acne or that it heals ulcers.",
            [("iodine", "not TREATS", "acne"), ("iodine", "not TREATS", "ulcers")],
            id="a second clause of the same proof",
        ),
        pytest.param(
            "Low iodine lowers calcium in the blood, which robs bones of strength.",
            [("deficiency iodine", "DECREASES", "calcium"), ("deficiency iodine", "WORSENS", "bones")],
            id="what the lack of one does",
        ),
        pytest.param(
            "Making up an iodine shortfall can ease cramps.", [("iodine", "TREATS", "cramps")], id="a shortage ended"
        ),
        pytest.param(
            "A median of 400 mcg of iodine a day eased cramps.",
            [("iodine", "TREATS", "cramps")],
            id="a median of doses",
        ),
    ],
)
def test_what_a_sentence_says_of_its_object(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize("kind", ["Plant and animal sources", "Good sources"])
def test_sources_that_a_lead_in_announces_are_no_nutrient(extractor: Extractor, kind: str) -> None:
    found = rows(extractor, f"{kind} of zinc are:\n\n- Beans\n- Peas")
    assert found == [("zinc", "FOUND_IN", "Beans"), ("zinc", "FOUND_IN", "Peas")]


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("Do not smoke, it can make ulcers worse.", []),
        ("Do not take sleeping pills, they can make migraines worse.", []),
        ("Take it daily, it can ease colds.", [("garlic", "TREATS", "colds")]),
        ("Try a lozenge, it can ease colds.", [("garlic", "TREATS", "colds")]),
    ],
)
def test_what_is_advised_is_meant_before_the_topic(extractor: Extractor, second: str, expected: list[Row]) -> None:
    assert rows(extractor, f"Garlic is a bulb. {second}") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Eating more fiber and maintaining a healthy weight matters.",
            [],
            id="two acts of one list",
        ),
        pytest.param(
            "Eating more fiber helps in maintaining a healthy weight.",
            [("dietary fiber", "IMPROVES", "healthy weight")],
            id="an act that serves the other",
        ),
        pytest.param("Enzymes help you digest fats and absorb vitamins.", [], id="two acts that something helps with"),
        pytest.param(
            "Fats help you absorb vitamins.",
            [("fat", "INTERACTS_WITH", "vitamins")],
            id="an act that a nutrient helps with",
        ),
        pytest.param("The kidneys keep salt in balance by removing potassium.", [], id="what the body does"),
        pytest.param(
            "Attacks are triggered by increased body temperature and alcohol.",
            [("alcohol", "CAUSES", "Attacks")],
            id="beside what is increased",
        ),
        pytest.param(
            "Ginger leads to increased body temperature.",
            [("ginger", "INCREASES", "body temperature")],
            id="what is increased",
        ),
        pytest.param("The MRP6 protein stimulates bone growth.", [], id="protein of a gene"),
        pytest.param(
            "Whey protein stimulates bone growth.",
            [("whey protein", "INCREASES", "bone growth")],
            id="protein that is eaten",
        ),
        pytest.param(
            "Don't have drinks with caffeine such as tea.",
            [("caffeine", "FOUND_IN", "tea")],
            id="a food nobody should have",
        ),
        pytest.param(
            "Oats do not contain gluten.",
            [("gluten", "not FOUND_IN", "Oats")],
            id="a food that does not hold it",
        ),
        pytest.param(
            "Drying does not kill them; sausages were the cause of trichinellosis.",
            [("sausages", "CAUSES", "trichinellosis")],
            id="negation before a semicolon",
        ),
        pytest.param(
            "Scurvy is caused by not having enough vitamin C.",
            [("deficiency vitamin C", "CAUSES", "Scurvy")],
            id="a shortage that harms",
        ),
        pytest.param(
            "Newborns have very little vitamin K.",
            [("deficiency vitamin K", "ASSOCIATED_WITH", "Newborns")],
            id="who is short of it",
        ),
        pytest.param(
            "Iron is a mineral. Too much iron harms the liver.\n\n"
            "Deferoxamine is a medicine that removes it. Side effects include nausea.",
            [("excess iron", "WORSENS", "the liver")],
            id="side effects of a medicine",
        ),
        pytest.param(
            "Iron is a mineral. Too much iron harms the liver.\n\n"
            "Iron pills are sold over the counter. Side effects include nausea.",
            [("excess iron", "WORSENS", "the liver"), ("iron", "CAUSES", "nausea")],
            id="side effects of the nutrient",
        ),
        pytest.param("Use spices and avoid adding more sugar to food.", [], id="what nobody should add"),
        pytest.param("Makers add sugar to ketchup.", [("sugar", "FOUND_IN", "ketchup")], id="what is added"),
        pytest.param("Eat less fat and meat and more fruit, beans and nuts.", [], id="a list that the fat is part of"),
        pytest.param(
            "Alcohol can raise triglyceride levels, a type of fat found in the blood.",
            [("alcohol", "INCREASES", "triglyceride levels")],
            id="what something is called",
        ),
        pytest.param("Hormone treatment reduces fat and increases muscle mass.", [], id="what another reduces"),
        pytest.param(
            "The kidneys stop making calcitriol and do not remove the salt.", [], id="what the body fails to do"
        ),
        pytest.param(
            "Alcohol can interfere with how well the body is able to maintain oxygen levels.", [], id="what is hindered"
        ),
        pytest.param(
            "Iron helps the body to maintain oxygen levels.",
            [("iron", "IMPROVES", "oxygen levels")],
            id="what is helped",
        ),
        pytest.param(
            "Risk factors for stroke include:\n\n- Drinking alcohol\n- Cut down on salt\n",
            [("alcohol", "PREDISPOSES", "stroke")],
            id="an order among risk factors",
        ),
    ],
)
def test_what_does_it_and_what_stands_beside(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("A trial gave adults 400 mg of zinc and 1,200 mg of ibuprofen.", ["zinc 400"], id="of a medicine"),
        pytest.param("Deferasirox is a pill taken once daily. Iron is lost.", [], id="pill of a medicine"),
        pytest.param(
            "Adults need 15 mg of zinc. The usual dose is a pill taken once daily.", ["zinc 15", "zinc 1"], id="pill"
        ),
        pytest.param("Five drops are added to a serving to break down the sugars.", [], id="of what stands behind"),
        pytest.param("The procedure can remove more than 6 cups of fluid a day.", [], id="what leaves the body"),
        pytest.param("Drink more than 6 cups of fluid a day.", ["fluids 6"], id="what is drunk"),
        pytest.param("Zinc\n\nA handful of small trials are under way.", [], id="what is counted is no amount of it"),
        pytest.param("Zinc\n\nA handful of nuts a day has 10 mg.", ["zinc 10"], id="what a handful holds"),
        pytest.param("Have salsa instead of almonds (20 grams of fat).", [], id="what a food holds"),
        pytest.param(
            "The risk is higher in smokers who have three alcoholic drinks a day.", [], id="what a group takes"
        ),
        pytest.param("Do not drink more than 14 units of alcohol per week.", ["alcohol 14"], id="units of alcohol"),
        pytest.param(
            "Calcium\n\nVitamin D helps you absorb calcium. Adults need 600 IU.",
            ["vitamin D 600"],
            id="unit of another",
        ),
        pytest.param("Calcium\n\nVitamin D is needed too. Adults need 600 mg.", ["calcium 600"], id="unit of both"),
        pytest.param("Take it with a snack. Most people need 7.5 mg a day.", [], id="milligrams of a food"),
        pytest.param(
            "Zinc\n\nThe RDA is 8 mg for women. For men it rises to 11 mg.", ["zinc 8", "zinc 11"], id="for others"
        ),
        pytest.param(
            "Zinc\n\nIron content of foods\n\nOysters, 3 ounces: 5 mg\nBeef, 1 slice: 2 mg",
            ["iron 5", "iron 2"],
            id="what foods of a list hold",
        ),
    ],
)
def test_amounts_that_somebody_is_told_to_take(extractor: Extractor, text: str, expected: list[str]) -> None:
    found = [claim for claim in extractor.extract(text) if claim.dose is not None and claim.dose.quantity is not None]
    amounts = [(c.nutrient.name, c.dose.quantity.min or c.dose.quantity.max) for c in found]  # type: ignore[union-attr]
    assert [f"{name} {amount:g}" for name, amount in amounts] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Limit salt to a teaspoon a day, which is about 2,300 mg.", ["day", "day"], id="which is"),
        pytest.param("Adults need 15 mcg of vitamin D daily (equal to 600 IU).", ["day", "day"], id="in brackets"),
        pytest.param("Limit salt to a teaspoon a day. A can holds 2,300 mg of salt.", ["day"], id="another amount"),
    ],
)
def test_an_amount_said_again_is_taken_as_often(extractor: Extractor, text: str, expected: list[str]) -> None:
    doses = [claim.dose for claim in extractor.extract(text) if claim.relation == "HAS_DOSE"]
    assert [dose.quantity.period for dose in doses if dose is not None and dose.quantity is not None] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Scurvy is a disease that is caused by a lack of vitamin C.",
            [("deficiency vitamin C", "CAUSES", "Scurvy")],
            id="said to be a disease",
        ),
        pytest.param(
            "Scurvy, a disease caused by a lack of vitamin C, is rare.",
            [("deficiency vitamin C", "CAUSES", "Scurvy")],
            id="called a disease beside its name",
        ),
        pytest.param(
            "Gout is a painful condition that is worsened by beer.",
            [("beer", "WORSENS", "Gout")],
            id="said of it in its definition",
        ),
        pytest.param(
            "Bartter syndrome is a group of kidney disorders that cause an imbalance of potassium.",
            [("potassium", "ASSOCIATED_WITH", "Bartter syndrome")],
            id="a group of disorders",
        ),
        pytest.param(
            "Sip water if vomiting is a problem.",
            [],
            id="a problem is no definition",
        ),
        pytest.param(
            "Alcohol can cause damage to the liver.",
            [("alcohol", "WORSENS", "the liver")],
            id="damage to an organ is told once",
        ),
        pytest.param(
            "Alcohol can cause nerve damage.",
            [("alcohol", "CAUSES", "nerve damage")],
            id="damage with a name",
        ),
    ],
)
def test_what_is_told_of_an_illness_by_a_general_name(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        pytest.param("Do not stop a prescribed medicine, even if it causes cramps.", [], id="medicine of the sentence"),
        pytest.param("Do this even if it causes cramps.", [("alcohol", "CAUSES", "cramps")], id="none in the sentence"),
    ],
)
def test_a_medicine_named_ahead_of_the_pronoun(extractor: Extractor, second: str, expected: list[Row]) -> None:
    assert rows(extractor, f"Twitching\n\nDo not drink alcohol.\n\n{second}") == expected


def test_risk_factors_one_can_control_interact_with_nothing(extractor: Extractor) -> None:
    text = (
        "Stroke\n\nRisk factors for stroke that you can control include:\n\n- Alcohol and drug use, including cocaine\n"
    )
    assert rows(extractor, text) == [("alcohol", "PREDISPOSES", "stroke")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Potassium levels stay low, causing cramps.", "deficiency potassium", id="stays low"),
        pytest.param("Potassium levels stay normal, causing cramps.", "potassium", id="stays as it is"),
    ],
)
def test_an_amount_that_stays_low_is_a_shortage(extractor: Extractor, text: str, expected: str) -> None:
    assert rows(extractor, text) == [(expected, "CAUSES", "cramps")]


def test_a_myth_is_denied_and_is_no_object_of_its_own_clause(extractor: Extractor) -> None:
    text = "The myth that creatine damages the kidneys refuses to go away."
    assert rows(extractor, text) == [("creatine", "not WORSENS", "kidneys")]
