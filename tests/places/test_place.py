"""Countries, states and places: names in two languages, codes, and what is not guessed."""

from __future__ import annotations

import collections
import pickle

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace import _tables
from armstrace._convert import from_plain, to_plain
from armstrace.errors import AmbiguousEntry, ParseError, UnknownEntry
from armstrace.places import Country, Jurisdiction, Place, State


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("US", "US"), ("usa", "US"), ("U.S.", "US"), ("U.S.A.", "US"), ("EE.UU.", "US"), ("EE. UU.", "US"),
        ("EEUU", "US"),
        ("E.U.A.", "US"), ("EUA", "US"), ("E.U.", "US"), ("E.U", "US"), ("ESTADOS UNIDOS", "US"),
        ("Estados Unidos de América", "US"), ("United States of America", "US"), ("Estados Unidos Mexicanos", "MX"),
        ("México", "MX"), ("MEXICO", "MX"), ("Méx.", "MX"), ("MEX", "MX"), ("Alemania", "DE"), ("alemanha", "DE"),
        ("DEU", "DE"), ("Rumania", "RO"), ("Rumanía", "RO"), ("República Checa", "CZ"), ("Czech Republic", "CZ"),
        ("Brasil", "BR"), ("Bélgica", "BE"), ("Turquía", "TR"), ("Türkiye", "TR"), ("Inglaterra", "GB"), ("U.K.", "GB"),
        ("Rusia", "RU"), ("Russian Federation", "RU"), ("Corea del Sur", "KR"), ("Holanda", "NL"), ("Georgia", "GE"),
        ("Costa de Marfil", "CI"), ("Puerto Rico", "PR"), ("Österreich", UnknownEntry), ("EU", UnknownEntry),
        ("Checoslovaquia", UnknownEntry), ("URSS", UnknownEntry), ("Yugoslavia", UnknownEntry),
        ("América", UnknownEntry),
        ("", UnknownEntry), ("x" * 100_000, UnknownEntry), ("Congo", AmbiguousEntry), ("Corea", AmbiguousEntry),
        ("Virgin Islands", AmbiguousEntry),
    ],
)  # fmt: skip
def test_countries(text, expected):
    if isinstance(expected, str):
        assert Country.lookup(text).id == expected
    else:
        with pytest.raises(expected):
            Country.lookup(text)


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("Tamps", "MX", "MX-TAM"), ("TAMPS.", "MX", "MX-TAM"), ("Tamps", None, "MX-TAM"), ("28", "MX", "MX-TAM"),
        ("B.C.", "MX", "MX-BCN"), ("BC", "México", "MX-BCN"), ("BAJA CALIFORNIA NORTE", None, "MX-BCN"),
        ("Baja California", None, "MX-BCN"), ("B.C.S.", "MX", "MX-BCS"), ("Baja California Sur", None, "MX-BCS"),
        ("Michoacán de Ocampo", None, "MX-MIC"), ("MICHOACAN", "MX", "MX-MIC"), ("MICH.", "MX", "MX-MIC"),
        ("Mich.", "US", "US-MI"), ("Edomex", None, "MX-MEX"), ("Edo. de Méx.", None, "MX-MEX"),
        ("Estado de México", None, "MX-MEX"), ("State of Mexico", None, "MX-MEX"), ("México", "MX", "MX-MEX"),
        ("CDMX", None, "MX-CMX"), ("D.F.", "MX", "MX-CMX"), ("Distrito Federal", "MX", "MX-CMX"),
        ("Mexico City", None, "MX-CMX"), ("Nvo. León", "MX", "MX-NLE"), ("N.L.", "MX", "MX-NLE"),
        ("Q. Roo", "MX", "MX-ROO"), ("SIN.", "MX", "MX-SIN"), ("Coahuila de Zaragoza", None, "MX-COA"),
        ("Veracruz de Ignacio de la Llave", None, "MX-VER"), ("01", "MX", "MX-AGU"), ("32", "MX", "MX-ZAC"),
        ("TX", "US", "US-TX"), ("Texas", None, "US-TX"), ("Tejas", None, "US-TX"), ("US-TX", None, "US-TX"),
        ("Carolina del Norte", None, "US-NC"), ("Nueva York", None, "US-NY"), ("Washington D.C.", None, "US-DC"),
        ("Pensilvania", "EE.UU.", "US-PA"), ("Georgia", "US", "US-GA"), ("Florida", "US", "US-FL"),
        ("Puerto Rico", "US", "US-PR"),
        ("TX", None, UnknownEntry), ("Mich.", None, UnknownEntry), ("28", None, UnknownEntry),
        ("1", "MX", UnknownEntry),
        ("33", "MX", UnknownEntry), ("México", None, UnknownEntry), ("Distrito Federal", None, UnknownEntry),
        ("Texas", "MX", UnknownEntry), ("Sonora", "US", UnknownEntry), ("Bavaria", "Germany", UnknownEntry),
        ("", "MX", UnknownEntry), ("x" * 100_000, "MX", UnknownEntry), ("Texas", "Narnia", UnknownEntry),
        ("Florida", None, AmbiguousEntry), ("Georgia", None, AmbiguousEntry), ("Maryland", None, AmbiguousEntry),
    ],
)  # fmt: skip
def test_states(text, country, expected):
    if isinstance(expected, str):
        assert State.lookup(text, country).id == expected
    else:
        with pytest.raises(expected):
            State.lookup(text, country)


