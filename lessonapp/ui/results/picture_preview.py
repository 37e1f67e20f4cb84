"""A picture before it is saved: as large as the window, in both languages."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel

from lessonapp.i18n import _
from lessonapp.ui.results.preview_bars import Preview
from lessonapp.ui.widgets.dialog import resize_on_screen


class PicturePreview(Preview):
    """Shows a PNG."""

    def _build(self) -> None:
        resize_on_screen(self, 820, 720)
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setMinimumSize(320, 320)
        self._picture.setAccessibleName(_("Picture"))
        self._lay_out(self._picture)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_content()

    def _ending(self) -> tuple[str, str]:
        return "png", _("Picture")

    def _show_content(self) -> None:
        whole = QPixmap.fromImage(QImage.fromData(self.content))
        ratio = self.devicePixelRatioF()
        room = self._picture.size() * ratio
        fitted = whole.scaled(
            room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        fitted.setDevicePixelRatio(ratio)
        self._picture.setPixmap(fitted)
