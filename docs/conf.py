"""How the pages are built: ``sphinx-build -n -W docs docs/_build``. Nothing is fetched from the network."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
import sys
import typing
from importlib.metadata import version as installed
from typing import Any

project = "armstrace"
author = "the armstrace authors"
version = release = installed(project)

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
html_theme = "furo"
html_title = project

# one backtick in a docstring is a name as one writes it in code
default_role = "literal"
autodoc_default_options = {"members": True, "member-order": "bysource", "show-inheritance": True}
autodoc_typehints = "signature"
napoleon_numpy_docstring = False
# attributes are described once, where the class says what it holds
napoleon_use_ivar = True

nitpick_ignore_regex = [
    # pages of the standard library and of other packages are not at hand without a network
    (r"py:.*", r"(collections|dataclasses|datetime|decimal|enum|fractions|os|pathlib|typing|types)\..*"),
    (r"py:.*", r"(attr|attrs|dateutil|hypothesis|pint)\..*"),
    # type variables, aliases and private types have no page
    (r"py:.*", r"(explain\.)?(Kind|Language|When)"),
    (r"py:.*", r"(.*\.)?[A-Z]"),
    (r"py:.*", r"armstrace\.(.*\.)?_.*"),
]

# what a module imports for type checkers only is needed here, to link the types in signatures
for found in pkgutil.walk_packages(importlib.import_module(project).__path__, f"{project}."):
    if not found.name.endswith("__main__"):
        module = importlib.import_module(found.name)
        for statement in ast.parse(inspect.getsource(module)).body:
            if isinstance(statement, ast.If) and ast.unparse(statement.test) == "TYPE_CHECKING":
                exec(compile(ast.Module(statement.body, []), found.name, "exec"), vars(module))  # noqa: S102 (our own imports)


def resolve_init(_app: object, function: Any, _bound: bool) -> None:  # noqa: ANN401 (whatever Sphinx hands over)
    """Resolves the annotations of an ``__init__`` that attrs has written: they are text, without their module."""
    if getattr(function, "__name__", "") == "__init__" and function.__module__.startswith(project):
        hints = typing.get_type_hints(function, vars(sys.modules[function.__module__]))
        function.__annotations__ = hints


def list_modules(_app: object, page: str, source: list[str]) -> None:
    """Fills the API page: for each package the modules whose names it shows, for each module itself."""
    if page != "api":
        return
    public = importlib.import_module(f"{project}._public")

    def modules(match: re.Match[str]) -> str:
        listed = []
        for name in match[1].split():
            package = sys.modules[name]
            homes = public.homes(name).values() if hasattr(package, "__path__") else ()
            listed += [name, *sorted({home for home in homes if home.startswith(f"{name}.")} - {name})]
        lines = "\n".join(f".. automodule:: {name}" for name in listed if name not in seen)
        seen.update(listed)
        return f"```{{eval-rst}}\n{lines}\n```"

    seen: set[str] = set()
    source[0] = re.sub(r"<!-- modules: (.*?) -->", modules, source[0])


def setup(app: Any) -> None:  # noqa: ANN401 (Sphinx has no types here)
    """Called by Sphinx."""
    app.connect("source-read", list_modules)
    app.connect("autodoc-before-process-signature", resolve_init)
