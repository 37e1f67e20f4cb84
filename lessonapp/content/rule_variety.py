"""Strict rules on what a lesson is made of: kinds of steps, twins, options, replays."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lessonapp.content.faults import Fault, Place
from lessonapp.content.reader import LoadedLesson
from lessonapp.content.rule_questions import placed_steps
from lessonapp.content.rule_structure import following
from lessonapp.content.rules import Rules, is_bulletin
from lessonapp.domain.errors import problem
from lessonapp.domain.lesson import Block
from lessonapp.domain.look import LETTERS
from lessonapp.domain.question import QuestionBase, SingleQuestion
from lessonapp.domain.step import is_round_step
from lessonapp.domain.step_base import StepBase

ONE_OF: tuple[tuple[frozenset[str], str], ...] = (
    (frozenset({"story", "chat"}), "`story` / `chat`"),
    (frozenset({"discussion", "activity"}), "`discussion` / `activity`"),
    (
        frozenset({"branch", "sort", "match", "order", "hotspot"}),
        "`branch` / `sort` / `match` / `order` / `hotspot`",
    ),
)
"""Of each group a lesson has at least one step."""
REPLAY = {"week": 2, "month": 1}
HABIT_QUESTIONS = 4
HABIT_SHARE = 0.6
PARTS: dict[str, tuple[str, ...]] = {
    "options": ("text",),
    "items": ("text",),
    "buckets": ("text",),
    "spots": ("text",),
    "pairs": ("left", "right"),
}
"""Lists of a step that are chosen from -> the texts that tell their members apart."""


class _Told(NamedTuple):
    place: Place
    id: str
    text: str


def variety_faults(loaded: LoadedLesson, _rules: Rules) -> Iterator[Fault]:
    """Faults of the lesson's make-up."""
    if not is_bulletin(loaded):
        yield from _kinds(loaded)
        yield from _replay(loaded)
        yield from _habits(loaded)
    yield from _begins(loaded)
    yield from _twin_types(loaded)
    yield from _on_any_path(loaded)
    for place, step in placed_steps(loaded):
        yield from _alike(loaded, place, step)


def _kinds(loaded: LoadedLesson) -> Iterator[Fault]:
    there = {kind for step in loaded.lesson.steps() for kind in (step.kind, getattr(step, "type", ""))}
    for group, names in ONE_OF:
        if not there & group:
            what = problem("no step of {kinds}; a lesson has at least one of them", kinds=names)
            yield loaded.fault(("blocks",), what, code="kinds")


def _begins(loaded: LoadedLesson) -> Iterator[Fault]:
    """A lesson begins with a story or something to choose, not with a page that explains."""
    for place, step in placed_steps(loaded):
        if step.kind not in ("title", "help"):
            if step.kind == "slide":
                what = problem("the lesson begins with a page to read; begin with a story or a choice")
                yield loaded.fault(place, what, code="kinds")
            return


def _replay(loaded: LoadedLesson) -> Iterator[Fault]:
    for field, wanted in REPLAY.items():
        named: Sequence[str] = getattr(loaded.lesson.replay, field, ())
        place: Place = ("replay", field) if loaded.lesson.replay is not None else ("replay",)
        if len(named) != wanted:
            what = problem(
                "`{field}` names {count} questions to ask again; name {limit}, as in "
                "`replay: {{week: [id, id], month: [id]}}`",
                field=field,
                count=len(named),
                limit=wanted,
            )
            yield loaded.fault(place, what, code="replay")
        elif len(set(named)) != wanted:
            what = problem("`{field}` names `{id}` twice; name two questions", field=field, id=named[0])
            yield loaded.fault(place, what, code="replay")
    if (replay := loaded.lesson.replay) is not None:
        for index, name in enumerate(replay.month):
            if name in replay.week:
                what = problem("`{id}` is asked again after a week already; name another question", id=name)
                yield loaded.fault(("replay", "month", index), what, code="replay")


