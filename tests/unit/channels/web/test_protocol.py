"""LAN protocol, version 1, over loopback."""

import asyncio
import json
import socket
import threading
from pathlib import Path

import aiohttp
import pytest

from lessonapp.channels.web import connections, gate, outlet, server
from lessonapp.channels.web.doors import Doors
from lessonapp.channels.web.http import Hosts
from lessonapp.channels.web.hub import Hub
from lessonapp.channels.web.server import Place, WebServer
from lessonapp.domain.errors import MachineError
from tests.unit.channels.web.fakes import Alarms
from tests.unit.channels.web.loopback import PAGES, Loopback, close_code, hung_up, loopback, until


def test_a_pupil_joins_answers_changes_and_comes_back() -> None:
    with loopback() as lab:

        async def talk(client: aiohttp.ClientSession) -> None:
            joined = await lab.join(client, 12)
            assert joined["status"] == 409  # seats 11 to 20 come late; beyond the class 12 is free
            joined = await lab.join(client, 3)
            assert (joined["seat"], joined["animal"], joined["language"]) == (3, "Gấu trúc", "vi")
            phone = await lab.enter(client, joined["token"])
            assert (await until(phone, "state"))["phase"] == "waiting"
            assert await lab.steer(client, "goto", step="q3") == 200
            assert await lab.steer(client, "open") == 200
            assert (await until(phone, "state", phase="open"))["step"]["id"] == "q3"
            for choice, status in (("b", "saved"), ("c", "changed")):
                await phone.send_json({"type": "answer", "step": "q3", "choice": [choice]})
                assert (await until(phone, "receipt"))["status"] == status
            await phone.close()
            again = await lab.enter(client, joined["token"])
            assert (await until(again, "state"))["mine"] == {"choice": ["c"], "status": "saved"}
            await lab.steer(client, "close")
            await until(again, "state", phase="closed")
            await again.send_json({"type": "answer", "step": "q3", "choice": ["a"]})
            assert (await until(again, "receipt"))["status"] == "closed"
            await again.close()

        lab.taught.room.seat_joined(11)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("lessonapp.channels.web.hub.LATE_SEATS", 0)
            lab.run(talk)


def test_every_answer_but_a_page_is_json_and_says_what_is_wrong() -> None:
    with loopback() as lab:
        cases = [
            ("GET", "/nowhere", None, 404),
            ("GET", "/help", None, 404),
            ("POST", "/", None, 405),
            ("POST", "/api/join", b"{", 400),
            ("POST", "/api/join", b"[]", 400),
            ("POST", "/api/join", b'{"code": 4827}', 400),
            ("POST", "/api/join", b'{"code": "1", "seat": "3"}', 400),
            ("POST", "/api/join", b'{"code": "1", "seat": -3}', 400),
            ("POST", "/api/join", b"\xff\xfe", 400),
            ("POST", "/api/join", b"x" * 5000, 413),
            ("POST", "/api/join", b'{"code": "0000"}', 403),
            ("GET", "/api/ws", None, 426),
            ("GET", "/api/teacher/ws", None, 401),
            ("POST", "/api/teacher/next", None, 401),
            ("GET", "/animals/51.svg", None, 404),
            ("GET", "/static/../../pyproject.toml", None, 404),
        ]

        async def talk(client: aiohttp.ClientSession) -> None:
            for method, path, body, status in cases:
                async with client.request(method, lab.url + path, data=body) as answer:
                    told = await answer.json()
                    assert answer.status == status, (path, body, told)
                    assert set(told["error"]) == {"code", "message"}

        lab.run(talk)


def test_pages_are_strict_and_set_no_cookie() -> None:
    with loopback() as lab:

        async def talk(client: aiohttp.ClientSession) -> None:
            for path, kind in (("/", "text/html"), ("/teacher", "text/html"), ("/qr.svg", "image/svg+xml")):
                async with client.get(lab.url + path) as page:
                    assert page.status == 200
                    assert page.content_type == kind
                    assert page.headers["Cache-Control"] == "no-store"
                    assert "Set-Cookie" not in page.headers
                    assert page.headers["Content-Security-Policy"].startswith("default-src 'none'")
                    assert lab.server.keys.code not in await page.text()
            async with client.get(lab.url + "/") as page:
                text = await page.text()
            named = [part.split('"')[0] for part in text.split('="/static/')[1:]]
            assert named
            for name in named:
                async with client.get(f"{lab.url}/static/{name}") as file:
                    assert file.status == 200, name
                    assert "immutable" in file.headers["Cache-Control"]
                    assert len(name.split(".")) == 3

        lab.run(talk)


