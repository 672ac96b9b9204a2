"""The names that a package shows, each written once: in the ``__init__.pyi`` beside its ``__init__.py``.

Type checkers and editors read that file as it is. At run time `shown` reads the same lines and loads each name on first
use, so that ``import armstrace`` stays light and no list has to agree with another.
"""

from __future__ import annotations

import functools
import importlib
import importlib.util
import re
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_ROOT = __name__.rpartition(".")[0]
# what reads and writes, and holds no values of the model
_EDGES = ("formats", "samples", "testing")
# the only form in which a stub of this project names what it shows
_LINE = re.compile(r"^from (\S+) import (\w+) as (\w+)$", re.MULTILINE)


@functools.cache
def homes(package: str) -> Mapping[str, str]:
    """The names that *package* shows, each with the module that defines it; they are read from its stub.

    >>> homes("armstrace")["Caliber"]
    'armstrace.weapons.calibers.caliber'
    """
    spec: Any = importlib.util.find_spec(package)
    text = spec.loader.get_data(f"{spec.origin.removesuffix('.py')}.pyi").decode()
    return {name: module for module, name, _ in _LINE.findall(text)}


@functools.cache
def classes() -> tuple[type, ...]:
    """The classes that the packages and modules right below ``armstrace`` show.

    Those that only read, write or draw values (``formats``, ``samples``, ``testing``) are left out.

    >>> "Weapon" in [cls.__name__ for cls in classes()]
    True
    """
    import pkgutil  # only where all classes are wanted, so that the import of the package stays light

    found: dict[type, None] = {}

    for entry in pkgutil.iter_modules(importlib.import_module(_ROOT).__path__, f"{_ROOT}."):
        if entry.name.rpartition(".")[2] in _EDGES or entry.name.rpartition(".")[2].startswith("_"):
            continue
        module = importlib.import_module(entry.name)
        names = homes(entry.name) if entry.ispkg else [name for name in vars(module) if not name.startswith("_")]
        values = [getattr(module, name) for name in names]
        found |= dict.fromkeys(
            value for value in values if isinstance(value, type) and value.__module__.startswith(_ROOT)
        )
    return tuple(found)


def shown(package: str) -> tuple[Callable[[str], Any], Callable[[], list[str]], list[str]]:
    """The functions and the list that *package* takes as its ``__getattr__``, ``__dir__`` and ``__all__``.

    A name is loaded on first use and then stays in the package, and so is a submodule.
    """
    names = homes(package)

    def load(name: str) -> object:
        home = names.get(name, package)
        submodule = f"{home}.{name}"
        if home != package and hasattr(module := importlib.import_module(home), name):
            value = getattr(module, name)
        elif not name.startswith("__") and importlib.util.find_spec(submodule):
            value = importlib.import_module(submodule)
        else:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        setattr(sys.modules[package], name, value)
        return value

    def listed() -> list[str]:
        return sorted({*vars(sys.modules[package]), *names})

    return load, listed, list(names)
