"""Strict rules on questions: how many, their twins, feedback, pictures for the youngest."""

from collections.abc import Iterator, Sequence

from lessonapp.content.faults import Fault, Place
from lessonapp.content.reader import LoadedLesson
from lessonapp.content.rules import Rules, is_bulletin, same_words
from lessonapp.domain.errors import problem
from lessonapp.domain.question import OPTION_TYPES, QuestionBase
from lessonapp.domain.step import Step, is_round_step
from lessonapp.domain.text import fold, word_count

LEAST = {"pre": 3, "practice": 2, "exit": 3}
LEAST_QUESTIONS = 8
FEEDBACK_WORDS = 5


def placed_steps(loaded: LoadedLesson) -> Iterator[tuple[Place, Step]]:
    """The steps of a lesson with their places."""
    for b, block in enumerate(loaded.lesson.blocks):
        for s, step in enumerate(block.steps):
            yield ("blocks", b, "steps", s), step


def question_faults(loaded: LoadedLesson, rules: Rules) -> Iterator[Fault]:
    """Faults of the lesson's questions."""
    questions = [(place, step) for place, step in placed_steps(loaded) if isinstance(step, QuestionBase)]
    if not is_bulletin(loaded):
        yield from _numbers(loaded, [step for _, step in questions])
    yield from _twins(loaded, questions)
    for place, question in questions:
        yield from _feedback(loaded, place, question)
        yield from _filler(loaded, place, question, rules)
    if loaded.lesson.audience == "grades-1-3":
        yield from _pictures(loaded)


def _numbers(loaded: LoadedLesson, questions: list[QuestionBase]) -> Iterator[Fault]:
    if len(questions) < LEAST_QUESTIONS:
        what = problem("{count} questions; a lesson has at least 8", count=len(questions))
        yield loaded.fault(("blocks",), what, code="questions")
    for purpose, least in LEAST.items():
        count = sum(1 for q in questions if q.purpose == purpose)
        if count < least:
            what = problem(
                "{count} questions with `purpose: {purpose}`; at least {limit}",
                count=count,
                purpose=purpose,
                limit=least,
            )
            yield loaded.fault(("blocks",), what, code="questions")


def _twins(loaded: LoadedLesson, questions: Sequence[tuple[Place, QuestionBase]]) -> Iterator[Fault]:
    named_by = {step.twin: step.id for _, step in questions if step.twin}
    by_id = {step.id: (order, step) for order, (_, step) in enumerate(questions)}
    for order, (place, step) in enumerate(questions):
        twin = step.twin or named_by.get(step.id)
        if step.purpose != "practice" and twin is None:
            what = problem("the {purpose} question needs a twin: same skill, new story", purpose=step.purpose)
            yield loaded.fault(place, what, code="twins")
        if step.purpose == "pre" and twin in by_id:
            other_order, other = by_id[twin]
            if other_order < order:
                what = problem("comes after its exit twin `{twin}`; move it before", twin=twin)
                yield loaded.fault(place, what, code="twins")
            if fold(other.prompt) == fold(step.prompt):
                what = problem("its twin `{twin}` asks the same words; tell a new story", twin=twin)
                yield loaded.fault((*place, "prompt"), what, code="twins")


def _feedback(loaded: LoadedLesson, place: Place, question: QuestionBase) -> Iterator[Fault]:
    must = isinstance(question, OPTION_TYPES)
    if not must and question.explanation is not None:
        return
    for field in ("options", "items", "pairs", "spots"):
        for index, part in enumerate(getattr(question, field, ())):
            if part.feedback is None:
                if must:
                    what = problem("no feedback; say warmly why")
                else:
                    what = problem("no feedback; say warmly why, or give the question an `explanation`")
                yield loaded.fault((*place, field, index), what, code="feedback")
            elif word_count(part.feedback) < FEEDBACK_WORDS:
                what = problem("“{text}” does not say why; tell it in a warm sentence", text=part.feedback)
                yield loaded.fault((*place, field, index, "feedback"), what, code="feedback")


def _filler(loaded: LoadedLesson, place: Place, question: QuestionBase, rules: Rules) -> Iterator[Fault]:
    """Every option is something that pupils really do or think."""
    filler = rules.wording.filler.get(loaded.lesson.language, frozenset())
    for index, option in enumerate(getattr(question, "options", ())):
        if same_words(option.text) in filler:
            what = problem(
                "“{text}” only fills a place; write a mistake that pupils really make", text=option.text
            )
            yield loaded.fault((*place, "options", index, "text"), what, code="filler")


_PICTURED = {
    "options": ("picture",),
    "items": ("picture",),
    "buckets": ("picture",),
    "pairs": ("left_picture", "right_picture"),
}


def _pictures(loaded: LoadedLesson) -> Iterator[Fault]:
    """All that the youngest choose from, lay or sort has a picture: many of them do not read yet."""
    for place, step in placed_steps(loaded):
        if not is_round_step(step):
            continue
        for field, pictures in _PICTURED.items():
            for index, part in enumerate(getattr(step, field, ())):
                if any(getattr(part, picture) is None for picture in pictures):
                    what = problem("no picture; pupils of grades 1 to 3 answer by picture, add one")
                    yield loaded.fault((*place, field, index), what, code="pictures")
