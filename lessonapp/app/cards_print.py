"""Response cards as a document: from seats to the bytes of a PDF."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from lessonapp.app.files import write_file
from lessonapp.app.qt import offscreen_application
from lessonapp.channels.cards.marker import LAST_SEAT, marker_cells
from lessonapp.domain.errors import TeacherError
from lessonapp.domain.look import animal_of
from lessonapp.i18n import Speaker, _, n_
from lessonapp.reports.cards import Animal, PrintedCard, cards_pdf
from lessonapp.ui.cards.animals import SIDE, grey_animal

CardSize = Literal["a5", "a4"]


def seats_of(text: str) -> tuple[int, ...]:
    """Seats as written: `1-40`, `3`, `1-5, 9, 12-14`; TeacherError where that means none."""
    seats: set[int] = set()
    for part in text.replace("–", "-").replace(";", ",").split(","):
        first, dash, last = (piece.strip() for piece in part.partition("-"))
        if not _is_number(first) or (dash and not _is_number(last)):
            raise TeacherError(
                _("Write seats like 1-40 or 1-5, 9: “{text}” is not understood.").format(text=text)
            )
        low, high = int(first), int(last or first)
        if not 1 <= low <= high <= LAST_SEAT:
            raise TeacherError(
                _("There are cards for seats 1 to {last}; “{part}” is not among them.").format(
                    last=LAST_SEAT, part=part.strip()
                )
            )
        seats.update(range(low, high + 1))
    return tuple(sorted(seats))


def cards_document(seats: Sequence[int], size: CardSize, language: str) -> bytes:
    """The PDF of the cards of some seats."""
    return cards_pdf([_card(seat, language) for seat in seats], size, Speaker(language))


def write_cards(seats: str, size: CardSize, language: str, file: Path) -> str:
    """Write the cards of seats as they are typed; a line that says what was written."""
    offscreen_application()  # the animals are drawn by Qt
    chosen = seats_of(seats)
    write_file(file, cards_document(chosen, size, language))
    return n_("{n} card written: {file}", "{n} cards written: {file}", len(chosen)).format(
        n=len(chosen), file=file
    )


def cards_name(seats: Sequence[int], size: CardSize, language: str) -> str:
    """A file name for the cards."""
    word = "cards" if language == "en" else "the-tra-loi"
    return f"{word}_{seats[0]}-{seats[-1]}_{size.upper()}.pdf"


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal()


def _card(seat: int, language: str) -> PrintedCard:
    animal = animal_of(seat)
    picture = None
    if animal is not None:
        picture = Animal(animal.name(language), SIDE, grey_animal(animal.openmoji))
    return PrintedCard(seat, marker_cells(seat), picture)
