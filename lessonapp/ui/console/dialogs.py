"""Two small dialogs of the console: how to stop, and the list of keys."""

from typing import Literal

from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from lessonapp.i18n import _
from lessonapp.ui.console.keys import key_list
from lessonapp.ui.widgets.buttons import button
from lessonapp.ui.widgets.labels import label

Ending = Literal["stay", "pause", "end"]


class EndDialog(QDialog):
    """The bell has rung: go on, stop here until another day, or end and see the results."""

    def __init__(
        self, title: str, *, rehearsal: bool, finished: bool, saved: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("End the lesson?"))
        self.choice: Ending = "stay"
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(10)
        whole.addWidget(label(_("End “{title}”?").format(title=title), "panel", wrap=True))
        text = (
            _("This was a rehearsal: nothing is kept.")
            if rehearsal
            else _("Everything is saved. You can stop here and continue another day from this step.")
        )
        if not saved:
            text = _("The last answers are not saved yet. Free some space on the disk first, then end.")
        whole.addWidget(label(text, "body", wrap=True))
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
        default = self.end if finished else self.stay
        default.setDefault(True)
        default.setFocus()
        self.setMinimumWidth(420)

    def _choose(self, choice: Ending) -> None:
        self.choice = choice
        self.accept()


class KeysDialog(QDialog):
    """All keys, side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Keys"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(12)
        whole.addWidget(label(_("Keys, also for clickers"), "panel"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        listed = key_list()
        half = -(-len(listed) // 2)
        for index, (keys, does) in enumerate(listed):
            row, side = index % half, 2 * (index // half)
            grid.addWidget(label(keys, "strong"), row, side)
            grid.addWidget(label(does, wrap=True), row, side + 1)
        for side in (1, 3):
            grid.setColumnMinimumWidth(side, 290)
        whole.addLayout(grid)
        close = button(_("Close"), "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        whole.addWidget(close)
