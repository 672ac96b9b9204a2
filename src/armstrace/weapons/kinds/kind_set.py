"""Sets of kinds: what a record that names several kinds together leaves open.

>>> KindSet.of("rifle", "carbine").could_be("rifle")
True
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, Self

from attrs import frozen

from armstrace.weapons.kinds.kind import WeaponKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from armstrace.weapons.features import ReadingLanguage

_AND: Final = {"en": "and", "es": "y", "pt": "e"}


@frozen(kw_only=True)
class KindSet:
    """The kinds that a record names for a thing, which is of one of them; empty where nothing is known.

    Attributes:
        kinds: The kinds; none of them is dropped because another would be likelier.
    """

    _bare: ClassVar[str] = "kinds"  # in JSON the list of kinds stands for the whole

    kinds: frozenset[WeaponKind] = frozenset()

    @classmethod
    def of(cls, *kinds: WeaponKind | str) -> Self:
        """The set of these kinds, each given as a kind, its id or a name.

        >>> KindSet.of("grenade", "grenade_launcher").could_be("grenade_launcher")
        True

        Raises:
            UnknownEntry: No kind bears the name.
            AmbiguousEntry: Several do.
        """
        return cls(kinds=frozenset(map(WeaponKind.of, kinds)))

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
        """The kind, if only one was named; None for several kinds, or none."""
        return next(iter(self.kinds)) if len(self.kinds) == 1 else None

    def could_be(self, kind: WeaponKind | str) -> bool:
        """True if a thing so described may be of this kind; an empty set may be anything.

        >>> KindSet.of("long_gun").could_be("machine_gun"), KindSet.of("pistol").could_be("rifle")
        (True, False)
        """
        wanted = WeaponKind.of(kind)
        return not self.kinds or any(kind.may_be_called(wanted) or wanted.may_be_called(kind) for kind in self.kinds)

    def must_be(self, kind: WeaponKind | str) -> bool:
        """True if a thing so described is of this kind in any case; never for an empty set.

        >>> KindSet.of("carbine", "shotgun").must_be("long_gun"), KindSet.of("long_gun").must_be("rifle")
        (True, False)
        """
        wanted = WeaponKind.of(kind)
        return bool(self.kinds) and all(kind.is_a(wanted) for kind in self.kinds)

    def label(self, language: ReadingLanguage = "en") -> str:
        """The labels joined in the order of their ids; empty for an empty set.

        >>> KindSet.of("grenade", "grenade_launcher").label("es")
        'granada y lanzagranadas'
        """
        *first, last = [kind.label(language) for kind in self] or [""]
        return f"{', '.join(first)} {_AND[language]} {last}" if first else last
