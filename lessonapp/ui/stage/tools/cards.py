"""Cards that lie over a step: the free timer, a seat drawn by lot, 3-2-1, and what is read aloud."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsItem

from lessonapp.domain.look import DANGER, animal_of
from lessonapp.i18n import Speaker
from lessonapp.ui.pictures import icon_svg, openmoji_svg
from lessonapp.ui.stage.counters import Digits
from lessonapp.ui.stage.items import Box, Layer, Picture, StageItem
from lessonapp.ui.stage.text import TextItem, text_size
from lessonapp.ui.stage.theme import WHITE, Theme

OVER_LIGHT = 80.0
BIG = (420.0, 110.0, 760.0, 680.0)
SIDE = (1110.0, 236.0, 456.0, 590.0)
WINDOW = (520.0, 226.0, 560.0, 540.0)
LAST_SECONDS = 5.0


class Card(Layer):
    """A solid card in the theme's corner radius; it hides what is under it, never shines through."""

    def __init__(self, theme: Theme, say: Speaker, rect: tuple[float, float, float, float]) -> None:
        super().__init__()
        self.theme, self.say, self.rect = theme, say, QRectF(*rect)
        self.setZValue(OVER_LIGHT)
        self.box = Box(
            self.rect,
            border=theme.palette.ink,
            line=5,
            radius=max(theme.radius, 14),
            shadow=(*theme.shadow, theme.palette.line),
            parent=self,
        )

    def words(
        self,
        text: str,
        rect: tuple[float, float, float, float],
        *,
        strong: bool = False,
        parent: QGraphicsItem | None = None,
    ) -> TextItem:
        """Words in the middle of a place on the card."""
        return TextItem(
            text,
            QRectF(*rect),
            self.theme.role("sub" if strong else "body"),
            self.theme.palette.primary if strong else self.theme.palette.ink,
            align="centre",
            valign="middle",
            parent=parent or self,
        )


class _Window(StageItem):
    """What is inside is seen, what rolls out of it is not."""

    def __init__(self, rect: QRectF, parent: QGraphicsItem) -> None:
        super().__init__(rect, parent, reach=0)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemClipsChildrenToShape)


class SeatCard(Card):
    """A seat by its animal and number; others roll by before it comes to rest."""

    def __init__(self, theme: Theme, say: Speaker, seat: int, passing: Sequence[int]) -> None:
        super().__init__(theme, say, BIG)
        self.seat = seat
        x, y, w, _h = BIG
        title = say.t("Your turn, please:") if theme.audience == "adults" else say.t("Let’s hear from:")
        self.words(title, (x + 30, y + 16, w - 60, 92), strong=True)
        self._window = _Window(QRectF(*WINDOW), self)
        self._strip = Layer(self._window)
        self._rows = (*passing, seat)
        for row, number in enumerate(self._rows):
            self._tile(number, row * WINDOW[3])
        self.roll(1.0)

    def roll(self, part: float) -> None:
        """How far the lot has rolled, 0 to 1."""
        self._strip.setY(-part * (len(self._rows) - 1) * WINDOW[3])

    def _tile(self, seat: int, y: float) -> None:
        width = WINDOW[2]
        animal = animal_of(seat)
        px = 150 if animal is not None else 184
        top = 300.0 if animal is not None else 130.0
        if animal is not None:
            Picture(
                openmoji_svg(animal.openmoji), QRectF((width - 300) / 2, y + 6, 300, 300), parent=self._strip
            )
            self.words(animal.name(self.say.language), (0, y + 446, width, 84), parent=self._strip)
        Digits(
            str(seat),
            QRectF(0, y + top, width, px),
            px,
            self.theme.palette.primary,
            align="centre",
            parent=self._strip,
        )


