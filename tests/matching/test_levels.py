"""Comparisons: one reason each, missing never different."""

from __future__ import annotations

import datetime

import pytest

from armstrace.dates.value import UncertainDate
from armstrace.explain import Agreement
from armstrace.matching import levels, model
from armstrace.records.recorded import RecordedWeapon
from armstrace.sources import Citation, Source
from armstrace.weapons.markings import LotNumber
from armstrace.weapons.reading import read_weapon
from armstrace.weapons.serials import SerialNumber, SerialState
from armstrace.weapons.weapon import Weapon

MODEL = model.default()
CITATION = Citation(source=Source(title="a.csv"), row=2)


def weapon(**cells: str) -> Weapon:
    return read_weapon(cells, language="en").weapon


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
        ("9134567", "91354567", "dropped", Agreement.NEAR),
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
    reason = levels.serial(SerialNumber.parse(left), SerialNumber.parse(right), MODEL)
    mirrored = levels.serial(SerialNumber.parse(right), SerialNumber.parse(left), MODEL)
    assert (f"serial.{level}", agreement) == (reason.code, reason.agreement)
    assert (reason.code, reason.weight) == (mirrored.code, mirrored.weight)
    for language in ("en", "es"):
        assert "{" not in reason.explain(language)


def test_an_altered_serial_supports_nothing() -> None:
    left = SerialNumber.parse("1234567", SerialState.ALTERED)
    reason = levels.serial(left, SerialNumber.parse("1234567"), MODEL)
    assert ("serial.unknown", 0.0) == (reason.code, reason.weight)


def test_longer_serials_weigh_more_up_to_a_cap() -> None:
    def weight(text: str) -> float:
        return levels.serial(SerialNumber.parse(text), SerialNumber.parse(text), MODEL).weight

    assert 0 < weight("5231") < weight("95231") < weight("A95231") < weight("ABC95231")
    assert MODEL.weight("serial.cap") == weight("ABCDEFG12345678") == weight("ABCDEFGH12345678")


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
    assert f"kind.{level}" == levels.kind(one.kinds, other.kinds, MODEL).code
    assert f"kind.{level}" == levels.kind(other.kinds, one.kinds, MODEL).code


DAY = datetime.date(2020, 6, 15)


@pytest.mark.parametrize(
    ("found", "listed", "level"),
    [
        (UncertainDate.exact(DAY), UncertainDate.exact(DAY), "in_order"),
        (UncertainDate.exact(DAY + datetime.timedelta(days=1)), UncertainDate.exact(DAY), "in_order"),
        (UncertainDate.exact(DAY - datetime.timedelta(days=1)), UncertainDate.exact(DAY), "before_record"),
        (UncertainDate.month(2020, 6), UncertainDate.exact(DAY), "unknown"),
        (UncertainDate.month(2020, 5), UncertainDate.exact(DAY), "before_record"),
        (UncertainDate.month(2020, 7), UncertainDate.exact(DAY), "in_order"),
        (None, UncertainDate.exact(DAY), "unknown"),
        (UncertainDate.exact(DAY), None, "unknown"),
    ],
)
def test_date(found: UncertainDate | None, listed: UncertainDate | None, level: str) -> None:
    assert f"date.{level}" == levels.date(recorded(date=found), recorded(date=listed), MODEL).code


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
    import attrs

    rows = [recorded(attrs.evolve(weapon(**cells), serial=SerialNumber.parse("123456"))) for cells in (one, other)]
    assert twice is levels.listed_twice(*rows)
    neighbor = attrs.evolve(rows[1], weapon=attrs.evolve(rows[1].weapon, serial=SerialNumber.parse("123457")))
    assert not levels.listed_twice(rows[0], neighbor)


def test_digits_of_other_scripts_are_no_step_in_a_series() -> None:
    one, other = SerialNumber.parse("123456\u1369"), SerialNumber.parse("1234567")
    assert levels.serial(one, other, MODEL).level != "neighbor"
