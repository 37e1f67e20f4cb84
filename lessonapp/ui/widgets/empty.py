"""What an empty list says: the mascot thinks, one sentence, one button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from lessonapp.ui.widgets.buttons import button
from lessonapp.ui.widgets.labels import label, mascot


class EmptyState(QFrame):
    """Shown instead of a list that holds nothing."""

    action_requested = Signal()

    def __init__(
        self, title: str, text: str = "", action: str = "", picture: str | None = None, height: int = 112
    ) -> None:
        super().__init__()
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 24)
        column.setSpacing(4)
        column.addStretch(1)
        column.addWidget(mascot("think", height))
        column.addSpacing(4)
        self.title = label(title, "panel", wrap=True)
        self.text = label(text, "secondary", wrap=True)
        for line in (self.title, self.text):
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(line)
        self.text.setVisible(bool(text))
        self.action = button(action, "primary", picture)
        self.action.clicked.connect(self.action_requested)
        self.action.setVisible(bool(action))
        column.addSpacing(8)
        column.addWidget(self.action, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(1)
