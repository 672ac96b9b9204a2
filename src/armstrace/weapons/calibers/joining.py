"""Readings of several mentions in one field: joined where they mean the same, settled where two settle each other."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from armstrace.weapons.calibers.bores import Bore
from armstrace.weapons.calibers.cartridges import Cartridge
from armstrace.weapons.calibers.index import index
from armstrace.weapons.calibers.meanings import BORE_ONLY, NAMED, OPEN, Reading, reading

if TYPE_CHECKING:
    from armstrace.weapons.calibers import grammar
    from armstrace.weapons.calibers.grammar import Mention

_LISTED = frozenset(("list", "slash", "or"))


class Garbled(Exception):
    """The signal that a member of a list cannot be read, so that the whole list is not read."""


def companions(mentions: list[Mention]) -> list[Reading]:
    """The readings of two designations that settle each other: ``357/38``, ``5.5 (.22)``; empty if they do not."""
    if len(mentions) != 2 or mentions[1].link in ("list", "or"):
        return []
    key = frozenset((mention.core, frozenset((*mention.hard, *mention.soft))) for mention in mentions)
    entries, bore = index().companions.get(key, ((), None))
    places = tuple(mention.place for mention in mentions)
    if bore is not None:
        return [Reading(BORE_ONLY, bore=Bore(value=bore, unit="mm"), places=places)]
    if not entries or not mentions[1].link:
        return []
    bores = [found.bore for mention in mentions if (found := reading(mention, (), ())) and found.core]
    by_core = dict(zip([mention.core for mention in mentions], bores, strict=False))
    return [
        Reading(NAMED, entry.ids, bore=by_core.get(entry.ids[0].partition("-")[0]), places=places) for entry in entries
    ]


def readings_of(mentions: list[Mention], found: grammar.Field, evidence: tuple[str, ...]) -> list[Reading]:
    """The readings of the mentions, each by itself; a mention without one is left out.

    Raises:
        Garbled: A member of a list is a number that names nothing.
    """
    readings: list[Reading] = []
    inherited: tuple[str, ...] = ()
    for mention, following in itertools.zip_longest(mentions, mentions[1:]):
        named = mention._replace(soft=(*mention.soft, *inherited)) if inherited else mention
        each = reading(named, tuple(found.kinds), evidence)
        inherited = ()
        if each is not None:
            readings.append(each)
        elif following is not None and following.link == "paren":
            inherited = (*mention.hard, *mention.soft)  # the words go for the number in parentheses
        elif not mention.echo and _LISTED & {mention.link, following.link if following else ""}:
            raise Garbled
    return readings


def merged(readings: list[Reading]) -> list[Reading]:
    """The readings, where neighbors that mean the same thing are joined and repetitions dropped."""
    out: list[Reading] = []
    for each in readings:
        joined = _joined(out[-1], each) if out else None
        if joined is not None:
            out[-1] = joined
            continue
        if out and each.link == "slash" and out[-1].core == each.core:
            rest = tuple(other for other in out[-1].ids if other not in each.ids)
            out[-1] = out[-1]._replace(ids=rest or out[-1].ids)  # 22 / 22 mag: a .22 that is no magnum, and one
        out.append(each)
    distinct: dict[tuple[object, ...], Reading] = {}
    if any(each.link == "or" for each in out):
        out = [each._replace(repairs=(*each.repairs, "alternatives")) for each in out]
    for each in out:
        key = (each.basis, each.ids, each.bore if not each.ids else None)
        first = distinct.setdefault(key, each)
        if first is not each:
            distinct[key] = first._replace(places=(*first.places, *each.places))
    return list(distinct.values())


def _joined(left: Reading, right: Reading) -> Reading | None:
    """The reading of two neighbors together, as of ``.308 (7.62x51)``; None if they name two calibers."""
    repairs = (*left.repairs, *right.repairs)
    left = left._replace(places=(*left.places, *right.places))
    if right.link == "becomes" and (left.ids or right.ids):
        return left._replace(basis=OPEN, ids=(*left.ids, *right.ids), convention="", bore=None, repairs=repairs)
    if right.link in ("list", "or") or (right.link == "slash" and left.core == right.core):
        return None  # a number written twice with a slash between is two cartridges
    common = _common(left.first, right.first) or _pair(left, right)
    if not common and right.link != "slash":
        common = _common(left.ids, right.ids)
    if common:
        return left._replace(basis=NAMED if len(common) == 1 else OPEN, ids=common, convention="", repairs=repairs)
    return None if left.ids and right.ids else _with_bore(left, right, repairs)


def _with_bore(left: Reading, right: Reading, repairs: tuple[str, ...]) -> Reading | None:
    """The reading of two neighbors together, if at most one of them names cartridges; None if they are two calibers.

    The *repairs* are those of both, and *left* has the places of both.
    """
    first, second = (left, right) if left.ids else (right, left)
    if right.link == "paren" and "x" in second.core and first.basis is not NAMED:
        return second._replace(repairs=repairs, places=left.places)  # a complete designation that the table lacks
    return first._replace(repairs=repairs, places=left.places) if first.ids and right.link != "slash" else None


def _common(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(each for each in left if each in right)


def _pair(left: Reading, right: Reading) -> tuple[str, ...]:
    """The ids of a name pair, such as .223 and 5.56 mm, of which *left* has one and *right* the other; else empty."""
    for each in left.first:
        row = Cartridge.get(each)
        for twin in row.name_pair if row else ():
            if twin in right.first:
                return (each, twin)
    return ()
