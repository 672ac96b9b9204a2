"""A column map for a table of a layout that no map has: from the words of its headers and from its cells.

>>> found = suggest(["Folio", "Fec. Asegto.", "Armamento", "Marca/Modelo", "Cal.", "Foto"],
...                 [["1"], ["05/03/2021"], ["FUSIL"], ["COLT M16"], ["5.56"], ["si"]])
>>> [column.field for column in found.columns]
['id', 'date', 'kind', 'make', 'caliber', None]
>>> found.column_map.language, found.column_map.record, found.column_map.dayfirst
('es', 'seizure', True)

Each column gets at most one field and each field one column: the best pair first. A column whose words are vague, whose
cells do not fit, or that another column rivals, is doubtful; a reader of tables says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, frozen

from armstrace import explain
from armstrace.explain import Agreement, Reason
from armstrace.records.tables import cell_evidence
from armstrace.records.tables.columns import FIELDS, ColumnMap
from armstrace.records.tables.header_words import CERTAIN, HeaderReading, read_header
from armstrace.records.tables.persons import names_person
from armstrace.records.tables.table_language import country_of, language_of, record_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LEAST = 40
_BY_CELLS = 60
# evidence in percent: most cells fit, hardly any cell fits
_MOST, _HARDLY_ANY = 80, 20
# a smaller lead over another column is none
_LEAD = 5
# so many percent of the cells count as much as a point of the words
_PER_POINT = 10
# an unknown name is as likely a name as one of the registry
_NAMES = frozenset({"make", "model", "made_in", "country", "state"})
# of these a table may have several columns, and the first is as good as any
_INTERCHANGEABLE = frozenset({"id", "remarks", "authority", "holder", "municipality", "list_name"})
# a wrong one of these misleads more than none
_NEVER_CHOSEN = frozenset({"serial", "caliber", "count"})
# the fields that cells alone can show, with the evidence for them
_TELLING = {
    "date": "written_date",
    "caliber": "caliber",
    "kind": "kind",
    "state": "state",
    "description": "description",
}
# words that stand over several things, the field that the cells then show, and the share of cells that show it
_SHOWN_BY_CELLS = (
    ("kind", "description", 60),
    ("kind", "count", _MOST),
    ("id", "kind", _MOST),
    ("description", "kind", _MOST),
    ("description", "caliber", _MOST),
    ("municipality", "state", _MOST),
)
_DESCRIBES = frozenset({"kind", "make", "model", "caliber", "serial", "count"})


@frozen(kw_only=True)
class FieldSuggestion:
    """A field that a column may mean.

    Attributes:
        field: The field.
        score: How well words and cells fit, from 1 to 100.
        share: How many of a hundred cells the reader of the field understands; 0 if they tell nothing.
        reasons: The words and the cells.
    """

    field: str
    score: int
    share: int = 0
    reasons: tuple[Reason, ...] = ()


@frozen(kw_only=True)
class ColumnSuggestion:
    """A column and the fields that it may mean.

    Attributes:
        header: The header of the column.
        fields: The fields, best first.
        field: The field that the suggested map gives it; None if the column is left out.
        rivals: The headers of other columns that fit its best field as well.
    """

    header: str
    fields: tuple[FieldSuggestion, ...] = ()
    field: str | None = None
    rivals: tuple[str, ...] = ()

    @property
    def is_doubtful(self) -> bool:
        """True if words and cells do not settle the field, or if the column has a rival."""
        return bool(self.rivals) or (self.field is not None and self._score < CERTAIN)

    @property
    def _score(self) -> int:
        return next(found.score for found in self.fields if found.field == self.field)

    def explain(self, language: explain.Language = "en") -> str:
        """The column in one line: its header, its fields with their scores, and the reasons."""
        shown = "; ".join(
            f"{found.field} {found.score} ({', '.join(reason.explain(language) for reason in found.reasons)})"
            for found in self.fields
        )
        given = explain.values(header=self.header, field=self.field or "–", fields=shown or "–")
        return explain.say("columns.suggested", given, language)


@frozen(kw_only=True)
class SuggestedColumns:
    """The columns of a table, and the column map that their words and cells suggest.

    Attributes:
        row: The row of the header as a spreadsheet counts it; the last of two.
        columns: The columns, from the left.
        column_map: The map.
    """

    row: int = 1
    columns: tuple[ColumnSuggestion, ...] = ()
    column_map: ColumnMap

    @property
    def fields(self) -> dict[str, int]:
        """For each field the index of its column."""
        return {column.field: index for index, column in enumerate(self.columns) if column.field is not None}

    def explain(self, language: explain.Language = "en") -> str:
        """The columns line by line."""
        return "\n".join(column.explain(language) for column in self.columns)


def suggest(
    headers: Sequence[str],
    cells: Sequence[Sequence[str]],
    *,
    row: int = 1,
    titles: Iterable[str] = (),
    persons: bool = False,
) -> SuggestedColumns:
    """The column map that the words and cells of a table suggest.

    Args:
        headers: The headers, each different from the others.
        cells: The cells of each column.
        row: The row of the header.
        titles: The text above the header, and the name of the file.
        persons: True if columns of private persons are to be read too.
    """
    readings = [_reading(header, cells[index], persons=persons) for index, header in enumerate(headers)]
    if _lacks_serial(readings):
        readings = [_as_serial(reading) for reading in readings]
    record = record_of(readings, titles)
    ranked = [
        tuple(found for found in _fields(reading, cells[index]) if found.field in FIELDS[record])
        for index, reading in enumerate(readings)
    ]
    columns = _assigned(headers, ranked)
    chosen = {column.field: index for index, column in enumerate(columns) if column.field is not None}
    states = cells[chosen["state"]] if "state" in chosen else ()
    language = language_of(readings, cells[chosen["kind"]] if "kind" in chosen else ())
    country = None if "country" in chosen else country_of(states, language)
    return SuggestedColumns(
        row=row,
        columns=columns,
        column_map=ColumnMap(
            id="suggested",
            record=record,
            language=language,
            country=country,
            dayfirst=(False if country == "US" else None) if language == "en" else True,
            headers=tuple((field, (headers[index],)) for field, index in chosen.items()),
            required=tuple(chosen),
        ),
    )


def _reading(header: str, cells: Sequence[str], *, persons: bool) -> HeaderReading:
    return HeaderReading(is_barred=True) if not persons and names_person(header, cells) else read_header(header)


def _lacks_serial(readings: Sequence[HeaderReading]) -> bool:
    """True if no header names the serial number of the weapons whose makes or models the table has."""
    named = {field for reading in readings for field, score in reading.scores if score >= CERTAIN}
    return "serial" not in named and not named.isdisjoint({"make", "model"})


def _as_serial(reading: HeaderReading) -> HeaderReading:
    """A header such as *Registro*, which may mean a serial number, in a table that has no other for it."""
    if "serial" not in dict(reading.scores):
        return reading
    return evolve(reading, scores=(("serial", CERTAIN - 1),))


def _fields(reading: HeaderReading, cells: Sequence[str]) -> list[FieldSuggestion]:
    """The fields that a column may mean, best first."""
    scores = _by_words(reading)
    for before, after, share in () if reading.is_list else _SHOWN_BY_CELLS:
        if before in scores and after not in scores and (cell_evidence.evidence(after, cells) or 0) >= share:
            scores[after] = scores.pop(before)
            break
    if not scores and not reading.is_barred:
        scores = dict.fromkeys(_TELLING, 0)
    found = [_weighed(field, score, reading, cells) for field, score in scores.items()]
    return sorted((field for field in found if field.score >= _LEAST), key=lambda field: -field.score)


def _by_words(reading: HeaderReading) -> dict[str, int]:
    """The fields of the words; the fields of a list in one header (``Marca/Modelo``) are read together."""
    scores = dict(reading.scores)
    if reading.is_list and {"state", "municipality"} <= scores.keys():
        return {"municipality": CERTAIN - 1}
    listed = [field for field, score in reading.scores if score >= CERTAIN and field in _DESCRIBES]
    if not reading.is_list or len(listed) < 2:
        return scores
    # the reader of makes reads the model that stands behind one; a type beside a model is its type
    together = {("make", "model"): "make", ("model", "make"): "make", ("model", "kind"): "model"}.get(
        (listed[0], listed[-1]) if len(listed) == 2 else ("", ""), "description"
    )
    return {together: min(scores[field] for field in listed)}


def _weighed(field: str, score: int, reading: HeaderReading, cells: Sequence[str]) -> FieldSuggestion:
    """A field with the score of its words, changed by its cells; without words the cells alone count."""
    words = [word for name, word in reading.words if name == field]
    reasons = [
        Reason(code="columns.word", agreement=Agreement.SAME, values=explain.values(word=word)) for word in words
    ]
    share = cell_evidence.evidence(field if score else _TELLING[field], cells)
    if share is not None:
        agreement = Agreement.SAME if share >= _MOST else Agreement.DIFFERENT if share < _HARDLY_ANY else Agreement.NEAR
        reasons.append(Reason(code="columns.cells", agreement=agreement, values=explain.values(share=share)))
        if not score:
            score = _BY_CELLS if share >= _MOST else 0
        elif share < _HARDLY_ANY and field not in _NAMES:
            score = score * _BY_CELLS // 100
    if field == "kind":  # of "clase: CORTA" and "tipo: PISTOLA" the second says more
        share = cell_evidence.evidence("specific_kind", cells)
    return FieldSuggestion(field=field, score=score, share=share or 0, reasons=tuple(reasons))


def _assigned(headers: Sequence[str], ranked: Sequence[tuple[FieldSuggestion, ...]]) -> tuple[ColumnSuggestion, ...]:
    """The columns with their fields: of all pairs of a column and a field the best comes first."""
    # words and cells together say which of two columns is better
    pairs = sorted(
        (
            (found.score + found.share // _PER_POINT, found.share, -index, found.field)
            for index, fields in enumerate(ranked)
            for found in fields
        ),
        reverse=True,
    )
    chosen: dict[int, str] = {}
    claims: dict[str, list[tuple[int, int]]] = {}
    for value, _, negative, field in pairs:
        claimed = claims.setdefault(field, [])
        if -negative in chosen:
            continue
        if not claimed:
            chosen[-negative] = field
        if not claimed or (value > claimed[0][0] - _LEAD and field not in _INTERCHANGEABLE):
            claimed.append((value, -negative))
    rivals = {index: field for field, claimed in claims.items() if len(claimed) > 1 for _, index in claimed}
    return tuple(
        ColumnSuggestion(
            header=header,
            fields=ranked[index],
            field=None if rivals.get(index) in _NEVER_CHOSEN else chosen.get(index),
            rivals=tuple(
                headers[other] for other, field in rivals.items() if field == rivals.get(index) and other != index
            ),
        )
        for index, header in enumerate(headers)
    )
