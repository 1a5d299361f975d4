"""Who does what: deep subjects and objects in parses drawn by hand."""

from __future__ import annotations

import pytest

from claimx.relate.roles import find_role
from drawn_parses import draw


def roles(notation: str, trigger: str, *names: str) -> list[list[str]]:
    """The words that fill each role of the trigger."""
    reader = draw(notation).reader()
    graph = reader.graph
    token = graph.parse.words.index(trigger)
    return [[graph.parse.words[item] for item in find_role(reader, token, role=name)] for name in names]


ACTIVE = "[N Zinc/NOUN/nsubj/eases ] eases=ease/VERB.VBZ/root [C colds=cold/NOUN/obj/eases ]"
PASSIVE = (
    "[C Colds=cold/NOUN/nsubj:pass/eased ] are=be/AUX/aux:pass/eased eased=ease/VERB.VBN/root "
    "by/ADP/case/zinc [N zinc/NOUN/obl/eased ]"
)
AGENT = (
    "[C Colds=cold/NOUN/nsubj:pass/eased ] are=be/AUX/aux:pass/eased eased=ease/VERB.VBN/root "
    "by/ADP/case/zinc [N zinc/NOUN/obl:agent/eased ]"
)
PARTICIPLE = (
    "[C Fatigue/NOUN/nsubj/common ] caused=cause/VERB.VBN/acl/Fatigue by/ADP/case/anemia "
    "[C anemia/NOUN/obl/caused ] is=be/AUX/cop/common common/ADJ/root"
)
GERUND_AGENT = (
    "[C Migraines=migraine/NOUN/nsubj:pass/eased ] are=be/AUX/aux:pass/eased eased=ease/VERB.VBN/root "
    "by/SCONJ/mark/taking taking=take/VERB.VBG/advcl/eased [N magnesium/NOUN/obj/taking ]"
)
RAISING = (
    "[N Zinc/NOUN/nsubj/seems ] seems=seem/VERB.VBZ/root to/PART/mark/relieve "
    "relieve/VERB.VB/xcomp/seems [C colds=cold/NOUN/obj/relieve ]"
)
RAISING_PASSIVE = (
    "[N Zinc/NOUN/nsubj:pass/thought ] is=be/AUX/aux:pass/thought thought=think/VERB.VBN/root "
    "to/PART/mark/relieve relieve/VERB.VB/xcomp/thought [C colds=cold/NOUN/obj/relieve ]"
)
CONTROL = (
    "[N Fiber/NOUN/nsubj/helps ] helps=help/VERB.VBZ/root people/NOUN/obj/helps "
    "digest/VERB.VB/xcomp/helps [U fat/NOUN/obj/digest ]"
)
NOT_CONTROL = (
    "[N Fiber/NOUN/nsubj/surprises ] surprises=surprise/VERB.VBZ/root people/NOUN/obj/surprises "
    "digesting=digest/VERB.VBG/xcomp/surprises [U fat/NOUN/obj/digesting ]"
)
PURPOSE = (
    "People/NOUN/nsubj/take take/VERB.VBP/root [N zinc/NOUN/obj/take ] to/PART/mark/fight "
    "fight/VERB.VB/advcl/take [C colds=cold/NOUN/obj/fight ]"
)
RELATIVE = (
    "[N Biotin/NOUN/nsubj/cheap ] which/PRON.WDT/nsubj/strengthens strengthens=strengthen/VERB.VBZ/acl:relcl/Biotin "
    "[U nails=nail/NOUN/obj/strengthens ] is=be/AUX/cop/cheap cheap/ADJ/root"
)
RELATIVE_OBJECT = (
    "[N Biotin/NOUN/nsubj/cheap ] that/PRON.WDT/obj/take people/NOUN/nsubj/take take/VERB.VBP/acl:relcl/Biotin "
    "is=be/AUX/cop/cheap cheap/ADJ/root"
)
APPOSITION_RELATIVE = (
    "[N Ginger/NOUN/nsubj/root ] is=be/AUX/cop/root a/DET/det/root root/NOUN/root "
    "that/PRON.WDT/nsubj/eases eases=ease/VERB.VBZ/acl:relcl/root [C nausea/NOUN/obj/eases ]"
)
BARE_RELATIVE = (
    "[N Tannins=tannin/NOUN/nsubj/bind ] teas=tea/NOUN/nsubj/contain contain/VERB.VBP/acl:relcl/Tannins "
    "bind/VERB.VBP/root iron/NOUN/obj/bind"
)
TOUGH = (
    "[C Scurvy/NOUN/nsubj/easy ] is=be/AUX/cop/easy easy/ADJ/root to/PART/mark/treat treat/VERB.VB/csubj/easy "
    "with/ADP/case/zinc [N zinc/NOUN/obl/treat ]"
)
WHICH_OF_NOUN = (
    "They/PRON/nsubj/get get/VERB.VBP/root [N zinc/NOUN/obj/get ] ,/PUNCT/punct/eases which/PRON.WDT/nsubj/eases "
    "eases=ease/VERB.VBZ/advcl:relcl/get [C colds=cold/NOUN/obj/eases ]"
)
WHICH_OF_CLAUSE = (
    "[N Zinc/NOUN/nsubj/opens ] opens=open/VERB.VBZ/root [U airways=airway/NOUN/obj/opens ] ,/PUNCT/punct/eases "
    "which/PRON.WDT/nsubj/eases eases=ease/VERB.VBZ/advcl:relcl/opens [C colds=cold/NOUN/obj/eases ]"
)
WHICH_IN_TURN = (
    "[N Zinc/NOUN/nsubj/opens ] opens=open/VERB.VBZ/root [U airways=airway/NOUN/obj/opens ] ,/PUNCT/punct/eases "
    "which/PRON.WDT/nsubj/eases in/ADP/case/turn turn/NOUN/obl/eases eases=ease/VERB.VBZ/acl:relcl/airways "
    "[C colds=cold/NOUN/obj/eases ]"
)
WHICH_HELPS = (
    "[N Zinc/NOUN/nsubj/opens ] opens=open/VERB.VBZ/root [U airways=airway/NOUN/obj/opens ] ,/PUNCT/punct/helps "
    "which/PRON.WDT/nsubj/helps helps=help/VERB.VBZ/acl:relcl/airways [C colds=cold/NOUN/obj/helps ]"
)
WHICH_OF_OBJECT = WHICH_HELPS.replace("helps=help", "brings=bring").replace("helps", "brings")
WHICH_OF_DENIAL = (
    "[N Zinc/NOUN/nsubj/opens ] not/PART/advmod/opens opens=open/VERB.VBZ/root [U airways=airway/NOUN/obj/opens ] "
    ",/PUNCT/punct/brings which/PRON.WDT/nsubj/brings brings=bring/VERB.VBZ/advcl:relcl/opens "
    "[C colds=cold/NOUN/obj/brings ]"
)
SET_OFF = (
    "[N Oats=oat/NOUN/nsubj/improve ] improve/VERB.VBP/root [U digestion/NOUN/obj/improve ] ,/PUNCT/punct/lowering "
    "lowering=lower/VERB.VBG/acl/digestion [U cholesterol/NOUN/obj/lowering ]"
)
NOT_SET_OFF = (
    "[N Oats=oat/NOUN/nsubj/contain ] contain/VERB.VBP/root [N fiber/NOUN/obj/contain ] "
    "lowering=lower/VERB.VBG/acl/fiber [U cholesterol/NOUN/obj/lowering ]"
)
COORDINATED = (
    "[N Zinc/NOUN/nsubj/prevents ] prevents=prevent/VERB.VBZ/root and/CCONJ/cc/treats "
    "treats=treat/VERB.VBZ/conj/prevents [C colds=cold/NOUN/obj/treats ]"
)
COORDINATED_APART = (
    "[N Zinc/NOUN/nsubj/prevents ] prevents=prevent/VERB.VBZ/root [C colds=cold/NOUN/obj/prevents ] and/CCONJ/cc/heals "
    "heals=heal/VERB.VBZ/conj/prevents [C wounds=wound/NOUN/obj/heals ]"
)


