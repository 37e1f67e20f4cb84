"""The command `cards read`: cards in files, as data and as lines."""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

from lessonapp.app.progress import progress_bar
from lessonapp.channels.cards.files import FileCards, read_file
from lessonapp.channels.cards.readings import Point
from lessonapp.domain.errors import TeacherError
from lessonapp.i18n import _, n_, reason


def read_files(files: Sequence[Path], seats: Collection[int]) -> tuple[list[dict[str, Any]], list[str]]:
    """An object for each file that could be read, and a line for each that could not."""
    objects, faults = [], []
    for file in files:
        try:
            with progress_bar() as progress:
                objects.append(_as_json(file, read_file(file, seats, progress)))
        except TeacherError as error:
            faults.append(str(error))
        except OSError as error:
            faults.append(_("{file}: cannot be opened ({reason}).").format(file=file, reason=reason(error)))
    return objects, faults


def read_lines(objects: Sequence[dict[str, Any]]) -> list[str]:
    """The same for people."""
    lines = []
    for found in objects:
        cards = found["cards"]
        lines.append(
            n_("{file}: {n} card", "{file}: {n} cards", len(cards)).format(file=found["file"], n=len(cards))
        )
        lines += [f"{card['seat']:>4}  {card['answer']}" for card in cards]
        for seat in found["duplicates"]:
            lines.append(_("{seat:>4}  there twice: counted for neither").format(seat=seat))
        for seat in found["unclear"]:
            lines.append(_("{seat:>4}  held between two edges").format(seat=seat))
        if found["mirrored"]:
            lines.append(_("The picture is mirrored: switch that off in the camera, or turn the picture."))
    return lines


def _as_json(file: Path, found: FileCards) -> dict[str, Any]:
    return {
        "file": str(file),
        "cards": [
            {
                "seat": card.seat,
                "answer": card.answer,
                "centre": _rounded(card.centre),
                "corners": [_rounded(corner) for corner in card.corners],
            }
            for card in found.cards
        ],
        "duplicates": list(found.duplicates),
        "unclear": list(found.unclear),
        "mirrored": found.mirrored,
    }


def _rounded(point: Point) -> list[float]:
    return [round(value, 2) for value in point]
