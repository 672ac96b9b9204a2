"""What is added by a row or a file alone: the package is copied, its data changed, and a new process reads it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

import armstrace
from armstrace import _normalize
from armstrace._tables import check, schema
from armstrace.records.tables import ColumnMap

PACKAGE = Path(armstrace.__file__).parent


class Copy:
    """A copy of the package whose data can be changed."""

    def __init__(self, folder):
        self.folder = folder
        self.data = folder / "armstrace/data"
        self.changed = []
        shutil.copytree(PACKAGE, folder / "armstrace", ignore=shutil.ignore_patterns("__pycache__"))

    def write(self, name, text):
        self.changed.append(name)
        (self.data / name).write_text(text, encoding="utf-8")

    def add_file(self, name, text):
        self.write(name, dedent(text).lstrip("\n"))

    def add_row(self, name, row, *, by=(0,)):
        """Add a row of a CSV file at its place by the columns of these indexes."""

        def rank(line):
            return [_normalize.casefold(line.split(",")[index]) for index in by]

        lines = (self.data / name).read_text(encoding="utf-8").splitlines()
        first = next(at for at, line in enumerate(lines) if not line.startswith("#")) + 1
        later = (at for at in range(first, len(lines)) if rank(lines[at]) > rank(row))
        lines.insert(next(later, len(lines)), row)
        self.write(name, "\n".join(lines) + "\n")

    def replace(self, name, old, new):
        text = (self.data / name).read_text(encoding="utf-8")
        assert old in text
        self.write(name, text.replace(old, new, 1))

    def answer(self, code):
        """What a new process prints that has the copy; what was changed must hold what its schema declares."""
        assert not list(check.faults(schema.texts(self.data), self.changed))
        done = subprocess.run(
            [sys.executable, "-c", dedent(code)],
            env={**os.environ, "PYTHONPATH": str(self.folder), "PYTHONDONTWRITEBYTECODE": "1"},
            cwd=self.folder,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()


@pytest.fixture
def copy(tmp_path):
    return Copy(tmp_path)


def test_the_copy_is_read(copy):
    assert copy.answer("import armstrace\nprint(armstrace.__file__)").startswith(str(copy.folder))


def test_a_make(copy):
    copy.add_row("makes/makes.csv", "quetzal,Quetzal,GT,Armas Quetzal,,,,general knowledge,false")
    assert copy.answer("from armstrace.weapons import makes\nprint(makes.read('ARMAS QUETZAL').make.id)") == "quetzal"


def test_a_nickname_of_a_kind(copy):
    copy.add_row("kinds/words.csv", "quitapenas,es,kind,rifle,,,,AK,slang", by=(3, 0))
    code = "from armstrace.weapons import kinds\nread = kinds.read('QUITAPENAS')\nprint(read.kinds, read.pattern)"
    assert copy.answer(code) == "rifle AK"


def test_a_nickname_of_a_model(copy):
    copy.replace("models/models.csv", "|M92 PAP|", "|M92 PAP|Zastavita|")
    code = "from armstrace.weapons.models import ModelEntry\nprint(ModelEntry.lookup('zastavita').id)"
    assert copy.answer(code) == "zastava-m92"


def test_a_header(copy):
    copy.replace("columns/seizures_es.toml", 'caliber = ["calibre"', 'caliber = ["calibre", "diam. del cañón"')
    code = """
        from armstrace.records.tables import ColumnMap
        print(ColumnMap.get("seizures_es").match(["Marca", "DIAM DEL CAÑON"]))
    """
    assert copy.answer(code) == "{'make': 0, 'caliber': 1}"


def test_a_court(copy):
    row = "zzcity,City Court of Zion,Zion City Ct.,US-IL,trial,illappct,general knowledge,false"
    copy.add_row("courts/courts.csv", row)
    code = "from armstrace.law.litigation import Court\nprint(Court.get('zzcity').name)"
    assert copy.answer(code) == "City Court of Zion"


def test_a_case(copy):
    case = """
        # A made-up suit.
        id = "doe-v-acme"
        name = "Doe v. Acme Arms, Inc."
        checked_until = 2020-12-31
        leading = "do-02"
        sources = ["https://example.org/doe"]
        docket = [{ court = "mad", number = "1:19-cv-00001" }]
        party = [{ name = "Acme Arms, Inc.", role = "defendant", kind = "manufacturer" }]

        [[event]]
        id = "do-01"
        date = 2019-03-01
        court = "mad"
        event = "complaint_filed"

        [[event]]
        id = "do-02"
        date = 2020-01-15
        court = "mad"
        event = "dismissed"
        ground = "personal_jurisdiction"
    """
    copy.add_file("cases/doe-v-acme.toml", case)
    code = """
        from datetime import date
        from armstrace.law.litigation import LegalCase
        print(LegalCase.get("doe-v-acme").status(on=date(2020, 6, 1)).suit_status.value)
    """
    assert copy.answer(code) == "dismissed"


def test_a_column_map(copy):
    text = """
        # edition: 2026-11-24
        # A table of a made-up office.
        record = "seizure"
        language = "es"
        country = "GT"
        dayfirst = true
        required = ["kind"]

        [headers]
        kind = ["articulo"]
        serial = ["registro"]
    """
    copy.add_file("columns/seizures_gt.toml", text)
    code = """
        from armstrace.records.tables import ColumnMap
        print(ColumnMap.get("seizures_gt").match(["Artículo", "Registro"]), len(ColumnMap.all()))
    """
    assert copy.answer(code) == f"{{'kind': 0, 'serial': 1}} {len(ColumnMap.all()) + 1}"


def test_a_scheme(copy):
    text = """
        # edition: 2026-11-24
        # A made-up law.
        position = 99
        aliases = ["Ley de Armas"]
        classes = ["free", "barred"]
        first_day = 2000-01-01

        [[rule]]
        id = "gt-law-1"
        cite = "Law art. 1"
        from = 2000-01-01
        class = "barred"
        when = { kind_in = ["machine_gun"] }
        verified = false
        source = "general knowledge"
        yes = [{ kind = "AMETRALLADORA" }]
        no = [{ kind = "PISTOLA" }]
    """
    copy.add_file("rules/gt.toml", text)
    code = """
        from datetime import date
        from armstrace import KindSet, Scheme, Weapon, classify
        gun = Weapon(kinds=KindSet.of("machine_gun"))
        print(classify(gun, Scheme.lookup("ley de armas"), on=date(2024, 1, 22)).outcome)
    """
    assert copy.answer(code) == "barred"
