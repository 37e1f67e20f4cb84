"""Response cards on paper: what is printed is what the reader knows, with enough white around it."""

import math
from io import BytesIO

import pypdfium2  # type: ignore[import-untyped]  # it ships no types
import pytest
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTChar, LTContainer, LTTextContainer
from PIL import Image
from pypdf import PdfReader

from lessonapp.app.cards_print import cards_document, cards_name, seats_of
from lessonapp.channels.cards.marker import LAST_SEAT, marker_cells
from lessonapp.domain.errors import TeacherError
from lessonapp.domain.look import ANIMALS

SIDES = {"a5": (148, 210, 104), "a4": (210, 297, 165)}
DOTS = 8  # to a millimetre
SEATS = (1, 12, 50, 51, 63)


@pytest.fixture(scope="module", params=["a5", "a4"])
def size(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def pdf(size: str) -> bytes:
    return cards_document(SEATS, size, "vi")  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def sheets(pdf: bytes) -> list[Image.Image]:
    document = pypdfium2.PdfDocument(pdf)
    pages = [page.render(scale=DOTS * 25.4 / 72, grayscale=True).to_pil().convert("L") for page in document]
    document.close()
    return pages


def square(sheet: Image.Image, left: float, top: float, wide: float, high: float) -> Image.Image:
    """A part of a page, in millimetres from its upper left corner."""
    return sheet.crop(
        (round(left * DOTS), round(top * DOTS), round((left + wide) * DOTS), round((top + high) * DOTS))
    )


def darkest(picture: Image.Image) -> int:
    low, _high = picture.getextrema()
    assert isinstance(low, int)
    return low


def test_one_card_a_page_and_the_instructions_last(pdf: bytes, size: str) -> None:
    reader = PdfReader(BytesIO(pdf))
    assert len(reader.pages) == len(SEATS) + 1
    for page in reader.pages:
        millimetres = [round(float(side) / 72 * 25.4) for side in (page.mediabox.width, page.mediabox.height)]
        assert millimetres == list(SIDES[size][:2])


def test_the_seat_is_the_first_text_of_its_page(pdf: bytes) -> None:
    reader = PdfReader(BytesIO(pdf))
    for seat, page in zip(SEATS, reader.pages, strict=False):
        assert page.extract_text().split()[0] == str(seat)
    for seat, layout in zip(SEATS, extract_pages(BytesIO(pdf)), strict=False):
        boxes = [box for box in layout if isinstance(box, LTTextContainer) and box.get_text().strip()]
        highest = max(boxes, key=lambda box: (round(box.y1 / 10), -box.x0))
        assert highest.get_text().strip() == str(seat)


def test_each_printed_cell_is_the_one_the_reader_looks_for(sheets: list[Image.Image], size: str) -> None:
    wide, _high, marker = SIDES[size]
    edge, cell = (wide - marker) / 2, marker / 8
    for seat, sheet in zip(SEATS, sheets, strict=False):
        read = tuple(
            tuple(
                sheet.getpixel(
                    (round((edge + (x + 0.5) * cell) * DOTS), round((edge + (y + 0.5) * cell) * DOTS))
                )
                == 0
                for x in range(8)
            )
            for y in range(8)
        )
        assert read == marker_cells(seat)


def test_the_marker_has_its_size_and_no_hairlines(sheets: list[Image.Image], size: str) -> None:
    wide, _high, marker = SIDES[size]
    edge = (wide - marker) / 2
    assert edge >= 20
    cell, sheet, grid = marker / 8, sheets[0], marker_cells(SEATS[0])
    for y in range(8):
        for x in range(8):
            right, below = (x < 7 and grid[y][x + 1] == grid[y][x]), (y < 7 and grid[y + 1][x] == grid[y][x])
            wanted = (0, 0) if grid[y][x] else (255, 255)
            across = square(sheet, edge + (x + 0.5) * cell, edge + (y + 0.4) * cell, cell, 0.2 * cell)
            along = square(sheet, edge + (x + 0.4) * cell, edge + (y + 0.5) * cell, 0.2 * cell, cell)
            assert not right or across.getextrema() == wanted
            assert not below or along.getextrema() == wanted


def test_the_reader_finds_eight_millimetres_of_white(sheets: list[Image.Image], size: str) -> None:
    wide, _high, marker = SIDES[size]
    edge = (wide - marker) / 2
    for sheet in sheets[:-1]:
        for part in (
            square(sheet, edge - 8, edge - 8, marker + 16, 7.7),
            square(sheet, edge - 8, edge + marker + 0.3, marker + 16, 7.7),
            square(sheet, edge - 8, edge - 8, 7.7, marker + 16),
            square(sheet, edge + marker + 0.3, edge - 8, 7.7, marker + 16),
        ):
            assert darkest(part) == 255


def test_printers_reach_everything(sheets: list[Image.Image], size: str) -> None:
    wide, high, _marker = SIDES[size]
    for sheet in sheets:
        for part in (
            square(sheet, 0, 0, wide, 5),
            square(sheet, 0, high - 5, wide, 5),
            square(sheet, 0, 0, 5, high),
            square(sheet, wide - 5, 0, 5, high),
        ):
            assert darkest(part) == 255


def test_the_cut_line_is_dashed_and_light(sheets: list[Image.Image], size: str) -> None:
    wide, _high, _marker = SIDES[size]
    row = [darkest(square(sheets[0], x / 2, wide - 0.4, 0.5, 0.8)) for x in range(12, 2 * wide - 12)]
    assert min(row) > 128
    assert 0.3 < sum(grey < 250 for grey in row) / len(row) < 0.9


def test_letters_are_upright_when_their_edge_is_up(pdf: bytes, size: str) -> None:
    page = next(iter(extract_pages(BytesIO(pdf))))
    wide, high, _marker = SIDES[size]
    middle = (wide / 2, high - wide / 2)
    turns = {"A": (1, 0), "B": (0, -1), "C": (-1, 0), "D": (0, 1)}
    found = {}
    for char in _chars(page):
        x, y = (
            (char.x0 + char.x1) / 2 / 72 * 25.4 - middle[0],
            (char.y0 + char.y1) / 2 / 72 * 25.4 - middle[1],
        )
        if char.get_text() in turns and max(abs(x), abs(y)) < wide / 2 and min(abs(x), abs(y)) < 4:
            a, b, *_rest = char.matrix
            found[char.get_text()] = (x, y)
            length = (a * a + b * b) ** 0.5
            assert (round(a / length), round(b / length)) == turns[char.get_text()]
    assert {letter: _side(*place) for letter, place in found.items()} == {
        "A": "top",
        "B": "right",
        "C": "bottom",
        "D": "left",
    }


def test_letters_are_mid_grey_and_three_to_four_millimetres(sheets: list[Image.Image], size: str) -> None:
    wide, _high, _marker = SIDES[size]
    letter = square(sheets[0], wide / 2 - 4, 5, 8, 8)
    assert 110 <= darkest(letter) <= 150
    ink = letter.point(lambda grey: 255 if grey < 200 else 0).getbbox()
    assert ink is not None
    assert 2.8 <= (ink[3] - ink[1]) / DOTS <= 4.1


def test_the_same_cards_are_the_same_bytes(pdf: bytes, size: str) -> None:
    assert cards_document(SEATS, size, "vi") == pdf  # type: ignore[arg-type]
    assert cards_document(SEATS, size, "en") != pdf  # type: ignore[arg-type]


def test_the_last_page_explains_in_both_languages(pdf: bytes) -> None:
    text = PdfReader(BytesIO(pdf)).pages[-1].extract_text()
    for sentence in ("Cách cầm thẻ", "How to hold the card", "Không che ô đen", "No finger on the black"):
        assert sentence in text


def test_the_last_page_turns_the_whole_card_for_each_letter(pdf: bytes, size: str) -> None:
    *_cards, guide = extract_pages(BytesIO(pdf))
    unit = 0.34 / 25.4 * 72 * SIDES[size][0] / 148  # what the pictures are drawn in
    wide, high = guide.width / 2, guide.height * 0.7
    first = [c for c in _chars(guide) if c.x1 < wide and c.y0 > high and c.get_text() in "ABCD"]
    letters = [(c, math.atan2(c.matrix[1], c.matrix[0])) for c in first if _scale(c) == pytest.approx(unit)]
    answers = sorted((c for c, angle in letters if abs(angle) < 0.1), key=lambda char: char.x0)
    assert [char.get_text() for char in answers] == ["A", "B", "C", "D"]
    on_the_left = sorted((c for c, angle in letters if abs(angle - math.pi / 2) < 0.1), key=lambda c: c.x0)
    assert [char.get_text() for char in on_the_left] == ["D", "A", "B", "C"]


def test_a_page_names_the_animal_in_its_language() -> None:
    for language in ("vi", "en"):
        reader = PdfReader(BytesIO(cards_document((12, 63), "a5", language)))
        text = reader.pages[0].extract_text()
        assert ANIMALS[11].name(language) in text
        assert len(reader.pages[0].images) == 1, "one picture, drawn twice"
        assert not reader.pages[1].images, "from 51 on a seat is its number only"


def test_seats_as_people_write_them() -> None:
    assert seats_of("1-40") == tuple(range(1, 41))
    assert seats_of(" 3, 1–2 ;9") == (1, 2, 3, 9)
    assert seats_of(f"1-{LAST_SEAT}")[-1] == LAST_SEAT
    for wrong in ("", "0", "1-64", "5-3", "a-b", "1-", "-4", "1,,2", "١"):
        with pytest.raises(TeacherError):
            seats_of(wrong)


def test_the_file_name_says_what_is_in_it() -> None:
    assert cards_name((1, 2, 40), "a5", "vi") == "the-tra-loi_1-40_A5.pdf"


def _chars(container: LTContainer) -> list[LTChar]:  # type: ignore[type-arg]
    found: list[LTChar] = []
    for part in container:
        if isinstance(part, LTChar):
            found.append(part)
        elif isinstance(part, LTContainer):
            found += _chars(part)
    return found


def _side(x: float, y: float) -> str:
    if abs(x) > abs(y):
        return "right" if x > 0 else "left"
    return "top" if y > 0 else "bottom"


def _scale(char: LTChar) -> float:
    return math.hypot(*char.matrix[:2])
