"""Tab goes where the eye goes, also to what was made later."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtWidgets import QLayout, QPushButton, QWidget


def tab_in_turn(widgets: Iterable[QWidget]) -> None:
    """Let Tab lead from each of these to the next; Qt would take them as they were made."""
    for first, then in pairwise(widgets):
        QWidget.setTabOrder(first, then)


def buttons_in(layout: QLayout) -> Iterator[QPushButton]:
    """The buttons in the widgets of a layout, as they are seen."""
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget = item.widget() if item is not None else None
        if widget is not None:
            yield from widget.findChildren(QPushButton)
