"""Every address of the web channel, and what it does."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from io import BytesIO

import segno
from aiohttp import WSCloseCode, WSMsgType, web

from lessonapp.channels.web import gate
from lessonapp.channels.web.http import (
    COMMON,
    FOREVER,
    MESSAGE_LIMIT,
    Hosts,
    Refused,
    answer,
    bearer,
    content_policy,
    is_own_origin,
    read_body,
    refusal_answer,
)
from lessonapp.channels.web.hub import Hub
from lessonapp.channels.web.messages import (
    GotoRequest,
    JoinRequest,
    RoomRequest,
    SwitchRequest,
    TimerRequest,
    read_answer,
)
from lessonapp.channels.web.outlet import CLOSE_SECONDS, SocketOutlet
from lessonapp.channels.web.pages import Page
from lessonapp.channels.web.ports import TRY_AGAIN, UNKNOWN, Keys, WebSession
from lessonapp.domain.language import LANGUAGES
from lessonapp.domain.look import ANIMALS, animal_of
from lessonapp.i18n import Speaker
from lessonapp.session.steering import BARE, BareName, Command, CommandName

log = logging.getLogger(__name__)

HEARTBEAT = 20.0
TEACHER_SOCKETS = 8
Door = Callable[[web.BaseRequest], Awaitable[web.StreamResponse]]


class Doors:
    """Answers requests; everything about the room is asked of the hub."""

    def __init__(
        self,
        hub: Hub,
        session: WebSession,
        keys: Keys,
        pages: dict[str, Page],
        hosts: Hosts,
        url: str,
        stays: Callable[[web.RequestHandler], None],
    ) -> None:
        self._hub, self._session, self._keys = hub, session, keys
        self._stays = stays
        self._pages, self._hosts = pages, hosts
        self._wrong = gate.WrongCodes(time.monotonic)
        self._sockets: dict[SocketOutlet, None] = {}
        self._teachers = 0
        qr = BytesIO()
        segno.make(f"{url}/", error="m").save(
            qr, kind="svg", scale=8, border=4, dark="#1B2438", light="#FFFFFF"
        )
        self._qr = qr.getvalue()
        self._doors: dict[tuple[str, str], Door] = {
            ("GET", "/qr.svg"): self._show_qr,
            ("POST", "/api/room"): self._room,
            ("POST", "/api/join"): self._join,
            ("GET", "/api/ws"): self._pupil,
            ("GET", "/api/teacher/ws"): self._teacher,
            ("POST", "/api/teacher/goto"): self._goto,
            ("POST", "/api/teacher/black"): self._black,
            ("POST", "/api/teacher/timer"): self._timer,
            **{("POST", f"/api/teacher/{name}"): self._bare(name) for name in BARE},
        }

    async def open(self, request: web.BaseRequest) -> web.StreamResponse:
        """Answer one request; a fault of ours is logged without saying whose request it was."""
        try:
            return await self._open(request)
        except Refused as refused:
            return refusal_answer(refused)
        except (ConnectionError, asyncio.CancelledError):
            raise
        except Exception:
            log.exception("a request failed")
            return refusal_answer(Refused(500, "fault", "something went wrong; please try again"))

    async def _open(self, request: web.BaseRequest) -> web.StreamResponse:
        host = request.headers.get("Host", "").lower()
        if not self._hosts.are_ours(host):
            raise Refused(403, "wrong-host", "this server has another address")
        if not is_own_origin(request.headers.get("Origin"), host):
            raise Refused(403, "foreign-origin", "pages of other servers may not come in")
        door = self._doors.get((request.method, request.path))
        if door is not None:
            return await door(request)
        if request.method in ("GET", "HEAD"):
            page = self._pages.get(request.path)
            if page is not None:
                return _serve(page, request, host)
            if request.path.startswith("/animals/"):
                return self._animal(request)
        known = any(path == request.path for _, path in self._doors) or request.path in self._pages
        if known:
            raise Refused(405, "wrong-method", "this address is asked in another way")
        raise Refused(404, "not-found", "there is nothing here")

    def _animal(self, request: web.BaseRequest) -> web.Response:
        number, _, suffix = request.path.removeprefix("/animals/").partition(".")
        seat = int(number) if number.isascii() and number.isdigit() and len(number) < 4 else 0
        picture = self._hub.facts.animal(seat) if suffix == "svg" and 1 <= seat <= len(ANIMALS) else None
        if picture is None:
            raise Refused(404, "not-found", "there is nothing here")
        headers = {**COMMON, "Cache-Control": FOREVER, "Content-Security-Policy": "default-src 'none'"}
        return web.Response(body=picture, content_type="image/svg+xml", headers=headers)

    async def _show_qr(self, _request: web.BaseRequest) -> web.Response:
        headers = {**COMMON, "Cache-Control": "no-store", "Content-Security-Policy": "default-src 'none'"}
        return web.Response(body=self._qr, content_type="image/svg+xml", headers=headers)

    async def _check_code(self, request: web.BaseRequest, code: str) -> None:
        if gate.same(code.strip(), self._keys.code):
            return
        wait = self._wrong.wait(request.remote or "")
        if wait < 0:
            raise Refused(429, "slow-down", "too many wrong codes; wait a moment", {"Retry-After": "2"})
        if wait:
            self._wrong.held += 1
            try:
                await asyncio.sleep(wait)
            finally:
                self._wrong.held -= 1
        raise Refused(403, "wrong-code", "that is not the code on the board")

    async def _room(self, request: web.BaseRequest) -> web.Response:
        wanted = await read_body(request, RoomRequest)
        await self._check_code(request, wanted.code)
        return answer(self._hub.room())

    async def _join(self, request: web.BaseRequest) -> web.Response:
        wanted = await read_body(request, JoinRequest)
        await self._check_code(request, wanted.code)
        if self._session.state().status == "ended":
            raise Refused(410, "ended", "the lesson is over")
        taken = self._hub.take_seat(wanted.seat, wanted.token)
        if taken == "taken":
            raise Refused(409, "taken", "somebody sits there already")
        if isinstance(taken, str):
            raise Refused(409, "full", "there is no such free seat")
        seat, token = taken
        if seat not in self._session.state().present and not await asyncio.wrap_future(
            self._session.join(seat)
        ):
            self._hub.free(seat)
            raise Refused(410, "ended", "the lesson is over")
        animal = animal_of(seat)
        facts = self._hub.facts
        language = next((tongue for tongue in facts.lessons if tongue == wanted.language), facts.language)
        name = animal.name(language) if animal is not None else None
        return answer({"token": token, "seat": seat, "animal": name, "language": language})

    async def _pupil(self, request: web.BaseRequest) -> web.StreamResponse:
        socket = _socket()
        await _upgrade(socket, request)
        if not self._room_for_one_more():
            await socket.close(code=TRY_AGAIN, message=b"too many connections; try again")
            return socket
        wanted = request.query.get("lang") or request.query.get("language") or ""
        language = wanted if wanted in LANGUAGES else self._hub.facts.language
        outlet = SocketOutlet(request.transport, language)
        self._sockets[outlet] = None
        seat = self._hub.connect(request.query.get("token", "")[:100], outlet)
        if seat is not None:
            self._stays(request.protocol)
        try:
            await self._listen(socket, outlet, seat)
        finally:
            self._sockets.pop(outlet, None)
            if seat is not None:
                self._hub.disconnect(seat, outlet)
            outlet.finish()
        return socket

    def _room_for_one_more(self) -> bool:
        """Whoever was sent away already, and has not hung up, keeps nobody out."""
        if len(self._sockets) < self._session.state().opened.seats * 2:
            return True
        leaving = next((outlet for outlet in self._sockets if outlet.closing), None)
        if leaving is None:
            return False
        del self._sockets[leaving]
        leaving.cut()
        return True

    async def _listen(self, socket: web.WebSocketResponse, outlet: SocketOutlet, seat: int | None) -> None:
        """Take answers until the other side hangs up; after a good-bye nothing is taken any more."""
        meter = gate.Meter(time.monotonic, gate.MESSAGES_A_SECOND, gate.MESSAGES_A_SECOND)
        async for message in socket:
            if outlet.closing:
                continue
            if not meter.take():
                outlet.close(WSCloseCode.POLICY_VIOLATION, "at most 20 messages a second")
            elif message.type is WSMsgType.PING:
                await socket.pong(message.data)
            elif message.type is WSMsgType.PONG:
                continue
            elif message.type is not WSMsgType.TEXT:
                outlet.close(WSCloseCode.UNSUPPORTED_DATA, "text only")
            elif (given := read_answer(message.data)) is None:
                outlet.close(WSCloseCode.INVALID_TEXT, "this is no answer")
            elif seat is not None:
                self._hub.answer(seat, outlet, given)

    async def _teacher(self, request: web.BaseRequest) -> web.StreamResponse:
        socket = _socket()
        allowed = gate.same(bearer(request), self._keys.teacher_token)
        if not allowed and "Origin" not in request.headers:
            raise Refused(401, "wrong-token", "only the teacher's phone may steer")
        await _upgrade(socket, request)
        if not allowed or self._teachers >= TEACHER_SOCKETS:
            await socket.close(code=UNKNOWN if not allowed else TRY_AGAIN, message=b"not here")
            return socket
        self._teachers += 1
        self._stays(request.protocol)
        outlet = SocketOutlet(request.transport)
        self._hub.add_teacher(outlet)
        try:
            async for message in socket:  # the remote only listens here; it steers by requests
                if message.type is WSMsgType.PING:
                    await socket.pong(message.data)
                elif message.type is not WSMsgType.PONG:
                    outlet.close(WSCloseCode.UNSUPPORTED_DATA, "this socket only tells")
        finally:
            self._teachers -= 1
            self._hub.remove_teacher(outlet)
            outlet.finish()
        return socket

    def _bare(self, name: BareName) -> Door:
        async def steer(request: web.BaseRequest) -> web.Response:
            self._check_teacher(request)
            return await self._do(request, Command(name=name))

        return steer

    async def _goto(self, request: web.BaseRequest) -> web.Response:
        self._check_teacher(request)
        wanted = await read_body(request, GotoRequest)
        return await self._do(request, Command(name="goto", step=wanted.step))

    async def _black(self, request: web.BaseRequest) -> web.Response:
        self._check_teacher(request)
        wanted = await read_body(request, SwitchRequest, optional=True)
        return await self._do(request, Command(name="black", on=wanted.on))

    async def _timer(self, request: web.BaseRequest) -> web.Response:
        self._check_teacher(request)
        wanted = await read_body(request, TimerRequest, optional=True)
        return await self._do(request, Command(name="timer", seconds=wanted.seconds))

    def _check_teacher(self, request: web.BaseRequest) -> None:
        if not gate.same(bearer(request), self._keys.teacher_token):
            raise Refused(401, "wrong-token", "only the teacher's phone may steer")

    async def _do(self, request: web.BaseRequest, command: Command) -> web.Response:
        outcome = await asyncio.wrap_future(self._session.command(command))
        self._hub.refresh()
        if outcome == "done":
            state = self._session.state()
            return answer({"done": True, "status": state.status, "phase": state.phase, "step": state.step})
        say = Speaker("en" if request.headers.get("Accept-Language", "").lower().startswith("en") else "vi")
        if outcome == "unknown-step":
            raise Refused(404, "unknown-step", say.t("The lesson has no such step."))
        raise Refused(409, "not-now", _why_not(say, command.name))


def _why_not(say: Speaker, name: CommandName) -> str:
    match name:
        case "open":
            return say.t("There is nothing to open here: go to a question that is not open yet.")
        case "close":
            return say.t("No question is open.")
        case "reveal":
            return say.t("There is no answer to show yet: open the question first.")
        case "next" | "advance":
            return say.t("There is no step after this one, or the lesson is paused.")
        case "previous":
            return say.t("This is the beginning.")
        case "timer":
            return say.t("No clock is running.")
    return say.t("That cannot be done now.")


def _socket() -> web.WebSocketResponse:
    return web.WebSocketResponse(
        timeout=CLOSE_SECONDS,
        heartbeat=HEARTBEAT,
        compress=False,
        max_msg_size=MESSAGE_LIMIT,
        autoping=False,  # pings are counted like messages
        autoclose=False,  # the outlet has said good-bye; browsers take a second one for a fault
    )


async def _upgrade(socket: web.WebSocketResponse, request: web.BaseRequest) -> None:
    if not socket.can_prepare(request):
        raise Refused(426, "websocket", "this address speaks WebSocket", {"Upgrade": "websocket"})
    await socket.prepare(request)


def _serve(page: Page, request: web.BaseRequest, host: str) -> web.Response:
    packed = page.packed is not None and "gzip" in request.headers.get("Accept-Encoding", "")
    headers = {
        **COMMON,
        "Cache-Control": FOREVER if page.forever else "no-store",
        "Content-Type": page.kind,
        "Content-Security-Policy": content_policy(host),
    }
    if page.packed is not None:
        headers["Vary"] = "Accept-Encoding"
    if packed:
        headers["Content-Encoding"] = "gzip"
    return web.Response(body=page.packed if packed else page.body, headers=headers)
