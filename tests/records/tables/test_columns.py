"""Column maps: data files, and maps of one's own."""

from __future__ import annotations

import pytest

from armstrace import _normalize, _tables
from armstrace.errors import UnknownEntry
from armstrace.records.tables.columns import FIELDS, ColumnMap


@pytest.mark.parametrize("known", ColumnMap.all(), ids=lambda known: known.id)
def test_packaged_maps_are_sound(known: ColumnMap) -> None:
    assert known is ColumnMap.lookup(known.id)
    spellings = [_normalize.key(header) for _, headers in known.headers for header in headers]
    assert len(set(spellings)) == len(spellings), "a header that means two fields"
    assert set(known.required) <= {name for name, _ in known.headers}
    assert {name for name, _ in known.headers} <= set(FIELDS[known.record])
    assert _tables.edition(f"columns/{known.id}.toml")


def test_unknown_map_names_those_there_are() -> None:
    with pytest.raises(UnknownEntry, match="nearest: seizures_es"):
        ColumnMap.lookup("seizures")


def test_unknown_field_is_an_error() -> None:
    with pytest.raises(UnknownEntry, match=r"'holder'.*authority"):
        ColumnMap.of("seizure", language="es", holder="Dependencia")


@pytest.mark.parametrize("change", [{"record": "sale"}, {"language": "fr"}])
def test_unknown_record_and_language(change: dict[str, str]) -> None:
    with pytest.raises((ValueError, KeyError)):
        ColumnMap(**{"record": "seizure", "language": "es", "headers": ()} | change)  # type: ignore[arg-type]  # wrong on purpose


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        (["Tipo de arma", "MATRÍCULA", "foto"], {"kind": 0, "serial": 1}),
        (["tipo_arma", "matricula", "Matrícula"], {"kind": 0}),
        (["", "x" * 100_000], {}),
        ([], {}),
    ],
)
def test_match(cells: list[str], found: dict[str, int]) -> None:
    assert found == ColumnMap.lookup("seizures_es").match(cells)


def test_clashes_name_the_field() -> None:
    assert ("serial",) == ColumnMap.lookup("seizures_es").clashes(["tipo", "matricula", "No. de serie"])
