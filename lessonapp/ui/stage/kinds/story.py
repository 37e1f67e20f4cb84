"""Comic panels, shown one by one; as many side by side as their words leave room for."""

from dataclasses import dataclass, replace
from functools import lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from lessonapp.domain.scene import NAMES
from lessonapp.domain.step import Panel, StoryStep
from lessonapp.ui.stage.builder import Builder, header, rises
from lessonapp.ui.stage.composition import Composition
from lessonapp.ui.stage.illustrate import framed, inside
from lessonapp.ui.stage.kinds.bubbles import (
    PAD_X,
    PAD_Y,
    Bubble,
    enough,
    people_tall,
    place,
    tallest,
)
from lessonapp.ui.stage.kinds.hanging import hung
from lessonapp.ui.stage.text import text_height
from lessonapp.ui.stage.theme import CREAM, WHITE, Role

Rect = tuple[float, float, float, float]
TOP, GAP = 122.0, 24.0
LINE = 5.0
CAPTION_PAD = 56.0
FOOT = 46.0  # from the corner: so near the edge that a bubble below does not cover the tail
SIZES, USUAL = (52, 48, 44, 40, 37), 2
"""Of the words in bubbles, the largest first; in larger text each is larger, and none is below its least."""


@dataclass(frozen=True, slots=True)
class Style:
    """The types of a panel's words as they are drawn."""

    bubbles: tuple[Role, ...]
    caption: Role


@dataclass(frozen=True, slots=True)
class Plan:
    """Where bubbles and caption go in a panel, and how tall the people are."""

    shown: Composition
    bubbles: tuple[Bubble, ...]
    caption: float
    people: float


def build_story(b: Builder, step: StoryStep) -> None:
    """The panels up to the current beat, on the page that holds it."""
    header(b, "comic", b.say.t("The story"), _note(b, step))
    beat = min(max(1, b.model.beat), len(step.panels))
    last = beat >= len(step.panels)
    asked = step.question if last else None
    per_page = _per_page(b, step)
    page = (beat - 1) // per_page
    height = _height(step, per_page, page)
    shown = step.panels[page * per_page : (page + 1) * per_page]
    width = (1440 - GAP * (per_page - 1)) / per_page
    for index, panel in enumerate(shown):
        number = page * per_page + index + 1
        rect = (80 + index * (width + GAP), TOP, width, height)
        if number > beat:
            b.box(rect, fill="", border=b.palette.line, line=4, dashed=True, radius=min(24, b.theme.radius))
            continue
        before = set(map(id, b.layer.childItems()))
        _panel(b, panel, number if len(step.panels) > 1 else 0, rect)
        if number == beat and beat > 1:
            new = [item for item in b.layer.childItems() if id(item) not in before]
            rises(b, new, 0)
    if asked:
        _question(b, asked)


def _note(b: Builder, step: StoryStep) -> str:
    return step.heading or b.model.lesson.title


def _height(step: StoryStep, per_page: int, page: int) -> float:
    """How tall the panels of a page are: on the last one the question has room under them."""
    last = (page + 1) * per_page >= len(step.panels)
    return 836 - TOP - (118 if step.question and last else 0)


