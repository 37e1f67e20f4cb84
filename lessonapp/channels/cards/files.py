"""Cards in saved pictures and videos; nothing of them is kept."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import cv2
import numpy as np

from lessonapp.channels.cards.cells import Grey
from lessonapp.channels.cards.detector import CardDetector
from lessonapp.channels.cards.readings import Reading
from lessonapp.channels.cards.sources import open_video, read_picture
from lessonapp.channels.cards.tracker import CardTracker
from lessonapp.domain.errors import TeacherError
from lessonapp.domain.progress import Progress
from lessonapp.i18n import _

PICTURES_A_SECOND: Final = 10.0
"""Of a video: more say nothing new of a hand that is held still."""


@dataclass(frozen=True, slots=True)
class FileCards:
    """What was read in one file."""

    cards: tuple[Reading, ...]
    """Each with an answer, by seat."""
    duplicates: tuple[int, ...] = ()
    """Seats whose card is there twice: counted for neither."""
    unclear: tuple[int, ...] = ()
    """Seats whose card is held between two edges."""
    mirrored: int = 0
    """Cards in a mirror, not read."""


def read_file(path: Path, seats: Collection[int], progress: Progress | None = None) -> FileCards:
    """The cards in a picture, or the answers of a whole video; TeacherError where the file is neither."""
    if not path.is_file():
        raise TeacherError(_("{file}: there is no such file.").format(file=path))
    path.open("rb").close()  # OSError where it may not be read
    picture = read_picture(path)
    if picture is not None:
        return _read_still(picture, seats)
    found = _read_video(path, seats, progress)
    if found is None:
        text = _("{file}: not a picture or video that can be read. Save it as JPEG, PNG or MP4.")
        raise TeacherError(text.format(file=path))
    return found


def _read_still(picture: Grey, seats: Collection[int]) -> FileCards:
    sight = CardDetector(seats).read(picture)
    known = [reading for reading in sight.readings if reading.seat in seats]
    numbers = [reading.seat for reading in known]
    doubled = {seat for seat in numbers if numbers.count(seat) > 1}
    single = [reading for reading in known if reading.seat not in doubled]
    return FileCards(
        cards=tuple(reading for reading in single if reading.answer),
        duplicates=tuple(sorted(doubled)),
        unclear=tuple(reading.seat for reading in single if not reading.answer),
        mirrored=sight.mirrored,
    )


def _read_video(path: Path, seats: Collection[int], progress: Progress | None) -> FileCards | None:
    """The answers at the end of a video, a round that is open all the time; None if it has no picture."""
    detector, tracker = CardDetector(seats), CardTracker(seats)
    tracker.open_round()
    latest: dict[int, Reading] = {}
    view = None
    mirrored = 0
    for picture in _pictures(path, progress):
        sight = detector.read(picture)
        view = tracker.see(sight)
        mirrored = max(mirrored, sight.mirrored)
        for reading in view.shown:
            if reading.answer and reading.answer == view.answer_of(reading.seat):
                latest[reading.seat] = reading
    if view is None:
        return None
    return FileCards(
        cards=tuple(latest[seat] for seat, _answer in view.answers),
        duplicates=view.duplicates,
        unclear=tuple(seat for hint in view.hints if hint.kind == "askew" for seat in hint.seats),
        mirrored=mirrored,
    )


def _pictures(path: Path, progress: Progress | None) -> Iterator[Grey]:
    video = open_video(path)
    if video is None:
        return
    try:
        whole = max(int(video.get(cv2.CAP_PROP_FRAME_COUNT)), 0)
        step = max(round(video.get(cv2.CAP_PROP_FPS) / PICTURES_A_SECOND), 1)
        done = 0
        while video.grab():
            if done % step == 0:
                read, picture = video.retrieve()
                if read:
                    yield np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY), np.uint8)
            done += 1
            if progress:
                progress(done, max(whole, done))
    finally:
        video.release()
