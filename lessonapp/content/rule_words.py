"""Strict rules on words: lengths, forbidden words, links, numbers, capitals."""

import re
import unicodedata
from collections.abc import Iterator

from lessonapp.content.faults import Fault, Level, Place
from lessonapp.content.reader import LoadedLesson
from lessonapp.content.rule_questions import placed_steps
from lessonapp.content.rules import HEADING_CHARACTERS, LIMITS, SLIDE_CHARACTERS, Limits, Rules
from lessonapp.content.texts import bubbles, for_pupils, on_stage, strings
from lessonapp.domain.errors import Problem, problem
from lessonapp.domain.question import OPTION_TYPES
from lessonapp.domain.step import BranchStep, PollStep, SlideStep, Step, StoryStep
from lessonapp.domain.text import plain, sentences, word_count

_LINK = re.compile(
    r"(?i)https?:|www\.|(?<![\w@.-])[\w.+-]*@?[\w-]+(?:\.[\w-]+)*\.(?P<end>[a-z]{2,10})(?![\w])"
)
_RESERVED = frozenset({"example", "invalid", "test"})
_LONG_NUMBER = re.compile(r"(?<![\w.,+/-])\+?\(?\d(?:\)?[ ./-]?\d){7,14}(?![\w])")
_DATE = re.compile(r"\d{4}([./-])\d{1,2}\1\d{1,2}|\d{1,2}([./-])\d{1,2}\2\d{4}|(?:19|20)\d\d-(?:19|20)\d\d")
_GAPS = str.maketrans(
    dict.fromkeys("\u00a0\u2007\u2009\u202f\t", " ") | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014", "-")
)
_SHORT_NUMBER = re.compile(
    r"(?i)(?<!\w)(?:(?:gọi|bấm|quay|nhắn|nhắn tin|báo)(?: (?:tới|đến|cho|về|ngay))?"
    r"(?: (?:số|đầu số|tổng đài))?"
    r"|hotline|tổng đài|đầu số|call|dial|ring|text)(?: number)?:? (\d{3,4})(?![\w.,]\d|\w)"
)
_UNIT = (
    r"(?:(?:triệu|nghìn|ngàn|tỉ|tỷ|trăm)(?:\s+đồng)?|tr|củ|m\s*đồng|đồng|đ|vnd|usd"
    r"|million|thousand|dong|dollars?)(?!\w)"
)
_MONEY = re.compile(
    rf"(?i)\d[\d.,]*\s*{_UNIT}|\$\s*\d"
    r"|(?<!\w)(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|chục|trăm)\s+(?:triệu|nghìn|ngàn|tỉ)(?!\w)"
    r"|(?<!\w)(?:one|two|three|four|five|ten|twenty|fifty|hundred)\s+(?:million|thousand|hundred)(?!\w)"
)
_FINE = re.compile(r"(?i)(?<!\w)(?:phạt|tiền phạt|fined|fines|a fine|penalty|penalties)(?!\w)")
DENIED = re.compile(
    r"(?i)(?<!\w)(?:không|đừng|chớ|chẳng|chưa|never|no|not|nor|without|don[’']t|doesn[’']t)(?!\w)"
)
"""Words of a sentence that says what is not to be done."""
_CAPITALS = re.compile(r"(?<![\w.])[^\W\d_]{2,}(?![\w])")
_ROMAN = re.compile(r"[IVXLC]+")


def word_faults(loaded: LoadedLesson, rules: Rules) -> Iterator[Fault]:
    """Faults of the lesson's texts."""
    for place, text in strings(loaded.lesson):
        yield from _everywhere(loaded, place, text, rules)
        yield from _spelling(loaded, place, text, rules)
        if for_pupils(place):
            yield from _forbidden(loaded, place, plain(text), rules)
        elif place[-1] == "notes" and loaded.lesson.language == "vi":
            said = [sentence for sentence in sentences(plain(text)) if not DENIED.search(sentence)]
            yield from _forbidden(loaded, place, "\n".join(said), rules)
        if for_pupils(place) or loaded.lesson.audience != "adults":
            yield from _fines(loaded, place, plain(text))
        yield from _brands(loaded, place, plain(text), rules)
    limits = LIMITS[loaded.lesson.audience]
    yield from _sentences(loaded, ("key_message",), loaded.lesson.key_message, limits)
    for place, step in placed_steps(loaded):
        for inner, text in on_stage(step):
            yield from _sentences(loaded, (*place, *inner), text, limits)
        for inner, what in (*_slide_words(step, limits), *_lengths(step, limits)):
            yield loaded.fault((*place, *inner), what, code="length")


