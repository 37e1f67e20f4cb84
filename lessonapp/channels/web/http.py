"""Requests and answers of the web channel: what is common to all of them."""

import asyncio
import ipaddress
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from aiohttp import web
from pydantic import BaseModel, ValidationError

MESSAGE_LIMIT = 4096
BODY_SECONDS = 10.0
M = TypeVar("M", bound=BaseModel)

COMMON = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}
FOREVER = "public, max-age=31536000, immutable"


class Refused(Exception):
    """An answer that says no."""

    def __init__(
        self, status: int, code: str, message: str, headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(code)
        self.status, self.code, self.message = status, code, message
        self.headers = dict(headers or {})


def answer(
    data: Mapping[str, Any], status: int = 200, headers: Mapping[str, str] | None = None
) -> web.Response:
    """JSON that nobody keeps."""
    body = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
    whole = {**COMMON, "Cache-Control": "no-store", **(headers or {})}
    return web.Response(body=body, status=status, content_type="application/json", headers=whole)


def refusal_answer(refused: Refused) -> web.Response:
    """`{"error": {"code", "message"}}`."""
    told = {"error": {"code": refused.code, "message": refused.message}}
    return answer(told, refused.status, refused.headers)


def content_policy(host: str) -> str:
    """Nothing but this server; older Safari needs the socket's address in words."""
    return (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        f"connect-src 'self' ws://{host}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


async def read_body(request: web.BaseRequest, model: type[M], *, optional: bool = False) -> M:
    """The message in a request, at most 4 KiB; nothing at all where `optional`."""
    if (request.content_length or 0) > MESSAGE_LIMIT:
        raise Refused(413, "too-large", "a message has at most 4 KiB")
    body = bytearray()
    try:
        async with asyncio.timeout(BODY_SECONDS):
            async for chunk in request.content.iter_any():
                body += chunk
                if len(body) > MESSAGE_LIMIT:
                    raise Refused(413, "too-large", "a message has at most 4 KiB")
    except TimeoutError as slow:
        raise Refused(408, "too-slow", "the message did not come") from slow
    try:
        return model.model_validate_json(bytes(body) if body.strip() or not optional else b"{}")
    except ValidationError as wrong:
        raise Refused(400, "bad-request", "this is not the JSON that is asked for here") from wrong


@dataclass(frozen=True, slots=True)
class Hosts:
    """The names of this server, as browsers write them."""

    names: frozenset[str]
    any_address_at: int = 0
    """Listening everywhere: any address in digits is ours at this port; a name is not, for names can lie."""

    def are_ours(self, host: str) -> bool:
        """Whether a browser that asks for this host means us."""
        if host in self.names:
            return True
        address, _, port = host.rpartition(":")
        if not self.any_address_at or port != str(self.any_address_at):
            return False
        try:
            return ipaddress.ip_address(address).version == 4
        except ValueError:
            return False


def is_own_origin(origin: str | None, host: str) -> bool:
    """A page of another origin may not speak to us; a program that names none may."""
    return origin is None or origin.lower() == f"http://{host}".lower()


def bearer(request: web.BaseRequest) -> str:
    """The teacher's token: in the header, or, for a browser's WebSocket, in the query."""
    kind, _, token = request.headers.get("Authorization", "").partition(" ")
    if kind.lower() == "bearer":
        return token.strip()
    return request.query.get("token", "")
