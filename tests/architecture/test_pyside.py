"""The Qt binding is one that can be trusted: 6.12.0 lost a reference to None with every void call."""

import sys
from importlib.metadata import version

from PySide6.QtCore import QObject

CALLS = 1_000


def test_version_is_below_6_12() -> None:
    installed = tuple(int(part) for part in version("PySide6").split(".")[:2])
    assert (6, 8) <= installed < (6, 12)


def test_void_calls_keep_none_alive() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("x")
    assert sys.getrefcount(None) > before - CALLS // 2
