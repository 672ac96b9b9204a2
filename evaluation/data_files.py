"""Write what is derived from the data files: ``data/README.md``, the index of calibers, and the lock of their rows.

The README is made from the schemas in ``data/schemas``. The lock has a short digest of each row, so that a row that
nobody meant to change is named by file and line. ``data/calibers/index.json`` is what the names of cartridges mean to
the grammar of calibers, so that no process has to find that out again. The tests compare all three: this script is run
after each change of the tables that is meant, and of that grammar.

Run: ``python evaluation/data_files.py``
"""

from __future__ import annotations

import difflib
import hashlib
import json
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from armstrace._tables import schema
from armstrace.weapons.calibers.index import FILE, to_plain
from armstrace.weapons.calibers.indexing import made

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from armstrace._tables.schema import Column, FileSchema

ROOT = Path(__file__).parents[1]
README = ROOT / "src/armstrace/data/README.md"
CALIBERS = ROOT / "src/armstrace/data" / FILE
LOCK = ROOT / "tests/data/table_lock.txt"
_SAMPLES = "samples/"  # compared byte for byte with what make_samples.py makes


def _type(column: Column) -> str:
    """What a column holds, in a few words."""
    if column.references:
        places = (part.rpartition(".")[2].replace(":", ".") if part.startswith("armstrace.") else part.lstrip(":")
                  for part in column.references)  # fmt: skip
        named = "one of " + ", ".join(f"`{place}`" for place in places)
    elif column.values:
        named = "one of " + ", ".join(f"`{value}`" for value in sorted(map(str, column.values)))
    else:
        named = {"bool": "`true` or `false`", "decimal": "number", "int": "whole number"}.get(column.type, column.type)
    notes = [f"several, joined by `{column.split}`".replace("|", "\\|")] if column.split else []
    notes += ["unique"] if column.unique else []
    notes += [] if column.required else ["may be blank"]
    return "; ".join((named, *notes))


def _section(pattern: str, declared: FileSchema) -> Iterator[str]:
    """The part of the README on a file, or on the files of a pattern."""
    yield f"### `{pattern}`"
    yield f"\n{declared.purpose}\n"
    if declared.order:
        yield f"Rows are sorted by {', '.join(f'`{name}`' for name in declared.order)}.\n"
    if declared.columns:
        yield "| column | holds |\n| --- | --- |"
        yield from (f"| `{name}` | {_type(column)} |" for name, column in declared.columns.items())
        yield ""


def readme(files: Mapping[str, str]) -> str:
    """The text of the README for these files."""
    declared = schema.schemas(files)
    by_schema = defaultdict(list)
    for name, found in declared.items():
        by_schema[id(found)].append(name)
    patterns = {id(found): pattern for pattern, found in schema.patterns(files).items()}
    lines = [_HEAD, "| file | answers |", "| --- | --- |"]
    lines += [f"| `{patterns[key]}` | {declared[names[0]].purpose} |" for key, names in by_schema.items()]
    lines.append("")
    for key, names in by_schema.items():
        lines += _section(patterns[key], declared[names[0]])
    return "\n".join(lines).rstrip("\n") + "\n"


_HEAD = """\
<!-- made by evaluation/data_files.py from schemas/*.toml; change these, not this file -->
# Data files

Each table can be read and corrected without knowing the code. A CSV file begins with comment lines: the edition, what
the columns mean, where the facts come from. The files in `schemas/` declare what a table may hold; the tests refuse a
value that is not declared, and name its file, row and column.

To add or correct a row:

1. Edit the file, in the order of its rows. Name the source in `source`; write `false` under `verified` unless the fact
   was seen there.
2. Run `python evaluation/data_files.py`, which records the change here, in `tests/data/table_lock.txt` and in the
   index of calibers.
3. Run `python -m pytest tests/_tables tests/data`.
"""


def digests(text: str) -> list[str]:
    """A short digest of each line."""
    return [hashlib.blake2b(line.encode(), digest_size=3).hexdigest() for line in text.splitlines()]


def lock(files: Mapping[str, str]) -> str:
    """The text of the lock: below the name of each file, the digests of its lines."""
    locked = (name for name in files if not name.startswith((_SAMPLES, schema.FOLDER)))
    return "\n".join("\n".join((name, *digests(files[name]), "")) for name in locked)


def unlocked(files: Mapping[str, str], locked: str) -> Iterator[tuple[str, int]]:
    """The file and line of each row that is not as locked."""
    blocks = {block.split("\n")[0]: block.split("\n")[1:] for block in locked.strip("\n").split("\n\n")}
    for name in files:
        if not name.startswith((_SAMPLES, schema.FOLDER)):
            matcher = difflib.SequenceMatcher(None, blocks.get(name, []), digests(files[name]), autojunk=False)
            for tag, _, _, start, end in matcher.get_opcodes():
                if tag != "equal":
                    yield from ((name, line) for line in range(start + 1, max(end, start + 1) + 1))


def caliber_index() -> str:
    """The text of the index of calibers: a line for each of its entries."""
    parts: list[str] = []
    for name, part in to_plain(made()).items():
        lines = ",\n".join(_members(part))
        opening, closing = "{}" if isinstance(part, dict) else "[]"
        parts.append(f"{json.dumps(name)}: {opening}\n{lines}\n{closing}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _members(part: dict[str, object] | list[object]) -> Iterator[str]:
    """The members of a mapping or list, each as JSON in a line."""
    if isinstance(part, dict):
        yield from (f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in part.items())
    else:
        yield from (json.dumps(value, ensure_ascii=False) for value in part)


def main() -> None:
    """Write all of these files."""
    files = schema.texts()
    CALIBERS.write_text(caliber_index(), encoding="utf-8")
    README.write_text(readme(files), encoding="utf-8")
    LOCK.write_text(lock(files), encoding="utf-8")


if __name__ == "__main__":
    main()
