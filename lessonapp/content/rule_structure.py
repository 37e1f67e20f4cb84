"""Strict rules on the shape of a lesson: minutes, blocks, paths, help, its tags."""

import re
from collections.abc import Iterator
from datetime import date

from lessonapp.content.faults import Fault, Level
from lessonapp.content.reader import LoadedLesson
from lessonapp.content.rules import (
    BULLETIN_MINUTES,
    LIMITS,
    SENSITIVE_TOPICS,
    Rules,
    is_bulletin,
    is_law,
)
from lessonapp.domain.competences import CODES, LEVELS, competence_code
from lessonapp.domain.errors import problem
from lessonapp.domain.lesson import Block
from lessonapp.domain.step import (
    ActivityStep,
    BranchStep,
    ChatStep,
    DiscussionStep,
    PledgeStep,
    StoryStep,
    is_round_step,
)
from lessonapp.domain.step_base import StepBase

BLOCK_MINUTES = range(8, 16)
QUIET_MINUTES = 4
_COMPETENCE = re.compile(r"[1-6]\.[1-9][a-z]?\.([A-Z]{2}[12])[a-z]?")


def structure_faults(loaded: LoadedLesson, rules: Rules) -> Iterator[Fault]:
    """Faults of minutes, blocks, help steps and tags."""
    yield from _minutes(loaded)
    yield from _paths(loaded)
    yield from _help(loaded)
    yield from _quiet_time(loaded)
    yield from _tags(loaded)
    yield from _sources(loaded, rules)
    if not is_bulletin(loaded):
        yield from _papers(loaded)


def _minutes(loaded: LoadedLesson) -> Iterator[Fault]:
    lesson = loaded.lesson
    limits = LIMITS[lesson.audience]
    total = sum(longest_path(block) for block in lesson.blocks)
    if total != lesson.minutes:
        what = problem(
            "the steps take {sum} minutes, the lesson says {minutes}", sum=total, minutes=lesson.minutes
        )
        yield loaded.fault(("minutes",), what, code="minutes")
    if is_bulletin(loaded):
        yield from _bulletin(loaded)
        return
    if lesson.minutes != limits.minutes:
        what = problem(
            "a lesson for {audience} takes {minutes} minutes",
            audience=lesson.audience,
            minutes=limits.minutes,
        )
        yield loaded.fault(("minutes",), what, code="minutes")
    if len(lesson.blocks) != limits.blocks:
        what = problem(
            "{count} blocks; a lesson for {audience} has {limit}",
            count=len(lesson.blocks),
            audience=lesson.audience,
            limit=limits.blocks,
        )
        yield loaded.fault(("blocks",), what, code="blocks")
    for index, block in enumerate(lesson.blocks):
        minutes = longest_path(block)
        if minutes not in BLOCK_MINUTES:
            what = problem("the block takes {minutes} minutes; it works alone in 8 to 15", minutes=minutes)
            yield loaded.fault(("blocks", index), what, code="minutes")


def _bulletin(loaded: LoadedLesson) -> Iterator[Fault]:
    lesson = loaded.lesson
    if lesson.minutes != BULLETIN_MINUTES:
        yield loaded.fault(("minutes",), problem("a bulletin takes 5 minutes"), code="minutes")
    for name, value in (("date", lesson.date), ("expires", lesson.expires)):
        if value is None:
            yield loaded.fault((), problem("a bulletin needs `{field}`; add it", field=name), code="bulletin")
        elif not _is_day(value):
            what = problem("`{day}` is no day of the calendar; correct it", day=value)
            yield loaded.fault((name,), what, code="bulletin")
    if lesson.date and lesson.expires and lesson.expires <= lesson.date:
        yield loaded.fault(
            ("expires",), problem("expires before it begins; write a later date"), code="bulletin"
        )


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def following(block: Block, index: int) -> list[int]:
    """The places in the block where a step can lead; its length is the end."""
    place = {step.id: i for i, step in enumerate(block.steps)}
    step = block.steps[index]
    if isinstance(step, BranchStep):
        return sorted({place[option.goto] for option in step.options})
    return [place[step.next] if step.next else index + 1]


def longest_path(block: Block) -> int:
    """Minutes of the longest way through a block."""
    best = [0] * (len(block.steps) + 1)
    for index in reversed(range(len(block.steps))):
        best[index] = block.steps[index].minutes + max(best[i] for i in following(block, index))
    return best[0]


