"""The account of the cells of a row: every word is in a part that was understood, or in one that was not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from armstrace.weapons.descriptions.description import ReadPart

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from armstrace.weapons.descriptions.description import Unread

_WORD: Final = re.compile(r"[^\W_]+")


def read_parts(cells: Mapping[str, str], unread: Iterable[Unread]) -> tuple[ReadPart, ...]:
    """The parts of the cells that were understood: all but the words that stand in *unread*."""
    left: dict[str, list[str]] = {}
    for part in unread:
        left.setdefault(part.field, []).extend(_WORD.findall(part.text))
    return tuple(part for name, text in cells.items() for part in _parts(name, text, left.get(name)))


def _parts(name: str, text: str, left: list[str] | None) -> Iterator[ReadPart]:
    if not left:
        yield ReadPart(cell=name, field=name, text=text, start=0, end=len(text))
        return
    waiting = list(left)
    run: list[re.Match[str]] = []
    for word in _WORD.finditer(text):
        if word[0] in waiting:
            waiting.remove(word[0])
            yield from _part(name, text, run)
            run = []
        else:
            run.append(word)
    yield from _part(name, text, run)


def _part(name: str, text: str, run: list[re.Match[str]]) -> Iterator[ReadPart]:
    if run:
        start, end = run[0].start(), run[-1].end()
        yield ReadPart(cell=name, field=name, text=text[start:end], start=start, end=end)
