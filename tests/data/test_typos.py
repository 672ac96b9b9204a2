"""One stray character in one cell of any table is refused, by file and row.

Two lines of defense are counted apart. The schema refuses what cannot be: an unknown id, a word outside a vocabulary, a
row out of order. What no machine can tell from a right spelling, such as a letter of an alias, is left to the lock of
rows (``table_lock.txt``), which refuses each change that was not recorded on purpose.

``ARMSTRACE_TYPO_SEED`` and ``ARMSTRACE_TYPOS`` ask for other typos and for more of them.
"""

import csv
import importlib.util
import io
import os
import random
import sys
from collections import Counter
from pathlib import Path

import pytest

from armstrace import _tables
from armstrace._tables import check, schema
from armstrace._tables.cells import Cell, parse

Typo = tuple[str, Cell, int, str, str]
ROOT = Path(__file__).parents[2]
SEED = int(os.environ.get("ARMSTRACE_TYPO_SEED", "13"))
COUNT = int(os.environ.get("ARMSTRACE_TYPOS", "200"))
FILES = schema.texts()
SCHEMAS = {name: declared for name, declared in schema.schemas(FILES).items() if declared.columns}
CELLS = {name: [cell for cell in parse(name, FILES[name]).cells if cell.value not in (None, "")] for name in SCHEMAS}


@pytest.fixture(scope="module")
def script():
    spec = importlib.util.spec_from_file_location("data_files", ROOT / "evaluation/data_files.py")
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def written(cell):
    return str(cell.value).lower() if isinstance(cell.value, bool) else str(cell.value)


def mistyped(text, rng):
    """The text with one character dropped, doubled, changed, or swapped with the next."""
    while True:
        at = rng.randrange(len(text))
        other = rng.choice("0123456789" if text[at].isdigit() else "abcdefghijklmnopqrstuvwxyz")
        changed = rng.choice(
            (
                text[:at] + text[at + 1 :],
                text[:at] + text[at] + text[at:],
                text[:at] + (other.upper() if text[at].isupper() else other) + text[at + 1 :],
                text[:at] + text[at + 1 : at + 2] + text[at] + text[at + 2 :],
            )
        )
        if changed not in ("", text) and changed == changed.strip():
            return changed


def seeded(name, cell, rng):
    """The line, and the text of the file with a typo in the cell; None where the cell is not written as it reads."""
    table, lines = parse(name, FILES[name]), FILES[name].split("\n")
    line, changed = table.line(cell.path, cell.value), mistyped(written(cell), rng)
    if table.lines:
        row = next(csv.reader([lines[line - 1]]))
        row[table.header.index(cell.key)] = changed
        out = io.StringIO()
        csv.writer(out, lineterminator="").writerow(row)
        lines[line - 1] = out.getvalue()
    elif written(cell) in lines[line - 1]:
        lines[line - 1] = lines[line - 1].replace(written(cell), changed, 1)
    else:
        return None
    return line, changed, "\n".join(lines)


def dependent(name):
    """The files whose schema looks at the file."""
    folder = name.partition("/")[0]
    return [other for other, declared in SCHEMAS.items() if name in repr(declared) or f"{folder}/{{" in repr(declared)]


def typos():
    """By turns a cell of any table, and a cell of all, so that no table is left out and none stands for all."""
    rng = random.Random(SEED)  # noqa: S311 (typos are no secret)
    every = [(name, cell) for name, cells in CELLS.items() for cell in cells]
    found: list[Typo] = []
    while len(found) < COUNT:
        name = rng.choice(list(CELLS))
        name, cell = (name, rng.choice(CELLS[name])) if len(found) % 2 else rng.choice(every)
        if typo := seeded(name, cell, rng):
            found.append((name, cell, *typo))
    return found


def refused(name, line, text):
    """Where the schema refuses the typo: at its own row, elsewhere in the set, or nowhere."""
    files = {**FILES, name: text}
    faults = list(check.faults(files, [name]))
    if any(fault.row == line for fault in faults):
        return "row"
    return "elsewhere" if faults or any(check.faults(files, dependent(name))) else "lock"


