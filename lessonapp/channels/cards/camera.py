"""Cameras by way of Qt: frames become grey arrays here and nowhere else, and only ever in memory."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

import numpy as np
from PySide6.QtCore import QByteArray, QObject, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import (
    QCamera,
    QCameraDevice,
    QCameraFormat,
    QMediaCaptureSession,
    QMediaDevices,
    QVideoFrame,
    QVideoFrameFormat,
    QVideoSink,
)

from lessonapp.channels.cards.sources import Picture

CameraState = Literal["off", "starting", "running", "none", "lost", "failed"]
USUAL_SIZE = (1280, 720)
SILENCE_MS = 5000
"""A camera that another program holds often says nothing at all."""
RATE = 10.0

_Format = QVideoFrameFormat.PixelFormat
_LUMA_PLANE = {
    _Format.Format_Y8,
    _Format.Format_NV12,
    _Format.Format_NV21,
    _Format.Format_YUV420P,
    _Format.Format_YUV422P,
    _Format.Format_YV12,
    _Format.Format_IMC1,
    _Format.Format_IMC2,
    _Format.Format_IMC3,
    _Format.Format_IMC4,
}
_LUMA_BYTE = {
    _Format.Format_YUYV: 0,
    _Format.Format_UYVY: 1,
    _Format.Format_P010: 1,  # the high byte
    _Format.Format_P016: 1,
    _Format.Format_Y16: 1,
}
_RED_GREEN_BLUE = {
    _Format.Format_ARGB8888: (1, 2, 3),
    _Format.Format_XRGB8888: (1, 2, 3),
    _Format.Format_BGRA8888: (2, 1, 0),
    _Format.Format_BGRX8888: (2, 1, 0),
    _Format.Format_ABGR8888: (3, 2, 1),
    _Format.Format_XBGR8888: (3, 2, 1),
    _Format.Format_RGBA8888: (0, 1, 2),
    _Format.Format_RGBX8888: (0, 1, 2),
}
"""Where the colours lie among the four bytes of a pixel."""


@dataclass(frozen=True, slots=True)
class CameraOption:
    """A camera that can be chosen, and the sizes it has, small to large."""

    id: str
    name: str
    sizes: tuple[tuple[int, int], ...]


class OpenCamera(Protocol):
    """A camera that is on."""

    def close(self) -> None:
        """Turn it off."""


class Cameras(Protocol):
    """The cameras of a machine."""

    def options(self) -> Sequence[CameraOption]:
        """Those that are plugged in, the system's usual one first."""

    def watch(self, changed: Callable[[], None]) -> None:
        """Call when one is plugged in or pulled out."""

    def open(
        self,
        option: CameraOption,
        size: tuple[int, int],
        frame: Callable[[Picture], None],
        failed: Callable[[], None],
    ) -> OpenCamera:
        """Turn one on."""


