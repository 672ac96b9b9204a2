"""The layouts of tables of totals: a figure in each row, or a column for each kind.

>>> WideLayout(kinds=(("arma_fogo_fuzil", KindSet.of("rifle")),)).fields(["ano", "arma_fogo_fuzil"])
{'year': 0}
>>> LongLayout(count="n").fields(["Estado", "Tipo de arma", "N"])
{'state': 0, 'kind': 1, 'count': 2}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from armstrace import _normalize
from armstrace.errors import UnknownEntry
from armstrace.explain import Language
from armstrace.records.figures.tallies import Absence, Measure, PeriodBasis
from armstrace.weapons.kinds.kind_set import KindSet

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORDS = {
    "year": ("year", "año", "ano", "anio", "ejercicio"),
    "month": ("month", "mes"),
    "state": ("state", "estado", "entidad", "entidad federativa", "uf"),
    "municipality": ("municipality", "municipio", "county", "condado"),
    "kind": ("kind", "type", "weapon type", "tipo", "tipo de arma", "arma"),
    "count": ("count", "quantity", "total", "cantidad", "número", "no.", "quantidade"),
}
FILLABLE = ("year", "month", "state", "municipality", "kind")


def _fillable(_instance: object, _attribute: object, names: tuple[str, ...]) -> None:
    for name in names:
        if name not in FILLABLE:
            raise UnknownEntry("fields that can be filled down", key=name, nearest=FILLABLE)


@frozen(kw_only=True)
class Layout:
    """What both layouts share.

    Attributes:
        year: The header of the year; by default one of the usual words, as for the next three.
        month: The header of the month.
        state: The header of the state.
        municipality: The header of the municipality or district.
        country: ISO code of the country the table is of.
        language: The language of the kinds.
        measure: What had happened to the things that are counted.
        basis: The day by which a thing is counted in a year.
        actor: Who took, traced or holds them, as written.
        definition: How the source defines what it counts.
        blank: What a blank cell means; never zero.
        fill_down: Fields whose blank cells repeat the cell above, as merged cells do; each such tally says so.
    """

    year: str = ""
    month: str = ""
    state: str = ""
    municipality: str = ""
    country: str | None = None
    language: Language = "en"
    measure: Measure = Measure.SEIZED
    basis: PeriodBasis = PeriodBasis.UNKNOWN
    actor: str | None = None
    definition: str | None = None
    blank: Absence = Absence.NOT_STATED
    fill_down: tuple[str, ...] = field(default=(), validator=_fillable)

    def fields(self, headers: Sequence[str]) -> dict[str, int]:
        """The index of the column of each key (``year``, ``state``, …) whose header is found exactly once."""
        found: dict[str, list[int]] = {}
        spellings = {_normalize.key(word): name for name, words in self._spellings().items() for word in words if word}
        for index, header in enumerate(headers):
            name = spellings.get(_normalize.key(header[:100]))
            if name is not None:
                found.setdefault(name, []).append(index)
        return {name: indexes[0] for name, indexes in found.items() if len(indexes) == 1}

    def _spellings(self) -> dict[str, tuple[str, ...]]:
        headers = {"year": self.year, "month": self.month, "state": self.state, "municipality": self.municipality}
        return {name: (header,) if header else _WORDS[name] for name, header in headers.items()}


@frozen(kw_only=True)
class LongLayout(Layout):
    """A figure in each row.

    Attributes:
        kind: The header of the kind; by default one of the usual words.
        count: The header of the count; by default one of the usual words.
    """

    kind: str = ""
    count: str = ""

    def _spellings(self) -> dict[str, tuple[str, ...]]:
        headers = {"kind": self.kind, "count": self.count}
        return super()._spellings() | {name: (header,) if header else _WORDS[name] for name, header in headers.items()}


def _totals(instance: WideLayout, _attribute: object, totals: tuple[tuple[str, tuple[str, ...]], ...]) -> None:
    known = {header for header, _ in instance.kinds}
    for whole, parts in totals:
        for header in (whole, *parts):
            if known and header not in known:
                raise UnknownEntry("columns of kinds", key=header, nearest=sorted(known)[:3])


@frozen(kw_only=True)
class WideLayout(Layout):
    """A column for each kind.

    Attributes:
        kinds: The headers of the columns with figures and the kinds they count; by default each header that names
            kinds and nothing else.
        traits: What else narrows a column, by its header: ``homemade``, ``unspecified``, …
        totals: Columns that are printed sums of others: their header, and the headers of their parts.
    """

    kinds: tuple[tuple[str, KindSet], ...] = ()
    traits: tuple[tuple[str, frozenset[str]], ...] = ()
    totals: tuple[tuple[str, tuple[str, ...]], ...] = field(default=(), validator=_totals)


LONG = LongLayout()
