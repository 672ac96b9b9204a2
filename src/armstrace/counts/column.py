"""What point and comma mean in the counts of a column, by the evidence of its own cells.

``2.000`` is two thousand in one table, and two with three decimals in another. A single cell does not tell; the column
often does: ``1.234.567`` groups by the point, ``12.5`` and ``0.500`` have decimals behind it.

>>> column = count_column(["12.50", "2.000", "1,234"])
>>> column.meaning("."), column.meaning(","), count_column(["1.000", "2.000"]).meaning(".")
('decimals', 'thousands', 'unsettled')

Policy, for a figure such as ``2.000`` or ``1,200``
    1. Without evidence the sign groups thousands, since a number of things is whole.
    2. If other cells show that the sign groups, or that decimals stand behind it, it does so here too.
    3. If both occur, the figure is not read. A figure such as ``2.250`` shows that its sign groups only if no
       other cell has three decimals behind it, as ``0.500`` has.
    4. If every figure of the column, of two or more, ends in this sign and ``000``, three decimals are as likely as
       round thousands, and the figure is not read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from attrs import frozen

from armstrace.counts import words
from armstrace.counts.figures import Figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SignMeaning: TypeAlias = Literal["thousands", "decimals", "unsettled"]

_LONGEST = 100
_MILLI = 3
# one round number is no evidence
_ENOUGH = 2


@frozen(kw_only=True)
class CountColumn:
    """The meanings of point and comma in the counts of a column.

    Attributes:
        grouping: The signs that some cell shows to group thousands.
        decimal: The signs that some cell shows to stand before decimals.
        padded: The sign that every figure has before a last ``000``; empty if there is none.
        is_seen: True if the column has more figures than one, so that it shows how it writes whole numbers.
    """

    grouping: tuple[str, ...] = ()
    decimal: tuple[str, ...] = ()
    padded: str = ""
    is_seen: bool = False

    def meaning(self, sign: str) -> SignMeaning:
        """The meaning of a point or a comma before three digits; without evidence it groups thousands."""
        if sign == self.padded or (sign in self.grouping and sign in self.decimal):
            return "unsettled"
        return "decimals" if sign in self.decimal else "thousands"


def count_column(cells: Iterable[str]) -> CountColumn:
    """The meanings of point and comma that *cells*, all cells of a column, show; other text does no harm."""
    written = [token for cell in cells for token in words.tokens(cell[:_LONGEST]) if token[0].isdigit()]
    figures = [figure for figure in map(Figure.parse, written) if figure is not None]
    decimal = _signs(figure.decimal for figure in figures if not _is_round(figure))
    milli = {figure.decimal for figure in figures if len(figure.decimals) == _MILLI}
    shows = [figure for figure in figures if not (_is_round(figure) or (figure.is_open and figure.grouping in milli))]
    return CountColumn(
        grouping=_signs(figure.grouping for figure in shows),
        decimal=decimal,
        padded="" if shows or milli else _padded(figures),
        is_seen=len(figures) > 1,
    )


def _signs(signs: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({sign for sign in signs if sign}))


def _padded(rounds: Sequence[Figure]) -> str:
    """The one sign that all figures, of which each ends in ``000``, have before it; empty if there are several."""
    signs = {figure.grouping for figure in rounds}
    return signs.pop() if len(rounds) >= _ENOUGH and len(signs) == 1 else ""


def _is_round(figure: Figure) -> bool:
    """True for ``2.000``, which is two thousand, or two with three decimals."""
    return figure.is_open and figure.whole % 1000 == 0
