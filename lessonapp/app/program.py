"""The window program: Home, sessions, settings, and the lesson that is being taught.

Home is painted first, out of the index of lessons; everything else is imported and read right after.
"""

from __future__ import annotations

import logging
import signal
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, QThread, QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from lessonapp.app.collector import Collector
from lessonapp.app.damage import way_out
from lessonapp.app.home import first_model, home_model
from lessonapp.app.qt import application, is_unseen
from lessonapp.app.unsaved import Unsaved
from lessonapp.app.workspace import Workspace
from lessonapp.domain.errors import LessonAppError
from lessonapp.domain.language import Language
from lessonapp.i18n import _, language, reason, set_language
from lessonapp.settings import Settings, interface_language
from lessonapp.ui.home.page import HomePage
from lessonapp.ui.main_window import MainWindow
from lessonapp.ui.theme import apply_colours, apply_sheet

if TYPE_CHECKING:
    from lessonapp.app.cards_dialogs import CardsPrinting
    from lessonapp.app.previews import Reporting
    from lessonapp.app.results_desk import ResultsDesk
    from lessonapp.domain.events import Channel
    from lessonapp.domain.school import School, SchoolClass
    from lessonapp.ui.results.page import ResultsPage
    from lessonapp.ui.settings.page import SettingsPage

log = logging.getLogger(__name__)


class Presenting(NamedTuple):
    """A lesson to be opened at once, as the command line names it."""

    lesson: str
    class_label: str
    channel: Channel | None
    seats: int
    block: str | None
    windowed: bool


def run_window(home: Path, lang: str | None, presenting: Presenting | None = None) -> int:
    """Open the window and run until it is closed; the exit code of the application."""
    # Ctrl+C in a terminal ends it at once, as a power cut would: Qt's loop never comes back for Python's way.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if is_unseen():
        text = _("There is no display here: the window is drawn in memory, and nobody sees it.")
        sys.stderr.write(text + "\n")
    app = application()
    workspace = Workspace(home)
    set_language(interface_language(workspace.settings, lang))
    apply_colours(app)
    program = Program(app, workspace)
    apply_sheet(app)
    sys.excepthook = program.on_bug
    program.lessons.audible = True
    try:
        if presenting is not None:
            program.lessons.present(presenting)
        else:
            program.open_home()
        return app.exec()
    finally:
        program.close()


class _Warmup(QThread):
    """Imports what Home does not need, while the teacher looks at it already; nothing of Qt.

    PySide makes its classes when they are first asked for, and that belongs to the window's own thread.
    """

    def run(self) -> None:
        import lessonapp.app.digests
        import lessonapp.app.documents
        import lessonapp.app.web_facts
        import lessonapp.app.year
        import lessonapp.storage.digests
        import lessonapp.storage.journal  # noqa: F401 - imported for whoever comes next


