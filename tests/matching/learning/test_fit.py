"""Weights learned from labeled pairs."""

from __future__ import annotations

import datetime
import itertools
import math
import random
from typing import Any, TypeAlias

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from armstrace.dates.value import UncertainDate
from armstrace.errors import ParseError
from armstrace.formats.json import from_json, to_json
from armstrace.matching.compare import compare
from armstrace.matching.comparisons.table import COMPARISONS
from armstrace.matching.learning.fit import fit
from armstrace.matching.learning.fitted import Fit, FittedWeight, WhyKept
from armstrace.matching.link import link
from armstrace.matching.match_model import MatchModel
from armstrace.records.recorded import RecordedWeapon
from armstrace.records.seizures import SeizedItem, Seizure
from armstrace.sources import Citation, Source
from armstrace.weapons.reader import read_weapon
from armstrace.weapons.serials.number import SerialNumber
from armstrace.weapons.weapon import Weapon

MODEL = MatchModel.default()
SOURCE = Source(title="made up")
IDS = itertools.count()
Pair: TypeAlias = tuple[RecordedWeapon, RecordedWeapon, bool]

# two cells for each level of a comparison
CELLS = {
    "make.same": ({"make": "COLT"}, {"make": "COLT"}),
    "make.different": ({"make": "COLT"}, {"make": "GLOCK"}),
    "make.unknown": ({}, {"make": "GLOCK"}),
    "caliber.same": ({"caliber": "7.62x39"}, {"caliber": "7.62x39"}),
    "caliber.interchangeable": ({"caliber": "5.56x45"}, {"caliber": ".223 Rem"}),
    "caliber.possible": ({"caliber": "7.62"}, {"caliber": "7.62x39"}),
    "caliber.same_bore": ({"caliber": "5.7x28"}, {"caliber": "5.56x45"}),
    "caliber.conflict": ({"caliber": "9x19"}, {"caliber": ".45 ACP"}),
    "caliber.unknown": ({"caliber": "9x19"}, {}),
}
WEAPONS = {code: tuple(read_weapon(cells, language="en").weapon for cells in sides) for code, sides in CELLS.items()}
CALIBERS = tuple(code for code in CELLS if code.startswith("caliber."))


def record(weapon: Weapon, day: datetime.date | None = None) -> RecordedWeapon:
    date = None if day is None else UncertainDate.exact(day)
    return RecordedWeapon(weapon=weapon, date=date, record_id=f"R{next(IDS)}", citation=Citation(source=SOURCE))


def pairs(same: bool, **counts: int) -> list[Pair]:
    """So many pairs at each level; each has records of its own."""
    codes = [code.replace("__", ".") for code in counts]
    return [
        (record(WEAPONS[code][0]), record(WEAPONS[code][1]), same)
        for code, count in zip(codes, counts.values(), strict=True)
        for _ in range(count)
    ]


def numbered(left: str, right: str, count: int, same: bool = True) -> list[Pair]:
    one, other = (Weapon(serial=SerialNumber.parse(text)) for text in (left, right))
    return [(record(one), record(other), same) for _ in range(count)]


def of(fitted: Fit, code: str) -> FittedWeight:
    (found,) = (each for each in fitted.weights if each.code == code)
    return found


def changed(**weights: float) -> MatchModel:
    by_code = {code.replace("__", "."): bits for code, bits in weights.items()}
    return attrs.evolve(MODEL, weights=tuple((code, by_code.get(code, bits)) for code, bits in MODEL.weights))


# ---- attributes


