"""Errors, named for who can act, and faults in lessons as sentences that can be translated."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pydantic_core import PydanticCustomError


class LessonAppError(Exception):
    """The root of every error that the program raises on purpose."""


class TeacherError(LessonAppError):
    """The teacher can act: the message is a sentence in their language that says what to do."""


class AuthorError(LessonAppError):
    """A lesson's author can act: the message names file, line and field."""


class MachineError(LessonAppError):
    """The machine is at fault: disk full, database locked, port taken."""


class Problem(NamedTuple):
    """A fault in a lesson: an English sentence with {named} parts, translated where it is shown."""

    template: str
    context: dict[str, str]

    @property
    def message(self) -> str:
        """The sentence in English."""
        return self.template.format(**self.context)


def problem(template: str, **context: object) -> Problem:
    """A fault, its parts as text; the catalogue collects the templates from calls to this function."""
    return Problem(template, {key: str(value) for key, value in context.items()})


def fault(*problems: Problem) -> "PydanticCustomError":
    """What a validator raises for one or more problems; the checker lists each of them."""
    from pydantic_core import PydanticCustomError  # only where a lesson is read, not before Home is painted

    return PydanticCustomError(
        "lesson_fault",
        "{text}",
        {"text": "\n".join(p.message for p in problems), "problems": list(problems)},
    )
