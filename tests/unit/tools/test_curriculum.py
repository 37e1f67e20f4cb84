"""The page on the curriculum: it is up to date, and says what is written and what is planned."""

from pathlib import Path

import pytest

from lessonapp.content.reader import FaultyLessonError
from tests.unit.content.samples import lesson, write
from tools.curriculum import faults, main, page_text, read


def test_the_page_is_up_to_date() -> None:
    assert list(faults()) == []
    assert main(["check"]) == 0


def test_what_is_written_is_linked_and_counted(tmp_path: Path) -> None:
    write(tmp_path / "lessons" / "grades-4-5" / "bai")
    bulletin = lesson() | {"id": "tin", "date": "2026-06-01", "expires": "2026-08-31"}
    write(tmp_path / "lessons" / "bulletins" / "tin", bulletin, lesson("en") | {"id": "tin"})
    page = page_text(read(tmp_path / "lessons", tmp_path / "docs" / "curriculum.md"))
    link = "[T01.A2](../lessons/grades-4-5/bai/lesson.vi.yaml)"
    assert f"★ {link} | T01.A3 |" in page, "in the matrix, before the next cell"
    assert "| Lessons of the matrix | 50 | 1 |" in page
    assert "| First wave (★) | 23 | 1 |" in page
    assert f"| ★ {link} | Bí mật của Bin · Bin’s secret |" in page
    assert "| 4.2.CB2, 2.6.CB2 | privacy-security | 35 | 8 |" in page
    assert "[tin](../lessons/bulletins/tin/lesson.vi.yaml)" in page
    assert "| 2026-06-01 | 2026-08-31 |" in page
    assert "| L4 | 56/2017/NĐ-CP (Decree on the Law on Children) |" in page


def test_every_cell_of_the_matrix_is_named(tmp_path: Path) -> None:
    (tmp_path / "lessons").mkdir()
    curriculum = read(tmp_path / "lessons", tmp_path / "curriculum.md")
    page = page_text(curriculum)
    rows = [line for line in page.split("## Grades 1–3")[0].splitlines() if line.startswith("| **T")]
    assert [len(row.split(" | ")) for row in rows] == [6] * 15
    assert sum(row.count(" T") + row.count("★") for row in rows) >= 50
    assert len(curriculum.cells) + len(curriculum.matrix["folded"]) == 75
    carried = {cell["in"] for cell in curriculum.matrix["folded"]} - {""}
    assert carried <= {cell["id"] for cell in curriculum.cells}
    assert "Bulletins" not in page


def test_a_lesson_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    write(tmp_path / "grades-4-5" / "bai", "format: 1\n")
    with pytest.raises(FaultyLessonError, match=r"lesson\.vi\.yaml"):
        read(tmp_path)


def test_other_arguments_show_how(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["all"]) == 2
    assert "tools.curriculum check" in capsys.readouterr().out
