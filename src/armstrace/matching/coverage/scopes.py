"""The scope of a list: the custody context in which it shows weapons, and the weapons that it cannot hold.

The absence of a weapon from a list is evidence only if the list could hold it and is complete. Ready-made scopes are in
``data/matching/lists.toml``; `ListScope.of` makes another one, which takes precedence in `armstrace.link`.

>>> leso = ListScope.lookup("LESO_2020")
>>> leso.context
<CustodyContext.US_STOCK: 'us_stock'>
>>> from armstrace.sources import Citation, Source
>>> from armstrace.weapons.weapon import Weapon
>>> found = Weapon.parse("ametralladora Browning M2 cal .50 BMG")
>>> row = RecordedWeapon(weapon=found, citation=Citation(source=Source(title="seizures.csv"), row=4))
>>> for reason in leso.cannot_hold(row):
...     print(reason.explain())
LESO_2020 holds no machine gun: the absence of the weapon is no evidence
LESO_2020 holds nothing in .50 BMG: the absence of the weapon is no evidence
"""

from __future__ import annotations

import functools
from datetime import date
from typing import TYPE_CHECKING

import attrs
from attrs import field, frozen, validators

from armstrace import _normalize, _tables, explain
from armstrace.errors import ParseError
from armstrace.explain import Agreement, Reason
from armstrace.matching.coverage.custody_context import CustodyContext
from armstrace.records.recorded import CustodySort, RecordedWeapon
from armstrace.weapons.calibers.basis import CaliberBasis
from armstrace.weapons.calibers.bores import Bore  # noqa: TC001 (attrs resolves the types of cached properties)
from armstrace.weapons.calibers.caliber import Caliber
from armstrace.weapons.kinds.kind_set import KindSet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from armstrace.weapons.models.registry import Model

_TABLE = "matching/lists.toml"
# no name of a list is longer
_LONGEST = 200
_NO_KINDS = KindSet()


# reports, which may come after the weapon was found
_REPORTED = (CustodyContext.STOLEN, CustodyContext.MX_LOSS, CustodyContext.US_LOSS)


def _named(_scope: ListScope, _attribute: object, names: tuple[str, ...]) -> None:
    if not names or not all(map(list_key, names)):
        raise ParseError("a list needs a name with letters or digits", code="list.no_name", text=", ".join(names))


def _has_source(scope: ListScope, _attribute: object, verified: bool) -> None:
    if verified and not scope.source:
        raise ParseError("verified without a source", code="list.no_source", text=scope.id)


def _in_order(scope: ListScope, _attribute: object, until: int | None) -> None:
    if until is not None and scope.since is not None and until < scope.since:
        raise ParseError(
            "a list must not end before it begins", code="list.ends_before_it_begins", text=f"{scope.since}-{until}"
        )


_YEAR = validators.optional(validators.and_(validators.ge(date.min.year), validators.le(date.max.year)))