def test_counts_by_hand() -> None:
    """Published: 8 to 1 for the same make, 1 to 64 for another one."""
    weights = changed(make__same=3.0, make__different=-6.0)
    labeled = pairs(True, make__same=90, make__different=10) + pairs(False, make__same=20, make__different=30)
    fitted = fit(weights, labeled, strength=9)
    # the 100 that are the same count as 50
    assert math.log2((45 + 8) / (20 + 1)) == pytest.approx(fitted.model.weight("make.same"))
    assert math.log2((5 + 9 / 65) / (30 + 9 * 64 / 65)) == pytest.approx(fitted.model.weight("make.different"))
    same, different = of(fitted, "make.same"), of(fitted, "make.different")
    assert (math.log2(0.9 / 0.4), math.log2(0.1 / 0.6)) == pytest.approx((same.learned, different.learned))
    assert (90, 20, 10, 30) == (same.same, same.different, different.same, different.different)
    assert (100, 50, 0, 0) == (fitted.same, fitted.different, fitted.near_misses, fitted.repeated)
    assert {"make.same", "make.different"} == {each.code for each in fitted.learned if each.same + each.different}


def test_a_level_that_one_label_never_has_gets_a_finite_weight() -> None:
    weights = changed(make__same=3.0)
    fitted = fit(weights, pairs(True, make__same=1000) + pairs(False, make__different=1000), strength=9)
    same = of(fitted, "make.same")
    assert (math.log2((1000 + 8) / 1), None) == (pytest.approx(same.weight), same.learned)


def test_one_rare_pair_hardly_moves_a_level() -> None:
    labeled = pairs(True, caliber__same=999, caliber__conflict=1) + pairs(False, caliber__same=1000)
    weight = fit(MODEL, labeled).model.weight("caliber.conflict")
    # one pair the same beside 50 of which one in 257 is
    assert math.log2((1 + 50 / 257) / (50 * 256 / 257)) == pytest.approx(weight)
    assert -8 < weight < -5


def test_one_pair_of_a_label_hardly_moves_what_many_of_the_other_have() -> None:
    labeled = pairs(True, make__same=5000) + pairs(False, make__same=1)
    # both labels count as one pair
    share = 2**3.5 / (1 + 2**3.5)
    weight = fit(MODEL, labeled).model.weight("make.same")
    assert math.log2((1 + 50 * share) / (1 + 50 * (1 - share))) == pytest.approx(weight)
    assert 3.2 < weight < 3.5


def test_few_pairs_leave_the_published_weight_and_many_replace_it() -> None:
    shares = {"make__same": 3, "make__different": 1}, {"make__same": 1, "make__different": 3}

    def weight(times: int, strength: float) -> float:
        counts = ({code: count * times for code, count in share.items()} for share in shares)
        labeled = [pair for same, own in zip((True, False), counts, strict=True) for pair in pairs(same, **own)]
        return fit(MODEL, labeled, strength=strength).model.weight("make.same")

    assert 3.5 == pytest.approx(weight(1, 1_000_000), abs=1e-4)
    assert math.log2(3) == pytest.approx(weight(500, 1), abs=0.01)
    steps = [weight(times, 50) for times in (1, 5, 25, 125)]
    assert [3.5, *steps, math.log2(3)] == sorted([3.5, *steps, math.log2(3)], reverse=True)


def test_planted_weights_are_found_again() -> None:
    shares = {
        "caliber.same": (0.6, 0.1),
        "caliber.interchangeable": (0.2, 0.05),
        "caliber.possible": (0.15, 0.25),
        "caliber.same_bore": (0.04, 0.2),
        "caliber.conflict": (0.01, 0.4),
    }
    draw = random.Random(20240)  # noqa: S311  # no secret
    labeled = [
        (record(WEAPONS[code][0]), record(WEAPONS[code][1]), same)
        for same in (True, False)
        for code in draw.choices(list(shares), [pair[0 if same else 1] for pair in shares.values()], k=4000)
    ]
    fitted = fit(MODEL, labeled, strength=1)
    for code, (m, u) in shares.items():
        # some three standard deviations
        spread = 3 * math.sqrt(1 / (4000 * m) + 1 / (4000 * u)) / math.log(2)
        assert math.log2(m / u) == pytest.approx(fitted.model.weight(code), abs=spread)
        assert not of(fitted, code).pooled


