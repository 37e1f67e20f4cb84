"""The list of steps: what was shown, what is on, what comes, with minutes."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from lessonapp.domain.lesson import Lesson
from lessonapp.domain.state import SessionState
from lessonapp.domain.step import step_title
from lessonapp.i18n import _
from lessonapp.ui.icons import icon_pixmap
from lessonapp.ui.theme import font, wrapped
from lessonapp.ui.widgets.colours import HOVER, INK, LINE2, MUTED, PRIMARY, SELECTED, SELECTED_INK, SURFACE

STEP_ID = Qt.ItemDataRole.UserRole
STATE = Qt.ItemDataRole.UserRole + 1
MINUTES = Qt.ItemDataRole.UserRole + 2
NUMBER = Qt.ItemDataRole.UserRole + 3

Index = QModelIndex | QPersistentModelIndex
LEFT, RIGHT = 44, 38  # beside the words: the number, and the minutes
HEIGHTS = (38, 54, 72)  # by lines


class StepList(QListWidget):
    """Steps under the headings of their blocks; a double click or Enter jumps."""

    step_requested = Signal(str)

    def __init__(self, lesson: Lesson, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "steps")
        self.setAccessibleName(_("Steps"))
        self.setItemDelegate(_StepDelegate(self))
        self.setMouseTracking(True)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._rows: dict[str, QListWidgetItem] = {}
        self._current: str | None = None
        number = 0
        for block in lesson.blocks:
            head = QListWidgetItem(block.title)
            head.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(head)
            for step in block.steps:
                number += 1
                row = QListWidgetItem(step_title(step))
                row.setData(STEP_ID, step.id)
                row.setData(MINUTES, step.minutes)
                row.setData(NUMBER, number)
                row.setToolTip(step_title(step))
                self.addItem(row)
                self._rows[step.id] = row
        self.itemActivated.connect(self._on_activated)

    def set_state(self, state: SessionState) -> None:
        """Mark what was shown and what is on the stage."""
        shown = set(state.trail)
        for step_id, row in self._rows.items():
            now = "now" if step_id == state.step else "done" if step_id in shown else ""
            if row.data(STATE) != now:
                row.setData(STATE, now)
        current = self._rows.get(state.step or "")
        if current is not None and state.step != self._current:
            # Only then: a teacher who looks ahead in the list is not pulled back by each answer.
            self.setCurrentItem(current)  # who comes to the list by Tab begins here
            self.scrollToItem(current, QListWidget.ScrollHint.PositionAtCenter)
        self._current = state.step

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        current = self._rows.get(self._current or "")
        if current is not None and event.size().width() != event.oldSize().width():
            self.doItemsLayout()  # other widths break lines elsewhere, and rows lie where they did not
            self.scrollToItem(current, QListWidget.ScrollHint.PositionAtCenter)

    def _on_activated(self, item: QListWidgetItem) -> None:
        step_id = item.data(STEP_ID)
        if step_id:
            self.step_requested.emit(step_id)


class _StepDelegate(QStyledItemDelegate):
    def __init__(self, steps: StepList) -> None:
        super().__init__(steps)
        self._steps = steps

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option
        if not index.data(STEP_ID):
            return QSize(120, 40)
        width = self._steps.viewport().width() - LEFT - RIGHT
        lines = wrapped(str(index.data()), QFontMetrics(font(14, 700)), width, len(HEIGHTS))  # bold once on
        return QSize(120, HEIGHTS[len(lines) - 1])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box: QRect = option.rect
        if not index.data(STEP_ID):
            painter.setPen(QColor(MUTED))
            painter.setFont(font(13, 600))
            words = box.adjusted(12, 8, -8, 0)
            text = painter.fontMetrics().elidedText(
                str(index.data()), Qt.TextElideMode.ElideRight, words.width()
            )
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)
        else:
            state = option.state
            self._row(painter, box, index, hovered=bool(state & QStyle.StateFlag.State_MouseOver))
            if state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(QPen(QColor("#1B6FD1"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(box).adjusted(3, 2, -3, -2), 8, 8)
        painter.restore()

    def _row(self, painter: QPainter, box: QRect, index: Index, *, hovered: bool) -> None:
        now, done = index.data(STATE) == "now", index.data(STATE) == "done"
        painter.setPen(Qt.PenStyle.NoPen)
        if now or hovered:
            painter.setBrush(QColor(SELECTED if now else HOVER))
            painter.drawRoundedRect(QRectF(box).adjusted(4, 1, -4, -1), 8, 8)
        self._mark(painter, QRectF(box.left() + 12, box.center().y() - 11, 24, 24), index, now=now, done=done)
        painter.setFont(font(14, 700 if now else 400))
        painter.setPen(QColor(SELECTED_INK if now else INK if not done else MUTED))
        words = box.adjusted(LEFT, 2, -RIGHT, 0)
        lines = wrapped(str(index.data()), painter.fontMetrics(), words.width(), len(HEIGHTS))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, "\n".join(lines))
        painter.setFont(font(13, 600 if now else 400))
        minutes = f"{index.data(MINUTES)}′"
        painter.drawText(
            box.adjusted(0, 2, -12, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, minutes
        )

    def _mark(self, painter: QPainter, circle: QRectF, index: Index, *, now: bool, done: bool) -> None:
        if now or done:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(PRIMARY))
        else:
            painter.setPen(QPen(QColor(LINE2), 1.5))
            painter.setBrush(QColor(SURFACE))
        painter.drawEllipse(circle)
        if done:
            painter.drawPixmap(circle.adjusted(5, 5, -5, -5).toRect(), icon_pixmap("check", SURFACE, 14, 2))
            return
        painter.setPen(QColor(SURFACE if now else MUTED))
        painter.setFont(font(12, 700))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(index.data(NUMBER)))
