"""Every state of every step, and what does not fit in it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF

from lessonapp.domain.lesson import Lesson
from lessonapp.domain.question import MatchQuestion, QuestionBase, SortQuestion
from lessonapp.domain.school import Contact
from lessonapp.domain.state import Phase
from lessonapp.domain.step import BranchStep, PledgeStep, Step, SummaryStep, beats, is_round_step
from lessonapp.domain.tally import Tally, countable
from lessonapp.ui.stage.model import Aim, StageModel, aim_words
from lessonapp.ui.stage.scene import StageScene, TextBox
from lessonapp.ui.stage.theme import SAFE

PHASES: tuple[Phase, ...] = ("waiting", "open", "closed", "revealed")
ASKED = 34
TOUCH = 5.0  # line boxes may share so much without ink meeting


@dataclass(frozen=True, slots=True)
class State:
    """One state a step can be in, by name."""

    name: str
    model: StageModel


@dataclass(frozen=True, slots=True)
class Misfit:
    """A text that the class could not read as it stands."""

    step: str
    state: str
    text: str
    what: str


def states_of(
    lesson: Lesson,
    step: Step,
    folder: Path | None = None,
    contacts: tuple[Contact, ...] = (),
    help_line: str = "",
) -> list[State]:
    """Every state a step can be in, with made-up counts."""
    steps = list(lesson.steps())
    scored = [s for s in steps if isinstance(s, QuestionBase)]
    common: dict[str, object] = {
        "lesson": lesson,
        "folder": folder,
        "step": step,
        "contacts": contacts,
        "help_line": help_line,
        "question_number": next((i for i, s in enumerate(scored, 1) if s is step), 0),
        "question_count": len(scored),
        "goal": (min(_questions_before(steps, step), len(scored)), len(scored)),
        "position": next((i for i, s in enumerate(steps) if s is step), 0),
        "positions": len(steps),
    }

    def made(name: str, **more: object) -> State:
        return State(name, StageModel(**{**common, **more}))  # type: ignore[arg-type]

    if is_round_step(step):
        return list(_round_states(step, made))
    count = beats(step)
    if count > 1:
        return [made(f"beat-{beat}", beat=beat) for beat in range(1, count + 1)]
    if isinstance(step, SummaryStep):
        return [made("shown"), made("with-aims", aims=_aims(lesson))]
    if isinstance(step, PledgeStep):
        own = {"pledge_lines": (step.lines[0],), "stamps": ASKED - 3}
        return [made("shown"), made("stamped", **own)]
    return [made("shown")]


def _questions_before(steps: list[Step], step: Step) -> int:
    """Questions up to and with a step."""
    at = next((i for i, s in enumerate(steps) if s is step), 0)
    return sum(isinstance(s, QuestionBase) for s in steps[: at + 1])


def _round_states(step: Step, made: Callable[..., State]) -> Iterator[State]:
    for phase in PHASES:
        more: dict[str, object] = {"phase": phase, "tally": made_up_tally(step, phase)}
        if phase == "open":
            more |= {"interactive": True, "round_number": 1}
        elif phase != "waiting":
            more["round_number"] = 1
        if phase == "revealed" and isinstance(step, BranchStep):
            more["path"] = step.options[0].id
        yield made(phase, **more)
        if phase == "open" and isinstance(step, MatchQuestion | SortQuestion):
            yield made("laid", **more, own_choice=step.correct)  # everything in its place, not yet sent


def made_up_tally(step: Step, phase: Phase) -> Tally:
    """Counts of a class of 34: most are right."""
    keys = countable(step)
    total = 0 if phase == "waiting" else 27
    share = dict.fromkeys(keys, 0)
    right = getattr(step, "correct", ()) if isinstance(step, QuestionBase) else ()
    if total:
        rest = total
        for index, key in enumerate(keys):
            part = (
                rest
                if index == len(keys) - 1
                else 19
                if key in right or (not right and not index)
                else rest // 5
            )
            share[key] = min(part, rest)
            rest -= share[key]
    correct = max(share.values()) if isinstance(step, QuestionBase) else None
    return Tally(counts=share, answered=total, asked=ASKED, correct=correct, by_channel={}, missing=())


def _aims(lesson: Lesson) -> tuple[Aim, ...]:
    found = [
        Aim(aim_words(step), 20, ASKED, 31, ASKED)
        for step in lesson.steps()
        if isinstance(step, QuestionBase) and step.purpose == "pre" and step.twin is not None
    ]
    return tuple(found[:3]) or (
        Aim(lesson.objectives[0] if lesson.objectives else lesson.title, 20, 34, 31, 34),
    )


def lesson_states(lesson: Lesson, folder: Path | None, help_line: str = "") -> Iterator[tuple[str, State]]:
    """The pictures that belong to no step: before the first, pause, end, help card."""
    common = {"lesson": lesson, "folder": folder, "step": None, "help_line": help_line}
    for name, more in (
        ("lobby", {}),
        ("pause", {"status": "paused"}),
        ("ended", {"status": "ended"}),
        ("help-card", {"help_card": True}),
    ):
        yield "", State(name, StageModel(**{**common, **more}))  # type: ignore[arg-type]


def audit_lesson(
    lesson: Lesson, folder: Path | None, contacts: tuple[Contact, ...] = (), help_line: str = ""
) -> list[Misfit]:
    """What does not fit, of every step in every state."""
    scene = StageScene(reduce_motion=True)
    found: list[Misfit] = []
    seen: set[tuple[str, str, str]] = set()
    for step_id, state in all_states(lesson, folder, contacts, help_line):
        scene.show_model(state.model, animate=False)
        for text, _box, what in faults_of(scene):
            if (step_id, text, what) not in seen:
                seen.add((step_id, text, what))
                found.append(Misfit(step_id, state.name, text, what))
    return found


def all_states(
    lesson: Lesson, folder: Path | None, contacts: tuple[Contact, ...], help_line: str
) -> Iterator[tuple[str, State]]:
    """Everything that a lesson can show, with the step it belongs to."""
    yield from lesson_states(lesson, folder, help_line)
    for step in lesson.steps():
        for state in states_of(lesson, step, folder, contacts, help_line):
            yield step.id, state


def faults_of(scene: StageScene) -> Iterator[tuple[str, tuple[float, float, float, float], str]]:
    """What is wrong with the picture that a scene shows."""
    boxes = scene.text_boxes()
    for fault in scene.faults:
        yield fault, (0, 0, 0, 0), "cannot be drawn"
    for box in boxes:
        place = (box.x, box.y, box.w, box.h)
        if not box.fits:
            yield box.text, place, f"does not fit, not even at {box.px} of 900: shorten it"
        if box.px < box.least:
            yield box.text, place, f"smaller than {box.least} of 900"
        left, top, right, bottom = SAFE
        if box.x < left - 22 or box.y < top - 2 or box.x + box.w > right + 2 or box.y + box.h > bottom + 6:
            yield box.text, place, "outside the safe area"
    yield from _overlaps(boxes)


def _overlaps(boxes: list[TextBox]) -> Iterator[tuple[str, tuple[float, float, float, float], str]]:
    for index, first in enumerate(boxes):
        for second in boxes[index + 1 :]:
            a, b = _ink(first), _ink(second)
            if a.intersects(b):
                yield first.text, (first.x, first.y, first.w, first.h), f"lies over “{second.text[:30]}”"


def _ink(box: TextBox) -> QRectF:
    less = min(TOUCH, box.h / 8)
    return QRectF(box.x, box.y, box.w, box.h).adjusted(1, less, -1, -less)
