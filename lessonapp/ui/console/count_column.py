"""The big number beside the picture of the next step: how many answered, of how many."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lessonapp.i18n import _
from lessonapp.ui.widgets.labels import label, restyle


class CountColumn(QWidget):
    """While nothing is asked, how many are here."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        self._head = label("", "panel")
        self._number = label("", "kpi")
        self._number.setProperty("role", "count")
        self._of = label("", "kpi")
        self._of.setProperty("role", "count-of")
        self._words = label("", "secondary", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(3)
        row.addWidget(self._number, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self._of, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addLayout(row)
        column.addWidget(self._words)
        column.addStretch(1)

    def show_answered(self, answered: int, asked: int, words: str) -> None:
        """So many of those who were asked."""
        self._show(_("Answered"), str(answered), f"/{asked}", words)

    def show_here(self, here: int, words: str) -> None:
        """Nothing is asked: who is in the lesson."""
        self._show(_("Here"), str(here), "", words)

    def set_narrow(self, narrow: bool) -> None:
        """A smaller number where the window is small."""
        self._number.setProperty("role", "kpi" if narrow else "count")
        restyle(self._number)

    def text(self) -> str:
        """The number as it is read."""
        return self._number.text() + self._of.text()

    def words(self) -> str:
        """What is counted."""
        return self._words.text()

    def _show(self, head: str, number: str, of: str, words: str) -> None:
        for part, text in ((self._head, head), (self._number, number), (self._of, of), (self._words, words)):
            if part.text() != text:
                part.setText(text)
        self.setAccessibleName(f"{number}{of} {words}")
