"""The grid of lesson cards: a list view that fits its columns to the room, driven by keys or mouse."""

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from lessonapp.i18n import _
from lessonapp.ui.home.card_delegate import GAP, CardDelegate, card_size
from lessonapp.ui.home.covers import Covers
from lessonapp.ui.home.grid_model import CARD_ROLE, LessonFilter, LessonList
from lessonapp.ui.home.model import LessonCard

NARROWEST, MOST_COLUMNS = 236, 7


class LessonGrid(QListView):
    """Arrows move, Enter or a double click asks for the lesson."""

    chosen = Signal(object)
    """The card under the frame changed: LessonCard or None."""
    entered_requested = Signal(object)
    """Enter or a double click on a LessonCard."""
    painted = Signal()
    """Cards have been drawn."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lessons = LessonList()
        self.filter = LessonFilter(self.lessons)
        self.covers = Covers(self)
        self.cards = CardDelegate(self.covers, self)
        self.setProperty("role", "cards")
        self.setAccessibleName(_("Lessons"))
        self.setModel(self.filter)
        self.setItemDelegate(self.cards)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setMovement(QListView.Movement.Static)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(48)
        self.setViewportMargins(0, 0, 0, 0)
        self.entered.connect(self._on_hover)
        self.covers.ready.connect(self._on_cover)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.filter.modelReset.connect(self.choose_first)
        self.filter.layoutChanged.connect(self._keep_one)
        self.filter.rowsRemoved.connect(self._keep_one)
        self.filter.rowsInserted.connect(self._keep_one)

    def current(self) -> LessonCard | None:
        """The card that would be started."""
        index = self.currentIndex()
        card = index.data(CARD_ROLE) if index.isValid() else None
        return card if isinstance(card, LessonCard) else None

    def choose(self, lesson: str) -> bool:
        """Put the frame on a lesson; false where it is not in the list."""
        for row in range(self.filter.rowCount()):
            index = self.filter.index(row, 0)
            if index.data(CARD_ROLE).id == lesson:
                self.setCurrentIndex(index)
                return True
        return False

    def choose_first(self) -> None:
        """Put the frame on the first card."""
        if self.filter.rowCount():
            self.setCurrentIndex(self.filter.index(0, 0))
            self.scrollToTop()
        else:
            self.chosen.emit(None)

    def columns(self) -> int:
        """How many cards stand side by side; on a very wide screen they grow instead."""
        return min(max(1, (self._room() + GAP) // (NARROWEST + GAP)), MOST_COLUMNS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        card = self.current()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and card is not None:
            self.entered_requested.emit(card)
            event.accept()
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.entered_requested.emit(index.data(CARD_ROLE))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _room(self) -> int:
        """Width for cards: always as if the scroll bar were there, or the columns would jump."""
        return self.width() - self.verticalScrollBar().sizeHint().width() - 2

    def _fit(self) -> None:
        columns = self.columns()
        width = (self._room() - columns * GAP) // columns
        self.cards.set_width(width)
        size = card_size(width)
        self.setGridSize(QSize(size.width() + GAP, size.height() + GAP))

    def _keep_one(self) -> None:
        if self.current() is None:
            self.choose_first()

    def _on_current(self, now: QModelIndex, before: QModelIndex) -> None:
        del before
        self.chosen.emit(now.data(CARD_ROLE) if now.isValid() else None)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.cards.hovered = -1
        self.update()

    def _on_hover(self, index: QModelIndex) -> None:
        self.cards.hovered = index.row()

    def _on_cover(self, lesson: str) -> None:
        del lesson
        self.viewport().update()
