"""What a drawn messenger thread is made of."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtGui import QPainterPath

from lessonapp.domain.look import DANGER, DANGER_TINT
from lessonapp.domain.step import ChatStep, Message
from lessonapp.ui.stage.builder import Builder
from lessonapp.ui.stage.items import StageItem
from lessonapp.ui.stage.text import TextItem
from lessonapp.ui.stage.theme import WHITE, Role

Rect = tuple[float, float, float, float]
HEAD = 84.0
PAD_X, PAD_Y, GAP = 28.0, 14.0, 16.0
NAME_TALL = 42.0


@dataclass(slots=True)
class Line:
    """A message and its bubble."""

    message: Message
    number: int
    own: bool
    name: bool
    width: float
    height: float
    flagged: bool = False

    @property
    def tall(self) -> float:
        """With the name over it."""
        return self.height + (NAME_TALL if self.name else 0)


def bubble_role(b: Builder) -> Role:
    """The type of messages."""
    return replace(b.theme.role("bubble"), size=46, least=44, weight=500, line=1.2)


def draw_frame(b: Builder, step: ChatStep, rect: Rect) -> None:
    """The screen with the app's head."""
    x, y, w, _ = rect
    b.box(rect, line=5, radius=max(18, b.theme.radius), shadow=True)
    b.icon("chat", (x + 34, y + 20, 46, 46), b.palette.primary, 2.4)
    meta = b.theme.role("meta")
    role = replace(meta, size=38, weight=800)
    wide = min(b.measure(step.app, role, 330)[0], 330.0)
    b.text(step.app, (x + 98, y + 4, wide + 4, HEAD - 6), role, valign="middle")
    if step.owner:
        b.text(
            b.say.t("{name}’s screen").format(name=step.owner),
            (x + 98 + wide + 30, y + 4, w - 34 - 98 - wide - 30, HEAD - 6),
            meta,
            colour=b.palette.muted,
            align="right",
            valign="middle",
        )
    line = QPainterPath()
    line.moveTo(x + 4, y + HEAD)
    line.lineTo(x + w - 4, y + HEAD)
    b.stroke(line, b.palette.line, 4)


def lines_of(b: Builder, step: ChatStep, messages: Sequence[Message], most: float) -> list[Line]:
    """Messages with the size of their bubbles."""
    found: list[Line] = []
    role = bubble_role(b)
    for index, message in enumerate(messages):
        own = message.who == step.owner
        name = not own and (index == 0 or messages[index - 1].who != message.who)
        width, height = b.measure(message.text, role, most - 2 * PAD_X)
        number = next(i for i, known in enumerate(step.messages) if known is message)
        found.append(Line(message, number, own, name, width + 2 * PAD_X, height + 2 * PAD_Y))
    return found


def draw_message(b: Builder, line: Line, top: float, frame: Rect) -> list[StageItem | TextItem]:
    """One bubble, its sender's name over it where it is new."""
    x, _, w, _ = frame
    if line.name:
        b.text(
            line.message.who,
            (x + 40, top, 500, NAME_TALL),
            replace(b.theme.role("chrome"), weight=600),
            colour=b.palette.muted,
            valign="middle",
        )
        top += NAME_TALL
    left = x + w - 32 - line.width if line.own else x + 32
    path = _bubble(left, top, line.width, line.height, own=line.own)
    fill = b.palette.primary if line.own else b.palette.soft
    colour = WHITE if line.own else b.palette.ink
    if line.flagged:
        shape = b.stroke(path, DANGER, 5, fill=DANGER_TINT)
        colour = b.palette.ink
    else:
        shape = b.stroke(path, fill, 0, fill=fill)
    text = b.text(
        line.message.text,
        (left + PAD_X, top + PAD_Y, line.width - 2 * PAD_X + 4, line.height - 2 * PAD_Y + 1),
        bubble_role(b),
        colour=colour,
    )
    return [shape, text]


def _bubble(x: float, y: float, w: float, h: float, *, own: bool) -> QPainterPath:
    radius = min(30.0, h / 2)
    path = QPainterPath()
    path.addRoundedRect(x, y, w, h, radius, radius)
    corner = QPainterPath()
    corner.addRoundedRect(x + w - radius if own else x, y + h - radius, radius, radius, 6, 6)
    return path.united(corner)