class HandsUpCard(Card):
    """Three, two, one, hands up: pictures and numbers beside the question, no sound."""

    def __init__(self, theme: Theme, say: Speaker, left: int) -> None:
        super().__init__(theme, say, SIDE)
        self.left = left
        x, y, w, h = SIDE
        words, picture = self._what(left)
        self.said = words
        side = 250.0 if left else 370.0
        Picture(openmoji_svg(picture), QRectF(x + (w - side) / 2, y + 36, side, side), parent=self)
        if left:
            ink = theme.palette.primary
            Digits(str(left), QRectF(x, y + 300, w, 150), 150, ink, align="centre", parent=self)
        self.words(words, (x + 16, y + h - 124, w - 32, 106), strong=True)

    def _what(self, left: int) -> tuple[str, str]:
        t = self.say.t
        return {
            3: (t("Listen"), "1F442"),
            2: (t("Think quietly"), "1F4AD"),
            1: (t("Get ready"), "1F440"),
        }.get(left, (t("Hands up!"), "270B"))


class TimerCard(Card):
    """A small clock in a corner, red in its last seconds."""

    SIZE = (286.0, 96.0)

    def __init__(self, theme: Theme, say: Speaker) -> None:
        super().__init__(theme, say, (0, 0, *self.SIZE))
        ink = theme.palette.primary
        self._clock = Picture(icon_svg("clock", ink, 2.4), QRectF(22, 22, 52, 52), parent=self)
        self._calm, self._late = self._digits(theme.palette.ink), self._digits(DANGER)
        self._over = TextItem(
            say.t("Time is up"),
            QRectF(84, 4, self.SIZE[0] - 96, 88),
            theme.role("meta"),
            theme.palette.ink,
            align="centre",
            valign="middle",
            parent=self,
        )
        self.text = ""
        self.set_seconds(0)

    def set_seconds(self, left: float) -> None:
        """The time left; at nothing it says so and stays."""
        seconds = max(0, -int(-left // 1))
        self.text = f"{seconds // 60}:{seconds % 60:02}"
        late = left <= LAST_SECONDS
        for digits, shown in ((self._calm, not late), (self._late, late and seconds > 0)):
            digits.set_text(self.text)
            digits.setVisible(shown)
        self._over.setVisible(seconds == 0)
        self.box.restyle(border=DANGER if late else self.theme.palette.ink)

    def place(self, occupied: Sequence[QRectF]) -> None:
        """Lie where the fewest words are covered: the corners first."""
        self.setPos(free_corner(self.SIZE, occupied))

    def _digits(self, colour: str) -> Digits:
        return Digits("0:00", QRectF(84, 8, self.SIZE[0] - 96, 80), 64, colour, align="centre", parent=self)


class CaptionCard(Card):
    """What is being read aloud, where the stage does not show it."""

    def __init__(self, theme: Theme, say: Speaker, text: str) -> None:
        role = theme.role("body")
        width, height = text_size(text, role, 1320)
        width, height = min(max(width + 80, 420), 1440), min(max(height + 44, 110), 330)
        super().__init__(theme, say, ((1600 - width) / 2, 868 - height, width, height))
        self.box.restyle(fill=WHITE)
        self.item = TextItem(
            text,
            QRectF((1600 - width) / 2 + 40, 868 - height + 12, width - 80, height - 24),
            role,
            theme.palette.ink,
            valign="middle",
            align="centre",
            parent=self,
        )


def free_corner(size: tuple[float, float], occupied: Sequence[QRectF]) -> QPointF:
    """Where a card of a size covers least of what is there."""
    w, h = size
    right, low = 1600 - w - 14, 900 - h - 14
    places = (
        (right, 12.0),
        (right, low),
        (14.0, low),
        ((1600 - w) / 2, low),
        ((1600 - w) / 2, 12.0),
        (right, 220.0),
    )

    def covered(place: tuple[float, float]) -> float:
        here = QRectF(*place, w, h)
        return sum(
            here.intersected(r).width() * here.intersected(r).height() for r in occupied if here.intersects(r)
        )

    return QPointF(*min(places, key=covered))
