"""What holds for every test: no display, no data of the person who runs it, nothing left behind."""

import atexit
import gc
import os
import shutil
import sys
import tempfile
import threading
from collections.abc import Generator, Iterator
from pathlib import Path

import hypothesis
import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent

from lessonapp.i18n import language, set_language

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["LESSONAPP_HOME"] = tempfile.mkdtemp(prefix="lessonapp-tests-")
atexit.register(shutil.rmtree, os.environ["LESSONAPP_HOME"], ignore_errors=True)
os.environ["LANG"] = "C.UTF-8"
for _name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LESSONAPP_DATABASE_URL"):
    os.environ.pop(_name, None)
os.environ.setdefault("XDG_RUNTIME_DIR", os.environ["LESSONAPP_HOME"])

GRACE = 3.0  # seconds a thread that was told to stop may still take
_FAILED = pytest.StashKey[bool]()

hypothesis.settings.register_profile("suite", deadline=None, print_blob=True)
hypothesis.settings.load_profile("suite")


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LESSONAPP_HOME", str(tmp_path / "home"))


@pytest.fixture(autouse=True)
def _own_language() -> Iterator[None]:
    """Whatever language a test chooses, the next one finds the one it was."""
    before = language()
    yield
    set_language(before)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.when == "call":
        item.stash[_FAILED] = report.failed
    return report


@pytest.fixture(autouse=True)
def _nothing_left(request: pytest.FixtureRequest, _own_home: None) -> Iterator[None]:
    """Fail a test that leaves a thread running or a window alive."""
    threads = set(threading.enumerate())
    windows = _windows()
    yield
    if request.node.stash.get(_FAILED, False):
        return  # the traceback keeps things alive, and one message is enough
    left = [
        t for t in threading.enumerate() if t not in threads and not isinstance(t, threading._DummyThread)
    ]
    for thread in left:
        thread.join(GRACE)
    running = [thread.name for thread in left if thread.is_alive()]
    assert not running, f"threads left running: {running}"
    alive = _windows_after_cleaning(windows)
    assert not alive, f"windows left alive: {alive}"


def _windows() -> dict[int, str]:
    """The windows alive now, by address; tooltips go by themselves."""
    qt = sys.modules.get("PySide6.QtWidgets")
    if qt is None or qt.QApplication.instance() is None:
        return {}
    return {
        shiboken6.getCppPointer(w)[0]: f"{type(w).__name__} {w.objectName()!r}"
        for w in qt.QApplication.topLevelWidgets()
        if w.parent() is None and w.metaObject().className() != "QTipLabel"
    }


def _windows_after_cleaning(before: dict[int, str]) -> list[str]:
    if _windows().keys() <= before.keys():
        return []
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    return [name for address, name in _windows().items() if address not in before]
