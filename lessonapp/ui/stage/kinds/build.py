"""Which picture a model asks for."""

from lessonapp.domain.question import (
    HotspotQuestion,
    MatchQuestion,
    MultipleQuestion,
    OrderQuestion,
    SingleQuestion,
    SortQuestion,
    TrueFalseQuestion,
)
from lessonapp.domain.step import (
    ActivityStep,
    BranchStep,
    ChatStep,
    DiscussionStep,
    HelpStep,
    PledgeStep,
    PollStep,
    SlideStep,
    StoryStep,
    SummaryStep,
    TitleStep,
    VideoStep,
)
from lessonapp.ui.stage.builder import Builder, Desk
from lessonapp.ui.stage.kinds.branch import build_branch
from lessonapp.ui.stage.kinds.chat import build_chat
from lessonapp.ui.stage.kinds.closing import build_ended, build_pause, build_summary
from lessonapp.ui.stage.kinds.help import build_help
from lessonapp.ui.stage.kinds.hotspot import build_hotspot
from lessonapp.ui.stage.kinds.lobby import build_lobby
from lessonapp.ui.stage.kinds.play import build_play, build_play_reveal
from lessonapp.ui.stage.kinds.pledge import build_pledge
from lessonapp.ui.stage.kinds.question import build_choice
from lessonapp.ui.stage.kinds.reveal import build_reveal
from lessonapp.ui.stage.kinds.slide import build_slide
from lessonapp.ui.stage.kinds.story import build_story
from lessonapp.ui.stage.kinds.talk import build_activity, build_discussion
from lessonapp.ui.stage.kinds.title import build_title
from lessonapp.ui.stage.kinds.video import build_video
from lessonapp.ui.stage.kinds.wheel import build_wheel, is_feelings
from lessonapp.ui.stage.model import StageModel


def is_title(model: StageModel) -> bool:
    """Whether the picture stands on the full art of a title."""
    if model.status != "running" or model.help_card or (model.lobby and model.join is not None):
        return False
    return model.step is None or isinstance(model.step, TitleStep)


def build(model: StageModel, desk: Desk) -> Builder:
    """The picture of a model, on a layer of its own."""
    b = Builder(model, desk)
    if model.status == "ended":
        build_ended(b)
    elif model.status == "paused":
        build_pause(b)
    elif model.help_card:
        build_help(b)
    elif model.lobby and model.join is not None:
        build_lobby(b, model.join)
    elif model.step is None or isinstance(model.step, TitleStep):
        build_title(b)
    else:
        _step(b)
    return b


def _step(b: Builder) -> None:
    revealed = b.model.phase == "revealed"
    match b.model.step:
        case SingleQuestion() | MultipleQuestion() | TrueFalseQuestion() as step:
            if revealed:
                build_reveal(b, step.prompt, step.options, _why(step))
            else:
                build_choice(b, step.prompt, step.options)
        case PollStep() as step:
            if is_feelings(step.options):
                build_wheel(b, step.prompt, step.options)
            elif revealed:
                build_reveal(b, step.prompt, step.options, [])
            else:
                build_choice(b, step.prompt, step.options)
        case OrderQuestion() | MatchQuestion() | SortQuestion() as step:
            (build_play_reveal if revealed else build_play)(b, step)
        case HotspotQuestion() as step:
            build_hotspot(b, step)
        case BranchStep() as step:
            build_branch(b, step)
        case _:
            _told(b)


def _why(step: SingleQuestion | MultipleQuestion | TrueFalseQuestion) -> list[str]:
    """What explains the answer, the fullest first; the first that fits is shown."""
    right = next(o for o in step.options if o.correct)
    parts = [part for part in (right.feedback, step.explanation) if part]
    if isinstance(step, MultipleQuestion):
        parts = parts[-1:]
    return ["\n".join(parts), *reversed(parts)] if parts else []


def _told(b: Builder) -> None:
    match b.model.step:
        case SlideStep() as step:
            build_slide(b, step)
        case StoryStep() as step:
            build_story(b, step)
        case ChatStep() as step:
            build_chat(b, step)
        case DiscussionStep() as step:
            build_discussion(b, step)
        case ActivityStep() as step:
            build_activity(b, step)
        case PledgeStep() as step:
            build_pledge(b, step)
        case SummaryStep() as step:
            build_summary(b, step)
        case HelpStep():
            build_help(b)
        case VideoStep() as step:
            build_video(b, step)
