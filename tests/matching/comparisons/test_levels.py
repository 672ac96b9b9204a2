"""Comparisons: one reason each, missing never different."""

from __future__ import annotations

import datetime

import attrs
import pytest

from armstrace.dates.value import UncertainDate
from armstrace.explain import Agreement, Reason
from armstrace.matching import match_model as model
from armstrace.matching.comparisons import levels
from armstrace.matching.comparisons import serials as slips
from armstrace.places import Place
from armstrace.records.recorded import CustodySort, RecordedWeapon
from armstrace.sources import Citation, Source
from armstrace.weapons.descriptions.cells import read_weapon
from armstrace.weapons.marks.markings import LotNumber, Marking, MarkingKind
from armstrace.weapons.serials.number import SerialNumber
from armstrace.weapons.serials.states import SerialState
from armstrace.weapons.supply.stock_numbers import NationalStockNumber
from armstrace.weapons.weapon import Weapon

MODEL = model.default()
CITATION = Citation(source=Source(title="a.csv"), row=2)


def weapon(**cells: str) -> Weapon:
    return read_weapon(cells, language="en").weapon


def serial(left: SerialNumber, right: SerialNumber) -> Reason:
    return levels.serial(left, right, slips.agreement(left, right, MODEL), MODEL)


def recorded(thing: Weapon | None = None, date: UncertainDate | None = None) -> RecordedWeapon:
    return RecordedWeapon(weapon=thing or Weapon(), date=date, citation=CITATION)


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
    reason = serial(SerialNumber.parse(left), SerialNumber.parse(right))
    mirrored = serial(SerialNumber.parse(right), SerialNumber.parse(left))
    assert (f"serial.{level}", agreement) == (reason.code, reason.agreement)
    assert (reason.code, reason.weight) == (mirrored.code, mirrored.weight)
    for language in ("en", "es"):
        assert "{" not in reason.explain(language)


@pytest.mark.parametrize("text", ["1234567", "...4567"])
def test_an_altered_serial_supports_nothing(text: str) -> None:
    left = SerialNumber.parse("1234567", SerialState.ALTERED)
    for reason in (serial(left, SerialNumber.parse(text)), serial(SerialNumber.parse(text), left), serial(left, left)):
        assert ("serial.unknown", 0.0, Agreement.UNKNOWN) == (reason.code, reason.weight, reason.agreement)


def test_a_character_too_many_on_one_side_is_one_left_out_on_the_other() -> None:
    """One more is odder than one less, so the weights differ as well."""
    more, less = SerialNumber.parse("91354567"), SerialNumber.parse("9134567")
    added, dropped = serial(more, less), serial(less, more)
    assert ("serial.added", "serial.dropped") == (added.code, dropped.code)
    assert added.weight < dropped.weight
    assert "one character too many" in added.explain("en")
    assert "un carácter omitido" in dropped.explain("es")


def test_longer_serials_weigh_more() -> None:
    def weight(text: str) -> float:
        return serial(SerialNumber.parse(text), SerialNumber.parse(text)).weight

    assert 0 < weight("5231") < weight("95231") < weight("A95231") < weight("ABC95231")
    # a letter is one of more than a digit is
    assert weight("123456") < weight("12345A")


def test_no_slip_makes_a_number_weigh_more() -> None:
    """Of two numbers one slip apart the shorter tells what both say."""
    equal = serial(SerialNumber.parse("9671462"), SerialNumber.parse("9671462")).weight
    for text in ("967-1462", "967I462", "96714620", "967146", "9671426", "9671463", "9671482", "...1462", "96714?2"):
        for pair in ((text, "9671462"), ("9671462", text)):
            assert serial(*map(SerialNumber.parse, pair)).weight <= equal


