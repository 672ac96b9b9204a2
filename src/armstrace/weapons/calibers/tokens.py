"""The tokens of a caliber field: numbers, words as understood, signs, models.

Each token is looked at a bounded number of times, so that time is linear in the length of the text.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, NamedTuple

from attrs import frozen

from armstrace.weapons.calibers import numbers
from armstrace.weapons.calibers.numbers import Known
from armstrace.weapons.calibers.words import Word, understand, vocabulary

if TYPE_CHECKING:
    from armstrace.weapons.calibers.numbers import Number

# a filler keeps the place of a sign that was taken out of a word, so that places stay those of the text
FILLER = "\0"
_TOKEN = re.compile(r"\s*(?:[.,]*\d[\d.,]*|[a-z][a-z\0]*(?:[&'][a-z\0]+)*|\S)\0*")
_WORD_NUMBER = re.compile(r"[wW][-./]?n")
_EXPONENT = re.compile(r"\d[\d.,]*e[+-]\d+")
_MARKUP = re.compile(r"&amp;|§")
_AMPERSAND = re.compile(r"(?<![a-z])([a-z])(\.? ?)&(\0* ?)(?=[a-z])")
_INITIALS = re.compile(r"(?<![a-z])([a-z])(\. ?)(?=[a-df-np-xz]\b)")  # e, y, o join two words
_SLASHED = re.compile(r"(?<![a-z])(?:l/c|b/o|t/c|m/m|b/p)(?![a-z])")
_RIMS = frozenset(("r", "sr", "rb", "b"))
_NAMING = frozenset(("name", "near", "code", "maker", "load"))
_SHORTEST_RUN, _LONGEST_RUN = 5, 24
_MAY_BE_GLUED = frozenset(("times", "unit"))
_BEFORE_NUMBER = frozenset(("pre", "point", "kind", "join", "or"))
_CACHED = 16384


class Token(NamedTuple):
    """A number, a word or a sign of a caliber field.

    Attributes:
        text: The text, casefolded.
        role: The role of the word; ``number``, ``sign``, ``numeral``, ``weapon`` or ``model`` for what is no such word.
        canonical: The word of the table that it stands for.
        glued: True if nothing stands between it and the token before.
        repair: The repair of the word, or empty.
        number: The number, if it is one.
        unit: The unit that its shape settles: ``mm`` for ``7.62x39``, ``gauge`` for ``12/70``.
        width: How many characters of the text it takes, with the spaces before it.
    """

    text: str
    role: str
    canonical: str = ""
    glued: bool = False
    repair: str = ""
    number: Number | None = None
    unit: str = ""
    width: int = 0


@frozen(eq=False)
class Lexicon:
    """The numbers and the weapons that are known while tokens are made.

    The digits with which the names of weapons begin stand in ``digits_first``.
    """

    known: Known
    weapons: frozenset[str]
    digits_first: frozenset[str]

    def designates(self, number: Number | None) -> bool:
        """True if *number* is a designation by itself, such as ``38`` or ``7.62``; False for None."""
        return number is not None and (number.core in self.known.bare or number.core in self.known.metric)


def tokens(folded: str, lexicon: Lexicon) -> list[Token]:
    """The tokens of *folded*, a casefolded field; a phrase or the name of a model is one token."""
    if FILLER in folded:
        folded = folded.replace(FILLER, " ")
    if "e+" in folded or "e-" in folded:
        folded = _EXPONENT.sub(lambda match: _filled("?", match), folded)
    if "&" in folded or "§" in folded:
        folded = _MARKUP.sub(lambda match: _filled("&", match), folded)
        folded = _AMPERSAND.sub(
            lambda match: f"{_filled(match[1], match[1] + match[2])}{_filled('&', '&' + match[3])}", folded
        )
    if "." in folded:
        folded = _INITIALS.sub(lambda match: _filled(match[1], match), folded)
    if "/" in folded:
        folded = _SLASHED.sub(lambda match: match[0][0] + FILLER + match[0][2], folded)
    folded = folded.replace("-'", "-" + FILLER)  # .30-'06
    found: list[Token] = []
    shape = ""
    for text in _TOKEN.findall(folded.rstrip()):
        new, signs = _lexemes(text, lexicon)
        found += new
        shape += signs
    if "-" in shape:
        found = _without_hyphens(found)
    if "W" in shape:
        found = _with_phrases(found)
    models = _WORD_NUMBER.search(shape) or (
        "n" in shape and not lexicon.digits_first.isdisjoint(each.text for each in found)
    )
    return _with_models(found, lexicon) if models else found


def _filled(kept: str, match: re.Match[str] | str) -> str:
    """The text *kept*, filled up to the length of what it stands for."""
    whole = match if isinstance(match, str) else match[0]
    return kept + FILLER * (len(whole) - len(kept))


@functools.lru_cache(maxsize=_CACHED)
def _lexemes(text: str, lexicon: Lexicon) -> tuple[tuple[Token, ...], str]:
    """The tokens of *text*, a match of the scanner, and a string with a letter for each token.

    The letters: ``n`` a number, ``w`` a word, ``W`` the beginning of a phrase; a sign stands for itself.
    A run of digits and commas may be several numbers. A space before the text means that nothing is glued to it.
    """
    bare = text.lstrip()
    made = _made(bare.replace(FILLER, ""), glued=len(bare) == len(text), lexicon=lexicon)
    made = _measured(made, text)
    phrases = vocabulary().phrases
    return made, "".join(
        "n" if each.number else each.text if each.role == "sign" else "W" if each.text in phrases else "w"
        for each in made
    )


def _measured(made: tuple[Token, ...], text: str) -> tuple[Token, ...]:
    """The tokens with their widths: that of *text*, parted where it is a list of numbers or a run of words."""
    if len(made) == 1:
        return (made[0]._replace(width=len(text)),)
    out: list[Token] = []
    last = 0
    for token in made[:-1]:
        name = token.number.digits if token.number and token.number.digits else token.text
        end = max(text.find(name, last), last) + len(name) if name in text[last:] else last
        out.append(token._replace(width=end - last))
        last = end
    return (*out, made[-1]._replace(width=len(text) - last))


def _made(text: str, *, glued: bool, lexicon: Lexicon) -> tuple[Token, ...]:
    if any(map(str.isdigit, text)):
        return _number_tokens(text, glued=glued, lexicon=lexicon)
    if not text[0].isalpha():
        return (Token(text, "sign", glued=glued),)
    if text in lexicon.weapons:
        return (Token(text, "weapon", text, glued),)
    word = understand(text)
    seam = _seam(text) if not word.role or text[:2] == "mm" else 0
    if seam:
        return (*_made(text[:seam], glued=glued, lexicon=lexicon), *_made(text[seam:], glued=True, lexicon=lexicon))
    role = word.role or ("numeral" if text in vocabulary().numbers else "")
    return (Token(text, role, word.canonical or text, glued, word.repair),)


def _seam(text: str) -> int:
    """The index at which two words were run together: 3 in ``winmag``, 2 in ``mmluger``; 0 if they were not."""
    words = vocabulary().words
    if text[:2] == "mm" and text not in words:
        rest = text[2:]
        return 2 if rest in _RIMS or (rest and understand(rest).role) else 0
    if not _SHORTEST_RUN <= len(text) <= _LONGEST_RUN or text in vocabulary().numbers:
        return 0
    for at in range(2, len(text) - 2):
        first, second = words.get(text[:at]), words.get(text[at:])
        if first and second and first.role in _NAMING and second.role in _NAMING:
            return at
    return 0


def _number_tokens(run: str, *, glued: bool, lexicon: Lexicon) -> tuple[Token, ...]:
    word = vocabulary().words.get(run)
    if run in lexicon.weapons:
        return (Token(run, "weapon", run, glued),)
    if word is None and len(run) == 4 and run.isdigit() and 1840 <= int(run) <= 1999:
        word = Word("maker", run)  # a year is part of a name at most
    if word is not None:
        return (Token(run, word.role, word.canonical, glued),)
    out: list[Token] = []
    sign = Token("," if "," in run else "/", "sign", glued=True)
    for number in numbers.read(run, lexicon.known):
        out += [sign] if out else []
        out.append(Token(run, "number", glued=glued, number=number))
    if run[-1] == ",":
        out.append(sign)
    return tuple(out)


def _without_hyphens(found: list[Token]) -> list[Token]:
    """The tokens without the hyphens that stand between two words; the word behind takes the place of the hyphen."""
    out: list[Token] = []
    width = 0
    for before, token, after in zip([None, *found], found, [*found[1:], None], strict=False):
        if token.text == "-" and _is_word(before) and _is_word(after):
            width = token.width
        else:
            out.append(token._replace(width=token.width + width) if width else token)
            width = 0
    return out


def _is_word(token: Token | None) -> bool:
    return token is not None and token.role not in ("number", "sign")


def _with_phrases(found: list[Token]) -> list[Token]:
    phrases = vocabulary().phrases
    out: list[Token] = []
    at = 0
    while at < len(found):
        token = found[at]
        for parts, word in phrases.get(token.text, ()):
            if tuple(each.text for each in found[at : at + len(parts)]) == parts:
                width = sum(each.width for each in found[at : at + len(parts)])
                token = Token(" ".join(parts), word.role, word.canonical, token.glued, width=width)
                at += len(parts) - 1
                break
        out.append(token)
        at += 1
    return out


def _with_models(found: list[Token], lexicon: Lexicon) -> list[Token]:
    """The tokens, where letters and digits that belong together are one token: a known word, or a model."""
    out: list[Token] = []
    start = 0
    while start < len(found):
        joined = _joined(found, start, lexicon)
        token, end = joined or (found[start], start + 1)
        out.append(token._replace(width=sum(each.width for each in found[start:end])) if joined else token)
        start = end
    return out


def _joined(found: list[Token], start: int, lexicon: Lexicon) -> tuple[Token, int] | None:
    """The token that the token at *start* makes with those after it, and the index behind; None if it stands alone."""
    token = found[start]
    if token.role == "sign" or start + 1 == len(found):
        return None
    after = found[start + 1].text
    if token.number is not None:
        name = token.text + after
        return (Token(name, "weapon", name), start + 2) if name in lexicon.weapons else None
    signed = after in ("-", ".") or (after == "/" and len(token.text) == 1)
    end = start + 1 + signed
    if end == len(found) or found[end].number is None:
        return None
    return _weapon(found, start, end, lexicon) or _glued(found, start, end, lexicon)


def _weapon(found: list[Token], start: int, end: int, lexicon: Lexicon) -> tuple[Token, int] | None:
    """The token for the weapon that the letters at *start* and the number at *end* name, and the index behind it.

    Letters glued behind the number belong to the name if the table has it so. None if the table has no such weapon.
    """
    name = found[start].text + found[end].text.rstrip(".,")
    if end + 1 < len(found) and found[end + 1].glued:
        longer = name + found[end + 1].text
        if longer in lexicon.weapons:
            return Token(longer, "weapon", longer), end + 2
    return (Token(name, "weapon", name), end + 1) if name in lexicon.weapons else None


def _glued(found: list[Token], start: int, end: int, lexicon: Lexicon) -> tuple[Token, int] | None:
    """The token of a word and a number that belong together (``AK`` and ``47``), and the index of the next token.

    None if the word at *start* and the number at *end* do not belong together.

    The token is the number behind a point in words, a known word, or a model.
    """
    token, digits = found[start], found[end]
    adjacent = end == start + 1
    if token.role == "point" and adjacent and digits.number is not None and lexicon.designates(digits.number):
        return digits._replace(number=digits.number._replace(dotted=True)), end + 1
    slash = found[start + 1].text == "/"
    if not slash and (not adjacent or not digits.glued or _splits(token, digits, lexicon)):
        return None
    word = vocabulary().words.get(token.text + digits.text.rstrip(".,"))
    if word is not None:
        return Token(token.text + digits.text.rstrip(".,"), word.role, word.canonical, token.glued), end + 1
    return Token(token.text, "model"), _glued_end(found, start)


def _splits(token: Token, number: Token, lexicon: Lexicon) -> bool:
    """True if a word glued to a number is a word of its own, as in ``x39``, ``cal22``, ``P40``; not in ``M14``."""
    if token.role in _MAY_BE_GLUED or not number.text[0].isdigit():
        return True
    before_number = token.role in _BEFORE_NUMBER or token.text in ("sw", "s&w")
    return before_number and lexicon.designates(number.number)


def _glued_end(found: list[Token], at: int) -> int:
    """The index behind the letters and digits glued to the model at *at*, with dashes and slashes between them."""
    end = at + 1
    while end < len(found) and found[end].glued:
        sign = found[end].role == "sign"
        if sign and (found[end].text not in "-/" or (end > at + 1 and not found[end - 1].text[-1].isdigit())):
            break
        end += 1
    return end
