"""What a schema refuses, each kind of fault in a small set of tables."""

import datetime
from textwrap import dedent

import pytest

from armstrace import _tables
from armstrace._tables import cells, check, reading, schema
from armstrace.errors import TableError


def found(columns, text, *, name="t.csv", more="", **others):
    """The faults of one file, as row, column and cause."""
    declared = f'[files."{name}"]\npurpose = "Which?"\n{more}\n[files."{name}".columns]\n{dedent(columns)}'
    files = {"schemas/t.toml": declared, name: dedent(text).lstrip("\n"), **others}
    return [(fault.row, fault.column, fault.cause) for fault in check.faults(files, files)]


def test_the_packaged_tables_hold_what_they_declare():
    assert check.check() == ()


def test_a_folder_is_checked(tmp_path):
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas/t.toml").write_text('[files."a.csv"]\npurpose = "Which?"\n[files."a.csv".columns]\nid = {}\n')
    (tmp_path / "a.csv").write_text("# edition: 2026-01-01\nid\n a\n")
    (tmp_path / "b.csv").write_text("id\na\n")
    assert [str(fault) for fault in check.check(tmp_path)] == [
        "a.csv, row 3, id: stray or missing characters: ' a'",
        "b.csv, row 1: no schema declares the file",
    ]


def test_a_file_of_anything():
    files = {"schemas/t.toml": '[files."*.csv"]\npurpose = "Which?"\n', "a.csv": 'a,"b\n'}
    assert not list(check.faults(files, files))


@pytest.mark.parametrize(
    ("column", "good", "bad"),
    [
        ("{}", ["a b", "É", "#n/a"], ["a  b", " a", "e\u0301"]),
        ('{ type = "id" }', ["a-1", "22-lr", "FX-05 x"], ["a/b", "a  b"]),
        ('{ type = "int" }', ["0", "-3", "12"], ["1.0", "01", "x"]),
        ('{ type = "int", min = 1, max = 9 }', ["1", "9"], ["0", "10"]),
        ('{ type = "decimal", min = 0.5 }', ["0.5", "7"], ["0.4", '"1,5"', "1e3"]),
        ('{ type = "date" }', ["2024-02-29"], ["2023-02-29", "x"]),
        ('{ type = "bool" }', ["true", "false"], ["tru", "True"]),
        ('{ pattern = "[a-z]+" }', ["abc"], ["aBc", "abc1"]),
        ('{ values = ["bolt", "pump"] }', ["bolt"], ["blot", "Bolt"]),
        ('{ values = ["bolt", "pump"], split = "|" }', ["bolt|pump"], ["bolt|", "bolt pump"]),
        ('{ references = "armstrace.weapons.features:Feed" }', ["belt"], ["blet"]),
        ('{ values = ["AR 15", "cuerno"], compare = "letters" }', ["ar-15", "Cuerno."], ["ar-16"]),
        ('{ values = ["arma de fuego", "corta"], compare = "words" }', ["ARMA CORTA"], ["arma larga"]),
        ('{ references = "other.csv:id" }', ["a"], ["b"]),
        ('{ references = "*er.csv" }', ["other"], ["others"]),
        ('{ references = "gone.csv:id", values = ["a"] }', ["a"], ["b"]),
        ('{ references = "other.csv:id", prefix = "x_" }', ["y"], ["z"]),
    ],
)
def test_cells(column, good, bad):
    other = {"other.csv": "id\na\nx_y\n"}
    for value in (*good, *bad):
        refused = [fault for fault in found(f"c = {column}", f"c\n{value}\n", **other) if fault[1]]
        assert bool(refused) == (value in bad), value
        assert {(row, name) for row, name, _ in refused} <= {(2, "c")}


def test_the_nearest_are_named():
    files = {"schemas/t.toml": '[files."t.csv"]\npurpose = "?"\n[files."t.csv".columns]\na = { values = ["bolt"] }\n'}
    (fault,) = check.faults({**files, "t.csv": "a\nblot\n"}, ["t.csv"])
    assert str(fault) == "t.csv, row 2, a: none of the known: blot: 'blot' (nearest: bolt)"