def test_levels_in_the_wrong_order_are_taken_together() -> None:
    weights = changed(caliber__same=3.0, caliber__interchangeable=2.0, caliber__possible=1.0)
    labeled = pairs(True, caliber__same=10, caliber__interchangeable=40, caliber__possible=20)
    labeled += pairs(False, caliber__same=40, caliber__interchangeable=10, caliber__possible=20)
    fitted = fit(weights, labeled, strength=1)
    first, second, third = (of(fitted, f"caliber.{level}") for level in ("same", "interchangeable", "possible"))
    together = math.log2((50 + 8 / 9 + 4 / 5) / (50 + 1 / 9 + 1 / 5))
    assert (together, together) == pytest.approx((first.weight, second.weight))
    assert (True, True, False) == (first.pooled, second.pooled, third.pooled)
    assert (-2, 2) == pytest.approx((first.learned, second.learned))
    assert math.log2((20 + 2 / 3) / (20 + 1 / 3)) == pytest.approx(third.weight)


def test_levels_published_alike_have_no_order_to_keep() -> None:
    level = changed(caliber__same=2.0, caliber__interchangeable=2.0, caliber__possible=-2.0)
    labeled = pairs(True, caliber__same=1, caliber__interchangeable=9)
    labeled += pairs(False, caliber__same=9, caliber__interchangeable=1)
    fitted = fit(level, labeled)
    assert fitted.model.weight("caliber.interchangeable") > 2 > fitted.model.weight("caliber.same")
    assert not of(fitted, "caliber.same").pooled


def test_an_unseen_level_moves_only_with_its_neighbors() -> None:
    labeled = pairs(True, caliber__same=5, caliber__possible=500) + pairs(False, caliber__same=500, caliber__possible=5)
    fitted = fit(MODEL, labeled)
    between, below = of(fitted, "caliber.interchangeable"), of(fitted, "caliber.same_bore")
    assert (True, None) == (between.pooled, between.kept)
    assert between.weight == fitted.model.weight("caliber.same") == fitted.model.weight("caliber.possible")
    assert (-4.0, False, WhyKept.UNSEEN) == (below.weight, below.pooled, below.kept)


@pytest.mark.parametrize(
    ("left", "right", "counts"),
    [
        ("1234567", "1234567", True),
        ("12-34567", "1234567", True),
        ("1234567", "9876543", True),
        ("LIMADA", "1234567", True),
        ("1234568", "1234567", False),
        ("1234561", "1294561", False),
        ("0034567", "34567", False),
        ("...4567", "1234567", False),
    ],
)
def test_near_misses_say_nothing_of_makes(left: str, right: str, counts: bool) -> None:
    colt = read_weapon({"make": "COLT"}, language="en").weapon
    one, other = (record(attrs.evolve(colt, serial=SerialNumber.parse(text))) for text in (left, right))
    fitted = fit(MODEL, [(one, other, False), *pairs(True, make__same=1)])
    assert (int(counts), int(not counts)) == (of(fitted, "make.same").different, fitted.near_misses)
    assert (of(fitted, "make.same").kept is None) is counts
    # those that are the same weapon are what is to be learned
    assert 1 == of(fit(MODEL, [(one, other, True)]), "make.same").same


def test_days_and_missing_days() -> None:
    early, late = datetime.date(2015, 3, 1), datetime.date(2020, 3, 1)
    labeled = [(record(Weapon(), late), record(Weapon(), early), True) for _ in range(8)]
    labeled += [(record(Weapon(), early), record(Weapon(), late), False) for _ in range(8)]
    labeled += [(record(Weapon()), record(Weapon(), early), True)]
    fitted = fit(MODEL, labeled)
    assert (8, 8) == (of(fitted, "date.in_order").same, of(fitted, "date.before_record").different)
    unknown = of(fitted, "date.unknown")
    assert (1, 0.0, WhyKept.MISSING) == (unknown.same, unknown.weight, unknown.kept)


# ---- slips


