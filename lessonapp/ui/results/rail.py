"""At the left of the results: search, classes and times, each chosen with one click."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout

from lessonapp.ui.widgets.labels import label

KEY_ROLE = Qt.ItemDataRole.UserRole
ROW_HEIGHT = 32


class PickList(QListWidget):
    """One choice out of a short list; the first is "all"."""

    picked = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("role", "rail")
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.currentItemChanged.connect(lambda _now, _before: self.picked.emit())

    def set_choices(self, choices: Sequence[tuple[str | None, str]]) -> None:
        """Offer these; what was chosen stays chosen where it is still there, without a signal."""
        before = self.value()
        self.blockSignals(True)
        self.clear()
        for key, text in choices:
            item = QListWidgetItem(text)
            item.setData(KEY_ROLE, key)
            item.setSizeHint(QSize(0, ROW_HEIGHT))
            item.setToolTip(text)
            self.addItem(item)
        self.setCurrentRow(max(0, self._place(before)))
        self.blockSignals(False)

    def whole_height(self) -> int:
        """What every choice takes."""
        return self.count() * ROW_HEIGHT + 2

    def keys(self) -> list[str | None]:
        """What can be chosen, from top to bottom."""
        return [self.item(row).data(KEY_ROLE) for row in range(self.count())]

    def value(self) -> str | None:
        """The key that is chosen; None is all."""
        key = self.currentItem().data(KEY_ROLE) if self.count() else None
        return key if isinstance(key, str) else None

    def choose(self, key: str | None) -> None:
        """Choose a key, where it is offered."""
        place = self._place(key)
        if place >= 0:
            self.setCurrentRow(place)

    def _place(self, key: str | None) -> int:
        return next((row for row in range(self.count()) if self.item(row).data(KEY_ROLE) == key), -1)


class Rail(QFrame):
    """Two lists, one below the other; the shorter one leaves its room to the other."""

    def __init__(self, upper: tuple[str, PickList], lower: tuple[str, PickList]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 8, 6, 8)
        column.setSpacing(2)
        self._lists = (upper[1], lower[1])
        for number, (title, picks) in enumerate((upper, lower)):
            column.addSpacing(8 * number)
            head = label(title, "secondary")
            head.setContentsMargins(8, 0, 0, 0)
            column.addWidget(head)
            column.addWidget(picks)
        column.addStretch(1)
        self._column = column

    def fit(self) -> None:
        """Share the room after other choices were offered: each list takes what it holds, no more."""
        for picks in self._lists:
            picks.setMaximumHeight(picks.whole_height())
            self._column.setStretchFactor(picks, 100 * picks.count())
