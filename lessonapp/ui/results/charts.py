"""The class over time as a card: chart or table, with the legend, copied as picture and as figures."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QHeaderView, QStackedWidget

from lessonapp.i18n import _
from lessonapp.ui.results.tables import PlainTable, ResultTable, copy_chart
from lessonapp.ui.results.trend import Pair, Trend
from lessonapp.ui.widgets.buttons import button, icon_button
from lessonapp.ui.widgets.card import Card
from lessonapp.ui.widgets.colours import PRIMARY
from lessonapp.ui.widgets.labels import Elided, beside, label


class TrendCard(Card):
    """Paired bars, and the same as a table."""

    copied = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.trend = Trend()
        self.title = Elided("", "panel")
        self.figures = PlainTable(
            (_("What"), _("When"), _("Right before"), _("Before"), _("Right after"), _("After")), (2, 3, 4, 5)
        )
        self.table = ResultTable(_("The chart as a table"))
        self.table.setModel(self.figures)
        self.table.verticalHeader().setDefaultSectionSize(34)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.as_table = button(_("Table"), "chip")
        self.as_table.setCheckable(True)
        self.copy = icon_button("copy", _("Copy chart and figures"))
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(beside(self.title), 1)
        for name, solid in ((_("before"), False), (_("after"), True)):
            words = beside(label(name, "secondary"))
            swatch = _swatch(solid=solid)
            head.addWidget(swatch)
            head.addWidget(words)
            head.addSpacing(6)
        head.addWidget(self.as_table)
        head.addWidget(self.copy)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.trend)
        self._stack.addWidget(self.table)
        self.body.setContentsMargins(16, 8, 10, 8)
        self.body.setSpacing(4)
        self.body.addLayout(head)
        self.body.addWidget(self._stack, 1)
        self.as_table.toggled.connect(lambda on: self._stack.setCurrentIndex(1 if on else 0))
        self.copy.clicked.connect(self._on_copy)

    def set_pairs(self, title: str, pairs: Sequence[Pair]) -> None:
        """Show these, oldest first."""
        self.title.set_whole(title)
        self.trend.set_pairs(pairs)
        self.figures.set_cells(
            [(p.name, p.detail, _counts(p.before), p.texts[0], _counts(p.after), p.texts[1]) for p in pairs]
        )

    def _on_copy(self) -> None:
        copy_chart(self.trend.picture(), self.figures.lines)
        self.copied.emit(_("Chart and figures copied"))


def _counts(counts: tuple[int, int]) -> str:
    return f"{counts[0]}/{counts[1]}" if counts[1] else "–"


def _swatch(*, solid: bool) -> QFrame:
    made = QFrame()
    made.setFixedSize(14, 14)
    fill = PRIMARY if solid else "transparent"
    made.setStyleSheet(f"background: {fill}; border: 2px solid {PRIMARY}; border-radius: 3px;")
    return made
