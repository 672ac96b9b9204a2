"""What an answer rests on: a fingerprint of each list, the match model, and the editions of the tables.

>>> from armstrace.records.recorded import RecordedWeapon
>>> from armstrace.sources import Citation, Source
>>> from armstrace.weapons.weapon import Weapon
>>> row = RecordedWeapon(weapon=Weapon(), record_id="K1", citation=Citation(source=Source(title="stock.csv"), row=2))
>>> digest([row])[:16], digest([row]) == digest([row, row])
('a95358dffbb4e118', False)
"""

from __future__ import annotations

import functools
import hashlib
import json
from typing import TYPE_CHECKING, TypeVar

import attrs
from attrs import field, frozen

from armstrace import _tables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from armstrace.dates.value import UncertainDate
    from armstrace.matching.match_model import MatchModel
    from armstrace.places.place import Place
    from armstrace.records.recorded import RecordedWeapon
    from armstrace.sources import Source
    from armstrace.weapons.calibers.caliber import Caliber
    from armstrace.weapons.kinds.kind_set import KindSet
    from armstrace.weapons.makes.agreement import Make
    from armstrace.weapons.marks.markings import Marking
    from armstrace.weapons.models.agreement import Model
    from armstrace.weapons.supply.stock_numbers import NationalStockNumber

T = TypeVar("T")

_TABLES = {
    "cartridges": "calibers/cartridges.csv",
    "kinds": "kinds/kinds.csv",
    "list scopes": "matching/lists.toml",
    "makes": "makes/makes.csv",
    "models": "models/models.csv",
}

_BATCH = 1000


@frozen(kw_only=True)
class MatchStamp:
    """What a set of matches rests on: the same stamp stands for the same question, asked of the same tables.

    Attributes:
        left: The fingerprint of the found weapons (`digest`).
        right: The fingerprint of the listed weapons.
        version: The version of the match model, as it calls itself.
        weights: The fingerprint of the model, which tells an edited one of the same version apart.
        editions: The name and edition of each table that was read by.
    """

    left: str
    right: str
    version: str
    weights: str
    editions: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, found: Iterable[RecordedWeapon], listed: Iterable[RecordedWeapon], using: MatchModel) -> MatchStamp:
        """The stamp of two lists and a model."""
        return cls(
            left=digest(found),
            right=digest(listed),
            version=using.version,
            weights=_model_digest(using),
            editions=_editions(),
        )


def digest(weapons: Iterable[RecordedWeapon]) -> str:
    """The fingerprint of a list: SHA-256, in hexadecimal, over what is compared of each record, in order.

    That is its reference, list, day and place, and the serial number, lot, make, model, pattern, caliber, kinds, stock
    number and markings of the weapon. It is the same in every process and on every machine. The order counts, since
    records that fit alike come out in the order in which they were given.
    """
    values = _Values()
    found = hashlib.sha256()
    lines: list[str] = []
    last, line = None, ""
    for shown in weapons:
        if shown is not last:
            last, line = shown, _line(shown, values)
        lines.append(line)
        if len(lines) == _BATCH:
            found.update("".join(lines).encode("ascii"))
            lines.clear()
    found.update("".join(lines).encode("ascii"))
    return found.hexdigest()


@frozen(kw_only=True, eq=False)
class _Values:
    """Values as text; one object is looked at once, since records share many."""

    by_object: dict[int, tuple[object, str]] = field(factory=dict)

    def text(self, value: T, told: Callable[[T], object]) -> str:
        """What *told* makes of the value."""
        known = self.by_object.get(id(value))
        if known is None:
            # the value is kept with its text, so that no other takes its number
            known = self.by_object[id(value)] = value, ascii(told(value))
        return known[1]


def _line(shown: RecordedWeapon, values: _Values) -> str:
    """What is compared of a record as one line; `ascii` quotes each text, so that no two records give one line."""
    weapon, serial, cited = shown.weapon, shown.weapon.serial, shown.citation
    return ascii(
        (
            shown.record_id,
            values.text(cited.source, _source),
            cited.row,
            cited.page,
            cited.column,
            cited.span,
            shown.list_name,
            shown.date and _day(shown.date),
            shown.place and _place(shown.place),
            serial.state.value,
            serial.text,
            serial.open_start,
            serial.open_end,
            values.text(weapon.kinds, _kinds),
            weapon.make and values.text(weapon.make, _named),
            weapon.model and values.text(weapon.model, _named),
            weapon.pattern,
            weapon.caliber and values.text(weapon.caliber, _caliber),
            weapon.lot and weapon.lot.text,
            weapon.stock_number and _stock_number(weapon.stock_number),
            tuple([_marking(mark) for mark in weapon.markings]),
        )
    )


def _source(source: Source) -> object:
    return source.title, source.url


def _day(day: UncertainDate) -> object:
    bounds = day.earliest.toordinal(), day.latest.toordinal()
    if not (day.candidates or day.approximate or day.uncertain):
        return bounds
    return *bounds, day.approximate, day.uncertain, tuple([each.toordinal() for each in day.candidates])


def _place(place: Place) -> object:
    return place.country and place.country.id, place.state and place.state.id, place.municipality, place.unread


def _kinds(kinds_: KindSet) -> object:
    return sorted([kind.id for kind in kinds_.kinds])


def _named(entry: Make | Model) -> object:
    return entry.id, entry.name


def _caliber(caliber: Caliber) -> object:
    ids = tuple(cartridge.id for cartridge in caliber.candidates)
    return caliber.basis.value, ids, caliber.bore and str(caliber.bore)


def _stock_number(number: NationalStockNumber) -> object:
    return number.fsc, number.bureau, number.item


def _marking(mark: Marking) -> object:
    return mark.kind.value, mark.text, mark.where, mark.state.value, mark.country and mark.country.id, mark.year


def _model_digest(using: MatchModel) -> str:
    plain = attrs.asdict(using, filter=lambda attribute, _: bool(attribute.init))
    return hashlib.sha256(json.dumps(plain, sort_keys=True).encode("ascii")).hexdigest()


@functools.cache
def _editions() -> tuple[tuple[str, str], ...]:
    return tuple((name, _tables.edition(file)) for name, file in _TABLES.items())
