"""Paints the table of sessions: bold titles and results, and the last column as a tag."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from lessonapp.ui.results.headed import Index
from lessonapp.ui.results.painted_tag import paint_tag
from lessonapp.ui.results.rows import AFTER, ROW_ROLE, STATE, TITLE, SessionRow


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
        paint_tag(painter, QRectF(option.rect), words, weak=not row.open)
