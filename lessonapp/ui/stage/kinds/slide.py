"""Slides: a heading, lines shown one by one, and a picture."""

from dataclasses import replace

from PySide6.QtWidgets import QGraphicsItem

from lessonapp.domain.step import SlideStep
from lessonapp.ui.stage.builder import Builder, header, pills, rises, smallest_of
from lessonapp.ui.stage.illustrate import illustration, prop_art
from lessonapp.ui.stage.theme import WHITE, Role
from lessonapp.ui.stage.wrap import Paragraph, paragraphs

BOTTOM = 826.0
GREEN, YELLOW, RED = "#B1CC33", "#FCEA2B", "#D22F27"
LIGHTS = {"green": GREEN, "xanh": GREEN, "yellow": YELLOW, "vàng": YELLOW, "red": RED, "đỏ": RED}
"""As the lights of the library's pictures, which pupils sort by."""


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
        _art(b, step)
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


def _art(b: Builder, step: SlideStep) -> None:
    """The picture at the right; a single thing is shown as the audience's theme shows things."""
    if step.picture is not None and step.picture.startswith("openmoji:"):
        prop_art(b, step.picture, (900, 60, 620, 766))
    else:
        illustration(b, step.scene, step.picture, (900, 100, 620, 700))


def _picture_only(b: Builder, step: SlideStep) -> None:
    if step.picture is not None and step.picture.startswith("openmoji:"):
        role = replace(b.theme.role("heading"), size=104, least=60, line=1.16)
        b.text(step.heading, (80, 150, 780, 620), role, valign="middle", colour=b.theme.title_ink)
        _art(b, step)
        pills(b)
        return
    illustration(b, step.scene, step.picture, (80, 124, 1440, 600))
    b.text(
        step.heading,
        (80, 738, 1440, 106),
        replace(b.theme.role("heading"), size=64, least=44),
        valign="middle",
    )


def _rows(b: Builder, step: SlideStep, lines: list[str], room: tuple[float, float, float, float]) -> None:
    x, y, width, height = room
    role = replace(b.theme.role("body"), size=54)
    heights, role, gap = row_heights(b, [_without_bullet(line) for line in lines], width - 118, role, height)
    spare = max(0.0, height - sum(heights) - gap * (len(lines) - 1))
    grow = min(spare / max(1, len(lines)), 40.0)
    for index, line in enumerate(lines):
        tall = heights[index] + grow
        if step.reveal and index >= b.model.beat:
            return
        items = _row(b, line, (x, y, width, tall), role)
        if step.reveal and index == b.model.beat - 1 and index:
            rises(b, items, 0)
        y += tall + gap


def _row(b: Builder, line: str, rect: tuple[float, float, float, float], role: Role) -> list[QGraphicsItem]:
    x, y, width, height = rect
    part = paragraphs(line)[0]
    shadow = (0, 6) if b.theme.audience != "grades-6-9" else True
    card = b.box(rect, radius=min(28, b.theme.radius), shadow=shadow)
    numbered = part.bullet not in ("", "•")
    fill = b.palette.primary if numbered else light_of(part) or b.palette.accent
    disc = b.disc(x + 52, y + height / 2, 26, fill, border=b.palette.ink)
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


def light_of(part: Paragraph) -> str:
    """The colour of a line that begins, in bold, with the name of a light; else nothing."""
    if not part.runs or not part.runs[0].bold or part.runs[0].start:
        return ""
    return LIGHTS.get(part.text.split(maxsplit=1)[0].rstrip(":–—,").casefold(), "")


def _without_bullet(line: str) -> str:
    """The line without its list mark, its bold and italic marks kept."""
    text = line.strip()
    if text.startswith("**"):
        return text
    head, _, rest = text.partition(" ")
    return rest.strip() if rest and (head in "-*•" or head.rstrip(".)").isdigit()) else text


def row_heights(
    b: Builder, lines: list[str], width: float, role: Role, height: float
) -> tuple[list[float], Role, float]:
    """Heights, type size and gap of rows that share a height; roomy first, then closer."""
    heights: list[float] = []
    gap = 10.0
    smallest = smallest_of(b, role)
    for pad, least, gap in ((36, 100.0, 18.0), (20, 84.0, 14.0), (10, 68.0, 10.0)):
        for size in range(role.size, smallest - 1, -2):
            tried = replace(role, size=size, line=role.line if pad > 10 else 1.2)
            heights = [max(least, b.tall(line, tried, width) + pad) for line in lines]
            if sum(heights) + gap * (len(lines) - 1) <= height:
                return heights, tried, gap
    squeeze = (height - gap * (len(lines) - 1)) / sum(heights)
    return [tall * squeeze for tall in heights], replace(role, line=1.2), gap
