"""On Home, what the chosen class is due: two old questions to ask again, and the next lesson of its plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lessonapp.domain.text import NBSP
from lessonapp.i18n import _, n_
from lessonapp.ui.widgets.buttons import button
from lessonapp.ui.widgets.card import Card, clear_rows
from lessonapp.ui.widgets.labels import label
from lessonapp.ui.widgets.words import class_name

if TYPE_CHECKING:
    from lessonapp.ui.results.plan_model import ClassPlan, DueItem


class PlanCard(Card):
    """One button starts what is due; the lesson of the plan can be started after it by itself."""

    teach_requested = Signal(str)
    replay_requested = Signal(str, str)
    plan_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)
        self.hide()

    def set_plan(self, plan: ClassPlan | None) -> None:
        """Show another class's; nothing where its plan has nothing to start."""
        clear_rows(self._rows)
        following = plan.next if plan is not None else None
        self.setVisible(plan is not None and (following is not None or bool(plan.due)))
        if plan is None:
            return
        title = _("{name}: what is next").format(name=class_name(plan.label))
        self._rows.addWidget(label(title, "panel", wrap=True))
        then = following.lesson if following is not None else ""
        for due in plan.due[:1]:
            self._due(due, then)
        if following is not None:
            self._rows.addWidget(label(following.title, "strong", wrap=True))
            counted = _("{taught} of {count} lessons taught").format(
                taught=plan.taught, count=len(plan.items)
            )
            see = button(counted, "line")
            see.clicked.connect(self.plan_requested)
            self._rows.addWidget(see, 0, Qt.AlignmentFlag.AlignLeft)
            teach = button(_("Teach this lesson"), "secondary", "play")
            teach.setAccessibleDescription(following.title)
            teach.clicked.connect(lambda: self.teach_requested.emit(following.lesson))
            self._add(teach)

    def _due(self, due: DueItem, then: str) -> None:
        words = n_(
            "Taught {count} day ago, due again: {title}",
            "Taught {count} days ago, due again: {title}",
            due.days,
        )
        title = due.title.replace(" – ", f"{NBSP}– ")  # no line begins with a dash
        self._rows.addWidget(label(words.format(count=due.days, title=title), "secondary", wrap=True))
        ask = button(_("Ask two questions again"), "primary", "undo")
        ask.setToolTip(
            _("About 3 minutes; then the next lesson of the plan") if then else _("About 3 minutes")
        )
        ask.clicked.connect(lambda: self.replay_requested.emit(due.id, then))
        self._add(ask)

    def _add(self, widget: QWidget) -> None:
        self._rows.addWidget(widget)
