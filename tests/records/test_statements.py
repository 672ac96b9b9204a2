"""The marker of content, and stances."""

from __future__ import annotations

import pytest
from attrs import frozen

from armstrace._convert import from_plain, to_plain
from armstrace.errors import ParseError
from armstrace.records.custody import CustodyRecord
from armstrace.records.seizures import SeizedItem, Seizure
from armstrace.records.statements import Proposition, Stance
from armstrace.sources import Citation, Source
from armstrace.weapons.weapon import Weapon

CITED = Citation(source=Source(title="a.csv"), row=4)


@frozen(kw_only=True)
class _Said:
    content: Proposition
    about: tuple[Proposition, ...] = ()
    perhaps: Proposition | None = None


@pytest.mark.parametrize("cls", [Seizure, CustodyRecord])
def test_content_is_marked(cls: type) -> None:
    assert issubclass(cls, Proposition)
    assert cls in Proposition._choices()
    assert len(Proposition._choices()) == len({choice.__name__ for choice in Proposition._choices()})


def test_a_marked_field_goes_to_json_and_back_by_the_name_of_its_class() -> None:
    seizure = Seizure(items=(SeizedItem(weapon=Weapon(), count=2),), citation=CITED)
    custody = CustodyRecord(weapon=Weapon(), list_name="STOCK", citation=CITED)
    said = _Said(content=seizure, about=(custody, seizure), perhaps=custody)
    plain = to_plain(said)
    assert plain["content"]["type"] == "Seizure"
    assert said == from_plain(plain, _Said)
    assert from_plain(to_plain(_Said(content=custody)), _Said).perhaps is None


@pytest.mark.parametrize("content", [None, [], {}, {"type": "Weapon"}, {"type": ["Seizure"]}, {"type": "Proposition"}])
def test_other_content_is_refused(content: object) -> None:
    with pytest.raises(ParseError, match="has no type out of"):
        from_plain({"content": content}, _Said)


def test_only_some_stances_put_content_forward() -> None:
    assert {"assert", "allege", "report", "acknowledge"} == {stance.value for stance in Stance if stance.puts_forward}
