"""Ranges of serial numbers, as import lists and proof records give them: ``A100000-A100499``.

>>> from armstrace.weapons.serials import SerialNumber
>>> lot = SerialRange.parse("A100000-A100499")
>>> lot.count, str(lot)
(500, 'A100000-A100499')
>>> [lot.holds(SerialNumber.parse(text)) for text in ("A100250", "A100500", "B100250", "A10025?")]
[True, False, False, None]
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import field, frozen, validators

from armstrace import _normalize
from armstrace.errors import ParseError
from armstrace.weapons.serials.states import SerialState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from armstrace.weapons.serials.number import SerialNumber

_TO: Final = "TO|THRU|THROUGH|UNTIL|AL|A|HASTA|AT[EÉ]"
_RANGE: Final = re.compile(rf"([A-Z]{{0,6}})([0-9]{{1,12}}) ?(?:-|{_TO}) ?([A-Z]{{0,6}})([0-9]{{1,12}})")
_LABELS: Final = re.compile(
    r"(?:(?:SERIES?|SERIALS?|MATR[IÍ]CULAS?|MATS?|NOS?|N[UÚ]MEROS?|NUMBERS?|DESDE|FROM|DEL?|DO|DA|LAS?|LOS|EL|ENTRE|BETWEEN"
    r"|RANGO|RANGE)(?:[.:# ]+))+"
)
_IN_CELL: Final = re.compile(
    rf"([A-Z]{{0,6}})([0-9]{{2,12}})(?: (?:{_TO})(?: LA| EL| O| THE)? | ?\.\.\. ?)([A-Z]{{0,6}})([0-9]{{2,12}})"
)
_SHORT_END: Final = re.compile(r"([A-Z]{0,6})([0-9]{3,12}) ?[-/] ?([0-9]{1,6})")
_BEHIND: Final = re.compile(r"(?: AMB[OA]S)?(?:,? INCLUSIVES?)?(?: ?\(([0-9]{0,4})[^()0-9]{0,30}\))?$")
_PLURAL: Final = re.compile(r"SERIES|SERIALS|NOS\b|NOS\.|MATR[IÍ]CULAS|N[UÚ]MEROS|NUMBERS|RANG")
_LONGEST_CELL: Final = 80


def _in_order(found: SerialRange, _attribute: object, last: int) -> None:
    if last < found.first:
        raise ParseError(
            "the last is before the first",
            code="serial_range.ends_before_it_begins",
            text=found.raw or f"{found.first}-{last}",
        )


def _holds_all(found: SerialRange, _attribute: object, digits: int) -> None:
    if found.last >= 10**digits:
        raise ParseError(
            f"more than {digits} digits", code="serial_range.too_many_digits", text=f"{found.first}-{found.last}"
        )


@frozen(kw_only=True)
class SerialRange:
    """The numbers from a first to a last, of one prefix and one length.

    Attributes:
        prefix: The letters in front, in capitals, at most six.
        first: The first number.
        last: The last number, not below the first.
        digits: The number of digits, 1 to 12.
        raw: The text.
    """

    prefix: str = field(validator=validators.matches_re(r"[A-Z]{0,6}"))
    first: int = field(validator=validators.ge(0))
    last: int = field(validator=_in_order)
    digits: int = field(validator=[validators.in_(range(1, 13)), _holds_all])
    raw: str = field(default="", eq=False)

    @staticmethod
    def parse(text: str) -> SerialRange:
        """The range in a text; both ends are whole numbers of one form.

        Raises:
            ParseError: The text is no range, its ends have another form, or the last is before the first.
        """
        found = _RANGE.fullmatch(_normalize.tidy(text[:64]).upper()) if len(text) <= 64 else None
        if found is None:
            raise ParseError(
                "no range of serial numbers", code="serial_range.none", text=text, hint="such as A100000-A100499"
            )
        prefix, first, other, last = found.groups()
        if prefix != other or len(first) != len(last):
            raise ParseError("ends of two forms", code="serial_range.mixed_forms", text=text)
        return SerialRange(prefix=prefix, first=int(first), last=int(last), digits=len(first), raw=text)

    @property
    def count(self) -> int:
        """The number of serial numbers in the range; how many were made or sold is another matter."""
        return self.last - self.first + 1

    def texts(self) -> Iterator[str]:
        """The numbers of the range, in order.

        >>> list(SerialRange.parse("A099-A101").texts())
        ['A099', 'A100', 'A101']
        """
        for number in range(self.first, self.last + 1):
            yield f"{self.prefix}{number:0{self.digits}}"

    def holds(self, serial: SerialNumber) -> bool | None:
        """True if the number lies within; None where it is not fully known."""
        if serial.state is not SerialState.LEGIBLE:
            return None
        number = serial.compact.removeprefix(self.prefix)
        plain = serial.compact.startswith(self.prefix) and number.isascii() and number.isdigit()
        return plain and len(number) == self.digits and self.first <= int(number) <= self.last

    def __str__(self) -> str:
        return f"{self.prefix}{self.first:0{self.digits}}-{self.prefix}{self.last:0{self.digits}}"


@frozen
class FoundRange:
    """A range in a cell.

    Attributes:
        range: The range.
        worded: True if words, a plural or a count show that it is one; False for a dash, which may stand in a number.
    """

    range: SerialRange
    worded: bool


def find(cell: str) -> FoundRange | None:
    """The range that a cell gives, with its labels: *del A100 al A110*; None if it gives none.

    The end may leave out what it shares with the beginning: *A100 al 110*.

    >>> str(find("SERIES DEL A100 AL 110").range), find("A100-A110").worded, find("418-15538")
    ('A100-A110', False, None)
    """
    plain = _normalize.tidy(cell).upper() if len(cell) <= _LONGEST_CELL else ""
    behind = _BEHIND.search(plain)
    stated = behind[1] if behind else None
    plain = plain[: behind.start()] if behind else plain
    label = _LABELS.match(plain)
    plural = label is not None and _PLURAL.search(label[0]) is not None
    plain = plain[label.end() :] if label else plain
    found = _IN_CELL.fullmatch(plain)
    if found:
        prefix, first, other, last = found.groups()
        if not other and len(last) <= len(first):
            other, last = prefix, first[: len(first) - len(last)] + last
        plain = f"{prefix}{first}-{other}{last}"
    try:
        of_plain = SerialRange.parse(plain)
    except ParseError:
        return None
    return FoundRange(of_plain, found is not None or plural or stated == str(of_plain.count))


def in_list(text: str) -> SerialRange | None:
    """The range that an item of a list may be, with an end that may be shortened; None if it can be none.

    Only the count of the row tells such an item from a number.

    >>> str(in_list("B1185-87")), str(in_list("B1185-B1187")), in_list("B1185-84")
    ('B1185-B1187', 'B1185-B1187', None)
    """
    if found := find(text):
        return found.range
    short = _SHORT_END.fullmatch(_normalize.tidy(text).upper()) if len(text) <= _LONGEST_CELL else None
    if short is None or len(short[3]) > len(short[2]):
        return None
    last = short[2][: len(short[2]) - len(short[3])] + short[3]
    try:
        return SerialRange.parse(f"{short[1]}{short[2]}-{short[1]}{last}")
    except ParseError:
        return None