def is_free(name, cell):
    """Whether the column has free text: nothing but the spelling is declared of it."""
    declared = SCHEMAS[name]
    column = declared.columns.get(cell.key if cell.key in declared.columns else declared.column(cell.key) or "")
    return column is None or (
        column.type == "text"
        and not (column.values or column.references or column.pattern or column.keys_of or column.repeats)
        and not (cell.key in declared.order or any(cell.key in rule.get("abbreviates", ()) for rule in declared.checks))
    )


def test_typos_are_refused(script):
    locked = (ROOT / "tests/data/table_lock.txt").read_text(encoding="utf-8")
    counted: Counter[tuple[str, str]] = Counter()
    missed = []
    for name, cell, line, changed, text in typos():
        kind = "free" if is_free(name, cell) else "declared"
        where = refused(name, line, text)
        if where == "lock":
            missed.append(f"{kind}: {name}, row {line}, {cell.key}: {changed!r} for {written(cell)!r}")
            if (name, line) not in script.unlocked({name: text}, locked):
                where = "nowhere"
        counted[kind, where] += 1
    # shown by pytest -rP: the figures, and what only the lock refuses
    sys.stdout.write("\n".join([f"seed {SEED}: {dict(counted)}", *sorted(missed)]))
    by_schema = sum(count for (_, where), count in counted.items() if where in {"row", "elsewhere"})
    of_declared = sum(count for (kind, where), count in counted.items() if kind == "declared" and where == "lock")
    assert not [where for _, where in counted if where == "nowhere"]
    assert by_schema >= 0.6 * COUNT
    assert of_declared <= 0.25 * COUNT


@pytest.mark.parametrize(
    ("name", "old", "new", "column", "nearest"),
    [
        ("calibers/designations.csv", ",22-lr|22-short", ",22-lrr|22-short", "candidates", "22-lr"),
        ("calibers/words.csv", ",maker,", ",makre,", "role", "maker"),
        ("serials/words.csv", ",es,illegible", ",es,ilegible", "says", "illegible"),
        ("kinds/words.csv", ",weak,", ",waek,", "role", "weak"),
        ("models/models.csv", ",5.56x45mm,", ",5.56x54mm,", "calibers", "5.56x45mm"),
        ("rules/mx.toml", "fires_automatically =", "fires_automaticaly =", "rule", "fires_automatically"),
        ("rules/mx.toml", 'class = "prohibited"', 'class = "prohibted"', "weapon_class", "prohibited"),
        ("columns/seizures_es.toml", "municipality =", "municipalty =", "headers", "municipality"),
        ("cases/soto-v-bushmaster.toml", 'court = "connsuperct"', 'court = "consuperct"', "docket", "connsuperct"),
        ("wording/es.toml", '"make.same"', '"make.smae"', "sentences", "make.same"),
        ("match_model.toml", "same_bore =", "same_boer =", "caliber", "caliber.same_bore"),
    ],
)
def test_a_misspelt_word_is_named_with_the_nearest(name, old, new, column, nearest):
    text = FILES[name]
    assert old in text
    row = text[: text.index(old)].count("\n") + 1
    found = list(check.faults({**FILES, name: text.replace(old, new, 1)}, [name]))
    assert any(each.column.startswith(column) and each.row == row and nearest in each.nearest for each in found), found


def test_rows_are_locked(script):
    """A row that changed, came or went is recorded by ``python evaluation/data_files.py``."""
    locked = (ROOT / "tests/data/table_lock.txt").read_text(encoding="utf-8")
    assert not list(script.unlocked(FILES, locked))


def test_the_page_on_the_data_is_up_to_date(script):
    assert _tables.text("README.md") == script.readme(FILES)


def test_the_index_of_calibers_is_up_to_date(script):
    assert _tables.text("calibers/index.json") == script.caliber_index()
