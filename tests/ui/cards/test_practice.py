"""Two minutes that teach a class to hold the cards; nothing of them is kept."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from lessonapp.app.teaching import Teaching
from lessonapp.i18n import Speaker, _
from lessonapp.session.lesson_session import LessonSession
from lessonapp.ui.cards.practice import PracticeWindow
from lessonapp.ui.cards.practice_game import SECONDS, TASKS, PracticeGame
from tests.ui.cards.scene import save

WAIT = 20_000
SEATS = frozenset(range(1, 13))


def test_ten_letters_in_two_minutes_never_one_twice_in_a_row() -> None:
    assert TASKS * SECONDS == 120
    for seed in range(50):
        letters = PracticeGame(SEATS, seed).letters
        assert letters.startswith("ABCD")
        assert len(letters) == TASKS
        assert all(a != b for a, b in pairwise(letters))


def test_whoever_holds_the_letter_up_once_has_a_place() -> None:
    game = PracticeGame(SEATS, 1)
    assert game.see({1: "A", 2: "B", 40: "A"})
    assert game.up == {1}
    assert not game.see({1: "C"})
    assert game.up == {1}
    assert game.see(dict.fromkeys(SEATS, "A"))
    assert game.complete


def test_a_full_class_goes_on_at_once_and_a_slow_one_after_twelve_seconds() -> None:
    game = PracticeGame(SEATS, 1)
    game.see(dict.fromkeys(SEATS, "A"))
    assert game.tick()
    assert (game.letter, game.up) == ("B", frozenset())
    ticks = [game.tick() for _second in range(SECONDS)]
    assert ticks == [False] * (SECONDS - 1) + [True]
    assert game.letter == "C"


def test_without_any_card_it_is_over_after_two_minutes() -> None:
    game = PracticeGame(frozenset(), 1)
    seconds = 0
    while not game.over:
        game.tick()
        seconds += 1
    assert seconds == 120
    assert (game.letter, game.complete) == ("", False)
    assert not game.tick()


@pytest.fixture
def practising(qtbot: QtBot, teaching: Teaching) -> PracticeWindow:
    teaching.console.answers.cards.practice.click()
    assert teaching.cards.practice is not None
    return teaching.cards.practice


def test_the_seats_fill_and_session_and_journal_hear_nothing(
    qtbot: QtBot, teaching: Teaching, taught: LessonSession, ask: Callable[[str], None], tmp_path: Path
) -> None:
    ask("q3")
    before = taught.state
    teaching.console.answers.cards.practice.click()
    practice = teaching.cards.practice
    assert practice is not None
    teaching.cards.read_file(save([(seat, "A") for seat in range(1, 9)], tmp_path / "1.png"))
    qtbot.waitUntil(lambda: practice.game.up == set(range(1, 9)), timeout=WAIT)
    assert "8/12" in practice.stage.accessibleName()
    assert taught.state == before
    with qtbot.waitSignal(practice.closed):
        practice.finish.click()
    qtbot.waitUntil(lambda: len(taught.state.rounds["q3"][0].answers) == 8, timeout=WAIT)


def test_the_class_sees_letter_and_tip_in_its_own_language_and_no_missing_seat(
    practising: PracticeWindow, teaching: Teaching
) -> None:
    stage = practising.stage
    assert stage.parentWidget() is teaching.stage
    assert stage.geometry() == teaching.stage.rect()
    vietnamese = Speaker("vi")
    assert stage.heading() == vietnamese.t("Hold up {letter}!").format(letter="A")
    practising.see({1: "A", 2: "A"})
    assert stage.count() == "2/12"
    assert "12" not in stage.accessibleName().replace("2/12", "")
    practising.see(dict.fromkeys(SEATS, "A"))
    assert stage.heading() == vietnamese.t("Everybody is there!")
    tips = set()
    while not practising.game.over:
        tips.add(stage.tip())
        practising.next.click()
    assert len(tips) >= 5
    assert stage.heading() == vietnamese.t("The whole class can do it!")
    assert not practising.next.isEnabled()


def test_after_the_game_the_lesson_is_on_the_stage_again(
    qtbot: QtBot, practising: PracticeWindow, teaching: Teaching, taught: LessonSession
) -> None:
    teaching.stage.resize(800, 450)
    assert practising.stage.size() == teaching.stage.size()
    before = taught.state
    with qtbot.waitSignals([practising.closed, practising.stage.destroyed]):
        practising.finish.click()
    assert teaching.cards.practice is None
    assert taught.state == before


def test_a_second_passes_by_itself(qtbot: QtBot, practising: PracticeWindow) -> None:
    practising._second.setInterval(10)
    qtbot.waitUntil(lambda: practising.game.over, timeout=WAIT)
    assert not practising._second.isActive()
    assert practising._hint.text() == _("Nothing of this was kept.")


def test_only_one_game_at_a_time_and_it_ends_with_the_lesson(
    practising: PracticeWindow, teaching: Teaching
) -> None:
    teaching.cards.start_practice()
    assert teaching.cards.practice is practising
    teaching.close()
    assert teaching.cards.practice is None


def test_a_clicker_goes_through_the_game_and_111_is_one_key_away(
    qtbot: QtBot, practising: PracticeWindow, teaching: Teaching, taught: LessonSession
) -> None:
    step = taught.state.step
    letter = practising.game.letter
    qtbot.keyClick(practising, Qt.Key.Key_PageDown)
    assert practising.game.letter != letter
    qtbot.keyClick(practising, Qt.Key.Key_PageUp)
    assert taught.state.step == step, "the lesson behind it stays where it is"
    with qtbot.waitSignal(practising.closed):
        qtbot.keyClick(practising, Qt.Key.Key_H)
    assert teaching.scene.model is not None
    assert teaching.scene.model.help_card


def test_a_clicker_ends_the_game_once_it_is_over(
    qtbot: QtBot, practising: PracticeWindow, teaching: Teaching
) -> None:
    while not practising.game.over:
        qtbot.keyClick(practising, Qt.Key.Key_PageDown)
    with qtbot.waitSignal(practising.closed):
        qtbot.keyClick(practising, Qt.Key.Key_PageDown)
    assert teaching.cards.practice is None
