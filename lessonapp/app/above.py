"""What a school and those above it exchange: its counts in a file, and the report over many such files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from lessonapp.app.files import save_name, start_folder, write_file
from lessonapp.app.terms import school_data, school_report_of
from lessonapp.app.work import Work
from lessonapp.domain.progress import Progress
from lessonapp.i18n import _, language
from lessonapp.ui.widgets.asking import ask_where

if TYPE_CHECKING:
    from lessonapp.app.previews import Reporting
    from lessonapp.app.program import Program
    from lessonapp.domain.term import Period
    from lessonapp.ui.results.preview import PdfPreview


class Above(QObject):
    """Asked from the preview of the school's report, and answers there."""

    def __init__(self, program: Program, reporting: Reporting, dialog: PdfPreview, period: Period) -> None:
        super().__init__(dialog)
        self._program, self._reporting, self._dialog, self._period = program, reporting, dialog, period
        self._workspace = program.workspace

    def roll_up(self) -> None:
        """The report over this school and those whose files are chosen."""
        folder = start_folder(self._workspace.settings)
        title = _("Files that schools sent")
        files, _kind = QFileDialog.getOpenFileNames(self._dialog, title, folder, "JSON (*.json)")
        if files:
            work = self._reporting.show("rollup", "", self._period, {"files": "\n".join(files)})
            work.failed.connect(self._on_fault)

    def save_counts(self) -> None:
        """This school's counts of the period, in a file for those above it: no class and no pupil."""
        school = self._workspace.store.school().name
        last = self._period.last.isoformat() if self._period.last else ""
        name = save_name(_("Counts of a school"), school, last)
        kinds = (("json", _("Counts of a school")),)
        path = ask_where(self._dialog, start_folder(self._workspace.settings), name, kinds)
        if path is None:
            return
        tongue = language()

        def act(progress: Progress) -> object:
            report = school_report_of(self._workspace, self._period, tongue, progress)
            data = {"format": 1, "counts": school_data(report)["counts"]}
            write_file(path, json.dumps(data, ensure_ascii=False, indent=2).encode())
            return path

        work = Work("counts", act)
        work.done.connect(self._on_saved)
        work.failed.connect(self._on_fault)
        self._program.desk.start(work)

    def _on_saved(self, path: Path) -> None:
        self._dialog.set_saved(str(path))

    def _on_fault(self, error: Exception) -> None:
        self._dialog.set_fault(str(error))
