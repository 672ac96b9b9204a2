"""Rows that hold no record, in three languages."""

from __future__ import annotations

import pytest

from armstrace.formats.row_kinds import skip_reason

HEADER = ("Tipo", "Cantidad")


@pytest.mark.parametrize(
    ("reason", "cells"),
    [
        ("total", ("TOTAL", "12")),
        ("total", ("Sub-total", "12")),
        ("total", ("Total geral:", "12")),
        ("total", ("Totais", "12")),
        ("total", ("Suma", "12")),
        ("total", ("Subtotal de Sonora", "12")),
        ("total", ("", "Total")),
        ("note", ("Fonte: PMERJ", "")),
        ("note", ("Fuente: SEDENA", "")),
        ("note", ("Página 2 de 10", "")),
        ("note", ("Page 3", "")),
        ("note", ("pág. 4/7", "")),
        ("header", ("TIPO", "CANTIDAD")),
        ("blank", (" ", "")),
        ("", ("FUSIL", "12")),
        ("", ("Sumatra", "12")),
        ("", ("Totalmente destruida", "1")),
        ("", ("Página 2", "12")),
        ("", ("Tipo", "")),
    ],
)
def test_the_reason_for_a_row(reason: str, cells: tuple[str, ...]) -> None:
    assert reason == skip_reason(cells, 5, header=2, header_cells=HEADER)


@pytest.mark.parametrize(("number", "reason"), [(1, "title"), (2, "header"), (3, "header"), (4, "")])
def test_two_header_rows(number: int, reason: str) -> None:
    assert reason == skip_reason(("a", "b"), number, header=3, first_row=2, header_cells=HEADER)
