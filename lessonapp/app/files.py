"""Writing files whole or not at all."""

import os
from pathlib import Path

from lessonapp.domain.errors import MachineError
from lessonapp.i18n import _


def write_file(path: Path, content: bytes) -> None:
    """Write a file; what was there before stays until the new one is whole. MachineError says what to do."""
    import tempfile  # Home writes nothing

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
