"""Two small dialogs of the console: how to stop, and the list of keys."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from lessonapp.i18n import _
from lessonapp.ui.console.keys import key_list
from lessonapp.ui.widgets.buttons import button
from lessonapp.ui.widgets.dialog import FittedDialog
from lessonapp.ui.widgets.labels import label

Ending = Literal["stay", "pause", "end"]


class EndDialog(FittedDialog):
    """The bell has rung: go on, stop here until another day, or end and see the results."""

    def __init__(
        self, title: str, *, rehearsal: bool, finished: bool, saved: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, 440)
        self.setWindowTitle(_("End the lesson?"))
        self.choice: Ending = "stay"
        self._rehearsal, self._finished = rehearsal, finished
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(10)
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(label(_("End the lesson?"), "panel"))
        head.addWidget(label(title, "secondary", wrap=True))
        whole.addLayout(head)
        self.words = label("", "body", wrap=True)
        whole.addWidget(self.words)
        self.stay = button(_("Keep teaching"), "secondary")
        self.pause = button(_("Stop here, continue another day"), "secondary", "clock")
        self.end = button(
            _("End the rehearsal") if rehearsal else _("End and see the results"), "primary", "check"
        )
        self.pause.setVisible(not rehearsal)
        for made, choice in ((self.end, "end"), (self.pause, "pause"), (self.stay, "stay")):
            made.clicked.connect(lambda _checked=False, choice=choice: self._choose(choice))
            made.setMinimumHeight(44)
            whole.addWidget(made)
        self.set_saved(saved)
        default = self.end if finished and saved else self.stay
        default.setDefault(True)
        default.setFocus()

    def set_saved(self, saved: bool) -> None:
        """Say what becomes of the answers; while the question is open, the disk may get full or be freed."""
        self.words.setText(self._words(saved=saved))

    def _words(self, *, saved: bool) -> str:
        if self._rehearsal:
            return _("This was a rehearsal: nothing is kept.")
        if not saved:
            return _(
                "The last answers are not on the disk yet: it is full or cannot be written. They wait in "
                "memory, and the results have them all the same. Free some space and keep the program open; "
                "it saves by itself."
            )
        if self._finished:
            return _("That was the last step. Everything is saved.")
        return _("Everything is saved. You can stop here and continue another day from this step.")

    def _choose(self, choice: Ending) -> None:
        self.choice = choice
        self.accept()


class KeysDialog(FittedDialog):
    """All keys, side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, 960)
        self.setWindowTitle(_("Keys"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 18, 24, 18)
        whole.setSpacing(10)
        whole.addWidget(label(_("Keys, also for clickers"), "panel"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(5)
        listed = key_list()
        half = -(-len(listed) // 2)
        for index, (keys, does) in enumerate(listed):
            row, side = index % half, 2 * (index // half)
            grid.addWidget(label(keys, "strong"), row, side, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(does, wrap=True), row, side + 1, Qt.AlignmentFlag.AlignTop)
        for side in (1, 3):
            grid.setColumnMinimumWidth(side, 280)
            grid.setColumnStretch(side, 1)
        whole.addLayout(grid)
        close = button(_("Close"), "primary")
        close.setMinimumSize(120, 44)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        whole.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
