"""What the disk refused waits in memory: Home says so until it is written, and asks before it is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from lessonapp.i18n import _

if TYPE_CHECKING:
    from lessonapp.app.program import Program


class Unsaved(QObject):
    """Listens to the journal while no lesson does."""

    _told = Signal()

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        # The writer tells in its own thread.
        self._told.connect(program.refresh, Qt.ConnectionType.QueuedConnection)

    def watch(self) -> None:
        """Hear when the journal cannot write, and when it can again."""
        self._program.workspace.journal.on_failure = lambda _failure: self._told.emit()

    def words(self) -> str | None:
        """What to tell the teacher; None while everything is on the disk."""
        if self._program.workspace.unsaved is None:
            return None
        return _(
            "The last answers are not on the disk yet: it is full or cannot be written. Free some space and "
            "keep the program open; they are saved by themselves."
        )

    def may_close(self) -> bool:
        """Whether the window may close: at once where nothing waits, else the teacher decides."""
        if self._program.workspace.unsaved is None:
            return True
        from lessonapp.ui.widgets.confirm import confirm

        return confirm(
            self._program.window,
            _("Close without the last answers?"),
            _("They are not on the disk yet and go for good when the program closes. Free some space first."),
            _("Close anyway"),
            _("Keep it open"),
        )
