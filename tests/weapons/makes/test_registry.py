"""The registry of makes, and its values."""

from __future__ import annotations

import pickle

import pytest

from armstrace import _tables
from armstrace.errors import AmbiguousEntry, UnknownEntry
from armstrace.weapons import makes
from armstrace.weapons import name_words as _words
from armstrace.weapons.makes import names as _make_index
from armstrace.weapons.makes import reader as _make_reader
from armstrace.weapons.makes import registry as _make_table
from armstrace.weapons.makes.reader import MakeFlag
from armstrace.weapons.makes.registry import CompanyRole, Make

ROWS = list(_make_table.make_rows().values())
IDS = [row.id for row in ROWS]


def read_id(text):
    reading = makes.read(text)
    return reading.make.id if reading and reading.make else None


def test_ids_are_sorted():
    assert sorted(IDS) == IDS


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_each_make_is_found_by_its_own_names(row):
    assert row.make() == Make.get(row.id)
    assert set(row.related) <= set(IDS) - {row.id}
    assert row.strict in {"", "line", "all"}
    assert len(row.country) == 2
    assert read_id(row.name) == row.id
    for name in row.names:
        reading = makes.read(name)
        named = {reading.make.id} if reading.make else {make.id for make in reading.candidates}
        assert row.id in named, name
        assert _words.joined(_words.tokens(name)), name


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_relations_hold_both_ways(row):
    for other in row.related:
        assert row.id in _make_table.make_rows()[other].related


@pytest.mark.parametrize("row", [row for row in ROWS if row.companies], ids=lambda row: row.id)
def test_each_company_is_whole(row):
    for company in row.companies:
        assert company.source
        assert (company.first_year or 0) <= (company.last_year or 9999)
        if company.role is CompanyRole.MAKER and company.verified:
            assert read_id(company.name) == row.id, company.name


def test_every_company_belongs_to_a_make():
    assert {row["make"] for row in _tables.rows("makes/companies.csv")} <= set(IDS)


def test_verbs_of_the_registry():
    assert Make.get("nobody") is None
    assert Make.lookup("smith y wesson").id == "smith-wesson"
    assert Make.lookup("F.N.").id == "fn"
    assert Make.search("Winchestr")[0].id == "winchester"
    assert len(Make.all()) == len(IDS) > 400
    with pytest.raises(UnknownEntry, match="barrett"):
        Make.lookup("Barett")


def test_an_ambiguous_name_is_not_chosen(monkeypatch, read_anew):
    rows = {"one": ["Twin Arms"], "two": ["Twin Arms"]}
    table = {make_id: _row(make_id, names) for make_id, names in rows.items()}
    for module in (_make_table, _make_index):
        monkeypatch.setattr(module, "make_rows", lambda: table)
    read_anew(Make)
    # what is remembered of the true table must not be met here, nor what is remembered of this one elsewhere
    remembered = [each for module in (_make_index, _make_reader) for each in vars(module).values() if is_cached(each)]
    for cached in remembered:
        cached.cache_clear()
    try:
        with pytest.raises(AmbiguousEntry):
            Make.lookup("Twin Arms")
        reading = makes.read("TWIN ARMS")
        assert reading.make is None
        assert reading.flags == (MakeFlag.AMBIGUOUS,)
        assert [make.id for make in reading.candidates] == ["one", "two"]
        assert makes.read("twin arms rifle 5").flags == (MakeFlag.AMBIGUOUS,)
    finally:
        for cached in remembered:
            cached.cache_clear()


def is_cached(value):
    return hasattr(value, "cache_clear")


def _row(make_id, names, *, strict=""):
    return _make_table.MakeRow(
        id=make_id,
        name=names[0],
        country="US",
        aliases=tuple(names[1:]),
        former=(),
        only_leading=frozenset(),
        related=(),
        strict=strict,
        companies=(),
        source="test",
        verified=False,
    )


def test_a_make_tells_what_the_registry_knows():
    colt = Make.get("colt")
    assert colt.known
    assert colt.country == "US"
    assert "Colt's" in colt.aliases
    assert "diemaco" in colt.related
    assert {CompanyRole.MAKER, CompanyRole.BRAND_OWNER} <= {company.role for company in colt.companies}
    assert str(colt) == "Colt"


@pytest.mark.parametrize("make", [Make(id=None, name="Acme"), Make(id="gone-from-registry", name="Acme")])
def test_an_unknown_make_says_so(make):
    assert not make.known
    assert make.country is None
    assert make.aliases == make.companies == make.related == ()
    assert str(make) == "Acme"


def test_equality_leaves_out_what_was_read():
    assert makes.read("GLOCK INC").make == makes.read("Glok").make == Make.get("glock")
    assert hash(makes.read("GLOCK INC").make) == hash(Make.get("glock"))
    assert pickle.loads(pickle.dumps(Make.get("glock"))) == Make.get("glock")
    with pytest.raises(ValueError, match="name"):
        Make(id=None, name="")


def test_a_make_has_companies_of_several_roles():
    roles = {company.name: company.role for company in Make.get("romarm").companies}
    assert roles["Century Arms, Inc."] is CompanyRole.IMPORTER
    assert {company.role for company in Make.get("marlin").companies} >= {CompanyRole.MAKER, CompanyRole.SUCCESSOR}
