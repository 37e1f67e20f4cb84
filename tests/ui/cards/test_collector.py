"""A window's parts are destroyed in the window's thread, whichever thread allocates."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from lessonapp.app.collector import Collector

LONG = 20_000


class Knot(QObject):
    """A Qt object that only the collector can take away; it notes in which thread that was."""

    def __init__(self, seen: list[int]) -> None:
        super().__init__()
        self.timer = QTimer(self)
        self.me = self
        self.seen = seen

    def __del__(self) -> None:
        self.seen.append(threading.get_ident())


@pytest.fixture
def collector(qapp: object) -> Iterator[Collector]:
    made = Collector()
    yield made
    made.stop()
    made.deleteLater()
    assert gc.isenabled()


def test_other_threads_never_collect_what_belongs_to_windows(qtbot: QtBot, collector: Collector) -> None:
    seen: list[int] = []
    collector.start()
    for _time in range(5):
        Knot(seen)
    kept: list[list[int]] = []  # enough of them for Python's own collector to run in the other thread
    worker = threading.Thread(target=lambda: kept.extend([] for _ in range(50_000)))
    worker.start()
    worker.join()
    assert seen == []
    qtbot.waitUntil(lambda: len(seen) == 5, timeout=LONG)
    assert set(seen) == {threading.get_ident()}


def test_it_holds_when_somebody_turns_collecting_on_again_and_ends_when_told(
    qtbot: QtBot, collector: Collector
) -> None:
    collector.start()
    collector.start()
    gc.enable()
    qtbot.waitUntil(lambda: not gc.isenabled(), timeout=LONG)
    collector.stop()
    assert gc.isenabled()
    collector.stop()
