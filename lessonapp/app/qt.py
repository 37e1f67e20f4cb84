"""The Qt application object, with or without a display."""

import logging
import os
import re
import sys
from pathlib import Path

from PySide6.QtCore import (
    QCoreApplication,
    QLocale,
    QMessageLogContext,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

log = logging.getLogger(__name__)


def has_display() -> bool:
    """Whether windows can be seen here."""
    if sys.platform in ("win32", "darwin"):
        return True
    return _has_wayland(os.environ.get("WAYLAND_DISPLAY", "")) or _has_x11(os.environ.get("DISPLAY", ""))


def _has_wayland(name: str) -> bool:
    return bool(name) and Path(os.environ.get("XDG_RUNTIME_DIR", ""), name).exists()


def _has_x11(name: str) -> bool:
    """Whether the display named is there: Qt ends the program where it is not."""
    local = re.fullmatch(r"(?:unix)?:(\d+)(?:\.\d+)?", name)
    if local is None:  # another machine's display, or none
        return bool(name)
    place = f"/tmp/.X11-unix/X{local[1]}"  # noqa: S108 - where every X server has its door
    if Path(place).exists():
        return True
    try:
        return f"@{place}\n" in Path("/proc/net/unix").read_text("utf-8", "replace")
    except OSError:
        return False


def is_unseen() -> bool:
    """Whether a window would be drawn in memory only: no display here, and no other platform asked for."""
    return "QT_QPA_PLATFORM" not in os.environ and not has_display()


def application() -> QApplication:
    """The one application object; without a display it draws in memory."""
    existing = QCoreApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    if is_unseen():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # The style by name on the command line: `setStyle` makes PySide set up all of QStyle for nothing.
    app = QApplication([*sys.argv[:1], "-style", "Fusion"])
    qInstallMessageHandler(_to_log)
    app.setApplicationName("lessonapp")
    app.setApplicationDisplayName("Lớp Học Số")
    app.setDesktopFileName("lessonapp")
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
    return app


def _to_log(kind: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
    """What Qt has to say goes to the log: a teacher at a terminal can do nothing about it."""
    levels = {QtMsgType.QtCriticalMsg: logging.ERROR, QtMsgType.QtFatalMsg: logging.CRITICAL}
    log.log(levels.get(kind, logging.DEBUG), "Qt: %s", message)


def offscreen_application() -> QApplication:
    """An application that never opens a window, for drawing and measuring only."""
    if QCoreApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = application()
    from lessonapp.ui.theme_fonts import load_fonts

    load_fonts()
    return app
