"""Spaced replays: two old questions again after a week and after a month, as a small lesson of its own."""

from collections.abc import Iterator, Sequence

from lessonapp.domain.lesson import Block, Lesson
from lessonapp.domain.question import QuestionBase
from lessonapp.domain.replay_ids import Spacing, replay_id
from lessonapp.domain.step import HelpStep, Step

QUESTIONS = 2
MINUTES = 3
"""About so long: two questions with what is right."""


def replay_steps(lesson: Lesson, spacing: Spacing) -> tuple[str, ...]:
    """The questions to ask again: those the lesson names, else exit questions, first ones, then last ones."""
    if lesson.replay is not None and (named := getattr(lesson.replay, spacing)):
        return tuple(named[:QUESTIONS])
    questions = [step for step in lesson.steps() if isinstance(step, QuestionBase)]
    asked = [step.id for step in questions if step.purpose == "exit"] or [step.id for step in questions]
    return tuple(asked[:QUESTIONS] if spacing == "week" else asked[-QUESTIONS:])


def replay_lesson(lesson: Lesson, spacing: Spacing, title: str) -> Lesson | None:
    """The replay as a lesson: help at hand, then the questions; None where the lesson has no question."""
    wanted = replay_steps(lesson, spacing)
    if not wanted:
        return None
    steps = tuple(_steps(lesson, wanted))
    block = Block(id="replay", title=title[:300], steps=steps)
    return lesson.model_copy(
        update={
            "id": replay_id(lesson.id, spacing),
            "title": title,
            "minutes": max(sum(step.minutes for step in steps), 1),
            "materials": (),
            "replay": None,
            "worksheet": None,
            "broadcast": None,
            "blocks": (block,),
        }
    )


def _steps(lesson: Lesson, wanted: Sequence[str]) -> Iterator[Step]:
    """The lesson's last help step opens and closes; questions keep their ids and lose their twins."""
    help_step = next((s for s in reversed(list(lesson.steps())) if isinstance(s, HelpStep)), None)
    if help_step is not None:
        yield help_step.model_copy(update={"id": "replay-help", "minutes": 0, "next": None})
    for step_id in wanted:
        step = lesson.step(step_id)
        yield step.model_copy(update={"purpose": "exit", "twin": None, "next": None})
    if help_step is not None:
        yield help_step.model_copy(update={"id": "replay-end", "minutes": 0, "next": None})
