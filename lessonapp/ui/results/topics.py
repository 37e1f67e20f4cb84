"""Topics with what was right before and after, the weakest first; and the competences practised."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QSplitter, QVBoxLayout, QWidget

from lessonapp.domain.competences import competence_code, competence_name, in_order
from lessonapp.domain.statistics import TEACH_AGAIN_BELOW
from lessonapp.i18n import _, language, n_
from lessonapp.ui.results.filters import total
from lessonapp.ui.results.rows import SessionRow, share_text
from lessonapp.ui.results.tables import PlainTable, ResultTable
from lessonapp.ui.widgets.buttons import button, icon_button
from lessonapp.ui.widgets.card import Card
from lessonapp.ui.widgets.labels import beside, label
from lessonapp.ui.widgets.words import class_name, topic_name

BESIDE_FROM, ROOMY_FROM = 1000, 700


class Topics(QWidget):
    """Two tables; the first has the button that teaches a lesson of the topic again."""

    again_requested = Signal(str, str)
    said = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._weak: list[SessionRow | None] = []
        self.topics = PlainTable(
            (_("Topic"), _("Sessions"), _("Before"), _("After"), _("What to do")), (1, 2, 3)
        )
        self.table = ResultTable(_("Topics"))
        self.table.setModel(self.topics)
        self.again = button(_("Teach again"), "primary", "undo")
        self.hint = label("", "secondary", wrap=True)
        self.competences = PlainTable((_("Competence code"), _("Competence"), _("Sessions")), (2,))
        self.covered = ResultTable(_("Competences of Circular 02/2025"))
        self.covered.setModel(self.competences)
        self.missing = label("", "secondary", wrap=True)
        self._lay_out()
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._show())
        self.table.entered.connect(self._on_again)
        self.again.clicked.connect(self._on_again)
        for table in (self.table, self.covered):
            table.copied.connect(lambda _count: self.said.emit(_("Copied")))

    def set_rows(self, rows: Sequence[SessionRow]) -> None:
        """Fold other sessions."""
        by_topic: dict[str, list[SessionRow]] = {}
        for row in rows:
            if row.topic:
                by_topic.setdefault(row.topic, []).append(row)
        found = []
        for topic, own in by_topic.items():
            whole = total(own)
            weak = min(
                (row for row in own if row.weak), key=lambda row: row.exit[0] / row.exit[1], default=None
            )
            found.append((topic, whole, weak))
        found.sort(key=lambda entry: (101 if entry[1].after is None else entry[1].after, entry[0]))
        self._weak = [weak for _topic, _whole, weak in found]
        cells = []
        for topic, whole, weak in found:
            below = whole.after is not None and whole.after < TEACH_AGAIN_BELOW
            todo = _("Teach again") if below else ""
            if not todo and weak is not None:
                todo = _("Teach again: {name}").format(name=class_name(weak.class_label))
            before = share_text(whole.pre_right, whole.pre_answered)
            after = share_text(whole.exit_right, whole.exit_answered)
            cells.append((topic_name(topic), str(whole.sessions), before, after, todo))
        self.topics.set_cells(cells)
        if cells:
            self.table.selectRow(0)
        self._show_competences(rows)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= BESIDE_FROM
        self._split.setOrientation(Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical)
        self.table.setColumnHidden(2, self.width() < ROOMY_FROM)

    def _lay_out(self) -> None:
        self._split = QSplitter(Qt.Orientation.Vertical)  # until it is known how wide it is
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(12)
        for title, table, foot in (
            (_("Topics"), self.table, self.hint),
            (_("Competences of Circular 02/2025"), self.covered, self.missing),
        ):
            card = Card()
            head = QHBoxLayout()
            head.addWidget(beside(label(title, "panel")), 1)
            copy = icon_button("copy", _("Copy the table"))
            copy.clicked.connect(lambda _checked=False, table=table: table.copy_rows(everything=True))
            head.addWidget(copy)
            card.body.setContentsMargins(14, 8, 10, 10)
            card.body.addLayout(head)
            card.body.addWidget(table, 1)
            row = QHBoxLayout()
            row.addWidget(foot, 1)
            if table is self.table:
                row.addWidget(self.again)
            card.body.addLayout(row)
            self._split.addWidget(card)
        for table, wide, widths in (
            (self.table, 0, {1: 96, 2: 72, 3: 66, 4: 190}),
            (self.covered, 1, {0: 60, 2: 96}),
        ):
            for place, width in widths.items():
                table.give_width(place, width)
            table.horizontalHeader().setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
        self._split.setSizes([580, 420])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._split)

    def _show_competences(self, rows: Sequence[SessionRow]) -> None:
        counts: dict[str, int] = {}
        for row in rows:
            for code in {competence_code(tag) for tag in row.competences}:
                counts[code] = counts.get(code, 0) + 1
        self.competences.set_cells(
            [(code, competence_name(code, language()), str(counts[code])) for code in in_order(counts)]
        )
        self.missing.setText(
            n_(
                "{count} of 24 competences practised", "{count} of 24 competences practised", len(counts)
            ).format(count=len(counts))
        )

    def _chosen(self) -> SessionRow | None:
        """The weakest session of the topic that is chosen."""
        place = self.table.currentIndex().row()
        return self._weak[place] if 0 <= place < len(self._weak) else None

    def _show(self) -> None:
        weak = self._chosen()
        self.again.setEnabled(weak is not None)
        if not self._weak:
            self.hint.setText(_("Teach a lesson with questions and its topic will be here."))
        elif weak is not None:
            text = _("{name}: {share} right after the lesson. Teach it again, or a part of it.")
            share = share_text(*weak.exit)
            self.hint.setText(text.format(name=class_name(weak.class_label), share=share))
        else:
            self.hint.setText(_("70% or more were right after the lesson."))

    def _on_again(self) -> None:
        if (weak := self._chosen()) is not None:
            self.again_requested.emit(weak.lesson, weak.class_label)
