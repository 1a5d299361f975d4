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
        warned = {_place(claim) for claim in claims if self._warns(claim)}
        flagged = []
        for claim, group in zip(claims, groups, strict=True):
            dosed = self._flag_dose(claim, is_warned=_place(claim) in warned)
            flagged.append(replace(claim, flags=replace(dosed, overclaim=self._overclaim(claim, evidence[group]))))
        return flagged

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

    def _flag_dose(self, claim: Claim, *, is_warned: bool) -> Flags:
        quantity = claim.dose.quantity if claim.dose else None
        if quantity is None or not self._is_swallowed(quantity):
            return Flags()
        known = self.guide.dose.limits.get(claim.nutrient.name.casefold(), ())
        shares = {limit: found for limit in known if (found := daily_shares(quantity, limit)) != (None, None)}
        if not shares:
            return Flags()
        # without an age the mildest limit decides, and what only passes a stricter one is unsure
        limits = self._limits_of(claim, shares)
        flagged: list[Flags] = []
        for limit in limits:
            counts = self._counts(claim, quantity, limit)
            if counts is False:
                return Flags()
            flag = self._dose_flag(quantity, shares[limit], is_warned=is_warned, is_sure=bool(counts) and not flagged)
            flagged.append(Flags("", flag, limit.describe(), round(_top(shares[limit]), SHARE_DIGITS)))
        return next((found for found in flagged if found.dose), flagged[0])

    def _warns(self, claim: Claim) -> bool:
        """The claim says of its nutrient what speaks against an amount in the same sentence."""
        guide = self.guide.dose
        if claim.polarity == "negated":
            return claim.relation in guide.warning_denials
        if claim.nutrient_state in guide.warning_states:
            return True
        return claim.relation in guide.warning_relations and claim.qualifiers.claim_class in guide.warning_classes

    def _dose_flag(self, quantity: Quantity, shares: Shares, *, is_warned: bool, is_sure: bool) -> DoseFlag:
        if not _passes(shares):
            return ""
        if quantity.role in self.guide.dose.limit_roles:
            return "other_limit"
        if is_warned:
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


def _place(claim: Claim) -> tuple[int, str]:
    return claim.sentence.index, claim.nutrient.name.casefold()
