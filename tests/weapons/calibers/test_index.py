"""The index of calibers as it is shipped."""

import json

import pytest

from armstrace import _tables
from armstrace.weapons.calibers.index import FILE, from_plain, index, to_plain
from armstrace.weapons.calibers.indexing import made

TABLES = to_plain(made())
SHIPPED = json.loads(_tables.text(FILE))


@pytest.mark.parametrize("part", TABLES)
def test_the_index_is_that_of_the_tables(part):
    """A change of a table or of the grammar is recorded by ``python evaluation/data_files.py``."""
    assert SHIPPED[part] == TABLES[part]


def test_the_order_is_that_of_the_tables():
    assert list(SHIPPED) == list(TABLES)
    assert [list(SHIPPED[part]) for part in SHIPPED] == [list(TABLES[part]) for part in TABLES]


def test_the_index_as_plain_data_is_the_whole_index():
    assert to_plain(from_plain(TABLES)) == TABLES
    assert to_plain(index()) == SHIPPED