@pytest.mark.parametrize(
    ("columns", "more", "text", "faults"),
    [
        ("a = {}\nb = {}", "", "a,c\n1,2\n", [(1, "", "other columns than declared")]),
        ("a = {}\nb = {}", "", "# x\na,b\n1\n", [(3, "", "1 cells under 2 headers")]),
        ("a = {}\nb = {}", "", 'a,b\n1,"2\n', [(2, "", "no CSV: unexpected end of data")]),
        ("a = {}\nb = {}", "", "# x\n", [(1, "", "other columns than declared")]),
        ("a = {}\nb = { required = true }", "", "a,b\n1,\n2,3\n", [(2, "b", "missing")]),
        ("a = { unique = true }", "", "a\nÑu\nx\nnu\n", [(4, "a", "also in row 2")]),
        ('a = { unique = true, split = "|" }', "", "a\nx|x\ny|z\n", []),
        ("a = {}\nb = {}", 'key = ["a", "b"]', "a,b\n1,2\n1,3\n1,2\n", [(4, "a, b", "also in row 2")]),
        ("a = {}", 'order = ["a"]', "a\nx\nz\ny\n", [(4, "a", "out of order")]),
        ("a = {}", 'order = ["a"]', "a\nx\nz\ny\nyy\n", [(3, "a", "out of order")]),
        ("a = {}", 'order = ["a"]', "a\nz\ny\n", [(3, "a", "out of order")]),
        ("a = {}", 'order = ["a"]', "a\nÁ\nb\n", []),
    ],
)
def test_rows(columns, more, text, faults):
    assert found(columns, text, more=more) == faults


@pytest.mark.parametrize(
    ("check_", "good", "bad"),
    [
        ('{ not_after = ["a", "b"] }', ["1990,1991", "1990,", ",1990"], ["1991,1990"]),
        ('{ times = ["a", "b"], factor = 25.4, within = 0.1 }', ["0.22,5.6", "x,5.8"], ["0.22,5.8"]),
        ('{ measures = ["a", "b"], in = "x(\\\\d+)", within = 1 }', ["19.2,9x19mm", "5,22-lr"], ["21,9x19mm"]),
        ('{ abbreviates = ["a", "b"], or = ["c"] }', ["fn-fal,FN FAL", "hk-g3,G 3|HK"], ["fn-fla,FN FAL"]),
        ('{ abbreviates = ["a", "b"], except = ["x"] }', ["x,Y"], ["xx,Y"]),
        ('{ same_fields = ["a", "b"] }', ["{left} a,el {left}", "a,b"], ["{left},{right}"]),
        ('{ begins = ["a", "b"] }', ["MX-AGU,MX"], ["US-CA,MX"]),
        ('{ ends = ["a", "b"] }', ["US-CA,CA"], ["US-CA,AC"]),
        ('{ among = ["a", "b"] }', ["x,y|x"], ["z,y|x"]),
        ('{ within = ["a", "b"] }', ["0O,0OQ"], ["0X,0OQ", "O0,0OQ"]),
    ],
)
def test_relations(check_, good, bad):
    for row in (*good, *bad):
        faults = found("a = {}\nb = {}", f"a,b\n{row}\n", more=f"checks = [{check_}]")
        assert bool(faults) == (row in bad), (row, faults)


def test_a_further_name_is_read_where_it_is_filled():
    declared, more = "a = {}\nb = {}\nc = {}", 'checks = [{ abbreviates = ["a", "b"], or = ["c"] }]'
    assert not found(declared, "a,b,c\nm4,Carbine,M4\n", more=more)
    assert found(declared, "a,b,c\nm4,Carbine,\n", more=more)


def test_some_rows_are_told_more():
    more = '[[files."t.csv".when]]\nif = { a = ["x"] }\nthen = { b = { required = true, type = "int" } }\n'
    text = "a,b\nx,1\nx,y\nx,\nz,y\n"
    assert found("a = {}\nb = {}", text, more=more) == [(3, "b", "no whole number"), (4, "b", "missing")]


