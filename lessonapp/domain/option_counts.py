"""What was chosen in a round: counts for options, and for the parts of answers that have many."""

from collections import Counter
from collections.abc import Callable

from lessonapp.domain.look import ANSWERS
from lessonapp.domain.question import (
    HotspotQuestion,
    MatchQuestion,
    OrderQuestion,
    QuestionBase,
    SortQuestion,
)
from lessonapp.domain.state import Round
from lessonapp.domain.statistics import facility
from lessonapp.domain.step import RoundStep
from lessonapp.domain.step_base import Choosable
from lessonapp.domain.summary_values import OptionCount
from lessonapp.domain.tally import countable

ARROW = " → "


def option_counts(step: RoundStep, answers: Round) -> tuple[OptionCount, ...]:
    """Counts of one round: per option; per part where it was right, for an answer of many parts."""
    total, chosen = len(answers.answers), _chosen(answers)
    match step:
        case OrderQuestion():
            given = answers.answers.values()
            placed = Counter(pair for answer in given for pair in enumerate(answer.choice, 1))
            return tuple(
                _count(item.id, f"{place}. {item.text}", placed[place, item.id], total, shows=item.feedback)
                for place, item in enumerate(step.items, 1)
            )
        case MatchQuestion() | SortQuestion():
            return tuple(_count(part, _part_text(step, part), chosen[part], total) for part in step.correct)
        case HotspotQuestion():
            return _of_choosables(step.spots, chosen, total, step.correct.__contains__, letters=False)
    hands = {key: answers.hands.get(key, 0) for key in countable(step)}
    right: tuple[str, ...] = getattr(step, "correct", ())
    options: tuple[Choosable, ...] = step.options  # type: ignore[union-attr]  # all that is left has options
    total += sum(hands.values())
    return _of_choosables(options, chosen + Counter(hands), total, right.__contains__, letters=True)


def misconception(step: QuestionBase, answers: Round, counts: tuple[OptionCount, ...]) -> OptionCount | None:
    """The wrong option, or wrong part, that most chose, the first of equals; None where none was wrong."""
    if isinstance(step, OrderQuestion):
        return None
    if isinstance(step, MatchQuestion | SortQuestion):
        wrong = Counter({part: n for part, n in _chosen(answers).items() if part not in step.correct})
        best = max(sorted(wrong), key=wrong.__getitem__, default=None)
        if best is None:
            return None
        text, feedback = _part_text(step, best), _part_feedback(step, best)
        return _count(best, text, wrong[best], len(answers.answers), correct=False, shows=feedback)
    return max((o for o in counts if not o.correct and o.count), key=lambda o: o.count, default=None)


def _chosen(answers: Round) -> Counter[str]:
    return Counter(part for given in answers.answers.values() for part in given.choice)


def _of_choosables(
    options: tuple[Choosable, ...],
    counts: Counter[str],
    total: int,
    is_correct: Callable[[str], bool],
    *,
    letters: bool,
) -> tuple[OptionCount, ...]:
    return tuple(
        _count(
            option.id,
            option.text,
            counts[option.id],
            total,
            correct=is_correct(option.id),
            letter=ANSWERS[place].letter if letters and place < len(ANSWERS) else "",
            shows=option.feedback,
        )
        for place, option in enumerate(options)
    )


def _count(
    key: str,
    text: str,
    count: int,
    total: int,
    *,
    correct: bool = True,
    letter: str = "",
    shows: str | None = None,
) -> OptionCount:
    return OptionCount(
        id=key,
        letter=letter,
        text=text,
        correct=correct,
        count=count,
        share=facility(count, total),
        shows=shows,
    )


def _part_text(step: MatchQuestion | SortQuestion, part: str) -> str:
    """`left:right` of a match, `item:bucket` of a sort, as words; ids the lesson no longer has stay ids."""
    first, _, second = part.partition(":")
    if isinstance(step, MatchQuestion):
        left, right = {p.id: p.left for p in step.pairs}, {p.id: p.right for p in step.pairs}
    else:
        left, right = {i.id: i.text for i in step.items}, {b.id: b.text for b in step.buckets}
    return left.get(first, first) + ARROW + right.get(second, second)


def _part_feedback(step: MatchQuestion | SortQuestion, part: str) -> str | None:
    first = part.partition(":")[0]
    parts = step.pairs if isinstance(step, MatchQuestion) else step.items
    return next((p.feedback for p in parts if p.id == first), None)
