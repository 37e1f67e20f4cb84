"""The small picture of the next step."""

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from lessonapp.i18n import _
from lessonapp.ui.console.foresight import Foresight
from lessonapp.ui.stage.model import StageModel
from lessonapp.ui.stage.render import render_png
from lessonapp.ui.stage.scene import StageScene

DELAY_MS = 150  # the class's picture comes first, the teacher's look ahead after it
WIDTH, HEIGHT = 214, 120
NARROW_WIDTH, NARROW_HEIGHT = 160, 90


class NextPreview(QLabel):
    """Drawn a moment after the stage itself, and only when the next step is another one."""

    def __init__(self, stage: StageScene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stage = stage
        self.setProperty("role", "preview")
        self.setFixedSize(QSize(WIDTH, HEIGHT))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self._scene = StageScene(self, reduce_motion=True)
        self._model: StageModel | None = None
        self._drawn: object = ()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._draw)
        stage.motion.rested.connect(self._on_rested)
        self._waiting = False
        self._foresight = Foresight(stage, self._scene, self)

    def set_model(self, model: StageModel | None) -> None:
        """Show this step next, whole; None at the end."""
        before, self._model = self._key(), model
        # Not once more while it waits for the same step: answers rush in faster than it is drawn.
        if self._key() != self._drawn and not (self._timer.isActive() and self._key() == before):
            self._timer.start(DELAY_MS)

    def expect(self, model: StageModel | None) -> None:
        """What Continue will bring, which may be a part of a step: made ready, not shown here."""
        self._foresight.expect(model)

    def set_narrow(self, narrow: bool) -> None:
        """A smaller picture where the window is small."""
        size = QSize(NARROW_WIDTH, NARROW_HEIGHT) if narrow else QSize(WIDTH, HEIGHT)
        if size != self.size():
            self.setFixedSize(size)
            self._drawn = ()
            self._timer.start(DELAY_MS)

    def _key(self) -> object:
        return (self._model.step, self._model.contacts) if self._model is not None else None

    def _on_rested(self) -> None:
        if self._waiting:
            self._timer.start(0)  # not at once: the stage may be about to move again

    def _draw(self) -> None:
        self._waiting = self._stage.motion.running
        if self._waiting:
            return
        self._drawn = self._key()
        if self._model is None:
            self.setPixmap(QPixmap())
            self.setText(_("This was the last step."))
            return
        self._scene.show_model(self._model, animate=False)
        ratio = self.devicePixelRatioF()
        picture = render_png(self._scene, round(self.width() * ratio), round(self.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        self.setPixmap(QPixmap.fromImage(picture))
        self.setAccessibleName(_("Next: {text}").format(text=self._scene.accessible_text()))
