"""What came of linking two lists: each found weapon once, with its hits or with the reason why it has none.

`armstrace.matching.link.link` makes a `MatchSet`. Iterating over it gives the leads; `MatchSet.by_found` gives all hits
of a found weapon together, `MatchSet.unmatched` those without and what that means list by list, `MatchSet.account` how
the found weapons add up, and `MatchSet.stamp` what the answer rests on.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeAlias

import attrs
from attrs import Factory, field, frozen, validators

from armstrace import explain
from armstrace.errors import UnknownEntry
from armstrace.explain import Caveat, Reason
from armstrace.matching.candidates.blocking import BATCH_NOT_LISTED, NOT_LISTED
from armstrace.matching.compare import Match, Verdict
from armstrace.matching.coverage import lists as _lists
from armstrace.matching.coverage.lists import KnownLists, Searched
from armstrace.matching.coverage.scopes import Hands
from armstrace.matching.prevalence import Shares
from armstrace.matching.results import rows as _rows
from armstrace.matching.results.provenance import MatchStamp
from armstrace.matching.results.shortlists import Hits, Outcome, Unmatched, outcome_of, recorded_as

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from armstrace.matching.coverage.scopes import ListScope
    from armstrace.matching.match_model import MatchModel
    from armstrace.matching.results.rows import Row
    from armstrace.records.recorded import RecordedWeapon
    from armstrace.sources import Citation

# the matches of one found weapon, and why there are none
Answer: TypeAlias = "tuple[Sequence[Match], Reason | None]"
_AT_LEAST_ZERO = validators.ge(0)
# the reasons that say that a weapon was looked for
_SOUGHT = (NOT_LISTED.code, BATCH_NOT_LISTED.code)


@frozen(kw_only=True)
class MatchAccount:
    """How the found weapons add up: each is exactly one of matched, short-listed, excluded and unmatched.

    Attributes:
        left: How many weapons were found.
        right: How many are listed.
        matched: How many of the found ones have a lead, or a confirmed match.
        shortlisted: How many have candidates only.
        excluded: How many have only matches that the records speak against.
        unmatched: How many have none of these.
        filtered_found: How many of the found ones `MatchSet.filter` left out.
        filtered_matches: How many matches it left out.
    """

    left: int = field(default=0, validator=_AT_LEAST_ZERO)
    right: int = field(default=0, validator=_AT_LEAST_ZERO)
    matched: int = field(default=0, validator=_AT_LEAST_ZERO)
    shortlisted: int = field(default=0, validator=_AT_LEAST_ZERO)
    excluded: int = field(default=0, validator=_AT_LEAST_ZERO)
    unmatched: int = field(default=0, validator=_AT_LEAST_ZERO)
    filtered_found: int = field(default=0, validator=_AT_LEAST_ZERO)
    filtered_matches: int = field(default=0, validator=_AT_LEAST_ZERO)

    def __attrs_post_init__(self) -> None:
        parts = self.matched + self.shortlisted + self.excluded + self.unmatched
        if parts != self.left or self.filtered_found > self.left:
            raise ValueError(f"the account does not add up: {self}")

    def explain(self, language: explain.Language = "en") -> str:
        """The account as a sentence, and a second one where something was filtered away."""
        given = explain.values(
            left=self.left,
            right=self.right,
            matched=self.matched,
            shortlisted=self.shortlisted,
            excluded=self.excluded,
            unmatched=self.unmatched,
        )
        lines = [explain.say("match.set", given, language)]
        if self.filtered_found or self.filtered_matches:
            given = explain.values(matches=self.filtered_matches, found=self.filtered_found)
            lines.append(explain.say("match.filtered", given, language))
        return "\n".join(lines)


def _of_verdict(found: Iterable[Hits], verdict: Verdict) -> tuple[Match, ...]:
    return tuple(match for hits in found for match in hits.with_verdict(verdict))


@frozen(kw_only=True)
class MatchSet:
    """What came of linking two lists.

    Attributes:
        by_found: Each found weapon that has hits, with all of them, in the order of the found weapons.
        unmatched: The found weapons that have none, likewise.
        account: How the found weapons add up.
        stamp: What the answer rests on.
        shares: How many of the found weapons are thought to be on the list, which all probabilities rest on.
        leads: All matches with the verdict LEAD.
        candidates: All that are inconclusive.
        excluded: All that the records speak against although the serial numbers come close.
        confirmed: All that somebody has confirmed.
        unused_scopes: Names of scopes that were given, though no list bears them.
    """

    by_found: tuple[Hits, ...] = ()
    unmatched: tuple[Unmatched, ...] = ()
    account: MatchAccount
    stamp: MatchStamp
    shares: Shares
    unused_scopes: tuple[str, ...] = ()
    leads: tuple[Match, ...] = field(
        init=False,
        repr=False,
        eq=False,
        default=Factory(lambda self: _of_verdict(self.by_found, Verdict.LEAD), takes_self=True),
    )
    candidates: tuple[Match, ...] = field(
        init=False,
        repr=False,
        eq=False,
        default=Factory(lambda self: _of_verdict(self.by_found, Verdict.INCONCLUSIVE), takes_self=True),
    )
    excluded: tuple[Match, ...] = field(
        init=False,
        repr=False,
        eq=False,
        default=Factory(lambda self: _of_verdict(self.by_found, Verdict.EXCLUDED), takes_self=True),
    )
    confirmed: tuple[Match, ...] = field(
        init=False,
        repr=False,
        eq=False,
        default=Factory(lambda self: _of_verdict(self.by_found, Verdict.CONFIRMED), takes_self=True),
    )

    def __attrs_post_init__(self) -> None:
        shown = len(self.by_found) + len(self.unmatched)
        if shown + self.account.filtered_found != self.account.left:
            raise ValueError(f"{shown} found weapons shown, {self.account}")

    def __iter__(self) -> Iterator[Match]:
        return iter(self.leads)

    def __len__(self) -> int:
        return len(self.leads)

    def confirm(self, match: Match, by: str, citation: Citation) -> MatchSet:
        """This set with one of its matches confirmed, and the account that follows from it; see `Match.confirm`.

        Args:
            match: The match, one of this set.
            by: Who confirms it: an examiner, an agency, a court.
            citation: Where that is written.

        Raises:
            ParseError: Nobody is named.
            TypeError: Not a name, or not a citation.
            UnknownEntry: The match is none of this set.
        """
        confirmed = match.confirm(by, citation)
        by_found = tuple(hits.with_match(match, confirmed) if match in hits.matches else hits for hits in self.by_found)
        before = [hits.outcome for hits in self.by_found if match in hits.matches]
        if not before:
            raise UnknownEntry("matches of this set", key=f"{match.left.reference}, {match.right.reference}")
        moved = Counter(outcome.value for outcome in before)
        counts = {name: getattr(self.account, name) - moved[name] for name in moved}
        counts["matched"] = counts.get("matched", self.account.matched) + len(before)
        return attrs.evolve(self, by_found=by_found, account=attrs.evolve(self.account, **counts))

    def filter(
        self,
        *,
        verdict: Verdict | None = None,
        at_least: float = 0.0,
        where: Callable[[Match], bool] | None = None,
    ) -> MatchSet:
        """The matches of a verdict, of a probability, or for which a function says yes; all that is given must hold.

        Found weapons of which no match is left are left out, and so are those that had none. The account goes on to
        tell what came of all found weapons, and how many were left out.

        Args:
            verdict: Only matches of this verdict.
            at_least: Only matches of this probability or more.
            where: Only matches for which this is true.

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

        kept: list[Hits] = []
        for hits in self.by_found:
            pairs = [(match, hands) for match, hands in zip(hits.matches, hits.hands, strict=True) if keeps(match)]
            if pairs:
                matches, hands = zip(*pairs, strict=True)
                kept.append(attrs.evolve(hits, matches=matches, hands=hands))
        account = attrs.evolve(
            self.account,
            filtered_found=self.account.left - len(kept),
            filtered_matches=self.account.filtered_matches + _count(self.by_found) - _count(kept),
        )
        return attrs.evolve(self, by_found=tuple(kept), unmatched=(), account=account)

    def rows(self, language: explain.Language = "en") -> tuple[Row, ...]:
        """One row for each match and for each found weapon without, to write to a table.

        The columns are always the same and in this order: ``found`` and ``found_in`` (reference and citation of the
        found record), ``listed`` and ``listed_in``, ``verdict``, ``probability``, ``list``, ``hands``, ``holder``,
        ``listed_on``, ``reasons_for``, ``reasons_against``, ``rivals``, ``caveats``, ``confirmed_by`` and
        ``confirmed_in``. Verdicts and hands are codes; reasons and caveats are sentences. What is not known, or does
        not apply, is None.

        The cells hold what the records say, as they say it: a cell may begin with ``=`` and be run as a formula by a
        spreadsheet. Whoever writes the rows to a file for one must quote such cells.
        """
        found = tuple(row for hits in self.by_found for row in _rows.of_hits(hits, language))
        return (*found, *(_rows.of_unmatched(each, language) for each in self.unmatched))

    def explain(self, language: explain.Language = "en") -> str:
        """The account: how many found weapons have leads, candidates only, excluded ones only, or none at all.

        Further lines say how many matches are confirmed, and which of the scopes given bear the name of no list.
        """
        lines = [self.account.explain(language)]
        if self.confirmed:
            lines.append(explain.say("match.confirmed_of", explain.values(count=len(self.confirmed)), language))
        if self.unused_scopes:
            lines.append(explain.say("match.unused_scopes", (("scopes", _lists.named(self.unused_scopes)),), language))
        return "\n".join(lines)


