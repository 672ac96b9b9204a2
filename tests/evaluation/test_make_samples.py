"""The shipped sample lists are what the script makes, and hold what they promise."""

import csv
import importlib.util
import sys
from importlib import resources
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SAMPLES = resources.files("armstrace").joinpath("data/samples")
TRUTH = ROOT / "tests/data/sample_truth.csv"


def rows(text, *, after=0):
    return list(csv.DictReader(text.splitlines()[after:]))


@pytest.fixture(scope="module")
def seizures():
    found = rows(SAMPLES.joinpath("seizures.csv").read_text(encoding="utf-8"), after=2)
    return {row["id_aseguramiento"]: row for row in found if row["id_aseguramiento"].startswith("EJ-")}


@pytest.fixture(scope="module")
def stock():
    found = rows(SAMPLES.joinpath("stock.csv").read_text(encoding="utf-8"), after=1)
    return {row["record_id"]: row for row in found}


@pytest.fixture(scope="module")
def truth():
    return rows(TRUTH.read_text(encoding="utf-8"))


def test_the_script_makes_these_bytes(tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "evaluation"))
    spec = importlib.util.spec_from_file_location("make_samples", ROOT / "evaluation/make_samples.py")
    assert spec is not None
    script = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(script)
    finally:
        sys.modules.pop("sample_plan", None)
    for name in ("SEIZURES", "STOCK", "TRUTH"):
        monkeypatch.setattr(script, name, tmp_path / f"{name}.csv")
    script.main()
    assert (tmp_path / "SEIZURES.csv").read_bytes() == SAMPLES.joinpath("seizures.csv").read_bytes()
    assert (tmp_path / "STOCK.csv").read_bytes() == SAMPLES.joinpath("stock.csv").read_bytes()
    assert (tmp_path / "TRUTH.csv").read_bytes() == TRUTH.read_bytes()


def test_size(seizures, stock, truth):
    assert (len(seizures), len(stock)) == (60, 400)
    assert {row["id_aseguramiento"] for row in truth} == set(seizures)
    assert {row["record_id"] for row in truth} - {""} <= set(stock)


def test_every_serial_is_marked_as_synthetic(seizures, stock):
    assert {row["synthetic_serial"] for row in (*seizures.values(), *stock.values())} == {"true"}
    for name in ("seizures.csv", "stock.csv"):
        first = SAMPLES.joinpath(name).read_text(encoding="utf-8").partition("synthetic_serial,")[0]
        assert "synthetic" in first.lower()


def test_no_agency_of_the_stock_list_is_real(stock):
    assert all(not row["agency"] or row["agency"].startswith("EXAMPLE ") for row in stock.values())


def test_the_false_friend(seizures, stock, truth):
    (pair,) = (row for row in truth if row["relation"] == "false friend")
    found, kept = seizures[pair["id_aseguramiento"]], stock[pair["record_id"]]
    assert found["matricula"] == kept["serial_no"]
    assert (found["calibre"], kept["caliber"]) == ("9 mm", "7.62x39")


def test_the_lot(seizures, stock, truth):
    (pair,) = (row for row in truth if row["relation"] == "lot")
    found, kept = seizures[pair["id_aseguramiento"]], stock[pair["record_id"]]
    assert found["tipo_arma"] == "GRANADA DE FRAGMENTACIÓN"
    assert found["matricula"].removeprefix("LOTE ") == kept["serial_no"].removeprefix("LOT ")


def test_plain_pairs_agree_as_written(seizures, stock, truth):
    pairs = [row for row in truth if row["why"] == "as written" and row["relation"] == "same"]
    assert len(pairs) > 5
    for pair in pairs:
        assert seizures[pair["id_aseguramiento"]]["matricula"] == stock[pair["record_id"]]["serial_no"]
