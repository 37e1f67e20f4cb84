"""One lesson file: read, checked, and either loaded or at fault."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lessonapp.content.faults import Fault, Level, Place, field_name, line_of
from lessonapp.content.pictures import (
    PictureExists,
    named_pictures,
    named_props,
    openmoji_exists,
    picture_problem,
    prop_problem,
)
from lessonapp.content.schema import FAULT_LIMIT, validate
from lessonapp.content.yaml_source import Source, read_source
from lessonapp.domain.errors import AuthorError, Problem, problem
from lessonapp.domain.language import LANGUAGES
from lessonapp.domain.lesson import Lesson
from lessonapp.domain.look import AUDIENCES


@dataclass(frozen=True, slots=True)
class LoadedLesson:
    """A lesson with where it came from: for faults by line, for pictures, for the journal's hash."""

    lesson: Lesson
    path: Path
    content_hash: str
    lines: Mapping[Place, int]

    @property
    def folder(self) -> Path:
        """The lesson's folder, which holds its pictures."""
        return self.path.parent

    def fault(self, place: Place, what: Problem, level: Level = "error", code: str = "strict") -> Fault:
        """A fault at a place of this file."""
        return Fault(str(self.path), line_of(self.lines, place), self.field(place), what, level, code)

    def field(self, place: Place) -> str:
        """A place as an author reads it."""
        return field_name(place, self.lesson)


@dataclass(frozen=True, slots=True)
class FaultyLesson:
    """A file that is no lesson yet, with what could be made out of it."""

    path: Path
    faults: tuple[Fault, ...]
    id: str = ""
    title: str = ""


class FaultyLessonError(AuthorError):
    """A lesson that cannot be opened; the message has a line for each fault."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults

    def __str__(self) -> str:
        return "\n".join(map(str, self.faults))


def read_lesson(path: Path, picture_exists: PictureExists = openmoji_exists) -> LoadedLesson | FaultyLesson:
    """The lesson in a file, or its faults: all of them, never an exception."""
    source = read_source(path)
    faults = list(source.faults)
    lesson, found = validate(source, str(path))
    faults += found
    if lesson is not None:
        loaded = LoadedLesson(lesson, path, hashlib.sha256(source.raw).hexdigest(), source.lines)
        faults += _picture_faults(loaded, source.data, picture_exists)
        if not faults:
            return loaded
    return FaultyLesson(
        path, tuple(faults[:FAULT_LIMIT]), _known(source, "id", 40), _known(source, "title", 120)
    )


def load_lesson(path: Path, picture_exists: PictureExists = openmoji_exists) -> LoadedLesson:
    """The lesson in a file; FaultyLessonError when it has faults."""
    result = read_lesson(path, picture_exists)
    if isinstance(result, FaultyLesson):
        raise FaultyLessonError(result.faults)
    return result


def language_of(path: Path) -> str | None:
    """The language in a lesson file's name, `lesson.vi.yaml`; None when it names none."""
    parts = path.name.split(".")
    known = len(parts) == 3 and parts[0] == "lesson" and parts[2] == "yaml" and parts[1] in LANGUAGES
    return parts[1] if known else None


def misnamed(path: Path) -> Fault:
    """The fault of a lesson file whose name says no language."""
    what = problem("is not a lesson file's name; call it lesson.vi.yaml or lesson.en.yaml")
    return Fault(str(path), 1, "file", what, code="file")


def name_faults(loaded: LoadedLesson) -> Iterator[Fault]:
    """Where a file says another language or audience than its name and folder."""
    lesson, path = loaded.lesson, loaded.path
    language = language_of(path)
    if language is not None and lesson.language != language:
        what = problem(
            "is `{here}`, the file's name says `{name}`; make them agree", here=lesson.language, name=language
        )
        yield loaded.fault(("language",), what, code="language")
    folder = path.absolute().parent.parent.name
    if folder in AUDIENCES and folder != lesson.audience:
        what = problem(
            "is `{here}`, the folder says `{name}`; make them agree", here=lesson.audience, name=folder
        )
        yield loaded.fault(("audience",), what, code="audience")


def _picture_faults(loaded: LoadedLesson, data: object, exists: PictureExists) -> list[Fault]:
    checked: dict[str, Problem | None] = {}
    faults = []
    for place, name in named_pictures(data):
        if name not in checked:
            checked[name] = picture_problem(name, loaded.folder, exists)
        if (what := checked[name]) is not None:
            faults.append(loaded.fault(place, what, code="picture"))
    for place, name in named_props(data):
        if (what := prop_problem(name)) is not None:
            faults.append(loaded.fault(place, what, code="picture"))
    return faults


def _known(source: Source, key: str, limit: int) -> str:
    value = source.data.get(key) if isinstance(source.data, dict) else None
    return value.strip()[:limit] if isinstance(value, str) else ""
