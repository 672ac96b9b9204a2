"""The stamp of an answer: fingerprints of the two lists, the match model and the scopes, and the tables behind it.

>>> from armstrace.records.recorded import RecordedWeapon
>>> from armstrace.sources import Citation, Source
>>> from armstrace.weapons.weapon import Weapon
>>> row = RecordedWeapon(weapon=Weapon(), record_id="K1", citation=Citation(source=Source(title="stock.csv"), row=2))
>>> digest([row]) == digest([attrs.evolve(row)]), digest([row]) == digest([row, row])
(True, False)
"""

from __future__ import annotations

import datetime
import functools
import hashlib
from decimal import Decimal
from enum import Enum
from operator import attrgetter
from typing import TYPE_CHECKING, Any, cast

import attrs
from attrs import field, frozen

from armstrace._tables import ReferenceRow
from armstrace.matching.comparisons.comparison import Phase
from armstrace.matching.comparisons.table import COMPARISONS, paths
from armstrace.stamps import Stamp, stamp_of

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from armstrace.matching.coverage.scopes import ListScope
    from armstrace.matching.match_model import MatchModel
    from armstrace.records.recorded import RecordedWeapon

_LINKED = (Phase.SERIAL, Phase.THING, Phase.CIRCUMSTANCE)
# beside the compared values: what a record is called, what decides its custody context, and what a list can hold
_OTHERS = (
    "record_id", "citation", "list_name", "holder", "sort", "date", "place",
    "weapon.kinds", "weapon.model", "weapon.caliber", "weapon.made",
)  # fmt: skip
_deciding_values = attrgetter(*dict.fromkeys((*_OTHERS, *paths(_LINKED))))
_TABLES = ("matching", *(name for row in COMPARISONS for name in row.tables))
_BATCH = 1000
_SHOWN = 12
_PLAIN = (type(None), str, int, float, bool)


@frozen(kw_only=True)
class MatchStamp:
    """The fingerprint of a question put to `armstrace.link`: answers that differ have stamps that differ.

    Attributes:
        left: The fingerprint of the found weapons (`digest`).
        right: The fingerprint of the listed weapons.
        version: The version of the match model, as it calls itself.
        weights: The fingerprint of the match model, which tells edited models of one version apart.
        scopes: The fingerprint of the scopes that were given.
        tables: The version of this library, and the tables that the comparisons read.
    """

    left: str
    right: str
    version: str
    weights: str
    scopes: str
    tables: Stamp

    @classmethod
    def of(
        cls,
        found: Iterable[RecordedWeapon],
        listed: Iterable[RecordedWeapon],
        *,
        using: MatchModel,
        scopes: Iterable[ListScope] = (),
    ) -> MatchStamp:
        """The stamp of two lists, a match model and scopes."""
        return cls(
            left=digest(found),
            right=digest(listed),
            version=using.version,
            weights=_sha256(_Texts().of(using)),
            scopes=_sha256(_Texts().of(tuple(scopes))),
            tables=stamp_of(*dict.fromkeys(_TABLES)),
        )

    def __str__(self) -> str:
        parts = {"left": self.left, "right": self.right, "weights": self.weights, "scopes": self.scopes}
        shown = ", ".join(f"{name} {value[:_SHOWN]}" for name, value in parts.items())
        return f"model {self.version}; {shown}; armstrace {self.tables.version}"


def digest(weapons: Iterable[RecordedWeapon]) -> str:
    """The fingerprint of a list: SHA-256, in hexadecimal, over all values of each record that decide an answer.

    These are the values of the table of comparisons, those that name the record, and those that decide its custody
    context and whether a list can hold it. The fingerprint is the same in every process and on every machine. The
    order counts, since records of equal probability are shown in the order in which they were given.
    """
    texts = _Texts()
    sha = hashlib.sha256()
    lines: list[str] = []
    last, line = None, ""
    for record in weapons:
        if record is not last:
            last, line = record, texts.joined(_deciding_values(record))
        lines.append(line)
        if len(lines) == _BATCH:
            sha.update("".join(lines).encode("ascii"))
            lines.clear()
    sha.update("".join(lines).encode("ascii"))
    return sha.hexdigest()


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("ascii")).hexdigest()


@frozen(kw_only=True, eq=False)
class _Texts:
    """The texts for values: equal values have one text, and values that differ have different texts."""

    # an object is looked at once, since records share many; it is kept, so that no other object gets its id
    _by_object: dict[int, tuple[object, str]] = field(factory=dict)

    def of(self, value: Any) -> str:  # noqa: ANN401 (of every value of the model)
        # `ascii` quotes each text, so that no text can pass for the end of a value
        if type(value) in _PLAIN:
            return ascii(value)
        known = self._by_object.get(id(value))
        if known is None:
            known = self._by_object[id(value)] = value, self._read(value)
        return known[1]

    def joined(self, values: Iterable[object]) -> str:
        return f"({','.join([self.of(value) for value in values])})"

    def _read(self, value: Any) -> str:  # noqa: ANN401 (of every value of the model)
        names = _compared_fields(cast("Hashable", type(value)))
        if names:
            return self.joined([getattr(value, name) for name in names])
        match value:
            case tuple():
                text = self.joined(value)
            case frozenset():
                text = f"({','.join(sorted([self.of(member) for member in value]))})"
            case Enum():
                text = ascii(value.value)
            case ReferenceRow():
                text = ascii(value.id)
            case Decimal():
                text = ascii(value.as_integer_ratio())
            case datetime.date():
                text = str(value.toordinal())
            case _:
                text = self.joined(value._identity())  # noqa: SLF001 (the values that decide its equality)
        return text


@functools.cache
def _compared_fields(cls: Hashable) -> tuple[str, ...]:
    """The fields that decide the equality of an attrs class; empty if not an attrs class, or its id decides it."""
    kind = cast("type[Any]", cls)
    if not attrs.has(kind) or issubclass(kind, ReferenceRow) or hasattr(kind, "_identity"):
        return ()
    return tuple(attribute.name for attribute in attrs.fields(kind) if attribute.eq)
