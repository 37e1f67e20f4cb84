"""Which sessions are being taught right now, so that two windows never teach one session.

A lock of the system on one byte a session: it goes with the program that has it, however that ends.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path
from zlib import crc32

if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

    def _unlock(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, os.lseek(file, 0, os.SEEK_CUR))

    def _unlock(file: int) -> None:
        fcntl.lockf(file, fcntl.LOCK_UN, 1, os.lseek(file, 0, os.SEEK_CUR))


class Holding:
    """Sessions that this program holds in a data folder; where the folder refuses, nothing is held."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "teaching.lock"
        self._file: int | None = None
        self._held: set[str] = set()

    def hold(self, session: str) -> bool:
        """Hold a session until it is let go or the program ends; False where another program has it."""
        if session in self._held:
            return True
        try:
            if self._file is None:
                self._file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError:  # a disk that can only be read: nothing can be taught there twice
            return True
        os.lseek(self._file, _byte_of(session), os.SEEK_SET)
        try:
            _lock(self._file)
        except OSError:
            return False
        self._held.add(session)
        return True

    def let_go(self, session: str) -> None:
        """Others may teach it now."""
        if session in self._held and self._file is not None:
            self._held.discard(session)
            os.lseek(self._file, _byte_of(session), os.SEEK_SET)
            with suppress(OSError):
                _unlock(self._file)

    def close(self) -> None:
        """Let everything go."""
        for session in tuple(self._held):
            self.let_go(session)
        if self._file is not None:
            os.close(self._file)
            self._file = None


def _byte_of(session: str) -> int:
    return crc32(session.encode()) & 0x7FFFFFFF
