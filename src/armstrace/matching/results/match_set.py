"""The result of linking two lists: each found weapon once, with its shortlist or with the reason why it has none.

`armstrace.link` makes a `MatchSet`. Iterating over it gives the leads; `MatchSet.by_found` gives the shortlist of each
found weapon, `MatchSet.unmatched` the found weapons without one and what that means for each list, `MatchSet.account`
the totals, and `MatchSet.stamp` the fingerprint of the question.
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

import attrs
from attrs import field, frozen

from armstrace import explain
from armstrace.errors import UnknownEntry
from armstrace.matching.candidates.blocking import NOT_LISTED, SOUGHT
from armstrace.matching.coverage import lists as _lists
from armstrace.matching.coverage.lists import KnownLists, SearchedLists
from armstrace.matching.match import Match  # noqa: TC001 (attrs resolves the types of cached properties)
from armstrace.matching.prevalence import Prevalence
from armstrace.matching.results import rows as _rows
from armstrace.matching.results.account import MatchAccount
from armstrace.matching.results.provenance import MatchStamp
from armstrace.matching.results.shortlists import Outcome, Shortlist, Unmatched
from armstrace.matching.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from armstrace.explain import Reason
    from armstrace.matching.coverage.scopes import ListScope
    from armstrace.matching.match_model import MatchModel
    from armstrace.matching.results.rows import Row
    from armstrace.records.recorded import RecordedWeapon
    from armstrace.sources import Citation

# the matches of one found weapon, and the reason if there are none
Answer: TypeAlias = "tuple[Sequence[Match], Reason | None]"


@frozen(kw_only=True)
class MatchSet:
    """The result of linking two lists.

    Attributes:
        by_found: The shortlist of each found weapon that has one, in the order of the found weapons.
        unmatched: The found weapons without a shortlist, in the same order.
        account: The totals.
        stamp: The fingerprint of the question that this set answers.
        prevalence: The estimated share of found weapons that are on the list; all probabilities rest on it.
        unused_scopes: Names of scopes that were given, but belong to none of the lists.
    """

    by_found: tuple[Shortlist, ...] = field(default=(), repr=False)
    unmatched: tuple[Unmatched, ...] = field(default=(), repr=False)
    account: MatchAccount
    stamp: MatchStamp
    prevalence: Prevalence
    unused_scopes: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        shown = len(self.by_found) + len(self.unmatched)
        if shown + self.account.filtered_found != self.account.left:
            raise ValueError(f"{shown} found weapons shown, {self.account!r}")

    @classmethod
    def from_answers(
        cls,
        found: Sequence[RecordedWeapon],
        listed: Sequence[RecordedWeapon],
        answers: Iterable[Answer],
        *,
        using: MatchModel,
        prevalence: Prevalence,
        scopes: Iterable[ListScope] = (),
    ) -> MatchSet:
        """The set made of the answer for each found weapon.

        Args:
            found: The found weapons.
            listed: The listed weapons.
            answers: For each found weapon, in order, its matches, the likeliest first, and the reason if it has none.
            using: The match model.
            prevalence: The estimated share of found weapons that are on the list.
            scopes: Scopes of lists; they take precedence over ready-made scopes of the same name.

        Raises:
            AmbiguousEntry: Two of the scopes have one name.
            ValueError: The number of answers is not that of the found weapons.
        """
        scopes = tuple(scopes)
        known = KnownLists.of(scopes)
        searched = SearchedLists.of(listed, known)
        by_found: list[Shortlist] = []
        unmatched: list[Unmatched] = []
        # a record that was given several times has one answer and one shortlist
        shortlists: dict[int, tuple[Sequence[Match], Shortlist]] = {}
        for weapon, (matches, why_none) in zip(found, answers, strict=True):
            if not matches:
                reason = why_none or NOT_LISTED
                absences = searched.absences(weapon, sought=reason.code in SOUGHT)
                unmatched.append(Unmatched(left=weapon, reason=reason, absences=absences))
                continue
            known_matches, shortlist = shortlists.get(id(weapon), (None, None))
            if shortlist is None or known_matches is not matches:
                shortlist = Shortlist.of(weapon, matches, known, searched)
                shortlists[id(weapon)] = matches, shortlist
            by_found.append(shortlist)
        counts = Counter(shortlist.outcome.value for shortlist in by_found)
        counts[Outcome.UNMATCHED.value] = len(unmatched)
        return cls(
            by_found=tuple(by_found),
            unmatched=tuple(unmatched),
            account=MatchAccount(left=len(found), right=len(listed), **counts),
            stamp=MatchStamp.of(found, listed, using=using, scopes=scopes),
            prevalence=prevalence,
            unused_scopes=known.unused(scopes),
        )

    @cached_property
    def leads(self) -> tuple[Match, ...]:
        """All matches with the verdict LEAD."""
        return self._of_verdict(Verdict.LEAD)

    @cached_property
    def candidates(self) -> tuple[Match, ...]:
        """All matches with the verdict INCONCLUSIVE."""
        return self._of_verdict(Verdict.INCONCLUSIVE)

    @cached_property
    def excluded(self) -> tuple[Match, ...]:
        """All matches with the verdict EXCLUDED: the serial numbers are similar, but the records speak against it."""
        return self._of_verdict(Verdict.EXCLUDED)

    @cached_property
    def confirmed(self) -> tuple[Match, ...]:
        """All matches with the verdict CONFIRMED."""
        return self._of_verdict(Verdict.CONFIRMED)

    def _of_verdict(self, verdict: Verdict) -> tuple[Match, ...]:
        return tuple(match for shortlist in self.by_found for match in shortlist.with_verdict(verdict))

    def __iter__(self) -> Iterator[Match]:
        return iter(self.leads)

    def __len__(self) -> int:
        return len(self.leads)

    def __str__(self) -> str:
        return self.explain()

    def confirm(self, match: Match, by: str, citation: Citation) -> MatchSet:
        """This set with one of its matches confirmed, and the account that follows from it; see `Match.confirm`.

        Args:
            match: The match; it must be part of this set.
            by: The examiner, agency or court that confirms it.
            citation: The document that says so.

        Raises:
            ParseError: The name is empty.
            TypeError: Not a name, or not a citation.
            UnknownEntry: The match is not part of this set.
        """
        confirmed = match.confirm(by, citation)
        before = [shortlist.outcome for shortlist in self.by_found if match in shortlist.matches]
        if not before:
            raise UnknownEntry("matches of this set", key=f"{match.left.reference}, {match.right.reference}")
        by_found = tuple(shortlist.with_match(match, confirmed) for shortlist in self.by_found)
        moved = Counter(outcome.value for outcome in before)
        counts = {name: getattr(self.account, name) - moved[name] for name in moved}
        counts["matched"] = counts.get("matched", self.account.matched) + len(before)
        return attrs.evolve(self, by_found=by_found, account=attrs.evolve(self.account, **counts))

    def filter(
        self, *, verdict: Verdict | None = None, at_least: float = 0.0, where: Callable[[Match], bool] | None = None
    ) -> MatchSet:
        """The matches that meet all given conditions.

        Found weapons without a remaining match are left out. The account still counts all found weapons by their
        outcome, and says how many were left out.

        Args:
            verdict: Only matches of this verdict.
            at_least: Only matches of this probability or more.
            where: Only matches for which this function returns True.

        Raises:
            ValueError: No such verdict; a probability that is not from 0 to 1.
        """
        wanted = Verdict(verdict) if verdict is not None else None
        if not 0 <= at_least <= 1:
            raise ValueError(f"at_least: a probability is from 0 to 1, and not {at_least}")

        def keeps(match: Match) -> bool:
            return (
                (wanted is None or match.verdict is wanted)
                and match.probability >= at_least
                and (where is None or where(match))
            )

        kept: list[Shortlist] = []
        for shortlist in self.by_found:
            pairs = [pair for pair in zip(shortlist.matches, shortlist.contexts, strict=True) if keeps(pair[0])]
            if pairs:
                matches, contexts = zip(*pairs, strict=True)
                kept.append(attrs.evolve(shortlist, matches=matches, contexts=contexts))
        account = attrs.evolve(
            self.account,
            filtered_found=self.account.left - len(kept),
            filtered_matches=self.account.filtered_matches + _count(self.by_found) - _count(kept),
        )
        return attrs.evolve(self, by_found=tuple(kept), unmatched=(), account=account)

    def rows(self, language: explain.Language = "en") -> tuple[Row, ...]:
        """One row for each match and for each unmatched found weapon, to write to a table.

        The columns are always the same and in this order: ``found`` and ``found_in`` (reference and citation of the
        found record), ``listed`` and ``listed_in``, ``verdict``, ``probability``, ``list``, ``custody_context``,
        ``holder``, ``listed_on``, ``reasons_for``, ``reasons_against``, ``rivals``, ``caveats``, ``confirmed_by`` and
        ``confirmed_in``. Verdicts and custody contexts are codes; reasons and caveats are sentences. A value that is
        unknown or does not apply is None.

        The cells hold the text of the records: a cell may begin with ``=`` and be run as a formula by a spreadsheet.
        Quote such cells before you write the rows to a file for a spreadsheet.
        """
        found = tuple(row for shortlist in self.by_found for row in _rows.of_shortlist(shortlist, language))
        return (*found, *(_rows.of_unmatched(unmatched, language) for unmatched in self.unmatched))

    def explain(self, language: explain.Language = "en") -> str:
        """The account: how many found weapons have leads, inconclusive or excluded matches only, or none at all.

        Further lines give the number of confirmed matches, and the given scopes that belong to none of the lists.
        """
        lines = [self.account.explain(language)]
        if self.confirmed:
            lines.append(explain.say("match.confirmed_of", explain.values(count=len(self.confirmed)), language))
        if self.unused_scopes:
            lines.append(explain.say("match.unused_scopes", (("scopes", _lists.named(self.unused_scopes)),), language))
        return "\n".join(lines)


def _count(shortlists: Iterable[Shortlist]) -> int:
    return sum(len(shortlist.matches) for shortlist in shortlists)