def _count(found: Iterable[Hits]) -> int:
    return sum(len(hits.matches) for hits in found)


def gathered(
    found: Sequence[RecordedWeapon],
    listed: Sequence[RecordedWeapon],
    answers: Iterable[Answer],
    *,
    using: MatchModel,
    shares: Shares,
    own: Iterable[ListScope] = (),
) -> MatchSet:
    """The set of what came of each found weapon.

    Args:
        found: The found weapons.
        listed: The listed weapons.
        answers: For each found weapon, in order, its matches, the likeliest first, and where there are none, why.
        using: The match model.
        shares: How many of the found weapons are thought to be on the list.
        own: Scopes of lists, which go before ready-made ones of the same name.

    Raises:
        AmbiguousEntry: Two of the own scopes bear one name.
        ValueError: There are not as many answers as found weapons.
    """
    scopes = tuple(own)
    known = KnownLists.of(scopes)
    lists = Searched.of(listed, known)
    by_found: list[Hits] = []
    unmatched: list[Unmatched] = []
    # a weapon that was given again, with the same matches, has the same hits
    before: dict[int, tuple[Sequence[Match], Hits]] = {}
    for weapon, (matches, why_none) in zip(found, answers, strict=True):
        if matches:
            known_matches, hits = before.get(id(weapon), (None, None))
            if hits is None or known_matches is not matches:
                hits = _hits(weapon, matches, known, lists)
                before[id(weapon)] = matches, hits
            by_found.append(hits)
        else:
            reason = why_none or NOT_LISTED
            absences = lists.absences(weapon, sought=reason.code in _SOUGHT)
            unmatched.append(Unmatched(left=weapon, reason=reason, absences=absences))
    counts = Counter(hits.outcome for hits in by_found)
    account = MatchAccount(
        left=len(found),
        right=len(listed),
        matched=counts[Outcome.MATCHED],
        shortlisted=counts[Outcome.SHORTLISTED],
        excluded=counts[Outcome.EXCLUDED],
        unmatched=len(unmatched),
    )
    stamp = MatchStamp.of(found, listed, using)
    return MatchSet(
        by_found=tuple(by_found),
        unmatched=tuple(unmatched),
        account=account,
        stamp=stamp,
        shares=shares,
        unused_scopes=known.unused(scopes),
    )


