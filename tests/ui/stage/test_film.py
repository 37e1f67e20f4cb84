"""A film: it waits to be touched, plays with its captions, rests under cover, and is put away."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from lessonapp.ui.stage.film import FilmPicture, FilmPlayer
from lessonapp.ui.stage.model import StageModel
from lessonapp.ui.stage.render import render_png
from lessonapp.ui.stage.scene import StageScene
from lessonapp.ui.stage.view import StageView
from tests.ui.stage.specimen import specimen, step_of

# What Qt's media library says of optional system libraries, of a machine with no sound and of a broken file.
pytestmark = pytest.mark.qt_log_ignore(
    "Couldn't (load|resolve) ", "pa_context_connect", "No RHI backend", "Could not open media", extend=True
)
LESSON = specimen()
CAPTIONS = "WEBVTT\n\n00:00.000 --> 00:00.500\nMây mở máy.\n\n00:00.500 --> 00:09.000\nẨn số hiện ra!\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A lesson's folder with a red film of two seconds."""
    made = tmp_path_factory.mktemp("lesson")
    (made / "pictures").mkdir()
    (made / "pictures" / "a.vtt").write_text(CAPTIONS, "utf-8")
    writer = cv2.VideoWriter(str(made / "pictures" / "a.mp4"), cv2.VideoWriter.fourcc(*"mp4v"), 12, (64, 36))
    frame = np.full((36, 64, 3), (20, 20, 220), np.uint8)
    for _ in range(24):
        writer.write(frame)
    writer.release()
    return made


@pytest.fixture
def view(qtbot: QtBot, scene: StageScene, folder: Path) -> Iterator[StageView]:
    made = StageView(scene, interactive=True)
    qtbot.addWidget(made)
    made.resize(800, 450)
    made.show()
    scene.show_model(StageModel(lesson=LESSON, folder=folder, step=step_of(LESSON, "video")), animate=False)
    yield made
    scene.player.stop()


def middle(scene: StageScene) -> QColor:
    """The colour beside the middle of the film."""
    return render_png(scene, 480, 270).pixelColor(150, 120)


def test_the_film_keeps_within_its_frame_and_leaves_the_painter_as_it_was(qapp: object) -> None:
    film = FilmPicture(QRectF(0, 0, 200, 100), "#101010", radius=24)
    frame = QImage(160, 90, QImage.Format.Format_RGB32)
    frame.fill(QColor("#F02020"))
    film.show_image(frame)
    shown = QImage(200, 100, QImage.Format.Format_RGB32)
    shown.fill(QColor("#FFFFFF"))
    painter = QPainter(shown)
    film.draw(painter)
    clipped = painter.hasClipping()
    painter.end()
    assert not clipped, "what is painted next is whole"
    assert shown.pixelColor(1, 1) == QColor("#FFFFFF")
    assert red(shown.pixelColor(100, 50))


def red(colour: QColor) -> bool:
    return colour.red() > 180 and colour.green() < 80


def touch(qtbot: QtBot, view: StageView) -> None:
    at = view.mapFromScene(QPointF(800, 400))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def said(scene: StageScene) -> list[str]:
    return [item.text for item in scene.texts if item.isVisible()]


def test_it_never_starts_by_itself(view: StageView) -> None:
    assert not view.stage.player.playing
    assert not red(middle(view.stage))
    assert "Mây mở máy." in said(view.stage)


def test_a_touch_plays_it_with_its_captions_and_cover_lets_it_rest(qtbot: QtBot, view: StageView) -> None:
    scene = view.stage
    model = scene.model
    assert model is not None
    touch(qtbot, view)
    qtbot.waitUntil(lambda: red(middle(scene)))
    assert scene.player.playing
    qtbot.waitUntil(lambda: "Ẩn số hiện ra!" in said(scene))
    assert "Mây mở máy." not in said(scene)
    scene.show_model(replace(model, black=True), animate=False)
    assert not scene.player.playing
    scene.show_model(model, animate=False)
    assert not scene.player.playing, "it goes on when it is touched again"
    assert red(middle(scene)), "the picture where it stopped"
    qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: scene.player.playing)


def test_the_console_plays_it_as_loud_as_its_sounds_and_not_under_cover(
    qtbot: QtBot, view: StageView
) -> None:
    scene = view.stage
    heard: list[bool] = []
    scene.player.playing_changed.connect(heard.append)
    scene.player.set_sound(50, muted=False)
    scene.play_film()
    qtbot.waitUntil(lambda: scene.player.playing)
    assert scene.player.loudness == 0.5
    scene.player.set_sound(50, muted=True)
    assert scene.player.loudness == 0
    model = scene.model
    assert model is not None
    scene.show_model(replace(model, black=True), animate=False)
    scene.play_film()
    assert not scene.player.playing
    qtbot.waitUntil(lambda: heard == [True, False])


def test_the_help_card_over_it_and_back(qtbot: QtBot, view: StageView) -> None:
    scene = view.stage
    model = scene.model
    assert model is not None
    touch(qtbot, view)
    qtbot.waitUntil(lambda: red(middle(scene)))
    scene.show_model(replace(model, help_card=True), animate=False)
    assert not scene.player.playing
    assert "111" in said(scene)
    scene.show_model(model, animate=False)
    assert red(middle(scene))


def test_it_is_put_away_with_its_step(qtbot: QtBot, view: StageView, folder: Path) -> None:
    scene = view.stage
    touch(qtbot, view)
    qtbot.waitUntil(lambda: red(middle(scene)))
    scene.show_model(StageModel(lesson=LESSON, folder=folder, step=step_of(LESSON, "help")), animate=False)
    assert not scene.player.playing
    video = StageModel(lesson=LESSON, folder=folder, step=step_of(LESSON, "video"))
    scene.show_model(video, animate=False)
    assert not red(middle(scene)), "it begins anew"


def test_it_stops_where_the_lesson_says(qtbot: QtBot, view: StageView, folder: Path) -> None:
    scene = view.stage
    short = step_of(LESSON, "video").model_copy(update={"to": 0.6})
    scene.show_model(StageModel(lesson=LESSON, folder=folder, step=short), animate=False)
    touch(qtbot, view)
    qtbot.waitUntil(lambda: scene.player.playing)
    qtbot.waitUntil(lambda: not scene.player.playing)


def test_without_a_media_library_the_teacher_is_told(
    qtbot: QtBot, view: StageView, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    with qtbot.waitSignal(view.stage.film_failed):
        touch(qtbot, view)
    assert not view.stage.player.playing
    assert "Mây mở máy." in said(view.stage), "the class keeps the picture it has"


def test_a_file_that_is_no_film(qtbot: QtBot, tmp_path: Path) -> None:
    from PySide6.QtCore import QObject

    parent = QObject()
    player = FilmPlayer(parent)
    file = tmp_path / "a.mp4"
    file.write_bytes(b"no film")
    with qtbot.waitSignal(player.failed):
        player.toggle(file, 0, None)
    player.stop()