@pytest.mark.parametrize(
    ("notation", "trigger", "expected"),
    [
        pytest.param(ACTIVE, "eases", [["Zinc"], ["colds"]], id="active"),
        pytest.param(PASSIVE, "eased", [["zinc"], ["Colds"]], id="passive with by"),
        pytest.param(AGENT, "eased", [["zinc"], ["Colds"]], id="passive with an agent label"),
        pytest.param(GERUND_AGENT, "eased", [["taking"], ["Migraines"]], id="passive with a gerund"),
        pytest.param(PARTICIPLE, "caused", [["anemia"], ["Fatigue"]], id="bare participle is passive"),
        pytest.param(RAISING, "relieve", [["Zinc"], ["colds"]], id="raising"),
        pytest.param(RAISING_PASSIVE, "relieve", [["Zinc"], ["colds"]], id="raising out of a passive"),
        pytest.param(CONTROL, "digest", [["Fiber", "people"], ["fat"]], id="causer and causee"),
        pytest.param(NOT_CONTROL, "digesting", [["Fiber"], ["fat"]], id="no causative verb, no causee"),
        pytest.param(PURPOSE, "fight", [["People", "zinc"], ["colds"]], id="what is taken acts in the purpose"),
        pytest.param(RELATIVE, "strengthens", [["Biotin"], ["nails"]], id="relative clause"),
        pytest.param(RELATIVE_OBJECT, "take", [["people"], ["Biotin"]], id="relative pronoun as object"),
        pytest.param(APPOSITION_RELATIVE, "eases", [["root"], ["nausea"]], id="relative of a predicate noun"),
        pytest.param(BARE_RELATIVE, "contain", [["teas"], ["Tannins"]], id="relative clause without a pronoun"),
        pytest.param(TOUGH, "treat", [[], ["Scurvy"]], id="easy to treat"),
        pytest.param(WHICH_OF_NOUN, "eases", [["zinc"], ["colds"]], id="which, behind a nutrient"),
        pytest.param(WHICH_OF_CLAUSE, "eases", [["Zinc"], ["colds"]], id="which, of what the clause says"),
        pytest.param(WHICH_IN_TURN, "eases", [["Zinc"], ["colds"]], id="which in turn"),
        pytest.param(WHICH_HELPS, "helps", [["Zinc"], ["colds"]], id="which helps"),
        pytest.param(WHICH_OF_OBJECT, "brings", [["airways"], ["colds"]], id="which, of what is acted on"),
        pytest.param(WHICH_OF_DENIAL, "brings", [["which"], ["colds"]], id="which, of what is denied"),
        pytest.param(SET_OFF, "lowering", [["Oats"], ["cholesterol"]], id="participle behind a comma"),
        pytest.param(NOT_SET_OFF, "lowering", [["fiber"], ["cholesterol"]], id="participle of its noun"),
        pytest.param(COORDINATED, "prevents", [["Zinc"], ["colds"]], id="shared object, first verb"),
        pytest.param(COORDINATED, "treats", [["Zinc"], ["colds"]], id="shared object, second verb"),
        pytest.param(COORDINATED_APART, "prevents", [["Zinc"], ["colds"]], id="objects of their own, first verb"),
        pytest.param(COORDINATED_APART, "heals", [["Zinc"], ["wounds"]], id="objects of their own, second verb"),
    ],
)
def test_deep_subject_and_object_of_a_verb(notation: str, trigger: str, expected: list[list[str]]) -> None:
    assert roles(notation, trigger, "subj", "obj") == expected


