"""Paints the table of sessions: bold titles and results, and the last column as a tag."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from lessonapp.domain.look import INFO, INFO_TINT, WARN, WARN_TINT
from lessonapp.ui.icons import icon_pixmap
from lessonapp.ui.results.headed import Index
from lessonapp.ui.results.rows import AFTER, ROW_ROLE, STATE, TITLE, SessionRow
from lessonapp.ui.theme import font


class SessionDelegate(QStyledItemDelegate):
    """Never shows the focus on one cell: a row is chosen as a whole."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        if index.column() in (TITLE, AFTER):
            option.font.setWeight(QFont.Weight.DemiBold)
        if index.column() == STATE:
            option.text = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        words = index.data(Qt.ItemDataRole.DisplayRole)
        if index.column() != STATE or not words:
            return
        row: SessionRow = index.data(ROW_ROLE)
        fill, colour, name = (INFO_TINT, INFO, "play") if row.open else (WARN_TINT, WARN, "undo")
        face = font(13, 600)
        width = QFontMetrics(face).horizontalAdvance(words) + 38
        box = QRectF(option.rect.x() + 2, option.rect.center().y() - 12, width, 24)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(box, 6, 6)
        picture = icon_pixmap(name, colour, 16, painter.device().devicePixelRatio())
        painter.drawPixmap(QPointF(box.x() + 8, box.y() + 4), picture)
        painter.setPen(QColor(colour))
        painter.setFont(face)
        painter.drawText(QPointF(box.x() + 30, box.y() + 17), words)
        painter.restore()
