"""What a class or a school learned in a term: sessions in counts, folded into one value."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from fractions import Fraction

from lessonapp.domain.competences import in_order
from lessonapp.domain.lesson import Lesson
from lessonapp.domain.look import AUDIENCES
from lessonapp.domain.plan import ticks
from lessonapp.domain.replay_ids import base_of
from lessonapp.domain.statistics import confidence
from lessonapp.domain.summary import judged
from lessonapp.domain.summary_values import Head, SummaryReport
from lessonapp.domain.term_values import (
    ClassLine,
    ClassReport,
    Competence,
    LessonLine,
    Period,
    PlannedLesson,
    ReplayTopic,
    SchoolReport,
    SessionResult,
    TickedLesson,
    Totals,
    Trend,
)

__all__ = [
    "ClassLine",
    "ClassReport",
    "Competence",
    "LessonLine",
    "Period",
    "PlannedLesson",
    "ReplayTopic",
    "SchoolReport",
    "SessionResult",
    "TickedLesson",
    "Totals",
    "Trend",
    "class_key",
    "class_report",
    "plan_lines",
    "school_report",
    "session_result",
    "to_replay",
    "totals",
    "trend",
]


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
        whole=about.whole,
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
        settled=tuple(q.step for q in judged(report.questions) if q.number not in report.teach_again),
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
    found = re.search(r"\d+", label)
    return (int(found[0][:3]) if found else 999, label)


def plan_lines(
    results: Sequence[SessionResult], planned: Sequence[PlannedLesson]
) -> tuple[TickedLesson, ...]:
    """The plan, ticked off by what was taught as Home's plan is."""
    lines = []
    for lesson in planned:
        own = [r for r in results if r.questions + r.minutes > 0]
        done = (r.day for r in own if ticks(lesson, r.lesson, whole=r.whole, over=r.ended))
        day = next(done, None)
        part = day is None and any(r.lesson == lesson.lesson for r in own)
        lines.append(TickedLesson(lesson=lesson.lesson, title=lesson.title, taught=day, part=part))
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
    """Questions still to be taught again: each class's newest word counts, counts are added."""
    open_: dict[tuple[str, str, str], ReplayTopic] = {}
    for result in sorted(results, key=_when):
        lesson = base_of(result.lesson)
        for step in result.settled:
            open_.pop((result.class_label, lesson, step), None)
        for topic in result.again:
            key = (result.class_label, lesson, topic.step)
            open_[key] = topic.model_copy(update={"lesson": lesson})
    added: dict[tuple[str, str], ReplayTopic] = {}
    for topic in open_.values():
        had = added.get((topic.lesson, topic.step))
        counts = {"right": topic.right, "answered": topic.answered}
        if had is not None:
            counts = {"right": had.right + topic.right, "answered": had.answered + topic.answered}
        added[topic.lesson, topic.step] = topic.model_copy(update=counts)
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
        most: dict[str, int] = {}
        for result in own:
            most[result.class_label] = max(most.get(result.class_label, 0), result.respondents)
        lines.append(
            LessonLine(
                lesson=lesson,
                title=own[-1].title,
                classes=len(most),
                totals=totals(own),
                pupils=sum(most.values()),
            )
        )
    return tuple(lines)
