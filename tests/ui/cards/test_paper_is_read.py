"""What the printer prints is what the reader reads: every seat, every letter, in both sizes."""

import numpy as np
import pypdfium2  # type: ignore[import-untyped]  # it ships no types
import pytest

from lessonapp.app.cards_print import cards_document
from lessonapp.channels.cards.detector import CardDetector
from lessonapp.channels.cards.marker import LAST_SEAT, LETTERS
from lessonapp.channels.cards.sources import Picture

SEATS = tuple(range(1, LAST_SEAT + 1))
SIDE = 120
PITCH = 150
COLUMNS = 11


@pytest.fixture(scope="module", params=["a5", "a4"])
def cards(request: pytest.FixtureRequest) -> list[Picture]:
    """The square of each card, as it is cut out."""
    document = pypdfium2.PdfDocument(cards_document(SEATS, request.param, "vi"))
    pages = []
    for page in list(document)[: len(SEATS)]:
        sheet = page.render(scale=SIDE / page.get_width(), grayscale=True).to_pil().convert("L")
        pages.append(np.asarray(sheet, dtype=np.uint8)[:SIDE, :SIDE])
    document.close()
    return pages


@pytest.mark.parametrize("letter", LETTERS)
def test_every_printed_card_reads_as_its_seat_and_the_edge_on_top(cards: list[Picture], letter: str) -> None:
    rows = -(-len(SEATS) // COLUMNS)
    room = np.full((rows * PITCH, COLUMNS * PITCH), 110, np.uint8)
    for place, card in enumerate(cards):
        x, y = place % COLUMNS * PITCH + 15, place // COLUMNS * PITCH + 15
        # Turned against the clock, the right edge, B, comes up first.
        room[y : y + SIDE, x : x + SIDE] = np.rot90(card, LETTERS.index(letter))
    read = CardDetector(SEATS).read(room).readings
    assert [(reading.seat, reading.answer) for reading in read] == [(seat, letter) for seat in SEATS]
