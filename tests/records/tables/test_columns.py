"""Column maps: data files, and maps of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from armstrace import _normalize, _tables, read_table
from armstrace.errors import UnknownEntry
from armstrace.records.tables.columns import FIELDS, ColumnMap

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

ADDED = """# edition: 2026-01-01
record = "custody"
language = "en"
required = ["serial"]

[headers]
serial = ["Waffennummer"]
holder = ["Besitzer"]
"""


@pytest.fixture
def added(monkeypatch: pytest.MonkeyPatch, read_anew: Callable[[Any], None]) -> None:
    """One more file among the shipped column maps."""
    text, files = _tables.text, _tables.files
    monkeypatch.setattr(_tables.reading, "text", lambda name: ADDED if name == "columns/lager.toml" else text(name))
    monkeypatch.setattr(_tables, "files", lambda name: (*files(name), "columns/lager.toml"))
    read_anew(ColumnMap)


@pytest.mark.usefixtures("added")
def test_a_column_map_is_added_by_a_file_alone(tmp_path: Path) -> None:
    path = tmp_path / "lager.csv"
    path.write_text("Besitzer;Waffennummer\nZeughaus;967I46\n", encoding="utf-8")
    assert "lager" == ColumnMap.lookup("Lager").id == ColumnMap.all()[-1].id
    for columns in (None, "lager"):
        (record,) = read_table(path, columns).custody
        assert ("Zeughaus", "967I46") == (record.holder, record.weapon.serial.text)


def test_what_was_added_is_gone() -> None:
    assert ColumnMap.get("lager") is None


@pytest.mark.parametrize("known", ColumnMap.all(), ids=lambda known: known.id)
def test_packaged_maps_are_sound(known: ColumnMap) -> None:
    assert known is ColumnMap.lookup(known.id)
    spellings = [_normalize.key(header) for _, headers in known.headers for header in headers]
    assert len(set(spellings)) == len(spellings), "a header that means two fields"
    assert set(known.required) <= {name for name, _ in known.headers}
    assert {name for name, _ in known.headers} <= set(FIELDS[known.record])
    assert _tables.edition(f"columns/{known.id}.toml")


def test_unknown_map_names_those_there_are() -> None:
    with pytest.raises(UnknownEntry, match="seizures_es"):
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
