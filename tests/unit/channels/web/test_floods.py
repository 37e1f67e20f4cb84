"""Whoever floods the server keeps nobody else out, over loopback."""

import socket

import aiohttp
import pytest

from lessonapp.channels.web import connections
from tests.unit.channels.web.loopback import close_code, hung_up, loopback, until


@pytest.mark.parametrize(
    "spoken",
    [b"", b"GET /nothing HTTP/1.1\r\nHost: ", b"POST /api/join HTTP/1.1\r\nContent-Length: 90\r\n\r\n{"],
)
def test_hundreds_of_idle_connections_push_out_only_each_other(
    monkeypatch: pytest.MonkeyPatch, spoken: bytes
) -> None:
    monkeypatch.setattr(connections, "EACH_SEAT", 0)
    monkeypatch.setattr(connections, "SPARE", 6)
    with loopback() as lab:

        async def talk(client: aiohttp.ClientSession) -> None:
            early = await lab.enter(client, (await lab.join(client))["token"])
            await until(early, "state")
            remote = await client.ws_connect(f"{lab.url}/api/teacher/ws", headers=lab.teacher)
            await until(remote, "state")
            idle = []
            for _ in range(20):
                idle.append(socket.create_connection(("127.0.0.1", lab.port)))
                idle[-1].sendall(spoken)
            async with aiohttp.ClientSession() as other:
                late = await lab.enter(other, (await lab.join(other))["token"])
                await until(late, "state")
                await late.close()
            assert await lab.steer(client, "next") == 200
            await until(early, "state", n=2)
            await until(remote, "state", status="running")
            await early.close()
            await remote.close()
            assert hung_up(idle[0])
            for one in idle:
                one.close()

        lab.run(talk)


def test_sockets_of_unknown_devices_that_do_not_hang_up_keep_nobody_out() -> None:
    with loopback(seats=1) as lab:

        async def talk(client: aiohttp.ClientSession) -> None:
            strangers = [await lab.enter(client, "nobody") for _ in range(5)]
            phone = await lab.enter(client, (await lab.join(client))["token"])
            await until(phone, "state")
            await phone.close()
            for stranger in strangers:
                await stranger.close()

        lab.run(talk)


def test_one_device_that_connects_again_and_again_keeps_nobody_out() -> None:
    with loopback(seats=1) as lab:

        async def talk(client: aiohttp.ClientSession) -> None:
            busy = (await lab.join(client))["token"]
            again = [await lab.enter(client, busy) for _ in range(6)]
            phone = await lab.enter(client, (await lab.join(client))["token"])
            await until(phone, "state")
            await phone.close()
            for one in again:
                await one.close()

        lab.run(talk)


def test_pings_are_answered_and_counted_as_messages() -> None:
    with loopback() as lab:

        async def talk(client: aiohttp.ClientSession) -> None:
            address = f"{lab.url}/api/ws?token={(await lab.join(client))['token']}"
            phone = await client.ws_connect(address, autoping=False)
            await phone.ping(b"here")
            while (told := await phone.receive(timeout=20)).type is aiohttp.WSMsgType.TEXT:
                pass
            assert (told.type, bytes(told.data)) == (aiohttp.WSMsgType.PONG, b"here")
            for _ in range(60):
                await phone.ping(b"")
            while (told := await phone.receive(timeout=20)).type is aiohttp.WSMsgType.PONG:
                pass
            assert told.type is aiohttp.WSMsgType.CLOSE
            assert phone.close_code == 1008

        lab.run(talk)


def test_a_remote_may_ping_and_answers_pings() -> None:
    with loopback() as lab:

        async def talk(client: aiohttp.ClientSession) -> None:
            remote = await client.ws_connect(f"{lab.url}/api/teacher/ws", headers=lab.teacher)
            await remote.ping()
            await remote.pong()
            assert await lab.steer(client, "next") == 200
            await until(remote, "state", status="running")
            await remote.send_str("next")
            assert await close_code(remote) == 1003

        lab.run(talk)


def test_a_token_of_bytes_that_are_no_text_is_a_wrong_token(caplog: pytest.LogCaptureFixture) -> None:
    with loopback() as lab, socket.create_connection(("127.0.0.1", lab.port)) as raw:
        raw.settimeout(20)
        head = f"POST /api/teacher/next HTTP/1.1\r\nHost: 127.0.0.1:{lab.port}\r\nContent-Length: 0\r\n"
        raw.sendall(head.encode() + b"Authorization: Bearer \xff\xfe\r\n\r\n")
        assert raw.recv(12) == b"HTTP/1.1 401"
        assert lab.taught.state.step is None
    assert not caplog.records


def test_the_remote_hears_the_end_before_the_server_stops() -> None:
    with loopback() as lab:

        async def talk(client: aiohttp.ClientSession) -> None:
            remote = await client.ws_connect(f"{lab.url}/api/teacher/ws", headers=lab.teacher)
            await until(remote, "state")
            lab.taught.end()
            lab.server.stop()
            await until(remote, "state", status="ended")
            assert await close_code(remote) == 1001

        lab.run(talk)
