"""Turn ClearNLP-style English dependencies (CRAFT, spaCy's own English pipelines) into Universal Dependencies.

The two differ in heads as well as names: a preposition heads its noun there and marks it here, and "be" heads its
predicate there and is its copula here. `models/craft.py` makes training data with the same code.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimx.prepositions import FixedPairs, turn_prepositions
from claimx.tree import Tree

_PREDICATIVE = frozenset({"VERB", "ADJ", "ADV", "AUX"})
_PREDICATES = frozenset({"attr", "acomp", "oprd"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_RENAMED = {
    "auxpass": "aux:pass", "nsubjpass": "nsubj:pass", "csubjpass": "csubj:pass", "dobj": "obj", "dative": "iobj",
    "acomp": "xcomp", "oprd": "xcomp", "attr": "xcomp", "poss": "nmod:poss", "predet": "det:predet",
    "preconj": "cc:preconj", "prt": "compound:prt", "relcl": "acl:relcl", "intj": "discourse", "meta": "parataxis",
}  # fmt: skip


def to_universal(tree: Tree, fixed: FixedPairs) -> None:
    """Change `tree` in place. The root's label is "root" on return; cycles cannot arise from an acyclic tree."""
    for word in tree.words():
        if tree.heads[word] == 0:
            tree.labels[word] = "root"
    _name_relative_pronouns(tree)
    turn_prepositions(tree, fixed)
    _turn_copulas(tree)
    for word in tree.words():
        if tree.labels[word] != "root":
            _rename(tree, word)
    _flatten_conjuncts(tree)
    _attach_conjunctions(tree)


def _name_relative_pronouns(tree: Tree) -> None:
    for word in tree.words():
        if tree.labels[word] == "dep" and tree.tags[word] in ("WDT", "WP") and tree.heads[word]:
            found = {tree.labels[i] for i in tree.children(tree.heads[word]) if i != word}
            if not found & {"nsubj", "nsubjpass", "csubj"}:
                tree.labels[word] = "nsubjpass" if "auxpass" in found else "nsubj"
            else:
                tree.labels[word] = "obl" if "dobj" in found else "dobj"


def _turn_copulas(tree: Tree) -> None:
    for be in tree.words():
        if not tree.is_be(be):
            continue
        children = tree.children(be)
        predicates = [i for i in children if tree.labels[i] in _PREDICATES]
        if any(tree.labels[i] == "expl" and tree.tags[i] == "EX" for i in children):
            if not any(tree.labels[i] in _SUBJECTS for i in children):
                for word in predicates[:1]:
                    tree.labels[word] = "nsubj"
            continue
        if not predicates:
            continue
        predicate = next((i for i in predicates if i > be), predicates[0])
        if tree.is_verb(predicate) and any(tree.labels[i] in _SUBJECTS for i in tree.children(predicate)):
            continue
        tree.heads[predicate], tree.labels[predicate] = tree.heads[be], tree.labels[be]
        tree.heads[be], tree.labels[be] = predicate, "cop"
        for child in children:
            if child != predicate:
                tree.heads[child] = predicate
                if tree.labels[child] in _PREDICATES:
                    tree.labels[child] = "dep"


