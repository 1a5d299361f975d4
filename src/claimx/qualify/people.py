"""Of whom a claim is said, and who is said to hold it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimx.data_files import DataFiles
from claimx.qualify.clauses import subtree
from claimx.qualify.cues import load_cues
from claimx.qualify.view import View
from claimx.records import Evidence, Relation, Species
from claimx.rows import row_start

# what a population phrase may hold behind its head
_POSTMODIFIERS = frozenset({"nmod", "acl", "amod", "advmod", "appos", "nummod"})
_PREMODIFIERS = frozenset({"amod", "compound", "det", "nmod", "advmod", "nummod"})
MAX_TOKENS = 14
# what may stand between an amount and the group it is for, and how much of it
_LEADING = ("ADP", "DET", "ADJ", "NOUN")
MAX_TO_GROUP = 3
_WORD = re.compile(r"[^\W\d_]+")
# relations whose sentence may speak to the reader, and whose groups stand anywhere in it
_ADVICE: frozenset[Relation] = frozenset({"CONTRAINDICATED_IN", "HAS_DOSE", "SAFE_FOR"})


class PeopleReader:
    """Reads population, species and attribution by the cues of `cues/people.yaml`."""

    def __init__(self, data: DataFiles) -> None:
        cues = load_cues(data, "people")
        self.heads = cues.set("heads")
        self.pronoun_heads = cues.set("pronoun_heads")
        self.animals = cues.set("animals")
        self.states = cues.set("states")
        self.holders = cues.set("holders")
        self.holding_verbs = cues.set("holding_verbs")
        self.sources = cues.phrases("according_to")
        self.reader = cues.phrases("reader")
        self.never = cues.set("never_population")
        self.groups = cues.set("groups")
        self.ages = cues.set("ages")

    def read(self, view: View, evidence: Evidence) -> tuple[str, Species]:
        """The population phrase, "" when none is named, and the species it belongs to."""
        item = view.claim.object
        if item is not None and item.label == "POPULATION":
            return item.surface, "human"
        group = self._of_row(view)
        if group:
            return group, "human"
        phrases = self._phrases(view)
        if not phrases:
            reader = self._reader(view)
            return (reader, "human") if reader else ("", "animal" if evidence == "animal" else "")
        trigger = view.chain[0].token if view.chain else 0
        own = self._of_amount(view, phrases)
        start, end, head = own or min(
            phrases, key=lambda found: (view.clause[found[2]] != view.own, abs(found[2] - trigger))
        )
        species: Species = "animal" if view.lemma(head) in self.animals or evidence == "animal" else "human"
        return view.text[start:end], species

    def _of_amount(self, view: View, phrases: Sequence[tuple[int, int, int]]) -> tuple[int, int, int] | None:
        """Whom one of several amounts is for: "35 mg FOR ADULTS and 10 mg for children", "MEN need 8 mg, women 6"."""
        dose = view.claim.dose
        if view.claim.relation != "HAS_DOSE" or dose is None:
            return None
        for phrase in phrases:
            between = [token for token, at in enumerate(view.parse.starts) if dose.end <= at < phrase[0]]
            if 0 < len(between) <= MAX_TO_GROUP and all(view.parse.pos[token] in _LEADING for token in between):
                return phrase
        before = [phrase for phrase in phrases if phrase[1] <= dose.start]
        last = max(before, default=None)
        if last is None or any(char.isdigit() for char in view.text[last[1] : dose.start]):
            return None
        return last

    def _reader(self, view: View) -> str:
        """The reader a warning or dose is for: "you have kidney disease" of "if you have kidney disease"."""
        if view.claim.relation not in _ADVICE:
            return ""
        for number in sorted(set(view.clause)):
            words = view.clause_words(number)
            if words.find(self.reader):
                first = next(i for i, word in enumerate(words.words) if word.startswith("you"))
                last = min(len(words.words), first + MAX_TOKENS) - 1
                return view.text[words.starts[first] : words.ends[last]]
        return ""

    def _of_row(self, view: View) -> str:
        """Whom an amount in a table or list is for: "9 to 13 years | 40 mcg", "Men: 70 mcg"."""
        sentence = view.claim.sentence
        label = ""
        if view.claim.relation != "HAS_DOSE":
            return ""
        if sentence.block_type == "list_item":
            label = sentence.text.partition(":")[0] if ":" in sentence.text else ""
        elif sentence.block_type == "table_cell":
            near = [*view.previous, sentence]
            first = near[row_start(near, len(near) - 1, text=view.text)]
            label = first.text if first is not sentence else ""
        words = _WORD.findall(label.lower())
        aged = any(map(str.isdigit, label)) and not self.ages.isdisjoint(words)
        return label.strip() if aged or not self.groups.isdisjoint(words) else ""

    def _phrases(self, view: View) -> list[tuple[int, int, int]]:
        """Population phrases of the claim's clauses: article offsets and head token."""
        near = {view.own, *(view.clause[link.token] for link in view.chain)}
        near |= set(view.clause) if view.claim.relation in _ADVICE else set()
        found: list[tuple[int, int, int]] = []
        for token in range(len(view.parse.words)):
            if not self._is_head(view, token) or view.clause[token] not in near:
                continue
            # "child nutrition" is of no child, while "in patients suffering" is of patients, as in "in anyone allergic"
            part = view.dep(token) == "compound" and view.parse.tags[token] == "NN"
            if self._holds(view, token) or part:
                continue
            start, end = self._extent(view, token)
            found.append((start, end, token))
        return found

    def _is_head(self, view: View, token: int) -> bool:
        lemma, pos = view.lemma(token), view.parse.pos[token]
        if lemma in self.never:
            return False
        if pos in ("NOUN", "PROPN", "PRON") and (lemma in self.heads or lemma in self.animals):
            return True
        if view.word(token) in self.pronoun_heads and any(view.dep(kid) in ("acl", "nmod") for kid in view.kids[token]):
            return True
        return lemma in self.states and view.dep(token) in ("obl", "nmod")

    def _holds(self, view: View, token: int) -> bool:
        """ "researchers", or people who report that it helps: they hold the claim and are not its population."""
        verb = view.parse.heads[token]
        told = any(view.dep(kid) in ("ccomp", "parataxis") for kid in view.kids[verb])
        return view.dep(token) == "nsubj" and view.lemma(verb) in self.holding_verbs and told

    def _extent(self, view: View, token: int) -> tuple[int, int]:
        low = high = token
        for kid in view.kids[token]:
            if kid < token and view.dep(kid) in _PREMODIFIERS and view.word(kid) not in ("the", "a", "an", "in"):
                low = min(low, kid)
            elif kid > token and view.dep(kid) in _POSTMODIFIERS:
                _, last = subtree(view.kids, kid)
                if last - token <= MAX_TOKENS:
                    high = max(high, last - 1)
        while high > token and (self._breaks(view, token, high) or not view.parse.words[high][-1:].isalnum()):
            high -= 1
        return view.parse.starts[low], view.parse.ends[high]

    def _breaks(self, view: View, token: int, last: int) -> bool:
        """A line ends in between: an item is read behind a lead-in that ends in its people."""
        return "\n" in view.text[view.parse.ends[token] : view.parse.ends[last]]

    def attribution(self, view: View) -> str:
        """Who is said to hold the claim ("researchers", "some experts"), "" when the author does."""
        for token in range(len(view.parse.words)):
            if view.lemma(token) not in self.holding_verbs or view.parse.pos[token] not in ("VERB", "AUX"):
                continue
            for kid in view.kids[token]:
                if self._may_hold(view, kid) and self._frames(view, token):
                    low, high = subtree(view.kids, kid)
                    return view.text[view.parse.starts[low] : view.parse.ends[min(high, low + 8) - 1]]
        named = view.line.find(self.sources)
        return self._named_source(view, named[0].end) if named else ""

    def _may_hold(self, view: View, token: int) -> bool:
        # the speaker of "..., said a dietitian" stands where an object stands, and is often parsed as one
        return view.parse.deps[token] in ("nsubj", "obj") and view.lemma(token) in self.holders

    def _named_source(self, view: View, start: int) -> str:
        """What stands behind "according to", up to the next punctuation."""
        end = start
        for token in range(len(view.parse.words)):
            if view.parse.starts[token] < start:
                continue
            if view.parse.pos[token] == "PUNCT":
                break
            end = view.parse.ends[token]
        return view.text[start:end].strip()

    def _frames(self, view: View, token: int) -> bool:
        """Whether a verb of saying stands over the claim, or beside it as a tag ("..., experts say")."""
        if any(link.token == token for link in view.chain[1:]):
            return True
        return view.dep(token) in ("parataxis", "ccomp", "root") and any(
            view.dep(kid) in ("ccomp", "parataxis") for kid in (token, *view.kids[token])
        )
