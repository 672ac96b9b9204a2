"""The language, the country and the type of record of a table, by its headers, titles and cells.

>>> from armstrace.records.tables.header_words import read_header
>>> readings = [read_header(header) for header in ("Tipo", "Marca", "Município", "Nº de série")]
>>> language_of(readings, ["FUZIL", "PISTOLA"]), country_of(["Tamps.", "Sonora"], "es"), country_of(["RJ"], "pt")
('pt', 'MX', 'BR')
>>> record_of(readings, ["Stolen firearms inventory"])
'custody'
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from typing import TYPE_CHECKING

from armstrace import _normalize, _placeholders, _tables
from armstrace.places.country import Country
from armstrace.places.state import State
from armstrace.records.tables.header_words import records_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from armstrace.records.tables.columns import RecordType
    from armstrace.records.tables.header_words import HeaderReading
    from armstrace.weapons.features import ReadingLanguage

_LANGUAGES: tuple[ReadingLanguage, ...] = ("es", "en", "pt")
_WITH_STATES = ("MX", "US")
_MOST_CELLS = 200
_WORD = re.compile(r"[^\W\d_]+")


def language_of(readings: Sequence[HeaderReading], cells: Iterable[str]) -> ReadingLanguage:
    """The language of most headers; of languages that share them, the one whose words for kinds the *cells* have."""
    counts = Counter(language for reading in readings for language in reading.languages)
    words = _kind_words()
    for cell in list(cells)[:_MOST_CELLS]:
        for word in _WORD.findall(_normalize.casefold(cell[:100])):
            counts.update(language for language in words.get(word, ()) if len(words[word]) == 1)
    return max(_LANGUAGES, key=lambda language: counts[language])


def country_of(cells: Iterable[str], language: ReadingLanguage) -> str | None:
    """The country most of whose states the *cells* name; else Brazil for Portuguese, and none for other languages."""
    if language == "pt":
        return "BR"
    filled = [cell[:100] for cell in list(cells)[:_MOST_CELLS] if not _placeholders.says_nothing(cell)]
    named = Counter({code: sum(_names(cell, code) for cell in filled) for code in _WITH_STATES})
    (code, most), (_, second) = named.most_common()
    return code if 2 * most > len(filled) and most > second else None


def _names(cell: str, code: str) -> bool:
    return bool(State.named(cell, Country.lookup(code)))


def record_of(readings: Sequence[HeaderReading], titles: Iterable[str]) -> RecordType:
    """The type of record to which more words of headers and titles belong; seizures if they tell nothing."""
    counts = Counter(record for reading in readings for record in reading.records)
    for title in titles:
        counts.update(records_of(title))
    return "custody" if counts["custody"] > counts["seizure"] else "seizure"


@functools.cache
def _kind_words() -> Mapping[str, frozenset[str]]:
    """The languages of each word of a kind that is a single word."""
    found: dict[str, set[str]] = {}
    for row in _tables.rows("kinds/words.csv"):
        if row["language"]:
            found.setdefault(_normalize.casefold(row["form"]), set()).update(row["language"].split("|"))
    return {word: frozenset(languages) for word, languages in found.items()}