@pytest.mark.parametrize(
    ("compare", "left", "right", "level"),
    [
        ("make", {"make": "COLT'S MFG"}, {"make": "COLT"}, "same"),
        ("make", {"make": "COLT"}, {"make": "GLOCK"}, "different"),
        ("make", {"make": "S/M"}, {"make": "GLOCK"}, "unknown"),
        ("model", {"model": "M16A2"}, {"model": "M-16A2"}, "same"),
        ("model", {"model": "M16"}, {"model": "M16A2"}, "broader"),
        ("model", {"model": "M16A1"}, {"model": "M16A2"}, "variant"),
        ("model", {"model": "M1A"}, {"model": "M14"}, "pattern"),
        ("model", {"model": "M16A2"}, {"model": "M14"}, "different"),
        ("model", {}, {"model": "M14"}, "unknown"),
        ("model", {"kind": "R-15"}, {"model": "M16A1"}, "pattern"),
        ("model", {"kind": "AK-47"}, {"model": "M16A1"}, "unknown"),
        ("caliber", {"caliber": "7.62x39"}, {"caliber": "7,62X39"}, "same"),
        ("caliber", {"caliber": "5.56x45"}, {"caliber": ".223 Rem"}, "interchangeable"),
        ("caliber", {"caliber": "7.62"}, {"caliber": "7.62x39"}, "possible"),
        ("caliber", {"caliber": "5.7x28"}, {"caliber": "5.56x45"}, "same_bore"),
        ("caliber", {"caliber": "9x19"}, {"caliber": ".45 ACP"}, "conflict"),
        ("caliber", {"caliber": ""}, {"caliber": ".45 ACP"}, "unknown"),
    ],
)
def test_cells(compare: str, left: dict[str, str], right: dict[str, str], level: str) -> None:
    left, right = ({name: cell for name, cell in side.items() if cell not in ("", "S/M")} for side in (left, right))
    function = getattr(levels, compare)
    reason = function(weapon(**left), weapon(**right), MODEL)
    assert f"{compare}.{level}" == reason.code
    assert reason.code == function(weapon(**right), weapon(**left), MODEL).code
    assert MODEL.weight(reason.code) == reason.weight
    for language in ("en", "es"):
        assert "{" not in reason.explain(language)


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ("PISTOL", "PISTOL", "same"),
        ("LONG GUN", "RIFLE", "compatible"),
        ("CARBINE", "RIFLE", "compatible"),
        ("PISTOL", "RIFLE", "different"),
        ("", "RIFLE", "unknown"),
        ("", "", "unknown"),
    ],
)
def test_kind(left: str, right: str, level: str) -> None:
    one, other = (weapon(kind=text) if text else Weapon() for text in (left, right))
    assert f"kind.{level}" == levels.kind(one, other, MODEL).code
    assert f"kind.{level}" == levels.kind(other, one, MODEL).code


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        # the model tells what the record does not name
        ({"kind": "RIFLE"}, {"make": "GLOCK", "model": "26"}, "different"),
        ({"kind": "PISTOL"}, {"make": "GLOCK", "model": "26"}, "by_model"),
        ({"kind": "LONG GUN"}, {"model": "M16A2"}, "by_model"),
        ({"model": "M16A2"}, {"make": "GLOCK", "model": "26"}, "unknown"),
        ({"kind": "RIFLE"}, {"model": "no such model"}, "unknown"),
        # what contradicts itself contradicts nothing else
        ({"kind": "PISTOL", "model": "M16A2"}, {"kind": "RIFLE"}, "belied"),
        ({"kind": "PISTOL", "model": "M16A2"}, {"kind": "SHOTGUN"}, "different"),
        ({"kind": "PISTOL"}, {"kind": "RIFLE", "make": "GLOCK", "model": "26"}, "belied"),
        ({"kind": "RIFLE", "model": "M16A2"}, {"kind": "PISTOL"}, "different"),
        ({"kind": "PISTOL", "model": "M16A2"}, {"kind": "PISTOL"}, "same"),
        # saying less of the other makes it no worse
        ({"kind": "SHOTGUN", "make": "GLOCK", "model": "17"}, {"make": "GLOCK", "model": "17"}, "belied"),
        ({"kind": "SHOTGUN", "make": "GLOCK", "model": "17"}, {"make": "GLOCK", "model": "19"}, "belied"),
        # a machine pistol may be called either, and belies nobody
        ({"kind": "PISTOL"}, {"kind": "SUBMACHINE GUN", "make": "BERETTA", "model": "93R"}, "compatible"),
    ],
)
def test_kind_of_the_model(left: dict[str, str], right: dict[str, str], level: str) -> None:
    one, other = weapon(**left), weapon(**right)
    reason = levels.kind(one, other, MODEL)
    assert f"kind.{level}" == reason.code == levels.kind(other, one, MODEL).code
    assert MODEL.weight(reason.code) == reason.weight
    for language in ("en", "es"):
        assert "–" not in reason.explain(language)


def test_words_of_a_belied_kind_say_which_model_tells() -> None:
    reason = levels.kind(weapon(kind="PISTOL", model="M16A2"), weapon(kind="RIFLE"), MODEL)
    assert reason.explain("en") == (
        "different kinds as written, pistol and rifle, but one record contradicts itself: "
        "the model M16A2 is of the other kind"
    )
    assert "pistola y fusil o rifle" in reason.explain("es")


