"""One answer of raised hands: badge, words, and a number that is fast to type."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSpinBox, QWidget

from lessonapp.domain.look import SEAT_LIMIT, AnswerLook
from lessonapp.domain.step_base import Choosable
from lessonapp.i18n import _
from lessonapp.ui.console.badge import AnswerBadge
from lessonapp.ui.widgets.buttons import button
from lessonapp.ui.widgets.labels import Elided


class CountRow(QWidget):
    """Badge, option and number; `compact` where the class reads the words on the stage beside it."""

    def __init__(self, look: AnswerLook, on_value: Callable[[], None], *, compact: bool) -> None:
        super().__init__()
        self._letter = look.letter
        self.box = CountBox()
        self.box.valueChanged.connect(on_value)
        self._badge = AnswerBadge(look)
        self._text = None if compact else Elided("", "option", lines=2)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6 if compact else 8)
        line.addWidget(self._badge)
        if self._text is not None:
            line.addWidget(self._text, 1)
        less, more = _small("−", _("One less")), _small("+", _("One more"))
        less.clicked.connect(self.box.stepDown)
        more.clicked.connect(self.box.stepUp)
        for part in (less, self.box, more):
            line.addWidget(part)

    def show_option(self, option: Choosable) -> None:
        """Count another option from nothing."""
        if self._text is not None:
            self._text.set_whole(option.text)
        self._badge.setToolTip(option.text)
        self.box.setAccessibleName(
            _("Hands for {letter}: {option}").format(letter=self._letter, option=option.text)
        )
        self.box.blockSignals(True)
        self.box.setValue(0)
        self.box.blockSignals(False)


class CountBox(QSpinBox):
    """A number that the first digit replaces: who types 12 means 12, whatever stood there."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "stepper")
        self.setRange(0, SEAT_LIMIT)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFixedWidth(64)
        self._fresh = True

    @property
    def begun(self) -> bool:
        """Whether a number is being typed: the next digit belongs to it."""
        return not self._fresh

    def start_over(self) -> None:
        """What was typed has been taken: the next digit begins another number."""
        self._fresh = True

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:  # else it may have begun elsewhere
            self._fresh = True
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._fresh = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()  # beside the digits of a keyboard lies Enter, not Tab
            return
        if self._fresh and event.text().isdigit():
            self.selectAll()
        self._fresh = False
        super().keyPressEvent(event)


def _small(text: str, name: str) -> QPushButton:
    made = button(text)
    made.setFixedSize(QSize(36, 36))
    made.setStyleSheet("padding: 0;")
    made.setAutoRepeat(True)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setToolTip(name)
    made.setAccessibleName(name)
    return made
