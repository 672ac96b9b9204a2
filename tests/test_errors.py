"""Errors: what they say, what they carry, what a stranger catches, and that they survive pickling."""

import ast
import pickle
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import armstrace
from armstrace import errors, explain
from armstrace.dates import read_cell
from armstrace.errors import (
    AmbiguousEntry,
    ArmstraceError,
    CaseError,
    MissingExtra,
    NotComparable,
    ParseError,
    RuleError,
    TableError,
    UnknownEntry,
    shown,
)

EXAMPLES = [
    (CaseError("x-v-y", event="e2", cause="no ground"), ValueError, "case 'x-v-y', event 'e2': no ground"),
    (CaseError("x-v-y", cause="no events"), ValueError, "case 'x-v-y': no events"),
    (
        ParseError("no date", text="hoy mero", span=(0, 3), hint="give a day"),
        ValueError,
        "no date: 'hoy mero' (at 0-3; give a day)",
    ),
    (ParseError("no date", text="x", hint="give a day"), ValueError, "no date: 'x' (give a day)"),
    (ParseError("no date", text="x", span=(0, 0)), ValueError, "no date: 'x' (at 0-0)"),
    (ParseError("no date", text=""), ValueError, "no date: ''"),
    (UnknownEntry("makes", key="kolt"), KeyError, "no entry in makes: 'kolt'"),
    (
        UnknownEntry("makes", key="kolt", nearest=["colt", "kel-tec"]),
        KeyError,
        "no entry in makes: 'kolt'; nearest: colt, kel-tec",
    ),
    (
        AmbiguousEntry("cartridges", key=".38", candidates=["38-special", "38-super"]),
        LookupError,
        "several entries in cartridges: '.38': 38-special, 38-super",
    ),
    (RuleError("mx-11-a", cause="no citation"), ValueError, "rule mx-11-a: no citation"),
    (TableError("no header", table="list.csv"), ValueError, "list.csv: no header"),
    (TableError("NUL byte", table="list.csv", row=7, value="a\0"), ValueError, r"list.csv, row 7: NUL byte ('a\x00')"),
    (
        TableError("no header", table="a.csv", nearest="us_stock", found=["make"], missing=["serial", "date"]),
        ValueError,
        "a.csv: no header (nearest column map: us_stock; missing: serial, date)",
    ),
    (
        TableError("no header", table="a.csv", nearest="us_stock"),
        ValueError,
        "a.csv: no header (nearest column map: us_stock; missing: nothing)",
    ),
    (NotComparable("shares of unlike things", causes=["of"]), ValueError, "shares of unlike things: of"),
    (MissingExtra("openpyxl", extra="excel"), ImportError, "openpyxl is not installed; install armstrace[excel]"),
]


@pytest.mark.parametrize(("error", "builtin", "message"), EXAMPLES)
def test_message_and_family(error, builtin, message):
    assert message == str(error)
    assert isinstance(error, ArmstraceError)
    assert isinstance(error, builtin)


@pytest.mark.parametrize("error", [example[0] for example in EXAMPLES])
@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_pickling_keeps_everything(error, protocol):
    again = pickle.loads(pickle.dumps(error, protocol))
    assert type(error) is type(again)
    assert str(error) == str(again)
    assert vars(error) == vars(again)


def test_every_error_is_among_the_examples():
    classes = {
        value
        for value in vars(errors).values()
        if isinstance(value, type) and issubclass(value, ArmstraceError) and value is not ArmstraceError
    }
    assert classes == {type(example[0]) for example in EXAMPLES}


def test_sequences_are_kept_as_tuples():
    assert UnknownEntry("makes", key="x", nearest=["colt"]).nearest == ("colt",)
    assert AmbiguousEntry("makes", key="x", candidates=["a", "b"]).candidates == ("a", "b")
    assert TableError("x", table="y", found=["a"], missing=["b"]).found == ("a",)


@pytest.mark.parametrize(("length", "cut"), [(0, False), (80, False), (81, True), (10_000_000, True)])
def test_shown_is_short(length, cut):
    text = shown("\x00" * length)
    assert cut == text.endswith(f"({length} characters)")
    assert len(text) < 400


@pytest.mark.parametrize("text", ["hoy mero", "31/02/2023", "13/2023", "5 ene", "99999999", "desde 2018", "1700"])
def test_the_cause_of_a_bad_date_has_a_code_with_a_word_in_both_languages(text: str) -> None:
    with pytest.raises(ParseError) as raised:
        read_cell(text, dayfirst=True)
    words = {explain.term(raised.value.code, language) for language in ("en", "es")}
    assert raised.value.cause in words
    assert len(words) == 2


CODED = ("ParseError", "RuleError", "CaseError", "TableError")
CODE = re.compile(r"[a-z_]+\.[a-z_]+")


def raised(source: str) -> Iterator[tuple[str, ast.expr | None]]:
    """The calls that make an error with a code, as text, and the expression of the code."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in CODED:
            yield ast.unparse(node), next((each.value for each in node.keywords if each.arg == "code"), None)


def literals(code: ast.expr) -> list[str]:
    """The literal texts of an expression; a text with slots is none."""
    parts = () if isinstance(code, ast.JoinedStr) else ast.walk(code)
    return [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]


def faulty(source: str) -> list[str]:
    """The calls whose code is missing, or is a literal of another form."""
    return [call for call, code in raised(source) if code is None or not all(map(CODE.fullmatch, literals(code)))]


FILES = sorted(Path(armstrace.__file__).parent.rglob("*.py"))


def test_every_error_of_the_package_carries_a_code() -> None:
    sources = [path.read_text(encoding="utf-8") for path in FILES]
    assert len([call for source in sources for call in raised(source)]) > 100
    assert [] == [call for source in sources for call in faulty(source)]


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ("ParseError('no date', text=x)", 1),
        ("errors.RuleError('a', cause='b')", 1),
        ("ParseError('no date', code='', text=x)", 1),
        ("ParseError('no date', code='no date', text=x)", 1),
        ("ParseError('no date', code='date.none' if x else 'No', text=x)", 1),
        ("ParseError('no date', code='date.none', text=x)", 0),
        ("ParseError('no date', code=f'date.{x}', text=x)", 0),
        ("ParseError('no date', code=error.code, text=x)", 0),
        ("UnknownEntry('makes', key=x)", 0),
    ],
)
def test_a_call_without_a_code_is_found(source: str, count: int) -> None:
    assert count == len(faulty(source))