def test_a_foreign_page_and_a_foreign_name_are_refused() -> None:
    with loopback() as lab:

        async def talk(client: aiohttp.ClientSession) -> None:
            for headers, status in (
                ({"Origin": "http://evil.example"}, 403),
                ({"Origin": "null"}, 403),
                ({"Host": f"evil.example:{lab.port}"}, 403),
                ({"Host": "127.0.0.1:1"}, 403),
                ({"Origin": lab.url}, 200),
                ({"Host": f"localhost:{lab.port}"}, 200),
                ({}, 200),
            ):
                body = {"code": lab.server.keys.code}
                async with client.post(f"{lab.url}/api/room", json=body, headers=headers) as answer:
                    assert answer.status == status, headers
            with pytest.raises(aiohttp.WSServerHandshakeError):
                await client.ws_connect(
                    f"{lab.url}/api/ws?token=x", headers={"Origin": "http://evil.example"}
                )

        lab.run(talk)


def test_two_devices_with_one_token_the_newer_stays() -> None:
    with loopback() as lab:

        async def talk(client: aiohttp.ClientSession) -> None:
            joined = await lab.join(client)
            older = await lab.enter(client, joined["token"])
            newer = await lab.enter(client, joined["token"])
            assert await close_code(older) == 4409
            await until(newer, "state")
            assert (await lab.join(client, joined["seat"]))["status"] == 409
            assert (await lab.join(client, joined["seat"], token=joined["token"]))["token"] == joined["token"]
            unknown = await lab.enter(client, "nobody")
            assert await close_code(unknown) == 4401
            await newer.close()

        lab.run(talk)


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ("{", 1007),
        ("[]", 1007),
        ('{"type": "answer"}', 1007),
        ('{"type": "answer", "step": 1, "choice": []}', 1007),
        ('{"type": "answer", "step": "q3", "choice": "b"}', 1007),
        ('{"type": "steer", "step": "q3", "choice": ["b"]}', 1007),
        ("x" * 5000, 1009),
        (b"\x00\x01", 1003),
    ],
)
def test_what_is_no_answer_closes_the_socket_and_the_lesson_never_notices(
    message: str | bytes, code: int
) -> None:
    with loopback() as lab:

        async def talk(client: aiohttp.ClientSession) -> None:
            joined = await lab.join(client)
            phone = await lab.enter(client, joined["token"])
            await (phone.send_bytes(message) if isinstance(message, bytes) else phone.send_str(message))
            assert await close_code(phone) == code
            again = await lab.enter(client, joined["token"])
            await until(again, "state")
            await again.close()

        seq = lab.taught.state.seq
        lab.run(talk)
        assert lab.taught.state.seq == seq


def test_more_than_twenty_messages_a_second_close_the_socket() -> None:
    with loopback() as lab:

        async def talk(client: aiohttp.ClientSession) -> None:
            phone = await lab.enter(client, (await lab.join(client))["token"])
            for _ in range(60):
                await phone.send_json({"type": "answer", "step": "q3", "choice": ["a"]})
            assert await close_code(phone) == 1008

        lab.run(talk)


def test_ten_thousand_wrong_codes_slow_nobody_who_has_the_right_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "SLOWEST", 0.02)
    with loopback() as lab:
        wrong = "0000"

        async def guess(client: aiohttp.ClientSession, count: int, seen: set[int]) -> None:
            for _ in range(count):
                async with client.post(f"{lab.url}/api/join", json={"code": wrong}) as answer:
                    seen.add(answer.status)

        async def talk(client: aiohttp.ClientSession) -> None:
            seen: set[int] = set()
            guessing = [asyncio.create_task(guess(client, 100, seen)) for _ in range(100)]
            loop = asyncio.get_running_loop()
            waited = []
            async with aiohttp.ClientSession() as pupil:
                while not all(task.done() for task in guessing):
                    began = loop.time()
                    assert (await lab.join(pupil))["status"] in (200, 409)
                    waited.append(loop.time() - began)
            await asyncio.gather(*guessing)
            assert seen == {403}
            assert len(waited) > 10

        lab.run(talk)
        assert lab.server.running


def test_the_fifth_wrong_code_is_slowed_and_a_minute_forgives() -> None:
    now = [0.0]
    wrong = gate.WrongCodes(lambda: now[0])
    assert [wrong.wait("a") for _ in range(7)] == [0, 0, 0, 0, 0, 0.25, 0.5]
    assert wrong.wait("b") == 0
    now[0] = 61
    assert wrong.wait("a") == 0
    wrong.held = gate.HELD_AT_ONCE
    assert [wrong.wait("c") for _ in range(6)][-1] == -1


