"""A poll of feelings as a wheel: a face in each quarter; revealed, the quarters grow with the votes."""

import math
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem

from lessonapp.domain.look import ANSWERS
from lessonapp.domain.step_base import Choosable
from lessonapp.ui.stage.builder import Builder, grows, rises
from lessonapp.ui.stage.items import StageItem
from lessonapp.ui.stage.kept import renew
from lessonapp.ui.stage.kinds.footer import footer
from lessonapp.ui.stage.kinds.question import BESIDE_MARK, own_mark, prompt_area, question_header, ring
from lessonapp.ui.stage.kinds.reveal import result_line
from lessonapp.ui.stage.model import StageModel

Rect = tuple[float, float, float, float]
_FACES = ((0x1F600, 0x1F64F), (0x1F910, 0x1F92F), (0x1F970, 0x1F97A), (0x1FAE0, 0x1FAE8))
_FROM = (90, 0, 180, 270)  # degrees where the quarters A, B, C, D begin, counter-clockwise from three o'clock
WIDE = 452.0
LEAST = 0.3  # of the radius: what a quarter keeps when nobody chose it


def is_feelings(options: Sequence[Choosable]) -> bool:
    """Whether the options are four faces."""
    return len(options) == 4 and all(_is_face(option.picture) for option in options)


def _is_face(picture: str | None) -> bool:
    if picture is None or not picture.startswith("openmoji:"):
        return False
    code = int(picture.removeprefix("openmoji:").split("-")[0], 16)
    return any(low <= code <= high for low, high in _FACES)


class Quarter(StageItem):
    """A quarter of the wheel; filled from the middle as far as its share of the votes."""

    def __init__(
        self, box: QRectF, start: int, colours: tuple[str, str, str], parent: QGraphicsItem | None
    ) -> None:
        super().__init__(box, parent, reach=4)
        self._start = start
        self._colour, self._soft, self._ink = colours
        self._share = 0.0
        self._grown = 1.0

    def set_share(self, share: float) -> None:
        """How far it is filled, 0 to 1."""
        if share != self._share:
            self._share = share
            renew(self)

    def grow(self, part: float) -> None:
        """How much of that is shown while it grows, 0 to 1."""
        self._grown = part
        renew(self)

    def _wedge(self, part: float) -> QPainterPath:
        centre = self.rect.center()
        radius = self.size.width() / 2 * part
        path = QPainterPath(centre)
        path.arcTo(QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius), self._start, 90)
        path.closeSubpath()
        return path

    def draw(self, painter: QPainter) -> None:
        painter.setPen(QPen(QColor(self._ink), 4))
        painter.setBrush(QColor(self._soft))
        painter.drawPath(self._wedge(1))
        part = self._share * self._grown
        if part > 0:
            painter.setBrush(QColor(self._colour))
            painter.drawPath(self._wedge(part))


def build_wheel(b: Builder, prompt: str, options: Sequence[Choosable]) -> None:
    """The wheel between its four answers, before and after the reveal."""
    revealed = b.model.phase == "revealed"
    question_header(b, prompt if revealed else None, width=1440 if revealed else 1230)
    if revealed:
        result_line(b)
    else:
        ring(b)
        prompt_area(b, prompt, getattr(b.model.step, "scene", None), None)
    centre, radius = (QPointF(800, 510), 258.0) if revealed else (QPointF(800, 510), 196.0)
    quarters = []
    for index, option in enumerate(options):
        quarters.append(_quarter(b, index, option, centre, radius))
        _card(b, index, option, centre.y(), revealed=revealed)
    if revealed:
        _show_votes(b, options, quarters)
    else:
        footer(b)
    if b.clickable:
        b.made.own_keys = lambda key: _key(b, options, key)


def _quarter(b: Builder, index: int, option: Choosable, centre: QPointF, radius: float) -> Quarter:
    box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
    colours = (ANSWERS[index].colour, b.palette.soft, b.palette.ink)
    made = Quarter(box, _FROM[index], colours, b.layer)
    turn = math.radians(_FROM[index] + 45)
    x, y = centre.x() + math.cos(turn) * radius * 0.56, centre.y() - math.sin(turn) * radius * 0.56
    side = radius * 0.62
    b.disc(x, y, side * 0.52, "#FFFFFF", border=b.palette.ink)
    b.picture(option.picture, (x - side / 2, y - side / 2, side, side))
    return made


def _card(b: Builder, index: int, option: Choosable, middle: float, *, revealed: bool) -> None:
    wide, tall = (WIDE, 170.0) if revealed else (490.0, 172.0)
    x = 80.0 if index % 2 == 0 else 1520 - wide
    y = middle - 188 if index < 2 else middle + 16
    mine = option.id in b.model.own_choice
    box = b.box(
        (x, y, wide, tall), line=8 if mine else 4, border=b.palette.primary if mine else None, shadow=True
    )
    block = b.block((x + 3, y + 3, 110, tall - 6), index, radius=max(4, b.theme.radius - 3), shape=92)
    room = wide - 140 - (96 if revealed else BESIDE_MARK)
    role = replace(b.theme.role("option"), size=56, line=1.14)
    words = b.text(option.text, (x + 134, y + 4, room, tall - 8), role, valign="middle")
    items: list[QGraphicsItem] = [box, block, words, *(own_mark(b, x, y, wide) if mine else [])]
    if b.model.phase == "waiting" and not b.model.round_number:
        rises(b, items, index, 120)
    if b.clickable:
        b.target((x, y, wide, tall), lambda: b.choose((option.id,)))


def _show_votes(b: Builder, options: Sequence[Choosable], quarters: Sequence[Quarter]) -> None:
    lefts = (80 + WIDE - 108, 1520 - 108)
    numbers = [
        b.digits("", (lefts[i % 2], 322 if i < 2 else 526, 92, 170), 60, align="right", even=False)
        for i in range(len(options))
    ]
    for quarter in quarters:
        grows(b, quarter)

    def update(new: StageModel) -> None:
        counts = new.tally.counts if new.tally is not None else {}
        most = max(1, *counts.values()) if counts else 1
        for option, quarter, number in zip(options, quarters, numbers, strict=True):
            value = counts.get(option.id, 0)
            number.set_text(str(value))
            quarter.set_share(LEAST + (1 - LEAST) * math.sqrt(value / most) if value else 0.0)

    update(b.model)
    b.made.updates.append(update)


def _key(b: Builder, options: Sequence[Choosable], key: int) -> bool:
    index = key - ord("1")
    if 0 <= index < len(options):
        b.choose((options[index].id,))
        return True
    return False
