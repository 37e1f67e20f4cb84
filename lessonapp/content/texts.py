"""The texts of a lesson with their places, and who reads them."""

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from pydantic import AfterValidator, BaseModel

from lessonapp.content.faults import Place
from lessonapp.domain.fields import Line
from lessonapp.domain.step import ChatStep, HelpStep, StoryStep
from lessonapp.domain.step_base import StepBase

_FREE_TEXT = next(m for m in Line.__metadata__ if isinstance(m, AfterValidator))  # type: ignore[attr-defined]
_FACT_KEYS = {"competences", "sources"}
_TEACHER = {"teacher", "notes", "objectives", "materials", "family_note"}


def name_in_file(model: BaseModel, name: str) -> str:
    """A field's name as the file has it."""
    return type(model).model_fields[name].alias or name


@cache
def text_fields(model: type[BaseModel]) -> frozenset[str]:
    """The fields of a model that hold words in the lesson's language."""
    return frozenset(
        name
        for name, info in model.model_fields.items()
        if name not in _FACT_KEYS and (_FREE_TEXT in info.metadata or _is_text(info.annotation))
    )


def _is_text(annotation: Any) -> bool:
    metadata = getattr(annotation, "__metadata__", ())
    return _FREE_TEXT in metadata or any(_is_text(inner) for inner in get_args(annotation))


def strings(value: object, place: Place = ()) -> Iterator[tuple[Place, str]]:
    """Every text below a value, with its place in the file."""
    if isinstance(value, BaseModel):
        fields = text_fields(type(value))
        for name in type(value).model_fields:
            inner = getattr(value, name)
            where = (*place, name_in_file(value, name))
            if name in fields or not isinstance(inner, str | tuple):
                yield from strings(inner, where)
            elif isinstance(inner, tuple):
                yield from (
                    s for i, v in enumerate(inner) if not isinstance(v, str) for s in strings(v, (*where, i))
                )
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from strings(inner, (*place, index))
    elif isinstance(value, str):
        yield place, value


def for_pupils(place: Place) -> bool:
    """Whether pupils see or hear the text; the rest is the teacher's or the family's."""
    return not any(part in _TEACHER for part in place) or (place[0] == "blocks" and "materials" in place)


def on_stage(step: StepBase) -> Iterator[tuple[Place, str]]:
    """The texts of a step that pupils read or hear, the configured help line left out."""
    for place, text in strings(step):
        hidden = place[0] in ("notes", "alt", "title")
        if not hidden and not (isinstance(step, HelpStep) and place[0] == "opening"):
            yield place, text


def bubbles(step: StepBase) -> Iterator[tuple[Place, str]]:
    """What is said in speech bubbles and chat messages."""
    if isinstance(step, StoryStep):
        for p, panel in enumerate(step.panels):
            yield from ((("panels", p, "speech", i, "text"), s.text) for i, s in enumerate(panel.speech))
    elif isinstance(step, ChatStep):
        yield from ((("messages", i, "text"), m.text) for i, m in enumerate(step.messages))
