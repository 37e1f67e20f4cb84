"""Panels: white cards with a heading, and tinted notices with one or two actions."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from lessonapp.domain.look import DANGER, INFO, OK, WARN
from lessonapp.ui.widgets.labels import Tone, icon_label, label

_NOTICE: dict[Tone, tuple[str, str]] = {
    "ok": ("check", OK),
    "warn": ("warn", WARN),
    "danger": ("warn", DANGER),
    "info": ("shield", INFO),
    "plain": ("shield", INFO),
}


class Card(QFrame):
    """A white panel; what it holds goes into `body`."""

    def __init__(self, heading: str = "", hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 12, 16, 16)
        self.body.setSpacing(8)
        if heading:
            self.body.addWidget(label(heading, "panel"))
            self.setAccessibleName(heading)
        if hint:
            self.body.addWidget(label(hint, "secondary", wrap=True))


def clear_rows(rows: QVBoxLayout) -> None:
    """Take every row out of a panel, before others are put there."""
    while (item := rows.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


class Notice(QFrame):
    """A tinted panel that says one thing: icon, what happened, what to do."""

    def __init__(self, tone: Tone, title: str, text: str, *actions: QPushButton, picture: str = "") -> None:
        super().__init__()
        self.setProperty("role", "notice")
        self.setProperty("tone", tone)
        self.setAccessibleName(title or text)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 12)
        row.setSpacing(12)
        name, colour = _NOTICE[tone]
        row.addWidget(icon_label(picture or name, colour), 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(0)
        if title:
            words.addWidget(label(title, "strong", wrap=True))
        if text:
            words.addWidget(label(text, "secondary", wrap=True))
        row.addLayout(words, 1)
        for action in actions:
            row.addWidget(action, 0, Qt.AlignmentFlag.AlignVCenter)
