"""Several schools in one table: counts are added, and small cells are not shown."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated

from pydantic import Field

from lessonapp.domain.fields import Line
from lessonapp.domain.statistics import class_gain
from lessonapp.domain.term import SchoolReport
from lessonapp.domain.value import Value

FORMAT = 1
SUPPRESS_BELOW = 5
"""A cell under so many pupils or answers is not shown: it could point at a child."""

Count = Annotated[int, Field(ge=0, le=1_000_000_000)]


class SchoolCounts(Value):
    """What a school sends up: its counts of a period, no class, no pupil."""

    format: int = FORMAT
    school: Line
    first: date | None = None
    last: date | None = None
    classes: Count
    pupils: Count
    sessions: Count
    planned: Count
    planned_taught: Count
    before_right: Count
    before_answered: Count
    after_right: Count
    after_answered: Count


class Cell(Value):
    """A count, or nothing where it is too small to be shown."""

    count: int | None


class RollUpLine(Value):
    """One school, or all of them."""

    school: str
    classes: int
    pupils: Cell
    sessions: int
    planned: int
    planned_taught: int
    before_right: int | None
    before_answered: int | None
    after_right: int | None
    after_answered: int | None

    @property
    def points(self) -> float | None:
        """Percentage points from before to after; None where they are not known or not shown."""
        counts = (self.before_right, self.before_answered, self.after_right, self.after_answered)
        if any(count is None for count in counts):
            return None
        before_right, before, after_right, after = (count or 0 for count in counts)
        gain = class_gain([(before_right, before)], [(after_right, after)])
        return None if gain is None else gain.points


class RollUp(Value):
    """The table of several schools, and their sum."""

    first: date | None
    last: date | None
    schools: tuple[RollUpLine, ...]
    total: RollUpLine | None
    suppressed: int


def counts_of(report: SchoolReport, fallback: str) -> SchoolCounts:
    """A school's report as the counts that it sends up; `fallback` stands for a school without a name."""
    return SchoolCounts(
        school=report.head.school or fallback,
        first=report.first,
        last=report.last,
        classes=sum(line.totals.sessions > 0 for line in report.classes),
        pupils=sum(line.pupils for line in report.classes if line.totals.sessions),
        sessions=report.totals.sessions,
        planned=sum(line.planned for line in report.classes),
        planned_taught=sum(line.planned_taught for line in report.classes),
        before_right=report.totals.before_right,
        before_answered=report.totals.before_answered,
        after_right=report.totals.after_right,
        after_answered=report.totals.after_answered,
    )


def roll_up(schools: Sequence[SchoolCounts]) -> RollUp:
    """Counts added over schools, in the order of their names; small cells left out, in the sum's favour.

    Where exactly one school's cell is left out it could be had by subtraction, so the smallest of the
    others is left out with it (complementary suppression; Willenborg and de Waal 2001, ch. 8).
    """
    rows = sorted(schools, key=lambda school: school.school)
    hidden_pupils = small_cells([school.pupils for school in rows])
    hidden_results = small_cells([_smallest(school) for school in rows])
    lines = tuple(
        _line(school, pupils=index not in hidden_pupils, results=index not in hidden_results)
        for index, school in enumerate(rows)
    )
    firsts = [school.first for school in rows if school.first]
    lasts = [school.last for school in rows if school.last]
    return RollUp(
        first=min(firsts, default=None),
        last=max(lasts, default=None),
        schools=lines,
        total=_total(rows) if rows else None,
        suppressed=len(hidden_pupils | hidden_results),
    )


def _smallest(school: SchoolCounts) -> int:
    """The smaller of the two answer counts; 0 where nothing was asked, which says nothing about anybody."""
    return min(school.before_answered, school.after_answered)


def small_cells(counts: Sequence[int]) -> set[int]:
    """Which cells are not shown, also the one that would tell the only small one; 0 is no small cell."""
    hidden = {index for index, count in enumerate(counts) if 0 < count < SUPPRESS_BELOW}
    others = sorted((count, index) for index, count in enumerate(counts) if count and index not in hidden)
    if len(hidden) == 1 and others:
        hidden.add(others[0][1])
    return hidden


def _line(school: SchoolCounts, *, pupils: bool, results: bool) -> RollUpLine:
    return RollUpLine(
        school=school.school,
        classes=school.classes,
        pupils=Cell(count=school.pupils if pupils else None),
        sessions=school.sessions,
        planned=school.planned,
        planned_taught=school.planned_taught,
        before_right=school.before_right if results else None,
        before_answered=school.before_answered if results else None,
        after_right=school.after_right if results else None,
        after_answered=school.after_answered if results else None,
    )


def _total(rows: Sequence[SchoolCounts]) -> RollUpLine:
    summed = {
        field: sum(getattr(row, field) for row in rows)
        for field in ("classes", "pupils", "sessions", "planned", "planned_taught", "before_right",
                      "before_answered", "after_right", "after_answered")
    }  # fmt: skip
    counts = SchoolCounts(school="=", **summed)
    small = 0 < _smallest(counts) < SUPPRESS_BELOW
    return _line(counts, pupils=not 0 < counts.pupils < SUPPRESS_BELOW, results=not small)
