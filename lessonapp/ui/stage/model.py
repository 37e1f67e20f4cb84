"""What the stage draws: one frozen value, complete, made anew after every change of the session."""

from dataclasses import dataclass, field
from pathlib import Path

from lessonapp.domain.lesson import Lesson
from lessonapp.domain.question import QuestionBase
from lessonapp.domain.school import Contact
from lessonapp.domain.state import Phase, Respondent, Status
from lessonapp.domain.step import Step
from lessonapp.domain.tally import Tally


@dataclass(frozen=True, slots=True)
class Aim:
    """One skill before and after the lesson, as counts of right answers."""

    text: str
    before_right: int
    before_asked: int
    after_right: int
    after_asked: int


def aim_words(step: QuestionBase) -> str:
    """What a question is about: its title without the “Asked before: ” that is meant for the teacher."""
    title = step.title or step.prompt
    subject = title.partition(": ")[2].strip() if step.title else ""
    first = next((index for index, letter in enumerate(subject) if letter.isalpha()), 0)  # after a quote
    return subject[:first] + subject[first : first + 1].upper() + subject[first + 1 :] if subject else title


@dataclass(frozen=True, slots=True)
class Join:
    """How phones and lab PCs join, and who has."""

    address: str
    code: str
    url: str
    """Address and code in one, for the QR."""
    joined: frozenset[int] = frozenset()
    newest: tuple[int, ...] = ()
    """The seats that joined last, in the order they came."""


@dataclass(frozen=True, slots=True)
class StageModel:
    """Everything that can be seen on the stage at one moment."""

    lesson: Lesson
    folder: Path | None
    """Folder of the lesson, for its own pictures."""
    step: Step | None
    """None before the first step: the stage shows the lesson's title and invites the class."""
    phase: Phase = "waiting"
    beat: int = 1
    round_number: int = 0
    tally: Tally | None = None
    status: Status = "running"
    large_text: bool = False
    """The class's setting: reading text as large as its box allows."""
    high_contrast: bool = False
    """Ink on white with nothing behind it: the class's setting, or this machine's."""
    black: bool = False
    help_card: bool = False
    """The help card lies over the step (key H)."""
    class_label: str = ""
    interactive: bool = False
    """Options can be clicked or dragged: the shared screen, or a pupil at the board."""
    respondent: Respondent | None = None
    """Whose answer a click gives, where one was picked."""
    own_choice: tuple[str, ...] = ()
    """What that respondent has answered in this round; shown as chosen, never as right or wrong."""
    teams: int = 0
    teams_answered: frozenset[int] = frozenset()
    path: str | None = None
    """The option whose path a branch takes, once revealed."""
    question_number: int = 0
    question_count: int = 0
    contacts: tuple[Contact, ...] = ()
    """The school's own, for this audience; 111 and the trusted adult are always there besides."""
    help_line: str = ""
    pledge_lines: tuple[str, ...] = ()
    stamps: int = 0
    """How many stamped the pledge."""
    goal: tuple[int, int] = (0, 0)
    """Questions that the class has worked through, and how many there are."""
    aims: tuple[Aim, ...] = field(default=())
    position: int = 0
    """Index of the step among those of the lesson or block, for the progress pills."""
    positions: int = 0
    join: Join | None = None
    """Set while phones may come in."""
    lobby: bool = False
    """The way in is shown large, over the step."""
    card: bool = True
    """The way in stands beside an open question."""
    seats: int = 0
    """How many are in the lesson."""
