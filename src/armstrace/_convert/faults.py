"""The faults of data: the JSON path of each, the value, what is allowed there, and which allowed words come close.

Nothing here grows with what comes from outside: values, names and lists are cut before they are compared or shown.
"""

from __future__ import annotations

import difflib
import json
import re
from itertools import chain, islice
from typing import TYPE_CHECKING

from attrs import NOTHING

from armstrace.errors import Fault, ParseError, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# more than anybody reads; a document of a million faults has them all for the same few causes
MOST = 100
_IN_MESSAGE = 5
_SHORT_LIST = 40
_LONGEST_WORD = 60
_LONGEST_CAUSE = 300
_PLAIN_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,59}")


class Misfit(ValueError):
    """An error: plain data that cannot stand at its place in a document.

    Attributes:
        cause: What is wrong.
        code: The code of an inner error; may be empty.
        value: The data; `NOTHING` where it is missing.
        allowed: What could stand there.
        word: What to compare with that.
        step: The rest of the path, if a field of the data is at fault.
    """

    def __init__(
        self,
        cause: str,
        value: object = NOTHING,
        *,
        code: str = "",
        allowed: tuple[str, ...] = (),
        word: object = None,
        step: str = "",
    ) -> None:
        self.cause, self.code, self.value, self.allowed, self.step = cause, code, value, allowed, step
        self.word = value if word is None else word
        super().__init__(cause)

    def faults(self, path: str) -> Iterator[Fault]:
        """The misfit as a single `Fault`; *path* is the JSON path of the refused data."""
        yield Fault(
            path=path,
            cause=self.cause if len(self.cause) <= _LONGEST_CAUSE else f"{self.cause[:_LONGEST_CAUSE]}…",
            code=self.code,
            value="" if self.value is NOTHING else brief(self.value),
            allowed=self.allowed if len(self.allowed) <= _SHORT_LIST else (),
            nearest=nearest(self.word, self.allowed),
        )


class Unknown(Misfit):
    """An error: an object of plain data has fields that its class does not have.

    Attributes:
        owner: The object.
        names: The names of the fields, in order.
    """

    def __init__(self, owner: dict[str, object], names: Iterable[str], *, allowed: tuple[str, ...]) -> None:
        super().__init__("unknown field", owner, allowed=allowed)
        self.owner, self.names = owner, sorted(names)

    def faults(self, path: str) -> Iterator[Fault]:
        """A `Fault` for each unknown field; *path* is the JSON path of the object."""
        for name in self.names:
            misfit = Misfit(self.cause, self.owner[name], allowed=self.allowed, word=name)
            yield from misfit.faults(path + member(name))

    def taken(self, path: str) -> Iterator[tuple[str, object]]:
        """The path and the content of each unknown field, which is removed from the object."""
        for name in self.names:
            yield path + member(name), self.owner.pop(name)


def nearest(value: object, allowed: Sequence[str]) -> tuple[str, ...]:
    """The words of *allowed* that are spelled almost like *value*, best first.

    Empty if none is, or if *value* is no text or a long one.
    """
    if not isinstance(value, str) or len(value) > _LONGEST_WORD:
        return ()
    by_spelling = {word.casefold(): word for word in reversed(allowed)}
    return tuple(by_spelling[word] for word in difflib.get_close_matches(value.casefold(), by_spelling, cutoff=0.6))


def brief(value: object) -> str:
    """Plain data as a short text for an error message; of an object or a list only its size.

    >>> brief("AK-47"), brief(True), brief({"a": 1}), brief([])
    ("'AK-47'", 'true', 'an object of 1', 'a list of 0')
    """
    match value:
        case str():
            return shown(value)
        case dict():
            return f"an object of {len(value)}"
        case list():
            return f"a list of {len(value)}"
        case None | bool() | float():
            return json.dumps(value)
        case _:
            return _cut(str(value))


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_WORD else shown(text)


def member(name: str) -> str:
    """The end of a JSON path that leads from an object to its field *name*.

    >>> member("items"), member("two words")
    ('.items', "['two words']")
    """
    return f".{name}" if _PLAIN_NAME.fullmatch(name) else f"[{shown(name)}]"


def refusal(found: Iterable[tuple[str, Misfit]], data: object) -> ParseError:
    """The error to raise for *data* and its misfits with their paths.

    It holds at most a hundred faults. *found* is not empty.
    """
    every = chain.from_iterable(misfit.faults(path) for path, misfit in found)
    first = list(islice(every, MOST + 1))
    message = "; ".join(map(str, first[:_IN_MESSAGE]))
    if len(first) > _IN_MESSAGE:
        message += f"; and {'many' if len(first) > MOST else len(first) - _IN_MESSAGE} more"
    return ParseError(message, code="json.faults", text=brief(data), faults=first[:MOST])
