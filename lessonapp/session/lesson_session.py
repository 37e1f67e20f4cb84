"""A lesson being taught: where it is, who may answer what, and everything that happens on its way."""

from collections.abc import Iterable, Mapping
from concurrent.futures import Future

from lessonapp.domain.answer import Answer, Receipt, ReceiptStatus, refusal, takes_hands
from lessonapp.domain.events import (
    AnswerGiven,
    AnswerRevealed,
    AnswerWithdrawn,
    Channel,
    ChannelChanged,
    HandsCounted,
    PathChosen,
    PledgeLineAdded,
    PledgeStamped,
    RevealWithdrawn,
    RoundClosed,
    RoundOpened,
    SeatJoined,
    SeatLeft,
    SessionClosed,
    SessionPaused,
    SessionResumed,
    StepShown,
    TeamsDrawn,
    TimeAdded,
)
from lessonapp.domain.lesson import Lesson
from lessonapp.domain.look import SEAT_LIMIT
from lessonapp.domain.route import Action, current_step, next_action
from lessonapp.domain.state import Round, SessionState
from lessonapp.domain.step import BranchStep, Step, beats, is_round_step
from lessonapp.session.log import SessionLog

TEAM_LIMIT = 12


class LessonSession:
    """The flow of the lesson; answers and the room have objects of their own beside it."""

    def __init__(self, lesson: Lesson, log: SessionLog) -> None:
        self.lesson = lesson
        self.log = log
        self.answers = AnswerDesk(lesson, log)
        self.room = Room(log)
        self.timers = True
        self.read_first = False

    @property
    def state(self) -> SessionState:
        """Where the session is now."""
        return self.log.state

    @property
    def step(self) -> Step | None:
        """The step on the stage."""
        return current_step(self.lesson, self.state)

    @property
    def action(self) -> Action:
        """What `advance` will do."""
        return next_action(self.lesson, self.state, read_first=self.read_first)

    def advance(self) -> Action:
        """Do the one thing that comes next; the end of the lesson waits for `end`."""
        action = self.action
        match action.kind:
            case "start" | "next":
                self.goto(action.step or "")
                if action.opens:
                    self.open_round()
            case "more":
                self.log.add(StepShown, step=action.step, beat=self.state.beat + 1)
            case "open":
                self.open_round()
            case "close":
                self.close_round()
            case "reveal":
                self.reveal()
            case "resume":
                self.resume()
        return action

    def previous(self) -> bool:
        """One beat or one step back; False at the beginning."""
        state = self.state
        if state.status != "running" or state.step is None:
            return False
        if state.beat > 1:
            self.log.add(StepShown, step=state.step, beat=state.beat - 1)
            return True
        if len(state.trail) < 2:
            return False
        self._leave_step()
        before = self.lesson.step(state.trail[-2])
        self.log.add(StepShown, step=before.id, beat=1 if is_round_step(before) else beats(before))
        return True

    def goto(self, step_id: str) -> bool:
        """Show a step, its round not opened; False for a step that is already there or unknown."""
        if self.state.status != "running" or step_id == self.state.step:
            return False
        if all(s.id != step_id for s in self.lesson.steps()):
            return False
        self._leave_step()
        self.log.add(StepShown, step=step_id, beat=1)
        return True

    def open_round(self) -> bool:
        """Take answers: the first time, or once more after a discussion; False where that cannot be."""
        state, step = self.state, self.step
        if state.status != "running" or step is None or not is_round_step(step):
            return False
        if state.phase in ("open", "revealed"):
            return False
        number = len(state.rounds.get(step.id, ())) + 1
        seconds = getattr(step, "seconds", None) if self.timers else None
        self.log.add(RoundOpened, step=step.id, round=number, seconds=seconds)
        return True

    def add_time(self, seconds: int) -> bool:
        """More seconds for an open round that has a clock."""
        current = self.state.round
        if (
            self.state.status != "running"
            or current is None
            or current.phase != "open"
            or not current.seconds
        ):
            return False
        self.log.add(TimeAdded, step=current.step, round=current.number, seconds=seconds)
        return True

    def close_round(self) -> bool:
        """No more answers."""
        current = self.state.round
        if self.state.status != "running" or current is None or current.phase != "open":
            return False
        self.log.add(RoundClosed, step=current.step, round=current.number)
        return True

    def reveal(self) -> bool:
        """Show the right answer or the result; an open round is closed first."""
        current = self.state.round
        if self.state.status != "running" or current is None or current.phase == "revealed":
            return False
        if current.phase == "open":
            self.log.add(RoundClosed, step=current.step, round=current.number)
        self.log.add(AnswerRevealed, step=current.step, round=current.number)
        return True

    def take_back_reveal(self) -> bool:
        """Hide again what was shown by accident."""
        current = self.state.round
        if self.state.status != "running" or current is None or current.phase != "revealed":
            return False
        self.log.add(RevealWithdrawn, step=current.step, round=current.number)
        return True

    def choose_path(self, option: str) -> bool:
        """Take one path of a branch, whatever the vote says."""
        step = self.step
        if not isinstance(step, BranchStep) or option not in {o.id for o in step.options}:
            return False
        if self.state.status != "running":
            return False
        self.log.add(PathChosen, step=step.id, option=option)
        return True

    def pause(self, *, until_another_day: bool = False) -> bool:
        """Rest; an open round is closed, so that no clock runs on."""
        if self.state.status != "running":
            return False
        self.close_round()
        self.log.add(SessionPaused, reason="bell" if until_another_day else "break")
        return True

    def resume(self) -> bool:
        """Go on from the same step: after a pause, or after the program was closed."""
        if self.state.status == "ended":
            return False
        self.log.add(SessionResumed)
        return True

    def end(self) -> bool:
        """The lesson is over."""
        if self.state.status == "ended":
            return False
        if self.state.status == "running":
            self.close_round()
        self.log.add(SessionClosed)
        return True

    def _leave_step(self) -> None:
        """A round left open would take answers for a step nobody sees."""
        self.close_round()


