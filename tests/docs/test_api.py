"""The API page lists what there is."""

import pkgutil
import re
from pathlib import Path

import armstrace

PAGE = Path(__file__).parents[2] / "docs/api.md"


def test_every_public_module_is_on_the_page():
    modules = {
        module.name
        for module in pkgutil.walk_packages(armstrace.__path__, "armstrace.")
        if not any(part.startswith("_") for part in module.name.split("."))
    }
    listed = re.findall(r"^\.\. automodule:: (\S+)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(listed) == len(set(listed))
    assert modules == set(listed)
