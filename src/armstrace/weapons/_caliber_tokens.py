"""The tokens of a caliber field, with what belongs together put together.

Phrases become one word, number words a number, ``7.62 x 39`` and ``30/06`` one number, ``12/70`` a gauge, ``AK-47`` a
model. Each token is looked at a bounded number of times, so that time is linear in the length of the text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from armstrace.weapons import _caliber_numbers as numbers
from armstrace.weapons._caliber_numbers import CHAMBERS, Number
from armstrace.weapons._caliber_words import UNKNOWN, Word, understand, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from armstrace.weapons._caliber_numbers import Known

_TOKEN = re.compile(r"([.,]*\d[\d.,]*)|([a-z]+(?:[&'][a-z]+)*)|([^\w\s])\3*|\S")
_MARKUP = re.compile(r"&amp;|§")
_AMPERSAND = re.compile(r"(?<![a-z])([a-z])\.? ?& ?(?=[a-z])")
_EXPONENT = re.compile(r"\d[\d.,]*e[+-]\d+")
_INITIALS = re.compile(r"(?<![a-z])([a-z])[./] ?(?=[a-df-np-xz]\b)")  # e, y, o join two words

GAUGES = frozenset(("4", "8", "10", "12", "14", "16", "20", "24", "28", "32", "36", "410"))
_FEW_CHAMBERS = {"4": frozenset(("82", "101", "102")), "8": frozenset(("82", "83", "100")), "36": CHAMBERS - {"89"}}
_FRACTIONS = frozenset((a, b) for b in ("2", "4", "8", "16") for a in ("1", "3", "5", "7", "9", "11", "13", "15"))
_MODEL = Word("model", "")
_SIGN = Word("sign", "")
_RIMS = frozenset(("r", "sr", "rb", "b"))
_JOINED_BY = frozenset(("e", "y", "and", "-"))


class Token(NamedTuple):
    """A number, a word or a sign.

    Attributes:
        text: As it stands in the folded text.
        start: Where it begins.
        end: Where it ends.
        word: The word as understood; for a sign or a number a role of its own.
        number: The number, if it is one.
        unit: The unit that its shape settles: ``mm`` for ``7.62x39``, ``gauge`` for ``12/70``.
    """

    text: str
    start: int
    end: int
    word: Word
    number: Number | None = None
    unit: str = ""

    @property
    def role(self) -> str:
        """The role of the word."""
        return self.word.role


_NUMBER = Word("number", "")


def tokens(folded: str, known: Known, weapons: frozenset[str]) -> list[Token]:
    """The tokens of a field that was folded already."""
    folded = _EXPONENT.sub("?", folded)
    tidied = _INITIALS.sub(r"\1", _AMPERSAND.sub(r"\1&", _MARKUP.sub("&", folded)))
    spelled = _with_models(_without_hyphens(list(_scan(tidied, known))), known, weapons)
    return _with_shapes(_with_number_words(_with_phrases(spelled), known), known)


def _scan(folded: str, known: Known) -> Iterator[Token]:
    for match in _TOKEN.finditer(folded):
        start, end = match.span()
        run, word, sign = match[1], match[2], match[3]
        if run:
            for at, number in enumerate(numbers.read(run, known)):
                if at:
                    yield Token("," if "," in run else "/", end, end, _SIGN)
                yield Token(run, start, end, _NUMBER, number)
            if run[-1] == ",":
                yield Token(",", end, end, _SIGN)
        elif word and word[:2] == "mm" and word[2:] in _RIMS:
            yield Token("mm", start, start + 2, understand("mm"))
            yield Token(word[2:], start + 2, end, understand(word[2:]))
        elif word:
            yield Token(word, start, end, understand(word))
        else:
            yield Token(sign or match[0], start, end, _SIGN)


def _without_hyphens(found: list[Token]) -> list[Token]:
    """A hyphen between two words is a space."""
    return [
        token
        for before, token, after in zip([None, *found], found, [*found[1:], None], strict=False)
        if not (token.text == "-" and _is_word(before) and _is_word(after))
    ]


def _is_word(token: Token | None) -> bool:
    return token is not None and token.number is None and token.role != "sign"


def _with_models(found: list[Token], known: Known, weapons: frozenset[str]) -> list[Token]:
    """Letters and digits glued together are one word: a known one, or the model of something."""
    out: list[Token] = []
    at = 0
    while at < len(found):
        token = found[at]
        after = at + 1
        dash = after < len(found) and found[after].text in ("-", ".")
        dash = dash or (after < len(found) and found[after].text == "/" and len(token.text) == 1)
        number = after + dash
        if token.number is None and token.role != "sign" and number < len(found) and found[number].number:
            digits = found[number].text.rstrip(".,")
            slash = dash and found[after].text == "/"
            glued = slash or (not dash and found[number].start == token.end)
            joined = token.text + digits
            end, tail = number + 1, ""
            if end < len(found) and found[end].start == found[number].end and found[end].text.isalpha():
                tail = found[end].text
            if tail and joined + tail in weapons:
                out.append(token._replace(text=joined + tail, end=found[end].end, word=Word("weapon", joined + tail)))
                at = end + 1
                continue
            if joined in weapons:
                out.append(token._replace(text=joined, end=found[number].end, word=Word("weapon", joined)))
                at = end
                continue
            if glued and joined in vocabulary().words:
                out.append(token._replace(text=joined, end=found[number].end, word=vocabulary().words[joined]))
                at = end
                continue
            split = token.role in ("times", "unit") or (
                (token.role in ("pre", "point", "kind") or token.text in ("sw", "s&w"))
                and _designates(found[number].number, known)
            )
            if glued and digits[0].isdigit() and not split:
                at = _glued_end(found, at)
                out.append(token._replace(word=_MODEL))
                continue
        if token.number and token.text.isdigit() and 1840 <= int(token.text[:5]) <= 1999 and token.text not in weapons:
            year = vocabulary().words.get(token.text, Word("maker", token.text))
            token = token._replace(word=year, number=None)
        elif token.number and token.text in vocabulary().words:
            token = token._replace(word=vocabulary().words[token.text], number=None)
        elif token.text in weapons and (token.number is None or len(token.text) == 4):
            token = token._replace(word=Word("weapon", token.text), number=None)
        elif token.number and after < len(found) and token.text + found[after].text in weapons:
            token = Token(
                token.text + found[after].text,
                token.start,
                found[after].end,
                Word("weapon", token.text + found[after].text),
            )
            after += 1
        out.append(token)
        at = after
    return out


def _designates(number: Number | None, known: Known) -> bool:
    return number is not None and (number.core in known.bare or number.core in known.metric)


def _glued_end(found: list[Token], at: int) -> int:
    """Where the letters and digits end that are glued to a model, with dashes and slashes between them."""
    end = at + 1
    while end < len(found) and found[end].start == found[end - 1].end:
        if found[end].role == "sign" and (found[end].text not in "-/" or not (found[end - 1].number or end == at + 1)):
            break
        end += 1
    return end


def _with_phrases(found: list[Token]) -> list[Token]:
    phrases = vocabulary().phrases
    out: list[Token] = []
    at = 0
    while at < len(found):
        token = found[at]
        for parts, word in phrases.get(token.text, ()) if token.role != "sign" else ():
            if tuple(each.text for each in found[at : at + len(parts)]) == parts:
                token = Token(" ".join(parts), token.start, found[at + len(parts) - 1].end, word)
                at += len(parts) - 1
                break
        out.append(token)
        at += 1
    return out


def _with_number_words(found: list[Token], known: Known) -> list[Token]:
    out: list[Token] = []
    at = 0
    while at < len(found):
        groups, end = _number_groups(found, at)
        if groups:
            out.extend(
                Token(core, found[at].start, found[end - 1].end, _NUMBER, Number(core, core, repair="number in words"))
                for core in _joined(groups, known)
            )
            at = end
            continue
        token = found[at]
        following = found[at + 1] if at + 1 < len(found) else None
        if token.role == "point" and following and _designates(following.number, known) and following.number:
            out.append(following._replace(number=following.number._replace(dotted=True)))
            at += 2
            continue
        if token.role == "point" and following and _number_groups(found, at + 1)[0]:
            at += 1
            continue
        out.append(token)
        at += 1
    return out


def _number_groups(found: list[Token], at: int) -> tuple[list[int | str], int]:
    """Numbers in words from *at* on, and where they end; a point between two is kept as ``"."``."""
    values = vocabulary().numbers
    groups: list[int | str] = []
    limit = 0
    while at < len(found) and len(groups) < 6:
        value = values.get(found[at].text) if found[at].role != "sign" else None
        if value is None:
            break
        if groups and isinstance(groups[-1], int) and value < limit:
            groups[-1] += value
        else:
            groups.append(value)
        limit = 100 if value >= 100 else 10 if value >= 20 else 0
        at += 1
        if at + 1 < len(found) and found[at + 1].text in values:
            if found[at].text in _JOINED_BY and values[found[at + 1].text] < limit:
                at += 1
            elif found[at].role == "point":
                groups.append(".")
                limit = 0
                at += 1
    return groups, at


def _joined(groups: list[int | str], known: Known) -> Iterator[str]:
    at = 0
    spelled = "".join(map(str, groups))
    if len(groups) > 2 and spelled.isdigit() and len(spelled) == len(groups):
        yield numbers.read(spelled, known)[0].core  # three five seven
        return
    while at < len(groups):
        one = str(groups[at])
        point = at + 1 < len(groups) and groups[at + 1] == "."
        other = str(groups[at + 1 + point]) if at + 1 + point < len(groups) else ""
        if other and (point or f"{one}.{other}" in known.metric):
            yield f"{one}.{other}"
            at += 2 + point
        elif other and one + other in known.bare:
            yield one + other
            at += 2
        elif other and f"{one}-{other}" in known.compounds:
            yield f"{one}-{other}"
            at += 2
        else:
            yield one
            at += 1


def _with_shapes(found: list[Token], known: Known) -> list[Token]:
    """Two numbers that are one: a bore and a case, a gauge and a chamber, a compound name, a fraction."""
    out: list[Token] = []
    at = 0
    while at < len(found):
        token = found[at]
        if token.number and token.number.core:
            shaped, end = _shape(found, at, known)
            if shaped is not None:
                token, at = shaped, end - 1
        out.append(token)
        at += 1
    return out


def _shape(found: list[Token], at: int, known: Known) -> tuple[Token | None, int]:
    first = found[at]
    if not first.number:
        return None, at
    middle = at + 1
    if middle < len(found) and found[middle].word.canonical == "mm":
        middle += 1
    sign = found[middle].text if middle < len(found) and not found[middle].number else ""
    times = sign == "*" or (middle < len(found) and found[middle].role == "times")
    last = middle + (times or sign in ("-", "/", ".", ":"))
    if last >= len(found) or not found[last].number or not found[last].number.digits:
        return None, at
    second = found[last].number
    whole = first._replace(text=f"{first.text} {found[last].text}", end=found[last].end)
    named = vocabulary().words.get(f"{first.text}{sign}{found[last].text}") if sign else None
    if named is not None:
        return whole._replace(word=named, number=None), last + 1
    if times:
        again = last + 1 + (last + 1 < len(found) and found[last + 1].word.canonical == "mm")
        if again + 1 < len(found) and found[again].role == "times" and found[again + 1].number:
            return whole._replace(word=_MODEL, number=None), again + 2
        pair = _pair(whole, first.number, second, known)
        return pair, last + 1 if pair else at
    if sign == "/" and first.number.core in GAUGES and second.core in _FEW_CHAMBERS.get(first.number.core, CHAMBERS):
        return _gauge(whole, first.number), last + 1
    one, other = first.number.digits, second.digits
    if (
        sign in ("", "/", ".")
        and f"{one}.{other}" in known.metric
        and len(one) == len(other) == 2
        and not second.dotted
    ):
        core = f"{one}.{other}"
        return whole._replace(number=Number(core, core)), last + 1
    if f"{one}-{other}" in known.compounds and (sign or last == middle):
        core = f"{one}-{other}"
        return whole._replace(number=Number(core, core, dotted=first.number.dotted)), last + 1
    metric = f"{first.number.core}x{other}"
    if "." in first.number.core and metric in known.pairs and sign in ("", "-", "/"):
        return whole._replace(number=Number(metric, metric, repair="multiplication sign restored"), unit="mm"), last + 1
    if len(one) == 1 and len(other) == 2 and f"{one}.{other}" in known.metric and sign in ("", ":"):
        core = f"{one}.{other}"
        return whole._replace(number=Number(core, core, repair="point restored")), last + 1
    glued = middle < last and first.end == found[middle].start and found[last].start == found[middle].end
    unlisted = glued and sign in ("-", "/") and one.isdigit() and other.isdigit()
    shortest = 2 if sign == "-" else 3
    both = _designates(first.number, known) and _designates(second, known)
    if unlisted and min(len(one), len(other)) >= shortest and not both:
        return whole._replace(number=Number(f"{one}-{other}", f"{one}-{other}", dotted=first.number.dotted)), last + 1
    if sign == "/" and (first.number.core.rpartition(".")[2], second.core) in _FRACTIONS:
        return whole._replace(word=_MODEL, number=None), last + 1
    return None, at


def _pair(whole: Token, first: Number, second: Number, known: Known) -> Token | None:
    case = second.core if "." in second.core and "." in second.digits else second.digits.lstrip("0")
    core = f"{first.core}x{case}"
    repair = first.repair if first.repair != "number in words" else ""
    if core not in known.pairs:
        lost = f"{first.core[:1]}.{first.core[1:]}x{case}"
        if first.core.isdigit() and len(first.core) > 1 and lost in known.pairs:
            return whole._replace(number=Number(lost, lost, repair="point restored"), unit="mm")
        if first.core in GAUGES and case in _FEW_CHAMBERS.get(first.core, CHAMBERS):
            return _gauge(whole, first)
        if "." in second.core and second.core in known.metric and _designates(first, known):
            return None
    return whole._replace(number=Number(core, core, repair=repair), unit="mm")


def _gauge(whole: Token, first: Number) -> Token:
    return whole._replace(number=Number(first.core, first.digits, repair=first.repair), unit="gauge")


__all__ = ["CHAMBERS", "GAUGES", "UNKNOWN", "Token", "tokens"]
