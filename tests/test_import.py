"""`import armstrace` stays light, and every public name is there on first use."""

import json
import subprocess
import sys
from types import ModuleType

import pytest

import armstrace
from armstrace import _public

HEAVY = {"pint", "cattrs", "numpy", "pandas", "duckdb", "dateutil"}


def in_a_fresh_process(statement):
    """What *statement* prints as JSON, run by a new interpreter."""
    done = subprocess.run([sys.executable, "-c", statement], check=True, capture_output=True, text=True)
    assert done.stderr == ""
    return json.loads(done.stdout)


def test_nothing_heavy_is_loaded():
    loaded = in_a_fresh_process("import json, sys, armstrace; print(json.dumps(list(sys.modules)))")
    assert "armstrace" in loaded
    assert not HEAVY & {name.partition(".")[0] for name in loaded}


def test_nothing_of_ours_is_loaded_before_it_is_used():
    loaded = in_a_fresh_process("import json, sys, armstrace; print(json.dumps(list(sys.modules)))")
    assert {name for name in loaded if name.startswith("armstrace")} == {"armstrace", "armstrace._public"}


def test_no_file_is_read_when_a_type_is_named():
    """The tables are read on first use, not on import."""
    statement = """
import json, sys
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
import armstrace
from armstrace import _public
armstrace.Weapon, armstrace.Seizure, armstrace.classify
print(json.dumps([path for path in opened if path.endswith((".csv", ".toml"))]))
"""
    assert in_a_fresh_process(statement) == []


@pytest.mark.parametrize("name", vars(armstrace)["__all__"])
def test_every_public_name_resolves(name):
    value = getattr(armstrace, name)
    assert value.__name__ == (f"armstrace.{name}" if isinstance(value, ModuleType) else name)
    assert name in dir(armstrace)


def test_a_name_is_sought_once(monkeypatch):
    """The second use finds it in the module."""
    armstrace.Length  # noqa: B018  # touched to be loaded
    monkeypatch.delattr(armstrace, "__getattr__")
    assert armstrace.Length.__name__ == "Length"


def test_a_misspelt_name_is_an_error():
    with pytest.raises(AttributeError, match="module 'armstrace' has no attribute 'Weapom'"):
        armstrace.Weapom  # type: ignore[attr-defined]  # noqa: B018  # touched to be loaded


def test_the_top_shows_the_values_verbs_and_errors_of_the_docs_and_no_more():
    """Parts of results are reached by their packages: ``armstrace.matching.Shortlist``."""
    names = [name for name in _public.homes("armstrace") if not isinstance(getattr(armstrace, name), ModuleType)]
    assert 65 <= len(names) <= 75
    assert armstrace.matching.Shortlist.__module__ == "armstrace.matching.results.shortlists"


def test_packages_and_their_modules_are_there_after_a_bare_import():
    statement = """
import json, armstrace
print(json.dumps([
    armstrace.law.litigation.courts.Court.lookup("scotus").id,
    armstrace.law.Scheme.lookup("mx").id,
    armstrace.weapons.calibers.cartridges.Cartridge.get("9x19mm").id,
]))
"""
    assert in_a_fresh_process(statement) == ["scotus", "mx", "9x19mm"]
