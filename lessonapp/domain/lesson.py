"""A lesson: three blocks of steps, in one language."""

from collections.abc import Iterator
from typing import Annotated, Literal, Self, get_args

from pydantic import Field, StringConstraints, model_validator

from lessonapp.domain.errors import Problem, fault, problem
from lessonapp.domain.fields import Line, Slug, Text
from lessonapp.domain.language import Language
from lessonapp.domain.look import Audience
from lessonapp.domain.question import QuestionBase
from lessonapp.domain.step import BranchStep, Step
from lessonapp.domain.step_base import StepBase
from lessonapp.domain.value import Value

Topic = Literal[
    "privacy",
    "passwords",
    "kindness",
    "strangers",
    "harmful-content",
    "scams",
    "balance",
    "footprint",
    "help",
    "creating",
    "ai",
    "conduct",
    "recovery",
    "friends",
    "sextortion",
]
TOPICS: tuple[Topic, ...] = get_args(Topic)
"""In the order of the curriculum: T01 to T15."""
Strand = Literal[
    "self-image",
    "relationships",
    "reputation",
    "bullying",
    "information",
    "health",
    "privacy-security",
    "copyright",
]
LessonId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
Date = Annotated[str, StringConstraints(pattern=r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]


class Term(Value):
    """A word the class learns."""

    term: Line
    meaning: Line


class TeacherPage(Value):
    """What the teacher reads before class."""

    before: Text
    caution: Text
    sensitive: bool = False


class Replay(Value):
    """Questions asked again a week and a month later, by step id."""

    week: tuple[Slug, ...] = ()
    month: tuple[Slug, ...] = ()


class Block(Value):
    """A part of the lesson that also works alone in fifteen minutes."""

    id: Slug
    title: Line
    steps: Annotated[tuple[Step, ...], Field(min_length=1, max_length=40)]


class Lesson(Value):
    """One whole lesson in one language."""

    format: Literal[1]
    id: LessonId
    language: Language
    version: Annotated[int, Field(ge=1, le=9999)]
    title: Line
    audience: Audience
    topic: Topic
    minutes: Annotated[int, Field(ge=1, le=240)]
    competences: tuple[Line, ...] = ()
    strands: tuple[Strand, ...] = ()
    objectives: tuple[Line, ...] = ()
    key_message: Line
    vocabulary: tuple[Term, ...] = ()
    materials: tuple[Line, ...] = ()
    teacher: TeacherPage
    family_note: Text | None = None
    sources: tuple[Line, ...] = ()
    replay: Replay | None = None
    worksheet: Text | None = None
    broadcast: Text | None = None
    date: Date | None = None
    expires: Date | None = None
    blocks: Annotated[tuple[Block, ...], Field(min_length=1, max_length=12)]

    @model_validator(mode="after")
    def _links(self) -> Self:
        problems = list(link_problems(self))
        if problems:
            raise fault(*problems)
        return self

    def steps(self, block: str | None = None) -> Iterator[Step]:
        """The steps in file order, of one block or of all."""
        for b in self.blocks:
            if block is None or b.id == block:
                yield from b.steps

    def step(self, step_id: str) -> Step:
        """The step with an id; KeyError when there is none."""
        for step in self.steps():
            if step.id == step_id:
                return step
        raise KeyError(step_id)


def link_problems(lesson: Lesson) -> Iterator[Problem]:
    """What is wrong with ids, twins, `goto`, `next` and `replay`."""
    blocks: set[str] = set()
    for block in lesson.blocks:
        if block.id in blocks:
            yield problem("block id `{id}` is used twice; give each block its own id", id=block.id)
        blocks.add(block.id)
    steps: dict[str, StepBase] = {}
    for step in lesson.steps():
        if step.id in steps:
            yield problem("step id `{id}` is used twice; every step of a lesson has its own id", id=step.id)
        steps[step.id] = step
    for block in lesson.blocks:
        yield from _jump_problems(block)
    for step in lesson.steps():
        if isinstance(step, QuestionBase) and step.twin is not None:
            yield from _twin_problems(step, step.twin, steps)
    for field, wanted in _replay_ids(lesson.replay):
        if not isinstance(steps.get(wanted), QuestionBase):
            yield problem(
                "`replay.{field}` names `{id}`, which is not a question of this lesson; "
                "name the id of a question",
                field=field,
                id=wanted,
            )


def _replay_ids(replay: Replay | None) -> Iterator[tuple[str, str]]:
    if replay is not None:
        yield from (("week", step) for step in replay.week)
        yield from (("month", step) for step in replay.month)


def _jump_problems(block: Block) -> Iterator[Problem]:
    place = {step.id: index for index, step in enumerate(block.steps)}
    for index, step in enumerate(block.steps):
        jumps = [("next", step.next)] if step.next else []
        if isinstance(step, BranchStep):
            jumps += [("goto", option.goto) for option in step.options]
        for field, target in jumps:
            if target not in place:
                yield problem(
                    "step `{step}`: `{field}` names `{target}`, which is not a step of "
                    "block `{block}`; name a later step of that block",
                    step=step.id,
                    field=field,
                    target=target,
                    block=block.id,
                )
            elif place[target] <= index:
                yield problem(
                    "step `{step}`: `{field}` leads back to `{target}`; a path only goes "
                    "forward: name a later step",
                    step=step.id,
                    field=field,
                    target=target,
                )


def _twin_problems(step: QuestionBase, wanted: str, steps: dict[str, StepBase]) -> Iterator[Problem]:
    twin = steps.get(wanted)
    if not isinstance(twin, QuestionBase):
        yield problem(
            "step `{step}`: twin `{twin}` is not a question of this lesson; name the id of its exit question",
            step=step.id,
            twin=wanted,
        )
    elif {step.purpose, twin.purpose} != {"pre", "exit"}:
        yield problem(
            "step `{step}`: twin `{twin}` must be the exit question of a pre question",
            step=step.id,
            twin=wanted,
        )
    elif twin.twin not in (None, step.id):
        yield problem(
            "step `{step}`: its twin `{twin}` names another twin, `{other}`; let the two name each other",
            step=step.id,
            twin=wanted,
            other=twin.twin,
        )
