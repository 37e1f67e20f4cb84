"""The command `check`: the rules for lessons, and in strict mode whether every text fits the stage."""

import sys
from collections.abc import Iterator
from pathlib import Path

from lessonapp.content.check import Progress, check_paths
from lessonapp.content.faults import Fault, has_errors
from lessonapp.content.reader import LoadedLesson
from lessonapp.domain.errors import problem


def check(paths: list[Path], *, strict: bool) -> tuple[list[Fault], bool]:
    """Every fault, and whether one of them is an error."""
    if strict:
        from lessonapp.app.qt import offscreen_application

        offscreen_application()
    faults = check_paths(paths, strict=strict, extra=stage_faults if strict else None, progress=_progress())
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


def _progress() -> Progress | None:
    """A bar on standard error, on a terminal only."""
    if not sys.stderr.isatty():
        return None
    from rich.console import Console
    from rich.progress import Progress as Bar

    bar = Bar(console=Console(stderr=True), transient=True)
    task = bar.add_task("")
    bar.start()

    def show(done: int, total: int) -> None:
        bar.update(task, completed=done, total=total)
        if done >= total:
            bar.stop()

    return show
