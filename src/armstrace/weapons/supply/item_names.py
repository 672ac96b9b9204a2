"""Item names of US supply, such as ``RIFLE,5.56 MILLIMETER``: the kind, the caliber, and what is no firearm at all.

A supply name begins with the noun and goes on with modifiers after commas, so that ``MOUNT,RIFLE`` is a mount. The noun
decides; a noun that is not in the table decides nothing, nor does ``GUN`` beside a word that may name a tool.
``AUTOMATIC`` in the name of a pistol means that the pistol loads itself, not that it fires automatically.

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
from armstrace.weapons import makes, models
from armstrace.weapons.features import Action
from armstrace.weapons.kinds.kind_set import KindSet
from armstrace.weapons.makes.registry import Make
from armstrace.weapons.models.registry import Model

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


_LONGEST = 200
_CALIBER = re.compile(
    r"cal(?:iber)?\.? ?\.?[0-9].*|\.[0-9].*|[0-9][0-9./]* ?(?:cal(?:iber)?|mm|millimeters?|gage|gauge|ga)\b",
    re.IGNORECASE,
)
# the colon is that of property books
_ENDS = re.compile(r"[,:]")
# where a caliber may begin in words without commas
_NUMBER = re.compile(r"(?<= )(?:cal(?:iber)?\.? ?)?\.?[0-9]", re.IGNORECASE)
_CLASS_TITLE = re.compile(r"^(?:through|thru|over) \d")


class ItemSort(StrEnum):
    """The sort of item that a supply name names."""

    WEAPON = "weapon"  #: A weapon.
    INERT = "inert"  #: A dummy, a training or a simulated weapon.
    AIR_OR_PAINT = "air_or_paint"  #: An item that fires by air or gas: an air gun, a paintball gun.
    PART = "part"  #: A part or an accessory.
    TOOL = "tool"  #: A tool called a gun.
    UNKNOWN = "unknown"  #: The noun is not in the table, or the name is the title of a whole class.


# The sort of item, and its kind. A dummy is a replica; what is inert, or for training, may be a firearm that was
# altered, whose receiver is still a firearm: its kind stays open.
_NO_FIREARMS = {
    "dummy": (ItemSort.INERT, "replica"),
    "inert": (ItemSort.INERT, None),
    "training": (ItemSort.INERT, None),
    "airgun": (ItemSort.AIR_OR_PAINT, "airgun"),
    "airsoft": (ItemSort.AIR_OR_PAINT, "replica"),
    "paintball": (ItemSort.AIR_OR_PAINT, "replica"),
    "tool": (ItemSort.TOOL, None),
}


@frozen(kw_only=True)
class ItemName:
    """The meaning of a supply name.

    Attributes:
        sort: The sort of item.
        kind: Id of the kind of weapon or part, or None where the name leaves it open.
        caliber: The words for the caliber, as written, for the reader of calibers; may be empty.
        action: How the weapon is loaded again, or None.
        make: The make in the name, or None.
        model: The model in the name, or None.
        unread: The parts of the name that were not understood.
        raw: The text that was read.
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
        """True if the item fires nothing by powder, such as a dummy, an air gun, a part, a tool."""
        return self.sort not in (ItemSort.WEAPON, ItemSort.UNKNOWN)


def read_item_name(text: str) -> ItemName:
    """The meaning of a supply name; of sort UNKNOWN where it decides nothing."""
    if len(text) > _LONGEST:
        return ItemName(sort=ItemSort.UNKNOWN, unread=text, raw=text)
    return _read(text)


@functools.lru_cache(maxsize=16384)
def _read(text: str) -> ItemName:
    tidy = _normalize.tidy(text)
    unknown = ItemName(sort=ItemSort.UNKNOWN, unread=tidy, raw=text)
    if says_nothing(tidy):
        return evolve(unknown, unread="")
    first, *modifiers = [part.strip() for part in _ENDS.split(tidy.rpartition("=")[2])]
    noun, beside = _head(first)
    modifiers = [*beside, *filter(None, modifiers)]
    if noun is None or any(_CLASS_TITLE.match(_normalize.casefold(modifier)) for modifier in modifiers):
        return unknown
    if noun in _words("part"):
        narrower = (_kinds().get((noun, _normalize.casefold(modifier))) for modifier in modifiers)
        part = next(filter(None, narrower), _words("part")[noun])
        return ItemName(sort=ItemSort.PART, kind=part, unread=", ".join(modifiers), raw=text)
    if why := _inert(modifiers):
        sort, kind = _NO_FIREARMS[why]
        return ItemName(sort=sort, kind=kind, unread=", ".join(modifiers), raw=text)
    name = _weapon(noun, modifiers, text)
    # many tools are called a gun or a cannon: such a noun alone does not outweigh a word that is not understood
    return unknown if noun in _words("loose") and name.unread and not _is_weapon(name, noun) else name


