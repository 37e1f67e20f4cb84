"""A class computer made of plain values: serves the pages from disk and says what a test tells it to say."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page, Request, Route, WebSocketRoute

from lessonapp.domain.look import ANIMALS, ANSWERS, PALETTES, Audience
from lessonapp.ui.pictures import openmoji_svg

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "resources" / "pages"
ORIGIN = "http://class.test"
KINDS = {
    "html": "text/html",
    "js": "text/javascript",
    "css": "text/css",
    "svg": "image/svg+xml",
    "woff2": "font/woff2",
}
HELP_LINES = json.loads((ROOT / "resources/contacts/help_lines.json").read_text("utf-8"))["lines"]
CONTACTS = [{"role": "Thầy cô tư vấn", "place": "Phòng Tư vấn, tầng 1", "phone": None}]

Data = dict[str, Any]


def facts(audience: Audience = "grades-1-3", language: str = "vi") -> Data:
    """What comes with a page."""
    return {
        "language": language,
        "languages": ["vi", "en"],
        "audience": audience,
        "class": "3A",
        "palette": PALETTES[audience]._asdict(),
        "answers": [look._asdict() for look in ANSWERS],
        "animals": [[a.vi, a.en] for a in ANIMALS],
        "help": {"line": HELP_LINES[audience], "contacts": CONTACTS},
    }


@dataclass
class Room:
    """What the class computer knows, what it answers, and all that reached it."""

    facts: Data = field(default_factory=facts)
    seats: int = 34
    taken: list[int] = field(default_factory=list)
    pick: bool = True
    code: str = "4827"
    state: Data | None = None
    requests: list[str] = field(default_factory=list)
    frames: list[Data] = field(default_factory=list)
    sockets: list[WebSocketRoute] = field(default_factory=list)
    urls: list[str] = field(default_factory=list)
    receipt: str | None = "saved"
    commands: list[str] = field(default_factory=list)
    refuses: str = ""

    def attach(self, context: BrowserContext) -> None:
        """Answer everything that the pages of a context ask."""
        context.route("**/*", self._answer)
        context.route_web_socket("**/api/**", self._meet)

    def say(self, state: Data) -> None:
        """Tell every socket where the lesson is now."""
        self.state = {"n": len(self.frames) + 1000, **state}
        for socket in self.sockets:
            socket.send(json.dumps(self.state))

    def _meet(self, socket: WebSocketRoute) -> None:
        self.urls.append(socket.url)
        self.sockets.append(socket)
        socket.on_message(lambda text: self._hear(socket, str(text)))
        socket.on_close(
            lambda _code, _reason: self.sockets.remove(socket) if socket in self.sockets else None
        )
        if self.state is not None:
            socket.send(json.dumps(self.state))

    def _hear(self, socket: WebSocketRoute, text: str) -> None:
        frame = json.loads(text)
        self.frames.append(frame)
        if self.receipt is not None:
            told = {
                "type": "receipt",
                "step": frame["step"],
                "status": self.receipt,
                "choice": frame["choice"],
            }
            socket.send(json.dumps(told))

    def _answer(self, route: Route, request: Request) -> None:
        path = request.url.removeprefix(ORIGIN).partition("#")[0].partition("?")[0]
        self.requests.append(f"{request.method} {path}")
        body = json.loads(request.post_data or "{}") if request.method == "POST" else {}
        if path in ("/", "/teacher"):
            name = "pupil.html" if path == "/" else "teacher.html"
            page = (
                (PAGES / name)
                .read_text("utf-8")
                .replace('id="facts">{}', f'id="facts">{json.dumps(self.facts)}')
            )
            route.fulfill(body=page, content_type="text/html; charset=utf-8")
        elif path.startswith("/static/"):
            file = PAGES / path.removeprefix("/static/")
            route.fulfill(body=file.read_bytes(), content_type=KINDS[file.suffix[1:]])
        elif path.startswith("/animals/"):
            seat = int(path.removeprefix("/animals/").removesuffix(".svg"))
            route.fulfill(body=openmoji_svg(ANIMALS[seat - 1].openmoji), content_type="image/svg+xml")
        elif path.startswith("/pictures/"):
            route.fulfill(body=openmoji_svg(path.removeprefix("/pictures/")), content_type="image/svg+xml")
        elif path.startswith("/api/teacher/"):
            self.commands.append(f"{path.rpartition('/')[2]} {json.dumps(body)}")
            if self.refuses:
                route.fulfill(status=409, json={"error": {"code": "refused", "message": self.refuses}})
            else:
                route.fulfill(json={"done": True})
        elif path in {"/api/room", "/api/join"}:
            self._door(route, path, body)
        else:
            route.fulfill(status=404, body="")

    def _door(self, route: Route, path: str, body: Data) -> None:
        if body.get("code") != self.code:
            route.fulfill(status=403, json={"error": {"code": "wrong-code", "message": "no"}})
        elif path == "/api/room":
            route.fulfill(json={"seats": self.seats, "taken": self.taken, "pick": self.pick})
        elif body["seat"] in self.taken:
            route.fulfill(status=409, json={"error": {"code": "taken", "message": "no"}})
        else:
            seat = body["seat"] or min(set(range(1, self.seats + 1)) - set(self.taken))
            route.fulfill(json={"token": f"token-{seat}", "seat": seat, "animal": "x", "language": "vi"})


def seated(page: Page, room: Room, seat: int = 12) -> None:
    """Open the pupil's page as somebody who has a seat already."""
    kept = json.dumps(json.dumps({"token": f"token-{seat}", "seat": seat}))
    page.add_init_script(
        f"if (!localStorage.getItem('lophoc.seat')) localStorage.setItem('lophoc.seat', {kept})"
    )
    page.goto(ORIGIN + "/")
