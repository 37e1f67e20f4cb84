"""The step kinds of a lesson."""

from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from lessonapp.domain.errors import fault, problem
from lessonapp.domain.fields import Line, Slug, Text
from lessonapp.domain.question import Question, QuestionBase, known_choices
from lessonapp.domain.scene import Scene, Who
from lessonapp.domain.step_base import Choosable, PictureFile, StepBase, unique_ids
from lessonapp.domain.value import Value


class TitleStep(StepBase):
    """Opens the lesson in its audience's theme."""

    kind: Literal["title"]
    subtitle: Line | None = None


class SlideStep(StepBase):
    """A heading, a body and a picture; `reveal` shows the body line by line."""

    kind: Literal["slide"]
    heading: Line
    body: Text | None = None
    scene: Scene | None = None
    picture: PictureFile | None = None
    reveal: bool = False


class Speech(Value):
    """One speech bubble."""

    who: Who
    text: Line


class Panel(Scene):
    """One comic panel: a scene with what is said and told in it."""

    speech: tuple[Speech, ...] = Field(default=(), max_length=2)
    caption: Line | None = None

    @model_validator(mode="after")
    def _speakers(self) -> Self:
        present = {a.who for a in self.actors}
        for bubble in self.speech:
            if bubble.who not in present:
                raise fault(
                    problem(
                        "`{who}` speaks but is not among the panel's `actors`; add them there", who=bubble.who
                    )
                )
        return self


class StoryStep(StepBase):
    """Comic panels shown one by one."""

    kind: Literal["story"]
    heading: Line | None = None
    panels: Annotated[tuple[Panel, ...], Field(min_length=1, max_length=6)]
    question: Line | None = None


class Message(Value):
    """One message of a drawn chat; `flag` says why it is a warning sign."""

    who: Line
    text: Line
    flag: Line | None = None


class ChatStep(StepBase):
    """A drawn messenger thread, message by message, with warning signs the class looks for."""

    kind: Literal["chat"]
    app: Line
    heading: Line | None = None
    owner: Line | None = None
    messages: Annotated[tuple[Message, ...], Field(min_length=1, max_length=8)]


class PollStep(StepBase):
    """An opinion or a feeling: no right answer, never in a score."""

    kind: Literal["poll"]
    prompt: Line
    options: Annotated[tuple[Choosable, ...], Field(min_length=2, max_length=4)]
    seconds: Annotated[int, Field(ge=5, le=600)] | None = None
    scene: Scene | None = None

    @model_validator(mode="after")
    def _ids(self) -> Self:
        unique_ids("options", self.options)
        return self


class BranchOption(Choosable):
    """A path of the story and the step it leads to."""

    goto: Slug


class BranchStep(StepBase):
    """The class votes, and the story goes there."""

    kind: Literal["branch"]
    prompt: Line
    options: Annotated[tuple[BranchOption, ...], Field(min_length=2, max_length=4)]
    seconds: Annotated[int, Field(ge=5, le=600)] | None = None
    scene: Scene | None = None

    @model_validator(mode="after")
    def _ids(self) -> Self:
        unique_ids("options", self.options)
        return self


class DiscussionStep(StepBase):
    """Think, pair, share, with a timer."""

    kind: Literal["discussion"]
    prompt: Line
    mode: Literal["think-pair-share", "pairs", "groups", "whole-class"] = "think-pair-share"
    prompts: tuple[Line, ...] = Field(default=(), max_length=4)
    scene: Scene | None = None


class ActivityStep(StepBase):
    """Away from the screen: draw, move, sort, role-play, sing."""

    kind: Literal["activity"]
    heading: Line | None = None
    instructions: Annotated[tuple[Line, ...], Field(min_length=1, max_length=5)]
    materials: tuple[Line, ...] = Field(default=(), max_length=6)
    mode: Literal["draw", "move", "sort", "role-play", "song", "write", "game", "calm"] = "game"
    scene: Scene | None = None


class PledgeStep(StepBase):
    """The class writes what it will remember together."""

    kind: Literal["pledge"]
    heading: Line | None = None
    lines: Annotated[tuple[Line, ...], Field(min_length=1, max_length=4)]
    own_lines: Annotated[int, Field(ge=0, le=4)] = 1


class HelpStep(StepBase):
    """Who can help: trusted adult, 111, and the school's own contacts."""

    kind: Literal["help"]
    opening: Line | None = None


class VideoStep(StepBase):
    """A local film with captions; `from` and `to` in seconds."""

    kind: Literal["video"]
    file: Annotated[str, StringConstraints(pattern=r"^pictures/[a-z0-9._-]+\.(mp4|webm|mkv)$")]
    captions: Annotated[str, StringConstraints(pattern=r"^pictures/[a-z0-9._-]+\.(vtt|srt)$")]
    from_: Annotated[float, Field(ge=0, le=36000, alias="from")] = 0
    to: Annotated[float, Field(gt=0, le=36000)] | None = None
    heading: Line | None = None

    @model_validator(mode="after")
    def _forward(self) -> Self:
        if self.to is not None and self.to <= self.from_:
            raise fault(problem("the film ends before it begins; `to` is a later second than `from`"))
        return self


class SummaryStep(StepBase):
    """The key message, three things to remember, and what to tell at home."""

    kind: Literal["summary"]
    heading: Line | None = None
    remember: Annotated[tuple[Line, ...], Field(min_length=1, max_length=3)]
    at_home: Line | None = None


Step = Annotated[
    TitleStep
    | SlideStep
    | StoryStep
    | ChatStep
    | Question
    | PollStep
    | BranchStep
    | DiscussionStep
    | ActivityStep
    | PledgeStep
    | HelpStep
    | VideoStep
    | SummaryStep,
    Field(discriminator="kind"),
]
RoundStep = QuestionBase | PollStep | BranchStep
"""A step that is answered in rounds."""


def is_round_step(step: StepBase) -> bool:
    """Whether the step is answered: a question, a poll or a branch."""
    return isinstance(step, RoundStep)


def choices_of(step: StepBase) -> frozenset[str]:
    """Every part that an answer to the step may hold; none where nothing is asked."""
    if isinstance(step, PollStep | BranchStep):
        return frozenset(o.id for o in step.options)
    return known_choices(step) if isinstance(step, QuestionBase) else frozenset()


def step_title(step: StepBase) -> str:
    """The step's name in the console's list."""
    if step.title:
        return step.title
    for field in ("heading", "prompt", "opening", "subtitle"):
        value = getattr(step, field, None)
        if value:
            return str(value)
    return step.remember[0] if isinstance(step, SummaryStep) else step.id


def beats(step: StepBase) -> int:
    """How many times Continue shows something more before the step is whole."""
    match step:
        case SlideStep() if step.reveal and step.body:
            return len([line for line in step.body.splitlines() if line.strip()])
        case StoryStep():
            return len(step.panels)
        case ChatStep():
            return len(step.messages) + (1 if any(m.flag for m in step.messages) else 0)
    return 1
