"""The hashes of a list of serial numbers, as they are made and as they are handed over."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from attrs import evolve, field, frozen, validators

from armstrace import explain
from armstrace.explain import Reason

_COUNT: Final = validators.ge(0)


@frozen(kw_only=True)
class BlindKeys:
    """The hashes of one serial number, each of 32 hexadecimal digits.

    Attributes:
        exact: The hash of the number itself.
        near: The hashes of what the number becomes by the slips of `BlindLevel.NEAR`.
        hidden: The hashes of the number with one character hidden, for each character.
        index: The index of the number in its list, from 0; None in what is handed over.
    """

    exact: str
    near: frozenset[str] = field(default=frozenset(), repr=False)
    hidden: frozenset[str] = field(default=frozenset(), repr=False)
    index: int | None = field(default=None, validator=validators.optional(_COUNT))


@frozen(kw_only=True)
class Unkeyed:
    """A serial number that has no hashes.

    Attributes:
        index: The index of the number in its list, from 0.
        reason: Why it has none.
    """

    index: int = field(validator=_COUNT)
    reason: Reason

    def explain(self, language: explain.Language = "en") -> str:
        """The index and the reason."""
        return f"{self.index}: {self.reason.explain(language)}"


@frozen(kw_only=True)
class BlindList:
    """The hashes of a list.

    Attributes:
        check: A hash that is the same for all lists under one key; it shows that two lists can be compared.
        keys: The hashes of each number that has any.
        unkeyed: The numbers that have none; empty in what is handed over.
    """

    check: str
    keys: tuple[BlindKeys, ...] = field(default=(), repr=False)
    unkeyed: tuple[Unkeyed, ...] = field(default=(), repr=False)

    def for_exchange(self) -> BlindList:
        """The list to hand over: in the order of the hashes, each number once, without indexes and unkeyed numbers."""
        merged = [evolve(keys, index=None) for keys, _ in self.by_number().values()]
        return BlindList(check=self.check, keys=tuple(sorted(merged, key=lambda keys: keys.exact)))

    def by_number(self) -> dict[str, tuple[BlindKeys, tuple[int, ...]]]:
        """Each different number by its hash: the hashes of all ways in which it is written, and its indexes."""
        rows: dict[str, list[BlindKeys]] = defaultdict(list)
        for keys in self.keys:
            rows[keys.exact].append(keys)
        return {
            exact: (
                BlindKeys(
                    exact=exact,
                    near=frozenset[str]().union(*(keys.near for keys in same)),
                    hidden=frozenset[str]().union(*(keys.hidden for keys in same)),
                ),
                tuple(keys.index for keys in same if keys.index is not None),
            )
            for exact, same in rows.items()
        }

    def label(self, language: explain.Language = "en") -> str:
        """How many numbers have hashes, and how many have none."""
        return explain.say("blind.list", explain.values(keyed=len(self.keys), unkeyed=len(self.unkeyed)), language)

    def explain(self, language: explain.Language = "en") -> str:
        """How many numbers have hashes, how many have none, and each of these with the reason."""
        return "\n".join((self.label(language), *(f"  {number.explain(language)}" for number in self.unkeyed)))

    def __str__(self) -> str:
        return self.label("en")
