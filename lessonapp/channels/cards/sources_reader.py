"""The thread that reads: takes the newest picture, finds its cards, follows them, says what it saw."""

import logging
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from lessonapp.channels.cards.detector import CardDetector
from lessonapp.channels.cards.marker import LAST_SEAT
from lessonapp.channels.cards.readings import Sight
from lessonapp.channels.cards.sources import Newest, Picture
from lessonapp.channels.cards.sources_view import Preview, preview
from lessonapp.channels.cards.tracker import CardTracker
from lessonapp.channels.cards.view import CardsView

log = logging.getLogger(__name__)

RESTING_SECONDS = 0.3
"""Between pictures while no question is open: the old PC has other things to do."""


@dataclass(frozen=True, slots=True)
class Look:
    """What one picture showed. `round` is the key given to `open_round`, None while none is open."""

    round: object
    sight: Sight
    view: CardsView
    preview: Preview | None


class CardReader:
    """Detector and tracker in a thread of their own; `say` is called in that thread, once a picture."""

    def __init__(self, seats: Iterable[int], say: Callable[[Look], None]) -> None:
        self._say = say
        self._slot = Newest()
        self._lock = threading.Lock()
        self._awake = threading.Event()
        self._over = False
        self._round: object = None
        self._seats: frozenset[int] = frozenset()
        self.shows = True
        """Whether pictures for the console are made at all."""
        self.blurred = True
        self.learns = True
        """Whether cards seen while no round is open are taken for posters; not so in a file."""
        self.set_seats(seats)
        self._thread = threading.Thread(target=self._run, name="cards-reader", daemon=True)

    def start(self) -> None:
        """Begin to read."""
        self._thread.start()

    def stop(self) -> None:
        """Read no more; returns once the thread has ended."""
        self._over = True
        self._awake.set()
        self._slot.close()
        if self._thread.is_alive():
            self._thread.join()

    def offer(self, picture: Picture) -> None:
        """A new picture, from any thread; one that was not read yet is forgotten."""
        self._slot.put(picture)

    def set_seats(self, seats: Iterable[int]) -> None:
        """The seats of the class; cards of others are ignored."""
        wanted = frozenset(seat for seat in seats if 1 <= seat <= LAST_SEAT)
        if wanted == self._seats:
            return
        detector, tracker = CardDetector(wanted), CardTracker(wanted)
        with self._lock:
            self._seats, self._detector, self._tracker = wanted, detector, tracker
            if self._round is not None:
                tracker.open_round()

    def open_round(self, key: object) -> None:
        """Answers count from now on, for the round of this key."""
        with self._lock:
            self._round = key
            self._tracker.open_round()
        self._awake.set()

    def close_round(self) -> None:
        """Answers stand as they are."""
        with self._lock:
            self._round = None
            self._tracker.close_round()
        self._awake.clear()

    def _run(self) -> None:
        while not self._over:
            picture = self._slot.take()
            if picture is None:
                return
            try:
                look = self._look(picture)
            except Exception:
                log.exception("a picture of the class could not be read")
                continue  # the next one comes at once, and the lesson goes on
            self._say(look)
            if self._round is None and not self._over:
                self._awake.wait(RESTING_SECONDS)

    def _look(self, picture: Picture) -> Look:
        sight = self._detector.read(picture)
        with self._lock:
            key = self._round
            view = self._tracker.see(sight) if key is not None or self.learns else self._tracker.view
        shown = preview(picture, sight.readings, blurred=self.blurred) if self.shows else None
        return Look(key, sight, view, shown)
