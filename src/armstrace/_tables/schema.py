"""What the files of the data folder may hold, as those of its folder ``schemas`` declare it.

A schema declares files by name or pattern (``cases/*.toml``). A file has a ``purpose`` and a specification for each
column of a CSV file, or for each key of a TOML file (``rule[].when.kind_in[]``): its type, closed vocabulary, the
column that it refers to, bounds. ``*`` is any key, ``**`` any depth of the keys that ``nested`` names.

>>> schema = packaged("calibers/words.csv")
>>> schema.columns["role"].required, sorted(schema.columns["role"].values)[:3]
(True, ['becomes', 'brand', 'code'])
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Mapping
from fnmatch import fnmatchcase
from importlib import resources
from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import field, frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = "schemas/"
Texts: TypeAlias = "Mapping[str, str]"


def _tuple(value: str | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


@frozen(kw_only=True)
class Column:
    """What a schema allows in the cells of a column of a CSV file, or as the value of a key of a TOML file.

    Attributes:
        type: ``text``, ``id``, ``int``, ``decimal``, ``year``, ``date`` or ``bool``.
        split: What separates several values of a cell; empty where there is one.
        required: True if no row may leave the cell blank.
        unique: True if no two rows have the same value, without regard to case and accents.
        values: The closed vocabulary; empty where it is open.
        references: Where else its vocabulary stands: a column (``file:column``), or the enumeration or mapping
            ``armstrace.module:Name``. ``:key`` is of the same file, ``{key}`` stands for the value of a key of the
            file, a key ``$keys`` for the keys at that point, and ``folder/*.toml`` for the names of these files.
        prefix: What stands before the value in that vocabulary.
        compare: How it is compared with the vocabulary: ``exactly``, by ``letters`` and digits, or by ``words``, each
            of which must stand in some entry.
        keys: The closed vocabulary of the last key of the path, besides *keys_of*.
        keys_of: As *references*, for the last key of the path.
        path_of: As *references*, for the whole path.
        pattern: A regular expression that the whole value matches.
        min: The least number.
        max: The greatest number.
        repeats: True if values recur, so that a single value that is spelled almost like another is a misspelling.
    """

    type: str = "text"
    split: str = ""
    required: bool = False
    unique: bool = False
    values: frozenset[Any] = field(default=frozenset(), converter=frozenset)
    references: tuple[str, ...] = field(default=(), converter=_tuple)
    prefix: str = ""
    compare: str = "exactly"
    keys: frozenset[str] = field(default=frozenset(), converter=frozenset)
    keys_of: tuple[str, ...] = field(default=(), converter=_tuple)
    path_of: tuple[str, ...] = field(default=(), converter=_tuple)
    pattern: str = ""
    min: float | None = None
    max: float | None = None
    repeats: bool = False

    @property
    def closed(self) -> frozenset[str]:
        """All texts that a cell may hold, if the schema itself lists them; else empty."""
        if self.references or self.split:
            return frozenset()
        return self.values | {""} if self.values and not self.required else self.values


@frozen(kw_only=True)
class FileSchema:
    """What a schema allows in a data file.

    Attributes:
        purpose: Which question the file answers, in a sentence.
        columns: The specification of each column or key, in the order of the file or of precedence.
        nested: Keys that ``**`` stands for.
        key: Columns whose values together are those of one row only.
        order: Columns by which the rows are sorted.
        checks: Relations between the cells of a row.
        when: Further specifications for the rows in which columns have certain values.
        parallel: A file with the same keys, and the same ``{fields}`` in each text.
        reader: The function that reads the text of the file strictly, as ``package.module:name``; it answers for keys
            that are not declared.
    """

    purpose: str
    columns: Mapping[str, Column]
    nested: tuple[str, ...] = field(default=(), converter=tuple)
    key: tuple[str, ...] = field(default=(), converter=tuple)
    order: tuple[str, ...] = field(default=(), converter=tuple)
    checks: tuple[Mapping[str, Any], ...] = field(default=(), converter=tuple)
    when: tuple[tuple[Mapping[str, Any], Mapping[str, Column]], ...] = ()
    parallel: str = ""
    reader: str = ""

    def column(self, path: str) -> str | None:
        """The first declared key that *path*, keys joined by slashes, matches; None if it matches none."""
        return next((name for name, pattern in self._patterns().items() if pattern.fullmatch(path)), None)

    def _patterns(self) -> Mapping[str, re.Pattern[str]]:
        return _patterns(tuple(self.columns), self.nested)


@functools.cache
def _patterns(names: tuple[str, ...], nested: tuple[str, ...]) -> Mapping[str, re.Pattern[str]]:
    return {name: path_pattern(name, nested) for name in names}


def path_pattern(name: str, nested: tuple[str, ...] = ()) -> re.Pattern[str]:
    """The expression that matches the paths, keys joined by slashes, for which the declared key *name* stands.

    *nested* are the keys that ``**`` stands for.

    >>> bool(path_pattern("rule[].when.**.kind_in[]", ("any[]", "not")).fullmatch("rule/[]/when/not/kind_in/[]"))
    True
    """
    deeper = "|".join(re.escape(part.replace("[]", "/[]") + "/") for part in nested)
    parts = {"*": "[^/]+/", "**": f"(?:{deeper})*"}
    segments = (parts.get(segment, re.escape(segment + "/")) for segment in name.replace("[]", ".[]").split("."))
    return re.compile("".join(segments)[:-1])


def _columns(table: Mapping[str, Any]) -> dict[str, Column]:
    return {name: Column(**spec) for name, spec in table.items()}


def _file(table: Mapping[str, Any]) -> FileSchema:
    when = [(branch["if"], _columns(branch["then"])) for branch in table.get("when", ())]
    rest = {name: value for name, value in table.items() if name not in {"when", "columns"}}
    return FileSchema(columns=_columns(table.get("columns", {})), when=tuple(when), **rest)


def texts(folder: Any = None) -> dict[str, str]:  # noqa: ANN401 (a path or a packaged folder)
    """The texts of all data files in *folder*, by name; by default those of the package."""
    return dict(_texts(resources.files("armstrace").joinpath("data") if folder is None else folder, ""))


def _texts(folder: Any, prefix: str) -> Iterator[tuple[str, str]]:  # noqa: ANN401 (the same)
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir():
            yield from _texts(item, f"{prefix}{item.name}/")
        elif item.name.endswith((".csv", ".toml")):
            yield prefix + item.name, item.read_text(encoding="utf-8")


def patterns(files: Texts) -> dict[str, FileSchema]:
    """The schemas that the schema files among *files* declare, by the name or name pattern of a data file."""
    declared: dict[str, FileSchema] = {}
    for name, text in files.items():
        if name.startswith(FOLDER):
            declared |= _declared(text)
    return declared


def schemas(files: Texts) -> dict[str, FileSchema]:
    """The schema of each data file among *files*, by name; a file without a schema is left out."""
    declared = patterns(files)
    found: dict[str, FileSchema] = {}
    for name in files:
        pattern = name if name in declared else next((each for each in declared if fnmatchcase(name, each)), None)
        if pattern is not None:
            found[name] = declared[pattern]
    return found


@functools.lru_cache(maxsize=64)
def _declared(text: str) -> dict[str, FileSchema]:
    return {pattern: _file(table) for pattern, table in tomllib.loads(text)["files"].items()}


@functools.cache
def packaged(name: str) -> FileSchema | None:
    """The schema of the packaged data file *name*; None if no schema file declares it."""
    file = f"{FOLDER}{name.partition('/')[0]}.toml"
    data = resources.files("armstrace").joinpath("data", file)
    found = schemas({file: data.read_text(encoding="utf-8"), name: ""}) if data.is_file() else {}
    return found.get(name)
