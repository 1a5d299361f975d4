"""The pipeline's tokenizer: spaCy's English rules, moved towards the tokens of the treebanks and of health articles."""

from __future__ import annotations

from collections.abc import Callable

import spacy
from spacy.lang.char_classes import ALPHA, HYPHENS
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_suffix_regex

# EWT, GUM and CRAFT keep these whole ("anti-inflammatory") and split other hyphens ("water - soluble")
AFFIXES = (
    "anti", "auto", "co", "counter", "cross", "de", "ex", "hyper", "hypo", "inter", "intra", "mid", "mini", "mono",
    "multi", "neuro", "non", "over", "pan", "para", "poly", "post", "pre", "pro", "pseudo", "psycho", "re", "semi",
    "sub", "super", "trans", "ultra", "un", "under", "e",
)  # fmt: skip
# the treebanks split them
SPLIT_EXCEPTIONS = ("and/or",)


def adapt(nlp: Language) -> None:
    """Replace the tokenizer of `nlp`; its rules are saved with the pipeline, so that loading needs no code of ours."""
    defaults = nlp.Defaults
    affixes = "".join(rf"(?<!\b[{a[0].upper()}{a[0]}]{a[1:]})" for a in AFFIXES)
    infixes = [rule for rule in defaults.infixes or [] if rule != _default_hyphen_rule(nlp)]
    infixes += [
        rf"(?<=[{ALPHA}0-9]){affixes}(?:{HYPHENS})(?=[{ALPHA}])",
        rf"(?<=[{ALPHA}0-9])(?:–|—|−|--|---)(?=[{ALPHA}0-9])",
        rf"(?<=[{ALPHA})%])[/](?=[{ALPHA}0-9(])",
        r"(?<=[0-9])(?:-|–|—|−|~)(?=[0-9])",
        r"(?<=\))[\-–—](?=\w)",
    ]
    suffixes = [*(defaults.suffixes or []), r"(?<=\w)[-–—]", r"(?<=[0-9])(?:µg|μg|mcg|IU|mL|ml|kcal|cfu|CFU)"]
    rules = {
        form: parts
        for form, parts in (defaults.tokenizer_exceptions or {}).items()
        if form.lower() not in SPLIT_EXCEPTIONS
    }
    old = nlp.tokenizer
    nlp.tokenizer = Tokenizer(
        nlp.vocab,
        rules=rules,
        prefix_search=old.prefix_search,
        suffix_search=compile_suffix_regex(suffixes).search,
        infix_finditer=compile_infix_regex(infixes).finditer,
        url_match=old.url_match,
    )


def _default_hyphen_rule(nlp: Language) -> str:
    found = [rule for rule in nlp.Defaults.infixes or [] if HYPHENS in rule]
    if len(found) != 1:
        raise ValueError(f"expected one hyphen rule among spaCy's infixes but got {len(found)}")
    return found[0]


@spacy.registry.callbacks("claimx.adapt_tokenizer.v1")
def make_adapter() -> Callable[[Language], Language]:
    def adapt_nlp(nlp: Language) -> Language:
        adapt(nlp)
        return nlp

    return adapt_nlp
