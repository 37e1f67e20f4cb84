"""The plan of the year for the windows: plan, sessions and library brought together."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, tzinfo
from typing import TYPE_CHECKING

from lessonapp.app.workspace import Workspace, local_now
from lessonapp.content.plan import year_plan
from lessonapp.domain.plan import Due, PlanRow, due_replays, plan_rows
from lessonapp.i18n import language
from lessonapp.ui.results.plan_model import ClassPlan, DueItem, PlanItem

if TYPE_CHECKING:
    from lessonapp.domain.digest import SessionDigest
    from lessonapp.domain.school import SchoolClass


def class_plans(
    workspace: Workspace, classes: Sequence[SchoolClass], digests: Sequence[SessionDigest]
) -> tuple[ClassPlan, ...]:
    """The plan of each class as it stands today; digests newest first."""
    now = local_now()
    titles = lesson_titles(workspace)
    adults = [d for d in digests if d.audience == "adults"]
    own: dict[str, list[SessionDigest]] = {}
    for digest in digests:
        own.setdefault(digest.class_label, []).append(digest)
    return tuple(
        _class_plan(c, own.get(c.label, []), titles, now.date(), now.tzinfo, adults) for c in classes
    )


def _class_plan(
    school_class: SchoolClass,
    digests: Sequence[SessionDigest],
    titles: dict[str, str],
    today: date,
    zone: tzinfo | None,
    adults: Sequence[SessionDigest],
) -> ClassPlan:
    plan = year_plan()
    audience = plan.audience(school_class.label, school_class.audience, digests)
    lines = plan.lines(school_class.label, audience)
    available: Collection[str] = titles.keys()
    rows = plan_rows(plan, lines, digests, available, today, zone, adults)
    due = due_replays(digests, available, today, zone)
    return ClassPlan(
        label=school_class.label,
        known=audience is not None,
        items=tuple(
            _item(row, titles.get(row.line.lesson) or plan.title(row.line.lesson, language())) for row in rows
        ),
        due=tuple(_due(entry, titles.get(entry.lesson, entry.title)) for entry in due),
    )


def _item(row: PlanRow, title: str) -> PlanItem:
    return PlanItem(
        lesson=row.line.lesson,
        title=title,
        term=row.line.term,
        state=row.state,
        again=row.line.ask == "again",
        taught_on=row.taught_on,
        after=row.after,
        adults_first=row.adults_first,
    )


def _due(entry: Due, title: str) -> DueItem:
    return DueItem(id=entry.id, title=title, days=entry.days)


def lesson_titles(workspace: Workspace, tongue: str = "") -> dict[str, str]:
    """The lessons that can be taught, with their titles in a language; without one in the interface's."""
    entries = workspace.index.entries(workspace.existing_roots())
    return {e.id: e.title(tongue or language()) for e in entries if not e.faulty and e.date is None}
