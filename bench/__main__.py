"""`python -m bench [PART ...]`: measure, and write bench/results.md."""

import argparse
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from bench import answers, cards, launch, papers, papers_long, results, stage, web
from bench.figures import Row, table
from bench.machine import facts

RESULTS = Path(__file__).parent / "results.md"
HEAD = """# What the program costs

Written by `make bench`. Where something barer does the same, it is measured in turns with it in the same run
and stands beside the figure. p95 and p99 are nearest-rank percentiles: values that were measured."""


def parts(folder: Path, *, quick: bool) -> dict[str, Callable[[], list[Row]]]:
    """What can be measured, by name."""
    few = 3 if quick else None
    return {
        "launch": lambda: launch.measure(folder, few or 15),
        "stage": lambda: stage.measure(folder, 1 if quick else 2),
        "answers": lambda: answers.measure(folder, 10 if quick else 100),
        "papers": lambda: [*papers.measure(folder, few or 30), *papers_long.measure(folder, few or 9)],
        "web": lambda: web.measure(folder, (40,) if quick else web.SIZES, 1 if quick else web.QUESTIONS),
        "cards": lambda: cards.measure(1, 4, 1) if quick else cards.measure(18, 600, 12),
        "results": lambda: results.measure(folder, 50 if quick else results.SESSIONS, few or 7),
    }


def main() -> int:
    """Measure what was asked for; only a whole run is written."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("part", nargs="*")
    parser.add_argument("--quick", action="store_true", help="few repetitions, to try the bench itself")
    wanted = parser.parse_args()
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="lessonapp-bench-") as name:
        folder = Path(name)
        known = parts(folder, quick=wanted.quick)
        if unknown := set(wanted.part) - known.keys():
            parser.error(f"no such part: {', '.join(unknown)}")
        head = facts(folder)
        for part in wanted.part or known:
            print(f"measuring: {part}", file=sys.stderr)
            rows += known[part]()
    today = datetime.now(UTC).date().isoformat()
    text = "\n".join([HEAD, "", f"- {today}", *(f"- {fact}" for fact in head), "", table(rows), ""])
    print(text)
    if not wanted.part and not wanted.quick:
        RESULTS.write_text(text, "utf-8")
    return 1 if any(row.met is False for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
