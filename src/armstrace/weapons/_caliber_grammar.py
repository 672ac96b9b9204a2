"""From the text of a caliber field to its mentions: a number, its unit, the words beside it.

Nothing is looked up in the cartridge table here.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from attrs import define, field

from armstrace import _normalize
from armstrace.weapons._caliber_tokens import Token, tokens

if TYPE_CHECKING:
    from armstrace.weapons._caliber_numbers import Known

_LINKS = {",": "list", ";": "list", "|": "list", "&": "list", "+": "list", "/": "slash", "=": "slash", "(": "paren",
          "[": "paren"}  # fmt: skip


@define(kw_only=True)
class Mention:
    """A number of the field with everything that was said of it.

    Attributes:
        core: The digits that name something; empty if they could not be read.
        digits: The digits as they stood.
        unit: ``mm``, ``inch``, ``gauge``, ``caliber`` or empty.
        dotted: Whether it is written as a part of an inch.
        called: Whether the word caliber stands with it.
        hard: Name words beside it.
        soft: Maker words right beside it.
        before: Name words that stand before it: they may name, but bar nothing.
        link: How it hangs on the mention before: ``list``, ``slash``, ``paren`` or empty.
        echo: Whether the number is that of the mention before and only the words are new.
        spelled: Whether the number stood in words.
        repairs: What was mended.
    """

    core: str
    digits: str = ""
    unit: str = ""
    dotted: bool = False
    called: bool = False
    hard: list[str] = field(factory=list)
    soft: list[str] = field(factory=list)
    before: list[str] = field(factory=list)
    link: str = ""
    echo: bool = False
    spelled: bool = False
    repairs: list[str] = field(factory=list)

    @property
    def key(self) -> str:
        """The number with the unit that distinguishes it in the index."""
        if self.unit in ("gauge", "caliber") or (self.unit == "mm" and self.core.isdigit()):
            return self.core + self.unit
        return f"{self.core}inch" if self.unit == "inch" and not self.dotted else self.core

    @property
    def strong(self) -> bool:
        """Whether the number cannot be a model, a count or a year."""
        return bool(self.unit or self.dotted or self.called or self.hard or not self.core.isdigit())


@define(kw_only=True)
class Field:
    """All mentions of a field, and the evidence of weapons that stands beside them."""

    mentions: list[Mention] = field(factory=list)
    kinds: dict[str, None] = field(factory=dict)
    weapons: dict[str, None] = field(factory=dict)
    makers: dict[str, None] = field(factory=dict)
    strange: bool = False


def read(text: str, known: Known, weapons: frozenset[str]) -> Field:
    """The mentions and the evidence of a text."""
    return read_folded(_normalize.fold(text), known, weapons)


def read_folded(folded: str, known: Known, weapons: frozenset[str]) -> Field:
    """The same of a text that was folded already."""
    found = Field()
    link = ""
    segment: list[Token] = []
    parts = tokens(folded, known, weapons)
    for token, following in itertools.zip_longest(parts, parts[1:]):
        if token.text in ("+", "&") and (following is None or following.number is None):
            continue  # +P is a pressure, & a part of a name
        if token.role in ("join", "becomes") or (token.role == "sign" and token.text in _LINKS):
            _segment(found, segment, link)
            link = {"join": "list", "becomes": "becomes"}.get(token.role) or _LINKS[token.text]
            segment = []
        elif token.text in (")", "]"):
            _segment(found, segment, link)
            link, segment = "", []
        else:
            segment.append(token)
    _segment(found, segment, link)
    return found


def _segment(found: Field, segment: list[Token], link: str) -> None:
    first = len(found.mentions)
    before: list[Token] = []
    adjacent = near = called = False
    current: Mention | None = None
    for token in segment:
        role = token.role
        if token.number is not None:
            new = _mention(token, link if len(found.mentions) == first else "", called=called)
            if _restates(found, new):
                current, adjacent, near = found.mentions[-1], True, True
                continue
            current, adjacent, near, called = new, True, True, False
            current.before.extend(each.word.canonical for each in before if each.role in ("name", "near"))
            current.repairs.extend(each.word.repair for each in before if each.word.repair)
            before = []
            found.mentions.append(current)
        elif role == "unit":
            called = _unit(current, token, called=called)
            adjacent = adjacent and token.word.canonical != "caliber"
        elif role in ("name", "near", "code", "maker"):
            if role == "maker":
                found.makers[token.word.canonical] = None
            if current is None:
                before.append(token)
            elif role == "name" or (near if role == "near" else adjacent):
                _beside(current, token)
        elif role == "kind":
            found.kinds[token.word.canonical] = None
            if token.word.canonical in ("revolver", "carbine") and current is not None and adjacent:
                current.soft.append(token.word.canonical)
            adjacent = False
        elif role == "weapon":
            found.weapons[token.word.canonical] = None
            adjacent = False
        elif role == "sign":
            _sign(current, token)
        elif role not in ("load", "times", "point", "pre"):
            adjacent = near = False
            found.strange = True
    if current is None and before:
        _words_alone(found, before, link)


def _mention(token: Token, link: str, *, called: bool) -> Mention:
    number = token.number
    assert number is not None  # noqa: S101 (asked by the caller)
    return Mention(
        core=number.core,
        digits=number.digits,
        unit=token.unit,
        dotted=number.dotted,
        called=called,
        link=link,
        spelled=number.repair == "number in words",
        repairs=[number.repair] if number.repair else [],
    )


def _restates(found: Field, new: Mention) -> bool:
    """Whether a number in words only says again what stands before it in digits."""
    if not new.spelled or not found.mentions:
        return False
    last = found.mentions[-1]
    return new.core in (last.core, last.core.partition("x")[0], last.core.partition(".")[0])


def _unit(current: Mention | None, token: Token, *, called: bool) -> bool:
    unit = token.word.canonical
    if current is None:
        return called or unit == "caliber"
    if not current.unit and not (unit == "mm" and "x" in current.core):
        current.unit = unit
    return unit == "caliber" and called


def _beside(current: Mention, token: Token) -> None:
    (current.soft if token.role == "maker" else current.hard).append(token.word.canonical)
    if token.word.repair:
        current.repairs.append(token.word.repair)


def _sign(current: Mention | None, token: Token) -> None:
    if current is not None and token.text in ('"', "'") and not current.unit:
        current.unit = "inch"


def _words_alone(found: Field, words: list[Token], link: str) -> None:
    """Words after a separator: of the number before, or another cartridge of the same number."""
    if not found.mentions:
        return
    last = found.mentions[-1]
    if link != "paren" and (last.hard or last.soft) and link:
        new = Mention(core=last.core, digits=last.digits, unit=last.unit, dotted=last.dotted, link=link, echo=True)
        found.mentions.append(new)
        last = new
    for token in words:
        _beside(last, token)
