"""From the mentions of a field to readings: which cartridges each may mean, and on what ground."""

from __future__ import annotations

import itertools
import re
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from attrs import define, evolve, field

from armstrace import _normalize, _placeholders
from armstrace.weapons import _caliber_grammar as grammar
from armstrace.weapons import cartridges
from armstrace.weapons._caliber_index import Entry, index
from armstrace.weapons._caliber_tokens import CHAMBERS, GAUGES
from armstrace.weapons.bores import Bore

if TYPE_CHECKING:
    from armstrace.weapons._caliber_grammar import Mention

NAMED, CONVENTION, OPEN, BORE_ONLY = "named", "convention", "open", "bore_only"

_DATE = re.compile(r"(?:19(\d\d)-(\d\d)-\d\d(?: 00:00(?::00)?)?|([a-z]{3})[/-](\d\d))")
_MONTHS = {
    "aug": "8", "ago": "8", "oct": "10", "out": "10", "dec": "12", "dic": "12", "dez": "12", "apr": "4", "abr": "4",
}  # fmt: skip
_GAUGE_IDS = frozenset(("410-bore", *(f"{gauge}-gauge" for gauge in GAUGES)))
_LISTED = frozenset(("list", "slash"))
_CLASS = Decimal("0.001")
_GENERIC = frozenset("special short long largo magnum super extra rimfire r ultra".split())
_NOT_ALNUM = re.compile(r"[^a-z0-9]+")


@define(kw_only=True)
class Reading:
    """What one mention says."""

    basis: str
    ids: tuple[str, ...] = ()
    convention: str = ""
    bore: Bore | None = None
    link: str = ""
    designation: str = ""
    repairs: list[str] = field(factory=list)


class Garbled(Exception):  # noqa: N818 (never leaves the package)
    """A member of a list cannot be read, so that the list cannot."""


def read(text: str, kinds: tuple[str, ...]) -> list[Reading]:
    """The readings of a field, one for each caliber that it names.

    Raises:
        Garbled: A member of a list is a number that names nothing.
    """
    if _placeholders.says_nothing(text):
        return []
    folded = _normalize.fold(text)
    dated = _DATE.fullmatch(folded)
    if dated and (dated[2] or dated[3] in _MONTHS):
        return _dated(dated)
    known = index()
    alone = known.nameless.get(_NOT_ALNUM.sub("", folded[:64]))
    if alone:
        return [Reading(basis=NAMED, ids=(alone,), designation=text.strip())]
    found = grammar.read_folded(folded, known.known, known.weapons)
    mentions = _worth_reading(found.mentions, found)
    said = sorted(found.kinds, key=lambda kind: kind != "self_loading")
    evidence = [*found.weapons, *found.makers, *(said if len(mentions) == 1 or len(said) == 1 else ()), *kinds]
    paired = _companions(mentions)
    if paired is not None:
        return paired
    if not mentions and kinds:
        return _weapon_alone(found)
    readings: list[Reading] = []
    for mention, following in itertools.zip_longest(mentions, mentions[1:]):
        reading = _reading(mention, found, evidence)
        if reading is not None:
            readings.append(reading)
        elif following is not None and following.link == "paren":
            following.soft.extend((*mention.hard, *mention.soft))
        elif not mention.echo and (_LISTED & {mention.link, following.link if following else ""}):
            raise Garbled
    return _merged(readings)


def _dated(match: re.Match[str]) -> list[Reading]:
    """A gauge and a chamber that a spreadsheet took for a month and a year."""
    month = match[2] or _MONTHS.get(match[3], "")
    gauge, chamber = month.lstrip("0"), match[1] or match[4]
    if gauge not in GAUGES or chamber not in CHAMBERS:
        return []
    return [
        Reading(
            basis=NAMED,
            ids=(f"{gauge}-gauge",),
            bore=Bore(value=Decimal(gauge), unit="gauge"),
            designation=f"{gauge}/{chamber}",
            repairs=["date read as gauge and chamber"],
        )
    ]


def _weapon_alone(found: grammar.Field) -> list[Reading]:
    for weapon in found.weapons:
        entry = index().narrowed.get((weapon, "*"))
        if entry:
            basis = CONVENTION if entry.convention else OPEN
            return [Reading(basis=basis, ids=entry.ids, convention=entry.convention, repairs=["weapon for a caliber"])]
    return []