LIGHT = (
    "[N Zinc/NOUN/nsubj/plays ] plays=play/VERB.VBZ/root a/DET/det/role role/NOUN/obj/plays "
    "in/ADP/case/healing [U healing/NOUN/nmod/role ]"
)
NOT_LIGHT = (
    "[N Zinc/NOUN/nsubj/lacks ] lacks=lack/VERB.VBZ/root a/DET/det/role role/NOUN/obj/lacks "
    "in/ADP/case/healing [U healing/NOUN/nmod/role ]"
)
NOMINAL = (
    "The/DET/det/reduction reduction/NOUN/nsubj/large of/ADP/case/pain [C pain/NOUN/nmod/reduction ] "
    "by/ADP/case/ginger [N ginger/NOUN/nmod/reduction ] was=be/AUX/cop/large large/ADJ/root"
)
HOLDER = (
    "The/DET/det/role role/NOUN/nsubj/clear of/ADP/case/zinc [N zinc/NOUN/nmod/role ] in/ADP/case/healing "
    "[U healing/NOUN/nmod/role ] is=be/AUX/cop/clear clear/ADJ/root"
)
POSSESSOR = (
    "Its/PRON/nmod:poss/effect effect/NOUN/nsubj/large on/ADP/case/mood [U mood/NOUN/nmod/effect ] "
    "is=be/AUX/cop/large large/ADJ/root"
)
PREDICATE = (
    "[N Zinc/NOUN/nsubj/remedy ] is=be/AUX/cop/remedy a/DET/det/remedy remedy/NOUN/root "
    "for/ADP/case/colds [C colds=cold/NOUN/nmod/remedy ]"
)
BARRIER = (
    "[N Zinc/NOUN/nsubj/replacement ] is=be/AUX/cop/replacement no/DET/det/replacement replacement/NOUN/root "
    "for/ADP/case/treatment treatment/NOUN/nmod/replacement of/ADP/case/colds [C colds=cold/NOUN/nmod/treatment ]"
)
NESTED = (
    "[N Zinc/NOUN/nsubj/led ] led=lead/VERB.VBD/root to/ADP/case/reduction a/DET/det/reduction "
    "reduction/NOUN/obl/led in/ADP/case/pain [C pain/NOUN/nmod/reduction ]"
)


