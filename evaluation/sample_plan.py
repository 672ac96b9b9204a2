"""What the sample lists of `make_samples.py` are made of: the lines of guns and, row by row, the planned seizures."""

from __future__ import annotations

from attrs import field, frozen


@frozen
class Line:
    """A line of guns: what a stock list calls it, and what seizure records write of it ("|" between spellings)."""

    stock: str  # list name|item name|stock number|make|model|caliber
    serial: str  # a shape: # is any digit, @ any letter that is not read as a digit, other signs stand for themselves
    kinds: str
    makes: str
    models: str
    calibers: str
    share: int = 0  # of the filler rows of the stock list


LINES = {
    "m16a2": Line("TRANSFER_LIST|RIFLE,5.56 MILLIMETER|1005-01-128-9936|||", "7######", "FUSIL|Fusil de asalto|R-15",
                  "COLT|COLT'S MFG.|Colts", "M16A2|M-16 A2|", ".223|5.56x45|5,56 X 45 mm|CAL. 5.56", 60),
    "m16a1": Line("TRANSFER_LIST|RIFLE,5.56 MILLIMETER|1005-00-073-9421|||", "4######", "FUSIL|R-15|FUSIL DE ASALTO",
                  "GENERAL MOTORS|H & R|COLT|S/M", "M16A1|M-16|", '.223 Rem|0.223"|5.56 NATO', 50),
    "m14": Line("TRANSFER_LIST|RIFLE,7.62 MILLIMETER|1005-00-589-1271|||", "1######", "FUSIL|fusil",
                "WINCHESTER|H&R|TRW", "M14|M-14", "7.62x51|7,62 NATO|.308", 45),
    "m1911": Line("TRANSFER_LIST|PISTOL,CALIBER .45,AUTOMATIC|1005-00-726-5655|||", "2######", "PISTOLA|ESCUADRA",
                  "REMINGTON RAND|COLT|ITHACA", "M1911A1|GOBIERNO", ".45|45 AUTO|11.43 mm", 35),
    "riot": Line("TRANSFER_LIST|SHOTGUN,12 GAGE,RIOT TYPE|1005-00-921-5483|||", "L######", "ESCOPETA|Escop.",
                 "WINCHESTER|Winchester", "1200|", "12|12 GA.|cal. 12", 14),
    "m4": Line("ARMS_ROOM_LOSS|CARBINE,5.56 MILLIMETER|1005-01-231-0973|COLT|M4|5.56x45", "W######",
               "CARABINA|Carabina|FUSIL", "COLT DEFENSE|Colt|COLT", "M4|M-4", "5.56|.223|5.56x45", 16),
    "m2": Line("ARMS_ROOM_LOSS|MACHINE GUN,CALIBER .50|1005-00-322-9715||M2HB|.50 BMG", "1######",
               "AMETRALLADORA|ametralladora pesada|ametralladora cal .50", "BROWNING|S/M|", "M2|M2 HB",
               '.50|12.7x99|0.50"', 5),
    "m249": Line("ARMS_ROOM_LOSS|MACHINE GUN,5.56 MILLIMETER|1005-01-127-7510|FN|M249|5.56x45", "1#####",
                 "AMETRALLADORA LIGERA|AMETRALLADORA", "FN|FABRIQUE NATIONALE|F.N. HERSTAL", "M249|M-249|MINIMI",
                 "5.56x45|5,56", 6),
    "m240": Line("ARMS_ROOM_LOSS|MACHINE GUN,7.62 MILLIMETER||FN|M240B|7.62x51", "U######", "AMETRALLADORA",
                 "FN|FN HERSTAL", "M240B|M240", "7.62x51|7.62 NATO", 5),
    "m203": Line("ARMS_ROOM_LOSS|LAUNCHER,GRENADE|1010-00-179-6447|COLT|M203|40x46", "5#####",
                 "LANZAGRANADAS|ADITAMENTO LANZAGRANADAS|Lanza granadas", "COLT|S/M", "M203|M-203",
                 "40 mm|40x46|40 MM", 6),
    "m67": Line("ARMS_ROOM_LOSS|GRENADE,HAND,FRAGMENTATION|||M67|", "LOT ZZZ##A###-###", "GRANADA DE FRAGMENTACIÓN",
                "S/M|", "M67|M-67", "", 4),
    "tube": Line("ARMS_ROOM_LOSS|LAUNCHER,ROCKET,84 MILLIMETER|||M136|84 mm", "ZX-#####", "TUBO LANZACOHETES",
                 "S/M|", "AT4", "84 mm", 2),
    "barrett": Line("DEALER_SALES|||BARRETT|M82A1|.50 BMG", "3####", "FUSIL|RIFLE|ARMA LARGA",
                    "BARRETT|BARRET|Barrett Firearms Mfg.", "M82|82A1|M107", ".50|.50 BMG|12,7x99 mm", 12),
    "wasr": Line("DEALER_SALES|||ROMARM/CUGIR|WASR-10|7.62x39", "1985@@####", "CUERNO DE CHIVO|FUSIL|RIFLE",
                 "ROMARM|Romarm/Cugir|C.N. ROMARM|AK-47", "WASR-10|GP WASR 10|AK-47 TIPO",
                 "7.62x39|7,62X39|762x39|7.62", 22),
    "le6920": Line("DEALER_SALES|||COLT|LE6920|5.56x45", "LE1#####", "RIFLE|ARMA LARGA TIPO AR-15|R-15", "COLT|COLTS",
                   "LE6920|AR-15|", ".223|5.56|.223 REM", 18),
    "super": Line("DEALER_SALES|||COLT|Government|.38 Super", "@@#####", "PISTOLA|Escuadra|PISTOLA TIPO ESCUADRA",
                  "COLT|COLT'S", "GOBIERNO|GOVERNMENT", ".38 SUPER|38 SUP AUTO|38 SUPER", 12),
    "glock": Line("DEALER_SALES|||GLOCK|19|9mm", "@@@@###", "PISTOLA|ESCUADRA|ARMA CORTA", "GLOCK|GLOK|Glock Inc.",
                  "19|G19|", "9 mm|9x19|9MM LUGER|CAL. 9", 26),
    "beretta": Line("STOLEN_REG|||BERETTA|92FS|9mm", "BZR######", "PISTOLA|Pistola semiaut.|PISTOLA ESCUADRA",
                    "BERETTA|P. BERETTA|Pietro Beretta", "92FS|92", "9 mm|9 mm Parabellum|9 X 19", 18),
    "sw": Line("STOLEN_REG|||SMITH & WESSON|10|.38 Special", "C@@####", "REVÓLVER|Revolver|REV.",
               "SMITH Y WESSON|S&W|Smith & Wesson", "10|", "38 ESPECIAL|.38 SPL|.38", 16),
    "mossberg": Line("STOLEN_REG|||MOSSBERG|500|12 gauge", "P######", "ESCOPETA|ESCOP.|Shotgun", "MOSSBERG|MOSSBURG",
                     "500|", "12 GAUGE|CAL. 12|12/76", 12),
    "fn57": Line("DEALER_SALES|||FN|Five-seveN|5.7x28", "386######", "PISTOLA|ARMA CORTA", "FN|FN HERSTAL",
                 "Five-seveN|57", "5.7x28|5.7", 10),
    "ruger22": Line("DEALER_SALES|||RUGER|10/22|.22 LR", "829-#####", "RIFLE|Rifle", "RUGER|Sturm Ruger", "10/22",
                    ".22|22 LR", 8),
}  # fmt: skip


