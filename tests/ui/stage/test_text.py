"""The text item: nothing cut, lines balanced, sizes kept."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QGraphicsScene

from lessonapp.domain.bind import bind
from lessonapp.ui.stage.text import Align, Laid, TextItem, fit
from lessonapp.ui.stage.theme import THEMES, Role
from lessonapp.ui.stage.wrap import paragraphs

ROLE = Role("heading", 80, 60, 800, 1.2)


def ink_rows(item: TextItem) -> list[bool]:
    """For each row of pixels of the item's own rectangle, whether there is ink; without clipping."""
    scene = QGraphicsScene()
    scene.addItem(item)
    box = item.sceneBoundingRect().toAlignedRect()
    image = QImage(box.width(), box.height(), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    scene.render(painter, QRectF(image.rect()), QRectF(box))
    painter.end()
    scene.removeItem(item)
    return [
        any(image.pixelColor(x, y).lightness() < 200 for x in range(image.width()))
        for y in range(image.height())
    ]


@pytest.mark.parametrize("text", ["Ẩ Ễ Ỗ Ắ", "Ẩn số", "Nguyễn Phượng", "Ặ Ợ Ự gyjpq"])
@pytest.mark.parametrize("weight", [400, 600, 800, 900])
def test_stacked_capitals_are_inside(text: str, weight: int) -> None:
    item = TextItem(text, QRectF(0, 0, 900, 200), Role("title", 100, 60, weight, 1.17), "#000000")
    rows = ink_rows(item)
    assert any(rows)
    assert not rows[0]
    assert not rows[-1]


def test_text_steps_down_to_its_least_and_no_further() -> None:
    small, fits = fit("Chuyện riêng của em và của cả nhà", ROLE, 640, 200)
    assert fits
    assert 60 <= small.px < 80
    least, fits = fit("Chuyện riêng của em " * 9, ROLE, 700, 200)
    assert not fits
    assert least.px == 60


def test_a_word_wider_than_the_box_does_not_fit() -> None:
    assert not fit("Nghiêng" * 6, ROLE, 400, 900)[1]


def test_lines_are_of_like_length() -> None:
    laid, _ = fit("Mật khẩu của Mây thì nên giữ thế nào?", THEMES["grades-1-3"].role("question"), 1000, 300)
    layout = laid.blocks[0].layout
    widths = [layout.lineAt(i).naturalTextWidth() for i in range(layout.lineCount())]
    assert len(widths) == 2
    assert min(widths) > 0.6 * max(widths)


def test_words_stay_together() -> None:
    assert bind("Lớp 3A hỏi bố mẹ trong 20 phút") == "Lớp\u00a03A hỏi bố\u00a0mẹ trong 20\u00a0phút"


def test_a_title_keeps_its_name_and_a_span_its_ends() -> None:
    assert bind("Ask Ms Hoà or Mr Sơn") == "Ask Ms\u00a0Hoà or Mr\u00a0Sơn"
    assert bind("từ 18 đến 22 tuổi") == "từ 18\u00a0đến\u00a022\u00a0tuổi"


def rows_of(laid: Laid) -> list[str]:
    [block] = laid.blocks
    lines = (block.layout.lineAt(index) for index in range(block.lines))
    return [block.layout.text()[line.textStart() :][: line.textLength()].strip() for line in lines]


@pytest.mark.parametrize("align", ["left", "centre"])
def test_no_word_is_torn_at_its_hyphen(align: Align) -> None:
    text = "A trusted grown-up listens and wants to help a 16-year-old"
    for width in range(520, 1000, 30):
        laid, fits = fit(text, ROLE, width, 2000, align=align)
        assert fits
        assert not [row for row in rows_of(laid) if row.endswith("-")]


def test_a_word_is_torn_at_its_hyphen_rather_than_cut() -> None:
    narrow = Role("heading", 60, 60, 800, 1.2)
    laid, fits = fit("grown-up", narrow, 260, 160)
    assert fits
    assert rows_of(laid) == ["grown-", "up"]


@pytest.mark.parametrize("text", ["Right. Knowing about us does not prove who they are. Hang up, call back."])
def test_a_long_text_does_not_end_with_a_short_word_alone(text: str) -> None:
    for width in range(300, 500, 10):
        rows = rows_of(fit(text, Role("body", 44, 44, 500, 1.3), width, 2000)[0])
        assert len(rows) < 6 or " " in rows[-1].replace("\u00a0", " ")


def test_marks() -> None:
    first, second = paragraphs("- **Số** nhà\n2. *nghiêng* thôi")
    assert (first.text, first.bullet, first.runs[0].bold) == ("Số nhà", "•", True)
    assert (second.text, second.bullet, second.runs[0].italic) == ("nghiêng thôi", "2.", True)
