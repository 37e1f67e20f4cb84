"""A spaced replay: two questions of a lesson as a lesson of its own, from the journal to the report."""

from pathlib import Path

import pytest

from lessonapp.app.documents import session_report
from lessonapp.app.workspace import Workspace
from lessonapp.domain.answer import Answer
from lessonapp.domain.errors import AuthorError
from lessonapp.domain.lesson import Lesson
from lessonapp.domain.question import QuestionBase
from lessonapp.domain.replay import replay_lesson, replay_steps
from lessonapp.domain.replay_ids import base_of, replay_id, spacing_of
from lessonapp.session.log import Opening
from tests.builders import lesson, lesson_data, question, step


def plain(*steps: dict[str, object], **more: object) -> Lesson:
    return lesson(blocks=[{"id": "mot", "title": "Một", "steps": list(steps)}], **more)


def test_ids_name_the_lesson_and_the_spacing() -> None:
    assert replay_id("t09-a1", "week") == "t09-a1-replay-week"
    assert base_of("t09-a1-replay-month") == "t09-a1"
    assert spacing_of("t09-a1-replay-month") == "month"
    assert base_of("t09-a1") == "t09-a1"
    assert spacing_of("t09-a1") is None


def test_the_lesson_says_which_questions_else_its_exit_questions_are_asked() -> None:
    exits = [question(f"e{n}", purpose="exit") for n in range(3)]
    assert replay_steps(plain(*exits), "week") == ("e0", "e1")
    assert replay_steps(plain(*exits), "month") == ("e1", "e2")
    named = plain(*exits, replay={"week": ["e2"], "month": []})
    assert replay_steps(named, "week") == ("e2",)
    assert replay_steps(named, "month") == ("e1", "e2")
    assert replay_steps(plain(question("p", purpose="practice")), "week") == ("p",)


def test_a_replay_is_a_sound_lesson_that_opens_and_closes_with_help() -> None:
    whole = Lesson.model_validate(lesson_data())
    made = replay_lesson(whole, "week", "Nhớ lại: Bài thử")
    assert made is not None
    kinds = [s.kind for s in made.steps()]
    assert (kinds[0], kinds[-1]) == ("help", "help")
    questions = [s for s in made.steps() if isinstance(s, QuestionBase)]
    assert [(q.id, q.purpose, q.twin) for q in questions] == [("q2", "exit", None)]
    assert Lesson.model_validate(made.model_dump(by_alias=True)) == made, "nothing of it is at fault"


def test_a_lesson_without_questions_has_no_replay() -> None:
    assert replay_lesson(plain(step("mo")), "week", "x") is None


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_replay_is_taught_resumed_and_reported_like_a_lesson(tmp_path: Path, language: str) -> None:
    workspace = Workspace(tmp_path / "home")
    loaded = workspace.lesson("t01-a2-replay-week", language)
    assert loaded.lesson.title.endswith(workspace.lesson("t01-a2", language).lesson.title)
    session = workspace.begin(loaded, Opening(class_label="4A", seats=5))
    while session.state.phase != "open":
        session.advance()
    asked = session.step
    assert asked is not None
    session.answers.post(Answer(step=asked.id, seat=2, choice=("a",), channel="screen"))
    session.pause(until_another_day=True)
    again, _loaded = workspace.take_up(session.state.id)
    again.resume()
    while again.action.kind not in ("end", "none"):
        again.advance()
    again.end()
    report = session_report(workspace, session.state.id, language)
    assert [q.purpose for q in report.questions] == ["exit", "exit"]
    assert report.exit is not None
    assert report.exit.answered == 1
    assert report.pre is None
    assert report.gain is None
    workspace.close()


def test_a_replay_of_nothing_is_the_authors_fault(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "home")
    with pytest.raises(AuthorError):
        workspace.lesson("t99-a9-replay-week")
