"""Prints what `import armstrace` adds to an empty process, in milliseconds: median of 20 fresh processes each.

Run it with the interpreter that has the package: ``python benchmarks/import_time.py``. The two kinds of process take
turns, so that a busy machine slows both.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

RUNS = 20
STATEMENTS = {"nothing": "pass", "armstrace": "import armstrace"}


def milliseconds(statement: str) -> float:
    """How long a fresh process takes to run *statement*."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", statement], check=True)  # noqa: S603 (our own statement)
    return (time.perf_counter() - start) * 1000


def main() -> None:
    """Measures and prints."""
    for statement in STATEMENTS.values():
        milliseconds(statement)  # bytecode and disk cache
    times: dict[str, list[float]] = {name: [] for name in STATEMENTS}
    for _ in range(RUNS):
        for name, statement in STATEMENTS.items():
            times[name].append(milliseconds(statement))
    empty, full = (statistics.median(times[name]) for name in STATEMENTS)
    print(f"empty process {empty:.1f} ms, with armstrace {full:.1f} ms, added {full - empty:.1f} ms (median of {RUNS})")


if __name__ == "__main__":
    main()
