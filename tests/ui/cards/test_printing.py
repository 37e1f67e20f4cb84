"""Printing cards from Home and from the console: choose, see the pages, save."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lessonapp.app.cards_print import cards_document, seats_of
from lessonapp.app.program import Presenting, Program
from lessonapp.app.workspace import Workspace
from lessonapp.domain.school import SchoolClass
from lessonapp.i18n import language
from lessonapp.ui.cards.print_dialog import PrintCardsDialog
from lessonapp.ui.results.preview import PdfPreview
from lessonapp.ui.theme import apply_theme


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    apply_theme(qapp)
    made = Program(qapp, Workspace(tmp_path / "home"))
    made.workspace.store.save_class(SchoolClass(label="4A", seats=38))
    made.chosen_class = "4A"
    made.refresh()
    yield made
    if made.lessons.teaching is not None:
        made.lessons.teaching.close()
    made.close()
    made.window.deleteLater()
    made.deleteLater()


@pytest.fixture
def dialog(qtbot: QtBot) -> PrintCardsDialog:
    made = PrintCardsDialog("1-35", seats_of)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_dialog_says_what_is_wrong_and_prints_only_what_it_can(dialog: PrintCardsDialog) -> None:
    assert dialog.value() == (tuple(range(1, 36)), "a5")
    assert "35" in dialog._pages.text()
    dialog.seats.setText("1-99")
    assert "63" in dialog.seats_field.message()
    assert not dialog.show_pages.isEnabled()
    dialog.accept()
    assert dialog.isVisible()
    dialog.seats.setText(" ")
    assert "“" not in dialog.seats_field.message(), "nothing is quoted where nothing is written"
    assert not dialog.show_pages.isEnabled()
    dialog.seats.setText("3, 17")
    assert dialog.seats_field.message() == ""
    assert dialog.value()[0] == (3, 17)


def test_the_size_comes_with_its_distance(dialog: PrintCardsDialog) -> None:
    small = dialog._advice.text()
    assert "5 m" in small
    dialog.sizes.set_value("a4")
    dialog.sizes.chosen.emit("a4")
    assert "11 m" in dialog._advice.text()
    assert dialog.value()[1] == "a4"


def answer(qtbot: QtBot, kind: type[QWidget], act: Any) -> None:
    """Once a dialog of a kind is there, do something with it."""

    def look() -> None:
        found = QApplication.activeModalWidget()
        assert isinstance(found, kind)
        act(found)

    QTimer.singleShot(0, look)


def test_from_home_the_cards_of_the_class_are_seen_and_saved(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    asked: list[tuple[tuple[int, ...], str]] = []

    def accept(dialog: PrintCardsDialog) -> None:
        asked.append(dialog.value())
        dialog.seats.setText("1-2")
        dialog.accept()

    answer(qtbot, PrintCardsDialog, accept)
    program.home.cards_print_requested.emit()
    assert asked == [(tuple(range(1, 39)), "a5")]
    preview = program.window.findChild(PdfPreview)
    assert isinstance(preview, PdfPreview)
    assert preview.page_count() == 3
    target = tmp_path / "in thẻ" / "thẻ.pdf"
    preview.save_requested.emit(str(target))
    assert target.read_bytes() == cards_document((1, 2), "a5", language())
    assert program.workspace.settings.save_folder == str(target.parent)
    preview.language_requested.emit("en")
    assert preview.page_count() == 3
    preview.save_requested.emit(str(target))
    assert target.read_bytes() == cards_document((1, 2), "a5", "en")
    preview.close()


def test_cards_that_cannot_be_written_are_told(program: Program, tmp_path: Path) -> None:
    preview = program.cards.preview((1,), "a4", program.window)
    (tmp_path / "file").write_bytes(b"")
    preview.save_requested.emit(str(tmp_path / "file" / "x.pdf"))
    assert "x.pdf" in preview.fault.text()
    assert preview.fault.isVisibleTo(preview)
    assert preview.open_folder.isHidden()
    preview.close()


def test_a_lesson_opens_with_cards_and_the_class_remembers(qtbot: QtBot, program: Program) -> None:
    program.lessons.present(Presenting("t01-a2", "4A", "cards", 0, None, windowed=True))
    teaching = program.lessons.teaching
    assert teaching is not None
    assert teaching.controller.session.state.channel == "cards"
    asked: list[str] = []

    def refuse(dialog: PrintCardsDialog) -> None:
        asked.append("print")
        dialog.reject()

    answer(qtbot, PrintCardsDialog, refuse)
    teaching.cards.panel.print.click()
    assert asked == ["print"]
    teaching.cards.panel.camera.setting_chosen.emit(
        type(teaching.cards._setting)(camera="usb", size=(1920, 1080), mirrored=False)
    )
    kept = Workspace(program.workspace.folder).settings.camera
    assert kept == {"camera": "usb", "size": "1920x1080", "mirrored": "no"}
    teaching.finish("pause")
    known = {c.label: c for c in program.workspace.store.classes()}
    assert known["4A"].channel == "cards"
