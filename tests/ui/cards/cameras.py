"""Cameras that a test plugs in and pulls out."""

from collections.abc import Callable, Sequence

from lessonapp.channels.cards.camera import CameraOption
from lessonapp.channels.cards.sources import Picture

BUILT_IN = CameraOption("built-in", "Laptop", ((640, 480), (1280, 720)))
USB = CameraOption("usb", "Webcam USB", ((1280, 720), (1920, 1080)))


class FakeCamera:
    """A camera that is on until it is closed."""

    def __init__(
        self,
        option: CameraOption,
        size: tuple[int, int],
        frame: Callable[[Picture], None],
        failed: Callable[[], None],
    ) -> None:
        self.option, self.size, self.frame, self.failed = option, size, frame, failed
        self.closed = False

    def close(self) -> None:
        self.closed = True


class FakeCameras:
    """Cameras that are plugged in and pulled out by the test."""

    def __init__(self, *options: CameraOption) -> None:
        self.there = list(options)
        self.opened: list[FakeCamera] = []
        self._changed: Callable[[], None] = lambda: None

    def options(self) -> Sequence[CameraOption]:
        return tuple(self.there)

    def watch(self, changed: Callable[[], None]) -> None:
        self._changed = changed

    def open(
        self,
        option: CameraOption,
        size: tuple[int, int],
        frame: Callable[[Picture], None],
        failed: Callable[[], None],
    ) -> FakeCamera:
        self.opened.append(FakeCamera(option, size, frame, failed))
        return self.opened[-1]

    def plug(self, *options: CameraOption) -> None:
        self.there = list(options)
        self._changed()
