"""What the results page asks for: figures kept right, spreadsheets and reports written, lessons started."""

from __future__ import annotations

import logging
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from lessonapp.app.files import save_name, start_folder, write_file
from lessonapp.app.work import Work
from lessonapp.domain.errors import LessonAppError, MachineError
from lessonapp.domain.progress import Progress
from lessonapp.i18n import _, language
from lessonapp.ui.widgets.asking import ask_where

if TYPE_CHECKING:  # Home is painted before any of these is imported
    from collections.abc import Callable

    from lessonapp.app.program import Program
    from lessonapp.domain.digest import SessionDigest
    from lessonapp.domain.session_info import SessionInfo
    from lessonapp.ui.results.filters import Span
    from lessonapp.ui.results.page import ResultsPage
    from lessonapp.ui.results.plan_model import ClassPlan
    from lessonapp.ui.results.preview_bars import Preview

log = logging.getLogger(__name__)

AT_ONCE = 3
"""Sessions whose figures are made while the page waits; more are made in a thread."""


class ResultsDesk(QObject):
    """Between the results page and everything it does not know."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self._workspace = program.workspace
        self._work: list[Work] = []
        self._page: ResultsPage | None = None
        self._keeping: Work | None = None
        self._over = False
        self.plans: tuple[ClassPlan, ...] = ()

    def connect_page(self, page: ResultsPage) -> None:
        """Listen to a newly built page."""
        self._page = page
        page.session_chosen.connect(self._on_session)
        page.sheet_requested.connect(self.save_class_sheet)
        page.teach_requested.connect(self._on_teach)
        page.replay_requested.connect(self._on_replay)
        page.session_sheet_requested.connect(self.save_session_sheet)
        page.report_requested.connect(self._on_report)
        page.class_edit_requested.connect(self._program.edit_class)
        page.class_add_requested.connect(self._program.add_class)
        page.said.connect(self._program.window.show_toast)

    def read(self) -> tuple[SessionDigest, ...]:
        """All sessions with the figures there are; what is stale is made right, at once or in a thread."""
        from lessonapp.app.digests import Digests
        from lessonapp.app.year import class_plans

        digests = Digests(self._workspace)
        found, stale = digests.known()
        if 0 < len(stale) <= AT_ONCE and self._keeping is None:
            try:
                digests.rebuild(stale)
            except MachineError as error:
                log.warning("the figures of the newest sessions are not kept: %s", error)
            found, stale = digests.known()
            stale = ()  # what is not right now will not be by trying again
        if stale and self._keeping is None:
            self._keep(stale)
        self.plans = class_plans(self._workspace, self._workspace.store.classes(), found)
        return found

    def show(self, digests: tuple[SessionDigest, ...]) -> None:
        """Bring the page up to date."""
        from lessonapp.app.results import known_titles, session_rows

        if self._page is not None:
            self._page.set_plans(self.plans)
            entries = self._workspace.index.entries(self._workspace.existing_roots())
            self._page.set_rows(session_rows(digests, known_titles(entries)))

    def close(self) -> None:
        """Let what runs come to its end."""
        self._over = True
        for work in (*self._work, *([self._keeping] if self._keeping else [])):
            work.blockSignals(True)  # there will be no window to tell
            work.wait()

    def save_session_sheet(self, session: str) -> None:
        """The spreadsheet of one session, where the teacher wants it."""
        from lessonapp.app.documents import summary_name
        from lessonapp.app.spreadsheets import session_sheet

        try:
            info = self._workspace.session_info(session)
        except LessonAppError as error:
            self._program.tell(error)
            return
        day = info.opened.astimezone().date().isoformat()
        name = Path(summary_name(day, info.class_label, info.lesson, language())).stem
        tongue = language()
        self._save(name, lambda kind, _progress: session_sheet(self._workspace, session, tongue, kind))

    def save_class_sheet(self, label: str | None, span: Span) -> None:
        """The spreadsheet of a class or the school over a time, where the clerk wants it."""
        from lessonapp.app.spreadsheets import class_sheets

        who = label if label is not None else _("The whole school")
        name = save_name(_("Results"), who, span.key if span.key != "all" else "")
        tongue = language()
        self._save(
            name,
            lambda kind, progress: class_sheets(self._workspace, label, span.period, tongue, kind, progress),
        )

    def start(self, work: Work) -> None:
        """Run something beside the window; the page shows that it is at work."""
        self._work.append(work)
        if self._page is not None:
            work.progressed.connect(self._page.set_progress)
        work.failed.connect(self._program.tell)
        work.over.connect(lambda: self._finished(work))
        work.start()

    def _finished(self, work: Work) -> None:
        self._work.remove(work)
        if self._page is not None and not self._work:
            self._page.set_progress(0, 0)
        work.deleteLater()

    def _save(self, name: str, make: Callable[..., bytes]) -> None:
        """Ask where, make in a thread, write whole, say so; a fault is told and nothing is lost by it."""
        folder = start_folder(self._workspace.settings)
        kinds = (("xlsx", _("Excel workbook")), ("csv", _("CSV table")))
        path = ask_where(self._program.window, folder, name, kinds)
        if path is None:
            return

        def act(progress: Progress) -> object:
            kind = "csv" if path.suffix.lower() == ".csv" else "xlsx"
            write_file(path, make(kind, progress))
            return path

        work = Work("spreadsheet", act, self)
        work.done.connect(self.saved)
        self.start(work)

    def saved(self, path: Path) -> None:
        """Say where something was written, and remember the folder."""
        self._program.keep(replace(self._workspace.settings, save_folder=str(path.parent)))
        folder = QUrl.fromLocalFile(str(path.parent))
        text = _("Saved: {path}").format(path=path)
        self._program.window.show_toast(text, _("Open folder"), lambda: QDesktopServices.openUrl(folder))

    def save_shown(self, dialog: Preview, path: Path) -> None:
        """Write what a preview shows; a fault is said in it, and it stays open."""
        try:
            write_file(path, dialog.content)
        except LessonAppError as error:
            dialog.set_fault(str(error))
            return
        dialog.set_saved(str(path))
        self._program.keep(replace(self._workspace.settings, save_folder=str(path.parent)))

    def _keep(self, stale: tuple[SessionInfo, ...]) -> None:
        from lessonapp.app.digests import Digests

        digests = Digests(self._workspace)

        def act(progress: Progress) -> object:
            digests.rebuild(stale, progress, lambda: not self._over)
            return None

        work = Work("figures", act, self)
        self._keeping = work
        if self._page is not None:
            work.progressed.connect(self._page.set_progress)
        work.failed.connect(self._program.tell)
        work.over.connect(self._kept)
        work.start()

    def _kept(self) -> None:
        work, self._keeping = self._keeping, None
        if work is not None:
            work.deleteLater()
        if self._page is not None:
            self._page.set_progress(0, 0)
        from lessonapp.app.digests import Digests
        from lessonapp.app.year import class_plans

        found = Digests(self._workspace).known()[0]  # and no second try at what cannot be made right
        self.plans = class_plans(self._workspace, self._workspace.store.classes(), found)
        self.show(found)
        self._program.show_home()  # what was taught counts in the plan there too

    def _on_session(self, session: str) -> None:
        from lessonapp.app.digests import Digests

        if self._page is not None:
            self._page.set_report(Digests(self._workspace).reports([session]).get(session))

    def _on_report(self, label: str | None, span: Span) -> None:
        """The report of a class, or of the school, over a time."""
        key = "school-report" if label is None else "class-report"
        sheet = partial(self.save_class_sheet, label, span)
        if self._program.reporting is not None:
            self._program.reporting.show(key, label or "", span.period, sheet=sheet)

    def _on_teach(self, lesson: str, label: str) -> None:
        self._choose(label)
        self._program.lessons.start(self._workspace.base_lesson(lesson))

    def _on_replay(self, replay: str, then: str, label: str) -> None:
        self._choose(label)
        self._program.lessons.replay(replay, then)

    def _choose(self, label: str) -> None:
        """Teach the class whose results are looked at, where there is such a class."""
        known = self._workspace.store.school_class(label)
        if known is not None and label != self._program.chosen_class:
            self._program.choose_class(label)