def _habits(loaded: LoadedLesson) -> Iterator[Fault]:
    """Within one lesson too the right answer is not found by its place or its length."""
    right: list[tuple[Place, int, bool]] = []
    for place, step in placed_steps(loaded):
        if isinstance(step, SingleQuestion) and len(step.options) >= 3:
            right.append(((*place, "options", step.right_place), step.right_place, step.right_is_longest))
    if len(right) < HABIT_QUESTIONS:
        return
    for index in range(4):
        same = [place for place, where, _longest in right if where == index]
        if len(same) > HABIT_SHARE * len(right):
            what = problem(
                "{letter} is right in {count} of {total} single questions of this lesson; move some",
                letter=LETTERS[index],
                count=len(same),
                total=len(right),
            )
            yield loaded.fault(same[-1], what, code="habits")
    long = [place for place, _where, longest in right if longest]
    if len(long) > HABIT_SHARE * len(right):
        what = problem(
            "the longest answer is right in {count} of {total} single questions of this lesson; shorten some",
            count=len(long),
            total=len(right),
        )
        yield loaded.fault(long[-1], what, code="habits")


def _twin_types(loaded: LoadedLesson) -> Iterator[Fault]:
    """Before and after are compared: both are asked in the same way, with as many options to guess from."""
    asked = {step.id: step for step in loaded.lesson.steps() if isinstance(step, QuestionBase)}
    for place, step in placed_steps(loaded):
        if not isinstance(step, QuestionBase) or step.purpose != "pre" or step.twin not in asked:
            continue
        here, there = _shape(step), _shape(asked[step.twin])
        if here != there:
            what = problem(
                "its twin `{twin}` is `{there}`, this is `{here}`; ask both alike, they are compared",
                twin=step.twin,
                there=there,
                here=here,
            )
            yield loaded.fault(place, what, code="twins")


def _on_any_path(loaded: LoadedLesson) -> Iterator[Fault]:
    """What is asked before and after is asked whichever way the class votes."""
    for place, step in placed_steps(loaded):
        if isinstance(step, QuestionBase) and step.purpose != "practice":
            block, index = loaded.lesson.blocks[int(place[1])], int(place[3])
            if _can_pass(block, index):
                what = problem(
                    "`purpose: {purpose}` on one path of a branch only; move it to where all paths meet",
                    purpose=step.purpose,
                )
                yield loaded.fault(place, what, code="paths")


def _can_pass(block: Block, index: int) -> bool:
    """Whether a way through the block leaves a step out."""
    reached = {0}
    for here in range(len(block.steps)):
        if here in reached and here != index:
            reached.update(following(block, here))
    return len(block.steps) in reached


def _shape(step: QuestionBase) -> str:
    options: Sequence[object] = getattr(step, "options", ())
    kind = getattr(step, "type", "")
    return f"{kind}, {len(options)}" if options else str(kind)


def _alike(loaded: LoadedLesson, place: Place, step: StepBase) -> Iterator[Fault]:
    if not is_round_step(step):
        return
    for field, names in PARTS.items():
        members = tuple(getattr(step, field, ()))
        for name in names:
            told = [
                _Told((*place, field, i, name), member.id, getattr(member, name))
                for i, member in enumerate(members)
            ]
            for one, other in _same(told):
                what = problem("says the same as `{id}`; two choices are never alike", id=other.id)
                yield loaded.fault(one.place, what, code="alike")
        told = [
            _Told((*place, field, i, "feedback"), member.id, member.feedback)
            for i, member in enumerate(members)
            if getattr(member, "feedback", None)
        ]
        for one, other in _same(told):
            what = problem("the feedback of `{id}` again; say what is true of this choice", id=other.id)
            yield loaded.fault(one.place, what, code="alike")


def _same(told: Sequence[_Told]) -> Iterator[tuple[_Told, _Told]]:
    """Every text that one before it says already, with that one."""
    first: dict[str, _Told] = {}
    for one in told:
        other = first.setdefault(" ".join(one.text.casefold().split()).strip(" .!?…"), one)
        if other is not one:
            yield one, other
