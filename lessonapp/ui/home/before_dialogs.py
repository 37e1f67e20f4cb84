"""Before a lesson on a hard topic: one calm question to the teacher, and what there is to read first."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from lessonapp.i18n import _
from lessonapp.ui.widgets.buttons import button
from lessonapp.ui.widgets.dialog import FittedDialog
from lessonapp.ui.widgets.labels import label

Outcome = Literal["begin", "listen", "card", "stay"]
"""Begin the lesson; open the lesson on listening; show the card; none of these."""


class _Before(FittedDialog):
    """Title and words, then what the dialog adds; closed without an answer, nothing begins."""

    def __init__(self, parent: QWidget | None, title: str, *words: str) -> None:
        super().__init__(parent, 520)
        self.outcome: Outcome = "stay"
        self.setWindowTitle(_("Before this lesson"))
        self.setAccessibleDescription(" ".join(words))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 18, 24, 20)
        self.column.setSpacing(10)
        self.column.addWidget(label(title, "panel", wrap=True))
        for text in words:
            self.column.addWidget(label(text, wrap=True))

    def leads_to(self, made: QPushButton, outcome: Outcome) -> QPushButton:
        """Let a button close the dialog with an outcome."""

        def leave() -> None:
            self.outcome = outcome
            self.accept()

        made.clicked.connect(leave)
        return made


class ListeningDialog(_Before):
    """Asked once: has the teacher taken the lesson on listening? Any answer is a good one."""

    def __init__(self, parent: QWidget | None, *, lesson_there: bool) -> None:
        super().__init__(
            parent,
            _("Have you taken “When a child tells”?"),
            _(
                "After this lesson a child may come and tell you something. The lesson for grown-ups "
                "(T09.AD) shows how to listen and whom to call. You are asked only this once."
            ),
        )
        self.yes = self.leads_to(button(_("Yes, go on"), "primary", "play"), "begin")
        self.listen = self.leads_to(
            button(_("Not yet: open its first 15 minutes, only for me"), "choice"), "listen"
        )
        self.card = self.leads_to(button(_("Not yet: read the card on one page"), "choice"), "card")
        self.go_on = self.leads_to(button(_("Not yet: go on with this lesson"), "choice"), "begin")
        self.listen.setVisible(lesson_there)
        for made in (self.listen, self.card, self.go_on):
            self.column.addWidget(made)
        cancel = button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.column.addLayout(_row(cancel, self.yes))
        self.yes.setDefault(True)
        self.yes.setFocus(Qt.FocusReason.TabFocusReason)


class SchoolDialog(_Before):
    """Asked every time: the lesson opens only where both are so."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(
            parent,
            _("Is the school ready for this lesson?"),
            _(
                "It is about threats with private pictures. Pupils may leave at any time, and are "
                "listened to."
            ),
        )
        self.briefed = QCheckBox(_("I have been briefed: I know the card “When a child tells”"))
        self.person = QCheckBox(_("A person pupils can turn to is at school during the lesson"))
        self.open_lesson = self.leads_to(button(_("Open the lesson"), "primary", "play"), "begin")
        self.card = self.leads_to(button(_("Read the card first"), "secondary", "pdf"), "card")
        for box in (self.briefed, self.person):
            box.toggled.connect(self._show_ready)
            self.column.addWidget(box)
        self.not_today = button(_("Not today"))
        self.not_today.clicked.connect(self.reject)
        self.column.addLayout(_row(self.not_today, self.open_lesson, first=self.card))
        self._show_ready()
        self.briefed.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_ready(self) -> None:
        self.open_lesson.setEnabled(self.briefed.isChecked() and self.person.isChecked())


def _row(cancel: QPushButton, go_on: QPushButton, first: QPushButton | None = None) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 8, 0, 0)
    row.setSpacing(10)
    if first is not None:
        row.addWidget(first)
    row.addStretch(1)
    row.addWidget(cancel)
    row.addWidget(go_on)
    return row