def _rename(tree: Tree, word: int) -> None:
    label, head, pos = tree.labels[word], tree.heads[word], tree.pos[word]
    if label in _RENAMED:
        tree.labels[word] = _RENAMED[label]
    elif label == "aux" and tree.tags[word] == "TO":
        tree.labels[word] = "mark"
    elif label == "neg":
        tree.labels[word] = "det" if pos == "DET" else "advmod"
    elif label == "npadvmod":
        tree.labels[word] = "advmod" if pos == "ADV" else f"{'obl' if _is_predicate(tree, head) else 'nmod'}:unmarked"
    elif label == "quantmod":
        tree.labels[word] = {"NUM": "nummod", "NOUN": "compound", "PROPN": "compound", "SYM": "compound"}.get(
            pos, "advmod"
        )
    elif label == "nmod" and word < head and not any(tree.labels[i] == "case" for i in tree.children(word)):
        tree.labels[word] = {"ADJ": "amod", "NUM": "nummod", "VERB": "amod"}.get(pos, "compound")
    elif label == "nmod" and _is_verbal(tree, head):
        tree.labels[word] = "obl"
    elif label == "nummod" and word > head and tree.pos[head] in ("NOUN", "PROPN") and word - head <= 2:
        tree.labels[word] = "nmod:desc"
    elif label in ("pobj", "prep", "pcomp", "agent"):
        tree.labels[word] = "obl" if _is_verbal(tree, head) else "nmod"
    elif label == "dep" and tree.tags[word] == "LS":
        tree.labels[word] = "discourse"
    elif label == "dep" and tree.tags[word] == "CD" and word > head:
        tree.labels[word] = "nmod:desc"
    elif label == "mark" and tree.tags[word] == "IN":
        tree.pos[word] = "SCONJ"


def _is_verbal(tree: Tree, head: int) -> bool:
    return bool(head) and (tree.is_verb(head) or tree.pos[head] in _PREDICATIVE)


def _is_predicate(tree: Tree, head: int) -> bool:
    return _is_verbal(tree, head) or any(tree.labels[i] == "cop" for i in tree.children(head))


def _flatten_conjuncts(tree: Tree) -> None:
    for word in tree.words():
        if tree.labels[word] == "conj":
            head = tree.heads[word]
            while tree.labels[head] == "conj" and 0 < tree.heads[head] < word:
                head = tree.heads[head]
            if head < word:
                tree.heads[word] = head


def _attach_conjunctions(tree: Tree) -> None:
    """Hang each conjunction, and the comma before a conjunct, on the conjunct that follows."""
    for head in tree.words():
        children = tree.children(head)
        conjuncts = [i for i in children if tree.labels[i] == "conj" and i > head]
        for holder in [head, *conjuncts]:
            for child in tree.children(holder):
                following = [i for i in conjuncts if i > child]
                if tree.labels[child] == "cc" and child > holder and following:
                    tree.heads[child] = following[0]
        for conjunct in conjuncts:
            coordinators = [i for i in tree.children(conjunct) if tree.labels[i] == "cc" and i < conjunct]
            comma = min([_left_edge(tree, conjunct), *coordinators]) - 1
            if comma > head and tree.labels[comma] == "punct" and tree.forms[comma] in (",", ";"):
                tree.heads[comma] = conjunct


def _left_edge(tree: Tree, word: int) -> int:
    edge, todo = word, [word]
    while todo:
        for child in tree.children(todo.pop()):
            if tree.labels[child] not in ("conj", "punct", "cc"):
                edge = min(edge, child)
                todo.append(child)
    return edge


def convert(
    words: Sequence[str], *, lemmas: Sequence[str], tags: Sequence[str], pos: Sequence[str],
    heads: Sequence[int], labels: Sequence[str], fixed: FixedPairs,
) -> tuple[list[str], list[int], list[str]]:  # fmt: skip
    """Parts of speech, heads and labels in UD; heads are 0-based and the root points to itself, in and out."""
    tree = Tree(
        forms=["", *(word.lower() for word in words)],
        lemmas=["", *lemmas],
        tags=["", *tags],
        pos=["", *pos],
        heads=[0, *(0 if head == index else head + 1 for index, head in enumerate(heads))],
        labels=["", *labels],
    )
    to_universal(tree, fixed)
    for word in tree.words():
        if tree.labels[word] in ("aux", "aux:pass", "cop") and tree.is_verb(word):
            tree.pos[word] = "AUX"
    found = [index if head == 0 else head - 1 for index, head in enumerate(tree.heads[1:])]
    return tree.pos[1:], found, tree.labels[1:]
