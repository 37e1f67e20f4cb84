"""Steering from somewhere else than the console."""

import pytest

from lessonapp.session.steering import Command, CommandName, steer
from tests.builders import session


def test_next_goes_from_the_lobby_through_the_lesson_and_shows_questions_closed() -> None:
    taught = session()
    seen = []
    while steer(taught, Command(name="next")) == "done":
        seen.append((taught.state.step, taught.state.beat, taught.state.phase))
        assert taught.state.phase == "waiting"
    assert seen[0] == ("mo", 1, "waiting")
    assert ("truyen", 2, "waiting") in seen
    assert seen[-1][0] == "cuoi"


def test_goto_reaches_any_block_from_the_lobby_and_stays_where_it_is() -> None:
    taught = session()
    assert steer(taught, Command(name="goto", step="q2")) == "done"
    assert steer(taught, Command(name="goto", step="q2")) == "done"
    assert steer(taught, Command(name="goto", step="nowhere")) == "unknown-step"
    assert steer(taught, Command(name="goto")) == "unknown-step"


def test_advance_does_what_continue_does() -> None:
    taught = session()
    steer(taught, Command(name="goto", step="q3"))
    phases = []
    while taught.state.step == "q3":
        assert steer(taught, Command(name="advance")) == "done"
        phases.append(taught.state.phase)
    assert phases[:3] == ["open", "closed", "revealed"]


@pytest.mark.parametrize("name", ["open", "close", "reveal", "previous", "resume", "timer"])
def test_what_cannot_be_is_refused_and_changes_nothing(name: CommandName) -> None:
    taught = session()
    steer(taught, Command(name="next"))
    before = taught.state
    assert steer(taught, Command(name=name)) == "refused"
    assert taught.state == before


def test_paused_and_ended_lessons_go_nowhere() -> None:
    taught = session()
    steer(taught, Command(name="goto", step="q3"))
    assert steer(taught, Command(name="open")) == "done"
    assert steer(taught, Command(name="timer", seconds=5)) == "done"
    assert steer(taught, Command(name="pause")) == "done"
    assert taught.state.phase == "closed"
    assert steer(taught, Command(name="next")) == "refused"
    assert steer(taught, Command(name="resume")) == "done"
    assert steer(taught, Command(name="end")) == "done"
    assert steer(taught, Command(name="end")) == "refused"
    assert steer(taught, Command(name="resume")) == "refused"
