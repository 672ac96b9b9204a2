"""Numbers of a caliber field that count or measure something, and so are no calibers."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from armstrace.weapons import quantities
from armstrace.weapons.calibers import grammar
from armstrace.weapons.calibers.index import index
from armstrace.weapons.calibers.shapes import chambered
from armstrace.weapons.calibers.words import understand, vocabulary
from armstrace.weapons.quantities import QuantityMeasure
from armstrace.weapons.quantities.vocabulary import vocabulary as quantity_words

if TYPE_CHECKING:
    from armstrace.weapons.calibers.grammar import Mention
    from armstrace.weapons.quantities.quantity import Quantity

_WORD = re.compile(r"[a-z]+")
_SIGN = re.compile(
    r"""["$%#§€£:]|''|\bno\.? ?\d|\d ?[ap]\.? m\b|\+1(?!\d)"""  # inches, money, references
    r"|\d(?:st|nd|rd|th|o|a)\b|(?:\d[ ()+-]*){7}|\d[-/.]\d\d?[-/.]\d{4}"  # ordinals, telephone numbers, dates
)
_OPTIC = re.compile(r"(\d\d?) ?x(?: ?(2[0-8]|3[02-6]|4[0245]|5[026]|60)(?![\d.])|(?!\w| ?\d))")
_COMPOUND = re.compile(r"(?<!\d)(\d{2,3})[-/](\d{2,3})(?!\d)")
_DIGIT = re.compile(r"\d")
_NAMING = frozenset(("name", "near", "code", "maker"))
_GAUGES = frozenset(("12", "16", "20", "24", "28", "32", "36"))
_LONGEST_WORD = 24
_UNCLEAR = frozenset(("no", "de", "in", "bore"))


def without_quantities(plain: str) -> tuple[str, tuple[Quantity, ...]]:
    """The casefolded text with blanks for what counts or measures something, and these quantities.

    Of a count only the number is blank: what is counted is evidence of the weapon.
    """
    marked = _SIGN.search(plain) or ("x" in plain and _may_be_optic(plain))
    if not marked and _tell_tales().isdisjoint(_WORD.findall(plain)):
        return plain, ()
    named = {at for span in _compounds(plain) for at in range(*span)}
    found = [
        quantity for quantity in quantities.find(plain) if not (quantity.start in named or _is_caliber(plain, quantity))
    ]
    certain = tuple(quantity for quantity in found if not _may_be_bore(quantity))
    bare = _blanked(plain, certain)
    if len(certain) < len(found):
        alone = _blanked(bare, tuple(found))
        if _DIGIT.search(alone):
            return alone, tuple(found)
    return bare, certain


def _compounds(plain: str) -> list[tuple[int, int]]:
    """Start and end of the names of two numbers (``38-40``, ``28/70``), where a quote behind is no inch mark."""
    known = index().lexicon.known.compounds
    return [
        match.span()
        for match in _COMPOUND.finditer(plain)
        if f"{match[1]}-{match[2]}" in known or ("/" in match[0] and chambered(match[1], match[2]))
    ]


def _may_be_optic(plain: str) -> bool:
    """True if a power and a lens stand in the text that are no bore and case of the table."""
    pairs = index().lexicon.known.pairs
    return any(f"{match[1]}x{match[2]}" not in pairs for match in _OPTIC.finditer(plain))


@functools.cache
def _tell_tales() -> frozenset[str]:
    """The words that mark a number as a quantity."""
    known = quantity_words()
    plurals = (form for form, noun in known.nouns.items() if noun.plural)
    units = (form for form, unit in known.units.items() if unit.unit != "mm")
    # a length or a magazine is told by its unit; what else has a measure may have one in millimeters
    owners = (form for form, of in known.owners.items() if of not in ("length", "magazine"))
    words = (*plurals, *units, *known.before, *known.labels, *owners, *known.months, *known.short_months)
    heads = (*known.unit_phrases, *known.label_phrases, *known.owner_phrases)
    short = {form for form in (*words, *heads) if len(form) == 1}
    return frozenset((*words, *heads, "un", "una", "uno", "um", "uma", "one")) - _UNCLEAR - short


def _blanked(plain: str, found: tuple[Quantity, ...]) -> str:
    parts: list[str] = []
    last = 0
    for quantity in found:
        parts += [plain[last : quantity.start], " " * (quantity.end - quantity.start)]
        last = quantity.end
    return "".join((*parts, plain[last:]))


def _may_be_bore(quantity: Quantity) -> bool:
    """True for a length in millimeters that may be a bore: it is one if the field has no other number."""
    return quantity.measure is QuantityMeasure.LENGTH and not quantity.sure


def _is_caliber(plain: str, quantity: Quantity) -> bool:
    """True if what looks like a quantity is the name of a cartridge, a gauge and chamber, or a launcher's bore."""
    measure = quantity.measure
    text = plain[quantity.start : quantity.end]
    if measure is QuantityMeasure.OPTIC:
        return not quantity.sure and _is_case(text, plain[quantity.end : quantity.end + _LONGEST_WORD])
    if measure is QuantityMeasure.PHONE:
        return text in index().lexicon.known.compounds
    if measure is QuantityMeasure.COUNT:
        return not quantity.sure and quantity.noun is not None and _is_name(plain[quantity.start : quantity.noun[1]])
    if quantity.unit == "inch" and not quantity.of:
        named = index().entries.get(f"{quantity.value}inch", {})
        kinds = {word.canonical for word in map(understand, _WORD.findall(plain)) if word.role == "kind"}
        return any(words <= kinds for words in named)
    return quantity.unit != "" and _is_name(text, whole=True)


def _is_case(text: str, behind: str) -> bool:
    """True if *text* is a cartridge of the table or a gauge and its chamber, or if a name follows: ``9x56 MS``."""
    pair = text.replace(" ", "").removesuffix("mm")
    if pair in index().lexicon.known.pairs:
        return True
    gauge, _, length = pair.partition("x")
    following = _WORD.match(behind.lstrip())
    named = following is not None and understand(following[0]).role in _NAMING
    return named or (gauge in _GAUGES and chambered(gauge, length))


def _is_name(text: str, *, whole: bool = False) -> bool:
    """True if a number and the words behind it name a cartridge by more than its maker: ``45 ACP``, not ``45 Colt``.

    Where the cartridge must be in the table, *whole* is true.
    """
    mentions = grammar.read(text, index().lexicon).mentions
    mention: Mention | None = mentions[0] if mentions else None
    if mention is None:
        return False
    words = frozenset((*mention.hard, *mention.soft))
    named = [each for each in index().entries.get(mention.core, {}) if each and each <= words]
    return (bool(mention.hard) and not whole) or any(not each <= vocabulary().brands for each in named)
