"""Flag the claims of an article for a compliance reader: too sure for their evidence, doses above a limit.

Hints, never legal advice. docs/flags.md defines every value.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from claimx.data_files import DataFiles
from claimx.groups import claim_group
from claimx.guide import Guide, Scope, load_guide
from claimx.limits import Limit
from claimx.records import Claim, DoseFlag, Evidence, Flags, Overclaim, Quantity

# amounts in other units come out a hair off
TOLERANCE = 1e-9
SHARE_DIGITS = 4
Shares: TypeAlias = tuple[float | None, float | None]


class Flagger:
    """Sets `Claim.flags`. Claims of one article are flagged together: one that repeats another shares its backing."""

    def __init__(self, data: DataFiles | None = None) -> None:
        self.guide: Guide = load_guide(data or DataFiles())

    def flag(self, claims: Sequence[Claim]) -> list[Claim]:
        """The claims of one article, in order, with their flags."""
        evidence: dict[str, set[Evidence]] = defaultdict(set)
        groups = [claim_group(claim) for claim in claims]
        for claim, group in zip(claims, groups, strict=True):
            evidence[group].add(claim.qualifiers.evidence)
        return [
            replace(claim, flags=replace(self._flag_dose(claim), overclaim=self._overclaim(claim, evidence[group])))
            for claim, group in zip(claims, groups, strict=True)
        ]

    def _overclaim(self, claim: Claim, evidence: set[Evidence]) -> Overclaim:
        guide, said = self.guide.overclaim, claim.qualifiers
        is_direct = said.causal_language == "direct" and claim.polarity == "affirmed" and not said.attribution
        if not is_direct or claim.nutrient_state != "intake":
            return ""
        if claim.relation not in guide.relations or said.claim_class not in guide.classes:
            return ""
        if evidence & guide.backing or self._mends_own_lack(claim):
            return ""
        return guide.values.get(said.evidence, "")

    def _mends_own_lack(self, claim: Claim) -> bool:
        """Vitamin C treats scurvy, zinc treats zinc deficiency."""
        if claim.object is None:
            return False
        guide, nutrient = self.guide.overclaim, claim.nutrient.name.casefold()
        names = {claim.object.name.casefold(), claim.object.surface.casefold()}
        if names & guide.lack_diseases.get(nutrient, frozenset()):
            return True
        return any(nutrient in name and guide.lack_names & set(name.split()) for name in names)

    def _flag_dose(self, claim: Claim) -> Flags:
        quantity = claim.dose.quantity if claim.dose else None
        if quantity is None or not self._is_swallowed(quantity):
            return Flags()
        known = self.guide.dose.limits.get(claim.nutrient.name.casefold(), ())
        shares = {limit: found for limit in known if (found := daily_shares(quantity, limit)) != (None, None)}
        if not shares:
            return Flags()
        flag: DoseFlag = ""
        # without an age the mildest limit decides, and what only passes a stricter one is unsure
        for place, limit in enumerate(self._limits_of(claim, shares)):
            counts = self._counts(claim, quantity, limit)
            if counts is False:
                return Flags()
            flag = self._dose_flag(claim, quantity, shares[limit], is_sure=counts is True and place == 0)
            if flag:
                break
        return Flags(dose=flag, limit=limit.describe(), limit_share=round(_top(shares[limit]), SHARE_DIGITS))

    def _dose_flag(self, claim: Claim, quantity: Quantity, shares: Shares, *, is_sure: bool) -> DoseFlag:
        guide = self.guide.dose
        if not _passes(shares):
            return ""
        if quantity.role in guide.limit_roles:
            return "other_limit"
        is_denied = claim.polarity == "negated" and claim.relation in guide.warning_denials
        if claim.relation in guide.warning_relations or claim.nutrient_state in guide.warning_states or is_denied:
            return "warned"
        if not is_sure:
            return "unsure"
        lowest = shares[0]
        return "above" if lowest is not None and lowest > 1 + TOLERANCE else "partly"

    def _is_swallowed(self, quantity: Quantity) -> bool:
        routes = {route.strip() for route in quantity.route.split(",") if route.strip()}
        return not routes or bool(routes & self.guide.dose.routes)

    def _limits_of(self, claim: Claim, shares: Mapping[Limit, Shares]) -> list[Limit]:
        """The limit of the age that is spoken of; with none said all of them, the mildest first."""
        age = self._age_of(claim)
        if age is None:
            return sorted(shares, key=lambda limit: _top(shares[limit]))
        fitting = [limit for limit in shares if limit.first_age <= age]
        return fitting[-1:] or list(shares)[:1]

    def _age_of(self, claim: Claim) -> int | None:
        """The lowest age said of the population, one in the oldest band for words such as "seniors", None for none."""
        guide, population = self.guide.dose, claim.qualifiers.population
        ages = [int(match[1]) for pattern in guide.ages for match in pattern.finditer(population)]
        if ages:
            return min(ages)
        oldest = max(limit.first_age for limits in guide.limits.values() for limit in limits)
        return oldest if guide.older.search(population) else None

    def _counts(self, claim: Claim, quantity: Quantity, limit: Limit) -> bool | None:
        """Whether the amount counts towards a limit of some scope; None when the text does not say."""
        if not limit.scope:
            return True
        found = in_scope(claim, quantity, self.guide.dose.scopes[limit.scope])
        return False if found is None and quantity.role in self.guide.dose.allowance_roles else found


def in_scope(claim: Claim, quantity: Quantity, scope: Scope) -> bool | None:
    """What the words of the sentence and the form say of a scope; None for nothing, or for both."""
    forms = " ".join((claim.nutrient.form, quantity.form))
    text = f"{claim.sentence.text} {forms}"
    counts = bool(scope.counts.search(text)) or (scope.any_form and bool(forms.strip()))
    other = bool(scope.other.search(text))
    return None if counts == other else counts


def daily_shares(quantity: Quantity, limit: Limit) -> Shares:
    """The lowest and highest daily amount as multiples of a limit; None where not said or not comparable."""
    low, high = (
        None if amount is None else limit.share(amount, quantity.daily_unit)
        for amount in (quantity.daily_min, quantity.daily_max)
    )
    return low, high


def _top(shares: Shares) -> float:
    return max(share for share in shares if share is not None)


def _passes(shares: Shares) -> bool:
    return _top(shares) > 1 + TOLERANCE
