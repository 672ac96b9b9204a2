"""The reader of caliber fields: a reading for each mention, and for several mentions together."""

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
    """The signal that a member of a list cannot be read, so that the whole list is not read."""


def read(text: str, kinds: tuple[str, ...]) -> list[Reading]:
    """The readings of a field, one for each caliber that it names; empty if it names none.

    The *kinds* of weapon that the record states are evidence.

    Raises:
        Garbled: A member of a list is a number that names nothing.
    """
    plain = text.lower() if text.isascii() else _without_foreign_digits(_normalize.casefold(text))
    if plain[:1] == '"' == plain[-1:]:
        plain = plain[1:-1] or " "  # the quotes of a CSV file are no inch marks
    if not _DIGIT.search(plain) and vocabulary().numbers.keys().isdisjoint(_WORD.findall(plain)):
        return _nameless(plain)
    date = _DATE.fullmatch(plain.strip()) if "-" in plain or "/" in plain else None
    if date and (date["name"] or date["other"] or "jan") in _MONTHS:
        return _dated(date)
    named = _nameless(plain) if plain[0] not in _NUMERIC or plain in index().nameless else []
    return named or _of_field(grammar.read(plain, index().lexicon), kinds)


def _of_field(found: grammar.Field, kinds: tuple[str, ...]) -> list[Reading]:
    """The readings of the mentions in *found*, or of a weapon named in place of a caliber; empty if there is neither.

    A weapon in place of a caliber counts only if the *kinds* of weapon are known.
    """
    mentions = found.mentions if len(found.mentions) == 1 and len(found.mentions[0].core) > 1 else _worth_reading(found)
    if not mentions:
        return _weapon_alone(found) if kinds else []
    evidence = (*found.weapons, *found.makers, *_kinds_named(found, mentions), *kinds)
    if len(mentions) == 1:
        only = reading(mentions[0], tuple(found.kinds), evidence)
        return [only] if only else []
    return _companions(mentions) or _merged(_all(mentions, found, evidence))


def _without_foreign_digits(plain: str) -> str:
    """The text with a question mark for every digit of another script, which is unreadable and never guessed."""
    return "".join("?" if c.isnumeric() and not c.isascii() else c for c in plain)


def _nameless(plain: str) -> list[Reading]:
    """The reading of a round known by a name without a caliber, such as ``VOG-17``; empty for any other text."""
    plain = plain.strip()
    cartridge = index().nameless.get(plain if plain[:1].isdigit() else _NOT_ALNUM.sub("", plain[:_LONGEST_NAME]))
    return [Reading(NAMED, (cartridge,))] if cartridge else []


def _dated(match: re.Match[str]) -> list[Reading]:
    """The reading of a date that a spreadsheet made of gauge and chamber, as ``dic-70`` of 12/70; else empty."""
    year = match["year"] or match["last"] or match["short"] or ""
    numbers = {(match["first"] or "").lstrip("0"), (match["second"] or "").lstrip("0")} - {"", "1"}
    gauge = (match["month"] or "").lstrip("0") or _MONTHS.get(match["name"] or "", "") or "".join(numbers)
    century, chamber = year[:-2], year[-2:]
    if century not in ("", "19") or match["day"] or not chambered(gauge, chamber):
        return []
    bore = Bore(value=Decimal(gauge), unit="gauge")
    return [Reading(NAMED, (f"{gauge}-gauge",), bore=bore, repairs=("date read as gauge and chamber",))]


def _weapon_alone(found: grammar.Field) -> list[Reading]:
    """The reading of the first weapon in *found* that shows its caliber; empty if no weapon does."""
    for weapon in found.weapons:
        entry = index().narrowed.get((weapon, "*"))
        if entry:
            basis = CONVENTION if entry.convention else OPEN
            return [Reading(basis, entry.ids, entry.convention, repairs=("weapon named for a caliber",))]
    return []


def _kinds_named(found: grammar.Field, mentions: list[Mention]) -> list[str]:
    """The kinds in the text that are evidence; empty where several kinds stand beside several calibers."""
    if len(mentions) > 1 and len(set(found.kinds)) > 1:
        return []
    return sorted(found.kinds, key=lambda kind: kind != "self_loading")


def _worth_reading(found: grammar.Field) -> list[Mention]:
    """The mentions in *found* that may be calibers: no model numbers, counts, barrel or chamber lengths."""
    kept: list[Mention] = []
    for mention in found.mentions:
        if _in_inches(mention, found) or not (_is_count(mention) or (kept and _is_length(mention, kept[-1]))):
            kept.append(mention)
    if len(kept) < 2 or not any(mention.strong for mention in kept):
        return kept
    links = [*(mention.link for mention in kept[1:]), ""]
    return [each for each, following in zip(kept, links, strict=True) if each.strong or each.link or following]


