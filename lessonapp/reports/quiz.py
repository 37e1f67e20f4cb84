"""A quiz on paper as a value: two versions of it, their options in another order, and the key to both."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from lessonapp.domain.lesson import Lesson
from lessonapp.domain.question import (
    HotspotQuestion,
    MatchQuestion,
    MultipleQuestion,
    OrderQuestion,
    QuestionBase,
    SingleQuestion,
    SortQuestion,
    TrueFalseQuestion,
)
from lessonapp.reports.lesson_words import paper_questions

Version = Literal["A", "B"]
VERSIONS: tuple[Version, ...] = ("A", "B")
LETTERS = "ABCDEFGHIJKL"
Kind = Literal["one", "some", "order", "match", "sort"]


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to choose, to place or to join; `key` is its letter, number or empty."""

    label: str
    text: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class PaperQuestion:
    """A question on paper: what is chosen or placed, what it is joined with, and the key."""

    number: int
    kind: Kind
    prompt: str
    entries: tuple[Entry, ...]
    targets: tuple[Entry, ...] = ()

    @property
    def key(self) -> str:
        """The right answer as it is written down: `B`, `A, C`, `2, 1, 3`, `1–C, 2–A`."""
        if self.kind in ("one", "some"):
            return ", ".join(entry.label for entry in self.entries if entry.key)
        if self.kind == "order":
            return ", ".join(entry.key for entry in self.entries)
        return ", ".join(f"{entry.label}–{entry.key}" for entry in self.entries)


def quiz(lesson: Lesson, version: Version) -> tuple[PaperQuestion, ...]:
    """The questions of a version, numbered from 1; the same in both, in the same order."""
    turn = VERSIONS.index(version)
    return tuple(_question(number, q, turn) for number, q in enumerate(paper_questions(lesson), start=1))


def _question(number: int, question: QuestionBase, turn: int) -> PaperQuestion:
    match question:
        case SingleQuestion() | TrueFalseQuestion() | MultipleQuestion():
            order = _turned(range(len(question.options)), number, turn)
            if isinstance(question, TrueFalseQuestion):
                order = range(2)  # true before false, as everybody expects
            entries = tuple(
                Entry(LETTERS[place], question.options[i].text, "x" if question.options[i].correct else "")
                for place, i in enumerate(order)
            )
            kind: Kind = "some" if isinstance(question, MultipleQuestion) else "one"
            return PaperQuestion(number, kind, question.prompt, entries)
        case HotspotQuestion():
            order = _turned(range(len(question.spots)), number, turn)
            entries = tuple(
                Entry(LETTERS[place], question.spots[i].text, "x" if question.spots[i].correct else "")
                for place, i in enumerate(order)
            )
            return PaperQuestion(number, "some", question.prompt, entries)
        case OrderQuestion():
            order = _turned(
                range(len(question.items)), number, turn + 1
            )  # never as in the file: that is right
            entries = tuple(Entry("", question.items[i].text, str(i + 1)) for i in order)
            return PaperQuestion(number, "order", question.prompt, entries)
        case MatchQuestion():
            return _match(number, question, turn)
        case SortQuestion():
            return _sort(number, question, turn)
    raise TypeError(type(question).__name__)


def _match(number: int, question: MatchQuestion, turn: int) -> PaperQuestion:
    order = _turned(range(len(question.pairs)), number, turn + 1)
    letter = {question.pairs[i].id: LETTERS[place] for place, i in enumerate(order)}
    entries = tuple(
        Entry(str(n), pair.left, letter[pair.id]) for n, pair in enumerate(question.pairs, start=1)
    )
    targets = tuple(Entry(LETTERS[place], question.pairs[i].right) for place, i in enumerate(order))
    return PaperQuestion(number, "match", question.prompt, entries, targets)


def _sort(number: int, question: SortQuestion, turn: int) -> PaperQuestion:
    letter = {bucket.id: LETTERS[place] for place, bucket in enumerate(question.buckets)}
    order = _turned(range(len(question.items)), number, turn)
    entries = tuple(
        Entry(str(n), question.items[i].text, letter[question.items[i].bucket])
        for n, i in enumerate(order, start=1)
    )
    targets = tuple(Entry(letter[bucket.id], bucket.text) for bucket in question.buckets)
    return PaperQuestion(number, "sort", question.prompt, entries, targets)


def _turned(order: Sequence[int], number: int, turn: int) -> Sequence[int]:
    """The order of the file for turn 0, another for each further turn; never the same one again."""
    if turn == 0 or len(order) < 2:
        return order
    by = 1 + (number + turn) % (len(order) - 1)
    turned = [*order[by:], *order[:by]]
    if turn > 1 and len(order) > 2:
        turned[0], turned[1] = turned[1], turned[0]
    return turned
