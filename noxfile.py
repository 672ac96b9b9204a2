"""What there is to run: ``nox -s quick`` while you work, ``nox`` before you hand something in.

Each session makes its environment once and uses it again; ``nox --no-reuse-existing-virtualenvs`` makes it anew.
"""

from __future__ import annotations

import nox

nox.options.sessions = ["lint", "types", "tests", "docs"]
nox.options.reuse_existing_virtualenvs = True

PYTHONS = ["3.11", "3.12", "3.13", "3.14"]
# the examples of one page or module share a namespace, so that a file stays in one process
PARALLEL = ("-n", "auto", "--dist", "loadfile")
# most of the whole time: what draws values of every type, reads every golden file or tries every combination of facts,
# and input that is large on purpose
SLOW = (
    "docs/testing.md",
    "tests/data/test_typos.py",
    "tests/evaluation",
    "tests/formats/test_json.py::test_a_million_keys",
    "tests/formats/test_json_mutations.py",
    "tests/formats/test_schema.py",
    "tests/law/classification/test_rules.py::test_no_two_rules_of_one_rank_collide_undeclared",
    "tests/matching/test_hostile.py",
    "tests/test_values.py::test_in_another_process",
    "tests/testing",
)


@nox.session
def quick(session: nox.Session) -> None:
    """Style, layers, and all tests but the slow ones, with few examples of each property: a minute on two cores."""
    install(session, "test")
    lint_source(session)
    skipped = [f"--{'deselect' if '::' in test else 'ignore'}={test}" for test in SLOW]
    session.run("pytest", "--quiet", *PARALLEL, "--hypothesis-profile=quick", *skipped, *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Style, format and the contracts of imports."""
    install(session)
    lint_source(session)


@nox.session
def types(session: nox.Session) -> None:
    """Mypy on everything, and pyright on the package and its typing tests."""
    install(session, "test,docs")
    session.run("mypy", *session.posargs)
    session.run("pyright")


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """All tests, on each Python that is installed; ``nox -s tests-3.11 -- --cov`` measures coverage."""
    install(session, "test")
    session.run("pytest", *PARALLEL, *session.posargs)


@nox.session
def docs(session: nox.Session) -> None:
    """The pages, with a warning for each link that leads nowhere."""
    install(session, "docs")
    session.run("sphinx-build", "-n", "-W", "--quiet", "-b", "html", "docs", "docs/_build")


def install(session: nox.Session, extras: str = "") -> None:
    """The package as it stands here, with its extras and the tools that look at the source."""
    session.install("--group", "lint", "--editable", f".[{extras}]" if extras else ".")


def lint_source(session: nox.Session) -> None:
    """Checks that take seconds."""
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("lint-imports")
