"""Reports over many sessions: of a class, of the school, of several schools."""

import json
import logging
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from lessonapp.app.digests import Digests
from lessonapp.app.workspace import Workspace, local_now
from lessonapp.app.year import lesson_titles
from lessonapp.content.plan import year_plan
from lessonapp.domain.errors import AuthorError, TeacherError
from lessonapp.domain.look import Audience
from lessonapp.domain.progress import Progress
from lessonapp.domain.rollup import RollUp, SchoolCounts, counts_of, roll_up
from lessonapp.domain.session_info import SessionInfo
from lessonapp.domain.state import state_of
from lessonapp.domain.summary import head_of, summarise
from lessonapp.domain.term import (
    ClassReport,
    Period,
    PlannedLesson,
    SchoolReport,
    SessionResult,
    class_report,
    school_report,
    session_result,
)
from lessonapp.i18n import _, reason

DEMO_CLASS = "Demo"
LARGEST_FILE = 5 * 1024 * 1024
log = logging.getLogger(__name__)


def results_of(
    workspace: Workspace, wanted: Sequence[SessionInfo], language: str, progress: Progress | None = None
) -> tuple[list[SessionResult], int]:
    """Sessions in counts, and how many could not be counted as their lesson is not here any more."""
    school, now = workspace.store.school(), local_now()
    results, left_out = [], 0
    lesson_of = cache(lambda lesson: workspace.lesson(lesson, language).lesson)  # few lessons, many sessions
    digests = Digests(workspace)
    digests.refresh(wanted)
    # What is kept says its questions in the language they were asked in; in another one it is made anew.
    kept = digests.reports([info.id for info in wanted if info.language == language])
    for done, info in enumerate(wanted, start=1):
        try:
            lesson = lesson_of(info.lesson)
        except (TeacherError, AuthorError) as gone:
            log.warning("session %s is left out of a report: %s", info.id, gone)
            left_out += 1
        else:
            report = kept.get(info.id)
            if report is None:
                state = state_of(workspace.journal.events(info.id))
                report = summarise(lesson, state, school, now)
            results.append(session_result(report, lesson))
        if progress is not None:
            progress(done, len(wanted))
    return results, left_out


def class_report_of(
    workspace: Workspace, label: str, period: Period, language: str, progress: Progress | None = None
) -> ClassReport:
    """The report of a class; TeacherError where there is no such class and none of its sessions."""
    sessions = [info for info in workspace.journal.sessions() if info.class_label == label]
    known = workspace.store.school_class(label)
    if not sessions and known is None:
        text = _("There is no class “{label}”. `lessonapp results list` shows the classes that were taught.")
        raise TeacherError(text.format(label=label))
    audience = (known.audience if known else None) or (sessions[0].audience if sessions else None)
    results, left_out = results_of(workspace, _within(sessions, period), language, progress)
    planned = planned_lessons(workspace, label, audience, language)
    head = head_of(workspace.store.school())
    report = class_report(head, label, period, local_now(), results, planned)
    return report.model_copy(update={"left_out": left_out})


def school_report_of(
    workspace: Workspace, period: Period, language: str, progress: Progress | None = None
) -> SchoolReport:
    """The report of the school; the demo's class is none of it."""
    sessions = [info for info in workspace.journal.sessions() if info.class_label != DEMO_CLASS]
    within = _within(sessions, period)
    results, left_out = results_of(workspace, within, language, progress)
    classes = workspace.store.classes()
    audiences: dict[str, Audience | None] = {info.class_label: info.audience for info in reversed(within)}
    audiences |= {c.label: c.audience for c in classes if c.audience is not None}
    planned = {
        label: planned_lessons(workspace, label, audience, language) for label, audience in audiences.items()
    }
    report = school_report(
        head_of(workspace.store.school()),
        period,
        local_now(),
        results,
        planned,
        {c.label: c.seats for c in classes},
    )
    return report.model_copy(update={"left_out": left_out})


def planned_lessons(
    workspace: Workspace, label: str, audience: Audience | None, language: str
) -> tuple[PlannedLesson, ...]:
    """What the plan of the year asks of a class, in its order; lessons still to come are in it too."""
    plan, titles = year_plan(), lesson_titles(workspace, language)
    return tuple(
        PlannedLesson(
            lesson=line.lesson,
            title=titles.get(line.lesson) or plan.title(line.lesson, language),
            ask=line.ask,
        )
        for line in plan.lines(label, plan.audience(label, audience, ()))
    )


def rollup_of(
    workspace: Workspace,
    files: Iterable[Path],
    period: Period,
    language: str,
    progress: Progress | None = None,
) -> RollUp:
    """What schools sent as files, and this school's own sessions; TeacherError with a line per unfit file.

    A file given twice counts once, and so does this school where its own file is among them.
    """
    schools: list[SchoolCounts] = []
    faults: list[str] = []
    for path in files:
        try:
            schools.append(read_counts(path))
        except TeacherError as unfit:
            faults.append(str(unfit))
    if faults:
        raise TeacherError("\n".join(faults))
    own = school_report_of(workspace, period, language, progress)
    if own.totals.sessions:
        nameless = _("A school")  # as its file has it
        schools = [school for school in schools if school != counts_of(own, nameless)]
        schools.append(counts_of(own, _("This school")))
    return roll_up(tuple(dict.fromkeys(schools)))


def read_counts(path: Path) -> SchoolCounts:
    """A school's counts out of the file that `report school --json` writes."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise TeacherError(_("“{path}” is too large to be a school’s report.").format(path=path))
        data: Any = json.loads(path.read_text("utf-8-sig"))
        return SchoolCounts.model_validate(data["counts"])
    except OSError as error:
        text = _("“{path}” cannot be read: {reason}.")
        raise TeacherError(text.format(path=path, reason=reason(error))) from error
    except (ValueError, KeyError, TypeError, RecursionError, ValidationError) as error:
        text = _(
            "“{path}” is not a school’s report; a school writes one with `lessonapp report school --json`."
        )
        raise TeacherError(text.format(path=path)) from error


def school_data(report: SchoolReport) -> dict[str, Any]:
    """The school's report as JSON values, with the counts that `report rollup` reads."""
    counts = counts_of(report, _("A school"))
    return {"format": 1, "counts": counts.model_dump(mode="json"), **report.model_dump(mode="json")}


def _within(sessions: Iterable[SessionInfo], period: Period) -> list[SessionInfo]:
    zone = local_now().tzinfo
    return [info for info in sessions if period.contains(info.opened.astimezone(zone).date())]
