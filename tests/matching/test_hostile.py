"""What a list may hold that is no list of weapons: bounded time, and an account that says what came of it.

No times are measured here: what is not bounded would not come to an end.
"""

from __future__ import annotations

import datetime

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace.dates.value import UncertainDate
from armstrace.formats.json import from_json, to_json
from armstrace.matching.compare import compare
from armstrace.matching.link import link
from armstrace.matching.verdicts import Verdict
from armstrace.records.recorded import RecordedWeapon
from armstrace.sources import Citation, Source
from armstrace.weapons.reader import read_weapon
from armstrace.weapons.serials.number import SerialNumber
from armstrace.weapons.serials.states import SerialState

SOURCE = Source(title="hostile.csv")
COLT = read_weapon({"make": "COLT", "model": "M16A1", "caliber": "5.56x45"}, language="en").weapon
DAY = UncertainDate.exact(datetime.date(2020, 1, 1))


def row(serial: str | SerialNumber, number: int = 2) -> RecordedWeapon:
    given_one = SerialNumber.parse(serial) if isinstance(serial, str) else serial
    weapon = attrs.evolve(COLT, serial=given_one)
    return RecordedWeapon(weapon=weapon, date=DAY, citation=Citation(source=SOURCE, row=number))


def test_all_serials_equal() -> None:
    left, right = ([row("9671462", number) for number in range(1, 5_001)] for _ in range(2))
    matches = link(left, right)
    assert (5_000, 5_000, 5_000) == (matches.account.left, matches.account.right, matches.account.unmatched)
    assert {("match.none.too_common", (("count", "5000"),))} == {
        (each.reason.code, each.reason.values) for each in matches.unmatched
    }
    assert "0 with a lead" in matches.explain()
    assert "5000 without any" in matches.explain()


def test_one_record_many_times_is_weighed_once() -> None:
    matches = link([row("9671462")] * 20_000, [row("9671462", 9)])
    assert (20_000, 20_000) == (matches.account.left, matches.account.matched)
    assert 1 == len({id(hits) for hits in matches.by_found})


def test_one_record_many_times_is_as_many_equal_records() -> None:
    listed = [row("9671462", 9), row("1111111", 10)]
    copies = [row("9671462") for _ in range(60)]
    assert link([copies[0]] * 60, listed) == link(copies, listed)


@pytest.mark.parametrize("text", ["NONE", "S/N", "XXXX", "0000000", "LIMADA", "", "?", "...", "-", "\x00\x00"])
def test_all_without_a_number(text: str) -> None:
    rows = [row(text, number) for number in range(1, 2_001)]
    matches = link(rows, rows)
    assert (2_000, 2_000, 0) == (matches.account.unmatched, len(matches.unmatched), len(matches))
    assert {"match.none.no_serial"} == {each.reason.code for each in matches.unmatched}


@pytest.mark.parametrize(("left", "right"), [(0, 0), (0, 50), (50, 0)])
def test_empty_sides(left: int, right: int) -> None:
    matches = link([row("9671462", n + 1) for n in range(left)], [row("9671462", n + 1) for n in range(right)])
    assert (left, right, left) == (matches.account.left, matches.account.right, matches.account.unmatched)
    assert f"{left} found weapons against {right} listed" in matches.explain()
    assert matches == from_json(to_json(matches))


ENDLESS = ["1" * 10_000, "A" * 10_000, "1234567890" * 1_000, "1-" * 5_000 + "1", "0" * 9_999 + "1", "O0" * 5_000]


@pytest.mark.parametrize("text", [*ENDLESS, "?" * 9_990 + "1234567890", "1?" * 5_000, "12345..." + "6" * 10_000])
def test_serials_of_ten_thousand_characters(text: str) -> None:
    others = [row(text), row(text + "2"), row(text[1:]), row("9671462")]
    matches = link([row(text), row("9671462")], others)
    account = matches.account
    assert 2 == account.left == account.matched + account.shortlisted + account.excluded + account.unmatched
    # the number that is one is found beside it
    assert row("9671462") in {match.left for match in matches}
    for other in others:
        assert 0 <= compare(row(text), other).probability <= 1
    assert matches == from_json(to_json(matches))


