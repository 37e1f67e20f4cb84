"""What a class, a term or a school learned: sessions in counts, folded into one value for screen and paper."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from fractions import Fraction

from lessonapp.domain.competences import in_order
from lessonapp.domain.lesson import Lesson, Topic
from lessonapp.domain.look import AUDIENCES, Audience
from lessonapp.domain.statistics import Confidence, class_gain, confidence, hake
from lessonapp.domain.summary_values import Head, SummaryReport
from lessonapp.domain.value import Value


class Period(Value):
    """From one day to another, both with it; None is open."""

    first: date | None = None
    last: date | None = None

    def contains(self, day: date) -> bool:
        """Whether a day lies in it."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


class ReplayTopic(Value):
    """A question that fewer than 70 % had right after the lesson; `shows` is what the usual mistake shows."""

    lesson: str
    step: str
    number: int
    prompt: str
    right: int
    answered: int
    shows: str | None = None


class SessionResult(Value):
    """One session in counts: everything of a class's or school's report is a fold over these.

    `before_*` and `after_*` are of the gain (`basis` says of whom), `exit_*` of all questions after the
    lesson, asked before or not. `respondents` answered something, or are the most hands raised at once.
    """

    session: str
    class_label: str
    audience: Audience
    lesson: str
    title: str
    topic: Topic | None
    competences: tuple[str, ...]
    opened: datetime
    day: date
    minutes: int
    whole: bool
    ended: bool
    seats_present: int
    seats_ever: int
    respondents: int
    questions: int
    basis: str | None = None
    before_right: int = 0
    before_answered: int = 0
    after_right: int = 0
    after_answered: int = 0
    exit_right: int = 0
    exit_answered: int = 0
    again: tuple[ReplayTopic, ...] = ()

    @property
    def points(self) -> float | None:
        """The gain in percentage points; None where nothing was asked before and after."""
        if not self.before_answered or not self.after_answered:
            return None
        after = Fraction(self.after_right, self.after_answered)
        return float(100 * (after - Fraction(self.before_right, self.before_answered)))


class PlannedLesson(Value):
    """A lesson that the plan of the year asks of a class."""

    lesson: str
    title: str
    grade: int | None = None


class PlanLine(Value):
    """A planned lesson and the day it was first taught whole; `part` where only parts of it were."""

    lesson: str
    title: str
    taught: date | None = None
    part: bool = False


class Totals(Value):
    """Counts added over sessions; averages are never averaged."""

    sessions: int = 0
    lessons: int = 0
    minutes: int = 0
    answers: int = 0
    before_right: int = 0
    before_answered: int = 0
    after_right: int = 0
    after_answered: int = 0
    with_gain: int = 0
    by_hands: int = 0
    confidence: Confidence = "hidden"

    @property
    def points(self) -> float | None:
        """Percentage points from before to after over all answers; None without both."""
        gain = class_gain(
            [(self.before_right, self.before_answered)], [(self.after_right, self.after_answered)]
        )
        return None if gain is None else gain.points

    @property
    def hake(self) -> float | None:
        """Normalised gain on the added counts (Hake 1998)."""
        if not self.before_answered or not self.after_answered:
            return None
        return hake(
            Fraction(self.before_right, self.before_answered),
            Fraction(self.after_right, self.after_answered),
        )


class Trend(Value):
    """Right after the lesson in the earlier and the later half of the sessions; None under four of them."""

    sessions: int
    early_right: int
    early_answered: int
    late_right: int
    late_answered: int

    @property
    def points(self) -> float:
        """From the earlier half to the later one, in percentage points."""
        late, early = (
            Fraction(self.late_right, self.late_answered),
            Fraction(self.early_right, self.early_answered),
        )
        return float(100 * (late - early))


class Competence(Value):
    """A competence by its tag, and in how many sessions it was practised."""

    tag: str
    sessions: int


class ClassReport(Value):
    """A class over a term."""

    head: Head
    class_label: str
    period: Period
    made: datetime
    results: tuple[SessionResult, ...]
    plan: tuple[PlanLine, ...]
    extra: tuple[str, ...]
    totals: Totals
    trend: Trend | None
    again: tuple[ReplayTopic, ...]
    competences: tuple[Competence, ...]

    @property
    def planned_taught(self) -> int:
        """How many of the planned lessons were taught whole."""
        return sum(line.taught is not None for line in self.plan)


