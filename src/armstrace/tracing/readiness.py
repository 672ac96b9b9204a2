"""Trace readiness: the identifiers that ATF's form needs of a weapon, and why each that is missing is missing.

>>> from armstrace.weapons import KindSet, Weapon
>>> rifle = Weapon(kinds=KindSet.of("rifle"))
>>> [need.field for need in missing_identifiers(rifle)]
['serial', 'make', 'caliber', 'model', 'made_in', 'importer']
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import frozen

from armstrace import explain
from armstrace.weapons.serials.states import SerialState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from armstrace.weapons.weapon import Weapon


class NeedState(StrEnum):
    """The reason why an identifier is missing."""

    NOT_RECORDED = "not_recorded"  #: The record does not give it; look at the thing again.
    ILLEGIBLE = "illegible"  #: It is there and cannot be read.
    PARTIAL = "partial"  #: Some of it can be read.
    OBLITERATED = "obliterated"  #: It was removed.
    ALTERED = "altered"  #: It was stamped over.
    TOO_BROAD = "too_broad"  #: What is recorded is no type that the form knows: "long gun".
    DEPENDS = "depends"  #: Another missing identifier decides whether it is needed.


@frozen(kw_only=True)
class Need:
    """An identifier that a trace needs and the record does not give.

    Attributes:
        field: Which: ``serial``, ``make``, ``kind``, ``caliber``, ``model``, ``made_in``, ``importer`` or
            ``justification``.
        state: Why it cannot be given.
    """

    field: str
    state: NeedState = NeedState.NOT_RECORDED

    def explain(self, language: explain.Language = "en") -> str:
        """What is missing, and what to do about it, in words that an office can act on."""
        code = f"need.{self.field}_{self.state}" if (self.field, self.state) in _OWN else f"need.{self.state}"
        return explain.say(code, explain.values(field=f"need_{self.field}"), language)


_OWN = {
    ("serial", NeedState.NOT_RECORDED),
    ("importer", NeedState.NOT_RECORDED),
    ("kind", NeedState.NOT_RECORDED),
    ("made_in", NeedState.NOT_RECORDED),
    ("model", NeedState.NOT_RECORDED),
    ("caliber", NeedState.NOT_RECORDED),
    ("justification", NeedState.NOT_RECORDED),
}
_SERIAL_NEEDS = {
    SerialState.NOT_RECORDED: NeedState.NOT_RECORDED,
    SerialState.ILLEGIBLE: NeedState.ILLEGIBLE,
    SerialState.PARTIAL: NeedState.PARTIAL,
    SerialState.OBLITERATED: NeedState.OBLITERATED,
    SerialState.ALTERED: NeedState.ALTERED,
}


def missing_identifiers(weapon: Weapon, *, importer: str | None = None, justified: bool = True) -> tuple[Need, ...]:
    """The identifiers that a trace needs and the record lacks, in the order of the form.

    A weapon that never had a serial number needs none.

    Args:
        weapon: The weapon as recorded.
        importer: The importer, needed where the weapon was not made in the United States.
        justified: False for an urgent request without its justification.
    """
    return tuple(_missing(weapon, importer, justified=justified))


def _missing(weapon: Weapon, importer: str | None, *, justified: bool) -> Iterator[Need]:
    if (serial := _SERIAL_NEEDS.get(weapon.serial.state)) is not None:
        yield Need(field="serial", state=serial)
    if weapon.make is None:
        yield Need(field="make")
    kind = weapon.kinds.single
    if kind is None or kind.group:
        yield Need(field="kind", state=NeedState.TOO_BROAD if weapon.kinds else NeedState.NOT_RECORDED)
    if weapon.caliber is None:
        yield Need(field="caliber")
    if weapon.model is None:
        yield Need(field="model")
    if weapon.made_in is None:
        yield Need(field="made_in")
    if importer is None and (weapon.made_in is None or weapon.made_in.id != "US"):
        yield Need(field="importer", state=NeedState.NOT_RECORDED if weapon.made_in else NeedState.DEPENDS)
    if not justified:
        yield Need(field="justification")
