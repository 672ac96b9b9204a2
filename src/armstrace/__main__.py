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
from armstrace.law.classify import classify
from armstrace.law.schemes import Scheme
from armstrace.matching.link import link
from armstrace.records import columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from armstrace.law.classify import Classification
    from armstrace.matching.link import MatchSet
    from armstrace.records.recorded import RecordedWeapon
    from armstrace.records.table_result import TableResult

USAGE = "usage: python -m armstrace [SEIZURES.csv STOCK.csv]"
_SHOWN = 4


def main(arguments: list[str]) -> int:
    """Print the account; 0 if it could be given, 2 if the tables could not be read."""
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
    """The lines of the account."""
    if found.source.synthetic:
        yield "The shipped sample. Every serial number in it is made up; nothing here says that any real weapon moved."
        yield ""
    for result in (found, listed):
        yield result.explain()
        yield from (f"    {problem.explain()}" for problem in result.problems[:_SHOWN])
    weapons = [weapon for record in found.records for weapon in record.recorded()]
    for scheme in Scheme:
        yield ""
        yield from _classes(weapons, scheme)
    yield ""
    yield from _matches(link(found.records, listed.records))


def _classes(weapons: Iterable[RecordedWeapon], scheme: Scheme) -> Iterator[str]:
    answers = [(shown, classify(shown.weapon, scheme, on=shown.date)) for shown in weapons]
    yield f"{explain.term(scheme.value)}: {len(answers)} weapons, by the law on the day of each seizure"
    outcomes = Counter(answer.outcome for _, answer in answers)
    yield from (f"  {count:4} {explain.term(outcome)}" for outcome, count in outcomes.most_common())
    bases = Counter(_why(answer) for _, answer in answers if not answer.determined)
    yield from (f"       {count:4} {why}" for why, count in bases.most_common())
    for wanted in (True, False):
        example = next(((shown, answer) for shown, answer in answers if answer.determined is wanted), None)
        if example is not None:
            shown, answer = example
            yield f"  {shown.reference}: {shown.weapon}"
            yield from (f"    {line}" for line in answer.explain().splitlines())


def _why(answer: Classification) -> str:
    missing = ", ".join(map(explain.term, answer.missing))
    return f"{explain.term(answer.basis.value)}{f': {missing}' if missing else ''}"


def _matches(matches: MatchSet) -> Iterator[str]:
    yield matches.explain()
    for match in [*matches.leads[:_SHOWN], *matches.candidates[:_SHOWN]]:
        yield from (f"  {line}" for line in match.explain().splitlines())
    reasons = Counter(unmatched.reason.explain() for unmatched in matches.unmatched)
    yield from (f"  {count:4} unmatched: {reason}" for reason, count in reasons.most_common())


def _unread(error: TableError) -> Iterator[str]:
    yield str(error)
    if error.nearest:
        nearest = columns.get(error.nearest)
        for name in error.missing:
            headers = next(headers for field, headers in nearest.headers if field == name)
            yield f"  missing: {name}, under a header such as {', '.join(headers[:4])}"
        yield "  name your own headers with armstrace.ColumnMap.of(…) and read_table(path, columns)"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
