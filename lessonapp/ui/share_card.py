"""The share card: a picture for the school's own page or notice board; no class, no pupil."""

from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen
from PySide6.QtSvg import QSvgRenderer

from lessonapp.domain.bind import bind
from lessonapp.domain.look import PALETTES, WITH_MASCOT, Audience
from lessonapp.ui.pictures import mascot_svg
from lessonapp.ui.theme_fonts import FAMILY

SIZES = {"1080x1080": (1080, 1080), "1200x630": (1200, 630)}
LINE = 1.24
"""Line height: stacked capitals reach above a line of 1."""


@dataclass(frozen=True, slots=True)
class ShareCard:
    """What the card says, in the language of the lesson."""

    title: str
    message: str
    audience: Audience
    hotline: str
    free: str
    school: str = ""


def share_card(card: ShareCard, size: str) -> QImage:
    """The card; it needs an application object and the fonts, but no screen."""
    wide, high = SIZES[size]
    image = QImage(wide, high, QImage.Format.Format_RGB32)
    image.fill(QColor(PALETTES[card.audience].paper))
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    try:
        _Painting(painter, card).draw(wide, high)
    finally:
        painter.end()
    return image


class _Painting:
    """One card being drawn: square above each other, wide beside each other."""

    def __init__(self, painter: QPainter, card: ShareCard) -> None:
        self.painter, self.card = painter, card
        self.look = PALETTES[card.audience]

    def draw(self, wide: int, high: int) -> None:
        """Frame, title, message, mascot, 111 and school."""
        square = wide == high
        edge = 44 if square else 36
        self.painter.setPen(QPen(QColor(self.look.primary), 8))
        self.painter.drawRoundedRect(
            QRectF(edge / 2, edge / 2, wide - edge, high - edge), self.look.radius, self.look.radius
        )
        mascot = self.card.audience in WITH_MASCOT
        foot = 300 if square else 208
        inner = QRectF(edge + 44, edge + 26, wide - 2 * edge - 88, high - 2 * edge - foot - 26)
        picture = 0.0
        if mascot and not square:
            picture = 250.0
            self._mascot(QRectF(wide - edge - 44 - picture, edge + 40, picture, inner.height() - 30))
        text = QRectF(inner.x(), inner.y(), inner.width() - (picture + 30 if picture else 0), inner.height())
        used = self._text(self.card.title, QRectF(text.x(), text.y(), text.width(), 96), 34, 22, 600,
                          self.look.muted, centred=not picture)  # fmt: skip
        body = QRectF(text.x(), text.y() + used + 10, text.width(), text.height() - used - 16)
        self._text(self.card.message, body, 104 if square else 76, 30, 800, self.look.primary,
                   centred=not picture, middle=True)  # fmt: skip
        self._help(QRectF(edge + 44, high - edge - foot, wide - 2 * edge - 88, foot - 34), square and mascot)

    def _help(self, box: QRectF, mascot: bool) -> None:
        """111 with what it is, and the school below it."""
        painter = self.painter
        x = box.x()
        if mascot:
            self._mascot(QRectF(x, box.y(), 230, box.height()))
            x += 250
        panel = QRectF(x, box.y(), box.right() - x, box.height() - (52 if self.card.school else 0))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.look.primary))
        painter.drawRoundedRect(panel, 24, 24)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        size = 130 if panel.height() > 150 else 104
        number = QRectF(panel.x() + 30, panel.y(), size * 1.75, panel.height())
        self._text("111", number, size, 60, 900, "#FFFFFF", middle=True)
        beside = QRectF(
            number.right(), panel.y() + 10, panel.right() - number.right() - 24, panel.height() - 20
        )
        upper = QRectF(beside.x(), beside.y(), beside.width(), beside.height() * 0.62)
        lower = QRectF(beside.x(), upper.bottom(), beside.width(), beside.height() * 0.38)
        self._text(self.card.hotline, upper, 38, 22, 700, "#FFFFFF", middle=True)
        self._text(self.card.free, lower, 28, 18, 500, "#FFFFFF", middle=True, most=1)
        if self.card.school:
            below = QRectF(panel.x(), panel.bottom() + 10, panel.width(), 42)
            self._text(self.card.school, below, 27, 17, 600, self.look.muted, centred=True)

    def _mascot(self, box: QRectF) -> None:
        drawing = QSvgRenderer(QByteArray(mascot_svg("cheer").encode()))
        own = drawing.viewBoxF()
        scale = min(box.width() / own.width(), box.height() / own.height())
        place = QRectF(0, 0, own.width() * scale, own.height() * scale)
        place.moveCenter(box.center())
        drawing.render(self.painter, place)

    def _text(
        self, text: str, box: QRectF, largest: int, smallest: int, weight: int, colour: str,
        *, centred: bool = False, middle: bool = False, most: int = 99,
    ) -> float:  # fmt: skip
        """Text in a box, at the largest size that fits; how high it is."""
        size = largest
        lines = _lines(text, _font(size, weight), box.width())
        while size > smallest and (
            len(lines) > most
            or len(lines) * size * LINE > box.height()
            or _too_wide(lines, _font(size, weight), box.width())
        ):
            size -= 2
            lines = _lines(text, _font(size, weight), box.width())
        lines = _even(text, _font(size, weight), box.width(), lines)
        font, each = _font(size, weight), size * LINE
        most = max(min(int(box.height() / each + 0.01), most), 1)
        if len(lines) > most:
            lines = [*lines[: most - 1], f"{lines[most - 1]}…"]
        y = box.y() + ((box.height() - len(lines) * each) / 2 if middle else 0)
        self.painter.setFont(font)
        self.painter.setPen(QColor(colour))
        measure = QFontMetricsF(font)
        for number, line in enumerate(lines):
            x = box.x() + ((box.width() - measure.horizontalAdvance(line)) / 2 if centred else 0)
            self.painter.drawText(round(x), round(y + number * each + each / 2 + size * 0.36), line)
        return len(lines) * each


def _font(pixels: int, weight: int) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(weight))
    return font


def _too_wide(lines: list[str], font: QFont, room: float) -> bool:
    measure = QFontMetricsF(font)
    return any(measure.horizontalAdvance(line) > room for line in lines)


def _lines(text: str, font: QFont, room: float) -> list[str]:
    measure, lines = QFontMetricsF(font), [""]
    for word in bind(text).split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and measure.horizontalAdvance(longer) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _even(text: str, font: QFont, room: float, lines: list[str]) -> list[str]:
    """As many lines, but as even as they can be."""
    low, high, best = room / 2, room, lines
    for _ in range(7):
        middle = (low + high) / 2
        tried = _lines(text, font, middle)
        if len(tried) == len(lines) and not _too_wide(tried, font, middle):
            best, high = tried, middle
        else:
            low = middle
    return best
