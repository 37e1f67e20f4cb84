"""Marks: who answered a question right in its first round, and what a discussion changed."""

from collections.abc import Iterable, Mapping

from pydantic import Field

from lessonapp.domain.lesson import Lesson
from lessonapp.domain.question import MultipleQuestion, QuestionBase
from lessonapp.domain.state import Respondent, Round, SessionState
from lessonapp.domain.tally import WHOLE, countable, is_right
from lessonapp.domain.value import Value

FIRST = 1
"""The round that marks and gain use; later ones only measure change."""


class QuestionMarks(Value):
    """The marks of one round: one for each who answered, and counts where hands were raised."""

    step: str
    round: int
    marks: Mapping[Respondent, bool] = Field(default_factory=dict)
    hands: int = 0
    hands_right: int = 0
    hands_unmarked: int = 0

    @property
    def answered(self) -> int:
        """How many answers have a mark; who gave none is missing, not wrong."""
        return len(self.marks) + self.hands

    @property
    def right(self) -> int:
        """How many answers are right."""
        return sum(self.marks.values()) + self.hands_right

    @property
    def has_hands(self) -> bool:
        """Whether some answers are counts, with nobody's seat to them."""
        return bool(self.hands or self.hands_unmarked)


class AnswerChange(Value):
    """How marks moved from round 1 to a later one, for those who answered both."""

    round: int
    right_before: int
    answered_before: int
    right_after: int
    answered_after: int
    to_right: int = 0
    to_wrong: int = 0
    stayed_right: int = 0
    stayed_wrong: int = 0

    @property
    def both(self) -> int:
        """How many are known to have answered both rounds; 0 where only hands were counted."""
        return self.to_right + self.to_wrong + self.stayed_right + self.stayed_wrong


def mark_round(question: QuestionBase, answers: Round) -> QuestionMarks:
    """The marks of one round; hands of a `multiple` question have none: a pupil raises several times."""
    marks = {who: is_right(question, given.choice) for who, given in answers.answers.items()}
    counts = {key: answers.hands.get(key, 0) for key in countable(question)}
    total = sum(counts.values())
    if isinstance(question, MultipleQuestion):
        return QuestionMarks(step=question.id, round=answers.number, marks=marks, hands_unmarked=total)
    if getattr(question, "options", None) is None:
        right = counts[WHOLE]
    else:
        right = sum(n for key, n in counts.items() if is_right(question, (key,)))
    return QuestionMarks(step=question.id, round=answers.number, marks=marks, hands=total, hands_right=right)


def round_numbered(rounds: Iterable[Round], number: int) -> Round | None:
    """The round with a number, if it was opened."""
    return next((known for known in rounds if known.number == number), None)


def mark_session(lesson: Lesson, state: SessionState) -> dict[str, QuestionMarks]:
    """The marks of round 1 of every question that was asked, by step, in the lesson's order."""
    marked: dict[str, QuestionMarks] = {}
    for step in lesson.steps():
        first = round_numbered(state.rounds.get(step.id, ()), FIRST)
        if isinstance(step, QuestionBase) and first is not None:
            marked[step.id] = mark_round(step, first)
    return marked


def changes(question: QuestionBase, rounds: Iterable[Round]) -> tuple[AnswerChange, ...]:
    """What each later round changed against round 1."""
    marked = [mark_round(question, known) for known in rounds]
    before = next((m for m in marked if m.round == FIRST), None)
    if before is None:
        return ()
    return tuple(_change(before, after) for after in marked if after.round != FIRST and after.answered)


def _change(before: QuestionMarks, after: QuestionMarks) -> AnswerChange:
    both = [(before.marks[who], after.marks[who]) for who in before.marks if who in after.marks]
    return AnswerChange(
        round=after.round,
        right_before=before.right,
        answered_before=before.answered,
        right_after=after.right,
        answered_after=after.answered,
        to_right=both.count((False, True)),
        to_wrong=both.count((True, False)),
        stayed_right=both.count((True, True)),
        stayed_wrong=both.count((False, False)),
    )
