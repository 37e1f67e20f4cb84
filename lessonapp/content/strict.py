"""Everything LESSONS.md asks that a machine can see."""

from collections.abc import Iterator

from lessonapp.content.faults import Fault
from lessonapp.content.reader import LoadedLesson
from lessonapp.content.rule_age import age_faults
from lessonapp.content.rule_care import care_faults
from lessonapp.content.rule_questions import question_faults
from lessonapp.content.rule_structure import structure_faults
from lessonapp.content.rule_variety import variety_faults
from lessonapp.content.rule_words import word_faults
from lessonapp.content.rules import Rule, Rules

RULES: tuple[Rule, ...] = (
    structure_faults,
    question_faults,
    variety_faults,
    care_faults,
    word_faults,
    age_faults,
)


def strict_faults(loaded: LoadedLesson, rules: Rules) -> Iterator[Fault]:
    """The strict faults of one lesson in one language."""
    for rule in RULES:
        yield from rule(loaded, rules)
