"""Keys pressed at the console until stage and preview have painted what comes next."""

import json
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from bench.children import leave
from bench.library import models
from bench.painted import Painted
from lessonapp.app.help_lines import help_line
from lessonapp.app.qt import application
from lessonapp.app.teaching import Teaching
from lessonapp.app.workspace import Workspace
from lessonapp.i18n import set_language
from lessonapp.session.log import Opening
from lessonapp.ui.stage_models import StageSetting
from lessonapp.ui.theme import apply_theme, font

SEATS = 35
QUIET_MS, MOST_MS, SETTLE_MS = 220, 1200, 900
ONE_MOTION = 0.06  # seconds: frames further apart belong to no animation
BARE_PRESSES = 60


@dataclass
class Watch:
    """What was painted since a key was pressed, and what it cost."""

    pressed: float = 0.0
    fresh: Callable[[], bool] = lambda: True
    """Whether the stage has been told what is new."""
    seen: Callable[[], bool] = lambda: True
    """Whether what is new can be seen yet: a step that fades in cannot in its first frame."""
    unseen: int = 0
    """Frames painted before it could."""
    stage: list[tuple[float, float]] = field(default_factory=list)
    """When the stage had painted, and the processor time used until then."""
    preview: list[float] = field(default_factory=list)

    def press(self, target: QObject) -> None:
        """A press of Page Down, as a clicker gives it."""
        self.stage, self.preview, self.unseen = [], [], 0
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier)
        self.pressed = time.perf_counter()
        QCoreApplication.postEvent(target, event)

    def on_stage(self) -> None:
        """The stage has painted."""
        if self.fresh():
            if self.unseen == len(self.stage):
                self.unseen += not self.seen()
            self.stage.append((time.perf_counter(), time.process_time()))

    def on_preview(self) -> None:
        """The console has painted its picture of the stage."""
        if self.fresh():
            self.preview.append(time.perf_counter())

    def latency(self) -> float | None:
        """Milliseconds from the press until both had painted what is new; None where they did not."""
        frame = min(self.unseen, len(self.stage) - 1, len(self.preview) - 1)
        if frame < 0:
            return None
        return (max(self.stage[frame][0], self.preview[frame]) - self.pressed) * 1000

    def frames(self) -> list[float]:
        """Milliseconds of processor for each frame that follows another one closely."""
        pairs = zip(self.stage, self.stage[1:], strict=False)
        return [(cpu - cpu0) * 1000 for (at0, cpu0), (at, cpu) in pairs if at - at0 < ONE_MOTION]

    def wait(self, settle: int = 0) -> None:
        """Let the windows live until nothing of the stage is painted for a moment."""
        if settle:
            _live(settle)
            return
        end = time.perf_counter() + MOST_MS / 1000
        while time.perf_counter() < end:
            before = len(self.stage) + len(self.preview)
            _live(QUIET_MS)
            if len(self.stage) + len(self.preview) == before:
                return


def _live(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def main() -> None:
    """START bare|moving|reduced HOME: print the milliseconds of every press and of every frame."""
    _started, mode, home = sys.argv[1:]
    app = application()
    app.setQuitOnLastWindowClosed(False)
    set_language("vi")
    apply_theme(app)
    leave(_bare() if mode == "bare" else _lessons(Path(home), reduce_motion=mode == "reduced"))


def _lessons(home: Path, *, reduce_motion: bool) -> dict[str, Any]:
    """All steps of three lessons, pressed one by one."""
    home.mkdir(parents=True, exist_ok=True)
    (home / "settings.json").write_text(json.dumps({"reduce_motion": reduce_motion}), "utf-8")
    workspace = Workspace(home)
    found: dict[str, Any] = {"steps": [], "others": [], "frames": [], "presses": []}
    for folder in models():
        loaded = workspace.lesson(str(folder), "vi")
        opening = Opening(class_label="4A", seats=SEATS, channel="hands")
        session = workspace.begin(loaded, opening)
        setting = StageSetting(loaded.folder, (), help_line(loaded.lesson.audience, loaded.lesson.language))
        teaching = Teaching(session, setting, workspace.settings)
        teaching.start()
        _teach(teaching, found)
        teaching.close()
    workspace.close()
    return found


def _teach(teaching: Teaching, found: dict[str, Any]) -> None:
    """Continue to the end."""
    watch = Watch(seen=lambda: _opacity(teaching) > 0)
    scene, session = teaching.scene, teaching.controller.session
    shown = scene.model
    watch.fresh = lambda: scene.model is not shown
    Painted(teaching.stage, _viewport(teaching.stage), watch.on_stage)
    Painted(teaching.console, teaching.console.stage.viewport(), watch.on_preview)
    watch.wait(SETTLE_MS)
    while session.action.kind not in ("end", "none"):
        kind, before = session.action.kind, session.state.step
        shown = scene.model
        watch.press(_focus(teaching.console))
        watch.wait()
        took = watch.latency()
        if took is None:
            raise RuntimeError(f"{session.lesson.id}: nothing was painted after {before} ({kind})")
        moved = session.state.step != before
        found["steps" if moved else "others"].append(took)
        found["presses"].append([session.lesson.id, session.state.step, kind, took])
        found["frames"] += watch.frames()


def _opacity(teaching: Teaching) -> float:
    """How far the step has faded in, 0 to 1."""
    layer = teaching.scene._layer  # noqa: SLF001 - of the scene's items it alone is the step
    return layer.opacity() if layer is not None else 1.0


def _focus(window: QWidget) -> QWidget:
    """Where a key goes in a window."""
    focused: QWidget | None = window.focusWidget()
    return window if focused is None else focused


def _viewport(window: QWidget) -> QWidget:
    """The view that fills a stage window."""
    from lessonapp.ui.stage.view import StageView

    view = window if isinstance(window, StageView) else window.findChild(StageView)
    assert view is not None  # a stage shows its scene in a view
    return view.viewport()


class _Card(QWidget):
    """A number on a colour."""

    number = 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One rectangle, one text."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#FFF7E8" if self.number % 2 else "#E8F4FF"))
        painter.setFont(font(64, 700))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, f"Trang {self.number}")
        painter.end()


class _Pressed(QObject):
    """Calls back at a key."""

    def __init__(self, window: QWidget, pressed: Callable[[], None]) -> None:
        super().__init__(window)
        self._pressed = pressed
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Every key is the same here."""
        if event.type() != QEvent.Type.KeyPress:
            return False
        self._pressed()
        return True


def _bare() -> dict[str, Any]:
    """Two windows as large as stage and console, a rectangle and a text in each."""
    watch = Watch()
    console, stage = QWidget(), _Card()
    preview = _Card(console)
    screens = QGuiApplication.screens()
    for window, screen in ((console, screens[0]), (stage, screens[-1])):
        window.setGeometry(screen.geometry())
        window.showFullScreen()
    preview.setGeometry(252, 80, 1210, 680)
    preview.show()

    def pressed() -> None:
        for card in (stage, preview):
            card.number += 1
            card.update()

    _Pressed(console, pressed)
    Painted(stage, stage, watch.on_stage)
    Painted(console, preview, watch.on_preview)
    watch.wait(SETTLE_MS)
    found = []
    for _press in range(BARE_PRESSES):
        watch.press(console)
        _live(40)
        took = watch.latency()
        assert took is not None  # both were told to paint
        found.append(took)
    return {"steps": found}


if __name__ == "__main__":
    main()
