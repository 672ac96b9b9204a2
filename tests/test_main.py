"""The command line: the account, or what was wrong with the tables."""

from __future__ import annotations

import pathlib

import pytest

from armstrace.__main__ import main


def test_the_shipped_sample(capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == main([])
    out, err = capsys.readouterr()
    for said in (
        "every serial number in it is made up",
        "66 rows = 60 records + 0 rejected + 6 skipped",
        "column fecha: no date can be read",
        "Mexico (LFAFE): 61 weapons",
        "United States (GCA and NFA): 61 weapons",
        "undetermined because:",
        "a lead to check, not an identification",
        "- different calibers:",
        "same lot:",
        "without: no serial number to look for",
    ):
        assert said in out
    assert "" == err
    assert len(out.splitlines()) < 100


def test_own_files(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.csv").write_text("tipo,matricula,fecha\nFUSIL,A123456,05/01/2023\n", "utf-8")
    (tmp_path / "b.csv").write_text("serial,date,make\nA123456,1/5/2010,COLT\n", "utf-8")
    assert 0 == main([str(tmp_path / "a.csv"), str(tmp_path / "b.csv")])
    out, _ = capsys.readouterr()
    assert "a.csv: 2 rows = 1 records" in out
    assert "made up" not in out


def test_unknown_headers_get_the_nearest_map(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Uno,Dos,Marca\nFUSIL,5.56,COLT\n", "utf-8")
    assert 2 == main([str(path), str(path)])
    out, err = capsys.readouterr()
    assert "" == out
    assert "nearest column map: seizures_es; missing: kind, serial" in err
    assert "missing: serial, under a header such as matricula" in err
    assert "ColumnMap.of" in err


@pytest.mark.parametrize("arguments", [["a.csv"], ["a", "b", "c"], ["--help"]])
def test_anything_else_is_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == main(arguments)
    assert "usage: python -m armstrace [SEIZURES.csv STOCK.csv]" in capsys.readouterr().err


def test_missing_and_empty_files(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == main([str(tmp_path / "none.csv"), str(tmp_path / "none.csv")])
    assert "none.csv" in capsys.readouterr().err
    (tmp_path / "empty.csv").write_bytes(b"")
    assert 2 == main([str(tmp_path / "empty.csv")] * 2)
    assert "the file is empty" in capsys.readouterr().err


def test_the_readme_shows_what_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    readme = (pathlib.Path(__file__).parents[1] / "README.md").read_text("utf-8")
    block = readme.partition("```text\n")[2].partition("```")[0]
    shown = [line.rstrip("…").strip() for line in block.splitlines()]
    main([])
    printed = iter(line.strip() for line in capsys.readouterr().out.splitlines())
    for line in filter(None, shown):
        assert any(each.startswith(line) for each in printed), line
