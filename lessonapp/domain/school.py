"""The school, its contacts and its classes: what the teacher types in settings, no pupil among it."""

from datetime import date
from typing import Annotated

from pydantic import Field

from lessonapp.domain.events import Channel
from lessonapp.domain.fields import Line
from lessonapp.domain.fresh import is_stale
from lessonapp.domain.look import AUDIENCES, POLICE, SEAT_LIMIT, Audience
from lessonapp.domain.value import Value


class Contact(Value):
    """Somebody who helps, by role and place; `checked` is when the teacher last made sure of it."""

    role: Line
    place: Line | None = None
    phone: Line | None = None
    checked: date | None = None
    audiences: tuple[Audience, ...] = AUDIENCES

    def is_stale(self, today: date) -> bool:
        """Whether nobody made sure of it for a year."""
        return is_stale(self.checked, today)


class School(Value):
    """What the head of a document says; every line may be empty."""

    name: str = Field(default="", max_length=200)
    higher_body: str = Field(default="", max_length=200)
    place: str = Field(default="", max_length=120)
    teacher: str = Field(default="", max_length=120)
    contacts: tuple[Contact, ...] = Field(default=(), max_length=12)
    police: str = Field(default=POLICE, max_length=40)
    police_checked: date | None = None

    def police_is_stale(self, today: date, known: date) -> bool:
        """Whether nobody made sure of the number for a year; `known` is when the program's makers did."""
        newest = max(self.police_checked or known, known)
        return bool(self.police) and is_stale(newest, today)


class SchoolClass(Value):
    """A class: a label, a number of seats, and how it likes to be taught."""

    label: Annotated[str, Field(min_length=1, max_length=40)]
    seats: Annotated[int, Field(ge=1, le=SEAT_LIMIT)]
    audience: Audience | None = None
    timers: bool | None = None  # None: off for grades 1 to 3, on for the others
    large_text: bool = False
    high_contrast: bool = False
    read_first: bool = False
    channel: Channel = "hands"
    phone_buttons_only: bool = False

    def timers_on(self, audience: Audience) -> bool:
        """Whether questions have a clock in a lesson for this audience."""
        return audience != "grades-1-3" if self.timers is None else self.timers
