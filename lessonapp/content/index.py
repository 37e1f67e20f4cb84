"""The lessons known on this machine, kept in a cache so that a thousand open as fast as fifty."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lessonapp import __version__
from lessonapp.content.entry import OWN, LessonEntry, entry_of, is_lesson_name, packed, unpacked
from lessonapp.content.faults import Fault
from lessonapp.content.pictures import PictureExists, openmoji_exists
from lessonapp.domain.errors import AuthorError, problem
from lessonapp.i18n import _
from lessonapp.settings import is_folder, lessons_folder
from lessonapp.writing import write_whole

if TYPE_CHECKING:
    from lessonapp.content.reader import LoadedLesson
    from lessonapp.domain.language import Language
    from lessonapp.domain.progress import Progress

CACHE_FORMAT = 1
DEPTH = 4
Signature = list[list[Any]]
"""Name, size and mtime_ns of what a lesson's folder holds."""


class LessonIndex:
    """Finds, lists and opens lessons; remembers what it read in a cache file."""

    def __init__(self, cache_file: Path, picture_exists: PictureExists = openmoji_exists) -> None:
        self._cache_file = cache_file
        self._picture_exists = picture_exists
        self._cache: dict[str, tuple[Signature, LessonEntry]] | None = None

    def entries(self, roots: Sequence[Path], progress: Progress | None = None) -> list[LessonEntry]:
        """Every lesson below the roots, faulty ones too, by audience and id."""
        known = self._load_cache()
        found = [pair for root in roots for pair in signed_folders(os.fspath(root), DEPTH)]
        now: dict[str, tuple[Signature, LessonEntry]] = {}
        changed = 0
        for done, (folder, signature) in enumerate(found):
            cached = known.get(folder)
            if cached is None or cached[0] != signature:
                names = [row[0] for row in signature]
                cached = (signature, entry_of(Path(folder), names, self._picture_exists))
                changed += 1
                if progress is not None:
                    progress(done, len(found))
            now[folder] = cached
        if changed or now.keys() != known.keys():
            self._cache = {**{k: v for k, v in known.items() if is_folder(Path(k))}, **now}
            self._save_cache()
        return _in_order(entry for _signature, entry in now.values())

    def remembered(self, roots: Sequence[Path]) -> list[LessonEntry]:
        """Every lesson below the roots as it was when last looked at: a thousand folders take a while."""
        below = tuple(os.path.join(os.fspath(root), "") for root in roots)  # noqa: PTH118 - as it is cached
        return _in_order(e for folder, (_s, e) in self._load_cache().items() if folder.startswith(below))

    def load(self, entry: LessonEntry, language: Language) -> LoadedLesson:
        """The lesson of an entry in a language; FaultyLessonError, or AuthorError when it is not there."""
        from lessonapp.content.reader import FaultyLessonError, load_lesson  # not for a list of lessons

        path = entry.paths.get(language)
        if path is not None:
            return load_lesson(path, self._picture_exists)
        if entry.faults:
            raise FaultyLessonError(entry.faults)
        raise AuthorError(_("The lesson `{id}` is not there in this language.").format(id=entry.id))

    def resolve(self, text: str, roots: Sequence[Path]) -> LessonEntry:
        """The lesson that a command names by id (either form), folder or file; else AuthorError."""
        wanted = text.strip().lower().replace(".", "-")
        entries = self.entries(roots)
        if named := [entry for entry in entries if entry.id == wanted]:
            return min(named, key=lambda entry: entry.faulty)
        path = Path(text)
        with suppress(OSError):  # a place where this user may not look
            if path.is_dir() and (names := sorted(p.name for p in path.iterdir() if is_lesson_name(p.name))):
                return entry_of(path, names, self._picture_exists)
            if path.is_file():
                return entry_of(path.parent, [path.name], self._picture_exists, exact=True)
        from difflib import get_close_matches  # only for a name that was misspelt

        if near := get_close_matches(wanted, [e.id for e in entries], 1, 0.5):
            said = _("There is no lesson `{text}`. Did you mean `{near}`?").format(text=text, near=near[0])
        else:
            said = _("There is no lesson `{text}`. `lessonapp library` lists them.").format(text=text)
        raise AuthorError(said)

    def _load_cache(self) -> dict[str, tuple[Signature, LessonEntry]]:
        if self._cache is None:
            known: dict[str, tuple[Signature, LessonEntry]] = {}
            try:
                data = json.loads(self._cache_file.read_bytes())
                if data["format"] == [CACHE_FORMAT, __version__]:
                    known = {k: (row[0], unpacked(row[1])) for k, row in data["folders"].items()}
            except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
                pass  # no cache, or a broken one: the lessons are read again
            self._cache = known  # only when it is whole: another thread may look here too
        return self._cache

    def _save_cache(self) -> None:
        folders = {k: [signature, packed(entry)] for k, (signature, entry) in (self._cache or {}).items()}
        text = json.dumps({"format": [CACHE_FORMAT, __version__], "folders": folders}, ensure_ascii=False)
        # A full or read-only disk costs time at the next start, nothing else; so does a power cut.
        with suppress(OSError):
            write_whole(self._cache_file, text.encode(errors="surrogatepass"), lasting=False)