@pytest.mark.parametrize(
    ("notation", "trigger", "preposition", "expected"),
    [
        pytest.param(LIGHT, "role", "in", [["Zinc"], ["healing"]], id="object of a light verb"),
        pytest.param(NOT_LIGHT, "role", "in", [[], ["healing"]], id="object of another verb"),
        pytest.param(NESTED, "reduction", "in", [["Zinc"], ["pain"]], id="oblique of a light verb"),
        pytest.param(NOMINAL, "reduction", "of", [["ginger"], ["pain"]], id="of names no doer, by does"),
        pytest.param(HOLDER, "role", "in", [["zinc"], ["healing"]], id="of names the holder of a role"),
        pytest.param(POSSESSOR, "effect", "on", [["Its"], ["mood"]], id="possessive"),
        pytest.param(PREDICATE, "remedy", "for", [["Zinc"], ["colds"]], id="predicate noun"),
        pytest.param(BARRIER, "treatment", "of", [[], ["colds"]], id="a replacement keeps the subject out"),
    ],
)
def test_holder_and_target_of_a_noun(notation: str, trigger: str, preposition: str, expected: list[list[str]]) -> None:
    assert roles(notation, trigger, "subj", f"prep:{preposition}") == expected


CONDITIONAL = (
    "If/SCONJ/mark/lack you/PRON/nsubj/lack lack/VERB.VBP/advcl/develop [N iron/NOUN/obj/lack ] "
    "you/PRON/nsubj/develop develop/VERB.VBP/root [C anemia/NOUN/obj/develop ]"
)
DEFINITION = (
    "[C Anemia/NOUN/nsubj/condition ] is=be/AUX/cop/condition a/DET/det/condition condition/NOUN/root "
    "in/ADP/case/which which/PRON.WDT/obl/lacks the/DET/det/body body/NOUN/nsubj/lacks "
    "lacks=lack/VERB.VBZ/acl:relcl/condition [N iron/NOUN/obj/lacks ]"
)
CAUSES_OF = (
    "Causes=cause/NOUN/nsubj/include of/ADP/case/iron low/ADJ/amod/iron [N iron/NOUN/nmod/Causes ] "
    "include/VERB.VBP/root [C bleeding/NOUN/obj/include ]"
)
ATTRIBUTE = (
    "[N Zinc/NOUN/nsubj/means ] means=mean/VERB.VBZ/root improved=improve/VERB.VBN/amod/healing "
    "[U healing/NOUN/obj/means ]"
)


