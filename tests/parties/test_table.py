"""Parties: names in two languages, cells that name several, offices bounded in time."""

from __future__ import annotations

import datetime
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace import _normalize, _tables, parties
from armstrace._convert import from_plain, to_plain
from armstrace.dates.value import UncertainDate
from armstrace.errors import AmbiguousEntry, ParseError, UnknownEntry
from armstrace.parties import Party, PartyFlag, PartyKind, PartyReading
from armstrace.parties.table import period_of
from armstrace.places import Place
from armstrace.places.country import Country

MEXICO = Place.read(country="MX")
TAMAULIPAS = Place.read(country="MX", state="Tamps.")
TEXAS = Place.read(country="US", state="TX")


def ids(readings: tuple[PartyReading, ...]) -> list[list[str]]:
    return [[party.id for party in reading.candidates] for reading in readings]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("SEDENA", "mx-sedena"),
        ("Sedena", "mx-sedena"),
        ("Mexican army", "mx-sedena"),
        ("Mexico's Defense Department", "mx-sedena"),
        ("Mexico’s Defense Department", "mx-sedena"),
        ("SECRETARIA DE LA DEFENSA NACIONAL", "mx-sedena"),
        ("Secretaría de Defensa de México", "mx-sedena"),
        ("Mexican military", "mx-armed-forces"),
        ("SEMAR", "mx-semar"),
        ("Secretaría de Marina", "mx-semar"),
        ("Guardia Nacional", "mx-national-guard"),
        ("FGR", "mx-fgr"),
        ("F.G.R.", "mx-fgr"),
        ("Fiscalía General del Estado de Sinaloa", "mx-sin-prosecutor"),
        ("SSC CDMX", "mx-cmx-security"),
        ("Fiscalía General del Estado de México", "mx-mex-prosecutor"),
        ("Tamaulipas state police", "mx-tam-security"),
        ("ATF", "us-atf"),
        ("Bureau of Alcohol, Tobacco, Firearms and Explosives", "us-atf"),
        ("DOD", "us-dod"),
        ("U.S. Department of Defense", "us-dod"),
        ("Departamento de Estado de EE.UU.", "us-state"),
        ("State Department", "us-state"),
        ("DHS", "us-homeland-security"),
        ("ICE", "us-ice"),
        ("CBP", "us-cbp"),
        ("FBI", "us-fbi"),
        ("Smith & Wesson Brands, Inc.", "smith-wesson-brands"),
        ("Barrett Firearms Manufacturing, Inc.", "barrett-firearms"),
        ("Beretta U.S.A. Corp.", "beretta-usa"),
        ("Century International Arms, Inc.", "century-arms"),
        ("Colt's Manufacturing Company, LLC", "colts-manufacturing"),
        ("Glock, Inc.", "glock-inc"),
        ("Glock Ges.m.b.H.", "glock-gmbh"),
        ("Sturm, Ruger & Company, Inc.", "sturm-ruger"),
        ("Witmer Public Safety Group, Inc. d/b/a Interstate Arms", "witmer"),
        ("Estados Unidos Mexicanos", "mx-government"),
        ("NTD News", "ntd"),
        ("CJNG", "cjng"),
        ("Cártel del Pacífico", "sinaloa-cartel"),
        ("U.S. Court of Appeals for the First Circuit", "us-ca1"),
        ("Foreign Secretary of Mexico", "mx-foreign-secretary"),
        ("U.S. ambassador to Mexico", "us-ambassador-to-mexico"),
        ("Alicia Barcena", "alicia-barcena"),
        ("mx-sedena", "mx-sedena"),
    ],
)
def test_lookup(name, expected):
    assert expected == Party.lookup(name).id
    assert Party.get(expected) is Party.lookup(name)


@pytest.mark.parametrize(
    ("name", "country", "expected"),
    [
        ("Ejército", "MX", "mx-sedena"),
        ("Army", "US", "us-army"),
        ("Ejército", Country.lookup("Colombia"), "co-army"),
        ("Defense Department", "México", "mx-sedena"),
        ("Defense Department", "US", "us-dod"),
        ("Marina", "MX", "mx-semar"),
        ("Guardia Nacional", "US", "us-national-guard"),
        ("National Guard", "MX", "mx-national-guard"),
        ("Attorney General", "US", "us-attorney-general"),
        ("PNC", "SV", "sv-police"),
        ("ATF", "MX", "us-atf"),
    ],
)
def test_lookup_where_the_country_is_known(name, country, expected):
    assert expected == Party.lookup(name, country).id


@pytest.mark.parametrize("name", ["Ejército", "Army", "PNC", "Marina", "SSP", "cartels", "", "x" * 10_000])
def test_short_names_alone_are_nobody(name):
    with pytest.raises(UnknownEntry):
        Party.lookup(name)


