"""Comparisons of what records state about the weapon: missing is never different."""

from __future__ import annotations

import attrs
import pytest

from armstrace.explain import Agreement, Reason
from armstrace.matching.comparisons.comparison import ValueComparison
from armstrace.matching.comparisons.table import COMPARISONS
from armstrace.matching.match_model import MatchModel
from armstrace.records.recorded import RecordedWeapon
from armstrace.sources import Citation, Source
from armstrace.weapons.marks.markings import Marking, MarkingKind
from armstrace.weapons.reader import read_weapon
from armstrace.weapons.supply.stock_numbers import NationalStockNumber
from armstrace.weapons.weapon import Weapon

MODEL = MatchModel.default()
ROWS = {row.name: row for row in COMPARISONS if isinstance(row, ValueComparison)}
CITATION = Citation(source=Source(title="a.csv"), row=2)
IMPORTED, OTHER = (Marking(kind=MarkingKind.IMPORT, text=text) for text in ("CAI GEORGIA VT", "Century Arms"))
PROOF = Marking(kind=MarkingKind.PROOF, text="N")


def reason(name: str, left: RecordedWeapon, right: RecordedWeapon) -> Reason:
    return ROWS[name].reason(left, right, MODEL)


def recorded(thing: Weapon) -> RecordedWeapon:
    return RecordedWeapon(weapon=thing, citation=CITATION)


def weapon(**cells: str) -> RecordedWeapon:
    return recorded(read_weapon(cells, language="en").weapon if cells else Weapon())


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
    found = reason(compare, weapon(**left), weapon(**right))
    assert f"{compare}.{level}" == found.code
    assert found.code == reason(compare, weapon(**right), weapon(**left)).code
    assert MODEL.weight(found.code) == found.weight


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
    one, other = (weapon(kind=text) if text else weapon() for text in (left, right))
    assert f"kind.{level}" == reason("kind", one, other).code
    assert f"kind.{level}" == reason("kind", other, one).code


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
        ({"kind": "PISTOL", "model": "M16A2"}, {"kind": "RIFLE"}, "overridden_by_model"),
        ({"kind": "PISTOL", "model": "M16A2"}, {"kind": "SHOTGUN"}, "different"),
        ({"kind": "PISTOL"}, {"kind": "RIFLE", "make": "GLOCK", "model": "26"}, "overridden_by_model"),
        ({"kind": "RIFLE", "model": "M16A2"}, {"kind": "PISTOL"}, "different"),
        ({"kind": "PISTOL", "model": "M16A2"}, {"kind": "PISTOL"}, "same"),
        # saying less of the other makes it no worse
        ({"kind": "SHOTGUN", "make": "GLOCK", "model": "17"}, {"make": "GLOCK", "model": "17"}, "overridden_by_model"),
        ({"kind": "SHOTGUN", "make": "GLOCK", "model": "17"}, {"make": "GLOCK", "model": "19"}, "overridden_by_model"),
        # a machine pistol may be called either, and belies nobody
        ({"kind": "PISTOL"}, {"kind": "SUBMACHINE GUN", "make": "BERETTA", "model": "93R"}, "compatible"),
    ],
)
def test_kind_of_the_model(left: dict[str, str], right: dict[str, str], level: str) -> None:
    one, other = weapon(**left), weapon(**right)
    found = reason("kind", one, other)
    assert f"kind.{level}" == found.code == reason("kind", other, one).code
    assert MODEL.weight(found.code) == found.weight
    for language in ("en", "es"):
        assert "–" not in found.explain(language)


def test_words_of_a_overridden_kind_say_which_model_tells() -> None:
    found = reason("kind", weapon(kind="PISTOL", model="M16A2"), weapon(kind="RIFLE"))
    assert found.explain("en") == (
        "different kinds as written, pistol and rifle, but one record contradicts itself: "
        "its model M16A2 is of the kind that the other states"
    )
    assert "pistola y fusil o rifle" in found.explain("es")


def test_a_kind_told_by_the_model_names_it() -> None:
    found = reason("kind", weapon(kind="RIFLE"), weapon(make="GLOCK", model="26"))
    assert found.explain() == "different kinds: rifle and pistol (26)"


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
    assert doubtful == dict(reason("kind", one, other).values).get("unverified")


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
    one, other = (recorded(Weapon(markings=marks)) for marks in (left, right))
    for found in (reason("import_mark", one, other), reason("import_mark", other, one)):
        assert (f"import_mark.{level}", agreement) == (found.code, found.agreement)
        assert MODEL.weight(found.code) == found.weight


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
    one, other = (
        recorded(Weapon(stock_number=NationalStockNumber.parse(text) if text else None)) for text in (left, right)
    )
    for found in (reason("stock_number", one, other), reason("stock_number", other, one)):
        assert (f"stock_number.{level}", MODEL.weight(f"stock_number.{level}")) == (found.code, found.weight)