MEANS = (
    "You/PRON/nsubj/ease can/AUX/aux/ease ease/VERB.VB/root [C colds=cold/NOUN/obj/ease ] by/SCONJ/mark/taking "
    "taking=take/VERB.VBG/advcl/ease [N zinc/NOUN/obj/taking ]"
)
MEANS_OF_ANOTHER = (
    "Sleep/NOUN/nsubj/eases eases=ease/VERB.VBZ/root [C colds=cold/NOUN/obj/eases ] by/SCONJ/mark/saving "
    "saving=save/VERB.VBG/advcl/eases [N zinc/NOUN/obj/saving ]"
)
MEANS_OF_LIMITING = (
    "We/PRON/nsubj/limit limit/VERB.VBP/root [F foods=food/NOUN/obj/limit ] with/ADP/case/salt "
    "[N salt/NOUN/nmod/foods ]"
)
AHEAD = "[F Oats=oat/NOUN/nsubj/high ] high/ADJ/root in/ADP/case/fiber [N fiber/NOUN/obl/high ]"
BENEFITS = (
    "Benefits=benefit/NOUN/nsubj/include of/ADP/case/zinc [N zinc/NOUN/nmod/Benefits ] for/ADP/case/skin "
    "[U skin/NOUN/nmod/zinc ] include/VERB.VBP/root [U healing/NOUN/obj/include ] and/CCONJ/cc/pain "
    "less/ADJ/amod/pain [C pain/NOUN/conj/healing ]"
)
ADDED_ACT = (
    "In/ADP/case/addition addition/NOUN/obl/heals to/SCONJ/mark/easing easing=ease/VERB.VBG/acl/addition "
    "[C colds=cold/NOUN/obj/easing ] [N zinc/NOUN/nsubj/heals ] heals=heal/VERB.VBZ/root "
    "[C wounds=wound/NOUN/obj/heals ]"
)
JOINED_CONDITION = (
    "If/SCONJ/mark/have you/PRON/nsubj/have have/VERB.VBP/root [C gout/NOUN/obj/have ] ,/PUNCT/punct/avoid "
    "avoid/VERB.VB/conj/have [F liver/NOUN/obj/avoid ]"
)
LIKELIER_THAN = (
    "Women=woman/NOUN/nsubj/likely are=be/AUX/cop/likely likely/ADJ/root than/ADP/case/men men=man/NOUN/obl/likely "
    "to/PART/mark/die die/VERB.VB/acl/men of/ADP/case/gout [C gout/NOUN/obl/die ]"
)
STAYED = (
    "[U LDL/NOUN/nsubj/fell ] fell=fall/VERB.VBD/root with/ADP/case/zinc [N zinc/NOUN/obl/fell ] ,/PUNCT/punct/shift "
    "while/SCONJ/mark/shift [U sleep/NOUN/nsubj/shift ] did=do/AUX.VBD/aux/shift not/PART/advmod/shift "
    "shift/VERB.VB/advcl/fell"
)
HUNG_ASIDE = "[N Zinc/NOUN/compound/colds ] may/AUX/aux/ease ease/VERB.VB/root [C colds=cold/NOUN/obj/ease ]"


