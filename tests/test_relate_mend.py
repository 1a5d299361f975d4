"""Verbs that a parser took for modifiers, put back before the tree is read."""

from __future__ import annotations

import pytest

from claim_reading import Row, rows
from claimx.pipeline import Extractor
from claimx.relate.mend import mend
from drawn_parses import draw, words

HIDDEN_NOUN = (
    "[N Zinc/NOUN/nsubj/support ] and/CCONJ/cc/iron [N iron/NOUN/conj/Zinc ] support/NOUN/compound/growth "
    "[U growth/NOUN/root ]"
)
HIDDEN_ADJECTIVE = (
    "[N Oats=oat/NOUN.NNS/nsubj/cholesterol ] may/AUX/aux/cholesterol lower=low/ADJ.JJR/amod/cholesterol "
    "[U cholesterol/NOUN/root ] by/ADP/case/half half/NOUN/nmod/cholesterol"
)
HIDDEN_PAST = (
    "They/PRON/nsubj/found found=find/VERB.VBD/root that/SCONJ/mark/colds [N zinc/NOUN/obl:unmarked/cut ] "
    "cut/VERB.VBN/amod/colds [C colds=cold/NOUN/ccomp/found ]"
)
HIDDEN_UNDER_SUBJECT = (
    "Lack/NOUN/root of/ADP/case/zinc [N zinc/NOUN/nmod/Lack ] causes=cause/NOUN.NNS/compound/fatigue "
    "[C fatigue/NOUN/nmod/Lack ]"
)
SECOND_VERB = (
    "[N Zinc/NOUN/nsubj/reduce ] may/AUX/aux/reduce reduce/VERB.VB/root [C pain/NOUN/obj/reduce ] "
    "and/CCONJ/cc/cholesterol lower=low/ADJ.JJR/amod/cholesterol [U cholesterol/NOUN/conj/pain ]"
)
THIRD_VERB = (
    "[N Zinc/NOUN/nsubj/reduce ] may/AUX/aux/reduce reduce/VERB.VB/root [C pain/NOUN/obj/reduce ] ,/PUNCT/punct/focus "
    "boost/NOUN/compound/focus [U focus/NOUN/conj/pain ] and/CCONJ/cc/mood [U mood/NOUN/conj/pain ] and/CCONJ/cc/aid "
    "aid/VERB.VB/conj/reduce [U sleep/NOUN/obj/aid ]"
)
SUBJECT_OF_ADVERB = (
    "Eating=eat/VERB.VBG/csubj/twice [F fish/NOUN/obj/Eating ] twice/ADV/advmod/helps helps=help/VERB.VBZ/root "
    "[U memory/NOUN/obj/helps ]"
)
GERUND = (
    "Eating=eat/VERB.VBG/advcl/linked [F fish/NOUN/obj/Eating ] is=be/AUX/aux:pass/linked linked=link/VERB.VBN/root"
)
JOINED_VERBS = (
    "[N Zinc/NOUN/nsubj/eases ] eases=ease/VERB.VBZ/root [C colds=cold/NOUN/obj/eases ] and/CCONJ/cc/supports "
    "supports=support/VERB.VBZ/conj/colds [U sleep/NOUN/obj/supports ]"
)
JOINED_GERUNDS = (
    "[N Zinc/NOUN/nsubj/helps ] helps=help/VERB.VBZ/root protecting=protect/VERB.VBG/xcomp/helps "
    "[U cells=cell/NOUN/obj/protecting ] and/CCONJ/cc/supporting supporting=support/VERB.VBG/conj/cells "
    "[U growth/NOUN/conj/cells ]"
)
TROUBLE = "[C trouble/NOUN/root ] moving=move/VERB.VBG/amod/arms [U arms=arm/NOUN.NNS/nmod/trouble ]"
SECOND_GERUND = (
    "[N Oats=oat/NOUN.NNS/nsubj/help ] help/VERB.VBP/root by/SCONJ/mark/lowering "
    "lowering=lower/VERB.VBG/advcl/help levels=level/NOUN/obj/lowering of/ADP/case/fat [U fat/NOUN/nmod/levels ] "
    "and/CCONJ/cc/mood easing=ease/VERB.VBG/amod/mood [U mood/NOUN/conj/fat ]"
)
BURNING = (
    "[N Oats=oat/NOUN.NNS/nsubj/help ] help/VERB.VBP/root by/SCONJ/mark/easing "
    "easing=ease/VERB.VBG/advcl/help [C pain/NOUN/obj/easing ] and/CCONJ/cc/feet "
    "burning=burn/VERB.VBG/amod/feet [U feet=foot/NOUN/conj/pain ]"
)
SYMPTOM = (
    "Effects=effect/NOUN/nsubj/vomiting are=be/AUX/aux/vomiting [C vomiting=vomit/VERB.VBG/root ] and/CCONJ/cc/fatigue "
    "[C fatigue/NOUN/conj/vomiting ]"
)
VERB_AFTER_ALL = "They/PRON/nsubj/vomiting have=have/AUX/aux/vomiting [C vomiting=vomit/VERB.VBG/root ]"
HELD_PART = (
    "[F oats=oat/NOUN/nsubj/consumption ] consumption/NOUN/root reduced=reduce/VERB.VBN/amod/pain "
    "[C pain/NOUN/obj/consumption ]"
)
DIVIDED_GERUND = (
    "Eating=eat/VERB.VBG/advcl/grows [F fish/NOUN/obj/Eating ] ,/PUNCT/punct/Eating grows=grow/VERB.VBZ/root"
)
COMPOUND_PARTICIPLE = (
    "[N Sugar/NOUN/compound/drinks ] sweetened=sweeten/VERB.VBN/amod/drinks [F drinks=drink/NOUN/root ]"
)
NOUN_IN_LIST = (
    "[N Zinc/NOUN/nsubj/reduce ] may/AUX/aux/reduce reduce/VERB.VB/root [C pain/NOUN/obj/reduce ] ,/PUNCT/punct/loss "
    "control/NOUN/compound/loss [C loss/NOUN/conj/pain ] and/CCONJ/cc/colds [C colds=cold/NOUN/conj/pain ]"
)
NOUN_AFTER_ALL = "[N Zinc/NOUN/compound/formula ] support/NOUN/compound/formula formula/NOUN/root"
SECOND_OBJECT = (
    "[N Oats=oat/NOUN.NNS/nsubj/ease ] can/AUX/aux/ease ease/VERB.VB/root [C stress/NOUN/obj/ease ] and/CCONJ/cc/mood "
    "support/NOUN/compound/mood [U mood/NOUN/obj/ease ]"
)
BENEFICIARY = (
    "[N Iron/NOUN/nsubj/important ] is=be/AUX/cop/important important/ADJ/root for/SCONJ/mark/grow "
    "[U body/NOUN/nsubj/grow ] to/PART/mark/grow grow/VERB.VB/advcl/important"
)
DUMMY = (
    "It=it/PRON/expl/important is=be/AUX/cop/important important/ADJ/root for/ADP/case/skin "
    "[U skin/NOUN/obl/important ]"
)
OF_ACT = (
    "It=it/PRON/expl/important is=be/AUX/cop/important important/ADJ/root for/SCONJ/mark/making "
    "making=make/VERB.VBG/csubj/important [U blood/NOUN/obj/making ]"
)
ANNOUNCING = (
    "It=it/PRON/expl/important is=be/AUX/cop/important important/ADJ/root to/PART/mark/eat eat/VERB.VB/csubj/important"
)
NEEDED = (
    "a/DET/det/mineral mineral/NOUN/root that/PRON/obj/needs [U body/NOUN/nsubj/needs ] "
    "needs=need/VERB.VBZ/acl:relcl/mineral to/PART/mark/work work/VERB.VB/xcomp/needs"
)
BURNT = (
    "a/DET/det/fuel fuel/NOUN/root that/PRON/obj/burns [U body/NOUN/nsubj/burns ] burns=burn/VERB.VBZ/acl:relcl/fuel"
)
MANNER = (
    "[N Zinc/NOUN/nsubj/affects ] affects=affect/VERB.VBZ/root how/ADV/obj/affects [U body/NOUN/nsubj/works ] "
    "works=work/VERB.VBZ/advcl:relcl/how now/ADV/advmod/works"
)
LOWER_IN = (
    "Eat=eat/VERB.VB/root foods=food/NOUN/obj/Eat lower=low/ADJ.JJR/advmod/Eat in/ADP/case/salt "
    "[N salt/NOUN/obl/lower ]"
)
SLOWER = "Eat=eat/VERB.VB/root [F fish/NOUN/obj/Eat ] slower=slow/ADJ.JJR/advmod/Eat"
SECOND_EFFECT = (
    "[N Zinc/NOUN/nsubj/causes ] causes=cause/VERB.VBZ/root [C pain/NOUN/obj/causes ] and/CCONJ/cc/weight "
    "lower=low/ADJ.JJR/amod/weight [U weight/NOUN/conj/pain ]"
)


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param(
            HIDDEN_NOUN,
            ["Zinc<nsubj<support", "and<cc<iron", "iron<conj<Zinc", "support<root<support", "growth<obj<support"],
            id="noun form",
        ),
        pytest.param(
            HIDDEN_ADJECTIVE,
            ["Oats<nsubj<lower", "may<aux<lower", "lower<root<lower", "cholesterol<obj<lower", "by<case<half",
             "half<nmod<cholesterol"],
            id="adjective form",
        ),
        pytest.param(
            HIDDEN_PAST,
            ["They<nsubj<found", "found<root<found", "that<mark<cut", "zinc<nsubj<cut", "cut<ccomp<found",
             "colds<obj<cut"],
            id="past form",
        ),
        pytest.param(
            HIDDEN_UNDER_SUBJECT,
            ["Lack<nsubj<causes", "of<case<zinc", "zinc<nmod<Lack", "causes<root<causes", "fatigue<obj<causes"],
            id="the subject taken for the head",
        ),
        pytest.param(
            SECOND_VERB,
            ["Zinc<nsubj<reduce", "may<aux<reduce", "reduce<root<reduce", "pain<obj<reduce", "and<cc<lower",
             "lower<conj<reduce", "cholesterol<obj<lower"],
            id="second of two verbs",
        ),
        pytest.param(
            THIRD_VERB,
            ["Zinc<nsubj<reduce", "may<aux<reduce", "reduce<root<reduce", "pain<obj<reduce", ",<punct<focus",
             "boost<conj<reduce", "focus<obj<boost", "and<cc<mood", "mood<conj<focus", "and<cc<aid", "aid<conj<reduce",
             "sleep<obj<aid"],
            id="one of three verbs",
        ),
        pytest.param(
            SECOND_OBJECT,
            ["Oats<nsubj<ease", "can<aux<ease", "ease<root<ease", "stress<obj<ease", "and<cc<support",
             "support<conj<ease", "mood<obj<support"],
            id="second of two objects",
        ),
        pytest.param(
            BENEFICIARY,
            ["Iron<nsubj<important", "is<cop<important", "important<root<important", "for<case<body",
             "body<obl<important", "to<mark<grow", "grow<advcl<important"],
            id="whom it is important for",
        ),
        pytest.param(
            DUMMY,
            ["It<nsubj<important", "is<cop<important", "important<root<important", "for<case<skin",
             "skin<obl<important"],
            id="it, with nothing to announce",
        ),
        pytest.param(
            OF_ACT,
            ["It<nsubj<important", "is<cop<important", "important<root<important", "for<mark<making",
             "making<advcl<important", "blood<obj<making"],
            id="it, with an act behind a preposition",
        ),
        pytest.param(
            NEEDED,
            ["a<det<mineral", "mineral<root<mineral", "that<mark<needs", "body<nsubj<needs", "needs<acl<mineral",
             "to<mark<work", "work<xcomp<needs"],
            id="what it is needed for",
        ),
        pytest.param(
            MANNER,
            ["Zinc<nsubj<affects", "affects<root<affects", "how<mark<works", "body<nsubj<works", "works<ccomp<affects",
             "now<advmod<works"],
            id="how it works",
        ),
        pytest.param(
            LOWER_IN,
            ["Eat<root<Eat", "foods<obj<Eat", "lower<amod<foods", "in<case<salt", "salt<obl<lower"],
            id="an adjective behind its noun",
        ),
        pytest.param(
            SUBJECT_OF_ADVERB,
            ["Eating<csubj<helps", "fish<obj<Eating", "twice<advmod<helps", "helps<root<helps", "memory<obj<helps"],
            id="subject of an adverb",
        ),
        pytest.param(
            "[N Zinc/NOUN/nsubj/taken ] taken=take/VERB.VBN/csubj/harm daily/ADV/advmod/taken can/AUX/aux/harm "
            "harm/VERB.VB/root [U copper/NOUN/obj/harm ]",
            ["Zinc<nsubj<harm", "taken<acl<Zinc", "daily<advmod<taken", "can<aux<harm", "harm<root<harm",
             "copper<obj<harm"],
            id="a participle taken for the subject",
        ),
        pytest.param(
            "Avoided=avoid/VERB.VBN/root by/ADP/case/people people/NOUN.NNS/obl/Avoided with/ADP/case/gout "
            "[C gout/NOUN/nmod/people ] or/CCONJ/cc/children by/ADP/case/children "
            "children/NOUN.NNS/conj/gout ./PUNCT/punct/Avoided",
            ["Avoided<root<Avoided", "by<case<people", "people<obl<Avoided", "with<case<gout", "gout<nmod<people",
             "or<cc<children", "by<case<children", "children<conj<people", ".<punct<Avoided"],
            id="a second phrase of the same preposition",
        ),
        pytest.param(
            GERUND,
            ["Eating<csubj<linked", "fish<obj<Eating", "is<aux:pass<linked", "linked<root<linked"],
            id="gerund as subject",
        ),
        pytest.param(
            JOINED_VERBS,
            ["Zinc<nsubj<eases", "eases<root<eases", "colds<obj<eases", "and<cc<supports", "supports<conj<eases",
             "sleep<obj<supports"],
            id="verb joined with an object",
        ),
        pytest.param(
            TROUBLE,
            ["trouble<root<trouble", "moving<acl<trouble", "arms<obj<moving"],
            id="what somebody has trouble with",
        ),
        pytest.param(
            SECOND_GERUND,
            ["Oats<nsubj<help", "help<root<help", "by<mark<lowering", "lowering<advcl<help", "levels<obj<lowering",
             "of<case<fat", "fat<nmod<levels", "and<cc<easing", "easing<conj<lowering", "mood<obj<easing"],
            id="second of two participles",
        ),
        pytest.param(
            JOINED_GERUNDS,
            ["Zinc<nsubj<helps", "helps<root<helps", "protecting<xcomp<helps", "cells<obj<protecting",
             "and<cc<supporting", "supporting<conj<protecting", "growth<obj<supporting"],
            id="gerund joined with an object",
        ),
        pytest.param(
            SYMPTOM,
            ["Effects<nsubj<vomiting", "are<cop<vomiting", "vomiting<root<vomiting", "and<cc<fatigue",
             "fatigue<conj<vomiting"],
            id="a symptom",
        ),
        pytest.param(
            HELD_PART,
            ["oats<compound<consumption", "consumption<nsubj<reduced", "reduced<root<reduced", "pain<obj<reduced"],
            id="what is a part of the subject",
        ),
        pytest.param(
            "[F Oats/VERB.VBZ/root ] lower/ADJ.JJR/amod/LDL LDL/NOUN/obj/Oats",
            ["Oats<nsubj<lower", "lower<root<lower", "LDL<obj<lower"],
            id="a name taken for the verb",
        ),
        pytest.param(
            "Drinking=drink/VERB.VBG/root [F tea/NOUN/compound/stress ] reduced=reduce/VERB.VBN/amod/stress "
            "[C stress/NOUN/obj/Drinking ] greatly/ADV/advmod/Drinking",
            ["Drinking<csubj<reduced", "tea<obj<Drinking", "reduced<root<reduced", "stress<obj<reduced",
             "greatly<advmod<reduced"],
            id="the verb behind an act",
        ),
        pytest.param(
            "[F Oats/NOUN/nsubj/low ] are=be/AUX/cop/low low/ADJ/root in/ADP/case/fat [N fat/NOUN/obl/low ] "
            "and/CCONJ/cc/rich rich/ADJ/conj/fat in/ADP/case/fiber [N fiber/NOUN/obl/rich ]",
            ["Oats<nsubj<low", "are<cop<low", "low<root<low", "in<case<fat", "fat<obl<low", "and<cc<rich",
             "rich<conj<low", "in<case<fiber", "fiber<obl<rich"],
            id="two adjectives",
        ),
        pytest.param(
            "[F Tea/NOUN/nsubj/causes ] causes=cause/VERB/root [U pressure/NOUN/obj/causes ] to/PART/mark/drop "
            "drop/VERB.VB/acl/pressure fast/ADV/advmod/drop",
            ["Tea<nsubj<causes", "causes<root<causes", "pressure<obj<causes", "to<mark<drop", "drop<xcomp<causes",
             "fast<advmod<drop"],
            id="what something is made to do",
        ),
        pytest.param(
            "benefit/NOUN/nsubj/inflammation is=be/AUX/aux:pass/reduced reduced=reduce/VERB.VBN/amod/inflammation "
            "[C inflammation/NOUN/root ]",
            ["benefit<nsubj<inflammation", "is<cop<inflammation", "reduced<amod<inflammation",
             "inflammation<root<inflammation"],
            id="no passive",
        ),
        pytest.param(
            "[N Zinc/NOUN/compound/aids ] aids=aid/NOUN.NNS/root in/ADP/case/healing [U healing/NOUN/nmod/aids ]",
            ["Zinc<nsubj<aids", "aids<root<aids", "in<case<healing", "healing<obl<aids"],
            id="a verb taken for what the whole is about",
        ),
        pytest.param(
            "In/ADP/case/trial one/NUM/nummod/trial trial/NOUN/obl/cut [N zinc/NOUN/nmod:unmarked/trial ] "
            "cut/VERB.VBD/root [C colds/NOUN/obj/cut ]",
            ["In<case<trial", "one<nummod<trial", "trial<obl<cut", "zinc<nsubj<cut", "cut<root<cut", "colds<obj<cut"],
            id="a subject behind a place",
        ),
        pytest.param(
            "Swap/NOUN/root [F butter/NOUN/nmod:unmarked/Swap ] for/ADP/case/oil [F oil/NOUN/nmod/butter ]",
            ["Swap<root<Swap", "butter<obj<Swap", "for<case<oil", "oil<nmod<butter"],
            id="advice that opens with its verb",
        ),
        pytest.param(
            "Skip/NOUN/compound/juice [F juice/NOUN/root ] with/ADP/case/pills pills/NOUN/nmod/juice",
            ["Skip<root<Skip", "juice<obj<Skip", "with<case<pills", "pills<obl<Skip"],
            id="advice whose verb was hung on the noun",
        ),
        pytest.param(
            "[P Adults=adult/NOUN/nsubj/sleep ] with/ADP/case/gout [C gout/NOUN/nmod/Adults ] who/PRON/nsubj/eat "
            "eat/VERB.VBP/acl:relcl/gout [F oats/NOUN/obj/eat ] sleep/VERB.VBP/root",
            ["Adults<nsubj<sleep", "with<case<gout", "gout<nmod<Adults", "who<nsubj<eat", "eat<acl:relcl<Adults",
             "oats<obj<eat", "sleep<root<sleep"],
            id="what people do, and not their illness",
        ),
        pytest.param(
            "[P Adults=adult/NOUN/root ] who/PRON/nsubj/drank drank=drink/VERB.VBD/acl:relcl/Adults "
            "[F tea/NOUN/obj/drank ] slept=sleep/VERB.VBD/xcomp/drank better/ADV/advmod/drank",
            ["Adults<nsubj<slept", "who<nsubj<drank", "drank<acl:relcl<Adults", "tea<obj<drank", "slept<root<slept",
             "better<advmod<slept"],
            id="what people did who drank something",
        ),
        pytest.param(
            "It/PRON/expl/seems seems=seem/VERB.VBZ/root to/PART/mark/work work/VERB.VB/xcomp/seems "
            "well/ADV/advmod/work",
            ["It<nsubj<seems", "seems<root<seems", "to<mark<work", "work<xcomp<seems", "well<advmod<work"],
            id="what seems to do something",
        ),
        pytest.param(
            "[N Zinc/NOUN/root ] along/ADP/case/colds with/ADP/case/colds [N copper/NOUN/compound/colds ] "
            "cut/VERB.VBN/amod/colds [C colds/NOUN/nmod/Zinc ]",
            ["Zinc<nsubj<cut", "along<case<copper", "with<case<copper", "copper<nmod<Zinc", "cut<root<cut",
             "colds<obj<cut"],
            id="the verb behind what goes along with its subject",
        ),
        pytest.param(
            "[U Sleep/NOUN/nsubj/matters ] matters=matter/VERB.VBZ/root and/CCONJ/cc/eating those/PRON/nsubj/eating "
            "eating=eat/VERB.VBG/conj/matters [F nuts/NOUN/obj/eating ] have/VERB.VBP/conj/eating "
            "[U memory/NOUN/obj/have ]",
            ["Sleep<nsubj<matters", "matters<root<matters", "and<cc<have", "those<nsubj<have", "eating<acl<those",
             "nuts<obj<eating", "have<conj<matters", "memory<obj<have"],
            id="people told by what they eat",
        ),
        pytest.param(
            "[F Mint/VERB/conj/pain ] combat/NOUN/compound/pain [C pain/NOUN/root ]",
            ["Mint<conj<pain", "combat<compound<pain", "pain<root<pain"],
            id="a name with the form of a verb",
        ),
        pytest.param(
            "[N Zinc/NOUN/nsubj/feeds ] feeds=feed/VERB.VBZ/root [U skin/NOUN/obj/feeds ] and/CCONJ/cc/iron "
            "[N iron/NOUN/conj/skin ] heals=heal/VERB.VBZ/conj/feeds [C wounds=wound/NOUN/obj/heals ]",
            ["Zinc<nsubj<feeds", "feeds<root<feeds", "skin<obj<feeds", "and<cc<heals", "iron<nsubj<heals",
             "heals<conj<feeds", "wounds<obj<heals"],
            id="a second subject",
        ),
        pytest.param(
            "[N Zinc/NOUN/nsubj/feeds ] feeds=feed/VERB.VBZ/root [U skin/NOUN/obj/feeds ] and/CCONJ/cc/iron "
            "[N iron/NOUN/conj/skin ] or/CCONJ/cc/copper [N copper/NOUN/conj/skin ] heal/VERB.VBP/xcomp/feeds "
            "[C wounds=wound/NOUN/obj/heal ]",
            ["Zinc<nsubj<feeds", "feeds<root<feeds", "skin<obj<feeds", "and<cc<heal", "iron<nsubj<heal",
             "or<cc<copper", "copper<conj<iron", "heal<conj<feeds", "wounds<obj<heal"],
            id="two that are the second subject",
        ),
        pytest.param(
            "[N Zinc/NOUN/nsubj/keeps ] keeps=keep/VERB.VBZ/root the/DET/det/intact [U lining/NOUN/compound/intact ] "
            "intact/NOUN/obj/keeps well/ADV/advmod/keeps",
            ["Zinc<nsubj<keeps", "keeps<root<keeps", "the<det<lining", "lining<obj<keeps", "intact<xcomp<keeps",
             "well<advmod<keeps"],
            id="adjective behind its noun",
        ),
        pytest.param(
            "[N Iodide/ADV/advmod/cuts ] cuts=cut/VERB.VBZ/root [C goiter/NOUN/obj/cuts ]",
            ["Iodide<nsubj<cuts", "cuts<root<cuts", "goiter<obj<cuts"],
            id="name taken for an adverb",
        ),
        pytest.param(
            "Too/ADV/advmod/little little/ADJ/amod/contributes contributes=contribute/NOUN.NNS/root to/ADP/case/goiter "
            "[C goiter/NOUN/nmod/contributes ]",
            ["Too<advmod<little", "little<nsubj<contributes", "contributes<root<contributes", "to<case<goiter",
             "goiter<obl<contributes"],
            id="what an amount alone does",
        ),
        pytest.param(
            "Without/ADP/case/zinc [N zinc/NOUN/nmod/misfire ] [U nerves=nerve/NOUN.NNS/compound/misfire ] "
            "misfire/NOUN/root badly/ADV/advmod/misfire",
            ["Without<case<zinc", "zinc<obl<misfire", "nerves<nsubj<misfire", "misfire<root<misfire",
             "badly<advmod<misfire"],
            id="a verb that takes nothing",
        ),
        pytest.param(
            "[N Zinc/NOUN/nsubj/eases ] eases=ease/VERB.VBZ/root [C pain/NOUN/obj/eases ] and/CCONJ/cc/lowers "
            "lowers=lower/NOUN.NNS/conj/eases [U effort/NOUN/obj/lowers ] greatly/ADV/advmod/lowers",
            ["Zinc<nsubj<eases", "eases<root<eases", "pain<obj<eases", "and<cc<lowers", "lowers<conj<eases",
             "effort<obj<lowers", "greatly<advmod<lowers"],
            id="a noun with an object",
        ),
        pytest.param(
            "[N Zinc/NOUN/compound/lowers ] lowers=lower/NOUN.NNS/nsubj/perceived "
            "perceived=perceive/VERB.VBN/root [U effort/NOUN/obj/perceived ] greatly/ADV/advmod/perceived",
            ["Zinc<nsubj<lowers", "lowers<root<lowers", "perceived<amod<effort", "effort<obj<lowers",
             "greatly<advmod<lowers"],
            id="a verb before a participle",
        ),
        pytest.param(
            "[N Zinc/NOUN/nsubj/helps ] helps=help/VERB.VBZ/root damaged=damage/VERB.VBN/xcomp/helps "
            "[U skin/NOUN/obj/damaged ] greatly/ADV/advmod/helps",
            ["Zinc<nsubj<helps", "helps<root<helps", "damaged<amod<skin", "skin<obj<helps", "greatly<advmod<helps"],
            id="a participle before a noun",
        ),
        pytest.param(
            "Low/ADJ/root in/ADP/case/fat [N fat/NOUN/obl/Low ] ,/PUNCT/punct/high high/ADJ/advmod/Low "
            "in/ADP/case/fiber [N fiber/NOUN/obl/high ]",
            ["Low<root<Low", "in<case<fat", "fat<obl<Low", ",<punct<high", "high<conj<Low", "in<case<fiber",
             "fiber<obl<high"],
            id="two adjectives parted by a comma",
        ),
        pytest.param(
            "[N Zinc/NOUN/nsubj/lowered ] lowered=lower/VERB.VBD/root growth/NOUN/obj/lowered in/ADP/case/skin "
            "[U skin/NOUN/nmod/growth ] and/CCONJ/cc/mood improved=improve/VERB.VBN/amod/mood "
            "[U mood/NOUN/conj/skin ]",
            ["Zinc<nsubj<lowered", "lowered<root<lowered", "growth<obj<lowered", "in<case<skin", "skin<nmod<growth",
             "and<cc<improved", "improved<conj<lowered", "mood<obj<improved"],
            id="a second verb behind a part",
        ),
    ],
)  # fmt: skip
def test_mended_parse(notation: str, expected: list[str]) -> None:
    drawn = draw(notation)
    found = mend(drawn.parse, drawn.mentions, words=words())
    shown = zip(found.words, found.deps, (found.words[head] for head in found.heads), strict=True)
    assert ["<".join(each) for each in shown] == expected


