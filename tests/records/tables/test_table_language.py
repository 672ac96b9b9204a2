"""Language, country and type of record of a table."""

from __future__ import annotations

import pytest

from armstrace.records.tables.header_words import read_header
from armstrace.records.tables.table_language import country_of, language_of, record_of


@pytest.mark.parametrize(
    ("headers", "cells", "language"),
    [
        (["Fecha", "Tipo", "Marca"], [], "es"),
        (["Date", "Type", "Make"], [], "en"),
        (["Data", "Tipo", "Marca"], [], "pt"),
        (["Tipo", "Marca", "Calibre"], ["FUZIL", "ESPINGARDA"], "pt"),
        (["Tipo", "Marca", "Calibre"], ["FUSIL", "ESCOPETA"], "es"),
        ([], [], "es"),
    ],
)
def test_language(headers: list[str], cells: list[str], language: str) -> None:
    assert language == language_of([read_header(header) for header in headers], cells)


@pytest.mark.parametrize(
    ("cells", "language", "country"),
    [
        (["Tamps.", "Sonora", ""], "es", "MX"),
        (["TX", "Arizona"], "en", "US"),
        (["Antioquia", "Valle"], "es", None),
        (["SP"], "pt", "BR"),
        ([], "en", None),
        (["Mich.", "Ver."], "en", "MX"),
    ],
)
def test_country(cells: list[str], language: str, country: str | None) -> None:
    assert country == country_of(cells, language)  # type: ignore[arg-type]  # a plain string here


def test_record() -> None:
    readings = [read_header(header) for header in ("Serial", "Make")]
    assert ("custody", "seizure", "seizure") == (
        record_of(readings, ["Lost and stolen firearms"]),
        record_of(readings, ["Seized firearms inventory, exhibits"]),
        record_of(readings, []),
    )
