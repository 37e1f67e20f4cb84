"""What the phones' pages need of a lesson: both languages, contacts, help lines, and every picture."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING

from lessonapp.app.help_lines import help_line
from lessonapp.channels.web.ports import Facts, PictureFile
from lessonapp.content.pictures import OPENMOJI, named_pictures
from lessonapp.domain.errors import LessonAppError
from lessonapp.domain.language import LANGUAGES
from lessonapp.domain.look import animal_of
from lessonapp.domain.step import is_round_step

if TYPE_CHECKING:
    from pathlib import Path

    from lessonapp.app.workspace import Workspace
    from lessonapp.content.reader import LoadedLesson
    from lessonapp.domain.language import Language
    from lessonapp.domain.lesson import Lesson
    from lessonapp.domain.scene import Scene
    from lessonapp.domain.step import Step

_KINDS = {".svg": "image/svg+xml", ".png": "image/png"}


def web_facts(workspace: Workspace, loaded: LoadedLesson, class_label: str) -> Facts:
    """Gather it all; a language whose lesson cannot be read is not offered."""
    lessons = {loaded.lesson.language: loaded.lesson, **_other_languages(workspace, loaded)}
    names, files = _pictures(loaded.lesson, loaded.folder)
    police = workspace.store.school().police
    known = workspace.store.school_class(class_label)
    return Facts(
        lessons=lessons,
        language=loaded.lesson.language,
        class_label=class_label,
        contacts=workspace.contacts(loaded),
        help_lines={tongue: help_line(loaded.lesson.audience, tongue, police) for tongue in LANGUAGES},
        buttons_only=known is not None and known.phone_buttons_only,
        pictures=names,
        files=files,
        animal=animal_picture,
    )


@cache
def animal_picture(seat: int) -> bytes | None:
    """The picture of a seat's animal, in our colours."""
    from lessonapp.ui.pictures import PictureError, openmoji_svg  # drawing is not needed to open a lesson

    animal = animal_of(seat)
    if animal is None:
        return None
    try:
        return openmoji_svg(animal.openmoji).encode()
    except PictureError:
        return None


def _other_languages(workspace: Workspace, loaded: LoadedLesson) -> dict[Language, Lesson]:
    """The same lesson in the other language, where it is the same lesson."""
    found: dict[Language, Lesson] = {}
    for tongue in LANGUAGES:
        if tongue == loaded.lesson.language:
            continue
        try:
            other = workspace.lesson(loaded.lesson.id, tongue).lesson
        except LessonAppError:
            continue  # one that is not there or is faulty: the phones speak the session's language
        same = [step.id for step in other.steps()] == [step.id for step in loaded.lesson.steps()]
        if other.language == tongue and same:
            found[tongue] = other
    return found


def _pictures(lesson: Lesson, folder: Path) -> tuple[dict[str, str], dict[str, PictureFile]]:
    names: dict[str, str] = {}
    files: dict[str, PictureFile] = {}
    for step in lesson.steps():
        if not is_round_step(step):
            continue
        for name, body, suffix in _step_pictures(step, folder):
            path = f"/pictures/{sha256(body).hexdigest()[:12]}{suffix}"
            names[name] = path
            files[path] = PictureFile(body, _KINDS[suffix])
    return names, files


def _step_pictures(step: Step, folder: Path) -> list[tuple[str, bytes, str]]:
    from lessonapp.ui.pictures import PictureError, openmoji_svg  # drawing is not needed to open a lesson

    found: list[tuple[str, bytes, str]] = []
    for _place, name in named_pictures(step.model_dump(mode="json")):
        try:
            if name.startswith(OPENMOJI):
                found.append((name, openmoji_svg(name.removeprefix(OPENMOJI)).encode(), ".svg"))
            elif (folder / name).suffix in _KINDS:
                found.append((name, (folder / name).read_bytes(), (folder / name).suffix))
        except (PictureError, OSError):
            continue  # the lesson check names it; a phone shows the text alone
    scene: Scene | None = getattr(step, "scene", None)
    if scene is not None and getattr(step, "picture", None) is None:
        found.append((f"scene:{step.id}", _scene(scene), ".svg"))
    return found


def _scene(scene: Scene) -> bytes:
    from lessonapp.ui.stage.scenery import SCENE_SIZE, scene_svg

    return scene_svg(scene, *SCENE_SIZE).encode()
