"""The cartridge table: schema, sources, names; each row read back by the reader of calibers."""

from decimal import Decimal

import pytest

from armstrace._convert import from_plain
from armstrace.errors import AmbiguousEntry, ParseError, UnknownEntry
from armstrace.weapons import calibers
from armstrace.weapons.calibers.basis import CaliberBasis
from armstrace.weapons.calibers.cartridges import Cartridge

ROWS = Cartridge.all()
IDS = [row.id for row in ROWS]
RIMS = {"", "rimmed", "semi-rimmed", "rimless", "rebated", "belted", "caseless"}
IGNITIONS = {"", "rimfire", "centerfire", "electric", "percussion", "air"}
PLATFORMS = {
    "handgun", "smg", "rifle", "mg", "shotgun", "cannon", "launcher", "mortar", "artillery", "airgun", "hand",
}  # fmt: skip
# what users mean by these words is another cartridge, or no cartridge at all
SAID_OTHERWISE = {("37mm-launcher", "38 mm")}


def test_table_is_whole():
    assert 439 == len(ROWS)
    assert len(set(IDS)) == len(ROWS)


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_schema(row):
    assert row.name
    assert row.name not in row.aliases
    assert row.rim in RIMS
    assert row.ignition in IGNITIONS
    assert row.platforms
    assert set(row.platforms) <= PLATFORMS
    assert row.sources
    assert not row.verified or row.sources != ("general knowledge",)
    assert row.parent in {"", *IDS}
    assert row.parent != row.id
    assert set(row.name_pair) <= set(IDS) - {row.id}
    assert set(row.standards) <= {"CIP", "SAAMI"}
    assert all(row.id in Cartridge.get(other).name_pair for other in row.name_pair)


@pytest.mark.parametrize("row", [row for row in ROWS if row.bullet_mm is not None], ids=lambda row: row.id)
def test_figures_agree(row):
    """Millimeters and inches say the same to a tenth; nothing is wider than a howitzer or narrower than a Kolibri."""
    assert row.bullet_in is not None
    assert abs(row.bullet_mm - row.bullet_in * Decimal("25.4")) < Decimal("0.15")
    assert Decimal("2.5") < row.bullet_mm < 156
    assert row.case_mm is None or 5 < row.case_mm < 400


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_each_name_belongs_to_one_row(row):
    assert row == Cartridge.get(row.id)
    for name in (row.id, *row.names):
        assert row == Cartridge.lookup(name)


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_each_name_is_read_back(row):
    """The reader finds the row among the candidates of each of its names, and names it by at least one."""
    for name in row.names:
        if (row.id, name) in SAID_OTHERWISE:
            continue
        found = calibers.read(name)
        assert 1 == len(found), name
        assert row in found[0].candidates or (found[0].basis is CaliberBasis.BORE_ONLY and row.ignition == "air"), name
    assert any(calibers.read(name)[0].cartridge == row for name in row.names)


def test_equal_by_id_alone():
    assert Cartridge(id="9x19mm", name="other") == Cartridge.get("9x19mm")
    assert hash(Cartridge(id="9x19mm", name="other")) == hash(Cartridge.get("9x19mm"))
    assert "9x19 mm Parabellum" == str(Cartridge.get("9x19mm"))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (".22 L.R.", "22-lr"),
        ("22lr", "22-lr"),
        ("5,7 mm", "5.7x28mm"),
        ("57 mm", "57mm-rocket"),
        ("50 bmg", "12.7x99mm"),
    ],
)
def test_lookup(name, expected):
    assert expected == Cartridge.lookup(name).id


def test_unknown_names():
    assert Cartridge.get("9 mm") is None
    with pytest.raises(UnknownEntry) as caught:
        Cartridge.lookup(".308 Winchestr")
    assert "308-winchester" in caught.value.nearest
    with pytest.raises((UnknownEntry, AmbiguousEntry)):
        Cartridge.lookup("x" * 100_000)


def test_search():
    assert "45-colt" == Cartridge.search("45 longcolt")[0].id
    assert () == Cartridge.search("§§§§")


def test_plain_form_is_the_id():
    row = Cartridge.lookup(".38 Special")
    assert "38-special" == row._to_plain()
    assert row == Cartridge._from_plain("38-special")


@pytest.mark.parametrize("data", ["no such", 9, None, ["38-special"]])
def test_plain_form_of_nothing(data):
    with pytest.raises(ParseError, match=r"no id in cartridges|no text"):
        from_plain(data, Cartridge)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("5.56x45mm", "223-remington"),
        ("7.62x51mm", "308-winchester"),
        ("7.62x25mm", "7.63x25mm"),
        ("38-super", "38-acp"),
    ],
)
def test_pairs_of_names_that_records_swap(one, other):
    assert other in Cartridge.get(one).name_pair
    assert one in Cartridge.get(other).name_pair
