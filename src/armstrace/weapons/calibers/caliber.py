"""Calibers as far as a text settles them.

`Caliber.parse` reads a single caliber, `read` all calibers that a messy field names, in English, Spanish and
Portuguese. A caliber keeps all `Caliber.candidates`, the `Caliber.basis` of the reading and the `Caliber.repairs` that
the text needed.

>>> Caliber.parse("7.62X39 mm").cartridge
Cartridge(id='7.62x39mm', name='7.62x39 mm')
>>> bare = Caliber.parse("9 MM")
>>> bare.basis, bare.cartridge.id, len(bare.candidates)
(<CaliberBasis.CONVENTION: 'convention'>, '9x19mm', 7)
>>> [row.id for row in Caliber.parse(".38", kind="revolver").candidates]
['38-sw', '38-long-colt', '38-special']
>>> [str(each) for each in read("diversos calibres, incluindo 5.56 e .40 S&W")]
['5.56 mm', '.40 S&W']
"""

from __future__ import annotations

import functools
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Protocol, TypeAlias

from attrs import field, frozen

from armstrace.errors import ParseError
from armstrace.weapons.calibers import places, reader
from armstrace.weapons.calibers.basis import CaliberBasis
from armstrace.weapons.calibers.bores import Bore, BoreUnit
from armstrace.weapons.calibers.cartridges import Cartridge
from armstrace.weapons.calibers.index import index
from armstrace.weapons.calibers.joining import Garbled

if TYPE_CHECKING:
    from armstrace.weapons.calibers.meanings import Reading

_FORMAL = re.compile(r"(?:usually|perhaps) | bore(?: only)?$")
_BORE = re.compile(r"(\d{1,4}(?:\.\d{1,4})?|\.\d{1,4}) (mm|in|gauge)")
_LONGEST = 2000
_CACHED = 200
_CACHED_ROWS = 4096
_USUALLY, _PERHAPS = "usually", "perhaps"
# kinds that stand for a broader word of the vocabulary
_EVIDENCE = {"airgun": "pellet", "underbarrel_grenade_launcher": "grenade_launcher", "machine_pistol": "submachine_gun"}
_ALONE = ", bore only"
_HEAVY = 12


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


Kind: TypeAlias = "str | _HasId"


def _agrees(caliber: Caliber, _attribute: object, basis: CaliberBasis) -> None:
    if (basis is CaliberBasis.NAMED and len(caliber.candidates) != 1) or (
        not caliber.candidates and basis is not CaliberBasis.BORE_ONLY
    ):
        raise ValueError(f"basis {basis.value} with {len(caliber.candidates)} candidates")
    if basis is CaliberBasis.BORE_ONLY and caliber.bore is None:
        raise ValueError("basis bore_only without a bore")


@frozen(kw_only=True, eq=False)
class Caliber:
    """A caliber as far as a text settles it.

    Two calibers that name the same cartridge are equal, however its bore is written; all others are equal if
    candidates, basis and bore are.

    Attributes:
        candidates: The cartridges that the text may mean; the convention first, if there is one.
        bore: The bore as written, or None where the number may be a gauge or a diameter.
        basis: ``NAMED`` (the text names one cartridge), ``CONVENTION`` (users take the first candidate for granted),
            ``OPEN`` (nothing chooses among the candidates) or ``BORE_ONLY`` (a bore and no cartridge; the candidates
            are then the rounds of the table for a bore of 12 mm and more, and never all there are).
        repairs: The repairs that the text needed; not part of equality.
        unread: The parts of the field that belong to none of its calibers: a maker, a count; not part of equality.
        raw: The text it was read from; not part of equality.
    """

    candidates: tuple[Cartridge, ...] = ()
    bore: Bore | None = None
    basis: CaliberBasis = field(validator=_agrees)
    repairs: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    raw: str = ""

    @classmethod
    def parse(cls, text: str, kind: Kind | None = None) -> Caliber:
        """The caliber that *text* names.

        Args:
            text: A caliber field, such as ``CAL. 7,62X39 MM``.
            kind: The kind of weapon beside it (an id such as ``"revolver"``, or a registry row), as evidence.

        Raises:
            ParseError: The text names no caliber, or several separate ones.

        >>> Caliber.parse(".32", kind="shotgun").cartridge.id
        '32-gauge'
        """
        found = read(text, kind)
        if len(found) == 1:
            return found[0]
        cause, code = ("several calibers", "caliber.several") if found else ("no caliber", "caliber.none")
        raise ParseError(cause, code=code, text=text, hint="calibers.read gives them all" if found else "")

    @property
    def cartridge(self) -> Cartridge | None:
        """The cartridge that is named or taken for granted; None where the text leaves it open."""
        return self.candidates[0] if self.basis in (CaliberBasis.NAMED, CaliberBasis.CONVENTION) else None

    @property
    def settled(self) -> bool:
        """True if only one cartridge can be meant."""
        return self.cartridge is not None and len(self.candidates) == 1

    @property
    def nominal_bore(self) -> Bore | None:
        """The bore as written; of a named cartridge, the bore in its usual name, so that equal calibers have one.

        >>> str(Caliber.parse("9x29R").nominal_bore), str(Caliber.parse(".38 Special").nominal_bore)
        ('.38 in', '.38 in')
        """
        return _bore_in_name(self.candidates[0]) if self.basis is CaliberBasis.NAMED else self.bore

    def _identity(self) -> tuple[object, ...]:
        return self.basis, self.candidates, None if self.basis is CaliberBasis.NAMED else self.bore

    def __eq__(self, other: object) -> bool:
        return self._identity() == other._identity() if isinstance(other, Caliber) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._identity())

    def __str__(self) -> str:
        if self.basis is CaliberBasis.BORE_ONLY:
            return f"{self.bore}{_ALONE if str(self.bore).endswith('gauge') else ' bore'}"
        if self.basis is CaliberBasis.NAMED:
            row = self.candidates[0]
            return next((name for name in row.names if read(name) == (self,)), row.name)
        bore = str(self.bore or "")
        plain = bore.removesuffix(" in").removesuffix(" gauge")
        if plain and read(plain) == (self,):
            return plain
        word = _USUALLY if self.basis is CaliberBasis.CONVENTION else _PERHAPS
        ids = " or ".join(row.id for row in self.candidates)
        return f"{bore}: {word} {ids}" if bore else f"{word} {ids}"


