"""Plain dicts of the scorer in, plain dicts out: translation between the gold files and the library, nothing more.

A function for what the library cannot do yet is absent.
"""

from __future__ import annotations


def calibers(text: str) -> dict[str, object]:
    """The calibers of a field."""
    from armstrace.weapons.calibers import Basis, Caliber, read

    def entry(one: Caliber) -> str:
        if one.basis is Basis.BORE_ONLY:
            return f"bore:{one.bore.mm if one.bore else ''}"
        return one.cartridge.id if one.cartridge else "/".join(row.id for row in one.candidates)

    found = read(text)
    if len(found) > 1:
        return {"kind": "multiple", "ids": [entry(one) for one in found], "bore_mm": None}
    if not found:
        return {"kind": "unknown", "ids": [], "bore_mm": None}
    (one,) = found
    bore = float(one.bore.mm) if one.bore else None
    if one.basis is Basis.BORE_ONLY:
        return {"kind": "bore", "ids": [], "bore_mm": bore}
    if one.cartridge:
        return {"kind": "cartridge", "ids": [one.cartridge.id], "bore_mm": None}
    return {"kind": "ambiguous", "ids": [row.id for row in one.candidates], "bore_mm": bore}


def make(text: str) -> dict[str, str | None]:
    """The make that a text names."""
    from armstrace.weapons import makes

    reading = makes.read(text)
    found = reading.make if reading else None
    return {"id": found.id if found else None, "name": found.name if found else None}


_TYPES = {
    "pistol": "pistol",
    "revolver": "revolver",
    "shotgun": "shotgun",
    "machine_gun": "machine gun",
    "rifle": "rifle",
    "grenade_launcher": "grenade launcher",
    "handgun": "handgun",
    "long_gun": "long gun",
}


def clean_row(row: dict[str, str]) -> dict[str, str | None]:
    """One row of the seizure table, as the reader understands it."""
    from armstrace.records import columns
    from armstrace.records.rows import RowReader
    from armstrace.sources import Source

    known = columns.get("seizures_es")
    headers = list(row)
    fields = {name: headers[index] for name, index in known.match(headers).items()}
    reader = RowReader.of(known, Source(title="seizures.csv"), [row["fecha"]])
    seizure, _ = reader.read(2, row, fields)
    if seizure is None:
        return {}
    weapon = seizure.items[0].weapon
    kind = weapon.kinds.single
    known_type = next((name for kind_id, name in _TYPES.items() if kind and kind.is_a(kind_id)), None)
    caliber = weapon.caliber
    cartridge = caliber.cartridge if caliber else None
    alternatives = "/".join(each.id for each in caliber.candidates) if caliber else ""
    serials = [item.weapon.serial for item in seizure.items if item.weapon.serial.text]
    day = seizure.date
    return {
        "type": known_type,
        "caliber": cartridge.id if cartridge else alternatives or None,
        "make": (weapon.make.id or weapon.make.name) if weapon.make else None,
        "model": weapon.model.name if weapon.model else None,
        "serial": "|".join(serial.text for serial in serials) or None,
        "date": None if day is None else day.earliest.isoformat() if day.is_exact else f"{day.earliest}/{day.latest}",
        "state": seizure.place.state.name if seizure.place and seizure.place.state else None,
    }


def link(seizures: list[str], stock: list[str]) -> list[dict[str, object]]:
    """The leads of linking all seizure tables with all stock lists."""
    from armstrace import link as link_records
    from armstrace import read_table

    left = [record for path in seizures for record in read_table(path, "seizures_es").records]
    right = [record for path in stock for record in read_table(path, "stock_us").records]
    return [
        {"left": match.left.record_id, "right": match.right.record_id, "probability": match.probability}
        for match in link_records(left, right)
    ]


def date(text: str, lang: str, published: str | None) -> dict[str, str | None]:
    """First and last day of a date span, ``..`` for an open end; None where it cannot be settled."""
    import datetime

    from armstrace.dates.edtf import parse_edtf
    from armstrace.dates.parse import parse_date
    from armstrace.dates.value import UncertainDate
    from armstrace.errors import ParseError

    day = parse_edtf(published) if published else None
    try:
        value = parse_date(
            text,
            published=day if isinstance(day, UncertainDate) else None,
            language="es" if lang == "es" else "en",
        )
    except ParseError:
        return {"start": None, "end": None}
    if isinstance(value, UncertainDate):
        return {"start": value.earliest.isoformat(), "end": value.latest.isoformat()}
    start = ".." if value.start is None else value.start.earliest.isoformat()
    if value.end is not None and value.end.latest == datetime.date.max:
        return {"start": start, "end": None}
    return {"start": start, "end": ".." if value.end is None else value.end.latest.isoformat()}


