"""The plan of the year: what each class is taught, what was, what is next, what is due again."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta, tzinfo
from typing import Literal, Protocol

from lessonapp.domain.digest import SessionDigest
from lessonapp.domain.grades import GRADES, audience_of, grade_of
from lessonapp.domain.look import Audience
from lessonapp.domain.replay_ids import Spacing, base_of, replay_id, spacing_of
from lessonapp.domain.value import Value

YEAR_BEGINS = (8, 1)
"""Month and day from which sessions count for the new school year."""
SECOND_TERM = (1, 18)
DUE_FROM: Mapping[Spacing, int] = {"week": 6, "month": 25}
DUE_UNTIL = 90
"""Days after the lesson; later, two questions no longer tell what the lesson left."""

Ask = Literal["teach", "again", "ask"]
"""Taught for the first time; taught again, a part or whole; only once the school has confirmed."""


class PlanLine(Value):
    """One lesson that the plan asks of a class."""

    lesson: str
    ask: Ask = "teach"
    grade: int | None = None
    term: Literal[1, 2] | None = None


class YearPlan(Value):
    """The plan of all bands, and the lessons' titles: of those too that are still being written."""

    bands: Mapping[Audience, tuple[PlanLine, ...]]
    titles: Mapping[str, tuple[str, str]]
    adults_before: tuple[str, ...] = ()
    adults_take: str = ""

    def title(self, lesson: str, language: str) -> str:
        """The title in a language; the id where the plan does not know it."""
        vi, en = self.titles.get(lesson, (lesson, lesson))
        return en if language == "en" else vi

    def audience(
        self, label: str, known: Audience | None, taught: Sequence[SessionDigest]
    ) -> Audience | None:
        """Whose plan a class follows: as set, else by the grade in its label, else by what it was taught."""
        if known is not None:
            return known
        return audience_of(label) or next((session.audience for session in taught), None)

    def lines(self, label: str, audience: Audience | None) -> tuple[PlanLine, ...]:
        """What a class is taught this year; the whole band where its label names no grade of it."""
        if audience is None:
            return ()
        band, grade = self.bands.get(audience, ()), grade_of(label)
        if grade in GRADES[audience]:
            return tuple(line for line in band if line.grade == grade)
        return tuple(line for line in band if line.ask != "again")


PlanState = Literal["taught", "next", "later", "coming", "ask"]


class PlanRow(Value):
    """A line of the plan as it stands today; `coming` is a lesson that is not there yet."""

    line: PlanLine
    state: PlanState
    taught_on: date | None = None
    after: tuple[int, int] = (0, 0)
    """Right answers and answers after the lesson."""
    adults_first: bool = False


class Due(Value):
    """A lesson whose two questions should be asked again now."""

    lesson: str
    spacing: Spacing
    title: str
    days: int

    @property
    def id(self) -> str:
        """The lesson to start."""
        return replay_id(self.lesson, self.spacing)


def year_start(today: date) -> date:
    """The first day of the school year that a day is in."""
    begins = date(today.year, *YEAR_BEGINS)
    return begins if today >= begins else date(today.year - 1, *YEAR_BEGINS)


def term_start(today: date) -> date:
    """The day from which the second term of that school year counts."""
    return date(year_start(today).year + 1, *SECOND_TERM)


def day_of(session: SessionDigest, zone: tzinfo | None) -> date:
    """The day of a session where the reader is."""
    return session.opened.astimezone(zone).date()


def this_year(sessions: Sequence[SessionDigest], today: date, zone: tzinfo | None) -> list[SessionDigest]:
    """Sessions of the school year that today is in, newest first."""
    start = year_start(today)
    return [session for session in sessions if start <= day_of(session, zone) <= today]


def plan_rows(
    plan: YearPlan,
    lines: Sequence[PlanLine],
    sessions: Sequence[SessionDigest],
    available: Collection[str],
    today: date,
    zone: tzinfo | None = None,
    adults: Sequence[SessionDigest] = (),
) -> tuple[PlanRow, ...]:
    """The plan ticked off by a class's sessions (newest first); `adults` are those taught to grown-ups."""
    year = this_year(sessions, today, zone)
    ready = any(base_of(s.lesson) == plan.adults_take for s in adults)
    rows: list[PlanRow] = []
    next_known = False
    for line in lines:
        done = next((s for s in year if ticks(line, s.lesson, whole=s.whole, over=not s.open)), None)
        state: PlanState = "later"
        if done is not None:
            state = "taught"
        elif line.lesson not in available:
            state = "coming"
        elif line.ask == "ask":
            state = "ask"
        elif not next_known:
            state, next_known = "next", True
        rows.append(
            PlanRow(
                line=line,
                state=state,
                taught_on=day_of(done, zone) if done else None,
                after=(done.exit_right, done.exit_answered) if done else (0, 0),
                adults_first=done is None and line.lesson in plan.adults_before and not ready,
            )
        )
    return tuple(rows)


def due_replays(
    sessions: Sequence[SessionDigest],
    available: Collection[str],
    today: date,
    zone: tzinfo | None = None,
) -> tuple[Due, ...]:
    """What a class should be asked again, the longest waiting first; a replay once held is not due."""
    held: dict[str, date] = {}
    taught: dict[str, SessionDigest] = {}
    for session in sessions:  # newest first
        if session.open:
            continue
        if spacing_of(session.lesson):
            held.setdefault(session.lesson, day_of(session, zone))
        elif session.questions and session.lesson in available:
            taught.setdefault(session.lesson, session)
    found = []
    for lesson, session in taught.items():
        day = day_of(session, zone)
        days = (today - day).days
        spacing: Spacing = "month" if days >= DUE_FROM["month"] else "week"
        last = held.get(replay_id(lesson, spacing))
        if DUE_FROM[spacing] <= days <= DUE_UNTIL and (last is None or last < day + timedelta(days=1)):
            found.append(Due(lesson=lesson, spacing=spacing, title=session.title, days=days))
    return tuple(sorted(found, key=lambda due: -due.days))


class Planned(Protocol):
    """A lesson that the plan asks for, and how."""

    @property
    def lesson(self) -> str: ...

    @property
    def ask(self) -> Ask: ...


def ticks(line: Planned, taught: str, *, whole: bool, over: bool) -> bool:
    """A lesson is ticked off by most of itself; what is taught again, by any part or replay of it."""
    if not over:
        return False
    if line.ask == "again":
        return base_of(taught) == line.lesson
    return taught == line.lesson and whole
