"""What a real lesson gives the phones."""

from pathlib import Path

import pytest

from lessonapp.app.web_facts import animal_picture, web_facts
from lessonapp.app.workspace import Workspace
from lessonapp.channels.web.pages import load_pages
from lessonapp.domain.look import ANIMALS
from lessonapp.domain.school import Contact, School, SchoolClass
from lessonapp.domain.step import is_round_step
from lessonapp.settings import resources_folder


@pytest.mark.parametrize("lesson", ["t09-a1", "t01-a2", "t06-a3"])
def test_every_picture_of_a_question_is_there_in_both_languages(tmp_path: Path, lesson: str) -> None:
    workspace = Workspace(tmp_path)
    workspace.store.save_class(SchoolClass(label="4A", seats=30, phone_buttons_only=True))
    workspace.store.save_school(School(contacts=(Contact(role="Cô tư vấn", place="phòng y tế"),)))
    facts = web_facts(workspace, workspace.lesson(lesson, "vi"), "4A")
    assert set(facts.lessons) == {"vi", "en"}
    assert facts.buttons_only
    assert [c.role for c in facts.contacts] == ["Cô tư vấn"]
    assert all("111" in line for line in facts.help_lines.values())
    for step in facts.lesson.steps():
        if is_round_step(step) and getattr(step, "picture", None):
            assert getattr(step, "picture", "") in facts.pictures
    assert set(facts.pictures.values()) == set(facts.files)
    pages = load_pages(resources_folder() / "pages", facts)
    assert {"/", "/teacher", *facts.files} <= set(pages)
    assert not [path for path in pages if path.count("/") > 2]
    workspace.close()


def test_each_animal_has_its_picture_and_a_seat_behind_them_has_none() -> None:
    assert all(animal_picture(seat) for seat in range(1, len(ANIMALS) + 1))
    assert animal_picture(len(ANIMALS) + 1) is None
