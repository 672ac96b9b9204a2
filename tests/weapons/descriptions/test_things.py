"""Everything that a description names, as offices write it in three languages."""

from __future__ import annotations

import pytest

from armstrace import Weapon, classify
from armstrace.weapons.reader import WeaponReading, read_weapons

_FIELDS = ("barrel_length", "overall_length", "has_stock", "made", "made_in", "lot", "receiver_of")
_CONSTRUCTION = ("capacity", "brace", "folding_stock", "made_by")


def told(text: str) -> list[str]:
    """Count, kinds, make and model or pattern, caliber, serial number, further facts, and what is unread."""
    return [_line(found) for found in read_weapons(text)]


def _line(found: WeaponReading) -> str:
    weapon = found.weapon
    name = " ".join(part.name for part in (weapon.make, weapon.model) if part) or f"{weapon.pattern or '-'}"
    serial = str(weapon.serial) if weapon.serial.state != "not_recorded" else "-"
    given = [f"{field}={value}" for field in _FIELDS if (value := getattr(weapon, field)) is not None]
    given += [
        f"{field}={value}" for field in _CONSTRUCTION if (value := getattr(weapon.construction, field)) is not None
    ]
    unread = [f"?{part.text}:{part.cause}" for part in found.unread]
    caliber = str(weapon.caliber or "-").partition(":")[0]
    return " | ".join((f"{found.count or '-'} {weapon.kinds or '-'}", name, caliber, serial, *given, *unread))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "1 fusil AK-47 cal. 7.62x39 mca. Romarm mat. S1-12345 c/2 cargadores y 60 cartuchos útiles",
            ["1 rifle | Romarm/Cugir | 7.62x39 mm | S1-12345", "2 magazine | - | - | -", "60 ammunition | - | - | -"],
        ),
        (
            "02 PISTOLAS MARCA TAURUS MODELO PT 92 CAL. 9MM SERIES TKA12345 Y TKA12399",
            ["1 pistol | Taurus PT92 | 9 mm | TKA12345", "1 pistol | Taurus PT92 | 9 mm | TKA12399"],
        ),
        (
            "3 pistolas Glock 17 series ABC123 y DEF456",
            ["3 pistol | Glock 17 | - | - | ?series ABC123 y DEF456:serial.several"],
        ),
        (
            "Tipo: revólver\nMarca: Rossi\nCalibre: .38 SPL\nNº de série: AA12345",
            ["- revolver | Rossi | .38 Special | AA12345"],
        ),
        (
            "1) carabina Ruger 10/22 .22 LR SN 123-45678 2) shotgun Mossberg 500 12 gauge, serial U123456",
            ["- carbine | Ruger 10/22 | .22 Long Rifle | 123-45678", "- shotgun | Mossberg 500 | 12 gauge | U123456"],
        ),
        ("Handgun | Rifle :: Shotgun", ["- handgun | - | - | -", "- rifle | - | - | -", "- shotgun | - | - | -"]),
        (
            "1 (um) revólver marca Taurus, calibre .38, com 5 munições intactas",
            ["1 revolver | Taurus | .38 in | -", "5 ammunition | - | - | -"],
        ),
        ("escopeta Mossberg cañón de 50 cm", ["- shotgun | Mossberg | - | - | barrel_length=50 cm"]),
        ("Mossberg 500 12 gauge, 20 in barrel", ["- - | Mossberg 500 | 12 gauge | - | barrel_length=20 in"]),
        ("rifle, heavy barrel", ["- rifle | - | - | - | ?heavy: | ?barrel:part_mentioned"]),
        (
            "AR-15 pistol with brace, 10.5 inch barrel, no serial number",
            ["- pistol | AR | - | - | barrel_length=10.5 in | brace=True"],
        ),
        (
            "fuzil com coronha rebatível e carregador para 30",
            ["- rifle | - | - | - | has_stock=True | capacity=30 | folding_stock=True"],
        ),
        (
            "fusil sin culata, fab. 1998, hecho en Rumania",
            ["- rifle | - | - | - | has_stock=False | made=1998 | made_in=Romania"],
        ),
        (
            "rifle, overall length 40 inches, made in USA",
            ["- rifle | - | - | - | overall_length=40 in | made_in=United States"],
        ),
        ("rifle fabricado en Ruritania", ["- rifle | - | - | - | ?fabricado: | ?Ruritania:"]),
        (
            "pistola con cargador de 15, cargador de 17",
            ["- pistol | - | - | - | ?cargador de 15:several_values | ?cargador de 17:several_values"],
        ),
        ("30-round magazine, 30 rounds", ["- magazine | - | - | - | capacity=30"]),
        ("pistola, 15 rounds", ["- pistol | - | - | - | capacity=15"]),
        ("granada lote MA-90F018", ["- grenade | - | - | - | lot=MA-90F018"]),
        ("lote perdido, granada", ["- grenade | - | - | - | ?lote perdido:"]),
        ("FUNDA P/PISTOLA", ["- accessory | - | - | -"]),
        ("CARG. P/FUSIL", ["- magazine | - | - | -"]),
        ("magazine for AR-15 rifle", ["- magazine | - | - | -"]),
        ("10 AR-15 lower receivers", ["10 frame or receiver | AR | - | - | receiver_of=rifle"]),
        ("lower receiver for pistol or rifle", ["- frame or receiver | - | - | -"]),
        ("coldre para pistola, marca Fobus", ["- accessory | Fobus | - | -"]),
        ("escopeta Remington 700", ["- shotgun | Remington | - | - | ?700:not_of_kind"]),
        ("rifle calibre 22 LR", ["- rifle | - | .22 Long Rifle | -"]),
        ("9mm Shield", ["- - | - | 9 mm | - | ?Shield:needs_make"]),
        ("S&W 9mm Shield", ["- - | Smith & Wesson M&P Shield | 9 mm | -"]),
        ("45 Colt revolvers", ["- revolver | Colt | - | - | ?45:count_or_caliber"]),
        ("2 pistolas y 3 gorras", ["2 pistol | - | - | - | ?3 gorras:"]),
        ("10 granadas y 3 chalecos", ["10 grenade | - | - | -", "3 accessory | - | - | -"]),
        ("2 rifles 3 rifles Colt", ["- rifle | Colt | - | - | ?2:several_values | ?3:several_values"]),
        ("pistola marca borrada", ["- pistol | - | - | -"]),
        ("pistola marca hechiza artesanal", ["- pistol | - | - | -"]),
        ("pistola marca Zorglub", ["- pistol | Zorglub | - | -"]),
        ("pistola marca", ["- pistol | - | - | -"]),
        ("revólver mca. Rosi", ["- revolver | Rossi | - | -"]),
        ("rifle modelo XJ-9", ["- rifle | XJ-9 | - | -"]),
        ("rifle modelo", ["- rifle | - | - | -"]),
        ("modelo 19 Glock", ["- - | Glock 19 | - | -"]),
        ("tipo Beretta 92FS", ["- - | Beretta 92 | - | - | ?Beretta:type_of"]),
        ("Remington 870 Express", ["- - | Remington 870 | - | -"]),
        ("Glock 19 Gen 4 9mm", ["- - | Glock 19 | 9 mm | -"]),
        ("Smith & Wesson M&P Shield Plus", ["- - | Smith & Wesson M&P Shield | - | -"]),
        ("Walther PPK/S .380", ["- - | Walther PPK | .380 | -"]),
        ("Colt's Mfg. Co., Inc. rifle", ["- rifle | Colt | - | -"]),
        ("pistola Intratek 9mm", ["- pistol | Intratec | 9 mm | -"]),
        ("pistola Norinco o Colt", ["- pistol | - | - | - | ?Norinco:several_makes | ?Colt:several_makes"]),
        ("fusil con matrícula A1234 (alterada)", ["- rifle | - | - | A1234"]),
        ("fusil serie ...5231", ["- rifle | - | - | …5231"]),
        ("rifle s/n", ["- rifle | - | - | -"]),
        ("pistola con matrícula borrada", ["- pistol | - | - | obliterated"]),
        ("rifle no. 12345", ["- rifle | - | - | 12345"]),
        ("pistola lote 22, folio de arma 99887766", ["- pistol | - | - | 99887766 | lot=22"]),
        ("un señor con gafas y pistola", ["- pistol | - | - | - | ?señor: | ?gafas:"]),
        ("cartuchos 9 mm para pistola", ["- ammunition | - | 9x19 mm Parabellum | -"]),
        ("fusil $200, 4 kg, barra de 40 cm", ["- rifle | - | - | - | ?barra:"]),
        ("rifle 9 x 23 mm", ["- rifle | - | 9 mm | -"]),
        ("44-40 Winchester rifle", ["- rifle | - | .44-40 Winchester | -"]),
        (".38 caliber Smith & Wesson", ["- - | Smith & Wesson | .38 | -"]),
        ("9mm Beretta handgun", ["- handgun | Beretta | 9 mm | -"]),
        ("7.62 mm y 9 mm", ["- - | - | 7.62 mm | -", "- - | - | 9 mm | -"]),
        ("pistola 9 mm, .40", ["- pistol | - | - | - | ?9 mm:caliber.several | ?.40:caliber.several"]),
        ("pistola mag", ["- pistol | - | - | - | ?mag:needs_make"]),
        ("accesorio Glock 17", ["- accessory | Glock | - | -"]),
        ("pistola Barret y Ruger calibre 9mm", ["- pistol | - | - | - | ?Barret:", "- - | Ruger | 9 mm | -"]),
        ("Sig Sauer and Sons pistol", ["- pistol | - | - | - | ?Sig Sauer: | ?Sons:"]),
        ("MAC 90 rifle", ["- rifle | MAK-90 | - | -"]),
        ("Colt Cobra .38", ["- - | Colt Cobra | .38 in | -"]),
        ("rifle FX-05 con lanzagranadas 40 mm", ["- rifle | FX-05 | - | -", "- grenade launcher | - | 40 mm | -"]),
        ("pistola, arma corta", ["- pistol | - | - | -"]),
        ("arma larga, fusil", ["- rifle | - | - | -"]),
        ("rifle; rifle", ["- rifle | - | - | -", "- rifle | - | - | -"]),
        (
            "rifle with folding stock, no stock",
            ["- rifle | - | - | - | has_stock=False | ?folding stock:part_mentioned"],
        ),
        ("Browning M2 cal .50", ["- - | Browning M2 | .50 in | -"]),
        ("2 30-round magazines", ["- magazine | - | - | - | capacity=30 | ?2:"]),
        ("cargador para 30 cartuchos", ["- magazine | - | - | - | capacity=30"]),
        ('rifle 10.5" barrel overall 20 in', ["- rifle | - | - | - | barrel_length=10.5 in | overall_length=20 in"]),
        ("pistola 1 2 3", ["- pistol | - | - | - | ?1 2:needs_make | ?3:"]),
        (".223 may be, and .308", ["- - | - | .223 | - | ?may be:", "- - | - | .308 | -"]),
        ("hola, pistola, adios y nada", ["- pistol | - | - | - | ?hola: | ?adios: | ?nada:"]),
        ("rifle con 2 cargadores, serie A1234", ["- rifle | - | - | A1234", "2 magazine | - | - | -"]),
        ("rifle con cargador, calibre .223", ["- rifle | - | .223 | -", "- magazine | - | - | -"]),
        ("rifle con cargador, negro", ["- rifle | - | - | -", "- magazine | - | - | - | ?negro:"]),
        ("ammunition, 60 rounds", ["60 ammunition | - | - | -"]),
        (
            "pistola, 15 rounds, 17 rounds",
            ["- pistol | - | - | - | ?15 rounds:several_values | ?17 rounds:several_values"],
        ),
        ("22 automatic rifle", ["- rifle | - | - | - | ?22:needs_make | ?automatic:"]),
        ("pistola modelo calibre 9mm", ["- pistol | - | 9 mm | -"]),
        ("granada lote MA-90F018-001", ["- grenade | - | - | - | lot=MA-90F018-001"]),
        ("pistola modelo desconocido", ["- pistol | - | - | - | ?modelo desconocido:"]),
        ("UMA CASEIRO FMK FIREARMS CALIBRE 9 MM", ["- - | FMK | 9 mm | -"]),
        ("9mm Smith & Wesson pistol", ["- pistol | Smith & Wesson | 9 mm | -"]),
        ("rifle para 2 personas", ["- rifle | - | - | - | ?personas:"]),
        (
            "cargador de 30, 20 cartuchos, 15 rounds",
            ["- magazine | - | - | - | capacity=30", "20 ammunition | - | - | - | capacity=15"],
        ),
        ("9mm Colt SMG", ["- submachine gun | Colt | 9 mm | -"]),
        (".45 Kimber pistol", ["- pistol | Kimber | .45 in | -"]),
        ("Smith & wesen rifle", ["- rifle | - | - | - | ?Smith: | ?wesen:"]),
        (".40 Remington pistol", ["- pistol | Remington | .40 | -"]),
        ("Remington 870 raro rifle", ["- rifle | Remington | - | - | ?870:not_of_kind | ?raro:"]),
        (".300 Norma Mag rifle", ["- rifle | - | .300 Norma Magnum | -"]),
        ("Century rifle", ["- rifle | Century Arms | - | -"]),
        ("pistola marca star, rifle Century", ["- pistol | Star | - | -", "- rifle | - | - | - | ?Century:"]),
        ("pistola tipo", ["- pistol | - | - | -"]),
        ("2 pistolas, aire o marca Umarex", ["2 pistol | - | - | -", "- air or gas gun | Umarex | - | -"]),
        ("rifle 20 mm", ["- rifle | - | 20 mm | -"]),
        ("arma recortada, cañón", ["- barrel and cannon | - | - | -"]),
        ("rifle año 1998", ["- rifle | - | - | - | made=1998"]),
        ("magazine rifle Colt", ["- rifle | Colt | - | - | ?magazine:part_mentioned"]),
        ("arma marca Colt", ["- - | Colt | - | - | ?arma:"]),
        ("rifle AR-15 Classic", ["- rifle | AR | - | - | ?Classic:"]),
    ],
)
def test_what_a_description_names(text: str, lines: list[str]) -> None:
    assert lines == told(text)


