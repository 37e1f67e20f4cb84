"""Where things are, and the few settings that belong to this machine rather than to the school."""

import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Literal

import platformdirs
from pydantic import BaseModel, ConfigDict, ValidationError

PROGRAM_FOLDER = Path(__file__).resolve().parent.parent


def resources_folder() -> Path:
    """Pictures, contacts, translations."""
    return PROGRAM_FOLDER / "resources"


def lessons_folder() -> Path:
    """The lessons that come with the program."""
    return PROGRAM_FOLDER / "lessons"


def data_folder(home: str | None = None) -> Path:
    """`--home`, else LESSONAPP_HOME, else beside the program (portable.txt), else the user's data folder."""
    chosen = home or os.environ.get("LESSONAPP_HOME")
    if chosen:
        return Path(chosen).expanduser()
    if (PROGRAM_FOLDER / "portable.txt").is_file():
        return PROGRAM_FOLDER / "data"
    return Path(platformdirs.user_data_dir("LopHocSo", appauthor=False))


def database_url(folder: Path) -> str:
    """LESSONAPP_DATABASE_URL, else SQLite in the data folder."""
    return os.environ.get("LESSONAPP_DATABASE_URL") or f"sqlite:///{(folder / 'lessonapp.sqlite').as_posix()}"


class Settings(BaseModel):
    """This machine's settings, kept in `settings.json` of the data folder."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    language: Literal["vi", "en"] | None = None
    reduce_motion: bool = False
    notes_size: Literal[16, 18, 22] = 16
    last_class: str = ""
    stage_screens: dict[str, str] = {}
    """Screen names joined by a bar -> the name of the one that is the stage."""
    save_folder: str = ""


def load_settings(folder: Path) -> Settings:
    """The settings of a data folder; the defaults where there are none or they cannot be read."""
    try:
        return Settings.model_validate_json((folder / "settings.json").read_text("utf-8"))
    except (FileNotFoundError, ValidationError, UnicodeDecodeError):
        return Settings()


def save_settings(folder: Path, settings: Settings) -> None:
    """Write the settings; the file is whole at every moment. OSError when the disk refuses."""
    folder.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=folder, prefix="settings-")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(json.dumps(settings.model_dump(), ensure_ascii=False, indent=1))
    Path(name).replace(folder / "settings.json")


def interface_language(settings: Settings, asked: str | None = None) -> str:
    """`--lang`, else the setting, else the system, else Vietnamese."""
    if asked:
        return asked
    if settings.language:
        return settings.language
    system = next((os.environ[k] for k in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(k)), "")
    return "en" if system.startswith("en") and sys.platform != "win32" else "vi"
