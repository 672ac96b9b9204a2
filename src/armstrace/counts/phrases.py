"""The tokens of a text that states a number: what leads to it, the number, and what stands behind it."""

from __future__ import annotations

from decimal import Decimal

from attrs import field, frozen

from armstrace.counts import things, words
from armstrace.counts.bounds import SIDES, Bounds, stated
from armstrace.counts.column import CountColumn
from armstrace.counts.numbers import Number, read_number
from armstrace.counts.tails import read_tail, starts_again
from armstrace.errors import ParseError

_COLONS = frozenset((":", "="))
_TOTALS = frozenset(("total", "todo", "all"))
_NONE = Bounds(least=Decimal(0), most=Decimal(0))


@frozen
class Phrase:
    """The tokens of a text that states one number, or two as its bounds."""

    tokens: tuple[str, ...]
    column: CountColumn
    roles: list[str] = field(factory=list, init=False)

    def read(self) -> Bounds:
        """The bounds that the tokens state.

        Raises:
            ParseError: They state no number, another kind of number, or something that is not understood.
        """
        index = self._lead()
        if self.tokens[index : index + 1] == ("-",) and self._is_number(index + 1):
            raise ParseError("a count must not be negative", code="count.negative", text="")
        if self._is_none(index):
            return _NONE
        index = self._skip(index, *SIDES, "about", "label")
        numbers, index = self._between(index) or self._numbers(index, "range")
        if not numbers:
            vague = words.phrase(self.tokens, 0, "vague")
            raise ParseError("no number", code="count.vague" if vague else "count.none", text="")
        return self._contents(numbers, index) or self._with_tail(numbers, self._of_whole(numbers, index))

    def is_remark(self) -> bool:
        """True if the tokens say only what is counted, or how exactly: ``(pzas.)``, ``(aprox.)``."""
        index = 0
        while index < len(self.tokens):
            length = max(words.phrase(self.tokens, index, role) for role in (*SIDES, "about", "piece"))
            if not length:
                return False
            index += length
        return True

    def is_note(self) -> bool:
        """True if the tokens change nothing: ``(sic)``, ``(antes 17)``, ``(con cargador)``, ``(pistolas)``."""
        if words.phrase(self.tokens, 0, "note") == len(self.tokens) or words.phrase(self.tokens, 0, "with"):
            return True
        if length := words.phrase(self.tokens, 0, "was"):
            numbers, after = self._numbers(length, "range")
            return bool(numbers) and after == len(self.tokens)
        if any(token[0].isdigit() or words.value(token, "number") is not None for token in self.tokens):
            return False
        tail = read_tail(("1", *self.tokens), 1)
        return tail.is_understood and tail.unit is None and not tail.roles

    def _lead(self) -> int:
        """The index behind labels, and behind what is counted where that stands before the number: ``armas: 5``."""
        index = 0
        while index < len(self.tokens):
            length = max(words.phrase(self.tokens, index, "label"), self._thing_before(index))
            if not length or self._is_longer(index, length):
                return index
            index += length
            index += index < len(self.tokens) and self.tokens[index] in _COLONS
        return index

    def _thing_before(self, index: int) -> int:
        """How many tokens name what is counted before its number; a singular names the thing that the number marks."""
        length = words.phrase(self.tokens, index, "piece")
        if not length and things.is_thing(self.tokens[index]):
            length = 1
        if not length:
            return 0
        word, behind = self.tokens[index + length - 1], self.tokens[index + length : index + length + 1]
        named = words.phrase(self.tokens, index, "name")
        return length if (word.endswith("s") or behind == (":",)) and not named else 0

    def _is_none(self, index: int) -> bool:
        """True if the tokens state that there is no such thing: ``ninguna``, ``no weapons recovered``."""
        length = words.phrase(self.tokens, index, "zero")
        before = words.phrase(self.tokens, index, "zero_before")
        after = index + max(length, before)
        if after == index or (length and after == len(self.tokens)):
            return bool(length) and self.tokens[index:] != ("none",)
        tail = read_tail(self.tokens, after)
        return tail.is_understood and not tail.roles and tail.unit is None

    def _skip(self, index: int, *roles: str) -> int:
        """The index behind all phrases of *roles* from *index* on, whose roles are noted; the longest phrase counts.

        A word that begins a number (``un``) ends them, unless the phrase is longer than the number.
        """
        while True:
            length, role = max((words.phrase(self.tokens, index, role), role) for role in roles)
            if not length or self._is_longer(index, length):
                return index
            self.roles.append(role)
            index += length
            index += self.tokens[index : index + 1] in {(":",), ("=",)}

    def _is_longer(self, index: int, length: int) -> bool:
        """True if a number begins at *index* that is as long as a phrase of *length* tokens."""
        found = read_number(self.tokens, index, self.column)
        return found is not None and found[1] - index >= length

    def _is_number(self, index: int) -> bool:
        return read_number(self.tokens, index, self.column) is not None

    def _between(self, index: int) -> tuple[list[Number], int] | None:
        """Two numbers behind a word such as ``entre``; None if there is no such word, or only one number behind it."""
        first = index + words.phrase(self.tokens, index, "between")
        for role in ("joint", "range") if first > index else ():
            numbers, after = self._numbers(first, role)
            if len(numbers) > 1:
                return numbers, after
        return None

    def _numbers(self, index: int, role: str) -> tuple[list[Number], int]:
        """One number at *index*, or two with a word of *role* between them; none if there is no number."""
        first = read_number(self.tokens, index, self.column)
        if first is None:
            return [], index
        between = words.phrase(self.tokens, first[1], role)
        second = read_number(self.tokens, first[1] + between, self.column) if between else None
        return ([first[0]], first[1]) if second is None else ([first[0], second[0]], second[1])

    def _of_whole(self, numbers: list[Number], index: int) -> int:
        """The index behind the whole of which a number is a part, in ``1 de 3``; *index* if there is none."""
        length = words.phrase(self.tokens, index, "of")
        whole = read_number(self.tokens, index + length, self.column) if length else None
        if whole is None or len(numbers) > 1 or whole[0].value < numbers[0].value:
            return index
        return whole[1]

    def _contents(self, numbers: list[Number], index: int) -> Bounds | None:
        """The pieces in packings, in ``3 boxes of 50``; None if the text does not state what they hold.

        What ``2 cajas con 25 cartuchos`` hold is open: 25 together, or 25 in each.
        """
        unit = things.unit(self.tokens, index)
        if unit is None or unit[1].sort != "packing" or len(numbers) > 1 or self.roles or numbers[0].fraction:
            return None
        index += unit[0]
        of = words.phrase(self.tokens, index, "of") or int(self.tokens[index : index + 1] in {("x",), ("@",)})
        inside = self._inside(index, of or words.phrase(self.tokens, index, "holding"))
        if inside is None:
            return None
        number, after = inside
        end = next((at for at in range(after, len(self.tokens)) if words.phrase(self.tokens, at, "each")), None)
        rest = self.tokens[after:end]
        if of and end is None and not rest and words.is_bore(self.tokens[after - 1]):
            raise ParseError("a caliber or a number", code="count.not_understood", text="")
        tail = read_tail(self.tokens[:end], after)
        if not tail.is_understood or tail.unit is not None or tail.roles:
            return None
        packings = 1 if not _TOTALS.isdisjoint(rest) else numbers[0].value
        return packed(packings, number, each=bool(of) or end is not None)

    def _inside(self, index: int, length: int) -> tuple[int, int] | None:
        """The number behind *length* tokens that tie it to packings, and the index behind it; None if there is none."""
        found = read_number(self.tokens, index + length, self.column) if length else None
        if found is None or found[0].fraction or found[0].rounded_to > 1:
            return None
        return found[0].value, found[1]

    def _with_tail(self, numbers: list[Number], index: int) -> Bounds:
        tail = read_tail(self.tokens, index)
        if not tail.is_understood:
            self._refuse(index, tail.after)
        unit = tail.unit
        if unit is not None and unit.sort == "other":
            raise ParseError("another unit", code="count.other_unit", text="")
        roles = {*self.roles, *tail.roles}
        return stated(numbers, roles, unit, is_bare=len(self.tokens) == 1)

    def _refuse(self, index: int, after: int) -> None:
        """Raise the error of a text that states more than was understood."""
        if any(starts_again(self.tokens, each) for each in range(index, len(self.tokens))):
            raise ParseError("several numbers", code="count.several", text="")
        if words.phrase(self.tokens, 0, "vague"):
            raise ParseError("a vague word", code="count.vague", text="")
        unit = things.unit(self.tokens, after) is not None
        raise ParseError(
            "another unit" if unit else "more than a number",
            code="count.other_unit" if unit else "count.not_understood",
            text="",
        )


def packed(packings: int, inside: int, *, each: bool) -> Bounds:
    """The pieces in so many *packings*: *inside* in each of them, or if that is open perhaps in all together."""
    most = Decimal(packings * inside)
    return Bounds(least=most if each else min(most, Decimal(inside)), most=most)


def parts(tokens: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The tokens cut before each further number that counts: ``5 largas``, ``3 cortas``."""
    found: list[list[str]] = [[]]
    for index, token in enumerate(tokens):
        if found[-1] and starts_again(tokens, index):
            found.append([])
        elif found[-1] or not (token in {",", "+", ";", "&", "|"} or words.phrase(tokens, index, "joint")):
            found[-1].append(token)
    return [tuple(part) for part in found]
