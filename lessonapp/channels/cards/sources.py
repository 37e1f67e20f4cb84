"""Pictures on their way to the reader: the newest only, and files that stand in for a camera."""

import threading
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from lessonapp.domain.errors import TeacherError
from lessonapp.i18n import _

Picture = npt.NDArray[np.uint8]
"""Grey values, height x width, never mirrored."""

PICTURE_BYTES = 200_000_000
"""A larger file is not tried as a picture."""
LONGEST = 3000
"""Pixels along the longer side of a picture from a file; a phone's photo has more than the reader needs."""
STILL_SECONDS = 0.25
USUAL_RATE = 25.0


class Newest:
    """Holds one picture: a newer one takes its place, so that a slow reader never falls behind."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._picture: Picture | None = None
        self._closed = False

    def put(self, picture: Picture) -> None:
        """Lay a picture into the slot; from any thread."""
        with self._changed:
            self._picture = picture
            self._changed.notify()

    def take(self) -> Picture | None:
        """Wait for a picture and take it out; None once the slot is closed."""
        with self._changed:
            self._changed.wait_for(lambda: self._picture is not None or self._closed)
            taken, self._picture = self._picture, None
            return None if self._closed else taken

    def close(self) -> None:
        """Nobody takes any more."""
        with self._changed:
            self._closed, self._picture = True, None
            self._changed.notify_all()


def read_picture(path: Path) -> Picture | None:
    """A picture file as grey values, the right way up; None where it is no picture."""
    try:
        if not 0 < path.stat().st_size <= PICTURE_BYTES:
            return None
        data = np.fromfile(path, dtype=np.uint8)  # OpenCV itself cannot open every file name on Windows
    except OSError:
        return None
    try:
        picture = cv2.imdecode(data, cv2.IMREAD_GRAYSCALE)
    except cv2.error:  # a picture of more pixels than OpenCV takes, or one that lies about itself
        return None
    return None if picture is None else np.asarray(picture, dtype=np.uint8)


def open_video(path: Path) -> cv2.VideoCapture | None:
    """A video file; None where it is none. Other readers of OpenCV take any `name1.jpg` for a series."""
    video = cv2.VideoCapture(str(path), cv2.CAP_FFMPEG)
    if video.isOpened() and video.grab():
        video.set(cv2.CAP_PROP_POS_FRAMES, 0)
        return video
    video.release()
    return None


class FileSource:
    """A picture or a video file, shown to the reader as a camera would, in a thread of its own.

    TeacherError where the file is neither. A picture is shown again and again, a video once for each `again`.
    """

    def __init__(self, path: Path, offer: Callable[[Picture], None]) -> None:
        self._offer = offer
        picture = read_picture(path)
        self._still = None if picture is None else _fitted(picture)
        self._video: cv2.VideoCapture | None = None
        if self._still is None:
            self._video = open_video(path) if path.is_file() else None
            if self._video is None:
                text = _("“{name}” is neither a picture nor a video that can be read here.")
                raise TeacherError(text.format(name=path.name))
        self._over = threading.Event()
        self._again = threading.Event()
        self._thread = threading.Thread(target=self._run, name="cards-file", daemon=True)

    def start(self) -> None:
        """Begin to show."""
        self._thread.start()

    def again(self) -> None:
        """Show a video from its beginning."""
        self._again.set()

    def stop(self) -> None:
        """Show no more; returns once the thread has ended."""
        self._over.set()
        self._again.set()
        if self._thread.is_alive():
            self._thread.join()
        if self._video is not None:
            self._video.release()

    def _run(self) -> None:
        if self._video is None:
            while self._still is not None and not self._over.is_set():
                self._offer(self._still)
                self._over.wait(STILL_SECONDS)
            return
        while not self._over.is_set():
            self._again.clear()
            self._play(self._video)
            if not self._over.is_set():  # a stop that came just before `clear` was wiped out with it
                self._again.wait()

    def _play(self, video: cv2.VideoCapture) -> None:
        video.set(cv2.CAP_PROP_POS_FRAMES, 0)
        rate = video.get(cv2.CAP_PROP_FPS)
        pause = 1 / (rate if 1 <= rate <= 120 else USUAL_RATE)
        while not self._over.is_set() and not self._again.is_set():
            there, frame = video.read()
            if not there:
                return
            self._offer(_fitted(frame if frame.ndim == 2 else cv2.cvtColor(frame, cv2.COLOR_BGR2GRAY)))
            self._over.wait(pause)


def _fitted(picture: npt.NDArray[np.generic]) -> Picture:
    """No larger than the reader can use."""
    grey = np.asarray(picture, dtype=np.uint8)
    high, wide = grey.shape[:2]
    scale = LONGEST / max(high, wide)
    if scale >= 1:
        return grey
    size = (round(wide * scale), round(high * scale))
    return np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
