"""How replays are named: in the journal, and wherever a lesson is."""

from typing import Literal, get_args

Spacing = Literal["week", "month"]
SPACINGS: tuple[Spacing, ...] = get_args(Spacing)


def replay_id(lesson: str, spacing: Spacing) -> str:
    """The id of a lesson's replay."""
    return f"{lesson}-replay-{spacing}"


def spacing_of(lesson: str) -> Spacing | None:
    """Which replay an id names; None for a lesson itself."""
    return next((spacing for spacing in SPACINGS if lesson.endswith(replay_id("", spacing))), None)


def base_of(lesson: str) -> str:
    """The lesson that a replay's questions come from; of a lesson its own id."""
    spacing = spacing_of(lesson)
    return lesson.removesuffix(replay_id("", spacing)) if spacing else lesson