@frozen(kw_only=True)
class ListScope(_tables.RegistryRow):
    """The scope of a list; `get`, `lookup`, `search` and `all` find the ready-made scopes.

    Attributes:
        id: The name of the scope.
        names: The names of the list, the usual one first; compared without case, accents and punctuation.
        sort: The event that each row records.
        context: The custody context of the list; unknown if it depends on the country of the row.
        kinds: The only kinds that it can hold; empty if not stated.
        no_kinds: Kinds that it cannot hold.
        no_calibers: Calibers that it cannot hold. A bore alone stands for all calibers of that bore.
        since: The first year of its rows; None if not known.
        until: The last year of its rows; None if not known.
        holders: The only agencies or firms whose weapons it shows, as written; empty if not stated.
        source: The source of these statements.
        verified: True if the source was seen.
    """

    _NAME = "list scopes"

    id: str
    names: tuple[str, ...] = field(validator=_named)
    sort: CustodySort = CustodySort.UNKNOWN
    context: CustodyContext = CustodyContext.UNKNOWN
    kinds: KindSet = _NO_KINDS
    no_kinds: KindSet = _NO_KINDS
    no_calibers: tuple[Caliber, ...] = ()
    since: int | None = field(default=None, validator=_YEAR)
    until: int | None = field(default=None, validator=validators.and_(_YEAR, _in_order))
    holders: tuple[str, ...] = ()
    source: str = ""
    verified: bool = field(default=False, validator=_has_source)

    @classmethod
    def of(
        cls,
        *names: str,
        sort: CustodySort = CustodySort.UNKNOWN,
        context: CustodyContext = CustodyContext.UNKNOWN,
        kinds: Iterable[str] = (),
        no_kinds: Iterable[str] = (),
        no_calibers: Iterable[str] = (),
        since: int | None = None,
        until: int | None = None,
        holders: Iterable[str] = (),
        source: str = "",
        verified: bool = False,
    ) -> ListScope:
        """The scope of a list; kinds are given by id, calibers as text.

        >>> scope = ListScope.of("Armory book", sort=CustodySort.STOCK, no_kinds=["launcher"], no_calibers=[".50"])
        >>> str(scope.no_kinds), [str(caliber) for caliber in scope.no_calibers]
        ('launcher', ['.50'])

        Raises:
            UnknownEntry: No kind has such an id.
            ParseError: A text names no caliber, or several; no name is given; the years run backwards; verified
                without a source.
            ValueError: No such sort or context.
            TypeError: A single text is given for several.
        """
        for several in (kinds, no_kinds, no_calibers, holders):
            if isinstance(several, str):
                raise TypeError(f"several texts are asked for, and not one: [{several!r}]")
        return cls(
            id="".join(names[:1]),
            names=names,
            sort=CustodySort(sort),
            context=CustodyContext(context),
            kinds=KindSet.of(*kinds),
            no_kinds=KindSet.of(*no_kinds),
            no_calibers=tuple(map(Caliber.parse, no_calibers)),
            since=since,
            until=until,
            holders=tuple(holders),
            source=source,
            verified=verified,
        )

    @classmethod
    def _rows(cls) -> Iterator[ListScope]:
        return map(_read, _tables.toml(_TABLE)["list"])

    @property
    def name(self) -> str:
        """The usual name of the list."""
        return self.names[0]

    def context_of(self, listed: RecordedWeapon) -> CustodyContext:
        """The custody context of a row; that of the row itself takes precedence over that of the list."""
        country = listed.place.country if listed.place is not None else None
        contexts = (CustodyContext.of(listed.sort, country), self.context, CustodyContext.of(self.sort, country))
        return next((context for context in contexts if context is not CustodyContext.UNKNOWN), CustodyContext.UNKNOWN)

    def cannot_hold(self, found: RecordedWeapon) -> tuple[Reason, ...]:
        """The reasons why the list cannot hold such a weapon; empty if it can.

        A kind, caliber or day that is not known, or only in part, is no reason.
        """
        return tuple(self._against(found))

    @functools.cached_property
    def _no_bores(self) -> frozenset[Bore | None]:
        return frozenset(caliber.bore for caliber in self.no_calibers if caliber.basis is CaliberBasis.BORE_ONLY)

    @functools.cached_property
    def _no_cartridges(self) -> frozenset[str]:
        return frozenset(row.id for caliber in self.no_calibers for row in caliber.candidates)

    def _against(self, found: RecordedWeapon) -> Iterator[Reason]:
        weapon = found.weapon
        barred = _barred(weapon.kinds, self.no_kinds)
        if barred:
            yield self._cannot("kind", kinds=_terms(barred))
        elif self.kinds and not _may_be(weapon.kinds, self.kinds):
            yield self._cannot("other_kind", kinds=_terms(kind.id for kind in self.kinds))
        elif not weapon.kinds and (barred := _barred(_as_listed(weapon.model), self.no_kinds)):
            yield self._cannot("model", kinds=_terms(barred), model=weapon.model)
        if weapon.caliber is not None and self._bars(weapon.caliber):
            yield self._cannot("caliber", caliber=weapon.caliber)
        if self.until is not None and weapon.made is not None and weapon.made.after(date(self.until, 12, 31)):
            yield self._cannot("made_after", year=self.until, made=weapon.made)
        reported = self.context in _REPORTED or self.sort in (CustodySort.LOSS, CustodySort.THEFT)
        if (
            self.since is not None
            and not reported
            and found.date is not None
            and found.date.before(date(self.since, 1, 1))
        ):
            yield self._cannot("found_before", year=self.since, found=found.date)

    def _bars(self, caliber: Caliber) -> bool:
        """True if the list excludes everything that *caliber* may be; False if any of it may be listed."""
        if caliber.nominal_bore in self._no_bores:
            return True
        # the candidates of a bore alone are never complete
        return caliber.basis is not CaliberBasis.BORE_ONLY and all(
            row.id in self._no_cartridges for row in caliber.candidates
        )

    def _cannot(self, code: str, **given: object) -> Reason:
        given_values = explain.values(list=self.name, **given)
        return Reason(code=f"scope.{code}", agreement=Agreement.DIFFERENT, values=given_values)


@functools.lru_cache(maxsize=4096)
def _barred(kinds: KindSet, no_kinds: KindSet) -> tuple[str, ...]:
    """The ids of the excluded kinds that cover all of *kinds*; empty if one is not excluded, or none is known."""
    taken = [[barred.id for barred in no_kinds if kind.is_a(barred)] for kind in kinds]
    return tuple(dict.fromkeys(kind for barred in taken for kind in barred)) if taken and all(taken) else ()


def _as_listed(model: Model | None) -> KindSet:
    """The kind of a model by the registry of models; empty for None, or for a model that the registry lacks."""
    entry = model.entry if model is not None else None
    return KindSet.of(entry.kind) if entry is not None else _NO_KINDS


@functools.lru_cache(maxsize=4096)
def _may_be(kinds: KindSet, only: KindSet) -> bool:
    return any(kinds.could_be(kind) for kind in only)


def _terms(kinds: Iterable[str]) -> str:
    return explain.joined(f"kind_{kind}" for kind in kinds)


def list_key(name: str) -> str:
    """The key of a list's name; names that differ only in case, accents or punctuation have the same key."""
    return _normalize.key(name[:_LONGEST])


def _read(row: dict[str, Any]) -> ListScope:
    # an unknown field is an error, so that no line of the file is without effect
    rest = {name: value for name, value in row.items() if name not in ("id", "names", "sort", "context")}
    sort, context = CustodySort(row["sort"]), CustodyContext(row.get("context", CustodyContext.UNKNOWN))
    return attrs.evolve(ListScope.of(*row["names"], sort=sort, context=context, **rest), id=row["id"])