class ClassLine(Value):
    """One class of a school's report."""

    class_label: str
    audience: Audience
    pupils: int
    planned: int
    planned_taught: int
    totals: Totals


class LessonLine(Value):
    """One lesson over the classes of a school."""

    lesson: str
    title: str
    classes: int
    totals: Totals


class SchoolReport(Value):
    """A school over a term: classes, lessons and competences."""

    head: Head
    period: Period
    made: datetime
    first: date | None
    last: date | None
    totals: Totals
    classes: tuple[ClassLine, ...]
    lessons: tuple[LessonLine, ...]
    again: tuple[ReplayTopic, ...]
    competences: tuple[Competence, ...]


def session_result(report: SummaryReport, lesson: Lesson) -> SessionResult:
    """A session's summary in counts."""
    about, gain, after = report.about, report.gain, report.exit
    by_hands = max(about.hands_most, max((q.answered for q in report.questions), default=0))
    return SessionResult(
        session=about.session,
        class_label=about.class_label,
        audience=about.audience,
        lesson=about.lesson,
        title=about.lesson_title,
        topic=lesson.topic,
        competences=lesson.competences,
        opened=about.opened,
        day=about.days[0],
        minutes=round(about.taught.total_seconds() / 60),
        whole=about.block is None,
        ended=about.status == "ended",
        seats_present=about.seats_present,
        seats_ever=about.seats_ever,
        respondents=about.seats_answered or by_hands,
        questions=len(report.questions),
        basis=gain.basis if gain else None,
        before_right=gain.before_right if gain else 0,
        before_answered=gain.before_answered if gain else 0,
        after_right=gain.after_right if gain else 0,
        after_answered=gain.after_answered if gain else 0,
        exit_right=after.right if after else 0,
        exit_answered=after.answered if after else 0,
        again=tuple(_again(report)),
    )


def _again(report: SummaryReport) -> Iterable[ReplayTopic]:
    for number in report.teach_again:
        question = report.question(number)
        wrong = question.misconception
        yield ReplayTopic(
            lesson=report.about.lesson,
            step=question.step,
            number=number,
            prompt=question.prompt,
            right=question.right,
            answered=question.answered,
            shows=wrong.shows if wrong is not None else None,
        )


def class_report(
    head: Head,
    label: str,
    period: Period,
    made: datetime,
    results: Sequence[SessionResult],
    planned: Sequence[PlannedLesson],
) -> ClassReport:
    """The report of one class; `results` of other classes or days are left out."""
    own = sorted((r for r in results if r.class_label == label and period.contains(r.day)), key=_when)
    plan = plan_lines(own, planned)
    wanted = {line.lesson for line in plan}
    return ClassReport(
        head=head,
        class_label=label,
        period=period,
        made=made,
        results=tuple(own),
        plan=plan,
        extra=tuple(dict.fromkeys(r.title for r in own if r.lesson not in wanted)),
        totals=totals(own),
        trend=trend(own),
        again=to_replay(own),
        competences=_competences(own),
    )


def school_report(
    head: Head,
    period: Period,
    made: datetime,
    results: Sequence[SessionResult],
    planned: Mapping[str, Sequence[PlannedLesson]],
    seats: Mapping[str, int] | None = None,
) -> SchoolReport:
    """The report of a school; classes that were planned for but not taught have their line too.

    `seats` is how many pupils each class has; else the most that were ever there.
    """
    own = sorted((r for r in results if period.contains(r.day)), key=_when)
    labels = dict.fromkeys([*planned, *(r.class_label for r in own)])
    return SchoolReport(
        head=head,
        period=period,
        made=made,
        first=own[0].day if own else period.first,
        last=own[-1].day if own else period.last,
        totals=totals(own),
        classes=tuple(
            _class_line(
                label, [r for r in own if r.class_label == label], planned.get(label, ()), seats or {}
            )
            for label in sorted(labels, key=class_key)
        ),
        lessons=_lesson_lines(own),
        again=to_replay(own),
        competences=_competences(own),
    )