def _worth_reading(mentions: list[Mention], found: grammar.Field) -> list[Mention]:
    """The mentions without model numbers, counts, barrels and chambers."""
    kept: list[Mention] = []
    for mention in mentions:
        if _in_inches(mention, found) or not (_is_count(mention) or (kept and _is_length(mention, kept[-1]))):
            kept.append(mention)
    if not any(mention.strong for mention in kept):
        return kept
    links = [*(mention.link for mention in kept[1:]), ""]
    return [each for each, following in zip(kept, links, strict=True) if each.strong or each.link or following]


def _in_inches(mention: Mention, found: grammar.Field) -> bool:
    """Whether it is a launcher named in inches, such as the 3.5 inch rocket."""
    entries = index().entries.get(f"{mention.core}inch", {}) if mention.unit == "inch" else {}
    return any(words <= frozenset(found.kinds) for words in entries)


def _is_count(mention: Mention) -> bool:
    plain = not (mention.unit == "mm" or mention.called or mention.dotted or mention.hard)
    return plain and mention.core.isdigit() and int(mention.core) <= 8 and mention.unit != "gauge"


def _is_length(mention: Mention, before: Mention) -> bool:
    """Whether it is the length of a barrel or a chamber."""
    if mention.unit == "inch" and not mention.dotted:
        return True
    shotgun = before.unit == "gauge" or (before.core in GAUGES and not before.dotted)
    return shotgun and mention.unit == "mm" and mention.core in CHAMBERS


def _companions(mentions: list[Mention]) -> list[Reading] | None:
    if len(mentions) != 2:
        return None
    ends = [(each.core, frozenset((*each.hard, *each.soft))) for each in mentions]
    found = index().companions.get(frozenset(ends))
    if found is None or mentions[1].link == "list":
        return None
    entries, bore = found
    if bore is None and not mentions[1].link:
        return None
    if bore is not None:
        return [Reading(basis=BORE_ONLY, bore=Bore(value=bore, unit="mm"))]
    return [Reading(basis=NAMED, ids=entry.ids, link="list") for entry in entries]


def _reading(mention: Mention, found: grammar.Field, evidence: list[str]) -> Reading | None:
    if not mention.core:
        return None
    entry, key, blocked = _entry(mention, found)
    if mention.echo and (entry is None or not entry.named):
        return None
    reading = None
    if entry is not None:
        reading = _from_entry(mention, entry, key, evidence)
    else:
        narrowed = None if blocked else _narrowed(mention, mention.key, evidence)
        reading = narrowed or (None if blocked else _of_diameter(mention)) or _bore_only(mention)
    if reading is not None and "muzzleloader" in evidence and reading.basis != NAMED:
        bore = Bore(value=_inches(mention.core), unit="inch")
        reading = Reading(basis=BORE_ONLY, bore=bore)
    if reading is not None:
        reading.link = mention.link
        reading.repairs = [*mention.repairs, *reading.repairs]
        reading.designation = mention.core
    return reading


def _entry(mention: Mention, found: grammar.Field) -> tuple[Entry | None, str, bool]:
    """What number and words mean, the key found, and whether a name word bars the short match."""
    known = index()
    keys = _keys(mention)
    hard = frozenset(mention.hard)
    soft = frozenset(mention.soft)
    words = hard | soft | frozenset(mention.before) | (frozenset(found.kinds) - {"revolver", "carbine"})
    if words:
        for key in keys:
            hits = [(named, entry) for named, entry in known.entries.get(key, {}).items() if named and named <= words]
            if hits:
                longest = max(len(named) for named, _ in hits)
                best = [entry for named, entry in hits if len(named) == longest]
                entry = _union(best)
                explained = frozenset[str]().union(*(known.words_of.get(each, frozenset()) for each in entry.ids))
                used = frozenset[str]().union(*(named for named, _ in hits if len(named) == longest))
                if hard <= used | explained:
                    return entry, key, False
                wider = _wider(keys, hard)
                return (wider, key, False) if wider else (None, key, True)
    bare = _bare(mention, keys)
    gauge = bare is not None and all(each in _GAUGE_IDS for each in bare[0].ids)
    if hard and not gauge:
        if bare and len(bare[0].ids) == 1 and hard <= known.words_of.get(bare[0].ids[0], frozenset()):
            return bare[0], bare[1], False
        wider = _wider(keys, hard)
        return (wider, keys[0], False) if wider else (None, keys[0], True)
    wider = _wider(keys, soft) if soft else None
    if bare is None:
        return wider, keys[0], False
    if wider and len(mention.core) == 3 and not bare[0].named:
        return _union([wider, bare[0]]), bare[1], False  # .308 Marlin: the maker's cartridge, or the maker's rifle
    return bare[0], bare[1], False


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


