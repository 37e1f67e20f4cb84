"""Sessions as a table: one line a session, sorted by what stands behind the words."""

from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import Qt

from lessonapp.domain.events import Channel
from lessonapp.domain.look import Audience
from lessonapp.domain.statistics import PERCENT_FROM, TEACH_AGAIN_BELOW, whole_percent
from lessonapp.i18n import _
from lessonapp.ui.results.headed import HeadedTable
from lessonapp.ui.widgets.words import channel_choices, class_name, day_text, when_text

ROW_ROLE = Qt.ItemDataRole.UserRole + 1


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
    open: bool
    """Not closed yet."""
    lesson: str = ""
    audience: Audience | None = None
    topic: str = ""
    competences: tuple[str, ...] = ()
    pre: tuple[int, int] = (0, 0)
    """Right answers and answers before the lesson."""
    exit: tuple[int, int] = (0, 0)
    search: str = ""
    """Folded text that the search looks in."""
    day: date = date.min

    @property
    def weak(self) -> bool:
        """Whether it should be taught again."""
        right, answered = self.exit
        return not self.open and 100 * right < TEACH_AGAIN_BELOW * answered


OPENED, TITLE, CLASS, CHANNEL, MINUTES, SEATS, BEFORE, AFTER, STATE = range(9)


def share_text(right: int, answered: int) -> str:
    """A share in percent; of few answers the counts only, as a percentage would promise too much."""
    if not answered:
        return "–"
    return f"{right}/{answered}" if answered < PERCENT_FROM else f"{whole_percent(right, answered)}%"


def change_text(points: int) -> str:
    """A change by so many percentage points."""
    if points > 0:
        return _("up {points}").format(points=points)
    return _("down {points}").format(points=-points) if points else _("no change")


def state_text(row: SessionRow) -> str:
    """What should be done about a session, in a word; empty for nothing."""
    if row.open:
        return _("Not finished")
    return _("Teach again") if row.weak else ""


class SessionTable(HeadedTable):
    """The sessions that are looked at, in the order of the column chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[SessionRow] = []
        self._now = datetime.now().astimezone()
        self._order = (OPENED, Qt.SortOrder.DescendingOrder)
        self.days_only = False
        """Whether the time of day is left out, where there is little room."""
        self._numbers = frozenset((MINUTES, SEATS, BEFORE, AFTER))
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
    def rows(self) -> list[SessionRow]:
        """What is shown, from top to bottom."""
        return self._rows

    def set_rows(self, rows: list[SessionRow], now: datetime) -> None:
        """List other sessions."""
        self.beginResetModel()
        self._rows, self._now = rows, now
        self._sort()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by value: a list of Python values sorts in a few milliseconds, a proxy model asks for each."""
        self.beginResetModel()
        self._order = (column, order)
        self._sort()
        self.endResetModel()

    def _count(self) -> int:
        return len(self._rows)

    def _cell(self, place: int, column: int, role: int) -> object:
        row = self._rows[place]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.ToolTipRole and column == TITLE:
            return row.title
        return None

    def _sort(self) -> None:
        column, order = self._order
        reverse = order == Qt.SortOrder.DescendingOrder
        self._rows = sorted(self._rows, key=lambda row: _sort_key(row, column), reverse=reverse)

    def _text(self, row: SessionRow, column: int) -> str:
        match column:
            case 0:
                local = row.opened.astimezone(self._now.tzinfo)
                return day_text(local.date()) if self.days_only else when_text(local, self._now)
            case 1:
                return row.title
            case 2:
                return class_name(row.class_label)
            case 3:
                return dict(channel_choices())[row.channel]
            case 4:
                return str(row.minutes)
            case 5:
                return str(row.seats)
            case 6:
                return share_text(*row.pre)
            case 7:
                return share_text(*row.exit)
        return state_text(row)


def _share(counts: tuple[int, int]) -> float:
    """To sort by: what nobody answered comes below nothing right."""
    right, answered = counts
    return right / answered if answered else -1


def _sort_key(row: SessionRow, column: int) -> str | float:
    keys: dict[int, str | float] = {
        OPENED: row.opened.timestamp(),
        TITLE: row.title.casefold(),
        CLASS: row.class_label.casefold(),
        CHANNEL: row.channel,
        MINUTES: row.minutes,
        SEATS: row.seats,
        BEFORE: _share(row.pre),
        AFTER: _share(row.exit),
        STATE: state_text(row),
    }
    return keys[column]
