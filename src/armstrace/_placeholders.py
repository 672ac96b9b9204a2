"""Words that fill a cell and say nothing: ``S/D``, ``N/A``, ``DESC.``, a dash.

The words stand in ``data/columns/placeholders.csv``; what a word says of a serial number (filed off, illegible, …) is
another matter and stands with the serials.
"""

from __future__ import annotations

import functools

from armstrace import _normalize, _tables


@functools.cache
def _words() -> frozenset[str]:
    return frozenset(_normalize.casefold(row["word"]) for row in _tables.rows("columns/placeholders.csv"))


def says_nothing(text: str) -> bool:
    """True if the cell is blank or holds nothing but a placeholder, such as ``S/D``.

    >>> [says_nothing(cell) for cell in ("", " - ", "S/D", "desc.", "Desert Eagle")]
    [True, True, True, True, False]
    """
    if not text:
        return True
    # the same short cells come again and again; a huge one must not stay in memory
    return _remembered(text) if len(text) <= 64 else _is_filler(text)


def _is_filler(text: str) -> bool:
    folded = _normalize.casefold(text).strip("()[]\"' ").replace(" /", "/").replace("/ ", "/")
    return not folded.strip(".,-_*?/ ") or folded in _words() or folded.rstrip(".") in _words()


_remembered = functools.lru_cache(maxsize=16384)(_is_filler)