def test_a_kind_told_by_the_model_names_it() -> None:
    reason = levels.kind(weapon(kind="RIFLE"), weapon(make="GLOCK", model="26"), MODEL)
    assert reason.explain() == "different kinds: rifle and pistol (26)"


@pytest.mark.parametrize(
    ("left", "right", "doubtful"),
    [
        ({"kind": "RIFLE"}, {"make": "GLOCK", "model": "26"}, "26"),
        ({"kind": "PISTOL", "model": "M16A2"}, {"kind": "RIFLE"}, "M16A2"),
        ({"kind": "SHOTGUN", "make": "GLOCK", "model": "17"}, {"make": "GLOCK", "model": "19"}, "17, 19"),
        # it weighs nothing
        ({"kind": "PISTOL"}, {"make": "GLOCK", "model": "26"}, None),
        # the words tell
        ({"kind": "PISTOL", "model": "M1911"}, {"kind": "RIFLE", "model": "M16A2"}, None),
        ({"kind": "RIFLE"}, {"kind": "RIFLE", "model": "M16A2"}, None),
    ],
)
def test_a_kind_that_rests_on_a_model_nobody_checked_says_so(
    left: dict[str, str], right: dict[str, str], doubtful: str | None
) -> None:
    one, other = weapon(**left), weapon(**right)
    assert doubtful == dict(levels.kind(one, other, MODEL).values).get("unverified")


DAY = datetime.date(2020, 6, 15)


@pytest.mark.parametrize(
    ("found", "listed", "level"),
    [
        (None, None, "unknown"),
        (UncertainDate.exact(DAY), UncertainDate.exact(DAY), "in_order"),
        (UncertainDate.exact(DAY + datetime.timedelta(days=1)), UncertainDate.exact(DAY), "in_order"),
        (UncertainDate.exact(DAY - datetime.timedelta(days=1)), UncertainDate.exact(DAY), "before_record"),
        (UncertainDate.of_month(2020, 6), UncertainDate.exact(DAY), "unknown"),
        (UncertainDate.of_month(2020, 5), UncertainDate.exact(DAY), "before_record"),
        (UncertainDate.of_month(2020, 7), UncertainDate.exact(DAY), "in_order"),
        (None, UncertainDate.exact(DAY), "unknown"),
        (UncertainDate.exact(DAY), None, "unknown"),
    ],
)
def test_date(found: UncertainDate | None, listed: UncertainDate | None, level: str) -> None:
    assert f"date.{level}" == levels.date(recorded(date=found), recorded(date=listed), MODEL).code


@pytest.mark.parametrize("sort", CustodySort)
def test_a_theft_or_loss_may_be_reported_late(sort: CustodySort) -> None:
    found = recorded(date=UncertainDate.exact(DAY - datetime.timedelta(days=1)))
    listed = attrs.evolve(recorded(date=UncertainDate.exact(DAY)), sort=sort)
    reported = sort in (CustodySort.THEFT, CustodySort.LOSS)
    reason = levels.date(found, listed, MODEL)
    assert ("date.before_report" if reported else "date.before_record") == reason.code
    assert (MODEL.weight(reason.code), Agreement.DIFFERENT) == (reason.weight, reason.agreement)
    assert MODEL.weight("date.before_record") < MODEL.weight("date.before_report") < 0
    assert ("reported late" in reason.explain("en")) is ("reportarse tarde" in reason.explain("es")) is reported
    # a report that came before the find is in order
    assert "date.in_order" == levels.date(listed, listed, MODEL).code


IMPORTED, OTHER = (Marking(kind=MarkingKind.IMPORT, text=text) for text in ("CAI GEORGIA VT", "Century Arms"))
PROOF = Marking(kind=MarkingKind.PROOF, text="N")


