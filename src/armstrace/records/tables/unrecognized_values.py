"""The values of a table that were not recognized, how often each occurs, and the entries that come closest.

>>> from armstrace import samples
>>> unrecognized(samples.seizures())
()
>>> print(unrecognized_csv((UnrecognizedValue(field="make", value="BARETA", count=3, nearest=("beretta",)),)), end="")
field,value,meaning,count,nearest
make,BARETA,,3,beretta
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from typing import TYPE_CHECKING

from attrs import frozen

from armstrace.records.tables.aliases import FIELDS
from armstrace.records.tables.table_result import TableResult
from armstrace.weapons.calibers.cartridges import Cartridge
from armstrace.weapons.kinds.kind import WeaponKind
from armstrace.weapons.makes.registry import Make
from armstrace.weapons.models.registry import ModelEntry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from armstrace.records.recorded import RecordedWeapon

_OF_PROBLEM = {f"{name}_unread": name for name in FIELDS} | {"state_unknown": "state"}
_NEAREST = 3


@frozen(kw_only=True)
class UnrecognizedValue:
    """A value that was not recognized.

    Attributes:
        field: The field of the cells: ``kind``, ``make``, ``model``, ``caliber``, ``state`` or ``item_name``.
        value: The text of the cells, cut in the middle if it is long.
        count: How many records have it.
        nearest: Ids of the entries whose names come closest, best first; a likeness of letters, and no more.
    """

    field: str
    value: str
    count: int
    nearest: tuple[str, ...] = ()

    def __str__(self) -> str:
        close = f" (nearest: {', '.join(self.nearest)})" if self.nearest else ""
        return f"{self.field}: {self.count} × {self.value}{close}"


def unrecognized(result: TableResult) -> tuple[UnrecognizedValue, ...]:
    """The values that were not recognized, the most frequent first.

    These are cells that could not be read, and makes and models that are in no registry and are kept as written.

    Raises:
        TypeError: *result* is not the result of reading a table.
    """
    if not isinstance(result, TableResult):
        raise TypeError(f"result: a {type(result).__name__} is no TableResult; read_table makes one")
    counts = Counter(_unread(result))
    for record in result.records:
        counts.update({value for weapon in record.recorded() for value in _named(weapon)})
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(
        UnrecognizedValue(field=field, value=value, count=count, nearest=_nearest(field, value))
        for (field, value), count in ordered
    )


def unrecognized_csv(found: Iterable[UnrecognizedValue]) -> str:
    """The list as CSV text with a blank column ``meaning``, which `Aliases.with_rows` reads once it is filled in."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("field", "value", "meaning", "count", "nearest"))
    writer.writerows((row.field, row.value, "", row.count, " | ".join(row.nearest)) for row in found)
    return text.getvalue()


def _unread(result: TableResult) -> Iterator[tuple[str, str]]:
    for problem in result.problems:
        if problem.code in _OF_PROBLEM and problem.value:
            yield _OF_PROBLEM[problem.code], problem.value


def _named(recorded: RecordedWeapon) -> Iterator[tuple[str, str]]:
    """The make and model of a weapon as written, each under ``make`` or ``model``, if no registry has them."""
    weapon = recorded.weapon
    if weapon.make is not None and not weapon.make.known:
        yield "make", weapon.make.raw or weapon.make.name
    if weapon.model is not None and not weapon.model.known:
        yield "model", weapon.model.raw or weapon.model.name


_SEARCH: dict[str, Callable[[str], Iterable[str | None]]] = {
    "kind": lambda value: (entry.id for entry in WeaponKind.search(value, limit=_NEAREST)),
    "item_name": lambda value: (entry.id for entry in WeaponKind.search(value, limit=_NEAREST)),
    "make": lambda value: (entry.id for entry in Make.search(value, limit=_NEAREST)),
    "model": lambda value: (entry.id for entry in ModelEntry.search(value, limit=_NEAREST)),
    "caliber": lambda value: (entry.id for entry in Cartridge.search(value, limit=_NEAREST)),
}


def _nearest(field: str, value: str) -> tuple[str, ...]:
    search = _SEARCH.get(field)
    return tuple(entry for entry in search(value) if entry) if search else ()