def _bare(mention: Mention, keys: list[str]) -> tuple[Entry, str] | None:
    known = index()
    for key in keys:
        if key in known.entries and frozenset() in known.entries[key]:
            return known.entries[key][frozenset()], key
        if key in known.by_pair:
            ids = known.by_pair[key]
            said = frozenset(mention.soft)
            named = tuple(each for each in ids if said and said <= known.words_of[each])
            return Entry(named or ids, named=True), key
    return None


def _wider(keys: list[str], words: frozenset[str]) -> Entry | None:
    """The cartridges of this number whose names hold all these words, said short: ``300 Norma``."""
    if words <= _GENERIC:
        return None
    known = index()
    for key in keys:
        entries = known.entries.get(key, {})
        ids = dict.fromkeys(
            each for named, entry in entries.items() if words <= named and entry.named for each in entry.ids
        )
        if ids:
            return Entry(tuple(ids), named=True)
    return None


def _union(entries: list[Entry]) -> Entry:
    if len(entries) == 1:
        return entries[0]
    return Entry(tuple(dict.fromkeys(each for entry in entries for each in entry.ids)), named=True)


def _from_entry(mention: Mention, entry: Entry, key: str, evidence: list[str]) -> Reading:
    known = index()
    if entry.named:
        basis = NAMED if len(entry.ids) == 1 else OPEN
        return Reading(basis=basis, ids=entry.ids, bore=_bore(mention, entry.ids, key))
    airgun = entry.ids[0].startswith(("airgun", "airsoft"))
    if airgun != ("pellet" in evidence) and (airgun or not mention.core.startswith("9")):
        return _bore_only(mention) or Reading(basis=OPEN, ids=entry.ids)
    core = mention.core if not key.endswith("mm") else key
    narrowed = _narrowed(mention, core, evidence)
    if narrowed:
        return narrowed
    against = mention.unit == "mm" and core.isdigit()
    ids = tuple(dict.fromkeys((*entry.ids, *entry.others)))
    if against or (key == "40mm" and mention.dotted):
        more = ("40-sw",) if key == "40mm" else known.by_nominal.get(mention.core, ())
        return Reading(basis=OPEN, ids=(*entry.ids, *more), bore=_bore_mm(mention.core))
    basis = CONVENTION if entry.convention else OPEN
    named = (entry.convention,) if entry.convention else ids
    return Reading(basis=basis, ids=ids, convention=entry.convention, bore=_bore(mention, named, key))


def _narrowed(mention: Mention, core: str, evidence: list[str]) -> Reading | None:
    """What a kind or a named weapon leaves of a bare designation."""
    for each in evidence:
        entry = index().narrowed.get((each, core))
        if entry:
            basis = CONVENTION if entry.convention else OPEN
            bore = _bore(mention, entry.ids, core)
            return Reading(basis=basis, ids=entry.ids, convention=entry.convention, bore=bore)
    return None


def _of_diameter(mention: Mention) -> Reading | None:
    """A bare bullet diameter: all rifle cartridges of it; or all cartridges named by the number."""
    core = mention.core
    if not core.isdigit() or mention.unit not in ("", "caliber", "inch"):
        return None
    known = index()
    named = dict.fromkeys(
        each
        for key in (core, core + "caliber")
        for entry in known.entries.get(key, {}).values()
        if entry.named
        for each in entry.ids
    )
    if len(core) == 3 and (mention.unit == "caliber" or (mention.dotted and named)):
        inches = _inches(core)
        named.update(
            dict.fromkeys(
                row.id
                for row in cartridges.all()
                if row.bullet_in is not None
                and abs(row.bullet_in - inches) <= _CLASS
                and {"rifle", "mg"} & set(row.platforms)
            )
        )
    if len(named) < 2 and not (mention.dotted and len(core) == 3 and named):
        return None
    return Reading(basis=OPEN, ids=tuple(named), bore=Bore(value=_inches(core), unit="inch"))


