"""JSON text to plain data, by the letter of RFC 8259: an error for hostile text names each fault."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, Any

from armstrace._convert.faults import MOST, Misfit, member, refusal
from armstrace.errors import ParseError

if TYPE_CHECKING:
    from collections.abc import Iterator

# what Python reads by default, whatever the process that imports this allows
_MOST_DIGITS = 4300
_HALF_PAIR = re.compile("[\ud800-\udfff]")


class _Twins(dict[str, object]):
    """A JSON object that has the same key twice or more; *names* are these keys."""

    def __init__(self, pairs: list[tuple[str, object]]) -> None:
        super().__init__(pairs)
        self.names = [name for name, count in Counter(name for name, _ in pairs).items() if count > 1]


def load(text: object) -> Any:
    """The plain data that a JSON text holds: dicts, lists, texts, numbers, booleans and None.

    >>> load('{"a": [1, 2.5, null]}')
    {'a': [1, 2.5, None]}
    >>> load('{"a": [{"b": 1, "b": 2}, NaN]}')
    Traceback (most recent call last):
        ...
    armstrace.errors.ParseError: $.a[0].b: one key twice in an object; $.a[1]: no number of JSON: 'NaN'

    Raises:
        ParseError: No JSON; one key twice in an object; a number that is not finite or of more than 4,300 digits; half
            a surrogate pair; nested too deep.
        TypeError: Not text.
    """
    if not isinstance(text, str):
        raise TypeError(f"JSON text is read, and not {type(text).__name__}")
    suspect = _may_hold_half_pair(text)

    def refused(number: str) -> Misfit:
        nonlocal suspect
        suspect = True
        return Misfit("no number of JSON", number)

    def whole(digits: str) -> int | Misfit:
        return int(digits) if len(digits) <= _MOST_DIGITS else refused(digits)

    def real(number: str) -> float | Misfit:
        found = float(number)
        return found if math.isfinite(found) else refused(number)

    def one_of_each(pairs: list[tuple[str, object]]) -> dict[str, object]:
        nonlocal suspect
        found = dict(pairs)
        if len(found) == len(pairs):
            return found
        suspect = True
        return _Twins(pairs)

    try:
        data = json.loads(
            text, object_pairs_hook=one_of_each, parse_constant=refused, parse_int=whole, parse_float=real
        )
    except json.JSONDecodeError as error:
        raise ParseError(
            f"no JSON: {error.msg}", code="json.none", text=text, span=(error.pos, error.pos + 1)
        ) from error
    except RecursionError as error:
        raise ParseError("nested too deep", code="json.too_deep", text=text) from error
    if suspect and (found := list(islice(_misfits(data), MOST + 1))):
        raise refusal(found, data)
    return data


def _may_hold_half_pair(text: str) -> bool:
    if "\\ud" in text or "\\uD" in text:
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


def _misfits(data: object) -> Iterator[tuple[str, Misfit]]:
    """The faults of decoded JSON with their paths, in the order of the text.

    Faults are refused numbers, keys that stand twice in an object, and texts with half a surrogate pair.
    """
    waiting: list[tuple[str, object]] = [("$", data)]
    while waiting:
        path, value = waiting.pop()
        match value:
            case Misfit():
                yield path, value
            case str() if _HALF_PAIR.search(value):
                yield path, Misfit("half a surrogate pair is no text", value)
            case list():
                waiting += [(f"{path}[{index}]", item) for index, item in enumerate(value)][::-1]
            case dict():
                if isinstance(value, _Twins):
                    yield from ((path + member(name), Misfit("one key twice in an object")) for name in value.names)
                for name in value:
                    if _HALF_PAIR.search(name):
                        yield path + member(name), Misfit("half a surrogate pair is no text", name)
                waiting += [(path + member(name), item) for name, item in value.items()][::-1]
            case _:
                pass
