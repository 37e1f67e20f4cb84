"""Spreadsheets of a session, a class or the school, from what is kept of the sessions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Literal

from lessonapp.app.digests import Digests
from lessonapp.app.documents import session_report
from lessonapp.app.workspace import Workspace
from lessonapp.domain.digest import SessionDigest
from lessonapp.domain.grades import is_bare
from lessonapp.domain.plan import day_of
from lessonapp.domain.school import School
from lessonapp.domain.summary_values import Head, SummaryReport
from lessonapp.domain.text import nfc
from lessonapp.i18n import Speaker

Kind = Literal["xlsx", "csv"]


def session_sheet(workspace: Workspace, session: str, language: str, kind: Kind = "xlsx") -> bytes:
    """The spreadsheet of one session, seats by number in it."""
    from lessonapp.reports.sheets import session_xlsx
    from lessonapp.reports.summary_json import summary_csv

    report, speaker = session_report(workspace, session, language), Speaker(language)
    return session_xlsx(report, speaker) if kind == "xlsx" else summary_csv(report, speaker).encode()


def class_sheets(
    workspace: Workspace,
    label: str | None,
    first: date | None,
    last: date | None,
    language: str,
    kind: Kind = "xlsx",
    progress: Callable[[int, int], None] | None = None,
) -> bytes:
    """The spreadsheet of a class, or of the school where the label is None, between two days."""
    from lessonapp.reports.sheets import sessions_csv, sessions_xlsx

    digests = Digests(workspace)
    wanted = [s for s in digests.fresh(progress) if chosen(s, label, first, last)]
    wanted.reverse()  # the oldest first, as a school year goes
    found = digests.reports([s.session for s in wanted])
    school = workspace.store.school()
    head = Head(
        school=nfc(school.name),
        higher_body=nfc(school.higher_body),
        place=school.place,
        teacher=school.teacher,
    )
    reports: list[SummaryReport] = [
        found[s.session].model_copy(update={"head": head}) for s in wanted if s.session in found
    ]
    speaker = Speaker(language)
    if kind == "csv":
        return sessions_csv(reports, speaker).encode()
    return sessions_xlsx(_title(speaker, school, label, first, last), reports, speaker)


def chosen(session: SessionDigest, label: str | None, first: date | None, last: date | None) -> bool:
    """Whether a session belongs to a class and to a time."""
    day = day_of(session, None)
    return (
        (label is None or session.class_label == label)
        and (first is None or day >= first)
        and (last is None or day <= last)
    )


def _title(speaker: Speaker, school: School, label: str | None, first: date | None, last: date | None) -> str:
    who = school.name if label is None else label
    if label is not None and is_bare(label):
        who = speaker.t("Class {label}").format(label=label)
    parts = [part for part in (speaker.t("Results"), who) if part]
    days = [f"{day:%d/%m/%Y}" for day in (first, last) if day is not None]
    return " · ".join([*parts, " – ".join(days)] if days else parts)
