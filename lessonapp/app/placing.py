"""Where stage, console and bar are on the screens there are, and what the teacher is told meanwhile."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from lessonapp.i18n import _
from lessonapp.ui.console.mirror_bar import MirrorBar
from lessonapp.ui.console.window import ConsoleWindow
from lessonapp.ui.screens import Placement, ScreenKeeper
from lessonapp.ui.stage.view import StageWindow


class Placing(QObject):
    """Two screens: one for each window. One screen: stage or console in front, the bar over the stage."""

    console_seen_changed = Signal(bool)  # whether the class may see the console

    def __init__(
        self,
        screens: ScreenKeeper,
        windows: tuple[StageWindow, ConsoleWindow, MirrorBar],
        *,
        windowed: bool,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._screens, self._windowed = screens, windowed
        self._stage, self._console, self._bar = windows
        self._not_saving = self._unplugged = self._bug = ""
        screens.placed.connect(self.place)
        screens.lost.connect(self.lose)
        screens.reshaped.connect(self._on_reshaped)
        self._console.swap_requested.connect(screens.swap)
        self._bar.console_requested.connect(self.toggle)

    @property
    def mirrored(self) -> bool:
        """Whether teacher and class look at one screen."""
        return self._screens.placement.mirrored and not self._windowed

    @property
    def stage_in_front(self) -> bool:
        """One screen, and the stage is on it: the teacher has the bar only."""
        return self.mirrored and self._stage.isVisible()

    @property
    def front(self) -> QWidget:
        """The window that dialogs belong to: never the stage while the console can be seen."""
        return self._stage if self.stage_in_front else self._console

    def place(self, placement: Placement) -> None:
        """Put every window where it belongs."""
        self.console_seen_changed.emit(self.mirrored)
        self._console.swap.setVisible(not placement.mirrored)
        self._bar.set_used(self.mirrored)
        if self._windowed:
            self._stage.showNormal()
            self._stage.resize(960, 540)
            self._console.show()
            return
        if not placement.mirrored:
            self._unplugged = ""
            self._show_banner()
            self._show_stage()
        self._lay_console()
        if placement.mirrored:
            self._show_stage()
        else:
            self._console.activateWindow()
            self._console.raise_()

    def lose(self) -> None:
        """The projector was pulled out: the console stays, and says what to do."""
        self._show_console()
        self._unplugged = _(
            "The projector’s signal is gone. The lesson stays at this step. Plug the cable in again: "
            "the stage comes back by itself. F shows the stage on this screen."
        )
        self._show_banner()

    def toggle(self) -> None:
        """Stage in front or console in front on one screen; on two, the stage's window or full screen."""
        if not self.mirrored:
            self._stage.setWindowState(self._stage.windowState() ^ Qt.WindowState.WindowFullScreen)
        elif self._stage.isVisible():
            self._show_console()
        else:
            self._show_stage()

    def present(self) -> None:
        """The stage in front of the class; where it is there already, nothing happens."""
        if not self._stage.isVisible() or not self._stage.isFullScreen():
            self._show_stage()

    def tell(self, text: str) -> None:
        """Something the teacher should know; on one screen the bar says that the console has a message."""
        self._bug = text
        self._show_banner()

    def tell_saving(self, *, saving: bool) -> None:
        """Whether answers are saved."""
        text = _(
            "Answers are not being saved: the disk is full or cannot be written. What was saved is safe. "
            "Free some space; the lesson goes on, and saving starts again by itself."
        )
        self._not_saving = "" if saving else text
        self._show_banner()

    def _show_banner(self) -> None:
        """The most serious thing that is true now; on one screen the teacher's console comes to the front."""
        text = self._not_saving or self._unplugged or self._bug
        self._console.show_banner(text, "danger" if self._not_saving else "warn")
        self._bar.show_notice(bool(text))
        if self._not_saving and self.stage_in_front:
            self._show_console()

    def _show_stage(self) -> None:
        self._stage.show_on(self._screens.placement.stage)
        self._console.set_shown(True)
        if self.mirrored:
            self._bar.wake()

    def _show_console(self) -> None:
        self._stage.hide()
        self._console.set_shown(False)
        self._console.showMaximized()
        self._console.activateWindow()

    def _lay_console(self) -> None:
        self._console.setGeometry(self._screens.placement.console.availableGeometry())
        self._console.showMaximized()

    def _on_reshaped(self) -> None:
        """Screens changed size or place: both windows fill theirs again, what is in front stays."""
        if self._windowed:
            return
        if self._stage.isVisible():
            self._stage.show_on(self._screens.placement.stage)
        if not self.stage_in_front:
            self._lay_console()
