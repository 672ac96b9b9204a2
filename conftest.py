"""The Python blocks of the README and of the pages in ``docs/`` are tests, each page with a namespace of its own."""

from hypothesis import settings
from sybil import Sybil
from sybil.parsers import myst

# a busy machine is no failure; in CI the examples are the same each time, by Hypothesis' own profile
settings.register_profile("patient", settings(), deadline=None)
settings.register_profile("quick", settings(), deadline=None, max_examples=5)
settings.load_profile("patient")

pytest_collect_file = Sybil(
    parsers=[myst.PythonCodeBlockParser(), myst.SkipParser()],
    patterns=["README.md", "docs/*.md"],
).pytest()

# read by type checkers, never run
collect_ignore = ["docs/conf.py", "tests/typing"]
