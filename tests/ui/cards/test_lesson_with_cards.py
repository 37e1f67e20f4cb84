"""A class of twelve answers with cards: the real panel, reader, session and journal, fed from files."""

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from lessonapp.app.teaching import Teaching
from lessonapp.domain.school import School
from lessonapp.domain.summary import summarise
from lessonapp.session.lesson_session import LessonSession
from tests.builders import START
from tests.ui.cards.scene import save

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
