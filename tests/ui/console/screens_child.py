"""A lesson on many screens, in a process of its own: the platform takes its screens when it starts."""

import json
import sys

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QMouseEvent, QScreen
from PySide6.QtWidgets import QApplication

from lessonapp.app.teaching import Teaching
from lessonapp.i18n import set_language
from lessonapp.settings import Settings
from lessonapp.ui.screens import Placement, ScreenKeeper, place
from lessonapp.ui.stage.render import render_png
from lessonapp.ui.stage.theme import HEIGHT, WIDTH
from lessonapp.ui.stage_models import StageSetting
from lessonapp.ui.theme import apply_theme
from tests.builders import TickingClock, session
from tests.visual.pictures import differing


class Plugs:
    """The screens that are plugged in just now: the platform cannot let them come and go by itself."""

    def __init__(self, plugged: list[QScreen]) -> None:
        self.plugged = plugged

    def place(self) -> Placement:
        """Where stage and console go, by the program's own rule."""
        return place(self.plugged, self.plugged[0], {})


def in_a_row() -> list[QScreen]:
    """All screens of the platform, from the left."""
    return sorted(QGuiApplication.screens(), key=lambda screen: screen.geometry().x())


def shape(teaching: Teaching, screen: QScreen) -> dict[str, object]:
    """How the stage lies on a screen, and how far it looks from what it should."""
    stage = teaching.stage
    stage.show_on(screen)
    QApplication.processEvents()
    view = stage.view
    whole = view.mapFromScene(QRectF(0, 0, WIDTH, HEIGHT)).boundingRect()
    taken = view.viewport().grab().toImage()
    wanted = render_png(teaching.scene, taken.width(), taken.height())
    corner = view.mapToScene(QPoint(1, 1))
    return {
        "screen": screen.name(),
        "covers": stage.geometry() == screen.geometry(),
        "whole": view.viewport().rect().adjusted(-2, -2, 2, 2).contains(whole),
        "pixels": [taken.width(), taken.height()],
        "differs": differing(wanted, taken),
        "paper_around": QColor(taken.pixel(2, 2)).lightness() > 200,
        "corner": [corner.x(), corner.y()],
    }


def plugging(teaching: Teaching, plugs: Plugs) -> list[dict[str, object]]:
    """The projector is pulled out in mid-lesson and plugged in again, then another one comes."""
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    everything = in_a_row()
    found: list[dict[str, object]] = []

    def told(what: str) -> None:
        QApplication.processEvents()
        session_step = teaching.controller.session.state.step
        found.append(
            {
                "what": what,
                "step": session_step,
                "shown": teaching.scene.model.step.id
                if teaching.scene.model and teaching.scene.model.step
                else None,
                "stage": teaching.stage.isVisible(),
                "covers": teaching.stage.geometry() == teaching.stage.screen().geometry(),
                "laid": teaching.console.geometry() == everything[0].availableGeometry(),
                "bar": teaching.bar.isVisible(),
                "tone": teaching.console.on_air.property("tone"),
                "on": teaching.stage.screen().name(),
                "console": teaching.console.isVisible(),
                "mirrored": teaching.screens.placement.mirrored,
                "banner": teaching.console.banner.isVisible(),
            }
        )

    plugs.plugged = everything[:2]
    app.screenRemoved.emit(everything[2])
    told("two screens")
    teaching.stage.setGeometry(everything[1].geometry().adjusted(0, 0, -200, -200))
    teaching.console.setGeometry(everything[1].geometry())
    told("not where they belong")
    everything[1].geometryChanged.emit(everything[1].geometry())
    told("another resolution")
    at, none = QPointF(50, 50), Qt.MouseButton.NoButton
    move = QMouseEvent(QEvent.Type.MouseMove, at, at, none, none, Qt.KeyboardModifier.NoModifier)
    app.sendEvent(teaching.stage.view.viewport(), move)
    told("somebody moves the mouse over the stage")
    plugs.plugged = everything[:1]
    app.screenRemoved.emit(everything[1])
    told("pulled out")
    teaching.do("next")
    told("gone on without it")
    plugs.plugged = everything[:2]
    app.screenAdded.emit(everything[1])
    told("plugged in again")
    plugs.plugged = [everything[0], everything[2]]
    app.screenRemoved.emit(everything[1])
    app.screenAdded.emit(everything[2])
    told("another projector")
    return found


def main() -> None:
    """Print as JSON what was seen."""
    app = QApplication(sys.argv[:1])
    set_language("vi")
    apply_theme(app)
    plugs = Plugs(in_a_row())
    ScreenKeeper._place = plugs.place  # type: ignore[method-assign, assignment]
    teaching = Teaching(session(clock=TickingClock()), StageSetting(), Settings(reduce_motion=True))
    teaching.start()
    teaching.do("next")
    result: dict[str, object] = {}
    if "plug" in sys.argv:
        result["plugging"] = plugging(teaching, plugs)
    else:
        result["shapes"] = [shape(teaching, screen) for screen in in_a_row()]
    teaching.close()
    print(json.dumps(result))  # noqa: T201 - this is what the test reads


if __name__ == "__main__":
    main()
