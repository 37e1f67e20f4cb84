"""Cards of the class tools: nothing is cut, in both languages and for every audience."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QGraphicsItem

from lessonapp.domain.look import ANIMALS, AUDIENCES, Audience
from lessonapp.i18n import Speaker
from lessonapp.ui.stage.counters import Digits
from lessonapp.ui.stage.text import TextItem
from lessonapp.ui.stage.theme import theme_for
from lessonapp.ui.stage.tools.cards import (
    CaptionCard,
    Card,
    HandsUpCard,
    SeatCard,
    TimerCard,
    free_corner,
)

WORDS = "Nào, các em cùng lắng nghe: điều gì là chuyện riêng của mình, và ai là người mình sẽ hỏi trước?"


def inside(item: QGraphicsItem) -> list[QGraphicsItem]:
    return [part for child in item.childItems() for part in (child, *inside(child))]


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_word_and_number_fits_its_card(audience: Audience, language: str) -> None:
    theme, say = theme_for(audience), Speaker(language)
    cards: list[Card] = [SeatCard(theme, say, seat, ()) for seat in (*range(1, len(ANIMALS) + 1), 51, 2000)]
    cards += [HandsUpCard(theme, say, left) for left in range(4)]
    cards += [TimerCard(theme, say), CaptionCard(theme, say, WORDS), CaptionCard(theme, say, "Chào!")]
    for card in cards:
        parts = inside(card)
        texts = [part for part in parts if isinstance(part, TextItem)]
        assert texts or isinstance(card, SeatCard)
        for text in texts:
            assert text.fits, text.text
            assert card.rect.contains(text.ink_rect()), text.text
        assert all(part.fits for part in parts if isinstance(part, Digits))
        assert QRectF(0, 0, 1600, 900).contains(card.rect)


def test_a_card_goes_to_the_corner_that_is_free() -> None:
    size = (286.0, 96.0)
    assert free_corner(size, ()).y() == 12
    taken = [QRectF(1200, 0, 400, 200)]
    assert free_corner(size, taken).y() > 700
    taken.append(QRectF(1200, 700, 400, 200))
    assert free_corner(size, taken).x() == 14


def test_the_clock_counts_whole_seconds_and_ends_in_words() -> None:
    card = TimerCard(theme_for("grades-4-5"), Speaker("vi"))
    shown = []
    for left in (120.0, 119.2, 60.0, 5.1, 0.4, 0.0):
        card.set_seconds(left)
        shown.append(card.text)
    assert shown == ["2:00", "2:00", "1:00", "0:06", "0:01", "0:00"]
    assert card._over.isVisible()
