"""The records that pass between stages. Offsets are 0-based half-open code points into the article's text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

BlockType: TypeAlias = Literal["title", "heading", "paragraph", "list_item", "table_cell"]
Label: TypeAlias = Literal["NUTRIENT", "CONDITION", "FUNCTION", "DRUG", "POPULATION", "DOSE"]
State: TypeAlias = Literal["intake", "deficiency", "excess"]
Polarity: TypeAlias = Literal["affirmed", "negated"]
Relation: TypeAlias = Literal[
    "TREATS", "USED_FOR", "PREVENTS", "CAUSES", "PREDISPOSES", "WORSENS", "IMPROVES", "INCREASES",
    "DECREASES", "AFFECTS", "ASSOCIATED_WITH", "INTERACTS_WITH", "CONTRAINDICATED_IN", "SAFE_FOR",
    "FOUND_IN", "HAS_DOSE",
]  # fmt: skip
# what does harm, and what does good or moves an amount
HARM: Final[frozenset[Relation]] = frozenset({"CAUSES", "PREDISPOSES", "WORSENS"})
GAIN: Final[frozenset[Relation]] = frozenset({"IMPROVES", "TREATS", "PREVENTS", "INCREASES", "DECREASES"})
Certainty: TypeAlias = Literal["asserted", "probable", "possible", "unproven", "conditional"]
Evidence: TypeAlias = Literal[
    "none", "anecdote", "expert", "in_vitro", "animal", "observational", "trial", "review", "study"
]
CausalLanguage: TypeAlias = Literal["direct", "conditional", "correlational", "none"]
Species: TypeAlias = Literal["human", "animal", ""]
Resolution: TypeAlias = Literal["explicit", "abbreviation", "pronoun", "ellipsis", "class", "list_head"]
ClaimClass: TypeAlias = Literal[
    "disease", "risk_reduction", "structure_function", "deficiency", "content", "safety", "dosage", "other"
]
Origin: TypeAlias = Literal["lexicon", "abbreviation", "pattern", "noun_phrase", "link", "tagger"]
Bound: TypeAlias = Literal["exact", "range", "up_to", "at_least", "about"]
Period: TypeAlias = Literal["day", "week", "month", "intake", ""]
DoseRole: TypeAlias = Literal["recommended", "typical", "studied", "required", "upper_limit", ""]
LIMIT: Final = "upper_limit"
# the `rule_id` of what no rule found
SECOND_RULE: Final = "second-reader"
Overclaim: TypeAlias = Literal["no_evidence", "in_vitro", "animal", ""]
DoseFlag: TypeAlias = Literal["above", "partly", "unsure", "warned", "other_limit", ""]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of an article's text: `article.text[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One text to read. `text` is exactly what offsets point into; `id` is the file name, unique in a run."""

    id: str
    text: str
    source: str = ""
    title: str = ""
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in its block. `list_head` is the lead-in ("Supplements for neuropathy:") its list hangs under.

    `skip` holds the reason a block is boilerplate ("navigation", "disclaimer" ...), "" for text to be read.
    `index` counts the article's sentences, `block` its blocks, both from 0. `columns` are what a table cell stands
    under: the head of its column, then the line above the table. `level` is the depth of a marked heading, from 1, 0
    for all else. `labelled` when its section is a label that its block begins with ("Risks: Nausea is possible").
    """

    start: int
    end: int
    text: str
    index: int
    block: int
    block_type: BlockType = "paragraph"
    section: str = ""
    list_head: Span | None = None
    skip: str = ""
    columns: tuple[Span, ...] = ()
    level: int = 0
    labelled: bool = False

    @property
    def is_heading(self) -> bool:
        """A heading or the title."""
        return self.block_type in ("title", "heading")

    @property
    def is_question(self) -> bool:
        """It ends in a question mark, which a quotation mark may follow."""
        return self.text.rstrip(" \t\n\"'”’»*_").endswith("?")


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a DOSE mention says. Amounts are in `unit` (UCUM); None or "" where the text is silent.

    `min` and `max` are equal for an exact or `about` amount; `up_to` has max only, `at_least` min only.
    Daily amounts are filled only when the text gives a frequency, never guessed.
    """

    min: float | None = None
    max: float | None = None
    bound: Bound = "exact"
    unit: str = ""
    period: Period = ""
    intakes_per_day: float | None = None
    daily_min: float | None = None
    daily_max: float | None = None
    daily_unit: str = ""
    role: DoseRole = ""
    conversion: str = ""
    duration_text: str = ""
    duration_min_days: float | None = None
    duration_max_days: float | None = None
    route: str = ""
    form: str = ""
    timing: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A tagged span. `name` is canonical, `id` a CURIE ("" when unknown), `subtype` the nutrient type.

    `classes` are the canonical names of the classes it belongs to ("berries", "fruits" of blueberries), `form` the
    salt or form named ("methylcobalamin"), `quantity` set for DOSE only, `link_score` for origin "link" only.
    """

    label: Label
    start: int
    end: int
    surface: str
    name: str
    id: str = ""
    subtype: str = ""
    origin: Origin = "lexicon"
    form: str = ""
    quantity: Quantity | None = None
    link_score: float | None = None
    classes: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Parse:
    """One parsed sentence as flat parallel tuples, one item a token. No spaCy object passes this point.

    `starts`/`ends` are article offsets; `pos` UD universal tags; `tags` Penn-like morphology hints ("VBG",
    "VBN", "" when unknown); `deps` UD labels, "root" for the root (lower case); `heads` token indices, the
    root pointing to itself; `lemmas` lower-cased except proper names.
    """

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    lemmas: tuple[str, ...]
    pos: tuple[str, ...]
    tags: tuple[str, ...]
    deps: tuple[str, ...]
    heads: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Qualifiers:
    """What surrounds a claim. Texts are surface words of the article; values as in the row's schema."""

    certainty: Certainty = "asserted"
    certainty_text: str = ""
    negation_text: str = ""
    evidence: Evidence = "none"
    evidence_text: str = ""
    attribution: str = ""
    causal_language: CausalLanguage = "none"
    population: str = ""
    species: Species = ""
    claim_class: ClaimClass = "other"
    class_basis: str = ""


