"""What every command works with: data folder, lessons, database; opened when first needed.

The database library and the lesson model take longer to import than Home takes to paint: whoever uses
them imports them.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from lessonapp.content.index import LessonIndex
from lessonapp.domain.errors import AuthorError, TeacherError
from lessonapp.domain.language import LANGUAGES
from lessonapp.domain.replay_ids import base_of, spacing_of
from lessonapp.i18n import Speaker, _
from lessonapp.i18n import language as current_language
from lessonapp.settings import (
    Settings,
    database_url,
    is_folder,
    lessons_folder,
    load_settings,
    save_settings,
)

if TYPE_CHECKING:
    from lessonapp.content.reader import LoadedLesson
    from lessonapp.domain.events import Event
    from lessonapp.domain.language import Language
    from lessonapp.domain.school import Contact
    from lessonapp.domain.session_info import SessionInfo
    from lessonapp.session.lesson_session import LessonSession
    from lessonapp.session.log import Opening, SessionLog
    from lessonapp.session.ports import NotSavingError
    from lessonapp.storage.database import Engine
    from lessonapp.storage.holding import Holding
    from lessonapp.storage.journal import StoredJournal
    from lessonapp.storage.school import SchoolStore


def local_now() -> datetime:
    """The time now, with the zone of this machine."""
    return datetime.now(UTC).astimezone()


class Workspace:
    """A data folder and everything in it. Close it to write out what is queued."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.settings = load_settings(folder)
        self.roots: tuple[Path, ...] = (lessons_folder(), folder / "lessons")
        self._journal: StoredJournal | None = None

    @cached_property
    def index(self) -> LessonIndex:
        """The lessons known."""
        return LessonIndex(self.folder / "index.json")

    @cached_property
    def engine(self) -> Engine:
        """The database."""
        from lessonapp.storage.database import open_database

        return open_database(database_url(self.folder))

    @property
    def journal(self) -> StoredJournal:
        """The journal, its writer running."""
        if self._journal is None:
            from lessonapp.storage.journal import StoredJournal

            self._journal = StoredJournal(self.engine)
            self._journal.start()
        return self._journal

    @property
    def unsaved(self) -> NotSavingError | None:
        """Why something waits for the disk; None while nothing does."""
        return self._journal.failure if self._journal is not None else None

    @cached_property
    def store(self) -> SchoolStore:
        """The school and its classes."""
        from lessonapp.storage.school import SchoolStore

        return SchoolStore(self.engine)

    @cached_property
    def holding(self) -> Holding:
        """The sessions that are taught here, so that no other window takes them up."""
        from lessonapp.storage.holding import Holding

        return Holding(self.folder)

    def close(self) -> None:
        """Write out what is queued and let go of the database."""
        if self._journal is not None:
            self._journal.stop()
            self._journal = None
        if "engine" in self.__dict__:
            self.engine.dispose()
        if "holding" in self.__dict__:
            self.holding.close()

    def begin_anew(self) -> Path | None:
        """Set a damaged file of results aside and go on with a new one; where the old one is kept now.

        None where it is not damaged any more. MachineError where the disk refuses: then all is as before.
        """
        from lessonapp.storage.damage import set_aside

        self.close()
        for opened in ("engine", "store", "holding"):
            self.__dict__.pop(opened, None)
        return set_aside(database_url(self.folder), local_now().date())

    def change_settings(self, settings: Settings) -> None:
        """Keep other settings for this machine."""
        self.settings = settings
        save_settings(self.folder, settings)

    def lesson(self, text: str, language: str | None = None) -> LoadedLesson:
        """A lesson by id, folder or file, or its replay; in the language asked for, else in one it has."""
        if self.is_replay(text):
            return self._replay(text, language)
        entry = self.index.resolve(text, self.existing_roots())
        wanted = language or current_language()
        there: list[Language] = [tongue for tongue in LANGUAGES if tongue in entry.paths]
        return self.index.load(entry, next((t for t in there if t == wanted), there[0] if there else "vi"))

    def is_replay(self, lesson: str) -> bool:
        """Whether an id names the spaced replay of a lesson, and no lesson of its own."""
        if spacing_of(lesson) is None or not base_of(lesson):
            return False
        return all(entry.id != lesson for entry in self.index.entries(self.existing_roots()))

    def base_lesson(self, lesson: str) -> str:
        """The lesson in the library that stands behind a replay; of a lesson its own id."""
        return base_of(lesson) if self.is_replay(lesson) else lesson

    def _replay(self, text: str, language: str | None) -> LoadedLesson:
        from dataclasses import replace

        from lessonapp.domain.replay import replay_lesson

        loaded, spacing = self.lesson(base_of(text), language), spacing_of(text)
        assert spacing is not None  # `is_replay` looked
        title = Speaker(loaded.lesson.language).t("Remember: {title}").format(title=loaded.lesson.title)
        lesson = replay_lesson(loaded.lesson, spacing, title)
        if lesson is None:
            raise AuthorError(
                _("The lesson `{id}` has no question to ask again.").format(id=loaded.lesson.id)
            )
        return replace(loaded, lesson=lesson)

    def existing_roots(self) -> Sequence[Path]:
        """The folders of lessons that are there."""
        return [root for root in self.roots if is_folder(root)]

    def contacts(self, loaded: LoadedLesson) -> tuple[Contact, ...]:
        """The school's contacts for a lesson's audience."""
        audience = loaded.lesson.audience
        return tuple(c for c in self.store.school().contacts if audience in c.audiences)

    def begin(self, loaded: LoadedLesson, opening: Opening, *, rehearsal: bool = False) -> LessonSession:
        """A new session; a rehearsal keeps nothing."""
        from lessonapp.session.ids import uuid7
        from lessonapp.session.log import SessionLog
        from lessonapp.session.memory import MemoryJournal

        journal = MemoryJournal() if rehearsal else self.journal
        log = SessionLog.begin(loaded.lesson, loaded.content_hash, opening, journal, local_now, uuid7)
        if not rehearsal:
            self.holding.hold(log.state.id)
        return self._session(loaded, log)

    def take_up(self, session_id: str) -> tuple[LessonSession, LoadedLesson]:
        """A session begun before, where it stopped, not yet resumed; TeacherError while it is taught."""
        from lessonapp.session.ids import uuid7
        from lessonapp.session.log import SessionLog

        events = self.events(session_id)
        log = SessionLog.take_up(events, self.journal, local_now, uuid7)
        opened = log.state.opened
        loaded = self.lesson(opened.lesson, opened.language)
        if loaded.lesson.language != opened.language:
            text = _("The lesson of this session can no longer be opened in its language: check “{lesson}”.")
            raise TeacherError(text.format(lesson=opened.lesson))
        self.hold(opened.session)
        return self._session(loaded, log), loaded

    def hold(self, session: str) -> None:
        """Keep other windows from a session; TeacherError where one of them teaches it."""
        if not self.holding.hold(session):
            text = _("This lesson is being taught in another window. Go on there, or end it there first.")
            raise TeacherError(text)

    def events(self, session_id: str) -> list[Event]:
        """A session's events; TeacherError when there is no such session."""
        wanted = self.session_info(session_id).id
        return self.journal.events(wanted)

    def session_info(self, session_id: str) -> SessionInfo:
        """A session by its id or the beginning of it; TeacherError when that fits none or several."""
        found = [info for info in self.journal.sessions() if info.id.startswith(session_id)]
        exact = [info for info in found if info.id == session_id]
        if len(exact or found) > 1 and session_id:
            text = _("“{id}” is how several sessions begin. Write more of the id.")
            raise TeacherError(text.format(id=session_id))
        if not found or not session_id:
            text = _("There is no session “{id}”. `lessonapp results list` shows the sessions there are.")
            raise TeacherError(text.format(id=session_id))
        return (exact or found)[0]

    def _session(self, loaded: LoadedLesson, log: SessionLog) -> LessonSession:
        from lessonapp.session.lesson_session import LessonSession

        session = LessonSession(loaded.lesson, log)
        known = self.store.school_class(log.state.opened.class_label)
        audience = loaded.lesson.audience
        session.timers = known.timers_on(audience) if known is not None else audience != "grades-1-3"
        session.read_first = known.read_first if known is not None else False
        return session
