"""Between the session and the windows: the one place where answers cross into the GUI thread."""

from collections.abc import Iterator, Mapping
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from lessonapp.domain.answer import Answer, Receipt
from lessonapp.domain.events import Channel
from lessonapp.domain.state import Respondent
from lessonapp.domain.step import ActivityStep, DiscussionStep
from lessonapp.domain.tally import THE_CLASS
from lessonapp.session.lesson_session import LessonSession
from lessonapp.session.ports import NotSavingError
from lessonapp.session.steering import Command, Outcome, steer
from lessonapp.ui.crossing import Crossing
from lessonapp.ui.stage.model import Join, StageModel
from lessonapp.ui.stage_models import StageLook, StageSetting, stage_model

TICK_MS = 100
RUSH_MS = 100
EXTRA_SECONDS = 10
EXTRA_MINUTE = 60


class SessionController(QObject):
    """Announces every change of one session; any thread may post an answer."""

    changing = Signal()  # before the windows show a change
    changed = Signal()
    seconds_changed = Signal(object, object)  # left and total, or None and None
    saving_changed = Signal(object)  # a NotSavingError, or None once all is well again
    ended = Signal()
    refused = Signal(str)  # why a click on the stage did not count
    _saving = Signal(object)
    _clicked = Signal(object)

    def __init__(self, session: LessonSession, setting: StageSetting, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.view = StageLook(setting=setting)
        self._held = 0
        self._waiting = self._urgent = False
        self._extra = 0
        self._timed_step: str | None = None
        self._ticker = QTimer(self, interval=TICK_MS)
        self._ticker.timeout.connect(self._on_tick)
        self.crossing = Crossing(self)
        self.crossing.turn_begun.connect(self._on_turn_begun)
        self.crossing.turn_done.connect(self._on_turn_done)
        self._rush = QTimer(self, singleShot=True, interval=RUSH_MS)
        self._rush.timeout.connect(self._on_rested)
        self._saving.connect(self.saving_changed, Qt.ConnectionType.QueuedConnection)
        self._clicked.connect(self._on_clicked, Qt.ConnectionType.QueuedConnection)
        session.log.subscribe(lambda _state: self._on_state())

    def model(self) -> StageModel:
        """What the stage shows now."""
        return stage_model(self.session, self.view)

    @property
    def has_clock(self) -> bool:
        """Whether a clock runs that can be given more time."""
        return self._clock() is not None

    def post(self, answer: Answer) -> Future[Receipt]:
        """Give an answer, from any thread; the receipt is filled once it is on disk."""
        receipt: Future[Receipt] = Future()
        self.crossing.put(lambda: self._take(answer, receipt), receipt)
        return receipt

    def saving_failed(self, failure: NotSavingError | None) -> None:
        """The journal's writer says that it cannot write, or can again; called in its thread."""
        self._saving.emit(failure)

    def advance(self) -> None:
        """The one big Continue."""
        with self._one_change():
            self._uncover()
            done = self.session.advance()
        if done.kind == "end":
            self.ended.emit()

    def previous(self) -> None:
        """One back."""
        with self._one_change():
            self._uncover()
            self.session.previous()

    def goto(self, step_id: str) -> None:
        """Jump to a step."""
        with self._one_change():
            self._uncover()
            self.session.goto(step_id)

    def reveal(self) -> None:
        """Show the answer, or take it back when it is shown already."""
        with self._one_change():
            if not self.session.reveal():
                self.session.take_back_reveal()

    def steer(self, command: Command) -> Outcome:
        """What the teacher's phone asks for."""
        with self._one_change():
            if command.name in ("next", "previous", "advance", "goto", "open"):
                self._uncover()
            return steer(self.session, command)

    def ask_again(self) -> None:
        """One more round of the same question, after the class has talked about it."""
        self.session.open_round()

    def more_time(self) -> None:
        """Ten seconds more for a question, a minute for talk and play."""
        if not self.session.add_time(EXTRA_SECONDS) and self.has_clock:
            self._extra += EXTRA_MINUTE
            self._on_tick()

    def toggle_black(self) -> None:
        """Cover the stage, or show it again."""
        self._look(replace(self.view, black=not self.view.black))

    def toggle_help(self) -> None:
        """Lay the help card over the step, or take it away."""
        self._look(replace(self.view, help_card=not self.view.help_card, black=False))

    def show_join(self, join: Join | None, *, lobby: bool, card: bool) -> None:
        """How phones join, where they may: in large over the step, and beside an open question."""
        self._look(replace(self.view, join=join, lobby=lobby and join is not None, card=card))

    def choose_respondent(self, respondent: Respondent) -> None:
        """Whose answer the next click on the stage is."""
        self._look(replace(self.view, respondent=respondent))

    def change_channel(self, channel: Channel) -> None:
        """Answers come in another way from now on."""
        self._look(replace(self.view, respondent=THE_CLASS))
        self.session.room.change_channel(channel)

    def count_hands(self, step_id: str, counts: Mapping[str, int]) -> Future[Receipt]:
        """Raised hands as counted."""
        return self.session.answers.count_hands(step_id, counts)

    @Slot(object)
    def stage_choice(self, choice: tuple[str, ...]) -> None:
        """Somebody clicked on the stage: the answer of whoever is at the screen."""
        step = self.session.step
        if step is None:
            return
        seat, team = self.view.respondent
        receipt = self.post(Answer(step=step.id, choice=choice, channel="screen", seat=seat, team=team))
        receipt.add_done_callback(lambda done: self._clicked.emit(done.result()))

    @Slot(object)
    def _on_clicked(self, receipt: Receipt) -> None:
        if receipt.status not in ("saved", "changed"):
            self.refused.emit(receipt.status)

    def _uncover(self) -> None:
        """Going on takes black, help card and lobby away: the class sees what comes."""
        if self.view.black or self.view.help_card or self.view.lobby:
            self._look(replace(self.view, black=False, help_card=False, lobby=False))

    @contextmanager
    def _one_change(self) -> Iterator[None]:
        """Several events of one key press are one change of the picture."""
        self._held += 1
        try:
            yield
        finally:
            self._held -= 1
            self._urgent = self._held > 0
            if self._waiting:
                self._announce()

    def _announce(self) -> None:
        self._waiting = self._held > 0
        if not self._held:
            self.changing.emit()
            self.changed.emit()

    def _look(self, view: StageLook) -> None:
        self.view = view
        self._announce()

    def _on_state(self) -> None:
        step_id = self.session.state.step
        if step_id != self._timed_step:
            self._timed_step, self._extra = step_id, 0
        ticking = self._clock() is not None
        if ticking and not self._ticker.isActive():
            self._ticker.start()
        elif not ticking and self._ticker.isActive():
            self._ticker.stop()
            self.seconds_changed.emit(None, None)
        self._next_team()
        self._announce()
        if ticking:
            self._on_tick()

    def _clock(self) -> tuple[datetime, float] | None:
        """When the clock on the stage runs out, and its whole time; None where there is none."""
        state, step = self.session.state, self.session.step
        if state.status != "running":
            return None
        current = state.round
        if current is not None:
            open_ = current.phase == "open" and current.deadline is not None
            return (current.deadline, float(current.seconds or 0)) if open_ and current.deadline else None
        if isinstance(step, DiscussionStep | ActivityStep) and step.minutes and state.shown_at is not None:
            total = step.minutes * 60 + self._extra
            return state.shown_at + timedelta(seconds=total), float(total)
        return None

    def _on_tick(self) -> None:
        clock = self._clock()
        if clock is None:
            return
        left = (clock[0] - self.session.log.now()).total_seconds()
        self.seconds_changed.emit(max(left, 0.0), clock[1])
        # Hands are counted and cards held up after the time is up, so there the teacher closes.
        if left <= 0 and self.session.state.channel not in ("hands", "cards"):
            self.session.close_round()

    def _next_team(self) -> None:
        """After a team has answered, the next click belongs to the next team that has not."""
        state = self.session.state
        current = state.round
        if not state.teams or current is None or current.phase != "open":
            return
        if self.view.respondent not in current.answers and self.view.respondent != THE_CLASS:
            return
        waiting = [(0, n) for n in range(1, len(state.teams) + 1) if (0, n) not in current.answers]
        if waiting:
            self.view = replace(self.view, respondent=waiting[0])

    def _on_turn_begun(self) -> None:
        self._held += 1

    def _on_turn_done(self) -> None:
        """While answers rush in, the picture changes ten times a second at most."""
        self._held -= 1
        self._on_rested()

    def _on_rested(self) -> None:
        if self._waiting and (self._urgent or not self._rush.isActive()):
            self._urgent = False
            self._rush.start()
            self._announce()

    def _take(self, answer: Answer, receipt: Future[Receipt]) -> None:
        self.session.answers.post(answer).add_done_callback(lambda done: receipt.set_result(done.result()))