def test_a_connection_that_asks_for_nothing_is_hung_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "SILENT_SECONDS", 0.1)
    with loopback() as lab, socket.create_connection(("127.0.0.1", lab.port)) as half_open:
        half_open.settimeout(20)
        half_open.sendall(b"GET / HTTP/1.1\r\nHost: ")
        assert half_open.recv(1) == b""


def test_of_too_many_connections_the_longest_idle_is_hung_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(connections, "EACH_SEAT", 0)
    monkeypatch.setattr(connections, "SPARE", 3)
    with loopback() as lab:
        standing = [socket.create_connection(("127.0.0.1", lab.port)) for _ in range(3)]
        with socket.create_connection(("127.0.0.1", lab.port)) as late:
            assert hung_up(standing[0])
            late.settimeout(20)
            late.sendall(f"GET /qr.svg HTTP/1.1\r\nHost: 127.0.0.1:{lab.port}\r\n\r\n".encode())
            assert late.recv(12) == b"HTTP/1.1 200"
        for one in standing:
            one.close()


def test_whoever_does_not_read_is_let_go_and_the_others_are_not_held_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(outlet, "CLOSE_SECONDS", 0.01)

    async def talk() -> None:
        cut = asyncio.Event()

        class Stuck(asyncio.Transport):
            written = 0

            def write(self, data: bytes | bytearray | memoryview) -> None:
                self.written += len(data)

            def get_write_buffer_size(self) -> int:
                return self.written

            def is_closing(self) -> bool:
                return False

            def abort(self) -> None:
                cut.set()

        stuck = Stuck()
        slow = outlet.SocketOutlet(stuck)
        for _ in range(200):
            slow.send("x" * 1000)
        assert slow.closing
        assert stuck.written <= outlet.UNREAD_LIMIT + 2000
        await asyncio.wait_for(cut.wait(), 20)

    asyncio.run(talk())


def test_sockets_are_twice_the_seats_at_most() -> None:
    with loopback(seats=1) as lab:

        async def talk(client: aiohttp.ClientSession) -> None:
            phones = [await lab.enter(client, (await lab.join(client))["token"]) for _ in range(2)]
            third = await lab.enter(client, (await lab.join(client))["token"])
            assert await close_code(third) == 1013
            for phone in phones:
                await phone.close()

        lab.run(talk)


def test_the_teacher_steers_and_is_told() -> None:
    with loopback() as lab:

        async def talk(client: aiohttp.ClientSession) -> None:
            remote = await client.ws_connect(
                f"{lab.url}/api/teacher/ws?token={lab.server.keys.teacher_token}"
            )
            assert (await until(remote, "state"))["status"] == "lobby"
            assert await lab.steer(client, "open") == 409
            assert await lab.steer(client, "next") == 200
            assert lab.taught.state.step == "mo"
            assert await lab.steer(client, "open") == 409
            assert await lab.steer(client, "goto", step="nowhere") == 404
            assert await lab.steer(client, "goto", step="q2") == 200
            assert lab.taught.state.phase == "waiting"
            assert await lab.steer(client, "reveal") == 409
            for name, phase in (("open", "open"), ("close", "closed"), ("reveal", "revealed")):
                assert await lab.steer(client, name) == 200
                told = await until(remote, "state", phase=phase)
                assert told["correct"] == (["b"] if phase == "revealed" else None)
            assert await lab.steer(client, "black") == 200
            assert (await until(remote, "state", black=True))["step"]["id"] == "q2"
            assert await lab.steer(client, "black", on=False) == 200
            assert await lab.steer(client, "timer", seconds=30) == 409
            assert await lab.steer(client, "previous") == 200
            assert await lab.steer(client, "pause") == 200
            assert await lab.steer(client, "pause") == 409
            assert await lab.steer(client, "resume") == 200
            assert await lab.steer(client, "resume") == 409
            assert await lab.steer(client, "end") == 200
            assert (await lab.join(client))["status"] == 410
            await remote.close()
            wrong = {"Authorization": "Bearer guess"}
            async with client.post(f"{lab.url}/api/teacher/next", headers=wrong) as answer:
                assert answer.status == 401
            seen = await client.ws_connect(
                f"{lab.url}/api/teacher/ws?token=guess", headers={"Origin": lab.url}
            )
            assert await close_code(seen) == 4401

        lab.run(talk)