@pytest.mark.parametrize(
    ("notation", "trigger", "role", "expected"),
    [
        pytest.param(MEANS, "ease", "means", ["taking"], id="means of a person"),
        pytest.param(MEANS_OF_ANOTHER, "eases", "means", [], id="means of something else"),
        pytest.param(MEANS_OF_LIMITING, "limit", "means", [], id="what limited foods are with"),
        pytest.param(BENEFITS, "Benefits", "listed", ["healing"], id="what is included, but for what falls"),
        pytest.param(BENEFITS, "zinc", "listed", [], id="nothing is included"),
        pytest.param(BENEFITS, "Benefits", "below:for", ["skin"], id="phrase hung on the nutrient"),
        pytest.param(BENEFITS, "Benefits", "below:on", [], id="phrase with another preposition"),
        pytest.param(BENEFITS, "healing", "subj", ["Benefits"], id="what includes an effect"),
        pytest.param(ADDED_ACT, "easing", "subj", ["zinc"], id="an act that comes on top"),
        pytest.param(JOINED_CONDITION, "avoid", "clause:if", ["you", "gout"], id="condition parsed as a first verb"),
        pytest.param(JOINED_CONDITION, "avoid", "clause:when", [], id="first verb of another marker"),
        pytest.param(AHEAD, "high", "ahead", ["Oats"], id="the noun right ahead"),
        pytest.param(MEANS, "taking", "ahead", [], id="no noun right ahead"),
        pytest.param(LIKELIER_THAN, "likely", "comp_obj", ["die"], id="complement hung on what is compared"),
        pytest.param(HUNG_ASIDE, "ease", "subj", ["Zinc"], id="subject hung on another word"),
        pytest.param(STAYED, "shift", "doer_before", ["LDL", "zinc"], id="what the clause before tells of"),
        pytest.param(STAYED, "fell", "doer_before", [], id="no clause before"),
        pytest.param(CONDITIONAL, "develop", "clause:if|when", ["you", "iron"], id="clause of its marker"),
        pytest.param(CONDITIONAL, "develop", "clause:because", [], id="clause of another marker"),
        pytest.param(DEFINITION, "condition", "copula", ["Anemia"], id="what a noun is said of"),
        pytest.param(CAUSES_OF, "Causes", "governed", ["bleeding"], id="object of the verb above"),
        pytest.param(CAUSES_OF, "Causes", "near", [], id="no nutrient before"),
        pytest.param(CAUSES_OF, "include", "near", ["iron"], id="the last nutrient before"),
        pytest.param(ATTRIBUTE, "improved", "mod", ["healing"], id="noun of an attribute"),
        pytest.param(ATTRIBUTE, "means", "mod", [], id="a verb modifies nothing"),
        pytest.param(CONTROL, "helps", "comp_subj", ["people"], id="subject of the complement"),
        pytest.param(ACTIVE, "eases", "comp_subj", [], id="no complement"),
        pytest.param(CONTROL, "helps", "comp_obj", ["fat"], id="object of the complement"),
        pytest.param(CONTROL, "digest", "above_subj", ["Fiber"], id="subject of the clause above"),
        pytest.param(ACTIVE, "eases", "self", ["eases"], id="the trigger"),
        pytest.param(ACTIVE, "eases", "reach_left", ["Zinc"], id="nutrient by distance"),
        pytest.param(ACTIVE, "eases", "reach_right", ["colds"], id="object by distance"),
        pytest.param(COORDINATED, "prevents", "reach_right", [], id="distance ends at a conjunction"),
    ],
)
def test_other_roles(notation: str, trigger: str, role: str, expected: list[str]) -> None:
    assert roles(notation, trigger, role) == [expected]


def test_unknown_role_is_refused() -> None:
    with pytest.raises(ValueError, match="no role is called 'giver'"):
        roles(ACTIVE, "eases", "giver")


SEEN = "A/DET/det/rise rise/NOUN/nsubj:pass/seen was/AUX/aux:pass/seen seen=see/VERB.VBN/root"


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("in/ADP/case/group [N zinc/NOUN/compound/group ] group/NOUN/obl/seen", ["zinc"]),
        (
            "among/ADP/case/those those/PRON/obl/seen taking=take/VERB.VBG/acl/those [N zinc/NOUN/obj/taking ]",
            ["taking"],
        ),
        ("in/ADP/case/people people/NOUN/obl/seen with/ADP/case/zinc [N zinc/NOUN/nmod/people ]", []),
        ("in/ADP/case/rooms [N zinc/NOUN/compound/rooms ] rooms=room/NOUN/obl/seen", []),
        ("before/ADP/case/group [N zinc/NOUN/compound/group ] group/NOUN/obl/seen", []),
    ],
)
def test_what_the_group_took_in_which_it_was_seen(where: str, expected: list[str]) -> None:
    assert roles(f"{SEEN} {where}", "rise", "groups") == [expected]
