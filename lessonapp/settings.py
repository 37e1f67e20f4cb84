"""Where things are, and the few settings that belong to this machine rather than to the school."""

import json
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Literal

from lessonapp.domain.language import LANGUAGES, Language
from lessonapp.writing import write_whole

PROGRAM_FOLDER = Path(__file__).resolve().parent.parent


def resources_folder() -> Path:
    """Pictures, contacts, translations."""
    return PROGRAM_FOLDER / "resources"


def lessons_folder() -> Path:
    """The lessons that come with the program."""
    return PROGRAM_FOLDER / "lessons"


def is_folder(path: Path) -> bool:
    """Whether there is such a folder, as far as this user may look."""
    try:
        return path.is_dir()
    except OSError:
        return False


def data_folder(home: str | None = None) -> Path:
    """`--home`, else LESSONAPP_HOME, else beside the program (portable.txt), else the user's data folder.

    RuntimeError where the system knows no home folder of the user.
    """
    chosen = home or os.environ.get("LESSONAPP_HOME")
    if chosen:
        return Path(chosen).expanduser()
    if (PROGRAM_FOLDER / "portable.txt").is_file():
        return PROGRAM_FOLDER / "data"
    import platformdirs  # only where nothing else says where the data is

    return Path(platformdirs.user_data_dir("LopHocSo", appauthor=False))


def database_url(folder: Path) -> str:
    """LESSONAPP_DATABASE_URL, else SQLite in the data folder."""
    return os.environ.get("LESSONAPP_DATABASE_URL") or f"sqlite:///{(folder / 'lessonapp.sqlite').as_posix()}"


@dataclass(frozen=True, slots=True)
class Settings:
    """This machine's settings, kept in `settings.json` of the data folder."""

    language: Language | None = None
    reduce_motion: bool = False
    notes_size: Literal[16, 18, 22] = 16
    last_class: str = ""
    stage_screens: Mapping[str, str] = field(default_factory=dict)
    """Screen names joined by a bar -> the name of the one that is the stage."""
    save_folder: str = ""
    volume: int = 40
    """Of the stage's sounds, 0 to 100."""
    muted: bool = False
    speech_speed: Literal["slow", "normal", "fast"] = "normal"
    high_contrast: bool = False
    listening_asked: bool = False
    """Whether the teacher was asked, before a lesson on strangers, about listening to a child."""
    camera: Mapping[str, str] = field(default_factory=dict)
    """Which camera reads cards, the size of its pictures, and how they are shown."""


_SOUND: dict[str, Callable[[object], bool]] = {
    "language": lambda value: value in (None, *LANGUAGES),
    "reduce_motion": lambda value: isinstance(value, bool),
    "notes_size": lambda value: value in (16, 18, 22),
    "last_class": lambda value: isinstance(value, str),
    "stage_screens": lambda value: (
        isinstance(value, dict) and all(isinstance(v, str) for v in value.values())
    ),
    "save_folder": lambda value: isinstance(value, str),
    "volume": lambda value: type(value) is int and 0 <= value <= 100,
    "muted": lambda value: isinstance(value, bool),
    "speech_speed": lambda value: value in ("slow", "normal", "fast"),
    "high_contrast": lambda value: isinstance(value, bool),
    "listening_asked": lambda value: isinstance(value, bool),
    "camera": lambda value: isinstance(value, dict) and all(isinstance(v, str) for v in value.values()),
}


def load_settings(folder: Path) -> Settings:
    """The settings of a data folder; the default for each that is not there or makes no sense."""
    try:
        found = json.loads((folder / "settings.json").read_text("utf-8"))
    except (OSError, ValueError, RecursionError):  # none yet, or none that can be read: the program starts
        return Settings()
    known = found if isinstance(found, dict) else {}
    return Settings(
        **{key: known[key] for key, sound in _SOUND.items() if key in known and sound(known[key])}
    )


def save_settings(folder: Path, settings: Settings) -> None:
    """Write the settings; the file is whole at every moment. OSError when the disk refuses."""
    text = json.dumps(asdict(settings), ensure_ascii=False, indent=1)
    # Half a character goes in as JSON has it.
    write_whole(folder / "settings.json", text.encode(errors="backslashreplace"))


def interface_language(settings: Settings, asked: str | None = None) -> str:
    """`--lang`, else the setting, else the system, else Vietnamese."""
    if asked:
        return asked
    if settings.language:
        return settings.language
    system = next((os.environ[k] for k in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(k)), "")
    return "en" if system.startswith("en") and sys.platform != "win32" else "vi"