@pytest.mark.parametrize(
    ("values", "refused"),
    [
        (["general knowledge"] * 2 + ["general knowlege"], True),
        (["general knowledge"] * 2 + ["general knowldege"], True),
        (["general knowledge"] * 2 + ["general knowlxdge"], True),
        (["general knowledge"] * 2 + ["general knowledge!!"], False),
        (["general knowledge"] * 2 + ["hearsay only here"], False),
        (["LFAFE 10"] * 2 + ["LFAFE 11"], False),
        (["LFAFE 10"] * 10 + ["LFAFE 11"], True),
        (["Protocol 3(b)"] * 10 + ["Protocol 3(c)"], False),
        (["NATO"] * 10 + ["NASO"], False),
    ],
)
def test_values_that_recur(values, refused):
    faults = found("a = { repeats = true }", "\n".join(["a", *values]) + "\n")
    assert [row for row, _, _ in faults] == ([len(values) + 1] if refused else [])


COLUMNS = """
    id = { required = true }
    "rule[].id" = { required = true, unique = true }
    "rule[].from" = { required = true, type = "date" }
    "rule[].cites[]" = { references = ":law.$keys" }
    "rule[].same[]" = { references = ":rule[].id" }
    "rule[].when.**.kind_in[]" = { references = "{id}.csv:kind" }
    "rule[].when.**.*" = { type = "any", keys_of = "armstrace.law.classification.predicates:PREDICATES" }
    "law.*" = { type = "decimal", max = 3 }
    "level.*.*" = { type = "bool", path_of = "levels.csv:name" }
    "flag.*" = { type = "int", keys = ["on"] }
"""
GOOD = """
    id = "kinds"
    law = { a = 1, b = 2.5 }
    flag = { on = 1 }

    [level.make]
    same = true

    [[rule]]
    id = "r1"
    from = 2024-01-01
    cites = ["a"]
    same = []

    [[rule]]
    id = "r2"
    from = 2024-01-01
    same = ["r1", "r2"]
    when = { any = [{ kind_in = ["pistol"] }, { not = { rifled = true } }] }
"""


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("id", "id", None),
        ('id = "kinds"\n', "", (1, "id", "missing")),
        ('id = "r2"', 'id = "r1"', (15, "rule[1].id", "also in row 9")),
        ('id = "r2"', 'name = "r2"', (15, "rule[1].name", "no key of this file")),
        ("from = 2024-01-01\n    same", 'from = "soon"\n    same', (16, "rule[1].from", "no day")),
        ("from = 2024-01-01\n    same", "same", (14, "rule[1].from", "missing")),
        ('cites = ["a"]', 'cites = ["c"]', (11, "rule[0].cites[0]", "none of the known: c")),
        ('"r1", "r2"]', '"r1", "r3"]', (17, "rule[1].same[1]", "none of the known: r3")),
        ("pistol", "pistola", (18, "rule[1].when.any[0].kind_in[0]", "none of the known: pistola")),
        ("rifled", "rilfed", (18, "rule[1].when.any[1].not.rilfed", "no key 'rilfed' here")),
        ("rifled = true", "rifled = 2024-01-01", (18, "rule[1].when.any[1].not.rifled", "no value")),
        ("b = 2.5", "b = 3.5", (2, "law.b", "not from None to 3")),
        ("b = 2.5", "b = true", (2, "law.b", "no number")),
        ("b = 2.5", 'b = ""', (2, "law.b", "stray or missing characters")),
        ("same = true", "sane = true", (6, "level.make.sane", "no 'level.make.sane' is known")),
        ("same = true", "same = 1", (6, "level.make.same", "no truth value")),
        ("on = 1", "off = 1", (3, "flag.off", "no key 'off' here")),
        ("on = 1", "on = 1.5", (3, "flag.on", "no whole number")),
        ('"r2"\n', '"r2\n', (15, "", "no TOML: Illegal character '\\n' (at line 15, column 9)")),
        ("rifled = true } }]", "rifled = true } }", (18, "", "no TOML: Unclosed array (at line 18, column 71)")),
    ],
)
def test_toml(old, new, fault):
    others = {"kinds.csv": "kind\npistol\n", "levels.csv": "name\nlevel.make.same\n"}
    assert old in GOOD
    faults = found(COLUMNS, GOOD.replace(old, new, 1), name="t.toml", more='nested = ["any[]", "not"]', **others)
    faults = [each for each in faults if each[2] != "no schema declares the file"]
    assert faults[:1] == ([fault] if fault else [])


