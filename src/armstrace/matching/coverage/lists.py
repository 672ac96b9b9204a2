"""The lists of one linkage: the scope of each, and what it means that a weapon is not found in them."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import TYPE_CHECKING

import attrs
from attrs import field, frozen

from armstrace import explain
from armstrace.errors import AmbiguousEntry
from armstrace.explain import Agreement, Reason
from armstrace.matching.coverage.scopes import ListScope, list_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from armstrace.matching.coverage.custody_context import CustodyContext
    from armstrace.records.recorded import RecordedWeapon

# names of more lists than these help nobody
_MOST_NAMED = 10
_LONGEST_NAME = 80
_NOTHING_KNOWN = ListScope(id="unknown", names=("unknown",))


@frozen(kw_only=True)
class KnownLists:
    """The lists whose scope is known, by name: those that are ready-made, and those that the caller gave.

    Attributes:
        by_key: Each scope by the key of each of its names.
    """

    by_key: Mapping[str, ListScope] = field(repr=False)
    # a list repeats few names many times
    _by_name: dict[str, ListScope | None] = field(init=False, factory=dict, repr=False, eq=False)

    @classmethod
    def of(cls, given: Iterable[ListScope] = ()) -> KnownLists:
        """The ready-made scopes together with the *given* ones, which come first where the names are the same.

        Raises:
            AmbiguousEntry: Two of the given scopes have one name.
        """
        by_key: dict[str, ListScope] = {}
        for scope in given:
            for name in scope.names:
                other = by_key.setdefault(list_key(name), scope)
                if other is not scope:
                    raise AmbiguousEntry("list scopes", key=name, candidates=[other.id, scope.id])
        ready = {list_key(name): scope for scope in ListScope.all() for name in (scope.id, *scope.names)}
        return cls(by_key={**ready, **by_key})

    def scope(self, listed: RecordedWeapon) -> ListScope | None:
        """The scope of the list that a record is part of; None if no scope of that name is known."""
        name = list_name(listed)
        if name not in self._by_name:
            self._by_name[name] = self.by_key.get(list_key(name))
        return self._by_name[name]

    def unused(self, given: Iterable[ListScope]) -> tuple[str, ...]:
        """The names of the *given* scopes of which no list was asked for so far; a name may be misspelled."""
        used = {id(scope) for scope in self._by_name.values()}
        return tuple(scope.name for scope in given if id(scope) not in used)

    def context(self, listed: RecordedWeapon) -> CustodyContext:
        """The custody context in which a record shows its weapon; UNKNOWN if neither list nor record tells."""
        return (self.scope(listed) or _NOTHING_KNOWN).context_of(listed)


def list_name(listed: RecordedWeapon) -> str:
    """The name of the list that a record is part of; the title of the source if the record names no list."""
    return listed.list_name or listed.citation.source.title


@frozen(kw_only=True)
class SearchedLists:
    """The lists that were searched: the scopes of those that have one, and the names of the others.

    Attributes:
        known: The scopes of those that have one, each under the name that the rows use.
        others: The names of the others, joined; empty if there are none.
    """

    known: tuple[ListScope, ...]
    others: str

    @classmethod
    def of(cls, listed: Iterable[RecordedWeapon], known: KnownLists) -> SearchedLists:
        """The lists that the records *listed* are part of."""
        # by the scope itself: one of the caller may have the id of a ready-made one
        with_scope: dict[int, ListScope] = {}
        others: dict[str, None] = {}
        for record in listed:
            scope, name = known.scope(record), list_name(record)
            if scope is None:
                others[name] = None
            elif id(scope) not in with_scope:
                with_scope[id(scope)] = attrs.evolve(scope, names=(name, *scope.names))
        return cls(known=tuple(with_scope.values()), others=named(others))

    def absences(self, weapon: RecordedWeapon, *, sought: bool) -> tuple[Reason, ...]:
        """The meaning, for each list, of not finding the weapon in it.

        If *sought* is False, the weapon was not even searched for: that is then stated of the lists that can hold it.
        """
        found: list[Reason] = []
        may: list[ListScope] = []
        for scope in self.known:
            cannot = scope.cannot_hold(weapon)
            found += cannot
            if cannot and not scope.verified:
                found.append(_absence("unverified", list=scope.name, source=scope.source or None))
            if not cannot:
                may.append(scope)
        if not sought:
            names = ", ".join(text for text in (named(scope.name for scope in may), self.others) if text)
            return (*found, _absence("not_sought", lists=names)) if names else tuple(found)
        names = named(scope.name for scope in may if not scope.holders)
        if names:
            found.append(_absence("incomplete", lists=names))
        found += [_absence("holders", list=scope.name, holders=named(scope.holders)) for scope in may if scope.holders]
        if self.others:
            found.append(_absence("not_known", lists=self.others))
        return tuple(found)


@functools.lru_cache(maxsize=256)
def _absence(code: str, **given: str | None) -> Reason:
    return Reason(code=f"scope.{code}", agreement=Agreement.UNKNOWN, values=explain.values(**given))


def named(names: Iterable[str]) -> str:
    """The names as one text, long ones cut; after ten names only the number of the others: ``A, B, +3``."""
    given = list(names)
    cut = [name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}…" for name in given[:_MOST_NAMED]]
    return ", ".join(cut if len(given) <= _MOST_NAMED else [*cut, f"+{len(given) - _MOST_NAMED}"])
