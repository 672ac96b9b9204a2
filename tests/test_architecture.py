"""What holds of the source as a whole: small files, one name for one class, faces that show no module's name twice."""

import ast
import re
from collections import defaultdict
from pathlib import Path

import pytest

import armstrace

ROOT = Path(armstrace.__file__).parent
MODULES = sorted(ROOT.rglob("*.py"))
FACES = sorted(ROOT.rglob("__init__.pyi"))


def name_of(path):
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_module_is_longer_than_400_lines(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


def test_no_two_public_classes_share_a_name():
    """What a face shows under one name is one class."""
    homes = defaultdict(set)
    for face in FACES:
        for home, name in re.findall(
            r"^from (\S+) import ([A-Z]\w*[a-z]\w*) as \w+$", face.read_text("utf-8"), re.MULTILINE
        ):
            homes[name].add(home)
    assert {name: found for name, found in homes.items() if len(found) > 1} == {}


@pytest.mark.parametrize("face", FACES, ids=name_of)
def test_a_face_is_a_list_of_names_and_nothing_else(face):
    lines = face.read_text(encoding="utf-8").splitlines()
    assert len(lines) == len(set(lines))
    assert all(re.fullmatch(r"from \S+ import (\w+) as \1", line) for line in lines)


@pytest.mark.parametrize("face", FACES, ids=name_of)
def test_a_face_shows_no_name_that_is_a_module_of_its_package(face):
    """Python would give the name to the module as soon as anybody imports it."""
    package = "armstrace" if face.parent == ROOT else f"armstrace.{name_of(face.parent).replace('/', '.')}"
    modules = {path.stem for path in face.parent.iterdir() if path.suffix == ".py" or path.is_dir()}
    for home, name in re.findall(r"^from (\S+) import (\w+) as \w+$", face.read_text(encoding="utf-8"), re.MULTILINE):
        assert name not in modules or home == package


@pytest.mark.parametrize("path", [path for path in MODULES if path.name != "__init__.py"], ids=name_of)
def test_every_module_and_public_class_has_a_sentence(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef) and not node.name.startswith("_")]
    assert all(ast.get_docstring(node) for node in (tree, *classes))
