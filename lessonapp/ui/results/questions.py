"""One session question by question: the table, and of one question the bars and the misconception."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QHBoxLayout,
    QHeaderView,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lessonapp.domain.statistics import HIDE_BELOW, INDICATIVE_BELOW, PERCENT_FROM
from lessonapp.domain.summary_values import SummaryReport
from lessonapp.domain.text import plain
from lessonapp.i18n import _, n_
from lessonapp.ui.results.option_bars import OptionBars, count_text
from lessonapp.ui.results.question_rows import (
    AFTER,
    AGAIN,
    BEFORE,
    CHOICES,
    DURING,
    GAIN,
    NUMBER,
    PROMPT,
    QUESTION_ROLE,
    RIGHT,
    SHAPE_STEP,
    QuestionDelegate,
    QuestionRow,
    QuestionTable,
    question_rows,
)
from lessonapp.ui.results.rows import SessionRow, change_text, share_text
from lessonapp.ui.results.tables import PlainTable, ResultTable, copy_chart
from lessonapp.ui.widgets.buttons import button, icon_button
from lessonapp.ui.widgets.card import Card
from lessonapp.ui.widgets.combo import Combo
from lessonapp.ui.widgets.empty import EmptyState
from lessonapp.ui.widgets.labels import Elided, label, tag
from lessonapp.ui.widgets.page_area import page_keys
from lessonapp.ui.widgets.words import class_name, day_text, pupils

MOST_OFFERED = 200
BESIDE_FROM = 1120
CHART_MOST = 420
PANEL_WIDTH, WIDEST = 400, 16777215  # the latter is what Qt calls no limit
_WIDTHS = {NUMBER: 44, RIGHT: 66, CHOICES: 150, BEFORE: 74, DURING: 112, AFTER: 66, GAIN: 88, AGAIN: 122}


class QuestionPanel(Card):
    """One question: how many chose what, which mistake most made, and what it shows."""

    said = Signal(str)
    again_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.prompt = label("", "strong", wrap=True)
        self.bars = OptionBars()
        self.figures = PlainTable((_("Letter"), _("Option"), _("Right"), _("Count")), (3,))
        self.table = ResultTable(_("The chart as a table"))
        self.table.setModel(self.figures)
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.mistake, self.shows = label("", "body", wrap=True), label("", "secondary", wrap=True)
        self.hint = label("", "secondary", wrap=True)
        self.as_table = button(_("Table"), "chip")
        self.as_table.setCheckable(True)
        self.copy = icon_button("copy", _("Copy chart and figures"))
        self.again = button(_("Teach again"), "secondary", "undo")
        self._weak = tag(_("Below 70% right"), "warn")
        head = QHBoxLayout()
        head.addWidget(self.prompt, 1)
        head.addWidget(self._weak)
        head.addWidget(self.as_table)
        head.addWidget(self.copy)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._chart())
        self._stack.addWidget(self.table)
        self._parts = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._parts.setSpacing(14)
        self._parts.addWidget(self._stack, 3)
        self._parts.addLayout(self._talk(), 2)
        self.body.setContentsMargins(16, 10, 12, 10)
        self.body.addLayout(head)
        self.body.addLayout(self._parts, 1)
        self.as_table.toggled.connect(lambda on: self._stack.setCurrentIndex(1 if on else 0))
        self.copy.clicked.connect(self._on_copy)
        self.again.clicked.connect(self.again_requested)
        self._across = False
        self.show_row(None)

    def show_row(self, row: QuestionRow | None) -> None:
        """Show another question; None shows nothing."""
        self.setVisible(row is not None)
        if row is None:
            return
        asked = row.question
        self.prompt.setText(plain(asked.prompt))
        self.bars.set_options(asked.options, asked.answered + asked.unmarked)
        self._fit()
        tick = _("yes")
        self.figures.set_cells(
            [
                (o.letter, plain(o.text), tick if o.correct else "", count_text(o, asked.answered))
                for o in asked.options
            ]
        )
        wrong = asked.misconception
        self.mistake.setVisible(wrong is not None)
        self.shows.setVisible(wrong is not None and bool(wrong.shows))
        if wrong is not None:
            words = n_(
                "Most chosen by mistake: “{text}”, {count} time",
                "Most chosen by mistake: “{text}”, {count} times",
                wrong.count,
            )
            self.mistake.setText(words.format(text=plain(wrong.text), count=wrong.count))
            self.shows.setText(_("To talk about: {text}").format(text=plain(wrong.shows or "")))
        self.hint.setText(_hint(asked.answered))
        self.hint.setVisible(bool(self.hint.text()))
        self._weak.setVisible(row.weak)
        self.again.setVisible(row.weak)

    def set_across(self, *, across: bool) -> None:
        """Chart and words side by side, or one above the other."""
        direction = QBoxLayout.Direction
        self._across = across
        self._parts.setDirection(direction.LeftToRight if across else direction.TopToBottom)
        self._parts.setStretch(0, 3 if across else 0)
        self._fit()

    def _fit(self) -> None:
        """One above the other, the bars take the room they need and the words follow them."""
        needed = self.bars.heightForWidth(PANEL_WIDTH - 44) + 8
        self._stack.setMinimumHeight(0 if self._across else min(needed, CHART_MOST))

    def _talk(self) -> QVBoxLayout:
        """What the figures mean, and what can be done."""
        talk = QVBoxLayout()
        talk.setSpacing(8)
        for part in (self.mistake, self.shows, self.hint):
            talk.addWidget(part)
        talk.addStretch(1)
        talk.addWidget(self.again)
        return talk

    def _chart(self) -> QScrollArea:
        """The bars, scrolled where there is too little room."""
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a stop that nobody would see
        page_keys(self, area.verticalScrollBar())
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(self.bars)
        column.addStretch(1)
        area.setWidget(inner)
        for part in (inner, area.viewport()):
            part.setAutoFillBackground(False)
        return area

    def _on_copy(self) -> None:
        copy_chart(self.bars.picture(), [(self.prompt.text(),), *self.figures.lines])
        self.said.emit(_("Chart and figures copied"))


class Questions(QWidget):
    """A session chosen out of those looked at."""

    session_chosen = Signal(str)
    print_requested = Signal(str)
    sheet_requested = Signal(str)
    again_requested = Signal(str, str)
    said = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.picker = Combo()
        self.picker.setAccessibleName(_("Session"))
        self.print = button(_("Print the summary…"), "primary", "pdf")
        self.sheet = button(_("Spreadsheet…"))
        self.copy = icon_button("copy", _("Copy the table"))
        self.model = QuestionTable()
        self.table = ResultTable(_("Questions"))
        self.panel = QuestionPanel()
        self.figures = Elided("", "strong")
        self.empty = EmptyState("", "", height=80)
        self._lesson = self._class = ""
        self._roomy = True
        self._set_up_table()
        self._lay_out()
        self._connect()

    def set_rows(self, rows: Sequence[SessionRow]) -> None:
        """Offer other sessions, the newest first."""
        before = self.picker.currentData()
        self.picker.blockSignals(True)
        self.picker.clear()
        for row in sorted(rows, key=lambda row: row.opened, reverse=True)[:MOST_OFFERED]:
            day = day_text(row.opened.astimezone().date())
            self.picker.addItem(f"{row.title} · {class_name(row.class_label)} · {day}", row.id)
        self.picker.setCurrentIndex(max(0, self.picker.findData(before)))
        self.picker.blockSignals(False)

    def choose(self, session: str) -> None:
        """Look at a session."""
        self.picker.blockSignals(True)
        self.picker.setCurrentIndex(max(0, self.picker.findData(session)))
        self.picker.blockSignals(False)
        self.ask()

    def ask(self) -> None:
        """Ask for the figures of the session that is chosen."""
        session = self.picker.currentData()
        if session:
            self.session_chosen.emit(session)
        else:
            self.set_report(None)

    def set_report(self, report: SummaryReport | None) -> None:
        """Show a session's questions; None where there are none to show."""
        rows = question_rows(report) if report is not None else ()
        self._lesson = report.about.lesson if report is not None else ""
        self._class = report.about.class_label if report is not None else ""
        self.figures.set_whole(figures_text(report) if report is not None else "")
        self.figures.setVisible(report is not None)
        self.model.set_rows(rows)
        shapes = max((len(row.letters) for row in rows), default=0)
        self.table.setColumnWidth(RIGHT, max(_WIDTHS[RIGHT], 16 + shapes * SHAPE_STEP))
        self._hide_columns()
        some = bool(rows)
        self._stack.setCurrentIndex(0 if some else 1)
        for made in (self.print, self.sheet):
            made.setEnabled(bool(self.picker.currentData()))
        if some:
            weak = next((place for place, row in enumerate(rows) if row.weak), 0)
            self.table.selectRow(weak)
            return
        self.panel.show_row(None)
        chosen = self.picker.count() > 0
        self.empty.title.setText(
            _("No question was asked in this session") if chosen else _("No session here")
        )
        text = _("Teach a lesson with questions and its results will be here.")
        self.empty.text.setText(text if chosen else _("Choose another class or another time at the left."))
        self.empty.text.show()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the window: what finds no room is hidden then."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= BESIDE_FROM
        direction = QBoxLayout.Direction
        self._body.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self._body.setStretch(0, 1)
        self._body.setStretch(1, 0 if beside else 1)
        self.panel.setMinimumWidth(PANEL_WIDTH if beside else 0)
        self.panel.setMaximumWidth(PANEL_WIDTH if beside else WIDEST)
        self.panel.set_across(across=not beside)
        inside = self.width() - (PANEL_WIDTH if beside else 0)
        self._roomy = inside >= 640
        self.sheet.setVisible(self.width() >= 640)
        self._hide_columns()

    def _hide_columns(self) -> None:
        """Columns with nothing in them leave their room to the questions."""
        rows = self.model.rows
        for column, shown in (
            (RIGHT, self._roomy),  # told by the tick below too
            (CHOICES, self._roomy),
            (BEFORE, any(row.twin or row.question.purpose == "pre" for row in rows)),
            (DURING, any(row.question.purpose == "practice" for row in rows)),
            (AFTER, any(row.question.purpose == "exit" for row in rows)),
            (GAIN, self._roomy and any(row.gain is not None for row in rows)),
            (AGAIN, self._roomy and any(row.weak for row in rows)),
        ):
            self.table.setColumnHidden(column, not shown)

    def _set_up_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setItemDelegate(QuestionDelegate(table))
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        for column, width in _WIDTHS.items():
            table.setColumnWidth(column, width)
        table.horizontalHeader().setSectionResizeMode(PROMPT, QHeaderView.ResizeMode.Stretch)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.picker.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        row.addWidget(self.picker, 1)
        row.addWidget(self.copy)
        row.addWidget(self.sheet)
        row.addWidget(self.print)
        column.addLayout(row)
        column.addWidget(self.figures)
        self._body = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._body.setSpacing(12)
        card = Card()
        card.body.setContentsMargins(10, 6, 10, 8)
        card.body.addWidget(self.table)
        self._body.addWidget(card, 1)
        self._body.addWidget(self.panel)
        inside = QWidget()
        inside.setLayout(self._body)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._stack = QStackedWidget()
        self._stack.addWidget(inside)
        self._stack.addWidget(self.empty)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.picker.currentIndexChanged.connect(lambda _index: self.ask())
        self.table.selectionModel().currentRowChanged.connect(lambda now, _before: self._on_row(now.row()))
        self.table.copied.connect(lambda _count: self.said.emit(_("Copied")))
        self.table.entered.connect(lambda: self.print_requested.emit(self.picker.currentData()))
        self.copy.clicked.connect(lambda: self.table.copy_rows(everything=True))
        self.panel.said.connect(self.said)
        self.panel.again_requested.connect(lambda: self.again_requested.emit(self._lesson, self._class))
        self.print.clicked.connect(lambda: self.print_requested.emit(self.picker.currentData()))
        self.sheet.clicked.connect(lambda: self.sheet_requested.emit(self.picker.currentData()))

    def _on_row(self, place: int) -> None:
        row = self.model.index(place, 0).data(QUESTION_ROLE) if place >= 0 else None
        self.panel.show_row(row if isinstance(row, QuestionRow) else None)


def figures_text(report: SummaryReport) -> str:
    """What a session came to, in one line."""
    parts = [pupils(report.about.seats_present)]
    gain, before, after = report.gain, report.pre, report.exit
    counts = [(score.right, score.answered) if score is not None else None for score in (before, after)]
    if gain is not None:  # as on paper: the answers that are compared
        counts = [(gain.before_right, gain.before_answered), (gain.after_right, gain.after_answered)]
    for words, count in zip((_("before: {share}"), _("after: {share}")), counts, strict=True):
        if count is not None:
            parts.append(words.format(share=share_text(*count)))
    if gain is not None and min(gain.before_answered, gain.after_answered) >= PERCENT_FROM:
        points = round(gain.points)
        said = change_text(points)
        parts.append(" ".join((said, _("percentage points"))) if points else said)
    if report.confidence != "firm":
        parts.append(_("small class: a hint only"))
    return " · ".join(parts)


def _hint(answered: int) -> str:
    if answered < HIDE_BELOW:
        return _("Fewer than 10 answers: talk about it with the class rather than about figures.")
    return _("Fewer than 30 answers: take the figures as a hint.") if answered < INDICATIVE_BELOW else ""
