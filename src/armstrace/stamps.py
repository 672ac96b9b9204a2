"""Stamps: the version of this library and the editions of the tables that an answer rests on.

A stored answer is out of date if a table that it rests on has changed since. Its stamp names these tables:

>>> stamp = stamp_of("rules/mx.toml", "kinds")
>>> stamp.changed()
()
>>> older = Stamp(version=stamp.version, tables=(TableEdition(name="kinds", edition="2025-01-01", digest="0a1b2c"),))
>>> older.changed()
('kinds',)
>>> print(older)
armstrace 0.1.0; kinds 2025-01-01 0a1b2c
"""

from __future__ import annotations

import functools
import hashlib

from attrs import frozen

from armstrace import _tables
from armstrace.errors import UnknownEntry

# of SHA-256, in hex: enough to tell the editions of a table apart
_DIGITS = 12


@frozen(kw_only=True)
class TableEdition:
    """The edition and the digest of a packaged file, or of all files of a folder, at some time.

    Attributes:
        name: The file or folder below ``data/``.
        edition: The edition that its comment line states, of several files the latest; empty where none states it.
        digest: The first digits of the SHA-256 of its text.
    """

    name: str
    edition: str
    digest: str

    def __str__(self) -> str:
        return " ".join(filter(None, (self.name, self.edition, self.digest)))


@frozen(kw_only=True)
class Stamp:
    """The version of the library and the editions of the tables on which an answer rests.

    Attributes:
        version: The version of this library.
        tables: The tables that were read.
    """

    version: str
    tables: tuple[TableEdition, ...]

    def __str__(self) -> str:
        return "; ".join((f"armstrace {self.version}", *map(str, self.tables)))

    def changed(self) -> tuple[str, ...]:
        """The names of the tables that differ from those shipped here; empty if none do.

        If the version of the library differs, ``armstrace`` is among them.
        """
        library = () if self.version == _version() else ("armstrace",)
        return *library, *(table.name for table in self.tables if _edition(table.name) != table)


@functools.cache
def stamp_of(*names: str) -> Stamp:
    """The stamp of this version of the library with the tables *names* as shipped.

    Args:
        names: Files or folders below ``data/``, such as ``"kinds"`` or ``"rules/mx.toml"``.

    Raises:
        UnknownEntry: There is no such file or folder.
    """
    for name in names:
        if not _tables.files(name):
            raise UnknownEntry("tables", key=name)
    return Stamp(version=_version(), tables=tuple(_edition(name) for name in sorted(names)))


@functools.cache
def _version() -> str:
    from importlib import metadata

    return metadata.version("armstrace")


@functools.cache
def _edition(name: str) -> TableEdition:
    digest = hashlib.sha256()
    editions = [""]
    for file in _tables.files(name):
        text = _tables.text(file)
        digest.update(f"{file}\0{len(text)}\0{text}".encode())
        if "# edition:" in text:
            editions.append(_tables.edition(file))
    return TableEdition(name=name, edition=max(editions), digest=digest.hexdigest()[:_DIGITS])