def test_lookup_chooses_nothing():
    with pytest.raises(AmbiguousEntry) as caught:
        Party.lookup("SSP", "MX")
    assert ("mx-ssp", "mx-state-security") == caught.value.candidates


@pytest.mark.parametrize(
    ("cell", "place", "expected"),
    [
        ("GN", None, [["mx-national-guard"]]),
        ("Sedena", None, [["mx-sedena"]]),
        ("Ejército Mexicano", MEXICO, [["mx-sedena"]]),
        ("EJÉRCITO", MEXICO, [["mx-sedena"]]),
        ("SSP ESTATAL", None, [["mx-state-security"]]),
        ("SSP ESTATAL", TAMAULIPAS, [["mx-tam-security"]]),
        ("SSP", TAMAULIPAS, [["mx-ssp", "mx-tam-security"]]),
        ("FGE", None, [["mx-state-prosecutor"]]),
        ("FGE", MEXICO, [["mx-state-prosecutor"]]),
        ("FGE", TAMAULIPAS, [["mx-tam-prosecutor"]]),
        ("FGE-SIN", TAMAULIPAS, [["mx-sin-prosecutor"]]),
        ("Fiscalía", TAMAULIPAS, [["mx-tam-prosecutor"]]),
        ("GN-FGR", None, [["mx-national-guard"], ["mx-fgr"]]),
        ("SEDENA/SEMAR, GN", None, [["mx-sedena"], ["mx-semar"], ["mx-national-guard"]]),
        ("SEDENA y Grupo Lobo", None, [["mx-sedena"], []]),
        ("Fiscalía General de la República (FGR)", None, [["mx-fgr"]]),
        ("elementos de la Secretaría de Marina", None, [["mx-semar"]]),
        ("Secretaría de Seguridad y Protección Ciudadana y GN", MEXICO, [["mx-sspc"], ["mx-national-guard"]]),
        ("Marina-Armada de México", None, [["mx-semar"]]),
        ("Army", TEXAS, [["us-army"]]),
        ("Army", None, [[]]),
        ("POLICIA MUNICIPAL DE CULIACÁN", MEXICO, [[]]),
        ("de la", None, [[]]),
        ("y", None, [[]]),
        ("S/D", None, []),
        ("", MEXICO, []),
    ],
)
def test_read(cell, place, expected):
    readings = parties.read(cell, place)
    assert expected == ids(readings)
    for reading in readings:
        assert reading.raw in cell
        assert bool(reading.unread) is (not reading.candidates)
        assert reading == from_plain(to_plain(reading), PartyReading)


def test_what_is_not_known_stays():
    (reading,) = parties.read(" Grupo  de Operaciones y Tácticas ")
    assert (None, "Grupo de Operaciones y Tácticas", " Grupo  de Operaciones y Tácticas ") == (
        reading.party,
        reading.unread,
        reading.raw,
    )
    assert "Grupo de Operaciones y Tácticas" == str(reading)
    assert reading != parties.read("Otro grupo")[0]
    assert "Secretariat of National Defense of Mexico" == str(parties.read("SEDENA")[0])


def test_a_part_for_the_whole_is_flagged():
    """The army is a part of its ministry, and reports name either."""
    assert [(), (PartyFlag.METONYM,), (PartyFlag.METONYM,)] == [
        parties.read(cell, MEXICO)[0].flags for cell in ("SEDENA", "Ejército Mexicano", "Ejército")
    ]


@pytest.mark.parametrize(
    ("cell", "on", "expected", "flags"),
    [
        ("SSP", datetime.date(2012, 12, 31), ["mx-ssp", "mx-tam-security"], ()),
        ("SSP", datetime.date(2013, 12, 31), ["mx-ssp", "mx-tam-security"], ()),
        ("SSP", datetime.date(2014, 1, 1), ["mx-tam-security"], ()),
        ("SSP", UncertainDate.between(datetime.date(2013, 1, 1), datetime.date(2014, 12, 31)),
         ["mx-ssp", "mx-tam-security"], ()),
        ("PGR", datetime.date(2018, 12, 31), ["mx-pgr"], ()),
        ("PGR", datetime.date(2019, 1, 1), ["mx-pgr"], (PartyFlag.NOT_THEN,)),
        ("GN", datetime.date(2019, 5, 31), ["mx-national-guard"], (PartyFlag.NOT_THEN,)),
        ("GN", datetime.date(2019, 6, 1), ["mx-national-guard"], ()),
        ("GN", datetime.date(2030, 1, 1), ["mx-national-guard"], ()),
    ],
)  # fmt: skip
def test_parties_have_their_time(cell, on, expected, flags):
    (reading,) = parties.read(cell, TAMAULIPAS, on=on)
    assert (expected, flags) == ([party.id for party in reading.candidates], reading.flags)


