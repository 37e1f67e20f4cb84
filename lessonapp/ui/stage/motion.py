"""All motion of the stage: what moves, how long, and how; with reduced motion it is there at once."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QEasingCurve, QElapsedTimer, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtWidgets import QGraphicsItem

from lessonapp.ui.stage.items import Disc, Eyelids, Stroke, TypingDots
from lessonapp.ui.stage.kept import keep

FRAME_MS = 16
SLIDE_MS, SLIDE_SHIFT = 220, 40.0
APPEAR_MS, APPEAR_STAGGER, APPEAR_MOST, APPEAR_RISE = 180, 90, 6, 16.0
COUNT_MS, COUNT_SCALE, COUNT_PAUSE_MS = 160, 0.12, 250
ARRIVE_MS = 240
BAR_MS, MARK_MS = 700, 200
FLAG_MS = 300
PATH_MS = 500
TYPING_MS = 700
POSE_MS = 120
BLINK_MS, BLINK_EVERY_MS = 140, 4700
ROLL_MS = 1800

_OUT = QEasingCurve(QEasingCurve.Type.OutCubic)
_EVEN = QEasingCurve(QEasingCurve.Type.Linear)
_BACK = QEasingCurve(QEasingCurve.Type.OutBack)


class Growing(Protocol):
    """What grows from nothing to its size."""

    def grow(self, part: float) -> None:
        """How much of it is shown, 0 to 1."""


class Goal(Protocol):
    """What gains a piece."""

    def set_newest(self, part: float) -> None:
        """How far the newest piece has come, 0 to 1."""


@dataclass(slots=True)
class _Tween:
    start: int
    length: int
    curve: QEasingCurve
    apply: Callable[[float], None]
    done: bool = False


class Motion(QObject):
    """Runs what moves; one timer, off while nothing does."""

    rested = Signal()  # nothing moves any more

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.reduced = False
        self._tweens: list[_Tween] = []
        self._clock = QElapsedTimer()
        self._clock.start()
        self.read_clock: Callable[[], int] = self._clock.elapsed
        """Milliseconds that go on; a test lets them pass as it likes."""
        self._timer = QTimer(self, interval=FRAME_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)
        self._counted = QElapsedTimer()
        self._lids: list[Eyelids] = []
        self._eyes = QTimer(self, singleShot=True)
        self._eyes.timeout.connect(self._blink)

    @property
    def running(self) -> bool:
        """Whether something moves."""
        return bool(self._tweens)

    def finish(self) -> None:
        """Everything is at its end now."""
        tweens, self._tweens = self._tweens, []
        for tween in tweens:
            tween.apply(1.0)
        self._rest()

    def forget(self) -> None:
        """What moved is gone."""
        self.watch_eyes([])
        self._tweens.clear()
        self._rest()

    def watch_eyes(self, lids: list[Eyelids]) -> None:
        """These eyes blink from now on, every few seconds."""
        self._lids = lids
        self._eyes.stop()
        if lids and not self.reduced:
            self._eyes.start(BLINK_EVERY_MS)

    def _blink(self) -> None:
        closed = not self._lids[0].isVisible()
        for lid in self._lids:
            lid.setVisible(closed)
        self._eyes.start(BLINK_MS if closed else BLINK_EVERY_MS)

    def react(self, before: QGraphicsItem, after: QGraphicsItem) -> None:
        """The mascot changes its pose once the bars have grown."""

        def apply(part: float) -> None:
            before.setOpacity(1 - part)
            after.setOpacity(part)

        self._add(BAR_MS, POSE_MS, _EVEN, apply)

    def slide_in(self, layer: QGraphicsItem) -> None:
        """A new slide comes from the right."""
        self._keep_pictures(layer.childItems())

        def apply(part: float) -> None:
            layer.setX((1 - part) * SLIDE_SHIFT)
            layer.setOpacity(min(1.0, part))

        # One frame in: a first frame in which nothing can be seen is a lost one.
        self._add(0, SLIDE_MS, _OUT, apply, begun=FRAME_MS)

    def appear(self, items: list[QGraphicsItem], index: int, wait: int = 0) -> None:
        """One thing of a list rises into its place."""
        ends = [item.pos() for item in items]
        self._keep_pictures(items)

        def apply(part: float) -> None:
            for item, end in zip(items, ends, strict=True):
                item.setPos(end + QPointF(0, (1 - part) * APPEAR_RISE))
                item.setOpacity(part)

        self._add(wait + min(index, APPEAR_MOST) * APPEAR_STAGGER, APPEAR_MS, _OUT, apply)

    def grow(self, bar: Growing) -> None:
        """A bar grows from zero."""
        self._add(0, BAR_MS, _OUT, bar.grow)

    def mark(self, items: list[QGraphicsItem]) -> None:
        """The mark of the right answer, once the bars have grown."""

        def apply(part: float) -> None:
            for item in items:
                item.setOpacity(part)

        self._add(BAR_MS, MARK_MS, _OUT, apply)

    def arrive(self, item: QGraphicsItem, index: int = 0) -> None:
        """A stamp or a sign pops up."""
        self._add(index * 40, ARRIVE_MS, _BACK, item.setScale)

    def light(self, goal: Goal) -> None:
        """One more piece of the class's goal, once the bars have grown."""
        self._add(BAR_MS, ARRIVE_MS, _BACK, goal.set_newest)

    def flag(self, disc: Disc, index: int) -> None:
        """A warning sign scales up."""
        self._add(index * APPEAR_STAGGER, FLAG_MS, _OUT, disc.setScale)

    def typing(self, dots: TypingDots, items: list[QGraphicsItem]) -> None:
        """Somebody writes for a moment, then the message is there."""

        def apply(part: float) -> None:
            dots.setVisible(part < 1)
            dots.set_part(part)

        self._add(0, TYPING_MS, _EVEN, apply)
        self.appear(items, 0, TYPING_MS)

    def draw_path(self, stroke: Stroke) -> None:
        """The chosen path is drawn."""
        self._add(0, PATH_MS, _OUT, stroke.set_part)

    def count(self, item: QGraphicsItem) -> None:
        """A number that rose gives a small jump, four times a second at most."""
        if self._counted.isValid() and self._counted.elapsed() < COUNT_PAUSE_MS:
            return
        self._counted.start()
        self._add(0, COUNT_MS, _OUT, lambda part: item.setScale(1 + COUNT_SCALE * 4 * part * (1 - part)))

    def roll(self, apply: Callable[[float], None]) -> None:
        """A lot rolls and comes to rest, slowly enough not to flash."""
        self._add(0, ROLL_MS, _OUT, apply)

    def _keep_pictures(self, items: list[QGraphicsItem]) -> None:
        """What moves is painted once and then only moved; what stands still needs no copy of itself."""
        if not self.reduced:
            for item in items:
                keep(item)

    def _add(
        self, wait: int, length: int, curve: QEasingCurve, apply: Callable[[float], None], *, begun: int = 0
    ) -> None:
        if self.reduced:
            apply(1.0)
            return
        apply(curve.valueForProgress(begun / length))
        if not self._tweens:
            self._timer.start()
        now = self.read_clock()
        self._tweens.append(_Tween(now + wait - begun, length, curve, apply))

    def tick(self) -> None:
        """Bring everything to where it is now."""
        now = self.read_clock()
        for tween in self._tweens:
            part = (now - tween.start) / tween.length
            if part < 0:
                continue
            tween.done = part >= 1
            tween.apply(1.0 if tween.done else tween.curve.valueForProgress(part))
        self._tweens = [tween for tween in self._tweens if not tween.done]
        if not self._tweens:
            self._rest()

    def _rest(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self.rested.emit()
