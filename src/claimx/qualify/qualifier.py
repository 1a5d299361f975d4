"""One call that reads all qualifiers of a claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimx.data_files import DataFiles
from claimx.qualify.certainty import CertaintyReader
from claimx.qualify.classes import ClassReader
from claimx.qualify.clauses import load_joints
from claimx.qualify.evidence import EvidenceReader
from claimx.qualify.people import PeopleReader
from claimx.qualify.polarity import PolarityReader
from claimx.qualify.view import make_view
from claimx.records import Article, Claim, Mention, Parse, Qualifiers, Sentence


class Qualifier:
    """The cue lists, loaded once; `qualify` depends on nothing but its arguments."""

    def __init__(self, data: DataFiles | None = None) -> None:
        data = data or DataFiles()
        self.joints = load_joints(data)
        self.polarity = PolarityReader(data)
        self.certainty = CertaintyReader(data)
        self.evidence = EvidenceReader(data)
        self.people = PeopleReader(data)
        self.classes = ClassReader(data)

    def qualify(
        self,
        claim: Claim,
        parse: Parse,
        mentions: Sequence[Mention],
        article: Article,
        *,
        previous: Sequence[Sentence] = (),
    ) -> Claim:
        """The claim with its polarity and qualifiers.

        `mentions` are those of the claim's sentence, `previous` the sentences before it in its section, nearest last:
        a sentence that goes on reporting a study takes its evidence from them.
        """
        view = make_view(claim, parse, mentions=mentions, article=article, joints=self.joints, previous=previous)
        polarity, negation_text = self.polarity.read(view, settled=self.certainty.open_spans(view))
        certainty, certainty_text = self.certainty.read(view)
        evidence, evidence_text = self.evidence.read(view)
        population, species = self.people.read(view, evidence)
        claim_class, class_basis = self.classes.claim_class(view)
        return replace(
            claim,
            polarity=polarity,
            qualifiers=Qualifiers(
                certainty=certainty,
                certainty_text=certainty_text,
                negation_text=negation_text,
                evidence=evidence,
                evidence_text=evidence_text,
                attribution=self.people.attribution(view),
                causal_language=self.classes.causal_language(view, certainty),
                population=population,
                species=species,
                claim_class=claim_class,
                class_basis=class_basis,
            ),
        )
