"""The measures, counts and features that the claims on one thing state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import define, field

from armstrace.weapons.construction import Construction

if TYPE_CHECKING:
    from armstrace.counts.value import Count
    from armstrace.dates.value import UncertainDate
    from armstrace.units import Length
    from armstrace.weapons.descriptions.claims import Claim
    from armstrace.weapons.descriptions.things import Thing
    from armstrace.weapons.kinds.kind_set import KindSet


_NOTHING_MORE = Construction()


@define(eq=False)
class Measures:
    """The measures of a thing; a claim that contradicts another, or measures nothing, is unread."""

    count: Count | None = None
    barrel_length: Length | None = None
    overall_length: Length | None = None
    made: UncertainDate | None = None
    has_stock: bool | None = None
    construction: Construction = _NOTHING_MORE
    unread: list[tuple[Claim, str]] = field(factory=list)

    def only(self, claims: list[Claim]) -> Any:  # noqa: ANN401 (a value of any field)
        """The value on which all claims agree; None if there is none, or they differ and stay unread."""
        values = {claim.value for claim in claims}
        if len(values) > 1:
            self.unread += [(claim, "several_values") for claim in claims]
        return values.pop() if len(values) == 1 else None


def measures_of(thing: Thing, kinds: KindSet) -> Measures:
    """The measures of a thing of these kinds."""
    found = Measures()
    by_field: dict[str, list[Claim]] = {}
    for claim in thing.claims:
        by_field.setdefault(claim.field, []).append(claim)
    found.count = found.only(by_field.get("count", []))
    found.barrel_length = found.only(by_field.get("barrel_length", []))
    found.overall_length = found.only(by_field.get("overall_length", []))
    found.made = found.only(by_field.get("made", []))
    rounds = found.only(by_field.get("rounds", []))
    capacity = found.only(
        [*by_field.get("capacity", []), *(by_field.get("rounds", []) if by_field.get("capacity") else [])]
    )
    if rounds is not None and found.count is None and kinds.must_be("ammunition"):
        found.count = rounds
    elif capacity is None:
        capacity = rounds
    features = {claim.value for claim in by_field.get("feature", [])}
    stock = {feature != "no_stock" for feature in features if "stock" in feature}
    brace = {feature == "brace" for feature in features if "brace" in feature}
    found.has_stock = stock.pop() if len(stock) == 1 else None
    if features or capacity:
        found.construction = Construction(
            capacity=capacity.value or None if capacity else None,
            brace=brace.pop() if len(brace) == 1 else None,
            folding_stock=True if "folding_stock" in features else None,
        )
    return found
