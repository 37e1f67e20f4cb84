"""Errors, named for who can act, and faults in lessons as sentences that can be translated."""

import errno
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pydantic_core import PydanticCustomError


class LessonAppError(Exception):
    """The root of every error that the program raises on purpose."""


class TeacherError(LessonAppError):
    """The teacher can act: the message is a sentence in their language that says what to do."""


class UsageError(TeacherError):
    """A value that its field or option never takes: on the command line that is wrong usage."""


class AuthorError(LessonAppError):
    """A lesson's author can act: the message names file, line and field."""


class MachineError(LessonAppError):
    """The machine is at fault: disk full, database locked, port taken."""


class DamagedError(MachineError):
    """The file of results is damaged: it can be set aside, and a new one begun."""


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


def why(error: OSError) -> Problem:
    """Why the system refused, in words of our own; its own words where it is none of the usual reasons."""
    match error.errno:
        case errno.ENOENT:
            return problem("there is no such file or folder")
        case errno.EACCES | errno.EPERM:
            return problem("this user may not")
        case errno.ENOTDIR:
            return problem("a part of its path is not a folder")
        case errno.EISDIR:
            return problem("it is a folder")
        case errno.ELOOP:
            return problem("links lead in a circle")
        case errno.ENAMETOOLONG:
            return problem("the name is too long")
        case errno.ENOSPC | errno.EDQUOT:
            return problem("the disk is full")
        case errno.EROFS:
            return problem("this disk can only be read")
        case errno.EIO | errno.ENXIO | errno.ENODEV:
            return problem("the disk does not answer")
        case _other:
            return Problem(error.strerror or str(error), {})


def fault(*problems: Problem) -> "PydanticCustomError":
    """What a validator raises for one or more problems; the checker lists each of them."""
    from pydantic_core import PydanticCustomError  # only where a lesson is read, not before Home is painted

    return PydanticCustomError(
        "lesson_fault",
        "{text}",
        {"text": "\n".join(p.message for p in problems), "problems": list(problems)},
    )
