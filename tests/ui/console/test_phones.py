"""Phones in the window program: let in, shown on stage and console, freed, steering, and sent home."""

import asyncio
import threading
from collections.abc import Iterator
from concurrent.futures import Future, wait
from typing import Any

import aiohttp
import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from lessonapp.app.networks import Network, networks
from lessonapp.app.phones import Phones, network_words
from lessonapp.app.teaching import Teaching
from lessonapp.channels.web.ports import Facts
from lessonapp.domain.answer import Answer
from lessonapp.session.lesson_session import LessonSession
from lessonapp.settings import Settings
from lessonapp.ui.console.phones import HotspotDialog, RemoteDialog
from lessonapp.ui.stage.model import StageModel
from lessonapp.ui.stage_models import StageSetting
from lessonapp.ui.theme import apply_theme
from tests.builders import lesson, session

WAIT_MS = 10_000


class Pupils:
    """Phones in a thread of their own."""

    def __init__(self, url: str, code: str) -> None:
        self.url, self.code = url, code
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="pupils")
        self._thread.start()
        self._client = self.do(self._open()).result(10)
        self.sockets: dict[int, aiohttp.ClientWebSocketResponse] = {}

    def do(self, talk: Any) -> Future[Any]:
        return asyncio.run_coroutine_threadsafe(talk, self._loop)

    def join(self, seat: int | None = None) -> Future[Any]:
        return self.do(self._join(seat))

    def answer(self, seat: int, step: str, choice: str) -> Future[Any]:
        return self.do(self._answer(seat, step, choice))

    def steer(self, token: str, name: str) -> Future[Any]:
        return self.do(self._steer(token, name))

    def leave(self) -> None:
        self.do(self._client.close()).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _open(self) -> aiohttp.ClientSession:
        return aiohttp.ClientSession()

    async def _join(self, seat: int | None) -> int:
        async with self._client.post(
            f"{self.url}/api/join", json={"code": self.code, "seat": seat}
        ) as answer:
            told = await answer.json()
        number: int = told["seat"]
        self.sockets[number] = await self._client.ws_connect(f"{self.url}/api/ws?token={told['token']}")
        return number

    async def _answer(self, seat: int, step: str, choice: str) -> str:
        await self.sockets[seat].send_json({"type": "answer", "step": step, "choice": [choice]})
        while (told := await self.sockets[seat].receive_json())["type"] != "receipt":
            pass
        return str(told["status"])

    async def _steer(self, token: str, name: str) -> int:
        headers = {"Authorization": f"Bearer {token}"}
        async with self._client.post(f"{self.url}/api/teacher/{name}", headers=headers) as answer:
            await answer.read()
            status: int = answer.status
            return status


@pytest.fixture
def taught() -> LessonSession:
    return session()


@pytest.fixture
def teaching(qtbot: QtBot, qapp: QApplication, taught: LessonSession) -> Iterator[Teaching]:
    apply_theme(qapp)
    made = Teaching(taught, StageSetting(), Settings(reduce_motion=True), windowed=True)
    facts = Facts(lessons={"vi": taught.lesson}, language="vi", class_label="4A")
    made.phones = Phones(made, lambda: facts)
    made.start()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def pupils(teaching: Teaching) -> Iterator[Pupils]:
    phones = teaching.phones
    assert phones is not None
    phones.start("127.0.0.1", (0,))
    assert phones.server is not None
    made = Pupils(phones.server.url, phones.server.keys.code)
    yield made
    made.leave()


def shown(teaching: Teaching) -> StageModel:
    assert teaching.scene.model is not None
    return teaching.scene.model


def keys(teaching: Teaching) -> str:
    assert teaching.phones is not None
    assert teaching.phones.server is not None
    return teaching.phones.server.keys.teacher_token


def got(qtbot: QtBot, asked: Future[Any]) -> Any:
    """What a phone got, while the windows live on."""
    qtbot.waitUntil(asked.done, timeout=WAIT_MS)
    return asked.result()


def test_phones_are_off_until_the_teacher_lets_them_in(teaching: Teaching) -> None:
    teaching.controller.change_channel("web")
    panel = teaching.console.answers.phones
    assert panel.start.isVisibleTo(teaching.console)
    assert panel.network.count() >= 1
    assert panel.network.itemData(panel.network.count() - 1) == "127.0.0.1"
    assert shown(teaching).join is None
    assert not teaching.console.bar.code.isVisibleTo(teaching.console)


