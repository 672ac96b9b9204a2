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
from pathlib import Path
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
# the verbs of registries are described with each class that has them; those of Python's own types are not
autodoc_default_options["inherited-members"] = "BaseException,Enum,Generic,Protocol,str"
autodoc_typehints = "signature"
napoleon_numpy_docstring = False
# attributes are described once, where the class says what it holds
napoleon_use_ivar = True

nitpick_ignore_regex = [
    # pages of the standard library and of other packages are not at hand without a network
    (r"py:.*", r"(collections|dataclasses|datetime|decimal|enum|fractions|os|pathlib|typing|types)\..*"),
    (r"py:.*", r"(attr|attrs|dateutil|hypothesis|pint)\..*"),
    # type variables, aliases and private types have no page
    (r"py:.*", r"(.*\.)?(Day|Kind|LabeledPair|Language|WeaponArgument|When)"),
    (r"py:.*", r"(.*\.)?[A-Z]"),
    (r"py:.*", r"armstrace\.(.*\.)?_.*"),
    # what a method is given within the library: no package shows these
    (
        r"py:.*",
        r".*\.(CaseRecord|Centuries|Claim|KnownLists|Meaning|PairResult|Phrase|Reading|Result|SearchedLists|Token)",
    ),
]

# what a module imports for type checkers only is needed here, to link the types in signatures
found = pkgutil.walk_packages(importlib.import_module(project).__path__, f"{project}.")
modules = [importlib.import_module(module.name) for module in found if not module.name.endswith("__main__")]
for module in modules:
    for statement in ast.parse(inspect.getsource(module)).body:
        if isinstance(statement, ast.If) and ast.unparse(statement.test) == "TYPE_CHECKING":
            exec(compile(ast.Module(statement.body, []), module.__name__, "exec"), vars(module))  # noqa: S102 (our own imports)


def resolve_init(_app: object, function: Any, _bound: bool) -> None:  # noqa: ANN401 (whatever Sphinx hands over)
    """Resolves the annotations of an ``__init__`` that attrs has written: they are text, without their module."""
    if getattr(function, "__name__", "") == "__init__" and function.__module__.startswith(project):
        # a field may be inherited from a class of another module; no class has the name of another
        known = {name: value for module in modules for name, value in vars(module).items()}
        hints = typing.get_type_hints(function, known | vars(sys.modules[function.__module__]))
        function.__annotations__ = hints


def keep_colon(_app: object, what: str, _name: str, _value: object, _options: object, lines: list[str]) -> None:
    """Lets a sentence about an attribute have a colon: napoleon takes what precedes it on the first line for a type."""
    if what in {"attribute", "property"}:
        lines.insert(0, "\\")  # an escaped line break, which is nothing


def list_modules(_app: object, page: str, source: list[str]) -> None:
    """Fills the API page: a module as it is, a package with all of its modules whose names any package shows."""
    if page != "api":
        return
    public = importlib.import_module(f"{project}._public")
    root = Path(inspect.getfile(public)).parent
    packages = {".".join((project, *stub.parent.relative_to(root).parts)) for stub in root.rglob("__init__.pyi")}
    homes = {home for package in packages for home in public.homes(package).values()} - packages

    def modules(match: re.Match[str]) -> str:
        lines = []
        for name in match[1].split():
            lines.append(f".. automodule:: {name}")
            if name in packages:  # its names are described where they are defined
                lines += ["   :no-members:", "   :no-inherited-members:"]
            lines += [f".. automodule:: {home}" for home in sorted(homes) if home.startswith(f"{name}.")]
        return "\n".join(["```{eval-rst}", *lines, "```"])

    source[0] = re.sub(r"<!-- modules: (.*?) -->", modules, source[0])


def setup(app: Any) -> None:  # noqa: ANN401 (Sphinx has no types here)
    """Called by Sphinx."""
    app.connect("source-read", list_modules)
    app.connect("autodoc-process-docstring", keep_colon, priority=400)  # before napoleon, which has 500
    app.connect("autodoc-before-process-signature", resolve_init)
