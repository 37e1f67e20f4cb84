"""Slides, discussions and activities."""

from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QGraphicsItem

from lessonapp.domain.step import ActivityStep, DiscussionStep, SlideStep
from lessonapp.ui.pictures import openmoji_svg
from lessonapp.ui.stage.builder import Builder, header, pills, rises
from lessonapp.ui.stage.counters import Ring
from lessonapp.ui.stage.illustrate import illustration
from lessonapp.ui.stage.text import Align
from lessonapp.ui.stage.theme import WHITE, Role
from lessonapp.ui.stage.wrap import paragraphs

BOTTOM = 826.0
_MODE_PICTURES = {
    "draw": "1F3A8",
    "move": "1F938-1F3FB",
    "sort": "1F5C2",
    "role-play": "1F3AD",
    "song": "1F3B5",
    "write": "1F4DD",
    "game": "1F3B2",
    "calm": "1F33F",
}


def build_slide(b: Builder, step: SlideStep) -> None:
    """A heading, lines shown one by one, and a picture."""
    header(b, "book", b.say.t("Find out"), width=780 if _has_art(step) else 1440)
    art = _has_art(step)
    width = 780.0 if art else 1440.0
    lines = [line for line in (step.body or "").splitlines() if line.strip()]
    if art and not lines:
        _picture_only(b, step)
        return
    heading = b.text(step.heading, (80, 122, width, 190), "heading")
    if art:
        illustration(b, step.scene, step.picture, (900, 60, 620, 730))
    top = heading.ink_rect().bottom() + 26
    if step.reveal or any(paragraphs(line)[0].bullet for line in lines):
        _rows(b, step, lines, (80, top, width, BOTTOM - top))
    elif lines:
        role = replace(b.theme.role("body"), size=60, line=1.34)
        wide = width - 330 if b.theme.mascot and not art else width
        b.text("\n".join(lines), (80, top, wide, BOTTOM - top), role)
        if not art:
            b.mascot("hello", 1370, 830, 420)
    if not art and not lines:
        b.mascot("hello", 800, 830, 480)
    pills(b)


def _has_art(step: SlideStep) -> bool:
    return step.scene is not None or step.picture is not None


def _picture_only(b: Builder, step: SlideStep) -> None:
    illustration(b, step.scene, step.picture, (80, 124, 1440, 600))
    b.text(
        step.heading,
        (80, 738, 1440, 106),
        replace(b.theme.role("heading"), size=64, least=44),
        valign="middle",
    )


def _rows(b: Builder, step: SlideStep, lines: list[str], room: tuple[float, float, float, float]) -> None:
    x, y, width, height = room
    role = b.theme.role("body")
    heights, role, gap = _row_heights(b, lines, width - 120, role, height)
    spare = max(0.0, height - sum(heights) - gap * (len(lines) - 1))
    grow = min(spare / max(1, len(lines)), 30.0)
    for index, line in enumerate(lines):
        tall = heights[index] + grow
        if step.reveal and index >= b.model.beat:
            return
        items = _row(b, line, (x, y, width, tall), role)
        if step.reveal and index == b.model.beat - 1 and index:
            rises(b, items, 0)
        y += tall + gap


def _row_heights(
    b: Builder, lines: list[str], width: float, role: Role, height: float
) -> tuple[list[float], Role, float]:
    """Heights, type size and gap of rows that share a height; roomy first, then closer."""
    heights: list[float] = []
    gap = 10.0
    for pad, least, gap in ((36, 100.0, 18.0), (20, 84.0, 14.0), (10, 68.0, 10.0)):
        for size in range(role.size, role.least - 1, -2):
            tried = replace(role, size=size, line=role.line if pad > 10 else 1.2)
            heights = [max(least, b.measure(line, tried, width)[1] + pad) for line in lines]
            if sum(heights) + gap * (len(lines) - 1) <= height:
                return heights, tried, gap
    squeeze = (height - gap * (len(lines) - 1)) / sum(heights)
    return [tall * squeeze for tall in heights], replace(role, line=1.2), gap


def _row(b: Builder, line: str, rect: tuple[float, float, float, float], role: Role) -> list[QGraphicsItem]:
    x, y, width, height = rect
    part = paragraphs(line)[0]
    shadow = (0, 6) if b.theme.audience != "grades-6-9" else True
    card = b.box(rect, radius=min(28, b.theme.radius), shadow=shadow)
    numbered = part.bullet not in ("", "•")
    disc = b.disc(
        x + 52, y + height / 2, 26, b.palette.primary if numbered else b.palette.accent, border=b.palette.ink
    )
    items: list[QGraphicsItem] = [card, disc]
    if numbered:
        items.append(
            b.digits(
                part.bullet.rstrip(".)"),
                (x + 26, y + height / 2 - 26, 52, 52),
                34,
                colour=WHITE,
                align="centre",
            )
        )
    item = b.text(_without_bullet(line), (x + 96, y + 4, width - 118, height - 8), role, valign="middle")
    return [*items, item]


def _without_bullet(line: str) -> str:
    """The line without its list mark, its bold and italic marks kept."""
    text = line.strip()
    if text.startswith("**"):
        return text
    head, _, rest = text.partition(" ")
    return rest.strip() if rest and (head in "-*•" or head.rstrip(".)").isdigit()) else text