def test_a_name_borne_elsewhere_says_where():
    with pytest.raises(AmbiguousEntry) as caught:
        State.lookup("Florida")
    assert caught.value.candidates == ("US-FL", "UY-FD")


def test_an_unknown_state_names_the_nearest():
    with pytest.raises(UnknownEntry) as caught:
        State.lookup("Tamaulipaz")
    assert caught.value.nearest[0] == "MX-TAM"


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("Mexico", None, "Mexico"),
        ("Sinaloa", None, "Sinaloa, Mexico"),
        ("Sin.", "MX", "Sinaloa, Mexico"),
        ("Nuevo México", None, "New Mexico, United States"),
        ("Georgia", "US", "Georgia, United States"),
        ("Georgia", None, AmbiguousEntry),
        ("Puerto Rico", None, AmbiguousEntry),
        ("Congo", None, AmbiguousEntry),
        ("Florida", None, AmbiguousEntry),
        ("Narnia", None, UnknownEntry),
    ],
)
def test_lookup(text, country, expected):
    if isinstance(expected, str):
        found = Place.lookup(text, country)
        assert (str(found), found.raw) == (expected, text)
    else:
        with pytest.raises(expected):
            Place.lookup(text, country)


@pytest.mark.parametrize(
    ("country", "state", "municipality", "ids", "unread"),
    [
        ("México", "Tamps", "Matamoros", ("MX", "MX-TAM"), ()),
        (None, "TAMAULIPAS", "Matamoros", ("MX", "MX-TAM"), ()),
        ("MX", None, None, ("MX", None), ()),
        ("MX", "", "S/D", ("MX", None), ()),
        ("MX", "S/D", "", ("MX", None), ()),
        ("MX", "Tamaulipaz", "", ("MX", None), ("Tamaulipaz",)),
        ("MX", "Texas", "", ("MX", None), ("Texas",)),
        ("USA", "TX", "Houston", ("US", "US-TX"), ()),
        ("Germany", "Bayern", "Oberndorf", ("DE", None), ("Bayern",)),
        # never a country out of a guess
        (None, "TX", "Houston", (None, None), ("TX",)),
        (None, "Mich.", "", (None, None), ("Mich.",)),
        (None, "Florida", "", (None, None), ("Florida",)),
        (None, None, "Tijuana", (None, None), ()),
        ("Narnia", "Sonora", "", (None, None), ("Narnia", "Sonora")),
        ("Congo", "", "", (None, None), ("Congo",)),
        ("EU", "", "", (None, None), ("EU",)),
        (None, None, None, (None, None), ()),
    ],
)
def test_reading_cells(country, state, municipality, ids, unread):
    place = Place.read(country=country, state=state, municipality=municipality)
    found = (place.country and place.country.id, place.state and place.state.id)
    assert (found, place.unread) == (ids, unread)
    for written in (*place.unread, place.municipality):
        assert written in place.raw


