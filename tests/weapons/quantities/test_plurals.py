"""Plurals by the rules of three languages."""

import pytest

from armstrace.weapons.quantities.plurals import plurals

FORMED = [
    ("pistol", "en", "pistols"),
    ("box", "en", "boxes"),
    ("clutch", "en", "clutches"),
    ("body", "en", "bodies"),
    ("bay", "en", "bays"),
    ("pistola", "es", "pistolas"),
    ("fusil", "es", "fusiles"),
    ("juez", "es", "jueces"),
    ("canon", "es", "canones"),
    ("dosis", "es", "dosis"),
    ("pistola", "pt", "pistolas"),
    ("municao", "pt", "municoes"),
    ("homem", "pt", "homens"),
    ("fuzil", "pt", "fuzis"),
    ("carregador", "pt", "carregadores"),
    ("metal", "pt", "metais"),
    ("mes", "pt", "meses"),
]


@pytest.mark.parametrize(("word", "language", "plural"), FORMED)
def test_plurals(word, language, plural):
    assert plural in plurals(word, language)