def build_discussion(b: Builder, step: DiscussionStep) -> None:
    """A question to talk about, in three phases or one, with a large calm timer."""
    header(b, "talk", b.say.t("Discussion"), width=980)
    prompt = b.text(step.prompt, (80, 140, 960, 330), replace(b.theme.role("heading"), size=78, least=52))
    top = prompt.ink_rect().bottom() + 34
    if step.prompts:
        hints = "\n".join(f"- {line}" for line in step.prompts)
        b.text(hints, (80, top, 960, 690 - top), replace(b.theme.role("body"), size=46, least=44))
    _timer_or_art(b, (1100, 140, 420, 420), step)
    phases = _phases(b, step)
    width = (1440 - 24 * (len(phases) - 1)) / len(phases)
    for index, label in enumerate(phases):
        x = 80 + index * (width + 24)
        b.box((x, 716, width, 118), radius=b.theme.radius, fill=WHITE)
        if len(phases) > 1:
            b.disc(x + 68, 775, 34, b.palette.primary)
            b.digits(str(index + 1), (x + 34, 741, 68, 68), 40, colour=WHITE, align="centre")
        left = x + (122 if len(phases) > 1 else 40)
        align: Align = "left" if len(phases) > 1 else "centre"
        b.text(
            label,
            (left, 720, x + width - left - 24, 110),
            replace(b.theme.role("sub"), size=46, least=40),
            valign="middle",
            align=align,
        )


def _phases(b: Builder, step: DiscussionStep) -> list[str]:
    match step.mode:
        case "think-pair-share":
            return [b.say.t("Think alone"), b.say.t("In pairs"), b.say.t("Share")]
        case "pairs":
            return [b.say.t("Talk in pairs")]
        case "groups":
            return [b.say.t("Talk in groups")]
    return [b.say.t("The whole class together")]


def _timer_or_art(
    b: Builder, rect: tuple[float, float, float, float], step: DiscussionStep | ActivityStep
) -> None:
    """A large ring once a timer runs; until then the step's picture."""
    before = set(map(id, b.layer.childItems()))
    x, y, w, h = rect
    if step.scene is not None:
        illustration(b, step.scene, None, rect)
    elif isinstance(step, ActivityStep):
        b.disc(x + w / 2, y + h / 2, min(w, h) / 2, b.palette.soft)
        b.svg(openmoji_svg(_MODE_PICTURES[step.mode]), (x + w * 0.15, y + h * 0.15, w * 0.7, h * 0.7))
    elif b.mascot("think", x + w / 2, y + h, h) is None:
        b.disc(x + w / 2, y + h / 2, min(w, h) / 2, b.palette.soft)
        b.svg(openmoji_svg("1F4AC"), (x + w * 0.17, y + h * 0.17, w * 0.66, h * 0.66))
    art = [item for item in b.layer.childItems() if id(item) not in before]
    side = min(w, h)
    accent = b.palette.accent if b.theme.audience == "grades-10-12" else b.palette.primary
    ring = Ring(
        QRectF(x + (w - side) / 2, y + (h - side) / 2, side, side),
        28,
        round(side * 0.3),
        (accent, b.palette.soft, b.palette.ink),
        parent=b.layer,
    )
    ring.setVisible(False)
    b.made.ring = ring
    b.made.under_ring = art


def build_activity(b: Builder, step: ActivityStep) -> None:
    """Away from the screen: what to do, with what, and how long."""
    header(b, "hand", b.say.t("Activity"), width=1000)
    heading = b.text(step.heading or _activity_name(b, step), (80, 122, 1000, 180), "heading")
    top = heading.ink_rect().bottom() + 24
    width = 1000.0
    role = b.theme.role("body")
    count = len(step.instructions)
    heights, role, gap = _row_heights(b, list(step.instructions), width - 132, role, 836 - top)
    grow = min(max(0.0, 836 - top - gap * (count - 1) - sum(heights)) / count, 28.0)
    y = top
    for index, line in enumerate(step.instructions):
        tall = heights[index] + grow
        items = _numbered(b, line, index, (80, y, width, tall), role)
        rises(b, items, index, 120)
        y += tall + gap
    has_list = bool(step.materials)
    _timer_or_art(b, (1130, 120, 390, 390) if has_list else (1130, 220, 390, 390), step)
    if has_list:
        _materials(b, step)


def _numbered(
    b: Builder, line: str, index: int, rect: tuple[float, float, float, float], role: Role
) -> list[QGraphicsItem]:
    x, y, width, height = rect
    card = b.box(
        rect, radius=min(28, b.theme.radius), shadow=(0, 6) if b.theme.audience != "grades-6-9" else True
    )
    disc = b.disc(x + 54, y + height / 2, 30, b.palette.primary)
    number = b.digits(str(index + 1), (x + 24, y + height / 2 - 30, 60, 60), 38, colour=WHITE, align="centre")
    text = b.text(line, (x + 106, y + 4, width - 130, height - 8), role, valign="middle")
    return [card, disc, number, text]


def _activity_name(b: Builder, step: ActivityStep) -> str:
    names = {
        "draw": b.say.t("Let’s draw"),
        "move": b.say.t("Let’s move"),
        "sort": b.say.t("Let’s sort"),
        "role-play": b.say.t("Let’s act it out"),
        "song": b.say.t("Let’s sing"),
        "write": b.say.t("Let’s write"),
        "game": b.say.t("Let’s play"),
        "calm": b.say.t("A calm minute"),
    }
    return names[step.mode]


def _materials(b: Builder, step: ActivityStep) -> None:
    b.box((1120, 540, 400, 296), fill=b.palette.soft, border="", radius=b.theme.radius)
    role = replace(b.theme.role("meta"), size=36, least=30)
    b.text(b.say.t("We need"), (1148, 556, 344, 50), replace(role, weight=800), colour=b.palette.primary)
    b.text("\n".join(f"- {line}" for line in step.materials), (1148, 608, 350, 220), role)
