"""Figures of all sessions: kept beside the journal, made anew where the journal or a lesson is newer."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lessonapp.domain.digest import SessionDigest, bare_digest, digest
from lessonapp.domain.language import LANGUAGES
from lessonapp.domain.progress import Progress
from lessonapp.domain.replay_ids import base_of
from lessonapp.domain.school import School
from lessonapp.domain.state import replay
from lessonapp.domain.summary import summarise

if TYPE_CHECKING:
    from lessonapp.app.workspace import Workspace
    from lessonapp.content.reader import LoadedLesson
    from lessonapp.domain.session_info import SessionInfo
    from lessonapp.domain.summary_values import SummaryReport

AT_ONCE = 20  # sessions in one commit: a rebuild that is broken off keeps what it did


class Digests:
    """Finds what is stale, rebuilds it, and hands out what is kept; any thread may use one of its own."""

    def __init__(self, workspace: Workspace) -> None:
        from lessonapp.storage.digests import DigestStore

        self._workspace = workspace
        self._store = DigestStore(workspace.engine)
        self._lessons: dict[tuple[str, str], LoadedLesson | None] = {}
        self._made: dict[str, SessionDigest] = {}

    def known(self) -> tuple[tuple[SessionDigest, ...], tuple[SessionInfo, ...]]:
        """All sessions, newest first, with the figures there are, and those whose figures are not right."""
        kept, hashes = {**self._store.all(), **self._made}, self._hashes()
        digests: list[SessionDigest] = []
        stale: list[SessionInfo] = []
        for info in self._workspace.journal.sessions():
            found = kept.get(info.id)
            current = hashes.get((base_of(info.lesson), info.language))
            digests.append(found or bare_digest(info))
            # A lesson that was taken away leaves the figures that were made of it.
            if found is None or found.seq != info.seq or current not in (None, found.lesson_hash):
                stale.append(info)
        return tuple(digests), tuple(stale)

    def rebuild(
        self,
        stale: Sequence[SessionInfo],
        progress: Progress | None = None,
        go_on: Callable[[], bool] = lambda: True,
    ) -> None:
        """Make figures anew, some sessions at a time, as long as `go_on` says so.

        Where the disk refuses them, they are known here all the same.
        """
        for start in range(0, len(stale), AT_ONCE):
            if not go_on():
                return
            made = [self._make(info) for info in stale[start : start + AT_ONCE]]
            self._made.update({kept.session: kept for kept, _report in made})
            self._store.save(made)
            if progress is not None:
                progress(min(start + AT_ONCE, len(stale)), len(stale))

    def fresh(self, progress: Progress | None = None) -> tuple[SessionDigest, ...]:
        """All sessions with right figures, newest first."""
        digests, stale = self.known()
        if not stale:
            return digests
        self.rebuild(stale, progress)
        return self.known()[0]

    def refresh(self, wanted: Sequence[SessionInfo], progress: Progress | None = None) -> None:
        """Make the figures of these sessions right."""
        asked = {info.id for info in wanted}
        self.rebuild([info for info in self.known()[1] if info.id in asked], progress)

    def reports(self, sessions: Sequence[str]) -> Mapping[str, SummaryReport]:
        """The summaries kept of these sessions."""
        return self._store.reports(sessions)

    def _make(self, info: SessionInfo) -> tuple[SessionDigest, SummaryReport | None]:
        loaded = self._lesson(info)
        state = replay(self._workspace.journal.events(info.id))
        if loaded is None or state is None:
            return bare_digest(info), None
        report = summarise(loaded.lesson, state, School(), state.last_at.astimezone())
        made = digest(report, loaded.lesson, info, loaded.content_hash)
        return made, report.model_copy(update={"grid": None})

    def _lesson(self, info: SessionInfo) -> LoadedLesson | None:
        key = (info.lesson, info.language)
        if key not in self._lessons:
            there = (base_of(info.lesson), info.language) in self._hashes()
            self._lessons[key] = self._workspace.lesson(*key) if there else None
        return self._lessons[key]

    def _hashes(self) -> dict[tuple[str, str], str]:
        """Of each lesson that can be opened, by id and language: what its file holds now."""
        workspace = self._workspace
        found: dict[tuple[str, str], str] = {}
        for entry in workspace.index.entries(workspace.existing_roots()):
            paths = entry.paths
            for tongue in LANGUAGES:
                path = paths.get(tongue) or next(iter(paths.values()), None)
                if path is not None and (content := _content_hash(path)):
                    found.setdefault((entry.id, tongue), content)
        return found


_KNOWN: dict[Path, tuple[int, int, str]] = {}


def _content_hash(path: Path) -> str:
    """As the journal names a lesson's content; empty where the file went."""
    try:
        about = path.stat()
        known = _KNOWN.get(path)
        if known is None or known[:2] != (about.st_mtime_ns, about.st_size):
            known = (about.st_mtime_ns, about.st_size, hashlib.sha256(path.read_bytes()).hexdigest())
            _KNOWN[path] = known
    except OSError:
        return ""
    return known[2]
