"""Strict rules over the lessons of a library together."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from lessonapp.content.faults import Fault, Level, Place, line_of
from lessonapp.content.reader import LoadedLesson
from lessonapp.content.rule_questions import placed_steps
from lessonapp.content.rules import same_words
from lessonapp.content.texts import for_pupils, strings
from lessonapp.domain.errors import problem
from lessonapp.domain.language import LANGUAGES
from lessonapp.domain.look import LETTERS
from lessonapp.domain.question import SingleQuestion
from lessonapp.domain.step import HelpStep
from lessonapp.domain.text import plain, sentences, word_count

LONGEST_SHARE = 0.45
PLACE_SHARE = 0.50
ENOUGH_QUESTIONS = 8
REPEATED_WORDS = 5
REPEATED_WORDS_OF_NOTES = 10
HOTLINE = "111"
"""A sentence that names it is a help line, and those are the same everywhere."""


def library_faults(lessons: Sequence[LoadedLesson], shared: frozenset[str] = frozenset()) -> Iterator[Fault]:
    """Faults that only several lessons together show, by language; `shared` sentences may be in many."""
    for language in LANGUAGES:
        own = [loaded for loaded in lessons if loaded.lesson.language == language]
        yield from _answer_places(own)
        yield from _repeated(own, shared)


def _answer_places(lessons: Sequence[LoadedLesson]) -> Iterator[Fault]:
    longest: list[tuple[LoadedLesson, Place]] = []
    places: dict[int, list[tuple[LoadedLesson, Place]]] = defaultdict(list)
    total = 0
    for loaded in lessons:
        for place, step in placed_steps(loaded):
            if isinstance(step, SingleQuestion) and len(step.options) >= 3:
                total += 1
                where = (loaded, (*place, "options", step.right_place))
                places[step.right_place].append(where)
                if step.right_is_longest:
                    longest.append(where)
    if total == 0:
        return
    level: Level = "error" if total >= ENOUGH_QUESTIONS else "warning"
    if len(longest) > LONGEST_SHARE * total:
        loaded, place = longest[0]
        what = problem(
            "the longest answer is right in {count} of {total} single questions; at most 45 %",
            count=len(longest),
            total=total,
        )
        yield loaded.fault(place, what, level, "library")
    for index, found in places.items():
        if len(found) > PLACE_SHARE * total:
            loaded, place = found[0]
            what = problem(
                "{letter} is right in {count} of {total} single questions; at most half, move some",
                letter=LETTERS[index],
                count=len(found),
                total=total,
            )
            yield loaded.fault(place, what, level, "library")


def _repeated(lessons: Sequence[LoadedLesson], shared: frozenset[str]) -> Iterator[Fault]:
    """Every place of every sentence that two lessons share, each with all the others."""
    found: dict[str, list[tuple[LoadedLesson, Place, str]]] = defaultdict(list)
    for loaded in lessons:
        for place, sentence in _told(loaded):
            found[same_words(sentence)].append((loaded, place, sentence))
    for key, told in found.items():
        if len({loaded.lesson.id for loaded, _, _ in told}) == 1 or key in shared or HOTLINE in key:
            continue
        for loaded, place, sentence in told:
            others = [
                f"{other.lesson.id}:{line_of(other.lines, where)}"
                for other, where, _ in told
                if other.lesson.id != loaded.lesson.id
            ]
            what = problem(
                "said in the same words at {places}: “{text}”; say it anew",
                places=", ".join(dict.fromkeys(others)),
                text=sentence,
            )
            yield loaded.fault(place, what, "warning", "repeated")


def _told(loaded: LoadedLesson) -> Iterator[tuple[Place, str]]:
    """Every sentence long enough to be a lesson's own; what only teachers read may share short ones."""
    openings = {
        (*place, "opening") for place, step in placed_steps(loaded) if isinstance(step, HelpStep)
    }  # where a lesson repeats the help line of its audience
    for place, text in strings(loaded.lesson):
        if place in openings or place[-1] in ("alt", "id"):
            continue
        least = REPEATED_WORDS if for_pupils(place) or place == ("family_note",) else REPEATED_WORDS_OF_NOTES
        for sentence in sentences(plain(text)):
            if word_count(sentence) >= least:
                yield place, sentence
