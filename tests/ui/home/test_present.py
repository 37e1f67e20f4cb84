"""`present` without a class: the lesson has none, and says so wherever it is listed."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from lessonapp.app.documents import session_report
from lessonapp.app.listing import session_lines, sessions_data
from lessonapp.app.program import Presenting, Program
from lessonapp.i18n import Speaker
from lessonapp.reports.summary import summary_pdf


def test_a_lesson_presented_without_a_class_has_none(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    program.lessons.present(Presenting("t01-a2", "", None, 0, None, True))
    teaching = program.lessons.teaching
    assert teaching is not None
    assert teaching.controller.session.state.opened.class_label == ""
    assert "No class" in teaching.console._title.accessibleName()
    assert "? ·" not in teaching.scene.accessible_text()
    teaching.do("next")
    teaching.finish("pause")
    rows = sessions_data(tmp_path / "home")
    assert [row["class"] for row in rows] == [""]
    assert all("?" not in line for line in session_lines(rows))
    assert program.results is not None
    names = [program.results.classes.item(i).text() for i in range(program.results.classes.count())]
    assert names == ["All classes", "No class (1)"]
    report = session_report(program.workspace, rows[0]["id"], "en")
    assert summary_pdf(report, Speaker("en")).startswith(b"%PDF-")
