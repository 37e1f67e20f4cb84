"""What is asked before hard topics: once for T04, every time for T15, never in a rehearsal."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from lessonapp.app.before import still_to_ask
from lessonapp.app.program import Presenting, Program
from lessonapp.app.workspace import Workspace
from lessonapp.domain.before import asked_before
from lessonapp.i18n import set_language
from lessonapp.session.log import Opening
from lessonapp.ui.home.before_dialogs import ListeningDialog, SchoolDialog
from lessonapp.ui.home.start_dialog import StartDialog
from lessonapp.ui.results.preview import PdfPreview
from tests.builders import lesson, lesson_data
from tests.programs import running

TOPICS = {
    "t04-a2": ("strangers", "grades-4-5"),
    "t15-a4": ("sextortion", "grades-10-12"),
    "t09-ad": ("help", "adults"),
}


def put(home: Path, *lessons: str) -> None:
    for name in lessons:
        topic, audience = TOPICS[name]
        folder = home / "lessons" / audience / name
        folder.mkdir(parents=True)
        data = lesson_data(id=name, topic=topic, audience=audience)
        (folder / "lesson.vi.yaml").write_text(json.dumps(data), "utf-8")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    put(tmp_path / "home", *TOPICS)
    return tmp_path / "home"


@pytest.fixture
def program(qapp: QApplication, home: Path) -> Iterator[Program]:
    set_language("vi")
    with running(qapp, Workspace(home)) as made:
        made.open_home()
        made.refresh()
        yield made
        if made.lessons.teaching is not None:
            made.lessons.teaching.finish("pause")


def present(program: Program, name: str, act: Callable[[QDialog], object] | None = None) -> list[str]:
    """Present a lesson; the dialogs that came on the way, each answered by `act`."""
    shown: list[str] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            shown.append(type(dialog).__name__)
            if act is not None:
                act(dialog)

    QTimer.singleShot(0, answer)
    program.lessons.present(Presenting(name, "", None, 0, None, True))
    return shown


def taught(program: Program) -> str | None:
    teaching = program.lessons.teaching
    return teaching.controller.session.lesson.id if teaching is not None else None


def test_which_lessons_ask() -> None:
    assert asked_before(lesson(topic="strangers")) == "listening"
    assert asked_before(lesson(topic="sextortion", audience="grades-10-12")) == "school"
    assert asked_before(lesson(topic="strangers", audience="adults")) == ""
    assert asked_before(lesson(topic="sextortion", audience="adults")) == ""
    assert asked_before(lesson(topic="help")) == ""


@pytest.mark.parametrize("button", ["yes", "go_on"])
def test_t04_asks_once_and_begins(program: Program, button: str) -> None:
    assert present(program, "t04-a2", lambda d: getattr(d, button).click()) == ["ListeningDialog"]
    assert taught(program) == "t04-a2"
    assert Workspace(program.workspace.folder).settings.listening_asked
    assert program.lessons.teaching is not None
    program.lessons.teaching.finish("pause")
    assert present(program, "t04-a2") == []
    assert taught(program) == "t04-a2"


def test_closing_the_question_begins_nothing_and_asks_again(program: Program) -> None:
    assert present(program, "t04-a2", lambda d: d.reject()) == ["ListeningDialog"]
    assert taught(program) is None
    assert program.window.isVisible()
    assert present(program, "t04-a2", lambda d: d.reject()) == ["ListeningDialog"]


def test_not_yet_opens_the_first_part_of_the_adults_lesson(program: Program) -> None:
    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, ListeningDialog)
        assert not dialog.listen.isHidden()
        dialog.listen.click()

    present(program, "t04-a2", choose)
    teaching = program.lessons.teaching
    assert teaching is not None
    session = teaching.controller.session
    first = session.lesson.blocks[0].id
    assert (taught(program), session.state.block, teaching.rehearsal) == ("t09-ad", first, True)
    assert program.workspace.journal.sessions() == []


def test_not_yet_shows_the_card(qtbot: QtBot, program: Program) -> None:
    def preview() -> PdfPreview | None:
        return next((w for w in QApplication.topLevelWidgets() if isinstance(w, PdfPreview)), None)

    present(program, "t04-a2", lambda d: d.card.click())  # type: ignore[attr-defined]  # a ListeningDialog
    assert taught(program) is None
    qtbot.waitUntil(lambda: preview() is not None, timeout=15000)
    shown = preview()
    assert shown is not None
    shown.close()
    shown.deleteLater()


def test_without_the_adults_lesson_its_button_is_not_there(qtbot: QtBot) -> None:
    dialog = ListeningDialog(None, lesson_there=False)
    qtbot.addWidget(dialog)
    assert dialog.listen.isHidden()
    assert not dialog.card.isHidden()


def test_who_taught_the_adults_lesson_here_is_not_asked(program: Program) -> None:
    workspace = program.workspace
    loaded = workspace.lesson("t09-ad")
    session = workspace.begin(loaded, Opening(class_label="GV", seats=20, channel="hands"))
    assert still_to_ask(workspace, workspace.lesson("t04-a2")) == "listening"
    session.advance()
    session.end()
    assert still_to_ask(workspace, workspace.lesson("t04-a2")) == ""


def test_t15_opens_only_when_both_are_so_and_asks_each_time(program: Program) -> None:
    def confirm(dialog: QDialog) -> None:
        assert isinstance(dialog, SchoolDialog)
        assert not dialog.open_lesson.isEnabled()
        dialog.briefed.click()
        assert not dialog.open_lesson.isEnabled()
        dialog.person.click()
        dialog.open_lesson.click()

    program.keep(replace(program.workspace.settings, listening_asked=True))
    for _time in range(2):
        assert present(program, "t15-a4", confirm) == ["SchoolDialog"]
        assert taught(program) == "t15-a4"
        assert program.lessons.teaching is not None
        program.lessons.teaching.finish("pause")
    assert present(program, "t15-a4", lambda d: d.reject()) == ["SchoolDialog"]
    assert taught(program) is None


def test_a_rehearsal_is_never_asked(program: Program) -> None:
    shown: list[str] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, StartDialog)
        shown.append(type(dialog).__name__)
        dialog.start.click()

    QTimer.singleShot(0, answer)
    program.lessons.start("t15-a4", rehearse=True)
    assert shown == ["StartDialog"]
    assert taught(program) == "t15-a4"
