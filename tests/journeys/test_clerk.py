"""The school's clerk, with the mouse: a class, a month, the report printed, the workbook on a stick."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import openpyxl
import pypdf
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lessonapp.app.program import Program
from lessonapp.app.workspace import Workspace
from lessonapp.domain.answer import Answer
from lessonapp.domain.school import SchoolClass
from lessonapp.domain.step import is_round_step
from lessonapp.i18n import set_language
from lessonapp.session.ids import uuid7
from lessonapp.session.lesson_session import LessonSession
from lessonapp.session.log import Opening, SessionLog
from lessonapp.ui.results.preview import PdfPreview
from lessonapp.ui.results.rail import PickList
from tests.programs import running

MOST_CLICKS = 6


class Mouse:
    """Presses what it is told, and counts."""

    def __init__(self) -> None:
        self.clicks = 0

    def press(self, widget: QWidget, place: QPoint | None = None) -> None:
        assert widget.isVisible()
        assert widget.isEnabled()
        self.clicks += 1
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place or widget.rect().center())

    def pick(self, picks: PickList, key: str) -> None:
        item = picks.item(picks.keys().index(key))
        picks.scrollToItem(item)
        self.press(picks.viewport(), picks.visualItemRect(item).center())


def teach(workspace: Workspace, label: str, began: datetime) -> None:
    """T01.A2 in full, every seat the first option."""
    now = [began]

    def clock() -> datetime:
        now[0] += timedelta(seconds=5)
        return now[0]

    loaded = workspace.lesson("t01-a2", "vi")
    opening = Opening(class_label=label, seats=12, channel="web")
    log = SessionLog.begin(loaded.lesson, loaded.content_hash, opening, workspace.journal, clock, uuid7)
    session = LessonSession(loaded.lesson, log)
    while session.action.kind not in ("end", "none"):
        step = session.step
        options = getattr(step, "options", ())
        if step is not None and session.state.phase == "open" and is_round_step(step) and options:
            for seat in range(1, 13):
                answer = Answer(step=step.id, seat=seat, choice=(options[0].id,), channel="web")
                session.answers.post(answer)
        session.advance()
    session.end()


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    set_language("vi")
    workspace = Workspace(tmp_path / "home")
    workspace.store.save_class(SchoolClass(label="4A", seats=12, audience="grades-4-5"))
    for label, month in (("4A", 10), ("4A", 11), ("4B", 11)):
        teach(workspace, label, datetime(2025, month, 12, 2, tzinfo=UTC))
    with running(qapp, workspace) as made:
        made.window.resize(1024, 768)
        made.window.show()
        made.refresh()
        yield made


def test_class_and_month_printed_and_on_the_stick_in_six_clicks(
    qtbot: QtBot, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick, paper = tmp_path / "usb", tmp_path / "paper.pdf"
    stick.mkdir()

    def accept(dialog: QPrintDialog) -> QDialog.DialogCode:
        """What the system's print dialog does when Enter is pressed in it."""
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(paper))
        return QDialog.DialogCode.Accepted

    offered: list[str] = []

    def choose(_parent: object, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        offered.append(Path(start).name)
        return str(stick / Path(start).name), ""

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    mouse = Mouse()
    navigation = {made.text(): made for made in program.window.findChildren(QPushButton)}
    mouse.press(navigation["Kết quả"])
    page = program.results
    assert page is not None
    mouse.pick(page.classes, "4A")
    mouse.pick(page.times, "2025-11")
    assert [row.class_label for row in page.overview.sessions.rows] == ["4A"]
    mouse.press(page.report)

    def shown() -> PdfPreview | None:
        windows = QApplication.topLevelWidgets()
        return next((w for w in windows if isinstance(w, PdfPreview) and w.isVisible()), None)

    qtbot.waitUntil(lambda: shown() is not None, timeout=20_000)
    preview = shown()
    assert preview is not None
    mouse.press(preview.print)
    assert len(pypdf.PdfReader(paper).pages) == preview.page_count() > 0
    mouse.press(preview.sheet)
    qtbot.waitUntil(lambda: any(stick.iterdir()), timeout=20_000)
    qtbot.waitUntil(lambda: program.workspace.settings.save_folder == str(stick), timeout=20_000)
    assert mouse.clicks <= MOST_CLICKS
    [file] = stick.iterdir()
    assert offered == [file.name] == ["ket-qua_4a_2025-11.xlsx"]
    sessions = openpyxl.load_workbook(file).worksheets[0]
    rows = list(sessions.iter_rows(min_row=4, values_only=True))
    assert [(str(row[0])[:10], row[1]) for row in rows] == [("2025-11-12", "4A")]
    preview.close()


def test_a_stick_that_was_pulled_out_is_told_and_the_report_stays(
    qtbot: QtBot, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "/proc/usb/lop/bao-cao.pdf"  # nothing can be made there, as where a stick was
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (name, ""))
    assert program.results is not None
    program.window.show_page("results")
    program.results.overview.print.click()
    windows = QApplication.topLevelWidgets()
    [preview] = [w for w in windows if isinstance(w, PdfPreview) and w.isVisible()]
    pages = preview.page_count()
    preview.save.click()
    assert "Hãy cắm lại USB" in preview.fault.text()
    assert preview.fault.isVisible()
    assert preview.page_count() == pages > 0
    again = tmp_path / "dung.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(again), ""))
    preview.save.click()
    assert again.read_bytes() == preview.content
    assert not preview.fault.isVisible()
    preview.close()
