"""Item names of US supply, such as ``RIFLE,5.56 MILLIMETER``: which kind, which caliber, and what is no firearm at all.

A supply name begins with the noun and goes on with modifiers after commas, so that ``MOUNT,RIFLE`` is a mount. What
the noun is decides; a noun that is not in the table decides nothing. ``AUTOMATIC`` in the name of a pistol says that it
loads itself, not that it fires automatically.

>>> from armstrace.weapons.supply.item_names import read_item_name
>>> name = read_item_name("PISTOL,CALIBER .45,AUTOMATIC")
>>> name.kind, name.caliber, str(name.action)
('pistol', 'CALIBER .45', 'self_loading')
>>> [read_item_name(text).not_a_firearm for text in ("RIFLE,DUMMY", "GUN,PAINTBALL", "RIFLESCOPE", "RIFLE")]
[True, True, True, False]
>>> read_item_name("TRUCK,UTILITY").sort
<ItemSort.UNKNOWN: 'unknown'>
"""

from __future__ import annotations

import functools
import re
from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from armstrace import _normalize, _tables
from armstrace._placeholders import says_nothing
from armstrace.weapons.features import Action
from armstrace.weapons.kinds.kind_set import KindSet
from armstrace.weapons.makes import reader as _make_reader
from armstrace.weapons.makes.registry import Make
from armstrace.weapons.models import reader as _model_reader
from armstrace.weapons.models.registry import Model

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


_LONGEST = 200
_CALIBER = re.compile(
    r"cal(?:iber)?\.? ?\.?[0-9].*|\.[0-9].*|[0-9][0-9./]* ?(?:cal(?:iber)?|mm|millimeters?|gage|gauge|ga)\b",
    re.IGNORECASE,
)
_CLASS_TITLE = re.compile(r"^(?:through|thru|over) \d")


class ItemSort(StrEnum):
    """What sort of item a supply name names.

    Attributes:
        WEAPON: A weapon.
        INERT: A dummy, a training or a simulated weapon.
        AIR_OR_PAINT: What fires by air or gas: an air gun, a paintball gun.
        PART: A part or an accessory.
        TOOL: A tool called a gun.
        UNKNOWN: The noun is not in the table, or the name is the title of a whole class.
    """

    WEAPON = "weapon"
    INERT = "inert"
    AIR_OR_PAINT = "air_or_paint"
    PART = "part"
    TOOL = "tool"
    UNKNOWN = "unknown"


_NO_FIREARMS = {
    "dummy": ItemSort.INERT,
    "training": ItemSort.INERT,
    "airgun": ItemSort.AIR_OR_PAINT,
    "airsoft": ItemSort.AIR_OR_PAINT,
    "paintball": ItemSort.AIR_OR_PAINT,
    "tool": ItemSort.TOOL,
}


@frozen(kw_only=True)
class ItemName:
    """What a supply name says.

    Attributes:
        sort: What sort of item it names.
        kind: Id of the kind of weapon or part, or None where the name does not tell.
        caliber: The words for the caliber, as written, for the reader of calibers; may be empty.
        action: How it is loaded again, or None.
        make: The make it names, or None.
        model: The model it names, or None.
        unread: What of the name says something else.
        raw: What was read.
    """

    sort: ItemSort
    kind: str | None = None
    caliber: str = ""
    action: Action | None = None
    make: Make | None = None
    model: Model | None = None
    unread: str = ""
    raw: str = ""

    @property
    def not_a_firearm(self) -> bool:
        """Whether the name says that the item fires nothing by powder, such as a dummy, an air gun, a part, a tool."""
        return self.sort not in (ItemSort.WEAPON, ItemSort.UNKNOWN)


def read_item_name(text: str) -> ItemName:
    """What the supply name *text* says; of sort UNKNOWN where it decides nothing."""
    if len(text) > _LONGEST:
        return ItemName(sort=ItemSort.UNKNOWN, unread=text, raw=text)
    return _read(text)