def _bore_only(mention: Mention) -> Reading | None:
    known = index()
    core = mention.core.partition("x")[0]
    try:
        value = Decimal(core)
    except InvalidOperation:
        return None
    metric = mention.unit == "mm" or (not core.isdigit() and core in known.known.metric)
    if metric and 2 <= value <= 420:
        return Reading(basis=BORE_ONLY, bore=Bore(value=value, unit="mm"))
    known_number = mention.dotted or core in known.entries or not frozenset(mention.hard) <= _GENERIC
    if not metric and core.isdigit() and mention.hard and known_number and 2 <= len(core) <= 3:
        return Reading(basis=BORE_ONLY, bore=Bore(value=_inches(core), unit="inch"))
    return None


def _inches(core: str) -> Decimal:
    digits = core.partition("-")[0].partition(".")[0]
    digits = digits[:2] if len(digits) == 4 else digits
    return Decimal("0." + digits) if digits.isdigit() else Decimal(digits)


def _bore(mention: Mention, ids: tuple[str, ...], key: str) -> Bore | None:
    core = re.split("[x-]", mention.core)[0]
    compound = core.replace(".", "-") in index().known.compounds
    if ("." in core and not compound) or "x" in mention.core or key.endswith("mm"):
        return _bore_mm(core)
    rows = [row for each in ids if (row := cartridges.get(each))]
    gauges = [row for row in rows if row.id.endswith("-gauge")]
    if len(gauges) == len(rows) and core in GAUGES:
        return Bore(value=Decimal(core), unit="gauge")
    if gauges:
        return None
    if mention.core == "36":
        return Bore(value=Decimal("0.41"), unit="inch")
    metric = [row for row in rows if row.name.startswith((f"{core} mm", f"{core}x"))]
    if mention.unit == "mm" or len(metric) == len(rows):
        return _bore_mm(core)
    return None if metric else Bore(value=_inches(core), unit="inch")


def _bore_mm(core: str) -> Bore:
    return Bore(value=Decimal(core), unit="mm")


def _merged(readings: list[Reading]) -> list[Reading]:
    """Several readings that say the same thing twice become one."""
    out: list[Reading] = []
    for reading in readings:
        if not out:
            out.append(reading)
            continue
        joined = _joined(out[-1], reading)
        if joined is not None:
            out[-1] = joined
        elif reading.link == "slash" and out[-1].designation == reading.designation and len(out[-1].ids) > 1:
            out[-1].ids = tuple(each for each in out[-1].ids if each not in reading.ids)  # 22 / 22 mag
            out.append(reading)
        else:
            out.append(reading)
    distinct: dict[tuple[object, ...], Reading] = {}
    for reading in out:
        distinct.setdefault((reading.basis, reading.ids, reading.bore if not reading.ids else None), reading)
    return list(distinct.values())


def _joined(one: Reading, other: Reading) -> Reading | None:
    """The two as one if they can be of the same thing, else None."""
    if other.link == "list":
        return None
    repairs = [*one.repairs, *other.repairs]
    if other.link == "becomes":
        return evolve(one, basis=OPEN, ids=(*one.ids, *other.ids), convention="", bore=None, repairs=repairs)
    if other.link == "slash" and one.designation == other.designation:
        return None  # a number said twice with a slash between is two cartridges
    common = _common(_first(one), _first(other)) or _pair(one, other)
    if not common and other.link != "slash":
        common = _common(one.ids, other.ids)
    if common:
        basis = NAMED if len(common) == 1 else OPEN
        return evolve(one, basis=basis, ids=common, convention="", repairs=repairs)
    if not one.ids or not other.ids:
        first, second = (one, other) if one.ids else (other, one)
        if other.link == "paren" and "x" in second.designation and first.basis != NAMED:
            return evolve(second, repairs=repairs)  # a complete designation that the table lacks
        return evolve(first, repairs=repairs) if other.link in ("paren", "") and first.ids else None
    return None


def _first(reading: Reading) -> tuple[str, ...]:
    return (reading.convention,) if reading.convention else reading.ids


def _common(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(each for each in one if each in other)


def _pair(one: Reading, other: Reading) -> tuple[str, ...]:
    """The two members of a name pair of which each reading says one."""
    for each in _first(one):
        row = cartridges.get(each)
        for twin in row.name_pair if row else ():
            if twin in _first(other):
                return (each, twin)
    return ()
