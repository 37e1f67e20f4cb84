"""What all steps share."""

from collections.abc import Sequence
from typing import Annotated, Protocol

from pydantic import Field, StringConstraints

from lessonapp.domain.errors import fault, problem
from lessonapp.domain.fields import Line, Slug, Text
from lessonapp.domain.value import Value

PictureFile = Annotated[
    str, StringConstraints(pattern=r"^(openmoji:[0-9A-F-]{4,40}|pictures/[a-z0-9._-]+\.(svg|png))$")
]
"""A file of the lesson's `pictures` folder, or `openmoji:CODE` from the picture library."""

Minutes = Annotated[int, Field(ge=0, le=120)]


class StepBase(Value):
    """What every step has: an id, its minutes, and what the teacher says and does."""

    id: Slug
    minutes: Minutes
    notes: Text
    title: Line | None = None
    read_aloud: Text | None = None
    alt: Line | None = None
    next: Slug | None = None


class Choosable(Value):
    """Something that can be chosen, dragged or tapped."""

    id: Slug
    text: Line
    picture: PictureFile | None = None
    feedback: Text | None = None


class Option(Choosable):
    """One option of a question."""

    correct: bool = False


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


def unique_ids(field: str, values: Sequence[_HasId]) -> None:
    """Raise a fault when two values of a field have one id."""
    seen: set[str] = set()
    for value in values:
        if value.id in seen:
            raise fault(
                problem(
                    "id `{id}` is used twice in `{field}`; give each its own id", id=value.id, field=field
                )
            )
        seen.add(value.id)
