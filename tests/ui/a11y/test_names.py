"""What a screen reader finds: every control of every page has a name, through Qt's own interface."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from lessonapp.app.program import Program
from lessonapp.app.teaching import Teaching
from lessonapp.app.workspace import Workspace
from lessonapp.domain.school import Contact, School, SchoolClass
from lessonapp.settings import Settings
from lessonapp.ui.console.dialogs import EndDialog, KeysDialog
from lessonapp.ui.console.voice_help import VoiceHelpDialog
from lessonapp.ui.home.class_dialog import ClassDialog
from lessonapp.ui.stage_models import StageSetting
from tests.builders import TickingClock, session

ROLE = QAccessible.Role
CONTROLS = {
    ROLE.Button,
    ROLE.PushButton,
    ROLE.CheckBox,
    ROLE.RadioButton,
    ROLE.ComboBox,
    ROLE.EditableText,
    ROLE.SpinBox,
    ROLE.Slider,
    ROLE.List,
    ROLE.Table,
    ROLE.PageTab,
    ROLE.ButtonMenu,
    ROLE.Switch,
}


def controls(top: QWidget) -> Iterator[tuple[QWidget, QAccessibleInterface]]:
    """Every control of a window that a person could reach now."""
    for widget in top.findChildren(QWidget):
        face = QAccessible.queryAccessibleInterface(widget)
        if not widget.isVisibleTo(top) or not widget.isEnabled():
            continue
        inside_field = widget.objectName() == "qt_spinbox_lineedit"  # the field around it has the name
        if face.role() in CONTROLS and not inside_field:
            yield widget, face


def nameless(top: QWidget) -> list[str]:
    found = []
    for widget, face in controls(top):
        if not face.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} {widget.property('role')!r} in {widget.parent()}")
    return found


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path, tongue: str) -> Iterator[Program]:
    workspace = Workspace(tmp_path / "home")
    workspace.store.save_class(SchoolClass(label="4A", seats=30))
    workspace.store.save_school(School(name="Hoa Nắng", contacts=(Contact(role="Trạm Y tế xã"),)))
    made = Program(qapp, workspace)
    made.open_home()
    with qtbot.waitSignal(made.home_painted):
        pass
    yield made
    made.window.hide()
    made.window.deleteLater()
    made.close()


@pytest.mark.parametrize("page", ["home", "results", "settings"])
def test_every_control_of_a_page_has_a_name(program: Program, page: str) -> None:
    program.window.show_page(page)
    found = list(controls(program.window))
    assert len(found) > 5
    assert nameless(program.window) == []


@pytest.fixture
def teaching(qtbot: QtBot, qapp: QApplication, tongue: str) -> Iterator[Teaching]:
    taught = session(clock=TickingClock())
    made = Teaching(taught, StageSetting(), Settings(reduce_motion=True), windowed=True)
    made.start()
    yield made
    made.close()
    made.deleteLater()


@pytest.mark.parametrize("step", ["mo", "q3", "re", "gap", "tom"])
@pytest.mark.parametrize("channel", ["hands", "screen"])
def test_every_control_of_console_and_bar_has_a_name_at_every_step(
    teaching: Teaching, step: str, channel: str
) -> None:
    teaching.controller.change_channel(channel)  # type: ignore[arg-type]
    teaching.controller.goto(step)
    for command in ("next", "pen", "pen"):
        for window in (
            teaching.console,
            teaching.bar,
            teaching.bar.tools,
            teaching.console.tools.sound_panel,
        ):
            assert nameless(window) == []
        teaching.do(command)
    assert len(list(controls(teaching.console))) > 15


def test_both_views_carry_the_words_of_the_step(teaching: Teaching) -> None:
    teaching.controller.goto("q3")
    for view in (teaching.stage.view, teaching.console.stage):
        face = QAccessible.queryAccessibleInterface(view)
        assert face.text(QAccessible.Text.Name)
        description = face.text(QAccessible.Text.Description)
        assert "Mây nên làm gì ở câu q3?" in description
        for option in "abc":
            assert f"Cách {option}" in description
    teaching.do("black")
    for view in (teaching.stage.view, teaching.console.stage):
        assert view.accessibleDescription() == "", "what is covered is not read out"
    teaching.do("black")
    assert "q3" in teaching.stage.view.accessibleDescription()


def test_dialogs_have_names(qtbot: QtBot, tongue: str) -> None:
    dialogs: list[QDialog] = [
        KeysDialog(),
        EndDialog("Bài", rehearsal=False, finished=False, saved=True),
        VoiceHelpDialog("Trouble", ("How", "line")),
        ClassDialog(SchoolClass(label="4A", seats=30)),
    ]
    for dialog in dialogs:
        qtbot.addWidget(dialog)
        dialog.show()
        assert dialog.windowTitle()
        assert nameless(dialog) == []