def class_key(label: str) -> tuple[int, str]:
    """Classes in the order of their grade: 4A, 4B, 10A."""
    digits = "".join(c for c in label.split("/")[0].split("-")[0] if c.isdecimal())[:3]
    return (int(digits) if digits else 999, label)


def plan_lines(results: Sequence[SessionResult], planned: Sequence[PlannedLesson]) -> tuple[PlanLine, ...]:
    """The plan, ticked off by what was taught."""
    lines = []
    for lesson in planned:
        own = [r for r in results if r.lesson == lesson.lesson and r.questions + r.minutes > 0]
        whole = next((r.day for r in own if r.whole), None)
        lines.append(
            PlanLine(lesson=lesson.lesson, title=lesson.title, taught=whole, part=bool(own) and whole is None)
        )
    return tuple(lines)


def totals(results: Sequence[SessionResult]) -> Totals:
    """Counts added up."""
    gained = [r for r in results if r.points is not None]
    return Totals(
        sessions=len(results),
        lessons=len({r.lesson for r in results}),
        minutes=sum(r.minutes for r in results),
        answers=sum(r.respondents for r in results),
        before_right=sum(r.before_right for r in gained),
        before_answered=sum(r.before_answered for r in gained),
        after_right=sum(r.after_right for r in gained),
        after_answered=sum(r.after_answered for r in gained),
        with_gain=len(gained),
        by_hands=sum(r.basis == "class-means" for r in gained),
        confidence=confidence(max((r.respondents for r in gained), default=0)),
    )


def trend(results: Sequence[SessionResult]) -> Trend | None:
    """The later half of the sessions with questions after the lesson against the earlier; None under four."""
    told = [r for r in results if r.exit_answered]
    if len(told) < 4:
        return None
    half = len(told) // 2
    early, late = told[:half], told[len(told) - half :]
    return Trend(
        sessions=len(told),
        early_right=sum(r.exit_right for r in early),
        early_answered=sum(r.exit_answered for r in early),
        late_right=sum(r.exit_right for r in late),
        late_answered=sum(r.exit_answered for r in late),
    )


def to_replay(results: Sequence[SessionResult]) -> tuple[ReplayTopic, ...]:
    """Questions still to be taught again: those of the newest session of each class and lesson, counts added."""
    newest: dict[tuple[str, str], SessionResult] = {}
    for result in sorted(results, key=_when):
        if result.exit_answered or result.again:
            newest[result.class_label, result.lesson] = result
    added: dict[tuple[str, str], ReplayTopic] = {}
    for result in newest.values():
        for topic in result.again:
            key = (topic.lesson, topic.step)
            had = added.get(key)
            added[key] = (
                topic
                if had is None
                else topic.model_copy(
                    update={"right": had.right + topic.right, "answered": had.answered + topic.answered}
                )
            )
    return tuple(
        sorted(added.values(), key=lambda t: (Fraction(t.right, max(t.answered, 1)), t.lesson, t.number))
    )


def _when(result: SessionResult) -> tuple[datetime, str]:
    return result.opened, result.session


def _competences(results: Sequence[SessionResult]) -> tuple[Competence, ...]:
    tags = in_order(tag for r in results for tag in r.competences)
    return tuple(
        Competence(tag=tag, sessions=sum(tag in result.competences for result in results)) for tag in tags
    )


def _class_line(
    label: str,
    results: Sequence[SessionResult],
    planned: Sequence[PlannedLesson],
    seats: Mapping[str, int],
) -> ClassLine:
    plan = plan_lines(results, planned)
    return ClassLine(
        class_label=label,
        audience=results[-1].audience if results else AUDIENCES[0],
        pupils=seats.get(label) or max((r.seats_ever for r in results), default=0),
        planned=len(plan),
        planned_taught=sum(line.taught is not None for line in plan),
        totals=totals(results),
    )


def _lesson_lines(results: Sequence[SessionResult]) -> tuple[LessonLine, ...]:
    lessons = dict.fromkeys(sorted(r.lesson for r in results))
    lines = []
    for lesson in lessons:
        own = [r for r in results if r.lesson == lesson]
        classes = len({r.class_label for r in own})
        lines.append(LessonLine(lesson=lesson, title=own[-1].title, classes=classes, totals=totals(own)))
    return tuple(lines)
