"""The meaning of a mention: the cartridges of its number and words, and the ground of the reading."""

from __future__ import annotations

import functools
import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from armstrace.weapons.calibers.basis import CaliberBasis
from armstrace.weapons.calibers.bores import Bore
from armstrace.weapons.calibers.cartridges import Cartridge
from armstrace.weapons.calibers.index import Entry, index
from armstrace.weapons.calibers.shapes import GAUGES

if TYPE_CHECKING:
    from armstrace.weapons.calibers.grammar import Mention

_GAUGE_IDS = frozenset(("410-bore", *(f"{gauge}-gauge" for gauge in GAUGES)))
_CLASS = Decimal("0.001")
_HUNDREDTH = Decimal("0.01")
_GENERIC = frozenset(("special", "short", "long", "largo", "magnum", "super", "extra", "rimfire", "r", "ultra"))
_RIMMED = frozenset(("r",))  # behind a bore and a case it names another cartridge
_AIR = ("airgun", "airsoft")
_LEAST_MM, _MOST_MM = 2, 420
_CACHED = 16384

NAMED, CONVENTION, OPEN, BORE_ONLY = CaliberBasis


class Reading(NamedTuple):
    """The cartridges or the bore that a mention means, and the ground of this reading.

    Attributes:
        basis: The ground of the reading.
        ids: The cartridges that may be meant.
        convention: The cartridge that users take for granted, or empty.
        bore: The bore as written.
        link: Its tie to the mention before.
        core: The number of the mention.
        repairs: The repairs that the text needed.
        places: The indexes of its mentions.
    """

    basis: CaliberBasis
    ids: tuple[str, ...] = ()
    convention: str = ""
    bore: Bore | None = None
    link: str = ""
    core: str = ""
    repairs: tuple[str, ...] = ()
    places: tuple[int, ...] = ()

    @property
    def first(self) -> tuple[str, ...]:
        """The ids of the cartridges meant in the first place: only the convention if there is one, else all."""
        return (self.convention,) if self.convention else self.ids


@functools.lru_cache(maxsize=_CACHED)
def reading(mention: Mention, kinds: tuple[str, ...], evidence: tuple[str, ...]) -> Reading | None:
    """The reading of a mention; None if its number names no cartridge and no bore.

    Args:
        mention: A number with its words.
        kinds: Kinds of weapons in the text, which can be parts of names (``81 mm mortar``).
        evidence: Kinds and models that narrow a bare designation.
    """
    found = _found(mention, kinds, evidence) if mention.core else None
    if found is None:
        return None
    if "muzzleloader" in evidence and found.basis != NAMED:
        found = Reading(BORE_ONLY, bore=found.bore or Bore(value=_inches(mention.core), unit="inch"))
    basis, ids, convention, bore = found[:4]
    repairs = mention.repairs
    if basis == BORE_ONLY and ("x" in mention.core or mention.hard):
        repairs = (*repairs, "designation not in the table")
    return Reading(basis, ids, convention, bore, mention.link, mention.core, repairs, (mention.place,))


def _found(mention: Mention, kinds: tuple[str, ...], evidence: tuple[str, ...]) -> Reading | None:
    entry, key, barred = _entry(mention, kinds)
    if mention.echo and (entry is None or not entry.named):
        return None
    if entry is not None:
        return _of_entry(mention, entry, key, evidence)
    if barred:
        return _bore_only(mention)
    return _narrowed(mention, mention.key, evidence) or _of_diameter(mention) or _bore_only(mention)


def _entry(mention: Mention, kinds: tuple[str, ...]) -> tuple[Entry | None, str, bool]:
    """The index entry for number and words, its key, and True if a name word rules the bare number out.

    The entry is None if nothing fits. The *kinds* of weapons in the text may be parts of names.
    """
    keys = _keys(mention)
    hard, soft = frozenset(mention.hard), frozenset(mention.soft)
    if "x" in mention.core:
        hard |= soft & _RIMMED
    words = hard | soft | frozenset(mention.before) | (frozenset(kinds) - {"revolver", "carbine"})
    named = _longest(keys, words) if words else None
    if named is not None:
        entry, key, used = named
        if hard <= used | _explained(entry.ids):
            return entry, key, False
    else:
        bare, key = _bare(mention, keys)
        fits = bare is not None and (
            _GAUGE_IDS.issuperset(bare.ids) or (len(bare.ids) == 1 and hard <= _explained(bare.ids))
        )
        if not hard or fits:
            return _with_maker(mention, bare, _wider(keys, soft) if soft else None), key, False
    wider = _wider(keys, hard)
    return wider, key, wider is None


