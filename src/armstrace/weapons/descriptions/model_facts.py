"""The model that the claims on one thing name, beside its make and kinds, or the pattern that it follows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import define, field

from armstrace.weapons import models
from armstrace.weapons.kinds.kind import WeaponKind
from armstrace.weapons.models.reader import ModelFlag
from armstrace.weapons.models.versions import is_version

if TYPE_CHECKING:
    from armstrace.weapons.descriptions.claims import Claim, Described
    from armstrace.weapons.descriptions.things import Thing
    from armstrace.weapons.kinds.kind_set import KindSet
    from armstrace.weapons.kinds.reader import KindReading
    from armstrace.weapons.makes.registry import Make
    from armstrace.weapons.models.reader import ModelReading
    from armstrace.weapons.models.registry import Model

# kinds whose names records use for one another
_LONG: Final = ("rifle", "submachine_gun", "machine_gun")
_SHORT: Final = ("machine_pistol", "submachine_gun", "pistol")
_VERSION_WORDS: Final = 2
_SILENT: Final = frozenset((ModelFlag.NO_MODEL, ModelFlag.PATTERN))


@define(eq=False)
class ModelFound:
    """The model and pattern of a thing, with the claims that name them and those that do not."""

    model: Model | None = None
    pattern: str | None = None
    entry_kind: str | None = None
    read: list[tuple[Claim, str]] = field(factory=list)
    unread: list[tuple[Claim, str]] = field(factory=list)


def model_of(described: Described, thing: Thing, make: Make | None, kind: KindReading) -> ModelFound:
    """The model of a thing whose make and kinds were read; a model of another kind is none."""
    found = ModelFound()
    claims = [claim for claim in thing.claims if claim.field == "model"]
    if thing.is_accessory:
        for claim in claims:
            found.read.append((claim, "made_for"))
        return found
    claims = _with_versions(described, thing, claims, make, kind)
    readings = [(claim, _reading(described, claim, make, kind)) for claim in claims]
    named = {reading.model for _, reading in readings if reading and _names(reading, kind)}
    only_pattern = any(reading and reading.pattern and not reading.model for _, reading in readings)
    if len(named) > 1 or (named and only_pattern):
        _several(found, readings)
    else:
        for claim, reading in readings:
            _settle(found, claim, reading, kind)
    return found


def _with_versions(
    described: Described, thing: Thing, claims: list[Claim], make: Make | None, kind: KindReading
) -> list[Claim]:
    """The claims, where the words behind a model that name its version belong to it: ``870 Express``, ``19 Gen 4``."""
    found: list[Claim] = []
    for claim in claims:
        if found and claim.first < found[-1].last:
            continue
        numbers = {each.first for each in claims if str(each.value).isdigit()}
        longer = claim.last
        while longer < claim.last + _VERSION_WORDS and (longer in thing.loose or longer in numbers):
            longer += 1
        for last in range(longer, claim.last, -1):
            if not is_version(described.tokens[claim.last : last]):
                continue
            whole = claim._replace(last=last)
            reading = models.read(_model_text(described, whole, claim), make, kind.kinds)
            if reading and reading.model and reading.model.version and not reading.unread:
                found.append(whole._replace(value=_model_text(described, whole, claim)))
                break
        else:
            found.append(claim)
    return found


def _model_text(described: Described, whole: Claim, claim: Claim) -> str:
    """The text of the model without its label, with the words of its version."""
    return f"{claim.value} {described.written(claim.last, whole.last)}"


def _names(reading: ModelReading, kind: KindReading) -> bool:
    """True if the reading is a known model that a thing of these kinds may be of."""
    return reading.model is not None and reading.model.known and fits(reading.model, kind.kinds)


def _several(found: ModelFound, readings: list[tuple[Claim, ModelReading | None]]) -> None:
    """Settle several designations, which name no model, but may share a pattern."""
    patterns = {reading.pattern for _, reading in readings if reading and reading.pattern}
    found.pattern = patterns.pop() if len(patterns) == 1 else None
    for claim, reading in readings:
        if found.pattern and reading and reading.pattern and reading.model is None:
            found.read.append((claim, "pattern"))
        else:
            found.unread.append((claim, "several_models"))


def _reading(described: Described, claim: Claim, make: Make | None, kind: KindReading) -> ModelReading | None:
    text = str(claim.value)
    if is_typed(described, claim):
        text = f"tipo {text}"
    return models.read(text, make, kind.kinds)


def is_typed(described: Described, claim: Claim) -> bool:
    """True if a word such as *tipo* or *style* beside the claim, or beside its make, says "of the type of"."""
    first = claim.first
    if claim.field == "model":
        before = next((each for each in described.claims if each.last == first and each.field == "make"), None)
        first = before.first if before else first
    near = (*described.tokens[max(first - 1, 0) : first], *described.tokens[claim.last : claim.last + 1])
    return any(token.of("type_of") for token in near)


def _settle(found: ModelFound, claim: Claim, reading: ModelReading | None, kind: KindReading) -> None:
    if reading is None:
        found.unread.append((claim, ""))
    elif reading.model is not None and reading.model.known:
        if not fits(reading.model, kind.kinds):
            found.unread.append((claim, "not_of_kind"))
            return
        entry = reading.model.entry
        found.model, found.entry_kind = reading.model, entry.kind if entry else None
        found.read.append((claim, "model"))
    elif claim.labeled and reading.model is not None and ModelFlag.NOT_IN_REGISTRY in reading.flags:
        found.model = found.model or reading.model
        found.read.append((claim, "model"))
    elif reading.pattern:
        found.pattern = found.pattern or reading.pattern
        found.read.append((claim, "pattern"))
    else:
        found.unread.append((claim, "|".join(flag.value for flag in reading.flags if flag not in _SILENT)))


def fits(model: Model, kinds: KindSet) -> bool:
    """True if a thing of these kinds may be of the model, as records use the names of kinds."""
    entry = model.entry
    own = WeaponKind.get(entry.kind) if entry else None
    if own is None or kinds.could_be(own):
        return True
    return any(
        any(own.is_a(name) for name in names) and any(kind.is_a(name) for kind in kinds for name in names)
        for names in (_LONG, _SHORT)
    )
