"""Tenures: who held an office, and when.

Roles are bounded in time, and the table does not state that anybody is still in office:

>>> from datetime import date
>>> [tenure.person.name for tenure in in_office("mx-foreign-secretary", date(2024, 1, 22))]
['Alicia Bárcena']
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from attrs import field, frozen

from armstrace import _tables
from armstrace.dates.value import Period
from armstrace.parties.table import Party, period_of

if TYPE_CHECKING:
    from armstrace.dates.value import When


@frozen(kw_only=True)
class Tenure:
    """Who held an office, and when.

    Attributes:
        person: The person.
        office: The office.
        held: The stretch of time, with ends as far as they are known.
        source: Where that stands.
        verified: True if it was seen there; otherwise it is general knowledge.
    """

    person: Party
    office: Party
    held: Period
    source: str = field(default="", eq=False)
    verified: bool = field(default=False, eq=False)


def in_office(office: Party | str, on: When | None = None) -> tuple[Tenure, ...]:
    """Those who held the office, or on that day may have held it, in the order of time.

    More than one where the day is uncertain or the change is not known to the day; none where none is held here.

    Raises:
        UnknownEntry: No party bears the name.
        AmbiguousEntry: Several do.
    """
    wanted = Party.lookup(office) if isinstance(office, str) else office
    return _on(tuple(tenure for tenure in _tenures() if tenure.office == wanted), on)


def offices_of(person: Party | str, on: When | None = None) -> tuple[Tenure, ...]:
    """The offices that a person held, or on that day may have held.

    >>> [str(tenure.held) for tenure in offices_of("Luis Cresencio Sandoval")]
    ['2018-12-01/2024-09-30']

    Raises:
        UnknownEntry: No party bears the name.
        AmbiguousEntry: Several do.
    """
    wanted = Party.lookup(person) if isinstance(person, str) else person
    return _on(tuple(tenure for tenure in _tenures() if tenure.person == wanted), on)


@functools.cache
def _tenures() -> tuple[Tenure, ...]:
    """All tenures of the table: by office, and for each office in the order of time."""
    return tuple(
        _tables.from_row(
            Tenure,
            row,
            person=Party.lookup(row["person"]),
            office=Party.lookup(row["office"]),
            held=period_of(row["held"]),
        )
        for row in _tables.rows("parties/tenures.csv")
    )


def _on(tenures: tuple[Tenure, ...], on: When | None) -> tuple[Tenure, ...]:
    return tuple(tenure for tenure in tenures if on is None or tenure.held.overlaps(on) is not False)
