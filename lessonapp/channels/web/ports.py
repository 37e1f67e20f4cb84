"""What the web channel is given, and what it tells: frozen values and callables, never a session."""

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from lessonapp.domain.answer import Answer, Receipt
from lessonapp.domain.language import Language
from lessonapp.domain.lesson import Lesson
from lessonapp.domain.school import Contact
from lessonapp.domain.state import SessionState
from lessonapp.session.steering import Command, Outcome

UNKNOWN, REPLACED, OVER, TRY_AGAIN, GOING = 4401, 4409, 4410, 1013, 1001
"""Close codes of our own, and two of the standard's: too many or too slow, and the server stops."""
CODE_LENGTH = 4


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture that pages may show."""

    body: bytes
    kind: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What does not change while the lesson is taught."""

    lessons: Mapping[Language, Lesson]
    language: Language
    class_label: str
    contacts: tuple[Contact, ...] = ()
    help_lines: Mapping[str, str] = field(default_factory=dict)
    buttons_only: bool = False
    pictures: Mapping[str, str] = field(default_factory=dict)
    """What the lesson calls a picture -> the path it is served at; a step's scene is `scene:STEP`."""
    files: Mapping[str, PictureFile] = field(default_factory=dict)
    """Path -> the picture."""
    animal: Callable[[int], bytes | None] = lambda _seat: None
    """The picture of a seat's animal."""

    @property
    def lesson(self) -> Lesson:
        """The lesson in the language of the session."""
        return self.lessons[self.language]


@dataclass(frozen=True, slots=True)
class Room:
    """Who joined by phone or lab PC, and whose connection stands now."""

    joined: frozenset[int] = frozenset()
    connected: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Keys:
    """What opens the doors; new for each session."""

    code: str
    teacher_token: str


class WebSession(Protocol):
    """The session as the web channel sees it; any thread may call."""

    def state(self) -> SessionState:
        """The newest state, frozen."""
        ...

    def now(self) -> datetime:
        """The session's clock."""
        ...

    def black(self) -> bool:
        """Whether the stage is covered."""
        ...

    def post(self, answer: Answer) -> Future[Receipt]:
        """Give an answer; the receipt is filled once it is on disk."""
        ...

    def join(self, seat: int) -> Future[bool]:
        """Somebody sits down at a seat that was empty; False once the lesson is over."""
        ...

    def command(self, command: Command) -> Future[Outcome]:
        """The teacher steers."""
        ...
