"""Discussions and activities, with a large calm timer."""

from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QGraphicsItem

from lessonapp.domain.step import ActivityStep, DiscussionStep
from lessonapp.ui.pictures import openmoji_svg
from lessonapp.ui.stage.builder import Builder, header, rises
from lessonapp.ui.stage.counters import Ring
from lessonapp.ui.stage.illustrate import illustration
from lessonapp.ui.stage.kinds.slide import row_heights
from lessonapp.ui.stage.theme import WHITE, Role

Rect = tuple[float, float, float, float]
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


def build_discussion(b: Builder, step: DiscussionStep) -> None:
    """A question to talk about, in three phases or one, with a large calm timer."""
    header(b, "talk", b.say.t("Discussion"), width=980)
    prompt = b.text(step.prompt, (80, 140, 960, 330), replace(b.theme.role("heading"), size=78, least=52))
    top = prompt.ink_rect().bottom() + 34
    if step.prompts:
        hints = "\n".join(f"- {line}" for line in step.prompts)
        b.text(hints, (80, top, 940, 692 - top), replace(b.theme.role("body"), size=50, least=44))
    timed = step.minutes > 0
    if step.scene is not None and timed:
        illustration(b, step.scene, None, (1050, 124, 470, 320))
        _timer(b, (1170, 462, 230, 230), step.minutes)
    elif timed:
        _timer(b, (1090, 160, 430, 430), step.minutes)
    elif not illustration(b, step.scene, None, (1050, 124, 470, 560)):
        _talk_art(b, (1090, 160, 430, 430))
    _phases(b, step)


def _talk_art(b: Builder, rect: Rect) -> None:
    x, y, w, h = rect
    if b.mascot("think", x + w / 2, y + h, h) is None:
        b.disc(x + w / 2, y + h / 2, min(w, h) / 2, b.palette.soft)
        b.svg(openmoji_svg("1F4AC"), (x + w * 0.17, y + h * 0.17, w * 0.66, h * 0.66))


def _timer(b: Builder, rect: Rect, minutes: int) -> None:
    """A large ring that shows the whole time until the clock runs."""
    side = rect[2]
    accent = b.palette.accent if b.theme.audience == "grades-10-12" else b.palette.primary
    b.made.ring = Ring(
        QRectF(*rect),
        28 if side > 320 else 20,
        round(side * 0.3),
        (accent, b.palette.soft, b.palette.ink),
        whole=minutes * 60.0,
        parent=b.layer,
    )


def _phases(b: Builder, step: DiscussionStep) -> None:
    """Where the talk is: what is over is ticked, what is on is filled."""
    names = _phase_names(b, step)
    width = (1440 - 24 * (len(names) - 1)) / len(names)
    if len(names) == 1:
        _one_phase(b, names[0], (80, 716, 1440, 118))
        return
    parts = phase_minutes(step.minutes)
    looks = []
    for index, name in enumerate(names):
        rect = (80 + index * (width + 24), 716, width, 118)
        words = b.say.nt("{count} minute", "{count} minutes", parts[index]).format(count=parts[index])
        looks.append(
            [
                _phase(b, rect, index, (name, words if step.minutes >= len(names) else ""), now)
                for now in (0, 1, 2)
            ]
        )

    def show(left: float | None, total: float | None) -> None:
        gone = total - left if left is not None and total is not None else -1.0
        now = _phase_at(gone, step.minutes, parts)
        for index, look in enumerate(looks):
            wanted = 1 if index == now else 2 if index < now else 0
            for state, items in enumerate(look):
                for item in items:
                    item.setVisible(state == wanted)

    show(None, None)
    b.made.on_seconds.append(show)


def phase_minutes(minutes: int) -> tuple[int, int, int]:
    """How a talk's minutes are shared: alone, in pairs, together."""
    alone = max(1, round(minutes / 6))
    pairs = max(1, round(minutes / 3))
    return alone, pairs, max(1, minutes - alone - pairs)


def _phase_at(gone: float, minutes: int, parts: tuple[int, int, int]) -> int:
    """Which phase is on after so many seconds; none before the clock runs."""
    if gone < 0:
        return -1
    whole = minutes * 60.0
    first, second = (whole / 6, whole / 2) if minutes < 3 else (parts[0] * 60.0, (parts[0] + parts[1]) * 60.0)
    return 0 if gone < first else 1 if gone < second else 2


