"""What the readers answer to the inputs of the first-look sets, written as labels."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from armstrace.counts.column import CountColumn, count_column
from armstrace.counts.measured import Measured
from armstrace.counts.value import Count
from armstrace.dates.column_order import column_order
from armstrace.dates.reader import parse_date
from armstrace.errors import ArmstraceError
from armstrace.formats.suggested_columns import suggest_columns
from armstrace.weapons import calibers, kinds, serials
from armstrace.weapons.calibers.basis import CaliberBasis
from armstrace.weapons.marks.beside_serials import marks_beside
from armstrace.weapons.reader import read_weapon

if TYPE_CHECKING:
    from armstrace.dates.value import Period, UncertainDate
    from armstrace.weapons.calibers.caliber import Caliber
    from armstrace.weapons.features import ReadingLanguage
    from armstrace.weapons.serials.number import SerialNumber

Beside: TypeAlias = Mapping[str, str]

_LANGUAGES: tuple[ReadingLanguage, ...] = ("en", "es", "pt")


@frozen
class Answer:
    """An answer as a label, whether it shows that something was not understood or mended, and the bore as a label."""

    label: str
    noted: bool
    bore: str = ""


def reading_language(code: str | None) -> ReadingLanguage | None:
    """The language of a code, or None for another code."""
    for language in _LANGUAGES:
        if code == language:
            return language
    return None


def of_caliber(text: str, beside: Beside) -> Answer:
    """The calibers of a cell."""
    found = calibers.read(text, beside.get("kind"))
    noted = not found or any(each.repairs or each.unread for each in found)
    bore = f"bore {found[0].bore}" if len(found) == 1 else ""
    return Answer("; ".join(map(caliber_label, found)) or "none", noted, bore)


def caliber_label(caliber: Caliber) -> str:
    """A caliber as a label."""
    if caliber.basis is CaliberBasis.BORE_ONLY:
        return f"bore {caliber.bore}"
    ids = [row.id for row in caliber.candidates]
    if caliber.basis is CaliberBasis.CONVENTION:
        return f"~{ids[0]}"
    return " / ".join(ids)


def of_make(text: str, beside: Beside) -> Answer:
    """The make and model of two cells."""
    cells = {"make": text, "model": beside.get("model", "")}
    read = read_weapon({name: cell for name, cell in cells.items() if cell})
    weapon = read.weapon
    facts = {
        "make": weapon.make.name if weapon.make else "",
        "model": str(weapon.model) if weapon.model else "",
        "pattern": weapon.pattern or "" if not weapon.model else "",
    }
    return Answer(" | ".join(f"{name}={value}" for name, value in facts.items() if value) or "none", bool(read.unread))


def of_kind(text: str, beside: Beside) -> Answer:
    """The kinds of a type cell."""
    reading = kinds.read(text, language=reading_language(beside.get("language")))
    return Answer("; ".join(kind.id for kind in reading.kinds) or "none", bool(reading.unread or reading.flags))


def of_serial(text: str, beside: Beside) -> Answer:
    """The serial numbers of a cell."""
    count = beside.get("count", "")
    found = serials.read(text, expected=int(count) if count.isdigit() else None)
    noted = any(serial.repairs or serial.unread for serial in found)
    parts = [f"{mark.where} {mark.text}" for serial in found for mark in marks_beside(serial) if mark.where]
    return Answer("; ".join([*map(serial_label, found), *parts]), noted)


def serial_label(serial: SerialNumber) -> str:
    """A serial number as a label."""
    state = serial.state.value
    if state == "legible":
        return str(serial)
    return f"{state} {serial}" if serial.text else state


def of_date(text: str, beside: Beside) -> Answer:
    """The date of a cell, or else of a phrase."""
    order = {"dayfirst": True, "monthfirst": False}.get(beside.get("order", ""))
    day = beside.get("file")
    language = reading_language(beside.get("language"))
    try:
        found: UncertainDate | Period = column_order([text], declared=order).read(text)
    except ArmstraceError:
        try:
            found = parse_date(
                text,
                published=date.fromisoformat(day) if day else None,
                language=language,
                dayfirst=order,
            )
        except ArmstraceError:
            return Answer("none", noted=True)
    return Answer(str(found), bool(found.caveats))


def of_count(text: str, beside: Beside) -> Answer:
    """The count of a cell."""
    column = count_column([*filter(None, beside.get("column", "").split(";")), text])
    try:
        counts = Count.parse_all(text, column=column)
    except ArmstraceError:
        return _of_amount(text, column)
    return Answer("; ".join(map(count_label, counts)), noted=any(count.repairs for count in counts))


def _of_amount(text: str, column: CountColumn) -> Answer:
    try:
        amount = Measured.parse(text, column=column)
    except ArmstraceError:
        return Answer("none", noted=True)
    number, _, unit = str(amount).rpartition(" ")
    return Answer(f"{number} unit={unit}", noted=False)


def count_label(count: Count) -> str:
    """A count as a label."""
    unit = f" unit={count.unit}" if count.unit is not None else ""
    if count.most is None:
        return f">={count.least}{unit}"
    soft = "~" if count.approximate else ""
    return f"{soft}{count.least}{unit}" if count.least == count.most else f"{soft}{count.least}..{count.most}{unit}"


def of_header(text: str, beside: Beside) -> Answer:
    """The field of a header among all headers of its table, without the cells."""
    headers = beside["all"].split(";")
    try:
        columns = suggest_columns([headers], allow_persons=True).columns
    except ArmstraceError:
        return Answer("none", noted=True)
    column = columns[headers.index(text)]
    return Answer(column.field or "none", noted=column.is_doubtful or column.field is None)


READERS: Mapping[str, Callable[[str, Beside], Answer]] = {
    "calibers": of_caliber,
    "makes_models": of_make,
    "kinds": of_kind,
    "serials": of_serial,
    "dates": of_date,
    "counts": of_count,
    "headers": of_header,
}
