"""How two serial numbers agree, and what each slip costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace.explain import Agreement, Reason
from armstrace.matching.comparisons import serials
from armstrace.matching.match_model import MatchModel
from armstrace.records.recorded import RecordedWeapon
from armstrace.sources import Citation, Source
from armstrace.weapons.reader import read_weapon
from armstrace.weapons.serials.number import SerialNumber
from armstrace.weapons.serials.states import SerialState

if TYPE_CHECKING:
    from armstrace.matching.comparisons.serials import SerialAgreement

MODEL = MatchModel.default()
LISTED = "9671462"
CITATION = Citation(source=Source(title="a.csv"), row=2)


def agreed(left: str, right: str) -> SerialAgreement:
    return serials.agreement(SerialNumber.parse(left), SerialNumber.parse(right), MODEL)


def weight(*levels: str) -> float:
    return sum(MODEL.weight(f"serial.{level}") for level in levels)


@pytest.mark.parametrize(
    ("left", "right", "level", "cost"),
    [
        ("9671462", LISTED, "equal", 0.0),
        ("967-1462", LISTED, "format", 0.0),
        ("0671462", "671462", "zeros", weight("zeros")),
        ("AB9671462", LISTED, "affix", weight("affix")),
        ("1-74445", "1-74445-2089", "affix", weight("affix")),
        # a letter for a digit is no gun of the series; I is taken for 1 more often than 7 is
        ("967I462", LISTED, "lookalike_letter", weight("lookalike_letter")),
        ("96714G2", LISTED, "lookalike_letter", weight("lookalike_letter")),
        ("96714C2", LISTED, "lookalike_letter", weight("lookalike_letter", "lookalike_rare")),
        ("96I1462", "9671462", "lookalike_letter", weight("lookalike_letter", "lookalike_rare")),
        ("9677462", LISTED, "lookalike_digit", weight("lookalike_digit", "lookalike_rare")),
        ("96714621", "96714627", "neighbor", weight("neighbor")),
        ("9671462I", "96714627", "lookalike_letter", weight("lookalike_letter", "lookalike_rare")),
        ("99671462", LISTED, "doubled", weight("doubled")),
        ("9671462", "99671462", "doubled", weight("doubled")),
        ("971462", LISTED, "dropped", weight("dropped")),
        ("96731462", LISTED, "added", weight("added")),
        ("9671642", LISTED, "transposed", weight("transposed")),
        ("9671492", LISTED, "substituted", weight("substituted")),
        ("9671482", LISTED, "neighbor", weight("neighbor")),
        ("967I4O2", "9671402", "lookalike_letter", 2 * weight("lookalike_letter")),
        # the look-alike in the last place may be the step to a neighbor
        ("967I461", "9671467", "two_edits", weight("two_edits", "lookalike_letter", "neighbor")),
        ("971642", LISTED, "two_edits", weight("two_edits", "dropped", "transposed")),
        ("...1462", LISTED, "partial_consistent", weight("partial_consistent")),
        ("96714?2", LISTED, "partial_consistent", weight("partial_consistent")),
        ("...I462", LISTED, "partial_consistent", weight("partial_consistent", "lookalike_letter")),
        ("8523", "9671462", "different", 0.0),
        ("LIMADA", LISTED, "unknown", 0.0),
    ],
)
def test_levels_and_costs(left: str, right: str, level: str, cost: float) -> None:
    found = agreed(left, right)
    assert level == found.level
    assert cost == pytest.approx(found.cost)
    assert found.near is (level not in ("different", "unknown"))
    assert found.as_read is (level in ("equal", "format"))


def test_one_digit_for_another_makes_several_lookalikes_less_than_sure() -> None:
    found = agreed("9I1146212", "917146212")
    assert "lookalike_digit" == found.level
    assert {"lookalike_letter", "lookalike_digit"} == {slip.kind for slip in found.slips}


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        # 25 numbers on is a neighbor, 30 is none
        ("9671400", "9671420", "neighbor"),
        ("9671400", "9671430", "substituted"),
        ("9671401", "9671409", "neighbor"),
        ("A123456", "B123456", "substituted"),
        ("123456A", "123456B", "substituted"),
    ],
)
def test_neighbors(left: str, right: str, level: str) -> None:
    assert level == agreed(left, right).level == agreed(right, left).level


def test_rarer_slips_cost_more() -> None:
    """A separator is no slip; zeros and groups get lost by rule; a letter for a digit tells more than a digit does."""
    order = ("equal", "zeros", "affix", "lookalike_letter", "lookalike_digit", "doubled", "dropped", "added")
    costs = [weight(level) for level in order]
    assert costs == sorted(costs)
    assert weight("transposed") < weight("substituted")
    assert weight("lookalike_letter", "lookalike_rare") < weight("substituted")
    # what may be the next gun is not cheaper than another digit
    assert weight("neighbor") >= weight("substituted")


def test_a_flat_level_weighs_what_the_model_says() -> None:
    one, other = SerialNumber.parse("1234567"), SerialNumber.parse("9999999")
    assert weight("different") == serials.agreement(one, other, MODEL).weight(0.0, 0.0, MODEL)


def test_the_shorter_number_tells_what_both_say() -> None:
    part, whole = SerialNumber.parse("...1462"), SerialNumber.parse(LISTED)
    for left, right in ((part, whole), (whole, part)):
        found = serials.agreement(left, right, MODEL)
        rarities = MODEL.serial_bits(left.compact), MODEL.serial_bits(right.compact)
        assert MODEL.serial_bits("1462") - weight("partial_consistent") == found.weight(*rarities, MODEL)


def test_a_slip_of_another_character() -> None:
    (slip,) = agreed("A67Z462", "A671462").slips
    other = slip.instead("2")
    assert ("substituted", "lookalike_letter") == (slip.kind, other.kind)
    assert "A672462" == other.undone("A67Z462")
    assert weight("lookalike_letter") == serials.cost_of(other, MODEL)


# ---- for all numbers

_ALIKE = {"0": "O", "1": "I7", "5": "S", "8": "B3", "O": "0", "2": "Z"}
wholes = st.text("0123456789ABOIS", min_size=1, max_size=12)


@st.composite
def slipped(draw: st.DrawFn, number: str, most: int = 2) -> str:
    for _ in range(draw(st.integers(1, most))):
        at = draw(st.integers(0, len(number) - 1))
        character = draw(st.sampled_from("0123456789AB"))
        alike = draw(st.sampled_from(_ALIKE.get(number[at], number[at])))
        number = (
            draw(
                st.sampled_from(
                    [
                        number[:at] + number[at + 1 :],
                        number[:at] + character + number[at:],
                        number[: at + 1] + number[at:],
                        number[:at] + character + number[at + 1 :],
                        number[:at] + alike + number[at + 1 :],
                        number[:at] + number[at : at + 2][::-1] + number[at + 2 :],
                    ]
                )
            )
            or number
        )
    return number


pairs = wholes.flatmap(lambda number: st.tuples(st.just(number), st.one_of(slipped(number), wholes)))
texts = st.text("0123456789ABOIS?.-/ ", max_size=12)
_MIRRORED = {"added": "dropped", "dropped": "added"}


@given(pairs)
def test_undoing_all_slips_gives_the_other_number(pair: tuple[str, str]) -> None:
    left, right = map(SerialNumber.parse, pair)
    found = serials.agreement(left, right, MODEL)
    if not found.slips or not (left.is_whole and right.is_whole):
        return
    text = left.compact
    # from the end, so that places further in front stay where they are
    for slip in reversed(found.slips):
        text = slip.undone(text)
    assert right.compact == text


@given(st.one_of(pairs, st.tuples(texts, texts)))
def test_both_orders(pair: tuple[str, str]) -> None:
    """The level is the same in either order, but what one side has too many the other has left out."""
    one, other = map(SerialNumber.parse, pair)
    found, mirrored = serials.agreement(one, other, MODEL), serials.agreement(other, one, MODEL)
    assert _MIRRORED.get(found.level, found.level) == mirrored.level
    for each in (found, mirrored):
        assert each.cost >= 0
        assert len(each.slips) <= len(each.edits)
        if each.as_read:
            assert 0 == each.cost
    if found.level not in (*_MIRRORED, "two_edits"):
        assert found.cost == pytest.approx(mirrored.cost)


@given(pairs)
def test_a_number_agrees_best_with_itself(pair: tuple[str, str]) -> None:
    one, other = map(SerialNumber.parse, pair)
    if one.is_known:
        mine, others = serials.agreement(one, one, MODEL), serials.agreement(one, other, MODEL)
        bits = MODEL.serial_bits(one.compact), MODEL.serial_bits(other.compact)
        assert others.weight(*bits, MODEL) <= mine.weight(bits[0], bits[0], MODEL) + 1e-9


# ---- reasons


def reason(left: SerialNumber, right: SerialNumber) -> Reason:
    return serials.reason(left, right, serials.agreement(left, right, MODEL), MODEL)


@pytest.mark.parametrize(
    ("left", "right", "level", "agreement"),
    [
        ("1234567", "1234567", "equal", Agreement.SAME),
        ("12-34567", "1234567", "format", Agreement.SAME),
        ("0034567", "34567", "zeros", Agreement.NEAR),
        ("23456O7", "2345607", "lookalike_letter", Agreement.NEAR),
        ("2315677", "2375677", "lookalike_digit", Agreement.NEAR),
        ("AB1234567", "1234567", "affix", Agreement.NEAR),
        ("12334567", "1234567", "doubled", Agreement.NEAR),
        ("1324567", "1234567", "transposed", Agreement.NEAR),
        ("1254567", "1294567", "substituted", Agreement.NEAR),
        ("1234567", "1234587", "neighbor", Agreement.NEAR),
        ("1234567", "1234597", "substituted", Agreement.NEAR),
        ("1234567", "1234568", "neighbor", Agreement.NEAR),
        ("1234561", "1234567", "neighbor", Agreement.NEAR),
        ("123456A", "123456B", "substituted", Agreement.NEAR),
        ("1234567", "1294597", "two_edits", Agreement.NEAR),
        ("...4567", "1234567", "partial_consistent", Agreement.NEAR),
        ("1234567", "9876543", "different", Agreement.DIFFERENT),
        ("LIMADA", "1234567", "unknown", Agreement.UNKNOWN),
        ("S/N", "S/N", "unknown", Agreement.UNKNOWN),
        ("", "", "unknown", Agreement.UNKNOWN),
        ("XXXXXX", "XXXXXX", "unknown", Agreement.UNKNOWN),
        ("NONE", "NONE", "unknown", Agreement.UNKNOWN),
    ],
)
def test_serial(left: str, right: str, level: str, agreement: Agreement) -> None:
    found = reason(SerialNumber.parse(left), SerialNumber.parse(right))
    mirrored = reason(SerialNumber.parse(right), SerialNumber.parse(left))
    assert (f"serial.{level}", agreement) == (found.code, found.agreement)
    assert (found.code, found.weight) == (mirrored.code, mirrored.weight)
    for language in ("en", "es"):
        assert "{" not in found.explain(language)


@pytest.mark.parametrize("text", ["1234567", "...4567"])
def test_an_altered_serial_supports_nothing(text: str) -> None:
    left = SerialNumber.parse("1234567", SerialState.ALTERED)
    for found in (reason(left, SerialNumber.parse(text)), reason(SerialNumber.parse(text), left), reason(left, left)):
        assert ("serial.unknown", 0.0, Agreement.UNKNOWN) == (found.code, found.weight, found.agreement)


def test_a_character_too_many_on_one_side_is_one_left_out_on_the_other() -> None:
    """One more is odder than one less, so the weights differ as well."""
    more, less = SerialNumber.parse("91354567"), SerialNumber.parse("9134567")
    added, dropped = reason(more, less), reason(less, more)
    assert ("serial.added", "serial.dropped") == (added.code, dropped.code)
    assert added.weight < dropped.weight
    assert "one character too many" in added.explain("en")
    assert "un carácter omitido" in dropped.explain("es")


def test_longer_serials_weigh_more() -> None:
    def weight(text: str) -> float:
        return reason(SerialNumber.parse(text), SerialNumber.parse(text)).weight

    assert 0 < weight("5231") < weight("95231") < weight("A95231") < weight("ABC95231")
    # a letter is one of more than a digit is
    assert weight("123456") < weight("12345A")


def test_no_slip_makes_a_number_weigh_more() -> None:
    """Of two numbers one slip apart the shorter tells what both say."""
    equal = reason(SerialNumber.parse("9671462"), SerialNumber.parse("9671462")).weight
    for text in ("967-1462", "967I462", "96714620", "967146", "9671426", "9671463", "9671482", "...1462", "96714?2"):
        for pair in ((text, "9671462"), ("9671462", text)):
            assert reason(*map(SerialNumber.parse, pair)).weight <= equal


@pytest.mark.parametrize(
    ("one", "other", "twice"),
    [
        ({"make": "COLT"}, {}, True),
        ({"make": "COLT"}, {"make": "COLT", "caliber": ".45 ACP"}, True),
        ({"make": "COLT"}, {"make": "GLOCK"}, False),
        ({"caliber": "9x19"}, {"caliber": ".45 ACP"}, False),
    ],
)
def test_listed_twice(one: dict[str, str], other: dict[str, str], twice: bool) -> None:
    rows = [
        RecordedWeapon(
            citation=CITATION,
            weapon=attrs.evolve(read_weapon(cells, language="en").weapon, serial=SerialNumber.parse("123456")),
        )
        for cells in (one, other)
    ]
    assert twice is serials.listed_twice(*rows)
    neighbor = attrs.evolve(rows[1], weapon=attrs.evolve(rows[1].weapon, serial=SerialNumber.parse("123457")))
    assert not serials.listed_twice(rows[0], neighbor)


def test_digits_of_other_scripts_are_no_step_in_a_series() -> None:
    one, other = SerialNumber.parse("123456\u1369"), SerialNumber.parse("1234567")
    assert "substituted" == reason(one, other).level == reason(other, one).level