def test_a_reader_may_pass_the_country_itself():
    mexico = Country.lookup("MX")
    assert Place.read(country=mexico, state="Mich.").state == State.lookup("Michoacán")
    assert State.lookup("Mich.", mexico).id == "MX-MIC"
    assert Place.lookup("Mich.", mexico).country == mexico


def test_a_place_shows_what_is_known_then_what_is_not():
    assert str(Place.read(country="MX", state="Xalisco", municipality="Tonalá")) == "Tonalá, Mexico, Xalisco"
    assert str(Place()) == ""


def test_a_state_stands_in_its_own_country():
    with pytest.raises(ParseError, match="US-TX is no state"):
        Place(country=Country.lookup("MX"), state=State.lookup("Texas"))
    with pytest.raises(ParseError, match="US-TX is no state"):
        Place(state=State.lookup("Texas"))


@given(st.text(max_size=200) | st.none(), st.text(max_size=200) | st.none(), st.text(max_size=200) | st.none())
def test_reading_never_fails(country, state, municipality):
    place = Place.read(country=country, state=state, municipality=municipality)
    assert pickle.loads(pickle.dumps(place)) == place
    assert from_plain(to_plain(place), Place) == place


@pytest.mark.parametrize("read", [Place.lookup, Country.lookup, State.lookup])
@given(text=st.text(max_size=200))
def test_a_lookup_finds_or_says_why_not(read, text):
    try:
        found = read(text)
    except (UnknownEntry, AmbiguousEntry):
        return
    assert str(found)


def test_every_name_finds_its_own():
    shared = {"CD", "CG", "KP", "KR", "VG", "VI"}
    for country in Country.all():
        for name in (country.id, country.alpha_3, country.name, country.name_es):
            assert Country.lookup(name) == country
        assert country.id in shared or all(Country.lookup(name) == country for name in country.names)
    for state in State.all():
        inside = (state.id, state.inegi, state.usps, *state.names, *state.short)
        assert all(State.lookup(name, state.country) == state for name in inside if name)


def test_the_tables_are_whole():
    assert (len(Country.all()), len(State.all("MX")), len(State.all("US"))) == (249, 32, 57)
    assert len(State.all()) == 89
    assert [state.inegi for state in sorted(State.all("MX"), key=lambda one: one.inegi)] == [
        f"{number:02}" for number in range(1, 33)
    ]
    assert all(state.id == f"US-{state.usps}" and not state.inegi for state in State.all("US"))
    ids = collections.Counter([*(row["id"] for row in _tables.rows("places/countries.csv")),
                               *(row["alpha_3"] for row in _tables.rows("places/countries.csv"))])  # fmt: skip
    assert max(ids.values()) == 1


def test_getting_by_id():
    assert Country.get("MX") == Country.lookup("México")
    assert State.get("MX-TAM") == State.lookup("Tamaulipas")
    assert Country.get("mx") is None
    assert State.get("TAM") is None


def test_entries_are_equal_by_id_and_plain_as_their_id():
    mexico, tamaulipas = Country.lookup("MX"), State.lookup("Tamaulipas")
    assert attrs.evolve(mexico, name="x") == mexico
    assert {attrs.evolve(tamaulipas, name="x")} == {tamaulipas}
    assert (to_plain(mexico), to_plain(tamaulipas)) == ("MX", "MX-TAM")
    assert from_plain("MX", Country) == mexico
    assert from_plain("MX-TAM", State) == tamaulipas
    assert str(tamaulipas) == "Tamaulipas"


@pytest.mark.parametrize("cls", [Country, State])
@pytest.mark.parametrize("data", ["XX", "", 1, None, [], {"id": "MX"}])
def test_plain_data_that_is_no_entry(cls, data):
    with pytest.raises(ParseError):
        from_plain(data, cls)


def test_jurisdictions():
    assert Jurisdiction.of(Country.lookup("US")) is Jurisdiction.US
    assert Jurisdiction.of(Country.lookup("MX")) is Jurisdiction.MX
    assert Jurisdiction.of(Country.lookup("CL")) is None
    assert Jurisdiction.of(None) is None
