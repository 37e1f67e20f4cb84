"""What the results page shows, out of the figures that are kept."""

from collections.abc import Iterable, Mapping, Sequence

from lessonapp.content.entry import LessonEntry
from lessonapp.domain.digest import SessionDigest
from lessonapp.domain.replay_ids import base_of
from lessonapp.domain.text import fold
from lessonapp.i18n import _, language
from lessonapp.ui.results.rows import SessionRow
from lessonapp.ui.widgets.words import class_name, topic_name


def session_rows(
    digests: Sequence[SessionDigest], titles: Mapping[str, str] | None = None
) -> tuple[SessionRow, ...]:
    """The sessions, in the order given; `titles` are those of the library, in the interface language."""
    return tuple(_row(digest, titles or {}) for digest in digests)


def known_titles(entries: Iterable[LessonEntry]) -> dict[str, str]:
    """The titles of the library, bulletins too, in the language of the interface."""
    return {entry.id: entry.title(language()) for entry in entries if not entry.faulty}


def session_title(lesson: str, recorded: str, titles: Mapping[str, str]) -> str:
    """What a session is called: as the library calls its lesson now, else as it was called then."""
    base = base_of(lesson)
    if lesson in titles or base not in titles:
        return titles.get(lesson, recorded)
    return _("Remember: {title}").format(title=titles[base])


def _row(digest: SessionDigest, titles: Mapping[str, str]) -> SessionRow:
    title = session_title(digest.lesson, digest.title, titles)
    words = (title, digest.title, class_name(digest.class_label), digest.lesson, topic_name(digest.topic))
    opened = digest.opened.astimezone()
    return SessionRow(
        id=digest.session,
        title=title,
        class_label=digest.class_label,
        opened=opened,
        minutes=digest.minutes,
        seats=digest.seats,
        channel=digest.channel,
        open=digest.open,
        lesson=digest.lesson,
        audience=digest.audience,
        topic=digest.topic,
        competences=digest.competences,
        pre=(digest.pre_right, digest.pre_answered),
        exit=(digest.exit_right, digest.exit_answered),
        search=fold(" ".join(words)),
        day=opened.date(),
    )
