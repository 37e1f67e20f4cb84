"""Every document in a preview: made in a thread, in either language, saved, printed, as spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from lessonapp.app.above import Above
from lessonapp.app.files import start_folder
from lessonapp.app.papers import PaperKind, file_name, make, paper, papers
from lessonapp.app.work import Work
from lessonapp.domain.progress import Progress
from lessonapp.domain.term import Period
from lessonapp.i18n import _, language
from lessonapp.ui.icons import icon
from lessonapp.ui.results.picture_preview import PicturePreview
from lessonapp.ui.results.preview import PdfPreview
from lessonapp.ui.results.preview_bars import Preview
from lessonapp.ui.widgets.dialog import accepted
from lessonapp.ui.widgets.options_dialog import Option, OptionsDialog

if TYPE_CHECKING:
    from lessonapp.app.program import Program

LEFT_TO_FILES = ("rollup",)
"""Documents that need other schools' files: the school's own report offers them."""


class Reporting(QObject):
    """Asks for what a document can be told, makes it, and shows it before anything is written."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self._workspace = program.workspace

    def menu(self, needs: str, of: Callable[[], str], parent: QWidget) -> QMenu:
        """The documents about a lesson, a session or a class, by name."""
        menu = QMenu(parent)
        for kind in papers():
            if kind.needs == needs and kind.key not in (*LEFT_TO_FILES, "summary"):
                act = menu.addAction(icon("pdf"), f"{kind.title}…")
                act.triggered.connect(lambda _c=False, key=kind.key: self.ask(key, of()))
        return menu

    def ask(self, key: str, of: str) -> None:
        """Ask for the options of a document, where it has any, then show it."""
        kind = paper(key)
        choices: Mapping[str, str] = {}
        if kind.choices:
            options = [Option(c.key, c.title, c.values, _known(self._program, c.key)) for c in kind.choices]
            dialog = OptionsDialog(kind.title, options, self._program.window)
            if not accepted(dialog):
                return
            choices = dialog.value()
        self.show(key, of, choices=choices)

    def show(
        self,
        key: str,
        of: str = "",
        period: Period | None = None,
        choices: Mapping[str, str] | None = None,
        sheet: Callable[[], object] | None = None,
    ) -> Work:
        """Make a document and show it; `sheet` is what its spreadsheet button does."""
        kind, given = paper(key), dict(choices or {})

        def made(tongue: str) -> Callable[[Progress], object]:
            return lambda progress: make(self._workspace, key, of, tongue, period, progress, **given)

        tongue = language()
        work = Work("documents", made(tongue))
        work.done.connect(lambda content: self._open(kind, of, period, given, content, made, sheet))
        self._program.desk.start(work)
        return work

    def _open(
        self,
        kind: PaperKind,
        of: str,
        period: Period | None,
        given: Mapping[str, str],
        content: bytes,
        made: Callable[[str], Callable[[Progress], object]],
        sheet: Callable[[], object] | None,
    ) -> None:
        def name(tongue: str) -> str:
            return file_name(self._workspace, kind.key, of, tongue, period, **given)

        tongue = language()
        folder = start_folder(self._workspace.settings)
        shown = PicturePreview if kind.suffix == "png" else PdfPreview
        dialog = shown(content, name(tongue), folder, self._program.window, tongue)
        if sheet is not None and isinstance(dialog, PdfPreview):
            dialog.offer_sheet(sheet)
        if kind.key == "school-report" and isinstance(dialog, PdfPreview):
            above = Above(self._program, self, dialog, period or Period())
            dialog.offer(_("Several schools…"), above.roll_up)
            dialog.offer(_("Counts to send up…"), above.save_counts)
        dialog.language_requested.connect(lambda other: self._again(dialog, name(other), made(other)))
        dialog.save_requested.connect(lambda path: self._program.desk.save_shown(dialog, Path(path)))
        dialog.open()

    def _again(self, dialog: Preview, name: str, made: Callable[[Progress], object]) -> None:
        """The same document in the other language."""
        work = Work("documents", made)
        work.done.connect(_Shown(dialog, name).take)
        self._program.desk.start(work)


class _Shown(QObject):
    """Brings a document to the preview that asked for it; to none where that is closed by then."""

    def __init__(self, dialog: Preview, name: str) -> None:
        super().__init__(dialog)
        self._dialog, self._name = dialog, name

    def take(self, content: bytes) -> None:
        """Show it."""
        self._dialog.set_content(content, self._name)


def _known(program: Program, key: str) -> str:
    """What is offered for an option without values: the class that is chosen."""
    return program.chosen_class if key == "class_label" else ""
