"""How many unlisted weapons would have been read as the found one was."""

from __future__ import annotations

import itertools

import attrs
import pytest

from armstrace.matching.candidates.series import Series
from armstrace.matching.candidates.unlisted import Candidate, Unlisted
from armstrace.matching.comparisons import serials
from armstrace.matching.comparisons.thing_classes import ThingClasses
from armstrace.matching.match_model import MatchModel
from armstrace.records.recorded import RecordedWeapon
from armstrace.sources import Citation, Source
from armstrace.weapons.reader import read_weapon
from armstrace.weapons.serials.number import SerialNumber
from armstrace.weapons.weapon import Weapon

MODEL = MatchModel.default()
CITATION = Citation(source=Source(title="stock.csv"))
PLAIN = Weapon()
COLT = read_weapon({"make": "COLT", "model": "M16A1", "caliber": "5.56x45"}, language="en").weapon
GLOCK = read_weapon({"make": "GLOCK", "model": "17", "caliber": "9x19"}, language="en").weapon


def read_as(read: str, listed: list[str], thing: Weapon = COLT, found: Weapon = COLT) -> float:
    """With all of the list as candidates that come close enough."""
    numbers = [SerialNumber.parse(text) for text in listed]
    rows = [RecordedWeapon(weapon=attrs.evolve(thing, serial=number), citation=CITATION) for number in numbers]
    classes = ThingClasses.of(rows, MODEL)
    unlisted = Unlisted(using=MODEL, series=Series.of(numbers, using=MODEL), classes=classes)
    serial, thing_class = SerialNumber.parse(read), classes.of_record(RecordedWeapon(weapon=found, citation=CITATION))
    agreed = [serials.agreement(serial, number, MODEL) for number in numbers]
    candidates = [
        Candidate(
            index=index,
            number=number.compact,
            agreed=each,
            bits=each.weight(MODEL.serial_bits(serial.compact), MODEL.serial_bits(number.compact), MODEL)
            + classes.bits(thing_class, index),
        )
        for index, (number, each) in enumerate(zip(numbers, agreed, strict=True))
        if each.near
    ]
    return unlisted.read_as(serial, thing_class, candidates)


def dense(step: int = 2, begin: int = 9_671_300) -> list[str]:
    return [str(begin + step * index) for index in range(150)]


@pytest.mark.parametrize("text", ["S/N", "LIMADA", "ILEGIBLE"])
def test_no_number_is_that_of_nobody(text: str) -> None:
    assert 0.0 == read_as(text, dense())


def test_the_denser_the_list_the_likelier_another_gun() -> None:
    sparse, thin, thick = (read_as("9671461", dense(step, 9_671_462 - 40 * step)) for step in (900, 10, 2))
    assert 0 < sparse < thin < thick


def test_a_number_that_a_listed_gun_of_the_line_bears_is_its_own() -> None:
    free, taken = read_as("9671461", dense()), read_as("9671462", dense())
    assert taken < free / 10
    # by a gun of another line it may well be borne
    assert read_as("9671462", dense(), found=GLOCK) > read_as("9671461", dense(), found=GLOCK) / 2


def test_guns_of_another_line_do_not_count() -> None:
    assert read_as("9671461", dense(), found=GLOCK) < read_as("9671461", dense()) / 1000


def test_a_number_of_no_series_of_the_list() -> None:
    assert 0.0 == read_as("A123456", dense())


def test_what_it_may_be_a_slip_off_counts_too() -> None:
    """A character too many may be in any of several numbers, one too few likewise."""
    near = dense(1)
    for read in ("96714422", "967144", "99671442"):
        assert read_as(read, near) > 0.01
    # which only a candidate with such a slip makes likely
    assert 0.0 == read_as("96714422", [])


def test_a_letter_too_few_may_be_any_letter() -> None:
    other_series = [f"KLX{number}" for number in range(500, 600, 2)]
    # JLX, or KLX, or another: the letter in front was left out
    assert read_as("LX545", ["JLX545"]) < 0.01 < read_as("LX545", ["JLX545", *other_series])
    assert read_as("LX545", other_series) == pytest.approx(read_as("LX545", ["JLX545", *other_series]), rel=0.5)


def test_one_of_two_slips_may_have_been_made() -> None:
    """Two slips off a listed number is one slip off a number between, which a neighbor of the listed one may bear."""
    own = read_as("9681472", ["9671999"])
    assert read_as("9681472", ["9671462"]) > 2 * own > 0
    # one slip undone makes it longer
    assert read_as("971642", ["9671462", "9671640"]) > read_as("971642", ["9671999"])


def test_a_letter_where_a_digit_stands_may_be_one_that_looks_like_it() -> None:
    """Z for 9 is a slip that nobody makes; Z for 2, of the number beside, is one that many make."""
    others = read_as("96714Z2", ["9671492", "9671421", "9671423", "9671425", "9671427"])
    without = read_as("96714T2", ["9671492", "9671421", "9671423", "9671425", "9671427"])
    assert others > without


def test_unreadable_characters_are_filled_in() -> None:
    one, two = read_as("96714?1", dense()), read_as("9671??1", dense())
    assert read_as("9671461", dense()) < one < two
    # a letter only where a listed number has one
    lettered = [f"A12{letter}{n}" for letter, n in itertools.product("XY", range(100, 200, 3))]
    assert read_as("A12?103", lettered) == pytest.approx(
        sum(read_as(f"A12{letter}103", lettered) for letter in "XY"), rel=0.01
    )


@pytest.mark.parametrize("text", ["…1462", "9671…", "96?1?6?"])
def test_of_what_is_hardly_read_there_are_as_many_again(text: str) -> None:
    """As many as listed ones that fit, each as far as it is of the line, and half of one."""
    fitting = ["9671462", "9681462"] if text.startswith("…") else ["9671462", "9671463"]
    assert 0.5 == read_as(text, ["7000000"], PLAIN, PLAIN)
    assert 2.5 == read_as(text, fitting, PLAIN, PLAIN)
    assert 2.5 < read_as(text, fitting)


def test_many_slips_are_bounded() -> None:
    """Each slip undone or not would be two million numbers."""
    assert read_as("O" * 21 + "1" * 42, ["0" * 21 + "1" * 42]) >= 0
