"""Every text of every bundled lesson fits the stage, in both languages, with contacts and without."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from lessonapp.app.checking import stage_faults
from lessonapp.app.help_lines import help_line
from lessonapp.content.reader import load_lesson
from lessonapp.domain.school import Contact
from lessonapp.settings import lessons_folder
from lessonapp.ui.stage.audit import audit_lesson
from lessonapp.ui.theme_fonts import load_fonts

FILES = sorted(lessons_folder().rglob("lesson.*.yaml"))
CONTACTS = (
    Contact(role="Giáo viên tư vấn học đường", place="Phòng Tư vấn, tầng 1"),
    Contact(role="Người làm công tác bảo vệ trẻ em", place="UBND xã Đan Điền"),
    Contact(role="Trạm Y tế xã", place="Cạnh chợ"),
)


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}.{file.suffixes[0]}")
def test_every_text_fits(file: Path, qapp: QApplication) -> None:
    load_fonts()
    loaded = load_lesson(file)
    assert list(stage_faults(loaded)) == []
    lesson = loaded.lesson
    line = help_line(lesson.audience, lesson.language)
    assert audit_lesson(lesson, loaded.folder, CONTACTS, line) == []


def test_a_text_that_is_too_long_is_a_fault_with_its_line(qapp: QApplication, tmp_path: Path) -> None:
    load_fonts()
    source = (lessons_folder() / "grades-1-3/em-biet-goi-giup-do/lesson.vi.yaml").read_text("utf-8")
    heading = next(line for line in source.splitlines() if line.strip().startswith("heading:"))
    indent = heading[: heading.index("heading:")]
    long = f'{indent}heading: "{"Phượng hoàng Ẩn Ổn Nguyễn Nghiêng " * 7}"'
    file = tmp_path / "lesson.vi.yaml"
    file.write_text(source.replace(heading, long, 1), "utf-8")
    found = list(stage_faults(load_lesson(file)))
    named = [fault for fault in found if "Phượng hoàng" in str(fault)]
    assert named
    heading_at = source.splitlines().index(heading) + 1
    assert all(heading_at - 40 <= fault.line <= heading_at for fault in named), "the line of the step"
