"""Kinds of weapons: a small tree with labels in three languages, and what other lists call each kind.

A kind states what a thing is, never what the law makes of it. Mexican law turned on the Spanish *word* (``fusil``
against ``rifle``), so `KindReading.legal_word` keeps the word as written beside the kind.

>>> WeaponKind.lookup("lanza-granadas").id
'grenade_launcher'
>>> WeaponKind.lookup("carbine").is_a("long_gun")
True
>>> WeaponKind.lookup("catapult")
Traceback (most recent call last):
    ...
armstrace.errors.UnknownEntry: no entry in kinds: 'catapult'
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from attrs import field, frozen

from armstrace import _tables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from armstrace.weapons.features import ReadingLanguage


@frozen(kw_only=True)
class KindCode:
    """The code of a kind in another list.

    Attributes:
        scheme: ``ncic_family``, ``ncic_description``, ``atf``, ``unodc``, ``sdg_16_4_2``, ``iti``, ``hs`` or ``fsc``.
        code: The code or name there.
        on: The fact on which it depends as well, such as ``bore``; empty where the kind is enough.
        source: Where the pairing was seen.
    """

    scheme: str
    code: str
    on: str = ""
    source: str = field(default="", eq=False)


@frozen(kw_only=True)
class WeaponKind(_tables.ReferenceRow):
    """A kind of weapon, or of what goes with weapons; a row of the table of kinds, equal by its id.

    Attributes:
        id: The stable id, such as ``light_machine_gun``.
        en: The label in English.
        es: The label in Spanish.
        pt: The label in Portuguese.
        parent_id: The id of the next broader kind, which everything of this kind belongs to; empty at the top.
        sometimes: Ids of kinds under which some publishers count it too.
        group: True if the kind only gathers others, as *handgun* does.
        codes: Its codes in other lists; only pairings that a source supports.
        names: All words that mean this kind and no other.
        source: Where the row comes from.
        verified: True if that source was seen.
    """

    _NAME = "kinds"

    id: str
    en: str = field(eq=False, repr=False)
    es: str = field(eq=False, repr=False)
    pt: str = field(eq=False, repr=False)
    parent_id: str = field(default="", eq=False, repr=False)
    sometimes: frozenset[str] = field(default=frozenset(), eq=False, repr=False)
    group: bool = field(default=False, eq=False, repr=False)
    codes: tuple[KindCode, ...] = field(default=(), eq=False, repr=False)
    names: tuple[str, ...] = field(default=(), eq=False, repr=False)
    source: str = field(default="", eq=False, repr=False)
    verified: bool = field(default=False, eq=False, repr=False)

    @classmethod
    def _rows(cls) -> Iterator[WeaponKind]:
        codes: dict[str, list[KindCode]] = {}
        for row in _tables.rows("kinds/crosswalk.csv"):
            codes.setdefault(row["kind"], []).append(_tables.from_row(KindCode, row))
        words: dict[str, list[str]] = {}
        for row in _tables.rows("kinds/words.csv"):
            if row["role"] in ("kind", "head") and not row["flags"]:
                words.setdefault(row["kinds"], []).append(row["form"])
        for row in _tables.rows("kinds/kinds.csv"):
            names = dict.fromkeys((row["en"], row["es"], row["pt"], *words.get(row["id"], [])))
            given = {"parent_id": row["parent"], "codes": tuple(codes.get(row["id"], ())), "names": tuple(names)}
            yield _tables.from_row(WeaponKind, row, **given)

    @classmethod
    def of(cls, kind: WeaponKind | str) -> WeaponKind:
        """The kind itself, or the kind of an id or a name.

        Raises:
            UnknownEntry: No kind bears the name.
            AmbiguousEntry: Several do.

        >>> WeaponKind.of("rifle") == WeaponKind.of(WeaponKind.of("rifle"))
        True
        """
        return kind if isinstance(kind, WeaponKind) else cls.get(kind) or cls.lookup(kind)

    def __str__(self) -> str:
        return self.en

    def label(self, language: ReadingLanguage = "en") -> str:
        """The label in English, Spanish or Portuguese.

        >>> WeaponKind.of("long_gun").label("es")
        'arma larga'
        """
        return {"en": self.en, "es": self.es, "pt": self.pt}[language]

    @property
    def ancestors(self) -> tuple[WeaponKind, ...]:
        """All broader kinds, nearest first.

        >>> [kind.id for kind in WeaponKind.of("carbine").ancestors]
        ['rifle', 'long_gun', 'firearm']
        """
        return _ancestors(self.id)

    def is_a(self, kind: WeaponKind | str) -> bool:
        """True if everything of this kind is also of *kind*, given as a kind or its id."""
        return (kind if isinstance(kind, str) else kind.id) in _within(self.id)

    def may_be_called(self, kind: WeaponKind | str) -> bool:
        """True if a record may use the name of *kind* for a thing of this kind.

        >>> gun = WeaponKind.of("machine_gun")
        >>> gun.is_a("long_gun"), gun.may_be_called("long_gun")
        (False, True)
        """
        return (kind if isinstance(kind, str) else kind.id) in _called(self.id)

    def leaves(self) -> tuple[WeaponKind, ...]:
        """The kinds that a record may mean by this word: the kind itself, or what it gathers if it is a group.

        >>> [kind.id for kind in WeaponKind.lookup("arma corta").leaves()]
        ['derringer', 'garrucha', 'pistol', 'revolver']
        """
        return _leaves(self.id)

    def codes_in(self, scheme: str) -> tuple[str, ...]:
        """The codes of a scheme: several where another fact decides, none where no pairing was verified.

        >>> WeaponKind.of("rifle").codes_in("hs")
        ('9301.90', '9303.30')
        """
        return tuple(entry.code for entry in self.codes if entry.scheme == scheme)


@functools.cache
def _ancestors(kind_id: str) -> tuple[WeaponKind, ...]:
    parent_id = WeaponKind.registry()[kind_id].parent_id
    return (WeaponKind.registry()[parent_id], *_ancestors(parent_id)) if parent_id else ()


@functools.cache
def _within(kind_id: str) -> frozenset[str]:
    """The ids of the kind and of all broader kinds."""
    return frozenset((kind_id, *(kind.id for kind in _ancestors(kind_id))))


@functools.cache
def _called(kind_id: str) -> frozenset[str]:
    """The ids of all kinds whose name a record may use for a thing of this kind."""
    within = _within(kind_id)
    return within.union(*(_within(other) for inner in within for other in WeaponKind.registry()[inner].sometimes))


@functools.cache
def _leaves(kind_id: str) -> tuple[WeaponKind, ...]:
    kinds = WeaponKind.registry()
    if not kinds[kind_id].group:
        return (kinds[kind_id],)
    # left out is what lies below a kind that is no group: a carbine is meant by "rifle", not by "long gun"
    return tuple(
        kind
        for kind in kinds
        if kind_id in _called(kind.id) and not kind.group and all(above.group for above in kind.ancestors)
    )
