"""What Home and the commands know of a lesson without opening it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from lessonapp.content.faults import Fault
from lessonapp.domain.look import AUDIENCES, Audience
from lessonapp.domain.text import fold

if TYPE_CHECKING:
    from lessonapp.content.pictures import PictureExists
    from lessonapp.content.reader import FaultyLesson, LoadedLesson
    from lessonapp.domain.language import Language

LESSON_SUFFIXES = (".yaml", ".yml")
BUNDLED, OWN = "bundled", "own"
NONE: Mapping[str, str] = MappingProxyType({})


def is_lesson_name(name: str) -> bool:
    """Whether a file of this name is meant to be a lesson, right or not."""
    return name.startswith("lesson.") and name.endswith(LESSON_SUFFIXES)


class LessonEntry(NamedTuple):
    """One lesson of the library, in all its languages."""

    id: str
    place: str
    titles: Mapping[str, str]
    audience: str = ""
    topic: str = ""
    minutes: int = 0
    steps: int = 0
    version: int = 0
    search_key: str = ""
    files: Mapping[str, str] = NONE
    date: str | None = None
    expires: str | None = None
    sensitive: bool = False
    faults: tuple[Fault, ...] = ()
    trusted: bool = True
    origin: str = BUNDLED

    @property
    def folder(self) -> Path:
        """The lesson's folder; made when asked for, as a thousand Paths cost more than the cache."""
        return Path(self.place)

    @property
    def paths(self) -> dict[str, Path]:
        """Its readable files by language."""
        return {language: Path(self.place, name) for language, name in self.files.items()}

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it can be taught in."""
        return tuple(self.files)

    @property
    def band(self) -> Audience | None:
        """Its audience; None where a faulty lesson names none that there is."""
        return next((audience for audience in AUDIENCES if audience == self.audience), None)

    @property
    def faulty(self) -> bool:
        """Whether it cannot be taught at all."""
        return not self.files

    def title(self, language: str) -> str:
        """Its title in a language, or in the one it has."""
        return self.titles.get(language) or next(iter(self.titles.values()), self.id)

    def refused(self, fault: Fault) -> LessonEntry:
        """The entry as one that cannot be taught, for one more fault."""
        return self._replace(faults=(*self.faults, fault), files=NONE)


def entry_of(
    folder: Path, names: Sequence[str], picture_exists: PictureExists, *, exact: bool = False
) -> LessonEntry:
    """The entry of a lesson's folder; `exact` takes the named file only, whatever it is called."""
    loaded, faulty, flaws = _read_files(folder, names, picture_exists, exact=exact)
    faults = (*(fault for broken in faulty for fault in broken.faults), *flaws)
    if not loaded:
        return _faulty_entry(folder, faulty, faults)
    first = next(iter(loaded.values())).lesson
    return LessonEntry(
        id=first.id,
        place=str(folder),
        titles={k: v.lesson.title for k, v in loaded.items()},
        audience=first.audience,
        topic=first.topic,
        minutes=first.minutes,
        steps=sum(1 for _ in first.steps()),
        version=first.version,
        search_key=_search_key(loaded),
        files={k: v.path.name for k, v in loaded.items()},
        date=first.date,
        expires=first.expires,
        sensitive=first.teacher.sensitive,
        faults=faults,
    )


def _read_files(
    folder: Path, names: Sequence[str], picture_exists: PictureExists, *, exact: bool
) -> tuple[dict[Language, LoadedLesson], list[FaultyLesson], list[Fault]]:
    """The languages that can be taught, Vietnamese first; the files at fault; where the languages differ."""
    # A warm start reads the cache only: reader and lesson model are not imported for it.
    from lessonapp.content.parity import parity_faults
    from lessonapp.content.reader import FaultyLesson, language_of, misnamed, name_faults, read_lesson
    from lessonapp.domain.language import LANGUAGES

    found: dict[str, LoadedLesson] = {}
    faulty: list[FaultyLesson] = []
    flaws: list[Fault] = []
    for name in names:
        path = folder / name
        if not exact and language_of(path) is None:
            if name.endswith(LESSON_SUFFIXES):
                faulty.append(FaultyLesson(path, (misnamed(path),)))
            continue
        result = read_lesson(path, picture_exists)
        if isinstance(result, FaultyLesson):
            faulty.append(result)
        elif exact or language_of(path) == result.lesson.language:
            found[result.lesson.language] = result
            flaws += () if exact else name_faults(result)
        else:
            faulty.append(
                FaultyLesson(path, tuple(name_faults(result)), result.lesson.id, result.lesson.title)
            )
    loaded: dict[Language, LoadedLesson] = {tongue: found[tongue] for tongue in LANGUAGES if tongue in found}
    if len(loaded) == len(LANGUAGES):
        flaws += parity_faults(loaded["vi"], loaded["en"])
        if loaded["vi"].lesson.id != loaded["en"].lesson.id:
            del loaded["en"]  # what was taught under another id could never be found again
    return loaded, faulty, flaws


def _faulty_entry(folder: Path, faulty: Sequence[FaultyLesson], faults: tuple[Fault, ...]) -> LessonEntry:
    from lessonapp.content.reader import language_of  # as in `entry_of`

    title = next((f.title for f in faulty if f.title), folder.name)
    own = next((f.id for f in faulty if f.id), folder.name)
    titles = {language_of(f.path) or "": f.title for f in faulty if f.title} or {"": title}
    key = fold(f"{own} {title} {folder.name}")
    return LessonEntry(id=own, place=str(folder), titles=titles, search_key=key, faults=faults)


def _search_key(loaded: Mapping[Language, LoadedLesson]) -> str:
    parts: list[str] = []
    for one in loaded.values():
        lesson = one.lesson
        parts += [lesson.id, lesson.title, lesson.topic, lesson.key_message, *lesson.objectives]
        parts += [term.term for term in lesson.vocabulary]
    return fold(" ".join(parts))


def packed(entry: LessonEntry) -> list[Any]:
    """The entry for the cache."""
    return [
        entry.id,
        entry.place,
        dict(entry.titles),
        entry.audience,
        entry.topic,
        entry.minutes,
        entry.steps,
        entry.version,
        entry.search_key,
        dict(entry.files),
        entry.date,
        entry.expires,
        entry.sensitive,
        [fault.packed() for fault in entry.faults],
    ]


def unpacked(row: list[Any]) -> LessonEntry:
    """The entry out of the cache; TypeError, ValueError or AttributeError when the row is damaged."""
    entry = LessonEntry(*row[:-1])
    return entry._replace(faults=tuple(Fault.unpacked(fault) for fault in row[-1])) if row[-1] else entry
