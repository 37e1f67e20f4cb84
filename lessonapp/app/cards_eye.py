"""Camera or file, and the thread that reads: everything of the cards that has to be switched on and off."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from lessonapp.app.collector import Collector
from lessonapp.domain.errors import TeacherError
from lessonapp.ui.cards.model import CameraChoice, CameraSetting, SourceState
from lessonapp.ui.cards.words import source_words

if TYPE_CHECKING:  # numpy, OpenCV and Qt's cameras are loaded when the teacher turns to cards, never before
    from lessonapp.channels.cards.camera import Camera, Cameras
    from lessonapp.channels.cards.sources import FileSource
    from lessonapp.channels.cards.sources_reader import CardReader, Look

log = logging.getLogger(__name__)


class CardsEye(QObject):
    """Gives looks while it is on; calm where camera, media library or picture library are missing."""

    looked = Signal()
    """There is a new look: `take` gives it."""
    source_changed = Signal()
    cameras_changed = Signal()
    refused = Signal(str)
    """A file cannot be read, and why."""
    _loaded = Signal(bool)

    def __init__(self, parent: QObject | None = None, cameras: Cameras | None = None) -> None:
        super().__init__(parent)
        self.file = ""
        self.shows = True
        self._cameras = cameras
        self._state: SourceState = "off"
        self._setting = CameraSetting()
        self._seats: frozenset[int] = frozenset()
        self._key: object = None
        self._choices: tuple[CameraChoice, ...] = ()
        self._on = False
        self._reader: CardReader | None = None
        self._camera: Camera | None = None
        self._source: FileSource | None = None
        self._loading: threading.Thread | None = None
        self._lock = threading.Lock()
        self._collector = Collector(self)
        self._look: Look | None = None
        self._waiting: Path | None = None
        self._loaded.connect(self._on_loaded, Qt.ConnectionType.QueuedConnection)

    @property
    def state(self) -> SourceState:
        """Where pictures come from now."""
        return self._state

    def turn_on(self) -> None:
        """Load what is needed, in a thread of its own, then start the camera."""
        if self._on:
            return
        self._on = True
        self._collector.start()
        self._say("starting")
        if self._loading is None or not self._loading.is_alive():
            self._loading = threading.Thread(target=self._load, name="cards-start", daemon=True)
            self._loading.start()

    def close(self) -> None:
        """Off for good; returns once every thread has ended."""
        self.turn_off()
        if self._loading is not None:
            self._loading.join()
            self._loading = None
        self._collector.stop()

    def turn_off(self) -> None:
        """Stop camera and reading; what is still being loaded is not waited for."""
        self._on, self._waiting = False, None
        self._drop_file()
        if self._camera is not None:
            self._camera.stop()
            self._camera.deleteLater()
            self._camera = None
        if self._reader is not None:
            self._reader.stop()
            self._reader = None
        with self._lock:
            self._look = None
        self._say("off")

    def take(self) -> Look | None:
        """The newest look, once."""
        with self._lock:
            taken, self._look = self._look, None
        return taken

    def set_seats(self, seats: Iterable[int]) -> None:
        """The seats whose cards count."""
        self._seats = frozenset(seats)
        if self._reader is not None:
            self._reader.set_seats(self._seats)

    def open_round(self, key: object) -> None:
        """Cards are answers from now on."""
        self._key = key
        if self._reader is not None:
            self._reader.open_round(key)
        if self._source is not None:
            self._source.again()

    def close_round(self) -> None:
        """Answers stand as they are."""
        self._key = None
        if self._reader is not None:
            self._reader.close_round()

    def set_shows(self, shows: bool) -> None:
        """Whether anybody looks at the picture."""
        self.shows = shows
        if self._reader is not None:
            self._reader.shows = shows

    def set_setting(self, setting: CameraSetting) -> None:
        """Another camera, another size, blurred or not."""
        before, self._setting = self._setting, setting
        if self._reader is not None:
            self._reader.blurred = setting.blurred
        if self._camera is None:
            return
        if (before.camera, before.size) != (setting.camera, setting.size):
            self._camera.choose(setting.camera, setting.size)
            self.use_camera()

    def choices(self) -> tuple[CameraChoice, ...]:
        """The cameras there are."""
        return self._choices

    def retry(self) -> None:
        """Try the camera again."""
        if self._camera is not None:
            self._camera.retry()

    def read_file(self, path: Path) -> None:
        """Read a picture or a video instead of the camera, as soon as everything is loaded."""
        if self._state == "no-library":
            self.refused.emit(" ".join(source_words("no-library")))
            return
        if self._reader is None:
            self._waiting = path
            return
        from lessonapp.channels.cards.sources import FileSource

        try:
            source = FileSource(path, self._reader.offer)
        except TeacherError as error:
            self.refused.emit(str(error))
            return
        self._drop_file()
        if self._camera is not None:
            self._camera.stop()
        self._source, self.file = source, path.name
        self._reader.learns = False
        source.start()
        self._say("file")

    def use_camera(self) -> None:
        """Back from a file to the camera."""
        self._drop_file()
        if self._camera is not None:
            self._camera.start()
            self._say(self._camera.state)
        elif self._reader is not None:
            self._say("no-cameras")

    def _drop_file(self) -> None:
        source, self._source, self.file = self._source, None, ""
        if source is not None:
            source.stop()
        if self._reader is not None:
            self._reader.learns = True

    def _load(self) -> None:
        """Import the heavy parts, so that the window goes on meanwhile. Qt's own parts are not among them:
        two threads that import from Qt at once bring the program down.
        """
        try:
            import lessonapp.channels.cards.sources_reader  # noqa: F401 - for whoever comes next
        except Exception:
            log.warning("cards cannot be read here", exc_info=True)
            self._loaded.emit(False)
            return
        self._loaded.emit(True)

    def _on_loaded(self, complete: bool) -> None:
        if not self._on or self._reader is not None:
            return
        if not complete:
            self._say("no-library")
            return
        from lessonapp.channels.cards.sources_reader import CardReader

        self._reader = CardReader(self._seats, self._on_look)
        self._reader.blurred, self._reader.shows = self._setting.blurred, self.shows
        self._reader.start()
        if self._key is not None:
            self._reader.open_round(self._key)
        waiting, self._waiting = self._waiting, None
        self._make_camera()
        if waiting is not None:
            self.read_file(waiting)

    def _make_camera(self) -> None:
        assert self._reader is not None  # it reads what the camera gives
        try:
            from lessonapp.channels.cards.camera import Camera
        except ImportError:
            log.warning("there are no cameras here", exc_info=True)
            self._say("no-cameras")
            return

        self._camera = Camera(self._reader.offer, self._cameras, self)
        self._camera.state_changed.connect(self._on_camera)
        self._camera.cameras_changed.connect(self._on_cameras)
        self._on_cameras()
        self._camera.choose(self._setting.camera, self._setting.size)
        self._camera.start()

    def _on_look(self, look: Look) -> None:
        """In the reader's thread: keep the newest, and say so once."""
        with self._lock:
            said = self._look is not None
            self._look = look
        if not said:
            self.looked.emit()

    def _on_camera(self, state: SourceState) -> None:
        if self._on and self._source is None:
            self._say(state)

    def _on_cameras(self) -> None:
        """Asked once and not at every answer: a camera has dozens of formats."""
        options = self._camera.options() if self._camera is not None else ()
        self._choices = tuple(CameraChoice(option.id, option.name, option.sizes) for option in options)
        self.cameras_changed.emit()

    def _say(self, state: SourceState) -> None:
        if state != self._state or state == "file":
            self._state = state
            self.source_changed.emit()
