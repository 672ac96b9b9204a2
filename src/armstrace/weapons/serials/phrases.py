"""The words of a serial cell and the phrases of the tables among them, with what they say together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import frozen

from armstrace import _normalize
from armstrace.weapons.serials.states import SerialState
from armstrace.weapons.serials.vocabulary import PART, Vocabulary, places, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

EDGES: Final = " .,:;#°º=/\\|()[]{}<>'\"-+!¿¡~`^&%$@_"
# ``S/N``, ``S/`` before a word and ``E.U.A.`` are one word each; wildcards belong to the number they stand in
_TOKEN: Final = re.compile(
    r"(?<![^\W_])(?:[A-Z] ?/ ?[A-Z](?![^\W_])|(?:S/N|N/S)(?=[A-Z]{0,2}[0-9])|[CS]/(?= ?[A-Z]{2}| ?[0-9]{1,3} ))"
    r"|(?:[A-Z]\.){2,}"
    # a label without a space behind it
    r"|(?<![^\W_])(?:SERIE|SERIAL|MATR[IÍ]CULA|N[UÚ]MERO)(?=[0-9])|[\w?*]+"
)
_NUMERIC: Final = re.compile(r"[\d?*]")
_CALIBER: Final = re.compile(
    r"(?<![\w.,/-])(?:[0-9]{1,2}(?:[.,][0-9]{1,2})? ?X ?[0-9]{2}(?: ?MM)?|[0-9]{1,2}(?:[.,][0-9]{1,3})? ?MM"
    r"|\.[0-9]{2,3}(?: ?(?:ACP|LR|AUTO|SPL|MAG|WIN|REM|S&W))?|[0-9]{2} ?(?:GA|GAUGE))(?![\w-])"
)
_AFTER_LABEL: Final = re.compile(
    r"[ .:#=-]{1,4}\.?[0-9A-Z][0-9A-Z.,/X-]{0,14}"
    r"(?: ?(?:MM|ACP|LR|AUTO|SPL|SPECIAL|MAG|MAGNUM|GA|GAUGE|WIN|REM|NATO|S&W))?(?![^\W_])"
)
# codes of states that are small words as well
_SMALL_WORDS: Final = frozenset(("in", "or", "me", "la", "de", "al", "as", "hi", "ok", "id"))
_HYPHENS: Final = frozenset("-./")
_MARKS: Final = (".", ":", "#", "°", "=", "/")
_LONGEST_PHRASE: Final = 6
_LONGEST_MARK: Final = 6
_LONGEST_PATTERN: Final = 6
_CHUNK: Final = re.compile(r"[^\s,;()]+")
_BEFORE_OTHER: Final = frozenset(("label", "marked_label", "spaced_label", "number_or_not", "small"))
_MOST_COUNTED: Final = 3
_LEAST_PLACE: Final = 3
_LEAST_LETTERS_OF_PLACE: Final = 6
_LEAST_LETTERS_OF_NAME: Final = 2  # a single name before a state has four letters or more
_LEAST_SPACED: Final = 4
_ALL_LABELS: Final = frozenset(("label", "marked_label", "spaced_label"))
_ACTS: Final = frozenset((SerialState.OBLITERATED, SerialState.ALTERED, SerialState.RESTORED, SerialState.ILLEGIBLE))
_NEGATORS: Final = frozenset(("negator", "never", "number_or_not"))
# what may stand between a negation and the word that it negates, or be negated itself
_NEGATED: Final = frozenset(("small", "label", "having", "visible", "origin", "hedge", "negator", "number_or_not"))


@frozen(eq=False)
class Token:
    """A word of a cell.

    Attributes:
        text: The word in capitals.
        word: Its form to be looked up.
        start: The index of its first character in the cell.
        end: The index after its last character.
        is_numeric: True if it has a digit or a wildcard, so that it is no word.
    """

    text: str
    word: str
    start: int
    end: int
    is_numeric: bool


@frozen(eq=False)
class Phrase:
    """A phrase of the tables in a cell: its meaning, the index of its first token and the index after its last."""

    meaning: str
    first: int
    last: int


@frozen(eq=False)
class Cell:
    """A serial cell cut into tokens, in capitals, with the phrases of the tables among them from left to right.

    A cell is numbered if a token has a digit or a wildcard.
    """

    plain: str
    tokens: tuple[Token, ...]
    phrases: tuple[Phrase, ...]
    is_numbered: bool

    def gap(self, index: int) -> str:
        """The text between the token before *index* and the token *index*."""
        start = self.tokens[index - 1].end if index else 0
        return self.plain[start : self.tokens[index].start if index < len(self.tokens) else len(self.plain)]

    def phrase_at(self, index: int) -> str | None:
        """The meaning of the phrase that the table has at the token *index*; None if there is none."""
        found = vocabulary().phrase([self.tokens[index].word]) if self.tokens[index].word else None
        return found[0] if found else None

    def text(self, first: int, last: int) -> str:
        """The text from the token *first* to the token before *last*."""
        return self.plain[self.tokens[first].start : self.tokens[last - 1].end]


def find(plain: str) -> Cell:
    """The tokens and phrases of a cell in capitals.

    >>> [phrase.meaning for phrase in find("MATRICULA: A-5231 PARCIALMENTE LIMADA").phrases]
    ['label', 'part', 'obliterated']
    >>> [str(phrase.meaning) for phrase in find("NO SE APRECIA NUMERO DE SERIE").phrases]
    ['illegible']
    """
    tokens = tuple(_token(found) for found in _TOKEN.finditer(plain))
    is_numbered = any(token.is_numeric for token in tokens)
    cell = Cell(plain, tokens, (), is_numbered)
    found = _negated(cell, list(_phrases(cell)))
    return Cell(plain, tokens, tuple(_beside_others(cell, found)), is_numbered)


def _token(found: re.Match[str]) -> Token:
    word = _normalize.casefold(found[0].strip("_*?")).replace(" ", "").replace(".", "")
    return Token(found[0], word, found.start(), found.end(), _NUMERIC.search(found[0]) is not None)


def _phrases(cell: Cell) -> Iterable[Phrase]:
    """The phrases, the longest at each token."""
    numbers = [i for i, token in enumerate(cell.tokens) if token.is_numeric]
    large = [i for i in numbers if len(cell.tokens[i].text) >= _LEAST_PLACE]
    calibers = {found.start(): found.end() for found in _CALIBER.finditer(cell.plain)}
    last_number = numbers[-1] if numbers else -1
    i = 0
    while i < len(cell.tokens):
        phrase = _counted(cell, i) or _caliber(cell, calibers, large, i) or _of_table(cell, large, i)
        if phrase is None:
            i += 1
            continue
        if phrase.meaning == "mark_label":
            phrase = _marked(cell, phrase)
        elif phrase.meaning == "other_label":
            phrase = _other(cell, phrase)
        yield phrase
        i = phrase.last
        behind = _named(cell, phrase, last_number)
        if behind is not None:
            yield behind
            i = behind.last


def _of_table(cell: Cell, large: Sequence[int], i: int) -> Phrase | None:
    """The longest phrase, mark or pattern at the token *i*; the indexes of the longer numbers are *large*."""
    table = vocabulary()
    phrase = _phrase(cell, table, i)
    if phrase is None:
        if cell.tokens[i].text == "?" and 0 < i == len(cell.tokens) - 1 and cell.gap(i):
            return Phrase("hedge", i, i + 1)
        phrase = _pattern(cell, table, i, large)
    elif phrase.meaning not in ("make", "mark"):
        return phrase
    place = _place(cell, i)
    return max(filter(None, (phrase, place)), key=lambda found: found.last, default=None)


def _phrase(cell: Cell, table: Vocabulary, i: int) -> Phrase | None:
    """The longest phrase of the table at the token *i*."""
    token = cell.tokens[i]
    numbered = cell.is_numbered
    if not token.word:
        return None
    found = table.phrase([other.word for other in cell.tokens[i : i + _LONGEST_PHRASE]])
    if found is None:
        point = cell.plain[token.end : token.end + 1] == "."
        guessed = table.shortened(token.word, point=point) if point or not numbered else None
        if guessed is None and cell.plain[token.end : token.end + 1] != "-":
            guessed = table.corrected(token.word)
        return Phrase(guessed, i, i + 1) if guessed else None
    meaning, length = found
    end = cell.tokens[i + length - 1].end
    if meaning == "counted" or not _counts(cell, i, meaning, end, numbered=numbered):
        return None
    return Phrase("label" if meaning in _ALL_LABELS else meaning, i, i + length)


def _counts(cell: Cell, i: int, meaning: str, end: int, *, numbered: bool) -> bool:
    """True if the phrase from the token *i* to *end* is more than the letters of a number: SN 123, NO-123, REM 123."""
    behind = cell.plain[end : end + 1]
    if meaning == "spaced_label" and _is_numbered(cell, i + 1) and len(cell.tokens[i + 1].text) >= _LEAST_SPACED:
        return True
    if meaning in ("marked_label", "spaced_label"):
        return behind in _MARKS or _is_negated(cell, i)
    if meaning in ("label", "number_or_not", "model_label") and behind == "-":
        return False
    if meaning == "model":
        return any(token.is_numeric and token.start >= end for token in cell.tokens[i : i + _LONGEST_PHRASE])
    if meaning == "suffix":
        return i > 0 and any(token.is_numeric for token in cell.tokens[max(0, i - _LONGEST_PHRASE) : i])
    return not (numbered and meaning == SerialState.OBLITERATED and end - cell.tokens[i].start <= _LEAST_PLACE)


def _is_numbered(cell: Cell, i: int) -> bool:
    """True if the token *i* is a number with nothing but a space before it."""
    return i < len(cell.tokens) and cell.tokens[i].text[0].isdigit() and cell.gap(i) == " "


def _is_negated(cell: Cell, i: int) -> bool:
    """True if the token before *i* is NO, SIN or the like."""
    return i > 0 and cell.phrase_at(i - 1) in _NEGATORS


def _caliber(cell: Cell, calibers: dict[int, int], large: Sequence[int], i: int) -> Phrase | None:
    """The caliber that begins at the token *i*, where a number stands elsewhere in the cell.

    The indexes of the tokens that are long enough for a number are *large*.
    """
    start = cell.tokens[i].start
    end = calibers.get(start) or (calibers.get(start - 1) if cell.plain[start - 1 : start] == "." else None)
    if end is None:
        return None
    last = _after(cell, i, end)
    certain = not cell.plain[start:end].strip("0123456789.,XM ") and cell.plain[start:end].strip("0123456789., ")
    return Phrase("caliber", i, last) if certain or (large and (large[0] < i or large[-1] >= last)) else None


def _pattern(cell: Cell, table: Vocabulary, i: int, large: Sequence[int]) -> Phrase | None:
    """The pattern that begins at the token *i*, such as AK-47, where a number stands behind it."""
    for last in (i + 2, i + 1):
        if last < len(cell.tokens) and large and large[-1] >= last and cell.gap(last).startswith(" "):
            text = cell.text(i, last)
            if len(text) <= _LONGEST_PATTERN and _normalize.key(text) in table.patterns:
                return Phrase("model", i, last)
    return None


def _after(cell: Cell, i: int, end: int) -> int:
    """The index of the first token from *i* on that begins at *end* or later."""
    return next((j for j in range(i, len(cell.tokens)) if cell.tokens[j].start >= end), len(cell.tokens))


def _counted(cell: Cell, i: int) -> Phrase | None:
    """The small number at the token *i* with the noun that it counts behind it: *2 cargadores*; None if it is none."""
    token = cell.tokens[i]
    if (
        i + 1 == len(cell.tokens)
        or len(token.text) > _MOST_COUNTED
        or not token.text.isdigit()
        or cell.gap(i + 1) != " "
    ):
        return None
    return Phrase("other", i, i + 2) if cell.phrase_at(i + 1) in ("counted", PART + "magazine") else None


def _other(cell: Cell, phrase: Phrase) -> Phrase:
    """The words that name another number than that of the weapon, with the number behind them."""
    first = phrase.last
    while first < len(cell.tokens) and cell.phrase_at(first) in _BEFORE_OTHER and not cell.tokens[first].is_numeric:
        first += 1
    if first == len(cell.tokens) or cell.gap(first).strip(" .:#°-"):
        return Phrase("other", phrase.first, phrase.last)
    end = _CHUNK.match(cell.plain, cell.tokens[first].start)
    last = _after(cell, first, end.end() if end else cell.tokens[first].end)
    numeric = any(token.is_numeric for token in cell.tokens[first:last])
    return Phrase("other", phrase.first, last if numeric else phrase.last)


def _marked(cell: Cell, phrase: Phrase) -> Phrase:
    """The mark that begins with the words MADE IN and the like: these and the words behind them."""
    last = phrase.last
    while last < min(len(cell.tokens), phrase.last + _LONGEST_MARK) and cell.tokens[last].word.isalpha():
        if cell.gap(last).strip(" .,-") or (cell.phrase_at(last) in _ALL_LABELS):
            break
        last += 1
    return Phrase("mark", phrase.first, last)


def _named(cell: Cell, phrase: Phrase, last_number: int) -> Phrase | None:
    """The model or caliber that stands behind its label, or the model behind a make; None if there is none.

    The index of the last token with a digit is *last_number*; what has more digits than a caliber or the name of a
    model is none if no other number is left behind it.
    """
    i = phrase.last
    if phrase.meaning not in ("model_label", "caliber_label", "make") or i > last_number:
        return None
    if phrase.meaning != "make":
        found = _AFTER_LABEL.match(cell.plain, cell.tokens[i - 1].end)
        last = _after(cell, i, found.end() if found else cell.tokens[i].end)
        short = len(cell.tokens[i].text) <= _LEAST_PLACE
        if last > last_number and not short:
            last = i + 1
        return Phrase(phrase.meaning.removesuffix("_label"), i, last) if short or last <= last_number else None
    for last in range(min(i + 3, last_number + 1), i, -1):
        if _normalize.key(cell.text(i, last)) in vocabulary().models:
            return Phrase("model", i, last)
    return None


def _place(cell: Cell, i: int) -> Phrase | None:
    """The mark that begins at the token *i*: a firm with its city and US state, or a country name alone.

    ``CAI GEORGIA VT`` is such a mark, as importers must put one on a weapon.
    """
    countries, states = places()
    words = _words(cell, states, i)
    for length in range(len(words), 0, -1):
        if len(words[0]) > _LEAST_PLACE and " ".join(words[:length]) in countries:
            return Phrase("mark", i, i + length)
    *before, last = words or [""]
    letters = sum(map(len, before)) if len(before) > 1 else max(map(len, before), default=0) + _LEAST_LETTERS_OF_NAME
    is_place = last in states and last not in _SMALL_WORDS and letters >= _LEAST_LETTERS_OF_PLACE
    return Phrase("mark", i, i + len(words)) if is_place else None


def _words(cell: Cell, states: frozenset[str], i: int) -> list[str]:
    """The words from the token *i* on that may be a mark: no numbers, no words of serial cells."""
    last = i
    while last < min(len(cell.tokens), i + _LONGEST_MARK) and cell.tokens[last].word.isalpha():
        if last > i and cell.gap(last).strip(" .,-&"):
            break
        if last > i and cell.tokens[last].word not in states and cell.phrase_at(last) not in (None, "make", "mark"):
            break
        last += 1
    return [token.word for token in cell.tokens[i:last]]


def _negated(cell: Cell, phrases: Sequence[Phrase]) -> list[Phrase]:
    """The phrases, where a negation with what it negates is one phrase: *no tiene número*, *sin serie visible*."""
    found: list[Phrase] = []
    i = 0
    while i < len(phrases):
        last = i + 1
        if phrases[i].meaning in _NEGATORS:
            while last < len(phrases) and _follows(phrases, last) and phrases[last].meaning in _NEGATED:
                last += 1
            state = phrases[last] if last < len(phrases) and _follows(phrases, last) else None
            meaning = _meaning(cell, phrases[i:last], state)
            last += meaning == "negated"
            found.append(Phrase(meaning, phrases[i].first, phrases[last - 1].last))
        else:
            found.append(phrases[i])
        i = last
    return found


def _follows(phrases: Sequence[Phrase], index: int) -> bool:
    """True if nothing but punctuation stands between the phrase *index* and the phrase before it."""
    return phrases[index].first == phrases[index - 1].last


def _meaning(cell: Cell, run: Sequence[Phrase], state: Phrase | None) -> str:
    """The meaning of a negation and the phrases behind it; *state* is the phrase that follows them."""
    meanings = {phrase.meaning for phrase in run[1:]}
    if run[0].meaning == "never" or ("origin" in meanings and meanings & {"label", "having"}):
        return SerialState.NEVER_MARKED
    if "visible" in meanings or ("hedge" in meanings and "label" in meanings):
        return SerialState.ILLEGIBLE
    # "No. borrado" is a number that was filed, "no borrado" is none
    pointed = run[0].meaning == "number_or_not" and cell.gap(run[0].last)[:1] in (".", "°")
    if pointed and state is not None and len(run) == 1:
        return "label"
    if state is not None and state.meaning in _ACTS and "label" not in meanings:
        return "negated"
    if run[0].meaning == "number_or_not":
        behind = run[-1].last
        numbered = behind < len(cell.tokens) and cell.tokens[behind].is_numeric
        return "label" if numbered or not meanings & {"label", "having"} else SerialState.NOT_RECORDED
    return SerialState.NOT_RECORDED


def _beside_others(cell: Cell, phrases: Sequence[Phrase]) -> Iterable[Phrase]:
    """The phrases, where a small word counts only beside another phrase, and not as the letters of a number."""
    kept = [phrase.meaning != "small" for phrase in phrases]
    for order in (range(1, len(phrases)), range(len(phrases) - 2, -1, -1)):
        step = -1 if order.step > 0 else 1
        for i in order:
            first, second = (phrases[i + step], phrases[i]) if step < 0 else (phrases[i], phrases[i + step])
            if not kept[i] and kept[i + step] and first.last == second.first and not _is_letter(cell, phrases[i]):
                kept[i] = True
    return (phrase for phrase, keep in zip(phrases, kept, strict=True) if keep)


def _is_letter(cell: Cell, phrase: Phrase) -> bool:
    """True if a small word stands before a number whose first letters it may be: ``A 123``, ``SE-495675``."""
    behind = phrase.last
    if behind == len(cell.tokens) or not cell.tokens[behind].is_numeric:
        return False
    length = len(cell.text(phrase.first, phrase.last))
    return length == 1 if cell.gap(behind) == " " else length <= _LEAST_PLACE and cell.gap(behind) in _HYPHENS
