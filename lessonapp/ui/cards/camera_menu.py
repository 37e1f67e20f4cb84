"""Which camera, which size, a file instead, and how the picture is shown."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy

from lessonapp.i18n import _
from lessonapp.ui.cards.model import CameraChoice, CameraSetting, CardsStatus
from lessonapp.ui.cards.words import size_words
from lessonapp.ui.icons import icon, icon_pixmap
from lessonapp.ui.widgets.colours import INK


class CameraMenu(QPushButton):
    """Says what pictures come from; the menu changes it."""

    setting_chosen = Signal(object)  # a CameraSetting
    file_requested = Signal()
    camera_requested = Signal()  # back from a file
    power_requested = Signal(bool)
    retry_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "secondary")
        self.setProperty("radius", 8)
        self.setIcon(icon("cam", INK, 20, None, 4))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(120)
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self._setting, self._status = CameraSetting(), CardsStatus()
        self._choices: tuple[CameraChoice, ...] = ()

    def show_choices(
        self, choices: Sequence[CameraChoice], setting: CameraSetting, status: CardsStatus
    ) -> None:
        """Offer these cameras; say which one is used."""
        news = (tuple(choices), setting, status.source, status.file)
        if news == (self._choices, self._setting, self._status.source, self._status.file) and self.text():
            return
        self._choices, self._setting, self._status = tuple(choices), setting, status
        self._name()
        self._fill()

    def resizeEvent(self, event: object) -> None:
        del event
        self._name()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        painter.drawPixmap(
            self.width() - 28, self.height() // 2 - 8, icon_pixmap("down", size=16, ratio=ratio)
        )
        painter.end()

    def _name(self) -> None:
        current = self._current()
        text = current.name if current is not None else _("No camera")
        if self._status.source == "file":
            text = self._status.file
        room = self.width() - 92
        shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(room, 40))
        self.setText(shown.replace("&", "&&"))
        self.setToolTip(text)
        self.setAccessibleName(_("Camera: {name}").format(name=text))

    def _current(self) -> CameraChoice | None:
        found = next((c for c in self._choices if c.id == self._setting.camera), None)
        return found or (self._choices[0] if self._choices else None)

    def _fill(self) -> None:
        self._menu.clear()
        setting, current = self._setting, self._current()
        source = self._status.source
        used = current if source != "file" else None
        self._exclusive([(c.name, c is used, _with(setting, camera=c.id)) for c in self._choices])
        if not self._choices:
            self._menu.addAction(_("No camera found")).setEnabled(False)
        self._menu.addAction(icon("play"), _("A photo or video of the class…"), self.file_requested.emit)
        if source == "file":
            self._menu.addAction(icon("undo"), _("Back to the camera"), self.camera_requested.emit)
        if current is not None and current.sizes:
            self._heading(_("Size of the picture"))
            sizes = [size for size in current.sizes if size[1] in (480, 720, 1080)] or current.sizes
            self._exclusive([(size_words(s), s == setting.size, _with(setting, size=s)) for s in sizes])
        self._heading(_("Picture on this screen"))
        self._toggle(_("As in a mirror"), setting.mirrored, _with(setting, mirrored=not setting.mirrored))
        self._toggle(_("Blur faces"), setting.blurred, _with(setting, blurred=not setting.blurred))
        self._menu.addSeparator()
        if source in ("failed", "lost"):
            self._menu.addAction(_("Try again"), self.retry_requested.emit)
        if source == "off":
            self._menu.addAction(_("Turn the camera on"), lambda: self.power_requested.emit(True))
        elif source not in ("no-library", "no-cameras"):
            self._menu.addAction(_("Turn the camera off"), lambda: self.power_requested.emit(False))

    def _heading(self, text: str) -> None:
        """A menu with a style sheet shows no text on its separators."""
        self._menu.addSeparator()
        self._menu.addAction(text).setEnabled(False)

    def _exclusive(self, rows: Sequence[tuple[str, bool, CameraSetting]]) -> None:
        group = QActionGroup(self._menu)
        for text, taken, setting in rows:
            group.addAction(self._toggle(text, taken, setting))

    def _toggle(self, text: str, taken: bool, setting: CameraSetting) -> QAction:
        action = self._menu.addAction(text.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(taken)
        action.triggered.connect(lambda: self.setting_chosen.emit(setting))
        return action


def _with(setting: CameraSetting, **changes: object) -> CameraSetting:
    return replace(setting, **changes)  # type: ignore[arg-type]  # the fields are named right above
