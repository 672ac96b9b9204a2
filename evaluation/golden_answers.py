"""What the golden files hold: which inputs a new file has, and what the library answers to stored ones.

`golden.py` writes and compares the files.
"""

from __future__ import annotations

import datetime
import functools
import json
from decimal import Decimal
from enum import Enum
from itertools import islice, product
from typing import TYPE_CHECKING, Any, NamedTuple

import attrs

import golden_strings

# --- everything that is used of the library -----------------------------------------------------------------------
from armstrace import (
    Caliber,
    Count,
    LegalCase,
    LegalCitation,
    Length,
    NationalStockNumber,
    Place,
    Scheme,
    SerialNumber,
    Weapon,
    classify,
    compare,
    contrast,
    deduplicate,
    link,
    parse_date,
    parties,
    reconcile,
    samples,
    to_json,
    us_channel,
    weapon_class,
)
from armstrace.dates import parse_edtf, read_cell
from armstrace.places import Jurisdiction
from armstrace.units import Energy
from armstrace.weapons import Headstamp, LotNumber, SerialRange, calibers, kinds, makes, models, read_item_name, serials
from armstrace.weapons.reader import read_weapons

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_TODAY = datetime.date(2024, 1, 24)
_MEXICO = Place.read(country="MX", state="Sonora")

READERS: dict[str, tuple[Callable[[str], object], ...]] = {
    "calibers": (Caliber.parse, calibers.read),
    "kinds": (kinds.read, functools.partial(kinds.read, language="es")),
    "makes": (makes.read,),
    "models": (models.read, functools.partial(models.read, make="colt")),
    "serials": (SerialNumber.parse, serials.read, SerialRange.parse),
    "phrases": (read_weapons, Weapon.parse),
    "dates": (
        functools.partial(parse_date, published=_TODAY, language="en"),
        functools.partial(parse_date, published=_TODAY, language="es"),
        parse_date,
    ),
    "cells": (
        functools.partial(read_cell, dayfirst=True),
        functools.partial(read_cell, dayfirst=None),
        parse_edtf,
    ),
    "places": (Place.lookup, lambda text: Place.read(country="MX", state=text)),
    "parties": (parties.read, functools.partial(parties.read, place=_MEXICO)),
    "counts": (Count.parse,),
    "citations": (LegalCitation.parse,),
    "stock_numbers": (NationalStockNumber.parse,),
    "item_names": (read_item_name,),
    "marks": (LotNumber.parse, Headstamp.parse),
    "units": (Length.parse, Energy.parse),
}
all_cases = LegalCase.all
all_schemes = Scheme.all
find_scheme = Scheme.get

# a field, or the name of a type, by its name now: its name when the files were written. Where only some fields were
# renamed, the key is "holder.field", and the holder is the field that holds the value.
RENAMED: dict[str, str] = {
    "construction": "build",
    "custody_context": "hands",
    "findings.status": "assessed",
    "elements.status": "assessed",
}
# -------------------------------------------------------------------------------------------------------------------

_STRINGS = 5000
_PAIRS = 300
_FOLDERS = {"seizures": samples.seizures, "stock": samples.stock}


