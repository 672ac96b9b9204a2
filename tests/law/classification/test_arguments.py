"""What plainly stands for a weapon, a scheme or a day is taken; all else is refused by the name of the argument."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from armstrace.dates.value import UncertainDate
from armstrace.law.classification.channels import us_channel
from armstrace.law.classification.circumstances import Circumstances
from armstrace.law.classification.classify import classify, classify_many
from armstrace.law.classification.contrast import contrast
from armstrace.law.classification.facts import from_stock_number
from armstrace.law.classification.schemes import Scheme
from armstrace.law.classification.weapon_class import WeaponClass, weapon_class
from armstrace.places import Jurisdiction
from armstrace.records.seizures import SeizedItem, Seizure
from armstrace.sources import Citation, Source
from armstrace.weapons.kinds import KindSet
from armstrace.weapons.weapon import Weapon

DAY = datetime.date(2024, 1, 22)
GUN, PISTOL = Weapon(kinds=KindSet.of("machine_gun")), Weapon(kinds=KindSet.of("pistol"))
ITEM = SeizedItem(weapon=GUN)
SEIZURE = Seizure(items=(ITEM,), citation=Citation(source=Source(title="a.csv"), row=2))


@pytest.mark.parametrize("weapon", [GUN, ITEM, SEIZURE.recorded()[0]], ids=lambda value: type(value).__name__)
@pytest.mark.parametrize("scheme", [Scheme.MX, "mx", "LFAFE"])
@pytest.mark.parametrize("on", [DAY, "2024-01-22", UncertainDate.exact(DAY)], ids=repr)
def test_what_is_taken(weapon: Any, scheme: Any, on: Any) -> None:
    assert classify(GUN, Scheme.MX, on=DAY) == classify(weapon, scheme, on=on)
    assert classify(GUN, Scheme.MX, on=DAY) == contrast(weapon, on=on)[scheme]


def test_other_questions_take_the_same() -> None:
    assert us_channel(GUN, on=DAY) == us_channel(ITEM, on="2024-01-22")
    assert weapon_class(GUN, Jurisdiction.MX, on=DAY) is weapon_class(ITEM, "mx", on="2024-01-22")
    assert WeaponClass.MILITARY_EXCLUSIVE is weapon_class(ITEM, "mx", on="2024-01-22")


@pytest.mark.parametrize(
    ("arguments", "cause"),
    [
        ({"weapon": SEIZURE}, "weapon must be a Weapon or a record of one weapon, not Seizure"),
        ({"weapon": "AK-47"}, "weapon must be a Weapon or a record of one weapon, not str"),
        ({"scheme": 5}, "scheme must be a Scheme or a name such as 'mx', not int"),
        ({"on": 2024}, "on must be a date"),
        ({"on": "2024/2025"}, "on must be a day, not a period"),
        ({"on": "yesterday"}, "yesterday"),
    ],
)
def test_what_is_refused(arguments: dict[str, Any], cause: str) -> None:
    wrong: dict[str, Any] = {"weapon": GUN, "scheme": "mx", "on": DAY, **arguments}
    with pytest.raises((TypeError, ValueError), match=cause):
        classify(**wrong)
    with pytest.raises((TypeError, ValueError), match=cause):
        list(classify_many([wrong["weapon"]], wrong["scheme"], on=[wrong["on"]]))
    with pytest.raises((TypeError, ValueError), match=cause):
        list(classify_many([wrong["weapon"]], wrong["scheme"], on=wrong["on"]))


def test_many_with_what_is_common_and_what_is_their_own() -> None:
    days: list[Any] = ["2024-01-22", DAY, None]
    stated = [Circumstances(), Circumstances(possessed_before_1986=True), Circumstances(possessed_before_1986=False)]
    things: list[Any] = [GUN, ITEM, PISTOL]
    dates: list[Any] = [DAY, "2024-01-22", None, days]
    for on in dates:
        for given in (stated[1], stated):
            alone = [
                classify(
                    thing,
                    "us_availability",
                    on=on[index] if isinstance(on, list) else on,
                    given=given[index] if isinstance(given, list) else given,
                )
                for index, thing in enumerate(things)
            ]
            assert alone == list(classify_many(iter(things), "us_availability", on=on, given=given))


@pytest.mark.parametrize("several", [{"on": [DAY]}, {"on": [DAY] * 3}, {"on": DAY, "given": [Circumstances()]}])
def test_as_many_days_and_circumstances_as_weapons(several: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="zip"):
        list(classify_many([GUN, PISTOL], "mx", **several))


def test_results_print_on_a_line_or_a_few() -> None:
    assert "mx on 2024-01-22: military_exclusive" == str(classify(GUN, "mx", on=DAY))
    unsettled = str(classify(Weapon(), "iti", on=None))
    assert unsettled.startswith("iti whatever the day: undetermined")
    lines = str(contrast(GUN, on=DAY)).splitlines()
    assert [f"{scheme} on" in line for scheme, line in zip(Scheme.all(), lines, strict=True)] == [True] * len(lines)
    assert "undetermined (us_availability on 2024-01-22: undetermined" in str(us_channel(GUN, on=DAY))


def test_no_fact_is_taken_from_a_stock_number_that_is_not_there() -> None:
    assert from_stock_number(Weapon()) == ()
