"""The plan of the year: a class's lessons, what is next, what is due again; of all, a line a class."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from lessonapp.domain.look import OK
from lessonapp.i18n import _, n_
from lessonapp.ui.results.plan_model import ClassPlan, DueItem, PlanItem
from lessonapp.ui.results.rows import share_text
from lessonapp.ui.results.tables import tabbed
from lessonapp.ui.widgets.buttons import button, icon_button
from lessonapp.ui.widgets.card import Card
from lessonapp.ui.widgets.colours import MUTED
from lessonapp.ui.widgets.empty import EmptyState
from lessonapp.ui.widgets.labels import Elided, beside, icon_label, label, rule, tag
from lessonapp.ui.widgets.page_area import PageArea
from lessonapp.ui.widgets.words import class_name, day_text

ROW = 36  # height of a line, with a button in it or without
WORDS_LEAST = 220  # width that the words need beside what can be done


def due_text(due: DueItem) -> str:
    """Why two questions are due again."""
    return n_(
        "Taught {count} day ago: two questions, about 3 minutes",
        "Taught {count} days ago: two questions, about 3 minutes",
        due.days,
    ).format(count=due.days)


class PlanView(PageArea):
    """Shows plans and asks for lessons to be started."""

    teach_requested = Signal(str, str)
    """A lesson, and the class it is for."""
    replay_requested = Signal(str, str, str)
    """The replay, the lesson that goes on after it or nothing, and the class."""
    class_picked = Signal(str)
    class_edit_requested = Signal(str)
    class_add_requested = Signal()
    said = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._plans: tuple[ClassPlan, ...] = ()
        self._label: str | None = None

    def set_plans(self, plans: Sequence[ClassPlan], label_: str | None) -> None:
        """Show the plan of a class, or a line for each class."""
        self._plans, self._label = tuple(plans), label_
        host = QWidget()
        column = QVBoxLayout(host)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        plan = next((p for p in plans if p.label == label_), None)
        if not self._plans:
            column.addWidget(self._nobody(), 1)
        elif label_ is None:
            column.addWidget(self._classes())
        elif plan is None or not plan.known or not plan.items:
            column.addWidget(self._unknown(label_))
        else:
            self._one(column, plan)
        column.addStretch(1 if self._plans else 0)
        self.hold(host)

    def lines(self) -> list[tuple[str, ...]]:
        """What is shown, as a table for the clipboard."""
        plan = next((p for p in self._plans if p.label == self._label), None)
        if plan is None:
            heads = (_("Class"), _("Taught"), _("Next"))
            rows = [
                (class_name(p.label), f"{p.taught}/{len(p.items)}", p.next.title if p.next else "")
                for p in self._plans
            ]
            return [heads, *rows]
        items = [(i.title, _state(i), day_text(i.taught_on) if i.taught_on else "") for i in plan.items]
        return [(_("Lesson"), _("State"), _("Day")), *items]

    def _one(self, column: QVBoxLayout, plan: ClassPlan) -> None:
        column.addWidget(self._next(plan))
        if plan.due:
            column.addWidget(self._due(plan))
        card = Card()
        title = _("{name}: the plan of this school year").format(name=class_name(plan.label))
        card.body.addLayout(self._titled(title))
        bar = QProgressBar()
        bar.setRange(0, len(plan.items))
        bar.setValue(plan.taught)
        bar.setTextVisible(False)
        counted = _("{taught} of {count} lessons taught").format(taught=plan.taught, count=len(plan.items))
        bar.setAccessibleName(counted)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(beside(label(counted, "secondary")))
        row.addWidget(bar, 1)
        card.body.addLayout(row)
        for item in plan.items:
            card.body.addWidget(rule())
            card.body.addWidget(self._line(item))
        column.addWidget(card)

    def _titled(self, title: str) -> QHBoxLayout:
        """A heading with the button that copies the whole plan."""
        row = QHBoxLayout()
        row.addWidget(beside(label(title, "panel", wrap=True)), 1)
        copy = icon_button("copy", _("Copy the table"))
        copy.clicked.connect(self._on_copy)
        row.addWidget(copy)
        return row

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(tabbed(self.lines()))
        self.said.emit(_("Copied"))

    def _next(self, plan: ClassPlan) -> QFrame:
        card = Card(_("Next lesson"))
        item = plan.next
        if item is None:
            done = all(i.state == "taught" for i in plan.items)
            text = (
                _("Every lesson of this year’s plan was taught. Well done!")
                if done
                else _("What is left of the plan is not in the library yet, or waits for the school.")
            )
            card.body.addWidget(label(text, "body", wrap=True))
            return card
        start = button(_("Teach this lesson"), "primary", "play")
        start.clicked.connect(lambda: self.teach_requested.emit(item.lesson, self._label or ""))
        before = _("Teachers take “When a child tells” before this lesson.") if item.adults_first else ""
        card.body.addWidget(_Told(item.title, before, start))
        return card

    def _due(self, plan: ClassPlan) -> QFrame:
        card = Card(_("Due again"))
        following = plan.next.lesson if plan.next is not None else ""
        for number, due in enumerate(plan.due[:3]):
            if number:
                card.body.addWidget(rule())
            ask = button(_("Ask again"), "secondary", "undo")
            ask.clicked.connect(lambda _c=False, due=due: self.replay_requested.emit(due.id, "", plan.label))
            deeds = [ask]
            if following:
                warm = button(_("Ask again, then the next lesson"))
                warm.clicked.connect(
                    lambda _c=False, due=due: self.replay_requested.emit(due.id, following, plan.label)
                )
                deeds.append(warm)
            card.body.addWidget(_Told(due.title, due_text(due), *deeds))
        return card

    def _line(self, item: PlanItem) -> QWidget:
        host = QWidget()
        host.setMinimumHeight(ROW)
        row = QHBoxLayout(host)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        done = item.state == "taught"
        picture = icon_label("check", OK) if done else icon_label("book", MUTED)
        picture.setAccessibleName(_("Taught") if done else "")
        row.addWidget(picture)
        code = beside(label(item.lesson.upper().replace("-", "."), "secondary"))
        code.setFixedWidth(54)
        row.addWidget(code)
        row.addWidget(beside(label(item.title, "strong", wrap=True)), 1)
        if item.term:
            row.addWidget(tag(_("Term {number}").format(number=item.term), "plain"))
        if item.again:
            row.addWidget(tag(_("Again this year"), "info"))
        if item.adults_first:
            row.addWidget(tag(_("Teachers first: T09 for adults"), "warn"))
        if done and item.taught_on is not None:
            row.addWidget(beside(label(day_text(item.taught_on), "secondary")))
            if item.after[1]:
                share = _("after: {share}").format(share=share_text(*item.after))
                row.addWidget(beside(label(share, "secondary")))
        elif item.state == "coming":
            row.addWidget(tag(_("Coming"), "plain"))
        else:
            if item.state == "ask":
                row.addWidget(tag(_("Only once the school confirms"), "warn"))
            start = button(_("Teach"), "secondary", "play")
            start.setAccessibleName(_("Teach “{title}”").format(title=item.title))
            start.clicked.connect(lambda: self.teach_requested.emit(item.lesson, self._label or ""))
            row.addWidget(start)
        return host

    def _nobody(self) -> EmptyState:
        """No class yet: the way to the first plan."""
        text = _("Create a class with the number of pupils; its plan will be here.")
        made = EmptyState(_("No class yet"), text, _("Create a class"), "plus")
        made.action_requested.connect(self.class_add_requested)
        return made

    def _classes(self) -> QFrame:
        card = Card()
        card.body.addLayout(self._titled(_("The plan of each class")))
        for plan in self._plans:
            card.body.addWidget(rule())
            host = QWidget()
            host.setMinimumHeight(ROW)
            row = QHBoxLayout(host)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(12)
            name = beside(label(class_name(plan.label), "strong"))
            name.setMinimumWidth(96)
            row.addWidget(name)
            if plan.items:
                text = _("{taught} of {count} lessons taught").format(
                    taught=plan.taught, count=len(plan.items)
                )
                if plan.next is not None:
                    text += " · " + _("next: {title}").format(title=plan.next.title)
                row.addWidget(beside(Elided(text, "secondary", lines=3)), 1)
            else:
                unknown = _("Which grade this class is in is not known.")
                row.addWidget(beside(Elided(unknown, "secondary", lines=2)), 1)
            if plan.due:
                row.addWidget(
                    tag(n_("{count} due", "{count} due", len(plan.due)).format(count=len(plan.due)), "warn")
                )
            see = button(_("See the plan"), "link")
            see.setAccessibleDescription(class_name(plan.label))
            see.clicked.connect(lambda _c=False, name=plan.label: self.class_picked.emit(name))
            row.addWidget(see)
            card.body.addWidget(host)
        return card

    def _unknown(self, name: str) -> QFrame:
        card = Card(_("No plan for {name} yet").format(name=class_name(name)))
        text = _("Give the class a name with its grade, such as 4A, or say whom its lessons are for.")
        card.body.addWidget(label(text, "body", wrap=True))
        change = button(_("Change {name}…").format(name=class_name(name)), "secondary", "edit")
        change.clicked.connect(lambda: self.class_edit_requested.emit(name))
        row = QHBoxLayout()
        row.addWidget(change)
        row.addStretch(1)
        card.body.addLayout(row)
        return card


class _Told(QWidget):
    """A lesson, a word about it, and beside them what can be done; below them where they need the room."""

    def __init__(self, title: str, words: str, *deeds: QWidget) -> None:
        super().__init__()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(label(title, "strong", wrap=True))
        if words:
            said.addWidget(label(words, "secondary", wrap=True))
        self._row.addLayout(said, 1)
        self._deeds = QHBoxLayout()
        self._deeds.setSpacing(8)
        for made in deeds:
            self._deeds.addWidget(made)
        self._deeds.addStretch(1)
        self._row.addLayout(self._deeds)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the deeds: they go below the words then."""
        return QSize(self._deeds.minimumSize().width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self._deeds.minimumSize().width() + WORDS_LEAST
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)


def _state(item: PlanItem) -> str:
    return {
        "taught": _("Taught"),
        "next": _("Next"),
        "later": "",
        "coming": _("Coming"),
        "ask": _("Only once the school confirms"),
    }[item.state]
