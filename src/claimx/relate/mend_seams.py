"""Names that ran into what they are said to be, where a page lost a dash: "purinessubstances found in meat"."""

from __future__ import annotations

from claimx.relate.draft import Draft
from claimx.relate.forms import NOUNS


def part_seam(draft: Draft, token: int) -> None:
    """The name takes the place of the noun behind it, which says what it is."""
    noun = draft.heads[token]
    touching = noun == token + 1 and draft.parse.ends[token] == draft.parse.starts[noun]
    if not touching or token not in draft.covered or draft.pos[noun] not in NOUNS:
        return
    is_top = draft.heads[noun] == noun
    draft.heads[token], draft.deps[token] = token if is_top else draft.heads[noun], draft.deps[noun]
    for kid in draft.kids(noun):
        if kid < token:
            draft.heads[kid] = token
    draft.heads[noun], draft.deps[noun] = token, "appos"
