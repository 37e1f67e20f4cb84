"""Camera, reader and console together, with a camera that the test holds in its hands."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lessonapp.app.cards_eye import CardsEye
from lessonapp.ui.cards.model import CameraSetting
from tests.ui.cards.cameras import BUILT_IN, USB, FakeCameras
from tests.ui.cards.scene import scene

WAIT = 20_000
HELD = [(1, "A"), (2, "C"), (3, "D")]


@pytest.fixture
def cameras() -> FakeCameras:
    return FakeCameras(BUILT_IN, USB)


@pytest.fixture
def eye(qtbot: QtBot, qapp: QApplication, cameras: FakeCameras) -> Iterator[CardsEye]:
    made = CardsEye(cameras=cameras)
    made.set_seats(range(1, 13))
    made.set_setting(CameraSetting("usb", (1920, 1080)))
    made.turn_on()
    qtbot.waitUntil(lambda: bool(cameras.opened), timeout=WAIT)
    yield made
    made.close()
    made.deleteLater()


def state(eye: CardsEye) -> str:
    """Where pictures come from now; each time asked anew."""
    return eye.state


def look(qtbot: QtBot, cameras: FakeCameras, eye: CardsEye) -> list[int]:
    """The seats that one more frame of the open camera shows."""
    with qtbot.waitSignal(eye.looked, timeout=WAIT):
        cameras.opened[-1].frame(scene(HELD))
    seen = eye.take()
    assert seen is not None
    assert eye.take() is None
    return [reading.seat for reading in seen.sight.readings]


def test_the_camera_that_was_chosen_is_opened_and_read(
    qtbot: QtBot, eye: CardsEye, cameras: FakeCameras
) -> None:
    assert (cameras.opened[0].option, cameras.opened[0].size) == (USB, (1920, 1080))
    assert state(eye) == "starting"
    assert look(qtbot, cameras, eye) == [1, 2, 3]
    assert state(eye) == "running"
    assert [choice.id for choice in eye.choices()] == ["built-in", "usb"]


def test_pulled_out_and_plugged_in_again_it_is_read_again(
    qtbot: QtBot, eye: CardsEye, cameras: FakeCameras
) -> None:
    look(qtbot, cameras, eye)
    with qtbot.waitSignal(eye.cameras_changed):
        cameras.plug(BUILT_IN)
    assert state(eye) == "lost"
    assert [choice.id for choice in eye.choices()] == ["built-in"]
    cameras.plug(BUILT_IN, USB)
    assert look(qtbot, cameras, eye) == [1, 2, 3]
    assert state(eye) == "running"


def test_another_camera_or_size_is_taken_at_once_and_how_it_is_shown_disturbs_nothing(
    eye: CardsEye, cameras: FakeCameras
) -> None:
    setting = CameraSetting("usb", (1920, 1080))
    eye.set_setting(replace(setting, mirrored=False, blurred=False))
    assert len(cameras.opened) == 1
    eye.set_setting(replace(setting, size=(1280, 720)))
    assert cameras.opened[-1].size == (1280, 720)
    eye.set_setting(CameraSetting("built-in"))
    assert cameras.opened[-1].option == BUILT_IN
    assert [camera.closed for camera in cameras.opened] == [True, True, False]


def test_votes_of_three_frames_are_an_answer_and_nothing_before_the_round_is(
    qtbot: QtBot, eye: CardsEye, cameras: FakeCameras
) -> None:
    for _frame in range(3):
        look(qtbot, cameras, eye)
    eye.open_round("q1")
    answers: tuple[tuple[int, str], ...] = ()
    for _frame in range(4):
        with qtbot.waitSignal(eye.looked, timeout=WAIT):
            cameras.opened[-1].frame(scene(HELD))
        seen = eye.take()
        assert seen is not None
        assert seen.round == "q1"
        answers = seen.view.answers
    assert answers == tuple(HELD)


def test_a_busy_camera_is_tried_again(qtbot: QtBot, eye: CardsEye, cameras: FakeCameras) -> None:
    cameras.opened[-1].failed()
    assert state(eye) == "failed"
    eye.retry()
    look(qtbot, cameras, eye)
    assert state(eye) == "running"


def test_off_means_off(qtbot: QtBot, eye: CardsEye, cameras: FakeCameras) -> None:
    look(qtbot, cameras, eye)
    opened = cameras.opened[-1]
    eye.turn_off()
    assert opened.closed
    assert (state(eye), eye.take()) == ("off", None)
    eye.turn_on()
    qtbot.waitUntil(lambda: len(cameras.opened) == 2, timeout=WAIT)
    assert look(qtbot, cameras, eye) == [1, 2, 3]
