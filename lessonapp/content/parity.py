"""Both languages of a lesson: same ids, same structure, same right answers."""

import re
from collections.abc import Iterator, Sequence

from pydantic import BaseModel

from lessonapp.content.faults import Fault, Place
from lessonapp.content.reader import LoadedLesson
from lessonapp.content.texts import name_in_file, text_fields
from lessonapp.domain.errors import Problem, problem
from lessonapp.domain.step import SlideStep

_NUMBERS = re.compile(r"(?<![\w.,])(?:11[1-5]|156|5656)(?![\w]|[.,]\d)")
"""Numbers to call for help or to report."""
_OWN_TO_EACH = frozenset({"language", "read_aloud", "alt"})
_OWN_TO_STEPS = frozenset({"title"})


def parity_faults(first: LoadedLesson, second: LoadedLesson) -> list[Fault]:
    """Where the second file (the English one) differs from the first in more than words."""
    other = first.path.name
    return [
        second.fault(place, what, code="parity")
        for place, what in _compare(first.lesson, second.lesson, (), other)
    ]


def _compare(a: object, b: object, place: Place, other: str) -> Iterator[tuple[Place, Problem]]:
    if isinstance(a, BaseModel) and isinstance(b, BaseModel):
        yield from _compare_values(a, b, place, other)
    elif isinstance(a, tuple) and isinstance(b, tuple):
        yield from _compare_lists(a, b, place, other)
    elif a != b:
        yield place, _differs(a, b, other)


def _compare_values(a: BaseModel, b: BaseModel, place: Place, other: str) -> Iterator[tuple[Place, Problem]]:
    if type(a) is not type(b):
        for key in ("kind", "type"):
            mine, theirs = getattr(b, key, None), getattr(a, key, None)
            if mine != theirs:
                yield (*place, key), _differs(theirs, mine, other)
                return
    words = text_fields(type(a))
    in_step = len(place) == 4
    for name in type(a).model_fields:
        if name in _OWN_TO_EACH or (in_step and name in _OWN_TO_STEPS):
            continue
        left, right = getattr(a, name), getattr(b, name)
        where = (*place, name_in_file(a, name))
        if name in words:
            yield from _compare_words(left, right, where, other)
        else:
            yield from _compare(left, right, where, other)
    if isinstance(a, SlideStep) and isinstance(b, SlideStep) and b.reveal and a.body and b.body:
        yield from _compare_counts(_lines(a.body), _lines(b.body), (*place, "body"), other)


def _lines(text: str) -> int:
    return sum(1 for line in text.splitlines() if line.strip())


def _compare_words(a: object, b: object, place: Place, other: str) -> Iterator[tuple[Place, Problem]]:
    if (a is None) != (b is None):
        if b is None:
            yield place, problem("is missing here but stands in {other}; translate it", other=other)
        else:
            yield (
                place,
                problem("stands here but not in {other}; both languages have the same parts", other=other),
            )
    elif isinstance(a, tuple) and isinstance(b, tuple):
        yield from _compare_counts(len(a), len(b), place, other)
        for index, (left, right) in enumerate(zip(a, b, strict=False)):
            yield from _compare_words(left, right, (*place, index), other)
    elif isinstance(a, str) and isinstance(b, str):
        there, here = set(_NUMBERS.findall(a)), set(_NUMBERS.findall(b))
        if there != here:
            what = problem(
                "names {here}, {other} names {there}; both languages name the same numbers to call",
                here=", ".join(sorted(here)) or "–",
                other=other,
                there=", ".join(sorted(there)) or "–",
            )
            yield place, what


def _compare_counts(a: int, b: int, place: Place, other: str) -> Iterator[tuple[Place, Problem]]:
    if a != b:
        what = problem(
            "has {here} lines, {other} has {there}; make them the same", here=b, there=a, other=other
        )
        yield place, what


def _compare_lists(
    a: Sequence[object], b: Sequence[object], place: Place, other: str
) -> Iterator[tuple[Place, Problem]]:
    left, right = [_id(v) for v in a], [_id(v) for v in b]
    if None not in left and None not in right and left != right:
        yield from _compare_ids(left, right, place, other)
        places = {name: i for i, name in enumerate(left)}
        for index, name in enumerate(right):
            if name in places:
                yield from _compare(a[places[name]], b[index], (*place, index), other)
    elif len(a) != len(b):
        yield from _compare_counts(len(a), len(b), place, other)
    else:
        for index, (x, y) in enumerate(zip(a, b, strict=True)):
            yield from _compare(x, y, (*place, index), other)


def _compare_ids(
    left: Sequence[str | None], right: Sequence[str | None], place: Place, other: str
) -> Iterator[tuple[Place, Problem]]:
    for name in left:
        if name not in right:
            yield place, problem("`{id}` of {other} is missing here; add it", id=name, other=other)
    for index, name in enumerate(right):
        if name not in left:
            what = problem("`{id}` is not in {other}; both languages have the same ids", id=name, other=other)
            yield (*place, index), what
    if set(left) == set(right):
        what = problem("the order differs from {other}: {ids}", other=other, ids=", ".join(map(str, left)))
        yield place, what


def _id(value: object) -> str | None:
    found = getattr(value, "id", None)
    return found if isinstance(found, str) else None


def _differs(theirs: object, mine: object, other: str) -> Problem:
    return problem(
        "is `{here}`, in {other} it is `{there}`; make them the same",
        here=_text(mine),
        there=_text(theirs),
        other=other,
    )


def _text(value: object) -> str:
    if value is None:
        return "-"
    if isinstance(value, BaseModel):
        return "…"
    return str(value).lower() if isinstance(value, bool) else str(value)
