"""Counting raised hands: a number per option, fast to type: 12 Tab 9 Tab ..."""

from collections.abc import Callable, Mapping
from itertools import pairwise

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSpinBox, QVBoxLayout, QWidget

from lessonapp.domain.look import ANSWERS, SEAT_LIMIT, AnswerLook
from lessonapp.domain.step_base import Choosable
from lessonapp.i18n import _
from lessonapp.ui.theme_fonts import FAMILY
from lessonapp.ui.widgets.buttons import button
from lessonapp.ui.widgets.labels import Elided, label


class AnswerBadge(QWidget):
    """Colour, shape and letter of an answer."""

    def __init__(self, look: AnswerLook, size: int = 36) -> None:
        super().__init__()
        self._look = look
        self.setFixedSize(QSize(size, size))
        self.setAccessibleName(look.letter)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.width() / 140, self.height() / 140)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._look.colour))
        painter.drawRoundedRect(QRectF(0, 0, 140, 140), 26, 26)
        painter.translate(20, 20)
        painter.setBrush(QColor("#FFFFFF"))
        if self._look.outlined:
            painter.setPen(QPen(QColor("#1B2438"), 5))
        painter.drawPath(answer_path(self._look))
        painter.setPen(QColor(self._look.letter_colour))
        letters = QFont(FAMILY)
        letters.setPixelSize(self._look.letter_size)
        letters.setWeight(QFont.Weight.ExtraBold)
        painter.setFont(letters)
        baseline = 50 + 0.36 * self._look.letter_size + (12 if self._look.shape == "triangle" else 0)
        width = painter.fontMetrics().horizontalAdvance(self._look.letter)
        painter.drawText(round(50 - width / 2), round(baseline), self._look.letter)


def answer_path(look: AnswerLook) -> QPainterPath:
    """The shape of an answer in a 100 x 100 box."""
    path = QPainterPath()
    match look.shape:
        case "circle":
            path.addEllipse(QRectF(8, 8, 84, 84))
        case "triangle":
            path.moveTo(50, 7)
            path.lineTo(95, 88)
            path.quadTo(96, 92, 91, 92)
            path.lineTo(9, 92)
            path.quadTo(4, 92, 5, 88)
            path.closeSubpath()
        case "square":
            path.addRoundedRect(QRectF(11, 11, 78, 78), 8, 8)
        case "diamond":
            for x, y in ((50, 2), (98, 50), (50, 98), (2, 50)):
                path.lineTo(x, y) if path.elementCount() else path.moveTo(x, y)
            path.closeSubpath()
    return path


class HandsPanel(QWidget):
    """One row an option; every change goes out at once as all counts together."""

    counts_changed = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.after: QWidget | None = None
        """Where Tab goes from the last number: to Continue, never to a button that would surprise."""
        self._step = ""
        self._asked = 0
        self._boxes: dict[str, _CountBox] = {}
        self._made: list[_Row] = []
        self._known: dict[str, int] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self._total = label("", "secondary", wrap=True)
        self._keep = label(_("Type a number, Tab goes on to the next."), "secondary", wrap=True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        whole.addLayout(self._rows)
        whole.addWidget(self._total)
        whole.addWidget(self._keep)

    def show_step(
        self, step_id: str, options: tuple[Choosable, ...], counts: Mapping[str, int], asked: int
    ) -> None:
        """Show the options of a step with the counts there are; typing is not disturbed."""
        self._asked = asked
        if step_id != self._step:
            self._step, self._known = step_id, {}
            self._rebuild(options)
        for key, box in self._boxes.items():
            untouched = box.value() == self._known.get(key, 0)
            if (untouched or not box.hasFocus()) and box.value() != counts.get(key, 0):
                box.blockSignals(True)
                box.setValue(counts.get(key, 0))
                box.blockSignals(False)
        if dict(counts) != self._known:
            self._known = dict(counts)
            for box in self._boxes.values():
                box.start_over()
        self._show_total()

    def focus_first(self) -> None:
        """Put the cursor into the first number."""
        first = next(iter(self._boxes.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _rebuild(self, options: tuple[Choosable, ...]) -> None:
        """Rows are made once and told what they count; making widgets at every question costs a frame."""
        self._boxes = {}
        for number, (look, option) in enumerate(zip(ANSWERS, options, strict=False)):
            if number == len(self._made):
                self._made.append(_Row(look, self._on_value))
                self._rows.addWidget(self._made[-1])
            row = self._made[number]
            row.show_option(option)
            row.show()  # a layout shows it later only, too late for the cursor
            self._boxes[option.id] = row.box
        for row in self._made[len(options) :]:
            row.hide()
        for one, following in pairwise([*self._boxes.values(), *([self.after] if self.after else [])]):
            QWidget.setTabOrder(one, following)

    def _on_value(self) -> None:
        self._show_total()
        self.counts_changed.emit(self._step, {key: box.value() for key, box in self._boxes.items()})

    def _show_total(self) -> None:
        total = sum(box.value() for box in self._boxes.values())
        text = _("{total} of {asked} counted").format(total=total, asked=self._asked)
        if total > self._asked:
            text += " · " + _("more hands than pupils: count once more")
        self._total.setText(text)


class _Row(QWidget):
    """Badge, option and number of one answer."""

    def __init__(self, look: AnswerLook, on_value: Callable[[], None]) -> None:
        super().__init__()
        self._letter = look.letter
        self.box = _CountBox()
        self.box.valueChanged.connect(on_value)
        self._text = Elided("")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(AnswerBadge(look))
        line.addWidget(self._text, 1)
        less, more = _small("−", _("One less")), _small("+", _("One more"))
        less.clicked.connect(self.box.stepDown)
        more.clicked.connect(self.box.stepUp)
        for part in (less, self.box, more):
            line.addWidget(part)

    def show_option(self, option: Choosable) -> None:
        """Count another option from nothing."""
        self._text.set_whole(option.text)
        self.box.setAccessibleName(
            _("Hands for {letter}: {option}").format(letter=self._letter, option=option.text)
        )
        self.box.blockSignals(True)
        self.box.setValue(0)
        self.box.blockSignals(False)


class _CountBox(QSpinBox):
    """A number that the first digit replaces: who types 12 means 12, whatever stood there."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "stepper")
        self.setRange(0, SEAT_LIMIT)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFixedWidth(64)
        self._fresh = True

    def start_over(self) -> None:
        """What was typed has been taken: the next digit begins another number."""
        self._fresh = True

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._fresh = True
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._fresh = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
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
