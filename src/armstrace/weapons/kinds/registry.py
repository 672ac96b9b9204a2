"""Kinds of weapons: a small tree with labels in three languages, what other lists call them, and their words.

A `WeaponKind` is a row of a registry. A record rarely settles one, so what a record says is a `KindSet`: the kinds
that were named together, of which it does not say which. `read` takes a messy type cell apart and keeps what it
did not understand.

A kind tells what a thing is, never what the law makes of it. Mexican law turned on the Spanish *word* (``fusil``
against ``rifle``), so the word as written is kept beside the kind; slang and an English "rifle" give none.

>>> lookup("lanza-granadas").id
'grenade_launcher'
>>> get("carbine").is_a("long_gun")
True
>>> reading = read("FUSIL DE ASALTO cal .223", language="es")
>>> str(reading.kinds), reading.legal_word, reading.unread
('rifle', 'fusil', 'cal .223')
>>> print(read("granadas y lanzagranadas").kinds)
grenade and grenade launcher
>>> lookup("catapult")
Traceback (most recent call last):
    ...
armstrace.errors.UnknownEntry: no entry in kinds: 'catapult'
"""

from __future__ import annotations

import builtins
import functools
from typing import TYPE_CHECKING, ClassVar, Final, Self

from attrs import field, frozen

from armstrace import _tables
from armstrace.errors import ParseError
from armstrace.weapons.features import Action, FireMode, Language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_AND: Final = {"en": "and", "es": "y", "pt": "e"}


