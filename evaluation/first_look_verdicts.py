"""Verdicts on the answers of each reader, by the relations of its own field."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from armstrace.dates.edtf import parse_edtf
from armstrace.errors import ArmstraceError
from armstrace.weapons.calibers.caliber import Caliber
from armstrace.weapons.calibers.cartridges import Cartridge
from armstrace.weapons.kinds.kind import WeaponKind
from armstrace.weapons.makes.registry import Make
from armstrace.weapons.model_names import name_key, patterns_by_word
from armstrace.weapons.models.agreement import ModelLevel
from armstrace.weapons.models.agreement import compare as compare_models
from armstrace.weapons.models.registry import Model
from first_look_labels import NOTHING, Outcome, beside, same_text, things, verdict, worst

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from armstrace.dates.value import Period, UncertainDate
    from first_look_answers import Answer
    from first_look_labels import Relation

_RANGE = re.compile(r"range (\S+)\.\.(\S+)")
_PART = re.compile(
    r"^(?:frame|slide|receiver|barrel|upper|lower|frm|sld|armaz[oó]n|corredera|marco|carro|ca[nñ][oó]n|caj[oó]n|arma[cç][aã]o"
    r"|ferrolho|cano) ",
    re.IGNORECASE,
)


def _wider_kind(expected: str, answered: str) -> bool:
    kind, broad = WeaponKind.get(expected), WeaponKind.get(answered)
    return kind is not None and broad is not None and (kind.is_a(broad) or kind.may_be_called(broad))


def of_kind(expected: str, answer: Answer) -> Outcome:
    """The verdict on kinds: a set that is open in the label is open in the answer."""
    wanted = things(expected)
    if len(wanted) == 1:
        return verdict(expected, answer.label.replace("; ", " / "), noted=answer.noted, wider=_wider_kind)
    # a set of kinds has no order
    labels = ("; ".join(sorted(label.split("; "))) for label in (expected, answer.label))
    return verdict(*labels, noted=answer.noted, wider=_wider_kind)


def of_caliber(expected: str, answer: Answer) -> Outcome:
    """The verdict on calibers; a bore alone is right where the answer is open among rounds of that bore."""
    label = answer.label
    if expected.startswith("bore ") and " / " in label and answer.bore == expected:
        label = expected
    return verdict(expected.replace("name: ", ""), label, noted=answer.noted, wider=_wider_caliber)


def _wider_caliber(expected: str, answered: str) -> bool:
    """True if the answer is the bare bore of the cartridge, which says less."""
    row = Cartridge.get(expected)
    if row is None or not answered.startswith("bore "):
        return False
    bore = Caliber.parse(row.name).nominal_bore
    return bore is not None and f"bore {bore}" == answered


def _same_make(expected: str, answered: str) -> bool:
    makes = [_make_id(name) for name in (expected, answered)]
    return same_text(expected, answered) or (makes[0] is not None and makes[0] == makes[1])


def _make_id(name: str) -> str | None:
    try:
        return Make.lookup(name).id
    except ArmstraceError:
        return None


def _models(*names: str) -> list[Model]:
    found: list[Model] = []
    for name in names:
        try:
            found.append(Model.lookup(name))
        except ArmstraceError:
            found.append(Model(id=None, name=name))
    return found


def _same_model(expected: str, answered: str) -> bool:
    return same_text(expected, answered) or compare_models(*_models(expected, answered)) is ModelLevel.SAME


def _wider_model(expected: str, answered: str) -> bool:
    left, right = _models(expected, answered)
    return compare_models(left, right) is ModelLevel.BROADER and len(answered) <= len(expected)


def _same_pattern(expected: str, answered: str) -> bool:
    """True if both are words for a design, such as ``AR`` and ``AR-15``."""
    words = patterns_by_word()
    designs = {words.get(name_key(label), label) for label in (expected, answered)}
    return len(designs) == 1 or same_text(expected, answered)


def of_make(expected: str, answer: Answer) -> Outcome:
    """The verdict on make, model and pattern, which are judged apart; an absence is right if nothing is named."""
    wanted, found = (beside(label) for label in (expected, answer.label))
    relations: Mapping[str, tuple[Relation, Relation | None]] = {
        "make": (_same_make, None), "model": (_same_model, _wider_model), "pattern": (_same_pattern, None),
    }  # fmt: skip
    outcomes: list[Outcome] = []
    for name, (same, wider) in relations.items():
        stated, answered = wanted.get(name, NOTHING), found.get(name, NOTHING)
        if name == "pattern" and name not in wanted:
            continue
        kwargs = {"wider": wider} if wider else {}
        outcomes.append(verdict(stated, answered, noted=answer.noted, same=same, **kwargs))
    missing = [each for each in outcomes if each is Outcome.REFUSED]
    if missing and len(missing) < len([name for name in relations if name in wanted]):
        outcomes = [Outcome.INCOMPLETE_NOTED if each is Outcome.REFUSED else each for each in outcomes]
    return worst(outcomes)


def _serial_key(label: str) -> str:
    return re.sub(r"[\s\-./]+", "", _PART.sub("", label)).upper()


def of_serial(expected: str, answer: Answer) -> Outcome:
    """The verdict on serial numbers: the signs between letters and digits do not count.

    *Not recorded* is what a cell without any number gives, and says less than that the weapon has none. A range is
    right if its first and last number are those of the answer.
    """
    found = list({_serial_key(part): part for part in reversed(answer.label.split("; "))}.values())[::-1]
    if found == ["not_recorded"] and ("not_recorded" in expected or expected == NOTHING):
        return Outcome.RIGHT
    if (ends := _RANGE.fullmatch(expected)) and len(found) > 1:
        same = [_serial_key(each) for each in ends.groups()] == [_serial_key(found[0]), _serial_key(found[-1])]
        return Outcome.RIGHT if same else Outcome.WRONG_NOTED if answer.noted else Outcome.WRONG_SILENT
    return verdict(expected, "; ".join(found), noted=answer.noted, same=_same_serial, wider=_wider_serial)


def _same_serial(expected: str, answered: str) -> bool:
    return _serial_key(expected) == _serial_key(answered)


def _wider_serial(expected: str, answered: str) -> bool:
    return expected == "never_marked" and answered == "not_recorded"


def _date(label: str) -> UncertainDate | Period | None:
    try:
        return parse_edtf(label)
    except ArmstraceError:
        return None


def _days(value: UncertainDate | Period) -> tuple[object, ...]:
    return getattr(value, "candidates", ()) or (value.earliest, value.latest)


def _same_date(expected: str, answered: str) -> bool:
    left, right = _date(expected), _date(answered)
    if left is None or right is None:
        return expected == answered
    return _days(left) == _days(right)


def _wider_date(expected: str, answered: str) -> bool:
    left, right = _date(expected), _date(answered)
    if left is None or right is None or None in (left.earliest, left.latest):
        return False
    choices = getattr(right, "candidates", ())
    if choices:
        return set(getattr(left, "candidates", ()) or (left.earliest, left.latest)) <= set(choices)
    starts = right.earliest is None or (left.earliest is not None and right.earliest <= left.earliest)
    return starts and (right.latest is None or (left.latest is not None and left.latest <= right.latest))


def of_date(expected: str, answer: Answer) -> Outcome:
    """The verdict on a date: bounds and candidates count, and whether they are soft does not.

    A part of a vague stretch, such as the middle of a year for ``2016~``, is right; so are neighboring stretches, such
    as ``[2015,2016]``, that the answer gives as one.
    """
    vague = expected.endswith("~") and "/" not in expected and _wider_date(answer.label, expected)
    choices = [_date(choice.strip()) for choice in expected.strip("[]").split(",")]
    found = _date(answer.label)
    if vague or (found is not None and None not in choices and _days(found) == _span(choices)):
        return Outcome.RIGHT
    return verdict(expected, answer.label, noted=answer.noted, same=_same_date, wider=_wider_date)


def _span(dates: list[UncertainDate | Period | None]) -> tuple[object, object]:
    known = [date for date in dates if date is not None]
    return known[0].earliest, known[-1].latest


def of_count(expected: str, answer: Answer) -> Outcome:
    """The verdict on a count: bounds that hold the number say less; the unit counts where the label has one."""
    labels = (label.replace("~", "about ") for label in (expected, answer.label))
    return verdict(
        *labels,
        noted=answer.noted,
        same=lambda left, right: _bounds(left) == _bounds(right),
        wider=lambda left, right: _holds(_bounds(right), _bounds(left)),
    )


def _bounds(label: str) -> tuple[float, float, bool, str]:
    """The least and the most of a count, whether they are soft, and the unit."""
    number, _, unit = label.partition(" unit=")
    digits = [float(each) for each in re.findall(r"\d+(?:\.\d+)?(?!\.\d)", number.replace("..", " "))]
    soft = "about" in number
    if not digits:
        return (math.nan, math.nan, soft, label)
    least, most = digits[0], digits[-1]
    if ">" in number:
        return (least + ("=" not in number), math.inf, soft, unit)
    if "<" in number:
        return (0.0, most - ("=" not in number), soft, unit)
    return (least, most, soft, unit)


def _holds(wide: tuple[float, float, bool, str], narrow: tuple[float, float, bool, str]) -> bool:
    inside = wide[0] <= narrow[0] <= narrow[1] <= wide[1]
    return inside and wide[3] == narrow[3] and (wide[2] or not narrow[2])


def of_header(expected: str, answer: Answer) -> Outcome:
    """The verdict on a header; a column of persons or of other things belongs to no field."""
    choices = [choice.strip() for choice in expected.split(" / ")]
    label = " / ".join(dict.fromkeys(NOTHING if choice in ("other", "person") else choice for choice in choices))
    if answer.label in label.split(" / "):
        return Outcome.RIGHT
    return verdict(label, answer.label, noted=answer.noted)


VERDICTS: Mapping[str, Callable[[str, Answer], Outcome]] = {
    "calibers": of_caliber,
    "makes_models": of_make,
    "kinds": of_kind,
    "serials": of_serial,
    "dates": of_date,
    "counts": of_count,
    "headers": of_header,
}
