"""From a session to what the stage shows."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from lessonapp.domain.answer import takes_hands
from lessonapp.domain.lesson import Lesson
from lessonapp.domain.question import QuestionBase
from lessonapp.domain.route import chosen_path, following
from lessonapp.domain.school import Contact
from lessonapp.domain.state import Respondent, Round, SessionState
from lessonapp.domain.step import BranchStep, Step, SummaryStep, beats, is_round_step
from lessonapp.domain.tally import THE_CLASS, Tally, in_teams, tally
from lessonapp.session.lesson_session import LessonSession
from lessonapp.ui.stage.model import Aim, Join, StageModel, aim_words


@dataclass(frozen=True, slots=True)
class StageSetting:
    """What surrounds a lesson on the stage and does not change while it is taught."""

    folder: Path | None = None
    contacts: tuple[Contact, ...] = ()
    help_line: str = ""
    large_text: bool = False
    high_contrast: bool = False


@dataclass(frozen=True, slots=True)
class StageLook:
    """What the teacher chose for the stage just now; none of it is journalled."""

    black: bool = False
    help_card: bool = False
    respondent: Respondent = THE_CLASS
    setting: StageSetting = field(default_factory=StageSetting)
    join: Join | None = None
    lobby: bool = False
    card: bool = True


def stage_model(session: LessonSession, view: StageLook) -> StageModel:
    """What the stage shows of a session now."""
    lesson, state, step = session.lesson, session.state, session.step
    current = state.round
    scored = [s for s in lesson.steps(state.block) if isinstance(s, QuestionBase)]
    steps = list(lesson.steps(state.block))
    revealed = current is not None and current.phase == "revealed"
    return StageModel(
        lesson=lesson,
        folder=view.setting.folder,
        large_text=view.setting.large_text,
        high_contrast=view.setting.high_contrast,
        step=step,
        phase=state.phase,
        beat=state.beat,
        round_number=current.number if current else 0,
        tally=tally(step, current, state) if step is not None and is_round_step(step) else None,
        status=state.status,
        black=view.black,
        help_card=view.help_card,
        class_label=state.opened.class_label,
        interactive=takes_clicks(session),
        respondent=view.respondent,
        own_choice=_own_choice(current, view.respondent),
        teams=len(state.teams) if step is not None and in_teams(step, current, state) else 0,
        teams_answered=frozenset(team for _, team in current.answers if team) if current else frozenset(),
        path=chosen_path(state, step) if isinstance(step, BranchStep) and revealed else None,
        question_number=next((i for i, s in enumerate(scored, 1) if s is step), 0),
        question_count=len(scored),
        contacts=view.setting.contacts,
        help_line=view.setting.help_line,
        pledge_lines=state.pledge_lines.get(step.id, ()) if step is not None else (),
        stamps=state.stamps.get(step.id, 0) if step is not None else 0,
        goal=_goal(scored, state),
        aims=aims(lesson, state) if isinstance(step, SummaryStep) else (),
        position=next((i for i, s in enumerate(steps) if s is step), 0),
        positions=len(steps),
        join=view.join,
        lobby=view.lobby,
        card=view.card,
        seats=len(state.present),
    )


def _goal(scored: Sequence[QuestionBase], state: SessionState) -> tuple[int, int]:
    """Questions that the class has worked through, and how many there are."""
    return sum(_worked_through(step, state) for step in scored), len(scored)


def _worked_through(step: QuestionBase, state: SessionState) -> bool:
    """Its answer was talked over; before the lesson, where nothing is put right, it was answered."""
    enough = ("closed", "revealed") if step.purpose == "pre" else ("revealed",)
    return any(known.phase in enough for known in state.rounds.get(step.id, ()))


def next_model(session: LessonSession, view: StageLook) -> StageModel | None:
    """What the next step will look like; None at the end of the lesson."""
    lesson, state = session.lesson, session.state
    step = following(lesson, state)
    if step is None:
        return None
    steps = list(lesson.steps(state.block))
    scored = [s for s in steps if isinstance(s, QuestionBase)]
    return StageModel(
        lesson=lesson,
        folder=view.setting.folder,
        large_text=view.setting.large_text,
        high_contrast=view.setting.high_contrast,
        step=step,
        beat=beats(step),
        class_label=state.opened.class_label,
        question_number=next((i for i, s in enumerate(scored, 1) if s is step), 0),
        question_count=len(scored),
        contacts=view.setting.contacts,
        help_line=view.setting.help_line,
        position=next((i for i, s in enumerate(steps) if s is step), 0),
        positions=len(steps),
    )


def coming_model(session: LessonSession, view: StageLook) -> StageModel | None:
    """What Continue will put on the stage, as far as it is known by now; None where it brings no picture."""
    match session.action.kind:
        case "start" | "next":
            model = next_model(session, view)
            return replace(model, beat=1) if model is not None else None
        case "more" | "reveal" as kind:
            bare = replace(view, black=False, help_card=False, lobby=False)
            now = stage_model(session, bare)
            return replace(now, beat=now.beat + 1) if kind == "more" else replace(now, phase="revealed")
    return None


def aims(lesson: Lesson, state: SessionState) -> tuple[Aim, ...]:
    """What the class knew before and knows now, a line for each pair of twin questions asked twice."""
    found = []
    for step in lesson.steps():
        if not isinstance(step, QuestionBase) or step.purpose != "pre" or step.twin is None:
            continue
        twin = lesson.step(step.twin)
        before, after = _first_tally(step, state), _first_tally(twin, state)
        if before is None or after is None or not before.answered or not after.answered:
            continue
        found.append(
            Aim(
                text=aim_words(step),
                before_right=before.correct or 0,
                before_asked=before.answered,
                after_right=after.correct or 0,
                after_asked=after.answered,
            )
        )
    return tuple(found[:3])


def _first_tally(step: Step, state: SessionState) -> Tally | None:
    rounds = state.rounds.get(step.id, ())
    return tally(step, rounds[0], state) if rounds else None


def takes_clicks(session: LessonSession) -> bool:
    """Whether clicks on the stage answer now: on the shared screen always, else where hands cannot tell."""
    state, step = session.state, session.step
    if state.phase != "open" or state.status != "running":
        return False
    return state.channel == "screen" or (step is not None and not takes_hands(step))


def _own_choice(current: Round | None, respondent: Respondent) -> tuple[str, ...]:
    given = current.answers.get(respondent) if current is not None else None
    return given.choice if given is not None else ()