def plain(value: Any) -> Any:  # noqa: PLR0911 (a case for each kind of value)
    """*value* as JSON data without names of classes; empty fields are left out, and a row of a registry is its id."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, float):
        return round(value, 9)
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, Decimal | datetime.date):
        return str(value)
    if isinstance(value, frozenset | set):
        return sorted(map(plain, value), key=json.dumps)
    if isinstance(value, dict):
        return {str(plain(key)): plain(item) for key, item in value.items()}
    if attrs.has(type(value)):
        if hasattr(value, "id") and hasattr(value, "names") and not hasattr(value, "raw"):
            return value.id
        held = ((field.name, getattr(value, field.name)) for field in attrs.fields(type(value)) if field.init)
        return {name: plain(item) for name, item in held if item is not None and item not in ("", (), frozenset())}
    return [plain(item) for item in value]


def answer(function: Callable[..., object], *arguments: object) -> Any:
    """What *function* gives for the arguments as JSON data; of an error, its class and the causes that it holds."""
    try:
        return plain(function(*arguments))
    except Exception as error:  # noqa: BLE001 (whatever happens is the answer)
        told = {
            name: plain(getattr(error, name))
            for name in ("cause", "hint", "candidates", "nearest", "registry")
            if getattr(error, name, None)
        }
        return {"error": type(error).__name__, **(told or {"text": str(error)})}


def as_json(value: object) -> Any:
    """The data of the JSON of a public value."""
    return json.loads(to_json(value))["data"]


def unstamped(data: Any) -> Any:
    """The data of a status without what it rests on."""
    if isinstance(data, list):
        return [unstamped(item) for item in data]
    if not isinstance(data, dict):
        return data
    return {name: unstamped(item) for name, item in data.items() if name not in ("stamp", "case_digest")}


def renamed(data: Any, holder: str = "") -> Any:
    """The data with the names of fields and types that stood when the files were written."""
    if isinstance(data, list):
        return [renamed(item, holder) for item in data]
    if not isinstance(data, dict):
        return data
    if isinstance(data.get("type"), str):
        data = {**data, "type": RENAMED.get(data["type"], data["type"])}
    return {
        RENAMED.get(f"{holder}.{name}", RENAMED.get(name, name)): renamed(item, name) for name, item in data.items()
    }


def explained(value: Any) -> dict[str, str]:
    """What a result says of itself, in both languages."""
    return {language: value.explain(language) for language in ("en", "es")}


def codes(parts: Iterable[Any]) -> list[str]:
    """The codes of reasons or caveats."""
    return [part.code for part in parts]


class Golden(NamedTuple):
    """A golden file: which inputs a new one holds, and the answers to stored ones.

    Where the answers are the parts of one result, there are answers to other inputs than the stored ones too.
    """

    inputs: Callable[[str], Iterable[str]]
    answers: Callable[[Iterable[str]], Iterable[tuple[str, Any]]]


def each(inputs: Callable[[str], Iterable[str]], function: Callable[[str], Any]) -> Golden:
    """A file of inputs that are answered for themselves."""
    return Golden(inputs, lambda stored: ((text, function(text)) for text in stored))


def whole(parts: Callable[[], Iterable[tuple[str, Any]]]) -> Golden:
    """A file of all parts of one result."""
    return Golden(lambda _: (), lambda _: parts())


# --- strings and readers
def read_all(readers: tuple[Callable[[str], object], ...], text: str) -> list[Any]:
    """The answers of the readers; "=" where it is the answer of the first, alone or as the only item of a list.

    The text itself is shortened to "=" where a value keeps it as its raw text.
    """

    def short(data: Any) -> Any:
        if isinstance(data, list):
            return [short(item) for item in data]
        if isinstance(data, dict):
            return {name: "=" if name == "raw" and item == text else short(item) for name, item in data.items()}
        return data

    first, *others = (short(answer(reader, text)) for reader in readers)
    return [first, *("=" if other in (first, [first]) else other for other in others)]


def strings(name: str) -> list[str]:
    """New inputs of a reader."""
    return golden_strings.strings(name, _STRINGS)


# --- records
def table_parts() -> Iterator[tuple[str, Any]]:
    """The sample tables, record by record."""
    for name, table in _FOLDERS.items():
        for field, held in as_json(table()).items():
            items = enumerate(held) if isinstance(held, list) else [("", held)]
            yield from ((f"{name} {field} {index}".strip(), item) for index, item in items)


def article_parts() -> Iterator[tuple[str, Any]]:
    """The sample article, record by record."""
    article = samples.article()
    for field in attrs.fields(type(article)):
        held = getattr(article, field.name)
        items = enumerate(held) if isinstance(held, tuple) else [("", held)]
        for index, item in items:
            yield f"{field.name} {index}".strip(), as_json(item) if attrs.has(type(item)) else plain(item)


# --- cases
def case_parts() -> Iterator[tuple[str, Any]]:
    """Each shipped case, its history, and where it stands on the day of each event and the day before."""
    for case in all_cases():
        for field, held in as_json(case).items():
            items = enumerate(held) if isinstance(held, list) else [("", held)]
            yield from ((f"{case.id} {field} {index}".strip(), item) for index, item in items)
        for index, step in enumerate(case.history()):
            yield f"{case.id} history {index}", unstamped(as_json(step))
        yield f"{case.id} timeline", {language: case.timeline(language) for language in ("en", "es")}
        days = {event.date.earliest for event in case.events if event.date is not None}
        days |= {day - datetime.timedelta(days=1) for day in days}
        for day in sorted(days):
            status = case.status(on=day)
            yield f"{case.id} status {day}", {"data": unstamped(as_json(status)), "explain": explained(status)}


# --- classes
@functools.cache
def weapons(name: str) -> tuple[Any, ...]:
    """The weapons of a sample table with their records."""
    return tuple(shown for record in _FOLDERS[name]().records for shown in record.recorded())


def weapon_inputs(_: str) -> Iterator[str]:
    """The found weapons, and the listed ones that differ in more than their marks."""
    seen = set()
    for name in _FOLDERS:
        for index, shown in enumerate(weapons(name)):
            bare = attrs.evolve(shown.weapon, serial=None, lot=None, markings=(), extras=())
            if bare not in seen:
                seen.add(bare)
                yield f"{name} {index}"


def scheme_inputs(name: str) -> Iterator[str]:
    """Each of these weapons under each scheme."""
    yield from (f"{weapon} {scheme.id}" for weapon, scheme in product(weapon_inputs(name), all_schemes()))


def shown_at(text: str) -> Any:
    """The record of a weapon of the samples."""
    name, index = text.split()
    return weapons(name)[int(index)]


def class_of(text: str) -> Any:
    """The class of a sample weapon under a scheme, on its own day."""
    weapon, _, scheme = text.rpartition(" ")
    shown = shown_at(weapon)
    found = classify(shown.weapon, find_scheme(scheme) or scheme, on=shown.date)
    return {
        "outcome": found.outcome,
        "basis": plain(found.basis),
        "candidates": plain(found.candidates),
        "provisions": plain(found.provisions),
        "missing": plain(found.missing),
        "settled_by": plain(found.settled_by),
        "reasons": codes(found.reasons),
        "caveats": codes(found.caveats),
        "practice": plain(found.practice),
        "explain": explained(found),
    }


def channel_of(text: str) -> Any:
    """The one word for each country, the channel and the contrast of a sample weapon."""
    shown = shown_at(text)
    channel = us_channel(shown.weapon, on=shown.date)
    return {
        "class": {where.value: weapon_class(shown.weapon, where, on=shown.date).value for where in Jurisdiction},
        "channel": {"outcome": channel.channel.value, "explain": explained(channel)},
        "contrast": explained(contrast(shown.weapon, on=shown.date)),
    }


# --- matching
def match_data(match: Any) -> Any:
    """What a match says, without its records."""
    return {
        "probability": round(match.probability, 9),
        "verdict": match.verdict.value,
        "reasons": [[reason.code, plain(reason.agreement), round(reason.weight, 9)] for reason in match.reasons],
        "rivals": plain(match.rivals),
        "caveats": codes(match.caveats),
        "explain": explained(match),
    }


def row_parts(name: str, found: Any) -> Iterator[tuple[str, Any]]:
    """The rows of a set, in both languages, and its account."""
    yield f"{name} explain", explained(found)
    for language in ("en", "es"):
        for index, row in enumerate(found.rows(language)):
            yield f"{name} row {language} {index}", plain(row)


def link_parts() -> Iterator[tuple[str, Any]]:
    """What linking the two samples gives."""
    found = link(samples.seizures().records, samples.stock().records)
    yield from row_parts("link", found)
    for hits in found.by_found:
        yield f"hits {hits.left.reference}", {"outcome": plain(hits.outcome), "explain": explained(hits)}
        yield from ((f"match {one.left.reference} {one.right.reference}", match_data(one)) for one in hits.matches)
    for index, none in enumerate(found.unmatched):
        yield f"unmatched {index}", {"reason": none.reason.code, "explain": explained(none)}


def duplicate_parts() -> Iterator[tuple[str, Any]]:
    """What removing duplicates gives for each sample."""
    both = [record for table in _FOLDERS.values() for record in table().records]
    for name, records in (*((name, table().records) for name, table in _FOLDERS.items()), ("both", both)):
        found = deduplicate(records)
        yield from row_parts(name, found)
        for index, cluster in enumerate(found.clusters):
            links = [match_data(one) for one in cluster.links]
            yield f"{name} cluster {index}", {"links": links, "explain": explained(cluster)}
        yield from ((f"{name} possible {index}", match_data(one)) for index, one in enumerate(found.possible))


def pair_inputs(_: str) -> list[str]:
    """Pairs of weapons: those that linking brings together, and others at a fixed distance."""
    found, listed = weapons("seizures"), weapons("stock")
    at: dict[object, str] = {id(shown): f"seizures {index}" for index, shown in enumerate(found)}
    at |= {shown: f"stock {index}" for index, shown in reversed(list(enumerate(listed)))}
    linked = link(samples.seizures().records, samples.stock().records)
    order = {shown: f"seizures {index}" for index, shown in reversed(list(enumerate(found)))}
    pairs = [f"{order[one.left]} {at[one.right]}" for hits in linked.by_found for one in hits.matches]
    far = (f"seizures {index * 7 % len(found)} stock {index * 31 % len(listed)}" for index in range(10 * _PAIRS))
    return list(islice(dict.fromkeys((*pairs, *far)), _PAIRS))


def pair_data(text: str) -> Any:
    """What the comparison of two sample weapons gives."""
    left, right = text.split(" stock ")
    return match_data(compare(shown_at(left), shown_at(f"stock {right}")))


def figure_parts() -> Iterator[tuple[str, Any]]:
    """What holding the figures of the article against each other, and against the sample, gives."""
    statements = samples.article().statements
    for name, records in (("alone", ()), ("seizures", samples.seizures().seizures)):
        found = reconcile(statements, records)
        yield f"{name} explain", explained(found)
        for index, finding in enumerate(found.findings):
            yield f"{name} {index}", {"kind": finding.kind.value, "explain": explained(finding)}


FILES: dict[str, Golden] = {
    "tables": whole(table_parts),
    "article": whole(article_parts),
    "cases": whole(case_parts),
    "classes": each(scheme_inputs, class_of),
    "channels": each(weapon_inputs, channel_of),
    "link": whole(link_parts),
    "duplicates": whole(duplicate_parts),
    "pairs": each(pair_inputs, pair_data),
    "figures": whole(figure_parts),
    **{name: each(strings, functools.partial(read_all, readers)) for name, readers in READERS.items()},
}