@dataclass(frozen=True, slots=True)
class Flags:
    """Hints for a compliance reader, by docs/flags.md.

    `limit` names the limit that the daily amount was compared with, `limit_share` is its highest daily amount as a
    multiple of that limit; "" and None where nothing could be compared.
    """

    overclaim: Overclaim = ""
    dose: DoseFlag = ""
    limit: str = ""
    limit_share: float | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One nutrient, one relation, at most one object, with the sentence it stands in.

    `trigger_token` is the index, in the parse of `sentence`, of the word that carries the relation (-1 when
    the claim was found without a parse). `fixed_polarity`: the relation holds its own negation ("should not be
    taken by"). `carried`: the sentence names more of what one before it, or its heading, tells of a nutrient, and says
    nothing without them ("other symptoms include"); `tested`: it tells what a study saw, and not of what it gave
    ("no change in weight was found"); `lived`: it tells how somebody fared, and not what he took. `awaited`: the states
    of which what its pronoun stands for must be spoken of in one ("it is common in"). `dose` is the DOSE mention of the
    claim. `chance` is what the second reader gives the relation, None where it did not weigh the pair. `doc_id`,
    `title` and `trigger_text` are copied from the article by the pipeline, last.
    """

    sentence: Sentence
    nutrient: Mention
    relation: Relation
    object: Mention | None
    trigger: Span
    rule_id: str
    trigger_token: int = -1
    nutrient_state: State = "intake"
    polarity: Polarity = "affirmed"
    resolution: Resolution = "explicit"
    dose: Mention | None = None
    combined_with: str = ""
    qualifiers: Qualifiers = Qualifiers()
    confidence: float = 1.0
    fixed_polarity: bool = False
    doc_id: str = ""
    title: str = ""
    trigger_text: str = ""
    flags: Flags = Flags()
    carried: bool = False
    tested: bool = False
    lived: bool = False
    awaited: frozenset[str] = frozenset()
    chance: float | None = None
