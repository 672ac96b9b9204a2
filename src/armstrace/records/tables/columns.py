"""Column maps: which header of a table means which field, and how its cells are to be read.

The ready-made maps are files under ``data/columns/``; a map of your own is made with `ColumnMap.of`.

>>> get("seizures_es").record
'seizure'
>>> mine = ColumnMap.of("seizure", language="es", date="F. aseg.", serial="No. de serie del arma")
>>> mine.match(["Folio", "F. ASEG.", "No. de serie del arma"])
{'date': 1, 'serial': 2}
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Literal, TypeAlias

from attrs import field, frozen, validators

from armstrace import _normalize, _tables
from armstrace.errors import UnknownEntry
from armstrace.explain import Language

if TYPE_CHECKING:
    from collections.abc import Sequence

RecordType: TypeAlias = Literal["seizure", "custody"]

_COMMON = (
    "id", "date", "country", "state", "kind", "make", "model", "caliber", "serial", "made_in", "count", "remarks"
)  # fmt: skip
FIELDS: dict[str, tuple[str, ...]] = {
    "seizure": (*_COMMON, "municipality", "authority"),
    "custody": (*_COMMON, "holder", "list_name", "stock_number", "item_name"),
}
_MAPS = ("seizures_es", "stock_us")


def _known_fields(instance: ColumnMap, _attribute: object, headers: tuple[tuple[str, tuple[str, ...]], ...]) -> None:
    for name, _ in headers:
        if name not in FIELDS[instance.record]:
            raise UnknownEntry(f"fields of a {instance.record}", key=name, nearest=FIELDS[instance.record])


@frozen(kw_only=True)
class ColumnMap:
    """Which header means which field.

    Attributes:
        id: The name of the map.
        record: What a row gives: a ``seizure`` or a ``custody`` record.
        language: The language of the cells.
        country: ISO code of the country whose states the table names; None where the table has a country column.
        dayfirst: Whether ``05/01/2023`` is 5 January; None where the table does not settle it.
        headers: For each field the headers that mean it, compared without case, accents and punctuation.
        required: Fields without which the table is not of this layout.
    """

    id: str = "own"
    record: RecordType = field(validator=validators.in_(tuple(FIELDS)))
    language: Language = field(validator=validators.in_(("en", "es")))
    country: str | None = None
    dayfirst: bool | None = None
    headers: tuple[tuple[str, tuple[str, ...]], ...] = field(validator=_known_fields)
    required: tuple[str, ...] = ()

    @classmethod
    def of(
        cls,
        record: RecordType,
        *,
        language: Language,
        country: str | None = None,
        dayfirst: bool | None = None,
        **headers: str,
    ) -> ColumnMap:
        """A map that names one header for each field, all of them required.

        Raises:
            UnknownEntry: No such field; the error lists those there are.
        """
        return cls(
            record=record,
            language=language,
            country=country,
            dayfirst=dayfirst,
            headers=tuple((name, (header,)) for name, header in headers.items()),
            required=tuple(headers),
        )

    def match(self, cells: Sequence[str]) -> dict[str, int]:
        """For each field whose header stands in *cells*, the index of its column.

        Where two columns bear a header of one field, the field is left out: which one is meant is not said.
        """
        spellings = self._spellings()
        found: dict[str, list[int]] = {}
        for index, cell in enumerate(cells):
            name = spellings.get(_normalize.key(cell[:100]))
            if name:
                found.setdefault(name, []).append(index)
        return {name: indexes[0] for name, indexes in found.items() if len(indexes) == 1}

    def clashes(self, cells: Sequence[str]) -> tuple[str, ...]:
        """The fields that two or more columns of *cells* claim."""
        spellings = self._spellings()
        claimed = [spellings.get(_normalize.key(cell[:100])) for cell in cells]
        return tuple(name for name, _ in self.headers if claimed.count(name) > 1)

    def _spellings(self) -> dict[str, str]:
        return {_normalize.key(header): name for name, headers in self.headers for header in headers}


@functools.cache
def _maps() -> dict[str, ColumnMap]:
    return {name: _load(name) for name in _MAPS}


def _load(name: str) -> ColumnMap:
    table = _tables.toml(f"columns/{name}.toml")
    return ColumnMap(
        id=name,
        record=table["record"],
        language=table["language"],
        country=table.get("country"),
        dayfirst=table.get("dayfirst"),
        headers=tuple((field_name, tuple(headers)) for field_name, headers in table["headers"].items()),
        required=tuple(table["required"]),
    )


def get(map_id: str) -> ColumnMap:
    """The ready-made map of this id.

    Raises:
        UnknownEntry: No such map.
    """
    if map_id not in _MAPS:
        raise UnknownEntry("column maps", key=map_id, nearest=_MAPS)
    return _maps()[map_id]


def all() -> tuple[ColumnMap, ...]:  # noqa: A001  # the name every registry here has
    """All ready-made maps."""
    return tuple(_maps().values())
