"""What Home offers where the file of results is damaged: to set it aside and to begin a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from lessonapp.domain.errors import DamagedError, LessonAppError
from lessonapp.i18n import _

if TYPE_CHECKING:
    from lessonapp.app.program import Program
    from lessonapp.ui.main_window import Action


def way_out(program: Program, error: BaseException) -> Action | None:
    """The button beside what is told; none in mid-lesson, or while answers wait for that very file."""
    if not isinstance(error, DamagedError) or program.lessons.teaching is not None:
        return None
    if program.workspace.unsaved is not None:
        return None
    return _("Set it aside…"), lambda: set_aside(program)


def set_aside(program: Program) -> None:
    """After asking once: keep the damaged file under another name and go on with a new one."""
    from lessonapp.ui.widgets.confirm import confirm

    wanted = confirm(
        program.window,
        _("Set the damaged file of results aside?"),
        _(
            "It is kept under another name, and nothing is deleted; somebody who knows about computers may "
            "get something out of it. The program begins with no results: enter your classes and your school "
            "once more."
        ),
        _("Set it aside"),
        _("Not now"),
    )
    if not wanted:
        return
    try:
        kept = program.workspace.begin_anew()
    except LessonAppError as error:
        program.tell(error)
        return
    program.refresh()
    if kept is not None:
        folder = QUrl.fromLocalFile(str(kept.parent))
        said = _("The damaged file is kept as {name}").format(name=kept.name)
        program.window.show_toast(said, _("Open folder"), lambda: QDesktopServices.openUrl(folder))