def read(text: str, kind: Kind | None = None) -> tuple[Caliber, ...]:
    """All calibers that *text* names, in its order; empty where a member of a list cannot be read.

    Args:
        text: A field of a record, or a phrase.
        kind: The kind of weapon beside it, as evidence.

    Raises:
        ParseError: The text is longer than any field (2,000 characters).

    >>> [str(each) for each in read("12, 20, .410")]
    ['12', '20', '.410']
    """
    kind_id = kind if kind is None or isinstance(kind, str) else kind.id
    return _cached(text, kind_id) if len(text) <= _CACHED else _read(text, kind_id)


def _read(text: str, kind: str | None) -> tuple[Caliber, ...]:
    if len(text) > _LONGEST:
        raise ParseError(
            "too long for a caliber", code="caliber.too_long", text=text, hint=f"at most {_LONGEST} characters"
        )
    if _FORMAL.search(text):
        formal = _formal(text)
        if formal is not None:
            return (formal,)
    try:
        found = reader.read(text, evidence_of(kind))
    except Garbled:
        return ()
    if not found.readings:
        return ()
    left = unread_in(found)
    return tuple([_caliber(reading, text, left) for reading in found.readings])


def _formal(text: str) -> Caliber | None:
    """The caliber of a text in the form of `Caliber.__str__`, such as ``.50 in: usually 12.7x99mm``; else None."""
    written, _, rest = text.rpartition(": ")
    word, _, names = rest.partition(" ")
    if word in (_USUALLY, _PERHAPS):
        rows = [Cartridge.get(each) for each in names.split(" or ")]
        bore = _written_bore(written)
        if (bore is None) == bool(written) or not all(rows):
            return None
        basis = CaliberBasis.CONVENTION if word == _USUALLY else CaliberBasis.OPEN
        return Caliber(candidates=tuple(row for row in rows if row), bore=bore, basis=basis, raw=text)
    ending = _ALONE if text.endswith(_ALONE) else " bore"
    bore = _written_bore(text.removesuffix(ending)) if text.endswith(ending) else None
    if bore is None or (bore.unit == "gauge") != (ending == _ALONE):
        return None  # a 12 gauge bore is a 12 gauge, as anybody would write it
    return Caliber(candidates=_of_bore(bore), bore=bore, basis=CaliberBasis.BORE_ONLY, raw=text)


def _written_bore(text: str) -> Bore | None:
    match = _BORE.fullmatch(text)
    if match is None:
        return None
    unit: BoreUnit = "mm" if match[2] == "mm" else "inch" if match[2] == "in" else "gauge"
    value = Decimal(match[1])
    return Bore(value=value, unit=unit) if value else None


def _of_bore(bore: Bore) -> tuple[Cartridge, ...]:
    """The cartridges with this nominal bore; empty unless it is large and in millimeters."""
    if bore.unit != "mm" or bore.value < _HEAVY:
        return ()
    return _rows(index().by_nominal.get(str(bore.value), ()))


@functools.lru_cache(maxsize=_CACHED_ROWS)
def _bore_in_name(cartridge: Cartridge) -> Bore | None:
    return next((caliber.bore for name in cartridge.names for caliber in read(name) if caliber.bore is not None), None)


_cached = functools.lru_cache(maxsize=65536)(_read)


def evidence_of(kind: Kind | None) -> tuple[str, ...]:
    """The kind of weapon as evidence for the reader: its id, or that of a broader word of the vocabulary."""
    if kind is None:
        return ()
    kind_id = kind if isinstance(kind, str) else kind.id
    return (_EVIDENCE.get(kind_id, kind_id),)


def unread_in(found: reader.Result) -> tuple[str, ...]:
    """The parts of the field that belong to no caliber: what was not understood, and what counts or measures."""
    spans = places.unread(found)
    if found.quantities:
        spans = tuple(sorted((*spans, *((each.start, each.end) for each in found.quantities))))
    return tuple(found.text[start:end] for start, end in spans)


def caliber_of(reading: Reading, found: reader.Result) -> Caliber:
    """The caliber of a reading of the field *found*."""
    return _caliber(reading, found.text, unread_in(found))


def _caliber(reading: Reading, text: str, unread: tuple[str, ...]) -> Caliber:
    basis, ids, convention, bore, _, _, repairs, _ = reading
    return Caliber(
        candidates=_of_bore(bore) if basis is CaliberBasis.BORE_ONLY and bore else _rows(ids, convention),
        bore=bore,
        basis=basis,
        repairs=tuple(dict.fromkeys(repairs)) if repairs else (),
        unread=unread,
        raw=text,
    )


@functools.lru_cache(maxsize=_CACHED_ROWS)
def _rows(ids: tuple[str, ...], convention: str = "") -> tuple[Cartridge, ...]:
    """The cartridges with these ids in the order of the table, but the cartridge *convention* (an id) first."""
    rank = index().rank
    rows = [row for each in dict.fromkeys(ids) if (row := Cartridge.get(each))]
    return tuple(sorted(rows, key=lambda row: (row.id != convention, rank[row.id])))