def _phase(b: Builder, rect: Rect, index: int, words: tuple[str, str], state: int) -> list[QGraphicsItem]:
    """One phase as it looks before (0), while (1) and after (2) its time."""
    x, y, w, h = rect
    now, over = state == 1, state == 2
    primary, accent = b.palette.primary, b.palette.accent
    if b.theme.audience == "grades-10-12":
        accent = b.palette.accent2
    elif b.theme.audience == "adults":  # on their gold a number does not stand out 7 to 1
        accent = WHITE
    items: list[QGraphicsItem] = [
        b.box(rect, radius=b.theme.radius, fill=primary if now else WHITE, border=primary if now else None),
        b.disc(x + 64, y + h / 2, 34, accent if now else primary),
    ]
    if over:
        items.append(b.icon("check", (x + 42, y + h / 2 - 22, 44, 44), WHITE, 3.2))
    else:
        ink = b.palette.ink if now else WHITE
        items.append(
            b.digits(str(index + 1), (x + 30, y + h / 2 - 34, 68, 68), 40, colour=ink, align="centre")
        )
    role = replace(b.theme.role("sub"), size=46, least=40, line=1.1)
    colour = WHITE if now else ""
    tall = h - 8 if not words[1] else 66
    items.append(b.text(words[0], (x + 116, y + 6, w - 132, tall), role, valign="middle", colour=colour))
    if words[1]:
        items.append(b.text(words[1], (x + 116, y + 68, w - 132, 46), "meta", colour=colour))
    return items


def _one_phase(b: Builder, name: str, rect: Rect) -> None:
    x, y, w, h = rect
    b.box(rect, radius=b.theme.radius, fill=WHITE)
    side = 64.0
    role = replace(b.theme.role("sub"), size=52, least=44)
    wide = b.measure(name, role, w - 240)[0]
    left = x + (w - wide - side - 28) / 2
    b.icon("users", (left, y + (h - side) / 2, side, side), b.palette.primary, 2.2)
    b.text(name, (left + side + 28, y + 4, wide + 4, h - 8), role, valign="middle", balance=False)


def _phase_names(b: Builder, step: DiscussionStep) -> list[str]:
    match step.mode:
        case "think-pair-share":
            return [b.say.t("Think alone"), b.say.t("In pairs"), b.say.t("Share")]
        case "pairs":
            return [b.say.t("Talk in pairs")]
        case "groups":
            return [b.say.t("Talk in groups")]
    return [b.say.t("The whole class together")]


def _activity_art(b: Builder, step: ActivityStep, rect: Rect) -> None:
    x, y, w, h = rect
    if step.scene is not None:
        illustration(b, step.scene, None, rect)
        return
    side = min(w, h)
    b.disc(x + w / 2, y + h / 2, side / 2, b.palette.soft)
    size = side * 0.7
    b.svg(openmoji_svg(_MODE_PICTURES[step.mode]), (x + (w - size) / 2, y + (h - size) / 2, size, size))


def _right_column(b: Builder, step: ActivityStep) -> None:
    """Picture, what is needed, timer: what is not there leaves its room to the others."""
    timed, listed = step.minutes > 0, bool(step.materials)
    x, y, w, bottom = 1110.0, 118.0, 410.0, 836.0
    young = b.theme.audience == "grades-1-3"
    if timed:
        side = (200.0 if young else 236.0) if listed else 290.0
        _timer(b, (x + (w - side) / 2, bottom - side, side, side), step.minutes)
        bottom -= side + 20
    if listed:
        words = "\n".join(f"- {line}" for line in step.materials)
        role = replace(b.theme.role("meta"), size=36, least=30)
        if young:  # who read what to bring in the size of all they read
            role = replace(b.theme.role("body"), line=1.16)
        most = 260.0 if timed and not young else 330.0 if not timed else 370.0
        tall = min(b.tall(words, role, w - 60) + 76, most)
        _materials(b, words, (x, bottom - tall, w, tall), role)
        bottom -= tall + 20
    if bottom - y > 100:
        _activity_art(b, step, (x, y, w, bottom - y))


def build_activity(b: Builder, step: ActivityStep) -> None:
    """Away from the screen: what to do, with what, and how long."""
    header(b, "hand", b.say.t("Activity"), width=1000)
    heading = b.text(step.heading or _activity_name(b, step), (80, 122, 1000, 180), "heading")
    top = heading.ink_rect().bottom() + 24
    width = 994.0
    count = len(step.instructions)
    role = replace(b.theme.role("body"), size=54)
    heights, role, gap = row_heights(b, list(step.instructions), width - 130, role, 836 - top)
    grow = min(max(0.0, 836 - top - gap * (count - 1) - sum(heights)) / count, 48.0)
    y = top
    for index, line in enumerate(step.instructions):
        tall = heights[index] + grow
        items = _numbered(b, line, index, (80, y, width, tall), role)
        rises(b, items, index, 120)
        y += tall + gap
    _right_column(b, step)


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


def _materials(b: Builder, words: str, rect: Rect, role: Role) -> None:
    x, y, w, h = rect
    b.box(rect, fill=b.palette.soft, border="", radius=b.theme.radius)
    b.text(
        b.say.t("We need"),
        (x + 28, y + 14, w - 56, 46),
        replace(b.theme.role("meta"), size=36, weight=800),
        colour=b.palette.primary,
    )
    b.text(words, (x + 28, y + 64, w - 52, h - 70), role)
