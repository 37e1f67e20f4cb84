"""The question before something is lost: it names what, and the safe answer is the default."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lessonapp.ui.widgets.buttons import button
from lessonapp.ui.widgets.dialog import FittedDialog, accepted
from lessonapp.ui.widgets.labels import label


class ConfirmDialog(FittedDialog):
    """Safe button left and default, danger button right."""

    def __init__(
        self, parent: QWidget | None, title: str, text: str, danger_text: str, safe_text: str
    ) -> None:
        super().__init__(parent, 440)
        self.setWindowTitle(title)
        self.setAccessibleDescription(text)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 20)
        column.setSpacing(6)
        column.addWidget(label(title, "panel", wrap=True))
        column.addWidget(label(text, wrap=True))
        self.safe = button(safe_text)
        self.danger = button(danger_text, "danger-solid")
        self.safe.setDefault(True)
        self.safe.setFocus(Qt.FocusReason.TabFocusReason)
        self.safe.clicked.connect(self.reject)
        self.danger.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setContentsMargins(0, 12, 0, 0)
        row.setSpacing(10)
        row.addStretch(1)
        row.addWidget(self.safe)
        row.addWidget(self.danger)
        column.addLayout(row)


def confirm(parent: QWidget | None, title: str, text: str, danger_text: str, safe_text: str) -> bool:
    """Ask before something is lost; true only where the danger button was pressed."""
    return accepted(ConfirmDialog(parent, title, text, danger_text, safe_text))
