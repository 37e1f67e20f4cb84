"""The stage: one scene of 1600 by 900 that draws a model and says what was chosen on it."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QEventPoint, QKeyEvent, QPainter
from PySide6.QtWidgets import QGraphicsScene, QGraphicsSceneMouseEvent

from lessonapp.domain.text import plain
from lessonapp.ui.stage.backdrop import REACH, paint_backdrop
from lessonapp.ui.stage.board import Board
from lessonapp.ui.stage.builder import Builder, Desk, Stagecraft
from lessonapp.ui.stage.counters import Digits
from lessonapp.ui.stage.film import FilmPlayer
from lessonapp.ui.stage.items import Layer
from lessonapp.ui.stage.kinds.build import build, is_title
from lessonapp.ui.stage.model import Join, StageModel
from lessonapp.ui.stage.motion import Motion
from lessonapp.ui.stage.text import TextItem
from lessonapp.ui.stage.theme import HEIGHT, WIDTH, Theme, theme_for
from lessonapp.ui.theme_fonts import load_fonts


@dataclass(frozen=True, slots=True)
class TextBox:
    """A text of the stage: where it is, how large, and whether it fits its box."""

    text: str
    x: float
    y: float
    w: float
    h: float
    px: int
    fits: bool
    role: str
    least: int


class StageScene(QGraphicsScene):
    """Draws models; the only thing it says back is a choice."""

    choice_made = Signal(object)
    stamp_requested = Signal(str, int)  # the pledge's step, and 1 or -1
    film_failed = Signal(str)
    described = Signal(str)

    def __init__(self, parent: QObject | None = None, *, reduce_motion: bool = False) -> None:
        super().__init__(0, 0, WIDTH, HEIGHT, parent)
        load_fonts()
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.motion = Motion(self)
        self.motion.reduced = reduce_motion
        self._model: StageModel | None = None
        self._layer: Layer | None = None
        self._made = Stagecraft()
        self._backdrop: tuple[Theme, bool] | None = None
        self._seconds: tuple[float | None, float | None] = (None, None)
        self._black = self.addRect(REACH, QColor(Qt.GlobalColor.black), QColor(Qt.GlobalColor.black))
        self._black.setZValue(100)
        self._black.hide()
        self.player = FilmPlayer(self)
        self.player.failed.connect(self.film_failed)
        self._desk = Desk(self.choice_made.emit, self.stamp_requested.emit, self.player)
        self.rebuilt = 0

    def play_film(self) -> None:
        """Play the film of this step, or let it rest; nothing where there is none or the stage is covered."""
        if self._made.play_film is not None and self._model is not None and not self._model.black:
            self._made.play_film()

    @property
    def model(self) -> StageModel | None:
        """What is shown."""
        return self._model

    @property
    def faults(self) -> list[str]:
        """Pictures and props that could not be drawn."""
        return list(self._made.faults)

    def show_model(self, model: StageModel, animate: bool = True) -> None:
        """Draw a model; where only counts differ, only they are drawn again."""
        before, self._model = self._model, model
        self._black.setVisible(model.black)
        if model.black or model.help_card or model.status != "running":
            self.player.pause()
        if before is not None and before.black != model.black:
            self.described.emit(self.accessible_text())
        if before is not None and self._layer is not None and _same_picture(before, model):
            self._update(before, model, animate=animate)
            return
        same_step = before is not None and before.step is model.step and before.status == model.status
        if before is not None and before.step is not model.step:
            self._desk.marks.clear()
            self.player.stop()
        self._rebuild(model, same_step=same_step, animate=animate and not model.black, before=before)

    def set_seconds(self, left: float | None, total: float | None) -> None:
        """Time left of the clock; None takes the ring away."""
        self._seconds = (left, total)
        ring = self._made.ring
        if ring is None:
            return
        ring.set_seconds(left, total)
        for told in self._made.on_seconds:
            told(left, total)

    def finish_animations(self) -> None:
        """Jump to the end of whatever moves."""
        self.motion.finish()

    def accessible_text(self) -> str:
        """The step's text in reading order."""
        if self._model is None or self._model.black:
            return ""
        items = [(item.text, item.ink_rect(), item) for item in self._made.texts if item.isVisible()]
        parts = [plain(text).replace("\u00a0", " ") for text, _, _ in items]
        return "\n".join(part for part in parts if part.strip())

    @property
    def texts(self) -> list[TextItem]:
        """The texts that are seen, in reading order."""
        return [item for item in self._made.texts if item.isVisible()]

    def text_boxes(self) -> list[TextBox]:
        """Every text on the stage."""
        found = []
        for item in self._made.texts:
            if item.isVisible():
                ink = item.ink_rect()
                found.append(_text_box(item.text, ink, item.px, item.fits, item.role.name, item.role.least))
        for number in self._made.digits:
            if number.isVisible() and number.text:
                ink = number.ink_rect()
                found.append(_text_box(number.text, ink, number.px, number.fits, "digits", number.px))
        return found

    @property
    def numbers(self) -> list[Digits]:
        """The items that hold the numbers."""
        return list(self._made.digits)

    def occupied(self) -> list[QRectF]:
        """Where words and the clock are, for what wants to lie beside them."""
        found = [QRectF(box.x, box.y, box.w, box.h) for box in self.text_boxes()]
        ring = self._made.ring
        return [*found, ring.sceneBoundingRect()] if ring is not None and ring.isVisible() else found

    @property
    def board(self) -> Board | None:
        """The board that is played, where there is one."""
        return self._made.board

    def touch(self, state: QEventPoint.State, at: QPointF) -> None:
        """A finger, or a button that is held: it goes down, moves, goes up."""
        if state == QEventPoint.State.Pressed:
            self._press(at)
        elif state == QEventPoint.State.Updated and self._made.on_move is not None:
            self._made.on_move(at)
        elif state == QEventPoint.State.Released and self._made.on_release is not None:
            self._made.on_release(at)

    def key(self, key: int) -> bool:
        """A key for what is played on the stage; whether it was used."""
        return self._made.own_keys is not None and self._made.own_keys(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.setAccepted(self.key(event.key()))

    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        event.setAccepted(self._press(event.scenePos()))

    def mouseMoveEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        if event.buttons():
            self.touch(QEventPoint.State.Updated, event.scenePos())

    def mouseReleaseEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        event.accept()
        self.touch(QEventPoint.State.Released, event.scenePos())

    def mouseDoubleClickEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        self.mousePressEvent(event)

    def _press(self, at: QPointF) -> bool:
        if self._model is None or self._model.black:
            return False
        for target in self._made.targets:
            if target.rect.contains(at):
                target.act()
                return True
        return self._made.on_press is not None and self._made.on_press(at)

    def _rebuild(
        self, model: StageModel, *, same_step: bool, animate: bool, before: StageModel | None
    ) -> None:
        self.player.watch(None)
        made = build(model, self._desk)  # first: where this fails, the class keeps the picture it has
        self.motion.forget()
        self._clear()
        self._set_backdrop(model)
        self._adopt(made)
        self.rebuilt += 1
        if animate and before is not None:
            self._animate(same_step=same_step, before=before, model=model)
        self.described.emit(self.accessible_text())

    def _animate(self, *, same_step: bool, before: StageModel, model: StageModel) -> None:
        if not same_step or before.help_card != model.help_card or before.lobby != model.lobby:
            assert self._layer is not None
            self.motion.slide_in(self._layer)
        elif before.phase == model.phase and before.beat >= model.beat and before.stamps >= model.stamps:
            return
        for entrance in self._made.entrances:
            entrance(self.motion)

    def _adopt(self, made: Builder) -> None:
        self._layer = made.layer
        self._made = made.made
        self.addItem(made.layer)
        self.motion.watch_eyes(self._made.lids)
        if self._made.ring is not None:
            self.set_seconds(*self._seconds)

    def _clear(self) -> None:
        if self._layer is not None:
            self.removeItem(self._layer)
        self._layer = None
        self._made = Stagecraft()

    def _set_backdrop(self, model: StageModel) -> None:
        theme = theme_for(model.lesson.audience, high_contrast=model.high_contrast)
        wanted = (theme, is_title(model))
        if wanted != self._backdrop:
            self._backdrop = wanted
            self.setBackgroundBrush(QColor(wanted[0].palette.paper))
            self.invalidate(REACH, QGraphicsScene.SceneLayer.BackgroundLayer)

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        if self._backdrop is None:
            painter.fillRect(rect, QColor(Qt.GlobalColor.white))
        else:
            paint_backdrop(painter, self._backdrop[0], title=self._backdrop[1])

    def _update(self, before: StageModel, model: StageModel, *, animate: bool) -> None:
        if (before.tally, before.teams_answered, before.join, before.seats) == (
            model.tally,
            model.teams_answered,
            model.join,
            model.seats,
        ):
            return
        for update in self._made.updates:
            update(model)
        rose = (
            model.tally is not None
            and before.tally is not None
            and model.tally.answered > before.tally.answered
        )
        if animate and rose and self._made.counter is not None:
            self.motion.count(self._made.counter)


def _same_picture(before: StageModel, model: StageModel) -> bool:
    """Whether two models differ at most in counts that can be drawn in place."""
    if model.phase == "revealed" and before.tally != model.tally:
        return False
    return _without_counts(before) == _without_counts(model)


def _without_counts(model: StageModel) -> StageModel:
    join = model.join and Join(model.join.address, model.join.code, model.join.url)
    return replace(model, tally=None, teams_answered=frozenset(), black=False, join=join, seats=0)


def _text_box(text: str, ink: QRectF, px: int, fits: bool, role: str, least: int) -> TextBox:
    shown = plain(text).replace("\u00a0", " ")
    return TextBox(
        shown,
        round(ink.x(), 1),
        round(ink.y(), 1),
        round(ink.width(), 1),
        round(ink.height(), 1),
        px,
        fits,
        role,
        least,
    )