@frozen(kw_only=True)
class KindCode:
    """What another list calls a kind.

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
class WeaponKind:
    """One kind of weapon, or of what goes with weapons; a row of the registry, equal by its id.

    Attributes:
        id: The stable id, such as ``light_machine_gun``.
        en: The label in English.
        es: The label in Spanish.
        pt: The label in Portuguese.
        parent_id: The id of the kind that it is always one of; empty at the top.
        sometimes: Ids of kinds under which some publishers count it too.
        group: Whether the kind only gathers others, as *handgun* does.
        codes: What other lists call it; only pairings that a source supports.
        names: All words that mean this kind and no other.
        source: Where the row comes from.
        verified: Whether that source was seen.
    """

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

    def __str__(self) -> str:
        return self.en

    def label(self, language: Language = "en") -> str:
        """The label in English, Spanish or Portuguese.

        >>> get("long_gun").label("es")
        'arma larga'
        """
        return {"en": self.en, "es": self.es, "pt": self.pt}[language]

    @property
    def parent(self) -> WeaponKind | None:
        """The kind that this one is always one of."""
        return _registry()[self.parent_id] if self.parent_id else None

    @property
    def ancestors(self) -> tuple[WeaponKind, ...]:
        """All kinds that this one always is as well, nearest first.

        >>> [kind.id for kind in get("carbine").ancestors]
        ['rifle', 'long_gun', 'firearm']
        """
        return _ancestors(self.id)

    def is_a(self, other: WeaponKind | str) -> bool:
        """Whether everything of this kind is of the other, given as a kind or its id."""
        wanted = other if isinstance(other, str) else other.id
        return wanted in _within(self.id)

    def may_be_called(self, other: WeaponKind | str) -> bool:
        """Whether a record may use the other's name for a thing of this kind.

        >>> get("machine_gun").is_a("long_gun"), get("machine_gun").may_be_called("long_gun")
        (False, True)
        """
        wanted = other if isinstance(other, str) else other.id
        return wanted in _called(self.id)

    def leaves(self) -> tuple[WeaponKind, ...]:
        """The kinds that a record may mean by this one: itself, or what it gathers if it is a group.

        >>> [kind.id for kind in lookup("arma corta").leaves()]
        ['derringer', 'garrucha', 'pistol', 'revolver']
        """
        return _leaves(self.id)

    def codes_in(self, scheme: str) -> tuple[str, ...]:
        """What a scheme calls it: several where another fact decides, none where no pairing was verified.

        >>> get("rifle").codes_in("hs")
        ('9301.90', '9303.30')
        """
        return tuple(entry.code for entry in self.codes if entry.scheme == scheme)

    def _to_plain(self) -> str:
        return self.id

    @classmethod
    def _from_plain(cls, data: str) -> WeaponKind:
        found = _registry().get(data)
        if found is None:
            raise ParseError("no kind of that id", text=data)
        return found

    @classmethod
    def _schema(cls) -> dict[str, object]:
        return {"type": "string", "enum": [kind.id for kind in _registry()]}


def _members(kinds: Iterable[WeaponKind | str]) -> frozenset[WeaponKind]:
    return frozenset(_registry()[kind] if isinstance(kind, str) else kind for kind in kinds)


@frozen(kw_only=True)
class KindSet:
    """Kinds that a record named together; which of them a thing is, it does not say. Empty: nothing is known.

    Attributes:
        kinds: The kinds; none of them is dropped because another would be likelier.
    """

    _bare: ClassVar[str] = "kinds"  # in JSON the list of kinds stands for the whole

    kinds: frozenset[WeaponKind] = frozenset()

    @classmethod
    def of(cls, *kinds: WeaponKind | str) -> Self:
        """The set of these kinds, each given as a kind or its id.

        >>> KindSet.of("grenade", "grenade_launcher").could_be("grenade_launcher")
        True

        Raises:
            UnknownEntry: No kind has such an id.
        """
        return cls(kinds=_members(kinds))

    def __bool__(self) -> bool:
        return bool(self.kinds)

    def __len__(self) -> int:
        return len(self.kinds)

    def __iter__(self) -> Iterator[WeaponKind]:
        return iter(sorted(self.kinds, key=lambda kind: kind.id))

    def __or__(self, other: KindSet) -> KindSet:
        return KindSet(kinds=self.kinds | other.kinds)

    def __str__(self) -> str:
        return self.label("en")

    @property
    def single(self) -> WeaponKind | None:
        """The kind, if only one was named."""
        return next(iter(self.kinds)) if len(self.kinds) == 1 else None

    def could_be(self, kind: WeaponKind | str) -> bool:
        """Whether a thing so described may be of this kind; an empty set may be anything.

        >>> KindSet.of("long_gun").could_be("machine_gun"), KindSet.of("pistol").could_be("rifle")
        (True, False)
        """
        wanted = _registry()[kind] if isinstance(kind, str) else kind
        return not self.kinds or any(wanted.may_be_called(own) or own.may_be_called(wanted) for own in self.kinds)

    def must_be(self, kind: WeaponKind | str) -> bool:
        """Whether a thing so described is of this kind in any case; never for an empty set.

        >>> KindSet.of("carbine", "shotgun").must_be("long_gun"), KindSet.of("long_gun").must_be("rifle")
        (True, False)
        """
        wanted = _registry()[kind] if isinstance(kind, str) else kind
        return bool(self.kinds) and builtins.all(own.is_a(wanted) for own in self.kinds)

    def label(self, language: Language = "en") -> str:
        """The labels joined in the order of their ids; empty for an empty set.

        >>> KindSet.of("grenade", "grenade_launcher").label("es")
        'granada y lanzagranadas'
        """
        *first, last = [kind.label(language) for kind in self] or [""]
        return f"{', '.join(first)} {_AND[language]} {last}" if first else last


@frozen(kw_only=True)
class KindReading:
    """What a type cell says.

    Attributes:
        kinds: The kinds named; empty where none was understood.
        legal_word: The Spanish word of the Mexican law as written, in lower case and singular (``fusil``, ``rifle``,
            ``mosquetón``, …); None where none was written in Spanish, or several were.
        action: The mechanism, where a word says it.
        fire_modes: The modes, where a word says them. A machine gun and a submachine gun fire automatically by
            definition; an "assault rifle" does not, and an "automatic" pistol or shotgun is often only self-loading.
        pattern: The pattern named without a model: ``AR`` or ``AK``.
        flags: What else was noticed, sorted: ``slang``, ``press_term``, ``misspelt``, ``sawed_off``, ``homemade``,
            ``tube``, ``sniper``, ``anti_materiel``, ``inert``, ``automatic_unclear``, ``conflicting_words``,
            ``several_legal_words``.
        unread: What was not understood, as written.
        raw: The cell.
    """

    kinds: KindSet = KindSet()
    legal_word: str | None = None
    action: Action | None = None
    fire_modes: frozenset[FireMode] | None = None
    pattern: str | None = None
    flags: tuple[str, ...] = ()
    unread: str = ""
    raw: str = field(default="", eq=False)


def get(kind_id: str) -> WeaponKind | None:
    """The kind of exactly this id, or None."""
    return _registry().get(kind_id)


def lookup(name: str) -> WeaponKind:
    """The one kind that this word means, in English, Spanish or Portuguese.

    Raises:
        UnknownEntry: No kind bears the name.
        AmbiguousEntry: Several do.
    """
    return _registry().lookup(name)


def search(name: str, *, limit: int = 5) -> tuple[WeaponKind, ...]:
    """The kinds whose names come closest, best first."""
    return _registry().search(name, limit=limit)


def all() -> tuple[WeaponKind, ...]:  # noqa: A001 (the verb of every registry)
    """All kinds, in the order of their ids."""
    return tuple(_registry())


def read(text: str, *, language: Language | None = None) -> KindReading:
    """What a type cell says, however messy; never an error.

    Args:
        text: The cell.
        language: The language of the table. It settles whether a word that several languages share, such as
            RIFLE, is the Spanish word; without it only other words of the same cell do.

    >>> read("RIFLE", language="es").legal_word, read("RIFLE").legal_word
    ('rifle', None)
    >>> reading = read("ARMA LARGA TIPO AR-15", language="es")
    >>> str(reading.kinds), reading.pattern, reading.legal_word
    ('rifle', 'AR', None)
    """
    from armstrace.weapons.kinds import reader as _kind_words

    return _kind_words.read(text, language)


def edition() -> str:
    """The edition of the table of kinds."""
    return _tables.edition("kinds/kinds.csv")


@functools.cache
def _registry() -> _tables.Registry[WeaponKind]:
    codes: dict[str, builtins.list[KindCode]] = {}
    for row in _tables.rows("kinds/crosswalk.csv"):
        code = KindCode(scheme=row["scheme"], code=row["code"], on=row["on"], source=row["source"])
        codes.setdefault(row["kind"], []).append(code)
    words: dict[str, builtins.list[str]] = {}
    for row in _tables.rows("kinds/words.csv"):
        if row["role"] in ("kind", "head") and not row["flags"]:
            words.setdefault(row["kinds"], []).append(row["form"])
    return _tables.Registry("kinds", [_kind(row, codes, words) for row in _tables.rows("kinds/kinds.csv")])


def _kind(
    row: dict[str, str], codes: dict[str, builtins.list[KindCode]], words: dict[str, builtins.list[str]]
) -> WeaponKind:
    names = dict.fromkeys((row["en"], row["es"], row["pt"], *words.get(row["id"], [])))
    return WeaponKind(
        id=row["id"],
        en=row["en"],
        es=row["es"],
        pt=row["pt"],
        parent_id=row["parent"],
        sometimes=frozenset(_tables.split(row["sometimes"])),
        group=row["group"] == "true",
        codes=tuple(codes.get(row["id"], ())),
        names=tuple(names),
        source=row["source"],
        verified=row["verified"] == "true",
    )


@functools.cache
def _ancestors(kind_id: str) -> tuple[WeaponKind, ...]:
    parent = _registry()[kind_id].parent
    return (parent, *_ancestors(parent.id)) if parent else ()


@functools.cache
def _within(kind_id: str) -> frozenset[str]:
    """The kind and all that it always is."""
    return frozenset((kind_id, *(kind.id for kind in _ancestors(kind_id))))


@functools.cache
def _called(kind_id: str) -> frozenset[str]:
    """All kinds whose name a record may use for it."""
    own = _within(kind_id)
    also = (_within(other) for inner in own for other in _registry()[inner].sometimes)
    return own.union(*also)


@functools.cache
def _leaves(kind_id: str) -> tuple[WeaponKind, ...]:
    kinds = _registry()
    if not kinds[kind_id].group:
        return (kinds[kind_id],)
    # a kind below another that is no group is that kind's affair: a carbine is meant by "rifle", not by "long gun"
    return tuple(
        kind
        for kind in kinds
        if kind_id in _called(kind.id) and not kind.group and builtins.all(above.group for above in kind.ancestors)
    )
