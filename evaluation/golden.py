"""Golden files: what the library answers to stored inputs, so that a change of structure can be seen to change nothing.

    python evaluation/golden.py write tests/golden             # makes new inputs and stores the answers
    python evaluation/golden.py compare tests/golden           # prints each difference; exit status 1 if there is one
    python evaluation/golden.py compare tests/golden --accept  # stores the answers of today for the stored inputs
    python evaluation/golden.py compare tests/golden --only classes dates

A file is gzipped text with a line for each input: the input, a tab, the answer, both as JSON. The answer holds the
fields of the value, and not the names of classes or modules. `compare` reads the stored inputs and never makes new
ones. `golden_answers.py` begins with the names that are used of the library, and with the table of renamed fields.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from golden_answers import FILES, renamed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def dumped(data: Any) -> str:
    """JSON on one line, the same for the same data."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def load(path: Path) -> list[tuple[str, str]]:
    """The stored inputs and answers of a file, in order; answers as JSON text."""
    lines = gzip.decompress(path.read_bytes()).decode("utf-8").split("\n")[:-1]
    return [(json.loads(text), data) for text, _, data in (line.partition("\t") for line in lines)]


def save(path: Path, answers: Iterable[tuple[str, Any]]) -> None:
    """Stores answers; the bytes are the same for the same answers."""
    lines = "".join(f"{dumped(text)}\t{dumped(renamed(data))}\n" for text, data in answers)
    path.write_bytes(gzip.compress(lines.encode("utf-8"), compresslevel=9, mtime=0))


def changes(before: Any, after: Any, path: str = "$") -> Iterator[str]:
    """Where two answers differ."""
    if isinstance(before, dict) and isinstance(after, dict):
        for name in sorted({*before, *after}):
            yield from changes(before.get(name), after.get(name), f"{path}.{name}")
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for index, (old, new) in enumerate(zip(before, after, strict=True)):
            yield from changes(old, new, f"{path}[{index}]")
    elif before != after:
        yield f"{path}: {dumped(before)} -> {dumped(after)}"


def differences(path: Path) -> Iterator[str]:
    """Each difference between the stored answers of a file and those of today, with its line."""
    stored = load(path)
    lines = {text: (number, data) for number, (text, data) in enumerate(stored, start=1)}
    for text, data in FILES[path.name.removesuffix(".tsv.gz")].answers([text for text, _ in stored]):
        number, before = lines.pop(text, (0, ""))
        after = dumped(renamed(data))
        if not number:
            yield f"{path.name}: new: {dumped(text)}: {after}"
        elif before != after:
            where = f"{path.name}:{number}: {dumped(text)}"
            yield from (f"{where}: {change}" for change in changes(json.loads(before), json.loads(after)))
    yield from (f"{path.name}:{number}: gone: {dumped(text)}" for text, (number, _) in lines.items())


def main(arguments: list[str]) -> int:
    """Writes or compares; 1 if there is a difference."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("verb", choices=("write", "compare"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("--accept", action="store_true", help="store the answers of today for the stored inputs")
    parser.add_argument(
        "--only", nargs="+", choices=FILES, default=list(FILES), metavar="NAME", help="only these files"
    )
    options = parser.parse_args(arguments)
    options.folder.mkdir(parents=True, exist_ok=True)
    found = 0
    for name in options.only:
        path = options.folder / f"{name}.tsv.gz"
        if options.verb == "write":
            save(path, FILES[name].answers(FILES[name].inputs(name)))
            continue
        for difference in differences(path):
            found += 1
            print(difference)
        if options.accept:
            save(path, FILES[name].answers([text for text, _ in load(path)]))
    return 1 if found and not options.accept else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
