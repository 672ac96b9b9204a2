"""One strategy for every public class, valid and varied values that shrink, and what the library owes to all of them.

Each value must come back from JSON and from a pickle as it was, be hashable and frozen, and say what it is.
"""

from __future__ import annotations

import datetime
import functools
import importlib
import inspect
import operator
import pickle
import pkgutil
import sys
from decimal import Decimal
from enum import Enum
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

import armstrace
from armstrace import Caliber, Count, Period, Place, Seizure, Stance, Statement, Tally, UncertainDate, Weapon, _public
from armstrace.dates.column_order import OrderEvidence
from armstrace.errors import MissingExtra
from armstrace.formats.json import _types, from_json, to_json
from armstrace.law.litigation import CaseStatus, Docket, EventKind, LegalCase, LegalCitation
from armstrace.matching.coverage.scopes import ListScope
from armstrace.matching.duplicates import DuplicateSet
from armstrace.matching.evaluation.evaluate import Evaluation
from armstrace.matching.match import Match
from armstrace.matching.match_model import MatchModel
from armstrace.matching.results.match_set import MatchSet
from armstrace.matching.results.shortlists import Shortlist
from armstrace.places.state import State
from armstrace.records.chains import CustodyChain
from armstrace.records.figures.shares import Share
from armstrace.records.statements.acts import Act
from armstrace.records.statements.statements import Proposition
from armstrace.records.tables.table_result import TableResult
from armstrace.testing import texts, values
from armstrace.testing._build import content, public
from armstrace.units import Length
from armstrace.weapons.calibers.basis import CaliberBasis
from armstrace.weapons.makes.registry import Make
from armstrace.weapons.serials.number import SerialNumber
from armstrace.weapons.serials.states import SerialState

