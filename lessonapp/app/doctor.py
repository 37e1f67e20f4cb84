"""What works on this machine, each finding with what to do about it."""

import shutil
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from lessonapp import __version__
from lessonapp.app.help_lines import stale_contacts
from lessonapp.app.networks import networks
from lessonapp.app.qt import application, has_display
from lessonapp.app.workspace import Workspace, local_now
from lessonapp.domain.errors import LessonAppError
from lessonapp.i18n import _, n_
from lessonapp.settings import is_folder
from lessonapp.ui.speech.voice import has_speech, how_to_add, open_voice

Finding = dict[str, Any]
ENOUGH_MIB = 200


def examine(home: Path) -> dict[str, Finding]:
    """Every finding by name: whether it is well, and a sentence."""
    application()
    workspace = Workspace(home)
    checks: dict[str, Callable[[], Finding]] = {
        "program": _program,
        "screens": _screens,
        "fonts": _fonts,
        "speech": _speech,
        "camera": _camera,
        "cards": _cards,
        "network": _network,
        "disk": lambda: _disk(home),
        "database": lambda: _database(workspace),
        "lessons": lambda: _lessons(workspace),
        "contacts": lambda: _contacts(workspace),
        "law": _law,
        "clock": _clock,
    }
    try:
        return {name: _told(check) for name, check in checks.items()}
    finally:
        workspace.close()


def _told(check: Callable[[], Finding]) -> Finding:
    """What a check found; what keeps it from looking is a finding too."""
    try:
        return check()
    except LessonAppError as error:
        return _finding(False, str(error))


def _finding(ok: bool, text: str, **more: object) -> Finding:
    return {"ok": ok, "text": text, **more}


def _program() -> Finding:
    from PySide6 import __version__ as qt

    python = ".".join(map(str, sys.version_info[:3]))
    return _finding(
        True, f"{__version__}, Python {python}, Qt {qt}", version=__version__, python=python, qt=qt
    )


def _screens() -> Finding:
    from PySide6.QtGui import QGuiApplication

    sizes = []
    for screen in QGuiApplication.screens():
        size = screen.geometry().size() * screen.devicePixelRatio()
        sizes.append(f"{size.width()} × {size.height()}")
    if not has_display():
        return _finding(True, _("No display here: pictures are drawn in memory."), screens=sizes)
    text = ", ".join(sizes)
    if len(sizes) < 2:
        text += " · " + _("one screen: teacher and class see the same; plug the projector in for two")
    return _finding(True, text, screens=sizes)


def _fonts() -> Finding:
    from lessonapp.ui.theme_fonts import load_fonts

    family = load_fonts()
    return _finding(bool(family), family or _("The font is missing: set the program up again."))


def _speech() -> Finding:
    """Voices for reading aloud; the speech part of Qt needs a sound library that a bare machine lacks."""
    if not has_speech():
        return _finding(False, _("No speech here: the system’s sound library is missing."), voices=[])
    how = " ".join(part for part in how_to_add() if part)
    voice = open_voice()
    if voice is None:
        return _finding(False, _("No speech voices are installed on this machine.") + " " + how, voices=[])
    languages = voice.languages
    voice.deleteLater()
    vietnamese = any(name.startswith("vi") for name in languages)
    text = (
        _("A Vietnamese voice is there.")
        if vietnamese
        else _("There is no Vietnamese voice on this machine.") + " " + how
    )
    return _finding(vietnamese, text, voices=languages)


def _camera() -> Finding:
    """Cameras the system knows of; none is opened."""
    try:
        from PySide6.QtMultimedia import QMediaDevices
    except ImportError:
        return _finding(
            False, _("No cameras here: the system’s media library is missing."), cameras=0, names=[]
        )
    names = [device.description() for device in QMediaDevices.videoInputs()]
    if not names:
        text = _("No camera found. To read cards, plug a webcam in or take a photo of the class.")
        return _finding(False, text, cameras=0, names=[])
    text = n_("{n} camera", "{n} cameras", len(names)).format(n=len(names))
    return _finding(True, f"{text}: {', '.join(names)}", cameras=len(names), names=names)


def _cards() -> Finding:
    """Whether pictures can be searched for cards: the camera is another question."""
    try:
        import lessonapp.channels.cards.detector  # noqa: F401 - whether it can be imported is the question
    except ImportError:
        text = _(
            "Cards cannot be read here: a library is missing. Set the program up again; hands still count."
        )
        return _finding(False, text)
    return _finding(True, _("Cards can be read, from a camera, a photo or a video."))


def _network() -> Finding:
    """The addresses of this machine; nothing is sent and no name is looked up."""
    found = [network.address for network in networks() if network.kind != "self"]
    text = ", ".join(found) or _("No network. The lessons do not need one.")
    return _finding(True, text, addresses=found)


def _disk(home: Path) -> Finding:
    there = next(folder for folder in (home, *home.absolute().parents) if is_folder(folder))
    free = shutil.disk_usage(there).free // 2**20
    ok = free >= ENOUGH_MIB
    text = _("{n} MiB free in {folder}").format(n=free, folder=home)
    return _finding(ok, text if ok else text + " · " + _("free some space before teaching"), free_mib=free)


def _database(workspace: Workspace) -> Finding:
    count = len(workspace.journal.sessions())
    return _finding(True, n_("{n} session", "{n} sessions", count).format(n=count), sessions=count)


def _lessons(workspace: Workspace) -> Finding:
    entries = workspace.index.entries(workspace.existing_roots())
    faulty = [entry.id for entry in entries if entry.faulty]
    text = n_("{n} lesson", "{n} lessons", len(entries)).format(n=len(entries))
    if faulty:
        text += " · " + _("at fault: {ids}").format(ids=", ".join(faulty))
    return _finding(bool(entries) and not faulty, text, lessons=len(entries), faulty=faulty)


def _contacts(workspace: Workspace) -> Finding:
    """Whether somebody made sure of the school's contacts within a year; 111 needs none of it."""
    school = workspace.store.school()
    stale = stale_contacts(school, local_now().date())
    if stale:
        text = n_(
            "{n} contact not checked for a year: ask, then press “Still right” in the settings",
            "{n} contacts not checked for a year: ask, then press “Still right” in the settings",
            stale,
        )
        return _finding(False, text.format(n=stale), contacts=len(school.contacts), stale=stale)
    count = len(school.contacts)
    text = n_("111 and {n} contact of the school", "111 and {n} contacts of the school", count)
    if not count:
        text = _("111 and a trusted adult. The school’s own contacts can be added in the settings.")
    return _finding(True, text.format(n=count), contacts=count, stale=0)


def _law() -> Finding:
    """When somebody last made sure of the law that lessons speak of."""
    from lessonapp.content.law import law_pack

    pack = law_pack()
    text = _("Law as of {day}").format(day=f"{pack.checked:%d/%m/%Y}")
    stale = pack.is_stale(local_now().date())
    if stale:
        text += " · " + _("a year old: look for a newer version of the program")
    return _finding(not stale, text, checked=pack.checked.isoformat())


def _clock() -> Finding:
    now = datetime.now(UTC).astimezone()
    ok = now.year >= 2026  # the year of this version: an older date is a flat clock battery
    text = now.strftime("%d/%m/%Y %H:%M %z")
    return _finding(ok, text if ok else text + " · " + _("set the clock of this machine"))
