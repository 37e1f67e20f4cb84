"""The way into the GUI thread."""

import threading

import pytest
from pytestqt.qtbot import QtBot

from lessonapp.ui.crossing import Crossing


def test_what_another_thread_asks_is_done_in_this_one(qtbot: QtBot) -> None:
    crossing = Crossing()
    asked = [crossing.ask(threading.current_thread)]
    other = threading.Thread(target=lambda: asked.append(crossing.ask(threading.current_thread)))
    other.start()
    other.join()
    qtbot.waitUntil(lambda: all(future.done() for future in asked))
    assert {future.result() for future in asked} == {threading.current_thread()}


def test_a_fault_is_told_here_and_to_whoever_asked_and_what_waits_is_done(qtbot: QtBot) -> None:
    crossing = Crossing()
    with qtbot.captureExceptions() as told:
        fails, goes_on = crossing.ask(lambda: 1 // 0), crossing.ask(lambda: "done")
        qtbot.waitUntil(lambda: fails.done() and goes_on.done())
    assert [kind for kind, _error, _trace in told] == [ZeroDivisionError]
    with pytest.raises(ZeroDivisionError):
        fails.result()
    assert goes_on.result() == "done"
