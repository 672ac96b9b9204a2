"""The marker of content, stances, statements and assessments."""

from __future__ import annotations

from datetime import date

import attrs
import pytest
from attrs import frozen

from armstrace._convert import from_plain, to_plain
from armstrace.dates.value import UncertainDate
from armstrace.errors import ParseError
from armstrace.explain import Caveat
from armstrace.parties.table import Party
from armstrace.records.custody import CustodyRecord
from armstrace.records.seizures import SeizedItem, Seizure
from armstrace.records.statements.statements import Assessment, Proposition, Rating, Stance, Statement
from armstrace.records.transfers import Transfer
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
    with pytest.raises(ParseError, match=r"^\$\.content(\.type)?: (no object|missing|no type that can stand here)"):
        from_plain({"content": content}, _Said)


def test_a_class_without_fields_is_no_choice() -> None:
    class Plain(Proposition):
        __slots__ = ()

    assert Plain not in Proposition._choices()


def test_only_some_stances_put_content_forward() -> None:
    assert {"assert", "allege", "report", "acknowledge"} == {stance.value for stance in Stance if stance.puts_forward}


JUNE = UncertainDate.of_month(2023, 6)
DAY = UncertainDate.exact(date(2024, 1, 24))


def statement(**change: object) -> Statement:
    given: dict[str, object] = {
        "speaker": Party.lookup("SEDENA"),
        "stance": Stance.ALLEGE,
        "proposition": Transfer(word="M2", sender_named="stocks", recipient_named="X"),
        "cited": (CITED,),
    }
    return Statement(**(given | change))  # type: ignore[arg-type]  # wrong on purpose


@pytest.mark.parametrize(
    ("said", "reported", "day", "by"),
    [
        (JUNE, None, date(2023, 5, 31), False),
        (JUNE, None, date(2023, 6, 1), None),
        (JUNE, None, date(2023, 6, 29), None),
        (JUNE, None, date(2023, 6, 30), True),
        (JUNE, DAY, date(2023, 6, 1), None),
        (JUNE, None, JUNE, True),
        (None, DAY, date(2024, 1, 23), None),
        (None, DAY, date(2024, 1, 24), True),
        (None, UncertainDate.of_month(2024, 1), UncertainDate.of_month(2024, 1), True),
        (None, UncertainDate.of_month(2024, 1), date(2024, 1, 24), None),
        (None, None, date(2100, 1, 1), None),
    ],
)
def test_whether_it_had_been_said(
    said: UncertainDate | None, reported: UncertainDate | None, day: date | UncertainDate, *, by: bool | None
) -> None:
    assert by is statement(said=said, reported=reported).by(day)


def test_a_statement_in_words() -> None:
    made = statement(said=JUNE, caveats=(Caveat(code="custody.no_wrongdoing"),))
    assert made.explain("es").splitlines() == [
        'Secretaría de la Defensa Nacional alega: armas ("M2"): de stocks a X (punto de desvío desconocido) (2023-06)',
        "  a.csv, fila 4",
        "  nota: haber tenido antes un arma no implica falta alguna",
    ]
    unnamed = statement(speaker=None, named="Grupo Lobo")
    assert str(unnamed).startswith("Grupo Lobo alleges: ")
    assert str(unnamed).endswith("(no date)")


def test_a_statement_needs_a_speaker_and_a_place_it_stands() -> None:
    with pytest.raises(ParseError, match="needs a speaker"):
        statement(speaker=None)
    with pytest.raises(ValueError, match="cited"):
        statement(cited=())


def test_statements_and_assessments_go_to_json_and_back() -> None:
    made = statement(said=JUNE, named="the army", verb="said")
    judged = Assessment(by_whom=Party.lookup("GAO"), of=made, rating=Rating.UNPROVEN, on=DAY, because="no data")
    for value in (made, judged):
        back = from_plain(to_plain(value), type(value))
        assert (value, repr(value)) == (back, repr(back))


def test_an_assessment_is_dated_and_says_who_judged() -> None:
    judged = Assessment(named="a desk", of=statement(), rating=Rating.CONTRADICTED, on=DAY)
    assert [False, True] == [judged.by(date(2024, 1, day)) for day in (23, 24)]
    assert judged.label().startswith("a desk: contradicted: Secretariat")
    assert Assessment(of=statement(), rating=Rating.MIXED).label().startswith("–: supported in part")
    by_party = Assessment(by_whom=Party.lookup("GAO"), of=statement(), rating=Rating.SUPPORTED)
    assert by_party.label("es").startswith("Oficina de Rendición de Cuentas del Gobierno de Estados Unidos: sustentado")


def test_a_seizure_prints_its_first_items_on_a_line() -> None:
    item = SeizedItem(weapon=Weapon(), count=2)
    seizure = Seizure(items=(item,), citation=CITED)
    assert "a seizure: a.csv, row 4: 2 × kind unknown, serial not recorded" == str(seizure)
    assert seizure.label("es").startswith("un aseguramiento: a.csv, fila 4: 2 × ")
    many = attrs.evolve(seizure, id="EJ-1", authority="FGR", items=(*[SeizedItem(weapon=Weapon())] * 3, item, item))
    assert str(many).startswith("a seizure: EJ-1, FGR: kind unknown, serial not recorded; ")
    assert str(many).endswith("; +2")
    assert "2 × kind unknown, serial not recorded" == str(item)


def test_a_custody_record_prints_on_a_line() -> None:
    record = CustodyRecord(weapon=Weapon(), date=DAY, citation=CITED)
    assert f"a custody record: a.csv, row 4, {DAY}: kind unknown, serial not recorded" == str(record)


def test_an_assessment_prints_on_a_line() -> None:
    assert str(Assessment(named="a desk", of=statement(), rating=Rating.MIXED)).startswith("a desk: supported in part")
