"""The packaged tables as such, and the registry over them."""

import csv
import re
from importlib import resources

import pytest
from attrs import frozen

from armstrace import _normalize, _tables
from armstrace.errors import AmbiguousEntry, UnknownEntry

DATA = resources.files("armstrace").joinpath("data")


def packaged(suffix, folder=DATA, prefix=""):
    """Names below ``data/`` of all files that end so."""
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir():
            yield from packaged(suffix, item, f"{prefix}{item.name}/")
        elif item.name.endswith(suffix):
            yield prefix + item.name


TABLES = [name for name in packaged(".csv") if not name.startswith("samples/")]


@pytest.mark.parametrize("name", TABLES)
def test_every_table_is_whole(name):
    """Each row has all columns and no stray space, no two are alike, ids are unique."""
    rows = _tables.rows(name)
    assert rows
    for row in rows:
        assert None not in row, row
        assert None not in row.values(), row
        assert all(cell == cell.strip() for cell in row.values()), row
    cells = [tuple(row.values()) for row in rows]
    assert len(cells) == len(set(cells))
    # features of several families stand in one table
    ids = [(row.get("feature"), row["id"]) for row in rows if "id" in row]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", TABLES)
def test_every_table_has_an_edition(name):
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", _tables.edition(name))


@pytest.mark.parametrize("name", [name for name in TABLES if "verified" in _tables.rows(name)[0]])
def test_every_fact_has_a_source(name):
    """What nobody looked up is not said to be verified."""
    stated = re.search(r"^# .*\bsource: (.+)$", _tables.text(name), re.MULTILINE)  # one for all rows
    for row in _tables.rows(name):
        source = row["source"] if "source" in row else stated and stated[1]
        assert source, row
        assert row["verified"] in {"true", "false"}, row
        assert not (source == "general knowledge" and row["verified"] == "true"), row


@pytest.mark.parametrize("name", TABLES)
def test_no_row_is_taken_for_a_comment(name):
    """The standard reader, comments aside, sees as many rows."""
    lines = _tables.text(name).split("\n")
    comments = sum(line.startswith(("# ", "#\n")) or line == "#" for line in lines)
    assert len(_tables.rows(name)) + 1 == len(list(csv.reader(lines[comments:]))) - lines[comments:].count("")


@pytest.mark.parametrize("name", list(packaged(".toml")))
def test_every_toml_file_reads(name):
    assert _tables.toml(name)


def test_a_row_may_begin_with_a_number_sign():
    assert "#n/a" in [row["word"] for row in _tables.rows("columns/placeholders.csv")]


def test_no_edition(monkeypatch):
    monkeypatch.setattr(_tables.reading, "text", lambda _name: "# source: nowhere\nid\na\n")
    with pytest.raises(LookupError, match=r"no edition in x\.csv"):
        _tables.edition("x.csv")
    assert _tables.rows("x.csv") == [{"id": "a"}]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [("", ()), (" ", ()), ("a", ("a",)), ("a|b", ("a", "b")), (" a | | b |", ("a", "b"))],
)
def test_split(cell, expected):
    assert expected == _tables.split(cell)


@frozen
class Thing:
    id: str
    names: tuple[str, ...]


COLT = Thing("colt", ("Colt", "Colt's Mfg."))
COBRA = Thing("cobra", ("Cobra", "Ríos"))
COBRA_COLT = Thing("colt_cobra", ("Cobra", "Colt Cobra"))


@pytest.fixture
def registry():
    return _tables.Registry("things", [COLT, COBRA, COBRA_COLT])


def test_registry_by_id(registry):
    assert len(registry) == 3
    assert list(registry) == [COLT, COBRA, COBRA_COLT]
    assert registry["colt"] is COLT
    assert registry.get("colt") is COLT
    assert registry.get("Colt") is None
    with pytest.raises(UnknownEntry) as caught:
        registry["cold"]
    assert (caught.value.registry, caught.value.key, caught.value.nearest[0]) == ("things", "cold", "colt")
    assert caught.value.__suppress_context__


@pytest.mark.parametrize(
    ("name", "expected"),
    [("colt", COLT), ("COLTS MFG", COLT), ("Colt’s  Mfg", COLT), ("RIOS", COBRA), ("colt-cobra", COBRA_COLT)],
)
def test_registry_lookup(registry, name, expected):
    assert registry.lookup(name) is expected
    assert registry.named(name) == (expected,)


def test_registry_chooses_nothing(registry):
    """The id of one entry is a name of another: both are meant, none is taken."""
    with pytest.raises(AmbiguousEntry) as caught:
        registry.lookup("COBRA")
    assert caught.value.candidates == ("cobra", "colt_cobra")
    assert registry.named("COBRA") == (COBRA, COBRA_COLT)


@pytest.mark.parametrize("name", ["", "zzzz", "☃", "\x00", "x" * 10_000_000])
def test_registry_knows_not(registry, name):
    assert registry.named(name) == ()
    assert registry.search(name) == ()
    with pytest.raises(UnknownEntry):
        registry.lookup(name)


def test_registry_search(registry):
    assert registry.search("colt's mfg")[0] is COLT
    assert set(registry.search("cobr")) == {COBRA, COBRA_COLT}
    assert len(registry.search("cobr", limit=1)) == 1


def test_registry_with_another_spelling_rule():
    registry = _tables.Registry("things", [COLT], normalize=_normalize.tidy)
    assert registry.named("colt") == (COLT,)
    assert registry.named("COLT") == ()


def test_the_value_of_a_row_is_made_when_it_is_asked_for():
    made = []

    def make(row):
        made.append(row["id"])
        return Thing(row["id"], (row["name"],))

    rows = [{"id": "a", "name": "Able", "aliases": "Abel"}, {"id": "b", "name": "Baker", "aliases": ""}]
    registry = _tables.Registry[Thing]("rows", _tables.LazyRows(rows, make))
    assert registry.get("c") is None
    assert not made
    assert registry.lookup("ABEL") is registry["a"]
    assert made == ["a"]
    assert [row.id for row in registry.search("bakr")] == ["b"]
    assert (len(registry), [row.id for row in registry]) == (2, ["a", "b"])
    assert made == ["a", "b"]
