"""A drawn messenger thread: message by message, then the warning signs with their reasons."""

from dataclasses import dataclass, replace

from PySide6.QtGui import QPainterPath

from lessonapp.domain.look import DANGER, DANGER_TINT
from lessonapp.domain.step import ChatStep, Message
from lessonapp.ui.stage.builder import Builder, header, rises
from lessonapp.ui.stage.items import StageItem
from lessonapp.ui.stage.theme import WHITE, Role

FRAME = (80.0, 116.0, 860.0, 716.0)
HEAD = 84.0
PAD_X, PAD_Y, GAP = 28.0, 14.0, 16.0
NAME_TALL = 42.0


@dataclass(slots=True)
class _Line:
    message: Message
    own: bool
    name: bool
    width: float
    height: float


def build_chat(b: Builder, step: ChatStep) -> None:
    """The thread so far; on the last beat what the signs are."""
    header(b, "chat", b.say.t("Read the messages"), width=1440)
    beat = max(1, b.model.beat)
    flagged = [message for message in step.messages if message.flag]
    if flagged and beat > len(step.messages):
        _signs(b, step, flagged)
        return
    _thread(b, step, step.messages[:beat])
    _side(b, step)


def _role(b: Builder) -> Role:
    return replace(b.theme.role("bubble"), size=46, least=44, weight=500, line=1.2)


def _frame(b: Builder, step: ChatStep) -> None:
    x, y, w, _ = FRAME
    b.box(FRAME, line=5, radius=max(18, b.theme.radius), shadow=True)
    b.icon("chat", (x + 34, y + 20, 46, 46), b.palette.primary, 2.4)
    meta = b.theme.role("meta")
    b.text(step.app, (x + 98, y + 4, 330, HEAD - 6), replace(meta, size=38, weight=800), valign="middle")
    if step.owner:
        b.text(
            b.say.t("{name}’s screen").format(name=step.owner),
            (x + 430, y + 4, w - 464, HEAD - 6),
            meta,
            colour=b.palette.muted,
            align="right",
            valign="middle",
        )
    line = QPainterPath()
    line.moveTo(x + 4, y + HEAD)
    line.lineTo(x + w - 4, y + HEAD)
    b.stroke(line, b.palette.line, 4)


def _lines(b: Builder, step: ChatStep, messages: tuple[Message, ...]) -> list[_Line]:
    found: list[_Line] = []
    role = _role(b)
    for index, message in enumerate(messages):
        own = message.who == step.owner
        name = not own and (index == 0 or messages[index - 1].who != message.who)
        width, height = b.measure(message.text, role, 660 - 2 * PAD_X)
        found.append(_Line(message, own, name, width + 2 * PAD_X, height + 2 * PAD_Y))
    return found


def _thread(b: Builder, step: ChatStep, messages: tuple[Message, ...]) -> None:
    _frame(b, step)
    _, y, _, h = FRAME
    lines = _lines(b, step, messages)
    room = h - HEAD - 36
    start = len(lines)
    used = 0.0
    while start > 0:
        line = lines[start - 1]
        tall = line.height + (NAME_TALL if line.name else 0) + GAP
        if used + tall > room + GAP:
            break
        used += tall
        start -= 1
    shown = lines[start:]
    if shown and not shown[0].own and not shown[0].name and used + NAME_TALL <= room + GAP:
        shown[0].name = True
    top = y + HEAD + 18
    for index, line in enumerate(shown):
        new = index == len(shown) - 1
        top = _message(b, line, top, new=new) + GAP


def _message(b: Builder, line: _Line, top: float, *, new: bool) -> float:
    x, _, w, _ = FRAME
    items: list[StageItem] = []
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
    items.append(
        b.stroke(
            path,
            b.palette.primary if line.own else b.palette.soft,
            0,
            fill=b.palette.primary if line.own else b.palette.soft,
        )
    )
    colour = WHITE if line.own else b.palette.ink
    text = b.text(
        line.message.text,
        (left + PAD_X, top + PAD_Y, line.width - 2 * PAD_X + 4, line.height - 2 * PAD_Y + 1),
        _role(b),
        colour=colour,
    )
    if new:
        both = [*items, text]
        rises(b, both, 0)
    return top + line.height


def _bubble(x: float, y: float, w: float, h: float, *, own: bool) -> QPainterPath:
    radius = min(30.0, h / 2)
    path = QPainterPath()
    path.addRoundedRect(x, y, w, h, radius, radius)
    corner = QPainterPath()
    corner.addRoundedRect(x + w - radius if own else x, y + h - radius, radius, radius, 6, 6)
    return path.united(corner)


def _side(b: Builder, step: ChatStep) -> None:
    words = step.heading or b.say.t("How many red-light signs are here?")
    heading = b.text(
        words, (1000, 132, 520, 300), replace(b.theme.role("question"), size=64, least=50, weight=800)
    )
    top = heading.ink_rect().bottom() + 28
    if any(message.flag for message in step.messages):
        b.box((1000, top, 520, 200), border=b.palette.muted, dashed=True, radius=b.theme.radius)
        b.icon("flag", (1028, top + 66, 68, 68), DANGER, 2.4)
        b.text(b.say.t("Hands up when you see a sign!"), (1116, top + 8, 390, 184), "body", valign="middle")
        top += 224
    mascot = b.mascot("think", 1260, 832, min(360.0, 832 - top))
    if mascot is not None and 832 - top < 170:
        mascot.setVisible(False)


def _signs(b: Builder, step: ChatStep, flagged: list[Message]) -> None:
    """Every flagged message beside its reason, one row each."""
    count = len(flagged)
    top = 118.0
    if count <= 4:
        head = b.text(
            step.heading or b.say.t("The red-light signs"),
            (80, 110, 1440, 90),
            replace(b.theme.role("heading"), size=64, least=50),
            valign="middle",
        )
        top = head.ink_rect().bottom() + 22
    gap = 12.0 if count > 4 else 18.0
    tall = min(180.0, (842 - top - gap * (count - 1)) / count)
    top += max(0.0, (800 - top - count * (tall + gap)) / 3)
    for index, message in enumerate(flagged):
        _sign(b, message, index, (80, top + index * (tall + gap), 1440, tall))


def _sign(b: Builder, message: Message, index: int, rect: tuple[float, float, float, float]) -> None:
    x, y, w, h = rect
    radius = min(26.0, h / 2)
    box = b.box((x, y, 630, h), fill=DANGER_TINT, border=DANGER, line=5, radius=radius)
    role = replace(_role(b), size=50 if h > 140 else 44, least=40, line=1.17)
    said = b.text(message.text, (x + 26, y + 3, 584, h - 6), role, valign="middle")
    disc = b.disc(x + 684, y + h / 2, 36, DANGER)
    flag = b.icon("flag", (x + 662, y + h / 2 - 22, 44, 44), WHITE, 2.6)
    reason = b.text(
        message.flag or "", (x + 742, y + 3, w - 742, h - 6), replace(role, weight=700), valign="middle"
    )
    items = [box, said, flag, reason]
    rises(b, items, index)
    b.made.entrances.append(lambda motion: motion.flag(disc, index))