class AnswerDesk:
    """Where every answer arrives, whatever its channel."""

    def __init__(self, lesson: Lesson, log: SessionLog) -> None:
        self._lesson = lesson
        self._log = log

    def post(self, answer: Answer) -> Future[Receipt]:
        """Take an answer; the receipt is filled once it is on disk, or at once with a refusal."""
        state = self._log.state
        status = refusal(current_step(self._lesson, state), state, answer)
        if status is None and self._log.failure is not None:
            status = "not-saving"
        current = state.round
        if status is not None or current is None:
            return _receipt(answer.step, status or "not-open")
        before = current.answers.get((answer.seat, answer.team))
        milliseconds = int((self._log.now() - current.opened).total_seconds() * 1000)
        saved = self._log.add(
            AnswerGiven,
            step=answer.step,
            round=current.number,
            seat=answer.seat,
            team=answer.team,
            choice=answer.choice,
            channel=answer.channel,
            ms=max(milliseconds, 0),
        )
        return _after(saved, answer.step, "changed" if before is not None else "saved")

    def correct(self, step_id: str, seat: int, choice: tuple[str, ...]) -> Future[Receipt]:
        """The teacher mends one seat's answer, in an open round or after it."""
        current = self._known(step_id)
        answer = Answer(step=step_id, seat=seat, choice=choice, channel=self._log.state.channel)
        if current is None:
            return _receipt(step_id, "not-open")
        mended = self._log.state.model_copy(
            update={
                "step": step_id,
                "rounds": {step_id: (current.model_copy(update={"phase": "open"}),)},
            }
        )
        status = refusal(self._lesson.step(step_id), mended, answer)
        if status is None and self._log.failure is not None:
            status = "not-saving"
        if status is not None:
            return _receipt(step_id, status)
        saved = self._log.add(
            AnswerGiven,
            step=step_id,
            round=current.number,
            seat=seat,
            choice=choice,
            channel=answer.channel,
            corrected=True,
        )
        return _after(saved, step_id, "changed" if (seat, 0) in current.answers else "saved")

    def withdraw(self, step_id: str, seat: int, team: int = 0) -> bool:
        """Take one answer back."""
        current = self._known(step_id)
        if current is None or (seat, team) not in current.answers or self._log.failure is not None:
            return False
        self._log.add(AnswerWithdrawn, step=step_id, round=current.number, seat=seat, team=team)
        return True

    def count_hands(self, step_id: str, counts: Mapping[str, int]) -> Future[Receipt]:
        """Raised hands, all options at once; after the close it is a correction."""
        current = self._known(step_id)
        step = self._lesson.step(step_id)
        options = tuple(o.id for o in getattr(step, "options", ()))
        if current is None:
            return _receipt(step_id, "not-open")
        if not takes_hands(step) or not set(counts) <= set(options):
            return _receipt(step_id, "unknown-choice")
        if any(not 0 <= count <= SEAT_LIMIT for count in counts.values()):
            return _receipt(step_id, "unknown-choice")
        if self._log.failure is not None:
            return _receipt(step_id, "not-saving")
        saved = self._log.add(
            HandsCounted,
            step=step_id,
            round=current.number,
            counts={option: counts.get(option, 0) for option in options},
            corrected=current.phase != "open",
        )
        return _after(saved, step_id, "changed" if current.hands else "saved")

    def _known(self, step_id: str) -> Round | None:
        """The newest round of a step, while the session still takes corrections."""
        if self._log.state.status == "ended":
            return None
        return self._log.state.round_of(step_id)


