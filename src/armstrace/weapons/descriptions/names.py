"""The names of makes and models that begin at a word of a description."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from attrs import frozen

from armstrace.weapons.makes import names as _make_names
from armstrace.weapons.makes.registry import make_rows, name_key
from armstrace.weapons.model_names import makes_of, model_keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from armstrace.weapons.makes.names import Hit
    from armstrace.weapons.name_words import Token

_MOST = 8
"""The most words and signs of a name."""
_INITIALS = 2


@frozen(eq=False)
class _Names:
    """The keys of all names of makes and of models, and all beginnings of these keys."""

    makes: frozenset[str]
    makes_begin: frozenset[str]
    models: frozenset[str]
    models_begin: frozenset[str]


def make_at(tokens: Sequence[Token], i: int, *, leading: bool) -> Hit | None:
    """The longest name of a make that begins at the index *i*; None without one.

    Some names count only if *leading* is true: nothing but small words stands before them.
    """
    names = _names()
    key, ends = "", list[int]()
    for j in range(i, min(len(tokens), i + _MOST)):
        token = tokens[j]
        if not token.key and token.text != "&":
            break
        key += "" if token.joins else token.key
        if key not in names.makes_begin:
            break
        if not token.joins and (key in names.makes or (key[-1] == "s" and key[:-1] in names.makes)):
            ends.append(j + 1)
    for end in reversed(ends):
        run = tokens[i:end]
        if len(run) == 1 and run[0].is_word:
            continue
        hit = _make_names.exact(run)
        if hit and (
            leading or any(name_key(" ".join(t.text for t in run)) not in row.only_leading for row in hit.rows)
        ):
            return _make_names.Hit(hit.rows, i, end, former=hit.former, company=hit.company)
    return None


def model_end(text: str, tokens: Sequence[Token], i: int) -> int:
    """The index after the longest name of a model or pattern that begins at the index *i* of the words of *text*.

    It is *i* if no such name begins there.
    """
    names = _names()
    key, end = "", i
    for j in range(i, min(len(tokens), i + _MOST)):
        token = tokens[j]
        if not token.key and token.text in "&/" and _is_glued(text, token):
            continue
        if not token.key:
            break
        point = _point(text, token)
        if end > i and (point or token.of("caliber")):
            break  # the caliber behind a name is read as such, even where an alias has it: M2 .50
        key += point + token.key.replace(",", ".")
        if key not in names.models_begin:
            break
        if key in names.models:
            end = j + 1
    return end


def _is_glued(text: str, token: Token) -> bool:
    """True if no space stands on either side of the sign: ``PPK/S``, ``M&P``."""
    return text[token.start - 1 : token.start].isalnum() and text[token.end : token.end + 1].isalnum()


def _point(text: str, token: Token) -> str:
    """The point before a number that has no other digits before it: ``Bodyguard .380``."""
    at = token.start - 1
    return "." if at >= 0 and text[at] == "." and token.key[0].isdigit() and not text[at - 1 : at].isalnum() else ""


def begins_model(tokens: Sequence[Token], hit: Hit) -> bool:
    """True if the name *hit* is no make but begins the model of another make: ``MAC 90``, ``SAR 1``."""
    following = tokens[hit.end : hit.end + 1]
    if not following or not following[0].has_digit:
        return False
    makers = makes_of("".join(token.key for token in tokens[hit.start : hit.end + 1]))
    return makers is not None and {row.id for row in hit.rows}.isdisjoint(makers)


def is_model_of(first: Hit, run: Sequence[Token]) -> bool:
    """True if *run* names a model of the make *first*, which stands before it: ``Colt Cobra``, ``Phoenix Raven``."""
    return not {row.id for row in first.rows}.isdisjoint(makes_of("".join(token.key for token in run)) or ())


@functools.cache
def _names() -> _Names:
    companies = (company for row in make_rows().values() for company in row.companies)
    makes = _make_names.keys() | {name_key(company.name) for company in companies}
    models = model_keys()
    return _Names(
        makes=frozenset(makes),
        makes_begin=_beginnings(f"{name}s" for name in makes),
        models=models,
        models_begin=_beginnings(models),
    )


def _beginnings(keys: Iterable[str]) -> frozenset[str]:
    found: set[str] = set()
    for key in keys:
        for end in range(len(key), 0, -1):
            beginning = key[:end]
            if beginning in found:
                break  # all shorter ones are known as well
            found.add(beginning)
    return frozenset(found)
