"""Grades and the audiences they belong to, read from a class's label."""

import re
from collections.abc import Mapping

from lessonapp.domain.look import Audience

GRADES: Mapping[Audience, range] = {
    "grades-1-3": range(1, 4),
    "grades-4-5": range(4, 6),
    "grades-6-9": range(6, 10),
    "grades-10-12": range(10, 13),
    "adults": range(0),
}


def grade_of(label: str) -> int | None:
    """The grade in a class's label: 4 of `4A`, 10 of `Lớp 10A1`; None where it has none."""
    found = re.search(r"(?<!\d)(\d{1,2})(?!\d)", label)
    grade = int(found[1]) if found else 0
    return grade if 1 <= grade <= 12 else None


def is_bare(label: str) -> bool:
    """Whether a label needs "class" before it: `3A` does, `Câu lạc bộ Sao` is a name as it stands."""
    return label[:1].isdigit()


def audience_of(label: str) -> Audience | None:
    """The audience of the grade in a class's label; None where it has none."""
    grade = grade_of(label)
    return next((audience for audience, grades in GRADES.items() if grade in grades), None)
