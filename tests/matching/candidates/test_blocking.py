"""Which listed weapons come into question."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace.matching.candidates.blocking import MOST, BlockingIndex
from armstrace.records.recorded import RecordedWeapon
from armstrace.sources import Citation, Source
from armstrace.weapons import serials
from armstrace.weapons.marks.lots import LotNumber
from armstrace.weapons.serials.edits import SerialLevel
from armstrace.weapons.serials.number import SerialNumber
from armstrace.weapons.serials.states import SerialState
from armstrace.weapons.weapon import Weapon

CITATION = Citation(source=Source(title="stock.csv"))


def shown(serial: str, lot: str = "", state: SerialState | None = None) -> RecordedWeapon:
    number = SerialNumber.parse(serial, state)
    weapon = Weapon(serial=number, lot=LotNumber.parse(lot) if lot else None)
    return RecordedWeapon(weapon=weapon, citation=CITATION)


def finds(found: str, listed: str) -> bool:
    return [0] == BlockingIndex.of([shown(listed)]).near(shown(found))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("9671462", "967-1462"),
        ("967I462", "9671462"),
        ("O71I462", "071146Z"),
        # zeros lost
        ("0009671462", "9671462"),
        ("0000012", "12"),
        # a prefix lost
        ("ABC9671462", "9671462"),
        ("AB1234", "1234"),
        # cut at a hyphen, at either end
        ("34237", "34237-2095"),
        ("1-74445-2089", "174445"),
        ("2089", "74445-2089"),
        ("744452089", "1-74445-2089"),
        ("2089", "1-74445-2089"),
        # unreadable characters
        ("96714?2", "9671462"),
        ("?671462", "9671462"),
        ("967146?", "9671462"),
        ("96714??", "9671462"),
        ("?6?1462", "9671462"),
        ("96714?2", "967-14-62"),
        ("...1462", "9671462"),
        ("9671...", "9671462"),
        ("9671???", "9671462"),
        ("W361???", "W361028"),
        # an unreadable mark may be a dash
        ("967?1462", "967-1462"),
    ],
)
def test_found_whichever_is_listed(one: str, other: str) -> None:
    assert finds(one, other)
    assert finds(other, one)


def test_what_is_hardly_read_is_found_and_does_not_find() -> None:
    """A listed number without three legible characters at an end would be a candidate for too many."""
    assert finds("9?714?2", "9671462")
    assert not finds("9671462", "9?714?2")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("9671462", "7534118"),
        # three characters of a prefix less number are no number
        ("AB123", "123"),
        ("123-45", "123"),
        ("S/N", "9671462"),
        ("LIMADA", "LIMADA"),
        ("...62", "9671462"),
        ("96...", "9671462"),
        ("?9?4??1?", "19248211"),
        # three characters agree with too many
        ("123", "124"),
    ],
)
def test_not_found_either_way(one: str, other: str) -> None:
    assert not finds(one, other)
    assert not finds(other, one)


def test_a_restored_number_is_looked_for_and_an_altered_one_is_not() -> None:
    index = BlockingIndex.of([shown("9671462"), shown("9671462", state=SerialState.ALTERED)])
    assert [0] == index.near(shown("9671462", state=SerialState.RESTORED))
    assert [] == index.near(shown("9671462", state=SerialState.ALTERED))
    assert [0] == index.near(shown("9671462"))


def test_lots() -> None:
    index = BlockingIndex.of([shown("", "MA-90F018-001"), shown("9671462", "MA-90F018-002")])
    assert [0] == index.near(shown("S/N", "LOT MA-90F018-001"))
    assert [0, 1] == index.near(shown("9671462", "MA-90F018-001"))
    assert [] == index.alike(shown("S/N", "MA-90F018-001"))


def test_alike_is_read_the_same() -> None:
    index = BlockingIndex.of([shown("9671462"), shown("967146Z"), shown("9671463"), shown("967146?")])
    assert [0, 1] == index.alike(shown("967-1462"))
    assert 2 == index.bearing(shown("967-1462"))
    # a part of a number may be that of many
    assert ([], 0) == (index.alike(shown("96714?2")), index.bearing(shown("96714?2")))


@pytest.mark.parametrize(("rows", "found"), [(MOST, True), (MOST + 1, False)])
def test_what_too_many_bear_says_nothing(rows: int, found: bool) -> None:
    index = BlockingIndex.of([*[shown("9671462")] * rows, shown("96714620")])
    thing = shown("9671462")
    assert found is bool(index.alike(thing))
    assert found is bool(index.near(thing))
    reason = index.why_none(thing)
    if found:
        assert ("match.none.not_listed", ()) == (reason.code, reason.values)
    else:
        assert ("match.none.too_common", (("count", str(rows)),)) == (reason.code, reason.values)
    assert "{" not in reason.explain("en") + reason.explain("es")


def test_an_end_that_too_many_share_says_nothing() -> None:
    index = BlockingIndex.of([shown(f"967{n:05}") for n in range(MOST + 1)])
    assert [] == index.near(shown("967..."))
    assert ("count", str(MOST + 1)) in index.why_none(shown("967...")).values
    assert [2] == index.near(shown("...002"))


@pytest.mark.parametrize(
    ("found", "code"),
    [
        (shown("S/N"), "no_serial"),
        (shown("9671462", state=SerialState.ALTERED), "no_serial"),
        (shown("?9?4??1?"), "too_little"),
        (shown("...62"), "too_little"),
        (shown("9671462"), "not_listed"),
        (shown("S/N", "MA-90F018-001"), "batch_not_listed"),
        (shown("...462"), "not_listed"),
    ],
)
def test_why_none(found: RecordedWeapon, code: str) -> None:
    assert f"match.none.{code}" == BlockingIndex.of([shown("7534118")]).why_none(found).code
    assert f"match.none.{code}" == BlockingIndex.of([]).why_none(found).code


# ---- for all numbers

CHARACTERS = "0123456789ABIOSZ"
numbers = st.text(CHARACTERS, min_size=4, max_size=24).filter(lambda text: SerialNumber.parse(text).text == text)


@given(numbers, st.data())
def test_all_pairs_one_edit_apart_are_found(number: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(number) - 1))
    character = data.draw(st.sampled_from(CHARACTERS))
    edited = {
        "left out": number[:at] + number[at + 1 :],
        "too many": number[:at] + character + number[at:],
        "behind": number + character,
        "doubled": number[: at + 1] + number[at:],
        "another": number[:at] + character + number[at + 1 :],
        "changed round": number[:at] + number[at : at + 2][::-1] + number[at + 2 :],
    }
    for text in edited.values():
        one, other = SerialNumber.parse(number), SerialNumber.parse(text)
        if not other.is_whole or len(other.compact) > 24:
            continue
        level = serials.compare(one, other).level
        if level not in (SerialLevel.DIFFERENT, SerialLevel.TWO_EDITS):
            assert finds(number, text)
            assert finds(text, number)


@given(numbers, st.data())
def test_one_or_two_unreadable_characters(number: str, data: st.DataObject) -> None:
    places = data.draw(st.sets(st.integers(0, len(number) - 1), min_size=1, max_size=2))
    text = "".join("?" if at in places else c for at, c in enumerate(number))
    partial, whole = SerialNumber.parse(text), SerialNumber.parse(number)
    if partial.compact.count("?") != len(places) or partial.open_start or partial.open_end:
        return
    if serials.compare(partial, whole).level is SerialLevel.PARTIAL_CONSISTENT:
        assert finds(text, number)


@pytest.mark.parametrize(("length", "found"), [(24, True), (25, False)])
def test_numbers_longer_than_any_makers_are_not_looked_for_by_slips(length: int, found: bool) -> None:
    number = ("1234567890" * 3)[:length]
    assert finds(number, number)
    for other in ("A" + number[1:], number[:-2] + number[-2:][::-1]):
        assert found is finds(number, other) is finds(other, number)
    # in one place a letter is taken for a digit
    assert finds(number, number.replace("0", "O"))


def test_of_a_partial_number_the_longer_end_is_looked_for() -> None:
    """Six hundred numbers begin with A12, and ten with A1234."""
    index = BlockingIndex.of([shown(f"A12{number:04}") for number in range(0, 6000, 10)])
    assert 10 == len(index.near(shown("A1234...")))
    assert 10 == len(index.near(shown("A12345...")))
    assert "match.none.part_common" == index.why_none(shown("A12...")).code
    # and where it is the listed number of which a part can be read
    partial = BlockingIndex.of([shown("B12..."), shown("...450"), shown("A12..."), shown("A12345...")])
    assert [1, 2, 3] == partial.near(shown("A123450"))
