"""The mentions of a caliber field: each a number with its unit and the words that go with it.

Nothing is looked up in the cartridge table here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from attrs import define, field

from armstrace.weapons.calibers.shapes import IN_WORDS, shaped
from armstrace.weapons.calibers.tokens import tokens
from armstrace.weapons.calibers.words import vocabulary

if TYPE_CHECKING:
    from armstrace.weapons.calibers.tokens import Lexicon, Token

_LINKS = {
    ",": "list", ";": "list", "|": "list", "&": "list", "+": "list", "/": "slash", "=": "slash", "(": "paren",
    "[": "paren", ")": "", "]": "",
}  # fmt: skip
_JOINS = {"join": "list", "becomes": "becomes", "or": "or"}
_SILENT = frozenset(("load", "times", "point", "pre"))
_FOR = "para"  # Parabellum at the end of a phrase, else the Spanish and Portuguese word for
_INCH_MARKS = frozenset(('"', "'"))
_NAMING_KINDS = frozenset(("revolver", "carbine"))
_UNITS = frozenset(("unit", "sign"))
_NAMES = frozenset(("name", "near", "code", "maker"))


class Mention(NamedTuple):
    """A number in a caliber field, with its unit and the words that belong to it.

    Attributes:
        core: The digits that name something; empty if they could not be read.
        unit: ``mm``, ``inch``, ``gauge``, ``caliber`` or empty.
        dotted: True if it is written as a part of an inch.
        called: True if the word caliber stands before it.
        hard: Name words beside it; a name word that fits no name bars a shorter match.
        soft: Maker words right beside it.
        before: Name words that stand before it: they may name, but bar nothing.
        link: Its tie to the mention before: ``list``, ``slash``, ``paren``, ``becomes`` or empty.
        echo: True if the number is that of the mention before and only the words are new.
        repairs: The repairs that the text needed.
        place: Its index among the mentions of the field.
        brand: The maker of weapons whose name stands right before it.
    """

    core: str
    unit: str = ""
    dotted: bool = False
    called: bool = False
    hard: tuple[str, ...] = ()
    soft: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    link: str = ""
    echo: bool = False
    repairs: tuple[str, ...] = ()
    place: int = 0
    brand: str = ""

    @property
    def key(self) -> str:
        """The number as the index lists it, with its unit where that matters: ``12gauge``, ``9mm``, ``7.62x39``."""
        if self.unit in ("gauge", "caliber") or (self.unit == "mm" and self.core.isdigit()):
            return self.core + self.unit
        return f"{self.core}inch" if self.unit == "inch" and not self.dotted else self.core

    @property
    def strong(self) -> bool:
        """True if a unit, a point or a word marks the number as a caliber; False for a bare ``38``, perhaps a model."""
        return bool(self.unit or self.dotted or self.called or self.hard or not self.core.isdigit())


@define(eq=False)
class Field:
    """The mentions in a caliber field, and the names of weapons and makers that stand beside them.

    Attributes:
        mentions: The numbers, in their order.
        kinds: Kinds of weapons named.
        weapons: Models named.
        makers: Maker words anywhere.
        strange: True if some words are not understood.
        parts: The tokens.
        places: For each mention the indexes of the tokens that make it.
        understood: The indexes of the other tokens that are understood: kinds, weapons, loads, links.
    """

    mentions: list[Mention] = field(factory=list)
    kinds: list[str] = field(factory=list)
    weapons: list[str] = field(factory=list)
    makers: list[str] = field(factory=list)
    strange: bool = False
    parts: list[Token] = field(factory=list)
    places: list[list[int]] = field(factory=list)
    understood: set[int] = field(factory=set)


def read(folded: str, lexicon: Lexicon) -> Field:
    """The mentions in *folded*, a casefolded text, and the names of weapons and makers in it.

    The *lexicon* holds the numbers and models that are known.
    """
    parts = shaped(tokens(folded, lexicon), lexicon)
    found = Field(parts=parts)
    drafts: list[_Draft] = []
    link = ""
    segment: list[int] = []
    for at, token in enumerate(parts):
        if token.role == "sign" and token.text in _LINKS:
            found.understood.add(at)
            if token.text in "+&" and (at + 1 == len(parts) or parts[at + 1].number is None):
                continue  # +P is a pressure, & a part of a name
            new = _LINKS[token.text]
        elif token.role in _JOINS:
            found.understood.add(at)
            new = _JOINS[token.role]
        elif (
            token.role == "times"
            and segment
            and parts[segment[-1]].number
            and at + 1 < len(parts)
            and parts[at + 1].number
        ):
            new = "slash"  # 223 x 5.56: no bore and case, but two names
        else:
            following = parts[at + 1].role if at + 1 < len(parts) else "sign"
            if token.text != _FOR or following in ("sign", "number"):
                segment.append(at)
            else:
                found.understood.add(at)
            continue
        if segment:
            _read_segment(found, drafts, segment, link)
            segment = []
        link = new
    if segment:
        _read_segment(found, drafts, segment, link)
    found.mentions = [draft.mention(place) for place, draft in enumerate(drafts)]
    found.places = [draft.places for draft in drafts]
    return found


class _Draft:
    """A mention while its words are being collected; `mention` gives the finished `Mention`."""

    __slots__ = (
        "before",
        "brand",
        "called",
        "core",
        "dotted",
        "echo",
        "hard",
        "link",
        "places",
        "repairs",
        "soft",
        "unit",
    )

    def __init__(self, core: str, unit: str, link: str, *, dotted: bool = False, called: bool = False) -> None:
        self.core, self.unit, self.link, self.dotted, self.called = core, unit, link, dotted, called
        self.hard: list[str] = []
        self.soft: list[str] = []
        self.repairs: list[str] = []
        self.places: list[int] = []
        self.before: tuple[str, ...] = ()
        self.brand = ""
        self.echo = False

    def add(self, token: Token) -> None:
        """Add a name or maker word that stands beside the number, and the repair that the word needed."""
        (self.soft if token.role == "maker" else self.hard).append(token.canonical)
        if token.repair:
            self.repairs.append(token.repair)

    def take_unit(self, token: Token) -> None:
        """Set the unit from *token* if the mention has none yet; a sign that is no inch mark changes nothing."""
        unit = "inch" if token.text in _INCH_MARKS else token.canonical
        if unit and not self.unit and not (unit == "mm" and "x" in self.core):
            self.unit = unit

    def mention(self, place: int) -> Mention:
        """The finished mention, with everything that was collected, as the mention with index *place*."""
        return Mention(
            self.core, self.unit, self.dotted, self.called, tuple(self.hard), tuple(self.soft), self.before, self.link,
            self.echo, tuple(self.repairs), place, self.brand,
        )  # fmt: skip


def _read_segment(found: Field, drafts: list[_Draft], segment: list[int], link: str) -> None:
    """Read *segment*, the indexes of the tokens between two separators, into *found* and *drafts*.

    The *link* names the separator before the segment.
    """
    before: list[int] = []
    draft: _Draft | None = None
    called: tuple[int, ...] = ()
    adjacent = near = False
    for at in segment:
        token = found.parts[at]
        role = token.role
        if role == "number":
            draft = _begun(found, drafts, at, (link if draft is None else "", before, called))
            before, called, adjacent, near = [], (), True, True
        elif role in _NAMES:
            _take_name(found, at, draft, before, near=near if role == "near" else adjacent)
        elif role in _UNITS:
            called = _take_unit(found, at, draft) or called
            adjacent = adjacent and token.canonical != "caliber"
        elif role not in _SILENT:
            _take_evidence(found, at, draft if adjacent else None)
            adjacent, near = False, near and role in ("kind", "weapon")
        else:
            found.understood.add(at)
    if draft is None and before and drafts:
        _words_alone(found, drafts, before, link)


def _take_unit(found: Field, at: int, draft: _Draft | None) -> tuple[int, ...]:
    """Give the unit at *at* to *draft*, the number before it; the word *caliber* may belong to the number behind it.

    The index *at* if it does, else empty.
    """
    token = found.parts[at]
    following = found.parts[at + 1] if at + 1 < len(found.parts) else None
    if token.canonical == "caliber" and (draft is None or (following is not None and following.role == "number")):
        found.understood.add(at)
        return (at,)
    if draft is not None:
        draft.take_unit(token)
    if draft is not None and (token.role == "unit" or token.text in _INCH_MARKS):
        draft.places.append(at)
    else:
        found.understood.add(at)
    return ()


def _take_name(found: Field, at: int, draft: _Draft | None, before: list[int], *, near: bool) -> None:
    """Add a name or maker word to *draft*, the number before it, or to *before* if no number came yet.

    If the word is not *near* the number, only a name is added, no maker. Makers are noted in *found* in any case.
    """
    token = found.parts[at]
    if token.role == "maker":
        found.makers.append(token.canonical)
    if draft is None:
        before.append(at)
    elif near or token.role == "name":
        draft.add(token)
        draft.places.append(at)


def _begun(found: Field, drafts: list[_Draft], at: int, context: tuple[str, list[int], tuple[int, ...]]) -> _Draft:
    """The new draft for the number at *at*; the last draft, where a number in words only repeats its number.

    The *context* is the link, the words that stand in front of the number, and the word *caliber* there, if any.
    """
    link, before, called = context
    token = found.parts[at]
    number = token.number
    assert number is not None  # noqa: S101 (true for this role)
    if number.repair == IN_WORDS and drafts and _restates(drafts[-1].core, number.core):
        drafts[-1].places.append(at)
        return drafts[-1]
    draft = _Draft(number.core, token.unit, link, dotted=number.dotted, called=bool(called))
    draft.places += [*called, at]
    found.understood.difference_update(called)
    if number.repair:
        draft.repairs.append(number.repair)
    if before:
        words = [found.parts[each] for each in before]
        draft.before = tuple(each.canonical for each in words if each.role in ("name", "near"))
        draft.repairs += [each.repair for each in words if each.repair]
        near = found.parts[at - 1] if found.parts[at - 1].role != "pre" else found.parts[at - 2]
        draft.brand = near.canonical if near.role == "maker" and near.canonical in vocabulary().brands else ""
        draft.places += [each for each, word in zip(before, words, strict=True) if word.role in ("name", "near")]
    drafts.append(draft)
    return draft


def _restates(core: str, again: str) -> bool:
    return again in (core, core.partition("x")[0], core.partition(".")[0])


def _take_evidence(found: Field, at: int, draft: _Draft | None) -> None:
    """Note in *found* a kind or a model of weapon, or that a word is not understood.

    A kind that is part of cartridge names too (``.30 carbine``) is also added to *draft*, the number right before it.
    """
    token = found.parts[at]
    if token.role == "kind":
        found.understood.add(at)
        found.kinds.append(token.canonical)
        if draft is not None and token.canonical in _NAMING_KINDS:
            draft.soft.append(token.canonical)
            draft.repairs += [token.repair] if token.repair else []
    elif token.role == "weapon":
        found.understood.add(at)
        found.weapons.append(token.canonical)
    else:
        found.strange = True


def _words_alone(found: Field, drafts: list[_Draft], words: list[int], link: str) -> None:
    """Add words that follow a separator, without a number, to the last draft or to a new draft of its number.

    A new draft is begun for another cartridge: the last draft has words already, and *link* is no parenthesis.
    """
    last = drafts[-1]
    if link not in ("", "paren") and (last.hard or last.soft):
        last = _Draft(last.core, last.unit, link, dotted=last.dotted)
        last.echo = True
        drafts.append(last)
    for at in words:
        last.add(found.parts[at])
        last.places.append(at)
