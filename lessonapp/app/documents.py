"""Documents of a session: from the journal to bytes, by way of a plain report value."""

from lessonapp.app.files import slug
from lessonapp.app.workspace import Workspace, local_now
from lessonapp.domain.state import state_of
from lessonapp.domain.summary import summarise
from lessonapp.domain.summary_values import SummaryReport
from lessonapp.i18n import Speaker
from lessonapp.reports.summary import summary_pdf


def session_report(workspace: Workspace, session_id: str, language: str | None = None) -> SummaryReport:
    """What the summary of a session says; questions in the language asked for where the lesson has it."""
    state = state_of(workspace.events(session_id))
    loaded = workspace.lesson(state.opened.lesson, language or state.opened.language)
    return summarise(loaded.lesson, state, workspace.store.school(), local_now())


def session_pdf(workspace: Workspace, session_id: str, language: str) -> bytes:
    """The quiz summary of a session."""
    return summary_pdf(session_report(workspace, session_id, language), Speaker(language))


def summary_name(report_date: str, class_label: str, lesson_id: str, language: str) -> str:
    """A file name that sorts by date and that every system accepts."""
    return f"{report_date}_{slug(class_label) or 'lop'}_{lesson_id}_{language}.pdf"
