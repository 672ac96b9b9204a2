"""Where arms left the lawful chain, by those who say so: one point, or a contested one with who says which.

>>> from armstrace.records.statements import Stance, Statement
>>> from armstrace.sources import Citation, Source
>>> cited = (Citation(source=Source(title="a.html")),)
>>> said = [Statement(named=who, stance=Stance.ALLEGE, proposition=Transfer(diversion=point), cited=cited)
...         for who, point in (("A", DiversionPoint.STOCKPILE_THEFT), ("B", DiversionPoint.STRAW_PURCHASE))]
>>> found = diversion(said)
>>> found.point.value, [name.value for name, _ in found.views]
('contested', ['stockpile_theft', 'straw_purchase'])
>>> diversion(said[:1]).point.value
'stockpile_theft'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from armstrace import explain
from armstrace.explain import Caveat
from armstrace.records.statements.statements import Stance, Statement
from armstrace.records.transfers import DiversionPoint, Transfer
from armstrace.tracing.caveats import NO_WRONGDOING

if TYPE_CHECKING:
    from collections.abc import Iterable


@frozen(kw_only=True)
class Diversion:
    """Where arms were diverted, by the statements about it. It holds what was stated, not what happened.

    Attributes:
        point: The point that is named; *contested* where several are, or one is denied; *unknown* where none is.
        views: Each point that is named, with the statements that name it.
        denials: The statements that deny a point.
        caveats: What must be known before relying on it.
    """

    point: DiversionPoint
    views: tuple[tuple[DiversionPoint, tuple[Statement, ...]], ...] = ()
    denials: tuple[Statement, ...] = ()
    caveats: tuple[Caveat, ...] = (NO_WRONGDOING,)

    def explain(self, language: explain.Language = "en") -> str:
        """The point, the speakers who name or deny it, and the caveats."""
        lines = [explain.term(f"diversion_{self.point}", language)]
        lines += [f"  {statement.label(language)}" for _, statements in self.views for statement in statements]
        lines += [f"  {statement.label(language)}" for statement in self.denials]
        lines += [f"  {explain.term('caveat', language)}: {caveat.explain(language)}" for caveat in self.caveats]
        return "\n".join(lines)


def diversion(statements: Iterable[Statement]) -> Diversion:
    """Where the arms were diverted, by the statements on one transfer.

    That they speak of one transfer is for the caller to know. Statements on other content, and those that put nothing
    forward and deny nothing, do not count.
    """
    views: dict[DiversionPoint, list[Statement]] = {}
    denials: list[Statement] = []
    denied: set[DiversionPoint] = set()
    for statement in statements:
        named = _point(statement)
        if named is None:
            continue
        if statement.stance is Stance.DENY:
            denials.append(statement)
            denied.add(named)
        elif statement.stance.puts_forward:
            views.setdefault(named, []).append(statement)
    point = next(iter(views), DiversionPoint.UNKNOWN)
    if len(views) > 1 or not denied.isdisjoint(views):
        point = DiversionPoint.CONTESTED
    return Diversion(
        point=point, views=tuple((name, tuple(made)) for name, made in views.items()), denials=tuple(denials)
    )


def _point(statement: Statement) -> DiversionPoint | None:
    """The point of diversion that the statement names or denies; None if it is about something else or names none."""
    said = statement.proposition
    return said.diversion if isinstance(said, Transfer) and said.diversion.is_settled else None
