"""JSON out and in, without loss: each public value as one object that names its type and the version of the format.

>>> from armstrace.weapons.serials import SerialNumber
>>> text = to_json(SerialNumber.parse("MAT. 967I46"))
>>> from_json(text) == SerialNumber.parse("MAT. 967I46")
True
"""

from __future__ import annotations

import functools
import importlib
import json
from collections import Counter
from typing import Any

from armstrace import _convert
from armstrace.errors import ParseError, shown

VERSION = "1"
_HOMES: dict[str, tuple[str, ...]] = {
    "dates.value": ("UncertainDate", "Period"),
    "explain": ("Reason", "Caveat"),
    "law.cases": ("LegalCase", "CaseParty", "Claim", "Event", "Docket", "CaseCitation"),
    "law.channels": ("ChannelAnswer",),
    "law.circumstances": ("Circumstances",),
    "law.citations": ("LegalCitation",),
    "law.classify": ("Classification",),
    "law.contrast": ("Contrast",),
    "law.courts": ("Court",),
    "law.plcaa": ("ExceptionFinding",),
    "law.rulings": ("Ruling", "Holding"),
    "law.status": ("CaseStatus",),
    "law.statutes": ("Statute",),
    "matching.blind": ("BlindList", "CommonSerials"),
    "matching.compare": ("Match",),
    "matching.duplicates": ("DuplicateSet", "Cluster"),
    "matching.evaluate": ("Evaluation",),
    "matching.findings": ("Finding", "Reconciliation"),
    "matching.match_set": ("Hits", "MatchAccount", "MatchSet", "Unmatched"),
    "matching.model": ("MatchModel",),
    "matching.mixture": ("Shares",),
    "matching.ratios": ("Ratio",),
    "matching.scopes": ("ListScope",),
    "matching.stamps": ("MatchStamp",),
    "matching.thresholds": ("Threshold",),
    "parties": ("Party", "PartyReading", "Tenure"),
    "places": ("Country", "State", "Place"),
    "records.acts": ("Act",),
    "records.chains": ("CustodyChain", "Gap"),
    "records.columns": ("ColumnMap",),
    "records.counts": ("Count",),
    "records.custody": ("CustodyRecord",),
    "records.incidents": ("Incident", "Casualties", "WeaponsUsed", "Vehicles", "Aircraft"),
    "records.inquiries": ("Inquiry",),
    "records.recorded": ("RecordedWeapon",),
    "records.seizures": ("Seizure", "SeizedItem"),
    "records.shares": ("Share", "Percent"),
    "records.statements": ("Statement", "Assessment"),
    "records.table_result": ("TableResult", "Problem", "Skipped"),
    "records.tallies": ("Tally",),
    "records.transfers": ("Transfer",),
    "sources": ("Source", "Citation"),
    "tracing.outcomes": ("TraceOutcome",),
    "tracing.requests": ("TraceRequest", "Need"),
    "tracing.time_to_crime": ("TimeToCrime",),
    "units": ("Length", "Energy"),
    "weapons.bores": ("Bore",),
    "weapons.build": ("Build",),
    "weapons.calibers": ("Caliber",),
    "weapons.cartridges": ("Cartridge",),
    "weapons.headstamps": ("Headstamp",),
    "weapons.kinds": ("KindSet", "WeaponKind"),
    "weapons.makes": ("Make",),
    "weapons.markings": ("Marking", "LotNumber"),
    "weapons.models": ("Model",),
    "weapons.serial_ranges": ("SerialRange",),
    "weapons.serials": ("SerialNumber",),
    "weapons.stock_numbers": ("NationalStockNumber",),
    "weapons.weapon": ("Weapon",),
}


@functools.cache
def _types() -> dict[str, type]:
    return {
        name: getattr(importlib.import_module(f"armstrace.{home}"), name)
        for home, names in _HOMES.items()
        for name in names
    }


def to_json(value: object, *, indent: int | None = None) -> str:
    """*value* as JSON text: an object with ``armstrace`` (the version of the format), ``type`` and ``data``.

    Raises:
        TypeError: The value is of no type that has a JSON form.
    """
    name = type(value).__name__
    if _types().get(name) is not type(value):
        raise TypeError(f"no JSON form for {type(value).__qualname__}; there is one for {', '.join(_types())}")
    document = {"armstrace": VERSION, "type": name, "data": _convert.to_plain(value)}
    return json.dumps(document, ensure_ascii=False, indent=indent, allow_nan=False)


def from_json(text: str) -> Any:  # noqa: ANN401  # the text says which type
    """The value that JSON text from `to_json` holds.

    Raises:
        ParseError: No JSON, another version or type, or data of another shape; the error names the place.
    """
    document = _loaded(text)
    if not isinstance(document, dict) or document.keys() != {"armstrace", "type", "data"}:
        raise ParseError("no object with armstrace, type and data", text=text[:200])
    if document["armstrace"] != VERSION:
        raise ParseError(f"another version of the format than {VERSION}", text=str(document["armstrace"]))
    name = document["type"]
    if not isinstance(name, str) or name not in _types():
        raise ParseError("no such type", text=str(name), hint=f"one of {', '.join(_types())}")
    return _convert.from_plain(document["data"], _types()[name])


def _loaded(text: str) -> object:
    try:
        return json.loads(text, object_pairs_hook=_no_twins, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise ParseError(f"no JSON: {error.msg}", text=shown(text), span=(error.pos, error.pos + 1)) from error
    except RecursionError as error:
        raise ParseError("nested too deep", text=shown(text)) from error
    except ParseError:
        raise
    except ValueError as error:  # a number too long for Python
        raise ParseError(f"no JSON: {error}", text=shown(text)) from error


def _no_twins(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        counts = Counter(name for name, _ in pairs)
        raise ParseError("one key twice in an object", text=counts.most_common(1)[0][0])
    return found


def _no_constant(name: str) -> object:
    raise ParseError("not a number of JSON", text=name)
