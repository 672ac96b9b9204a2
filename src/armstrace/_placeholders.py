"""Words that fill a cell and say nothing: ``S/D``, ``N/A``, ``DESC.``, a dash.

The words stand in ``data/columns/placeholders.csv``; what a word says of a serial number (filed off, illegible, …) is
another matter and stands with the serials.
"""

from __future__ import annotations

import functools

from armstrace import _normalize, _tables


@functools.cache
def _words() -> frozenset[str]:
    return frozenset(_normalize.fold(row["word"]) for row in _tables.rows("columns/placeholders.csv"))


def says_nothing(text: str) -> bool:
    """Whether the cell is blank or holds a placeholder only.

    >>> [says_nothing(cell) for cell in ("", " - ", "S/D", "desc.", "Desert Eagle")]
    [True, True, True, True, False]
    """
    folded = _normalize.fold(text).strip("()[]\"' ").replace(" /", "/").replace("/ ", "/")
    return not folded.strip(".,-_*?/ ") or folded in _words() or folded.rstrip(".") in _words()
