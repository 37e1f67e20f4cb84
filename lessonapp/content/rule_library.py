"""Strict rules over the lessons of a library together."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from lessonapp.content.faults import Fault, Level, Place
from lessonapp.content.reader import LoadedLesson
from lessonapp.content.rule_questions import placed_steps
from lessonapp.content.texts import on_stage
from lessonapp.domain.errors import problem
from lessonapp.domain.question import SingleQuestion
from lessonapp.domain.text import plain, sentences, word_count

LONGEST_SHARE = 0.45
PLACE_SHARE = 0.50
ENOUGH_QUESTIONS = 8
REPEATED_WORDS = 5


def library_faults(lessons: Sequence[LoadedLesson]) -> Iterator[Fault]:
    """Faults that only several lessons together show, by language."""
    for language in ("vi", "en"):
        own = [loaded for loaded in lessons if loaded.lesson.language == language]
        yield from _answer_places(own)
        yield from _repeated(own)


def _answer_places(lessons: Sequence[LoadedLesson]) -> Iterator[Fault]:
    longest: list[tuple[LoadedLesson, Place]] = []
    places: dict[int, list[tuple[LoadedLesson, Place]]] = defaultdict(list)
    total = 0
    for loaded in lessons:
        for place, step in placed_steps(loaded):
            if isinstance(step, SingleQuestion) and len(step.options) >= 3:
                total += 1
                right = next(i for i, option in enumerate(step.options) if option.correct)
                where = (loaded, (*place, "options", right))
                places[right].append(where)
                lengths = [len(option.text) for option in step.options]
                if lengths[right] == max(lengths) and lengths.count(lengths[right]) == 1:
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
                letter="ABCD"[index],
                count=len(found),
                total=total,
            )
            yield loaded.fault(place, what, level, "library")


def _repeated(lessons: Sequence[LoadedLesson]) -> Iterator[Fault]:
    first: dict[str, str] = {}
    told: set[str] = set()
    for loaded in lessons:
        for place, step in placed_steps(loaded):
            for inner, text in on_stage(step):
                for sentence in _long_sentences(text):
                    key = " ".join(sentence.casefold().strip(' .!?…"“”').split())
                    other = first.setdefault(key, loaded.lesson.id)
                    if other != loaded.lesson.id and key not in told:
                        told.add(key)
                        what = problem(
                            "`{lesson}` says the same: “{text}”; say it anew", lesson=other, text=sentence
                        )
                        yield loaded.fault((*place, *inner), what, "warning", "repeated")


def _long_sentences(text: str) -> list[str]:
    return [s for s in sentences(plain(text)) if word_count(s) >= REPEATED_WORDS]
