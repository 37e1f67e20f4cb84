"""All motion of the stage: what moves, how long, and how; with reduced motion it is there at once."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEasingCurve, QElapsedTimer, QObject, QPointF, Qt, QTimer
from PySide6.QtWidgets import QGraphicsItem

from lessonapp.ui.stage.items import Bar, Disc, Stroke

FRAME_MS = 16
SLIDE_MS, SLIDE_SHIFT = 220, 40.0
APPEAR_MS, APPEAR_STAGGER, APPEAR_MOST, APPEAR_RISE = 180, 90, 6, 16.0
COUNT_MS, COUNT_SCALE, COUNT_PAUSE_MS = 160, 0.12, 250
ARRIVE_MS = 240
BAR_MS, MARK_MS = 700, 200
FLAG_MS = 300
PATH_MS = 500
ROLL_MS = 1800

_OUT = QEasingCurve(QEasingCurve.Type.OutCubic)
_BACK = QEasingCurve(QEasingCurve.Type.OutBack)


@dataclass(slots=True)
class _Tween:
    start: int
    length: int
    curve: QEasingCurve
    apply: Callable[[float], None]
    done: bool = False


class Motion(QObject):
    """Runs what moves; one timer, off while nothing does."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.reduced = False
        self._tweens: list[_Tween] = []
        self._clock = QElapsedTimer()
        self._timer = QTimer(self, interval=FRAME_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._counted = QElapsedTimer()

    @property
    def running(self) -> bool:
        """Whether something moves."""
        return bool(self._tweens)

    def finish(self) -> None:
        """Everything is at its end now."""
        tweens, self._tweens = self._tweens, []
        self._timer.stop()
        for tween in tweens:
            tween.apply(1.0)

    def forget(self) -> None:
        """What moved is gone."""
        self._tweens.clear()
        self._timer.stop()

    def slide_in(self, layer: QGraphicsItem) -> None:
        """A new slide comes from the right."""
        self._keep_pictures(layer.childItems())

        def apply(part: float) -> None:
            layer.setX((1 - part) * SLIDE_SHIFT)
            layer.setOpacity(min(1.0, part))

        self._add(0, SLIDE_MS, _OUT, apply)

    def appear(self, items: list[QGraphicsItem], index: int, wait: int = 0) -> None:
        """One thing of a list rises into its place."""
        ends = [item.pos() for item in items]
        self._keep_pictures(items)

        def apply(part: float) -> None:
            for item, end in zip(items, ends, strict=True):
                item.setPos(end + QPointF(0, (1 - part) * APPEAR_RISE))
                item.setOpacity(part)

        self._add(wait + min(index, APPEAR_MOST) * APPEAR_STAGGER, APPEAR_MS, _OUT, apply)

    def grow(self, bar: Bar) -> None:
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

    def flag(self, disc: Disc, index: int) -> None:
        """A warning sign scales up."""
        self._add(index * APPEAR_STAGGER, FLAG_MS, _OUT, disc.setScale)

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
                item.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    def _add(self, wait: int, length: int, curve: QEasingCurve, apply: Callable[[float], None]) -> None:
        if self.reduced:
            apply(1.0)
            return
        apply(0.0)
        if not self._tweens:
            self._clock.start()
            self._timer.start()
        now = int(self._clock.elapsed())
        self._tweens.append(_Tween(now + wait, length, curve, apply))

    def _tick(self) -> None:
        now = int(self._clock.elapsed())
        for tween in self._tweens:
            part = (now - tween.start) / tween.length
            if part < 0:
                continue
            tween.done = part >= 1
            tween.apply(1.0 if tween.done else tween.curve.valueForProgress(part))
        self._tweens = [tween for tween in self._tweens if not tween.done]
        if not self._tweens:
            self._timer.stop()
