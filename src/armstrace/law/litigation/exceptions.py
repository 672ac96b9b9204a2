"""The six exceptions of the PLCAA with their elements, and what the Act covers, as data.

>>> predicate = PlcaaException.lookup("iii")
>>> predicate.elements
('applicable_statute', 'knowing_violation', 'proximate_cause')
>>> PlcaaException.lookup(ExceptionClause.II).open_to(LitigantKind.MANUFACTURER)
False
>>> covers_product("silencer") is None  # 7903(4) does not name it
True
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from armstrace import _tables, explain
from armstrace.law.litigation.immunity import ExceptionClause
from armstrace.law.litigation.litigants import LitigantKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from armstrace.explain import Language


@frozen(kw_only=True)
class PlcaaException(_tables.RegistryRow):
    """A clause of 15 U.S.C. 7903(5)(A).

    Attributes:
        clause: The clause.
        slug: Its short name.
        defendants: The kinds of defendants against whom it is open.
        elements: The ids of its elements; the exception needs all of them.
        note: A remark on its text.
    """

    _NAME = "exceptions"

    clause: ExceptionClause
    slug: str
    defendants: tuple[LitigantKind, ...]
    elements: tuple[str, ...]
    note: str = field(default="", repr=False)

    @property
    def id(self) -> str:
        """The clause."""
        return self.clause.value

    @property
    def names(self) -> tuple[str, ...]:
        """The names that `lookup` understands, besides the clause."""
        return (self.slug,)

    def open_to(self, kind: LitigantKind | None) -> bool | None:
        """True if a suit against a defendant of that kind may rely on it; None where the kind is not known."""
        return None if kind is None else kind in self.defendants

    def describe(self, language: Language = "en") -> str:
        """The exception and its elements in words.

        >>> print(PlcaaException.lookup("iv").describe("es"))
        (iv) contrato o garantía: incumplimiento de contrato o garantía en la compra
        """
        elements = "; ".join(explain.term(f"element_{element}", language) for element in self.elements)
        return f"({self.clause.value}) {explain.term(f'exception_{self.clause.value}', language)}: {elements}"

    @classmethod
    def _rows(cls) -> Iterator[PlcaaException]:
        for row in _data()["exception"]:
            yield PlcaaException(
                clause=ExceptionClause(row["clause"]),
                slug=row["slug"],
                defendants=tuple(map(LitigantKind, row["defendants"])),
                elements=tuple(row["elements"]),
                note=row.get("note", ""),
            )


@functools.cache
def _data() -> dict[str, Any]:
    return _tables.toml("statutes/us-plcaa.toml")


def action_elements() -> tuple[str, ...]:
    """The elements of a qualified civil liability action, except the element that no exception applies.

    >>> action_elements()[2:4]
    ('covered_defendant', 'qualified_product')
    """
    return tuple(_data()["qualified_action"]["elements"])


def covers_defendant(kind: LitigantKind) -> bool:
    """True if the Act protects a defendant of that kind.

    >>> covers_defendant(LitigantKind.TRADE_ASSOCIATION), covers_defendant(LitigantKind.OTHER_BUSINESS)
    (True, False)
    """
    return kind.value in _data()["qualified_action"]["defendants"]


def covers_product(product: str) -> bool | None:
    """True if 15 U.S.C. 7903(4) covers the product, False if it does not; None if it is silent on it.

    *product* is a word of the data file, such as ``component_part``.

    >>> covers_product("component_part")
    True
    """
    found: bool | None = _data()["products"].get(product)
    return found
