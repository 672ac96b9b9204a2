"""Labels of the first-look sets, and the verdict on an answer that is written as such a label.

A label is ``none``, a value, ``~value`` (the text leaves it open, practice takes this), ``a / b`` (open between
these), or ``a; b`` (several things, in their order).

>>> verdict("~9x19mm", "~9x19mm", noted=False).value
'right'
>>> verdict("9x19mm", "none", noted=True).value, verdict("none", "45-acp", noted=False).value
('refused', 'wrong, silent')
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from armstrace import _normalize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

Relation: TypeAlias = "Callable[[str, str], bool]"

NOTHING = "none"


class Outcome(StrEnum):
    """How an answer stands to its label, from the best to the worst."""

    RIGHT = "right"  #: the value, or openly open where the text is open
    WIDER = "wider"  #: it holds the truth and says less than the text
    REFUSED = "refused"  #: no value, with a cause
    INCOMPLETE_NOTED = "incomplete, noted"  #: a fact is missing and stands among what was not read
    WRONG_NOTED = "wrong, noted"  #: another value, with a caveat
    INCOMPLETE_SILENT = "incomplete, silent"  #: a fact is missing and nothing shows it
    WRONG_SILENT = "wrong, silent"  #: another value as if it were sound


_RANK = {outcome: rank for rank, outcome in enumerate(Outcome)}


@frozen
class Thing:
    """One thing of a label: the values it may have, and whether practice takes the first for granted."""

    choices: tuple[str, ...]
    usual: bool = False

    @property
    def is_exact(self) -> bool:
        """True if the label settles the value."""
        return len(self.choices) == 1 and not self.usual


def beside(cell: str) -> dict[str, str]:
    """The other cells of a row, from ``name=cell | name=cell``."""
    pairs = (part.partition("=") for part in cell.split(" | ") if "=" in part)
    return {name.strip(): value.strip() for name, _, value in pairs}


def worst(outcomes: Iterable[Outcome]) -> Outcome:
    """The worst of several outcomes; right if there are none."""
    return max(outcomes, key=_RANK.__getitem__, default=Outcome.RIGHT)


def things(label: str) -> tuple[Thing, ...]:
    """The things of a label; empty for ``none``."""
    parts = [part.strip() for part in label.split(";") if part.strip()]
    return tuple(_thing(part) for part in parts if part != NOTHING)


def same_text(expected: str, answered: str) -> bool:
    """True if two texts have the same letters and digits, without case and accents."""
    return _normalize.key(expected) == _normalize.key(answered)


def never(_expected: str, _answered: str) -> bool:
    """False for every two values: no value is wider than another."""
    return False


def verdict(
    expected: str, answered: str, *, noted: bool, same: Relation = same_text, wider: Relation = never
) -> Outcome:
    """The verdict on an answer, where both are labels.

    *noted* is true if the answer shows that something was not understood; *same* decides whether two values are the
    same, and *wider* whether the second, answered, holds the first, expected.
    """
    wanted, found = things(expected), things(answered)
    if not wanted:
        return Outcome.RIGHT if not found else _wrong(noted=noted)
    if not found:
        return Outcome.REFUSED if noted else Outcome.INCOMPLETE_SILENT
    if len(wanted) == len(found):
        return worst(_of_thing(*pair, noted=noted, same=same, wider=wider) for pair in zip(wanted, found, strict=True))
    return _of_lists(wanted, list(found), noted=noted, same=same, wider=wider)


def _thing(part: str) -> Thing:
    usual = part.startswith("~")
    return Thing(choices=tuple(choice.strip() for choice in part.lstrip("~").split(" / ")), usual=usual)


def _wrong(*, noted: bool) -> Outcome:
    return Outcome.WRONG_NOTED if noted else Outcome.WRONG_SILENT


def _of_lists(wanted: Sequence[Thing], found: list[Thing], *, noted: bool, same: Relation, wider: Relation) -> Outcome:
    """The verdict where the numbers of things differ: things left out are incomplete, things added are wrong."""
    outcomes: list[Outcome] = []
    for thing in wanted:
        graded = [(_of_thing(thing, other, noted=noted, same=same, wider=wider), other) for other in found]
        fitting = min(graded, key=lambda pair: _RANK[pair[0]], default=None)
        if fitting is None or _RANK[fitting[0]] > _RANK[Outcome.WIDER]:
            outcomes.append(Outcome.INCOMPLETE_NOTED if noted else Outcome.INCOMPLETE_SILENT)
            continue
        outcomes.append(fitting[0])
        found.remove(fitting[1])
    return worst([*outcomes, *([_wrong(noted=noted)] if found else [])])


def _of_thing(wanted: Thing, found: Thing, *, noted: bool, same: Relation, wider: Relation) -> Outcome:
    hits = [choice for choice in found.choices if any(same(each, choice) for each in wanted.choices)]
    if wanted.is_exact or wanted.usual:
        if not hits:
            held = any(wider(each, choice) for each in wanted.choices[:1] for choice in found.choices)
            return Outcome.WIDER if held else _wrong(noted=noted)
        first = same(wanted.choices[0], found.choices[0])
        if len(found.choices) == 1 and first:
            return Outcome.RIGHT if wanted.usual or not found.usual else Outcome.WIDER
        if found.usual and not first:
            return _wrong(noted=noted)
        return Outcome.RIGHT if wanted.usual else Outcome.WIDER
    if hits and (len(found.choices) > 1 or found.usual):
        return Outcome.RIGHT if len(hits) == len(found.choices) else Outcome.WIDER
    held = all(any(wider(each, choice) for choice in found.choices) for each in wanted.choices)
    return Outcome.WIDER if held else _wrong(noted=noted)
