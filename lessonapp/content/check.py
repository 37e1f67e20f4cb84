"""The check behind `lessonapp check`: files, folders and whole libraries."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lessonapp.content.entry import LESSON_SUFFIXES, is_lesson_name
from lessonapp.content.faults import Fault, Level, in_order
from lessonapp.content.index import signed_folders
from lessonapp.content.parity import parity_faults
from lessonapp.content.pictures import PictureExists, folder_faults, openmoji_exists
from lessonapp.content.reader import (
    FaultyLesson,
    LoadedLesson,
    language_of,
    misnamed,
    name_faults,
    read_lesson,
)
from lessonapp.content.rule_library import library_faults
from lessonapp.content.rules import Rules, load_rules
from lessonapp.content.strict import strict_faults
from lessonapp.domain.errors import Problem, problem, why
from lessonapp.domain.language import LANGUAGES
from lessonapp.domain.progress import Progress
from lessonapp.settings import is_folder, resources_folder

Extra = Callable[[LoadedLesson], Iterable[Fault]]
"""A strict check that lives elsewhere: whether texts fit the stage."""


@dataclass(slots=True)
class _Unit:
    """A lesson's folder, or one file of it that was asked for."""

    folder: Path
    files: list[Path] = field(default_factory=list)
    whole: bool = True


@dataclass(slots=True)
class _Run:
    strict: bool
    measure: Extra
    picture_exists: PictureExists
    rules: Rules | None
    faults: list[Fault] = field(default_factory=list)
    lessons: list[LoadedLesson] = field(default_factory=list)


def check_paths(
    paths: Sequence[Path],
    strict: bool = False,
    extra: Extra | None = None,
    progress: Progress | None = None,
    *,
    picture_exists: PictureExists = openmoji_exists,
    resources: Path | None = None,
) -> list[Fault]:
    """All faults of the lessons at the paths, in one run, by file and line."""
    rules = load_rules(resources or resources_folder()) if strict else None
    run = _Run(strict, extra or _nothing, picture_exists, rules)
    units: dict[Path, _Unit] = {}
    for path in paths:
        for unit in _units(path, run.faults):
            if unit.whole or not (known := units.get(unit.folder)):
                units[unit.folder] = unit
            else:
                known.files = sorted({*known.files, *unit.files})
    for done, unit in enumerate(units.values()):
        if progress is not None:
            progress(done, len(units))
        _check_unit(unit, run)
    run.faults += _double_ids(run.lessons)
    if rules is not None:
        run.faults += library_faults(run.lessons, rules.wording.shared)
    if progress is not None:
        progress(len(units), len(units))
    return in_order(run.faults)


def _nothing(_loaded: LoadedLesson) -> tuple[Fault, ...]:
    return ()


def _units(path: Path, faults: list[Fault]) -> Iterator[_Unit]:
    if is_folder(path) and path.suffix not in LESSON_SUFFIXES:
        found = False
        for folder, files in lesson_folders(path):
            found = True
            yield _Unit(folder, files)
        if not found:
            faults.append(Fault(str(path), 1, "folder", _no_lesson(path), code="folder"))
    else:
        yield _Unit(path.parent, [path], whole=False)


def _no_lesson(folder: Path) -> Problem:
    try:
        with os.scandir(folder):
            return problem("no lesson here; a lesson's folder holds lesson.vi.yaml and lesson.en.yaml")
    except OSError as error:
        return problem("cannot be read ({reason}); check its permissions", reason=why(error).template)


def lesson_folders(root: Path) -> Iterator[tuple[Path, list[Path]]]:
    """Every folder at or below the root that holds lesson files, with those files."""
    for place, held in signed_folders(os.fspath(root)):
        yield Path(place), [Path(place, name) for name, *_about in held if is_lesson_name(name)]


def _check_unit(unit: _Unit, run: _Run) -> None:
    loaded: dict[str, LoadedLesson] = {}
    if unit.whole:
        run.faults += folder_faults(unit.folder)
    for path in unit.files:
        if unit.whole and language_of(path) is None:
            run.faults.append(misnamed(path))
            continue
        result = read_lesson(path, run.picture_exists)
        if isinstance(result, FaultyLesson):
            run.faults += result.faults
            continue
        run.faults += name_faults(result)
        run.lessons.append(result)
        loaded[language_of(path) or result.lesson.language] = result
        if run.rules is not None:
            run.faults += strict_faults(result, run.rules)
            run.faults += run.measure(result)
    run.faults += _language_faults(unit, loaded, run)


def _language_faults(unit: _Unit, loaded: dict[str, LoadedLesson], run: _Run) -> Iterator[Fault]:
    for language in LANGUAGES:
        path = unit.folder / f"lesson.{language}.yaml"
        if language in loaded or path in unit.files or not any(language_of(f) for f in unit.files):
            continue
        if os.path.lexists(path):
            if isinstance(twin := read_lesson(path, run.picture_exists), LoadedLesson):
                loaded[language] = twin
        elif loaded or run.strict:
            what = problem("the lesson has no {name}; write it too", name=path.name)
            level: Level = "error" if run.strict else "warning"
            yield Fault(str(unit.files[0]), 1, "language", what, level, "parity")
    if len(loaded) == len(LANGUAGES):
        yield from parity_faults(loaded["vi"], loaded["en"])


def _double_ids(lessons: Sequence[LoadedLesson]) -> Iterator[Fault]:
    first: dict[str, Path] = {}
    for loaded in lessons:
        other = first.setdefault(loaded.lesson.id, loaded.folder)
        if other != loaded.folder:
            what = problem(
                "`{id}` is the id of the lesson in {other} too; give this one its own",
                id=loaded.lesson.id,
                other=other.name,
            )
            yield loaded.fault(("id",), what, code="id")
