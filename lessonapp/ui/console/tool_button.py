"""A button of the tools: icon and key, and a word below them where there is room for one."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton

from lessonapp.ui.theme import font
from lessonapp.ui.widgets.colours import DISABLED_INK, INK, SURFACE

GAP, EDGE = 5, 4


class ToolButton(QPushButton):
    """Its text is the key; the name for screen readers and the tooltip say more."""

    def __init__(self, key: str, word: str) -> None:
        super().__init__(key)
        self._word = word
        self._worded = False
        self.setProperty("role", "classtool")
        self.setProperty("radius", 8)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setIconSize(QSize(22, 20))

    def fits(self, width: int) -> bool:
        """Whether the word has room in a button of a width."""
        return QFontMetrics(font(13, 600)).horizontalAdvance(self._word) + 2 * EDGE <= width

    def set_worded(self, worded: bool) -> None:
        """Show the word or not."""
        self._worded = worded
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text, option.icon = "", QIcon()
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        ink = SURFACE if self.isChecked() else INK if self.isEnabled() else DISABLED_INK
        painter.setPen(QColor(ink))
        painter.setFont(font(13, 600))
        worded = self._worded and bool(self._word)
        self._paint_head(painter, self.height() * 37 // 100 if worded else self.height() // 2)
        if worded:
            box = self.rect().adjusted(EDGE, self.height() // 2 + 3, -EDGE, -3)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._word)

    def _paint_head(self, painter: QPainter, middle: int) -> None:
        """Icon and key side by side, around a height."""
        key = self.text()
        size = self.iconSize() if not self.icon().isNull() else QSize()
        wide = painter.fontMetrics().horizontalAdvance(key)
        x = (self.width() - size.width() - (GAP if key and size.width() else 0) - wide) // 2
        if not size.isEmpty():
            mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
            state = QIcon.State.On if self.isChecked() else QIcon.State.Off
            box = QRect(x, middle - size.height() // 2, size.width(), size.height())
            self.icon().paint(painter, box, Qt.AlignmentFlag.AlignCenter, mode, state)
            x += size.width() + GAP
        box = QRect(x, middle - 12, wide + 2, 26)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, key)
