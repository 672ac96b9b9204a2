"""Point and comma by the evidence of a column: thousands by convention, decimals where other cells show them."""

from __future__ import annotations

import pytest

from armstrace.counts.column import count_column
from armstrace.counts.value import Count
from armstrace.errors import ParseError


@pytest.mark.parametrize(
    ("cells", "figure", "number"),
    [
        (["1.200"], "1.200", 1200),
        (["12", "2.000"], "2.000", 2000),
        (["1.234.567", "2.000"], "2.000", 2000),
        (["1,234.00", "2,000"], "2,000", 2000),
        (["12.5", "2.000"], "2.000", 2),
        (["0.000", "2.000"], "2.000", 2),
        (["1234.000", "2.000"], "2.000", 2),
        (["12.50", "2,000"], "2,000", 2000),
        (["S/D", "varios", "12/05", "1.2.3"], "2.000", 2000),
        (["4.000", "0.500", "2.250"], "4.000", 4),
        (["2,000", "0,750", "1,500"], "2,000", 2),
        (["2.000", "3,000"], "2.000", 2000),
    ],
)
def test_other_cells_show_what_a_sign_means(cells: list[str], figure: str, number: int) -> None:
    assert number == Count.parse(figure, column=count_column(cells)).value


@pytest.mark.parametrize(
    ("cells", "figure", "cause"),
    [
        (["12.5", "1.234", "2.000"], "2.000", "count.sign_unsettled"),
        (["1.000", "2.000", "15.000"], "2.000", "count.sign_unsettled"),
        (["12.5"], "1.234", "count.fraction"),
    ],
)
def test_a_sign_that_is_not_settled_gives_no_number(cells: list[str], figure: str, cause: str) -> None:
    with pytest.raises(ParseError) as refused:
        Count.parse(figure, column=count_column(cells))
    assert cause == refused.value.code
