"""The teacher's main window: navigation at the left, one page at a time, a banner above and a toast below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lessonapp.domain.language import NAMES
from lessonapp.domain.look import DANGER, INFO, WARN
from lessonapp.i18n import _, language
from lessonapp.ui.icons import app_icon
from lessonapp.ui.theme import FRAME
from lessonapp.ui.widgets.buttons import Segments, button
from lessonapp.ui.widgets.colours import MUTED
from lessonapp.ui.widgets.labels import icon_label, label, mascot, restyle, rule

if TYPE_CHECKING:
    from lessonapp.ui.widgets.toast import Toast

NAV_WIDTH = 208
LEAST, USUAL = QSize(1000, 640), QSize(1366, 768)
Level = Literal["info", "warn", "danger"]
_LEVEL_ICONS: dict[Level, tuple[str, str]] = {
    "info": ("shield", INFO),
    "warn": ("warn", WARN),
    "danger": ("warn", DANGER),
}
Action = tuple[str, Callable[[], object]]
"""What a button says and what it does."""
Page = tuple[str, str, str, QWidget]
"""Key, title, icon, widget."""


def fills(screen: QSize) -> bool:
    """Whether the window takes the whole screen: the usual size and its frame have no room, the least has."""
    wanted, least = USUAL + FRAME, LEAST + FRAME
    return least.boundedTo(screen) == least and wanted.boundedTo(screen) != wanted


class MainWindow(QMainWindow):
    """Holds the pages it is given; what they show is not its business."""

    page_chosen = Signal(str)
    language_requested = Signal(str)

    def __init__(self, pages: Sequence[Page], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = {key: page for key, _title, _icon, page in pages}
        self._titles = {key: title for key, title, _icon, _page in pages}
        self._buttons: dict[str, QPushButton] = {}
        self._whole = False
        self.may_close: Callable[[], bool] = lambda: True
        """Asked before the window closes."""
        self.setMinimumSize(LEAST)
        self.resize(USUAL)
        if fills(self.screen().availableSize()):
            self.setWindowState(Qt.WindowState.WindowMaximized)
        centre = QWidget()
        self.setCentralWidget(centre)
        row = QHBoxLayout(centre)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._nav(pages))
        self._right = QWidget()
        column = QVBoxLayout(self._right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._banner = _Strip()
        self._stack = QStackedWidget()
        for *_rest, page in pages:
            self._stack.addWidget(page)
        column.addWidget(self._banner)
        column.addWidget(self._stack, 1)
        row.addWidget(self._right, 1)
        if pages:
            self.show_page(pages[0][0])

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._whole:
            self._whole = True
            QTimer.singleShot(0, self, self._add_rest)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self.may_close())

    def _add_rest(self) -> None:
        """What the first picture does not need: keys, and the icon in six sizes."""
        from PySide6.QtGui import QKeySequence, QShortcut  # PySide makes their names when they are imported

        for number, key in enumerate(self._pages, 1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.activated.connect(lambda key=key: self._on_chosen(key))
        self.setWindowIcon(app_icon())

    def show_page(self, key: str) -> None:
        """Bring a page to the front; no signal."""
        self._stack.setCurrentWidget(self._pages[key])
        if "_toast" in vars(self):
            self._toast.place()  # another page has another bar
        self._buttons[key].setChecked(True)
        name = _("Lớp Học Số")
        first = next(iter(self._pages))
        self.setWindowTitle(name if key == first else f"{self._titles[key]} · {name}")

    def page(self) -> str:
        """The key of the page in front."""
        current = self._stack.currentWidget()
        return next(key for key, page in self._pages.items() if page is current)

    @cached_property
    def _toast(self) -> Toast:
        from lessonapp.ui.widgets.toast import Toast  # nothing is said in the first picture

        return Toast(self._right)

    def show_toast(
        self, text: str, action_text: str | None = None, callback: Callable[[], object] | None = None
    ) -> None:
        """Say what was just done."""
        self._toast.show_text(text, action_text, callback)

    def show_banner(self, text: str | None, level: Level = "danger", action: Action | None = None) -> None:
        """A line above every page that stays until it is taken back with None."""
        self._banner.say(text, level, action)

    def _nav(self, pages: Sequence[Page]) -> QFrame:
        nav = QFrame()
        nav.setProperty("role", "nav")
        nav.setFixedWidth(NAV_WIDTH)
        column = QVBoxLayout(nav)
        column.setContentsMargins(12, 14, 13, 14)
        column.setSpacing(4)
        column.addLayout(self._brand())
        column.addSpacing(12)
        group = QButtonGroup(self)
        for number, (key, title, picture, _page) in enumerate(pages, 1):
            made = button(title, "nav", picture)
            made.setCheckable(True)
            made.clicked.connect(lambda _checked=False, key=key: self._on_chosen(key))
            made.setToolTip(f"{title} (Ctrl+{number})")
            group.addButton(made)
            self._buttons[key] = made
            column.addWidget(made)
        column.addStretch(1)
        self._foot(column)
        return nav

    @staticmethod
    def _brand() -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(mascot("badge", 36))
        row.addWidget(label(_("Lớp Học Số"), "brand"), 1)
        return row

    def _foot(self, column: QVBoxLayout) -> None:
        hotline = QFrame()
        hotline.setProperty("role", "hotline")
        words = QVBoxLayout(hotline)
        words.setContentsMargins(12, 8, 10, 10)
        words.setSpacing(0)
        words.addWidget(label("111", "hotline"))
        words.addWidget(
            label(_("National child protection hotline, free, day and night"), "secondary", wrap=True)
        )
        column.addWidget(hotline)
        column.addSpacing(10)
        column.addWidget(rule())
        column.addSpacing(6)
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(icon_label("lock", MUTED, 18, 4), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(
            label(_("No internet needed.\nAll data is on this machine."), "secondary", wrap=True), 1
        )
        column.addLayout(row)
        column.addSpacing(8)
        choice = Segments(tuple(NAMES.items()), language(), _("Language of the app"))
        choice.chosen.connect(self._on_language)
        column.addWidget(choice)

    def _on_chosen(self, key: str) -> None:
        self.show_page(key)
        self.page_chosen.emit(key)

    def _on_language(self, wanted: str) -> None:
        if wanted != language():
            self.language_requested.emit(wanted)


class _Strip(QFrame):
    """One line over the whole width."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "strip")
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 24, 8)
        row.setSpacing(10)
        self._row = row
        self._icons: dict[Level, QLabel] = {}
        self._words = label("", wrap=True)
        row.addWidget(self._words, 1)
        self._button = button("")
        self._act: Callable[[], object] = lambda: None
        self._button.clicked.connect(self._on_pressed)
        row.addWidget(self._button)
        self.hide()

    def _on_pressed(self) -> None:
        self._act()

    def say(self, text: str | None, level: Level, action: Action | None = None) -> None:
        """Show a text, and a button where something can be done at once, or nothing."""
        self._button.setVisible(action is not None)
        if action is not None:
            words, self._act = action
            self._button.setText(words)
        self.setVisible(bool(text))
        self._words.setText(text or "")
        self.setAccessibleName(text or "")
        self.setProperty("tone", level)
        if level not in self._icons:
            self._icons[level] = icon_label(*_LEVEL_ICONS[level], 20, 4)
            self._row.insertWidget(0, self._icons[level])
        for key, picture in self._icons.items():
            picture.setVisible(key == level)
        restyle(self)
        restyle(self._words)