def _in_order(entries: Iterable[LessonEntry]) -> list[LessonEntry]:
    return _one_per_id(sorted(entries, key=lambda entry: (entry.audience, entry.id)))


def _one_per_id(entries: list[LessonEntry]) -> list[LessonEntry]:
    """The entries with where they come from; of several that could be taught under one id only one is."""
    bundled = os.path.join(os.fspath(lessons_folder()), "")  # noqa: PTH118 - compared as texts, a thousand times
    known = [e if e.place.startswith(bundled) else e._replace(origin=OWN, trusted=False) for e in entries]
    chosen: dict[str, LessonEntry] = {}
    for entry in known:
        first = chosen.setdefault(entry.id, entry)
        if (entry.faulty, not entry.trusted) < (first.faulty, not first.trusted):
            chosen[entry.id] = entry
    return [
        entry if entry.faulty or chosen[entry.id] is entry else _double(entry, chosen[entry.id])
        for entry in known
    ]


def _double(entry: LessonEntry, other: LessonEntry) -> LessonEntry:
    what = problem(
        "`{id}` is the id of the lesson in {other} too; give this one its own",
        id=entry.id,
        other=other.folder.name,
    )
    path = next(iter(entry.paths.values()), entry.folder)
    return entry.refused(Fault(str(path), 1, "id", what, code="id"))


def _size_and_time(item: os.DirEntry[str]) -> tuple[int, int]:
    try:
        about = item.stat()
    except OSError:  # a link that leads nowhere: an entry with a fault
        return -1, 0
    return about.st_size, about.st_mtime_ns


def _folder_time(folder: str) -> int:
    try:
        return os.stat(folder).st_mtime_ns  # noqa: PTH116 - as above
    except OSError:
        return 0


def signed_folders(root: str, depth: int | None = None) -> Iterator[tuple[str, Signature]]:
    """Folders with lesson files and what they hold, so many levels down; os.scandir, as every stat counts."""
    signature: Signature = []
    below: list[str] = []
    try:
        with os.scandir(root) as listing:
            for item in listing:
                if is_lesson_name(item.name):
                    signature.append([item.name, *_size_and_time(item)])
                elif item.name[0] != "." and item.is_dir(follow_symlinks=False):
                    below.append(item.path)
    except OSError:
        return
    if not signature:
        if depth != 0:
            for folder in sorted(below):
                yield from signed_folders(folder, None if depth is None else depth - 1)
        return
    for folder in below:
        name = os.path.basename(folder)  # noqa: PTH119 - a Path for each of a thousand folders costs more
        if name == "pictures":
            signature.append([name, 0, _folder_time(folder)])
    signature.sort()
    yield root, signature