@pytest.mark.parametrize(
    "notation",
    [
        *(COMPOUND_PARTICIPLE, NOUN_IN_LIST, NOUN_AFTER_ALL, SECOND_EFFECT, DIVIDED_GERUND, VERB_AFTER_ALL),
        *(ANNOUNCING, BURNT, SLOWER, BURNING, "Raise/VERB.VB/root lower/ADJ.JJR/amod/LDL LDL/NOUN/obj/Raise"),
        "[P Adults=adult/NOUN/nsubj/sleep ] with/ADP/case/gout [C gout/NOUN/nmod/Adults ] which/PRON/nsubj/hurts "
        "hurts=hurt/VERB.VBZ/acl:relcl/gout sleep/VERB.VBP/root",
        "too/ADV/advmod/much much/ADJ/amod/oats [F oats=oat/NOUN.NNS/root ] for/ADP/case/breakfast "
        "breakfast/NOUN/nmod/oats",
        "Drinking=drink/VERB.VBG/root reduced=reduce/VERB.VBN/amod/tea [F tea/NOUN/obj/Drinking ]",
        "[P Adults=adult/NOUN/root ] who/PRON/nsubj/drank drank=drink/VERB.VBD/acl:relcl/Adults "
        "[F tea/NOUN/obj/drank ] to/PART/mark/sleep sleep/VERB.VB/xcomp/drank",
        "It/PRON/expl/seems seems=seem/VERB.VBZ/root that/SCONJ/mark/works [N zinc/NOUN/nsubj/works ] "
        "works=work/VERB.VBZ/ccomp/seems",
        "[N Zinc/NOUN/nsubj/helps ] helps=help/VERB.VBZ/root [U skin/NOUN/obj/helps ] and/CCONJ/cc/nerves "
        "[U nerves=nerve/NOUN.NNS/conj/skin ] work/VERB.VBP/xcomp/helps",
        "[N Zinc/NOUN/nsubj/eases ] eases=ease/VERB.VBZ/root [U muscle/NOUN/compound/cramp ] cramp/NOUN/obj/eases "
        "now/ADV/advmod/eases",
    ],
)
def test_modifiers_stay_what_they_are(notation: str) -> None:
    drawn = draw(notation)
    assert mend(drawn.parse, drawn.mentions, words=words()) == drawn.parse


BODY_NEEDS = [
    (
        "Eggs contain choline, a nutrient the liver and brain need.",
        [("choline", "FOUND_IN", "Eggs"), ("choline", "AFFECTS", "the liver"), ("choline", "AFFECTS", "brain")],
    ),
    (
        "Chicken contains tryptophan, an amino acid the body uses to make melatonin.",
        [("tryptophan", "FOUND_IN", "Chicken"), ("tryptophan", "AFFECTS", "melatonin")],
    ),
    (
        "Choline is a nutrient the liver and brain need.",
        [("choline", "AFFECTS", "the liver"), ("choline", "AFFECTS", "brain")],
    ),
    ("Choline is a nutrient body.", []),
]


@pytest.mark.parametrize(("text", "expected"), BODY_NEEDS)
def test_clause_with_no_pronoun_behind_a_class_noun(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert rows(extractor, text) == expected
