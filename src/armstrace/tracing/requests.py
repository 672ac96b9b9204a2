"""Trace requests: the fields of ATF's form for one weapon.

The fields follow ATF F 3312.1 (editions of October 2006 and February 2018, parts I to V) and paragraph 17 of the
International Tracing Instrument, whose wording was not seen. The possessor of part VI is left out: personal data.

>>> from armstrace.weapons.kinds import KindSet
>>> from armstrace.weapons.serials import SerialNumber
>>> weapon = Weapon(kinds=KindSet.of("rifle"), serial=SerialNumber.parse("LIMADA"))
>>> request = TraceRequest(weapon=weapon)
>>> request.is_ready
False
>>> print(request.missing()[0].explain())
serial number: filed off or erased; have it restored by forensic examination, and say so on the form
>>> [need.field for need in request.missing()]
['serial', 'make', 'caliber', 'model', 'made_in', 'importer']
"""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from armstrace import explain
from armstrace.dates.value import UncertainDate
from armstrace.explain import Caveat
from armstrace.records.recorded import RecordedWeapon
from armstrace.sources import Citation
from armstrace.tracing.readiness import Need, missing_identifiers
from armstrace.weapons.serials.states import SerialState
from armstrace.weapons.weapon import Weapon


class Priority(StrEnum):
    """The urgency of a request; an urgent request must be justified."""

    ROUTINE = "routine"
    URGENT = "urgent"


NEVER_MARKED = Caveat(code="trace.never_marked")
ITI_UNVERIFIED = Caveat(code="trace.iti_unverified")


@frozen(kw_only=True)
class TraceRequest:
    """A request to trace one weapon.

    Attributes:
        id: The number that the office gives the request.
        weapon: The weapon: serial number of frame or receiver (5a), make (5c), kind (5d), caliber (5e), model (5f),
            country of manufacture (5g) and further markings (5i).
        importer: The importer (5h), needed where the weapon was not made in the United States.
        requested_on: The day of the request (1a).
        priority: Routine or urgent (1b).
        justification: Why it is urgent.
        crime_code: The NCIC crime code (2a).
        project: The project code or initiative (2b).
        requester: The agency that asks (parts III and IV), as written.
        illicit_because: Why the weapon is held to be illicit (ITI 17).
        found_how: Under which circumstances it was found (ITI 17).
        intended_use: What the answer is to be used for (ITI 17).
        citation: The record that shows the weapon.
    """

    id: str | None = None
    weapon: Weapon
    importer: str | None = None
    requested_on: UncertainDate | None = None
    priority: Priority = Priority.ROUTINE
    justification: str | None = None
    crime_code: str | None = None
    project: str | None = None
    requester: str | None = None
    illicit_because: str | None = None
    found_how: str | None = None
    intended_use: str | None = None
    citation: Citation | None = None

    @classmethod
    def of(cls, recorded: RecordedWeapon, *, importer: str | None = None) -> TraceRequest:
        """The request for a weapon that a record shows."""
        return cls(weapon=recorded.weapon, importer=importer, citation=recorded.citation)

    def recorded(self) -> tuple[RecordedWeapon, ...]:
        """The weapon with the day and the citation of the request, to be compared with others.

        Raises:
            ValueError: The request has no citation, so that it could not be told from another.
        """
        if self.citation is None:
            raise ValueError("a trace request without a citation cannot be told from another; give it one")
        shown = RecordedWeapon(weapon=self.weapon, date=self.requested_on, citation=self.citation, record_id=self.id)
        return (shown,)

    def missing(self) -> tuple[Need, ...]:
        """The identifiers that a trace needs and the record lacks, in the order of the form.

        A weapon that never had a serial number needs none; see `caveats`.
        """
        justified = self.priority is not Priority.URGENT or bool(self.justification)
        return missing_identifiers(self.weapon, importer=self.importer, justified=justified)

    @property
    def is_ready(self) -> bool:
        """True if nothing that a trace needs is missing."""
        return not self.missing()

    @property
    def caveats(self) -> tuple[Caveat, ...]:
        """What must be known before sending it."""
        found = (NEVER_MARKED,) if self.weapon.serial.state is SerialState.NEVER_MARKED else ()
        says_iti = self.illicit_because or self.found_how or self.intended_use
        return (*found, ITI_UNVERIFIED) if says_iti else found

    def explain(self, language: explain.Language = "en") -> str:
        """The weapon, what is missing and what to do about it."""
        needs = self.missing()
        code = "trace.incomplete" if needs else "trace.ready"
        lines = [explain.say(code, explain.values(weapon=self.weapon.label(language)), language)]
        lines += [f"  - {need.explain(language)}" for need in needs]
        lines += [f"  {explain.term('caveat', language)}: {caveat.explain(language)}" for caveat in self.caveats]
        return "\n".join(lines)
