"""Calibers in a text with their places, for readers of whole phrases."""

from __future__ import annotations

from attrs import frozen

from armstrace.weapons.calibers import places, reader
from armstrace.weapons.calibers.caliber import Caliber, Kind, caliber_of, evidence_of
from armstrace.weapons.calibers.joining import Garbled
from armstrace.weapons.calibers.places import Span
from armstrace.weapons.quantities.quantity import Quantity


@frozen(kw_only=True)
class FoundCaliber:
    """A caliber, and the stretches of the text that name it, each with start and end."""

    caliber: Caliber
    spans: tuple[Span, ...]


@frozen(kw_only=True)
class CaliberFindings:
    """The calibers in a text, and what else stands in it.

    No stretch stands over another, apart from the noun of a count, which may be evidence too.

    Attributes:
        calibers: The calibers with their places, in the order of the text.
        quantities: Numbers that count or measure something, and so are no calibers.
        evidence: Stretches that name a kind of weapon, a load, or a link between two calibers.
        unread: Stretches that were not understood, without small words; makers and models are among them.
    """

    calibers: tuple[FoundCaliber, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    evidence: tuple[Span, ...] = ()
    unread: tuple[Span, ...] = ()


def find(text: str, kind: Kind | None = None) -> CaliberFindings:
    """The calibers in *text* with their places in it, the quantities, and what was not understood.

    Args:
        text: A text with one kind of space and dash, as `armstrace._normalize.tidy` gives it.
        kind: The kind of weapon beside it, as evidence.

    >>> text = "Pistola Glock calibre 9 mm con 45 cartuchos"
    >>> found = find(text)
    >>> [(str(each.caliber), [text[slice(*span)] for span in each.spans]) for each in found.calibers]
    [('9 mm', ['calibre 9 mm'])]
    >>> [text[slice(*span)] for span in found.unread]
    ['Glock', 'cartuchos']
    >>> [str(each.value) for each in found.quantities]
    ['45']
    """
    try:
        result = reader.read(text, evidence_of(kind))
    except Garbled:
        return CaliberFindings(unread=((0, len(text)),))
    spans = places.spans(result)
    return CaliberFindings(
        calibers=tuple(
            FoundCaliber(caliber=caliber_of(reading, result), spans=each)
            for reading, each in zip(result.readings, spans, strict=True)
        ),
        quantities=result.quantities,
        evidence=places.evidence(result),
        unread=places.unread(result),
    )
