"""The command `check`: the rules for lessons, and in strict mode whether every text fits the stage."""

from collections.abc import Iterator
from pathlib import Path

from lessonapp.app.progress import progress_bar
from lessonapp.content.check import check_paths
from lessonapp.content.faults import Fault, has_errors
from lessonapp.content.reader import LoadedLesson
from lessonapp.domain.errors import problem


def check(paths: list[Path], *, strict: bool) -> tuple[list[Fault], bool]:
    """Every fault, and whether one of them is an error."""
    if strict:
        from lessonapp.app.qt import offscreen_application

        offscreen_application()
    with progress_bar() as progress:
        faults = check_paths(paths, strict=strict, extra=stage_faults if strict else None, progress=progress)
    return faults, has_errors(faults)


def stage_faults(loaded: LoadedLesson) -> Iterator[Fault]:
    """Texts that do not fit the stage."""
    from lessonapp.app.help_lines import help_line
    from lessonapp.ui.stage.audit import audit_lesson

    lesson = loaded.lesson
    line = help_line(lesson.audience, lesson.language)
    places = {
        step.id: ("blocks", b, "steps", s)
        for b, block in enumerate(lesson.blocks)
        for s, step in enumerate(block.steps)
    }
    for misfit in audit_lesson(lesson, loaded.folder, help_line=line):
        what = problem(
            "on the stage ({state}): {what}: “{text}”", state=misfit.state, what=misfit.what, text=misfit.text
        )
        yield loaded.fault(places.get(misfit.step, ()), what, code="stage")
