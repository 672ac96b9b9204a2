"""The words that say that a cell names no make or model."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace import _tables
from armstrace.weapons import makes, models
from armstrace.weapons import name_absence as _absence
from armstrace.weapons.construction import Making
from armstrace.weapons.makes.registry import Make
from armstrace.weapons.models.registry import ModelEntry
from armstrace.weapons.name_absence import NameState, absence_in
from armstrace.weapons.name_words import tokens

if TYPE_CHECKING:
    from collections.abc import Callable

UNMARKED, OBLITERATED, ILLEGIBLE, SEVERAL = NameState
ARTISANAL, PRINTED = Making.ARTISANAL, Making.PRINTED
ROWS = _tables.rows("makes/absence.csv")


@pytest.mark.parametrize(
    ("text", "state", "made_by"),
    [
        ("MARCA BORRADA", OBLITERATED, None),
        ("marcas borradas", OBLITERATED, None),
        ("Marca limada parcialmente", OBLITERATED, None),
        ("raspada", OBLITERATED, None),
        ("numeração suprimida", OBLITERATED, None),
        ("filed off", OBLITERATED, None),
        ("make obliterated", OBLITERATED, None),
        ("SIN MARCA VISIBLE", UNMARKED, None),
        ("marca no visible", ILLEGIBLE, None),
        ("marca poco legible, no visible", ILLEGIBLE, None),
        ("no se aprecia", ILLEGIBLE, None),
        ("no se le observa marca", ILLEGIBLE, None),
        ("N/V", ILLEGIBLE, None),
        ("SEM MARCA APARENTE", UNMARKED, None),
        ("não legível", ILLEGIBLE, None),
        ("ilejible", ILLEGIBLE, None),
        ("sin marca", UNMARKED, None),
        ("S/MARCA", UNMARKED, None),
        ("sem marca", UNMARKED, None),
        ("carece de marca", UNMARKED, None),
        ("no presenta", UNMARKED, None),
        ("no markings", UNMARKED, None),
        ("without any make", UNMARKED, None),
        ("varias", SEVERAL, None),
        ("diversas marcas", SEVERAL, None),
        ("various", SEVERAL, None),
        ("HECHIZAS", None, ARTISANAL),
        ("arma hechiza", None, ARTISANAL),
        ("FABRICAÇÃO CASEIRA", None, ARTISANAL),
        ("hecha en casa", None, ARTISANAL),
        ("home made", None, ARTISANAL),
        ("PMF", None, ARTISANAL),
        ("privately made firearm", None, ARTISANAL),
        ("80% lower", None, ARTISANAL),
        ("impresa en 3D", None, PRINTED),
        ("3D printed ghost gun", None, PRINTED),
        ("sin marca (hechiza)", UNMARKED, ARTISANAL),
        ("se desconoce la marca", None, None),
        ("no identificada", None, None),
        ("unknown manufacturer", None, None),
        ("sin especificar", None, None),
        ("otra", None, None),
    ],
)
def test_an_absence_of_a_name(text: str, state: NameState | None, made_by: Making | None) -> None:
    absence = absence_in(tokens(text))
    assert absence is not None
    assert (absence.state, absence.made_by) == (state, made_by)
    assert absence.taken == frozenset(range(len(tokens(text))))
    assert absence.says_nothing is (state is None and made_by is None)
    for reading in (makes.read(text), models.read(text)):
        assert (reading is None) is absence.says_nothing
        if reading is not None:
            assert (reading.state, reading.made_by, reading.raw) == (state, made_by, text)
            assert reading.names_absence


@pytest.mark.parametrize(
    "text", ["", "Glock", "No Limit", "tipo", "de la marca", "visible", "marca", "Other Brother", "borado", "5 varas"]
)
def test_other_words_state_no_absence(text: str) -> None:
    assert absence_in(tokens(text)) is None


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("BORRADA, CHINA", {0}),
        ("Taurus, de fabricación casera", {2, 3}),
        ("calibre 9 mm sin marca", set()),  # a phrase, in which the words may be about any mark
        ("pistola 1234 (obliterated)", set()),
        ("Beretta varias", set()),  # several, or a name of which this is a part
    ],
)
def test_an_absence_beside_other_words(text: str, taken: set[int]) -> None:
    absence = absence_in(tokens(text))
    assert (absence.taken if absence else frozenset()) == taken


def test_other_words_beside_an_absence_are_read() -> None:
    reading = makes.read("BORRADA, CHINA")
    assert (reading.make, reading.state, reading.unread) == (None, OBLITERATED, "CHINA")
    reading = makes.read("Taurus (marca limada)")
    assert (reading.make, reading.state) == (Make.get("taurus"), OBLITERATED)
    reading = makes.read("sin marca, Zorglub")
    assert (reading.make, reading.state, reading.unread) == (None, UNMARKED, "Zorglub")
    assert makes.read("Hechiza Arms LLC").make.known is False
    model = models.read("Galil, modelo borrado")
    assert model is not None
    assert (model.model and model.model.id, model.state) == ("imi-galil", OBLITERATED)
    model = models.read("borrado, XYZZY")
    assert model is not None
    assert (model.model, model.state, model.unread) == (None, OBLITERATED, "XYZZY")


@pytest.mark.parametrize("text", ["Colt hechiza", "hechiza tipo Colt", "fabricación casera, copia de Colt"])
def test_a_homemade_copy_is_not_of_the_make(text: str) -> None:
    reading = makes.read(text)
    assert (reading.make, reading.made_by) == (None, ARTISANAL)
    assert [make.id for make in reading.candidates] == ["colt"]
    assert makes.MakeFlag.TYPE_OF in reading.flags


def test_a_homemade_copy_is_not_the_model() -> None:
    reading = models.read("Uzi hechiza")
    assert (reading.model, reading.pattern, reading.made_by) == (None, "Uzi", ARTISANAL)
    assert reading.flags == (models.ModelFlag.TYPE_OF,)


def test_a_word_has_only_a_single_role() -> None:
    keys = Counter("".join(words) for words, _ in _absence._rows())
    assert {key for key, count in keys.items() if count > 1} == set()


@pytest.mark.parametrize("name", sorted({name for make in Make.all() for name in make.names}))
def test_no_name_of_a_make_is_an_absence(name: str) -> None:
    reading = makes.read(name)
    assert reading is None or (reading.state, reading.made_by) == (None, None)


@given(st.sampled_from(ModelEntry.all()))
def test_no_name_of_a_model_is_an_absence(entry: ModelEntry) -> None:
    for name in entry.names:
        reading = models.read(name, entry.makes[0] if entry.makes else None)
        assert reading is not None
        assert (reading.state, reading.made_by) == (None, None)


@given(st.lists(st.sampled_from([row["word"] for row in ROWS]), max_size=6), st.sampled_from([str.upper, str.title]))
def test_words_of_absence_are_never_a_make(words: list[str], change: Callable[[str], str]) -> None:
    text = change(" ".join(words))
    reading = makes.read(text)
    absence = absence_in(tokens(text))
    if absence is not None and len(absence.taken) == len(tokens(text)):
        assert reading is None or reading.make is None or reading.make.known


@given(st.text(max_size=80))
def test_any_text_is_taken_in_part_or_not_at_all(text: str) -> None:
    words = tokens(text)
    absence = absence_in(words)
    assert absence is None or absence.taken <= frozenset(range(len(words)))