def test_whoever_joins_is_seen_in_the_lobby_and_on_the_console(
    qtbot: QtBot, teaching: Teaching, pupils: Pupils
) -> None:
    assert teaching.controller.session.state.channel == "web"
    assert shown(teaching).lobby
    for seat in (3, 1, 12):
        assert got(qtbot, pupils.join(seat)) == seat
    qtbot.waitUntil(lambda: _joined(teaching) == {1, 3, 12}, timeout=WAIT_MS)
    texts = [box.text for box in teaching.scene.text_boxes()]
    assert "3" in texts
    assert pupils.code in "".join(texts)
    seats = teaching.console.answers.seats
    qtbot.waitUntil(lambda: seats._connected == frozenset({1, 3, 12}), timeout=WAIT_MS)
    assert 12 in teaching.controller.session.state.present  # a late pupil sits down behind the class of ten


def _joined(teaching: Teaching) -> frozenset[int]:
    join = shown(teaching).join
    return join.joined if join is not None else frozenset()


def test_going_on_leaves_the_lobby_and_an_open_question_has_the_way_in_beside_it(
    qtbot: QtBot, teaching: Teaching, pupils: Pupils
) -> None:
    teaching.do("next")
    assert not shown(teaching).lobby
    teaching.controller.goto("q3")
    teaching.do("next")
    assert shown(teaching).phase == "open"
    texts = [box.text for box in teaching.scene.text_boxes()]
    assert any(pupils.code in text for text in texts)
    teaching.console.bar.code.click()
    assert not any(pupils.code in box.text for box in teaching.scene.text_boxes())
    teaching.do("next")
    teaching.console.bar.code.click()
    assert shown(teaching).lobby
    teaching.console.bar.code.click()
    assert not shown(teaching).lobby


def test_an_answer_goes_from_a_phone_to_the_stage_and_the_last_of_two_channels_counts(
    qtbot: QtBot, teaching: Teaching, pupils: Pupils
) -> None:
    got(qtbot, pupils.join(1))
    got(qtbot, pupils.join(2))
    teaching.controller.goto("q3")
    teaching.do("next")
    assert got(qtbot, pupils.answer(1, "q3", "a")) == "saved"
    assert got(qtbot, pupils.answer(2, "q3", "b")) == "saved"
    teaching.controller.post(Answer(step="q3", choice=("c",), channel="screen", seat=2))
    qtbot.waitUntil(lambda: _counts(teaching) == {"a": 1, "b": 0, "c": 1}, timeout=WAIT_MS)
    assert teaching.console.answers.count_box.text() == "2/10"


def _counts(teaching: Teaching) -> dict[str, int]:
    tally = shown(teaching).tally
    return dict(tally.counts) if tally is not None else {}


def test_while_a_class_answers_at_once_the_windows_change_few_times(
    qtbot: QtBot, teaching: Teaching, taught: LessonSession
) -> None:
    teaching.controller.goto("q3")
    teaching.do("next")
    changes: list[int] = []
    teaching.controller.changed.connect(lambda: changes.append(1))
    rebuilt = teaching.scene.rebuilt
    receipts = [
        teaching.controller.post(Answer(step="q3", choice=("a",), channel="web", seat=seat))
        for seat in range(1, 11)
        for _turn in range(20)
    ]
    qtbot.waitUntil(lambda: all(r.done() for r in receipts), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: _counts(teaching)["a"] == 10, timeout=WAIT_MS)
    assert len(changes) < 20
    assert teaching.scene.rebuilt == rebuilt


def test_a_freed_seat_can_be_taken_by_another_phone(qtbot: QtBot, teaching: Teaching, pupils: Pupils) -> None:
    got(qtbot, pupils.join(4))
    qtbot.waitUntil(lambda: _joined(teaching) == {4}, timeout=WAIT_MS)
    menu = teaching.console.answers.seats.menu_for(4)
    menu.actions()[-1].trigger()
    qtbot.waitUntil(lambda: _joined(teaching) == frozenset(), timeout=WAIT_MS)
    assert got(qtbot, pupils.join(4)) == 4


def test_the_teachers_phone_steers_the_windows(qtbot: QtBot, teaching: Teaching, pupils: Pupils) -> None:
    token = keys(teaching)
    assert got(qtbot, pupils.steer(token, "next")) == 200
    assert not shown(teaching).lobby
    assert got(qtbot, pupils.steer(token, "open")) == 409
    assert got(qtbot, pupils.steer(token, "black")) == 200
    assert shown(teaching).black
    assert got(qtbot, pupils.steer(token, "next")) == 200
    assert not shown(teaching).black
    with qtbot.waitSignal(teaching.finished, timeout=WAIT_MS) as finished:
        assert got(qtbot, pupils.steer(token, "end")) == 200
    assert finished.args == ["end"]
    assert teaching.controller.session.state.status == "ended"


