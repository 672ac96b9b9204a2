"""The account that ``python -m armstrace`` prints: what two tables hold, what the law makes of it, what matches.

Without arguments it reads the shipped sample; with two, a seizure table and a stock list of your own.
"""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING

from armstrace import explain, samples
from armstrace.errors import TableError
from armstrace.formats.tables import read_table
from armstrace.law.classification.classify import classify
from armstrace.law.classification.schemes import Scheme
from armstrace.matching.link import link
from armstrace.records.tables.columns import ColumnMap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from armstrace.matching.match import Match
    from armstrace.matching.results.match_set import MatchSet
    from armstrace.records.recorded import RecordedWeapon
    from armstrace.records.tables.table_result import TableResult

USAGE = "usage: python -m armstrace [SEIZURES.csv STOCK.csv]"
_SHOWN = 2


def main(arguments: list[str]) -> int:
    """The exit code: 0 if the account was printed, 2 if the arguments or the tables could not be read.

    *arguments* are the paths of two tables; without any, the shipped samples are read.
    """
    if len(arguments) not in (0, 2):
        print(USAGE, file=sys.stderr)
        return 2
    try:
        found, listed = map(read_table, arguments) if arguments else (samples.seizures(), samples.stock())
    except TableError as error:
        print("\n".join(_unread(error)), file=sys.stderr)
        return 2
    except OSError as error:
        print(f"{error.filename}: {error.strerror}", file=sys.stderr)
        return 2
    print("\n".join(account(found, listed)))
    return 0


def account(found: TableResult, listed: TableResult) -> Iterator[str]:
    """The lines of the account of two tables: weapons that were *found*, and a list of weapons in stock (*listed*)."""
    if found.source.synthetic:
        yield "The shipped sample: every serial number in it is made up; nothing here says that any real weapon moved."
    for result in (found, listed):
        yield ""
        yield from result.explain().splitlines()
        first = {problem.code: problem for problem in reversed(result.problems)}
        yield from (f"    {problem.explain()}" for problem in sorted(first.values(), key=lambda problem: problem.row))
    weapons = [weapon for record in found.records for weapon in record.recorded()]
    for scheme in (Scheme.MX, Scheme.US_NFA):
        yield ""
        yield from _classes(weapons, scheme)
    yield ""
    yield from _matches(link(found.records, listed.records))


def _classes(weapons: Iterable[RecordedWeapon], scheme: Scheme) -> Iterator[str]:
    answers = [(shown, classify(shown.weapon, scheme, on=shown.date)) for shown in weapons]
    yield f"{explain.term(scheme.id)}: {len(answers)} weapons, each by the law on the day it was seized"
    outcomes = Counter(answer.outcome for _, answer in answers)
    yield from (f"  {count:4} {explain.term(outcome)}" for outcome, count in outcomes.most_common())
    open_answers = [answer for _, answer in answers if not answer.determined]
    bases = Counter(answer.basis.value for answer in open_answers)
    missing = Counter(fact for answer in open_answers for fact in answer.missing)
    yield f"  undetermined because: {_counted(bases)}"
    yield f"  not recorded, and would help: {_counted(missing)}"
    for wanted in (True, False):
        example = next(((shown, answer) for shown, answer in answers if answer.determined is wanted), None)
        if example is not None:
            shown, answer = example
            yield f"  for example {shown.reference}: {shown.weapon}"
            yield from (f"    {line}" for line in answer.explain().splitlines())


def _counted(codes: Counter[str]) -> str:
    return "; ".join(f"{explain.term(code)} ({count})" for code, count in codes.most_common()) or "–"


def _matches(matches: MatchSet) -> Iterator[str]:
    yield matches.explain()
    friends = sorted(matches.excluded, key=_serial_weight, reverse=True)
    for title, found in (("leads", matches.leads), ("candidates", matches.candidates), ("excluded", friends)):
        yield f"  {title}: {len(found)}"
        for match in found[:_SHOWN]:
            yield from (f"    {line}" for line in match.explain().splitlines())
    reasons = Counter(unmatched.reason.explain() for unmatched in matches.unmatched)
    yield from (f"  {count:4} without: {reason}" for reason, count in reasons.most_common())
    absences = Counter(absence.explain() for unmatched in matches.unmatched for absence in unmatched.absences)
    yield from (f"  {count:4} of them: {absence}" for absence, count in absences.most_common())


def _serial_weight(match: Match) -> float:
    """The weight of the serial comparison of *match*, by which excluded matches are sorted."""
    return next(reason.weight for reason in match.reasons if reason.field == "serial")


def _unread(error: TableError) -> Iterator[str]:
    yield str(error)
    if error.nearest:
        nearest = ColumnMap.lookup(error.nearest)
        for name in error.missing:
            headers = next(headers for field, headers in nearest.headers if field == name)
            yield f"  missing: {name}, under a header such as {', '.join(headers[:4])}"
        yield "  name your own headers with armstrace.ColumnMap.of(…) and read_table(path, columns)"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
