"""Mend what a parser commonly gets wrong around a verb, before the tree is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeAlias

from claimx.records import Mention, Parse
from claimx.relate.complements import (
    complete_adjective,
    complete_causing,
    complete_manner,
    complete_noun,
    complete_sure,
    describe_noun,
    free_act,
    free_copula,
    free_of_particle,
    join_adjectives,
    join_described,
    lower_beneficiary,
    name_dummy,
    part_result,
)
from claimx.relate.draft import Draft, open_draft
from claimx.relate.lost_verbs import (
    restore_after_gerund,
    restore_after_to,
    restore_alone,
    restore_before_participle,
    restore_behind_amount,
    restore_behind_aside,
    restore_in_clause,
    restore_root,
    restore_striking,
    restore_verb,
    restore_with_object,
)
from claimx.relate.mend_acts import join_act, join_agent, join_doing, join_whom
from claimx.relate.mend_asides import rejoin_said, restore_behind_auxiliary, step_over_aside
from claimx.relate.mend_auxiliaries import deny, part_from_auxiliary, stand_up
from claimx.relate.mend_brackets import name_in_bracket, seat_in_bracket, tell_in_bracket
from claimx.relate.mend_clefts import join_cleft, join_what
from claimx.relate.mend_company import (
    join_taken,
    rejoin_had,
    rejoin_takers,
    rejoin_told,
    restore_after_company,
    seat_of_study,
)
from claimx.relate.mend_echoes import join_echo, join_same
from claimx.relate.mend_items import (
    free_clause,
    join_range_end,
    join_singled,
    lift_means,
    lower_taken,
    rejoin_denied,
)
from claimx.relate.mend_listed import part_listed, part_pair, restore_behind_list
from claimx.relate.mend_lists import (
    appose_class,
    appose_kind,
    bridge_range,
    join_between,
    join_contents,
    join_example,
    join_followed,
    join_repeated,
    join_signs,
    lift_repeated,
    lower_class,
    pair_given,
    part_sum,
    raise_name,
    rejoin_parted,
    rejoin_phrase,
    set_apart,
    split_seen,
)
from claimx.relate.mend_measures import join_measure, name_block, name_more, part_order, seat_measure, share_fall
from claimx.relate.mend_needs import join_helped, join_helped_part, join_purpose, lift_wish, name_relative, open_needed
from claimx.relate.mend_openings import (
    appose_dose,
    free_class,
    free_it,
    lower_fall,
    lower_participle,
    name_act,
    open_with_verb,
    part_from_dose,
    part_group,
    set_aside,
)
from claimx.relate.mend_relatives import (
    continue_relative,
    end_relative,
    give_to_people,
    open_relative,
    part_relative,
    raise_relative,
    share_relative,
)
from claimx.relate.mend_reports import (
    give_reported,
    lift_clause,
    lower_to_child,
    name_rank,
    raise_likely,
    raise_tied,
    restore_score,
)
from claimx.relate.mend_seams import part_seam
from claimx.relate.mend_series import (
    agree_in_series,
    continue_condition,
    continue_participle,
    join_conditions,
    join_verbs,
    raise_result,
    share_act,
    share_tense,
)
from claimx.relate.mend_steps import join_step, lift_order, open_step
from claimx.relate.mend_subjects import (
    free_label,
    free_owned,
    free_subject,
    give_subject,
    join_carrier,
    lift_name,
    make_subject,
    name_actor,
    name_carrier,
    name_doer,
    name_intakes,
    name_store,
    raise_change,
    raise_subject,
    restore_change,
    restore_noun,
)
from claimx.relate.mend_two_lists import restore_behind_series
from claimx.relate.mend_verbs import (
    complete_excess,
    complete_idiom,
    complete_made,
    complete_trouble,
    free_possession,
    join_made,
    join_participle,
    join_ratio,
    lower_described,
    lower_share,
    make_oblique,
    name_made,
    name_turned,
    raise_purpose,
    restore_particled,
)
from claimx.relate.pointers import free_dummy, free_pair, free_pointer, free_relative, head_pointer, part_pointer
from claimx.relate.words import Words

# looks at one token, and changes the draft where what it mends is there
Mending: TypeAlias = Callable[[Draft, int], None]

# a verb that was taken for a part of a noun phrase
LOST_VERB: tuple[Mending, ...] = (
    restore_behind_series,
    restore_after_company,
    complete_trouble,
    continue_participle,
    restore_after_to,
    restore_behind_aside,
    restore_behind_list,
    restore_behind_auxiliary,
    restore_verb,
    restore_after_gerund,
)
# what may be wrong with any token
ALWAYS: tuple[Mending, ...] = (
    stand_up,
    deny,
    restore_noun,
    open_with_verb,
    join_what,
    join_echo,
    join_same,
    free_pair,
    tell_in_bracket,
    step_over_aside,
)
# what may be wrong with a token, by the label that the parser gave it; tried in this order
MENDINGS: dict[str, tuple[Mending, ...]] = {
    "root": (
        name_intakes,
        name_block,
        restore_score,
        open_needed,
        join_step,
        free_possession,
        name_store,
        rejoin_takers,
        restore_with_object,
        restore_root,
        restore_alone,
    ),
    "nmod:unmarked": (free_subject,),
    "obl:unmarked": (seat_measure,),
    "amod": (join_taken, raise_likely, complete_made, restore_behind_amount, *LOST_VERB),
    "compound": (name_doer, part_seam, part_relative, open_step, free_of_particle, *LOST_VERB),
    "csubj": (lower_fall, part_from_auxiliary, name_act, complete_adjective, lower_participle, raise_subject),
    "obl": (
        part_group,
        join_singled,
        join_range_end,
        rejoin_denied,
        set_aside,
        join_whom,
        seat_of_study,
        join_signs,
        rejoin_had,
        raise_tied,
        lower_to_child,
        restore_in_clause,
        lift_repeated,
        bridge_range,
        restore_striking,
    ),
    "nsubj:pass": (free_label, free_class, appose_dose, part_from_dose, restore_change),
    "nsubj": (
        name_carrier,
        name_intakes,
        free_it,
        free_label,
        free_class,
        appose_dose,
        part_from_dose,
        part_order,
        part_from_auxiliary,
        restore_change,
        restore_in_clause,
        name_store,
        restore_before_participle,
        raise_subject,
        lift_name,
        lower_beneficiary,
        open_relative,
    ),
    "conj": (
        continue_relative,
        part_pair,
        part_listed,
        join_between,
        restore_particled,
        restore_behind_series,
        give_reported,
        join_made,
        raise_name,
        appose_kind,
        appose_class,
        name_in_bracket,
        name_block,
        share_fall,
        open_needed,
        join_purpose,
        join_helped,
        join_helped_part,
        join_conditions,
        share_act,
        lift_clause,
        lift_order,
        restore_change,
        free_possession,
        rejoin_takers,
        restore_with_object,
        restore_alone,
        give_subject,
        agree_in_series,
        raise_result,
        join_act,
        join_agent,
        join_verbs,
        share_tense,
        join_adjectives,
        set_apart,
        part_sum,
        join_contents,
        rejoin_denied,
        rejoin_parted,
        rejoin_phrase,
        join_example,
    ),
    "nmod": (
        join_singled,
        join_range_end,
        lift_means,
        set_aside,
        join_signs,
        join_ratio,
        name_store,
        join_repeated,
        complete_idiom,
        raise_purpose,
        raise_tied,
        bridge_range,
    ),
    "iobj": (rejoin_told,),
    "obj": (
        name_carrier,
        join_whom,
        join_measure,
        lower_share,
        free_owned,
        rejoin_told,
        part_result,
        part_sum,
        pair_given,
        split_seen,
        name_made,
        make_oblique,
    ),
    "acl:relcl": (join_cleft, raise_relative, give_to_people, complete_noun, complete_manner),
    "advcl": (
        part_listed,
        lower_fall,
        restore_striking,
        join_followed,
        join_measure,
        open_needed,
        free_possession,
        name_store,
        join_act,
        make_subject,
        complete_manner,
        complete_excess,
    ),
    "parataxis": (part_listed, open_needed, name_store, join_step, continue_condition),
    "advcl:relcl": (join_cleft, complete_manner),
    "acl": (
        lower_fall,
        join_followed,
        join_measure,
        raise_change,
        join_doing,
        give_to_people,
        complete_causing,
        complete_manner,
    ),
    "aux:pass": (free_copula,),
    "cop": (seat_in_bracket,),
    "appos": (lower_class, raise_name),
    "advmod": (set_aside, name_more, name_rank, name_actor, describe_noun, join_described),
    "expl": (name_dummy, free_dummy),
    "compound:prt": (free_act,),
    "det": (name_relative, free_pointer, head_pointer, part_pointer, free_relative),
    "xcomp": (
        lower_taken,
        lift_wish,
        part_listed,
        join_carrier,
        join_step,
        name_turned,
        end_relative,
        join_participle,
        lower_described,
    ),
    "ccomp": (
        free_clause,
        rejoin_said,
        give_reported,
        join_measure,
        name_block,
        restore_score,
        open_needed,
        join_step,
        free_possession,
        complete_sure,
    ),
}


# the mendings of each label, what is tried always first
_TRIED = {label: (*ALWAYS, *found) for label, found in MENDINGS.items()}


def mend(parse: Parse, mentions: Sequence[Mention], *, words: Words) -> Parse:
    """The parse with the verbs of verbless clauses put back, and subjects hung on verbs; often the parse itself."""
    if len(parse.words) < 3:
        return parse
    draft = open_draft(parse, mentions, words=words)
    sound = draft.copy()
    for token, label in enumerate(parse.deps[:-1]):
        for mending in _TRIED.get(label, ALWAYS):
            mending(draft, token)
            draft, sound = _kept(draft, sound)
    for token, label in enumerate(parse.deps[:-1]):
        # when the verb behind it has been mended
        if label == "nmod":
            share_relative(draft, token)
            draft, sound = _kept(draft, sound)
    arrays = {name: tuple(getattr(draft, name)) for name in ("heads", "deps", "pos", "tags")}
    if all(getattr(parse, name) == found for name, found in arrays.items()):
        return parse
    return replace(parse, **arrays, lemmas=tuple(draft.lemmas))


def _kept(draft: Draft, sound: Draft) -> tuple[Draft, Draft]:
    """The draft, and what to go back to; what would go round in a circle is left as it was."""
    if draft.heads == sound.heads:
        return draft, sound
    return (draft, draft.copy()) if draft.is_tree() else (sound.copy(), sound)
