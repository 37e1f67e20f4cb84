"""The command `render`: every step and state of a lesson as pictures, and what stands where."""

import json
import re
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter

from lessonapp.app.files import write_file
from lessonapp.app.help_lines import help_line
from lessonapp.app.progress import progress_bar
from lessonapp.app.qt import offscreen_application
from lessonapp.app.workspace import Workspace
from lessonapp.content.reader import LoadedLesson
from lessonapp.domain.errors import TeacherError, UsageError
from lessonapp.domain.progress import Progress
from lessonapp.i18n import _, n_
from lessonapp.ui.stage.model import StageModel


def render_lesson(
    home: Path, lesson: str, lang: str | None, out: Path, size: str, only_step: str | None
) -> str:
    """Write the pictures and `scene.json`; what to say about it."""
    width, height = _size(size)
    offscreen_application()
    workspace = Workspace(home)
    try:
        loaded = workspace.lesson(lesson, lang)
    finally:
        workspace.close()
    if only_step is not None and all(step.id != only_step for step in loaded.lesson.steps()):
        raise TeacherError(_("The lesson has no step “{id}”.").format(id=only_step))
    with progress_bar() as progress:
        scenes = render_states(loaded, out, width, height, only_step, progress)
    write_file(out / "scene.json", json.dumps(scenes, ensure_ascii=False, indent=1).encode())
    misfits = sum(not text["fits"] for scene in scenes for text in scene["texts"])
    said = n_("{n} picture written to {out}", "{n} pictures written to {out}", len(scenes))
    said = said.format(n=len(scenes), out=out)
    return said + ("; " + _("{n} texts do not fit").format(n=misfits) if misfits else "")


def render_gallery(out: Path) -> str:
    """Write the contact sheets of settings, cast, props and mascot; what to say about it."""
    offscreen_application()
    from lessonapp.ui.stage.gallery import gallery

    sheets = gallery()
    for name, picture in sheets.items():
        write_file(out / f"gallery-{name}.png", png_bytes(picture))
    said = n_("{n} picture written to {out}", "{n} pictures written to {out}", len(sheets))
    return said.format(n=len(sheets), out=out)


def render_states(
    loaded: LoadedLesson,
    out: Path,
    width: int,
    height: int,
    only_step: str | None = None,
    progress: Progress | None = None,
) -> list[dict[str, Any]]:
    """One picture for each step and state; their texts as data."""
    from lessonapp.ui.stage.render import render_png, scene_json
    from lessonapp.ui.stage.scene import StageScene

    scene = StageScene(reduce_motion=True)
    rows = []
    wanted = [row for row in stage_states(loaded) if only_step in (None, row[1])]
    for done, (number, step_id, state, model) in enumerate(wanted):
        if progress is not None:
            progress(done, len(wanted))
        scene.show_model(model, animate=False)
        picture = render_png(scene, width, height)
        name = f"{number:02d}-{step_id}-{state}.png"
        write_file(out / name, png_bytes(picture))
        rows.append({"file": name, "step": step_id, "state": state, "texts": scene_json(scene)})
    return rows


def png_bytes(picture: QImage) -> bytes:
    """A picture as a PNG file's content."""
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(picture)
    buffer.close()
    return bytes(store.data())


def stage_states(loaded: LoadedLesson) -> list[tuple[int, str, str, StageModel]]:
    """Number, step, state and model of everything a lesson can show."""
    from lessonapp.ui.stage.audit import states_of

    lesson = loaded.lesson
    line = help_line(lesson.audience, lesson.language)
    return [
        (number, step.id, state.name, state.model)
        for number, step in enumerate(lesson.steps(), start=1)
        for state in states_of(lesson, step, loaded.folder, help_line=line)
    ]


def _size(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{2,5})x(\d{2,5})", text)
    if found is None or not (160 <= int(found[1]) <= 7680 and 120 <= int(found[2]) <= 4320):
        raise UsageError(_("A size is two numbers such as 1920x1080, not “{text}”.").format(text=text))
    return int(found[1]), int(found[2])
