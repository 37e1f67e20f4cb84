"""The right-hand column: how many answered, how they answer, and who is here."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from lessonapp.domain.look import ASSEMBLY_FROM, LETTERS
from lessonapp.domain.route import chosen_path
from lessonapp.domain.state import Respondent, SessionState
from lessonapp.domain.step import BranchStep, PledgeStep, Step, is_round_step
from lessonapp.domain.tally import Tally, tally
from lessonapp.i18n import _
from lessonapp.ui.cards.panel import CardsPanel
from lessonapp.ui.console.count_column import CountColumn
from lessonapp.ui.console.hands import HandsPanel, countable
from lessonapp.ui.console.own_line import OwnLine
from lessonapp.ui.console.phones import PhonesPanel
from lessonapp.ui.console.screen_panel import ScreenPanel
from lessonapp.ui.console.seats import SeatGrid
from lessonapp.ui.console.words import answered_words, channel_hint, here_words, seats_line, ways_line
from lessonapp.ui.widgets.buttons import Segments, button
from lessonapp.ui.widgets.labels import label
from lessonapp.ui.widgets.words import channel_choices

GAP = 6  # between the panel and its scroll bar


class AnswersPanel(QWidget):
    """Counts, channel, seats; what does not belong to the step is hidden."""

    channel_requested = Signal(str)
    path_requested = Signal(str)
    pledge_line_requested = Signal(str, str)
    seat_added = Signal()

    def __init__(self, channel: str, audience: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "plain")
        self._step: Step | None = None
        self._audience = audience
        self.count_box = CountColumn()
        self._hint = label("", "secondary", wrap=True)
        self.channel = Segments(channel_choices(), channel, _("How the class answers"))
        self.channel.chosen.connect(self.channel_requested)
        self.channel.leave_focus()
        self.hands = HandsPanel(audience)
        self.board = ScreenPanel()
        self.phones = PhonesPanel()
        self.cards = CardsPanel()
        self.paths = QWidget()
        self._path_row = QHBoxLayout(self.paths)
        self._path_row.setContentsMargins(0, 0, 0, 0)
        self.pledge = OwnLine()
        self.pledge.left.connect(self._go_on)
        self.pledge.setPlaceholderText(_("The class’s own line, then Enter"))
        self.pledge.setAccessibleName(_("The class’s own line"))
        self.pledge.setMaxLength(60)
        self.pledge.returnPressed.connect(self._on_pledge)
        self.seats = SeatGrid()
        self._seat_words = label("", "secondary", wrap=True)
        adults = audience == "adults"
        self._late = _("Latecomer") if adults else _("Late pupil")
        hint = _("Whoever comes late, or is back, takes a seat")
        self.add_seat = button(self._late, "secondary", "plus")
        self.add_seat.setAccessibleName(self._late)
        self.add_seat.setToolTip(hint if adults else _("A pupil who comes late, or is back, takes a seat"))
        self.add_seat.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.add_seat.clicked.connect(self.seat_added)
        self._lay_out()

    def show_state(self, step: Step | None, state: SessionState, respondent: Respondent) -> None:
        """Show the answers to the step on the stage."""
        self._step = step
        asked = step is not None and is_round_step(step)
        current = state.round
        counted = tally(step, current, state) if step is not None and asked else None
        self._show_count(step, counted, state)
        self.channel.set_value(state.channel)
        counted_by_hand = countable(step, state)
        self.hands.setVisible(counted_by_hand)
        self.board.setVisible(state.channel == "screen")
        self.phones.setVisible(state.channel == "web")
        self.cards.setVisible(state.channel == "cards")
        self._hint.setText(channel_hint(step, state, self._audience) if asked else "")
        self._hint.setVisible(asked)
        if counted_by_hand and step is not None:
            self.hands.show_state(step, state)
        self.board.show_state(state, respondent)
        self._show_paths(step, state)
        self.pledge.setVisible(isinstance(step, PledgeStep))
        answered = (
            frozenset(seat for seat, _team in current.answers if seat) if current is not None else frozenset()
        )
        self.seats.setVisible(len(state.ever_present) < ASSEMBLY_FROM)
        self.seats.set_seats(tuple(sorted(state.ever_present)), state.present, answered, respondent[0])
        self._seat_words.setText(seats_line(state, self._audience))

    def _show_count(self, step: Step | None, counted: Tally | None, state: SessionState) -> None:
        if step is None or counted is None:
            self.count_box.show_here(len(state.present), here_words(self._audience))
            return
        words = ways_line(counted) or answered_words(step, counted, state, self._audience)
        self.count_box.show_answered(counted.answered, counted.asked, words)

    def _show_paths(self, step: Step | None, state: SessionState) -> None:
        shown = isinstance(step, BranchStep) and state.phase in ("closed", "revealed")
        self.paths.setVisible(shown)
        while (item := self._path_row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        if not isinstance(step, BranchStep) or not shown:
            return
        self._path_row.addWidget(label(_("Take path:"), "secondary"))
        for letter, option in zip(LETTERS, step.options, strict=False):
            chip = button(letter, "chip")
            chip.setCheckable(True)
            chip.setChecked(chosen_path(state, step) == option.id)
            chip.setToolTip(option.text)
            chip.setAccessibleName(f"{letter}: {option.text}")
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            chip.clicked.connect(lambda _checked=False, option=option.id: self.path_requested.emit(option))
            self._path_row.addWidget(chip)
        self._path_row.addStretch(1)

    def _on_pledge(self) -> None:
        text = self.pledge.text().strip()
        if text and self._step is not None:
            self.pledge_line_requested.emit(self._step.id, text)
            self.pledge.clear()
            self._go_on()

    def _go_on(self) -> None:
        """To Continue, so that the next Space goes on, and is no letter."""
        if self.hands.after is not None:
            self.hands.after.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_narrow(self, narrow: bool) -> None:
        """A smaller number where the window is small."""
        self.count_box.set_narrow(narrow)
        self.add_seat.setText("" if narrow else self._late)

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setProperty("role", "plain")
        column = QVBoxLayout(inner)
        column.setSpacing(10)
        panels = (self.hands, self.board, self.cards, self.phones)
        for part in (self.channel, self._hint, *panels, self.paths, self.pledge):
            column.addWidget(part)
        head = QHBoxLayout()
        head.addWidget(label(_("Seats"), "panel"))
        head.addWidget(self._seat_words, 1)
        head.addWidget(self.add_seat)
        column.addLayout(head)
        column.addWidget(self.seats)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        bar = area.verticalScrollBar()

        def keep_width(_low: int, high: int) -> None:
            """Room for the scroll bar, shown or not: nothing moves sideways from step to step."""
            column.setContentsMargins(0, 0, GAP if high else GAP + bar.sizeHint().width(), 0)

        bar.rangeChanged.connect(keep_width)
        keep_width(0, 0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
