"""What Home shows: one value, made anew when anything behind it changes; named tuples as in `domain.look`."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lessonapp.domain.look import Audience

if TYPE_CHECKING:
    from lessonapp.domain.school import SchoolClass
    from lessonapp.ui.results.plan_model import ClassPlan


class LessonCard(NamedTuple):
    """One lesson in the grid."""

    id: str
    title: str
    topic: str
    audience: Audience | None
    minutes: int
    steps: int
    taught: int
    """How often the chosen class was taught it."""
    search: str
    """Folded text that the search looks in."""
    folder: Path
    faults: tuple[str, ...] = ()
    """Why it cannot be taught, one sentence each; empty for a sound lesson."""
    flaws: tuple[str, ...] = ()
    """What else is wrong with its files, though it can be taught in this language."""
    alert: str = ""
    """On a bulletin: from when, until when, or since when it no longer is."""
    ended: bool = False
    """A bulletin whose last day is over."""


class RecentSession(NamedTuple):
    """A session of the last weeks."""

    id: str
    title: str
    class_label: str
    opened: datetime
    last: datetime
    open: bool
    """Not closed: it can be taken up again."""
    step_number: int
    step_count: int
    minutes_left: int
    lesson: str = ""
    """Id of its lesson, for the cover beside it."""


class LessonDetails(NamedTuple):
    """What a teacher reads about a lesson before choosing it."""

    id: str
    title: str
    audience: Audience
    minutes: int
    key_message: str
    objectives: tuple[str, ...] = ()
    materials: tuple[str, ...] = ()
    before: str = ""
    caution: str = ""
    steps: tuple[tuple[str, int], ...] = ()
    """Block title and its minutes."""
    law: tuple[str, ...] = ()
    """Acts that the lesson rests on, and when somebody made sure of them."""
    alert: str = ""
    """On a bulletin: for which days it was written, and what to do once they are over."""
    ended: bool = False
    """A bulletin whose last day is over."""
    flaws: tuple[str, ...] = ()
    """Faults in its files that do not keep it from being taught in this language."""


class Bulletin(NamedTuple):
    """A bulletin that is for these days, or soon will be."""

    id: str
    title: str
    audience: Audience | None
    days: str
    """Until when, or from when."""
    runs: bool
    """Its first day has come."""


class ReadyLine(NamedTuple):
    """One line of the readiness panel."""

    ok: bool
    text: str


class HomeModel(NamedTuple):
    """Everything Home shows."""

    teacher: str
    classes: tuple[SchoolClass, ...]
    chosen_class: str
    lessons: tuple[LessonCard, ...]
    sessions: tuple[RecentSession, ...]
    """Newest first."""
    ready: tuple[ReadyLine, ...]
    stale_contacts: int = 0
    plan: ClassPlan | None = None
    """The plan of the year of the chosen class."""
    bulletins: tuple[Bulletin, ...] = ()
    """Those that run first."""
    loading: bool = False
    """Classes and sessions are not read yet: nothing is said about their being empty."""
