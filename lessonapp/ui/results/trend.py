"""A class over its lessons: for each, an outline bar before and a solid bar after, with the numbers."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from lessonapp.i18n import _
from lessonapp.ui.results.rows import SessionRow
from lessonapp.ui.theme import font
from lessonapp.ui.widgets.colours import INK, LINE, MUTED, PRIMARY
from lessonapp.ui.widgets.words import day_text

MOST = 6
LEFT, TOP, BOTTOM = 44, 22, 44
BAR, GAP = 26, 5


class Trend(QWidget):
    """The last lessons that have a before or an after; the oldest at the left."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[SessionRow, ...] = ()
        self.setMinimumHeight(190)
        self.setAccessibleName(_("Right answers before and after each lesson"))

    def set_rows(self, rows: tuple[SessionRow, ...]) -> None:
        """Show these, oldest first."""
        self._rows = rows[-MOST:]
        said = (f"{r.title}: {_value(r.pre_pct)} → {_value(r.exit_pct)}" for r in self._rows)
        self.setAccessibleDescription("; ".join(said))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, 200)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(LEFT, TOP, self.width() - LEFT - 4, self.height() - TOP - BOTTOM)
        painter.setFont(font(13))
        for share in (0, 50, 100):
            y = area.bottom() - area.height() * share / 100
            painter.setPen(QPen(QColor(LINE), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(QColor(MUTED))
            box = QRectF(0, y - 10, LEFT - 8, 20)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{share}%")
        if self._rows:
            width = area.width() / len(self._rows)
            for number, row in enumerate(self._rows):
                self._group(
                    painter, QRectF(area.left() + number * width, area.top(), width, area.height()), row
                )
        painter.end()

    def _group(self, painter: QPainter, box: QRectF, row: SessionRow) -> None:
        centre = box.center().x()
        self._bar(painter, box, centre - BAR - GAP / 2, row.pre_pct, solid=False)
        self._bar(painter, box, centre + GAP / 2, row.exit_pct, solid=True)
        room = box.width() - 8
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
        bold = font(13, 600)
        painter.setFont(bold)
        painter.setPen(QColor(INK))
        title = QFontMetrics(bold).elidedText(row.title, Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(QRectF(centre - room / 2, box.bottom() + 4, room, 20), flags, title)
        painter.setFont(font(13))
        painter.setPen(QColor(MUTED))
        day = day_text(row.opened.astimezone().date())
        painter.drawText(QRectF(centre - room / 2, box.bottom() + 23, room, 20), flags, day)

    @staticmethod
    def _bar(painter: QPainter, box: QRectF, x: float, value: float | None, *, solid: bool) -> None:
        if value is None:
            return
        height = box.height() * min(100.0, max(0.0, value)) / 100
        bar = QRectF(x, box.bottom() - height, BAR, height)
        painter.setPen(QPen(QColor(PRIMARY), 2))
        painter.setBrush(QColor(PRIMARY) if solid else Qt.BrushStyle.NoBrush)
        if height > 2:
            painter.drawRoundedRect(bar.adjusted(1, 1, -1, 0), 3, 3)
        painter.setFont(font(13, 700 if solid else 400))
        painter.setPen(QColor(INK if solid else MUTED))
        label = QRectF(x - 10, bar.top() - 20, BAR + 20, 18)
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, f"{value:.0f}")


def _value(value: float | None) -> str:
    return "–" if value is None else f"{value:.0f}%"
