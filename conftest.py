"""The Python blocks of the README and of the pages in ``docs/`` are tests, each page with a namespace of its own."""

from sybil import Sybil
from sybil.parsers import myst

pytest_collect_file = Sybil(
    parsers=[myst.PythonCodeBlockParser(), myst.SkipParser()],
    patterns=["README.md", "docs/*.md"],
).pytest()

collect_ignore = ["docs/conf.py"]
