"""Writing files whole or not at all."""

import os
from pathlib import Path

from lessonapp.domain.errors import MachineError, TeacherError
from lessonapp.i18n import _


def write_file(path: Path, content: bytes) -> None:
    """Write a file; what was there before stays until the new one is whole. MachineError says what to do.

    TeacherError where the name itself cannot be a file's.
    """
    import tempfile  # Home writes nothing

    if path.is_dir():
        raise TeacherError(_("“{path}” is a folder: name a file in it.").format(path=path))
    above = next((folder for folder in path.absolute().parents if folder.exists()), None)
    if above is not None and not above.is_dir():
        raise TeacherError(
            _("“{path}” cannot be made: “{above}” is a file, not a folder.").format(path=path, above=above)
        )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".lessonapp-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(name).chmod(0o644)
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        text = _(
            "“{path}” could not be written: {reason}. Close it where it is open, or choose another folder."
        )
        raise MachineError(text.format(path=path, reason=error.strerror or error)) from error
