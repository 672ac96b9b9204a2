"""Tallies: how many of what, where, when, counted by whom and how, as bounds.

>>> from datetime import date
>>> tally = Tally(count=Count.exact(221), kinds=KindSet.of("machine_gun"), word="ametralladoras", actor="SEDENA",
...               measure=Measure.SEIZED, period=Period.exact(date(2018, 12, 1), date(2023, 6, 13)))
>>> tally.label()
'221 machine gun ("ametralladoras"), seized, 2018-12-01/2023-06-13, by SEDENA'
>>> blank = Tally(count=None, absence=Absence.NOT_COLLECTED, kinds=KindSet.of("grenade"), measure=Measure.SEIZED)
>>> print(blank.label("es"))
no se recolectó: granada, asegurado
"""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from armstrace import explain
from armstrace.counts.value import Count
from armstrace.dates.value import Period
from armstrace.errors import ParseError
from armstrace.places.place import Place
from armstrace.records.statements.statements import Proposition
from armstrace.weapons.calibers.caliber import Caliber
from armstrace.weapons.features import FireMode
from armstrace.weapons.kinds.kind_set import KindSet

_ANY = KindSet()


class Measure(StrEnum):
    """What had happened to the things counted.

    Attributes:
        SEIZED: Taken by force of law.
        FOUND: Found without an owner.
        SURRENDERED: Handed over.
        CAPTURED: Taken in combat.
        DOCUMENTED: Seen or photographed, not taken.
        RECOVERED: Any of these; the source does not state which.
        IDENTIFIABLE: Taken, with data by which it can be identified.
        SUBMITTED: Sent for tracing.
        TRACED: A trace was made; its result is not stated.
        TRACED_TO_SOURCE: Traced to the country it comes from.
        TRACED_TO_PURCHASER: Traced to a retail purchaser.
        HELD: In stock.
        LOST: Lost.
        STOLEN: Stolen.
        LOST_OR_STOLEN: Either.
        MADE: Manufactured.
        SOLD: Sold.
        EXPORTED: Exported.
        IMPORTED: Imported.
        DESTROYED: Destroyed.
        USED: Used in an event.
        UNKNOWN: Not stated.
    """

    SEIZED = "seized"
    FOUND = "found"
    SURRENDERED = "surrendered"
    CAPTURED = "captured"
    DOCUMENTED = "documented"
    RECOVERED = "recovered"
    IDENTIFIABLE = "identifiable"
    SUBMITTED = "submitted"
    TRACED = "traced"
    TRACED_TO_SOURCE = "traced_to_source"
    TRACED_TO_PURCHASER = "traced_to_purchaser"
    HELD = "held"
    LOST = "lost"
    STOLEN = "stolen"
    LOST_OR_STOLEN = "lost_or_stolen"
    MADE = "made"
    SOLD = "sold"
    EXPORTED = "exported"
    IMPORTED = "imported"
    DESTROYED = "destroyed"
    USED = "used"
    UNKNOWN = "unknown"


class Unit(StrEnum):
    """What one of the count is.

    Attributes:
        PIECE: A thing.
        ROUND: A cartridge.
        EVENT: A seizure, an episode, a report; the number of things is not stated.
        REQUEST: A trace request.
        UNKNOWN: Not stated.
    """

    PIECE = "piece"
    ROUND = "round"
    EVENT = "event"
    REQUEST = "request"
    UNKNOWN = "unknown"


class PeriodBasis(StrEnum):
    """By which day a thing falls into the period: of its seizure, its recovery, the trace request, the report."""

    SEIZURE = "seizure"
    RECOVERY = "recovery"
    REQUEST = "request"
    REPORT = "report"
    UNKNOWN = "unknown"


class Absence(StrEnum):
    """Why there is no count. None of these is zero.

    Attributes:
        NOT_COLLECTED: Nobody counted.
        NOT_STATED: The source does not say.
        WITHHELD: The source refuses to say.
        UNREADABLE: A figure stands there and cannot be read.
    """

    NOT_COLLECTED = "not_collected"
    NOT_STATED = "not_stated"
    WITHHELD = "withheld"
    UNREADABLE = "unreadable"


@frozen(kw_only=True)
class Tally(Proposition):
    """How many things of a sort, in a period and place.

    Attributes:
        count: How many, within bounds; None if there is no count.
        absence: Why there is none.
        kinds: The kinds that were counted together; empty for all arms, or if they are not stated.
        word: What was counted, in the words of the source.
        fire_modes: The modes of fire, where they are part of what was counted ("fully automatic").
        caliber: The caliber, where it is part of what was counted.
        traits: What else narrows it, as codes: ``homemade``, ``unspecified``, ``us_made``, …
        measure: What had happened to the things.
        unit: What one of the count is.
        period: The stretch of time; None if it is not known.
        basis: By which day a thing falls into it.
        place: Where; None if it is not known.
        actor: Who took, traced or holds the things, as written; None if it is not known.
        taken_from: From whom they were taken, as written.
        definition: How the source defines what it counts, in a few words; None if it does not.
        coverage: What the source states to be covered or left out.
        repeats_removed: True if a thing that is recorded several times counts once; None if the source is silent.
        id: The id the source gives the figure, or one of your own.
        part_of: The id of the tally of which it is a part by the source.
        caveats: What must be known before relying on it: a suspect figure, a filled-down cell.
    """

    count: Count | None
    absence: Absence | None = None
    kinds: KindSet = _ANY
    word: str = ""
    fire_modes: frozenset[FireMode] | None = None
    caliber: Caliber | None = None
    traits: frozenset[str] = frozenset()
    measure: Measure = Measure.UNKNOWN
    unit: Unit = Unit.PIECE
    period: Period | None = None
    basis: PeriodBasis = PeriodBasis.UNKNOWN
    place: Place | None = None
    actor: str | None = None
    taken_from: str | None = None
    definition: str | None = None
    coverage: str | None = None
    repeats_removed: bool | None = None
    id: str | None = None
    part_of: str | None = None
    caveats: tuple[explain.Caveat, ...] = ()

    def __attrs_post_init__(self) -> None:
        if (self.count is None) == (self.absence is None):
            raise ParseError(
                "a tally has a count, or a reason why it has none", code="tally.count_and_absence", text=self.word
            )

    def label(self, language: explain.Language = "en") -> str:
        """The tally in one line: count, what, measure, place, period, by whom."""
        what = self.kinds.label(language) or explain.term("all_arms", language)
        if self.word:
            what += f' ("{self.word}")'
        absent = f"{explain.term(f'absence_{self.absence}', language)}:"
        head = f"{self.count if self.count is not None else absent} {what}"
        by = f"{explain.term('by', language)} {self.actor}" if self.actor else ""
        measure = explain.term(f"measure_{self.measure}", language)
        tail = (measure, str(self.place or ""), str(self.period or ""), by)
        return ", ".join(part for part in (head, *tail) if part)
