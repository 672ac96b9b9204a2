"""Matches as the rows of a table, with the same columns in the same order."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from armstrace.matching.coverage import lists as _lists

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from armstrace import explain
    from armstrace.explain import Caveat, Reason
    from armstrace.matching.match import Match
    from armstrace.matching.results.shortlists import Shortlist, Unmatched
    from armstrace.records.recorded import RecordedWeapon

Row: TypeAlias = dict[str, str | float | None]

_LINK_COLUMNS = (
    "found", "found_in", "listed", "listed_in", "verdict", "probability", "list", "custody_context", "holder",
    "listed_on", "reasons_for", "reasons_against", "rivals", "caveats", "confirmed_by", "confirmed_in",
)  # fmt: skip
_PAIR_COLUMNS = (
    "cluster", "record", "record_in", "other", "other_in", "verdict", "probability", "reasons_for", "reasons_against",
    "caveats",
)  # fmt: skip


def of_shortlist(shortlist: Shortlist, language: explain.Language) -> Iterator[Row]:
    """The rows of a shortlist: one row for each match of the found weapon."""
    for match, context in zip(shortlist.matches, shortlist.contexts, strict=True):
        yield dict.fromkeys(_LINK_COLUMNS) | {
            **_record("found", match.left, language),
            **_record("listed", match.right, language),
            **_assessment(match, language),
            "list": _lists.list_name(match.right),
            "custody_context": context.value,
            "holder": match.right.holder,
            "listed_on": None if match.right.date is None else str(match.right.date),
            "rivals": ", ".join(match.rivals) or None,
            "caveats": _joined((*match.caveats, *shortlist.absences), language),
            "confirmed_by": match.confirmed_by,
            "confirmed_in": match.confirmation.label(language) if match.confirmation is not None else None,
        }


def of_unmatched(unmatched: Unmatched, language: explain.Language) -> Row:
    """The row of a found weapon for which the lists hold no similar weapon."""
    return dict.fromkeys(_LINK_COLUMNS) | {
        **_record("found", unmatched.left, language),
        "verdict": "unmatched",
        "reasons_against": unmatched.reason.explain(language),
        "caveats": _joined(unmatched.absences, language),
    }


def of_pair(match: Match, cluster: int | None, language: explain.Language) -> Row:
    """The row of two matched records of one list; *cluster* is None if they belong to no cluster."""
    return dict.fromkeys(_PAIR_COLUMNS) | {
        "cluster": cluster,
        **_record("record", match.left, language),
        **_record("other", match.right, language),
        **_assessment(match, language),
    }


def of_not_comparable(unmatched: Unmatched, language: explain.Language) -> Row:
    """The row of a record of one list that could not be compared with the others."""
    return dict.fromkeys(_PAIR_COLUMNS) | {
        **_record("record", unmatched.left, language),
        "verdict": "not_comparable",
        "reasons_against": unmatched.reason.explain(language),
    }


def _record(column: str, record: RecordedWeapon, language: explain.Language) -> Row:
    return {column: record.reference, f"{column}_in": record.citation.label(language)}


def _assessment(match: Match, language: explain.Language) -> Row:
    return {
        "verdict": match.verdict.value,
        "probability": match.probability,
        "reasons_for": _joined(match.reasons_for, language),
        "reasons_against": _joined(match.reasons_against, language),
        "caveats": _joined(match.caveats, language),
    }


def _joined(parts: Iterable[Reason | Caveat], language: explain.Language) -> str | None:
    return "; ".join(part.explain(language) for part in parts) or None