def _hits(weapon: RecordedWeapon, matches: Sequence[Match], known: KnownLists, lists: Searched) -> Hits:
    outcome = outcome_of(matches)
    hands = tuple(known.hands(match.right) for match in matches)
    return Hits(
        matches=tuple(_with_hands(match, each, known) for match, each in zip(matches, hands, strict=True)),
        hands=hands,
        outcome=outcome,
        absences=lists.absences(weapon, sought=True) if outcome is Outcome.EXCLUDED else (),
    )


def _with_hands(match: Match, hands: Hands, known: KnownLists) -> Match:
    """The match, a lead with the caveat that tells in whose hands the list shows the weapon."""
    if match.verdict is not Verdict.LEAD:
        return match
    caveats = [Caveat(code="match.recorded_as", values=recorded_as(match.right, hands))]
    scope = known.scope(match.right)
    if scope is not None and not scope.verified and hands is not Hands.UNKNOWN:
        given = explain.values(list=_lists.list_name(match.right), source=scope.source or None)
        caveats.append(Caveat(code="match.hands_unverified", values=given))
    if scope is not None and scope.cannot_hold(match.left):
        caveats.append(Caveat(code="match.not_held", values=explain.values(list=_lists.list_name(match.right))))
    return attrs.evolve(match, caveats=(*match.caveats, *caveats))
