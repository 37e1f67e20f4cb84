"""A number between a minus and a plus; typing it works too."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QWidget

from lessonapp.i18n import _
from lessonapp.ui.widgets.buttons import button


class Stepper(QWidget):
    """A whole number with large buttons, for fingers and for keys."""

    changed = Signal(int)

    def __init__(self, low: int, high: int, value: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QSpinBox()
        self.box.setProperty("role", "stepper")
        self.box.setRange(low, high)
        self.box.setValue(value)
        self.box.setAccessibleName(name)
        self.box.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.box.setFixedWidth(72)
        self.less = button("−")
        self.more = button("+")
        for made, text, step in ((self.less, _("One less"), -1), (self.more, _("One more"), 1)):
            made.setAccessibleName(text)
            made.setToolTip(text)
            made.setAutoRepeat(True)
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Up and Down do the same in the box
            made.setFixedSize(QSize(40, 36))
            made.setStyleSheet("padding: 0;")
            made.clicked.connect(lambda _checked=False, step=step: self.box.stepBy(step))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for part in (self.less, self.box, self.more):
            row.addWidget(part)
        row.addStretch(1)
        self.setFocusProxy(self.box)
        self.box.valueChanged.connect(self.changed)

    def value(self) -> int:
        """The number."""
        self.box.interpretText()
        return self.box.value()

    def set_value(self, value: int) -> None:
        """Show another number."""
        self.box.setValue(value)
