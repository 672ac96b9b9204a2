"""The arguments of the verbs of matching: records that show weapons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from armstrace.records.recorded import RecordedWeapon, ShowsWeapons
    from armstrace.records.tables.table_result import TableResult


def weapons_of(records: TableResult | Iterable[ShowsWeapons] | ShowsWeapons, name: str) -> tuple[RecordedWeapon, ...]:
    """The weapons that the records show, in order; a record that comes twice gives the same objects twice.

    Args:
        records: Records, the result of reading a table, or a single record.
        name: The name of the argument.

    Raises:
        TypeError: The argument is none of these.

    >>> weapons_of("seizures.csv", "left")
    Traceback (most recent call last):
        ...
    TypeError: left: a str is no list of records; read_table makes records of a table
    """
    if hasattr(records, "recorded"):
        return _shown(records, name)
    given: Any = getattr(records, "records", records)
    if isinstance(given, (str, bytes)) or not hasattr(given, "__iter__"):
        raise TypeError(
            f"{name}: a {type(records).__name__} is no list of records; read_table makes records of a table"
        )
    known: dict[int, tuple[ShowsWeapons, tuple[RecordedWeapon, ...]]] = {}
    weapons: list[RecordedWeapon] = []
    for record in given:
        before = known.get(id(record))
        if before is None:
            # the record is kept, so that no other object gets its id
            before = known[id(record)] = record, _shown(record, name)
        weapons += before[1]
    return tuple(weapons)


def only_weapon(record: ShowsWeapons, name: str) -> RecordedWeapon:
    """The weapon of a record that shows exactly one.

    Args:
        record: The record.
        name: The name of the argument.

    Raises:
        TypeError: The argument is no record.
        ValueError: The record shows several weapons, or none.
    """
    shown = _shown(record, name)
    if len(shown) != 1:
        raise ValueError(f"{name}: the record shows {len(shown)} weapons; take one part of its recorded()")
    return shown[0]


def _shown(record: Any, name: str) -> tuple[RecordedWeapon, ...]:  # noqa: ANN401 (of whatever was given)
    if not hasattr(record, "recorded"):
        kind = type(record).__name__
        raise TypeError(f"{name}: a {kind} is no record of weapons; a Seizure, CustodyRecord or RecordedWeapon is")
    shown: tuple[RecordedWeapon, ...] = record.recorded()
    return shown
