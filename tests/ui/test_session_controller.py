"""A click on the stage on its way to an answer that is saved."""

from collections.abc import Sequence
from concurrent.futures import Future

from pytestqt.qtbot import QtBot

from lessonapp.domain.events import Event
from lessonapp.session.memory import MemoryJournal
from lessonapp.session.ports import NotSavingError
from lessonapp.ui.session_controller import SessionController
from lessonapp.ui.stage_models import StageSetting
from tests.builders import session


class FullDisk(MemoryJournal):
    """Keeps nothing from a moment on."""

    full = False

    def append(self, events: Sequence[Event]) -> Future[None]:
        if not self.full:
            return super().append(events)
        refused: Future[None] = Future()
        refused.set_exception(NotSavingError("the disk is full"))
        return refused


def test_a_click_that_counts_no_more_is_told(qtbot: QtBot) -> None:
    taught = session(channel="screen")
    controller = SessionController(taught, StageSetting())
    taught.goto("q3")
    with qtbot.waitSignal(controller.refused) as told:
        controller.stage_choice(("a",))
    assert told.args == ["not-open"]


def test_a_click_that_cannot_be_saved_is_told(qtbot: QtBot) -> None:
    journal = FullDisk()
    taught = session(channel="screen", journal=journal)
    controller = SessionController(taught, StageSetting())
    taught.goto("q3")
    taught.open_round()
    journal.full = True
    with qtbot.waitSignal(controller.refused) as told:
        controller.stage_choice(("a",))
    assert told.args == ["not-saving"]
