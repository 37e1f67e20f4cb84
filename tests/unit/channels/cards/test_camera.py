"""A camera that comes, goes and fails; and frames in the formats that cameras have."""

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QCamera, QVideoFrame, QVideoFrameFormat
from pytestqt.qtbot import QtBot

from lessonapp.channels.cards.camera import Camera, CameraOption, QtCameras, grey_of
from lessonapp.channels.cards.sources import Picture
from tests.ui.cards.cameras import BUILT_IN, USB, FakeCameras

PICTURE: Picture = np.zeros((4, 6), np.uint8)


class Room:
    """A camera with what it offered and what it said of itself."""

    def __init__(self, *options: CameraOption) -> None:
        self.cameras = FakeCameras(*options)
        self.pictures: list[Picture] = []
        self.camera = Camera(self.pictures.append, self.cameras)
        self.said: list[str] = []
        self.camera.state_changed.connect(self.said.append)

    def works(self) -> None:
        """The open camera gives a frame."""
        self.cameras.opened[-1].frame(PICTURE)


def test_it_runs_once_a_frame_comes(qtbot: QtBot) -> None:
    room = Room(BUILT_IN)
    room.camera.start()
    assert room.said == ["starting"]
    room.works()
    assert room.said == ["starting", "running"]
    assert len(room.pictures) == 1
    room.camera.stop()
    assert room.said[-1] == "off"
    assert room.cameras.opened[0].closed
    room.works()
    assert len(room.pictures) == 1, "what was on its way when it was turned off is dropped"


def test_no_camera_is_waited_for(qtbot: QtBot) -> None:
    room = Room()
    room.camera.start()
    assert room.said == ["none"]
    room.cameras.plug(USB)
    room.works()
    assert room.said == ["none", "starting", "running"]
    room.camera.stop()


def test_unplugged_and_plugged_in_again_it_goes_on_by_itself(qtbot: QtBot) -> None:
    room = Room(BUILT_IN, USB)
    room.camera.choose("usb", (1920, 1080))
    room.camera.start()
    room.works()
    room.cameras.plug(BUILT_IN)
    assert room.said[-1] == "lost"
    assert room.cameras.opened[-1].closed
    room.cameras.plug(BUILT_IN, USB)
    room.works()
    assert room.said[-1] == "running"
    assert (room.cameras.opened[-1].option, room.cameras.opened[-1].size) == (USB, (1920, 1080))
    room.camera.stop()


def test_another_camera_is_taken_when_the_teacher_says_so(qtbot: QtBot) -> None:
    room = Room(BUILT_IN, USB)
    room.camera.choose("usb", (1280, 720))
    room.camera.start()
    room.cameras.plug(BUILT_IN)
    room.camera.choose("built-in", (640, 480))
    room.works()
    assert room.said[-1] == "running"
    assert room.cameras.opened[-1].option == BUILT_IN
    room.cameras.plug(BUILT_IN, USB)
    assert len([c for c in room.cameras.opened if not c.closed]) == 1
    room.camera.stop()


def test_a_camera_that_another_program_has_can_be_tried_again(qtbot: QtBot) -> None:
    room = Room(USB)
    room.camera.start()
    room.cameras.opened[-1].failed()
    assert room.said == ["starting", "failed"]
    room.camera.retry()
    room.works()
    assert room.said[-1] == "running"
    room.camera.stop()


def test_a_camera_that_says_nothing_has_failed(qtbot: QtBot) -> None:
    room = Room(USB)
    room.camera._silence.setInterval(20)
    with qtbot.waitSignal(room.camera.state_changed, check_params_cb=lambda state: state == "failed"):
        room.camera.start()
    assert room.cameras.opened[-1].closed


def test_the_machines_own_cameras_can_be_listed_and_watched(qtbot: QtBot) -> None:
    cameras = QtCameras()
    changes: list[int] = []
    cameras.watch(lambda: changes.append(1))
    cameras._devices.videoInputsChanged.emit()
    assert changes == [1]
    assert all(option.id and option.name for option in cameras.options())


def test_a_frame_of_an_open_camera_arrives_as_grey_until_it_is_closed(qtbot: QtBot) -> None:
    cameras, pictures, failures = QtCameras(), list[Picture](), list[str]()
    opened = cameras.open(USB, (1280, 720), pictures.append, lambda: failures.append("failed"))
    sink = opened._sink  # type: ignore[attr-defined]
    with qtbot.waitSignal(sink.videoFrameChanged):
        sink.setVideoFrame(frame_of(Format.Format_NV12))
    qtbot.waitUntil(lambda: len(pictures) == 1)
    assert np.array_equal(pictures[0], RAMP)
    opened._on_error(QCamera.Error.CameraError, "busy")  # type: ignore[attr-defined]
    assert failures == ["failed"]
    with qtbot.waitSignal(opened.destroyed):  # type: ignore[attr-defined]
        opened.close()
    assert len(pictures) == 1


RAMP = np.arange(48 * 64, dtype=np.uint32).reshape(48, 64) % 251


def frame_of(kind: QVideoFrameFormat.PixelFormat, step: int = 1, first: int = 0) -> QVideoFrame:
    """A frame whose brightness is RAMP."""
    frame = QVideoFrame(QVideoFrameFormat(QSize(64, 48), kind))
    assert frame.map(QVideoFrame.MapMode.WriteOnly)
    plane = np.frombuffer(frame.bits(0), np.uint8)
    rows = plane[: frame.bytesPerLine(0) * 48].reshape(48, frame.bytesPerLine(0))
    rows[:] = 7
    rows[:, first : 64 * step : step] = RAMP
    frame.unmap()
    return frame


Format = QVideoFrameFormat.PixelFormat


@pytest.mark.parametrize(
    ("kind", "step", "first"),
    [
        (Format.Format_Y8, 1, 0),
        (Format.Format_NV12, 1, 0),
        (Format.Format_NV21, 1, 0),
        (Format.Format_YUV420P, 1, 0),
        (Format.Format_YUV422P, 1, 0),
        (Format.Format_YUYV, 2, 0),
        (Format.Format_UYVY, 2, 1),
    ],
)
def test_brightness_is_read_straight_from_the_frame(
    kind: QVideoFrameFormat.PixelFormat, step: int, first: int
) -> None:
    frame = frame_of(kind, step, first)
    frame.setMirrored(True)
    grey = grey_of(frame)
    assert grey is not None
    assert np.array_equal(grey, RAMP), "whatever is said about showing it, what is read is never mirrored"
    assert not frame.isMapped()


def test_a_colour_frame_is_read_too_and_never_mirrored() -> None:
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    for x in range(64):
        for y in range(48):
            image.setPixel(x, y, 0xFFFFFFFF if x < 20 else 0xFF000000)
    frame = QVideoFrame(image)
    frame.setMirrored(True)
    grey = grey_of(frame)
    assert grey is not None
    assert grey.shape == (48, 64)
    assert (grey[:, :20] == 255).all()
    assert (grey[:, 20:] == 0).all()


def test_a_frame_of_a_turned_phone_is_upright() -> None:
    frame = frame_of(Format.Format_Y8)
    frame.setRotation(type(frame.rotation()).Clockwise90)
    grey = grey_of(frame)
    assert grey is not None
    assert np.array_equal(grey, np.rot90(RAMP, -1))


def test_an_empty_frame_is_no_picture() -> None:
    assert grey_of(QVideoFrame()) is None