def test_two_languages():
    columns, more = '"*.*" = {}', 'parallel = "es.toml"'
    english = '[sentences]\na = "same {left}"\nb = "other"\nn = 1\n'
    spanish = '[sentences]\na = "igual {left}"\nb = "otro {right}"\nc = "nada"\nn = 1\n'
    faults = found(
        columns.replace("{}", '{ type = "any" }'), english, name="en.toml", more=more, **{"es.toml": spanish}
    )
    assert faults[:1] == [(3, "sentences.b", "other fields than in es.toml")]
    faults = found(
        columns.replace("{}", '{ type = "any" }'), spanish, name="en.toml", more=more, **{"es.toml": english}
    )
    assert [cause for _, _, cause in faults[:2]] == ["other fields than in es.toml", "no such key in es.toml"]


def test_a_reader_answers_for_the_rest():
    more = 'reader = "armstrace.law.litigation:LegalCase.parse"'
    case = dedent("""
        id = "doe"
        name = "Doe v. Acme"
        checked_until = 2020-12-31
        leading = "e1"
        party = [{ name = "Acme", role = "defendant" }]

        [[event]]
        id = "e1"
        date = 2020-01-15
        court = "mad"
        event = "dismissed"
        ground = "personal_jurisdiction"
    """)
    assert not found('"event[].id" = {}', case, name="t.toml", more=more)
    ((row, _, cause),) = found('"event[].id" = {}', case.replace("dismissed", "dismised"), name="t.toml", more=more)
    assert (row, "event is none of" in cause) == (8, True)
    ((row, _, cause),) = found('"event[].id" = {}', case.replace("leading", "leder"), name="t.toml", more=more)
    assert (row, "leading is missing" in cause) == (1, True)
    ((row, _, _),) = found('"event[].id" = {}', case.replace("id =", "idd ="), name="t.toml", more=more)
    assert row == 1


def test_a_line_that_is_not_found_is_near():
    """A text with an escape is not written as it reads: the row is that of its key."""
    table = cells.parse("t.toml", 'a = 1\nb = "x\\u0020y"\nc = { "d e" = [{ f = true }] }\n')
    lines = {cells.dotted(cell.path): table.line(cell.path, cell.value) for cell in table.cells}
    assert lines == {"a": 1, "b": 2, "c.d e[0].f": 3}


@pytest.mark.parametrize(
    ("text", "row", "cause"),
    [
        ("# x\nid,langage\na,es\n", 1, "other columns"),
        ("word,match,language\nfecha,wohle,es\n", 2, "match is none of count, role, whole, word"),
        ("# x\nword,match,language\nfecha,whole\n", 3, "2 cells under 3 headers"),
        ("word,match,language\n\nfecha,whole,\n", 3, "language is none of en, es"),
    ],
)
def test_a_bad_table_is_not_read(monkeypatch, text, row, cause):
    monkeypatch.setattr(reading, "text", lambda _name: text)
    with pytest.raises(TableError, match=cause) as caught:
        _tables.rows("columns/persons.csv")
    assert (caught.value.table, caught.value.row) == ("columns/persons.csv", row)


def test_what_may_be_blank_is_read(monkeypatch):
    monkeypatch.setattr(reading, "text", lambda _name: "word,language,says\nna,,nothing known\n")
    assert _tables.rows("columns/placeholders.csv")[0]["language"] == ""


def test_schemas_of_files():
    assert schema.packaged("nothing/here.csv") is None
    assert schema.packaged("columns/own_map.toml").columns["record"].values == {"seizure", "custody"}
    assert schema.packaged("columns/own.csv") is None


def test_days():
    assert datetime.date(2024, 1, 1) in [cell.value for cell in cells.parse("a.toml", "a = 2024-01-01\n").cells]
