"""Sessions as a table: one line a session, sortable by what stands behind the words."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt

from lessonapp.domain.events import Channel
from lessonapp.i18n import _
from lessonapp.ui.widgets.words import channel_name, class_name, when_text

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
SORT_ROLE = Qt.ItemDataRole.UserRole + 2
TEACH_AGAIN_BELOW = 70
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session as the results list shows it."""

    id: str
    title: str
    class_label: str
    opened: datetime
    minutes: int
    seats: int
    channel: Channel
    pre_pct: float | None
    exit_pct: float | None
    open: bool
    """Not closed yet."""


OPENED, TITLE, CLASS, CHANNEL, MINUTES, SEATS, BEFORE, AFTER, STATE = range(9)
_NUMBERS = (MINUTES, SEATS, BEFORE, AFTER)


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{value:.0f}%"


def state_text(row: SessionRow) -> str:
    """What should be done about a session, in a word; empty for nothing."""
    if row.open:
        return _("Not finished")
    if row.exit_pct is not None and row.exit_pct < TEACH_AGAIN_BELOW:
        return _("Teach again")
    return ""


class SessionTable(QAbstractTableModel):
    """The rows in the order they came."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[SessionRow, ...] = ()
        self._now = datetime.now().astimezone()
        self._heads = (
            _("When"),
            _("Lesson"),
            _("Class"),
            _("Answered by"),
            _("Minutes"),
            _("Pupils"),
            _("Before"),
            _("After"),
            "",
        )

    @property
    def rows(self) -> tuple[SessionRow, ...]:
        """Every row, unfiltered."""
        return self._rows

    def set_rows(self, rows: tuple[SessionRow, ...], now: datetime) -> None:
        """List other sessions."""
        self.beginResetModel()
        self._rows, self._now = rows, now
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, index.column())
        if role == SORT_ROLE:
            return _sort_key(row, index.column())
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == TITLE:
            return row.title
        return None

    def _text(self, row: SessionRow, column: int) -> str:
        return (
            when_text(row.opened, self._now),
            row.title,
            class_name(row.class_label),
            channel_name(row.channel),
            str(row.minutes),
            str(row.seats),
            _percent(row.pre_pct),
            _percent(row.exit_pct),
            state_text(row),
        )[column]


class SessionFilter(QSortFilterProxyModel):
    """One class or all of them, in any order of any column."""

    def __init__(self, source: SessionTable) -> None:
        super().__init__()
        self._table = source
        self._label: str | None = None
        self.setSortRole(SORT_ROLE)
        self.setSourceModel(source)

    def set_class(self, label: str | None) -> None:
        """None lets every class through."""
        self._label = label
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        del source_parent
        return self._label in (None, self._table.rows[source_row].class_label)


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in _NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _sort_key(row: SessionRow, column: int) -> str | float:
    keys: dict[int, str | float] = {
        OPENED: row.opened.timestamp(),
        TITLE: row.title.casefold(),
        CLASS: row.class_label.casefold(),
        CHANNEL: channel_name(row.channel),
        MINUTES: row.minutes,
        SEATS: row.seats,
        BEFORE: -1 if row.pre_pct is None else row.pre_pct,
        AFTER: -1 if row.exit_pct is None else row.exit_pct,
        STATE: state_text(row),
    }
    return keys[column]