@given(
    st.text(max_size=40)
    | st.lists(st.sampled_from(["GN", "y", "/", "(", "Ejército", "SSP", "de", "la", "-"])).map(" ".join)
)
def test_read_is_total(cell):
    for place in (None, TAMAULIPAS):
        for reading in parties.read(cell, place):
            assert bool(reading.unread) is (not reading.candidates)


@pytest.mark.parametrize(
    "cell", ["GN y " * 50_000, "de " * 100_000, "/" * 100_000, "(" * 299, "de " * 99 + "x", "é" * 10**6]
)
def test_hostile_cells(cell):
    assert len(parties.read(cell)) <= 2


def test_in_office():
    assert ["alicia-barcena"] == holders("mx-foreign-secretary", datetime.date(2024, 1, 22))
    assert ["luis-cresencio-sandoval"] == holders("mx-defense-secretary", datetime.date(2018, 12, 1))
    assert ["salvador-cienfuegos"] == holders("mx-defense-secretary", datetime.date(2018, 11, 30))
    assert ["salvador-cienfuegos", "luis-cresencio-sandoval"] == holders(
        Party.lookup("mx-defense-secretary"), UncertainDate.of_year(2018)
    )
    assert ["ken-salazar"] == holders("U.S. Ambassador to Mexico", datetime.date(2024, 1, 22))
    assert [] == holders("us-ambassador-to-mexico", datetime.date(1990, 1, 1))
    # the table ends somewhere, and does not say that a term does
    (tenure,) = parties.in_office("mx-president", datetime.date(2200, 1, 1))
    assert ("claudia-sheinbaum", None) == (tenure.person.id, tenure.held.contains(datetime.date(2200, 1, 1)))


def holders(office, on):
    return [tenure.person.id for tenure in parties.in_office(office, on)]


def test_offices_of():
    assert ["us-president"] * 2 == [tenure.office.id for tenure in parties.offices_of("Donald Trump")]
    assert 1 == len(parties.offices_of(Party.lookup("Donald Trump"), datetime.date(2020, 1, 1)))
    assert () == parties.offices_of("Joe Biden", datetime.date(2020, 1, 1))
    with pytest.raises(UnknownEntry):
        parties.offices_of("Nobody At All")


def test_label():
    assert ("Gulf Cartel", "Cártel del Golfo") == (Party.lookup("CDG").label("en"), Party.lookup("CDG").label("es"))
    assert "Gulf Cartel" == str(Party.lookup("CDG"))


def test_search():
    assert "mx-sedena" == Party.search("Secretaria de Defenza Nacional")[0].id
    assert () == Party.search("")


def test_all_and_kinds():
    assert {*PartyKind} == {party.kind for party in Party.all()}
    assert {"mad", "ca1", "scotus"} <= {party.id[3:] for party in Party.all(PartyKind.COURT)}
    assert list(Party.all()) == sorted(Party.all(), key=lambda party: party.id)


def test_no_two_parties_bear_one_name():
    seen: dict[str, Party] = {}
    for party in Party.all():
        for name in map(_normalize.key, party.names):
            assert seen.setdefault(name, party) is party, name


def test_the_table_refers_to_itself():
    for party in Party.all():
        assert not party.of or Party.get(party.of), party
        assert not party.successor or Party.get(party.successor), party
        assert bool(party.of) or party.kind is not PartyKind.OFFICE, party
        assert not party.short or party.country, party
    people = {party for party in Party.all() if party.kind is PartyKind.PERSON}
    tenures = [tenure for party in people for tenure in parties.offices_of(party)]
    # nobody is in the table but for an office
    assert people == {tenure.person for tenure in tenures}
    assert {PartyKind.OFFICE} == {tenure.office.kind for tenure in tenures}
    for row in _tables.rows("parties/state_bodies.csv"):
        assert Party.get(row["generic"])
    for name in ("parties", "tenures"):
        rows = _tables.rows(f"parties/{name}.csv")
        assert len({tuple(row.values())[:3] for row in rows}) == len(rows)


def test_equality_is_by_id():
    party = Party.lookup("ATF")
    assert party == Party(id="us-atf", kind=PartyKind.PERSON, name="x", name_es="y")
    assert party == pickle.loads(pickle.dumps(party)) == from_plain(to_plain(party), Party)
    for other in ("x", 1, None, ["us-atf"]):
        with pytest.raises(ParseError, match=r"no id in parties|no text"):
            from_plain(other, Party)


def test_a_bare_year_is_a_stretch():
    assert "2013-01-01/2013-12-31" == str(period_of("2013"))
