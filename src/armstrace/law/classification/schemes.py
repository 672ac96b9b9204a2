"""The schemes that a weapon can be classed under: whose law, and which classes it knows.

A scheme is a file ``data/rules/<id>.toml``: its head is the row of the scheme, its rules follow.

>>> Scheme.MX.jurisdiction
<Jurisdiction.MX: 'mx'>
>>> Scheme.lookup("LFAFE").classes[0]
'civilian_home'
>>> Scheme.ITI.jurisdiction is None
True
"""

from __future__ import annotations

import datetime
import functools
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from armstrace import _tables
from armstrace.places.jurisdiction import Jurisdiction
from armstrace.stamps import Stamp, stamp_of

if TYPE_CHECKING:
    from collections.abc import Mapping

UNDETERMINED = "undetermined"
_FOLDER, _ENDING = "rules/", ".toml"
# what classification reads besides the rules of a scheme
_READ = ("calibers", "kinds", "models", "practice.toml")


class _Shown:
    """The attribute of `Scheme` for one scheme, such as ``Scheme.MX``; its row is read on first use."""

    def __set_name__(self, owner: type, name: str) -> None:
        self.id = name.lower()

    def __get__(self, _instance: object, _owner: type) -> Scheme:
        found: Scheme = Scheme.registry()[self.id]
        return found


@frozen(kw_only=True)
class Scheme(_tables.ReferenceRow):
    """A law or list that sorts weapons. Two are equal if their ids are.

    Attributes:
        MX: Ley Federal de Armas de Fuego y Explosivos (LFAFE), articles 8 to 19: kept at home, sport and hunting,
            reserved to the armed forces, prohibited, or freely permitted.
        US_NFA: US federal law, 18 U.S.C. 921 and 26 U.S.C. 5845: ordinary ("Title I") firearms and those of the
            National Firearms Act. State law is not read.
        US_AVAILABILITY: US federal law: whether civilians may have the class in ordinary commerce, when registered,
            or not.
        US_EXPORT: The entry of the US Munitions List or of the Commerce Control List.
        US_IMPORT: The category of the US Munitions Import List, 27 CFR 447.21.
        ITI: International Tracing Instrument: small arm, light weapon, or neither.
        PROTOCOL: UN Firearms Protocol: firearm, part, ammunition, or not covered.
        SDG: The types of firearm by which indicator 16.4.2 and its questionnaires count.
        UNROCA: The categories of the UN Register of Conventional Arms.
        WASSENAAR: Wassenaar Arrangement, Munitions List 1 to 4.
        ATT: Arms Trade Treaty, article 2(1).
        HS: The heading of the Harmonized System, a trade code and no legal class.
        id: The id, which is the name of its file.
        aliases: Other names of the law or list.
        position: Its position among all schemes where they are listed.
        jurisdiction: Whose law it is; None for an international list.
        base: The scheme on whose classes its rules build, if any.
        classes: The classes it knows, besides *undetermined*.
        first_day: The first day for which its rules speak.
        leads: Classes of which the earlier leads where rules of one rank name several.
        questions: The questions that its text leaves open, each with the basis of an answer that rests on it.
        military_patterns: Patterns that settle the word of the law where a record has none.
        caveats: The caveats of every answer.
        weapon_classes: The word of `WeaponClass` for each class, in the scheme that speaks for a jurisdiction.
    """

    _NAME = "schemes"

    id: str
    aliases: tuple[str, ...] = field(default=(), eq=False, repr=False)
    position: int = field(eq=False, repr=False)
    jurisdiction: Jurisdiction | None = field(default=None, eq=False, repr=False)
    base: Scheme | None = field(default=None, eq=False, repr=False)
    classes: tuple[str, ...] = field(eq=False, repr=False)
    first_day: datetime.date = field(eq=False, repr=False)
    leads: tuple[str, ...] = field(default=(), eq=False, repr=False)
    questions: tuple[tuple[str, str], ...] = field(default=(), eq=False, repr=False)
    military_patterns: tuple[str, ...] = field(default=(), eq=False, repr=False)
    caveats: tuple[str, ...] = field(default=(), eq=False, repr=False)
    weapon_classes: tuple[tuple[str, str], ...] = field(default=(), eq=False, repr=False)

    MX = _Shown()
    US_NFA = _Shown()
    US_AVAILABILITY = _Shown()
    US_EXPORT = _Shown()
    US_IMPORT = _Shown()
    ITI = _Shown()
    PROTOCOL = _Shown()
    SDG = _Shown()
    UNROCA = _Shown()
    WASSENAAR = _Shown()
    ATT = _Shown()
    HS = _Shown()

    @property
    def names(self) -> tuple[str, ...]:
        """The names besides the id."""
        return self.aliases

    @property
    def lineage(self) -> tuple[Scheme, ...]:
        """The scheme and those on which it builds."""
        return (self, *(self.base.lineage if self.base else ()))

    @property
    def file(self) -> str:
        """The rule file."""
        return f"{_FOLDER}{self.id}{_ENDING}"

    @property
    def stamp(self) -> Stamp:
        """What every answer under this scheme rests on."""
        return stamp_of(*_READ, *(scheme.file for scheme in self.lineage))

    def __str__(self) -> str:
        return self.id

    @classmethod
    def _rows(cls) -> list[Scheme]:
        ids = (file.removeprefix(_FOLDER).removesuffix(_ENDING) for file in _tables.files("rules"))
        return sorted(map(_scheme, ids), key=lambda scheme: scheme.position)


@functools.cache
def _scheme(scheme_id: str) -> Scheme:
    row = rule_file(scheme_id)
    return Scheme(
        id=scheme_id,
        aliases=tuple(row.get("aliases", ())),
        position=row["position"],
        jurisdiction=Jurisdiction(row["jurisdiction"]) if "jurisdiction" in row else None,
        base=_scheme(row["base"]) if "base" in row else None,
        classes=tuple(row["classes"]),
        first_day=row["first_day"],
        leads=tuple(row.get("leads", ())),
        questions=tuple(row.get("questions", {}).items()),
        military_patterns=tuple(row.get("military_patterns", ())),
        caveats=tuple(row.get("caveats", ())),
        weapon_classes=tuple((word["class"], word["is"]) for word in row.get("weapon_class", ())),
    )


@functools.cache
def rule_file(scheme_id: str) -> Mapping[str, Any]:
    """The content of the rule file of a scheme, read once: the row of the scheme, and its rules."""
    return _tables.toml(f"{_FOLDER}{scheme_id}{_ENDING}")
