"""What the class will remember together: its lines, its own ones among them, and the stamps under them."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath
from PySide6.QtWidgets import QGraphicsItem

from lessonapp.domain.look import animal_of
from lessonapp.domain.step import PledgeStep
from lessonapp.ui.pictures import openmoji_svg
from lessonapp.ui.stage.art import kite_svg
from lessonapp.ui.stage.builder import Builder, header, rises, same_size, smallest_of
from lessonapp.ui.stage.theme import WHITE, Role

Rect = tuple[float, float, float, float]
CARD_TOP, STAMPS_TOP, BOTTOM = 124.0, 712.0, 838.0
ROW_LEAST = 70.0


def build_pledge(b: Builder, step: PledgeStep) -> None:
    """What the class will remember together, its own lines among them."""
    header(b, "hand", b.say.t("Remember together"), width=1100)
    own = b.model.pledge_lines
    lines = [*step.lines, *own]
    empty = max(0, step.own_lines - len(own)) if len(lines) < 6 else 0
    width = 1130.0 if len(lines) <= 5 and b.theme.mascot else 1440.0
    top = _head(b, step, width)
    heights = _heights(b, lines, width - 212, 22)
    if sum(heights) > BOTTOM - 16 - top:
        heights = _heights(b, lines, width - 212, 10)
    stamps = sum(heights) <= STAMPS_TOP - 24 - top
    bottom = STAMPS_TOP - 16 if stamps else BOTTOM - 8
    rows = [*lines, *([""] * min(empty, 2))]
    while len(rows) > len(lines) and sum(heights) + ROW_LEAST * (len(rows) - len(lines)) > bottom - 8 - top:
        rows.pop()
    heights += [ROW_LEAST] * (len(rows) - len(lines))
    spare = max(0.0, min(44.0, (bottom - 8 - top - sum(heights)) / len(rows)))
    _card(b, (80, CARD_TOP, width, bottom - CARD_TOP))
    rooms = [(line, width - 212, height + spare - 20) for line, height in zip(rows, heights, strict=True)]
    role = same_size(b, _role(b), rooms)
    y = top
    for index, (line, height) in enumerate(zip(rows, heights, strict=True)):
        if index:
            _between(b, 130, width - 100, y - 1)
        _row(b, line, (130, y, width - 100, height + spare), role, own=index >= len(step.lines))
        y += height + spare
    if stamps:
        _stamps(b, step)
    if width < 1440:
        _cheer(b, 690)


def _card(b: Builder, rect: Rect) -> None:
    b.box(rect, line=4, shadow=True).setZValue(-1)


def _head(b: Builder, step: PledgeStep, width: float) -> float:
    label = b.model.class_label
    heading = step.heading or (
        b.say.t("{name} remembers together").format(name=label) if label else b.say.t("We remember together")
    )
    role = replace(b.theme.role("heading"), size=66, least=48)
    item = b.text(heading, (130, 140, width - 100, 90), role, colour=b.theme.title_ink, valign="middle")
    return max(230.0, item.ink_rect().bottom() + 8)


def _role(b: Builder) -> Role:
    return replace(b.theme.role("body"), size=50, weight=600, line=1.18)


def _heights(b: Builder, lines: Sequence[str], width: float, air: float) -> list[float]:
    role = replace(_role(b), size=smallest_of(b, _role(b)))
    return [max(ROW_LEAST, b.tall(line, role, width) + air) for line in lines]


def _row(b: Builder, line: str, rect: Rect, role: Role, *, own: bool) -> None:
    x, y, width, height = rect
    side = min(64.0, height - 12)
    middle = y + height / 2
    fill = b.palette.accent if line else WHITE
    if b.theme.audience == "grades-10-12" and line:
        fill = b.palette.accent2
    b.box(
        (x, middle - side / 2, side, side), fill=fill, line=4, radius=min(16, b.theme.radius), dashed=not line
    )
    if line:
        b.icon("check", (x + side * 0.15, middle - side * 0.35, side * 0.7, side * 0.7), b.palette.ink, 3.4)
        item = b.text(
            line,
            (x + side + 28, y + 2, width - side - 28, height - 4),
            role,
            valign="middle",
            colour=b.palette.primary if own else "",
        )
        if own and not b.model.stamps:
            rises(b, [item], 0)


def _between(b: Builder, x: float, width: float, y: float) -> None:
    """A dotted line between two rows."""
    path = QPainterPath(QPointF(x, y))
    path.lineTo(x + width, y)
    b.stroke(path, b.palette.line, 3, dash=(2.2, 2.2))


def _stamps(b: Builder, step: PledgeStep) -> None:
    """A place to stamp, and the stamps so far; a touch adds one, a touch on the last takes it back."""
    button = (80.0, STAMPS_TOP + 8, 380.0, 104.0)
    b.box(button, fill=b.palette.primary, border="", radius=b.theme.radius, shadow=(0, 8))
    x, y, w, h = button
    b.icon("star", (x + 30, y + h / 2 - 28, 56, 56), WHITE, 2.6)
    b.text(b.say.t("Stamp"), (x + 102, y, w - 120, h), "sub", colour=WHITE, valign="middle")
    b.target(button, lambda: b.stamp(step.id, 1))
    count = b.model.stamps
    if not count:
        adults = b.theme.audience == "adults"
        words = (
            b.say.t("Touch here to add your stamp.")
            if adults
            else b.say.t("Touch here if you will remember too.")
        )
        b.text(words, (492, y, 1028, h), "body", colour=b.palette.muted, valign="middle")
        return
    columns = 17 if count <= 34 else -(-count // 2)
    pitch = min(66.0, 1028 / columns)
    for number in range(1, count + 1):
        row, column = divmod(number - 1, columns)
        at = QPointF(492 + pitch / 2 + column * pitch, STAMPS_TOP + 32 + row * 62)
        items = _stamp(b, number, at, min(29.0, pitch / 2 - 2))
        if number == count:
            b.target((at.x() - pitch / 2, at.y() - 31, pitch, 62), lambda: b.stamp(step.id, -1))
            for item in items:
                _arrives(b, item)


def _arrives(b: Builder, item: QGraphicsItem) -> None:
    b.made.entrances.append(lambda motion: motion.arrive(item))


def _stamp(b: Builder, number: int, at: QPointF, radius: float) -> list[QGraphicsItem]:
    items: list[QGraphicsItem] = [b.disc(at.x(), at.y(), radius, WHITE, border=b.palette.primary)]
    animal = animal_of(number)
    if animal is not None:
        side = radius * 1.4
        picture = b.svg(openmoji_svg(animal.openmoji), (at.x() - side / 2, at.y() - side / 2, side, side))
        picture.setTransformOriginPoint(side / 2, side / 2)
        items.append(picture)
    return items


def _cheer(b: Builder, foot: float) -> None:
    if b.theme.audience == "grades-4-5":
        kite(b, "#EF5B3A", "#FFC93C", (1484, 542))
    b.mascot("cheer", 1376, foot, 380)


def kite(b: Builder, body: str, trim: str, hand: tuple[float, float]) -> None:
    """A kite on its string, which Sao holds in a hand."""
    string = QPainterPath(QPointF(1420, 220))
    string.cubicTo(QPointF(1500, 270), QPointF(1560, 420), QPointF(*hand))
    b.stroke(string, b.palette.ink, 4)
    b.svg(kite_svg(body, trim), (1260, 58, 290, 240))
