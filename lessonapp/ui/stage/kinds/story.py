"""Comic panels, shown one by one; as many side by side as their words leave room for."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from lessonapp.domain.scene import NAMES, Actor
from lessonapp.domain.step import Panel, Speech, StoryStep
from lessonapp.ui.stage.builder import Builder, header, rises
from lessonapp.ui.stage.illustrate import framed_scene
from lessonapp.ui.stage.scenery import actor_spot, actor_tall, is_wide
from lessonapp.ui.stage.theme import CREAM, WHITE, Role

TOP, GAP = 122.0, 24.0
PAD_X, PAD_Y, TAIL = 26.0, 16.0, 40.0
CLEAR_ASIDE, PROP_ROOM = 24.0, 210.0
ASIDE_SIZES = (52, 48, 44)
LEAST_FIGURE = 0.36  # of the panel's height stays for the people


@dataclass(slots=True)
class _Bubble:
    speech: Speech
    x: float
    y: float
    width: float
    height: float
    role: Role
    point: float
    tip: QPointF | None = None
    """Where a tail to the side ends; None where the tail hangs down over the head."""


@dataclass(slots=True)
class _Plan:
    bubbles: list[_Bubble]
    clear: float
    caption: float
    fits: bool


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
    count = len(step.panels)
    for per_page in (3, 2):
        if count % per_page:
            continue
        width = (1440 - GAP * (per_page - 1)) / per_page
        heights = [_height(step, per_page, index // per_page) for index in range(count)]
        if all(_plan(b, *each).fits for each in zip(step.panels, [width] * count, heights, strict=True)):
            return per_page
    return 1


def _plan(b: Builder, panel: Panel, width: float, height: float) -> _Plan:
    """Where bubbles and caption go in a panel of that size."""
    caption = 0.0
    if panel.caption:
        caption = b.tall(panel.caption, _caption_role(b), width - 100) + 26
    asides = _asides(b, panel, width, height - caption)
    if asides:
        return _Plan(asides, CLEAR_ASIDE, caption, fits=True)
    bubbles = _beside(b, panel, width) or _stacked(b, panel, width)
    clear = max((bubble.y + bubble.height for bubble in bubbles), default=0.0)
    clear += TAIL * 0.75 if bubbles else 0
    room = height - caption - clear
    fits = room >= LEAST_FIGURE * height and all(
        b.measure(x.speech.text, x.role, x.width - 2 * PAD_X)[0] <= x.width - 2 * PAD_X + 1 for x in bubbles
    )
    if panel.caption and b.measure(panel.caption, _caption_role(b), width - 100)[0] > width - 99:
        fits = False
    return _Plan(bubbles, clear, caption, fits)


def _caption_role(b: Builder) -> Role:
    return replace(b.theme.role("body"), size=44, line=1.2, weight=600)


def _bubble_role(b: Builder) -> Role:
    return replace(b.theme.role("bubble"), line=1.2)


def _ordered(panel: Panel, *, wide: bool = False) -> list[tuple[Speech, float]]:
    places = {actor.who: actor for actor in panel.actors}
    return [(speech, actor_spot(panel, places[speech.who], 1.0, wide=wide)) for speech in panel.speech]


def _stack(sizes: list[tuple[float, float]]) -> float:
    """How tall bubbles over one another are."""
    return sum(tall for _, tall in sizes) + 22 * (len(sizes) - 1)


def _aside_sizes(
    b: Builder, texts: list[str], width: float, height: float
) -> tuple[Role, list[tuple[float, float]]]:
    """The largest type in which bubbles fit between the heads, and their sizes; none where none does."""
    role = _bubble_role(b)
    for size in ASIDE_SIZES:
        role = replace(role, size=max(size, b.role(role).least))
        found = []
        for text in texts:
            wide, tall = b.measure(text, role, min(width, 720.0) - 2 * PAD_X)
            found.append((wide + 2 * PAD_X, tall + 2 * PAD_Y))
        if _stack(found) <= height and all(wide <= width for wide, _ in found):
            return role, found
    return role, []


def _asides(b: Builder, panel: Panel, width: float, height: float) -> list[_Bubble]:
    """Bubbles beside large heads, where a panel is wide and one or two people are in it."""
    if not panel.speech or width < 900 or len(panel.actors) > 2 or not is_wide(width, height):
        return []
    pairs = _ordered(panel, wide=True)
    heads = {a.who: _head(panel, a, width, height) for a in panel.actors}
    edges = sorted((head.left(), head.right()) for head in heads.values())
    spans = [(40.0, edges[0][0]), (edges[-1][1], width - 40)]
    if len(edges) == 2:
        spans = [(edges[0][1], edges[1][0])]
    left, right = max(spans, key=lambda span: span[1] - span[0])
    left, right = left + 44, right - 44
    room = height - 40 - (PROP_ROOM if panel.props else 0)
    role, sizes = _aside_sizes(b, [speech.text for speech, _ in pairs], right - left, room)
    if not sizes:
        return []
    whole = _stack(sizes)
    faces = heads[pairs[0][0].who]
    y = max(24.0, min(faces.center().y() - whole / 2 - 20, room - whole))
    found = []
    for (speech, spot), (wide, tall) in zip(pairs, sizes, strict=True):
        head = heads[speech.who]
        to_left = spot * width < (left + right) / 2
        x = left if to_left else right - wide
        tip = QPointF(head.right() - 6 if to_left else head.left() + 6, head.center().y())
        found.append(_Bubble(speech, x, y, wide, tall, role, spot * width, tip))
        y += tall + 22
    return found


def _head(panel: Panel, actor: Actor, width: float, height: float) -> QRectF:
    """Where somebody's head is in a wide panel."""
    tall = actor_tall(actor, panel, width, height - CLEAR_ASIDE)
    x = actor_spot(panel, actor, width, wide=True)
    if actor.who == "sao":
        return QRectF(x - tall * 0.33, height - tall * 0.74, tall * 0.66, tall * 0.4)
    return QRectF(x - tall * 0.36, height - tall * 0.78, tall * 0.72, tall * 0.62)


