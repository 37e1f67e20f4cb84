"""What previews share: the bar above with the language and the deeds, and the line below."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lessonapp.domain.look import DANGER
from lessonapp.i18n import _
from lessonapp.ui.widgets.buttons import button
from lessonapp.ui.widgets.labels import Elided, icon_label, label


def preview_head(*deeds: QWidget, left: tuple[QWidget, ...] = ()) -> QHBoxLayout:
    """A row: what changes the view at the left, deeds at the right."""
    bar = QHBoxLayout()
    bar.setContentsMargins(16, 12, 16, 12)
    bar.setSpacing(8)
    for made in left:
        bar.addWidget(made)
    bar.addStretch(1)
    for made in deeds:
        bar.addWidget(made)
    return bar


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
