"""The class tools of one lesson: what is in use, what the stage shows of it. None of it is an event."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QObject, QPointF, Signal

from lessonapp.i18n import Speaker, _
from lessonapp.session.lots import Lots
from lessonapp.ui.stage.model import StageModel
from lessonapp.ui.stage.motion import Motion
from lessonapp.ui.stage.scene import StageScene
from lessonapp.ui.stage.theme import HEIGHT, WIDTH, Theme, theme_for
from lessonapp.ui.stage.tools.cards import Card, HandsUpCard, SeatCard, TimerCard
from lessonapp.ui.stage.tools.clocks import Countdown, HandsUp
from lessonapp.ui.stage.tools.items import SpotMask
from lessonapp.ui.stage.tools.pen import Pen

Held = Literal["", "pen", "erase", "spotlight"]
PASSING = 7
LIGHT_STEP, LIGHT_LEAST, LIGHT_MOST = 26.0, 90.0, 420.0
OVER_PEN = 70.0
LIGHT_MOVES = {"light-left": (-1, 0), "light-right": (1, 0), "light-up": (0, -1), "light-down": (0, 1)}
LIGHT_MOVE = 60.0


class Toolbox(QObject):
    """One pointer tool at a time; timer, lot and count-down lie beside it."""

    changed = Signal()
    told = Signal(str)
    """A word for the teacher."""
    frozen_changed = Signal(bool)
    tapped = Signal(QPointF)
    """The stage was touched, and no tool used it."""

    def __init__(
        self,
        scene: StageScene,
        present: Callable[[], frozenset[int]],
        seed: int,
        *,
        reduce_motion: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._scene, self._present = scene, present
        self.held: Held = ""
        self.frozen = False
        self.pen = Pen(scene)
        self.timer = Countdown(parent=self)
        self.hands_up = HandsUp(self)
        self._lots = Lots(seed)
        self._motion = Motion(self)
        self._motion.reduced = reduce_motion
        self._light: SpotMask | None = None
        self._clock: TimerCard | None = None
        self._card: Card | None = None
        self.timer.changed.connect(self._on_timer)
        self.hands_up.changed.connect(self._on_hands_up)
        scene.described.connect(self._on_described)

    def do(self, command: str) -> bool:
        """Do what a key or button asks for; whether it is one of these tools."""
        if command in LIGHT_MOVES:
            return self._nudge(*LIGHT_MOVES[command])
        act = {
            "pen": lambda: self.hold("" if self.held == "pen" else "pen"),
            "erase": lambda: self.hold("pen" if self.held == "erase" else "erase"),
            "undo": self._undo,
            "wipe": self._wipe,
            "spotlight": lambda: self.hold("" if self.held == "spotlight" else "spotlight"),
            "freeze": lambda: self.freeze(not self.frozen),
            "timer": lambda: self.timer.stop() if self.timer.shown else self.timer.start(),
            "lot": self._draw_lot,
            "hands-up": self._count_down,
        }.get(command)
        if act is None:
            return False
        act()
        self.changed.emit()
        return True

    def hold(self, tool: Held) -> None:
        """Take a pointer tool into the hand, or none."""
        self.pen.lift()
        self.held = tool
        if tool == "spotlight" and self._light is None:
            self._light = SpotMask()
            self._light.setZValue(OVER_PEN)
            self._scene.addItem(self._light)
        elif tool != "spotlight" and self._light is not None:
            self._scene.removeItem(self._light)
            self._light = None
        self.changed.emit()

    def choose_ink(self, colour: str) -> None:
        """Draw in another colour."""
        self.pen.lift()
        self.pen.colour = colour
        self.hold("pen")

    def freeze(self, on: bool) -> None:
        """The class keeps the picture it has, or sees the lesson again."""
        if on != self.frozen:
            self.frozen = on
            self.frozen_changed.emit(on)
            self.changed.emit()

    def dismiss(self) -> bool:
        """Esc: put down what is in use, the topmost first; whether there was anything."""
        if self._card is not None:
            self.take_card_away()
        elif self.held:
            self.hold("")
        elif self.timer.shown and not self.timer.running:
            self.timer.stop()
        elif self.frozen:
            self.freeze(False)
        else:
            return False
        return True

    def take_card_away(self) -> None:
        """No lot and no count-down lies over the step."""
        if self._card is not None:
            self.hands_up.stop()
            self._lay(None)
            self.changed.emit()

    @property
    def card(self) -> Card | None:
        """The lot or count-down that lies over the step."""
        return self._card

    @property
    def clock(self) -> TimerCard | None:
        """The free timer on the stage."""
        return self._clock

    @property
    def light(self) -> SpotMask | None:
        """The spotlight."""
        return self._light

    def pointer_down(self, at: QPointF) -> bool:
        """The pointer touches the stage."""
        if self.held in ("pen", "erase"):
            self.pen.press(at, erasing=self.held == "erase")
            self.changed.emit()
            return True
        if self._card is not None:
            if self._card.rect.contains(at):
                self.take_card_away()
            return True
        self._shine(at)
        self.tapped.emit(at)
        return False

    def pointer_moved(self, at: QPointF, *, held: bool) -> bool:
        """The pointer moves over the stage."""
        if self.held in ("pen", "erase") and held:
            self.pen.drag(at, erasing=self.held == "erase")
            return True
        self._shine(at)
        return False

    def pointer_up(self) -> bool:
        """The pointer leaves the stage."""
        if self.held not in ("pen", "erase"):
            return False
        self.pen.lift()
        self.changed.emit()
        return True

    def pointer_turned(self, steps: float) -> bool:
        """The wheel: a wider or narrower light."""
        if self._light is None:
            return False
        radius = self._light.radius + steps * LIGHT_STEP
        self._light.place(self._light.centre, max(LIGHT_LEAST, min(LIGHT_MOST, radius)))
        return True

    def _shine(self, at: QPointF) -> None:
        if self._light is not None:
            self._light.place(at, self._light.radius)

    def _nudge(self, right: int, down: int) -> bool:
        """Move the light by keys, inside the stage."""
        if self._light is not None:
            at = self._light.centre + QPointF(right * LIGHT_MOVE, down * LIGHT_MOVE)
            self._shine(QPointF(max(0.0, min(WIDTH, at.x())), max(0.0, min(HEIGHT, at.y()))))
        return True

    def _undo(self) -> None:
        if not self.pen.undo():
            self.told.emit(_("There is nothing to take back."))

    def _wipe(self) -> None:
        if self.pen.clear():
            self.told.emit(_("Drawing wiped. U brings it back."))

    def _draw_lot(self) -> None:
        here = self._present()
        seat = self._lots.draw(here)
        if seat is None:
            self.told.emit(_("No pupil is here: mark who is present first."))
            return
        self.hands_up.stop()
        card = SeatCard(self._theme(), self._say(), seat, self._lots.passing(here, seat, PASSING))
        self._lay(card)
        self._motion.roll(card.roll)
        left = self._lots.waiting(here)
        text = _("Seat {n}. {left} not called yet.").format(n=seat, left=left)
        self.told.emit(text if left else _("Seat {n}. Everybody was called once.").format(n=seat))

    def _count_down(self) -> None:
        if self.hands_up.left is not None:
            self.take_card_away()
        else:
            self._lay(None)
            self.hands_up.start()

    def _on_hands_up(self) -> None:
        left = self.hands_up.left
        if left is not None:
            self._lay(HandsUpCard(self._theme(), self._say(), left))

    def _on_timer(self) -> None:
        if not self.timer.shown:
            if self._clock is not None:
                self._scene.removeItem(self._clock)
                self._clock = None
        else:
            if self._clock is None:
                self._clock = TimerCard(self._theme(), self._say())
                self._scene.addItem(self._clock)
                self._clock.place(self._scene.occupied())
            self._clock.set_seconds(self.timer.left)
        self.changed.emit()

    def _lay(self, card: Card | None) -> None:
        """Another card over the step, or none."""
        self._motion.forget()
        if self._card is not None:
            self._scene.removeItem(self._card)
        self._card = card
        if card is not None:
            self._scene.addItem(card)

    def _on_described(self, _text: str) -> None:
        """The picture is another one: its own page of lines, and the clock where it covers least."""
        self.pen.turn_to(page_of(self._scene.model))
        if self._clock is not None:
            self._clock.place(self._scene.occupied())

    def _theme(self) -> Theme:
        model = self._scene.model
        assert model is not None  # a lesson is on the stage
        return theme_for(model.lesson.audience, high_contrast=model.high_contrast)

    def _say(self) -> Speaker:
        model = self._scene.model
        assert model is not None  # a lesson is on the stage
        return Speaker(model.lesson.language)


def page_of(model: StageModel | None) -> str:
    """Which drawing belongs to a picture: its step's, and another once the answer is shown."""
    if model is None or model.help_card:
        return "help"
    if model.status != "running" or model.step is None:
        return model.status
    return f"{model.step.id}/{'revealed' if model.phase == 'revealed' else 'shown'}"
