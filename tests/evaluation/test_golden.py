"""The library answers as it did when the golden files were written, and the comparison sees where it does not."""

import gzip
import json
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STORED = ROOT / "tests/golden"


sys.path.insert(0, str(ROOT / "evaluation"))
import golden  # noqa: E402 (a script beside the tests)
import golden_answers  # noqa: E402 (the scripts are found by the path above)


@pytest.mark.parametrize("name", golden_answers.FILES)
def test_answers_are_those_of_the_golden_file(name):
    found = list(golden.differences(STORED / f"{name}.tsv.gz"))
    assert not found, "\n".join(found[:20])


def altered(tmp_path, name, change):
    path = tmp_path / f"{name}.tsv.gz"
    golden.save(path, change([(text, json.loads(data)) for text, data in golden.load(STORED / path.name)]))
    return path


def test_another_answer_is_shown_with_its_line_and_field(tmp_path):
    path = altered(
        tmp_path, "figures", lambda stored: [*stored[:2], (stored[2][0], {**stored[2][1], "kind": "x"}), *stored[3:]]
    )
    assert list(golden.differences(path)) == ['figures.tsv.gz:3: "seizures 0": $.kind: "x" -> "rest"']


def test_a_part_that_is_new_or_gone_is_shown(tmp_path):
    path = altered(tmp_path, "figures", lambda stored: [*stored[1:], ("other", 1)])
    first, second = golden.differences(path)
    assert first.startswith('figures.tsv.gz: new: "alone explain"')
    assert second == 'figures.tsv.gz:4: gone: "other"'


def test_a_renamed_field_or_type_is_no_difference(monkeypatch):
    monkeypatch.setattr(golden_answers, "RENAMED", {"kind": "sort", "values.new": "old", "Share": "Part"})
    assert golden_answers.renamed({"kind": 1, "new": 2, "values": [{"new": 3}], "type": "Share"}) == {
        "sort": 1,
        "new": 2,
        "values": [{"old": 3}],
        "type": "Part",
    }


def test_accepting_stores_what_is_answered_now(tmp_path, capsys):
    path = altered(tmp_path, "figures", lambda stored: stored[1:])
    assert golden.main(["compare", str(tmp_path), "--only", "figures"]) == 1
    assert golden.main(["compare", str(tmp_path), "--only", "figures", "--accept"]) == 0
    assert golden.main(["compare", str(tmp_path), "--only", "figures"]) == 0
    assert "new" in capsys.readouterr().out
    # the text: what a compressor makes of it differs between versions of Python
    assert gzip.decompress(path.read_bytes()) == gzip.decompress((STORED / path.name).read_bytes())
