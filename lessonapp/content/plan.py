"""The plan of the year, out of `resources/plan.json`."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Literal

from lessonapp.domain.plan import PlanLine, YearPlan
from lessonapp.settings import resources_folder

FORMAT = 1
_ASKS: tuple[Literal["again", "teach", "ask"], ...] = ("again", "teach", "ask")


@cache
def year_plan(path: Path | None = None) -> YearPlan:
    """The plan that comes with the program; ValueError where the file is not one."""
    data = json.loads((path or resources_folder() / "plan.json").read_text("utf-8"))
    if data.get("format") != FORMAT:
        raise ValueError(f"plan.json has format {data.get('format')}, this program reads {FORMAT}")
    return YearPlan(
        bands={band: tuple(_lines(parts)) for band, parts in data["bands"].items()},
        titles={lesson: (vi, en) for lesson, (vi, en) in data["titles"].items()},
        adults_before=tuple(data["adults_first"]["before"]),
        adults_take=data["adults_first"]["take"],
    )


def _lines(parts: list[dict[str, Any]]) -> Iterator[PlanLine]:
    for part in parts:
        for ask in _ASKS:
            for lesson in part.get(ask, ()):
                yield PlanLine(lesson=lesson, ask=ask, grade=part.get("grade"), term=part.get("term"))
