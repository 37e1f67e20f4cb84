"""What the strict check measures lessons by: limits by audience, words and sources from `resources/`."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lessonapp.content.faults import Fault
from lessonapp.content.law import law_pack
from lessonapp.content.reader import LoadedLesson
from lessonapp.content.yaml_source import read_source
from lessonapp.domain.errors import MachineError
from lessonapp.domain.law import LawFact
from lessonapp.domain.look import AUDIENCES, Audience


@dataclass(frozen=True, slots=True)
class Limits:
    """Lengths for one audience: minutes of a lesson, words, characters; None where nothing is set."""

    minutes: int
    blocks: int
    sentence_words: int | None
    slide_words: int | None
    question: int
    option: int
    bubble: int


LIMITS: dict[Audience, Limits] = {
    "grades-1-3": Limits(35, 3, 12, 25, 60, 32, 32),
    "grades-4-5": Limits(35, 3, 16, 35, 90, 40, 48),
    "grades-6-9": Limits(45, 3, 20, 45, 90, 40, 60),
    "grades-10-12": Limits(45, 3, 22, 55, 90, 40, 60),
    "adults": Limits(60, 4, None, None, 90, 40, 60),
}
HEADING_CHARACTERS = 52
SLIDE_CHARACTERS = 120
BULLETIN_MINUTES = 5
SENSITIVE_TOPICS = frozenset({"strangers", "help", "recovery", "friends", "sextortion"})


@dataclass(frozen=True, slots=True)
class SourceKey:
    """A fact that lessons may cite: how sure it is and for whom it is."""

    confidence: str
    audiences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spelling:
    """Words written otherwise, and how they are written here."""

    pattern: re.Pattern[str]
    right: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Wording:
    """Words to keep out of lessons, as patterns, and what is allowed."""

    forbidden: Mapping[str, re.Pattern[str]]
    allowed: re.Pattern[str]
    brands: re.Pattern[str]
    acronyms: frozenset[str]
    numbers: frozenset[str]
    numbers_older: frozenset[str]
    step_out: Mapping[str, re.Pattern[str]]
    calm: Mapping[str, re.Pattern[str]]
    spelling: Mapping[str, Spelling]
    shared: frozenset[str]
    by_age: Mapping[Audience, Mapping[str, re.Pattern[str]]]
    gone: Mapping[str, Spelling]
    filler: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Cell:
    """What the curriculum names for one of its lessons."""

    competences: tuple[str, ...]
    strands: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rules:
    """All that the strict check reads from the resources folder."""

    sources: Mapping[str, SourceKey]
    wording: Wording
    law: Mapping[str, LawFact]
    acts: Mapping[str, str]
    cells: Mapping[str, Cell]


Rule = Callable[[LoadedLesson, Rules], Iterator[Fault]]
"""One theme of the strict check over one lesson in one language."""


@cache
def load_rules(resources: Path) -> Rules:
    """The rules of a resources folder; MachineError when its files are broken."""
    pack = law_pack(resources)
    law = pack.facts
    acts = {key: act.number for key, act in pack.acts.items()}
    try:
        sources = _sources(_data(resources / "sources.yaml"))
        sources |= {key: SourceKey(fact.confidence, fact.audiences) for key, fact in law.items()}
        wording = _wording(_data(resources / "wording.yaml"))
        return Rules(sources, wording, law, acts, _cells(resources / "curriculum.json"))
    except (KeyError, TypeError, AttributeError, OSError, ValueError) as error:
        what = "sources.yaml, wording.yaml or curriculum.json is damaged"
        raise MachineError(f"{resources}: {what}; install again") from error


def _data(path: Path) -> dict[str, object]:
    source = read_source(path)
    if source.faults or not isinstance(source.data, dict):
        raise MachineError("\n".join(map(str, source.faults)) or f"{path}: damaged; install again")
    return source.data


def _cells(path: Path) -> dict[str, Cell]:
    cells = json.loads(path.read_text("utf-8"))["cells"]
    return {cell["id"]: Cell(tuple(cell["competences"]), tuple(cell["strands"])) for cell in cells}


def _sources(data: Mapping[str, object]) -> dict[str, SourceKey]:
    keys = {}
    for key, about in data.items():
        if not isinstance(about, dict):
            raise TypeError(key)
        keys[key] = SourceKey(about["confidence"], tuple(about.get("audiences", AUDIENCES)))
    return keys


def _wording(data: Mapping[str, object]) -> Wording:
    forbidden, numbers = data["forbidden"], data["numbers"]
    if not isinstance(forbidden, dict) or not isinstance(numbers, dict):
        raise TypeError("wording")
    return Wording(
        {language: whole_words(_list(words)) for language, words in forbidden.items()},
        whole_words(_list(data["allowed"])),
        whole_words(_list(data["brands"])),
        frozenset(_list(data["acronyms"])),
        frozenset(_list(numbers["any"])),
        frozenset(_list(numbers["older"])),
        _by_language(data["step_out"]),
        _by_language(data["calm"]),
        _spelling(data["spelling"]),
        frozenset(same_words(sentence) for sentence in _list(data["shared"])),
        _by_age(data["by_age"]),
        _spelling(data["gone"]),
        _filler(data["filler"]),
    )


def _by_language(value: object) -> dict[str, re.Pattern[str]]:
    if not isinstance(value, dict):
        raise TypeError("by language")
    return {language: whole_words(_list(words)) for language, words in value.items()}


def _by_age(value: object) -> dict[Audience, dict[str, re.Pattern[str]]]:
    if not isinstance(value, dict):
        raise TypeError("by age")
    return {audience: _by_language(value[audience]) for audience in AUDIENCES}


def _filler(value: object) -> dict[str, frozenset[str]]:
    if not isinstance(value, dict):
        raise TypeError("filler")
    return {language: frozenset(map(same_words, _list(texts))) for language, texts in value.items()}


def _spelling(value: object) -> dict[str, Spelling]:
    if not isinstance(value, dict):
        raise TypeError("spelling")
    return {
        language: Spelling(
            whole_words(list(words)), {wrong.casefold(): right for wrong, right in words.items()}
        )
        for language, words in value.items()
    }


def same_words(sentence: str) -> str:
    """What two sentences have in common that differ in capitals and stops only."""
    return " ".join(sentence.casefold().strip(' .!?…"“”').split())


def _list(value: object) -> list[str]:
    if not isinstance(value, list):
        raise TypeError("list")
    return [str(v) for v in value]


def whole_words(phrases: list[str]) -> re.Pattern[str]:
    """A pattern that finds any of the phrases as whole words in casefolded text, the longest first."""
    ordered = sorted((p.casefold() for p in phrases), key=len, reverse=True)
    joined = "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in ordered)
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)")


def is_bulletin(loaded: LoadedLesson) -> bool:
    """Whether the lesson is a short alert: it stands in `bulletins` or has an expiry."""
    return loaded.path.parent.parent.name == "bulletins" or loaded.lesson.expires is not None


def is_law(key: str) -> bool:
    """Whether a key of the fact sheet is one of its facts on the law: L1, L14b."""
    return re.fullmatch(r"L\d+[a-z]?", key) is not None
