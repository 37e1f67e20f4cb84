"""What previews share: the bar above with the language and the deeds, the line below, asking where."""

from abc import abstractmethod
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from lessonapp.domain.language import NAMES
from lessonapp.domain.look import DANGER
from lessonapp.i18n import _, language
from lessonapp.ui.widgets.asking import ask_where
from lessonapp.ui.widgets.buttons import Segments, button
from lessonapp.ui.widgets.labels import Elided, icon_label, label


class PreviewFoot(QWidget):
    """Where the document was saved, with its folder; or why it was not, and what to do."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._saved = ""
        self.fault = label("", "error", wrap=True)
        self.fault.setStyleSheet(f"color: {DANGER};")
        self._trouble = QWidget()
        self._trouble.hide()
        trouble = QHBoxLayout(self._trouble)
        trouble.setContentsMargins(0, 0, 0, 0)
        trouble.setSpacing(8)
        trouble.addWidget(icon_label("warn", DANGER, 18, 3), 0, Qt.AlignmentFlag.AlignTop)
        trouble.addWidget(self.fault, 1)
        self.saved = Elided("", "secondary", Qt.TextElideMode.ElideMiddle)
        self.open_folder = button(_("Open folder"))
        self.open_folder.clicked.connect(self._on_open_folder)
        close = button(_("Close"))
        close.clicked.connect(self.closed)
        row = self._row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.saved, 1)
        row.addWidget(self.open_folder)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 10)
        column.addWidget(self._trouble)
        column.addLayout(row)
        self.set_saved("")

    def offer(self, text: str, act: Callable[[], object]) -> None:
        """One more thing to do with the document, at the left."""
        made = button(text)
        made.clicked.connect(act)
        self._row.insertWidget(self._row.indexOf(self.saved), made)

    def set_saved(self, path: str) -> None:
        """Say that the document was written; an empty path takes it back."""
        self._saved = path
        self._trouble.hide()
        self.saved.set_whole(_("Saved: {path}").format(path=path) if path else "")
        self.open_folder.setVisible(bool(path))

    def set_fault(self, text: str) -> None:
        """Say why it was not written, and what to do."""
        self.set_saved("")
        self.fault.setText(text)
        self._trouble.show()

    def _on_open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(self._saved).parent)))


class Preview(QDialog):
    """A document before it is saved; it is written by whoever listens to `save_requested`.

    Once closed it is gone, with all that it showed.
    """

    save_requested = Signal(str)
    language_requested = Signal(str)

    def __init__(
        self,
        content: bytes,
        suggested_name: str,
        folder: str,
        parent: QWidget | None = None,
        document_language: str | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.content, self._name, self._folder = content, suggested_name, folder
        self.setWindowTitle(_("Preview"))
        shown = document_language or language()
        self.languages = Segments(tuple(NAMES.items()), shown, _("Language of the document"))
        self.save = button(_("Save as…"), "primary", "pdf")
        self._foot = PreviewFoot()
        self.saved, self.open_folder, self.fault = self._foot.saved, self._foot.open_folder, self._foot.fault
        self.save.clicked.connect(self._on_save)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self).activated.connect(self._on_save)
        self.languages.chosen.connect(self.language_requested)
        self._foot.closed.connect(self.reject)
        self._build()
        self._show_content()

    def set_content(self, content: bytes, name: str = "") -> None:
        """Show another document, under another name where one is given; it is not saved yet."""
        self.content, self._name = content, name or self._name
        self._foot.set_saved("")
        self._show_content()

    def offer(self, text: str, act: Callable[[], object]) -> None:
        """One more thing to do with the document."""
        self._foot.offer(text, act)

    def set_saved(self, path: str) -> None:
        """Say that the document was written; an empty path takes it back."""
        self._foot.set_saved(path)

    def set_fault(self, text: str) -> None:
        """Say why it was not written, and what to do."""
        self._foot.set_fault(text)

    @abstractmethod
    def _build(self) -> None:
        """Make the view of `content` and lay it out with the bars."""

    @abstractmethod
    def _show_content(self) -> None:
        """Bring `content` to the screen."""

    @abstractmethod
    def _ending(self) -> tuple[str, str]:
        """How a file of it ends, and what such a file is called."""

    def _lay_out(self, view: QWidget, *deeds: QWidget, left: tuple[QWidget, ...] = ()) -> None:
        """Above what changes the view, language and deeds; below where it was saved."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 12, 16, 12)
        bar.setSpacing(8)
        for made in left:
            bar.addWidget(made)
        bar.addStretch(1)
        for made in (self.languages, *deeds, self.save):
            bar.addWidget(made)
        column.addLayout(bar)
        column.addWidget(view, 1)
        column.addWidget(self._foot)

    def _on_save(self) -> None:
        path = ask_where(self, self._folder, Path(self._name).stem, (self._ending(),))
        if path is not None:
            self.save_requested.emit(str(path))