def test_a_slip_costs_what_one_wrong_number_is_rarer() -> None:
    labeled = numbered("5274813", "5274813", 40) + numbered("5724813", "5274813", 6)
    labeled += numbered("9999", "1111", 1, same=False)
    fitted = fit(MODEL, labeled, strength=10)
    # two neighbors of seven can be swapped in six ways; 6.5 bits are published
    transposed = of(fitted, "serial.transposed")
    assert -math.log2((6 / 6 + 10 * 2**-6.5) / 50) == pytest.approx(transposed.weight)
    assert -math.log2(1 / 40) == pytest.approx(transposed.learned)
    # what never happened is rarer than thought
    assert -math.log2(10 * 2**-9.5 / 50) == pytest.approx(fitted.model.weight("serial.substituted"))
    assert None is of(fitted, "serial.substituted").learned
    assert (40, 40, 6) == (fitted.copied, of(fitted, "serial.equal").same, transposed.same)


def test_slips_are_learned_from_the_same_only() -> None:
    labeled = numbered("5274813", "5274813", 40)
    few = fit(MODEL, labeled + numbered("9999", "1111", 1, same=False))
    many = fit(MODEL, labeled + numbered("5724813", "5274813", 500, same=False))
    assert few.model.weights == many.model.weights
    assert 500 == of(many, "serial.transposed").different


@pytest.mark.parametrize(
    ("left", "level"),
    [("5247831", "two_edits"), ("...4813", "partial_consistent"), ("9999999", "different"), ("LIMADA", "unknown")],
)
def test_what_is_no_single_slip_teaches_no_cost(left: str, level: str) -> None:
    labeled = numbered("5274813", "5274813", 40) + numbered("9999", "1111", 1, same=False)
    before, after = fit(MODEL, labeled), fit(MODEL, labeled + numbered(left, "5274813", 30))
    assert before.model.weights == after.model.weights
    assert (30, MODEL.weight(f"serial.{level}")) == (
        of(after, f"serial.{level}").same,
        after.model.weight(f"serial.{level}"),
    )


def test_the_order_is_that_of_the_published_weights_and_not_that_of_the_table() -> None:
    """A variant stands before a shared pattern in the table, and is published below it."""
    weapons = {cells: read_weapon({"model": cells}, language="en").weapon for cells in ("M16A1", "M16A2", "M1A", "M14")}
    levels = {"variant": ("M16A1", "M16A2"), "pattern": ("M1A", "M14")}

    def labeled(level: str, same: bool, count: int) -> list[Pair]:
        one, other = (weapons[name] for name in levels[level])
        return [(record(one), record(other), same) for _ in range(count)]

    rows = labeled("variant", True, 9) + labeled("pattern", True, 1)
    rows += labeled("variant", False, 1) + labeled("pattern", False, 9)
    fitted = fit(MODEL, rows, strength=1)
    assert of(fitted, "model.variant").pooled
    assert fitted.model.weight("model.variant") == fitted.model.weight("model.pattern")


def test_several_characters_taken_for_others_teach_no_cost() -> None:
    labeled = numbered("5274813", "5274813", 40) + numbered("9999", "1111", 1, same=False)
    both = fit(MODEL, labeled + numbered("S2748I3", "5274813", 30))
    assert fit(MODEL, labeled).model.weights == both.model.weights
    assert 0 == of(both, "serial.lookalike_letter").same


def test_no_slip_is_likelier_than_a_number_copied_right() -> None:
    labeled = numbered("0034567", "34567", 500) + numbered("9999", "1111", 1, same=False)
    zeros = of(fit(MODEL, labeled), "serial.zeros")
    assert (0.0, None, 500) == (zeros.weight, zeros.learned, zeros.same)
    assert (
        WhyKept.UNSEEN
        is of(fit(changed(), pairs(True, make__same=1) + pairs(False, make__same=1)), "serial.zeros").kept
    )


def test_what_a_number_is_worth_stays() -> None:
    labeled = numbered("5274813", "5274813", 400) + numbered("5274813", "5274813", 400, same=False)
    fitted = fit(MODEL, labeled)
    for level in ("per_digit", "per_letter", "cap", "equal", "format", "lookalike_rare", "two_edits", "different"):
        each = of(fitted, f"serial.{level}")
        assert (MODEL.weight(each.code), WhyKept.FIXED) == (each.weight, each.kept)
    said: dict[str, Any] = {"version": "", "source": "", "weights": MODEL.weights}
    assert attrs.evolve(MODEL, **said) == attrs.evolve(fitted.model, **said)


