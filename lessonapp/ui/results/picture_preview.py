"""A picture before it is saved: as large as the window, in both languages."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeySequence, QPixmap, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from lessonapp.i18n import _, language
from lessonapp.ui.results.preview_bars import PreviewFoot, preview_head
from lessonapp.ui.widgets.asking import ask_where
from lessonapp.ui.widgets.buttons import Segments, button
from lessonapp.ui.widgets.dialog import resize_on_screen


class PicturePreview(QDialog):
    """Shows a PNG; where it is written is decided by who listens to `save_requested`."""

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
        self.content, self._name, self._folder = content, suggested_name, folder
        self.setWindowTitle(_("Preview"))
        resize_on_screen(self, 820, 720)
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setMinimumSize(320, 320)
        self._picture.setAccessibleName(_("Picture"))
        names = (("vi", "Tiếng Việt"), ("en", "English"))
        self.languages = Segments(names, document_language or language(), _("Language of the document"))
        self.save = button(_("Save as…"), "primary", "pdf")
        self._foot = PreviewFoot()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(preview_head(self.languages, self.save))
        column.addWidget(self._picture, 1)
        column.addWidget(self._foot)
        self.save.clicked.connect(self._on_save)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self).activated.connect(self._on_save)
        self.languages.chosen.connect(self.language_requested)
        self._foot.closed.connect(self.reject)
        self._show()

    def set_content(self, content: bytes, name: str = "") -> None:
        """Show another picture."""
        self.content, self._name = content, name or self._name
        self._foot.set_saved("")
        self._show()

    def set_saved(self, path: str) -> None:
        """Say that the picture was written."""
        self._foot.set_saved(path)

    def set_fault(self, text: str) -> None:
        """Say why it was not written, and what to do."""
        self._foot.set_fault(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()

    def _show(self) -> None:
        whole = QPixmap.fromImage(QImage.fromData(self.content))
        ratio = self.devicePixelRatioF()
        room = self._picture.size() * ratio
        fitted = whole.scaled(
            room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        fitted.setDevicePixelRatio(ratio)
        self._picture.setPixmap(fitted)

    def _on_save(self) -> None:
        path = ask_where(self, self._folder, Path(self._name).stem, (("png", _("Picture")),))
        if path is not None:
            self.save_requested.emit(str(path))
