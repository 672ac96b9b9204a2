"""The only date in a cell that holds other words: a label, a place, what happened on that day.

>>> amid_words("FECHA: 04/13/2012"), amid_words("asegurada el 3 de agosto de 2016, Reynosa")
('04/13/2012', '3 de agosto de 2016')

Words that set a date in relation, other numbers and a second date leave nothing:

>>> amid_words("seized before 04/13/2012"), amid_words("04/13/2012 Lot 7"), amid_words("04/13/2012; 05/13/2012")
(None, None, None)
"""

from __future__ import annotations

import re

from armstrace import _normalize
from armstrace.dates import calendar as _calendar
from armstrace.dates.prose import words as _words

WORDS_UNREAD = "date.words_unread"

_DATE = re.compile(
    r"(?<![\w/.-])(?:[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}([-/.])[0-9]{1,2}\1[0-9]{2,4}"
    r"|[0-9]{1,2}[ /.-](?:de )?([^\W\d_]{3,10})[ ./,-]{1,2}(?:del? )?[0-9]{4}"
    r"|([^\W\d_]{3,10})\.? [0-9]{1,2},? [0-9]{4})(?![\w/-]|\.[0-9])"
)
_YEAR = re.compile(r"(?:año|ano|year) ?: ?([0-9]{4})|([0-9]{4}) ?\*{1,3}", re.IGNORECASE)
_TIME = re.compile(
    r"(?:,? (?:a las?|[aà]s|at|hora:?|time:?))? (?:[01]?[0-9]|2[0-3])[:h][0-5][0-9](?= |\Z)"
    r"|,? (?:a las?|[aà]s|at|hora:?|time:?) (?:[01][0-9]|2[0-3])[0-5][0-9](?= |\Z)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_SIGNS = re.compile(r"[^\W\d_]|[ ,.;:()'\"*]")
_NO_RELATION = frozenset(("filler", "link", "article", "daytime", "clock"))
# these join or deny in some language, though they are small words of another
_NEVER = frozenset(("not", "no", "nao", "never", "sin", "sem", "except", "o", "or", "ou", "u", "y", "e", "and", "al",
                    "ao", "a", "to", "ate", "hasta", "born", "dob", "nacido", "nacida", "nascido"))  # fmt: skip


def amid_words(text: str) -> str | None:
    """The date in the text, tidied; None if there is none, a second number, or a word of another meaning to dates."""
    year = _YEAR.fullmatch(text)
    if year:
        return year[1] or year[2]
    found = next(_DATE.finditer(text), None)
    if found is None:
        return None
    month = found[2] or found[3]
    if month and _normalize.casefold(month) not in _calendar.all_months():
        return None
    behind = _TIME.sub("", text[found.end() :], count=1)
    rest = f"{text[: found.start()]} {behind}"
    if _SIGNS.sub("", rest) or not all(_is_beside(_normalize.casefold(word)) for word in _WORD.findall(rest)):
        return None
    return found[0]


def _is_beside(word: str) -> bool:
    """True if the word does not set a date in relation in any language."""
    if word in _NEVER or word in _calendar.all_months() or word in _calendar.weekday_words():
        return False
    languages = [_words.words(language) for language in ("en", "es", "pt")]
    return not any(word in known.vocabulary for known in languages) or any(
        known.starting(word) & _NO_RELATION for known in languages
    )
