"""Everything on the console can be reached and left with the keyboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from lessonapp.app.teaching import Teaching
from lessonapp.settings import Settings
from lessonapp.ui.stage_models import StageSetting
from lessonapp.ui.theme import apply_theme
from tests.builders import TickingClock, session


@pytest.fixture
def teaching(qtbot: QtBot, qapp: QApplication) -> Iterator[Teaching]:
    apply_theme(qapp)
    taught = session(clock=TickingClock())
    made = Teaching(taught, StageSetting(), Settings(reduce_motion=True), windowed=True)
    made.start()
    made.console.activateWindow()
    qtbot.waitUntil(made.console.isActiveWindow)
    made.console.bar.go.setFocus()
    yield made
    made.close()
    made.deleteLater()


def tour(qtbot: QtBot, teaching: Teaching, key: Qt.Key) -> list[QWidget]:
    """Where Tab leads, from Continue until it comes back there."""
    seen: list[QWidget] = []
    for _ in range(120):
        focus = teaching.console.focusWidget()
        assert focus is not None
        if seen and focus is seen[0]:
            return seen
        seen.append(focus)
        qtbot.keyClick(focus, key)
    raise AssertionError(f"Tab never comes back: {seen[-6:]}")


@pytest.mark.parametrize("step", ["mo", "q3", "xep", "tom"])
@pytest.mark.parametrize("channel", ["hands", "screen"])
@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_tab_goes_through_every_control_and_comes_back(
    qtbot: QtBot, teaching: Teaching, step: str, channel: str, key: Qt.Key
) -> None:
    teaching.controller.change_channel(channel)  # type: ignore[arg-type]
    teaching.controller.goto(step)
    teaching.do("next")
    teaching.console.bar.go.setFocus()
    seen = tour(qtbot, teaching, key)
    console = teaching.console
    reached = {id(widget) for widget in seen}
    wanted = [
        made
        for made in console.findChildren(QAbstractButton)
        if made.isVisibleTo(console)
        and made.isEnabled()
        and made.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not made.autoExclusive()
    ]
    assert len(wanted) > 10
    missed = [made.accessibleName() or made.text() for made in wanted if id(made) not in reached]
    assert missed == []


def test_f6_leaves_a_game_on_the_stage_where_tab_belongs_to_the_game(
    qtbot: QtBot, teaching: Teaching
) -> None:
    teaching.controller.change_channel("screen")
    teaching.controller.goto("xep")
    teaching.do("next")
    stage = teaching.console.stage
    qtbot.keyClick(teaching.console.bar.go, Qt.Key.Key_F6)
    assert stage.hasFocus()
    for _ in range(5):
        qtbot.keyClick(stage, Qt.Key.Key_Tab)
    assert stage.hasFocus(), "the game keeps Tab"
    qtbot.keyClick(stage, Qt.Key.Key_F6)
    assert teaching.console.bar.go.hasFocus()


def test_the_sound_panel_is_left_by_esc(qtbot: QtBot, teaching: Teaching) -> None:
    row = teaching.console.tools
    row.sound.setFocus()
    qtbot.keyClick(row.sound, Qt.Key.Key_Space)
    assert row.sound_panel.isVisible()
    qtbot.keyClick(row.sound_panel, Qt.Key.Key_Escape)
    assert not row.sound_panel.isVisible()
    assert teaching.controller.session.state.status == "running"
