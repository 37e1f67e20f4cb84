"""What `lessonapp report` writes over many sessions: a document, or JSON."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from lessonapp.app.files import write_file
from lessonapp.app.papers import file_name
from lessonapp.app.progress import progress_bar
from lessonapp.app.spreadsheets import class_sheets
from lessonapp.app.terms import class_report_of, rollup_of, school_data, school_report_of
from lessonapp.app.workspace import Workspace
from lessonapp.domain.progress import Progress
from lessonapp.domain.summary import head_of
from lessonapp.domain.term import Period
from lessonapp.i18n import Speaker, _


@dataclass(frozen=True, slots=True)
class Wanted:
    """Where and how a report is written; neither a file nor JSON: a PDF named by itself."""

    home: Path
    language: str
    period: Period
    pdf: Path | None = None
    as_json: bool = False
    xlsx: Path | None = None
    csv: Path | None = None


Found = tuple[dict[str, Any], Callable[[], bytes]]
"""A report as JSON values, and what makes its document."""


def report_class(wanted: Wanted, label: str) -> str:
    """The report of a class; what to print."""
    from lessonapp.reports.term import class_pdf

    def find(workspace: Workspace, progress: Progress | None) -> Found:
        report = class_report_of(workspace, label, wanted.period, wanted.language, progress)
        data = {"format": 1, **report.model_dump(mode="json")}
        return data, lambda: class_pdf(report, Speaker(wanted.language))

    return _write(wanted, "class-report", label, find, (label,))


def report_school(wanted: Wanted) -> str:
    """The report of the school; what to print."""
    from lessonapp.reports.school import school_pdf

    def find(workspace: Workspace, progress: Progress | None) -> Found:
        report = school_report_of(workspace, wanted.period, wanted.language, progress)
        return school_data(report), lambda: school_pdf(report, Speaker(wanted.language))

    return _write(wanted, "school-report", "", find, (None,))


def report_rollup(wanted: Wanted, files: Sequence[Path]) -> str:
    """The report over several schools; what to print."""
    from lessonapp.reports.rollup import rollup_pdf

    def find(workspace: Workspace, progress: Progress | None) -> Found:
        report = rollup_of(workspace, files, wanted.period, wanted.language, progress)
        head = head_of(workspace.store.school())
        data = {"format": 1, **report.model_dump(mode="json")}
        return data, lambda: rollup_pdf(report, head, Speaker(wanted.language))

    return _write(wanted, "rollup", "", find)


def _write(
    wanted: Wanted,
    key: str,
    of: str,
    find: Callable[[Workspace, Progress | None], Found],
    sheets_of: tuple[str | None, ...] = (),
) -> str:
    """Write what was asked for; `sheets_of` is whose sessions the spreadsheets hold."""
    workspace = Workspace(wanted.home)
    written: list[Path] = []
    try:
        with progress_bar(_("Sessions")) as progress:
            data, document = find(workspace, progress)
        name = file_name(workspace, key, of, wanted.language, wanted.period)
        for label in sheets_of:
            written += _sheets(workspace, wanted, label)
    finally:
        workspace.close()
    pdf = wanted.pdf or (None if wanted.as_json or written else Path(name))
    if pdf is not None:
        write_file(pdf, document())
        written.insert(0, pdf)
    if wanted.as_json:
        return json.dumps(data, ensure_ascii=False, indent=2)
    return "\n".join(map(str, written))


def _sheets(workspace: Workspace, wanted: Wanted, label: str | None) -> list[Path]:
    """The spreadsheets asked for, of a class or of the school."""
    files: list[tuple[Path | None, Literal["xlsx", "csv"]]] = [(wanted.xlsx, "xlsx"), (wanted.csv, "csv")]
    for path, kind in files:
        if path is not None:
            write_file(path, class_sheets(workspace, label, wanted.period, wanted.language, kind))
    return [path for path, _kind in files if path is not None]