def _beside(b: Builder, panel: Panel, width: float) -> list[_Bubble]:
    """Two bubbles side by side where the first speaker is at the left and there is room."""
    pairs = _ordered(panel)
    if len(pairs) != 2 or width < 900 or pairs[0][1] >= pairs[1][1]:
        return []
    each = (width - 24 * 2 - 84) / 2
    role = _bubble_role(b)
    found = []
    for index, (speech, spot) in enumerate(pairs):
        wide, tall = b.measure(speech.text, role, each - 2 * PAD_X)
        if tall > role.size * 1.2 * 3.2:
            return []
        size = (max(wide + 2 * PAD_X, 150), tall + 2 * PAD_Y)
        left = 84.0 if index == 0 else width / 2 + 12
        x = min(max(spot * width - size[0] / 2, left), left + each - size[0])
        found.append(_Bubble(speech, x, 20 + index * 26, *size, role, spot * width))
    return found


def _stacked(b: Builder, panel: Panel, width: float) -> list[_Bubble]:
    role = _bubble_role(b)
    y = 20.0
    found = []
    for index, (speech, spot) in enumerate(_ordered(panel)):
        tab = 64 if index == 0 else 22
        most = min(width - tab - 22, 760.0)
        wide, tall = b.measure(speech.text, role, most - 2 * PAD_X)
        size = (max(wide + 2 * PAD_X, 140), tall + 2 * PAD_Y)
        x = min(max(spot * width - size[0] / 2, tab), width - 22 - size[0])
        found.append(_Bubble(speech, x, y, *size, role, spot * width))
        y += size[1] + 14
    return found


def _panel(b: Builder, panel: Panel, number: int, rect: tuple[float, float, float, float]) -> None:
    x, y, w, h = rect
    plan = _plan(b, panel, w, h)
    framed_scene(b, panel, (x, y, w, h - (plan.caption - 5 if plan.caption else 0)), clear=plan.clear)
    if panel.caption:
        tall = plan.caption
        b.box((x, y + h - tall, w, tall), fill=CREAM, line=5, radius=min(20, b.theme.radius))
        b.text(
            panel.caption,
            (x + 30, y + h - tall + 4, w - 60, tall - 8),
            _caption_role(b),
            valign="middle",
            align="centre",
        )
    if number:
        _tab(b, number, x, y)
    for bubble in plan.bubbles:
        _bubble_shape(b, bubble, x, y, plan.clear)
        _bubble_text(b, bubble, x, y)


def _tab(b: Builder, number: int, x: float, y: float) -> None:
    b.box((x, y, 58, 58), fill=b.palette.ink, border="", radius=min(18, b.theme.radius))
    b.digits(str(number), (x, y, 58, 58), 36, colour=WHITE, align="centre")


def _bubble_shape(b: Builder, bubble: _Bubble, x: float, y: float, clear: float) -> None:
    left, top = x + bubble.x, y + bubble.y
    bottom = top + bubble.height
    path = QPainterPath()
    radius = min(34.0, bubble.height / 2)
    path.addRoundedRect(left, top, bubble.width, bubble.height, radius, radius)
    if bubble.tip is not None:
        b.stroke(path.united(_side_tail(bubble, left, top, QPointF(x, y))), b.palette.ink, 4, fill=WHITE)
        return
    foot = min(max(x + bubble.point, left + radius + 24), left + bubble.width - radius - 24)
    tip = QPointF(x + bubble.point, y + clear + 6)
    tail = QPainterPath(QPointF(foot - 20, bottom - 6))
    tail.lineTo(tip)
    tail.lineTo(foot + 20, bottom - 6)
    tail.closeSubpath()
    b.stroke(path.united(tail), b.palette.ink, 4, fill=WHITE)


def _side_tail(bubble: _Bubble, left: float, top: float, origin: QPointF) -> QPainterPath:
    """A tail that points sideways to the speaker."""
    assert bubble.tip is not None
    tip = bubble.tip + origin
    to_left = tip.x() < left
    right, bottom = left + bubble.width, top + bubble.height
    if tip.y() > bottom + 60:  # a bubble high over the mouth: its tail hangs from the corner on that side
        foot = min(left + 70, right - 60) if to_left else max(right - 70, left + 60)
        base = QPointF(foot, bottom - 6)
        tip = base + (tip - base) * 0.8
        first, second = base - QPointF(24, 0), base + QPointF(24, 0)
    else:
        edge = left + 6 if to_left else right - 6
        middle = min(max(tip.y(), top + 40), bottom - 40)
        first, second = QPointF(edge, middle - 20), QPointF(edge, middle + 20)
    tail = QPainterPath(first)
    tail.lineTo(tip)
    tail.lineTo(second)
    tail.closeSubpath()
    return tail


def _bubble_text(b: Builder, bubble: _Bubble, x: float, y: float) -> None:
    left, top = x + bubble.x, y + bubble.y
    b.text(
        bubble.speech.text,
        (left + PAD_X, top + PAD_Y, bubble.width - 2 * PAD_X + 4, bubble.height - 2 * PAD_Y + 1),
        bubble.role,
        align="centre",
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
