"""Time-to-crime: from the last known retail sale to the recovery, within bounds, with the bands it may fall in.

>>> from datetime import date
>>> sale, recovery = UncertainDate.of_month(2021, 8), UncertainDate.exact(date(2022, 8, 11))
>>> found = time_to_crime(sale, recovery)
>>> str(found.days), [band.value for band in found.bands], found.short
('345..375', ['seven_months_to_one_year', 'one_to_two_years'], True)

A sale that is not known gives no time; a weapon cannot be recovered before it was sold:

>>> time_to_crime(None, recovery) is None
True
>>> time_to_crime(recovery, sale)
Traceback (most recent call last):
    ...
armstrace.errors.ParseError: recovered before it was sold: 'sold 2022-08-11, recovered 2021-08'

The names of the bands follow tables of ATF that were not seen in full, and say so as a caveat.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from enum import StrEnum

from attrs import field, frozen, validators

from armstrace import _normalize, _placeholders, explain
from armstrace.dates.intervals import DayBounds
from armstrace.dates.value import UncertainDate
from armstrace.errors import ParseError
from armstrace.explain import Caveat
from armstrace.tracing.caveats import ATF_TRACE_DATA

_BANDS_UNVERIFIED = Caveat(code="ttc.bands_unverified")
_CLIPPED = Caveat(code="ttc.clipped")


class Band(StrEnum):
    """A span of time-to-crime, its beginning included and its end not."""

    UNDER_THREE_MONTHS = "under_three_months"
    THREE_TO_SEVEN_MONTHS = "three_to_seven_months"
    SEVEN_MONTHS_TO_ONE_YEAR = "seven_months_to_one_year"
    ONE_TO_TWO_YEARS = "one_to_two_years"
    TWO_TO_THREE_YEARS = "two_to_three_years"
    THREE_YEARS_AND_OVER = "three_years_and_over"


_BANDS = tuple(Band)
_BEGIN_MONTHS = (0, 3, 7, 12, 24, 36)


@frozen(kw_only=True)
class ShortLimit:
    """What counts as short: at most so many calendar years, or so many days.

    Attributes:
        years: Calendar years, the last day included; None where days are meant.
        days: Days, the last day not included; None where years are meant.
    """

    years: int | None = field(default=None, validator=validators.optional(validators.in_(range(1, 100))))
    days: int | None = field(default=None, validator=validators.optional(validators.in_(range(1, 36_600))))

    def __attrs_post_init__(self) -> None:
        if (self.years is None) == (self.days is None):
            raise ParseError(
                "a limit is in years or in days", code="time_to_crime.limit", text=f"{self.years}, {self.days}"
            )

    def takes_in(self, sale: date, recovery: date) -> bool:
        """True if the time between the two days is short.

        >>> leap = date(2023, 3, 1), date(2026, 3, 1)
        >>> ShortLimit(years=3).takes_in(*leap), ShortLimit(days=1095).takes_in(*leap)
        (True, False)
        """
        if self.days is not None:
            return (recovery - sale).days < self.days
        return recovery <= _later(sale, 12 * (self.years or 0))


THREE_YEARS = ShortLimit(years=3)


@frozen(kw_only=True)
class TimeToCrime:
    """A time-to-crime, within bounds.

    Attributes:
        days: How many days.
        bands: The bands it may fall in, shortest first.
        short: True if it is short by the limit; None where the bounds leave it open.
        limit: The limit.
        sold: The day of the sale, where days are given.
        recovered: The day of the recovery, where days are given.
        caveats: What must be known before relying on it.
    """

    days: DayBounds
    bands: tuple[Band, ...]
    short: bool | None
    limit: ShortLimit = THREE_YEARS
    sold: UncertainDate | None = None
    recovered: UncertainDate | None = None
    caveats: tuple[Caveat, ...] = ()

    def explain(self, language: explain.Language = "en") -> str:
        """The time, the bands it may fall in, whether it is short, and the caveats."""
        given = explain.values(
            days=self.days,
            bands=explain.joined(f"band_{band}" for band in self.bands),
            short={True: "short", False: "not_short", None: "short_unknown"}[self.short],
            sold=self.sold,
            recovered=self.recovered,
        )
        lines = [explain.say("ttc.account" if self.sold else "ttc.read", given, language)]
        lines += [f"  {explain.term('caveat', language)}: {caveat.explain(language)}" for caveat in self.caveats]
        return "\n".join(lines)


def time_to_crime(
    sale: UncertainDate | None, recovery: UncertainDate | None, *, limit: ShortLimit = THREE_YEARS
) -> TimeToCrime | None:
    """The time from the last known retail sale to the recovery; None where one of the days is not known.

    Args:
        sale: The day of the sale.
        recovery: The day of the recovery.
        limit: What counts as short; by default at most three calendar years.

    Raises:
        ParseError: The recovery lies before the sale, whatever the days are; the text has both.
    """
    if sale is None or recovery is None:
        return None
    if recovery.before(sale) is True:
        raise ParseError(
            "recovered before it was sold", code="time_to_crime.negative", text=f"sold {sale}, recovered {recovery}"
        )
    caveats: tuple[Caveat, ...] = (_BANDS_UNVERIFIED, ATF_TRACE_DATA)
    if sale.uncertain or recovery.uncertain:
        days, bands, short = DayBounds(least=0, most=None), _BANDS, None
    else:
        pairs = [(sold, found) for sold in _stretches(sale) for found in _stretches(recovery) if found[1] >= sold[0]]
        shortest, longest = [_shortest(*pair) for pair in pairs], [(sold[0], found[1]) for sold, found in pairs]
        days = DayBounds(
            least=min((found - sold).days for sold, found in shortest),
            most=max((_span(*pair) for pair in longest), key=_or_infinite),
        )
        bands = _from_to([(_band(*one), _band(*other)) for one, other in zip(shortest, longest, strict=True)])
        short = _whether([limit.takes_in(*pair) for pair in (*shortest, *longest)])
        if any(found[0] < sold[1] for sold in _stretches(sale) for found in _stretches(recovery)):
            caveats = (_CLIPPED, *caveats)
    return TimeToCrime(days=days, bands=bands, short=short, limit=limit, sold=sale, recovered=recovery, caveats=caveats)


def read(text: str) -> TimeToCrime | None:
    """The time that a cell of a spreadsheet gives: days, ``< 1 year``, ``2-3 years``; None where it says nothing.

    >>> str(read("365").days), str(read("2-3 years").days), read("") is None
    ('365', '730..1096', True)
    >>> read("365").short, [band.value for band in read("< 1 year").bands][-1]
    (True, 'seven_months_to_one_year')

    Raises:
        ParseError: The cell gives no time; ``short`` among others, whose limit it does not tell.
    """
    if _placeholders.says_nothing(text):
        return None
    plain = _normalize.casefold(text) if len(text) <= 40 else ""
    if _DAYS.fullmatch(plain):
        return _of_days(int(plain), int(plain))
    if (found := _UNDER.fullmatch(plain)) and int(found[1]):
        return _of_years(0, int(found[1]))
    if (found := _YEARS.fullmatch(plain)) and int(found[1]) < int(found[2]):
        return _of_years(int(found[1]), int(found[2]))
    raise ParseError("no time in days or years", code="time_to_crime.none", text=text, hint="365, < 1 year, 2-3 years")


_DAYS = re.compile(r"\d{1,5}")
_UNDER = re.compile(r"< ?(\d{1,2}) ?(?:years?|anos?)")
_YEARS = re.compile(r"(\d{1,2}) ?- ?(\d{1,2}) ?(?:years?|anos?)")


def _of_years(first: int, last: int) -> TimeToCrime:
    # three years have 1,095 or 1,096 days
    least, most = 365 * first, 365 * last + (last + 3) // 4
    short = True if last <= 3 else False if first > 3 else None
    bands = tuple(
        band
        for band, begin, end in zip(_BANDS, _BEGIN_MONTHS, (*_BEGIN_MONTHS[1:], 10**6), strict=True)
        if begin < 12 * last and end > 12 * first
    )
    if first == 0:
        most -= 1
    return TimeToCrime(
        days=DayBounds(least=least, most=most), bands=bands, short=short, caveats=(_BANDS_UNVERIFIED, ATF_TRACE_DATA)
    )


def _of_days(least: int, most: int) -> TimeToCrime:
    """The time-to-crime of at least *least* and at most *most* days, where neither date is given.

    The number of months is a range too, since months differ in length.
    """
    bands = tuple(
        band
        for band, begin, end in zip(_BANDS, _BEGIN_MONTHS, (*_BEGIN_MONTHS[1:], 10**6), strict=True)
        if most >= _month_days(begin)[0] and least < _month_days(end)[1]
    )
    short = True if most <= 1095 else False if least > 1096 else None
    return TimeToCrime(
        days=DayBounds(least=least, most=most), bands=bands, short=short, caveats=(_BANDS_UNVERIFIED, ATF_TRACE_DATA)
    )


def _month_days(months: int) -> tuple[int, int]:
    """The fewest and the most days of so many consecutive months, for the edges of the bands.

    For any other number it is more than any time.
    """
    return {0: (0, 0), 3: (89, 92), 7: (212, 215), 12: (365, 366), 24: (730, 731), 36: (1095, 1096)}.get(
        months, (10**9, 10**9)
    )


_Stretch = tuple[date, date]


def _stretches(when: UncertainDate) -> tuple[_Stretch, ...]:
    """The stretches of days, by first and last day, in which *when* lies.

    If its bounds are soft, they are widened by their own width.
    """
    if when.candidates and not when.approximate:
        return tuple((day, day) for day in when.candidates)
    first, last = when.earliest.toordinal(), when.latest.toordinal()
    width = last - first + 1 if when.approximate else 0
    return ((date.fromordinal(max(1, first - width)), date.fromordinal(min(date.max.toordinal(), last + width))),)


def _shortest(sold: _Stretch, found: _Stretch) -> _Stretch:
    """The day of the sale and the day of the recovery that lie closest, with the sale not after the recovery."""
    if found[0] >= sold[1]:
        return sold[1], found[0]
    meeting = max(sold[0], found[0])
    return meeting, meeting


def _span(sold: date, found: date) -> int | None:
    """The number of days from the sale to the recovery; None if one of them is at the edge of the calendar: unknown."""
    return None if sold == date.min or found == date.max else (found - sold).days


def _or_infinite(days: int | None) -> float:
    return float("inf") if days is None else days


def _band(sold: date, found: date) -> int:
    return sum(found >= _later(sold, months) for months in _BEGIN_MONTHS) - 1


def _later(day: date, months: int) -> date:
    """The day *months* later: the same day of the month, or the last of a shorter month.

    After the end of the calendar it is the last day of the calendar.
    """
    year, month = divmod(12 * day.year + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _from_to(ranges: list[tuple[int, int]]) -> tuple[Band, ...]:
    return tuple(band for index, band in enumerate(_BANDS) if any(low <= index <= high for low, high in ranges))


def _whether(answers: list[bool]) -> bool | None:
    return answers[0] if len(set(answers)) == 1 else None
