"""Sessions: figures and chart over what is looked at, their table, and what can be done with one."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QPoint, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lessonapp.i18n import _, n_
from lessonapp.ui.icons import icon
from lessonapp.ui.results.charts import TrendCard
from lessonapp.ui.results.filters import compared, labels, total
from lessonapp.ui.results.kpis import Kpis
from lessonapp.ui.results.rows import (
    AFTER,
    BEFORE,
    CHANNEL,
    CLASS,
    MINUTES,
    OPENED,
    ROW_ROLE,
    SEATS,
    STATE,
    TITLE,
    SessionRow,
    SessionTable,
)
from lessonapp.ui.results.state_delegate import SessionDelegate
from lessonapp.ui.results.tables import ResultTable
from lessonapp.ui.results.trend import Pair
from lessonapp.ui.widgets.buttons import button, icon_button
from lessonapp.ui.widgets.card import Card
from lessonapp.ui.widgets.words import class_name, day_text

_WIDTHS = {OPENED: 116, CLASS: 92, CHANNEL: 134, MINUTES: 64, SEATS: 84, BEFORE: 72, AFTER: 70, STATE: 122}
BESIDE_FROM = 820  # width from which the figures stand beside the chart
KPI_WIDTH, WIDEST = 206, 16777215  # the latter is what Qt calls no limit
TOP_HEIGHT = 314  # of figures and chart; the table has the rest
DAYS_BELOW, ROOMY_FROM = 700, 1300
ALL_DEEDS_FROM = 760  # below it, the tab above opens the questions of an open session
CHART_FROM = 520  # height from which there is room for the chart above the table


class Overview(QWidget):
    """Shows rows and asks; the page decides which rows."""

    print_requested = Signal(str)
    delete_requested = Signal(str)
    resume_requested = Signal(str)
    questions_requested = Signal(str)
    sheet_requested = Signal(str)
    said = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.sessions = SessionTable()
        self.table = ResultTable(_("Sessions"))
        self.kpis, self.chart = Kpis(), TrendCard()
        self.print = button(_("Print the summary…"), "primary", "pdf")
        self.questions = button(_("Questions"), "secondary", "chart")
        self.resume = button(_("Resume"), "secondary", "play")
        self.sheet = button(_("Spreadsheet…"), "secondary")
        self.papers = button(_("Papers"), "secondary")
        self.papers.hide()
        self.copy = icon_button("copy", _("Copy the table"))
        self.delete = icon_button("trash", _("Delete this session…"))
        self._set_up_table()
        self._lay_out()
        self._connect()

    def set_rows(self, rows: Sequence[SessionRow], label: str | None) -> None:
        """Show other sessions; the chosen one stays chosen where it is still there."""
        before = self.chosen()
        self.sessions.set_rows(list(rows), datetime.now().astimezone())
        self.kpis.set_totals(total(rows), compared(rows), len(labels(rows)))
        asked = [row for row in rows if row.pre[1] or row.exit[1]]
        if label is None:
            self.chart.set_pairs(_("Each class"), _by_class(asked))
        else:
            title = _("{name} over its lessons").format(name=class_name(label))
            self.chart.set_pairs(title, _over_time(asked))
        self._some = bool(asked)
        self.table.setColumnHidden(CLASS, label is not None)
        self.table.setColumnHidden(STATE, not any(row.open or row.weak for row in rows))
        self.choose(before.id if before is not None else "")
        self._show()

    def set_papers(self, menu: QMenu) -> None:
        """Offer the documents of a session."""
        self.papers.setMenu(menu)
        self._show()

    def choose(self, session: str) -> None:
        """Choose a session, or the first."""
        rows = self.sessions.rows
        place = next((n for n, row in enumerate(rows) if row.id == session), 0)
        if rows:
            self.table.selectRow(place)

    def chosen(self) -> SessionRow | None:
        """The session that would be printed."""
        index = self.table.currentIndex()
        row = index.data(ROW_ROLE) if index.isValid() else None
        return row if isinstance(row, SessionRow) else None

    def minimumSizeHint(self) -> QSize:
        """As narrow as the window: buttons that find no room are hidden then."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for column, least in ((CHANNEL, 1000), (MINUTES, 960), (SEATS, 700), (BEFORE, 620)):
            self.table.setColumnHidden(column, self.width() < least)
        self.sessions.days_only = self.width() < DAYS_BELOW
        roomy = self.width() >= ROOMY_FROM
        for column, wide in ((CLASS, 250 if roomy else 124), (OPENED, 156)):
            self.table.setColumnWidth(column, wide if self.width() >= DAYS_BELOW else _WIDTHS[column])
        for column in (MINUTES, SEATS, BEFORE, AFTER):
            self.table.give_width(column, _WIDTHS[column])
        beside = self.width() >= BESIDE_FROM
        self.kpis.set_across(across=not beside)
        direction = QBoxLayout.Direction
        self._top.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self.kpis.setMinimumWidth(KPI_WIDTH if beside else 0)
        self.kpis.setMaximumWidth(KPI_WIDTH if beside else WIDEST)
        self.kpis.setMaximumHeight(TOP_HEIGHT if beside else WIDEST)
        self.sheet.setVisible(self.width() >= 640)
        self._show()

    def _set_up_table(self) -> None:
        table = self.table
        table.setModel(self.sessions)
        table.setItemDelegate(SessionDelegate(table))
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.setSortingEnabled(True)
        table.sortByColumn(OPENED, Qt.SortOrder.DescendingOrder)
        for column, width in _WIDTHS.items():
            table.setColumnWidth(column, width)
        table.horizontalHeader().setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)

    def _lay_out(self) -> None:
        self._some = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._top = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._top.setSpacing(12)
        self._top.addWidget(self.kpis)
        self._top.addWidget(self.chart, 1)
        self.chart.setMaximumHeight(TOP_HEIGHT)
        column.addLayout(self._top)
        card = Card()
        card.body.setContentsMargins(8, 6, 8, 8)
        card.body.addWidget(self.table, 1)
        deeds = QHBoxLayout()
        deeds.setSpacing(8)
        deeds.addWidget(self.delete)
        deeds.addWidget(self.copy)
        deeds.addStretch(1)
        for made in (self.resume, self.papers, self.sheet, self.questions, self.print):
            deeds.addWidget(made)
        card.body.addLayout(deeds)
        column.addWidget(card, 1)

    def _connect(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._show())
        self.table.doubleClicked.connect(lambda _index: self._emit(self.questions_requested))
        self.table.entered.connect(lambda: self._emit(self.print_requested))
        self.table.customContextMenuRequested.connect(self._on_menu)
        self.table.copied.connect(lambda _count: self.said.emit(_("Copied")))
        self.chart.copied.connect(self.said)
        self.copy.clicked.connect(lambda: self.table.copy_rows(everything=True))
        for made, signal in self._deeds():
            made.clicked.connect(lambda _checked=False, signal=signal: self._emit(signal))

    def _deeds(self) -> tuple[tuple[QPushButton, SignalInstance], ...]:
        return (
            (self.print, self.print_requested),
            (self.questions, self.questions_requested),
            (self.sheet, self.sheet_requested),
            (self.resume, self.resume_requested),
            (self.delete, self.delete_requested),
        )

    def _show(self) -> None:
        chosen = self.chosen()
        self.papers.setVisible(self.papers.menu() is not None)
        for made in (self.delete, self.papers, self.sheet, self.questions, self.print):
            made.setEnabled(chosen is not None)
        resumes = chosen is not None and chosen.open
        self.resume.setVisible(resumes)
        self.questions.setVisible(not resumes or self.width() >= ALL_DEEDS_FROM)
        room = self.height() >= CHART_FROM
        self.chart.setVisible(self._some and room)
        self.kpis.setVisible(self._some and (room or self.width() < BESIDE_FROM))

    def _emit(self, signal: SignalInstance) -> None:
        if (row := self.chosen()) is not None:
            signal.emit(row.id)

    def _on_menu(self, place: QPoint) -> None:
        row = self.chosen()
        if row is None or not self.table.indexAt(place).isValid():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        entries = [
            (_("Questions"), "chart", self.questions_requested),
            (_("Print the summary…"), "pdf", self.print_requested),
            (_("Spreadsheet…"), "lib", self.sheet_requested),
            (_("Delete this session…"), "trash", self.delete_requested),
        ]
        if row.open:
            entries.insert(0, (_("Resume"), "play", self.resume_requested))
        for text, picture, signal in entries:
            menu.addAction(icon(picture), text, lambda signal=signal: self._emit(signal))
        if self.papers.menu() is not None:
            for act in self.papers.menu().actions():
                menu.addAction(act)
        menu.addAction(icon("copy"), _("Copy"), self.table.copy_rows)
        menu.popup(self.table.viewport().mapToGlobal(place))


def _over_time(rows: Sequence[SessionRow]) -> list[Pair]:
    """A class's lessons, the oldest first."""
    ordered = sorted(rows, key=lambda row: row.opened)
    return [Pair(row.title, day_text(row.opened.astimezone().date()), row.pre, row.exit) for row in ordered]


def _by_class(rows: Sequence[SessionRow]) -> list[Pair]:
    """Each class with its counts added."""
    pairs = []
    for label in labels(rows):
        own = total([row for row in rows if row.class_label == label])
        counts = ((own.pre_right, own.pre_answered), (own.exit_right, own.exit_answered))
        detail = n_("{count} session", "{count} sessions", own.sessions).format(count=own.sessions)
        pairs.append(Pair(class_name(label), detail, *counts))
    return pairs
