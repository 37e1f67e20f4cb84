"""Strict rules on what is said at which age: words, the law by its name, what is no more, people's names."""

import re
from collections.abc import Iterator

from lessonapp.content.faults import Fault, Place
from lessonapp.content.reader import LoadedLesson
from lessonapp.content.rule_words import DENIED
from lessonapp.content.rules import Rules
from lessonapp.content.texts import for_pupils, strings
from lessonapp.domain.errors import problem
from lessonapp.domain.text import plain, sentences

_ACT = re.compile(
    r"(?i)(?<!\w)(?:luật|nghị định|quyết định|thông tư|law|act|decree|decision|circular)"
    r"(?:\s+[^\W\d_]+){0,6}\s+(?P<number>\d{1,4}/\d{4})(?!\d)"
)
_SHOT = re.compile(r"(?i)(?<!\w)(?:chụp|screenshots?|capture)(?!\w)")
_PRIVATE = re.compile(r"(?i)(?<!\w)(?:riêng tư|nhạy cảm|vùng kín|private|intimate)(?!\w)")
_ARTICLE = re.compile(
    r"(?i)(?<!\w)(?:điều|khoản|article|section)\s+\d+\s+(?:của\s+|of\s+)?(?:the\s+)?"
    r"(?:luật|bộ luật|nghị định|law|decree|code)|(?<!\w)điều\s+\d{2,}(?!\w)"
)
_FULL_NAME = re.compile(
    r"(?<!\w)(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý)"
    r"(?:[ ](?!Luật|Nghị)[A-ZĐÀ-ỸĂÂÊÔƠƯ][^\W\d_]+){1,3}"
)

SEXTORTION = ("grades-10-12", "adults")
"""Whom threats with private pictures may be taught to."""


def age_faults(loaded: LoadedLesson, rules: Rules) -> Iterator[Fault]:
    """Faults of what is said too early, of law that the pack does not carry, of real-looking names."""
    if loaded.lesson.topic == "sextortion" and loaded.lesson.audience not in SEXTORTION:
        what = problem("this topic is for grades 10 to 12 and adults only; take `strangers` for younger ones")
        yield loaded.fault(("topic",), what, code="age")
    for place, text in strings(loaded.lesson):
        clear = plain(text)
        yield from _too_early(loaded, place, clear, rules)
        yield from _out_of_date(loaded, place, clear, rules)
        yield from _acts(loaded, place, clear, rules)
        yield from _private_shots(loaded, place, clear)
        for name in _FULL_NAME.finditer(clear):
            what = problem(
                "`{name}` looks like a real person’s full name; use a name of the cast", name=name[0]
            )
            yield loaded.fault(place, what, code="names")


def _too_early(loaded: LoadedLesson, place: Place, text: str, rules: Rules) -> Iterator[Fault]:
    if not for_pupils(place):
        return
    lesson = loaded.lesson
    for word in rules.wording.by_age[lesson.audience][lesson.language].finditer(text.casefold()):
        what = problem("`{word}` is not for this age; say it in simpler words or leave it out", word=word[0])
        yield loaded.fault(place, what, code="age")
    if lesson.audience != "adults":
        for article in _ARTICLE.finditer(text):
            what = problem(
                "`{text}`: pupils learn what the law is for, not its articles; leave it out", text=article[0]
            )
            yield loaded.fault(place, what, code="age")


def _private_shots(loaded: LoadedLesson, place: Place, text: str) -> Iterator[Fault]:
    """Nobody is told to take a screenshot of a private picture; what is asked may be about it."""
    if place[-1] in ("text", "prompt", "worksheet"):
        return
    for sentence in sentences(text):
        if _SHOT.search(sentence) and _PRIVATE.search(sentence) and not DENIED.search(sentence):
            what = problem(
                "“{text}” can be heard as advice to copy a private picture; say that it is never copied",
                text=sentence,
            )
            yield loaded.fault(place, what, code="care")


def _out_of_date(loaded: LoadedLesson, place: Place, text: str, rules: Rules) -> Iterator[Fault]:
    gone = rules.wording.gone.get(loaded.lesson.language)
    if gone is None:
        return
    for word in gone.pattern.finditer(text.casefold()):
        what = problem(
            "`{word}` is no more; write {right}", word=word[0], right=gone.right[" ".join(word[0].split())]
        )
        yield loaded.fault(place, what, code="law")


def _acts(loaded: LoadedLesson, place: Place, text: str, rules: Rules) -> Iterator[Fault]:
    """An act named by its number is one of the pack, and a fact that rests on it is among the sources."""
    lesson = loaded.lesson
    for found in _ACT.finditer(text):
        number = found["number"]
        named = {key for key, act in rules.acts.items() if act.split("/")[:2] == number.split("/")}
        facts = [
            k for k, fact in rules.law.items() if named & set(fact.acts) and lesson.audience in fact.audiences
        ]
        if not facts:
            what = problem(
                "`{number}` is no act of the law pack for this audience; correct it or leave it out",
                number=number,
            )
        elif not set(facts) & set(lesson.sources):
            what = problem(
                "names {number}; add its fact to `sources`: {known}", number=number, known=", ".join(facts)
            )
        else:
            continue
        yield loaded.fault(place, what, code="law")
