"""Cards in a lesson: the session opens and closes the reading, what is seen goes to the console."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from lessonapp.app.cards_answers import CardAnswers
from lessonapp.app.cards_eye import CardsEye
from lessonapp.app.cards_view import camera_picture, cards_status
from lessonapp.channels.cards.marker import LAST_SEAT
from lessonapp.domain.answer import takes_hands
from lessonapp.domain.look import LETTERS
from lessonapp.domain.step import step_title
from lessonapp.i18n import _
from lessonapp.ui.cards.camera_menu import CameraMenu
from lessonapp.ui.cards.model import CameraSetting, CardsStatus
from lessonapp.ui.cards.practice import PracticeWindow
from lessonapp.ui.cards.window import CardsWindow

if TYPE_CHECKING:
    from lessonapp.channels.cards.camera import Cameras
    from lessonapp.channels.cards.sources_reader import Look
    from lessonapp.ui.console.window import ConsoleWindow
    from lessonapp.ui.session_controller import SessionController
    from lessonapp.ui.stage.view import StageWindow

FILES = "*.jpg *.jpeg *.png *.bmp *.webp *.mp4 *.mov *.avi *.mkv *.webm *.3gp"
PRACTICE = "practice"


def camera_setting(texts: Mapping[str, str]) -> CameraSetting:
    """A setting as it is kept; the usual one for what is not there or makes no sense."""
    usual = CameraSetting()
    wide, _x, high = texts.get("size", "").partition("x")
    return CameraSetting(
        camera=texts.get("camera", ""),
        size=(int(wide), int(high)) if wide.isdecimal() and high.isdecimal() else usual.size,
        mirrored=texts.get("mirrored") != "no",
    )


def setting_texts(setting: CameraSetting) -> dict[str, str]:
    """A setting as it is kept; faces are blurred again at the next start, whatever was chosen now."""
    return {
        "camera": setting.camera,
        "size": f"{setting.size[0]}x{setting.size[1]}",
        "mirrored": "yes" if setting.mirrored else "no",
    }


class CardsDesk(QObject):
    """Beside one session: eye, panel, large window, practice. Pictures go to the console and nowhere else."""

    setting_chosen = Signal(object)  # a CameraSetting, to be remembered
    print_requested = Signal()
    command = Signal(str)  # a key of the lesson, pressed in a window of the cards

    def __init__(
        self,
        controller: SessionController,
        console: ConsoleWindow,
        stage: StageWindow,
        setting: CameraSetting,
        cameras: Cameras | None = None,
    ) -> None:
        super().__init__(console)
        self._controller, self._console, self._stage = controller, console, stage
        self._setting = setting
        self.panel = console.answers.cards
        self.answers = CardAnswers(controller)
        self.eye = CardsEye(self, cameras)
        self.eye.set_setting(setting)
        self.window: CardsWindow | None = None
        self.practice: PracticeWindow | None = None
        self._look: Look | None = None
        self._shown = CardsStatus()
        self._powered = True  # the teacher has not turned the camera off
        self._class_sees = self._uncovered = self._closed = False
        self._connect()

    def close(self) -> None:
        """Let go of camera and threads; the session stays as it is."""
        self._closed = True
        if self.practice is not None:
            self.practice.close()
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None
        self.eye.close()

    def refresh(self) -> None:
        """Follow the session: whether cards are used, which round is open, who is here."""
        if self._closed:
            return
        state = self._controller.session.state
        used = state.channel == "cards" and state.status == "running"
        if (used or self.practice is not None) and self._powered:
            self.eye.set_seats(state.ever_present)
            self.eye.turn_on()
        else:
            self.eye.turn_off()
        if self.answers.follow() and self.practice is None:
            self._begin_reading()
        self._show()

    def set_class_sees(self, class_sees: bool) -> None:
        """On one screen for teacher and class the picture is hidden until the teacher asks for it."""
        self._class_sees, self._uncovered = class_sees, False
        self._show()

    def pick(self, seat: int, where: QPoint | None = None) -> None:
        """Offer to type one seat's answer in."""
        menu = self.menu_for(seat)
        if menu is None:
            self._console.toast.show_text(
                _("Open a question first; then a click on a seat types its answer in.")
            )
        else:
            menu.popup(where or QCursor.pos())

    def menu_for(self, seat: int) -> QMenu | None:
        """Answers a seat can be given by hand; None where no question was asked."""
        session = self._controller.session
        step, current = session.step, session.state.round
        if step is None or current is None or not takes_hands(step):
            return None
        menu = QMenu(self._console)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(_("Seat {n}: type the answer in").format(n=seat)).setEnabled(False)
        for letter, option in zip(LETTERS, getattr(step, "options", ()), strict=False):
            text = f"{letter} · {option.text}".replace("&", "&&")
            menu.addAction(text, partial(self.answers.correct, seat, option.id))
        menu.addSeparator()
        if (seat, 0) in current.answers:
            menu.addAction(_("Take the answer back"), partial(self.answers.withdraw, seat))
        if seat in self.answers.by_hand and self.answers.key is not None:
            menu.addAction(_("Read the card again"), partial(self.answers.trust, seat))
        menu.addAction(_("Absent today"), partial(session.room.seat_left, seat))
        return menu

    def open_window(self) -> None:
        """The large picture, over the console."""
        if self.window is None:
            window = self.window = CardsWindow(self._console)
            self._connect_camera(window.camera)
            window.done_requested.connect(self._on_done)
            window.again_requested.connect(self._on_again)
            window.practice_requested.connect(self.start_practice)
            window.uncover_requested.connect(self._on_uncover)
            window.command.connect(self.command)
            window.seats.seat_picked.connect(self.pick)
            self._lay_over_console(window)
        self._show()
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def start_practice(self) -> None:
        """A game of two minutes; session and journal hear nothing of it."""
        if self.practice is not None:
            self.practice.raise_()
            return
        session = self._controller.session
        seats = frozenset(seat for seat in session.state.present if seat <= LAST_SEAT)
        lesson, seed = session.lesson, session.state.opened.seed
        made = PracticeWindow(self._console, self._stage, seats, seed, lesson.audience, lesson.language)
        self.practice = made
        made.closed.connect(self._on_practice_closed)
        made.command.connect(self.command)
        made.letter_changed.connect(self._begin_reading)
        self.refresh()
        self._begin_reading()
        self._lay_over_console(made)
        made.show()

    def read_file(self, path: Path) -> None:
        """Read a photo or a video of the class instead of the camera."""
        self._powered = True
        self.refresh()
        self.eye.read_file(path)

    def status(self) -> CardsStatus:
        """How reading goes."""
        return cards_status(
            self.eye.state, self.eye.file, self._look, self.answers, self._controller.session.state
        )

    def _lay_over_console(self, window: QWidget) -> None:
        """On the teacher's own screen, wherever the system would have put it."""
        there = self._console.geometry()
        window.setGeometry(there.adjusted(24, 32, -24, -16))

    def _begin_reading(self) -> None:
        """Another round, or another letter of the game: what was held up before counts no more."""
        if self.practice is not None:
            self.eye.open_round((PRACTICE, self.practice.game.number))
        elif self.answers.key is not None:
            self.eye.open_round(self.answers.key)
        else:
            self.eye.close_round()

    def _show(self) -> None:
        if self._closed:
            return
        status = self._shown = self.status()
        state, step = self._controller.session.state, self._controller.session.step
        choices = self.eye.choices()
        self.eye.set_shows(self._watched())
        covered = self._class_sees and not self._uncovered
        self.panel.show_status(status)
        self.panel.show_camera(choices, self._setting, status)
        self.panel.set_covered(covered=covered, offered=self._class_sees)
        if self.window is not None:
            self.window.show_state(step_title(step) if step is not None else "", state, status)
            self.window.show_camera(choices, self._setting, status)
            self.window.set_covered(covered=covered, offered=self._class_sees)
        if self.practice is not None:
            self.practice.show_status(status)
            self.practice.view.set_covered(covered)
            self.practice.view.set_setting(self._setting, status)

    def _watched(self) -> bool:
        """Whether anybody can see a picture of the camera."""
        if self._class_sees and not self._uncovered:
            return False
        views = [self.panel.view]
        views += [made.view for made in (self.window, self.practice) if made is not None]
        return any(view.isVisible() for view in views)

    def _on_look(self) -> None:
        look = self.eye.take()
        if look is None or self._closed:
            return
        self._look = look
        read = dict(look.view.answers)
        if self.practice is not None:
            if look.round == (PRACTICE, self.practice.game.number):
                self.practice.see(read)
        else:
            self.answers.take(look.round, read, look.view.duplicates)
        if look.preview is not None:
            picture = camera_picture(look)
            for view in (self.panel, self.window, self.practice):
                if view is not None and view.isVisible():
                    view.show_picture(picture)
        if self.status() != self._shown:
            self._show()

    def _on_practice_closed(self) -> None:
        self.practice = None
        self._begin_reading()
        self.refresh()

    def _on_done(self) -> None:
        if self._controller.session.close_round() and self.window is not None:
            self.window.close()

    def _on_again(self) -> None:
        self.answers.start_over()
        self._begin_reading()
        self._show()

    def _on_uncover(self, uncovered: bool) -> None:
        self._uncovered = uncovered
        self._show()

    def _on_setting(self, setting: CameraSetting) -> None:
        self._setting = setting
        self.eye.set_setting(setting)
        self.setting_chosen.emit(setting)
        self._show()

    def _on_power(self, powered: bool) -> None:
        self._powered = powered
        self.refresh()

    def _on_file(self) -> None:
        kinds = _("Photos and videos") + f" ({FILES})"
        title = _("A photo or video of the class")
        chosen, _kind = QFileDialog.getOpenFileName(self._console, title, str(Path.home()), kinds)
        if chosen:
            self.read_file(Path(chosen))

    def _connect(self) -> None:
        self._controller.changed.connect(self.refresh)
        self.eye.looked.connect(self._on_look)
        self.eye.source_changed.connect(self._show)
        self.eye.refused.connect(self._console.toast.show_text)
        self.eye.cameras_changed.connect(self._show)
        self._connect_camera(self.panel.camera)
        self.panel.larger_requested.connect(self.open_window)
        self.panel.practice_requested.connect(self.start_practice)
        self.panel.print_requested.connect(self.print_requested)
        self.panel.uncover_requested.connect(self._on_uncover)

    def _connect_camera(self, menu: CameraMenu) -> None:
        menu.setting_chosen.connect(self._on_setting)
        menu.file_requested.connect(self._on_file)
        menu.camera_requested.connect(self.eye.use_camera)
        menu.power_requested.connect(self._on_power)
        menu.retry_requested.connect(self.eye.retry)
