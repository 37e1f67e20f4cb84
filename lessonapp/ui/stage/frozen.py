"""The picture that stays on the stage while the teacher looks ahead on the console."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from lessonapp.ui.stage.view import StageWindow


class FrozenPicture(QWidget):
    """Lies over the stage's view, and takes no click through to the lesson behind it."""

    def __init__(self, stage: StageWindow) -> None:
        super().__init__(stage)
        self._stage = stage.view
        self._picture = QPixmap()
        self._around = QColor(Qt.GlobalColor.white)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        stage.installEventFilter(self)
        self.hide()

    def freeze(self, on: bool) -> None:
        """Keep what is seen now, or let the lesson be seen again."""
        if not on:
            self.hide()
            self._picture = QPixmap()
            return
        self._picture = self._stage.grab()
        self._around = self._stage.stage.backgroundBrush().color()
        self.setAccessibleName(self._stage.accessibleName())
        self.setAccessibleDescription(self._stage.accessibleDescription())
        self._cover()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget():
            self._cover()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), self._around)
        size = self._picture.deviceIndependentSize()
        if size.isEmpty():
            return
        scale = min(self.width() / size.width(), self.height() / size.height())
        box = QRectF(0, 0, size.width() * scale, size.height() * scale)
        box.moveCenter(QRectF(self.rect()).center())
        painter.drawPixmap(box, self._picture, QRectF(self._picture.rect()))

    def _cover(self) -> None:
        host = self.parentWidget()
        if host is not None:
            self.setGeometry(host.rect())
