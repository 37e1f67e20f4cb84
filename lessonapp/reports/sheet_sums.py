"""Counts of many sessions added up: by class, and by question of one lesson."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from lessonapp.domain.question import Purpose
from lessonapp.domain.summary_values import MeanScore, QuestionSummary, SummaryReport


@dataclass(slots=True)
class ClassSum:
    """A class over its sessions."""

    label: str
    sessions: int = 0
    minutes: int = 0
    pre: tuple[int, int] = (0, 0)
    exit: tuple[int, int] = (0, 0)


@dataclass(slots=True)
class QuestionSum:
    """A question over the sessions in which it was asked; options as text, right or not, count."""

    number: int
    purpose: Purpose
    prompt: str
    sessions: int = 0
    answered: int = 0
    right: int = 0
    options: list[tuple[str, bool, int]] = field(default_factory=list)

    @classmethod
    def of(cls, reports: Sequence[SummaryReport]) -> "list[QuestionSum]":
        """The questions of one lesson, in its order; words are those of the newest session."""
        newest: dict[str, QuestionSum] = {}
        counts: dict[str, dict[str, int]] = {}
        last: dict[str, QuestionSummary] = {}
        for report in sorted(reports, key=lambda r: r.about.opened):
            for question in report.questions:
                last[question.step] = question
                had = newest.get(question.step)
                made = cls(question.number, question.purpose, question.prompt)
                made.sessions = (had.sessions if had else 0) + 1
                made.answered = (had.answered if had else 0) + question.answered
                made.right = (had.right if had else 0) + question.right
                newest[question.step] = made
                own = counts.setdefault(question.step, {})
                for option in question.options:
                    own[option.id] = own.get(option.id, 0) + option.count
        for step, made in newest.items():
            made.options = [
                (option_text(o.letter, o.text), o.correct, counts[step][o.id]) for o in last[step].options
            ]
        return sorted(newest.values(), key=lambda q: q.number)


def by_class(reports: Sequence[SummaryReport]) -> list[ClassSum]:
    """The classes, by label."""
    found: dict[str, ClassSum] = {}
    for report in reports:
        about = report.about
        row = found.setdefault(about.class_label, ClassSum(about.class_label))
        row.sessions += 1
        row.minutes += round(about.taught.total_seconds() / 60)
        row.pre = _added(row.pre, report.pre)
        row.exit = _added(row.exit, report.exit)
    return [found[label] for label in sorted(found)]


def by_lesson(reports: Sequence[SummaryReport]) -> list[list[SummaryReport]]:
    """The sessions of each lesson, lessons by id."""
    found: dict[str, list[SummaryReport]] = {}
    for report in reports:
        found.setdefault(report.about.lesson, []).append(report)
    return [found[lesson] for lesson in sorted(found)]


def _added(had: tuple[int, int], score: MeanScore | None) -> tuple[int, int]:
    return (had[0] + score.right, had[1] + score.answered) if score is not None else had


def option_text(letter: str, text: str) -> str:
    """An option as a spreadsheet names it: with its letter, where it has one."""
    return f"{letter}. {text}" if letter else text
