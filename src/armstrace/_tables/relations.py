"""The check of the rows of a CSV file: their order, their keys, and cells that must agree with each other."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from armstrace import _normalize
from armstrace._tables import columns
from armstrace._tables.vocabulary import FIELD, letters

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from armstrace._tables.cells import Cell, Table, TableFault
    from armstrace._tables.schema import FileSchema, Texts


def row_faults(table: Table, declared: FileSchema, files: Texts) -> Iterator[TableFault]:
    """The faults that show when rows, or the cells of a row, are compared: order, keys, and cells that must agree.

    *files* holds the texts of all files, to which the schema may refer.
    """
    rows: list[dict[str, Cell]] = [{} for _ in table.lines]
    for cell in table.cells:
        rows[int(cell.path[0])][cell.key] = cell
    yield from _disordered(table, declared.order, [_cells(row, declared.order) for row in rows])
    seen: dict[tuple[str, ...], int] = {}
    for line, row in zip(table.lines, rows, strict=True):
        values = _cells(row, declared.key)
        if values and seen.setdefault(values, line) != line:
            yield table.row_fault(line, f"also in row {seen[values]}", column=", ".join(declared.key))
        for rule in declared.checks:
            yield from _related(table, row, rule)
        for wanted, then in declared.when:
            if all(name in row and row[name].value in allowed for name, allowed in wanted.items()):
                for name, column in then.items():
                    found = [row[name]] if name in row else []
                    yield from columns.cell_faults(table, column, found, files)
                    if column.required and not found:
                        yield table.row_fault(line, "missing", column=name)


def _disordered(table: Table, order: tuple[str, ...], rows: list[tuple[str, ...]]) -> Iterator[TableFault]:
    """A fault for each row that is out of order; *rows* holds the cells of the columns *order* for each row."""
    ranks = [tuple((_normalize.casefold(value), value) for value in row) for row in rows]
    for index in range(1, len(ranks) if order else 0):
        if ranks[index] < ranks[index - 1]:
            # of two neighbors the one is misplaced without which the rows are in order
            first_fits = index + 1 == len(ranks) or ranks[index - 1] <= ranks[index + 1]
            second_fits = index == 1 or ranks[index - 2] <= ranks[index]
            at = index - 1 if second_fits and not first_fits else index
            value = " ".join(rows[at])
            yield table.row_fault(table.lines[at], "out of order", column=", ".join(order), value=value)


def _cells(row: Mapping[str, Cell], names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(str(row[name].value) if name in row else "" for name in names)


def _related(table: Table, row: Mapping[str, Cell], rule: Mapping[str, Any]) -> Iterator[TableFault]:
    """A fault if two filled cells of a row are not related as *rule* demands; its first key names the relation."""
    relation = next(iter(rule))
    left, right = (row.get(name) for name in rule[relation])
    if left is not None and right is not None and left.value not in rule.get("except", ()):
        others = "|".join([right.value, *(row[name].value for name in rule.get("or", ()) if name in row)])
        if _RELATIONS[relation](left.value, others, rule):
            return
        yield table.fault(left, f"does not agree with {rule[relation][1]} {right.value!r}")


def _inside(short: str, long: str) -> bool:
    """True if the letters of *short* occur in *long* in the same order: ``gnr`` in ``guardia nacional rural``."""
    rest = iter(long)
    return all(char in rest for char in short)


def _differ(left: str, right: str, most: object, factor: object = 1) -> bool:
    """True if *left* times *factor* and *right* are further apart than *most*.

    False if one of them is no number, which another check refuses.
    """
    try:
        return abs(Decimal(left) * Decimal(str(factor)) - Decimal(right)) > Decimal(str(most))
    except InvalidOperation:
        return False


def _measures(left: str, right: str, rule: Mapping[str, Any]) -> bool:
    """True if the text *right* has no number, or one that is near the number *left*; *rule* says how near."""
    number = re.search(rule["in"], right)
    return number is None or not _differ(left, number[1], rule["within"])


def fields(text: str) -> Counter[str]:
    """The ``{fields}`` of a sentence, each with the count of its occurrences."""
    return Counter(FIELD.findall(text))


_RELATIONS: Mapping[str, Callable[[str, str, Mapping[str, Any]], bool]] = {
    "not_after": lambda left, right, _: (len(left), left) <= (len(right), right),
    "times": lambda left, right, rule: not _differ(left, right, rule["within"], rule["factor"]),
    "abbreviates": lambda left, right, _: all(
        any(_inside(letters(part), letters(name)) for name in right.split("|")) for part in left.split("-")
    ),
    "measures": _measures,
    "same_fields": lambda left, right, _: fields(left) == fields(right),
    "begins": lambda left, right, _: left.startswith(right),
    "ends": lambda left, right, _: left.endswith(right),
    "among": lambda left, right, _: set(left.split("|")) <= set(right.split("|")),
    "within": lambda left, right, _: left[0] == right[0] and set(left) <= set(right),
}
