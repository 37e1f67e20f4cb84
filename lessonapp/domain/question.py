"""Questions: what is asked, what can be chosen, and what is right."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from lessonapp.domain.errors import fault, problem
from lessonapp.domain.fields import Line, Slug, Text
from lessonapp.domain.scene import Scene
from lessonapp.domain.step_base import Choosable, Option, PictureFile, StepBase, unique_ids
from lessonapp.domain.value import Value

Purpose = Literal["pre", "practice", "exit"]


class QuestionBase(StepBase):
    """What every scored or diagnostic question has."""

    kind: Literal["question"]
    purpose: Purpose = "practice"
    twin: Slug | None = None
    prompt: Line
    seconds: Annotated[int, Field(ge=5, le=600)] | None = None
    explanation: Text | None = None
    scene: Scene | None = None
    picture: PictureFile | None = None


class _OptionQuestion(QuestionBase):
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=4)]

    @property
    def correct(self) -> tuple[str, ...]:
        """Ids of the right options."""
        return tuple(o.id for o in self.options if o.correct)

    @model_validator(mode="after")
    def _ids(self) -> Self:
        unique_ids("options", self.options)
        return self


class SingleQuestion(_OptionQuestion):
    """One right option of two to four."""

    type: Literal["single"]

    @model_validator(mode="after")
    def _one_right(self) -> Self:
        if len(self.correct) != 1:
            raise fault(
                problem(
                    "a single question has one `correct: true`, this one has {count}; mark "
                    "the one right option",
                    count=len(self.correct),
                )
            )
        return self

    @property
    def right_place(self) -> int:
        """Where the right option stands, from 0."""
        return next(place for place, option in enumerate(self.options) if option.correct)

    @property
    def right_is_longest(self) -> bool:
        """Whether the right option has more letters than each of the others."""
        right = self.options[self.right_place]
        return all(len(right.text) > len(other.text) for other in self.options if other is not right)


class MultipleQuestion(_OptionQuestion):
    """Any number of right options, at least one."""

    type: Literal["multiple"]

    @model_validator(mode="after")
    def _some_right(self) -> Self:
        if not self.correct:
            raise fault(problem("a multiple question has at least one `correct: true`"))
        return self


class TrueFalseQuestion(_OptionQuestion):
    """Two options, one right."""

    type: Literal["true-false"]

    @model_validator(mode="after")
    def _two(self) -> Self:
        if len(self.options) != 2 or len(self.correct) != 1:
            raise fault(problem("a true-false question has two options, one of them `correct: true`"))
        return self


class Item(Choosable):
    """A thing to be put in order; the right order is the order in the file."""


class OrderQuestion(QuestionBase):
    """Put the items in order."""

    type: Literal["order"]
    items: Annotated[tuple[Item, ...], Field(min_length=3, max_length=6)]

    @model_validator(mode="after")
    def _ids(self) -> Self:
        unique_ids("items", self.items)
        return self

    @property
    def correct(self) -> tuple[str, ...]:
        """Item ids in the right order."""
        return tuple(i.id for i in self.items)


class Pair(Value):
    """A left part and the right part it belongs to; both answer to the pair's id."""

    id: Slug
    left: Line
    right: Line
    left_picture: PictureFile | None = None
    right_picture: PictureFile | None = None
    feedback: Text | None = None


class MatchQuestion(QuestionBase):
    """Match left parts with right parts."""

    type: Literal["match"]
    pairs: Annotated[tuple[Pair, ...], Field(min_length=2, max_length=5)]

    @model_validator(mode="after")
    def _ids(self) -> Self:
        unique_ids("pairs", self.pairs)
        return self

    @property
    def correct(self) -> tuple[str, ...]:
        """`left:right` of every pair."""
        return tuple(f"{p.id}:{p.id}" for p in self.pairs)


class Bucket(Value):
    """A group that items are sorted into."""

    id: Slug
    text: Line
    picture: PictureFile | None = None


class SortItem(Choosable):
    """A thing to be sorted, with the bucket it belongs to."""

    bucket: Slug


class SortQuestion(QuestionBase):
    """Sort items into buckets."""

    type: Literal["sort"]
    buckets: Annotated[tuple[Bucket, ...], Field(min_length=2, max_length=4)]
    items: Annotated[tuple[SortItem, ...], Field(min_length=2, max_length=12)]

    @model_validator(mode="after")
    def _ids(self) -> Self:
        unique_ids("buckets", self.buckets)
        unique_ids("items", self.items)
        known = {b.id for b in self.buckets}
        for item in self.items:
            if item.bucket not in known:
                raise fault(
                    problem(
                        "item `{item}` names bucket `{bucket}`, which is not in `buckets`; "
                        "use one of their ids",
                        item=item.id,
                        bucket=item.bucket,
                    )
                )
        return self

    @property
    def correct(self) -> tuple[str, ...]:
        """`item:bucket` of every item."""
        return tuple(f"{i.id}:{i.bucket}" for i in self.items)


_ROUNDED = 0.001
"""Three decimals are exact enough for a spot."""


class Spot(Choosable):
    """A place in the picture: left, top, width and height as fractions of it, 0 to 1."""

    x: Annotated[float, Field(ge=0, le=1)]
    y: Annotated[float, Field(ge=0, le=1)]
    w: Annotated[float, Field(gt=0, le=1)]
    h: Annotated[float, Field(gt=0, le=1)]
    correct: bool = False

    @model_validator(mode="after")
    def _inside(self) -> Self:
        if max(self.x + self.w, self.y + self.h) > 1 + _ROUNDED:
            raise fault(
                problem("reaches out of the picture; `x` and `w` together are at most 1, so are `y` and `h`")
            )
        return self


class HotspotQuestion(QuestionBase):
    """Find the places in a picture or scene."""

    type: Literal["hotspot"]
    spots: Annotated[tuple[Spot, ...], Field(min_length=2, max_length=8)]

    @model_validator(mode="after")
    def _ids(self) -> Self:
        unique_ids("spots", self.spots)
        if not self.correct:
            raise fault(problem("a hotspot question has at least one spot with `correct: true`"))
        if self.scene is None and self.picture is None:
            raise fault(problem("a hotspot question needs a `scene` or a `picture` to look at"))
        return self

    @property
    def correct(self) -> tuple[str, ...]:
        """Ids of the right spots."""
        return tuple(s.id for s in self.spots if s.correct)


Question = Annotated[
    SingleQuestion
    | MultipleQuestion
    | TrueFalseQuestion
    | OrderQuestion
    | MatchQuestion
    | SortQuestion
    | HotspotQuestion,
    Field(discriminator="type"),
]
OPTION_TYPES = (SingleQuestion, MultipleQuestion, TrueFalseQuestion)


def known_choices(question: QuestionBase) -> frozenset[str]:
    """Every part that an answer to the question may hold."""
    match question:
        case SingleQuestion() | MultipleQuestion() | TrueFalseQuestion():
            return frozenset(o.id for o in question.options)
        case OrderQuestion():
            return frozenset(i.id for i in question.items)
        case MatchQuestion():
            return frozenset(f"{a.id}:{b.id}" for a in question.pairs for b in question.pairs)
        case SortQuestion():
            return frozenset(f"{i.id}:{b.id}" for i in question.items for b in question.buckets)
        case HotspotQuestion():
            return frozenset(s.id for s in question.spots)
    raise TypeError(type(question).__name__)
