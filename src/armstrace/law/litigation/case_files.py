"""Case files: a suit written down in TOML, read strictly.

A file has the fields of a `LegalCase` and lists of ``[[party]]``, ``[[claim]]``, ``[[citation]]`` and ``[[event]]``. An
event that is a ruling says so by its kind, and takes ``immunity`` (what it holds of the PLCAA) or, where claims or
defendants differ, ``holdings``. A day is a TOML date; a month, a year or other bounds are given as text
(``"2022-10"``) or as ``not_before`` and ``not_after``.

>>> case = parse_case('''
... id = "doe-v-acme"
... name = "Doe v. Acme Arms, Inc."
... checked_until = 2020-12-31
... leading = "e2"
... party = [{ name = "Acme Arms, Inc.", role = "defendant", kind = "manufacturer" }]
...
... [[event]]
... id = "e1"
... date = 2019-03-01
... court = "mad"
... event = "complaint_filed"
...
... [[event]]
... id = "e2"
... date = 2020-01-15
... court = "mad"
... event = "dismissed"
... ground = "personal_jurisdiction"
... ''')
>>> from datetime import date
>>> status = case.status(on=date(2020, 6, 1))
>>> status.suit_status.value, status.plcaa_bar.value
('dismissed', 'not_ruled')

Without its ground the dismissal would be refused: want of jurisdiction is not immunity.
"""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Mapping
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from armstrace.dates import edtf
from armstrace.dates.value import UncertainDate
from armstrace.errors import CaseError, ParseError
from armstrace.law.litigation import courts
from armstrace.law.litigation.cases import CaseCitation, CaseParty, Claim, Docket, Event, LegalCase
from armstrace.law.litigation.citations import LegalCitation
from armstrace.law.litigation.rulings import Finding, Holding, Reviewed, Ruling
from armstrace.law.litigation.terms import (
    Assessed,
    CitationRole,
    Disposition,
    Effect,
    EventKind,
    ExceptionClause,
    Ground,
    PartyKind,
    PlcaaBar,
    Posture,
    Role,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from armstrace.law.litigation.courts import Court

E = TypeVar("E", bound=Enum)
T = TypeVar("T")


def read_case(path: str | Path) -> LegalCase:
    """The case in the file at *path*.

    Raises:
        CaseError: The file cannot be decoded, or says what `parse_case` refuses.
        OSError: It cannot be read.
    """
    try:
        text = Path(path).read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise CaseError(str(path), cause=f"not UTF-8: {error}") from error
    return parse_case(text)


def parse_case(text: str) -> LegalCase:
    """The case that the TOML *text* holds.

    Raises:
        CaseError: No TOML, an unknown or missing field, a word that is none of the vocabulary, or events that cannot
            have happened; the error names the event.
    """
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise CaseError("", cause=f"no TOML: {error}") from error
    return case_from(data)


def case_from(data: Mapping[str, Any]) -> LegalCase:
    """The case that *data*, of the shape of a case file, holds.

    Raises:
        CaseError: As for `parse_case`.
    """
    case_id = data.get("id")
    fields = _Fields(data, case_id if isinstance(case_id, str) else "")
    case = LegalCase(
        id=fields.text("id", required=True),
        name=fields.text("name", required=True),
        short_name=fields.text("short_name"),
        dockets=fields.each("docket", _docket),
        parties=fields.each("party", _party),
        claims=fields.each("claim", _claim),
        exceptions=fields.words("exceptions", ExceptionClause),
        events=fields.each("event", _event),
        leading_event=fields.text("leading", required=True),
        reports=fields.each("citation", _report),
        checked_until=fields.day("checked_until"),
        sources=fields.texts("sources"),
        verified=fields.flag("verified") or False,
        note=fields.text("note"),
    )
    fields.done()
    return case


class _Fields:
    """A table of a case file, each of whose fields is asked for once; what is left over is an error."""

    def __init__(self, data: object, case: str, event: str = "") -> None:
        self.case, self.event = case, event
        if not isinstance(data, Mapping):
            raise self.error(f"a table was expected: {data!r}")
        self._data: Mapping[str, Any] = data
        self._left = set(data)

    def error(self, cause: str) -> CaseError:
        return CaseError(self.case, event=self.event, cause=cause)

    def take(self, name: str) -> Any:  # noqa: ANN401  # TOML has values of many types
        self._left.discard(name)
        return self._data.get(name)

    def _typed(self, name: str, cls: type[T]) -> T | None:
        value = self.take(name)
        if value is not None and type(value) is not cls:
            raise self.error(f"{name} must be {cls.__name__}: {value!r}")
        return value

    def text(self, name: str, *, required: bool = False) -> str:
        value = self._typed(name, str)
        if required and not value:
            raise self.error(f"{name} is missing")
        return value or ""

    def flag(self, name: str) -> bool | None:
        return self._typed(name, bool)

    def day(self, name: str) -> datetime.date:
        value = self._typed(name, datetime.date)
        if value is None:
            raise self.error(f"{name} is missing")
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        values = self._typed(name, list) or []
        if not all(isinstance(value, str) and value for value in values):
            raise self.error(f"{name} must be a list of texts: {values!r}")
        return tuple(values)

    def word(self, name: str, cls: type[E]) -> E | None:
        value = self.text(name)
        return self._member(name, value, cls) if value else None

    def needed(self, name: str, cls: type[E]) -> E:
        return self._member(name, self.text(name, required=True), cls)

    def words(self, name: str, cls: type[E]) -> tuple[E, ...]:
        return tuple(self._member(name, value, cls) for value in self.texts(name))

    def _member(self, name: str, value: str, cls: type[E]) -> E:
        for member in cls:
            if member.value == value:
                return member
        raise self.error(f"{name} is none of {', '.join(member.value for member in cls)}: {value!r}")

    def each(self, name: str, build: Callable[[_Fields], T]) -> tuple[T, ...]:
        found: list[T] = []
        for data in self._typed(name, list) or []:
            event_id = data.get("id") if name == "event" and isinstance(data, Mapping) else None
            fields = _Fields(data, self.case, event_id if isinstance(event_id, str) else self.event)
            found.append(build(fields))
            fields.done()
        return tuple(found)

    def court(self) -> Court | None:
        court_id = self.text("court")
        if not court_id:
            return None
        found = courts.get(court_id)
        if found is None:
            nearest = ", ".join(row.id for row in courts.search(court_id, limit=3))
            raise self.error(f"no id of a court: {court_id!r}" + (f" (nearest: {nearest})" if nearest else ""))
        return found

    def citation(self, name: str) -> LegalCitation | None:
        text = self.text(name)
        return self.parsed(text) if text else None

    def parsed(self, text: str) -> LegalCitation:
        try:
            return LegalCitation.parse(text)
        except ParseError as error:
            raise self.error(str(error)) from error

    def when(self, name: str = "date") -> UncertainDate | None:
        value, first, last = self.take(name), self.take("not_before"), self.take("not_after")
        try:
            if type(value) is datetime.date:
                return UncertainDate.exact(value)
            if isinstance(value, str):
                read = edtf.parse_edtf(value)
                if isinstance(read, UncertainDate):
                    return read
            elif value is None and type(last) is datetime.date and (first is None or type(first) is datetime.date):
                return UncertainDate.between(first or datetime.date.min, last)
            elif value is None and first is None and last is None:
                return None
        except ParseError as error:
            raise self.error(str(error)) from error
        raise self.error(f"no day: {value or (first, last)!r}")

    def done(self) -> None:
        if self._left:
            raise self.error(f"unknown field {', '.join(sorted(map(repr, self._left)))}")


def _docket(fields: _Fields) -> Docket:
    docket = Docket(court=fields.court(), number=fields.text("number", required=True))
    fields.parsed(f"No. {docket.number}")
    return docket


def _party(fields: _Fields) -> CaseParty:
    return CaseParty(
        name=fields.text("name", required=True),
        role=fields.needed("role", Role),
        kind=fields.word("kind", PartyKind),
        joined=fields.when("joined"),
        left=fields.when("left"),
        left_ground=fields.word("left_ground", Ground),
        verified=fields.flag("verified") or False,
    )


def _claim(fields: _Fields) -> Claim:
    return Claim(
        id=fields.text("id", required=True),
        title=fields.text("title", required=True),
        exceptions=fields.words("exceptions", ExceptionClause),
        predicates=tuple(map(fields.parsed, fields.texts("predicates"))),
        defendants=fields.texts("defendants"),
        verified=fields.flag("verified") or False,
    )


def _report(fields: _Fields) -> CaseCitation:
    return CaseCitation(
        citation=fields.parsed(fields.text("cite", required=True)),
        court=fields.court(),
        date=fields.when(),
        role=fields.word("role", CitationRole) or CitationRole.DECISION,
        verified=fields.flag("verified") or False,
    )


def _event(fields: _Fields) -> Event:
    date, court, kind = fields.when(), fields.court(), fields.needed("event", EventKind)
    if date is None:
        raise fields.error("date is missing")
    ground = fields.word("ground", Ground)
    return Event(
        id=fields.text("id", required=True),
        date=date,
        court=court,
        docket=fields.text("docket"),
        kind=kind,
        affects=fields.texts("affects"),
        ground=None if kind.is_ruling else ground,
        ruling=_ruling(fields, court, date, Disposition(kind.value), ground) if kind.is_ruling else None,
        sources=fields.texts("sources"),
        unverified=fields.texts("unverified"),
        note=fields.text("note"),
    )


def _ruling(
    fields: _Fields, court: Court | None, date: UncertainDate, disposition: Disposition, ground: Ground | None
) -> Ruling:
    immunity, findings = fields.word("immunity", PlcaaBar), fields.each("findings", _finding)
    holdings = fields.each("holdings", _holding)
    if immunity is not None or findings:
        if holdings:
            raise fields.error("immunity and findings stand either for the whole or in holdings")
        holdings = (Holding(bar=immunity, findings=findings),)
    return Ruling(
        court=court,
        date=date,
        disposition=disposition,
        caption=fields.text("caption"),
        posture=fields.word("posture", Posture),
        rule=fields.text("rule"),
        with_prejudice=fields.flag("with_prejudice"),
        ground=ground,
        holdings=holdings,
        author=fields.text("author"),
        panel=fields.texts("panel"),
        citation=fields.citation("citation"),
        reviewed=fields.each("reviews", _reviewed),
    )


def _reviewed(fields: _Fields) -> Reviewed:
    return Reviewed(ruling=fields.text("ruling", required=True), effect=fields.needed("effect", Effect))


def _holding(fields: _Fields) -> Holding:
    return Holding(
        bar=fields.word("immunity", PlcaaBar),
        claims=fields.texts("claims"),
        defendants=fields.texts("defendants"),
        goes_on=fields.flag("goes_on"),
        ground=fields.word("ground", Ground),
        findings=fields.each("findings", _finding),
    )


def _finding(fields: _Fields) -> Finding:
    return Finding(
        exception=fields.needed("exception", ExceptionClause),
        element=fields.text("element", required=True),
        assessed=fields.needed("assessed", Assessed),
    )
