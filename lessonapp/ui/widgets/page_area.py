"""A part of a page that scrolls where it does not fit."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractSlider, QBoxLayout, QScrollArea, QScrollBar, QVBoxLayout, QWidget

CLEAR = 6


def side_by_side(page: QWidget) -> QBoxLayout:
    """A row for panels at the head of a page: alike in height, and no higher than they need."""
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 16, 0, 8)
    row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
    row.setSpacing(20)
    column.addLayout(row)
    column.addStretch(1)
    return row


def page_keys(owner: QWidget, bar: QScrollBar) -> None:
    """Page Up and Page Down scroll, wherever in `owner` the keyboard is."""
    for key, step in (
        (Qt.Key.Key_PageDown, QAbstractSlider.SliderAction.SliderPageStepAdd),
        (Qt.Key.Key_PageUp, QAbstractSlider.SliderAction.SliderPageStepSub),
    ):
        shortcut = QShortcut(QKeySequence(key), owner)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(lambda step=step: bar.triggerAction(step))


class PageArea(QScrollArea):
    """What it holds ends where the page ends, and keeps clear of the scroll bar only while there is one.

    It is no stop for Tab: what can be done in it is. Page Up and Page Down scroll it from everywhere inside.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().rangeChanged.connect(self._on_range)
        page_keys(self, self.verticalScrollBar())

    def hold(self, widget: QWidget) -> None:
        """Show another part, in the place of the one before."""
        self.setWidget(widget)
        bar = self.verticalScrollBar()
        self._on_range(bar.minimum(), bar.maximum())

    def _on_range(self, least: int, most: int) -> None:
        inside = self.widget()
        layout = inside.layout() if inside is not None else None
        if layout is not None:
            margins = layout.contentsMargins()
            margins.setRight(CLEAR if most > least else 0)
            layout.setContentsMargins(margins)
