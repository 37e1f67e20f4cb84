"""The stage in a window: a view that keeps 16 to 9, and the projector's window."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent, QScreen, QTouchEvent
from PySide6.QtWidgets import QFrame, QGraphicsView, QVBoxLayout, QWidget

from lessonapp.i18n import _
from lessonapp.ui.stage.scene import StageScene
from lessonapp.ui.stage.theme import HEIGHT, WIDTH


class StageView(QGraphicsView):
    """Shows the whole scene at any size; what is above and below is the theme's own paper."""

    def __init__(
        self, scene: StageScene, parent: QWidget | None = None, *, interactive: bool = False
    ) -> None:
        super().__init__(scene, parent)
        self._stage = scene
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheBackground)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setInteractive(interactive)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus if interactive else Qt.FocusPolicy.NoFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents, on=interactive)
        self.setAccessibleName(_("The stage"))
        scene.described.connect(self._describe)
        self._describe(scene.accessible_text())

    @property
    def stage(self) -> StageScene:
        """The scene that is shown."""
        return self._stage

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.isInteractive() and self._stage.key(event.key()):
            event.accept()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        """A finger does what the mouse does; a second finger does nothing."""
        if isinstance(event, QTouchEvent) and self.isInteractive() and event.points():
            point = event.points()[0]
            self._stage.touch(point.state(), self.mapToScene(point.position().toPoint()))
            event.accept()
            return True
        return super().viewportEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002  # Qt's own name
        if self.isInteractive() and self._stage.key(Qt.Key.Key_Tab if next else Qt.Key.Key_Backtab):
            return True
        return super().focusNextPrevChild(next)

    def _fit(self) -> None:
        size = self.viewport().size()
        scale = min(size.width() / WIDTH, size.height() / HEIGHT)
        if scale > 0:
            self.resetTransform()
            self.scale(scale, scale)
            self.centerOn(WIDTH / 2, HEIGHT / 2)

    def _describe(self, text: str) -> None:
        self.setAccessibleDescription(text)


class StageWindow(QWidget):
    """The projector's window: the stage and nothing else."""

    closed = Signal()

    def __init__(self, scene: StageScene, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(_("The stage"))
        self.view = StageView(scene, self, interactive=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.resize(1280, 720)

    def set_screen(self, screen: QScreen) -> None:
        """Lie on a screen, all of it."""
        self.setScreen(screen)
        self.setGeometry(screen.geometry())

    def show_on(self, screen: QScreen) -> None:
        """Be seen on a screen, all of it."""
        if self.isFullScreen() and self.screen() is not screen:
            self.showNormal()
        self.set_screen(screen)
        self.showFullScreen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.setAccepted(self.view.stage.key(event.key()))

    def closeEvent(self, event: QCloseEvent) -> None:
        if event.spontaneous():
            event.ignore()  # the picture stays; whoever listens asks whether to end
        self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.setWindowTitle(_("The stage"))
