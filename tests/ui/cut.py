"""Which texts of a window have less room than they need."""

from collections.abc import Iterator

from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lessonapp.ui.widgets.labels import Elided

SPARE = 1  # a pixel is lost in rounding


def whole(qtbot: QtBot, top: QWidget) -> None:
    """Wait until every text of a window has its room."""

    def look() -> None:
        found = cut(top)
        assert not found, found

    qtbot.waitUntil(look)


def cut(top: QWidget) -> list[str]:
    """The texts that are seen in part only; a line that ends in "…" by itself is none of them."""
    return [f"{text!r} in {type(owner.parent()).__name__}" for owner, text in _cut(top)]


def _cut(top: QWidget) -> Iterator[tuple[QWidget, str]]:
    for made in top.findChildren(QLabel):
        if made.isVisible() and made.text() and _lacks_room(made):
            yield made, made.text()
    for pressed in top.findChildren(QPushButton):
        if pressed.isVisible() and pressed.text() and pressed.width() + SPARE < pressed.sizeHint().width():
            yield pressed, pressed.text()


def _lacks_room(made: QLabel) -> bool:
    needed = made.sizeHint()
    if made.wordWrap():
        return made.height() + SPARE < made.heightForWidth(made.width())
    narrow = not isinstance(made, Elided) and made.width() + SPARE < needed.width()
    return narrow or made.height() + SPARE < needed.height()
