"""Figures beside the journal: right after every change, rebuilt where stale, and never the truth."""

import json
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from lessonapp.app.digests import Digests
from lessonapp.app.workspace import Workspace
from lessonapp.content.entry import LessonEntry
from lessonapp.domain.answer import Answer
from lessonapp.domain.digest import pack, shape, unpack
from lessonapp.domain.school import School
from lessonapp.domain.state import replay
from lessonapp.domain.step import is_round_step
from lessonapp.domain.summary import summarise
from lessonapp.session.lesson_session import LessonSession
from lessonapp.session.log import Opening
from lessonapp.settings import lessons_folder
from lessonapp.storage.database import open_database

LESSON = "t01-a2"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = Workspace(tmp_path / "home")
    made.roots = (tmp_path / "lessons",)
    folder = next(f for f in lessons_folder().glob("*/*") if f.name.startswith("chia-se"))
    shutil.copytree(folder, tmp_path / "lessons" / "chia-se")
    yield made
    made.close()


def teach(workspace: Workspace, seats: int = 6, *, end: bool = True) -> LessonSession:
    """Every question answered by every seat, the first option by all but one."""
    session = workspace.begin(workspace.lesson(LESSON, "vi"), Opening(class_label="4A", seats=seats))
    while session.action.kind not in ("end", "none"):
        step = session.step
        options = getattr(step, "options", ())
        if step is not None and session.state.phase == "open" and is_round_step(step) and options:
            for seat in range(1, seats + 1):
                choice = (options[1 if seat == seats else 0].id,)
                session.answers.post(Answer(step=step.id, seat=seat, choice=choice, channel="web"))
        session.advance()
    if end:
        session.end()
    return session


def test_a_closed_session_has_the_figures_of_its_report(workspace: Workspace) -> None:
    session = teach(workspace)
    [made] = Digests(workspace).fresh()
    state = replay(workspace.journal.events(session.state.id))
    assert state is not None
    loaded = workspace.lesson(LESSON, "vi")
    report = summarise(loaded.lesson, state, School(), state.last_at.astimezone())
    assert report.pre is not None
    assert report.exit is not None
    assert (made.pre_right, made.pre_answered) == (report.pre.right, report.pre.answered)
    assert (made.exit_right, made.exit_answered) == (report.exit.right, report.exit.answered)
    assert (made.topic, made.competences, made.class_label) == ("privacy", loaded.lesson.competences, "4A")
    assert made.whole
    assert not made.open
    assert made.seq == state.seq
    kept = Digests(workspace).reports([session.state.id])[session.state.id]
    assert kept == report.model_copy(update={"grid": None})