@pytest.mark.parametrize(
    ("left", "right", "level", "agreement"),
    [
        ((IMPORTED,), (IMPORTED,), "same", Agreement.SAME),
        ((IMPORTED,), (attrs.evolve(IMPORTED, text="cai  georgia vt"),), "same", Agreement.SAME),
        ((OTHER, IMPORTED), (IMPORTED, PROOF), "same", Agreement.SAME),
        ((IMPORTED,), (OTHER,), "different", Agreement.DIFFERENT),
        ((IMPORTED,), (), "unknown", Agreement.UNKNOWN),
        ((PROOF,), (PROOF,), "unknown", Agreement.UNKNOWN),
        ((IMPORTED,), (attrs.evolve(IMPORTED, text=""),), "unknown", Agreement.UNKNOWN),
        ((), (), "unknown", Agreement.UNKNOWN),
    ],
)
def test_import_mark(left: tuple[Marking, ...], right: tuple[Marking, ...], level: str, agreement: Agreement) -> None:
    one, other = (Weapon(markings=marks) for marks in (left, right))
    for reason in (levels.import_mark(one, other, MODEL), levels.import_mark(other, one, MODEL)):
        assert (f"import_mark.{level}", agreement) == (reason.code, reason.agreement)
        assert MODEL.weight(reason.code) == reason.weight


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ("1005-00-073-9421", "1005000739421", "same"),
        # the item is the same under another class
        ("1005-00-073-9421", "1010-00-073-9421", "same"),
        ("1005-00-073-9421", "1005-00-073-9422", "different"),
        ("1005-00-073-9421", "1005-12-073-9421", "different"),
        ("1005-00-073-9421", "", "unknown"),
        ("", "", "unknown"),
    ],
)
def test_stock_number(left: str, right: str, level: str) -> None:
    one, other = (Weapon(stock_number=NationalStockNumber.parse(text) if text else None) for text in (left, right))
    for reason in (levels.stock_number(one, other, MODEL), levels.stock_number(other, one, MODEL)):
        assert (f"stock_number.{level}", MODEL.weight(f"stock_number.{level}")) == (reason.code, reason.weight)


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        (Place.read(state="TX", country="US"), Place.read(state="Texas", country="US", municipality="Laredo"), "same"),
        (Place.read(state="TX", country="US"), Place.read(state="Tamaulipas", country="MX"), "different"),
        # of one abbreviation, and not one place
        (Place.read(state="Mich.", country="MX"), Place.read(state="Mich.", country="US"), "different"),
        (Place.read(country="US"), Place.read(country="US"), "unknown"),
        (Place.read(state="TX", country="US"), None, "unknown"),
        (None, None, "unknown"),
    ],
)
def test_place(left: Place | None, right: Place | None, level: str) -> None:
    for reason in (levels.place(left, right, MODEL), levels.place(right, left, MODEL)):
        assert f"place.{level}" == reason.code
    # weapons travel
    assert 0 == MODEL.weight("place.different")


def test_each_comparison_gives_one_reason() -> None:
    """What is missing has its own level and weighs nothing."""
    reasons = levels.reasons(recorded(), recorded(), MODEL)
    # when and where compare the records of one list
    names = [name for name in model.COMPARISONS if name not in ("when", "where")]
    assert {f"{name}.unknown" for name in names} == {reason.code for reason in reasons}
    assert len(names) == len(reasons)
    assert {(Agreement.UNKNOWN, 0.0)} == {(reason.agreement, reason.weight) for reason in reasons}
    for language in ("en", "es"):
        assert all("{" not in reason.explain(language) for reason in reasons)


def test_a_cell_that_is_missing_on_one_side_is_shown_on_the_other() -> None:
    reason = levels.lot(Weapon(lot=LotNumber.parse("MA-90F018-001")), Weapon(), MODEL)
    assert ("lot.unknown", Agreement.UNKNOWN, 0.0) == (reason.code, reason.agreement, reason.weight)
    assert ("left", "MA-90F018-001") in reason.values


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [("LOT MA-90F018-001", "MA-90F018-001", "same"), ("LOT MA-90F018-001", "MA-90F018-002", "different"),
     ("", "MA-90F018-001", "unknown")],
)  # fmt: skip
def test_lot(left: str, right: str, level: str) -> None:
    one, other = (Weapon(lot=LotNumber.parse(text) if text else None) for text in (left, right))
    assert f"lot.{level}" == levels.lot(one, other, MODEL).code


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
    rows = [recorded(attrs.evolve(weapon(**cells), serial=SerialNumber.parse("123456"))) for cells in (one, other)]
    assert twice is levels.listed_twice(*rows)
    neighbor = attrs.evolve(rows[1], weapon=attrs.evolve(rows[1].weapon, serial=SerialNumber.parse("123457")))
    assert not levels.listed_twice(rows[0], neighbor)


def test_digits_of_other_scripts_are_no_step_in_a_series() -> None:
    one, other = SerialNumber.parse("123456\u1369"), SerialNumber.parse("1234567")
    assert "substituted" == serial(one, other).level == serial(other, one).level
