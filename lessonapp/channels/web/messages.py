"""What pages send, checked to the letter; a message that is no such thing is refused."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError

Token = Annotated[str, StringConstraints(max_length=100)]
Code = Annotated[str, StringConstraints(max_length=20)]
Part = Annotated[str, StringConstraints(max_length=130)]


class _Message(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True, extra="ignore")


class RoomRequest(_Message):
    """A question which seats are free."""

    code: Code


class JoinRequest(_Message):
    """A seat, please: a number, or the lowest free one."""

    code: Code
    seat: Annotated[int, Field(ge=1, le=9999)] | None = None
    token: Token | None = None
    language: Annotated[str, StringConstraints(max_length=20)] | None = None


class AnswerMessage(_Message):
    """An answer to the step on the stage."""

    type: Literal["answer"]
    step: Annotated[str, StringConstraints(max_length=100)]
    choice: Annotated[list[Part], Field(max_length=24)]


class GotoRequest(_Message):
    """Show this step."""

    step: Annotated[str, StringConstraints(max_length=100)]


class SwitchRequest(_Message):
    """On or off."""

    on: bool = True


class TimerRequest(_Message):
    """So many seconds more."""

    seconds: Annotated[int, Field(ge=1, le=600)] = 10


_ANSWER = TypeAdapter(AnswerMessage)


def read_answer(text: str) -> AnswerMessage | None:
    """The answer in a message; None where the message is no answer."""
    try:
        return _ANSWER.validate_json(text)
    except ValidationError:
        return None
