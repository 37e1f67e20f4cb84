"""A damaged file of results is set aside, whole, so that a new one can be begun; nothing is deleted."""

from datetime import date
from pathlib import Path

from sqlalchemy import make_url, select, text

from lessonapp.domain.errors import MachineError, why
from lessonapp.i18n import _
from lessonapp.storage.database import DamagedDatabaseError, machine_errors, open_database
from lessonapp.storage.tables import METADATA

_BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside its file; left there, it would be read into the new one."""


def look_for_damage(url: str) -> None:
    """DamagedDatabaseError where the database, or a table of it, cannot be read; else nothing."""
    engine = open_database(url)
    try:
        with machine_errors(), engine.connect() as connection:
            for table in METADATA.sorted_tables:
                connection.execute(select(table).limit(1)).all()
            if engine.dialect.name == "sqlite":
                found = connection.execute(text("PRAGMA quick_check(1)")).scalar_one()
                if found != "ok":
                    raise DamagedDatabaseError(found)
    finally:
        engine.dispose()


def set_aside(url: str, today: date) -> Path | None:
    """Where the damaged file is kept now; None where it is not damaged, as when another window was quicker.

    MachineError where it cannot be moved, or where no file of this machine holds the results.
    """
    try:
        look_for_damage(url)
    except DamagedDatabaseError:
        file = Path(make_url(url).database or "")
    else:
        return None
    kept = _free_name(file, today)
    try:
        for tail in _BESIDE:  # first of all: the new file must never find them
            beside = file.with_name(file.name + tail)
            if beside.exists():
                beside.rename(kept.with_name(kept.name + tail))
        file.rename(kept)
    except OSError as error:
        said = _("“{file}” cannot be set aside: {reason}. Close other windows of this program and try again.")
        raise MachineError(said.format(file=file, reason=_(why(error).template))) from error
    return kept


def _free_name(file: Path, today: date) -> Path:
    number = 1
    while True:
        mark = f"-damaged-{today.isoformat()}" + (f"-{number}" if number > 1 else "")
        name = file.with_name(f"{file.stem}{mark}{file.suffix}")
        if not name.exists():
            return name
        number += 1
