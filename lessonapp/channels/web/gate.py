"""Who may come in: the code, the teacher's token, and limits on how fast one may try."""

import hmac
import secrets
from collections import OrderedDict
from collections.abc import Callable
from hashlib import sha256

from lessonapp.channels.web.ports import CODE_LENGTH, Keys

FREE_TRIES = 5
FORGIVEN_AFTER = 60.0
SLOWEST = 2.0
HELD_AT_ONCE = 200
ADDRESSES_KEPT = 4096
MESSAGES_A_SECOND = 20


def new_keys() -> Keys:
    """A new code and a new teacher's token."""
    lowest = 10 ** (CODE_LENGTH - 1)
    return Keys(str(lowest + secrets.randbelow(9 * lowest)), secrets.token_urlsafe(32))


def same(given: str, wanted: str) -> bool:
    """Whether two secrets are one, in a time that tells nothing."""
    digest = sha256(given.encode(errors="surrogatepass")).digest()  # a header may hold any byte
    return hmac.compare_digest(digest, sha256(wanted.encode()).digest())


class WrongCodes:
    """Slows wrong codes, by address, in memory only; a right one never asks here."""

    def __init__(self, time: Callable[[], float]) -> None:
        self._time = time
        self._tries: OrderedDict[str, tuple[int, float]] = OrderedDict()
        self.held = 0

    def wait(self, address: str) -> float:
        """How long the answer to one more wrong code waits; a negative number where too many wait already."""
        now = self._time()
        tries, last = self._tries.pop(address, (0, now))
        tries = 1 if now - last > FORGIVEN_AFTER else tries + 1
        self._tries[address] = (tries, now)
        while len(self._tries) > ADDRESSES_KEPT:
            self._tries.popitem(last=False)
        if tries <= FREE_TRIES:
            return 0.0
        return -1.0 if self.held >= HELD_AT_ONCE else min(0.25 * (tries - FREE_TRIES), SLOWEST)


class Meter:
    """A bucket that fills by itself: so many at once, so many a second."""

    def __init__(self, time: Callable[[], float], burst: float, a_second: float) -> None:
        self._time = time
        self._burst, self._rate = burst, a_second
        self._left, self._at = burst, time()

    def take(self) -> bool:
        """Whether one more is within the limit."""
        now = self._time()
        self._left = min(self._burst, self._left + max(now - self._at, 0.0) * self._rate)
        self._at = now
        if self._left < 1:
            return False
        self._left -= 1
        return True
