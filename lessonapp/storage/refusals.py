"""What a database that refuses says, as a sentence for the teacher that names the remedy."""

from lessonapp.i18n import _, reason

USUAL_FILE = "lessonapp.sqlite"

_DAMAGED = ("SQLITE_NOTADB", "SQLITE_CORRUPT")
_BUSY = ("SQLITE_BUSY", "SQLITE_LOCKED")
_FULL = ("SQLITE_FULL", "SQLITE_IOERR_SHMSIZE")
_CLOSED = ("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH", "SQLITE_IOERR")


def cause(error: Exception) -> object:
    """What the database itself raised, without the library's words around it."""
    return getattr(error, "orig", None) or error


def is_damage(error: Exception, file: str = "") -> bool:
    """Whether the file itself is at fault; `file` as below."""
    own = cause(error)
    no_number = bool(file) and isinstance(own, ValueError)  # where the form of its tables should stand
    damaged = str(getattr(own, "sqlite_errorname", "")).startswith(_DAMAGED)
    return damaged or str(own).startswith("no such table") or no_number


def refusal(error: Exception, file: str = "") -> str:
    """The sentence; `file` is the database's, where it is known."""
    own = cause(error)
    name = str(getattr(own, "sqlite_errorname", ""))
    if is_damage(error, file):
        text = _(
            "The file of results “{file}” is damaged. The lessons are not. The program’s window offers to "
            "set it aside: the file is kept, and a new one begun."
        )
    elif name.startswith(_BUSY):
        text = _(
            "Another program keeps the file of results “{file}” to itself, perhaps this one in a second "
            "window, or a backup. Close it and try again."
        )
    elif name.startswith(_FULL):
        text = _("The file of results “{file}” cannot grow: the disk is full. Free some space.")
    elif name.startswith(_CLOSED) or isinstance(own, OSError):
        text = _(
            "The file of results “{file}” cannot be opened or written. Make sure that its disk is there and "
            "that this user may write in its folder, or name another data folder with `--home`."
        )
    else:
        text = _("The database of results does not work: {reason}.")
    said = reason(own) if isinstance(own, OSError) else str(own)
    return text.format(file=file or USUAL_FILE, reason=said)


def newer(file: str) -> str:
    """A database that a newer program has changed."""
    text = _(
        "The file of results “{file}” comes from a newer version of this program. Install that version, or "
        "name another data folder with `--home`."
    )
    return text.format(file=file or USUAL_FILE)
