"""Times of day beside a date: what a program or a person wrote behind or before it.

A time of day never moves the day, whatever its time zone; that it was left out is a caveat unless it is midnight, which
spreadsheets add to every day:

>>> without_time("05/03/2019 00:00:00"), without_time("2019-03-05T14:30:00-06:00")
(('05/03/2019', ()), ('2019-03-05', ('date.time_dropped',)))
"""

from __future__ import annotations

import re

TIME_DROPPED = "date.time_dropped"

_ZONE = r"(?: ?\(?(?:z|utc|gmt|[ecmp][sd]?t|brt|hora local)?(?: ?[+-][0-9]{1,2}(?::?[0-9]{2})?)?\)?)?"
_TIME = re.compile(
    r"(?:(?<=[0-9])T|(?:^|, ?| - ?| |(?<=[0-9]) \()(?:a las? |[aà]s |at )?)"
    r"([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:[.,][0-9]{1,9})?)?( ?[ap]\.? ?m\.?)?(?: ?h(?:rs?|oras?)?\.?)?"
    + _ZONE
    + r"(?=$|[ ,])",
    re.IGNORECASE,
)
_HOURS = re.compile(
    r"(?:^|, ?| - ?| )(?:a las? |[aà]s |at )?([0-9]{1,2})(?:[h.]?([0-9]{2}))? ?(?:h|hrs?\.?|horas?)\Z|"
    r"(?:^|, ?| )(?:[aà]s )?([0-9]{1,2})h([0-9]{2})\Z",
    re.IGNORECASE,
)


def without_time(text: str) -> tuple[str, tuple[str, ...]]:
    """*text* without the time of day beside its date, and the code of that unless the time was midnight.

    *text* as it is if it has no time, or one that no clock shows.
    """
    found = _TIME.search(text) if ":" in text else _HOURS.search(text)
    if found is None:
        return text, ()
    numbers = [int(group) for group in found.groups() if group and group.isdigit()]
    if numbers[0] > 24 or any(number > 59 for number in numbers[1:]):
        return text, ()
    half = (found[4] or "").strip().lower() if ":" in text else ""
    hour = numbers[0] % 12 if half.startswith("a") else numbers[0]
    is_midnight = not hour % 24 and not any(numbers[1:]) and not half.startswith("p")
    rest = f"{text[: found.start()]} {text[found.end() :]}".strip(" ,;-")
    return rest, () if is_midnight else (TIME_DROPPED,)
