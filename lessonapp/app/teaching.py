"""One lesson being taught: stage, console and bar, and what each key does."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from lessonapp.app.cards import CardsDesk, camera_setting
from lessonapp.app.class_tools import ClassTools
from lessonapp.app.devices import Devices
from lessonapp.app.hand_counts import HandCounts
from lessonapp.app.placing import Placing
from lessonapp.domain.state import Respondent
from lessonapp.domain.tally import THE_CLASS
from lessonapp.i18n import _
from lessonapp.session.lesson_session import LessonSession
from lessonapp.session.ports import NotSavingError
from lessonapp.session.teams import draw_teams
from lessonapp.settings import Settings
from lessonapp.ui.console.dialogs import EndDialog, Ending, KeysDialog
from lessonapp.ui.console.keys import KeyCommands
from lessonapp.ui.console.mirror_bar import MirrorBar
from lessonapp.ui.console.window import ConsoleWindow
from lessonapp.ui.console.words import refusal_words
from lessonapp.ui.screens import ScreenKeeper
from lessonapp.ui.session_controller import SessionController
from lessonapp.ui.stage.scene import StageScene
from lessonapp.ui.stage.view import StageWindow
from lessonapp.ui.stage_models import StageSetting
from lessonapp.ui.widgets.dialog import accepted

if TYPE_CHECKING:
    from lessonapp.app.phones import Phones


class Teaching(QObject):
    """Builds the windows of one session and connects them; neither window keeps lesson state."""

    finished = Signal(str)  # "pause" or "end"
    screens_remembered = Signal(str, str)
    settings_chosen = Signal(object)

    def __init__(
        self,
        session: LessonSession,
        setting: StageSetting,
        settings: Settings,
        *,
        rehearsal: bool = False,
        windowed: bool = False,
        devices: Devices | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.rehearsal = rehearsal
        self.controller = SessionController(session, setting, self)
        self.scene = StageScene(self, reduce_motion=settings.reduce_motion)
        self.stage = StageWindow(self.scene)
        # Before the console listens: the class's picture comes first, the teacher's panels after it.
        self.controller.changed.connect(self._show)
        self.console = ConsoleWindow(
            self.controller, self.scene, notes_size=settings.notes_size, rehearsal=rehearsal
        )
        self.bar = MirrorBar(self.controller, self.stage)
        windows = (self.stage, self.console, self.bar)
        self.tools = ClassTools(self.controller, self.scene, windows, settings, devices, self)
        self.cards = CardsDesk(self.controller, self.console, self.stage, camera_setting(settings.camera))
        self.screens = ScreenKeeper(settings.stage_screens, self)
        self.placing = Placing(self.screens, windows, windowed=windowed, parent=self)
        self.tools.front = lambda: self.placing.front
        self._second = QTimer(self, interval=1000)
        self.counts = HandCounts(self.controller, self)
        self._draw_number = 0
        self._over = False
        self.phones: Phones | None = None
        self._connect()
        self._connect_answers()
        self.scene.show_model(self.controller.model(), animate=False)

    def start(self) -> None:
        """Open the windows where they belong."""
        self._second.start()
        self.tools.start()
        self.cards.refresh()
        self.placing.place(self.screens.placement)

    def close(self) -> None:
        """Take the windows away; the session stays as it is, hands that were just counted among it."""
        self.counts.flush()
        self._over = True
        self._second.stop()
        if self.phones is not None:
            self.phones.stop()
        self.tools.close()
        self.cards.close()
        for window in (self.stage, self.console):
            window.hide()
            window.deleteLater()

    def do(self, command: str) -> None:
        """What a key or button asks for."""
        self.counts.flush()
        if self.tools.do(command):
            return
        match command:
            case "next":
                before = self.controller.session.state.round
                self.controller.advance()
                if self.controller.session.state.round is not before:
                    self.console.focus_counts()
            case "keys":
                accepted(KeysDialog(self.placing.front))
            case "end":
                if not (self.placing.stage_in_front and self.bar.fold()):
                    self.ask_to_end()
            case _:
                self._plain_command(command)

    def _plain_command(self, command: str) -> None:
        plain = {
            "back": self.controller.previous,
            "black": self.controller.toggle_black,
            "reveal": self.controller.reveal,
            "help": self.controller.toggle_help,
            "full-screen": self.placing.toggle,
            "present": self.placing.present,
        }
        if command in plain:
            plain[command]()

    def ask_to_end(self) -> None:
        """Stay, stop until another day, or end."""
        if self._over:
            return
        finished = self.controller.session.action.kind in ("end", "none")
        dialog = EndDialog(
            self.controller.session.lesson.title,
            rehearsal=self.rehearsal,
            finished=finished,
            saved=self.controller.session.log.failure is None,
            parent=self.placing.front,
        )
        told = self.controller.saving_changed.connect(lambda failure: dialog.set_saved(failure is None))
        accepted(dialog)
        self.controller.saving_changed.disconnect(told)
        self.finish(dialog.choice)

    def finish(self, choice: Ending) -> None:
        """Do what was chosen at the end."""
        self.counts.flush()
        if choice == "pause" and self.controller.session.pause(until_another_day=True):
            self.finished.emit("pause")
        elif choice == "end" and self.controller.session.end():
            self.finished.emit("end")

    def _connect(self) -> None:
        controller = self.controller
        controller.changed.connect(self.tools.hear)
        controller.seconds_changed.connect(self.scene.set_seconds)
        controller.saving_changed.connect(self._on_saving)
        controller.ended.connect(self.ask_to_end)
        self.scene.choice_made.connect(controller.stage_choice)
        self.scene.film_failed.connect(self._on_film_failed)
        self.scene.player.playing_changed.connect(lambda on: self.console.bar.show_film(playing=on))
        self.console.bar.film_requested.connect(self.scene.play_film)
        self.scene.stamp_requested.connect(controller.session.room.stamp_pledge)
        for source in (self.console, self.bar):
            source.command.connect(self.do)
        # A filter, not the stage's own key events: a count box in the bar would keep them to itself.
        stage_keys = KeyCommands(self.stage)
        stage_keys.command.connect(self._on_stage_command)
        for keys in (stage_keys, self.console.keys):
            keys.take_digit = self._on_digit
        self.stage.closed.connect(self.ask_to_end)
        self.console.closed.connect(self.ask_to_end)
        self.console.steps.step_requested.connect(self._on_jump)
        self.console.bar.more_time_requested.connect(controller.more_time)
        self.console.bar.again_requested.connect(self._on_again)
        self.placing.console_seen_changed.connect(self.cards.set_class_sees)
        self.screens.remembered.connect(self.screens_remembered)
        self.tools.help_requested.connect(self.do)
        self.cards.command.connect(self.do)
        self.tools.settings_chosen.connect(self.settings_chosen)
        controller.refused.connect(self._on_refused)
        self._second.timeout.connect(self.console.tick)

    def _connect_answers(self) -> None:
        controller, answers = self.controller, self.console.answers
        self.counts.refused.connect(self._on_counts_refused)
        for panel in (answers.hands, self.bar):
            panel.counts_changed.connect(self.counts.take)
        answers.channel_requested.connect(controller.change_channel)
        answers.path_requested.connect(controller.session.choose_path)
        answers.pledge_line_requested.connect(controller.session.room.add_pledge_line)
        answers.seat_added.connect(self._on_late_pupil)
        answers.board.respondent_chosen.connect(controller.choose_respondent)
        answers.board.teams_requested.connect(self._on_teams)
        answers.seats.seat_picked.connect(self._on_seat)
        answers.seats.absent_requested.connect(controller.session.room.seat_left)
        answers.seats.left_requested.connect(
            lambda seat: controller.session.room.seat_left(seat, absent=False)
        )
        answers.seats.back_requested.connect(self._on_back)
        answers.seats.withdraw_requested.connect(self._on_withdraw)

    def _show(self) -> None:
        """Draw what the class sees; where that is another picture, it is on the screens when this returns."""
        pictures = self.scene.rebuilt
        self.scene.show_model(self.controller.model())
        if self.scene.rebuilt == pictures:
            return
        QCoreApplication.sendPostedEvents(self.scene, QEvent.Type.MetaCall.value)
        for window in (self.stage, self.console):
            QCoreApplication.sendPostedEvents(window, QEvent.Type.UpdateRequest.value)

    def _on_film_failed(self, _reason: str) -> None:
        self.console.toast.show_text(
            _("This computer cannot play the film. Tell what happens in it; the notes help.")
        )

    def _on_stage_command(self, command: str) -> None:
        self.do(command)
        if self.placing.stage_in_front and self.controller.view.help_card:
            self.bar.hide()  # the class reads the whole card
        elif self.placing.stage_in_front:
            self.bar.wake()

    def _on_digit(self, event: QKeyEvent) -> bool:
        """A digit typed anywhere in the lesson counts hands, where hands are counted."""
        if self.placing.stage_in_front:
            return self.bar.take_digit(event)
        return self.console.take_digit(event)

    def _on_again(self) -> None:
        self.counts.flush()
        self.controller.ask_again()

    def _on_jump(self, step_id: str) -> None:
        self.counts.flush()
        self.controller.goto(step_id)

    def _on_seat(self, seat: int) -> None:
        state = self.controller.session.state
        if seat not in state.present:
            self._on_back(seat)
        elif state.channel == "screen":
            chosen: Respondent = (seat, 0)
            self.controller.choose_respondent(
                THE_CLASS if self.controller.view.respondent == chosen else chosen
            )
        elif state.channel == "cards":
            self.cards.pick(seat)
        else:
            self.console.toast.show_text(
                _("Right-click a seat to mark it absent. With the shared screen a click picks who answers.")
            )

    def _on_late_pupil(self) -> None:
        state = self.controller.session.state
        away = sorted(state.ever_present - state.present)
        self._on_back(away[0] if away else max(state.ever_present, default=0) + 1)

    def _on_back(self, seat: int) -> None:
        if self.controller.session.room.seat_joined(seat):
            self.console.toast.show_text(_("Seat {n} joins the lesson.").format(n=seat))

    def _on_teams(self, count: int) -> None:
        room, state = self.controller.session.room, self.controller.session.state
        self._draw_number += 1
        teams = draw_teams(state.present, count, state.opened.seed + self._draw_number) if count else ()
        if room.draw_teams(teams):
            self.controller.choose_respondent((0, 1) if teams else THE_CLASS)

    def _on_withdraw(self, seat: int) -> None:
        step = self.controller.session.state.step
        if step is not None:
            self.controller.session.answers.withdraw(step, seat)

    def _on_saving(self, failure: NotSavingError | None) -> None:
        self.placing.tell_saving(saving=failure is None)

    def tell(self, text: str) -> None:
        """Something the teacher should know."""
        self.placing.tell(text)

    def _on_counts_refused(self) -> None:
        text = _("Not counted yet: nothing can be saved just now. The numbers are taken as soon as it can.")
        self.console.toast.show_text(text, tone="warn")
        self.bar.tell(text)

    def _on_refused(self, status: str) -> None:
        """A click on the stage that could not count says why, to the teacher only."""
        seat, _team = self.controller.view.respondent
        text = refusal_words(status, self.controller.view.respondent)
        if not text:
            return
        action, callback = None, None
        if status == "unknown-seat" and seat:
            action, callback = _("Seat {n} is here").format(n=seat), partial(self._on_back, seat)
        self.console.toast.show_text(text, action, callback, "warn")
        self.bar.tell(text, action, callback)
