"""The registry shape that stands over a packaged table: entries by id and by any of their names."""

from __future__ import annotations

import difflib
import functools
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from armstrace import _normalize
from armstrace._tables.building import from_row
from armstrace._tables.reading import rows, split
from armstrace.errors import AmbiguousEntry, ParseError, UnknownEntry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Self


class Entry(Protocol):
    """A row of a registry: anything with an id and names."""

    @property
    def id(self) -> str:
        """The id of the entry, which never changes."""
        ...

    @property
    def names(self) -> tuple[str, ...]:
        """The name of the entry and all its aliases."""
        ...


E = TypeVar("E", bound=Entry)


class LazyRows(Mapping[str, E]):
    """The rows of a table by their ids; the value of a row is made when it is first asked for.

    Its names are the cells ``name`` and ``aliases`` of the row.

    >>> rows = LazyRows([{"id": "a", "name": "A", "aliases": "AA|Aa"}], lambda row: row["name"].lower())
    >>> rows["a"], rows.names("a"), list(rows), len(rows)
    ('a', ('A', 'AA', 'Aa'), ['a'], 1)
    """

    def __init__(self, rows: Iterable[Mapping[str, str]], make: Callable[[Mapping[str, str]], E]) -> None:
        self._rows = {row["id"]: row for row in rows}
        self._make = make
        self._made: dict[str, E] = {}

    def names(self, row_id: str) -> tuple[str, ...]:
        """The name and all aliases of a row, for which its value is not made."""
        row = self._rows[row_id]
        return (row["name"], *split(row["aliases"]))

    def __getitem__(self, row_id: str) -> E:
        found = self._made.get(row_id)
        if found is None:
            # of two threads the first to finish decides, so that a row has one value
            found = self._made.setdefault(row_id, self._make(self._rows[row_id]))
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


class Registry(Generic[E]):
    """The entries of a table, found by their ids or by any of their names.

    >>> from armstrace.weapons import WeaponKind
    >>> WeaponKind.lookup("Ametralladora").id
    'machine_gun'
    """

    def __init__(
        self, name: str, entries: Iterable[E] | LazyRows[E], *, normalize: Callable[[str], str] = _normalize.key
    ) -> None:
        self.name = name
        self._normalize = normalize
        self._by_id: Mapping[str, E] = (
            entries if isinstance(entries, LazyRows) else {entry.id: entry for entry in entries}
        )

    @functools.cached_property
    def _by_name(self) -> Mapping[str, list[str]]:
        """The ids of the entries by their names, made when the first name is looked up: an id needs none."""
        known = self._by_id
        found: dict[str, list[str]] = {}
        for entry_id in known:
            names = known.names(entry_id) if isinstance(known, LazyRows) else known[entry_id].names
            for spelling in dict.fromkeys(map(self._normalize, (entry_id, *names))):
                found.setdefault(spelling, []).append(entry_id)
        return found

    def __len__(self) -> int:
        return len(self._by_id)

    def __iter__(self) -> Iterator[E]:
        return iter(self._by_id.values())

    def __getitem__(self, entry_id: str) -> E:
        try:
            return self._by_id[entry_id]
        except KeyError:
            raise UnknownEntry(self.name, key=entry_id, nearest=self._nearest(entry_id)) from None

    def get(self, entry_id: str) -> E | None:
        """The entry of exactly this id; None if there is none."""
        return self._by_id.get(entry_id)

    def named(self, name: str) -> tuple[E, ...]:
        """All entries with this name or alias; case, accents and punctuation do not count. Empty if there are none."""
        return tuple([self._by_id[entry_id] for entry_id in self._by_name.get(self._normalize(name), ())])

    def lookup(self, name: str) -> E:
        """The only entry with this name, alias or id.

        Raises:
            UnknownEntry: No entry bears the name.
            AmbiguousEntry: Several do.
        """
        match self.named(name):
            case (entry,):
                return entry
            case ():
                raise UnknownEntry(self.name, key=name, nearest=self._nearest(name))
            case several:
                raise AmbiguousEntry(self.name, key=name, candidates=[entry.id for entry in several])

    def search(self, name: str, *, limit: int = 5) -> tuple[E, ...]:
        """The entries with the names most like *name*, best first, at most *limit*; empty if no name is like it."""
        # difflib is quadratic in the length: no name of the field is longer than this
        wanted = self._normalize(name[:200])
        close = difflib.get_close_matches(wanted, self._by_name, n=limit * 3, cutoff=0.6)
        found = dict.fromkeys(entry_id for spelling in close for entry_id in self._by_name[spelling])
        return tuple(self._by_id[entry_id] for entry_id in list(found)[:limit])

    def _nearest(self, name: str) -> list[str]:
        return [entry.id for entry in self.search(name, limit=3)]


class RegistryRow:
    """What all classes share whose values are the rows of a packaged table: how to find a row.

    >>> from armstrace.weapons import WeaponKind
    >>> WeaponKind.lookup("Ametralladora").id
    'machine_gun'
    """

    __slots__ = ()
    # the name of the registry in errors, and its file under ``data/``
    _NAME = ""
    _FILE = ""

    @classmethod
    def _rows(cls) -> Iterable[Any] | LazyRows[Any]:
        """The rows of the file of the class, as values of the class.

        A class whose rows are more than plain cells, or so many that each is made when it is asked for, overrides this.
        """
        return [from_row(cls, row) for row in rows(cls._FILE)]

    @staticmethod
    def _key(name: str) -> str:
        """The plain form of a name, which is the same for all spellings of it."""
        return _normalize.key(name)

    @classmethod
    @functools.cache
    def registry(cls) -> Registry[Any]:
        """The registry of all rows of the class; its file is read once."""
        return Registry(cls._NAME, cls._rows(), normalize=cls._key)

    @classmethod
    def get(cls, entry_id: str) -> Self | None:
        """The row of exactly this id; None if there is none."""
        return cls.registry().get(entry_id)

    @classmethod
    def named(cls, name: str) -> tuple[Self, ...]:
        """All rows with this name or alias; empty if there are none."""
        return cls.registry().named(name)

    @classmethod
    def lookup(cls, name: str) -> Self:
        """The only row with this name, alias or id; case, accents and punctuation do not count.

        Raises:
            UnknownEntry: No row bears the name.
            AmbiguousEntry: Several do.
        """
        row: Self = cls.registry().lookup(name)
        return row

    @classmethod
    def search(cls, name: str, *, limit: int = 5) -> tuple[Self, ...]:
        """The rows with the names most like *name*, best first, at most *limit*; empty if no name is like it."""
        return cls.registry().search(name, limit=limit)

    @classmethod
    def all(cls) -> tuple[Self, ...]:
        """Every row, in the order of the table."""
        return tuple(cls.registry())


class ReferenceRow(RegistryRow):
    """A row of a packaged table that JSON writes as its id."""

    __slots__ = ()

    id: str

    def _to_plain(self) -> str:
        return self.id

    @classmethod
    def _from_plain(cls, data: str) -> Self:
        row = cls.get(data)
        if row is None:
            raise ParseError(f"no id in {cls.registry().name}", code="id.unknown", text=data)
        return row

    @classmethod
    def _schema(cls) -> dict[str, object]:
        return {"type": "string", "enum": [row.id for row in cls.registry()]}
