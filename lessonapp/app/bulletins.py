"""Bulletins: for which days they were written, and what is said once these are over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from lessonapp.domain.look import Audience
from lessonapp.domain.text import NBSP
from lessonapp.i18n import _, language
from lessonapp.ui.home.model import Bulletin
from lessonapp.ui.widgets.words import day_text, short_day_text

if TYPE_CHECKING:
    from lessonapp.content.entry import LessonEntry

SOON, MOST = timedelta(days=60), 3


def bulletins(entries: Sequence[LessonEntry], own: Audience | None, today: date) -> tuple[Bulletin, ...]:
    """Those for these days and for the weeks to come: what runs before what will, one's own class before."""
    found = []
    for entry in entries:
        first, last = _day(entry.date), _day(entry.expires)
        if entry.faulty or first is None or last is None or last < today or first > today + SOON:
            continue
        runs = first <= today
        days = _("until {day}") if runs else _("from {day}")
        near = short_day_text(last if runs else first)
        when = days.format(day=near).replace(" ", NBSP)  # "from" never ends a line
        shown = Bulletin(entry.id, entry.title(language()), entry.band, when, runs)
        found.append(((not runs, entry.band != own, last if runs else first, entry.id), shown))
    return tuple(shown for _place, shown in sorted(found)[:MOST])


def has_ended(expires: str | None, today: date) -> bool:
    """Whether the last day of a bulletin is over; a lesson never ends."""
    last = _day(expires)
    return last is not None and today > last


def alert_days(begins: str | None, expires: str | None, today: date) -> str:
    """What its card says beside the minutes; nothing for a lesson."""
    first, last = _day(begins), _day(expires)
    if last is not None and today > last:
        return _("ended {day}").format(day=day_text(last))
    if first is not None and today < first:
        return _("from {day}").format(day=day_text(first))
    if last is not None:
        return _("until {day}").format(day=day_text(last))
    return ""


def alert_line(begins: str | None, expires: str | None, today: date) -> str:
    """What the teacher reads of it before choosing it; nothing for a lesson."""
    first, last = _day(begins), _day(expires)
    if first is None or last is None:
        return ""
    if today > last:
        return _(
            "This alert ended on {day}. Read it through before you show it again: "
            "traps change, and so may help."
        ).format(day=day_text(last))
    return _("An alert for the days from {first} to {last}.").format(
        first=day_text(first), last=day_text(last)
    )


def _day(text: str | None) -> date | None:
    """The day; None where there is none, or none of the calendar."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
