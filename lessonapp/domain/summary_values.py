"""What a session's summary says: plain values that screen and papers show alike."""

from datetime import date, datetime, timedelta
from typing import Literal

from lessonapp.domain.events import Channel
from lessonapp.domain.language import Language
from lessonapp.domain.look import Audience
from lessonapp.domain.marking import AnswerChange
from lessonapp.domain.question import Purpose
from lessonapp.domain.reliability import Distraction, Reliability
from lessonapp.domain.state import Status
from lessonapp.domain.statistics import Confidence, Discrimination, Gain
from lessonapp.domain.value import Value

Unit = Literal["pupils", "teams", "class", "mixed"]
"""Who answered: each pupil, each team, the class as one, or some of each."""

Cell = Literal["right", "other", "blank"]

MOSTLY = 0.5
"""A lesson of which this share of the steps was shown counts as taught."""


class OptionCount(Value):
    """An option, or a part of an answer, and how many answers hold it.

    `shows` is its feedback: of a wrong option, the misconception it stands for.
    """

    id: str
    letter: str
    text: str
    correct: bool
    count: int
    share: float | None
    shows: str | None = None
    distraction: Distraction | None = None


class LaterRound(Value):
    """The same question asked again after a discussion."""

    round: int
    right: int
    answered: int
    facility: float | None
    change: AnswerChange


class QuestionSummary(Value):
    """One question that was asked; `right` and `facility` are of round 1."""

    number: int
    step: str
    prompt: str
    purpose: Purpose
    type: str
    twin: int | None
    unit: Unit
    asked: int
    answered: int
    right: int
    facility: float | None
    hands: int
    unmarked: int
    options: tuple[OptionCount, ...]
    misconception: OptionCount | None
    later: tuple[LaterRound, ...]
    discrimination: Discrimination | None
    still_open: bool
    efficiency: float | None = None


class TwinGain(Value):
    """What one question and its twin say of the lesson, by their numbers."""

    before: int
    after: int
    gain: Gain


class VoteSummary(Value):
    """A poll or a branch: counted, never scored; `path` is the option the story took."""

    step: str
    kind: Literal["poll", "branch"]
    prompt: str
    asked: int
    answered: int
    options: tuple[OptionCount, ...]
    path: str | None
    still_open: bool


class MeanScore(Value):
    """All answers to the questions of one purpose; `sd` is over the shares of those with a seat or team."""

    questions: int
    right: int
    answered: int
    share: float
    sd: float | None


def counts_of(score: MeanScore | None) -> tuple[int, int]:
    """Right answers and answers; none of either where nothing was asked."""
    return (score.right, score.answered) if score is not None else (0, 0)


class ChannelUse(Value):
    """How many answers came in one way."""

    channel: Channel
    answers: int


class GridRow(Value):
    """One seat's (or team's) first answers, a cell for each column of the grid."""

    seat: int
    team: int
    cells: tuple[Cell, ...]


class Grid(Value):
    """Who answered what right, by number only; questions answered by hands alone have no column."""

    columns: tuple[int, ...]
    rows: tuple[GridRow, ...]


class Head(Value):
    """Whose report it is; every line may be empty."""

    school: str
    higher_body: str
    place: str
    teacher: str


class About(Value):
    """Which session it was; `seats_present` were there at some time, `seats_ever` had a seat."""

    session: str
    class_label: str
    audience: Audience
    lesson: str
    lesson_title: str
    lesson_version: int
    taught_version: int
    language: Language
    opened: datetime
    made: datetime
    days: tuple[date, ...]
    sittings: int
    status: Status
    block: str | None
    taught: timedelta
    steps_shown: int
    steps: int
    seats: int
    seats_present: int
    seats_ever: int
    seats_answered: int
    hands_most: int
    teams: tuple[tuple[int, ...], ...]
    closed: datetime | None = None

    @property
    def whole(self) -> bool:
        """Whether the lesson counts as taught: not one part alone, and most of its steps."""
        return self.block is None and self.steps_shown >= MOSTLY * self.steps


class SummaryReport(Value):
    """Everything the quiz summary of one session shows."""

    head: Head
    about: About
    channels: tuple[ChannelUse, ...]
    confidence: Confidence
    pre: MeanScore | None
    practice: MeanScore | None
    exit: MeanScore | None
    gain: Gain | None
    questions: tuple[QuestionSummary, ...]
    not_asked: tuple[int, ...]
    votes: tuple[VoteSummary, ...]
    hardest: tuple[int, ...]
    teach_again: tuple[int, ...]
    firm: tuple[int, ...]
    grid: Grid | None
    twins: tuple[TwinGain, ...] = ()
    reliability: Reliability | None = None

    @property
    def answers(self) -> int:
        """All first answers to questions, and all to polls and branches."""
        return sum(q.answered + q.unmarked for q in self.questions) + sum(v.answered for v in self.votes)

    def question(self, number: int) -> QuestionSummary:
        """The question with a number; KeyError when it was not asked."""
        for question in self.questions:
            if question.number == number:
                return question
        raise KeyError(number)
