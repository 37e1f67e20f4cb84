"""The plan of the year as the windows show it: plain values, made anew when anything behind them changes."""

from dataclasses import dataclass
from datetime import date

from lessonapp.domain.plan import PlanState


@dataclass(frozen=True, slots=True)
class PlanItem:
    """A lesson of a class's plan."""

    lesson: str
    title: str
    term: int | None
    state: PlanState
    again: bool
    """Taught in an earlier grade; this year a part of it, or its questions, again."""
    taught_on: date | None = None
    after: tuple[int, int] = (0, 0)
    """Right answers and answers after the lesson."""
    adults_first: bool = False


@dataclass(frozen=True, slots=True)
class DueItem:
    """Two questions of an earlier lesson that are due again."""

    id: str
    """What to start."""
    title: str
    days: int


@dataclass(frozen=True, slots=True)
class ClassPlan:
    """The plan of one class."""

    label: str
    known: bool = True
    """Whether it is known for which grade or audience the class is."""
    items: tuple[PlanItem, ...] = ()
    due: tuple[DueItem, ...] = ()

    @property
    def taught(self) -> int:
        """How many lessons are ticked off."""
        return sum(item.state == "taught" for item in self.items)

    @property
    def next(self) -> PlanItem | None:
        """What to teach next."""
        return next((item for item in self.items if item.state == "next"), None)
