"""Which screen is whose: plugged, swapped, remembered, unplugged."""

from dataclasses import dataclass
from typing import Any

import pytest

from lessonapp.ui.screens import pair_key, place


@dataclass(frozen=True)
class Plugged:
    called: str

    def name(self) -> str:
        return self.called


LAPTOP, PROJECTOR, THIRD = Plugged("laptop"), Plugged("projector"), Plugged("third")
BOTH = pair_key(["laptop", "projector"])


@pytest.mark.parametrize(
    ("screens", "remembered", "console", "stage"),
    [
        ([LAPTOP], {}, LAPTOP, LAPTOP),
        ([LAPTOP, PROJECTOR], {}, LAPTOP, PROJECTOR),
        ([PROJECTOR, LAPTOP], {}, LAPTOP, PROJECTOR),
        ([LAPTOP, PROJECTOR], {BOTH: "laptop"}, PROJECTOR, LAPTOP),
        ([LAPTOP, THIRD], {BOTH: "laptop"}, LAPTOP, THIRD),
        ([LAPTOP, PROJECTOR, THIRD], {}, LAPTOP, PROJECTOR),
    ],
)
def test_the_stage_goes_where_it_was_for_these_screens_else_to_the_other_one(
    screens: list[Any], remembered: dict[str, str], console: Plugged, stage: Plugged
) -> None:
    placed = place(screens, LAPTOP, remembered)  # type: ignore[arg-type]  # only names matter here
    assert (placed.console.name(), placed.stage.name()) == (console.name(), stage.name())
    assert placed.mirrored == (len(screens) == 1)
