"""When two claims say the same: the key of an object, and the group of a claim within its article."""

from __future__ import annotations

import hashlib
import json

from claimx.records import Claim

GROUP_HEX_DIGITS = 12
NUTRIENT_TYPES = frozenset({"nutrient", "food"})


def object_key(name: str, *, identity: str, kind: str) -> str:
    """What two objects are compared by: the id, else the canonical name without case; "" for none.

    Nutrients as objects go by name, because forms of one nutrient have ids of their own. `kind` is the row's
    object_type.
    """
    return identity if identity and kind not in NUTRIENT_TYPES else name.casefold()


def claim_group(claim: Claim) -> str:
    """Hash that claims of one article share when they say the same of the same nutrient and object.

    Same are nutrient and its state, relation, object and polarity, and for HAS_DOSE the amount and its period.
    Wording, hedges and evidence may differ.
    """
    nutrient, found = claim.nutrient, claim.object
    parts = [claim.doc_id, nutrient.name.casefold(), claim.nutrient_state, claim.relation, claim.polarity]
    if found is None:
        parts.append("")
    else:
        kind = "nutrient" if found.label == "NUTRIENT" else found.label.lower()
        parts.append(object_key(found.name or found.surface, identity=found.id, kind=kind))
    text = json.dumps([*parts, _amount(claim)], ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()[:GROUP_HEX_DIGITS]


def _amount(claim: Claim) -> list[object]:
    quantity = claim.dose.quantity if claim.dose else None
    if claim.relation != "HAS_DOSE" or quantity is None:
        return []
    if quantity.daily_unit:
        return ["day", quantity.daily_min, quantity.daily_max, quantity.daily_unit]
    return [quantity.period, quantity.min, quantity.max, quantity.unit]