class Room:
    """Who is there, in which teams, and how answers come in."""

    def __init__(self, log: SessionLog) -> None:
        self._log = log

    def seat_joined(self, seat: int) -> bool:
        """Somebody came late, or is back."""
        if not self._open() or seat in self._log.state.present or not 1 <= seat <= SEAT_LIMIT:
            return False
        self._log.add(SeatJoined, seat=seat)
        return True

    def take_seat(self, seat: int) -> bool:
        """Whether somebody who sits down here is in the lesson now: just joined, or there already."""
        return self.seat_joined(seat) or (self._open() and seat in self._log.state.present)

    def seat_left(self, seat: int, *, absent: bool = True) -> bool:
        """Absent from the beginning of this sitting, or gone from now on."""
        if not self._open() or seat not in self._log.state.present:
            return False
        self._log.add(SeatLeft, seat=seat, reason="absent" if absent else "left")
        return True

    def draw_teams(self, teams: Iterable[Iterable[int]]) -> bool:
        """Play in teams from now on; none ends team play. No seat is in two teams."""
        drawn = tuple(tuple(sorted(team)) for team in teams)
        seats = [seat for team in drawn for seat in team]
        if not self._open() or len(drawn) > TEAM_LIMIT or len(set(seats)) != len(seats) or not all(drawn):
            return False
        if not set(seats) <= self._log.state.present or drawn == self._log.state.teams:
            return False
        self._log.add(TeamsDrawn, teams=drawn)
        return True

    def change_channel(self, channel: Channel) -> bool:
        """Answers come in another way from now on."""
        if not self._open() or channel == self._log.state.channel:
            return False
        self._log.add(ChannelChanged, channel=channel)
        return True

    def add_pledge_line(self, step_id: str, line: str) -> bool:
        """One line of the class's own, as the teacher typed it."""
        if not self._open() or not line.strip():
            return False
        self._log.add(PledgeLineAdded, step=step_id, line=line)
        return True

    def stamp_pledge(self, step_id: str, more: int) -> bool:
        """One more of the class stamps the pledge, or one stamp is taken back."""
        stamps = self._log.state.stamps.get(step_id, 0) + more
        if not self._open() or not 0 <= stamps <= SEAT_LIMIT:
            return False
        self._log.add(PledgeStamped, step=step_id, stamps=stamps)
        return True

    def _open(self) -> bool:
        return self._log.state.status != "ended"


def _receipt(step: str, status: ReceiptStatus) -> Future[Receipt]:
    done: Future[Receipt] = Future()
    done.set_result(Receipt(step=step, status=status))
    return done


def _after(saved: Future[None], step: str, status: ReceiptStatus) -> Future[Receipt]:
    """The receipt of an answer that is on its way to the disk."""
    receipt: Future[Receipt] = Future()

    def fill(done: Future[None]) -> None:
        failed = done.exception() is not None
        receipt.set_result(Receipt(step=step, status="not-saving" if failed else status))

    saved.add_done_callback(fill)
    return receipt