@pytest.mark.parametrize("length", [24, 25, 63, 64, 65, 400])
def test_long_numbers_that_look_alike_in_many_places(length: int) -> None:
    """Each of the characters that look alike may have been misread or not: two to the power of their number."""
    third = length // 3
    left, right = ("".join((each * third, "1" * (length - third))) for each in "O0")
    matches = link([row(left)], [row(right)])
    assert 1 == matches.account.left
    level = compare(row(left), row(right)).reasons[0]
    # a text that is no number agrees with none that is not the same
    assert (level.code == "serial.different") is (length > 64)


def test_one_found_record_a_great_many_times() -> None:
    one = row("9671462")
    matches = link([one] * 10_000, [row("9671462", 3), row("9671463", 4)])
    assert (10_000, 10_000) == (matches.account.left, matches.account.matched)


def test_one_listed_record_a_hundred_thousand_times() -> None:
    matches = link([row("9671462"), row("7534118")], [row("9671462", 3)] * 100_000)
    first, second = matches.unmatched
    assert ("match.none.too_common", (("count", "100000"),)) == (first.reason.code, first.reason.values)
    assert "match.none.not_listed" == second.reason.code
    assert "100000 armas de la lista llevan un número así" in first.explain("es")


def test_twenty_thousand_rows_of_one_prefix() -> None:
    listed = [row(f"US{50 * n:07}", n + 1) for n in range(20_000)]
    found = [row(f"US{7_531 * n + 3:07}", n + 1) for n in range(100)]
    partial = [row("US00...", 1), row("US00450?0", 2), row("...450", 3), row("US00?0450", 4)]
    matches = link([*found, *partial], listed)
    account = matches.account
    assert 104 == account.matched + account.shortlisted + account.excluded + account.unmatched
    (prefix,) = (each for each in matches.unmatched if each.left == partial[0])
    assert ("match.none.part_common", (("count", "20000"),)) == (prefix.reason.code, prefix.reason.values)
    # of the others each has at most ten, however many fit
    assert all(len(hits.matches) <= 10 for hits in matches.by_found)


@pytest.mark.parametrize(
    "text",
    [
        "\u0661\u0662\u0663\u0664\u0665\u0666\u0667",
        "\u1369123456",
        "\uff11\uff12\uff13\uff14\uff15\uff16",
        "\u2167123456",
        "\u00bd123456",
        "\u00b2\u00b3123456",
        "АВ123456",
        "ß123456",
        "İ123456",
        "e\u0301e\u0301123456",
        "株式会社123456",
        "\U0001d7d8\U0001d7d9\U0001d7da123",
        "12\u200b3456",
        "\u202e654321",
    ],
)
def test_numbers_of_other_scripts(text: str) -> None:
    rows = [row(text), row(text[:-1] + "7"), row(f"{text}1"), row(f"0{text}"), row("123456"), row("1234567")]
    matches = link(rows, rows)
    account = matches.account
    assert len(rows) == account.matched + account.shortlisted + account.excluded + account.unmatched
    assert matches == from_json(to_json(matches))
    assert all("{" not in each.explain(language) for each in matches for language in ("en", "es"))


def test_cyrillic_letters_are_no_latin_ones() -> None:
    assert compare(row("\u0410\u0412123456"), row("AB123456")).reasons[0].code not in ("serial.equal", "serial.format")


anything = st.one_of(
    st.text(max_size=12).map(SerialNumber.parse),
    st.builds(
        SerialNumber,
        state=st.sampled_from(SerialState),
        text=st.text("0123456789A?-\u0663\u2167\u00bd\u00df ", max_size=10),
        open_start=st.booleans(),
        open_end=st.booleans(),
    ),
)


@given(st.lists(anything, max_size=6), st.lists(anything, max_size=6))
def test_any_text_at_all(left: list[SerialNumber], right: list[SerialNumber]) -> None:
    matches = link([row(each) for each in left], [row(each) for each in right])
    account = matches.account
    assert len(left) == account.matched + account.shortlisted + account.excluded + account.unmatched
    for match in (*matches.leads, *matches.candidates, *matches.excluded):
        assert 0 <= match.probability <= 1
        if not (match.left.weapon.serial.is_known and match.right.weapon.serial.is_known):
            assert match.verdict is not Verdict.LEAD