def grey_of(frame: QVideoFrame) -> Picture | None:
    """The brightness of a frame, upright and never mirrored; None where it cannot be read."""
    kind = frame.pixelFormat()
    if kind not in _LUMA_PLANE and kind not in _LUMA_BYTE and kind not in _RED_GREEN_BLUE:
        return _grey_of_image(frame)
    if not frame.map(QVideoFrame.MapMode.ReadOnly):
        return None
    try:
        high, line = frame.height(), frame.bytesPerLine(0)
        plane = np.frombuffer(frame.bits(0), np.uint8)[: line * high].reshape(high, line)
        grey = _grey_of_plane(plane, kind, frame.width())
    finally:
        frame.unmap()
    return np.ascontiguousarray(np.rot90(grey, -(frame.rotation().value // 90)))


def _grey_of_plane(plane: Picture, kind: QVideoFrameFormat.PixelFormat, wide: int) -> Picture:
    """A copy: the plane is gone once the frame is no longer mapped."""
    if kind in _RED_GREEN_BLUE:
        places = _RED_GREEN_BLUE[kind]
        red, green, blue = (plane[:, place : wide * 4 : 4].astype(np.uint16) for place in places)
        return ((77 * red + 150 * green + 29 * blue) >> 8).astype(np.uint8)
    step = 1 if kind in _LUMA_PLANE else 2
    return plane[:, _LUMA_BYTE.get(kind, 0) : wide * step : step].copy()


def _grey_of_image(frame: QVideoFrame) -> Picture | None:
    """The slow way, for packed pictures and other rare formats."""
    frame.setMirrored(False)
    image = frame.toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    if image.isNull():
        return None
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width()].copy()


class QtCameras(QObject):
    """The cameras that Qt knows of."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._devices = QMediaDevices(self)

    def options(self) -> Sequence[CameraOption]:
        """Those that are plugged in, the system's usual one first."""
        usual = QMediaDevices.defaultVideoInput().id()
        inputs = sorted(QMediaDevices.videoInputs(), key=lambda device: device.id() != usual)
        return [CameraOption(_text(d.id()), d.description(), _sizes(d)) for d in inputs]

    def watch(self, changed: Callable[[], None]) -> None:
        """Call when one is plugged in or pulled out."""
        self._devices.videoInputsChanged.connect(changed)

    def open(
        self,
        option: CameraOption,
        size: tuple[int, int],
        frame: Callable[[Picture], None],
        failed: Callable[[], None],
    ) -> OpenCamera:
        """Turn one on."""
        device = next((d for d in QMediaDevices.videoInputs() if _text(d.id()) == option.id), None)
        return _QtCamera(device or QMediaDevices.defaultVideoInput(), size, frame, failed, self)


class _QtCamera(QObject):
    """One camera that is on: its frames go into a sink, and from there as arrays to whoever reads."""

    def __init__(
        self,
        device: QCameraDevice,
        size: tuple[int, int],
        frame: Callable[[Picture], None],
        failed: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._frame, self._failed = frame, failed
        self._camera = QCamera(device, self)
        self._sink = QVideoSink(self)
        self._session = QMediaCaptureSession(self)
        chosen = _format(device, size)
        if chosen is not None:
            self._camera.setCameraFormat(chosen)
        self._session.setCamera(self._camera)
        self._session.setVideoSink(self._sink)
        self._sink.videoFrameChanged.connect(self._on_frame)
        self._camera.errorOccurred.connect(self._on_error)
        self._camera.start()

    def close(self) -> None:
        """Turn it off."""
        self._sink.videoFrameChanged.disconnect(self._on_frame)
        self._camera.errorOccurred.disconnect(self._on_error)
        self._camera.stop()
        self.deleteLater()

    def _on_frame(self, frame: QVideoFrame) -> None:
        picture = grey_of(frame)
        if picture is not None:
            self._frame(picture)

    def _on_error(self, error: QCamera.Error, _text: str) -> None:
        if error != QCamera.Error.NoError:
            self._failed()


class Camera(QObject):
    """The camera that the teacher chose: on, off, and back by itself once it is plugged in again."""

    state_changed = Signal(str)
    cameras_changed = Signal()

    def __init__(
        self, offer: Callable[[Picture], None], cameras: Cameras | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._offer = offer
        self._cameras = cameras or QtCameras(self)
        self._cameras.watch(self._on_changed)
        self._open: OpenCamera | None = None
        self._wanted = False
        self._id, self._size = "", USUAL_SIZE
        self._used = ""
        self.state: CameraState = "off"
        self._silence = QTimer(self, singleShot=True, interval=SILENCE_MS)
        self._silence.timeout.connect(self._on_failed)

    def options(self) -> Sequence[CameraOption]:
        """The cameras that can be chosen."""
        return self._cameras.options()

    def current(self) -> CameraOption | None:
        """The camera that is used, or would be."""
        options = self.options()
        return next((o for o in options if o.id == self._id), options[0] if options else None)

    def choose(self, camera_id: str, size: tuple[int, int]) -> None:
        """Take another camera or another size; where it is not there, the system's usual one."""
        self._id, self._size = camera_id, size
        if self._wanted:
            self._restart()

    def start(self) -> None:
        """Turn the camera on; where there is none, wait for one."""
        if not self._wanted:
            self._wanted = True
            self._restart()

    def stop(self) -> None:
        """Turn the camera off."""
        self._wanted = False
        self._close()
        self._say("off")

    def retry(self) -> None:
        """Try again what failed."""
        if self._wanted:
            self._restart()

    def _restart(self) -> None:
        self._close()
        option = self.current()
        if option is None:
            self._say("lost" if self._used else "none")
            return
        self._used = option.id
        self._say("starting")
        self._silence.start()
        self._open = self._cameras.open(option, self._size, self._on_picture, self._on_failed)

    def _close(self) -> None:
        self._silence.stop()
        opened, self._open = self._open, None
        if opened is not None:
            opened.close()

    def _on_picture(self, picture: Picture) -> None:
        if self._open is None:
            return  # it was on its way when the camera was turned off
        self._silence.start()
        self._say("running")
        self._offer(picture)

    def _on_failed(self) -> None:
        self._close()
        there = any(option.id == self._used for option in self.options())
        self._say("failed" if there else "lost")

    def _on_changed(self) -> None:
        self.cameras_changed.emit()
        if not self._wanted:
            return
        there = {option.id for option in self.options()}
        if self._used not in there:
            self._close()
            self._say("lost" if self._used else "none")
        if self._open is None and there and (self._used in there or not self._used):
            self._restart()

    def _say(self, state: CameraState) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit(state)


def _text(device_id: QByteArray) -> str:
    return bytes(device_id.data()).decode("utf-8", "replace")


def _sizes(device: QCameraDevice) -> tuple[tuple[int, int], ...]:
    """Sizes that come often enough in a second; very large ones take the reader too long."""
    sizes = {
        (f.resolution().width(), f.resolution().height())
        for f in device.videoFormats()
        if f.maxFrameRate() >= RATE and 640 <= f.resolution().width() <= 1920
    }
    return tuple(sorted(sizes))


def _format(device: QCameraDevice, size: tuple[int, int]) -> QCameraFormat | None:
    """The format nearest to a size, and among those one whose brightness is cheap to read."""
    formats = [f for f in device.videoFormats() if f.maxFrameRate() >= RATE] or list(device.videoFormats())

    def distance(form: QCameraFormat) -> tuple[int, bool, float]:
        wide, high = form.resolution().width(), form.resolution().height()
        cheap = form.pixelFormat() in _LUMA_PLANE or form.pixelFormat() in _LUMA_BYTE
        return abs(wide - size[0]) + abs(high - size[1]), not cheap, abs(form.maxFrameRate() - 30)

    return min(formats, key=distance, default=None)
