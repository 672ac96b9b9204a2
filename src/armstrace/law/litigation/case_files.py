"""Case files: a suit as TOML, read strictly.

A file has the fields of a `LegalCase` and lists of ``[[party]]``, ``[[claim]]``, ``[[citation]]`` and ``[[event]]``. An
event whose kind is a disposition is a ruling, with ``immunity``, its holding on the PLCAA, or with ``holdings`` where
claims or defendants differ. A day is a TOML date; a month, a year or other bounds are a text (``"2022-10"``) or
``not_before`` and ``not_after``.

>>> from armstrace.law.litigation import LegalCase
>>> case = LegalCase.parse('''
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
>>> print(case.status(on="2020-06-01"))
Doe v. Acme Arms, Inc., end of 2020-06-01: dismissed; PLCAA: no ruling

Without its ground the dismissal would be refused: a dismissal for want of jurisdiction is not immunity.
"""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any, TypeVar

from armstrace.errors import CaseError
from armstrace.law.litigation.case_fields import Fields
from armstrace.law.litigation.case_record import CaseRecord
from armstrace.law.litigation.docket import CaseCitation, CitationRole, Claim, Docket
from armstrace.law.litigation.events import Event
from armstrace.law.litigation.immunity import ElementStatus, ExceptionClause, PlcaaBar
from armstrace.law.litigation.litigants import CaseParty, LitigantKind, LitigantRole
from armstrace.law.litigation.procedure import Disposition, EventKind, Ground, Posture, ReviewEffect
from armstrace.law.litigation.rulings import Holding, ReviewedRuling, Ruling, RulingFinding

if TYPE_CHECKING:
    from collections.abc import Mapping

    from armstrace.dates.value import UncertainDate
    from armstrace.law.litigation.courts import Court

C = TypeVar("C", bound=CaseRecord)


def parsed(text: str) -> dict[str, Any]:
    """The tables of the TOML *text* of a case file.

    Raises:
        CaseError: The text is no TOML.
    """
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise CaseError("", cause=f"no TOML: {error}", code="case.no_toml") from error


def case_from(data: Mapping[str, Any], cls: type[C]) -> C:
    """The case in *data*, the tables of a case file, as a value of the class *cls*.

    Raises:
        CaseError: A field is unknown or missing, or a word is not in the vocabulary; the error names the event.
    """
    case_id = data.get("id")
    fields = Fields(data, case_id if isinstance(case_id, str) else "")
    case = cls(
        id=fields.text("id", required=True),
        name=fields.text("name", required=True),
        short_name=fields.text("short_name"),
        dockets=fields.tables("docket", _docket),
        parties=fields.tables("party", _party),
        claims=fields.tables("claim", _claim),
        exceptions=fields.words("exceptions", ExceptionClause),
        events=fields.tables("event", _event),
        leading_event=fields.text("leading", required=True),
        reports=fields.tables("citation", _report),
        checked_until=fields.day("checked_until"),
        sources=fields.texts("sources"),
        verified=fields.flag("verified") or False,
        note=fields.text("note"),
    )
    fields.finish()
    return case


def _docket(fields: Fields) -> Docket:
    docket = Docket(court=fields.court(), number=fields.text("number", required=True))
    fields.cited(f"No. {docket.number}")
    return docket


def _party(fields: Fields) -> CaseParty:
    return CaseParty(
        name=fields.text("name", required=True),
        role=fields.required_word("role", LitigantRole),
        kind=fields.word("kind", LitigantKind),
        joined=fields.date("joined"),
        left=fields.date("left"),
        left_ground=fields.word("left_ground", Ground),
        verified=fields.flag("verified") or False,
    )


def _claim(fields: Fields) -> Claim:
    return Claim(
        id=fields.text("id", required=True),
        title=fields.text("title", required=True),
        exceptions=fields.words("exceptions", ExceptionClause),
        predicates=tuple(map(fields.cited, fields.texts("predicates"))),
        defendants=fields.texts("defendants"),
        verified=fields.flag("verified") or False,
    )


def _report(fields: Fields) -> CaseCitation:
    return CaseCitation(
        citation=fields.cited(fields.text("cite", required=True)),
        court=fields.court(),
        date=fields.date(),
        role=fields.word("role", CitationRole) or CitationRole.DECISION,
        verified=fields.flag("verified") or False,
    )


def _event(fields: Fields) -> Event:
    date, court, kind = fields.date(), fields.court(), fields.required_word("event", EventKind)
    if date is None:
        raise fields.missing("date")
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
    fields: Fields, court: Court | None, date: UncertainDate, disposition: Disposition, ground: Ground | None
) -> Ruling:
    immunity, findings = fields.word("immunity", PlcaaBar), fields.tables("findings", _finding)
    holdings, citation = fields.tables("holdings", _holding), fields.text("citation")
    if immunity is not None or findings:
        if holdings:
            raise fields.error("immunity and findings stand either for the whole or in holdings", "case.holdings_twice")
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
        citation=fields.cited(citation) if citation else None,
        reviewed=fields.tables("reviews", _reviewed_ruling),
    )


def _reviewed_ruling(fields: Fields) -> ReviewedRuling:
    effect = fields.required_word("effect", ReviewEffect)
    return ReviewedRuling(ruling=fields.text("ruling", required=True), effect=effect)


def _holding(fields: Fields) -> Holding:
    return Holding(
        bar=fields.word("immunity", PlcaaBar),
        claims=fields.texts("claims"),
        defendants=fields.texts("defendants"),
        goes_on=fields.flag("goes_on"),
        ground=fields.word("ground", Ground),
        findings=fields.tables("findings", _finding),
    )


def _finding(fields: Fields) -> RulingFinding:
    return RulingFinding(
        exception=fields.required_word("exception", ExceptionClause),
        element=fields.text("element", required=True),
        status=fields.required_word("status", ElementStatus),
    )
