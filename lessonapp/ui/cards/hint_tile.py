"""One hint in a tile: tick or warning sign, what is so, what to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from lessonapp.domain.look import OK, WARN
from lessonapp.ui.cards.model import CardHint
from lessonapp.ui.widgets.labels import icon_label, label, restyle


class HintTile(QFrame):
    """Hidden while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 8)
        row.setSpacing(10)
        self._icons = {"ok": icon_label("check", OK, 20), "warn": icon_label("warn", WARN, 20)}
        for picture in self._icons.values():
            row.addWidget(picture, 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(0)
        self._title = label("", "strong", wrap=True)
        self._text = label("", "secondary", wrap=True)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._text)
        words.addStretch(1)
        row.addLayout(words, 1)
        self.hide()

    def show_hint(self, hint: CardHint | None) -> None:
        """Say this; None hides the tile."""
        self.setVisible(hint is not None)
        if hint is None:
            return
        self._title.setText(hint.title)
        self._text.setText(hint.text)
        self._text.setVisible(bool(hint.text))
        self.setAccessibleName(f"{hint.title} {hint.text}".strip())
        for tone, picture in self._icons.items():
            picture.setVisible(tone == hint.tone)
        role = "notice" if hint.tone == "warn" else "card"
        if self.property("role") != role:
            self.setProperty("role", role)
            self.setProperty("tone", hint.tone)
            restyle(self)

    def words(self) -> str:
        """What it says; empty while hidden."""
        return "" if self.isHidden() else self.accessibleName()
