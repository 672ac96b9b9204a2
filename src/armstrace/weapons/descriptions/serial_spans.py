"""The serial numbers of a description: what stands behind a label, or the words that say why there is none to read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from armstrace.weapons.descriptions.claims import Claim
from armstrace.weapons.serials.number import SerialNumber
from armstrace.weapons.serials.states import SerialState

if TYPE_CHECKING:
    from collections.abc import Callable

    from armstrace.weapons.descriptions.claims import Described

_VALUE: Final = re.compile(r"(?:\.(?!\.))?[ :#º°=]{0,4}([0-9A-Za-z.*?][0-9A-Za-z*?./-]{0,30})(?![^\W_*?])")
_NEXT: Final = re.compile(
    r"(?: ?[,;/] ?| (?:y|e|and|&) )(?:(?:y|e|and) )?([0-9A-Za-z*?][0-9A-Za-z*?.-]{0,30})(?![^\W_*?])", re.IGNORECASE
)
_LEAST: Final = 4
_LEAST_WEAK: Final = 5
_MOST_STATE_WORDS: Final = 3
# labels that announce other numbers as well
_WEAK: Final = frozenset(("no", "num", "number", "registro", "n", "ser"))


def after_label(described: Described, i: int, end: int, known: Callable[[int], bool]) -> Claim | None:
    """The claim of the serial numbers behind the label from *i* to *end*; None if it announces none.

    A number of a list goes on only where no *known* word begins.
    """
    tokens, text = described.tokens, described.text
    weak = end == i + 1 and tokens[i].key in _WEAK
    value = _VALUE.match(text, tokens[end - 1].end)
    if value and _is_number(value[1], _LEAST_WEAK if weak else _LEAST) and not (weak and known(end)):
        written = [value[1].rstrip("./-")]
        stop = value.start(1) + len(written[0])
        while more := _NEXT.match(text, stop):
            at = next((k for k in range(end, len(tokens)) if tokens[k].start >= more.start(1)), len(tokens))
            if not _is_number(more[1], _LEAST) or at == len(tokens) or known(at):
                break
            written.append(more[1].rstrip("./-"))
            stop = more.start(1) + len(written[-1])
        last = end
        while last < len(tokens) and tokens[last].start < stop:
            last += 1
        return _with_state(described, Claim("serial", i, last, tuple(map(SerialNumber.parse, written)), labeled=True))
    if weak or (value and any(map(str.isdigit, value[1]))):
        return None
    return _state(described, i, end) or _slashed(described, i, end)


def _slashed(described: Described, i: int, end: int) -> Claim | None:
    """The claim of ``s/n`` without a number behind it, which says in three languages that there is none."""
    number = SerialNumber.parse(described.written(i, end))
    slashed = any(token.text == "/" for token in described.tokens[i:end])
    return Claim("serial", i, end, (number,), labeled=True) if slashed and not number.text else None


def _with_state(described: Described, claim: Claim) -> Claim:
    """The claim with the words behind a number that say what was done to it: ``A1234 (alterada)``."""
    tokens = described.tokens
    first = claim.last + (tokens[claim.last : claim.last + 1] != [] and tokens[claim.last].text == "(")
    numbers: tuple[SerialNumber, ...] = claim.value
    for last in range(first + 1, min(len(tokens), first + _MOST_STATE_WORDS) + 1):
        words = described.text[tokens[first].start : tokens[last - 1].end]
        alone = SerialNumber.parse(f"serie {words}")
        if len(numbers) == 1 and not alone.text and alone.state is not SerialState.NOT_RECORDED:
            return claim._replace(last=last, value=(SerialNumber.parse(f"{numbers[0]} {words}"),))
    return claim


def _state(described: Described, i: int, end: int) -> Claim | None:
    """The claim of words beside a label that say why there is no number to read: ``serie limada``."""
    for last in range(end + 1, min(len(described.tokens), end + _MOST_STATE_WORDS) + 1):
        words = described.text[described.tokens[end].start : described.tokens[last - 1].end]
        number = SerialNumber.parse(f"serie {words}")
        prose = any(repair.startswith("words:") for repair in number.repairs)
        if number.state is not SerialState.NOT_RECORDED and not number.text and not prose:
            return Claim("serial", i, last, (number,), labeled=True)
    return None


def missing(described: Described, i: int, end: int) -> Claim:
    """The claim of words that say that there is no number: ``sin número de serie``."""
    return Claim("serial", i, end, (SerialNumber.parse(described.written(i, end)),), labeled=True)


def _is_number(text: str, least: int) -> bool:
    return any(map(str.isdigit, text)) and sum(c.isalnum() or c in "*?" for c in text) >= least
