"""The keyboard's focus ring: two pixels and a halo, drawn outside the widget, where a style sheet cannot."""

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from lessonapp.ui.widgets.colours import FOCUS, FOCUS_HALO

REACH = 5
# Names, not classes: PySide makes a class of Qt when it is first asked for, and Home uses few of these.
_TYPED_IN = ("QLineEdit", "QAbstractSpinBox", "QPlainTextEdit")
_RINGED = ("QAbstractButton", "QComboBox", "QTableView", "QListWidget", *_TYPED_IN)
_EDGE = ("QSplitter", "QAbstractScrollArea", "QAbstractSpinBox", "QComboBox")
"""A ring around what lies in one of these stays in it."""
_FOLLOWED = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.LayoutRequest)


class _Ring(QWidget):
    """A ring around one widget; it follows it and goes with the focus."""

    def __init__(self, target: QWidget, host: QWidget, between: list[QWidget]) -> None:
        super().__init__(host)
        self._target = target  # never the host: a ring that dies last would take it along, and itself twice
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for widget in (target, *between):
            widget.installEventFilter(self)
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _FOLLOWED:
            self._follow()
        elif watched is self._target and kind in (QEvent.Type.Hide, QEvent.Type.ParentChange):
            self.hide()
        return False

    def _follow(self) -> None:
        host = self.parentWidget()
        if host is None:
            return
        box = QRect(self._target.mapTo(host, QPoint()), self._target.size())
        self.setGeometry(box.adjusted(-REACH, -REACH, REACH, REACH))
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        radius = float(self._target.property("radius") or 8)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for inset, width, colour in ((1.5, 3, FOCUS_HALO), (4.0, 2, FOCUS)):
            painter.setPen(QPen(QColor(colour), width))
            box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(box, radius + REACH - inset, radius + REACH - inset)
        painter.end()


class FocusRings(QObject):
    """Shows the ring where the keyboard is; a button that was clicked needs none."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._ring: _Ring | None = None
        app.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        del old
        ring, self._ring = self._ring, None
        if ring is not None and shiboken6.isValid(ring):  # its window may have gone, and the ring with it
            ring.hide()
            ring.deleteLater()
        if new is None or not _is_one(new, _RINGED) or new.property("ringless"):
            return
        clicked = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if clicked and not _is_one(new, _TYPED_IN):
            return
        host, between = _host(new)
        if host is not None:
            self._ring = _Ring(new, host, between)


def _is_one(widget: QWidget, classes: tuple[str, ...]) -> bool:
    return any(widget.inherits(name) for name in classes)


def _host(target: QWidget) -> tuple[QWidget | None, list[QWidget]]:
    """The nearest ancestor in which the whole ring has room, and those that lie between.

    A stack of pages is passed by: it holds nothing but pages.
    """
    between: list[QWidget] = []
    host = target.parentWidget()
    while host is not None and not _is_one(host, _EDGE):
        box = QRect(target.mapTo(host, QPoint()), target.size()).adjusted(-REACH, -REACH, REACH, REACH)
        above = host.parentWidget()
        fits = host.rect().contains(box) and not host.inherits("QStackedWidget")
        if fits or host.isWindow() or above is None or _is_one(above, _EDGE):
            return host, between
        between.append(host)
        host = above
    return None, []
