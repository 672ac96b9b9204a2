"""The reader of caliber fields: a reading for each mention, and for several mentions together."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from armstrace import _normalize
from armstrace.weapons.calibers import grammar
from armstrace.weapons.calibers.bare_numbers import supported
from armstrace.weapons.calibers.bores import Bore
from armstrace.weapons.calibers.damage import repaired
from armstrace.weapons.calibers.index import index
from armstrace.weapons.calibers.joining import companions, merged, readings_of
from armstrace.weapons.calibers.meanings import CONVENTION, NAMED, OPEN, Reading, reading
from armstrace.weapons.calibers.numbers import CHAMBERS
from armstrace.weapons.calibers.quantified import without_quantities
from armstrace.weapons.calibers.shapes import GAUGES, chambered
from armstrace.weapons.calibers.words import vocabulary

if TYPE_CHECKING:
    from armstrace.weapons.calibers.grammar import Mention
    from armstrace.weapons.quantities.quantity import Quantity

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
_NUMERIC = frozenset(".,0123456789")
_ORDINAL = re.compile(r"(?<=\d)[ºª]")  # tidied, 38º would be 38o, and that 380
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[a-z]+")
_NOT_ALNUM = re.compile(r"[^a-z0-9]+")
_LARGEST_COUNT = 8
_LONGEST_NAME = 64


class Result(NamedTuple):
    """The readings of a field, and what they were taken from.

    Attributes:
        readings: A reading for each caliber that it names.
        field: The tokens and mentions; None where the text as a whole is a name or a date.
        quantities: The numbers that count or measure something.
        plain: The casefolded text, with blanks for the quantities.
        text: The tidied text, in which places are counted; as long as *plain*.
    """

    readings: list[Reading]
    field: grammar.Field | None
    quantities: tuple[Quantity, ...]
    plain: str
    text: str


def read(text: str, kinds: tuple[str, ...]) -> Result:
    """The readings of a field, one for each caliber that it names; none if it names none.

    The *kinds* of weapon that the record states are evidence.

    Raises:
        Garbled: A member of a list is a number that names nothing.
    """
    text = text if text.isascii() else _normalize.tidy(_ORDINAL.sub("°", text))
    plain = _folded(text)
    if not _DIGIT.search(plain) and vocabulary().numbers.keys().isdisjoint(_WORD.findall(plain)):
        return Result(_nameless(plain), None, (), plain, text)
    date = _DATE.fullmatch(plain.strip()) if "-" in plain or "/" in plain else None
    if date and (date["name"] or date["other"] or "jan") in _MONTHS:
        return Result(_dated(date), None, (), plain, text)
    named = _nameless(plain) if plain[0] not in _NUMERIC or plain in index().nameless else []
    if named:
        return Result(named, None, (), plain, text)
    mended, repairs = repaired(plain, index().lexicon.known)
    bare, quantities = without_quantities(mended)
    found = grammar.read(bare, index().lexicon)
    readings = _of_field(found, kinds, quantities)
    if repairs:
        readings = [each._replace(repairs=(*repairs, *each.repairs)) for each in readings]
    return Result(readings, found, quantities, bare, text)


def _folded(text: str) -> str:
    """The tidied text in lower case and without accents, as long as it was; the quotes of a CSV file are blank."""
    plain = text.lower() if text.isascii() else _without_foreign_digits(_same_length(text))
    if len(plain) > 1 and plain[0] == '"' == plain[-1]:
        return f" {plain[1:-1]} "
    return plain


def _same_length(text: str) -> str:
    """The casefolded text, letter by letter where it would become longer or shorter."""
    plain = _normalize.casefold(text)
    return plain if len(plain) == len(text) else "".join((_normalize.casefold(c) or " ")[0] for c in text)


def _of_field(found: grammar.Field, kinds: tuple[str, ...], quantities: tuple[Quantity, ...]) -> list[Reading]:
    """The readings of the mentions in *found*, or of a weapon named in place of a caliber; empty if there is neither.

    A weapon in place of a caliber counts only if the *kinds* of weapon are known.
    """
    mentions = found.mentions if len(found.mentions) == 1 and len(found.mentions[0].core) > 1 else _worth_reading(found)
    mentions = supported([mention for mention in mentions if not _is_model(mention)], found, quantities)
    if not mentions:
        return _weapon_alone(found) if kinds else []
    evidence = (*found.weapons, *found.makers, *_kinds_named(found, mentions), *kinds)
    if len(mentions) == 1:
        only = reading(mentions[0], tuple(found.kinds), evidence)
        return [only] if only else []
    return companions(mentions) or merged(readings_of(mentions, found, evidence))


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


def _is_model(mention: Mention) -> bool:
    """True if a bare number right behind a maker of weapons is that of a model: ``Glock 45``, ``S&W 500``.

    It is a caliber if the number and the maker make the name of a cartridge, as ``Colt 45`` does; but a round number of
    three digits is more often that of a model.
    """
    if not mention.brand or mention.strong:
        return False
    named = frozenset((mention.brand,)) in index().entries.get(mention.core, {})
    return not named or (len(mention.core) == 3 and mention.core.endswith("0"))


def _is_count(mention: Mention) -> bool:
    plain = mention.unit not in ("mm", "gauge") and not (mention.called or mention.dotted or mention.hard)
    return plain and mention.core.isdigit() and int(mention.core) <= _LARGEST_COUNT


def _is_length(mention: Mention, before: Mention) -> bool:
    """True if the mention is the length of a barrel, or of a chamber, where the mention *before* is a gauge."""
    if mention.unit == "inch" and not mention.dotted:
        return True
    shotgun = before.unit == "gauge" or (before.core in GAUGES and not before.dotted)
    return shotgun and mention.unit == "mm" and mention.core in CHAMBERS
