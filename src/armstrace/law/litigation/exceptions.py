"""The six exceptions of the PLCAA with their elements, and what the Act covers, as data.

>>> predicate = of(ExceptionClause.III)
>>> predicate.elements
('applicable_statute', 'knowing_violation', 'proximate_cause')
>>> of(ExceptionClause.II).open_to(PartyKind.MANUFACTURER)
False
>>> covers_product("silencer") is None  # 7903(4) does not name it
True
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from armstrace import _tables, explain
from armstrace.law.litigation.terms import ExceptionClause, PartyKind

if TYPE_CHECKING:
    from armstrace.explain import Language


@frozen(kw_only=True)
class PlcaaException:
    """A clause of 15 U.S.C. 7903(5)(A).

    Attributes:
        clause: The clause.
        slug: What it is called.
        defendants: The kinds of defendants against whom it is open.
        elements: The ids of what it needs, all of them.
        note: What must be known of its text.
    """

    clause: ExceptionClause
    slug: str
    defendants: tuple[PartyKind, ...]
    elements: tuple[str, ...]
    note: str = field(default="", repr=False)

    def open_to(self, kind: PartyKind | None) -> bool | None:
        """Whether it is open against a defendant of that kind; None where the kind is not known."""
        return None if kind is None else kind in self.defendants

    def describe(self, language: Language = "en") -> str:
        """The exception and its elements in words.

        >>> print(of(ExceptionClause.IV).describe("es"))
        (iv) contrato o garantía: incumplimiento de contrato o garantía en la compra
        """
        elements = "; ".join(explain.term(f"element_{element}", language) for element in self.elements)
        return f"({self.clause.value}) {explain.term(f'exception_{self.clause.value}', language)}: {elements}"


@functools.cache
def _data() -> dict[str, Any]:
    return _tables.toml("statutes/us-plcaa.toml")


@functools.cache
def _exceptions() -> dict[ExceptionClause, PlcaaException]:
    found = (
        PlcaaException(
            clause=ExceptionClause(row["clause"]),
            slug=row["slug"],
            defendants=tuple(map(PartyKind, row["defendants"])),
            elements=tuple(row["elements"]),
            note=row.get("note", ""),
        )
        for row in _data()["exception"]
    )
    return {entry.clause: entry for entry in found}


def of(clause: ExceptionClause) -> PlcaaException:
    """The exception of that clause."""
    return _exceptions()[clause]


def all() -> tuple[PlcaaException, ...]:  # noqa: A001  (the verb of every registry)
    """The six exceptions, in order."""
    return tuple(_exceptions().values())


def action_elements() -> tuple[str, ...]:
    """What makes a qualified civil liability action, besides that no exception applies.

    >>> action_elements()[2:4]
    ('covered_defendant', 'qualified_product')
    """
    return tuple(_data()["qualified_action"]["elements"])


def covers_defendant(kind: PartyKind) -> bool:
    """Whether the Act protects a defendant of that kind.

    >>> covers_defendant(PartyKind.TRADE_ASSOCIATION), covers_defendant(PartyKind.OTHER_BUSINESS)
    (True, False)
    """
    return kind.value in _data()["qualified_action"]["defendants"]


def covers_product(product: str) -> bool | None:
    """Whether 15 U.S.C. 7903(4) names the product, by the words of the data file; None where it does not.

    >>> covers_product("component_part")
    True
    """
    found: bool | None = _data()["products"].get(product)
    return found