def _in_inches(mention: Mention, found: grammar.Field) -> bool:
    """True if the inches of the mention name a launcher, such as the 3.5 inch rocket launcher."""
    entries = index().entries.get(f"{mention.core}inch", {}) if mention.unit == "inch" else {}
    return any(words <= frozenset(found.kinds) for words in entries)


def _is_count(mention: Mention) -> bool:
    plain = mention.unit not in ("mm", "gauge") and not (mention.called or mention.dotted or mention.hard)
    return plain and mention.core.isdigit() and int(mention.core) <= _LARGEST_COUNT


def _is_length(mention: Mention, before: Mention) -> bool:
    """True if the mention is the length of a barrel, or of a chamber, where the mention *before* is a gauge."""
    if mention.unit == "inch" and not mention.dotted:
        return True
    shotgun = before.unit == "gauge" or (before.core in GAUGES and not before.dotted)
    return shotgun and mention.unit == "mm" and mention.core in CHAMBERS


def _companions(mentions: list[Mention]) -> list[Reading]:
    """The readings of two designations that settle each other: ``357/38``, ``5.5 (.22)``; empty if they do not."""
    if len(mentions) != 2 or mentions[1].link == "list":
        return []
    key = frozenset((mention.core, frozenset((*mention.hard, *mention.soft))) for mention in mentions)
    entries, bore = index().companions.get(key, ((), None))
    if bore is not None:
        return [Reading(BORE_ONLY, bore=Bore(value=bore, unit="mm"))]
    if not entries or not mentions[1].link:
        return []
    bores = [found.bore for mention in mentions if (found := reading(mention, (), ())) and found.core]
    by_core = dict(zip([mention.core for mention in mentions], bores, strict=False))
    return [Reading(NAMED, entry.ids, bore=by_core.get(entry.ids[0].partition("-")[0])) for entry in entries]


def _all(mentions: list[Mention], found: grammar.Field, evidence: tuple[str, ...]) -> list[Reading]:
    readings: list[Reading] = []
    inherited: tuple[str, ...] = ()
    for mention, following in itertools.zip_longest(mentions, mentions[1:]):
        each = reading(mention._replace(soft=(*mention.soft, *inherited)), tuple(found.kinds), evidence)
        inherited = ()
        if each is not None:
            readings.append(each)
        elif following is not None and following.link == "paren":
            inherited = (*mention.hard, *mention.soft)  # the words go for the number in parentheses
        elif not mention.echo and _LISTED & {mention.link, following.link if following else ""}:
            raise Garbled
    return readings


def _merged(readings: list[Reading]) -> list[Reading]:
    """The readings, where neighbors that mean the same thing are joined and repetitions dropped."""
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


def _joined(left: Reading, right: Reading) -> Reading | None:
    """The reading of two neighbors together, as of ``.308 (7.62x51)``; None if they name two calibers."""
    repairs = (*left.repairs, *right.repairs)
    if right.link == "becomes" and (left.ids or right.ids):
        return left._replace(basis=OPEN, ids=(*left.ids, *right.ids), convention="", bore=None, repairs=repairs)
    if right.link == "list" or (right.link == "slash" and left.core == right.core):
        return None  # a number written twice with a slash between is two cartridges
    common = _common(left.first, right.first) or _pair(left, right)
    if not common and right.link != "slash":
        common = _common(left.ids, right.ids)
    if common:
        return left._replace(basis=NAMED if len(common) == 1 else OPEN, ids=common, convention="", repairs=repairs)
    return None if left.ids and right.ids else _with_bore(left, right, repairs)


def _with_bore(left: Reading, right: Reading, repairs: tuple[str, ...]) -> Reading | None:
    """The reading of two neighbors together, if at most one of them names cartridges; None if they are two calibers.

    The *repairs* are those of both.
    """
    first, second = (left, right) if left.ids else (right, left)
    if right.link == "paren" and "x" in second.core and first.basis is not NAMED:
        return second._replace(repairs=repairs)  # a complete designation that the table lacks
    return first._replace(repairs=repairs) if first.ids and right.link != "slash" else None


def _common(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(each for each in left if each in right)


def _pair(left: Reading, right: Reading) -> tuple[str, ...]:
    """The ids of a name pair, such as .223 and 5.56 mm, of which *left* has one and *right* the other; else empty."""
    for each in left.first:
        row = Cartridge.get(each)
        for twin in row.name_pair if row else ():
            if twin in right.first:
                return (each, twin)
    return ()
