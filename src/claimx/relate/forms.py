"""Parts of speech (Universal Dependencies) and tags (Penn Treebank) of forms that are asked for together, and marks."""

from __future__ import annotations

NOUNS = ("NOUN", "PROPN")
FINITE = ("VBZ", "VBP", "VBD")
PAST = ("VBD", "VBN")
# an infinitive, an order, or the plural of the present
BARE = ("VB", "VBP")
# what may be the head of a noun phrase
NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "X")
# marks that part a name from what is told of it
PARTING = (":", "-", "–", "—", "--")
# "better" and "best"
COMPARATIVES = ("RBR", "JJR", "RBS", "JJS")
