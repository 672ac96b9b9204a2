"""The API page lists every package."""

import pkgutil
import re
from pathlib import Path

import armstrace

PAGE = Path(__file__).parents[2] / "docs/api.md"


def test_every_public_package_is_on_the_page():
    packages = {f"armstrace.{found.name}" for found in pkgutil.iter_modules(armstrace.__path__)}
    public = {name for name in packages if "._" not in name}
    listed = [
        name for names in re.findall(r"<!-- modules: (.*?) -->", PAGE.read_text("utf-8")) for name in names.split()
    ]
    assert sorted(public) == sorted(listed)
