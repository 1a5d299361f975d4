"""Penn-like tags from universal part of speech, features and form."""

from __future__ import annotations

_FIXED = {
    "ADP": "IN", "SCONJ": "IN", "CCONJ": "CC", "NUM": "CD", "INTJ": "UH", "PUNCT": ".", "SYM": "SYM", "X": "FW",
    "PART": "TO", "DET": "DT",
}  # fmt: skip
_DEGREE = {"Cmp": "R", "Sup": "S"}


def penn_tag(pos: str, feats: str, form: str) -> str:
    """Tag of a word from its UD features ("VerbForm=Ger"); "" when `pos` says nothing.

    Person is not among the features of the packaged model, so that VBZ is told from VBP by its ending.
    """
    if pos in ("VERB", "AUX"):
        return _verb_tag(pos, feats, form)
    if pos in ("NOUN", "PROPN"):
        return ("NNP" if pos == "PROPN" else "NN") + ("S" if "Number=Plur" in feats else "")
    if pos in ("ADJ", "ADV"):
        degree = next((end for name, end in _DEGREE.items() if f"Degree={name}" in feats), "")
        return ("JJ" if pos == "ADJ" else "RB") + degree
    if pos == "PRON":
        asking = "PronType=Int" in feats or "PronType=Rel" in feats
        return ("WP" if asking else "PRP") + ("$" if "Poss=Yes" in feats else "")
    if pos == "PART" and "Polarity=Neg" in feats:
        return "RB"
    return _FIXED.get(pos, "")


def _verb_tag(pos: str, feats: str, form: str) -> str:
    if "VerbForm=Ger" in feats or ("VerbForm=Part" in feats and "Tense=Pres" in feats):
        return "VBG"
    if "VerbForm=Part" in feats:
        return "VBN"
    if "VerbForm=Inf" in feats or "Mood=Imp" in feats:
        return "VB"
    if "Tense=Past" in feats:
        return "VBD"
    if "Tense=Pres" in feats:
        return "VBZ" if form.endswith("s") else "VBP"
    return "MD" if pos == "AUX" else "VB"
