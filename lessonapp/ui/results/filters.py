"""Which sessions are looked at: a class, a time, an audience, a topic, words; quick over thousands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from lessonapp.domain.language import ENGLISH_MONTHS
from lessonapp.domain.look import Audience
from lessonapp.domain.plan import term_start, year_start
from lessonapp.domain.statistics import percent
from lessonapp.domain.term import class_key
from lessonapp.domain.term_values import Period
from lessonapp.domain.text import fold
from lessonapp.i18n import _, language
from lessonapp.ui.results.rows import SessionRow

ALL_TIME = Period()


@dataclass(frozen=True, slots=True)
class Span:
    """A time to choose."""

    key: str
    title: str
    period: Period = ALL_TIME


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the filters say."""

    label: str | None = None
    span: Span | None = None
    audience: Audience | None = None
    topic: str = ""
    words: tuple[str, ...] = ()

    def takes(self, row: SessionRow) -> bool:
        """Whether a session is looked at."""
        return (
            self.label in (None, row.class_label)
            and (self.span is None or self.span.period.contains(row.day))
            and self.audience in (None, row.audience)
            and self.topic in ("", row.topic)
            and all(word in row.search for word in self.words)
        )


def search_words(text: str) -> tuple[str, ...]:
    """The words typed, without diacritics and case."""
    return tuple(fold(text).split())


def spans(rows: Iterable[SessionRow], today: date) -> tuple[Span, ...]:
    """All, the school year, its terms, and each month in which something was taught, the newest first."""
    start, second = year_start(today), term_start(today)
    end = date(start.year + 1, start.month, start.day) - timedelta(days=1)
    years = f"{start.year}–{(start.year + 1) % 100:02}"
    found = [
        Span("all", _("All time")),
        Span("year", _("Year {years}").format(years=years), Period(first=start, last=end)),
        Span("term-1", _("Term 1"), Period(first=start, last=second - timedelta(days=1))),
        Span("term-2", _("Term 2"), Period(first=second, last=end)),
    ]
    months = sorted({(row.day.year, row.day.month) for row in rows}, reverse=True)
    return (*found, *(month_span(year, month) for year, month in months))


def month_span(year: int, month: int) -> Span:
    """One month."""
    first = date(year, month, 1)
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    title = f"{ENGLISH_MONTHS[month - 1]} {year}" if language() == "en" else f"Tháng {month}/{year}"
    return Span(f"{year}-{month:02}", title, Period(first=first, last=last))


def labels(rows: Iterable[SessionRow]) -> list[str]:
    """The classes of these sessions, by grade."""
    return sorted({row.class_label for row in rows}, key=class_key)


@dataclass(frozen=True, slots=True)
class Total:
    """Counts added over sessions."""

    sessions: int = 0
    pre_right: int = 0
    pre_answered: int = 0
    exit_right: int = 0
    exit_answered: int = 0
    most_seats: int = 0

    @property
    def after(self) -> float | None:
        """Percent right after."""
        return percent(self.exit_right, self.exit_answered)


def total(rows: Sequence[SessionRow]) -> Total:
    """The sums of these sessions: counts are added, averages never averaged."""
    return Total(
        sessions=len(rows),
        pre_right=sum(row.pre[0] for row in rows),
        pre_answered=sum(row.pre[1] for row in rows),
        exit_right=sum(row.exit[0] for row in rows),
        exit_answered=sum(row.exit[1] for row in rows),
        most_seats=max((row.seats for row in rows), default=0),
    )


def compared(rows: Sequence[SessionRow]) -> Total:
    """The sums of those sessions that asked both before and after."""
    return total([row for row in rows if row.pre[1] and row.exit[1]])