def _everywhere(loaded: LoadedLesson, place: Place, text: str, rules: Rules) -> Iterator[Fault]:
    for link in _LINK.finditer(text):
        if link["end"] is None or link["end"].lower() not in _RESERVED:
            what = problem(
                "`{text}` looks like a link; lessons name none (or a made-up one in .example)", text=link[0]
            )
            yield loaded.fault(place, what, code="links")
    if hidden := [c for c in text if unicodedata.category(c) == "Cf"]:
        what = problem("an invisible character ({code}); type the word anew", code=f"U+{ord(hidden[0]):04X}")
        yield loaded.fault(place, what, code="hidden")
    joined = re.sub(" +", " ", text.translate(_GAPS))
    for number in _LONG_NUMBER.finditer(joined):
        if not _DATE.fullmatch(number[0]):
            yield loaded.fault(place, _number_problem(number[0]), code="numbers")
    known = rules.wording.numbers
    if loaded.lesson.audience not in ("grades-1-3", "grades-4-5"):
        known |= rules.wording.numbers_older
    for number in _SHORT_NUMBER.finditer(joined):
        if number[1] not in known:
            yield loaded.fault(place, _number_problem(number[1]), code="numbers")
    capitals = [w for w in _CAPITALS.findall(text) if w.isupper() and not _may_be_capitals(w, loaded, rules)]
    if capitals:
        what = problem("`{words}` in capitals; write small letters", words=" ".join(capitals))
        yield loaded.fault(place, what, "error" if for_pupils(place) else "warning", "capitals")


def _spelling(loaded: LoadedLesson, place: Place, text: str, rules: Rules) -> Iterator[Fault]:
    found = rules.wording.spelling.get(loaded.lesson.language)
    if found is None:
        return
    for word in found.pattern.finditer(text.casefold()):
        what = problem("`{word}` is written `{right}` here", word=word[0], right=found.right[word[0]])
        yield loaded.fault(place, what, code="spelling")


def _number_problem(number: str) -> Problem:
    return problem(
        "`{number}` looks like a telephone number; name only 111 and the school's contacts", number=number
    )


def _may_be_capitals(word: str, loaded: LoadedLesson, rules: Rules) -> bool:
    ascii_in_english = loaded.lesson.language == "en" and word.isascii()
    return ascii_in_english or word in rules.wording.acronyms or _ROMAN.fullmatch(word) is not None


def _forbidden(loaded: LoadedLesson, place: Place, text: str, rules: Rules) -> Iterator[Fault]:
    """What is not said to pupils, in notes too: they are read out as they stand."""
    language, words = loaded.lesson.language, rules.wording
    level: Level = "error" if for_pupils(place) and loaded.lesson.audience != "adults" else "warning"
    low = words.allowed.sub(lambda m: "·" * len(m[0]), text.casefold())
    for found in words.forbidden[language].finditer(low):
        what = problem("`{word}` is not said to pupils; say it kindly", word=found[0])
        yield loaded.fault(place, what, level, "words")


def _brands(loaded: LoadedLesson, place: Place, text: str, rules: Rules) -> Iterator[Fault]:
    for found in rules.wording.brands.finditer(text.casefold()):
        what = problem("`{word}` is a real brand; use an invented app of the cast", word=found[0])
        yield loaded.fault(place, what, code="brands")


def _fines(loaded: LoadedLesson, place: Place, text: str) -> Iterator[Fault]:
    """A sum beside a fine, in the same sentence or in the one after it."""
    before = ""
    for sentence in sentences(text):
        if (money := _MONEY.search(sentence)) and _FINE.search(f"{before} {sentence}"):
            what = problem("`{text}` is a sum of money as a fine; leave the sum out", text=money[0])
            yield loaded.fault(place, what, code="words")
        before = sentence


def _sentences(loaded: LoadedLesson, place: Place, text: str, limits: Limits) -> Iterator[Fault]:
    if limits.sentence_words is None:
        return
    for sentence in sentences(plain(text)):
        count = word_count(sentence)
        if count > limits.sentence_words:
            what = problem(
                "a sentence of {count} words, at most {limit}: “{start}…”",
                count=count,
                limit=limits.sentence_words,
                start=" ".join(sentence.split()[:5]),
            )
            yield loaded.fault(place, what, code="length")


def _slide_words(step: Step, limits: Limits) -> Iterator[tuple[Place, Problem]]:
    parts: list[tuple[Place, str]] = []
    if isinstance(step, SlideStep):
        parts = [(("heading",), f"{step.heading}\n{step.body or ''}")]
    elif isinstance(step, StoryStep):
        parts = [
            (("panels", i), "\n".join([*(s.text for s in panel.speech), panel.caption or ""]))
            for i, panel in enumerate(step.panels)
        ]
    for place, text in parts:
        count = word_count(plain(text))
        if limits.slide_words is not None and count > limits.slide_words:
            yield (
                place,
                problem(
                    "{count} words on one slide, at most {limit}; split it",
                    count=count,
                    limit=limits.slide_words,
                ),
            )


def _lengths(step: Step, limits: Limits) -> Iterator[tuple[Place, Problem]]:
    texts: list[tuple[Place, str, int]] = [
        ((name,), value, limit)
        for name, limit in (("prompt", limits.question), ("heading", HEADING_CHARACTERS))
        if (value := getattr(step, name, None)) is not None
    ]
    if isinstance(step, (*OPTION_TYPES, PollStep, BranchStep)):
        texts += [(("options", i, "text"), o.text, limits.option) for i, o in enumerate(step.options)]
    if isinstance(step, SlideStep) and step.body:
        texts += [(("body",), line, SLIDE_CHARACTERS) for line in step.body.splitlines()]
    texts += [(place, text, limits.bubble) for place, text in bubbles(step)]
    for place, text, limit in texts:
        length = len(plain(text))
        if length > limit:
            yield place, problem("{count} characters, at most {limit}; shorten it", count=length, limit=limit)