# ---- nothing to learn


@pytest.mark.parametrize(
    ("labeled", "kept"),
    [
        ([], WhyKept.UNSEEN),
        (pairs(True, make__same=30), WhyKept.ONE_LABEL),
        (pairs(False, make__same=30), WhyKept.ONE_LABEL),
        (pairs(True, make__same=30) + pairs(False, make__unknown=30), WhyKept.ONE_LABEL),
    ],
)
def test_weights_stay_where_pairs_cannot_tell(labeled: list[Pair], kept: WhyKept) -> None:
    fitted = fit(MODEL, labeled)
    assert fitted.model is MODEL
    assert (kept, ()) == (of(fitted, "make.same").kept, fitted.learned)
    assert fitted.explain().startswith("nothing was learned")


def test_one_label_teaches_no_slips_either() -> None:
    fitted = fit(MODEL, numbered("5724813", "5274813", 30) + numbered("5274813", "5274813", 30))
    assert fitted.model is MODEL
    assert WhyKept.ONE_LABEL is of(fitted, "serial.transposed").kept


# ---- what is given


@pytest.mark.parametrize("strength", [0, 0.99, -1, 1_000_001, math.inf, math.nan])
def test_another_strength_is_refused(strength: float) -> None:
    with pytest.raises(ParseError, match="1 to a million"):
        fit(MODEL, [], strength=strength)


@pytest.mark.parametrize("strength", [1, 1_000_000])
def test_the_bounds_of_strength(strength: float) -> None:
    assert strength == fit(MODEL, [], strength=strength).strength


@pytest.mark.parametrize("label", ["no", "", None, 2, math.nan])
def test_a_label_that_is_none_is_refused(label: object) -> None:
    ((left, right, _),) = pairs(True, make__same=1)
    with pytest.raises(ParseError, match="true or false"):
        fit(MODEL, [(left, right, label)])  # type: ignore[list-item]  # wrong on purpose


def test_a_pair_counts_once_and_has_one_label() -> None:
    labeled = pairs(True, make__same=3) + pairs(False, make__different=2)
    again = fit(MODEL, labeled * 4)
    assert fit(MODEL, labeled) == attrs.evolve(again, repeated=0)
    assert 15 == again.repeated
    left, right, _ = labeled[0]
    with pytest.raises(ParseError, match=left.reference):
        fit(MODEL, [*labeled, (left, right, False)])


def test_records_of_one_weapon_are_taken_as_they_are() -> None:
    one = SeizedItem(weapon=WEAPONS["make.same"][0])
    citation = Citation(source=SOURCE, row=2)
    right = record(WEAPONS["make.same"][1])
    fitted = fit(MODEL, [(Seizure(items=(one,), citation=citation), right, True)])
    assert 1 == of(fitted, "make.same").same
    with pytest.raises(ValueError, match="2 weapons"):
        fit(MODEL, [(Seizure(items=(one, one), citation=citation), right, True)])


def test_the_version_tells_what_was_learned() -> None:
    labeled = pairs(True, make__same=30) + pairs(False, make__same=5, make__different=9)
    one = fit(MODEL, labeled)
    assert one.model.version.startswith("2+fit:")
    assert one.model.version == fit(MODEL, labeled).model.version
    assert one.model.version != fit(MODEL, labeled, strength=51).model.version
    assert "2" == one.published
    assert f"{MODEL.source}; learned from 30 pairs labeled the same and 14 different" == one.model.source
    more = fit(one.model, labeled)
    assert more.model.version.startswith(f"{one.model.version}+fit:")


# ---- what comes of it


def test_a_fitted_model_compares_and_links() -> None:
    labeled = pairs(True, caliber__same=30) + pairs(False, caliber__same=30, caliber__conflict=30)
    fitted = fit(MODEL, labeled).model
    left, right, _ = labeled[0]
    (reason,) = (each for each in compare(left, right, using=fitted).reasons if each.field == "caliber")
    assert fitted.weight("caliber.same") == reason.weight < 3
    assert fitted.version == link([left], [right], using=fitted).stamp.version


