"""Plain dicts of the scorer in, plain dicts out: translation between the gold files and the library, nothing more.

A function for what the library cannot do yet is absent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from armstrace.law.classification.circumstances import Circumstances
    from armstrace.units import Length
    from armstrace.weapons.calibers.caliber import Caliber
    from armstrace.weapons.kinds import WeaponKind
    from armstrace.weapons.weapon import Weapon

Gold: TypeAlias = dict[str, Any]


def calibers(text: str) -> dict[str, object]:
    """The calibers of a field."""
    from armstrace.weapons.calibers.basis import CaliberBasis
    from armstrace.weapons.calibers.caliber import read

    def entry(one: Caliber) -> str:
        if one.basis is CaliberBasis.BORE_ONLY:
            return f"bore:{one.bore.mm if one.bore else ''}"
        return one.cartridge.id if one.cartridge else "/".join(row.id for row in one.candidates)

    found = read(text)
    if len(found) > 1:
        return {"kind": "multiple", "ids": [entry(one) for one in found], "bore_mm": None}
    if not found:
        return {"kind": "unknown", "ids": [], "bore_mm": None}
    (one,) = found
    bore = float(one.bore.mm) if one.bore else None
    if one.basis is CaliberBasis.BORE_ONLY:
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
    import datetime

    from armstrace.records.seizures import Seizure
    from armstrace.records.tables.columns import ColumnMap
    from armstrace.records.tables.rows import RowReader
    from armstrace.sources import Source

    known = ColumnMap.lookup("seizures_es")
    headers = list(row)
    fields = {name: headers[index] for name, index in known.match(headers).items()}
    # the table goes up to 2025: without its day or its other rows, the century of "08-jul-22" is open
    source = Source(title="seizures.csv", retrieved=datetime.date(2025, 12, 31))
    reader = RowReader.of(known, source, [row["fecha"]])
    seizure, _ = reader.read(2, row, fields)
    if not isinstance(seizure, Seizure):
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


def duplicates(seizures: list[str]) -> list[tuple[str | None, str | None]]:
    """Every two rows that stand in one cluster."""
    from armstrace import deduplicate, read_table

    records = [record for path in seizures for record in read_table(path, "seizures_es").records]
    return [(left.record_id, right.record_id) for left, right in deduplicate(records).pairs()]


def link_parquet(stock: str, seizures: str, out: str) -> None:
    """The short lists, ten at most, of linking two Parquet files."""
    import tempfile
    from pathlib import Path

    import polars as pl

    from armstrace import ColumnMap, read_table
    from armstrace import link as link_records

    found = ColumnMap.of(
        "seizure", language="es", id="seizure_id", make="make", model="model", kind="weapon_type", caliber="calibre",
        serial="serial", date="seized_on",
    )  # fmt: skip
    listed = ColumnMap.of(
        "custody", language="en", id="stock_id", make="make", model="model", kind="weapon_type", caliber="calibre",
        serial="serial", stock_number="nsn", date="record_date",
    )  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        records = []
        for path, columns in ((seizures, found), (stock, listed)):
            table = Path(folder) / f"{columns.record}.csv"
            pl.read_parquet(path).write_csv(table)
            records.append(read_table(table, columns).records)
    matches = link_records(*records)
    rows = [
        (match.left.record_id, match.right.record_id, match.probability)
        for group in (matches.leads, matches.candidates, matches.excluded)
        for match in group
    ]
    frame = pl.DataFrame(rows, schema=["seizure_id", "stock_id", "score"], orient="row")
    frame = frame.sort("score", descending=True).group_by("seizure_id", maintain_order=True).head(10)
    frame.write_parquet(out)


def date(text: str, lang: str, published: str | None) -> dict[str, str | None]:
    """First and last day of a date span, ``..`` for an open end; None where it cannot be settled."""
    import datetime

    from armstrace.dates.edtf import parse_edtf
    from armstrace.dates.reader import parse_date
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

    from armstrace.law.litigation import LegalCase

    case = LegalCase.lookup(case_id)
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
    from armstrace.law.litigation import LegalCase

    assert isinstance(case, LegalCase)
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
    from armstrace.law.litigation import LegalCase

    case = LegalCase.get(case_id)
    return _record(case) if case else None


def _gold_event(event: Gold) -> dict[str, object]:
    """An event of the gold file in the shape of a case file."""
    from armstrace.law.litigation import EventKind

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


def case_from_gold(case: Gold) -> dict[str, object]:
    """The facts of a case, read back from the typed case that is built from them."""
    import datetime

    from armstrace.errors import CaseError
    from armstrace.law.litigation import LegalCase
    from armstrace.law.litigation.case_files import case_from

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
            made = case_from(
                {**data, "leading": found[-1], "event": [_gold_event(event) for event in events]}, LegalCase
            )
        except CaseError as error:
            print(f"{case['id']} is read without its events: {error}")
        else:
            return _record(made)
    return _record(case_from({**data, "leading": "leading", "event": [_gold_event(leading)]}, LegalCase))


_LEGAL_WORDS = {"rifle": "rifle", "carbine": "carabina", "fusil": "fusil", "mosqueton": "mosqueton"}
_KINDS = {
    "fusil": "rifle",
    "mosqueton": "rifle",
    "tercerola": "carbine",
    "receiver": "frame_or_receiver",
    "ied": "improvised_explosive_device",
    "uav": "drone",
    "sabre": "sword",
    "flare_gun": "flare_launcher",
    "silencer": "suppressor",
    "armoured_vehicle": "armored_vehicle",
    "air_rifle": "airgun",
    "guided_anti_aircraft_missile": "manpads",
    "pyrotechnic": "munition",
    "disguised_gun": "disguised_gun",
}
_ACTIONS = {
    "semi_automatic": ("self_loading", "semi_automatic"),
    "automatic": ("self_loading", "automatic"),
    "bolt_action": ("bolt", "manual"),
    "lever_action": ("lever", "manual"),
    "pump_action": ("pump", "manual"),
    "break_action": ("break", "manual"),
    "single_shot": ("single_shot", "manual"),
    "revolving": ("revolving", None),
}
_MODES = {"semi": "semi_automatic", "auto": "automatic", "burst": "burst", "burst_3": "burst"}
_PROJECTILES = {"armour_piercing": "armor_piercing", "armor_piercing": "armor_piercing"}


def _gold_caliber(text: str | None, kind: WeaponKind | None) -> Caliber | None:
    from armstrace.errors import ParseError
    from armstrace.weapons.calibers.caliber import Caliber

    try:
        return Caliber.parse(text, kind) if text else None
    except ParseError:
        return None


def _gold_weapon(weapon: Gold) -> Weapon:
    """The weapon of a Mexican case; what its label says of barrels or of the kind of machine gun is read from there."""
    import decimal

    from armstrace.dates.value import UncertainDate
    from armstrace.units import Energy, Length
    from armstrace.weapons import kinds
    from armstrace.weapons.construction import Construction, Making, Payload, Projectile
    from armstrace.weapons.features import Action, FireMode
    from armstrace.weapons.kinds.kind import WeaponKind
    from armstrace.weapons.weapon import Weapon

    facts = weapon.get("facts") or {}
    given_kind: str = weapon["kind"]
    kind = WeaponKind.get(_KINDS.get(given_kind, given_kind))
    if kind is not None and kind.id == "machine_gun":
        said = kinds.read(weapon["label"], language="en").kinds.single
        kind = said if said is not None and said.is_a(kind) else kind
    action, mode = _ACTIONS.get(weapon.get("action") or "", (None, None))
    modes = [_MODES[name] for name in facts.get("fire_modes", ())] or ([mode] if mode else [])
    label = weapon["label"].lower()
    barrel, energy, pellet = (
        weapon.get("barrel_length_mm"),
        facts.get("muzzle_energy_j"),
        facts.get("pellet_diameter_cm"),
    )
    making, payload = facts.get("made_by"), facts.get("adapted_payload")
    return Weapon(
        kinds=kinds.KindSet.of(kind) if kind else kinds.KindSet(),
        legal_word=_LEGAL_WORDS.get(given_kind, given_kind if given_kind == "tercerola" else None),
        action=Action(action) if action else None,
        fire_modes=frozenset(map(FireMode, modes)) or None,
        caliber=_gold_caliber(weapon.get("cartridge"), kind),
        barrel_length=Length(value=decimal.Decimal(str(barrel)), unit="mm") if barrel else None,
        made=UncertainDate.of_year(facts["manufactured"]) if "manufactured" in facts else None,
        muzzle_energy=Energy(value=decimal.Decimal(str(energy))) if energy else None,
        construction=Construction(
            made_by=Making("3d_printing" if making == "additive_manufacturing" else making) if making else None,
            convertible=facts.get("convertible_to_automatic"),
            looks_like=facts.get("looks_like"),
            fires_projectile=facts.get("expels_projectile"),
            projectile=Projectile(_PROJECTILES.get(facts["projectile"], facts["projectile"]))
            if "projectile" in facts
            else None,
            pellet_diameter=Length(value=decimal.Decimal(str(pellet)), unit="cm") if pellet else None,
            payload=Payload(payload.removesuffix("s")) if payload else None,
            weapon_mount=facts.get("weapon_mount"),
            barrels=3 if "three-barrel" in label or "drilling" in label else None,
        ),
    )


def _gold_circumstances(context: Gold) -> Circumstances:
    from armstrace.law.classification.circumstances import Circumstances, Holder, Purpose

    holders = {
        "ejidatario": Holder.RURAL_WORKER,
        "comunero": Holder.RURAL_WORKER,
        "jornalero_del_campo": Holder.RURAL_WORKER,
        "charro": Holder.CHARRO,
        "municipal_police": Holder.PUBLIC_BODY,
        "state_police": Holder.PUBLIC_BODY,
        "federal_police": Holder.PUBLIC_BODY,
    }
    purposes = {
        "olympic_shooting": Purpose.COMPETITION,
        "competition": Purpose.COMPETITION,
        "industrial": Purpose.INDUSTRY,
    }
    holder = holders.get(context.get("holder", ""))
    return Circumstances(
        holder=Holder.COLLECTOR if context.get("collection_permit") else holder,
        club_member=context.get("club_member"),
        authorized=context.get("sedena_authorisation", context.get("charreria_authorisation")),
        special_permit=context.get("special_permit"),
        purpose=purposes.get(context.get("purpose", "")),
    )


def classify_mexico(weapon: Gold, context: Gold, on: str) -> dict[str, object]:
    """The Mexican class of a case on a day."""
    import datetime

    from armstrace import Scheme, classify

    answer = classify(
        _gold_weapon(weapon), Scheme.MX, on=datetime.date.fromisoformat(on), given=_gold_circumstances(context)
    )
    return {
        "class": answer.outcome,
        "provisions": [provision.id for provision in answer.provisions],
        "candidates": list(answer.candidates),
    }


_FEEDS = {"muzzle_loading": "muzzle_loading", "break_action": "break", "single_shot": "single_shot"}
_RECEIVERS = {"semi_automatic_rifle": "rifle", "bolt_action_rifle": "rifle"}


def _us_weapon(weapon: Gold) -> Weapon:
    """The weapon of a US case. Its bore is stipulated, so it stands where the text names no one cartridge."""
    import decimal

    from armstrace.dates.value import UncertainDate
    from armstrace.units import Length
    from armstrace.weapons import kinds
    from armstrace.weapons.calibers.basis import CaliberBasis
    from armstrace.weapons.calibers.bores import Bore
    from armstrace.weapons.calibers.caliber import Caliber
    from armstrace.weapons.construction import Construction
    from armstrace.weapons.features import Action, FireMode
    from armstrace.weapons.kinds.kind import WeaponKind
    from armstrace.weapons.models.registry import Model
    from armstrace.weapons.weapon import Weapon

    def inches(name: str) -> Length | None:
        value = weapon.get(name)
        return None if value is None else Length(value=decimal.Decimal(str(value)), unit="inch")

    def kind_of(name: str | None) -> WeaponKind | None:
        return WeaponKind.get(_KINDS.get(_RECEIVERS.get(name, name), _RECEIVERS.get(name, name))) if name else None

    kind = kind_of(weapon["type"])
    caliber = _gold_caliber(weapon.get("caliber"), kind)
    bore = weapon.get("bore_in")
    if bore is not None and (caliber is None or caliber.basis is not CaliberBasis.NAMED):
        caliber = Caliber(bore=Bore(value=decimal.Decimal(str(bore)), unit="inch"), basis=CaliberBasis.BORE_ONLY)
    modes = frozenset(FireMode(_MODES.get(name, name)) for name in weapon.get("fire_modes", ()))
    fixed = weapon.get("can_use_fixed_ammunition", weapon.get("uses_fixed_ammunition"))
    action = _FEEDS.get(weapon.get("feed", ""))
    return Weapon(
        kinds=kinds.KindSet.of(kind) if kind else kinds.KindSet(),
        action=Action(action) if action else None,
        fire_modes=modes or None,
        caliber=caliber,
        barrel_length=inches("barrel_in"),
        overall_length=inches("overall_in"),
        rifled=weapon.get("rifled"),
        has_stock=weapon.get("shoulder_stock"),
        model=Model(id=None, name=weapon["model"]),
        made=UncertainDate.of_year(weapon["year"]) if weapon.get("year") else None,
        receiver_of=kind_of(weapon.get("receiver_of")),
        made_from=kind_of(weapon.get("made_from")),
        explosive=weapon.get("explosive"),
        guided=weapon.get("guided"),
        construction=Construction(
            brace=weapon.get("stabilizing_brace"),
            caseless=True if weapon.get("ammunition_kind") == "caseless" else None,
            black_powder=weapon.get("black_powder"),
            fixed_ammunition=fixed,
            ammunition_sold=weapon.get("fixed_ammunition_available"),
            replica_of_antique=weapon.get("replica_of_pre_1899"),
            concealable=weapon.get("concealable"),
            for_signals=True if weapon.get("redesigned_for") or weapon.get("designed_as_weapon") is False else None,
            heavy_propellant=weapon.get("propellant_oz_gt_4"),
            capacity=weapon.get("magazine_capacity", weapon.get("capacity")),
        ),
    )


def classify_us(weapon: Gold, on: str) -> dict[str, str | None]:
    """The US classes of a case on a day."""
    import datetime

    from armstrace import Scheme, classify
    from armstrace.law.classification.circumstances import Circumstances

    intent = weapon.get("rifle_owner_intent")
    given = Circumstances(
        sporting_finding=weapon.get("sporting_shotgun_finding"),
        sporting_intent=None if intent is None else str(intent).startswith("solely_sporting"),
        possessed_before_1986=weapon.get("registered_before_1986_05_19"),
    )
    thing, day = _us_weapon(weapon), datetime.date.fromisoformat(on)

    def entry(scheme: Scheme) -> str | None:
        answer = classify(thing, scheme, on=day, given=given)
        return answer.outcome if answer.determined else None

    return {
        "gca_nfa": classify(thing, Scheme.US_NFA, on=day, given=given).outcome,
        "civilian_availability": classify(thing, Scheme.US_AVAILABILITY, on=day, given=given).outcome,
        "export": entry(Scheme.US_EXPORT),
        "usmil": entry(Scheme.US_IMPORT),
    }


def classify_un(weapon: Gold) -> dict[str, str]:
    """The class of a Mexican case under the three UN lists; a model tells kinds of machine guns apart."""
    import contextlib
    import datetime

    from attrs import evolve

    from armstrace import Scheme, classify
    from armstrace.errors import AmbiguousEntry, UnknownEntry
    from armstrace.weapons.models.registry import Model

    thing = _gold_weapon(weapon)
    kind = thing.kinds.single
    if kind is not None and kind.id == "machine_gun" and weapon.get("model"):
        with contextlib.suppress(AmbiguousEntry, UnknownEntry):
            thing = evolve(thing, model=Model.lookup(weapon["model"]))
    day = datetime.date(2025, 7, 1)
    names = {"iti_class": Scheme.ITI, "firearms_protocol": Scheme.PROTOCOL, "unodc_type": Scheme.SDG}
    return {name: classify(thing, scheme, on=day).outcome for name, scheme in names.items()}