def _per_page(b: Builder, step: StoryStep) -> int:
    """As many panels side by side as leave the people large."""
    count = len(step.panels)
    style = _style(b)
    for per_page in (3, 2):
        if count % per_page:
            continue
        width = (1440 - GAP * (per_page - 1)) / per_page
        heights = [_height(step, per_page, index // per_page) for index in range(count)]
        rooms = [(panel, height) for panel, height in zip(step.panels, heights, strict=True) if panel.actors]
        least = enough(width)
        if any(people_tall(panel, width, height) < least for panel, height in rooms):
            continue  # it needs no words to be seen
        if all(plan_panel(panel, width, height, style).people >= least for panel, height in rooms):
            return per_page
    return 1


def plans_of(b: Builder, step: StoryStep) -> list[Plan]:
    """All its panels as they are drawn."""
    per_page = _per_page(b, step)
    width = (1440 - GAP * (per_page - 1)) / per_page
    return [
        plan_panel(panel, width, _height(step, per_page, index // per_page), _style(b))
        for index, panel in enumerate(step.panels)
    ]


def _style(b: Builder) -> Style:
    drawn = [b.role(_bubble_role(b, index)) for index in range(len(SIZES))]
    whole = [replace(role, size=max(role.size, role.least)) for role in drawn]
    return Style(tuple(whole), b.role(_caption_role(b)))


@lru_cache(maxsize=128)  # every beat draws the panels before it again
def plan_panel(panel: Panel, width: float, height: float, style: Style) -> Plan:
    """Where bubbles and caption go in a panel of that size."""
    caption = 0.0
    if panel.caption:
        caption = text_height(panel.caption, style.caption, width - CAPTION_PAD) + 26
    size = inside((0, 0, width, _scene_height(height, caption)), LINE)
    shown, bubbles = place(panel, size, style.bubbles, USUAL)
    return Plan(shown, bubbles, caption, tallest(shown))


def _scene_height(height: float, caption: float) -> float:
    return height - (caption - LINE if caption else 0)


def _caption_role(b: Builder) -> Role:
    return replace(b.theme.role("body"), size=44, line=1.2, weight=600)


def _bubble_role(b: Builder, index: int) -> Role:
    return replace(b.theme.role("bubble"), size=SIZES[index], line=1.2)


def _panel(b: Builder, panel: Panel, number: int, rect: Rect) -> None:
    x, y, w, h = rect
    plan = plan_panel(panel, w, h, _style(b))
    framed(b, hung(plan.shown, plan.bubbles), (x, y, w, _scene_height(h, plan.caption)), line=LINE)
    if panel.caption:
        tall = plan.caption
        b.box((x, y + h - tall, w, tall), fill=CREAM, line=5, radius=min(20, b.theme.radius))
        b.text(
            panel.caption,
            (x + CAPTION_PAD / 2, y + h - tall + 4, w - CAPTION_PAD, tall - 8),
            _caption_role(b),
            valign="middle",
            align="centre",
        )
    if number:
        _tab(b, number, x, y)
    for bubble in plan.bubbles:
        _bubble_shape(b, bubble, QPointF(x, y))
        _bubble_text(b, bubble, x, y)


def _tab(b: Builder, number: int, x: float, y: float) -> None:
    b.box((x, y, 58, 58), fill=b.palette.ink, border="", radius=min(18, b.theme.radius))
    b.digits(str(number), (x, y, 58, 58), 36, colour=WHITE, align="centre")


def _bubble_shape(b: Builder, bubble: Bubble, corner: QPointF) -> None:
    path = QPainterPath()
    path.addRoundedRect(bubble.x, bubble.y, bubble.width, bubble.height, bubble.radius, bubble.radius)
    tail = _side_tail(bubble) if bubble.aside else _tail(bubble)
    b.stroke(path.united(tail).translated(corner), b.palette.ink, 4, fill=WHITE)


def _tail(bubble: Bubble) -> QPainterPath:
    """A tail that hangs down over the head."""
    bottom = bubble.y + bubble.height
    return _spike(
        QPointF(bubble.foot - 20, bottom - 6), QPointF(*bubble.tip), QPointF(bubble.foot + 20, bottom - 6)
    )


def _side_tail(bubble: Bubble) -> QPainterPath:
    """A tail that points sideways to the speaker."""
    left, top, right, bottom = bubble.box
    tip = QPointF(*bubble.tip)
    to_left = tip.x() < left
    if tip.y() > bottom + 60:  # a bubble high over the mouth: its tail hangs from the corner on that side
        foot = min(left + FOOT, right - 60) if to_left else max(right - FOOT, left + 60)
        base = QPointF(foot, bottom - 6)
        return _spike(base - QPointF(24, 0), base + (tip - base) * 0.8, base + QPointF(24, 0))
    edge = left + 6 if to_left else right - 6
    middle = min(max(tip.y(), top + 40), bottom - 40)
    return _spike(QPointF(edge, middle - 20), tip, QPointF(edge, middle + 20))


def _spike(first: QPointF, tip: QPointF, second: QPointF) -> QPainterPath:
    tail = QPainterPath(first)
    tail.lineTo(tip)
    tail.lineTo(second)
    tail.closeSubpath()
    return tail


def _bubble_text(b: Builder, bubble: Bubble, x: float, y: float) -> None:
    left, top = x + bubble.x, y + bubble.y
    b.text(
        bubble.speech.text,
        (left + PAD_X, top + PAD_Y, bubble.width - 2 * PAD_X, bubble.height - 2 * PAD_Y + 1),
        _bubble_role(b, bubble.size),
        align="centre",
        valign="middle",
    )
    names = NAMES[bubble.speech.who]
    b.made.spoken.append(f"{names[0 if b.model.lesson.language == 'vi' else 1]}: {bubble.speech.text}")


def _question(b: Builder, text: str) -> None:
    b.box((80, 730, 1440, 104), shadow=(0, 6))
    b.icon("talk", (112, 752, 60, 60), b.palette.primary, 2.2)
    b.text(
        text,
        (204, 732, 1290, 100),
        replace(b.theme.role("sub"), size=50, least=44, weight=700),
        valign="middle",
    )