LABELLED = st.lists(
    st.tuples(
        st.sampled_from((*CALIBERS, "make.same", "make.different")),
        st.sampled_from(("5274813", "5724813", "527481", "S274813", "5274814", "LIMADA")),
        st.booleans(),
    ),
    max_size=40,
)


def drawn(rows: list[tuple[str, str, bool]]) -> list[Pair]:
    listed = SerialNumber.parse("5274813")
    return [
        (
            record(attrs.evolve(WEAPONS[code][0], serial=SerialNumber.parse(text))),
            record(attrs.evolve(WEAPONS[code][1], serial=listed)),
            same,
        )
        for code, text, same in rows
    ]


def test_what_is_learned_on_top_of_a_weight_at_its_bound_stays_within_it() -> None:
    labeled = drawn([("caliber.same", "5274813", False), ("caliber.possible", "5274813", True)])
    fitted = fit(changed(caliber__possible=60.0), labeled, strength=1)
    assert 60 == fitted.model.weight("caliber.possible")


@settings(max_examples=60)
@given(LABELLED, st.floats(1, 1000), st.lists(st.floats(-60, 60), min_size=5, max_size=5), st.randoms())
def test_fitted_weights_are_sound(
    rows: list[tuple[str, str, bool]], strength: float, published: list[float], order: random.Random
) -> None:
    levels = [code for code in CALIBERS if code != "caliber.unknown"]
    using = changed(**{code.replace(".", "__"): bits for code, bits in zip(levels, published, strict=True)})
    labeled = drawn(rows)
    fitted = fit(using, labeled, strength=strength)
    assert all(math.isfinite(bits) for _, bits in fitted.model.weights)
    assert all(bits == 0 for code, bits in fitted.model.weights if code.endswith(".unknown"))
    assert [code for code, _ in using.weights] == [code for code, _ in fitted.model.weights]
    for name in [row.name for row in COMPARISONS[1:]]:
        own = [(bits, fitted.model.weight(code)) for code, bits in using.weights if code.startswith(f"{name}.")]
        known = [pair for pair in own if pair != (0.0, 0.0)]
        assert all(upper[1] >= lower[1] for upper in known for lower in known if upper[0] > lower[0])
    assert all(fitted.model.weight(f"serial.{level}") >= 0 for level in ("zeros", "transposed", "dropped"))
    assert fitted == from_json(to_json(fitted))
    assert fitted.model == from_json(to_json(fitted.model))
    order.shuffle(labeled)
    assert fitted == fit(using, labeled, strength=strength)


def test_the_account_says_what_was_learned_and_what_not() -> None:
    labeled = pairs(True, make__same=30, caliber__same=2, caliber__interchangeable=30)
    labeled += pairs(False, make__different=20, caliber__same=30, caliber__interchangeable=1)
    labeled += numbered("5724813", "5274813", 2, same=False) + pairs(True, make__unknown=1)
    fitted = fit(MODEL, [*labeled, labeled[0]])
    told = fitted.explain().splitlines()
    assert told[0] == (
        f"learned from 63 pairs labeled the same and 53 labeled different: model 2 became {fitted.model.version}"
    )
    assert "pairs given more than once, counted once: 1" == told[1]
    assert told[2].endswith("do not count for make, model and the rest: 2")
    weight = fitted.model.weight("make.same")
    assert f"  make.same: 3.50 became {weight:.2f} bits (the same 30, different 0; these alone say –)" in told
    assert any(line.startswith("  caliber.same: 3.00 became") and "taken together" in line for line in told)
    assert any(line.startswith("as published, since no labeled pair shows it: ") for line in told)
    assert any("a missing value is no evidence: serial.unknown, make.unknown" in line for line in told)
    spoken = fitted.explain("es").splitlines()
    assert len(told) == len(spoken)
    assert spoken[0].startswith("aprendido de 63 pares")
    assert "{" not in "".join((*told, *spoken))
