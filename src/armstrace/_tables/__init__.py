"""Packaged tables, each read once, and the registry shape that stands over them."""

from armstrace._tables.building import from_row
from armstrace._tables.reading import edition, files, rows, split, text, toml
from armstrace._tables.registry import Entry, LazyRows, ReferenceRow, Registry, RegistryRow

__all__ = [
    "Entry",
    "LazyRows",
    "ReferenceRow",
    "Registry",
    "RegistryRow",
    "edition",
    "files",
    "from_row",
    "rows",
    "split",
    "text",
    "toml",
]