def test_the_pairing_code_is_on_the_console_never_on_the_stage(
    qtbot: QtBot, teaching: Teaching, pupils: Pupils, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[QDialog] = []

    def show(dialog: RemoteDialog) -> None:
        seen.append(dialog)

    monkeypatch.setattr(RemoteDialog, "exec", show)
    monkeypatch.setattr("lessonapp.app.phones.confirm", lambda *_words: True)
    teaching.console.answers.phones.remote.click()
    assert len(seen) == 1
    assert seen[0].parent() is teaching.console
    token = keys(teaching)
    assert not any(token in box.text for box in teaching.scene.text_boxes())
    join = shown(teaching).join
    assert join is not None
    assert token not in join.url
    seen[0].deleteLater()


def test_on_one_screen_the_pairing_code_is_shown_only_when_nobody_sees_it(
    teaching: Teaching, pupils: Pupils, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert teaching.screens.placement.mirrored
    monkeypatch.setattr("lessonapp.app.phones.confirm", lambda *_words: False)
    monkeypatch.setattr(RemoteDialog, "exec", lambda _self: pytest.fail("shown"))
    teaching.console.answers.phones.remote.click()


def test_let_no_more_in_asks_and_keeps_the_answers(
    qtbot: QtBot, teaching: Teaching, pupils: Pupils, monkeypatch: pytest.MonkeyPatch
) -> None:
    got(qtbot, pupils.join(1))
    teaching.controller.goto("q3")
    teaching.do("next")
    got(qtbot, pupils.answer(1, "q3", "a"))
    monkeypatch.setattr("lessonapp.app.phones.confirm", lambda *_words: False)
    teaching.console.answers.phones.stop.click()
    assert shown(teaching).join is not None
    monkeypatch.setattr("lessonapp.app.phones.confirm", lambda *_words: True)
    teaching.console.answers.phones.stop.click()
    assert shown(teaching).join is None
    assert _counts(teaching)["a"] == 1
    assert teaching.console.answers.phones.start.isVisibleTo(teaching.console)


def test_what_is_in_the_way_is_said_in_the_panel(teaching: Teaching, pupils: Pupils) -> None:
    phones = teaching.phones
    assert phones is not None
    assert phones.server is not None
    port = int(phones.server.url.rpartition(":")[2])
    facts = Facts(lessons={"vi": lesson()}, language="vi", class_label="4A")
    other = Phones(teaching, lambda: facts)
    other.start("127.0.0.1", (port,))
    assert other.server is None
    assert str(port) in teaching.console.answers.phones.trouble.text()


def test_the_hotspot_is_explained_in_one_screen(qtbot: QtBot, teaching: Teaching) -> None:
    dialog = HotspotDialog(teaching.console)
    dialog.show()
    assert dialog.height() <= 768
    dialog.close()
    dialog.deleteLater()


def test_a_whole_school_shows_counts_only(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp)
    made = Teaching(session(seats=400), StageSetting(), Settings(reduce_motion=True), windowed=True)
    made.start()
    assert not made.console.answers.seats.isVisibleTo(made.console)
    made.close()
    made.deleteLater()


def test_the_networks_are_named_and_this_machine_comes_last() -> None:
    found = networks()
    assert found[-1] == Network("", "127.0.0.1", "self")
    assert len({n.address for n in found}) == len(found)
    assert network_words("wifi", "wlan0", "192.168.1.10").endswith("(wlan0) · 192.168.1.10")


def test_answers_from_many_threads_arrive_each_once(qtbot: QtBot, teaching: Teaching) -> None:
    teaching.controller.goto("q3")
    teaching.do("next")
    receipts: list[Future[Any]] = []

    def send(seat: int) -> None:
        receipts.append(teaching.controller.post(Answer(step="q3", choice=("a",), channel="web", seat=seat)))

    threads = [threading.Thread(target=send, args=(seat,)) for seat in range(1, 11)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    qtbot.waitUntil(lambda: all(r.done() for r in receipts), timeout=WAIT_MS)
    assert [r.result().status for r in wait(receipts).done] == ["saved"] * 10