@pytest.mark.parametrize(
    ("barrel", "named", "left_out"),
    [("30 cm", "short-barreled shotgun", "ordinary shotgun"), ("60 cm", "ordinary shotgun", "short-barreled shotgun")],
)
def test_the_length_of_a_barrel_reaches_the_law(barrel: str, named: str, left_out: str) -> None:
    weapon = Weapon.parse(f"escopeta recortada calibre 12 de bombeo cañón {barrel}")
    first, *_ = classify(weapon, "us_nfa", on="2024-01-22").explain().splitlines()
    assert named in first
    assert left_out not in first


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("más de 250 cartuchos", "251.."),
        ("at least 12 rifles", "12.."),
        ("entre 15 y 20 fusiles", "15..20"),
        ("cerca de 60 munições", "~60"),
        ("~40 rifles", "~40"),
        ("300 cartuchos o más", "300.."),
        ("75 cartuchos (aprox.)", "~75"),
        ("300 cartuchos o más pistola", "300"),
        ("40 cartuchos y otros", "40"),
        ("Glock 17 - 20 cartuchos", "20"),
        ("200 linked rds", "200"),
        ("10 rounds .50 BMG", "10"),
    ],
)
def test_a_count_has_its_bounds(text: str, count: str) -> None:
    assert count == str(read_weapons(text)[-1].count)


