"""Matches as the rows of a table, with the same columns in the same order."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from armstrace.matching.coverage import lists as _lists

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from armstrace import explain
    from armstrace.explain import Caveat, Reason
    from armstrace.matching.compare import Match
    from armstrace.matching.results.shortlists import Hits, Unmatched

Row: TypeAlias = dict[str, str | float | None]


def of_hits(hits: Hits, language: explain.Language) -> Iterator[Row]:
    """One row for each match of a found weapon."""
    for match, hands in zip(hits.matches, hits.hands, strict=True):
        yield {
            "found": match.left.reference,
            "found_in": match.left.citation.label(language),
            "listed": match.right.reference,
            "listed_in": match.right.citation.label(language),
            "verdict": match.verdict.value,
            "probability": match.probability,
            "list": _lists.list_name(match.right),
            "hands": hands.value,
            "holder": match.right.holder,
            "listed_on": _text(match.right.date),
            "reasons_for": _told(match.reasons_for, language),
            "reasons_against": _told(match.reasons_against, language),
            "rivals": ", ".join(match.rivals) or None,
            "caveats": _told((*match.caveats, *hits.absences), language),
            "confirmed_by": match.confirmed_by,
            "confirmed_in": match.confirmation.label(language) if match.confirmation is not None else None,
        }


def of_unmatched(unmatched: Unmatched, language: explain.Language) -> Row:
    """The row of a found weapon to which no listed one comes close."""
    return {
        "found": unmatched.left.reference,
        "found_in": unmatched.left.citation.label(language),
        "listed": None,
        "listed_in": None,
        "verdict": "unmatched",
        "probability": None,
        "list": None,
        "hands": None,
        "holder": None,
        "listed_on": None,
        "reasons_for": None,
        "reasons_against": unmatched.reason.explain(language),
        "rivals": None,
        "caveats": _told(unmatched.absences, language),
        "confirmed_by": None,
        "confirmed_in": None,
    }


def of_pair(match: Match, cluster: int | None, language: explain.Language) -> Row:
    """The row of two records of one list."""
    return {
        "cluster": cluster,
        "record": match.left.reference,
        "record_in": match.left.citation.label(language),
        "other": match.right.reference,
        "other_in": match.right.citation.label(language),
        "verdict": match.verdict.value,
        "probability": match.probability,
        "reasons_for": _told(match.reasons_for, language),
        "reasons_against": _told(match.reasons_against, language),
        "caveats": _told(match.caveats, language),
    }


def of_unsought(unsought: Unmatched, language: explain.Language) -> Row:
    """The row of a record that could not be compared with the others."""
    return {
        "cluster": None,
        "record": unsought.left.reference,
        "record_in": unsought.left.citation.label(language),
        "other": None,
        "other_in": None,
        "verdict": "not_comparable",
        "probability": None,
        "reasons_for": None,
        "reasons_against": unsought.reason.explain(language),
        "caveats": None,
    }


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _told(parts: Iterable[Reason | Caveat], language: explain.Language) -> str | None:
    return "; ".join(part.explain(language) for part in parts) or None
