"""Spreadsheets of a session, a class or the school, from what is kept of the sessions."""

from __future__ import annotations

from typing import Literal

from lessonapp.app.digests import Digests
from lessonapp.app.documents import session_report
from lessonapp.app.workspace import Workspace
from lessonapp.domain.plan import day_of
from lessonapp.domain.progress import Progress
from lessonapp.domain.school import School
from lessonapp.domain.summary import head_of
from lessonapp.domain.summary_values import SummaryReport
from lessonapp.domain.term_values import Period
from lessonapp.i18n import Speaker
from lessonapp.reports.words import Words, class_name

Kind = Literal["xlsx", "csv"]


def session_sheet(workspace: Workspace, session: str, language: str, kind: Kind = "xlsx") -> bytes:
    """The spreadsheet of one session, seats by number in it."""
    from lessonapp.reports.sheets import session_csv, session_xlsx

    report, speaker = session_report(workspace, session, language), Speaker(language)
    return session_xlsx(report, speaker) if kind == "xlsx" else session_csv(report, speaker).encode()


def class_sheets(
    workspace: Workspace,
    label: str | None,
    period: Period,
    language: str,
    kind: Kind = "xlsx",
    progress: Progress | None = None,
) -> bytes:
    """The spreadsheet of a class, or of the school where the label is None, in a period."""
    from lessonapp.reports.sheets import sessions_csv, sessions_xlsx

    digests = Digests(workspace)
    wanted = [
        s
        for s in digests.fresh(progress)
        if period.contains(day_of(s, None)) and label in (None, s.class_label)
    ]
    wanted.reverse()  # the oldest first, as a school year goes
    found = digests.reports([s.session for s in wanted])
    school = workspace.store.school()
    head = head_of(school)
    reports: list[SummaryReport] = [
        found[s.session].model_copy(update={"head": head}) for s in wanted if s.session in found
    ]
    speaker = Speaker(language)
    if kind == "csv":
        return sessions_csv(reports, speaker).encode()
    return sessions_xlsx(_title(speaker, school, label, period), reports, speaker)


def _title(speaker: Speaker, school: School, label: str | None, period: Period) -> str:
    words = Words(speaker, "adults")
    who = class_name(label, words) if label is not None else school.name
    days = " – ".join(words.day(day) for day in (period.first, period.last) if day is not None)
    return " · ".join(part for part in (speaker.t("Results"), who, days) if part)
