"""Asking where to write a file: the remembered folder, a name that sorts, and the kinds there are."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from lessonapp.i18n import _


def ask_where(
    parent: QWidget | None, folder: str, name: str, kinds: Sequence[tuple[str, str]]
) -> Path | None:
    """The path chosen, its ending one of the kinds'; None where nothing was chosen."""
    filters = [f"{title} (*.{suffix})" for suffix, title in kinds]
    start = str(Path(folder) / f"{name}.{kinds[0][0]}")
    path, chosen = QFileDialog.getSaveFileName(parent, _("Save as…"), start, ";;".join(filters))
    if not path:
        return None
    suffix = kinds[filters.index(chosen)][0] if chosen in filters else kinds[0][0]
    known = {f".{ending}" for ending, _title in kinds}
    made = Path(path)
    return made if made.suffix.lower() in known else made.with_name(f"{made.name}.{suffix}")
