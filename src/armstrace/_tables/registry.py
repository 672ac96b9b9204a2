"""The registry shape that stands over a packaged table: entries by id and by any of their names."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from armstrace import _normalize
from armstrace.errors import AmbiguousEntry, UnknownEntry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping


class Entry(Protocol):
    """What a registry needs of its rows."""

    @property
    def id(self) -> str:
        """The stable id."""
        ...

    @property
    def names(self) -> tuple[str, ...]:
        """The name and all aliases."""
        ...


E = TypeVar("E", bound=Entry)


class Registry(Generic[E]):
    """A read-only table of entries by id and by any of their names.

    >>> from armstrace.weapons import kinds
    >>> kinds.lookup("Ametralladora").id
    'machine_gun'
    """

    def __init__(self, name: str, entries: Iterable[E], *, normalize: Callable[[str], str] = _normalize.key) -> None:
        self.name = name
        self._normalize = normalize
        self._by_id: Mapping[str, E] = {entry.id: entry for entry in entries}
        self._by_name: dict[str, list[E]] = {}
        for entry in self._by_id.values():
            for spelling in dict.fromkeys(map(normalize, (entry.id, *entry.names))):
                self._by_name.setdefault(spelling, []).append(entry)

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
        """The entry of exactly this id, or None."""
        return self._by_id.get(entry_id)

    def named(self, name: str) -> tuple[E, ...]:
        """All entries that bear this name; case, accents and punctuation do not count."""
        return tuple(self._by_name.get(self._normalize(name), ()))

    def lookup(self, name: str) -> E:
        """The one entry of this name or alias.

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
        """The entries whose names come closest, best first, at most *limit*."""
        # difflib is quadratic in the length: no name of the field is longer than this
        wanted = self._normalize(name[:200])
        close = difflib.get_close_matches(wanted, self._by_name, n=limit * 3, cutoff=0.6)
        found = dict.fromkeys(entry.id for spelling in close for entry in self._by_name[spelling])
        return tuple(self._by_id[entry_id] for entry_id in list(found)[:limit])

    def _nearest(self, name: str) -> list[str]:
        return [entry.id for entry in self.search(name, limit=3)]