@functools.lru_cache(maxsize=16384)
def _read(text: str) -> ItemName:
    tidy = _normalize.tidy(text)
    unknown = ItemName(sort=ItemSort.UNKNOWN, unread=tidy, raw=text)
    if says_nothing(tidy):
        return evolve(unknown, unread="")
    first, *modifiers = [part.strip() for part in tidy.rpartition("=")[2].split(",")]
    noun, before = _noun(first)
    modifiers = [*before, *filter(None, modifiers)]
    if noun is None or any(_CLASS_TITLE.match(_normalize.fold(modifier)) for modifier in modifiers):
        return unknown
    if noun in _words("part"):
        narrower = (_kinds().get((noun, _normalize.fold(modifier))) for modifier in modifiers)
        part = next(filter(None, narrower), _words("part")[noun])
        return ItemName(sort=ItemSort.PART, kind=part, unread=", ".join(modifiers), raw=text)
    if why := _inert(modifiers):
        air = "airgun" if why == "airgun" else None
        return ItemName(sort=_NO_FIREARMS[why], kind=air, unread=", ".join(modifiers), raw=text)
    return _weapon(noun, modifiers, text)


def _weapon(noun: str, modifiers: Sequence[str], text: str) -> ItemName:
    name = ItemName(sort=ItemSort.WEAPON, kind=_words("noun")[noun] or None, raw=text)
    unread: list[str] = []
    for modifier in modifiers:
        folded = _normalize.fold(modifier)
        if kind := _kinds().get((noun, folded)):
            name = evolve(name, kind=kind)
        elif action := _words("action").get(folded):
            name = evolve(name, action=Action(action))
        else:
            name, left = _caliber(name, modifier)
            name, left = _designation(name, left)
            unread += [left] if left else []
    return evolve(name, unread=", ".join(unread))


def _caliber(name: ItemName, modifier: str) -> tuple[ItemName, str]:
    """*name* with the caliber with which *modifier* begins, and what stays unread of it."""
    found = _CALIBER.match(modifier)
    if found is None or name.caliber:
        return name, modifier
    return evolve(name, caliber=found.group()), modifier[found.end() :].strip()


def _designation(name: ItemName, modifier: str) -> tuple[ItemName, str]:
    """*name* with the make and the model that *modifier* names, and what stays unread of it."""
    left = modifier
    made = _make_reader.read(modifier) if modifier else None
    if made and made.make and made.make.known and not name.make:
        name, left = evolve(name, make=made.make), made.unread
    kinds = KindSet.of(name.kind) if name.kind else KindSet()
    said = _model_reader.read(left, name.make, kinds) if left else None
    if said and said.model and said.model.known and not name.model:
        name, left = evolve(name, model=said.model), said.unread
    return name, left


def _noun(first: str) -> tuple[str | None, list[str]]:
    """The noun of a name, and the words that stand before it: ``PAINT BALL GUN``, ``RIFLES``."""
    words = _normalize.fold(first).split()
    for start in range(len(words)):
        phrase = " ".join(words[start:])
        for noun in (phrase, phrase.removesuffix("s")):
            if noun in _words("noun") or noun in _words("part"):
                return noun, [" ".join(first.split()[:start])] if start else []
    return None, []


def _inert(modifiers: Sequence[str]) -> str | None:
    """Why the item is no firearm, or None."""
    for modifier in modifiers:
        words = _normalize.fold(modifier).split()
        for start in range(len(words)):
            for phrase in (words[start], " ".join(words[start : start + 2])):
                if why := _words("inert").get(phrase):
                    return why
    return None


@functools.cache
def _words(role: str) -> Mapping[str, str]:
    return {row["word"]: row["value"] for row in _tables.rows("stock_numbers/item_words.csv") if row["role"] == role}


@functools.cache
def _kinds() -> Mapping[tuple[str, str], str]:
    rows = _tables.rows("stock_numbers/item_words.csv")
    return {(row["of"], row["word"]): row["value"] for row in rows if row["role"] == "kind"}