def test_a_lesson_that_is_gone_is_looked_for_once(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(3):
        teach(workspace, seats=1)
    shutil.rmtree(workspace.roots[0])
    looked: list[int] = []
    entries = workspace.index.entries

    def counted(roots: Sequence[Path]) -> list[LessonEntry]:
        looked.append(len(roots))
        return entries(roots)

    monkeypatch.setattr(workspace.index, "entries", counted)
    digests = Digests(workspace)
    _found, stale = digests.known()
    assert len(stale) == 3
    looked.clear()
    digests.rebuild(stale)
    assert len(looked) == 1


def test_nothing_is_replayed_that_is_right_already(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    teach(workspace)
    first = Digests(workspace).fresh()

    def refuse(_session: str) -> list[object]:
        raise AssertionError("a journal was read")

    monkeypatch.setattr(workspace.journal, "events", refuse)
    assert Digests(workspace).fresh() == first


def test_a_session_that_goes_on_is_counted_anew(workspace: Workspace) -> None:
    session = teach(workspace, end=False)
    [before] = Digests(workspace).fresh()
    assert before.open
    step = next(s for s in session.lesson.steps() if getattr(s, "purpose", "") == "exit")
    session.answers.correct(step.id, 6, ("a",))
    _digests, [stale] = Digests(workspace).known()
    assert stale.id == session.state.id
    session.end()
    [after] = Digests(workspace).fresh()
    assert not after.open
    assert after.seq == before.seq + 2


def test_a_lesson_that_changed_is_counted_anew_and_one_that_went_is_kept(
    workspace: Workspace, tmp_path: Path
) -> None:
    teach(workspace)
    [before] = Digests(workspace).fresh()
    file = tmp_path / "lessons" / "chia-se" / "lesson.vi.yaml"
    file.write_text(file.read_text("utf-8").replace("version: ", "version: 1", 1), "utf-8")
    assert len(Digests(workspace).known()[1]) == 1
    [after] = Digests(workspace).fresh()
    assert after.lesson_hash != before.lesson_hash
    assert after.exit_right == before.exit_right
    shutil.rmtree(tmp_path / "lessons" / "chia-se")
    digests, stale = Digests(workspace).known()
    assert digests == (after,)
    assert stale == ()


def test_a_session_whose_lesson_never_came_back_is_listed_without_figures(
    workspace: Workspace, tmp_path: Path
) -> None:
    teach(workspace)
    shutil.rmtree(tmp_path / "lessons" / "chia-se")
    [made] = Digests(workspace).fresh()
    assert (made.title, made.exit_answered, made.questions) == ("Chia sẻ, hỏi đã, hay giữ kín?", 0, 0)


def test_rows_of_another_shape_or_damaged_ones_are_made_anew(workspace: Workspace) -> None:
    session = teach(workspace)
    [right] = Digests(workspace).fresh()
    for damage in ("shape = 'other'", "head = '[1]'", "head = 'not json'"):
        with workspace.engine.begin() as connection:
            connection.execute(text(f"UPDATE session_digests SET {damage}"))
        assert len(Digests(workspace).known()[1]) == 1
        assert Digests(workspace).fresh() == (right,)
    with workspace.engine.begin() as connection:
        connection.execute(text("UPDATE session_digests SET body = 'broken'"))
    assert Digests(workspace).reports([session.state.id]) == {}


def test_a_deleted_session_takes_its_figures_along(workspace: Workspace) -> None:
    session = teach(workspace)
    Digests(workspace).fresh()
    workspace.journal.delete(session.state.id)
    assert Digests(workspace).fresh() == ()
    with workspace.engine.connect() as connection:
        assert connection.execute(text("SELECT COUNT(*) FROM session_digests")).scalar() == 0


def test_a_rebuild_that_is_broken_off_keeps_what_it_did(workspace: Workspace) -> None:
    for _number in range(25):
        workspace.begin(workspace.lesson(LESSON, "vi"), Opening(class_label="4A", seats=3))
    digests = Digests(workspace)
    told: list[tuple[int, int]] = []
    digests.rebuild(digests.known()[1], lambda done, count: told.append((done, count)), lambda: not told)
    assert told == [(20, 25)]
    assert len(digests.known()[1]) == 5
    digests.rebuild(digests.known()[1])
    assert digests.known()[1] == ()


def test_the_figures_go_through_json_and_back(workspace: Workspace) -> None:
    teach(workspace)
    [made] = Digests(workspace).fresh()
    assert made.competences
    assert unpack(json.loads(json.dumps(pack(made)))) == made


def test_figures_kept_with_the_sums_of_before_outlive_their_lesson(
    workspace: Workspace, tmp_path: Path
) -> None:
    session = teach(workspace)
    [right] = Digests(workspace).fresh()
    with workspace.engine.begin() as connection:
        old = {
            "head": json.dumps([*pack(right), [6, 5.0, 5.0], [6, 5.0, 5.0]]),
            "shape": shape("pre_sums", "exit_sums"),
        }
        connection.execute(text("UPDATE session_digests SET head = :head, shape = :shape"), old)
    shutil.rmtree(tmp_path / "lessons" / "chia-se")
    digests = Digests(workspace)
    assert digests.known() == ((right,), ())
    assert session.state.id in digests.reports([session.state.id])


def test_an_old_database_opens_and_has_the_table(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'old.sqlite'}"
    engine = open_database(url)
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE session_digests"))
        connection.execute(text("DROP INDEX events_by_kind"))
        connection.execute(text("CREATE INDEX events_by_type ON events (type, session)"))
        connection.execute(text("UPDATE schema_version SET version = 1"))
    engine.dispose()
    engine = open_database(url)
    names = {index["name"] for index in inspect(engine).get_indexes("events")}
    assert names == {"events_by_session", "events_by_kind"}
    assert inspect(engine).has_table("session_digests")
    engine.dispose()
