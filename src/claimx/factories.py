"""spaCy entry point: `nlp.add_pipe("claimx")` on a pipeline with a parser fills `doc._.claims`.

The component reads `doc.text` with claimx's own stages and parses with the pipeline that it is in, so that its claims
are those of the command line with that pipeline as `--model`. spaCy imports this module whenever it makes any
pipeline, so the stages are imported only at the first document.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc

from claimx.records import Article

if TYPE_CHECKING:
    from claimx.pipeline import Extractor

FACTORY = "claimx"
EXTENSION = "claims"


class ClaimsComponent:
    """Fills `doc._.claims` with a list of `Claim`, offsets into `doc.text`.

    `doc.user_data["doc_id"]` names the article; without it, `doc_id` is empty.
    """

    def __init__(self, nlp: Language, name: str, *, data: Sequence[str]) -> None:
        self.nlp = nlp
        self.name = name
        self.data = data
        self._extractor: Extractor | None = None

    def __call__(self, doc: Doc) -> Doc:
        if self._extractor is None:
            # not in __init__: the parser may be added after this component
            self._extractor = self._assemble()
        article = Article(id=str(doc.user_data.get("doc_id", "")), text=doc.text)
        doc._.set(EXTENSION, self._extractor.extract(article))
        return doc

    def _assemble(self) -> Extractor:
        from claimx.parse import DOSE_WORD_KEY
        from claimx.pipeline import assemble, data_files

        # a pipeline that shares every component but this one, or the parse would call for claims again
        part = type(self.nlp)(vocab=self.nlp.vocab)
        part.tokenizer = self.nlp.tokenizer
        if DOSE_WORD_KEY in self.nlp.meta:
            part.meta[DOSE_WORD_KEY] = self.nlp.meta[DOSE_WORD_KEY]
        for name in self.nlp.pipe_names:
            if self.nlp.get_pipe_meta(name).factory != FACTORY:
                part.add_pipe(name, source=self.nlp)
        return assemble(part, data=data_files(self.data))


@Language.factory(FACTORY, default_config={"data": []}, assigns=["doc._.claims"], requires=["token.dep"])
def make_claimx(nlp: Language, name: str, data: list[str]) -> ClaimsComponent:
    """Make the component; `data` lists overlay folders, as in `claimx.load`."""
    if not Doc.has_extension(EXTENSION):
        Doc.set_extension(EXTENSION, default=[])
    return ClaimsComponent(nlp, name, data=data)
