"""Response cards as a document: from seats to the bytes of a PDF."""

from collections.abc import Sequence
from pathlib import Path

from lessonapp.app.files import write_file
from lessonapp.app.qt import offscreen_application
from lessonapp.app.seat_list import not_understood, seat_numbers
from lessonapp.channels.cards.marker import LAST_SEAT, marker_cells
from lessonapp.domain.look import animal_of
from lessonapp.i18n import Speaker, _, n_
from lessonapp.reports.cards import Animal, CardSize, PrintedCard, cards_pdf
from lessonapp.ui.cards.animals import SIDE, grey_animal


def seats_of(text: str) -> tuple[int, ...]:
    """Seats as written, in their order; TeacherError where that means none, or one that has no card."""
    beyond = _("There are cards for seats 1 to {last}; “{part}” is not among them.")
    seats = seat_numbers(text, LAST_SEAT, beyond)
    if not seats:
        raise not_understood(text)
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


def _card(seat: int, language: str) -> PrintedCard:
    animal = animal_of(seat)
    picture = None
    if animal is not None:
        picture = Animal(animal.name(language), SIDE, grey_animal(animal.openmoji))
    return PrintedCard(seat, marker_cells(seat), picture)
