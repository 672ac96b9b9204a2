"""Column maps: which header of a table means which field, and how its cells are to be read.

A ready-made map is a file of the folder ``data/columns/``; a map of your own is made with `ColumnMap.of`.

>>> ColumnMap.lookup("seizures_es").record
'seizure'
>>> mine = ColumnMap.of("seizure", language="es", date="F. aseg.", serial="No. de serie del arma")
>>> mine.match(["Folio", "F. ASEG.", "No. de serie del arma"])
{'date': 1, 'serial': 2}
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from attrs import field, frozen, validators

from armstrace import _normalize, _tables
from armstrace.errors import UnknownEntry
from armstrace.weapons.features import ReadingLanguage

if TYPE_CHECKING:
    from collections.abc import Sequence

RecordType: TypeAlias = Literal["seizure", "custody"]

_COMMON = (
    "id", "date", "country", "state", "kind", "make", "model", "caliber", "serial", "made_in", "count", "remarks",
    "description",
)  # fmt: skip
FIELDS: dict[str, tuple[str, ...]] = {
    "seizure": (*_COMMON, "municipality", "authority"),
    "custody": (*_COMMON, "holder", "list_name", "stock_number", "item_name"),
}
_FOLDER, _ENDING = "columns/", ".toml"


def _known_fields(instance: ColumnMap, _attribute: object, headers: tuple[tuple[str, tuple[str, ...]], ...]) -> None:
    for name, _ in headers:
        if name not in FIELDS[instance.record]:
            raise UnknownEntry(f"fields of a {instance.record}", key=name, nearest=FIELDS[instance.record])


@frozen(kw_only=True)
class ColumnMap(_tables.RegistryRow):
    """The headers of a table and the fields that they mean.

    Attributes:
        id: The name of the map: of a ready-made one, the name of its file.
        record: The type of record that a row gives: ``seizure`` or ``custody``.
        language: The language of the cells.
        country: ISO code of the country whose states the table names; None if the table has a country column.
        dayfirst: True if ``05/01/2023`` is 5 January; None if the cells have to settle it.
        headers: For each field the headers that mean it, compared without case, accents and punctuation.
        required: Fields without which the table is not of this layout.
    """

    _NAME = "column maps"

    id: str = "own"
    record: RecordType = field(validator=validators.in_(tuple(FIELDS)))
    language: ReadingLanguage = field(validator=validators.in_(("en", "es", "pt")))
    country: str | None = None
    dayfirst: bool | None = None
    headers: tuple[tuple[str, tuple[str, ...]], ...] = field(validator=_known_fields)
    required: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """A map is known by its id alone."""
        return ()

    @classmethod
    def _rows(cls) -> list[ColumnMap]:
        return [_load(file) for file in _tables.files("columns") if file.endswith(_ENDING)]

    @classmethod
    def of(
        cls,
        record: RecordType,
        *,
        language: ReadingLanguage,
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
        """For each field, the index of the column whose header names it.

        A field that two columns name is left out: neither is chosen.
        """
        spellings = self._spellings()
        found: dict[str, list[int]] = {}
        for index, cell in enumerate(cells):
            name = spellings.get(_normalize.key(cell[:100]))
            if name:
                found.setdefault(name, []).append(index)
        return {name: indexes[0] for name, indexes in found.items() if len(indexes) == 1}

    def clashes(self, cells: Sequence[str]) -> tuple[str, ...]:
        """The fields that two or more headers name."""
        spellings = self._spellings()
        claimed = [spellings.get(_normalize.key(cell[:100])) for cell in cells]
        return tuple(name for name, _ in self.headers if claimed.count(name) > 1)

    def _spellings(self) -> dict[str, str]:
        return {_normalize.key(header): name for name, headers in self.headers for header in headers}


def _load(file: str) -> ColumnMap:
    table = _tables.toml(file)
    headers = tuple((name, tuple(spellings)) for name, spellings in table.pop("headers").items())
    return ColumnMap(
        id=file.removeprefix(_FOLDER).removesuffix(_ENDING),
        headers=headers,
        required=tuple(table.pop("required")),
        **table,
    )
