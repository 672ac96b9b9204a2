"""Headers whose cells name or describe a private person: possessor, suspect, owner, address, CURP.

Such cells are no evidence about a weapon and may harm somebody, so a table reader leaves them out unless it is told
otherwise; see `armstrace.read_table`. Only headers are recognized: a name in a column of remarks passes.

>>> [header for header in ("Nombre del detenido", "matrícula", "possessor_name", "DOB") if names_person(header)]
['Nombre del detenido', 'possessor_name', 'DOB']

How many there were is a count, not a person:

>>> names_person("Detenidos"), names_person("Número de detenidos"), names_person("Detenidos", ["2", "", "1"])
(True, False, False)
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from armstrace import _normalize, _placeholders, _tables

if TYPE_CHECKING:
    from collections.abc import Iterable

_HUMP = re.compile(r"(?<=[a-zñáéíóú])(?=[A-ZÑÁÉÍÓÚ])")
_NOT_ALNUM = re.compile(r"[\W_]+")
_FIGURE = re.compile(r"\d{1,4}")
# a longer header is prose, and its beginning says what it is
_LONGEST = 200


def names_person(header: str, cells: Iterable[str] = ()) -> bool:
    """True if the cells under *header* name or describe a private person.

    Args:
        header: The header.
        cells: The cells below it, where they are known: under a plural, figures are a count.
    """
    shortened = header[:_LONGEST]
    if _normalize.key(shortened) in _words("whole") | _words("word"):
        return True
    words = {word for word in _NOT_ALNUM.split(_normalize.casefold(_HUMP.sub(" ", shortened))) if word}
    if not words.isdisjoint(_words("word")):
        return True
    roles = words & _words("role")
    if not roles:
        return False
    plural = all(role.endswith("s") for role in roles)
    return not (plural and (not words.isdisjoint(_words("count")) or _are_figures(cells)))


def _are_figures(cells: Iterable[str]) -> bool:
    filled = [cell for cell in cells if not _placeholders.says_nothing(cell)]
    return bool(filled) and all(_FIGURE.fullmatch(cell.strip()) for cell in filled)


@functools.cache
def _words(match: str) -> frozenset[str]:
    rows = _tables.rows("columns/persons.csv")
    return frozenset(_normalize.key(row["word"]) for row in rows if row["match"] == match)
