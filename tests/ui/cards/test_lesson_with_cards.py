"""A class of twelve answers with cards: the real panel, reader, session and journal, fed from files."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from lessonapp.app.teaching import Teaching
from lessonapp.domain.school import School
from lessonapp.domain.summary import summarise
from lessonapp.i18n import _
from lessonapp.session.lesson_session import LessonSession
from tests.builders import START
from tests.ui.cards.scene import film, save

HELD = [(seat, "ABC"[seat % 3]) for seat in range(1, 13)]
WAIT = 20_000


def chosen(taught: LessonSession, step: str = "q3") -> dict[int, str]:
    current = taught.state.round_of(step)
    assert current is not None
    return {seat: given.choice[0] for (seat, _team), given in current.answers.items()}


def by_letter(held: list[tuple[int, str]]) -> dict[int, str]:
    return {seat: letter.lower() for seat, letter in held}


def test_a_class_answers_one_turns_the_card_and_the_report_has_it(
    qtbot: QtBot, teaching: Teaching, taught: LessonSession, ask: Callable[[str], None], tmp_path: Path
) -> None:
    ask("q3")
    teaching.cards.read_file(save(HELD, tmp_path / "lớp 4A.png"))
    qtbot.waitUntil(lambda: chosen(taught) == by_letter(HELD), timeout=WAIT)
    assert {a.channel for a in taught.state.rounds["q3"][0].answers.values()} == {"cards"}

    turned = [(seat, "B" if seat == 6 else letter) for seat, letter in HELD]
    teaching.cards.read_file(save(turned, tmp_path / "2.png"))
    qtbot.waitUntil(lambda: chosen(taught) == by_letter(turned), timeout=WAIT)

    teaching.do("next")
    assert taught.state.phase == "closed"
    teaching.cards.read_file(save(HELD, tmp_path / "3.png"))
    qtbot.waitUntil(lambda: "6" in teaching.console.answers.cards.view.texts(), timeout=WAIT)
    assert chosen(taught) == by_letter(turned), "after the close a card changes nothing"

    taught.end()
    report = summarise(taught.lesson, taught.state, School(), START)
    assert [(use.channel, use.answers) for use in report.channels] == [("cards", 12)]


def test_two_cards_of_one_number_count_for_neither_and_are_flagged(
    qtbot: QtBot, teaching: Teaching, taught: LessonSession, ask: Callable[[str], None], tmp_path: Path
) -> None:
    ask("q3")
    teaching.cards.read_file(save(HELD, tmp_path / "1.png"))
    qtbot.waitUntil(lambda: len(chosen(taught)) == 12, timeout=WAIT)
    teaching.cards.read_file(save([*HELD, (3, "B")], tmp_path / "2.png"))
    qtbot.waitUntil(lambda: 3 not in chosen(taught), timeout=WAIT)
    panel = teaching.console.answers.cards
    assert teaching.cards.status().duplicates == (3,)
    assert "3" in panel.double.words()
    assert panel.double.isVisible()
    assert "3" not in panel.view.texts()
    assert panel.view.texts().count("3 ?") == 2
    assert {s: c for s, c in by_letter(HELD).items() if s != 3} == chosen(taught)
    teaching.cards.read_file(save(HELD, tmp_path / "1.png"))
    qtbot.waitUntil(lambda: chosen(taught) == by_letter(HELD), timeout=WAIT)
    assert not panel.double.isVisible()


def test_what_the_teacher_types_in_stands_until_the_card_is_read_again(
    qtbot: QtBot, teaching: Teaching, taught: LessonSession, ask: Callable[[str], None], tmp_path: Path
) -> None:
    ask("q3")
    teaching.cards.read_file(save(HELD, tmp_path / "1.png"))
    qtbot.waitUntil(lambda: chosen(taught) == by_letter(HELD), timeout=WAIT)
    menu = teaching.cards.menu_for(6)
    assert menu is not None
    texts = [action.text() for action in menu.actions()]
    assert [text[:1] for text in texts[1:4]] == ["A", "B", "C"]
    menu.actions()[2].trigger()
    assert chosen(taught)[6] == "b"
    turned = [(seat, "C" if seat in (5, 6) else letter) for seat, letter in HELD]
    teaching.cards.read_file(save(turned, tmp_path / "2.png"))
    qtbot.waitUntil(lambda: chosen(taught)[5] == "c", timeout=WAIT)
    assert chosen(taught)[6] == "b"
    again = teaching.cards.menu_for(6)
    assert again is not None
    next(a for a in again.actions() if a.text() == _("Read the card again")).trigger()
    qtbot.waitUntil(lambda: chosen(taught)[6] == "c", timeout=WAIT)


def test_an_answer_is_typed_in_or_taken_back_after_the_close(
    teaching: Teaching, taught: LessonSession, ask: Callable[[str], None]
) -> None:
    assert teaching.cards.menu_for(4) is None
    ask("q3")
    taught.close_round()
    teaching.cards.answers.correct(4, "c")
    assert chosen(taught) == {4: "c"}
    teaching.cards.answers.withdraw(4)
    assert chosen(taught) == {}


def test_cards_that_do_not_belong_to_class_or_question_are_no_answers(
    qtbot: QtBot, teaching: Teaching, taught: LessonSession, ask: Callable[[str], None], tmp_path: Path
) -> None:
    ask("q3")
    taught.room.seat_left(2)
    teaching.cards.read_file(save([(1, "A"), (2, "A"), (4, "D"), (40, "B")], tmp_path / "1.png"))
    qtbot.waitUntil(lambda: teaching.cards.answers.without == {4}, timeout=WAIT)
    qtbot.waitUntil(lambda: chosen(taught) == {1: "a"}, timeout=WAIT)
    assert "4" in teaching.console.answers.cards.tile.words()
    assert "40" not in teaching.console.answers.cards.view.texts()


def test_ticks_and_numbers_are_shown_and_letters_only_while_asked_for(
    qtbot: QtBot, teaching: Teaching, taught: LessonSession, ask: Callable[[str], None], tmp_path: Path
) -> None:
    ask("q3")
    teaching.console.resize(1366, 768)
    panel = teaching.console.answers.cards
    teaching.cards.read_file(save(HELD[:3], tmp_path / "1.png"))
    qtbot.waitUntil(lambda: set(panel.view.texts()) == {"1", "2", "3"}, timeout=WAIT)
    qtbot.waitUntil(lambda: len(chosen(taught)) == 3, timeout=WAIT)
    assert teaching.cards.status().missing == tuple(range(4, 13))
    with qtbot.waitSignal(panel.hold.held):
        panel.hold.pressed.emit()
    assert set(panel.view.texts()) == {"1 · B", "2 · C", "3 · A"}
    panel.hold.released.emit()
    assert set(panel.view.texts()) == {"1", "2", "3"}


def test_read_again_takes_back_what_the_cards_said(
    qtbot: QtBot, teaching: Teaching, taught: LessonSession, ask: Callable[[str], None], tmp_path: Path
) -> None:
    ask("q3")
    teaching.cards.open_window()
    window = teaching.cards.window
    assert window is not None
    teaching.cards.read_file(save(HELD, tmp_path / "1.png"))
    qtbot.waitUntil(lambda: len(chosen(taught)) == 12, timeout=WAIT)
    assert "12" in window.done.text()
    teaching.cards.answers.correct(1, "a")
    teaching.cards.read_file(save(HELD[:4], tmp_path / "2.png"))
    qtbot.waitUntil(lambda: len(window.view.texts()) == 4, timeout=WAIT)
    window.again.click()
    qtbot.waitUntil(lambda: set(chosen(taught)) == {1, 2, 3, 4}, timeout=WAIT)
    assert chosen(taught)[1] == "a"
    window.done.click()
    assert taught.state.phase == "closed"
    assert not window.isVisible()


def test_a_vote_on_a_path_and_a_second_round_are_answered_too(
    qtbot: QtBot, teaching: Teaching, taught: LessonSession, ask: Callable[[str], None], tmp_path: Path
) -> None:
    ask("re")
    votes = [(seat, "AB"[seat % 2]) for seat in range(1, 13)]
    teaching.cards.read_file(save(votes, tmp_path / "1.png"))
    qtbot.waitUntil(lambda: len(chosen(taught, "re")) == 12, timeout=WAIT)
    assert chosen(taught, "re")[1] == "y"
    taught.close_round()
    taught.open_round()
    qtbot.waitUntil(lambda: len(taught.state.rounds["re"][-1].answers) == 12, timeout=WAIT)
    assert [known.number for known in taught.state.rounds["re"]] == [1, 2]


def test_a_question_that_cards_cannot_answer_is_left_alone(
    teaching: Teaching, taught: LessonSession, ask: Callable[[str], None]
) -> None:
    ask("xep")
    assert taught.state.phase == "open"
    assert teaching.cards.answers.key is None
    assert teaching.cards.menu_for(1) is None


def test_a_video_is_read_and_begins_again_with_each_round(
    qtbot: QtBot, teaching: Teaching, taught: LessonSession, ask: Callable[[str], None], tmp_path: Path
) -> None:
    ask("q3")
    later = [(seat, "B") for seat, _letter in HELD]
    teaching.cards.read_file(film([HELD, later], tmp_path / "phim.avi", pictures=60))
    qtbot.waitUntil(lambda: chosen(taught) == by_letter(HELD), timeout=WAIT)
    qtbot.waitUntil(lambda: chosen(taught) == by_letter(later), timeout=WAIT)
    taught.close_round()
    taught.open_round()
    qtbot.waitUntil(lambda: chosen(taught) == by_letter(HELD), timeout=WAIT)


def test_a_file_that_is_no_picture_is_said_calmly(qtbot: QtBot, teaching: Teaching, tmp_path: Path) -> None:
    broken = tmp_path / "thơ.txt"
    broken.write_text("Ve vẻ vè ve", "utf-8")
    before = teaching.cards.eye.state
    for path in (broken, tmp_path / "gone.png"):
        teaching.cards.read_file(path)
        assert path.name in teaching.console.toast.accessibleName()
    assert teaching.cards.eye.state == before


def test_another_channel_turns_the_camera_off_and_cards_turn_it_on_again(
    qtbot: QtBot, teaching: Teaching, taught: LessonSession
) -> None:
    assert teaching.console.answers.cards.isVisibleTo(teaching.console)
    teaching.controller.change_channel("hands")
    assert teaching.cards.eye.state == "off"
    assert not teaching.console.answers.cards.isVisibleTo(teaching.console)
    teaching.controller.change_channel("cards")
    qtbot.waitUntil(lambda: teaching.cards.eye.state == "none", timeout=WAIT)
    taught.pause()
    assert teaching.cards.eye.state == "off"


def test_a_late_pupil_can_answer_at_once(
    qtbot: QtBot, teaching: Teaching, taught: LessonSession, ask: Callable[[str], None], tmp_path: Path
) -> None:
    ask("q3")
    teaching.cards.read_file(save([(1, "A"), (13, "B")], tmp_path / "1.png"))
    qtbot.waitUntil(lambda: chosen(taught) == {1: "a"}, timeout=WAIT)
    taught.room.seat_joined(13)
    qtbot.waitUntil(lambda: chosen(taught) == {1: "a", 13: "b"}, timeout=WAIT)


def test_the_last_row_is_only_praised_once_every_card_was_read(
    qtbot: QtBot, teaching: Teaching, taught: LessonSession, ask: Callable[[str], None], tmp_path: Path
) -> None:
    ask("q3")
    last_row = _("Cards are read to the last row.")
    teaching.cards.read_file(save(HELD[:8], tmp_path / "1.png"))
    qtbot.waitUntil(lambda: chosen(taught) == by_letter(HELD[:8]), timeout=WAIT)
    [hint] = teaching.cards.status().hints
    assert (hint.tone, hint.text) == (
        "ok",
        _("No tick yet? Hold the card by two edges, cover no black, face it straight to the camera."),
    )
    teaching.cards.read_file(save(HELD, tmp_path / "2.png"))
    qtbot.waitUntil(lambda: chosen(taught) == by_letter(HELD), timeout=WAIT)
    assert [hint.text for hint in teaching.cards.status().hints] == [last_row]


def test_where_the_class_sees_the_console_no_picture_is_even_made_until_asked_for(
    qtbot: QtBot, teaching: Teaching, taught: LessonSession, ask: Callable[[str], None], tmp_path: Path
) -> None:
    ask("q3")
    teaching.cards.set_class_sees(True)
    panel = teaching.console.answers.cards
    assert not teaching.cards.eye.shows
    teaching.cards.read_file(save(HELD, tmp_path / "1.png"))
    qtbot.waitUntil(lambda: chosen(taught) == by_letter(HELD), timeout=WAIT)
    assert panel.view.is_covered()
    assert panel.view.texts() == ()
    panel.cover.click()
    assert teaching.cards.eye.shows
    qtbot.waitUntil(lambda: len(panel.view.texts()) == 12, timeout=WAIT)
    teaching.cards.set_class_sees(True)
    assert panel.view.is_covered(), "moved to one screen again, it is hidden again"


def test_the_camera_is_off_as_long_as_the_teacher_wants(qtbot: QtBot, teaching: Teaching) -> None:
    teaching.console.answers.cards.camera.power_requested.emit(False)
    assert teaching.cards.eye.state == "off"
    teaching.do("next")
    assert teaching.cards.eye.state == "off"
    teaching.console.answers.cards.camera.power_requested.emit(True)
    qtbot.waitUntil(lambda: teaching.cards.eye.state == "none", timeout=WAIT)


def test_from_a_file_back_to_the_camera(qtbot: QtBot, teaching: Teaching, tmp_path: Path) -> None:
    teaching.cards.read_file(save(HELD, tmp_path / "lớp.png"))
    assert (teaching.cards.eye.state, teaching.cards.eye.file) == ("file", "lớp.png")
    teaching.console.answers.cards.camera.camera_requested.emit()
    assert (teaching.cards.eye.state, teaching.cards.eye.file) == ("none", "")


def test_a_file_chosen_while_things_are_still_loading_is_read_when_they_are_there(
    qtbot: QtBot, teaching: Teaching, tmp_path: Path
) -> None:
    teaching.cards.eye.turn_off()
    teaching.cards.read_file(save(HELD, tmp_path / "lớp.png"))
    assert teaching.cards.eye.state == "starting"
    qtbot.waitUntil(lambda: teaching.cards.eye.state == "file", timeout=WAIT)


def test_turning_off_while_things_are_loading_waits_for_nothing_and_can_be_turned_on_again(
    qtbot: QtBot, teaching: Teaching
) -> None:
    eye = teaching.cards.eye
    eye.turn_off()
    for _time in range(3):
        eye.turn_on()
        eye.turn_off()
    eye.turn_on()
    qtbot.waitUntil(lambda: eye.state == "none", timeout=WAIT)


def test_the_large_picture_lies_over_the_console(teaching: Teaching) -> None:
    teaching.cards.open_window()
    teaching.cards.start_practice()
    for window in (teaching.cards.window, teaching.cards.practice):
        assert window is not None
        assert teaching.console.geometry().contains(window.geometry().center())
        assert window.screen() is teaching.console.screen()


def test_keys_steer_the_lesson_from_the_large_picture(
    qtbot: QtBot, teaching: Teaching, taught: LessonSession, ask: Callable[[str], None]
) -> None:
    ask("q3")
    teaching.cards.open_window()
    window = teaching.cards.window
    assert window is not None
    qtbot.keyClick(window, Qt.Key.Key_H)
    assert teaching.scene.model is not None
    assert teaching.scene.model.help_card
    qtbot.keyClick(window, Qt.Key.Key_H)
    phases: list[str] = []
    for _time in range(2):
        teaching.cards.open_window()
        qtbot.keyClick(window, Qt.Key.Key_PageDown)
        phases.append(taught.state.phase)
    assert phases == ["closed", "revealed"], "first the question, then what Continue does"
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
    assert taught.state.status == "running"
