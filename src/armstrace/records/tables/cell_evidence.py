"""What the cells of a column are evidence for: how many of them a field's own reader understands.

>>> cells = ["PISTOLA", "FUSIL", "S/D", "ESCOPETA"]
>>> evidence("kind", cells), evidence("date", cells), evidence("remarks", cells)
(100, 0, None)
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from armstrace import _normalize, _placeholders
from armstrace.counts.value import Count
from armstrace.dates.cells import read_cell
from armstrace.errors import ArmstraceError
from armstrace.places.country import Country
from armstrace.places.state import State
from armstrace.weapons import kinds
from armstrace.weapons.calibers.caliber import Caliber
from armstrace.weapons.makes.registry import Make
from armstrace.weapons.models.registry import ModelEntry
from armstrace.weapons.serials.number import SerialNumber
from armstrace.weapons.serials.states import SerialState

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# enough to see what a column holds
_MOST, _LONGEST = 40, 200
_FEW_WORDS, _MANY_WORDS = 3, 4
_GENERAL = ("firearm", "handgun", "long_gun")
_MOST_PIECES, _MOST_COUNT_WORDS = 100_000, 3
_SERIAL = re.compile(r"(?=.*\d.*\d)[A-Z]{0,4}[ -]?[A-Z\d][A-Z\d -]{2,18}")


def sample(cells: Sequence[str]) -> tuple[str, ...]:
    """The first cells of a column that differ and hold more than a placeholder, up to forty."""
    filled = (cell[:_LONGEST] for cell in cells if not _placeholders.says_nothing(cell))
    found: dict[str, None] = {}
    for cell in filled:
        found[cell] = None
        if len(found) == _MOST:
            break
    return tuple(found)


def evidence(field: str, cells: Sequence[str]) -> int | None:
    """How many of a hundred *cells* the reader of a field understands; None if no cells, or no reader, tell."""
    reader = READERS.get(field)
    filled = sample(cells)
    if reader is None or not filled:
        return None
    return 100 * sum(map(reader, filled)) // len(filled)


def _reads(reader: Callable[[str], object]) -> Callable[[str], bool]:
    def understood(cell: str) -> bool:
        try:
            return bool(reader(cell))
        except ArmstraceError:
            return False

    return understood


def _count(cell: str) -> bool:
    # a longer text may begin with a number too, but describes the thing
    return len(cell.split()) <= _MOST_COUNT_WORDS and Count.parse(cell).least < _MOST_PIECES


def _date(cell: str) -> bool:
    read_cell(cell, dayfirst=None)
    return True


def _written_date(cell: str) -> bool:
    """True for a date that is no bare number, which without a header may be anything."""
    return bool(re.search(r"[^\d\s.,]", cell)) and _date(cell)


def _kind(cell: str) -> bool:
    return bool(kinds.read(cell).kinds) and len(cell.split()) <= _FEW_WORDS + 2


def _specific_kind(cell: str) -> bool:
    """True for ``PISTOLA``, and not for ``ARMA CORTA``."""
    return any(not kind.id.endswith(_GENERAL) for kind in kinds.read(cell).kinds)


def _serial(cell: str) -> bool:
    if _SERIAL.fullmatch(_normalize.casefold(cell).upper()):
        return True
    return SerialNumber.parse(cell).state not in {SerialState.LEGIBLE, SerialState.NOT_RECORDED}


def _description(cell: str) -> bool:
    words = cell.split()[:_MOST]
    return len(words) >= _MANY_WORDS and any(kinds.read(word.strip(".,;:")).kinds for word in words)


def _state(cell: str) -> bool:
    return any(State.named(cell, country) for country in (None, *map(Country.lookup, ("MX", "US"))))


def _caliber(cell: str) -> bool:
    Caliber.parse(cell)
    return len(cell.split()) <= _FEW_WORDS + 1 and any(map(str.isdigit, cell))


READERS: dict[str, Callable[[str], bool]] = {
    "date": _reads(_date),
    "written_date": _reads(_written_date),
    "country": _reads(Country.lookup),
    "state": _reads(_state),
    "made_in": _reads(Country.lookup),
    "kind": _reads(_kind),
    "specific_kind": _reads(_specific_kind),
    "make": _reads(Make.named),
    "model": _reads(ModelEntry.named),
    "caliber": _reads(_caliber),
    "serial": _reads(_serial),
    "count": _reads(_count),
    "description": _reads(_description),
}
