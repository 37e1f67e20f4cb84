"""The end of a chat: its warning signs, each beside its reason."""

from dataclasses import replace

from lessonapp.domain.look import DANGER, DANGER_TINT, OK
from lessonapp.domain.step import ChatStep, Message
from lessonapp.ui.stage.builder import Builder, rises
from lessonapp.ui.stage.kinds.thread import (
    GAP,
    HEAD,
    Line,
    Rect,
    bubble_role,
    draw_frame,
    draw_message,
    lines_of,
)
from lessonapp.ui.stage.theme import WHITE, Role

FRAME: Rect = (80.0, 116.0, 780.0, 720.0)
COLUMN = (892.0, 628.0)


def build_findings(b: Builder, step: ChatStep) -> bool:
    """The thread with its signs marked and a card for each; False where they do not fit beside each other."""
    flagged = [message for message in step.messages if message.flag]
    if not flagged:
        return False
    _x, y, w, h = FRAME
    lines = lines_of(b, step, step.messages, w - 190)
    room = h - HEAD - 36
    for line in [known for known in lines if not known.message.flag]:
        if sum(known.tall + GAP for known in lines) - GAP > room:
            lines.remove(line)
    cards = _cards(b, step, flagged)
    if sum(known.tall + GAP for known in lines) - GAP > room or cards is None:
        return False
    draw_frame(b, step, FRAME)
    top = y + HEAD + 18
    for line in lines:
        line.flagged = bool(line.message.flag)
        draw_message(b, line, top, FRAME)
        if line.flagged:
            _flag(b, line, top, flagged.index(line.message))
        top += line.tall + GAP
    _draw_cards(b, step, flagged, cards)
    return True


def _flag(b: Builder, line: Line, top: float, index: int) -> None:
    x, _, w, _ = FRAME
    at = x + w - 32 - line.width - 56 if line.own else x + 32 + line.width + 56
    y = top + line.tall - line.height / 2
    disc = b.disc(at, y, 38, DANGER)
    b.icon("flag", (at - 23, y - 23, 46, 46), WHITE, 2.6)
    b.made.entrances.append(lambda motion: motion.flag(disc, index))


def _reason_role(b: Builder) -> Role:
    return replace(b.theme.role("body"), size=46, least=44, weight=600, line=1.16)


def _cards(b: Builder, step: ChatStep, flagged: list[Message]) -> tuple[float, list[float], float] | None:
    """Where the cards begin, how tall each is, the gap; None where they do not fit."""
    _x, w = COLUMN
    heading = step.heading or b.say.t("The red-light signs")
    role = replace(b.theme.role("question"), size=60, least=48, weight=800, line=1.16)
    top = 124 + b.tall(heading, role, w) + 26
    talls = [b.tall(message.flag or "", _reason_role(b), w - 116) + 30 for message in flagged]
    spare = 836 - top - sum(talls)
    gap = min(24.0, spare / max(1, len(talls)))
    return (top, talls, gap) if gap >= 8 or len(talls) == 1 else None


def _draw_cards(
    b: Builder, step: ChatStep, flagged: list[Message], cards: tuple[float, list[float], float]
) -> None:
    x, w = COLUMN
    top, talls, gap = cards
    heading = step.heading or b.say.t("The red-light signs")
    role = replace(b.theme.role("question"), size=60, least=48, weight=800, line=1.16)
    b.text(heading, (x, 124, w, top - 146), role)
    for index, (message, tall) in enumerate(zip(flagged, talls, strict=True)):
        box = b.box((x, top, w, tall), shadow=True, radius=min(26, b.theme.radius))
        number = b.digits(str(index + 1), (x + 18, top, 60, tall), 60, colour=DANGER, align="centre")
        place = (x + 92, top + 4, w - 108, tall - 8)
        text = b.text(message.flag or "", place, _reason_role(b), valign="middle")
        items = [box, number, text]
        if step.messages.index(message) in b.marks:
            items += [b.disc(x + w - 8, top + 10, 28, OK, border=WHITE)]
            items += [b.icon("check", (x + w - 25, top - 7, 34, 34), WHITE, 3.4)]
        rises(b, items, index)
        top += tall + gap
    if 836 - top > 240:
        b.mascot("cheer" if b.marks else "think", x + w / 2, 834, min(360.0, 820 - top))


def build_signs(b: Builder, step: ChatStep) -> None:
    """Every flagged message beside its reason, one row each: for long ones."""
    flagged = [message for message in step.messages if message.flag]
    count = len(flagged)
    top = 118.0
    if count <= 4:
        head = b.text(
            step.heading or b.say.t("The red-light signs"),
            (80, 114, 1440, 90),
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
    role = replace(bubble_role(b), size=50 if h > 140 else 44, least=40, line=1.12)
    said = b.text(message.text, (x + 26, y + 3, 584, h - 6), role, valign="middle")
    disc = b.disc(x + 684, y + h / 2, 36, DANGER)
    flag = b.icon("flag", (x + 662, y + h / 2 - 22, 44, 44), WHITE, 2.6)
    reason = b.text(
        message.flag or "", (x + 742, y + 3, w - 742, h - 6), replace(role, weight=700), valign="middle"
    )
    items = [box, said, flag, reason]
    rises(b, items, index)
    b.made.entrances.append(lambda motion: motion.flag(disc, index))
