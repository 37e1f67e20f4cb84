"""What Continue will bring is drawn before it is asked for, where nobody sees it."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QSize, QTimer

from lessonapp.ui.stage.model import StageModel
from lessonapp.ui.stage.render import render_png
from lessonapp.ui.stage.scene import StageScene

DELAY_MS = 180  # after the small picture of the next step, which the teacher waits for


class Foresight(QObject):
    """Has the pictures of what comes next ready, in the sizes that the stage will ask for.

    One view at a time and only while nothing moves on the stage: no key and no motion waits for it.
    """

    def __init__(self, stage: StageScene, desk: StageScene, parent: QObject) -> None:
        super().__init__(parent)
        self._stage, self._desk = stage, desk
        self._model: StageModel | None = None
        self._sizes: Iterator[QSize] | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._draw_one)
        stage.motion.rested.connect(self._go_on)

    def expect(self, model: StageModel | None) -> None:
        """This comes next; None where nothing is known of it."""
        if _picture(model) != _picture(self._model):
            self._model = model
            self._sizes = self._wanted() if model is not None else None
            self._timer.start(DELAY_MS)

    def _wanted(self) -> Iterator[QSize]:
        for view in self._stage.views():
            size = view.viewport().size() * view.devicePixelRatioF()
            if view.isVisible() and not size.isEmpty():
                yield size

    def _go_on(self) -> None:
        if self._sizes is not None and not self._timer.isActive():
            self._timer.start(0)

    def _draw_one(self) -> None:
        if self._model is None or self._sizes is None or self._stage.motion.running:
            return
        size = next(self._sizes, None)
        if size is None:
            self._sizes = None
            return
        self._desk.show_model(self._model, animate=False)
        render_png(self._desk, size.width(), size.height())
        self._go_on()


def _picture(model: StageModel | None) -> object:
    """What of a model decides which pictures it needs."""
    if model is None:
        return None
    return (model.step, model.beat, model.phase, model.contacts, model.large_text, model.high_contrast)
