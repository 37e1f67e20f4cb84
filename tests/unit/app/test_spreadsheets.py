"""Spreadsheets from the command line: of a session, of a class over a time, of the school."""

import csv
import io
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import openpyxl
import pytest

from lessonapp.app.workspace import Workspace
from lessonapp.cli import run
from lessonapp.domain.answer import Answer
from lessonapp.session.ids import uuid7
from lessonapp.session.lesson_session import LessonSession
from lessonapp.session.log import Opening, SessionLog


def teach(workspace: Workspace, label: str, began: datetime) -> str:
    """The exit questions of T01.A2, asked of six seats."""
    now = [began]

    def clock() -> datetime:
        now[0] += timedelta(seconds=5)
        return now[0]

    loaded = workspace.lesson("t01-a2", "vi")
    opening = Opening(class_label=label, seats=6, channel="web")
    log = SessionLog.begin(loaded.lesson, loaded.content_hash, opening, workspace.journal, clock, uuid7)
    session = LessonSession(loaded.lesson, log)
    for step in loaded.lesson.steps():
        if getattr(step, "purpose", "") == "exit":
            session.goto(step.id)
            session.open_round()
            for seat in range(1, 7):
                session.answers.post(Answer(step=step.id, seat=seat, choice=("a",), channel="web"))
    session.end()
    return session.state.id


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("school")
    workspace = Workspace(folder)
    for label, month in (("4A", 10), ("4A", 11), ("=4B", 11)):
        teach(workspace, label, datetime(2026, month, 12, 5, tzinfo=UTC))
    workspace.close()
    return folder


@pytest.fixture
def home(school: Path, tmp_path: Path) -> Path:
    return shutil.copytree(school, tmp_path / "home")


def rows(path: Path, sheet: int = 0, first: int = 4) -> list[tuple[object, ...]]:
    return list(openpyxl.load_workbook(path).worksheets[sheet].iter_rows(min_row=first, values_only=True))


def test_a_session_as_workbook(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    workspace = Workspace(home)
    session = workspace.journal.sessions()[-1].id
    workspace.close()
    path = tmp_path / "buoi.xlsx"
    common = ["--home", str(home), "--lang", "vi"]
    assert run([*common, "report", "session", session, "--xlsx", str(path)]) == 0
    assert capsys.readouterr().out.strip() == str(path)
    assert [row[4] for row in rows(path, 1, 2)] == [6, 6, 6]


def test_a_class_over_a_month_as_workbook_and_csv(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book, table = tmp_path / "lop.xlsx", tmp_path / "lop.csv"
    asked = ["report", "class", "4A", "--from", "2026-11-01", "--to", "30/11/2026"]
    files = ["--xlsx", str(book), "--csv", str(table)]
    assert run(["--home", str(home), "--lang", "vi", *asked, *files]) == 0
    assert capsys.readouterr().out.split() == [str(book), str(table)]
    assert [(str(row[0])[:10], row[1]) for row in rows(book)] == [("2026-11-12", "4A")]
    lines = list(csv.reader(io.StringIO(table.read_bytes().decode("utf-8-sig"))))
    assert len(lines) == 1 + 3
    assert {line[1] for line in lines[1:]} == {"4A"}


@pytest.mark.parametrize(
    ("language", "label", "title"),
    [
        ("vi", "4A", "Kết quả · Lớp 4A · 01/11/2026 – 30/11/2026"),
        ("en", "4A", "Results · Class 4A · 1 November 2026 – 30 November 2026"),
        ("vi", "Nhóm xanh", "Kết quả · Nhóm xanh · 01/11/2026 – 30/11/2026"),
    ],
)
def test_class_and_days_are_written_as_papers_write_them(
    tmp_path: Path, language: str, label: str, title: str
) -> None:
    workspace = Workspace(tmp_path / "home")
    teach(workspace, label, datetime(2026, 11, 12, 5, tzinfo=UTC))
    workspace.close()
    book = tmp_path / "lop.xlsx"
    asked = ["report", "class", label, "--from", "2026-11-01", "--to", "2026-11-30", "--xlsx", str(book)]
    assert run(["--home", str(tmp_path / "home"), "--lang", language, *asked]) == 0
    assert rows(book, first=1)[0][0] == title


def test_the_school_adds_counts_and_a_label_is_no_formula(home: Path, tmp_path: Path) -> None:
    book, table = tmp_path / "truong.xlsx", tmp_path / "truong.csv"
    asked = ["report", "school", "--xlsx", str(book), "--csv", str(table)]
    assert run(["--home", str(home), "--lang", "en", *asked]) == 0
    classes = {row[0]: row[1] for row in rows(book, 1)}
    assert classes == {"4A": 2, "=4B": 1}
    cells = [c for row in openpyxl.load_workbook(book).worksheets[1].iter_rows() for c in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert ",'=4B," in table.read_text("utf-8-sig")
    assert [row[3] for row in rows(book, 2)] == [3, 3, 3]


def test_a_workbook_that_cannot_be_written_has_its_exit_code(home: Path, tmp_path: Path) -> None:
    (tmp_path / "x.xlsx").mkdir()
    assert run(["--home", str(home), "report", "school", "--xlsx", str(tmp_path / "x.xlsx")]) == 1
    assert run(["--home", str(home), "report", "school", "--xlsx", "/dev/full"]) == 3
