"""The figures that `reconcile` compares, each with small keys of its scope, so that many can be sorted quickly."""

from __future__ import annotations

import functools
from datetime import date
from typing import TYPE_CHECKING, Generic, TypeVar

from attrs import field, frozen

from armstrace import _normalize, _tables, parties
from armstrace.counts.value import Count
from armstrace.dates.value import Period
from armstrace.records.figures.tallies import Tally
from armstrace.records.statements.statements import Statement

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from armstrace.weapons.kinds.kind_set import KindSet

H = TypeVar("H", bound="Hashable")


@frozen(kw_only=True, eq=False)
class Figure:
    """A tally with a count, and small numbers (keys) for its place, period and the like, by which figures are sorted.

    Attributes:
        index: Its index among the claims.
        tally: The tally.
        count: Its count.
        statement: The statement that carries it, if there is one.
        place: Key of the place.
        period: Key of the period.
        what: Key of what is counted: kinds, modes, caliber, traits, and from whom it was taken.
        taker: From whom the things were taken; None if nobody in particular is named.
        actor: Who counted: a party, or the name as written; None if nobody is named.
        speaker: The speaker; None if no statement carries it.
        source: Key of the source; figures without a statement share a source.
    """

    index: int
    tally: Tally
    count: Count
    statement: Statement | None
    place: int
    period: int
    what: int
    taker: str | None
    actor: str | None
    speaker: str | None
    source: int


@frozen(kw_only=True, eq=False)
class _Keys(Generic[H]):
    """Small numbers for values: equal values get the same number, and each object is compared only once."""

    by_value: dict[H, int] = field(factory=dict)
    by_object: dict[int, int] = field(factory=dict)

    def of(self, value: H) -> int:
        key = self.by_object.get(id(value))
        if key is None:
            key = self.by_object[id(value)] = self.by_value.setdefault(value, len(self.by_value))
        return key


@frozen(kw_only=True, eq=False)
class Spans:
    """The periods of all figures, and which of them contain or overlap each other.

    Each answer is kept, because there are few periods and many questions.

    Attributes:
        periods: Each stretch by its key.
    """

    periods: tuple[Period | None, ...]
    _known: dict[tuple[str, int, int], bool | None] = field(factory=dict, repr=False)

    def contain(self, whole: int, part: int) -> bool | None:
        """True if the period *whole* includes all of the period *part*; both are keys.

        None if the bounds of the two leave it open; False if a figure has no period.
        """
        return self._asked("contains", whole, part)

    def overlap(self, left: int, right: int) -> bool | None:
        """True if the periods *left* and *right* share a day; both are keys.

        None if the bounds of the two leave it open; False if a figure has no period.
        """
        return self._asked("overlaps", left, right)

    def _asked(self, question: str, left: int, right: int) -> bool | None:
        key = question, left, right
        if key not in self._known:
            first, second = self.periods[left], self.periods[right]
            self._known[key] = False if first is None or second is None else getattr(first, question)(second)
        return self._known[key]

    def bounds(self, key: int) -> tuple[date, date]:
        """The first and the last day that the period *key* may cover.

        Where no bound is known, it is the first or last day of the calendar.
        """
        period = self.periods[key]
        first, last = (period.earliest, period.latest) if period else (None, None)
        return first or date.min, last or date.max

    def may_meet(self, left: int, right: int) -> bool:
        """True if the periods *left* and *right* may share a day; both are keys.

        A figure without a period may be of any time.
        """
        return self.periods[left] is None or self.periods[right] is None or self.overlap(left, right) is not False


def figures(claims: Iterable[Tally | Statement]) -> tuple[list[Figure], int, Spans]:
    """The tallies with a count as figures, the number of tallies without a count, and the periods of the figures.

    Statements about anything but a tally are passed over.
    """
    given = list(claims)
    places: _Keys[Hashable] = _Keys()
    periods: _Keys[Period | None] = _Keys()
    kinds: _Keys[Hashable] = _Keys()
    whats: dict[tuple[Hashable, ...], int] = {}
    sources: dict[Hashable, int] = {}
    found: list[Figure] = []
    uncounted = 0
    for index, claim in enumerate(given):
        statement = claim if isinstance(claim, Statement) else None
        tally = claim.proposition if isinstance(claim, Statement) else claim
        if not isinstance(claim, (Tally, Statement)):
            raise TypeError(f"claims: a {type(claim).__name__} is no Tally and no Statement")
        if not isinstance(tally, Tally):
            continue
        if tally.count is None:
            uncounted += 1
            continue
        taker = _from_whom(tally)
        what = (kinds.of(tally.kinds), tally.fire_modes, tally.caliber, tally.traits, taker)
        found.append(
            Figure(
                index=index,
                tally=tally,
                count=tally.count,
                statement=statement,
                place=places.of(tally.place),
                period=periods.of(tally.period),
                what=whats.setdefault(what, len(whats)),
                taker=taker,
                actor=_actor(tally.actor) if tally.actor else None,
                speaker=_speaker(statement) if statement else None,
                source=sources.setdefault(statement.cited[0].source if statement else None, len(sources)),
            )
        )
    return found, uncounted, Spans(periods=tuple(periods.by_value))


@functools.lru_cache(maxsize=4096)
def _actor(name: str) -> str:
    """The id of the party that *name* means, or the plain form of *name* if it means no party or several.

    An office gives the body that it belongs to.
    """
    readings = parties.read(name)
    party = readings[0].party if len(readings) == 1 else None
    return (party.of or party.id) if party else _normalize.key(name)


def _from_whom(tally: Tally) -> str | None:
    """The plain form of the name of those from whom the things were taken.

    None if the tally has no name, or words for nobody in particular, such as "drug gangs".
    """
    name = _normalize.key(tally.taken_from or "")
    return None if name in _anybody() else name


@functools.cache
def _anybody() -> frozenset[str]:
    return frozenset({"", *(_normalize.key(row["words"]) for row in _tables.rows("matching/anybody.csv"))})


def _speaker(statement: Statement) -> str:
    party = statement.speaker
    return (party.of or party.id) if party else _actor(statement.named)


def narrower(part: Tally, whole: Tally) -> bool:
    """True if the scope of *whole* includes every item that *part* counts and is wider than that of *part*."""
    return _within(part, whole) and not _within(whole, part)


def _within(part: Tally, whole: Tally) -> bool:
    return (
        _kinds_within(part.kinds, whole.kinds)
        and whole.fire_modes in (None, part.fire_modes)
        and whole.caliber in (None, part.caliber)
        and whole.traits <= part.traits
    )


@functools.lru_cache(maxsize=65536)
def _kinds_within(part: KindSet, whole: KindSet) -> bool:
    """True if every kind of *part* is a kind of *whole*; an empty *whole* stands for all arms."""
    return not whole or (bool(part) and all(any(narrow.is_a(kind) for kind in whole) for narrow in part))


@functools.lru_cache(maxsize=65536)
def kinds_meet(left: KindSet, right: KindSet) -> bool:
    """True if a thing may be counted under both sets of kinds; an empty set stands for all arms."""
    return not left or not right or any(left.could_be(kind) for kind in right)


def apart(left: Tally, right: Tally) -> bool:
    """True if the kinds of two tallies are such that nothing can be counted in both."""
    return not kinds_meet(left.kinds, right.kinds)
