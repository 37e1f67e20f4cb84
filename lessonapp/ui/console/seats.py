"""The seat grid: who is there and who has answered, never what."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from lessonapp.domain.look import animal_of
from lessonapp.i18n import _
from lessonapp.ui.console.keys import OWN_ARROWS
from lessonapp.ui.icons import icon_pixmap
from lessonapp.ui.pictures import openmoji_pixmap
from lessonapp.ui.theme import font
from lessonapp.ui.widgets.colours import FOCUS, INK, LINE_HOVER, NEUTRAL_TINT, PRIMARY, PRIMARY_TINT, SURFACE

TILE, GAP = QSize(54, 50), 6


class SeatGrid(QWidget):
    """Tiles by number and animal; a click picks a seat, the menu marks it absent, gone or back."""

    seat_picked = Signal(int)
    absent_requested = Signal(int)
    left_requested = Signal(int)
    back_requested = Signal(int)
    withdraw_requested = Signal(int)
    free_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seats: tuple[int, ...] = ()
        self._present: frozenset[int] = frozenset()
        self._answered: frozenset[int] = frozenset()
        self._picked = 0
        self._connected: frozenset[int] | None = None
        self._cursor = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty(OWN_ARROWS, True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_seats(
        self, seats: tuple[int, ...], present: frozenset[int], answered: frozenset[int], picked: int
    ) -> None:
        """Show these seats; `picked` is the one whose answer the stage takes, 0 for none."""
        news = (seats, present, answered, picked)
        if news == (self._seats, self._present, self._answered, self._picked):
            return
        resized = len(seats) != len(self._seats)
        self._seats, self._present, self._answered, self._picked = news
        self.setAccessibleName(
            _("Seats: {present} here, {answered} answered").format(
                present=len(present), answered=len(answered)
            )
        )
        if resized:
            self.setMinimumHeight(self.heightForWidth(self.width()))
        self.update()

    def set_connected(self, connected: frozenset[int] | None) -> None:
        """Whose phone is connected; None while no phones may come in."""
        if connected != self._connected:
            self._connected = connected
            self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = -(-len(self._seats) // self._columns(width))
        return rows * (TILE.height() + GAP)

    def sizeHint(self) -> QSize:
        return QSize(7 * (TILE.width() + GAP), self.heightForWidth(self.width()))

    def resizeEvent(self, event: object) -> None:
        del event
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, seat in enumerate(self._seats):
            box = self._tile(index)
            if box.intersects(event.rect()):
                self._paint_tile(painter, box, seat)
        if self.hasFocus() and self._seats:
            painter.setPen(QPen(QColor(FOCUS), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self._tile(self._cursor)).adjusted(1, 1, -1, -1), 8, 8)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        seat = self._seat_at(event.position().toPoint())
        if seat and event.button() == Qt.MouseButton.LeftButton:
            self.seat_picked.emit(seat)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        seat = self._seat_at(event.pos())
        if seat:
            self.menu_for(seat).exec(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._columns(self.width()),
            Qt.Key.Key_Down: self._columns(self.width()),
            Qt.Key.Key_Home: -len(self._seats),
            Qt.Key.Key_End: len(self._seats),
        }
        key = Qt.Key(event.key())
        if key in moves and self._seats:
            self._cursor = min(max(self._cursor + moves[key], 0), len(self._seats) - 1)
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._seats:
            self.seat_picked.emit(self._seats[self._cursor])
        elif key == Qt.Key.Key_Menu and self._seats:
            box = self._tile(self._cursor)
            self.menu_for(self._seats[self._cursor]).exec(self.mapToGlobal(box.bottomLeft()))
        else:
            super().keyPressEvent(event)

    def menu_for(self, seat: int) -> QMenu:
        """What can be done with one seat."""
        menu = QMenu(self)
        if seat in self._present:
            menu.addAction(
                _("Seat {n}: absent today").format(n=seat), lambda: self.absent_requested.emit(seat)
            )
            menu.addAction(_("Seat {n}: gone home").format(n=seat), lambda: self.left_requested.emit(seat))
        else:
            menu.addAction(_("Seat {n}: here again").format(n=seat), lambda: self.back_requested.emit(seat))
        if seat in self._answered:
            menu.addAction(
                _("Seat {n}: take the answer back").format(n=seat), lambda: self.withdraw_requested.emit(seat)
            )
        if self._connected is not None:
            menu.addAction(
                _("Seat {n}: free it for another phone").format(n=seat),
                lambda: self.free_requested.emit(seat),
            )
        return menu

    def _columns(self, width: int) -> int:
        return max((width + GAP) // (TILE.width() + GAP), 1)

    def _tile(self, index: int) -> QRect:
        columns = self._columns(self.width())
        corner = QPoint((index % columns) * (TILE.width() + GAP), (index // columns) * (TILE.height() + GAP))
        return QRect(corner, TILE)

    def _seat_at(self, where: QPoint) -> int:
        hit = (seat for index, seat in enumerate(self._seats) if self._tile(index).contains(where))
        return next(hit, 0)

    def _paint_tile(self, painter: QPainter, box: QRect, seat: int) -> None:
        here, answered = seat in self._present, seat in self._answered
        fill, border, style = SURFACE, LINE_HOVER, Qt.PenStyle.DashLine
        if not here:
            fill, border, style = NEUTRAL_TINT, NEUTRAL_TINT, Qt.PenStyle.SolidLine
        elif answered:
            fill, border, style = PRIMARY_TINT, PRIMARY, Qt.PenStyle.SolidLine
        painter.setOpacity(1.0 if here else 0.55)
        painter.setBrush(QColor(fill))
        painter.setPen(QPen(QColor(border), 1.5, style))
        painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 8, 8)
        if seat == self._picked:
            painter.setPen(QPen(QColor(INK), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(box).adjusted(2, 2, -2, -2), 8, 8)
        painter.setPen(QColor(INK))
        painter.setFont(font(13, 700))
        animal = animal_of(seat)
        if animal is None:
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(seat))
        else:
            painter.drawText(
                box.adjusted(6, 2, 0, 0), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, str(seat)
            )
            picture = openmoji_pixmap(animal.openmoji, 56)
            painter.drawPixmap(QRect(box.right() - 34, box.bottom() - 34, 28, 28), picture)
        if self._connected is not None and seat in self._connected:
            painter.drawPixmap(
                QRect(box.x() + 6, box.bottom() - 17, 13, 13), icon_pixmap("phone", PRIMARY, 13, 2)
            )
        if answered:
            painter.drawPixmap(
                QRect(box.right() - 15, box.bottom() - 15, 13, 13), icon_pixmap("check", PRIMARY, 13, 2)
            )
        painter.setOpacity(1.0)
