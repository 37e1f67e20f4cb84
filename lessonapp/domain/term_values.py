"""Values of class, term and school reports: plain counts that screen and paper show alike."""

from datetime import date, datetime
from fractions import Fraction

from lessonapp.domain.lesson import Topic
from lessonapp.domain.look import Audience
from lessonapp.domain.plan import Ask
from lessonapp.domain.statistics import Confidence, class_gain, hake
from lessonapp.domain.summary_values import Head
from lessonapp.domain.value import Value


class Period(Value):
    """From one day to another, both with it; None is open."""

    first: date | None = None
    last: date | None = None

    def contains(self, day: date) -> bool:
        """Whether a day lies in it."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


class ReplayTopic(Value):
    """A question that fewer than 70 % had right after the lesson; `shows` is what the usual mistake shows."""

    lesson: str
    step: str
    number: int
    prompt: str
    right: int
    answered: int
    shows: str | None = None


class SessionResult(Value):
    """One session in counts: everything of a class's or school's report is a fold over these.

    `before_*` and `after_*` are of the gain (`basis` says of whom), `exit_*` of all questions after the
    lesson, asked before or not. `respondents` answered something, or are the most hands raised at once.
    `again` and `settled` are the questions that under 70 % had right after the lesson, and the others.
    """

    session: str
    class_label: str
    audience: Audience
    lesson: str
    title: str
    topic: Topic | None
    competences: tuple[str, ...]
    opened: datetime
    day: date
    minutes: int
    whole: bool
    ended: bool
    seats_present: int
    seats_ever: int
    respondents: int
    questions: int
    basis: str | None = None
    before_right: int = 0
    before_answered: int = 0
    after_right: int = 0
    after_answered: int = 0
    exit_right: int = 0
    exit_answered: int = 0
    again: tuple[ReplayTopic, ...] = ()
    settled: tuple[str, ...] = ()

    @property
    def points(self) -> float | None:
        """The gain in percentage points; None where nothing was asked before and after."""
        if not self.before_answered or not self.after_answered:
            return None
        after = Fraction(self.after_right, self.after_answered)
        return float(100 * (after - Fraction(self.before_right, self.before_answered)))


class PlannedLesson(Value):
    """A lesson that the plan of the year asks of a class, with its title in the report's language."""

    lesson: str
    title: str
    ask: Ask = "teach"


class TickedLesson(Value):
    """A planned lesson and the day it was first taught whole; `part` where only parts of it were."""

    lesson: str
    title: str
    taught: date | None = None
    part: bool = False


class Totals(Value):
    """Counts added over sessions; averages are never averaged."""

    sessions: int = 0
    lessons: int = 0
    minutes: int = 0
    answers: int = 0
    before_right: int = 0
    before_answered: int = 0
    after_right: int = 0
    after_answered: int = 0
    with_gain: int = 0
    by_hands: int = 0
    confidence: Confidence = "hidden"

    @property
    def points(self) -> float | None:
        """Percentage points from before to after over all answers; None without both."""
        gain = class_gain(
            [(self.before_right, self.before_answered)], [(self.after_right, self.after_answered)]
        )
        return None if gain is None else gain.points

    @property
    def hake(self) -> float | None:
        """Normalised gain on the added counts (Hake 1998)."""
        if not self.before_answered or not self.after_answered:
            return None
        return hake(
            Fraction(self.before_right, self.before_answered),
            Fraction(self.after_right, self.after_answered),
        )


class Trend(Value):
    """Right after the lesson in the earlier and the later half of the sessions; None under four of them."""

    sessions: int
    early_right: int
    early_answered: int
    late_right: int
    late_answered: int


class Competence(Value):
    """A competence by its tag, and in how many sessions it was practised."""

    tag: str
    sessions: int


class ClassReport(Value):
    """A class over a term."""

    head: Head
    class_label: str
    period: Period
    made: datetime
    results: tuple[SessionResult, ...]
    plan: tuple[TickedLesson, ...]
    extra: tuple[str, ...]
    totals: Totals
    trend: Trend | None
    again: tuple[ReplayTopic, ...]
    competences: tuple[Competence, ...]
    left_out: int = 0

    @property
    def planned_taught(self) -> int:
        """How many of the planned lessons were taught whole."""
        return sum(line.taught is not None for line in self.plan)


class ClassLine(Value):
    """One class of a school's report."""

    class_label: str
    audience: Audience
    pupils: int
    planned: int
    planned_taught: int
    totals: Totals


class LessonLine(Value):
    """One lesson over the classes of a school; `pupils` are the most who answered at once in each class."""

    lesson: str
    title: str
    classes: int
    totals: Totals
    pupils: int = 0


class SchoolReport(Value):
    """A school over a term: classes, lessons and competences."""

    head: Head
    period: Period
    made: datetime
    first: date | None
    last: date | None
    totals: Totals
    classes: tuple[ClassLine, ...]
    lessons: tuple[LessonLine, ...]
    again: tuple[ReplayTopic, ...]
    competences: tuple[Competence, ...]
    left_out: int = 0
