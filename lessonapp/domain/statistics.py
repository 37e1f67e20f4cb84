"""The figures of a report, exact and without a library; sources stand beside the formulas."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import sqrt
from typing import Literal

from lessonapp.domain.state import Respondent
from lessonapp.domain.value import Value

HIDE_BELOW = 10
INDICATIVE_BELOW = 30
PERCENT_FROM = 5
"""Under this many answers a share is shown as counts only (TOKENS 5)."""
TEACH_AGAIN_BELOW, FIRM_FROM = 70, 85
"""Per cent of the answers right: what fewer had right is taught again, what as many had right is firm."""

Confidence = Literal["hidden", "indicative", "firm"]
Quality = Literal["good", "fair", "weak", "reversed"]
Basis = Literal["matched", "class-means"]

Marks = Mapping[Respondent, bool]
Number = int | float | Fraction


class Discrimination(Value):
    """How well a question tells apart those who did well in the others."""

    value: float
    n: int
    quality: Quality
    confidence: Confidence


class Gain(Value):
    """From before the lesson to after it.

    `before_*` and `after_*` count everybody of the basis. `hake` leaves out the `full_before` who
    had everything right before, as nothing is left to gain; `lower` still counts those who lost.
    """

    basis: Basis
    questions: int
    before_right: int
    before_answered: int
    after_right: int
    after_answered: int
    respondents: int | None = None
    higher: int | None = None
    same: int | None = None
    lower: int | None = None
    full_before: int | None = None
    before_sd: float | None = None
    after_sd: float | None = None
    hake: float | None = None

    @property
    def before(self) -> float:
        """Share right before."""
        return self.before_right / self.before_answered

    @property
    def after(self) -> float:
        """Share right after."""
        return self.after_right / self.after_answered

    @property
    def points(self) -> float:
        """Difference in percentage points."""
        return float(100 * (self._after - self._before))

    @property
    def _before(self) -> Fraction:
        return Fraction(self.before_right, self.before_answered)

    @property
    def _after(self) -> Fraction:
        return Fraction(self.after_right, self.after_answered)


def percent(right: int, answered: int) -> float | None:
    """Percent right; None where nobody answered."""
    return 100 * right / answered if answered else None


def whole_percent(count: int, whole: int) -> int:
    """A share of something (`whole` > 0) in whole percent, halves up: windows and papers round alike."""
    return (200 * count + whole) // (2 * whole)


def confidence(n: int) -> Confidence:
    """How far a figure over n pupils may be trusted: under 10 hidden, 10 to 29 for reference only."""
    if n < HIDE_BELOW:
        return "hidden"
    return "indicative" if n < INDICATIVE_BELOW else "firm"


def facility(right: int, answered: int) -> float | None:
    """Share of right answers (Moodle calculator.php: mean mark / maximum); None where nobody answered."""
    return right / answered if answered else None


def variance(values: Sequence[Number]) -> Fraction | None:
    """Sample variance, n - 1 (Moodle calculator.php); None under two values."""
    return covariance(values, values)


def covariance(one: Sequence[Number], other: Sequence[Number]) -> Fraction | None:
    """Sample covariance, n - 1 (Moodle calculator.php), exact; None under two pairs."""
    n = len(one)
    if n < 2:
        return None
    xs, ys = [exact(x) for x in one], [exact(y) for y in other]
    products = sum(x * y for x, y in zip(xs, ys, strict=True))
    return Fraction(n * products - sum(xs) * sum(ys)) / (n * (n - 1))


def exact(value: Number) -> int | Fraction:
    """A number as it is, to the last bit."""
    return value if isinstance(value, int) else Fraction(value)


def spread(values: Sequence[Number]) -> float | None:
    """Sample standard deviation, n - 1 (Moodle calculator.php); None under two values."""
    found = variance(values)
    return None if found is None else sqrt(found)


def item_rest(pairs: Sequence[tuple[bool, float]]) -> float | None:
    """Pearson correlation of a mark with the rest score (Moodle's discrimination index, cov(x, r) / sx sr).

    None under two pairs or where one side never varies.
    """
    n = len(pairs)
    right = sum(1 for mark, _ in pairs if mark)
    if not 0 < right < n:
        return None
    rests = [rest for _, rest in pairs]
    mean = sum(rests) / n
    squares = sum((rest - mean) ** 2 for rest in rests)
    if squares <= 1e-12 * n:  # the same rest for all, but for rounding
        return None
    products = sum(rest - mean for mark, rest in pairs if mark)
    return max(-1.0, min(1.0, products / sqrt(squares * right * (n - right) / n)))


def quality(value: float) -> Quality:
    """Ebel & Frisbie (1991), Essentials of Educational Measurement: from .30 good, from .20 fair.

    Just under 0 is still weak: it says no more than just above.
    """
    if value < -0.1:
        return "reversed"
    if value < 0.2:
        return "weak"
    return "fair" if value < 0.3 else "good"


def answered_and_right(marks: Mapping[str, Marks]) -> tuple[dict[Respondent, int], dict[Respondent, int]]:
    """Of everyone who answered something: how many questions, and how many of them right."""
    answered: dict[Respondent, int] = {}
    right: dict[Respondent, int] = {}
    for question in marks.values():
        for who, mark in question.items():
            answered[who] = answered.get(who, 0) + 1
            right[who] = right.get(who, 0) + mark
    return answered, right


def discriminations(marks: Mapping[str, Marks]) -> dict[str, Discrimination]:
    """Item-rest correlation of every question; the rest is the share right of the others that were answered.

    With no answer missing this is Moodle's index. A question is left out under 10 pupils or where
    nothing varies.
    """
    answered, right = answered_and_right(marks)
    found: dict[str, Discrimination] = {}
    for step, question in marks.items():
        pairs = [
            (mark, (right[who] - mark) / (answered[who] - 1))
            for who, mark in question.items()
            if answered[who] > 1
        ]
        sure = confidence(len(pairs))
        value = item_rest(pairs) if sure != "hidden" else None
        if value is not None:
            found[step] = Discrimination(value=value, n=len(pairs), quality=quality(value), confidence=sure)
    return found


def hake(before: float | Fraction, after: float | Fraction) -> float | None:
    """Normalised gain (after - before) / (1 - before) on class means (Hake 1998, Am. J. Phys. 66, 64)."""
    return None if before >= 1 else float((Fraction(after) - Fraction(before)) / (1 - Fraction(before)))


def matched_gain(twins: Sequence[tuple[Marks, Marks]]) -> Gain | None:
    """Gain of those who answered a question and its twin; each such pair counts once on each side."""
    scores: dict[Respondent, tuple[int, int, int]] = {}
    for before, after in twins:
        for who in before.keys() & after.keys():
            pre, post, n = scores.get(who, (0, 0, 0))
            scores[who] = (pre + before[who], post + after[who], n + 1)
    if not scores:
        return None
    pairs = sum(n for _, _, n in scores.values())
    room = [score for score in scores.values() if score[0] < score[2]]
    return Gain(
        basis="matched",
        questions=len(twins),
        before_right=sum(pre for pre, _, _ in scores.values()),
        before_answered=pairs,
        after_right=sum(post for _, post, _ in scores.values()),
        after_answered=pairs,
        respondents=len(scores),
        higher=sum(1 for pre, post, _ in scores.values() if post > pre),
        same=sum(1 for pre, post, _ in scores.values() if post == pre),
        lower=sum(1 for pre, post, _ in scores.values() if post < pre),
        full_before=len(scores) - len(room),
        before_sd=spread([Fraction(pre, n) for pre, _, n in scores.values()]),
        after_sd=spread([Fraction(post, n) for _, post, n in scores.values()]),
        hake=_hake_of(room),
    )


def _hake_of(scores: Sequence[tuple[int, int, int]]) -> float | None:
    pairs = sum(n for _, _, n in scores)
    if not pairs:
        return None
    return hake(Fraction(sum(s[0] for s in scores), pairs), Fraction(sum(s[1] for s in scores), pairs))


def class_gain(before: Sequence[tuple[int, int]], after: Sequence[tuple[int, int]]) -> Gain | None:
    """Gain by class means out of (right, answered) of each question; counts are added, never averaged."""
    pre_right, pre = sum(r for r, _ in before), sum(n for _, n in before)
    post_right, post = sum(r for r, _ in after), sum(n for _, n in after)
    if not pre or not post:
        return None
    return Gain(
        basis="class-means",
        questions=len(after),
        before_right=pre_right,
        before_answered=pre,
        after_right=post_right,
        after_answered=post,
        hake=hake(Fraction(pre_right, pre), Fraction(post_right, post)),
    )
