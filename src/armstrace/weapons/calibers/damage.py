"""Characters that a scanner or a typist took for others: ``.3O8``, ``l2 ga``, ``7-62x39``, ``30'06``.

They are put right only where the result is a number of the tables, and never without a repair that says so.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from armstrace.weapons.calibers.words import understand

if TYPE_CHECKING:
    from armstrace.weapons.calibers.numbers import Known

_DIGITS = str.maketrans("olisbz|!", "01158211")
# a run of digits and letters like digits, with at least one digit; behind it no letter that would make it a word
_MIXED = re.compile(
    r"(?<![a-wyz0-9.,&/-])[.,]?(?=[olisbz|!]*\d)(?=\d*[.,]?\d*[olisbz|!])[\dolisbz|!]{1,4}(?:[.,][\dolisbz|!]{1,3})?(?![a-wyz\d&])"
)
_TIED = re.compile(
    r"(?<![\d.,x/-])(\d)(?:[-/_:;](\d\d)(?=\s*(?:mm)?\s*[x*]\s*\d\d|\s*mm|\s*$)| (\d\d)(?=\s*[x*]\s*\d\d))"
)
_QUOTED = re.compile(r"(?<!\d)(\d{2})'(\d{2})(?!\d)")
# a bore and a case, of which a part of the digits are letters like digits
_PAIR = re.compile(
    r"(?<![a-z0-9.,&/-])([\dolisbz]{1,2}(?:[.,][\dolisbz]{1,3})?)(\s*[x*]\s*)([\dolisbzg]{2,3})(?=(?:\s*mm|sr|r|b)?(?![a-z\d]))"
)
_CASE_DIGITS = str.maketrans("olisbzg", "0115829")
_WORD = re.compile(r"\.? ?([a-z]{4,})")
_LIKE = frozenset("olisbzg|!")
LETTER, DASH, POINT, APOSTROPHE = (
    "letter read as a digit", "dash read as a point", "point restored", "apostrophe read as a dash",
)  # fmt: skip


def repaired(plain: str, known: Known) -> tuple[str, tuple[str, ...]]:
    """The casefolded text with such characters put right, as long as it was, and the repairs."""
    repairs: list[str] = []

    def letters(match: re.Match[str]) -> str:
        run = match[0]
        if run[-1] == "o" and _is_ordinal(plain, match.end()):
            return run
        digits = run.translate(_DIGITS)
        if not _is_known(run, digits, known):
            return run
        repairs.append(LETTER)
        return digits

    def tied(match: re.Match[str]) -> str:
        part = match[2] or match[3]
        if f"{match[1]}.{part}" not in known.metric or f"{match[1]}-{part}" in known.compounds:
            return match[0]
        repairs.append(DASH if match[2] else POINT)
        return f"{match[1]}.{part}"

    def quoted(match: re.Match[str]) -> str:
        if f"{match[1]}-{match[2]}" not in known.compounds:
            return match[0]
        repairs.append(APOSTROPHE)
        return f"{match[1]}-{match[2]}"

    if not _LIKE.isdisjoint(plain):
        paired = _PAIR.sub(lambda match: _paired(match, known), plain)
        repairs += [LETTER] if paired != plain else []
        plain = paired
        plain = _MIXED.sub(letters, plain)
    plain = _TIED.sub(tied, plain)
    if "'" in plain:
        plain = _QUOTED.sub(quoted, plain)
    return plain, tuple(repairs)


def _paired(match: re.Match[str], known: Known) -> str:
    """The bore and case of *match* with letters read as digits, where the table has such a round; else unchanged."""
    bore, times, case = match.groups()
    digits = bore.translate(_CASE_DIGITS), case.translate(_CASE_DIGITS)
    listed = f"{digits[0].replace(',', '.')}x{digits[1]}" in known.pairs
    return f"{digits[0]}{times}{digits[1]}" if listed else match[0]


def _is_ordinal(plain: str, end: int) -> bool:
    """True if a word that is none of calibers follows a number with *o* (``38o batallon``), an ordinal."""
    following = _WORD.match(plain, end)
    return following is not None and not understand(following[1]).role


def _is_known(run: str, digits: str, known: Known) -> bool:
    """True if *digits*, the digits that *run* may stand for, are a number of the tables and no other is as likely.

    A letter at the end may be a word of its own (``22s``, ``22 l``): only an *o* there is taken for a digit, and
    an *s*, *b* or *z* behind a point.
    """
    if run[-1] in "lisbz|!" and not (run[0] in ".," and run[-1] in "sbz"):
        return False
    core = digits.lstrip(".,").replace(",", ".")
    return core in known.bare or core in known.metric
