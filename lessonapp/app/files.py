"""Writing files whole or not at all, under names that sort and that every system takes."""

import errno
import re
from contextlib import suppress
from pathlib import Path

from lessonapp.domain.errors import MachineError, TeacherError
from lessonapp.domain.text import fold, nfc
from lessonapp.i18n import _, reason
from lessonapp.settings import Settings
from lessonapp.writing import write_whole

NAME_MOST = 100
_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


def write_file(path: Path, content: bytes) -> None:
    """Write a file; what was there before stays until the new one is whole. The error says what to do.

    TeacherError where the name itself cannot be a file's, MachineError where the disk refuses.
    """
    try:
        _check_name(path)
        if path.exists() and not path.is_file():  # a device: it is written into, never replaced
            path.write_bytes(content)
            return
        write_whole(path, content)
    except OSError as error:
        raise MachineError(_refusal(path, error)) from error
    with suppress(OSError):  # sticks with a Windows file system have no such rights
        path.chmod(0o644)


def _check_name(path: Path) -> None:
    """TeacherError where no file can have this name."""
    if (better := windows_name(path.name)) != path.name:
        text = _("Windows does not take the file name “{name}”. Save it as “{better}”.")
        raise TeacherError(text.format(name=path.name, better=better))
    if path.is_dir():
        raise TeacherError(_("“{path}” is a folder: name a file in it.").format(path=path))
    above = next((folder for folder in path.absolute().parents if folder.exists()), None)
    if above is not None and not above.is_dir():
        text = _("“{path}” cannot be made: “{above}” is a file, not a folder.")
        raise TeacherError(text.format(path=path, above=above))


def _refusal(path: Path, error: OSError) -> str:
    """What to do about a file that could not be written."""
    in_use = error.filename2 is not None  # the new file is whole, but may not take the place of the old one
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            text = _("“{path}” was not saved: the disk is full. Free some space or choose another folder.")
        case errno.EROFS:
            text = _(
                "“{path}” was not saved: this disk can only be read. Choose another folder, or slide the "
                "lock of the stick or card."
            )
        case errno.EACCES | errno.EPERM | errno.EBUSY if in_use:
            text = _(
                "“{path}” was not saved: it is open in another program, perhaps Excel. Close it there and "
                "save again, or choose another name."
            )
        case errno.EACCES | errno.EPERM:
            text = _("“{path}” was not saved: nothing may be written in this folder. Choose another one.")
        case errno.ENOENT | errno.ENOTDIR | errno.ENODEV | errno.EIO | errno.ENXIO:
            text = _(
                "“{path}” was not saved: the folder is not there. Plug the USB stick in again, or choose "
                "another folder."
            )
        case errno.ENAMETOOLONG:
            text = _("“{path}” was not saved: the name is too long. Choose a shorter one.")
        case _other:
            text = _(
                "“{path}” could not be written: {reason}. Close it where it is open, or choose another "
                "folder."
            )
    return text.format(path=path, reason=reason(error))


def windows_name(name: str) -> str:
    """The nearest name that Windows takes: no sign of its own, no device, no dot or space at the end."""
    stem, dot, suffix = nfc(name).rpartition(".")
    if not dot:
        stem, suffix = suffix, ""
    stem = _FORBIDDEN.sub("-", stem).rstrip(". ")
    suffix = _FORBIDDEN.sub("-", suffix).rstrip(". ")
    if not stem.strip(". ") and not suffix:
        stem = "file"
    if stem.split(".")[0].strip().lower() in _RESERVED:
        stem = f"{stem}-"
    stem = stem[: 240 - len(suffix)].rstrip(". ")
    return f"{stem}.{suffix}" if suffix else stem


def slug(text: str) -> str:
    """A text as a part of a file name: small plain letters, figures and single hyphens, at most 40."""
    return re.sub(r"[^a-z0-9]+", "-", fold(nfc(text))).strip("-")[:40].rstrip("-")


def save_name(*parts: str) -> str:
    """A name without ending out of words: plain letters, short, in the order that sorts."""
    words = filter(None, map(slug, parts))
    return windows_name("_".join(words)[:NAME_MOST].rstrip("-_") or "file")


def start_folder(settings: Settings) -> str:
    """The folder where something was last saved, as long as it is there: a stick may have been pulled out."""
    folder = settings.save_folder
    return folder if folder and Path(folder).is_dir() else str(Path.home())
