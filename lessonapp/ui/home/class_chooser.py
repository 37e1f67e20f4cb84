"""The class that is taught: a button that says it, and a menu to choose, change or add one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton

from lessonapp.i18n import _
from lessonapp.ui.icons import icon, icon_pixmap
from lessonapp.ui.widgets.colours import INK
from lessonapp.ui.widgets.words import class_name, pupils

if TYPE_CHECKING:
    from lessonapp.domain.school import SchoolClass


class ClassChooser(QPushButton):
    """Says the chosen class and its number of pupils."""

    class_chosen = Signal(str)
    class_add_requested = Signal()
    class_edit_requested = Signal(str)
    cards_print_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "chooser")
        self.setFixedWidth(248)
        self.setAutoDefault(False)
        self._words = ""
        self._menu = QMenu(self)
        self.setMenu(self._menu)

    def set_classes(self, classes: tuple[SchoolClass, ...], chosen: str) -> None:
        """Offer these classes."""
        current = next((c for c in classes if c.label == chosen), None)
        self._say(
            _("No class chosen") if current is None else f"{class_name(chosen)} · {pupils(current.seats)}"
        )
        self._fill(classes, current)

    def set_loading(self, chosen: str) -> None:
        """Only the name of the class is known yet."""
        self._say(class_name(chosen) if chosen else _("No class chosen"))

    def _say(self, text: str) -> None:
        self._words = text
        self.update()
        self.setToolTip(text)
        self.setAccessibleName(_("Class: {name}").format(name=text))

    def _fill(self, classes: tuple[SchoolClass, ...], current: SchoolClass | None) -> None:
        from PySide6.QtGui import QActionGroup  # there is no menu in the first picture

        chosen = current.label if current is not None else ""
        self._menu.clear()
        group = QActionGroup(self._menu)
        for school_class in classes:
            words = f"{class_name(school_class.label)} · {pupils(school_class.seats)}".replace("&", "&&")
            action = self._menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(school_class.label == chosen)
            group.addAction(action)
            action.triggered.connect(
                lambda _checked=False, label=school_class.label: self.class_chosen.emit(label)
            )
        if classes:
            self._menu.addSeparator()
        self._menu.addAction(icon("card"), _("Print response cards…"), self.cards_print_requested.emit)
        if current is not None:
            edit = self._menu.addAction(icon("edit"), _("Change {name}…").format(name=class_name(chosen)))
            edit.triggered.connect(lambda: self.class_edit_requested.emit(chosen))
        self._menu.addAction(icon("plus"), _("Create a class…")).triggered.connect(self.class_add_requested)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Icon, words and arrow by hand: a style sheet's padding is lost on a button with a menu."""
        super().paintEvent(event)
        painter = QPainter(self)
        ratio, middle = self.devicePixelRatioF(), self.height() // 2
        painter.drawPixmap(12, middle - 10, icon_pixmap("users", ratio=ratio))
        painter.drawPixmap(self.width() - 30, middle - 8, icon_pixmap("down", size=16, ratio=ratio))
        painter.setPen(QColor(INK))
        box = self.rect().adjusted(40, 0, -34, 0)
        words = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)
        painter.end()