@frozen(kw_only=True)
class Case:
    """One planned seizure row: a line of guns, a day, and what befell the serial on its way into the cell."""

    line: str
    on: str
    style: str = "dmy"  # how the day is written
    damage: str = ""
    against: str = "same"  # how it stands to the stock list; NOTHING: not on it
    shape: str = ""  # another shape of serial than the line's
    days: int = 900  # between the stock record and the seizure
    neighbors: bool = False  # the stock list has the numbers before and after it too
    set: dict[str, str] = field(factory=dict)  # cells as they must stand


C = Case
NOTHING = "none"
PLAN = (
    # on the list: as written, written otherwise, or one sign off
    C(line="m16a2", on="2022-07-08", style="spanish", damage="before:SERIE: ", neighbors=True),
    C(line="m16a2", on="2021-11-19", set={"kind": "FUSIL", "caliber": "5.56x45"}),
    C(line="barrett", on="2023-02-17", style="iso", set={"kind": "FUSIL", "caliber": ".50"}),
    C(line="wasr", on="2025-07-02", set={"kind": "FUSIL", "caliber": "7.62x39"}),
    C(line="ruger22", on="2022-06-20", set={"kind": "RIFLE", "caliber": ".22"}),
    C(line="tube", on="2023-09-21", set={"remark": "tubo desechable, ya disparado"}),
    C(line="fn57", on="2022-12-01", set={"date": "31/02/2023"}),
    C(line="m67", on="2024-03-14", style="spanish", damage="lot", against="lot", set={"count": "3"}),
    C(line="m4", on="2022-05-03", style="iso", damage="two", set={"count": "2", "kind": "CARABINA"}),
    C(line="glock", on="2023-06-12", style="excel", damage="lower"),
    C(line="super", on="2021-03-09", style="mdy", damage="space"),
    C(line="m203", on="2023-05-22", style="abbr", damage="after:.0"),
    C(line="m240", on="2022-10-18", damage="after: USA"),
    C(line="m16a1", on="2020-01-16", style="iso", damage="leading", shape="0######"),
    C(line="glock", on="2024-05-19", damage="dash", set={"count": "-1"}),
    C(line="sw", on="2021-12-28", style="abbr", damage="before:MAT. "),
    C(line="mossberg", on="2022-08-14", style="missing", damage="before:No. "),
    C(line="m249", on="2019-10-05", style="abbr", damage="ocr"),
    C(line="m2", on="2020-12-11", damage="ocr", set={"make": "BROWNING"}),
    C(line="wasr", on="2023-08-08", damage="drop"),
    C(line="m14", on="2018-12-19", style="spanish", damage="transpose", neighbors=True),
    C(line="m16a1", on="2021-01-29", damage="double"),
    C(line="le6920", on="2025-05-15", style="month", damage="substitute", set={"kind": "RIFLE"}),
    C(line="m16a2", on="2022-07-20", style="abbr", damage="again", set={"remark": "segundo parte informativo"}),
    # partly read
    C(line="wasr", on="2020-08-30", damage="head lost", against="candidate", set={"kind": "CUERNO DE CHIVO"}),
    C(line="le6920", on="2022-03-31", damage="marks", against="candidate"),
    C(line="beretta", on="2021-09-04", style="mdy", damage="last four", against="candidate"),
    C(line="m1911", on="2020-10-23", damage="tail lost", against="candidate"),
    C(line="m14", on="2019-03-22", damage="restored", against="candidate"),
    C(line="m4", on="2021-05-07", damage="either", against="ambiguous", set={"kind": "FUSIL"}),
    # looks alike and is not the same
    C(line="beretta", on="2022-01-26", against="false friend", shape="E4####7", set={"caliber": "9 mm"}),
    C(line="barrett", on="2019-06-11", against="seized before the stock record", days=-640),
    C(line="m16a2", on="2023-04-25", style="abbr", damage="next", against="neighboring number", shape="7#####4"),
    C(line="super", on="2020-02-06", style="iso", damage="before:REMARCADA ", against="restamped"),
    # nothing to compare
    C(line="glock", on="2023-11-02", damage="only:LIMADA", against=NOTHING),
    C(line="wasr", on="2022-09-27", style="month", damage="only:BORRADA", against=NOTHING),
    C(line="m16a1", on="2019-04-13", damage="only:ILEGIBLE", against=NOTHING, set={"kind": "R-15"}),
    C(line="m249", on="2023-10-30", style="iso", damage="only:NO LEGIBLE", against=NOTHING),
    C(line="riot", on="2021-06-25", damage="only:SIN MATRÍCULA DE ORIGEN", against=NOTHING,
      set={"kind": "ESCOPETA HECHIZA", "make": "S/M", "model": "", "country": "MÉXICO"}),
    C(line="mossberg", on="2021-07-15", damage="only:S/N", against=NOTHING),
    C(line="le6920", on="2023-01-24", style="missing", damage="only:", against=NOTHING),
    C(line="glock", on="2020-05-29", damage="only:XXXXXX", against=NOTHING, set={"kind": "ARMA CORTA"}),
    C(line="sw", on="2019-08-17", style="s/f", damage="only:0", against=NOTHING),
    C(line="beretta", on="2024-02-27", damage="only:N/A", against=NOTHING,
      set={"make": "DESC.", "model": "", "caliber": ""}),
    # not on the list
    C(line="m16a1", on="2023-03-18", style="spanish", against=NOTHING, set={"kind": "RIFLE", "model": ""}),
    C(line="wasr", on="2019-11-26", against=NOTHING, shape="9#######", set={"make": "NORINCO", "model": "MAK-90"}),
    C(line="wasr", on="2023-07-13", style="abbr", against=NOTHING, shape="RAS47######",
      set={"make": "CENTURY ARMS", "model": "RAS47"}),
    C(line="glock", on="2022-02-09", style="iso", against=NOTHING, set={"model": "17", "make": "GLOK"}),
    C(line="super", on="2023-12-05", against=NOTHING, set={"caliber": ".38"}),
    C(line="beretta", on="2020-07-21", style="month", against=NOTHING, set={"caliber": "9"}),
    C(line="barrett", on="2022-11-17", against=NOTHING, set={"model": "M99", "caliber": '0.50"'}),
    C(line="m203", on="2021-08-03", style="spanish", against=NOTHING, set={"make": "S/M"}),
    C(line="le6920", on="2020-04-08", against=NOTHING, shape="BF######",
      set={"make": "BUSHMASTER", "model": "XM15-E2S"}),
    C(line="le6920", on="2021-02-18", style="spanish", against=NOTHING,
      set={"kind": "ARMA LARGA", "make": "", "model": ""}),
    C(line="m2", on="2024-01-10", style="s/f", against=NOTHING, set={"kind": "ametralladora cal .50", "caliber": ""}),
    C(line="m14", on="2024-09-02", against=NOTHING, shape="6######",
      set={"kind": "CARABINA", "make": "INLAND", "model": "M1", "caliber": ".30 M1"}),
    C(line="ruger22", on="2023-05-06", style="mdy", against=NOTHING, shape="RR#####B",
      set={"make": "REMINGTON", "model": "700", "caliber": ".30-06"}),
    C(line="sw", on="2022-04-21", against=NOTHING, shape="Z@#####",
      set={"make": "TAURUS", "model": "65", "caliber": ".357 MAG"}),
    C(line="m1911", on="2019-09-15", style="iso", against=NOTHING, set={"caliber": ".45"}),
    C(line="fn57", on="2023-10-11", against=NOTHING, set={"caliber": "5.7"}),
)  # fmt: skip
