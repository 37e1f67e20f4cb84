"""Results: sessions by class and time, what they show, what to teach again, and the plan of the year."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lessonapp.domain.look import AUDIENCES, Audience
from lessonapp.domain.summary_values import SummaryReport
from lessonapp.domain.term import class_key
from lessonapp.i18n import _, n_
from lessonapp.ui.icons import icon
from lessonapp.ui.results.filters import Chosen, Span, search_words, spans
from lessonapp.ui.results.overview import Overview
from lessonapp.ui.results.plan import PlanView
from lessonapp.ui.results.plan_model import ClassPlan
from lessonapp.ui.results.questions import Questions
from lessonapp.ui.results.rail import PickList, Rail
from lessonapp.ui.results.rows import SessionRow
from lessonapp.ui.results.topics import Topics
from lessonapp.ui.widgets.buttons import Segments, button
from lessonapp.ui.widgets.colours import MUTED
from lessonapp.ui.widgets.combo import Combo
from lessonapp.ui.widgets.empty import EmptyState
from lessonapp.ui.widgets.labels import Elided, beside, icon_label, label
from lessonapp.ui.widgets.words import audience_name, class_name, topic_name

__all__ = ["ResultsPage", "SessionRow"]

RAIL, RAIL_NARROW, NARROW = 190, 170, 1000
VIEWS = ("sessions", "questions", "topics", "plan")


class ResultsPage(QWidget):
    """Filters at the left, four views at the right; what is written or taught is asked of who listens."""

    print_requested = Signal(str)
    delete_requested = Signal(str)
    resume_requested = Signal(str)
    home_requested = Signal()
    session_chosen = Signal(str)
    session_sheet_requested = Signal(str)
    report_requested = Signal(object, object)
    sheet_requested = Signal(object, object)
    """A class's label or None for the school, and the Span that was chosen."""
    teach_requested = Signal(str, str)
    """A lesson, and the class it is for; empty for the one chosen on Home."""
    replay_requested = Signal(str, str, str)
    """A replay, the lesson that goes on after it or nothing, and the class."""
    class_edit_requested = Signal(str)
    class_add_requested = Signal()
    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self._rows: tuple[SessionRow, ...] = ()
        self._spans: tuple[Span, ...] = ()
        self._plans: tuple[ClassPlan, ...] = ()
        self._late: set[str] = set(VIEWS)
        self.classes, self.times = PickList(_("Class")), PickList(_("Time"))
        self.search = QLineEdit()
        self.audience, self.topic = Combo(), Combo()
        names = (_("Sessions"), _("Questions"), _("Topics"), _("Plan of the year"))
        self.views = Segments(list(zip(VIEWS, names, strict=True)), VIEWS[0], _("What to look at"))
        self.report, self.sheet = button(_("Report…"), "primary", "pdf"), button(_("Spreadsheet…"))
        self.overview, self.questions = Overview(), Questions()
        self.topics, self.plan = Topics(), PlanView()
        self.empty = EmptyState(
            _("No results yet"),
            _("Teach a lesson with questions and its results will be here."),
            _("Choose a lesson"),
            "book",
        )
        self.nothing = EmptyState(_("No session matches"), "", _("Clear the filter"))
        self.working = QProgressBar()
        self._lay_out()
        self._connect()
        self._refilter()

    def set_rows(self, rows: tuple[SessionRow, ...]) -> None:
        """Show other sessions; what was chosen stays chosen where it is still there."""
        self._rows = rows
        self._spans = spans(rows, datetime.now().astimezone().date())
        counts: dict[str, int] = {}
        for row in rows:
            counts[row.class_label] = counts.get(row.class_label, 0) + 1
        names = sorted({plan.label for plan in self._plans} | counts.keys(), key=class_key)
        self.classes.set_choices(
            [
                (None, _("All classes")),
                *((name, f"{class_name(name)} ({counts.get(name, 0)})") for name in names),
            ]
        )
        self.times.set_choices(
            [(span.key if span.key != "all" else None, span.title) for span in self._spans]
        )
        self._rail.fit()
        _offer(
            self.topic,
            _("All topics"),
            [(t, topic_name(t)) for t in sorted({r.topic for r in rows if r.topic})],
        )
        self._refilter()

    def set_plans(self, plans: Sequence[ClassPlan]) -> None:
        """Know other plans; the next rows bring them to the screen."""
        self._plans = tuple(plans)

    def set_report(self, report: SummaryReport | None) -> None:
        """Show the questions of the session that was asked for."""
        self.questions.set_report(report)

    def set_progress(self, done: int, count: int) -> None:
        """Say how far figures are made anew; the same numbers end it."""
        self.working.setVisible(done < count)
        self.working.setRange(0, count)
        self.working.setValue(done)
        text = n_(
            "Working out the figures of {count} session", "Working out the figures of {count} sessions", count
        )
        self._at_work.setText(text.format(count=count))
        self._at_work.setVisible(done < count)
        self.working.setAccessibleName(text.format(count=count))

    def span(self) -> Span:
        """The time that is looked at."""
        key = self.times.value() or "all"
        return next((span for span in self._spans if span.key == key), Span("all", ""))

    def clear_filter(self) -> None:
        """Look at every session again."""
        self.search.clear()
        self.audience.setCurrentIndex(0)
        self.topic.setCurrentIndex(0)
        self.times.choose(None)
        self.classes.choose(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        self._rail.setFixedWidth(RAIL_NARROW if narrow else RAIL)
        self.audience.setMaximumWidth(176 if narrow else 190)
        self.topic.setMaximumWidth(150 if narrow else 240)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 12)
        column.setSpacing(12)
        column.addLayout(self._head())
        self._rail = Rail((_("Class"), self.classes), (_("Time"), self.times))
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addLayout(self._filters())
        self._stack = QStackedWidget()
        for view in (self.overview, self.questions, self.topics, self.plan):
            self._stack.addWidget(view)
        self._stack.addWidget(self.nothing)
        self._stack.addWidget(self.empty)
        right.addWidget(self._stack, 1)
        body = QHBoxLayout()
        body.setSpacing(14)
        body.addWidget(self._rail)
        body.addLayout(right, 1)
        column.addLayout(body, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(icon_label("lock", MUTED, 16, 4))
        words = _("No pupil is named here or in print.")
        foot.addWidget(Elided(words, "secondary"), 1)
        self.working.setFixedWidth(180)
        self.working.setTextVisible(False)
        self.working.hide()
        self._at_work = label("", "secondary")
        self._at_work.hide()
        foot.addWidget(self._at_work)
        foot.addWidget(self.working)
        column.addLayout(foot)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(beside(label(_("Results"), "heading")))
        row.addSpacing(8)
        row.addWidget(self.views)
        row.addStretch(1)
        row.addWidget(self.sheet)
        row.addWidget(self.report)
        return row

    def _filters(self) -> QHBoxLayout:
        self.search.setPlaceholderText(_("Find a lesson or a class…"))
        self.search.setAccessibleName(_("Find a session"))
        self.search.setToolTip(_("Ctrl+F or /"))
        self.search.setProperty("role", "search")
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search", MUTED, 16), QLineEdit.ActionPosition.LeadingPosition)
        self.audience.setAccessibleName(_("Audience"))
        self.topic.setAccessibleName(_("Topic"))
        _offer(self.audience, _("All audiences"), [(a, audience_name(a)) for a in AUDIENCES])
        _offer(self.topic, _("All topics"), [])
        for combo in (self.audience, self.topic):
            combo.setMinimumWidth(140)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.search, 1)
        row.addWidget(self.audience)
        row.addWidget(self.topic)
        return row

    def _connect(self) -> None:
        for keys in ("Ctrl+F", "/"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda: self.search.setFocus(Qt.FocusReason.ShortcutFocusReason))
        away = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.search)
        away.setContext(Qt.ShortcutContext.WidgetShortcut)
        away.activated.connect(self.search.clear)
        self.search.textChanged.connect(lambda _text: self._refilter())
        for combo in (self.audience, self.topic):
            combo.currentIndexChanged.connect(lambda _index: self._refilter())
        for picks in (self.classes, self.times):
            picks.picked.connect(self._refilter)
        self.views.chosen.connect(lambda _view: self._show_view())
        self.report.clicked.connect(lambda: self.report_requested.emit(self.classes.value(), self.span()))
        self.sheet.clicked.connect(lambda: self.sheet_requested.emit(self.classes.value(), self.span()))
        self.empty.action_requested.connect(self.home_requested)
        self.nothing.action_requested.connect(self.clear_filter)
        overview, questions = self.overview, self.questions
        overview.questions_requested.connect(self._on_questions)
        self.topics.again_requested.connect(self.teach_requested)
        self.plan.class_picked.connect(self.classes.choose)
        questions.again_requested.connect(self.teach_requested)
        for inner, outer in (
            (overview.print_requested, self.print_requested),
            (overview.delete_requested, self.delete_requested),
            (overview.resume_requested, self.resume_requested),
            (overview.sheet_requested, self.session_sheet_requested),
            (overview.said, self.said),
            (questions.session_chosen, self.session_chosen),
            (questions.print_requested, self.print_requested),
            (questions.sheet_requested, self.session_sheet_requested),
            (questions.said, self.said),
            (self.topics.said, self.said),
            (self.plan.said, self.said),
            (self.plan.teach_requested, self.teach_requested),
            (self.plan.replay_requested, self.replay_requested),
            (self.plan.class_edit_requested, self.class_edit_requested),
            (self.plan.class_add_requested, self.class_add_requested),
        ):
            inner.connect(outer)

    def _refilter(self) -> None:
        audience: Audience | None = next((a for a in AUDIENCES if a == self.audience.currentData()), None)
        wanted = Chosen(
            self.classes.value(),
            self.span(),
            audience,
            self.topic.currentData() or "",
            search_words(self.search.text()),
        )
        self._shown = [row for row in self._rows if wanted.takes(row)]
        self._late = set(VIEWS)
        self._show_view()

    def _on_questions(self, session: str) -> None:
        self.questions.set_rows(self._shown)
        self._late.discard("questions")
        self.views.set_value("questions")
        self._show_view()
        self.questions.choose(session)

    def _show_view(self) -> None:
        """Bring only the view in front up to date: the others wait until they are looked at."""
        view = self.views.value()
        planning = view == "plan"
        for made in (self.sheet, self.report):
            made.setVisible(bool(self._rows))
            made.setEnabled(bool(self._shown) or planning)
        for field in (self.search, self.audience, self.topic):
            field.setVisible(bool(self._rows) and not planning)
        self._rail.setVisible(bool(self._rows) or planning)
        if planning:
            self._stack.setCurrentWidget(self.plan)
        elif not self._rows:
            self._stack.setCurrentWidget(self.empty)
        elif not self._shown:
            self._stack.setCurrentWidget(self.nothing)
        else:
            self._stack.setCurrentIndex(VIEWS.index(view))
        if view in self._late:
            self._late.discard(view)
            self._fill(view)

    def _fill(self, view: str) -> None:
        match view:
            case "sessions":
                self.overview.set_rows(self._shown, self.classes.value())
            case "questions":
                self.questions.set_rows(self._shown)
                self.questions.ask()
            case "topics":
                self.topics.set_rows(self._shown)
            case "plan":
                self.plan.set_plans(self._plans, self.classes.value())


def _offer(combo: Combo, all_: str, choices: Sequence[tuple[str, str]]) -> None:
    """Offer these after "all"; what was chosen stays chosen, without a signal."""
    before = combo.currentData()
    combo.blockSignals(True)
    combo.clear()
    combo.addItem(all_, None)
    for key, text in choices:
        combo.addItem(text, key)
    combo.setCurrentIndex(max(0, combo.findData(before)) if before is not None else 0)
    combo.blockSignals(False)
