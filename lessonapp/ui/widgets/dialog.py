"""The base of the dialogs: as wide as asked, as high as their text needs at that width; and asking."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QWidget


def accepted(dialog: QDialog) -> bool:
    """Show a dialog and wait for its answer; whether it was accepted.

    The dialog goes with the next turn of the event loop: what was chosen is read off at once.
    """
    answer = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return answer


class FittedDialog(QDialog):
    """Takes its height from its layout when it is first shown."""

    def __init__(self, parent: QWidget | None, width: int) -> None:
        super().__init__(parent)
        self._wanted = width
        self.setMinimumWidth(width)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._grow()
        return done

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        layout = self.layout()
        if layout is None or event.spontaneous():
            return
        for child in self.findChildren(QWidget):
            child.ensurePolished()  # the style sheet's fonts, before anything is measured
        layout.activate()
        self.resize(max(self._wanted, layout.totalMinimumSize().width()), 0)
        self._grow()

    def _grow(self) -> None:
        """A line that came in needs its room; one that went leaves it."""
        layout = self.layout()
        if layout is not None:
            needed = max(layout.totalHeightForWidth(self.width()), layout.totalMinimumSize().height())
            self.resize(self.width(), max(needed, self.height()))
