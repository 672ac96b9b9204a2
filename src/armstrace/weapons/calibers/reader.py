"""From the text of a field to readings: what each mention says, and what several of them say together."""

from __future__ import annotations

import itertools
import re
from decimal import Decimal
from typing import TYPE_CHECKING

from armstrace import _normalize
from armstrace.weapons.calibers import grammar
from armstrace.weapons.calibers.bores import Bore
from armstrace.weapons.calibers.cartridges import Cartridge
from armstrace.weapons.calibers.index import index
from armstrace.weapons.calibers.meanings import BORE_ONLY, CONVENTION, NAMED, OPEN, Reading, reading
from armstrace.weapons.calibers.numbers import CHAMBERS
from armstrace.weapons.calibers.shapes import GAUGES, chambered
from armstrace.weapons.calibers.words import vocabulary

if TYPE_CHECKING:
    from armstrace.weapons.calibers.grammar import Mention

_DATE = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d\d)-\d\d(?:[ t]+00:00(?::00)?)?"
    r"|(?P<first>\d\d?)/(?P<second>\d\d?)/(?P<last>\d{4})"
    r"|(?P<day>\d\d?[-/ ])?(?P<name>[a-z]{3})[-/ ](?P<short>\d\d(?:\d\d)?)"
    r"|\d\d?[-/](?P<other>[a-z]{3})"
)
_MONTHS = {
    "jan": "1", "ene": "1", "feb": "2", "fev": "2", "mar": "3", "apr": "4", "abr": "4", "may": "5", "mai": "5",
    "jun": "6", "jul": "7", "aug": "8", "ago": "8", "sep": "9", "set": "9", "oct": "10", "out": "10", "nov": "11",
    "dec": "12", "dic": "12", "dez": "12",
}  # fmt: skip
_LISTED = frozenset(("list", "slash"))
_NUMERIC = frozenset(".,0123456789")
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[a-z]+")
_NOT_ALNUM = re.compile(r"[^a-z0-9]+")
_LARGEST_COUNT = 8
_LONGEST_NAME = 64


class Garbled(Exception):
    """A member of a list cannot be read, so that the list cannot."""


def read(text: str, kinds: tuple[str, ...]) -> list[Reading]:
    """The readings of a field, one for each caliber that it names.

    Raises:
        Garbled: A member of a list is a number that names nothing.
    """
    folded = text.lower() if text.isascii() else _without_foreign_digits(_normalize.fold(text))
    if folded[:1] == '"' == folded[-1:]:
        folded = folded[1:-1] or " "  # the quotes of a CSV file are no inch marks
    if not _DIGIT.search(folded) and vocabulary().numbers.keys().isdisjoint(_WORD.findall(folded)):
        return _nameless(folded)
    dated = _DATE.fullmatch(folded.strip()) if "-" in folded or "/" in folded else None
    if dated and (dated["name"] or dated["other"] or "jan") in _MONTHS:
        return _dated(dated)
    if folded[0] not in _NUMERIC or folded in index().nameless:
        alone = _nameless(folded)
        if alone:
            return alone
    found = grammar.read(folded, index().lexicon)
    mentions = found.mentions if len(found.mentions) == 1 and len(found.mentions[0].core) > 1 else _worth_reading(found)
    if not mentions:
        return _weapon_alone(found) if kinds else []
    evidence = (*found.weapons, *found.makers, *_said(found, mentions), *kinds)
    if len(mentions) == 1:
        only = reading(mentions[0], tuple(found.kinds), evidence)
        return [only] if only else []
    return _companions(mentions) or _merged(_all(mentions, found, evidence))


def _without_foreign_digits(folded: str) -> str:
    """The text with a question mark for digits and numerals of other scripts: unreadable, not guessed."""
    return "".join("?" if c.isnumeric() and not c.isascii() else c for c in folded)


def _nameless(folded: str) -> list[Reading]:
    """A round known by a name without a caliber: ``VOG-17``, ``Velodog``."""
    folded = folded.strip()
    nameless = index().nameless
    alone = nameless.get(folded if folded[:1].isdigit() else _NOT_ALNUM.sub("", folded[:_LONGEST_NAME]))
    return [Reading(NAMED, (alone,))] if alone else []


def _dated(match: re.Match[str]) -> list[Reading]:
    """A gauge and a chamber that a spreadsheet took for a month and a year."""
    year = match["year"] or match["last"] or match["short"] or ""
    numbers = {(match["first"] or "").lstrip("0"), (match["second"] or "").lstrip("0")} - {"", "1"}
    gauge = (match["month"] or "").lstrip("0") or _MONTHS.get(match["name"] or "", "") or "".join(numbers)
    century, chamber = year[:-2], year[-2:]
    if century not in ("", "19") or match["day"] or not chambered(gauge, chamber):
        return []
    bore = Bore(value=Decimal(gauge), unit="gauge")
    return [Reading(NAMED, (f"{gauge}-gauge",), bore=bore, repairs=("date read as gauge and chamber",))]


def _weapon_alone(found: grammar.Field) -> list[Reading]:
    """A weapon where the caliber of a weapon should stand."""
    for weapon in found.weapons:
        entry = index().narrowed.get((weapon, "*"))
        if entry:
            basis = CONVENTION if entry.convention else OPEN
            return [Reading(basis, entry.ids, entry.convention, repairs=("weapon named for a caliber",))]
    return []