def posture(case_id: str, on: str) -> dict[str, object]:
    """Where a suit stands at the end of a day; of several possible states the first."""
    import datetime

    from armstrace.law import cases

    case = cases.lookup(case_id)
    status = case.status(on=datetime.date.fromisoformat(on))
    status = status if status.determined else status.possible[0]
    ruling = status.operative_ruling
    return {
        "operative_ruling": ruling
        and {
            "court_id": ruling.court.id if ruling.court else None,
            "date": str(ruling.date),
            "citation": str(ruling.citation) if ruling.citation else None,
        },
        "immunity": status.plcaa_bar.value,
        "suit_status": status.suit_status.value,
        "live_defendants": list(status.live_defendants),
        "dismissed_defendants": [
            {"defendants": list(entry.defendants), "ground": entry.ground.value} for entry in status.dismissed
        ],
    }


def _record(case: object) -> dict[str, object]:
    """The facts of a case by the names of the gold file."""
    from armstrace.law.cases import LegalCase

    assert isinstance(case, LegalCase)  # noqa: S101
    leading = case.leading
    date = case.event(case.leading_event).date
    return {
        "case_name": case.name,
        "court_id": leading.court.id if leading.court else None,
        "date_decided": str(date),
        "citations": [str(entry.citation) for entry in case.citations],
        "exceptions_at_issue": [clause.value for clause in case.exceptions],
        "ruling_on_immunity": case.status(on=date).plcaa_bar.value,
        "outcome": leading.disposition.value,
    }


def case_record(case_id: str) -> dict[str, object] | None:
    """What the library holds of a case."""
    from armstrace.law import cases

    case = cases.get(case_id)
    return _record(case) if case else None


def _gold_event(event: dict) -> dict[str, object]:  # type: ignore[type-arg]
    """An event of the gold file in the shape of a case file."""
    from armstrace.law.case_terms import EventKind

    day: dict[str, object] = {"date": event["date"]}
    if event.get("date_precision") == "not_after":
        import datetime

        day = {"not_after": datetime.date.fromisoformat(event["date"])}
    made: dict[str, object] = {**day, "id": event["id"], "court": event["court_id"], "event": event["event"]}
    if event["affects"] != "all":
        made["affects"] = event["affects"]
    grounds = {"barred": "plcaa"}
    ground = grounds.get(event.get("ruling_on_immunity") or "", "not_stated")
    if "personal_jurisdiction" in event["event"] or "12(b)(2)" in (event.get("posture") or ""):
        ground = "personal_jurisdiction"
    made["ground"] = ground
    if EventKind(event["event"]).is_ruling:
        made |= {key: event[name] for key, name in _RULING_FIELDS.items() if event.get(name)}
    return made


_RULING_FIELDS = {"immunity": "ruling_on_immunity", "citation": "citation", "author": "judges"}


def case_from_gold(case: dict) -> dict[str, object]:  # type: ignore[type-arg]
    """The facts of a case, read back from the typed case that is built from them."""
    import datetime

    from armstrace.errors import CaseError
    from armstrace.law.case_files import case_from

    parties = case.get("parties") or {}
    leading = {
        "id": "leading",
        "date": case["date_decided"],
        "court_id": case["court_id"],
        "event": case["outcome"],
        "affects": "all",
        "ruling_on_immunity": case["ruling_on_immunity"],
    }
    events = list(case.get("events") or [])
    same = ("date", "court_id", "event", "ruling_on_immunity")
    found = [event["id"] for event in events if all(event[key] == leading[key] for key in same)]
    data = {
        "id": case["id"],
        "name": case["case_name"],
        "short_name": case.get("case_name_short", ""),
        "checked_until": datetime.date(2026, 1, 1),
        "exceptions": case["exceptions_at_issue"],
        "party": [{"name": name, "role": "defendant"} for name in parties.get("defendants", ())],
        "citation": [
            {key: entry[key] for key in ("cite", "date", "role", "verified") if key in entry}
            | {"court": entry["court_id"]}
            for entry in case["citations"]
        ],
    }
    if found:
        try:
            made = case_from({**data, "leading": found[-1], "event": [_gold_event(event) for event in events]})
        except CaseError as error:
            print(f"{case['id']} is read without its events: {error}")
        else:
            return _record(made)
    return _record(case_from({**data, "leading": "leading", "event": [_gold_event(leading)]}))
