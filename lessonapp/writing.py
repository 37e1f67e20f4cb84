"""Files written whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, content: bytes, *, lasting: bool = True) -> None:
    """Write a file; what was there before stays until the new one is whole. OSError when the disk refuses.

    `lasting`: once this returns the file stays, whether the power fails or a stick is pulled out; without it
    that takes a moment more. An error has a second file name where only the old one's place was refused.
    """
    import tempfile  # Home writes nothing

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".lessonapp-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            if lasting:
                file.flush()
                os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):  # the stick may be gone
            Path(name).unlink(missing_ok=True)
        raise