def _said(found: grammar.Field, mentions: list[Mention]) -> list[str]:
    """The kinds in the text that are evidence: all for one caliber, else only one that goes for the whole list."""
    if len(mentions) > 1 and len(set(found.kinds)) > 1:
        return []
    return sorted(found.kinds, key=lambda kind: kind != "self_loading")


def _worth_reading(found: grammar.Field) -> list[Mention]:
    """The mentions without model numbers, counts, barrels and chambers."""
    kept: list[Mention] = []
    for mention in found.mentions:
        if _in_inches(mention, found) or not (_is_count(mention) or (kept and _is_length(mention, kept[-1]))):
            kept.append(mention)
    if len(kept) < 2 or not any(mention.strong for mention in kept):
        return kept
    links = [*(mention.link for mention in kept[1:]), ""]
    return [each for each, following in zip(kept, links, strict=True) if each.strong or each.link or following]


def _in_inches(mention: Mention, found: grammar.Field) -> bool:
    """Whether it is a launcher named in inches, such as the 3.5 inch rocket."""
    entries = index().entries.get(f"{mention.core}inch", {}) if mention.unit == "inch" else {}
    return any(words <= frozenset(found.kinds) for words in entries)


def _is_count(mention: Mention) -> bool:
    plain = mention.unit not in ("mm", "gauge") and not (mention.called or mention.dotted or mention.hard)
    return plain and mention.core.isdigit() and int(mention.core) <= _LARGEST_COUNT


def _is_length(mention: Mention, before: Mention) -> bool:
    """Whether it is the length of a barrel or a chamber."""
    if mention.unit == "inch" and not mention.dotted:
        return True
    shotgun = before.unit == "gauge" or (before.core in GAUGES and not before.dotted)
    return shotgun and mention.unit == "mm" and mention.core in CHAMBERS


def _companions(mentions: list[Mention]) -> list[Reading]:
    """Two designations that settle each other: ``357/38``, ``45/410``, ``5.5 (.22)``."""
    if len(mentions) != 2 or mentions[1].link == "list":
        return []
    found = index().companions.get(frozenset((each.core, frozenset((*each.hard, *each.soft))) for each in mentions))
    if found is None:
        return []
    entries, bore = found
    if bore is not None:
        return [Reading(BORE_ONLY, bore=Bore(value=bore, unit="mm"))]
    if not mentions[1].link:
        return []
    bores = [each.bore for mention in mentions if (each := reading(mention, (), ())) and each.core]
    by_core = dict(zip([mention.core for mention in mentions], bores, strict=False))
    return [Reading(NAMED, entry.ids, bore=by_core.get(entry.ids[0].partition("-")[0])) for entry in entries]


def _all(mentions: list[Mention], found: grammar.Field, evidence: tuple[str, ...]) -> list[Reading]:
    readings: list[Reading] = []
    handed: tuple[str, ...] = ()
    for mention, following in itertools.zip_longest(mentions, mentions[1:]):
        one = reading(mention._replace(soft=(*mention.soft, *handed)), tuple(found.kinds), evidence)
        handed = ()
        if one is not None:
            readings.append(one)
        elif following is not None and following.link == "paren":
            handed = (*mention.hard, *mention.soft)  # the words go for the number in parentheses
        elif not mention.echo and _LISTED & {mention.link, following.link if following else ""}:
            raise Garbled
    return readings


def _merged(readings: list[Reading]) -> list[Reading]:
    """The readings, with those as one that say the same thing twice."""
    out: list[Reading] = []
    for each in readings:
        joined = _joined(out[-1], each) if out else None
        if joined is not None:
            out[-1] = joined
            continue
        if out and each.link == "slash" and out[-1].core == each.core:
            rest = tuple(other for other in out[-1].ids if other not in each.ids)
            out[-1] = out[-1]._replace(ids=rest or out[-1].ids)  # 22 / 22 mag: a .22 that is no magnum, and one
        out.append(each)
    distinct: dict[tuple[object, ...], Reading] = {}
    for each in out:
        distinct.setdefault((each.basis, each.ids, each.bore if not each.ids else None), each)
    return list(distinct.values())


def _joined(one: Reading, other: Reading) -> Reading | None:
    """The two as one if they can be of the same thing, else None."""
    repairs = (*one.repairs, *other.repairs)
    if other.link == "becomes" and (one.ids or other.ids):
        return one._replace(basis=OPEN, ids=(*one.ids, *other.ids), convention="", bore=None, repairs=repairs)
    if other.link == "list" or (other.link == "slash" and one.core == other.core):
        return None  # a number said twice with a slash between is two cartridges
    common = _common(one.first, other.first) or _pair(one, other)
    if not common and other.link != "slash":
        common = _common(one.ids, other.ids)
    if common:
        return one._replace(basis=NAMED if len(common) == 1 else OPEN, ids=common, convention="", repairs=repairs)
    return None if one.ids and other.ids else _with_bore(one, other, repairs)


def _with_bore(one: Reading, other: Reading, repairs: tuple[str, ...]) -> Reading | None:
    """A reading together with one that says a bore only."""
    first, second = (one, other) if one.ids else (other, one)
    if other.link == "paren" and "x" in second.core and first.basis is not NAMED:
        return second._replace(repairs=repairs)  # a complete designation that the table lacks
    return first._replace(repairs=repairs) if first.ids and other.link != "slash" else None


def _common(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(each for each in one if each in other)


def _pair(one: Reading, other: Reading) -> tuple[str, ...]:
    """The two members of a name pair of which each reading says one."""
    for each in one.first:
        row = Cartridge.get(each)
        for twin in row.name_pair if row else ():
            if twin in other.first:
                return (each, twin)
    return ()
