"""The share card: its sizes, its ink inside the frame, the same picture again."""

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from lessonapp.domain.look import AUDIENCES, PALETTES, Audience
from lessonapp.ui.share_card import SIZES, ShareCard, share_card
from lessonapp.ui.theme_fonts import load_fonts


def card(
    audience: Audience = "grades-4-5", message: str = "Ai hỏi, em hỏi người lớn đã.", school: str = ""
) -> ShareCard:
    return ShareCard(
        "Kho báu riêng của em", message, audience, "Tổng đài quốc gia bảo vệ trẻ em", "Miễn phí", school
    )


def colours(image: QImage, rows: range) -> set[str]:
    return {QColor(image.pixel(x, y)).name().upper() for y in rows for x in range(0, image.width(), 3)}


@pytest.fixture(autouse=True)
def _fonts(qtbot: QtBot) -> None:
    load_fonts()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_size_and_frame(size: str, audience: Audience) -> None:
    image = share_card(card(audience), size)
    assert (image.width(), image.height()) == SIZES[size]
    assert colours(image, range(12)) == {PALETTES[audience].paper.upper()}
    assert PALETTES[audience].primary.upper() in colours(image, range(100, image.height() - 100, 5))


@pytest.mark.parametrize("size", SIZES)
def test_text_at_every_limit_stays_inside_the_frame(size: str) -> None:
    long = "Ẩn Ổn Ễ Nghiêng thương yêu ngoằn ngoèo khúc khuỷu Phượng Nghĩa " * 4
    image = share_card(card(message=long, school=long), size)
    wide, high = image.width(), image.height()
    paper = QColor(PALETTES["grades-4-5"].paper)
    # Between the frame and the text all is paper, on every side.
    for inset in (30, 40):
        along_top = [image.pixelColor(x, inset) for x in range(60, wide - 60, 2)]
        along_left = [image.pixelColor(inset, y) for y in range(60, high - 60, 2)]
        along_right = [image.pixelColor(wide - 1 - inset, y) for y in range(60, high - 60, 2)]
        assert all(colour == paper for colour in (*along_top, *along_left, *along_right))


def test_the_same_card_again() -> None:
    assert share_card(card(school="A"), "1080x1080") == share_card(card(school="A"), "1080x1080")


def test_only_the_young_see_the_mascot() -> None:
    horns = "#4B3F4A"
    assert horns in colours(share_card(card("grades-1-3"), "1200x630"), range(100, 500, 2))
    assert horns not in colours(share_card(card("grades-10-12"), "1200x630"), range(100, 500, 2))
