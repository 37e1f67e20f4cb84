"""Why the stage cannot be read aloud here, and how to change that."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from lessonapp.i18n import _
from lessonapp.ui.widgets.buttons import button
from lessonapp.ui.widgets.field import line_edit
from lessonapp.ui.widgets.labels import label


class VoiceHelpDialog(QDialog):
    """What is missing, what to do, and a line to copy where there is one."""

    def __init__(self, trouble: str, how: tuple[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Read the stage aloud"))
        self.setMinimumWidth(560)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 18, 24, 20)
        whole.setSpacing(10)
        whole.addWidget(label(trouble, "panel", wrap=True))
        text, line = how
        whole.addWidget(label(text, wrap=True))
        if line:
            field = line_edit(line, "", 200)
            field.setReadOnly(True)
            field.setCursorPosition(0)
            field.setAccessibleName(_("What to type"))
            whole.addWidget(field)
        whole.addWidget(
            label(_("Until then you can read the text to the class yourself."), "secondary", wrap=True)
        )
        row = QHBoxLayout()
        row.addStretch(1)
        close = button(_("Close"), "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        close.setFocus(Qt.FocusReason.OtherFocusReason)
        row.addWidget(close)
        whole.addLayout(row)
