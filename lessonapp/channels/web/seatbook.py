"""Which device sits where: seats, their tokens, and who may take which."""

import secrets
from collections.abc import Callable, Collection
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from lessonapp.domain.look import SEAT_LIMIT

UNUSED_SECONDS = 30.0
"""A seat that was taken but never connected is free again after so long: a script cannot empty the room."""

Refusal = Literal["taken", "full"]


@dataclass(slots=True)
class _Taken:
    digest: bytes
    at: float
    used: bool = False


class SeatBook:
    """Tokens are known by their digest: looking one up takes the same time for every wrong one."""

    def __init__(self, time: Callable[[], float]) -> None:
        self._time = time
        self._taken: dict[int, _Taken] = {}
        self._seats: dict[bytes, int] = {}
        self._lowest = 1

    @property
    def taken(self) -> frozenset[int]:
        """Seats that have a device."""
        return frozenset(self._taken)

    def seat_of(self, token: str) -> int | None:
        """The seat of a device."""
        return self._seats.get(_digest(token))

    def take(
        self, wanted: int | None, token: str | None, allowed: Collection[int]
    ) -> tuple[int, str] | Refusal:
        """A seat and its token; the same ones for the same device."""
        own = self.seat_of(token) if token else None
        if own is not None and token is not None and wanted in (None, own):
            return own, token
        seat = self._lowest_free(allowed) if wanted is None else wanted
        if seat is None:
            return "full"
        if seat not in allowed or not self._is_free(seat):
            return "taken" if seat in allowed else "full"
        if own is not None:
            self.free(own)
        return seat, self._give(seat)

    def use(self, token: str) -> int | None:
        """The seat of a device that connects now."""
        seat = self.seat_of(token)
        if seat is not None:
            self._taken[seat].used = True
        return seat

    def free(self, seat: int) -> bool:
        """Nobody sits there any more; the old token opens nothing."""
        gone = self._taken.pop(seat, None)
        if gone is None:
            return False
        del self._seats[gone.digest]
        self._lowest = min(self._lowest, seat)
        return True

    def _give(self, seat: int) -> str:
        token = secrets.token_urlsafe(24)
        digest = _digest(token)
        self._taken[seat] = _Taken(digest, self._time())
        self._seats[digest] = seat
        return token

    def _is_free(self, seat: int) -> bool:
        known = self._taken.get(seat)
        if known is None:
            return True
        if known.used or self._time() - known.at < UNUSED_SECONDS:
            return False
        return self.free(seat)

    def _lowest_free(self, allowed: Collection[int]) -> int | None:
        """The lowest free seat; full rows are not walked again for each of a thousand."""
        while self._lowest in self._taken and self._lowest <= SEAT_LIMIT:
            self._lowest += 1
        ahead = next(
            (s for s in range(self._lowest, SEAT_LIMIT + 1) if s in allowed and s not in self._taken), None
        )
        return ahead if ahead is not None else next((s for s in sorted(allowed) if self._is_free(s)), None)


def _digest(token: str) -> bytes:
    return sha256(token.encode()).digest()