@pytest.mark.parametrize(
    "text",
    [
        "No rifles were found",
        "sin armas ni municiones",
        "nenhuma arma foi encontrada",
        "ninguna pistola, ni cargador",
        "foto de pistola Glock 19",
        "rifle permit",
        "pistola de clavos marca DeWalt",
        "staple gun, heat gun",
        "pistola de zorglub",
        "cargador de zorglub",
        "cargador y cable para zorglub",
    ],
)
def test_words_of_weapons_that_are_none(text: str) -> None:
    assert () == read_weapons(text)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("foto 3: pistola Glock 19", ["- pistol | Glock 19 | - | - | ?foto 3:"]),
        ("pistola Glock 19 de zorglub", ["- pistol | Glock 19 | - | - | ?zorglub:"]),
        ("pistola de metal", ["- pistol | - | - | - | ?metal:"]),
        ("blender gun", ["- firearm | - | - | - | ?blender:"]),
        ("pistola de zz", ["- pistol | - | - | - | ?zz:"]),
        ("sin pistolas, con 2 cargadores", ["2 magazine | - | - | - | ?sin pistolas:negated"]),
        ("pistola, nail gun", ["- pistol | - | - | - | ?nail gun:other_thing"]),
        ("pistola, foto", ["- pistol | - | - | - | ?foto:"]),
        ("2 rifles s/n serie ABC123", ["2 rifle | - | - | - | ?s/n serie ABC123:serial.several"]),
        ("No. un rifle", ["1 rifle | - | - | -"]),
        ("pistola, 12 rounds .45 ACP", ["- pistol | - | - | -", "12 ammunition | - | .45 ACP | -"]),
        ("Glock 19 with 12 rounds", ["- - | Glock 19 | - | -", "12 ammunition | - | - | -"]),
    ],
)
def test_words_of_weapons_beside_others(text: str, lines: list[str]) -> None:
    assert lines == told(text)