WITH_JSON = set(_types().values())
VALUES = sorted((cls for cls in public() if attrs.has(cls)), key=lambda cls: (cls.__module__, cls.__name__))
WORDS = sorted((cls for cls in public() if issubclass(cls, Enum)), key=lambda cls: (cls.__module__, cls.__name__))
FEW = settings(max_examples=6, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
FIRST_STATE = State.all()[0]
# how long it takes to come upon a rare value is not left to chance
QUICK = settings(max_examples=2000, deadline=None, database=None, derandomize=True)
UNSHRUNK = settings(QUICK, phases=[Phase.generate])


def name_of(cls):
    return f"{cls.__module__.removeprefix('armstrace.')}.{cls.__name__}"


def whole(value):
    """All of a value, with what equality leaves out: the text that was read, the number of decimals."""
    if attrs.has(type(value)):
        own = [(field.name, whole(getattr(value, field.name))) for field in attrs.fields(type(value)) if field.init]
        return (type(value), *own)
    if isinstance(value, tuple | frozenset):
        parts = map(whole, value)
        return (type(value), tuple(parts) if isinstance(value, tuple) else frozenset(parts))
    return type(value), str(value) if isinstance(value, Decimal) else value


def defined_in(module):
    return [value for value in vars(module).values() if isinstance(value, type) and value.__module__ == module.__name__]


def public_modules():
    for found in pkgutil.walk_packages(armstrace.__path__, "armstrace."):
        if not any(part.startswith("_") for part in found.name.split(".")):
            yield importlib.import_module(found.name)


def test_every_public_class_has_a_strategy() -> None:
    wanted = {cls for cls in _public.classes() if not cls.__name__.startswith("_")}
    wanted = {cls for cls in wanted if attrs.has(cls) or issubclass(cls, Enum)}
    assert len(wanted) > 180
    assert wanted <= public()


@pytest.mark.parametrize("cls", sorted(WITH_JSON, key=name_of), ids=name_of)
def test_nothing_is_lost_in_json(cls) -> None:
    @FEW
    @given(values(cls))
    def check(value):
        back = from_json(to_json(value))
        assert value == back
        assert hash(value) == hash(back)
        assert whole(value) == whole(back)

    check()


@pytest.mark.parametrize("cls", VALUES, ids=name_of)
def test_what_holds_of_every_value(cls) -> None:
    @FEW
    @given(values(cls))
    def check(value):
        assert type(value) is cls
        copy = pickle.loads(pickle.dumps(value))
        assert whole(value) == whole(copy)
        # rules of law are compared and hashed as objects
        if cls.__name__ not in ("Rule", "Decision"):
            assert value == copy
            assert hash(value) == hash(copy)
        assert repr(value).startswith(f"{cls.__name__}(")
        assert isinstance(str(value), str)
        said(value)
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(value, attrs.fields(cls)[0].name, None)

    check()


def said(value) -> None:
    """Whatever a value says of itself, in both languages."""
    for name in ("label", "explain"):
        say: Any = getattr(value, name, None)
        asked = inspect.signature(say).parameters if say is not None else {}
        given = {"day": datetime.date(2024, 1, 24)} if "day" in asked else {}
        for language in ("en", "es") if "language" in asked else ():
            assert isinstance(say(**given, language=language), str)


@pytest.mark.parametrize("cls", WORDS, ids=name_of)
def test_every_word_is_drawn(cls) -> None:
    for member in cls:
        assert member is find(values(cls), functools.partial(operator.is_, member), settings=UNSHRUNK)


@given(values(Proposition))
@FEW
def test_content_is_any_of_its_kinds(value) -> None:
    assert type(value) in content()


def test_kinds_of_content_of_others_are_their_own_affair() -> None:
    @attrs.frozen
    class Rumor(Proposition):
        word: str = ""

    assert Rumor in Proposition._choices()
    assert Rumor not in content()
    assert {Act, Tally, Seizure, LegalCase} & set(content()) == {Act, Tally, Seizure}


@pytest.mark.parametrize(
    ("cls", "sought"),
    [
        (UncertainDate, lambda date: date.candidates and date.raw),
        (UncertainDate, lambda date: (date.earliest.month, date.earliest.day) == (2, 29)),
        (UncertainDate, lambda date: date.latest == datetime.date.max and date.approximate),
        (UncertainDate, lambda date: date.caveats),
        (Period, lambda period: period.start is None and period.end is None),
        (Period, lambda period: period.start and period.end and period.start.earliest < period.end.earliest),
        (Place, lambda place: place.country and place.state is None and place.unread),
        (Length, lambda length: "E" in str(length.value) and length.unit == "inch"),
        (Length, lambda length: str(length.value).endswith("00")),
        (Caliber, lambda caliber: caliber.basis is CaliberBasis.BORE_ONLY),
        (Caliber, lambda caliber: caliber.basis is CaliberBasis.OPEN and len(caliber.candidates) == 3),
        (Make, lambda make: make.known and make.raw),
        (Make, lambda make: not make.known),
        (SerialNumber, lambda serial: "?" in serial.text and serial.open_end),
        (SerialNumber, lambda serial: serial.state is SerialState.OBLITERATED and serial.raw),
        (Weapon, lambda weapon: weapon.construction.capacity or weapon.construction.barrels),
        (Count, lambda count: count.most is None and count.printed),
        (Tally, lambda tally: tally.count is None and tally.kinds),
        (Tally, lambda tally: tally.count and tally.traits),
        (Share, lambda share: share.printed is None and share.kinds),
        (Share, lambda share: share.printed is not None and share.numerator is None),
        (Statement, lambda statement: statement.speaker is None),
        (Act, lambda act: act.about),
        (CustodyChain, lambda chain: chain.gaps and chain.unplaced),
        (TableResult, lambda result: result.rejected and result.records and result.skipped),
        (CaseStatus, lambda state: len(state.possible) == 2),
        (Match, lambda match: match.confirmed_by),
        (Shortlist, lambda hits: len(hits.matches) == 2),
        (MatchSet, lambda found: found.by_found and found.account.filtered_found),
        (DuplicateSet, lambda found: found.clusters),
        (MatchModel, lambda model: model.capped and model.weights != MatchModel.default().weights),
        (ListScope, lambda scope: scope.verified and scope.since and scope.until),
        (Evaluation, lambda found: found.calibration.bins and found.by_noise),
        (LegalCase, lambda case: case.id == "mexico-v-smith-wesson"),
        (LegalCase, lambda case: case.leading_event == "ruled" and case.claims and case.defendants),
        (LegalCase, lambda case: any(event.kind is EventKind.SETTLED for event in case.events)),
    ],
)
@pytest.mark.filterwarnings("ignore:Generating overly large repr")  # a record may be long
def test_the_strategies_reach_far(cls, sought) -> None:
    assert sought(find(values(cls), sought, settings=UNSHRUNK))


@pytest.mark.parametrize("mark", ["'", "\n", "\0", "\u202e", "=", "{", "<", "🔫", "x" * 1000])
def test_texts_are_nasty(mark: str) -> None:
    assert mark in find(texts(), lambda text: mark in text, settings=QUICK)


@given(texts(min_size=2))
def test_texts_are_texts(text: str) -> None:
    assert len(text) >= 2
    assert text.encode()


@pytest.mark.parametrize(
    ("cls", "sought", "least"),
    [
        (Weapon, lambda weapon: weapon.rifled is not None, Weapon(rifled=False)),
        (UncertainDate, lambda date: date.is_exact, UncertainDate.exact(datetime.date(2000, 1, 1))),
        (Count, lambda count: count.least > 100, Count(least=101)),
        (Tally, lambda tally: tally.count and tally.word, Tally(count=Count(), word="0")),
        (Place, lambda place: place.state, Place(country=FIRST_STATE.country, state=FIRST_STATE)),
    ],
)
def test_failures_shrink_to_what_matters(cls, sought, least) -> None:
    found = find(values(cls), sought, settings=QUICK)
    assert least == found
    assert repr(least) == repr(found)


@given(values(LegalCitation))
def test_citations_are_written_as_they_are_read(citation) -> None:
    assert citation == LegalCitation.parse(str(citation))


@given(values(Docket))
def test_dockets_are_numbers_of_dockets(docket) -> None:
    assert docket.number in str(docket)


@given(values(OrderEvidence))
def test_years_have_two_or_four_digits(evidence) -> None:
    assert evidence.year_digits in (2, 4)


@pytest.mark.parametrize("stranger", [int, Exception, st.SearchStrategy, "Seizure", None])
def test_other_classes_are_refused(stranger) -> None:
    with pytest.raises(TypeError, match=r"no values of .* are drawn here, only of Absence, Act, .*Weapon"):
        values(stranger)


def test_hypothesis_is_asked_for(monkeypatch) -> None:
    for name in [name for name in sys.modules if name.startswith("armstrace.testing")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    with pytest.raises(MissingExtra, match=r"install armstrace\[testing\]"):
        importlib.import_module("armstrace.testing")


def test_nothing_is_registered_with_hypothesis() -> None:
    assert "values" not in repr(st.from_type(Stance))
