"""Pictures on their way: the newest only, files as cameras, and the blurred picture of the console."""

import gc
import re
import struct
import threading
import zlib
from pathlib import Path

import cv2
import numpy as np
import pytest

from lessonapp.channels.cards.readings import Reading
from lessonapp.channels.cards.sources import LONGEST, FileSource, Newest, Picture, read_picture
from lessonapp.channels.cards.sources_reader import CardReader, Look
from lessonapp.channels.cards.sources_view import preview
from lessonapp.domain.errors import TeacherError
from tests.ui.cards.scene import film, save, scene

HELD = [(1, "A"), (2, "B"), (3, "C"), (4, "D")]
LONG = 20.0


@pytest.fixture(autouse=True)
def _no_windows_of_other_tests() -> None:
    """What is collected in the threads of these tests must not be a window that another test left."""
    gc.collect()


def flat(grey: int) -> Picture:
    return np.full((8, 8), grey, np.uint8)


class Gathered:
    """Things that another thread says, and a way to wait for so many of them."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self.things: list[object] = []

    def __call__(self, thing: object) -> None:
        with self._changed:
            self.things.append(thing)
            self._changed.notify_all()

    def wait(self, count: int) -> bool:
        with self._changed:
            return self._changed.wait_for(lambda: len(self.things) >= count, LONG)


def test_only_the_newest_picture_is_kept() -> None:
    slot = Newest()
    for grey in (1, 2, 3):
        slot.put(flat(grey))
    taken = slot.take()
    assert taken is not None
    assert taken[0, 0] == 3
    slot.put(flat(4))
    slot.close()
    assert slot.take() is None


def test_a_closed_slot_lets_its_reader_go() -> None:
    slot = Newest()
    reader = threading.Thread(target=slot.take)
    reader.start()
    slot.close()
    reader.join(LONG)
    assert not reader.is_alive()


def test_a_large_photo_is_made_smaller_and_a_broken_one_is_none(tmp_path: Path) -> None:
    photo = tmp_path / "ảnh lớp.jpg"
    photo.write_bytes(cv2.imencode(".jpg", np.zeros((1000, 4000, 3), np.uint8))[1].tobytes())
    shown = Gathered()
    source = FileSource(photo, shown)
    source.start()
    assert shown.wait(1)
    source.stop()
    picture = shown.things[0]
    assert isinstance(picture, np.ndarray)
    assert picture.shape == (LONGEST // 4, LONGEST)
    photo.write_bytes(photo.read_bytes()[:20])
    assert read_picture(photo) is None
    photo.write_bytes(b"")
    assert read_picture(photo) is None
    assert read_picture(tmp_path / "gone.jpg") is None


def test_a_still_is_shown_again_and_again_until_stopped(tmp_path: Path) -> None:
    shown = Gathered()
    source = FileSource(save(HELD, tmp_path / "lớp.png"), shown)
    source.start()
    assert shown.wait(3)
    source.stop()
    count = len(shown.things)
    assert all(np.array_equal(picture, shown.things[0]) for picture in shown.things)  # type: ignore[arg-type]
    source.stop()
    assert len(shown.things) == count


def test_a_film_is_shown_once_and_again_when_asked(tmp_path: Path) -> None:
    shown = Gathered()
    source = FileSource(film([HELD, HELD[:1]], tmp_path / "lớp.avi", pictures=3), shown)
    source.start()
    assert shown.wait(6)
    source.again()
    assert shown.wait(12)
    source.stop()
    assert len(shown.things) == 12


def test_a_stop_between_two_showings_is_not_missed(tmp_path: Path) -> None:
    source = FileSource(film([HELD], tmp_path / "film.avi", pictures=1), Gathered())

    class StoppedJustBefore(threading.Event):
        def clear(self) -> None:
            source._over.set()
            self.set()
            super().clear()

    source._again = StoppedJustBefore()
    source.start()
    source._thread.join(10)
    assert not source._thread.is_alive()
    source.stop()


def png_that_claims(side: int) -> bytes:
    """A PNG with so many pixels along a side, as it says itself."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    chunks = (chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(bytes(1000))), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def start_of_a_photo() -> bytes:
    """What is there of a photo when copying it was broken off."""
    return cv2.imencode(".jpg", scene(HELD))[1].tobytes()[:300]


@pytest.mark.parametrize("name", ["gì đó.mp4", "ảnh1.jpg"])
@pytest.mark.parametrize(
    "content",
    [b"", b"no picture", png_that_claims(100_000), start_of_a_photo(), None],
    ids=["empty", "text", "far too large", "broken off", "not there"],
)
def test_what_is_no_picture_is_refused(tmp_path: Path, name: str, content: bytes | None) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(TeacherError, match=re.escape(name)):
        FileSource(path, lambda _picture: None)


def reading(picture: Picture, seat: int = 1) -> Reading:
    """The card of a seat, as the reader finds it in a picture."""
    from lessonapp.channels.cards.detector import CardDetector

    return next(r for r in CardDetector([seat]).read(picture).readings if r.seat == seat)


def as_array(picture: Picture, *, blurred: bool = True) -> np.ndarray:
    shown = preview(picture, [reading(picture)], blurred=blurred)
    return np.frombuffer(shown.pixels, np.uint8).reshape(shown.height, shown.width)


def test_faces_are_lost_and_cards_stay_sharp() -> None:
    picture = scene(HELD)
    shown, sharp = as_array(picture), as_array(picture, blurred=False)
    assert shown.shape == (540, 960)
    ratio = 960 / 1280
    x, y = round((60 + 104 + 36) * ratio), round((90 + 20) * ratio)
    head = (slice(y - 22, y + 22), slice(x - 22, x + 22))
    assert np.ptp(sharp[head].astype(int)) > 150
    assert np.ptp(shown[head].astype(int)) < 40
    marker = (slice(round(115 * ratio), round(170 * ratio)), slice(round(85 * ratio), round(140 * ratio)))
    assert np.array_equal(shown[marker], sharp[marker])


def test_a_point_is_spread_over_more_than_a_twelfth_of_the_height() -> None:
    picture = scene([(1, "A")], faces=False)
    bright = picture.copy()
    bright[500:510, 900:910] = 255
    before, after = as_array(picture).astype(int), as_array(bright).astype(int)
    assert (after - before).max() <= 3
    rows = np.flatnonzero((after != before).any(axis=1))
    assert rows.max() - rows.min() >= 2 * 540 / 12


def test_the_reader_says_what_it_sees_and_for_which_round(tmp_path: Path) -> None:
    said = Gathered()
    reader = CardReader(range(1, 5), said)
    reader.learns = False
    source = FileSource(save(HELD, tmp_path / "1.png"), reader.offer)
    reader.start()
    source.start()
    assert said.wait(1)
    first = said.things[0]
    assert isinstance(first, Look)
    assert (first.round, first.view.answers) == (None, ())
    assert [r.seat for r in first.sight.readings] == [1, 2, 3, 4]
    reader.open_round(("q", 1))
    count = len(said.things)
    assert said.wait(count + 5)
    last = said.things[-1]
    assert isinstance(last, Look)
    assert (last.round, last.view.answers) == (("q", 1), tuple(HELD))
    reader.set_seats([1, 2])
    reader.shows = False
    count = len(said.things)
    assert said.wait(count + 6)
    last = said.things[-1]
    assert isinstance(last, Look)
    assert last.view.answers == tuple(HELD[:2])
    assert last.preview is None
    source.stop()
    reader.stop()
    reader.stop()
