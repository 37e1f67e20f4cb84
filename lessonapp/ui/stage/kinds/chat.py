"""A drawn messenger thread: message by message, with signs that the class puts on what it wonders about."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QRectF

from lessonapp.domain.look import DANGER, WARN, WARN_TINT
from lessonapp.domain.step import ChatStep, Message
from lessonapp.ui.stage.builder import Builder, header, rises
from lessonapp.ui.stage.items import StageItem, TypingDots
from lessonapp.ui.stage.kinds.findings import build_findings, build_signs
from lessonapp.ui.stage.kinds.thread import (
    GAP,
    HEAD,
    NAME_TALL,
    Line,
    Rect,
    draw_frame,
    draw_message,
    lines_of,
)
from lessonapp.ui.stage.text import TextItem

FRAME: Rect = (80.0, 116.0, 860.0, 716.0)


def build_chat(b: Builder, step: ChatStep) -> None:
    """The thread so far; on the last beat what the signs are."""
    header(b, "chat", b.say.t("Read the messages"), width=1440)
    beat = max(1, b.model.beat)
    if beat > len(step.messages):
        if not build_findings(b, step):
            build_signs(b, step)
        return
    draw_frame(b, step, FRAME)
    _thread(b, step, step.messages[:beat])
    _side(b, step)


def _fitting(lines: list[Line], room: float) -> list[Line]:
    """The newest lines that fit."""
    start = len(lines)
    used = 0.0
    while start > 0:
        tall = lines[start - 1].tall + GAP
        if used + tall > room + GAP:
            break
        used += tall
        start -= 1
    shown = lines[start:]
    if shown and not shown[0].own and not shown[0].name and used + NAME_TALL <= room + GAP:
        shown[0].name = True
    return shown


def _thread(b: Builder, step: ChatStep, messages: tuple[Message, ...]) -> None:
    _, y, _, h = FRAME
    shown = _fitting(lines_of(b, step, messages, 650), h - HEAD - 36)
    top = y + HEAD + 18
    toggles = []
    for index, line in enumerate(shown):
        items = draw_message(b, line, top, FRAME)
        toggles.append(_suspicion(b, line, top))
        if index == len(shown) - 1:
            _arrives(b, line, items, top)
        top += line.tall + GAP
    if any(message.flag for message in step.messages):
        b.made.own_keys = lambda key: _key(toggles, key)


def _key(toggles: list[Callable[[], None]], key: int) -> bool:
    index = key - ord("1")
    if 0 <= index < len(toggles):
        toggles[index]()
        return True
    return False


def _suspicion(b: Builder, line: Line, top: float) -> Callable[[], None]:
    """The sign that the class puts on a message it wonders about; a tap puts it and takes it away."""
    x, _, w, _ = FRAME
    y = top + line.height / 2 + (NAME_TALL if line.name else 0)
    at = x + w - 32 - line.width - 52 if line.own else x + 32 + line.width + 52
    sign = [b.disc(at, y, 34, WARN_TINT, border=WARN), b.icon("flag", (at - 21, y - 21, 42, 42), WARN, 2.6)]

    def show() -> None:
        for item in sign:
            item.setVisible(line.number in b.marks)

    def toggle() -> None:
        b.marks.symmetric_difference_update({line.number})
        show()

    show()
    left = x + w - 32 - line.width if line.own else x + 32
    b.target((left, y - line.height / 2, line.width, line.height), toggle)
    return toggle


def _arrives(b: Builder, line: Line, items: list[StageItem | TextItem], top: float) -> None:
    """The newest message comes in; before another's, dots show that somebody is typing."""
    if line.own:
        rises(b, items, 0)
        return
    x = FRAME[0]
    dots = TypingDots(
        QRectF(x + 32, top + (NAME_TALL if line.name else 0), 132, 70),
        b.palette.soft,
        b.palette.muted,
        b.layer,
    )
    dots.setVisible(False)
    b.made.entrances.append(lambda motion: motion.typing(dots, list(items)))


def _side(b: Builder, step: ChatStep) -> None:
    words = step.heading or b.say.t("How many red-light signs are here?")
    heading = b.text(
        words, (1000, 132, 520, 300), replace(b.theme.role("question"), size=64, least=50, weight=800)
    )
    top = heading.ink_rect().bottom() + 28
    if any(message.flag for message in step.messages):
        b.box((1000, top, 520, 200), border=b.palette.muted, dashed=True, radius=b.theme.radius)
        b.icon("flag", (1028, top + 66, 68, 68), DANGER, 2.4)
        words = b.say.t("Hands up when you see a sign!")
        b.text(words, (1116, top + 8, 390, 184), "body", valign="middle")
        top += 224
    mascot = b.mascot("think", 1260, 832, min(360.0, 832 - top))
    if mascot is not None and 832 - top < 170:
        mascot.setVisible(False)