def test_a_pupils_token_steers_nothing() -> None:
    with loopback() as lab:

        async def talk(client: aiohttp.ClientSession) -> None:
            token = (await lab.join(client))["token"]
            headers = {"Authorization": f"Bearer {token}"}
            async with client.post(f"{lab.url}/api/teacher/next", headers=headers) as answer:
                assert answer.status == 401

        lab.run(talk)


def test_when_the_server_stops_everybody_hears_it() -> None:
    with loopback() as lab:

        async def talk(client: aiohttp.ClientSession) -> None:
            phone = await lab.enter(client, (await lab.join(client))["token"])
            stopping = threading.Thread(target=lab.server.stop)
            stopping.start()
            assert await close_code(phone) == 1001
            await asyncio.to_thread(stopping.join)

        lab.run(talk)


def test_a_taken_port_is_said_and_each_session_has_its_own_keys() -> None:
    with loopback() as lab:
        other = Loopback()
        with pytest.raises(MachineError, match=str(lab.port)):
            other.server.start(Place("127.0.0.1", (lab.port,)))
        assert not other.server.running
        another = WebServer(other.server._facts, other.session, PAGES)
        another.start(Place("127.0.0.1", (lab.port, 0)))
        assert another.url != lab.url
        assert another.keys.teacher_token != lab.server.keys.teacher_token
        another.stop()


def test_a_fault_of_ours_while_starting_is_said_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[str] = []
    monkeypatch.setattr(threading, "excepthook", lambda fault: ended.append(fault.exc_type.__name__))
    (tmp_path / "broken.css").write_bytes(b"\xff")
    lab = Loopback()
    broken = WebServer(lab.server._facts, lab.session, tmp_path)
    with pytest.raises(MachineError):
        broken.start(Place("127.0.0.1", (0,)))
    assert not broken.running
    assert ended == ["UnicodeDecodeError"]


def test_a_server_that_starts_too_slowly_ends_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "START_SECONDS", 0)
    lab = Loopback()
    with pytest.raises(MachineError):
        lab.server.start(Place("127.0.0.1", (0,)))
    lab.server._thread.join(10)
    assert not lab.server._thread.is_alive()


def test_nothing_of_a_pupil_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG", logger="lessonapp")
    with loopback() as lab:

        async def talk(client: aiohttp.ClientSession) -> None:
            phone = await lab.enter(client, (await lab.join(client))["token"])
            await phone.send_str("{")
            await close_code(phone)
            async with client.post(f"{lab.url}/api/join", data=b"{") as answer:
                assert answer.status == 400

        with socket.create_connection(("127.0.0.1", lab.port)) as garbage:
            garbage.settimeout(20)
            garbage.sendall(b"\x16\x03\x01\x02\x00 no http at all\r\n\r\n")
            assert b"400" in garbage.recv(200)
        lab.run(talk)
    assert not [r for r in caplog.records if "127.0.0.1" in r.getMessage()]


def test_the_facts_cannot_break_out_of_the_page() -> None:
    with loopback() as lab:

        async def talk(client: aiohttp.ClientSession) -> None:
            async with client.get(lab.url + "/") as page:
                text = await page.text()
            inside = text.split('id="facts">')[1].split("</script>")[0]
            assert "<" not in inside
            assert json.loads(inside)["class"] == "4A"

        lab.run(talk)


def test_listening_everywhere_answers_to_addresses_never_to_names() -> None:
    lab = Loopback()
    lab.server.start(Place("0.0.0.0", (0,), "192.0.2.7"))
    assert lab.url == f"http://192.0.2.7:{lab.port}"

    async def talk(client: aiohttp.ClientSession) -> None:
        for host, status in (
            (f"192.0.2.7:{lab.port}", 200),
            (f"10.1.2.3:{lab.port}", 200),
            (f"localhost:{lab.port}", 200),
            (f"evil.example:{lab.port}", 403),
            ("10.1.2.3:1", 403),
        ):
            async with client.get(f"http://127.0.0.1:{lab.port}/", headers={"Host": host}) as page:
                assert page.status == status, host

    try:
        lab.run(talk)
    finally:
        lab.server.stop()


def test_every_address_is_on_the_page_of_the_protocol_and_none_is_about_help() -> None:
    with loopback() as lab:
        hub = Hub(lab.server._facts, lab.session, Alarms(), lambda call: call(), lab.rooms.append)
        doors = Doors(hub, lab.session, lab.server.keys, {}, Hosts(frozenset()), lab.url, lambda _line: None)
    page = (Path(__file__).parents[4] / "docs" / "protocol.md").read_text("utf-8")
    paths = {path for _method, path in doors._doors}
    assert {path for path in paths if path.removeprefix("/api/teacher") not in page} == set()
    assert not [path for path in paths if "help" in path]