def _with_maker(mention: Mention, bare: Entry | None, makers: Entry | None) -> Entry | None:
    """The entry of a number with a maker beside it: *bare*, or *bare* and *makers* together; None if both are None.

    The entry *bare* is of the number alone, *makers* of names with the maker: ``.308 Marlin`` is the maker's cartridge,
    or a .308 in the maker's rifle.
    """
    if bare is None or makers is None:
        return bare or makers
    return _union([makers, bare]) if len(mention.core) == 3 and not bare.named else bare


def _keys(mention: Mention) -> list[str]:
    core = mention.core
    if not core.isdigit():
        return [mention.key, core] if mention.unit == "inch" else [core]
    if mention.unit == "gauge":
        return [core + "gauge"]
    if mention.unit == "mm":
        return [core + "mm", core]
    keys = [core + mention.unit, core] if mention.unit else [core]
    if mention.called:
        keys.append(core + "caliber")
    if (mention.hard or mention.soft) and not mention.dotted:
        keys.append(core + "mm")
    return keys


def _longest(keys: list[str], words: frozenset[str]) -> tuple[Entry, str, frozenset[str]] | None:
    """The entry that uses the most of *words*, its key and the words used; None if no entry uses any.

    The first of *keys* that has such an entry decides.
    """
    for key in keys:
        hits = [(named, entry) for named, entry in index().entries.get(key, {}).items() if named and named <= words]
        if hits:
            longest = max(len(named) for named, _ in hits)
            best = [(named, entry) for named, entry in hits if len(named) == longest]
            return _union([entry for _, entry in best]), key, frozenset[str]().union(*(named for named, _ in best))
    return None


def _explained(ids: tuple[str, ...]) -> frozenset[str]:
    """All words in the names of the cartridges with these ids."""
    return frozenset[str]().union(*(index().words_of.get(each, frozenset()) for each in ids))


def _bare(mention: Mention, keys: list[str]) -> tuple[Entry | None, str]:
    known = index()
    for key in keys:
        entry = known.entries.get(key, {}).get(frozenset())
        if entry is not None:
            return entry, key
        if key in known.by_pair:
            ids = known.by_pair[key]
            makers = frozenset(mention.soft)
            named = tuple(each for each in ids if makers and makers <= known.words_of[each])
            return Entry(named or ids, named=True), key
    return None, keys[0]


def _wider(keys: list[str], words: frozenset[str]) -> Entry | None:
    """The cartridges under *keys* whose names hold all of *words*: .300 Norma Magnum for ``300 Norma``.

    None if no name does, or if the words are in too many names, such as *magnum*.
    """
    if words <= _GENERIC:
        return None
    for key in keys:
        entries = index().entries.get(key, {})
        found = [entry for named, entry in entries.items() if words <= named and entry.named]
        if found:
            return _union(found)
    return None


def _union(entries: list[Entry]) -> Entry:
    if len(entries) == 1:
        return entries[0]
    return Entry(tuple(dict.fromkeys(each for entry in entries for each in entry.ids)), named=True)


def _of_entry(mention: Mention, entry: Entry, key: str, evidence: tuple[str, ...]) -> Reading | None:
    if entry.named:
        return Reading(NAMED if len(entry.ids) == 1 else OPEN, entry.ids, bore=_bore(mention, entry.ids, key))
    core = key if key.endswith("mm") else mention.core
    air = entry.ids[0].startswith(_AIR)
    if air and "pellet" in evidence:
        return Reading(NAMED, entry.ids, bore=_bore(mention, entry.ids, key))
    if (air and mention.unit != "gauge") or ("pellet" in evidence and entry.convention != "9x19mm"):
        return _bore_only(mention._replace(hard=("pellet",)))
    narrowed = _narrowed(mention, core, evidence)
    if narrowed:
        return narrowed
    if (mention.unit == "mm" and core.isdigit()) or (key == "40mm" and mention.dotted):
        # mm after a gauge or an inch caliber: that, or the rounds of such a bore
        more = ("40-sw",) if key == "40mm" else index().by_nominal.get(mention.core, ())
        return Reading(OPEN, (*entry.ids, *more), bore=_millimeters(mention.core))
    ids = tuple(dict.fromkeys((*entry.ids, *entry.others)))
    bore = _bore(mention, (entry.convention,) if entry.convention else ids, key)
    return Reading(CONVENTION if entry.convention else OPEN, ids, entry.convention, bore)