def _is_weapon(name: ItemName, noun: str) -> bool:
    """True if more than the *noun* shows a weapon: a caliber, an action, a make, a model or a narrower kind."""
    return bool(name.caliber or name.action or name.make or name.model or name.kind != (_words("loose")[noun] or None))


def _weapon(noun: str, modifiers: Sequence[str], text: str) -> ItemName:
    kind = _words("noun").get(noun) or _words("loose").get(noun) or None
    name = ItemName(sort=ItemSort.WEAPON, kind=kind, raw=text)
    unread: list[str] = []
    for modifier in modifiers:
        if (read := _modified(name, noun, modifier)) is not None:
            name = read
        else:
            name, left = _caliber(name, modifier)
            if left != modifier and left and (read := _modified(name, noun, left)) is not None:
                name, left = read, ""
            name, left = _designation(name, left)
            unread += [left] if left else []
    return evolve(name, unread=", ".join(unread))


def _modified(name: ItemName, noun: str, modifier: str) -> ItemName | None:
    """The name with what a known *modifier* of the *noun* adds to it; None for a modifier that is not in the table."""
    folded = _normalize.casefold(modifier)
    if kind := _kinds().get((noun, folded)):
        return evolve(name, kind=kind)
    if action := _words("action").get(folded):
        return evolve(name, action=Action(action))
    return name if folded in _words("plain") else None


def _caliber(name: ItemName, modifier: str) -> tuple[ItemName, str]:
    """The name with the caliber at the start of the modifier, and the rest of the modifier.

    The name and the modifier are unchanged if there is no caliber there, or the name has a caliber already.
    """
    found = _CALIBER.match(modifier)
    if found is None or name.caliber:
        return name, modifier
    return evolve(name, caliber=found.group()), modifier[found.end() :].strip()


def _designation(name: ItemName, modifier: str) -> tuple[ItemName, str]:
    """The name with the known make and model in the modifier, and the words of the modifier that name neither."""
    left = modifier
    make = makes.read(modifier) if modifier else None
    if make and make.make and make.make.known and not name.make:
        name, left = evolve(name, make=make.make), make.unread
    kinds = KindSet.of(name.kind) if name.kind else KindSet()
    model = models.read(left, name.make, kinds) if left else None
    if model and model.model and model.model.known and not name.model:
        name, left = evolve(name, model=model.model), model.unread
    return name, left


def _head(first: str) -> tuple[str | None, list[str]]:
    """The noun of *first*, the part before the first comma or colon, and the words beside it, as modifiers.

    Property books write no comma before the caliber: what stands before the first number is tried alone first, so that
    ``SHOTGUN 12 GAGE 20 IN BARREL`` is no barrel. The noun is None if the table has none there.
    """
    cut = _NUMBER.search(first)
    if cut is not None:
        noun, beside = _noun(first[: cut.start()].strip())
        if noun is not None:
            return noun, [*beside, first[cut.start() :].strip()]
    return _noun(first)


def _noun(words_in_order: str) -> tuple[str | None, list[str]]:
    """The noun at the end, and the words before it, as in ``PAINT BALL GUN``; or the noun at the start of known words.

    The noun at the start counts only if the words behind it are a known modifier, as in ``LAUNCHER GRENADE``: a
    ``GUN SAFE`` is no gun. The words beside the noun are a list of a single text, or empty.
    """
    written = words_in_order.split()
    folded = [_normalize.casefold(word) for word in written]
    pairs = [(" ".join(folded[:end]), " ".join(folded[end:])) for end in range(1, len(folded))]
    kind = next((noun for noun, rest in pairs if (noun, rest) in _kinds()), None)
    if kind:
        return kind, [" ".join(written[len(kind.split()) :])]
    for start in range(len(folded)):
        if noun := _known_noun(" ".join(folded[start:])):
            return noun, [" ".join(written[:start])] if start else []
    for noun, rest in pairs:
        if _known_noun(noun) == noun and (rest in _words("action") or rest in _words("plain")):
            return noun, [" ".join(written[len(noun.split()) :])]
    return None, []


def _known_noun(phrase: str) -> str | None:
    """The noun of the table that is *phrase*, singular or plural, or before a word such as ``ASSY``; else None."""
    words = phrase.split()
    shorter = [phrase, " ".join(words[:-1])] if len(words) > 1 and words[-1] in _words("assembly") else [phrase]
    nouns = (noun for text in shorter for noun in (text, text.removesuffix("s")))
    return next((noun for noun in nouns if any(noun in _words(role) for role in ("noun", "loose", "part"))), None)


def _inert(modifiers: Sequence[str]) -> str | None:
    """The reason for which the item is no firearm, such as ``dummy``; None if no modifier gives a reason."""
    for modifier in modifiers:
        words = _normalize.casefold(modifier).split()
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
