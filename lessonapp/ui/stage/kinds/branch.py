"""Where the story forks: the class votes and the path is drawn."""

from dataclasses import replace

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from lessonapp.domain.look import ANSWERS
from lessonapp.domain.step import BranchStep
from lessonapp.ui.stage.builder import Builder, draws, grows, header, number_width, pills
from lessonapp.ui.stage.illustrate import illustration
from lessonapp.ui.stage.kinds.question import ring
from lessonapp.ui.stage.model import StageModel

NODE = (640.0, 458.0)


def build_branch(b: Builder, step: BranchStep) -> None:
    """The question, a node, and a path to each card."""
    model = b.model
    header(b, "fork", b.say.t("Crossroads"), width=1230)
    ring(b, (1404.0, 34.0, 116.0, 116.0), 50)
    has_art = step.scene is not None
    asked = b.text(
        step.prompt,
        (80, 124, 520, 330 if has_art else 400 if b.theme.mascot else 560),
        replace(b.theme.role("heading"), size=62, least=46),
        valign="top" if has_art or b.theme.mascot else "middle",
        highlight=b.palette.accent if b.theme.audience == "grades-6-9" and len(step.prompt) < 40 else "",
    )
    if has_art:
        illustration(b, step.scene, None, (80, 476, 480, 324))
    else:
        b.mascot("think", 330, 838, min(440.0, 812 - asked.ink_rect().bottom()))
    count = len(step.options)
    pitch = {2: 216.0, 3: 204.0}.get(count, 158.0)
    height = {2: 190.0, 3: 180.0}.get(count, 144.0)
    first = 462 - pitch * (count - 1) / 2 - height / 2 if count > 2 else 258.0
    first = max(first, 132.0)
    centres = [first + index * pitch + height / 2 for index in range(count)]
    _paths(b, step, centres)
    shown = model.phase in ("closed", "revealed")
    for index, _option in enumerate(step.options):
        _card(b, step, index, (850, first + index * pitch, 670, height), counts=shown)
    _votes(b, max(800.0, first + count * pitch + 8))
    pills(b, right=False)


def _paths(b: Builder, step: BranchStep, centres: list[float]) -> None:
    chosen = b.model.path
    shown = b.model.phase in ("closed", "revealed")
    most = max(1, *(b.tally.counts.get(option.id, 0) for option in step.options))
    order = sorted(range(len(centres)), key=lambda i: step.options[i].id == chosen)
    for index in order:
        y = centres[index]
        path = QPainterPath(QPointF(NODE[0] + 18, NODE[1]))
        path.cubicTo(QPointF(760, NODE[1]), QPointF(720, y), QPointF(840, y))
        mine = step.options[index].id == chosen
        colour = b.palette.ink if chosen is None else b.palette.primary if mine else b.palette.line
        pull = b.tally.counts.get(step.options[index].id, 0) / most if shown else 0.3
        line = b.stroke(path, colour, 6 + 14 * pull + (2 if mine else 0))
        if mine:
            draws(b, line)
    b.disc(*NODE, 23, b.palette.accent, border=b.palette.ink)


def _card(
    b: Builder, step: BranchStep, index: int, rect: tuple[float, float, float, float], *, counts: bool
) -> None:
    x, y, w, h = rect
    option = step.options[index]
    taken = b.model.path == option.id
    mine = option.id in b.model.own_choice or taken
    b.box(rect, line=8 if mine else 4, border=b.palette.primary if mine else b.palette.ink, shadow=True)
    inset = 4 if mine else 3
    b.block(
        (x + inset, y + inset, 120, h - 2 * inset), index, radius=max(4.0, b.theme.radius - inset), shape=84
    )
    left = x + 146
    tall = h - 62 if counts else h - 8
    if option.picture is not None:
        side = min(tall - 8, 110.0)
        if b.picture(option.picture, (left - 6, y + (tall - side) / 2 + 4, side, side)) is not None:
            left += side + 10
    role = replace(b.theme.role("option"), line=1.16)
    b.text(option.text, (left, y + 4, x + w - left - 24, tall), role, valign="middle")
    if counts:
        _count(b, option.id, index, rect)
    if b.clickable:
        b.target(rect, lambda: b.choose((option.id,)))


def _count(b: Builder, option: str, index: int, rect: tuple[float, float, float, float]) -> None:
    x, y, w, h = rect
    most = max(1, b.tally.answered)
    value = b.tally.counts.get(option, 0)
    bar = b.bar((x + 150, y + h - 46, w - 270, 26), min(1.0, value / most), ANSWERS[index].colour, radius=13)
    number = b.digits(str(value), (x + w - 112, y + h - 63, 84, 58), 44, align="right", even=False)
    grows(b, bar)

    def update(new: StageModel) -> None:
        if new.tally is not None:
            found = new.tally.counts.get(option, 0)
            bar.set_share(min(1.0, found / max(1, new.tally.answered)))
            number.set_text(str(found))

    b.made.updates.append(update)


def _votes(b: Builder, y: float) -> None:
    if b.model.phase == "waiting":
        return
    tally = b.tally
    text = f"{tally.answered}/{tally.asked}" if tally.asked else str(tally.answered)
    most = max(tally.asked, tally.answered)  # the number grows while they vote
    width = number_width(f"{most}/{tally.asked}" if tally.asked else str(most), 48)
    y = min(y, 792.0)
    number = b.digits(text, (850, y, width + 40, 60), 48)
    words = b.say.t("votes · most votes win") if b.model.phase == "open" else b.say.t("votes")
    b.text(words, (850 + width + 22, y, 670 - width - 22, 60), "meta", valign="middle")
    b.made.counter = number

    def update(new: StageModel) -> None:
        if new.tally is not None:
            number.set_text(
                f"{new.tally.answered}/{new.tally.asked}" if new.tally.asked else str(new.tally.answered)
            )

    b.made.updates.append(update)