class Program(QObject):
    """Holds the main window and its pages; they are built anew when the language changes."""

    home_painted = Signal()

    def __init__(self, app: QApplication, workspace: Workspace) -> None:
        super().__init__()
        from lessonapp.app.lessons import Lessons

        self.app = app
        self.workspace = workspace
        self.chosen_class = workspace.settings.last_class
        self._closed = False
        self.lessons = Lessons(self)
        self.unsaved = Unsaved(self)
        self.reporting: Reporting | None = None
        self._warmup = _Warmup(self)
        self._warmup.setObjectName("warm-up")
        self._warmup.finished.connect(self.refresh)
        self._collector = Collector(self)
        self._collector.start()
        self._build()

    @cached_property
    def cards(self) -> CardsPrinting:
        """What prints cards."""
        from lessonapp.app.cards_dialogs import CardsPrinting  # Home is painted without it

        return CardsPrinting(self)

    @cached_property
    def desk(self) -> ResultsDesk:
        """What stands behind the page of results."""
        from lessonapp.app.results_desk import ResultsDesk  # Home is painted without it

        return ResultsDesk(self)

    def open_home(self) -> None:
        """Show the window with the lessons at once, and what is in the database a moment later."""
        self.home.set_model(first_model(self.workspace))
        self.home.grid.painted.connect(self._on_painted, Qt.ConnectionType.SingleShotConnection)
        self.window.show()

    def _on_painted(self) -> None:
        """Begin to import the rest once the lessons have been painted, not while they are."""
        QTimer.singleShot(0, self._warmup.start)

    def close(self) -> None:
        """Let go of everything that runs."""
        self._closed = True
        self._warmup.finished.disconnect(self.refresh)  # there will be no window to refresh
        self._warmup.wait()
        if self.lessons.teaching is not None:  # ended in the middle of a lesson: its threads end too
            self.lessons.teaching.close()
        if "desk" in vars(self):
            self.desk.close()
        self.workspace.close()
        self._collector.stop()

    def refresh(self) -> None:
        """Read everything again and show it."""
        if self._closed:  # the end of the warm-up was on its way already
            return
        self._complete()
        try:
            if self.lessons.teaching is None:
                self.unsaved.watch()
            digests = self.desk.read()
            self.show_home()
            self._show_rest()
            self.desk.show(digests)
            self.window.show_banner(self.unsaved.words())
        except LessonAppError as error:
            self.tell(error)
        self.home_painted.emit()

    def show_home(self) -> None:
        """Bring Home up to date with what is stored and planned."""
        model = home_model(self.workspace, self.chosen_class, self.desk.plans)
        self.chosen_class = model.chosen_class
        self.home.set_model(model)

    def school_class(self) -> SchoolClass | None:
        """The class chosen on Home."""
        return self.workspace.store.school_class(self.chosen_class)

    def tell(self, error: Exception) -> None:
        """An error that the teacher or the machine can mend, as a line that stays."""
        log.error("told the teacher: %s", error)
        self.window.show_banner(str(error), action=way_out(self, error))

    def on_bug(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """A fault of the program itself: logged, told calmly to the teacher, and the lesson goes on.

        What somebody can mend, and nobody told nearer to where it arose, is told in its own words.
        """
        log.critical("a bug", exc_info=(kind, error, trace))
        text = _("Something went wrong inside the program. What was saved is safe; please go on.")
        if isinstance(error, LessonAppError):
            text = str(error)
        if self.lessons.teaching is not None:
            self.lessons.teaching.tell(text)
        else:
            self.window.show_banner(text, "warn", way_out(self, error))

    def add_class(self) -> bool:
        """Ask for a new class; whether one was made."""
        from lessonapp.ui.home.class_dialog import ClassDialog
        from lessonapp.ui.widgets.dialog import accepted

        taken = frozenset(c.label for c in self.workspace.store.classes())
        dialog = ClassDialog(None, self.window, taken)
        if not accepted(dialog):
            return False
        self._save_class(dialog.value(), None)
        return True

    def _show_rest(self) -> None:
        """Bring the pages behind Home up to date."""
        if self.results is not None and self.settings is not None:
            store = self.workspace.store
            self.settings.set_value(store.school(), store.classes(), self.workspace.settings)

    def _build(self) -> None:
        self.home = HomePage()
        self._places = {"results": _place(), "settings": _place()}
        self.results: ResultsPage | None = None
        self.settings: SettingsPage | None = None
        self.window = MainWindow(
            [
                ("home", _("Home"), "home", self.home),
                ("results", _("Results"), "chart", self._places["results"]),
                ("settings", _("School settings"), "gear", self._places["settings"]),
            ]
        )
        self._connect()
        self.lessons.connect_home(self.home)

    def _complete(self) -> None:
        """Build the pages that are not seen at first."""
        if self.results is not None:
            return
        from lessonapp.app.help_lines import numbers_checked, offered_contacts
        from lessonapp.app.qt_words import speak_qt
        from lessonapp.ui.results.page import ResultsPage
        from lessonapp.ui.settings.page import SettingsPage

        speak_qt(self.app, language())
        self.results, self.settings = ResultsPage(), SettingsPage()
        for key, page in (("results", self.results), ("settings", self.settings)):
            layout = self._places[key].layout()
            assert layout is not None  # `_place` gives one
            layout.addWidget(page)
        self.settings.contacts.set_known(offered_contacts(language()), numbers_checked())
        self.home.set_cover_source(self.lessons.cover)
        self.lessons.connect_sessions(self.results)
        self.desk.connect_page(self.results)
        self._offer_papers(self.results)
        self.results.home_requested.connect(lambda: self.window.show_page("home"))
        self.settings.school_saved.connect(self._on_school)
        self.settings.settings_saved.connect(self._on_settings)
        self.settings.class_add_requested.connect(self.add_class)
        self.settings.class_edit_requested.connect(self.edit_class)
        self.settings.class_delete_requested.connect(self._on_class_delete)

    def _offer_papers(self, results: ResultsPage) -> None:
        """A menu of documents beside each lesson, session and class."""
        from lessonapp.app.previews import Reporting

        self.reporting = self.reporting or Reporting(self)
        chosen = results.overview.chosen
        bar = self.home.actions_bar
        results.overview.set_papers(
            self.reporting.menu("session", lambda: row.id if (row := chosen()) else "", results)
        )
        bar.set_papers(self.reporting.menu("lesson", lambda: bar.lesson, bar))

    def _connect(self) -> None:
        self.window.may_close = self.unsaved.may_close
        self.window.language_requested.connect(self._on_language)
        self.window.page_chosen.connect(self._on_page)
        self.home.class_chosen.connect(self.choose_class)
        self.home.class_add_requested.connect(self.add_class)
        self.home.class_edit_requested.connect(self.edit_class)
        self.home.cards_print_requested.connect(lambda: self.cards.ask(self.window))
        self.home.settings_requested.connect(lambda: self.window.show_page("settings"))
        self.home.sessions_requested.connect(lambda: self.window.show_page("results"))

    def _on_page(self, key: str) -> None:
        if key == "settings" and self.settings is not None and self.settings.is_changed():
            return
        self.refresh()

    def _on_language(self, wanted: str) -> None:
        if wanted == language():
            return
        chosen: Language = "en" if wanted == "en" else "vi"
        self.keep(replace(self.workspace.settings, language=chosen))
        self._rebuild(wanted)

    def _rebuild(self, wanted: str) -> None:
        """Pages keep no truth, so another language is simply other pages."""
        set_language(wanted)
        old, page, shape = self.window, self.window.page(), self.window.saveGeometry()
        typed = self.settings.typed() if self.settings is not None else None
        self._build()
        self.window.restoreGeometry(shape)
        self.refresh()
        if typed is not None and self.settings is not None:
            self.settings.take_over(typed)
        self.window.show_page(page)
        self.window.show()
        old.hide()
        old.deleteLater()

    def choose_class(self, label: str) -> None:
        """Teach another class from now on."""
        self.chosen_class = label
        self.keep(replace(self.workspace.settings, last_class=label))
        self.refresh()

    def edit_class(self, label: str) -> None:
        """Ask for changes to a class."""
        from lessonapp.ui.home.class_dialog import ClassDialog
        from lessonapp.ui.widgets.dialog import accepted

        known = self.workspace.store.school_class(label)
        if known is None:
            return
        taken = frozenset(c.label for c in self.workspace.store.classes())
        dialog = ClassDialog(known, self.window, taken - {label})
        if accepted(dialog):
            self._save_class(dialog.value(), label)

    def _on_class_delete(self, label: str) -> None:
        from lessonapp.ui.widgets.confirm import confirm

        if confirm(
            self.window,
            _("Delete class {label}?").format(label=label),
            _("The class and its settings go. The sessions that were taught stay."),
            _("Delete the class"),
            _("Keep it"),
        ):
            self.attempt(lambda: self.workspace.store.delete_class(label))

    def _save_class(self, value: SchoolClass, before: str | None) -> None:
        self.chosen_class = value.label
        self.keep(replace(self.workspace.settings, last_class=value.label))
        self.attempt(lambda: self.workspace.store.save_class(value, before))

    def _on_school(self, school: School) -> None:
        if self.attempt(lambda: self.workspace.store.save_school(school)):
            self.window.show_toast(_("Saved"))

    def _on_settings(self, settings: Settings) -> None:
        before = self.workspace.settings.language
        kept = self.keep(settings)
        wanted = interface_language(settings, language() if settings.language == before else None)
        if wanted != language():
            self._rebuild(wanted)
        elif self.settings is not None:
            self.settings.set_settings(self.workspace.settings)
        if kept:
            self.window.show_toast(_("Saved"))

    def keep(self, settings: Settings) -> bool:
        """Keep settings of this machine; where the disk refuses, for as long as the program runs."""
        try:
            self.workspace.change_settings(settings)
        except OSError as error:
            text = _("The settings could not be saved: {reason}. They hold until the program is closed.")
            self.tell(LessonAppError(text.format(reason=reason(error))))
            return False
        return True

    def attempt(self, action: Callable[[], None]) -> bool:
        """Do something with the database, then show what became of it; whether it was done."""
        try:
            action()
        except LessonAppError as error:
            self.tell(error)
            return False
        self.refresh()
        return True


def _place() -> QWidget:
    """Where a page will be."""
    place = QWidget()
    layout = QVBoxLayout(place)
    layout.setContentsMargins(0, 0, 0, 0)
    return place
