"""Sessions: what was taught to whom, how it went before and after, and its summary on paper."""

from datetime import datetime

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from lessonapp.i18n import _
from lessonapp.ui.icons import icon
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
    SessionFilter,
    SessionRow,
    SessionTable,
)
from lessonapp.ui.results.state_delegate import SessionDelegate
from lessonapp.ui.results.trend import Trend
from lessonapp.ui.widgets.buttons import button
from lessonapp.ui.widgets.card import Card
from lessonapp.ui.widgets.colours import MUTED, PRIMARY
from lessonapp.ui.widgets.empty import EmptyState
from lessonapp.ui.widgets.labels import icon_label, label
from lessonapp.ui.widgets.words import class_name

__all__ = ["ResultsPage", "SessionRow"]

_WIDTHS = {OPENED: 166, CLASS: 96, CHANNEL: 148, MINUTES: 68, SEATS: 88, BEFORE: 76, AFTER: 72, STATE: 130}
TREND_FROM = 560  # page height from which the trend has room above the table


class _Table(QTableView):
    """A table in which Enter prints."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            return
        super().keyPressEvent(event)


class ResultsPage(QWidget):
    """A sortable table, a class filter, and what can be done with a session."""

    print_requested = Signal(str)
    delete_requested = Signal(str)
    resume_requested = Signal(str)
    home_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self._sessions = SessionTable()
        self.filter = SessionFilter(self._sessions)
        self.table = _Table()
        self.classes = QComboBox()
        self.print = button(_("Print the summary…"), "primary", "pdf")
        self.resume = button(_("Resume"), "secondary", "play")
        self.delete = button(_("Delete…"), "danger", "trash")
        self.trend = Trend()
        self.empty = EmptyState(
            _("No results yet"),
            _("Teach a lesson with questions and its results will be here."),
            _("Choose a lesson"),
            "book",
        )
        self._set_up_table()
        self._lay_out()
        self._connect()
        self._show()

    def set_rows(self, rows: tuple[SessionRow, ...]) -> None:
        """Show other sessions; the chosen one stays chosen where it is still there."""
        before = self.chosen()
        self._sessions.set_rows(rows, datetime.now().astimezone())
        self._fill_classes()
        self._choose(before.id if before is not None else "")
        self._show()

    def chosen(self) -> SessionRow | None:
        """The session that would be printed."""
        index = self.table.currentIndex()
        row = index.data(ROW_ROLE) if index.isValid() else None
        return row if isinstance(row, SessionRow) else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for column, least in ((CHANNEL, 980), (MINUTES, 900), (SEATS, 900)):
            self.table.setColumnHidden(column, self.width() < least)
        self._show_trend()

    def _set_up_table(self) -> None:
        table = self.table
        table.setModel(self.filter)
        table.setItemDelegate(SessionDelegate(table))
        table.setAccessibleName(_("Sessions"))
        table.setSortingEnabled(True)
        table.sortByColumn(OPENED, Qt.SortOrder.DescendingOrder)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(42)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        head.setMinimumSectionSize(60)
        for column, width in _WIDTHS.items():
            table.setColumnWidth(column, width)
        head.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 14)
        column.setSpacing(14)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(label(_("Sessions"), "heading"))
        row.addSpacing(6)
        self.classes.setMinimumWidth(180)
        self.classes.setAccessibleName(_("Class"))
        row.addWidget(self.classes)
        row.addStretch(1)
        for made in (self.delete, self.resume, self.print):
            row.addWidget(made)
        column.addLayout(row)
        self._trend_card = Card()
        self._trend_title = label("", "panel")
        head = QHBoxLayout()
        head.addWidget(self._trend_title, 1)
        for name, solid in ((_("before"), False), (_("after"), True)):
            head.addSpacing(10)
            head.addWidget(_swatch(solid=solid))
            head.addWidget(label(name, "secondary"))
        self._trend_card.body.addLayout(head)
        self._trend_card.body.addWidget(self.trend)
        column.addWidget(self._trend_card)
        card = Card()
        card.body.setContentsMargins(12, 8, 12, 10)
        card.body.addWidget(self.table)
        self._stack = QStackedWidget()
        self._stack.addWidget(card)
        self._stack.addWidget(self.empty)
        column.addWidget(self._stack, 1)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(8)
        foot.addWidget(icon_label("lock", MUTED, 16, 4))
        foot.addWidget(
            label(_("This table has no pupil's name, and neither has what is printed."), "secondary"), 1
        )
        column.addWidget(self._foot)

    def _connect(self) -> None:
        self.classes.currentIndexChanged.connect(self._on_class)
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._show())
        self.table.doubleClicked.connect(self._on_double_click)
        self.table.entered.connect(self._on_print)
        self.table.customContextMenuRequested.connect(self._on_menu)
        self.print.clicked.connect(self._on_print)
        self.resume.clicked.connect(self._on_resume)
        self.delete.clicked.connect(self._on_delete)
        self.empty.action_requested.connect(self.home_requested)

    def _fill_classes(self) -> None:
        chosen = self.classes.currentData()
        self.classes.blockSignals(True)
        self.classes.clear()
        self.classes.addItem(_("All classes"), None)
        for name in sorted({row.class_label for row in self._sessions.rows}):
            self.classes.addItem(class_name(name), name)
        self.classes.setCurrentIndex(max(0, self.classes.findData(chosen)))
        self.classes.blockSignals(False)
        self.filter.set_class(self.classes.currentData())

    def _choose(self, session: str) -> None:
        rows = range(self.filter.rowCount())
        found = next((r for r in rows if self.filter.index(r, 0).data(ROW_ROLE).id == session), 0)
        if rows:
            self.table.selectRow(found)

    def _show(self) -> None:
        chosen = self.chosen()
        some = bool(self._sessions.rows)
        self._stack.setCurrentIndex(0 if some else 1)
        self._foot.setVisible(some)
        for made in (self.classes, self.delete, self.print):
            made.setVisible(some)
            made.setEnabled(chosen is not None or made is self.classes)
        self.resume.setVisible(chosen is not None and chosen.open)
        self._show_trend()

    def _show_trend(self) -> None:
        label_ = self.classes.currentData()
        rows = [
            r
            for r in self._sessions.rows
            if r.class_label == label_ and (r.pre_pct, r.exit_pct) != (None, None)
        ]
        self._trend_card.setVisible(label_ is not None and len(rows) > 1 and self.height() >= TREND_FROM)
        if label_ is not None:
            self._trend_title.setText(_("{name} over its lessons").format(name=class_name(label_)))
            self.trend.set_rows(tuple(sorted(rows, key=lambda r: r.opened)))

    def _on_class(self, index: int) -> None:
        del index
        self.filter.set_class(self.classes.currentData())
        self._choose("")
        self._show()

    def _on_double_click(self, index: QModelIndex) -> None:
        del index
        self._on_print()

    def _on_print(self) -> None:
        if (row := self.chosen()) is not None:
            self.print_requested.emit(row.id)

    def _on_resume(self) -> None:
        if (row := self.chosen()) is not None:
            self.resume_requested.emit(row.id)

    def _on_delete(self) -> None:
        if (row := self.chosen()) is not None:
            self.delete_requested.emit(row.id)

    def _on_menu(self, place: QPoint) -> None:
        row = self.chosen()
        if row is None or not self.table.indexAt(place).isValid():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if row.open:
            menu.addAction(icon("play"), _("Resume"), self._on_resume)
        menu.addAction(icon("pdf"), _("Print the summary…"), self._on_print)
        menu.addAction(icon("trash"), _("Delete this session…"), self._on_delete)
        menu.popup(self.table.viewport().mapToGlobal(place))


def _swatch(*, solid: bool) -> QFrame:
    made = QFrame()
    made.setFixedSize(14, 14)
    fill = PRIMARY if solid else "transparent"
    made.setStyleSheet(f"background: {fill}; border: 2px solid {PRIMARY}; border-radius: 3px;")
    return made
