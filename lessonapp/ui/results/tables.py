"""Tables of plain values, and the view that all results share: Ctrl+C copies, Enter opens."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from lessonapp.domain.text import harmless
from lessonapp.ui.results.headed import HeadedTable

BOLDER = 1.12
"""A head is set in bolder letters than its font says."""
HEAD_PADDING = 24


class ResultTable(QTableView):
    """A table in which Enter asks for the row and Ctrl+C copies what is chosen."""

    entered = Signal()
    copied = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(True)  # a row has room for two lines
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(42)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setMinimumSectionSize(44)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def give_width(self, column: int, least: int) -> None:
        """Make a column as wide as asked, and never narrower than its head."""
        head = str(self.model().headerData(column, Qt.Orientation.Horizontal) or "")
        wide = self.horizontalHeader().fontMetrics().horizontalAdvance(head)
        self.setColumnWidth(column, max(least, round(wide * BOLDER) + HEAD_PADDING))

    def copy_rows(self, *, everything: bool = False) -> None:
        """Put the chosen rows, or every one, on the clipboard with their heads."""
        model, selection = self.model(), self.selectionModel()
        rows = range(model.rowCount())
        chosen = sorted({index.row() for index in selection.selectedRows()})
        wanted = list(rows) if everything or not chosen else chosen
        columns = [c for c in range(model.columnCount()) if not self.isColumnHidden(c)]
        lines = [[str(model.headerData(c, Qt.Orientation.Horizontal) or "") for c in columns]]
        lines += [[str(model.index(row, c).data() or "") for c in columns] for row in wanted]
        QGuiApplication.clipboard().setText(tabbed(lines))
        self.copied.emit(len(wanted))


def tabbed(lines: Sequence[Sequence[str]]) -> str:
    """Cells between tabs, one line a row: what spreadsheets and documents take; none of it is a formula."""
    clean = [[re.sub(r"\s+", " ", harmless(cell)) for cell in line] for line in lines]
    return "\n".join("\t".join(line) for line in clean)


def copy_chart(picture: QImage, lines: Sequence[Sequence[str]]) -> None:
    """A chart on the clipboard: as a picture, and as its table for who pastes text."""
    data = QMimeData()
    data.setImageData(picture)
    data.setText(tabbed(lines))
    QGuiApplication.clipboard().setMimeData(data)


class PlainTable(HeadedTable):
    """Heads and cells as text; columns named in `numbers` stand right."""

    def __init__(self, heads: Sequence[str], numbers: Sequence[int] = ()) -> None:
        super().__init__()
        self._heads, self._numbers = tuple(heads), frozenset(numbers)
        self._cells: tuple[tuple[str, ...], ...] = ()

    @property
    def lines(self) -> list[tuple[str, ...]]:
        """Heads and cells."""
        return [self._heads, *self._cells]

    def set_cells(self, cells: Sequence[Sequence[str]]) -> None:
        """Show other cells."""
        self.beginResetModel()
        self._cells = tuple(tuple(row) for row in cells)
        self.endResetModel()

    def _count(self) -> int:
        return len(self._cells)

    def _cell(self, place: int, column: int, role: int) -> object:
        shown = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        return self._cells[place][column] if shown else None
