"""Numbers made of several tokens: a bore and a case, a gauge and a chamber, a compound name, number words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from armstrace.weapons.calibers import numbers
from armstrace.weapons.calibers.numbers import CHAMBERS, Number
from armstrace.weapons.calibers.tokens import Token
from armstrace.weapons.calibers.words import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from armstrace.weapons.calibers.numbers import Known
    from armstrace.weapons.calibers.tokens import Lexicon

GAUGES = frozenset(("4", "8", "10", "12", "14", "16", "20", "24", "28", "32", "36", "410"))
IN_WORDS = "number in words"
_FEW_CHAMBERS = {"4": frozenset(("82", "101", "102")), "8": frozenset(("82", "83", "100")), "36": CHAMBERS - {"89"}}
_FRACTIONS = frozenset((a, b) for b in ("2", "4", "8", "16") for a in ("1", "3", "5", "7", "9", "11", "13", "15"))
_JOINED_BY = frozenset(("e", "y", "and", "-"))
_MOST_GROUPS = 6


def chambered(gauge: str, length: str) -> bool:
    """True if shells of this gauge are made for this chamber length in mm: ``12`` and ``70``.

    The lengths are those of the C.I.P. lists, and lengths seen in records.
    """
    return gauge in GAUGES and length in _FEW_CHAMBERS.get(gauge, CHAMBERS)


def shaped(found: list[Token], lexicon: Lexicon) -> list[Token]:
    """The tokens, where number words and numbers of several parts, such as ``7.62 x 39``, are one token each."""
    roles = [token.role for token in found]
    if "numeral" in roles:
        found = _with_number_words(found, lexicon.known)
        roles = [token.role for token in found]
    return _with_shapes(found, lexicon) if roles.count("number") > 1 else found


def _with_number_words(found: list[Token], known: Known) -> list[Token]:
    out: list[Token] = []
    at = 0
    while at < len(found):
        groups, end = _number_groups(found, at)
        if not groups:
            out.append(found[at])
            end = at + 1
        width = sum(each.width for each in found[at:end])
        if groups and out and out[-1].role == "point":
            width += out.pop().width
        for core in _joined(groups, known):
            out.append(Token(core, "number", number=Number(core, core, repair=IN_WORDS), width=width))
            width = 0
        at = end
    return out


def _number_groups(found: list[Token], at: int) -> tuple[list[int | str], int]:
    """The numbers in words from index *at* on, as ``[7, ".", 62]``, and the index after them; perhaps no number."""
    values = vocabulary().numbers
    groups: list[int | str] = []
    limit = 0
    while at < len(found) and len(groups) < _MOST_GROUPS and found[at].role == "numeral":
        value = values[found[at].text]
        if groups and isinstance(groups[-1], int) and value < limit:
            groups[-1] += value
        else:
            groups.append(value)
        limit = 100 if value >= 100 else 10 if value >= 20 else 0
        at += 1
        if at + 1 < len(found) and found[at + 1].role == "numeral":
            if found[at].text in _JOINED_BY and values[found[at + 1].text] < limit:
                at += 1
            elif found[at].role == "point":
                groups.append(".")
                limit = 0
                at += 1
    return groups, at


def _joined(groups: list[int | str], known: Known) -> Iterator[str]:
    """The numbers that *groups* of number words spell: ``7.62`` for seven, sixty-two; ``357`` for three, fifty-seven.

    Groups are taken together if a point stands between or a *known* number results, and stand alone otherwise.
    """
    spelled = "".join(map(str, groups))
    if len(groups) > 2 and spelled.isdigit() and len(spelled) == len(groups):
        yield numbers.read(spelled, known)[0].core  # three five seven
        return
    at = 0
    while at < len(groups):
        first = str(groups[at])
        point = groups[at + 1 : at + 2] == ["."]
        second = str(groups[at + 1 + point]) if at + 1 + point < len(groups) else ""
        at += 2 + point
        if second and (point or f"{first}.{second}" in known.metric):
            yield f"{first}.{second}"
        elif second and first + second in known.bare:
            yield first + second
        elif second and f"{first}-{second}" in known.compounds:
            yield f"{first}-{second}"
        else:
            yield first
            at -= 1 + point


def _with_shapes(found: list[Token], lexicon: Lexicon) -> list[Token]:
    out: list[Token] = []
    at = 0
    while at < len(found):
        token = found[at]
        shape = _shape(found, at, lexicon) if token.number and token.number.core else None
        if shape is not None:
            token = shape[0]._replace(width=sum(each.width for each in found[at : shape[1]]))
        out.append(token)
        at = shape[1] if shape else at + 1
    return out


def _shape(found: list[Token], at: int, lexicon: Lexicon) -> tuple[Token, int] | None:
    """The token of the number at *at* and the next number (``7.62 x 39``), and the index after; None if it is alone."""
    first = found[at]
    middle = at + 1
    if middle < len(found) and found[middle].canonical == "mm":
        middle += 1
    if middle >= len(found):
        return None
    between = found[middle]
    times = between.text == "*" or between.role == "times"
    sign = "" if between.number else between.text
    last = middle + (times or sign in ("-", "/", ".", ":"))
    second = found[last].number if last < len(found) else None
    if first.number is None or second is None or not second.digits:
        return None
    whole = Token(f"{first.text} {found[last].text}", "number", glued=first.glued)
    if times:
        if _is_third(found, last + 1):
            return whole._replace(role="model"), last + 3  # 3 x 9 x 40 is an optic
        pair = _pair(first.number, second, lexicon)
        return (whole._replace(number=pair[0], unit=pair[1]), last + 1) if pair else None
    glued = sign != "" and between.glued and found[last].glued
    return _compound(whole, (first.number, sign, second), glued=glued, end=last + 1, lexicon=lexicon)


def _is_third(found: list[Token], at: int) -> bool:
    at += at < len(found) and found[at].canonical == "mm"
    return at + 1 < len(found) and found[at].role == "times" and found[at + 1].number is not None


def _pair(first: Number, second: Number, lexicon: Lexicon) -> tuple[Number, str] | None:
    """The number of bore and case, or of gauge and chamber, and its unit; None for two names (``223 x 5.56``)."""
    case = second.core if "." in second.core and "." in second.digits else second.digits.lstrip("0")
    core = f"{first.core}x{case}"
    if core not in lexicon.known.pairs:
        for at in (1, 2) if first.core.isdigit() else ():
            lost = f"{first.core[:at]}.{first.core[at:]}x{case}"
            if lost in lexicon.known.pairs:
                return Number(lost, lost, repair="point restored"), "mm"
        if chambered(first.core, case):
            return first._replace(dotted=False), "gauge"
        if "." in second.core and second.core in lexicon.known.metric and lexicon.designates(first):
            return None  # 223 x 5.56: two names
    return Number(core, core, repair=first.repair), "mm"


def _compound(
    whole: Token, parts: tuple[Number, str, Number], *, glued: bool, end: int, lexicon: Lexicon
) -> tuple[Token, int] | None:
    first, sign, second = parts
    known = lexicon.known
    named = vocabulary().words.get(f"{first.digits}{sign}{second.digits}")
    if named is not None:
        return whole._replace(role=named.role, canonical=named.canonical), end
    if sign == "/" and chambered(first.core, second.core):
        return whole._replace(number=first._replace(dotted=False), unit="gauge"), end
    metric = f"{first.core}x{second.digits}"
    number = _decimal(first.digits, sign, second, known)
    if number is None and "." in first.core and metric in known.pairs and sign in ("", "-", "/"):
        repaired = Number(metric, metric, repair="multiplication sign restored")
        return whole._replace(number=repaired, unit="mm"), end
    name = f"{first.digits}-{second.digits}"
    if number is None and (name in known.compounds or (glued and _is_unlisted(first, sign, second, lexicon))):
        number = Number(name, name, dotted=first.dotted)
    if number is not None:
        return whole._replace(number=number), end
    if sign == "/" and (first.core.rpartition(".")[2], second.core) in _FRACTIONS:
        return whole._replace(role="load"), end
    return None


def _decimal(whole: str, sign: str, second: Number, known: Known) -> Number | None:
    """The metric bore whose point was lost between *whole* and *second*, as 7.65 in ``7 65``; None if there is none.

    The *sign* stands between the two groups of digits; it is empty for a space.
    """
    decimal = f"{whole}.{second.digits}"
    lost = decimal in known.metric and len(whole) == 1 and len(second.digits) == 2 and not second.dotted
    return Number(decimal, decimal, repair="point restored") if lost and sign in ("", ":") else None


def _is_unlisted(first: Number, sign: str, second: Number, lexicon: Lexicon) -> bool:
    """True if two numbers with *sign* between look like a name that the table lacks: ``45-75``, ``450/400``."""
    if sign not in ("-", "/") or not (first.digits.isdigit() and second.digits.isdigit()):
        return False
    shortest = min(len(first.digits), len(second.digits))
    both = lexicon.designates(first) and lexicon.designates(second) and first.core != second.core
    return shortest >= (2 if sign == "-" else 3) and not both
