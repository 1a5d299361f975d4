"""ClearNLP's prepositions, which head their noun or clause, as Universal Dependencies' case and mark."""

from __future__ import annotations

from collections.abc import Iterator, Set

from claimx.tree import NOMINAL, Tree

FixedPairs = Set[tuple[str, str]]
_ATTACHED = frozenset({"prep", "dative", "pobj", "dep", "advmod", "acomp", "mark", "cc", "quantmod", "amod", "nmod"})


def turn_prepositions(tree: Tree, fixed: FixedPairs) -> None:
    """Change `tree` in place, outer prepositions first; pairs of `fixed` ("due to") become one marker."""
    objects: dict[int, int] = {}
    for word in tree.words():
        if tree.labels[word] == "pobj" and tree.heads[word]:
            objects.setdefault(tree.heads[word], word)
    predicates = set(_predicate_prepositions(tree, objects))
    prepositions = [i for i in tree.words() if tree.labels[i] in ("prep", "agent") or i in objects]
    turned: set[int] = set()
    for word in sorted(prepositions, key=tree.depth):
        if word in turned:
            continue
        target = objects.get(word)
        if target is None:
            target = _take_second(tree, word, objects, fixed, turned)
        if target is None:
            _turn_clausal(tree, word, objects)
        else:
            _turn_nominal(tree, word, target, word in predicates, fixed)


def _predicate_prepositions(tree: Tree, objects: dict[int, int]) -> Iterator[int]:
    for be in tree.words():
        if tree.is_be(be):
            children = tree.children(be)
            found = {tree.labels[i] for i in children}
            if not found & {"attr", "acomp", "ccomp", "oprd", "expl"} and found & {"nsubj", "csubj"}:
                yield from [i for i in children if tree.labels[i] == "prep" and i > be and i in objects][:1]


def _take_second(tree: Tree, word: int, objects: dict[int, int], fixed: FixedPairs, turned: set[int]) -> int | None:
    """The noun under the second of two prepositions ("because of X"), moved up to the first, if there is one."""
    children = tree.children(word)
    if any(tree.labels[i] == "pcomp" for i in children):
        return None
    for second in children:
        if tree.labels[second] == "prep" and second in objects and second > word:
            target = objects[second]
            turned.add(second)
            for child in tree.children(second):
                if child != target:
                    tree.heads[child] = target
            is_fixed = second == word + 1 and (tree.forms[word], tree.forms[second]) in fixed
            tree.heads[second] = word if is_fixed else target
            tree.labels[second] = "fixed" if is_fixed else "case"
            return target
    return None


def _turn_clausal(tree: Tree, word: int, objects: dict[int, int]) -> None:
    """A preposition with a clause ("by reducing X") or with nothing at all."""
    head, label, children = tree.heads[word], tree.labels[word], tree.children(word)
    clauses = [i for i in children if tree.labels[i] == "pcomp"]
    if not clauses:
        if label in ("prep", "agent") and not any(tree.labels[i] == "conj" and i in objects for i in children):
            is_particle = head and tree.is_verb(head) and tree.tags[word] == "RP"
            tree.labels[word] = "compound:prt" if is_particle else "advmod" if head else "root"
        return
    clause = clauses[0]
    has_subject = any(tree.labels[i] in ("nsubj", "nsubjpass", "cop") for i in tree.children(clause))
    is_clause = tree.is_verb(clause) or has_subject
    tree.heads[clause] = head
    if head == 0:
        tree.labels[clause] = "root"
    elif label == "conj":
        tree.labels[clause] = "conj"
    elif tree.pos[clause] == "ADV" or tree.tags[clause].startswith("R"):
        tree.labels[clause] = "advmod"
    elif not is_clause:
        tree.labels[clause] = "nmod" if tree.pos[head] in NOMINAL else "obl"
    else:
        tree.labels[clause] = "acl" if tree.is_nominal(head) else "advcl"
    tree.heads[word] = clause
    tree.labels[word] = "mark" if is_clause else "case"
    if is_clause:
        tree.pos[word] = "SCONJ"
    for child in children:
        if child != clause:
            tree.heads[child] = clause


def _turn_nominal(tree: Tree, word: int, target: int, is_predicate: bool, fixed: FixedPairs) -> None:
    head, label = tree.heads[word], tree.labels[word]
    children = [i for i in tree.children(word) if i != target]
    tree.heads[target] = head
    if head == 0:
        tree.labels[target] = "root"
    elif label == "conj":
        tree.labels[target] = "conj"
    elif is_predicate:
        tree.labels[target] = "attr"
    elif label == "agent":
        tree.labels[target] = "obl:agent"
    elif label in _ATTACHED:
        tree.labels[target] = "nmod" if tree.is_nominal(head) else "obl"
    else:
        tree.labels[target] = label if label not in ("punct", "det") else "obl"
    tree.heads[word], tree.labels[word] = target, "case"
    for child in children:
        if child == word - 1 and (tree.forms[child], tree.forms[word]) in fixed:
            tree.heads[child], tree.labels[child] = target, "case"
            tree.heads[word], tree.labels[word] = child, "fixed"
        elif tree.heads[child] == word and not (tree.labels[child] == "fixed" and child == word + 1):
            tree.heads[child] = target
            if tree.labels[child] == "pobj":
                tree.labels[child] = "conj"
            elif tree.labels[child] in ("amod", "dep") and tree.tags[child].startswith("RB"):
                tree.labels[child] = "advmod"
