"""Asks the teacher what a hard topic asks for, and does what they choose instead of the lesson."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lessonapp.domain.before import LISTENING, asked_before, took_listening
from lessonapp.domain.look import USUAL_SEATS
from lessonapp.i18n import _

if TYPE_CHECKING:
    from lessonapp.app.program import Program
    from lessonapp.app.workspace import Workspace
    from lessonapp.content.reader import LoadedLesson
    from lessonapp.domain.before import Asked
    from lessonapp.ui.home.before_dialogs import Outcome


def still_to_ask(workspace: Workspace, loaded: LoadedLesson) -> Asked:
    """What is to be asked before this lesson; the question on listening is asked once on a machine."""
    asked = asked_before(loaded.lesson)
    if asked == "listening" and (
        workspace.settings.listening_asked or took_listening(workspace.journal.sessions())
    ):
        return ""
    return asked


def may_begin(program: Program, loaded: LoadedLesson) -> bool:
    """Whether the lesson begins now; where not, what was chosen instead is on the screen."""
    outcome = _ask(program, still_to_ask(program.workspace, loaded))
    if outcome == "begin":
        return True
    if outcome == "listen":
        _listen(program)
        return False
    if not program.window.isVisible():  # the command line named a lesson: Home is behind it
        program.open_home()
        program.refresh()
    if outcome == "card" and program.reporting is not None:
        program.reporting.show("disclosure-card")
    return False


def _ask(program: Program, asked: Asked) -> Outcome:
    from lessonapp.ui.home.before_dialogs import ListeningDialog, SchoolDialog
    from lessonapp.ui.widgets.dialog import accepted

    if not asked:
        return "begin"
    parent = program.window if program.window.isVisible() else None
    if asked == "school":
        dialog: ListeningDialog | SchoolDialog = SchoolDialog(parent)
    else:
        workspace = program.workspace
        entries = workspace.index.entries(workspace.existing_roots())
        there = any(entry.id == LISTENING and not entry.faulty for entry in entries)
        dialog = ListeningDialog(parent, lesson_there=there)
    accepted(dialog)
    outcome = dialog.outcome
    if asked == "listening" and outcome != "stay":
        program.keep(replace(program.workspace.settings, listening_asked=True))
    return outcome


def _listen(program: Program) -> None:
    """The first part of the lesson on listening, for the teacher alone: nothing of it is kept."""
    from lessonapp.session.log import Opening

    loaded = program.workspace.lesson(LISTENING)
    opening = Opening(
        class_label=_("Rehearsal"), seats=USUAL_SEATS, channel="hands", block=loaded.lesson.blocks[0].id
    )
    session = program.workspace.begin(loaded, opening, rehearsal=True)
    program.lessons.teach(session, loaded, rehearsal=True)