def _paths(loaded: LoadedLesson) -> Iterator[Fault]:
    for b, block in enumerate(loaded.lesson.blocks):
        reached = {0}
        for index in range(len(block.steps)):
            if index in reached:
                reached.update(following(block, index))
        for index in range(len(block.steps)):
            if index not in reached:
                what = problem("no path leads to this step; correct `goto` and `next` of the steps before")
                yield loaded.fault(("blocks", b, "steps", index), what, code="paths")
        if sum(step.minutes for step in block.steps) != longest_path(block):
            what = problem(
                "only the longest path of a branch carries minutes; write `minutes: 0` on the others"
            )
            yield loaded.fault(("blocks", b), what, code="minutes")


def _help(loaded: LoadedLesson) -> Iterator[Fault]:
    steps = list(loaded.lesson.steps())
    if not any(step.kind == "help" for step in steps[:2]):
        yield loaded.fault(("blocks", 0), problem("step 1 or 2 must be a `help` step"), code="help")
    if steps[-1].kind != "help":
        last = ("blocks", len(loaded.lesson.blocks) - 1, "steps", len(loaded.lesson.blocks[-1].steps) - 1)
        yield loaded.fault(last, problem("the last step must be a `help` step"), code="help")
    if loaded.lesson.topic in SENSITIVE_TOPICS and not loaded.lesson.teacher.sensitive:
        what = problem("the topic `{topic}` is sensitive; write `sensitive: true`", topic=loaded.lesson.topic)
        yield loaded.fault(("teacher", "sensitive"), what, code="sensitive")


def has_something_to_do(step: StepBase) -> bool:
    """Whether the class answers, talks, moves or searches in the step."""
    if isinstance(step, StoryStep):
        return step.question is not None
    if isinstance(step, ChatStep):
        return any(message.flag for message in step.messages)
    return is_round_step(step) or isinstance(step, DiscussionStep | ActivityStep | PledgeStep)


def _quiet_time(loaded: LoadedLesson) -> Iterator[Fault]:
    level: Level = "warning" if loaded.lesson.audience == "adults" else "error"
    quiet = 0
    for b, block in enumerate(loaded.lesson.blocks):
        for s, step in enumerate(block.steps):
            before = quiet
            quiet = 0 if has_something_to_do(step) else quiet + step.minutes
            if before <= QUIET_MINUTES < quiet:
                what = problem(
                    "{minutes} minutes with nothing for the class to do; at most 4, add a question",
                    minutes=quiet,
                )
                yield loaded.fault(("blocks", b, "steps", s), what, level, "activity")


def _tags(loaded: LoadedLesson) -> Iterator[Fault]:
    lesson = loaded.lesson
    levels = LEVELS[lesson.audience]
    if not lesson.objectives:
        yield loaded.fault(("objectives",), problem("no objective; write one"), code="tags")
    if levels and not lesson.competences and not is_bulletin(loaded):
        what = problem("no competence; name at least one, like `4.2.{level}`", level=levels[0])
        yield loaded.fault(("competences",), what, code="tags")
    for index, code in enumerate(lesson.competences):
        match = _COMPETENCE.fullmatch(code)
        if match is None or competence_code(code) not in CODES or (levels and match[1] not in levels):
            what = problem(
                "`{code}` is not a competence of this audience; write it like `4.2.{level}`",
                code=code,
                level=" / ".join(levels) or "CB1",
            )
            yield loaded.fault(("competences", index), what, code="tags")


def _papers(loaded: LoadedLesson) -> Iterator[Fault]:
    """A lesson goes home, works with no projector, and is read over the loudspeaker."""
    for field, what in (
        (
            "family_note",
            problem("no family note; write what the family is told, and one thing to do together"),
        ),
        ("worksheet", problem("no worksheet; write the lesson as one page that works with no projector")),
        ("broadcast", problem("no broadcast text; write what is read over the school’s loudspeaker")),
    ):
        if getattr(loaded.lesson, field) is None:
            yield loaded.fault((field,), what, code="papers")
    if not loaded.lesson.strands:
        what = problem("no strand; name at least one, like `privacy-security`")
        yield loaded.fault(("strands",), what, code="tags")


def _sources(loaded: LoadedLesson, rules: Rules) -> Iterator[Fault]:
    if not loaded.lesson.sources:
        what = problem("no source; name the keys of FACTS.md that the lesson rests on, like H1")
        yield loaded.fault(("sources",), what, code="sources")
    for index, key in enumerate(loaded.lesson.sources):
        known = rules.sources.get(key)
        if is_law(key) and (known is None or loaded.lesson.audience not in known.audiences):
            continue  # told with the law that is allowed
        if known is None:
            what = problem("`{key}` is not a key of FACTS.md; correct it", key=key)
        elif known.confidence == "L":
            what = problem("`{key}` is too uncertain (L) for a lesson; take another fact", key=key)
        elif loaded.lesson.audience not in known.audiences:
            what = problem("`{key}` is not for this audience; take another fact", key=key)
        else:
            continue
        yield loaded.fault(("sources", index), what, code="sources")
