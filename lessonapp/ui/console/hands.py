"""Counting raised hands: a number per option, fast to type: 12 Tab 9 Tab ..."""

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from lessonapp.domain.answer import takes_hands
from lessonapp.domain.look import ANSWERS
from lessonapp.domain.state import SessionState
from lessonapp.domain.step import Step
from lessonapp.domain.step_base import Choosable
from lessonapp.i18n import _
from lessonapp.ui.console.count_row import CountBox, CountRow
from lessonapp.ui.widgets.labels import label, restyle


def countable(step: Step | None, state: SessionState) -> bool:
    """Whether hands can be counted now, or what was counted be put right."""
    asked = step is not None and takes_hands(step) and state.round is not None
    return asked and state.channel == "hands"


def takes_digits(step: Step | None, state: SessionState) -> bool:
    """Whether a digit typed anywhere counts hands: not once the answer is shown, when it would be a slip."""
    return countable(step, state) and state.phase != "revealed"


class HandsPanel(QWidget):
    """One row an option, or all in one row; every change goes out at once as all counts together."""

    counts_changed = Signal(str, object)

    def __init__(self, audience: str = "", *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "plain")
        self.after: QWidget | None = None
        """Where Tab goes from the last number: to Continue, never to a button that would surprise."""
        self._audience = audience
        self._compact = compact
        self._step = ""
        self._asked = 0
        self._boxes: dict[str, CountBox] = {}
        self._made: list[CountRow] = []
        self._known: dict[str, int] = {}
        along = QBoxLayout.Direction.LeftToRight if compact else QBoxLayout.Direction.TopToBottom
        self._rows = QBoxLayout(along)
        self._rows.setSpacing(18 if compact else 6)
        self._total = label("", "secondary", wrap=True)
        whole = QBoxLayout(along, self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(18 if compact else 6)
        whole.addLayout(self._rows)
        whole.addWidget(self._total, 1)

    def show_state(self, step: Step, state: SessionState) -> None:
        """Show the options of a countable step with the counts there are; typing is not disturbed."""
        current = state.round
        assert current is not None  # it is countable
        counts = current.hands
        self._asked = len(current.present if current.phase != "open" else state.present)
        if step.id != self._step:
            self._step, self._known = step.id, {}
            self._rebuild(getattr(step, "options", ()))
        self._take_counts(counts)
        self._show_total()

    def focus_first(self) -> None:
        """Put the cursor into the first number."""
        first = next(iter(self._boxes.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take_digit(self, event: QKeyEvent) -> None:
        """A digit that was typed elsewhere begins the first number."""
        # The window that was asked for the focus has it a moment later, the next digit may be there before.
        inside = self.window().focusWidget()
        box = next((box for box in self._boxes.values() if box is inside and box.begun), None)
        if box is None:
            self.focus_first()
            box = next(iter(self._boxes.values()), None)
        if box is not None:
            box.keyPressEvent(event)

    def _take_counts(self, counts: Mapping[str, int]) -> None:
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

    def _rebuild(self, options: tuple[Choosable, ...]) -> None:
        """Rows are made once and told what they count; making widgets at every question costs a frame."""
        self._boxes = {}
        for number, (look, option) in enumerate(zip(ANSWERS, options, strict=False)):
            if number == len(self._made):
                self._made.append(CountRow(look, self._on_value, compact=self._compact))
                self._rows.insertWidget(number, self._made[-1])
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
        over = total > self._asked
        text = _("{total} of {asked} counted").format(total=total, asked=self._asked)
        if over:
            adults = self._audience == "adults"
            more = _("more hands than people: count once more")
            text += " · " + (more if adults else _("more hands than pupils: count once more"))
        elif not total:
            text = _("Type a number, Tab or Enter goes on to the next.")
        self._total.setText(text)
        role = "error" if over else "secondary"
        if self._total.property("role") != role:
            self._total.setProperty("role", role)
            restyle(self._total)
