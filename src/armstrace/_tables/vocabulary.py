"""The words that a column of a data file may hold, gathered from wherever its schema says that they stand."""

from __future__ import annotations

import difflib
import functools
import importlib
import re
from collections.abc import Mapping
from fnmatch import fnmatchcase
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from armstrace import _normalize
from armstrace._tables import cells, schema

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from armstrace._tables.cells import Table
    from armstrace._tables.schema import Texts

FIELD = re.compile(r"\{[^{}]*\}")


def words(references: tuple[str, ...], table: Table, files: Texts) -> set[str]:
    """All words that the places named by *references* hold, such as a column of another file or an enumeration.

    *table* is the file whose schema names them; *files* holds the texts of all files.
    """
    return {word for reference in references for word in _column_values(reference, table, files)}


def _column_values(reference: str, table: Table, files: Texts) -> frozenset[str]:
    for placeholder in FIELD.findall(reference):
        wanted = placeholder.strip("{}")
        value = next((str(cell.value) for cell in table.cells if cell.path == (wanted,)), "")
        reference = reference.replace(placeholder, value)
    file, _, name = reference.partition(":")
    if file.startswith("armstrace."):
        return _members(reference)
    if "*" in file:
        return frozenset(PurePath(other).stem for other in files if fnmatchcase(other, file))
    if not file:
        return _vocabulary(table.name, table.text, name)
    return _vocabulary(file, files[file], name) if file in files else frozenset()


@functools.lru_cache(maxsize=512)
def _vocabulary(file: str, text: str, name: str) -> frozenset[str]:
    table = cells.parse(file, text)
    if table.header is not None:
        found = (str(cell.value) for cell in table.cells if cell.key == name)
        return frozenset(part for value in found for part in value.split("|"))
    above, _, last = name.rpartition(".")
    if last == "$keys":
        pattern = schema.path_pattern(above)
        depth = above.replace("[]", ".[]").count(".") + 1
        paths = (cell.path for cell in table.cells if len(cell.path) > depth)
        return frozenset(str(path[depth]) for path in paths if pattern.fullmatch(cells.key(path[:depth])))
    pattern = schema.path_pattern(name)
    return frozenset(str(cell.value) for cell in table.cells if pattern.fullmatch(cell.key))


def load(name: str) -> Any:  # noqa: ANN401 (whatever the schema names)
    """The object that a schema names as ``package.module:Name``, or as ``package.module:Name.key`` in a mapping."""
    module, _, attributes = name.partition(":")
    found: Any = importlib.import_module(module)
    for attribute in attributes.split("."):
        found = found.get(attribute, ()) if isinstance(found, Mapping) else getattr(found, attribute)
    return found


@functools.cache
def _members(name: str) -> frozenset[str]:
    return frozenset(str(getattr(member, "value", member)) for member in load(name))


def nearest(value: str, allowed: Collection[str]) -> tuple[str, ...]:
    """The three words of *allowed* that are spelled most like *value*, best first; empty if none is similar."""
    return tuple(difflib.get_close_matches(value, sorted(set(allowed)), n=3))


def letters(text: str) -> str:
    """The letters and digits of a text, without accents and in lower case."""
    return "".join(char for char in _normalize.casefold(text) if char.isalnum())


SPELLINGS: Mapping[str, Callable[[str], list[str]]] = {
    "exactly": lambda text: [text],
    "letters": lambda text: [letters(text)],
    "words": lambda text: _normalize.casefold(text).split(),
}