def _narrowed(mention: Mention, core: str, evidence: tuple[str, ...]) -> Reading | None:
    """The reading of the bare number *core* by the first weapon or kind in *evidence* that narrows it; else None."""
    for each in evidence:
        entry = index().narrowed.get((each, core))
        if entry:
            basis = CONVENTION if entry.convention else OPEN
            return Reading(basis, entry.ids, entry.convention, _bore(mention, entry.ids, core))
    return None


def _of_diameter(mention: Mention) -> Reading | None:
    """The reading of a bare number as a diameter: all cartridges named by it and, for ``.308``, with such a bullet.

    None if no cartridge fits, or only one and the number is not a point with three digits.
    """
    core = mention.core
    if not core.isdigit() or mention.unit not in ("", "caliber", "inch"):
        return None
    entries = [*index().entries.get(core, {}).values(), *index().entries.get(core + "caliber", {}).values()]
    named = dict.fromkeys(each for entry in entries if entry.named for each in entry.ids)
    written = mention.dotted and len(core) == 3
    if len(core) == 3 and (mention.unit == "caliber" or (written and named)):
        named.update(dict.fromkeys(_with_bullet(_inches(core))))
    if not named or (len(named) == 1 and not written):
        return None
    return Reading(OPEN, tuple(named), bore=Bore(value=_inches(core), unit="inch"))


def _with_bullet(inches: Decimal) -> list[str]:
    return [
        row.id
        for row in Cartridge.all()
        if row.bullet_in is not None and abs(row.bullet_in - inches) <= _CLASS and {"rifle", "mg"} & set(row.platforms)
    ]


def _bore_only(mention: Mention) -> Reading | None:
    core = mention.core.partition("x")[0]
    if mention.unit == "mm" or (not core.isdigit() and core in index().lexicon.known.metric):
        value = Decimal(core.partition("-")[0])
        measured = _LEAST_MM <= value <= _MOST_MM and value == value.quantize(_HUNDREDTH)
        return Reading(BORE_ONLY, bore=_millimeters(str(value))) if measured else None
    # the name of a cartridge that the table lacks still gives a bore, if its number is found in names of cartridges
    a_bore = mention.dotted or core in index().entries or not _GENERIC.issuperset(mention.hard)
    if core.isdigit() and mention.hard and a_bore and 2 <= len(core) <= 3:
        return Reading(BORE_ONLY, bore=Bore(value=_inches(core), unit="inch"))
    return None


def _inches(core: str) -> Decimal:
    digits = re.split(r"[-.x]", core)[0]
    return Decimal(f"0.{digits[:2] if len(digits) == 4 else digits}")


def _bore(mention: Mention, ids: tuple[str, ...], key: str) -> Bore | None:
    """The bore that the mention gives, in millimeters, inches or a gauge; None where its unit stays open.

    The mention may mean the cartridges *ids*, and the index lists it under *key*.
    """
    core = re.split("[x-]", mention.core)[0]
    compound = core.replace(".", "-") in index().lexicon.known.compounds
    if ("." in core and not compound) or "x" in mention.core or key.endswith("mm"):
        return _millimeters(core)
    names = [row.name for each in ids if (row := Cartridge.get(each))]
    gauges = [name for name in names if name.endswith(" gauge")]
    if gauges:
        return Bore(value=Decimal(core), unit="gauge") if len(gauges) == len(names) else None
    if core == "36" and ids == ("410-bore",):
        return Bore(value=Decimal("0.410"), unit="inch")
    for number in (core, f"{core[:1]}.{core[1:]}"):  # 57 is 5.7
        metric = [name for name in names if name.startswith((f"{number} mm", f"{number}x"))]
        if metric:
            return _millimeters(number) if len(metric) == len(names) else None
    return _millimeters(core) if mention.unit == "mm" else Bore(value=_inches(core), unit="inch")


def _millimeters(core: str) -> Bore:
    return Bore(value=Decimal(core), unit="mm")
