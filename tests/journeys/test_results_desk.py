"""Results behind the window: figures made anew beside it, replays and lessons started for the right class."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from lessonapp.app.home import home_model
from lessonapp.app.program import Program
from lessonapp.app.work import Work
from lessonapp.app.workspace import Workspace
from lessonapp.domain.errors import MachineError
from lessonapp.domain.school import SchoolClass
from lessonapp.domain.text import NBSP
from lessonapp.i18n import set_language
from lessonapp.session.log import Opening
from lessonapp.ui.home.start_dialog import StartDialog
from lessonapp.ui.results.picture_preview import PicturePreview
from lessonapp.ui.results.preview import PdfPreview
from lessonapp.ui.widgets.confirm import ConfirmDialog
from lessonapp.ui.widgets.options_dialog import OptionsDialog
from tests.programs import running

SESSIONS = 6


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    set_language("vi")
    workspace = Workspace(tmp_path / "home")
    workspace.change_settings(replace(workspace.settings, reduce_motion=True, save_folder=str(tmp_path)))
    for label in ("4A", "4B"):
        workspace.store.save_class(SchoolClass(label=label, seats=8, audience="grades-4-5"))
    with running(qapp, workspace) as made:
        made.window.show()
        yield made


def begin(workspace: Workspace, label: str = "4A") -> str:
    session = workspace.begin(workspace.lesson("t01-a2", "vi"), Opening(class_label=label, seats=8))
    session.end()
    return session.state.id


def teach(workspace: Workspace) -> None:
    """Every step, so that the lesson counts as taught."""
    session = workspace.begin(workspace.lesson("t01-a2", "vi"), Opening(class_label="4A", seats=8))
    while session.action.kind not in ("end", "none"):
        session.advance()
    session.end()


def test_many_stale_sessions_are_counted_beside_the_window(qtbot: QtBot, program: Program) -> None:
    for _number in range(SESSIONS):
        begin(program.workspace)
    program.refresh()
    page = program.results
    assert page is not None
    assert len(page.overview.sessions.rows) == SESSIONS, "listed at once"

    def counted() -> int:
        with program.workspace.engine.connect() as connection:
            return int(connection.execute(text("SELECT COUNT(*) FROM session_digests")).scalar_one())

    qtbot.waitUntil(lambda: counted() == SESSIONS and page.working.isHidden(), timeout=20_000)
    qtbot.waitUntil(lambda: {row.topic for row in page.overview.sessions.rows} == {"privacy"})


def test_home_counts_what_was_taught_once_stale_figures_are_right(qtbot: QtBot, program: Program) -> None:
    for _number in range(SESSIONS):
        teach(program.workspace)
    program.chosen_class = "4A"
    program.refresh()

    def counted() -> list[str]:
        return [made.text() for made in program.home.side.findChildren(QPushButton)]

    qtbot.waitUntil(lambda: any(text.startswith("Đã dạy 1/") for text in counted()), timeout=20_000)


def test_home_names_a_session_in_its_own_language_and_knows_its_lesson(program: Program) -> None:
    begin(program.workspace)
    set_language("en")
    model = home_model(program.workspace, "4A")
    set_language("vi")
    assert [(s.title, s.lesson) for s in model.sessions] == [("Share, ask first or keep private?", "t01-a2")]


def test_what_is_deleted_is_named_by_lesson_class_and_day(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = begin(program.workspace)
    program.refresh()
    said: list[str] = []

    def answer(dialog: ConfirmDialog) -> QDialog.DialogCode:
        said.extend(x.text().replace(NBSP, " ") for x in dialog.findChildren(QLabel))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(ConfirmDialog, "exec", answer)
    program.lessons.delete(session)
    assert any("“Chia sẻ, hỏi đã, hay giữ kín?” · Lớp 4A · hôm nay" in text for text in said)
    assert program.workspace.journal.sessions() == []


def test_closing_while_figures_are_made_ends_cleanly(program: Program) -> None:
    for _number in range(SESSIONS):
        begin(program.workspace)
    program.refresh()


def test_a_replay_is_taught_for_its_class_and_the_next_lesson_is_offered_after_it(
    qtbot: QtBot, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.refresh()
    assert program.results is not None
    offered: list[str] = []

    def accept(dialog: StartDialog) -> QDialog.DialogCode:
        offered.append(dialog.value().lesson_id)
        first = len(offered) == 1
        return QDialog.DialogCode.Accepted if first else QDialog.DialogCode.Rejected

    monkeypatch.setattr(StartDialog, "exec", accept)
    program.results.replay_requested.emit("t01-a2-replay-week", "t09-a1", "4B")
    teaching = program.lessons.teaching
    assert teaching is not None
    session = teaching.controller.session
    assert session.lesson.id == "t01-a2-replay-week"
    assert session.state.opened.class_label == "4B"
    while session.action.kind not in ("end", "none"):
        teaching.do("next")
    teaching.finish("end")
    assert offered == ["t01-a2-replay-week", "t09-a1"]
    assert program.lessons.teaching is None
    [row] = program.results.overview.sessions.rows
    assert row.title == "Nhớ lại: Chia sẻ, hỏi đã, hay giữ kín?"
    assert row.lesson == "t01-a2-replay-week"


def test_teaching_again_from_a_replay_starts_the_whole_lesson(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.refresh()
    assert program.results is not None
    offered: list[tuple[str, str]] = []

    def refuse(dialog: StartDialog) -> QDialog.DialogCode:
        offered.append((dialog.value().lesson_id, program.chosen_class))
        return QDialog.DialogCode.Rejected

    monkeypatch.setattr(StartDialog, "exec", refuse)
    program.results.teach_requested.emit("t01-a2-replay-month", "4B")
    assert offered == [("t01-a2", "4B")]


def test_home_says_what_the_class_is_due(program: Program) -> None:
    program.refresh()
    assert program.home._model is not None
    plan = program.home._model.plan
    assert plan is not None
    assert plan.label == "4A"
    assert plan.next is not None
    assert plan.next.lesson == "t09-a2", "help-seeking comes first"


def preview_of(kind: type[QDialog]) -> QDialog | None:
    found = (w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible())
    return next(found, None)


def test_the_papers_of_a_session_and_a_lesson_open_in_previews(
    qtbot: QtBot, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = begin(program.workspace)
    program.refresh()
    assert program.reporting is not None
    assert program.results is not None
    menu = program.results.overview.papers.menu()
    assert [act.text() for act in menu.actions()] == ["Biên bản buổi học…"]
    menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: preview_of(PdfPreview) is not None, timeout=20_000)
    shown = preview_of(PdfPreview)
    assert isinstance(shown, PdfPreview)
    before = shown.content
    shown.languages.button("en").click()
    qtbot.waitUntil(lambda: shown.content != before, timeout=20_000)
    target = tmp_path / "bien-ban.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    shown.save.click()
    assert target.read_bytes() == shown.content
    shown.close()
    monkeypatch.setattr(OptionsDialog, "exec", lambda _dialog: QDialog.DialogCode.Accepted)
    program.reporting.ask("share-card", "t01-a2")
    qtbot.waitUntil(lambda: preview_of(PicturePreview) is not None, timeout=20_000)
    picture = preview_of(PicturePreview)
    assert isinstance(picture, PicturePreview)
    assert picture.content.startswith(b"\x89PNG")
    target = tmp_path / "the.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    picture.save.click()
    assert target.read_bytes() == picture.content
    picture.close()
    assert session


def test_a_preview_that_is_closed_while_the_other_language_is_made_is_let_go(
    qtbot: QtBot, program: Program
) -> None:
    begin(program.workspace)
    program.refresh()
    assert program.results is not None
    program.results.overview.papers.menu().actions()[0].trigger()
    qtbot.waitUntil(lambda: preview_of(PdfPreview) is not None, timeout=20_000)
    shown = preview_of(PdfPreview)
    assert isinstance(shown, PdfPreview)
    shown.languages.button("en").click()
    [work] = program.desk._work
    with qtbot.captureExceptions() as caught, qtbot.waitSignals([shown.destroyed, work.over], timeout=20_000):
        shown.close()
    assert caught == []


def test_a_schools_counts_go_up_and_those_of_many_come_together(
    qtbot: QtBot, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(program.workspace)
    program.refresh()
    assert program.results is not None
    program.results.classes.choose(None)
    program.results.report.click()
    qtbot.waitUntil(lambda: preview_of(PdfPreview) is not None, timeout=20_000)
    report = preview_of(PdfPreview)
    assert isinstance(report, PdfPreview)
    press = {made.text(): made for made in report.findChildren(QPushButton)}
    target, broken = tmp_path / "so-lieu.json", tmp_path / "hong.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    press["Tệp số liệu gửi lên…"].click()
    qtbot.waitUntil(lambda: str(target) in report.saved.toolTip() or str(target) in report.saved.text())
    sent = json.loads(target.read_text("utf-8"))
    assert set(sent) == {"format", "counts"}
    assert sent["counts"]["sessions"] == 1
    broken.write_text("{}")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([str(broken)], ""))
    press["Nhiều trường…"].click()
    qtbot.waitUntil(lambda: str(broken) in report.fault.text(), timeout=20_000)
    sent["counts"]["school"] = "Trường Bên Kia Suối"
    target.write_text(json.dumps(sent))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([str(target)], ""))
    press["Nhiều trường…"].click()

    def others() -> list[PdfPreview]:
        windows = QApplication.topLevelWidgets()
        return [w for w in windows if isinstance(w, PdfPreview) and w.isVisible() and w is not report]

    qtbot.waitUntil(lambda: bool(others()), timeout=20_000)
    [together] = others()
    text = "".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(together.content)).pages)
    assert "Trường Bên Kia Suối" in " ".join(text.split())
    together.close()
    report.close()


def test_work_tells_its_result_its_fault_and_a_bug_in_the_windows_thread(qtbot: QtBot) -> None:
    def do(progress: Callable[[int, int], None]) -> object:
        progress(1, 2)
        return "done"

    fine = Work("fine", do)
    with qtbot.waitSignals([fine.progressed, fine.done, fine.over]):
        fine.start()
    fine.wait()

    def refuse(_progress: object) -> object:
        raise MachineError("the disk is full")

    told: list[Exception] = []
    faulty = Work("faulty", refuse)
    faulty.failed.connect(told.append)
    with qtbot.waitSignal(faulty.over):
        faulty.start()
    faulty.wait()
    assert [str(error) for error in told] == ["the disk is full"]

    def bug(_progress: object) -> object:
        raise KeyError("bug")

    broken = Work("broken", bug)
    with qtbot.captureExceptions() as caught, qtbot.waitSignal(broken.over):
        broken.start()
    broken.wait()
    assert [kind for kind, _error, _trace in caught] == [KeyError]
