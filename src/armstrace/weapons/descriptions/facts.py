"""The facts that the claims on one thing state, and the words that stay unread, each with its cause."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import define, evolve, field

from armstrace import explain
from armstrace.counts.value import Count
from armstrace.weapons import calibers, makes
from armstrace.weapons.descriptions.description import Description, ReadPart, Unread
from armstrace.weapons.descriptions.measure_facts import measures_of
from armstrace.weapons.descriptions.model_facts import ModelFound, is_typed, model_of
from armstrace.weapons.kinds import reader as _kind_reader
from armstrace.weapons.kinds.kind import WeaponKind
from armstrace.weapons.kinds.kind_set import KindSet
from armstrace.weapons.kinds.meanings import meaning
from armstrace.weapons.kinds.reader import KindReading
from armstrace.weapons.makes import names as _make_names
from armstrace.weapons.serials.states import SerialState

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from armstrace.weapons.calibers.caliber import Caliber
    from armstrace.weapons.construction import Construction, Making
    from armstrace.weapons.descriptions.claims import Claim, Described
    from armstrace.weapons.descriptions.things import Thing
    from armstrace.weapons.kinds.segments import Phrase
    from armstrace.weapons.makes.registry import Make
    from armstrace.weapons.serials.number import SerialNumber

_SHORTEST: Final = 7
"""The length of a word in which one wrong letter of a make is forgiven."""
_PLAIN: Final = frozenset(
    {
        "label",
        "joint",
        "filler",
        "unit",
        "condition",
        "feature",
        "type_of",
        "made_in",
        "sign",
        "lot",
        "quantity",
        "count",
    }
    | {"rounds", "capacity", "barrel_length", "overall_length", "made"}
)
_OPEN: Final = {
    "unsure": "count_or_caliber",
    "mention": "part_mentioned",
    "other": "other_thing",
    "document": "",
    "absent": "",
}


def describe(described: Described, thing: Thing, language: str | None, cell: str = "phrase") -> list[Description]:
    """The description of a thing of a text in a language; one for each serial number, if as many things are counted.

    The text is that of the *cell*.
    """
    facts = _Facts(described, thing, cell)
    if thing.absent:
        return [facts.nothing(thing.absent)]
    description = facts.description(language)
    if not facts.serials:
        return [description]
    return [evolve(description, serial=number, count=Count.exact(1)) for number in facts.serials]


@define(eq=False)
class _Facts:
    """The claims on a thing while they are settled: what was read, and the cause for each word that was not."""

    described: Described
    thing: Thing
    cell: str
    causes: dict[int, str] = field(factory=dict)
    read: list[tuple[str, int, int]] = field(factory=list)
    made_by: Making | None = None
    serials: tuple[SerialNumber, ...] = ()

    def description(self, language: str | None) -> Description:
        """The description of the thing."""
        self.causes = dict.fromkeys(self.thing.loose, "")
        kind = self._kind(language)
        make = self._make()
        found = self._model(make, kind)
        caliber = self._caliber(kind, make, found.entry_kind)
        measured = measures_of(self.thing, kind.kinds)
        serial = self._serial(measured.count)
        self._rest()
        for claim, cause in measured.unread:
            self._leave(claim, cause)
        return Description(
            kind=kind,
            make=make,
            model=found.model,
            pattern=found.pattern or kind.pattern,
            caliber=caliber,
            serial=serial,
            lot=next(self._values("lot"), None),
            made_in=next(self._values("made_in"), None),
            count=measured.count,
            barrel_length=measured.barrel_length,
            overall_length=measured.overall_length,
            made=measured.made,
            has_stock=measured.has_stock,
            receiver_of=self._receiver_of(kind),
            construction=self._construction(measured.construction),
            written=" ".join(self.described.written(*span) for name, *span in self.read if name in ("kind", "pattern")),
            parts=self._parts(),
            unread=self._unread(),
        )

    def nothing(self, cause: str) -> Description:
        """The description of what is not there: all its words stay unread for that cause."""
        self.causes = dict.fromkeys(self.thing.loose, cause)
        for claim in (*self.thing.claims, *self.thing.made_for, *self.thing.missing):
            self._leave(claim, cause)
        return Description(kind=KindReading(), unread=self._unread())

    def _construction(self, measured: Construction) -> Construction:
        return evolve(measured, made_by=self.made_by) if self.made_by is not None else measured

    def _values(self, name: str) -> Iterator[Any]:
        return (claim.value for claim in self.thing.claims if claim.field == name)

    def _rest(self) -> None:
        """Take the claims that need no settling, and leave those that are open."""
        for claim in self.thing.claims:
            if claim.field in _PLAIN:
                self._take(claim, claim.field)
            elif claim.field in _OPEN:
                self._leave(claim, _OPEN[claim.field])
        for name, claims in (("made_for", self.thing.made_for), ("missing", self.thing.missing)):
            for claim in claims:
                self._take(claim, name)

    def _model(self, make: Make | None, kind: KindReading) -> ModelFound:
        """The model of the thing; a designation beside a make that is in no list stays unread with that cause."""
        found = model_of(self.described, self.thing, make, kind)
        for claim, name in found.read:
            for i in range(claim.first, claim.last):
                self.causes.pop(i, None)
            self._take(claim, name)
        read = {(first, last) for _, first, last in self.read}
        for claim, cause in found.unread:
            if (claim.first, claim.last) not in read:  # AK-47 names a kind too
                self._leave(claim, cause)
        for i in self.thing.loose if make is not None and found.model is None else ():
            token = self.described.tokens[i]
            if i in self.causes and token.has_digit and not token.key.isdigit():
                self.causes[i] = "not_in_registry"
        return found

    def _kind(self, language: str | None) -> KindReading:
        """The reading of the kinds, without a group if its member is named too: ``arma de fuego, tipo pistola``."""
        segments = _joined(_segments(self.thing.claims))
        meanings = [meaning([claim.value for claim in part], spanish=language == "es") for part in segments]
        unused = {id(phrase) for part in meanings for phrase in part.unused}
        reading = _kind_reader.joined(meanings, "", "") if meanings else KindReading()
        described = _kind_reader.describes(reading)
        for claim in (claim for segment in segments for claim in segment):
            head = claim.value.word.role == "head"
            if described and id(claim.value) not in unused:
                self._take(claim, "kind")
            elif described and self.thing.is_accessory:
                self._take(claim, "made_for")
            else:
                self._leave(claim, "part_mentioned" if head else "")
        if not described:
            return KindReading()
        return _without_groups(reading)

    def _receiver_of(self, kind: KindReading) -> WeaponKind | None:
        """The kind of weapon to which a frame or receiver belongs, if a single one is named."""
        if kind.kinds.single is None or kind.kinds.single.id != "frame_or_receiver":
            return None
        phrases = [claim.value for claim in (*self.thing.claims, *self.thing.made_for) if claim.field == "kind"]
        named = {each for phrase in phrases if phrase.word.role in ("kind", "weak") for each in phrase.word.kinds}
        return next(iter(named)) if len(named) == 1 else None

    def _make(self) -> Make | None:
        """The make, if the claims name a single one or related ones; the words of all others stay unread."""
        claims = [claim for claim in self.thing.claims if claim.field == "make"]
        if not claims:
            return self._misspelt_make()
        named: list[tuple[Claim, Make | None, str]] = []
        for claim in claims:
            if is_typed(self.described, claim):
                self._leave(claim, "type_of")
            elif isinstance(claim.value, str):
                reading = makes.read(self.described.written(claim.first, claim.last))
                if reading is not None and reading.names_absence:
                    self.made_by = reading.made_by
                    self._take(claim, "make")
                    continue
                reading = makes.read(claim.value)
                make = reading.make if reading else None
                named.append((claim, make, explain.joined(reading.flags) if reading else ""))
            else:
                rows = claim.value.rows
                named.append((claim, rows[0].make() if len(rows) == 1 else None, "ambiguous"))
        known = {make.id or make.name: make for _, make, _ in named if make is not None}
        chosen = _chosen(list(known.values()))
        for claim, make, cause in named:
            if make is None or chosen is None:
                self._leave(claim, cause if make is None else "several_makes")
            else:
                self._take(claim, "make")
        return chosen

    def _misspelt_make(self) -> Make | None:
        """The make whose name a loose word has but for one letter; None if there is none, or there are several."""
        for i in self.thing.loose if self.thing.has("kind", "model", "caliber") else ():
            token = self.described.tokens[i]
            if len(token.key) < _SHORTEST or not token.key.isalpha() or token.is_word or _make_names.exact([token]):
                continue
            hit = _make_names.near([token], _SHORTEST)
            if hit and len(hit.rows) == 1:
                self.causes.pop(i, None)
                self.read.append(("make", i, i + 1))
                return hit.rows[0].make()
        return None

    def _caliber(self, kind: KindReading, make: Make | None, entry_kind: str | None) -> Caliber | None:
        """The caliber, if the claims give a single one; else their words stay unread.

        The make is evidence where no kind is named: a Colt .45 need not be in .45 ACP.
        """
        claims = [claim for claim in self.thing.claims if claim.field == "caliber"]
        narrowed = kind.kinds.single or (WeaponKind.get(entry_kind) if entry_kind and not kind.kinds else None)
        found: list[Caliber] = []
        for claim in claims:
            text = f"{make.name} {claim.value}" if make is not None and narrowed is None else claim.value
            values = calibers.read(text, narrowed) or calibers.read(claim.value, narrowed)
            if len(values) != 1 or "weapon named for a caliber" in values[0].repairs:
                self._leave(claim, "caliber.several" if len(values) > 1 else "caliber.none")
            else:
                found += values
                self._take(claim, "caliber")
        if len(set(found)) > 1:
            for claim in claims:
                self._leave(claim, "caliber.several")
            return None
        return found[0] if found else None

    def _serial(self, count: Count | None) -> SerialNumber | None:
        """The serial number, if a single one is given; several are kept if they are as many as the things counted.

        Else their words stay unread.
        """
        claims = [claim for claim in self.thing.claims if claim.field == "serial"]
        numbers = tuple(number for claim in claims for number in claim.value)
        several = len({number.compact or number.state for number in numbers}) > 1
        given = all(number.state is not SerialState.NOT_RECORDED for number in numbers)
        if several and given and count is not None and count.value == len(numbers):
            self.serials = numbers
        for claim in claims:
            if several and not self.serials:
                self._leave(claim, "serial.several")
            else:
                self._take(claim, "serial")
        return numbers[0] if numbers and not several else None

    def _take(self, claim: Claim, name: str) -> None:
        self.read.append((name, claim.first, claim.last))

    def _leave(self, claim: Claim, cause: str) -> None:
        for i in range(claim.first, claim.last):
            if self.described.tokens[i].key:
                self.causes[i] = cause

    def _parts(self) -> tuple[ReadPart, ...]:
        """The parts that were read; a part within another, or of which a word stays unread, does not count."""
        parts: list[ReadPart] = []
        end = -1
        for name, first, last in sorted(self.read, key=lambda part: (part[1], -part[2])):
            if first < end or any(i in self.causes for i in range(first, last)):
                continue
            start, stop = self.described.tokens[first].start, self.described.tokens[last - 1].end
            text = (self.described.source or self.described.text)[start:stop]
            parts.append(ReadPart(cell=self.cell, field=name, text=text, start=start, end=stop))
            end = last
        return tuple(parts)

    def _unread(self) -> tuple[Unread, ...]:
        """The words that were not understood; neighbors with one cause are one part."""
        covered = {i for _, first, last in self.read for i in range(first, last)}
        runs: list[tuple[int, int]] = []
        for i in sorted(self.causes):
            joined = runs and self.causes[runs[-1][0]] == self.causes[i]
            if joined and all(not self.described.tokens[k].key and k not in covered for k in range(runs[-1][1], i)):
                runs[-1] = (runs[-1][0], i + 1)
            else:
                runs.append((i, i + 1))
        return tuple(
            Unread(field=self.cell, text=self.described.written(*run), cause=self.causes[run[0]]) for run in runs
        )


def _chosen(named: Sequence[Make]) -> Make | None:
    """The first make, if the others are related to it; None if they are not, or there is none."""
    first = next(iter(named), None)
    return first if first and all(make.id in first.related for make in named[1:]) else None


def _without_groups(reading: KindReading) -> KindReading:
    """The reading without each group of kinds of which a member is named too."""
    kinds = reading.kinds
    members = [kind for kind in kinds if not (kind.group and any(each.is_a(kind) for each in kinds if each != kind))]
    return evolve(reading, kinds=KindSet.of(*members)) if len(members) < len(kinds) else reading


def _segments(claims: Iterable[Claim]) -> list[list[Claim]]:
    """The claims of kinds, cut at the joints."""
    segments: list[list[Claim]] = [[]]
    for claim in claims:
        if claim.field == "kind":
            segments[-1].append(claim)
        elif claim.field == "joint" and segments[-1]:
            segments.append([])
    return segments


def _joined(segments: Iterable[list[Claim]]) -> list[list[Claim]]:
    """The segments that name a thing; one that only describes is joined to its neighbor."""
    joined: list[list[Claim]] = []
    for segment in segments:
        phrases: list[Phrase] = [claim.value for claim in segment]
        if joined and (
            all(phrase.word.role == "modifier" for phrase in phrases)
            or all(claim.value.word.role == "modifier" for claim in joined[-1])
        ):
            joined[-1].extend(segment)
        elif segment:
            joined.append(segment)
    return joined
