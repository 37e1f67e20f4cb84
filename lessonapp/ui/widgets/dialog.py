"""The base of the dialogs: as wide as asked, as high as their text needs at that width; and asking."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QWidget

from lessonapp.i18n import _
from lessonapp.ui.theme import FRAME
from lessonapp.ui.widgets.buttons import button


def resize_on_screen(window: QWidget, width: int, height: int) -> None:
    """Give a window its usual size, or what the screen has room for: its buttons are at the bottom."""
    window.resize(QSize(width, height).boundedTo(window.screen().availableSize() - FRAME))


def accepted(dialog: QDialog) -> bool:
    """Show a dialog and wait for its answer; whether it was accepted.

    The dialog goes with the next turn of the event loop: what was chosen is read off at once.
    """
    answer = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return answer


def answer_row(dialog: QDialog, go_on: QPushButton) -> QHBoxLayout:
    """Cancel and the one way on, at the right; Enter goes on."""
    cancel = button(_("Cancel"))
    cancel.clicked.connect(dialog.reject)
    go_on.setDefault(True)
    go_on.clicked.connect(dialog.accept)
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addStretch(1)
    row.addWidget(cancel)
    row.addWidget(go_on)
    return row


class FittedDialog(QDialog):
    """Takes its height from its layout when it is first shown, and when a line comes or goes."""

    def __init__(self, parent: QWidget | None, width: int) -> None:
        super().__init__(parent)
        self._wanted = width
        self.setMinimumWidth(width)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._fit()
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
        self._fit()

    def _fit(self) -> None:
        """A line that came in needs its room; one that went leaves no hole."""
        layout = self.layout()
        if layout is not None:
            layout.activate()  # else Qt still holds the dialog to what it needed before
            needed = max(layout.totalHeightForWidth(self.width()), layout.totalMinimumSize().height())
            self.resize(self.width(), needed)
