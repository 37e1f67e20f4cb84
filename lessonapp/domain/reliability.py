"""How far a quiz can be trusted: reliability, error, and how well each question and wrong option tells."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import lcm, sqrt

from lessonapp.domain.state import Respondent
from lessonapp.domain.statistics import (
    Confidence,
    Marks,
    Number,
    answered_and_right,
    confidence,
    covariance,
    exact,
    variance,
)
from lessonapp.domain.value import Value

Rows = Sequence[Sequence[Number]]
"""Marks of pupils (rows) on items (columns), nothing missing."""

RARELY = Fraction(5, 100)
"""A wrong option that fewer chose distracts nobody."""
SATISFACTORY, UNSATISFACTORY = 0.75, 0.64
"""Bounds of Moodle's quiz report (docs.moodle.org/28/en/Development:Quiz_report_statistics)."""


class Reliability(Value):
    """Of the questions asked after something was taught, over those who answered all of them.

    `standard_error` is in questions of `items`.
    """

    items: int
    n: int
    alpha: float
    standard_error: float
    confidence: Confidence

    @property
    def level(self) -> str:
        """`high` from .75, `low` under .64, else `medium`."""
        if self.alpha >= SATISFACTORY:
            return "high"
        return "low" if self.alpha < UNSATISFACTORY else "medium"


class Distraction(Value):
    """How a wrong option worked: who chose it among the best and the weakest third."""

    n: int
    top: int
    bottom: int
    third: int
    rare: bool

    @property
    def attracts_the_best(self) -> bool:
        """The best third chose it more often than the weakest: read its wording again."""
        return self.top > self.bottom


def alpha(rows: Rows) -> float | None:
    """Cronbach (1951), Psychometrika 16: k / (k - 1) (1 - sum of item variances / variance of totals).

    With marks of 0 and 1 this is Kuder and Richardson's formula 20 (1937), and Moodle's coefficient of
    internal consistency over 100. None under two items or pupils, or where all totals are the same.
    """
    found = _alpha(rows)
    return None if found is None else float(found)


def _alpha(rows: Rows) -> Fraction | None:
    k = len(rows[0]) if rows else 0
    totals = variance([sum(map(exact, row)) for row in rows])
    if k < 2 or not totals:
        return None
    items = [variance(column) or Fraction() for column in zip(*rows, strict=True)]
    return Fraction(k, k - 1) * (1 - sum(items, Fraction()) / totals)


def standard_error(rows: Rows) -> float | None:
    """Standard error of measurement sqrt(1 - alpha) SD (Lord and Novick 1968), in marks; None without alpha.

    Moodle calls the first factor the error ratio. Where alpha is under 0 it counts as 0: an error is
    never larger than the spread itself.
    """
    found = _alpha(rows)
    totals = variance([sum(map(exact, row)) for row in rows])
    if found is None or totals is None:
        return None
    return sqrt(min(1 - found, Fraction(1)) * totals)


def efficiency(pairs: Sequence[tuple[Number, Number]]) -> float | None:
    """Moodle's discriminative efficiency cov(x, r) / cov(sorted x, sorted r), for (mark, rest) of each pupil.

    How much of the discrimination is reached that marks and rests of these sizes allow. None where the best
    order would not vary either.
    """
    if len(pairs) < 2:
        return None
    marks, rests = zip(*pairs, strict=True)
    best = covariance(sorted(marks), sorted(rests))
    found = covariance(marks, rests)
    return None if not best or found is None else float(found / best)


def complete(marks: Mapping[str, Marks]) -> tuple[tuple[str, ...], tuple[tuple[int, ...], ...]]:
    """The questions, and a row of marks for everyone who answered all of them."""
    steps = tuple(marks)
    if not steps:
        return (), ()
    everyone = frozenset.intersection(*(frozenset(marks[step]) for step in steps))
    return steps, tuple(tuple(int(marks[step][who]) for step in steps) for who in sorted(everyone))


def reliability(marks: Mapping[str, Marks]) -> Reliability | None:
    """Over complete answers; None under ten of them, under two questions, or where nothing varies.

    A question that few answered beside the others has no part in it: skipped, or solved by the class
    together at the screen, it would leave nobody's answers complete.
    """
    most = max(map(len, marks.values()), default=0)
    asked = {step: answers for step, answers in marks.items() if 2 * len(answers) >= most}
    steps, rows = complete(asked)
    sure = confidence(len(rows))
    found, error = (None, None) if sure == "hidden" else (alpha(rows), standard_error(rows))
    if found is None or error is None:
        return None
    return Reliability(items=len(steps), n=len(rows), alpha=found, standard_error=error, confidence=sure)


def rest_scores(marks: Mapping[str, Marks]) -> dict[str, dict[Respondent, tuple[bool, int]]]:
    """Of every question: each one's mark, and what they had right of the others they answered.

    The rest is a share, made whole by the same factor for all, so that it ranks and correlates exactly.
    """
    answered, right = answered_and_right(marks)
    whole = lcm(*{count - 1 for count in answered.values() if count > 1})
    return {
        step: {
            who: (mark, (right[who] - mark) * whole // (answered[who] - 1))
            for who, mark in question.items()
            if answered[who] > 1
        }
        for step, question in marks.items()
    }


def efficiencies(scores: Mapping[str, Mapping[Respondent, tuple[bool, int]]]) -> dict[str, float]:
    """Of every question that ten or more answered beside others; hidden below, as discrimination is."""
    found: dict[str, float] = {}
    for step, question in scores.items():
        pairs = list(question.values())
        value = efficiency(pairs) if confidence(len(pairs)) != "hidden" else None
        if value is not None:
            found[step] = value
    return found


def distractions(
    chosen: Mapping[Respondent, tuple[str, ...]], rest: Mapping[Respondent, int], wrong: Sequence[str]
) -> dict[str, Distraction]:
    """How each wrong option worked, by thirds of those who answered in the order of their rest scores.

    Haladyna and Downing (1993), Educational and Psychological Measurement 53: a working distractor is chosen
    by 5 % or more, and more by those who know less. Empty under ten pupils. Equals at a third's edge are
    shared out by seat number, so that the same answers give the same figures.
    """
    ranked = sorted((who for who in chosen if who in rest), key=lambda who: (rest[who], who))
    n, third = len(ranked), len(ranked) // 3
    if confidence(n) == "hidden":
        return {}
    bottom, top = ranked[:third], ranked[n - third :]
    return {
        option: Distraction(
            n=sum(option in chosen[who] for who in ranked),
            top=sum(option in chosen[who] for who in top),
            bottom=sum(option in chosen[who] for who in bottom),
            third=third,
            rare=Fraction(sum(option in chosen[who] for who in ranked), n) < RARELY,
        )
        for option in wrong
    }
