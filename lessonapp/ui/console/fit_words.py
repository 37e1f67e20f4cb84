"""Buttons in a row that keep their words as long as there is room, so that nothing is cut."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QPushButton


class FitWords:
    """The buttons of a row that have a picture and may lose their words, the most needed first."""

    def __init__(self, row: QHBoxLayout, buttons: Sequence[QPushButton]) -> None:
        self._row = row
        self._words = {made: made.text() for made in buttons}
        self._widths: dict[QPushButton, tuple[int, int]] = {}

    def fit(self, width: int) -> None:
        """Give back or take away words, for a row of a width."""
        items = [self._row.itemAt(index) for index in range(self._row.count())]
        parts = [item.widget() for item in items if item is not None]
        seen = [part for part in parts if isinstance(part, QPushButton) and not part.isHidden()]
        room = width - self._row.spacing() * len(seen)
        room -= sum(self._width(made, words=made not in self._words) for made in seen)
        for made, text in self._words.items():
            more = self._width(made, words=True) - self._width(made, words=False)
            fits = made in seen and more <= room
            room -= more if fits else 0
            shown = text if fits else ""
            if made.text() != shown:
                made.setText(shown)

    def _width(self, made: QPushButton, *, words: bool) -> int:
        """How wide a button is with its words or without; those that keep words may change them."""
        if made not in self._words:
            return _wide(made)
        if made not in self._widths:
            before = made.text()
            both = []
            for text in ("", self._words[made]):
                made.setText(text)
                both.append(_wide(made))
            made.setText(before)
            self._widths[made] = (both[0], both[1])
        return self._widths[made][int(words)]


def _wide(made: QPushButton) -> int:
    return min(max(made.sizeHint().width(), made.minimumWidth()), made.maximumWidth())
