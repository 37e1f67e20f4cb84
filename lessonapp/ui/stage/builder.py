"""What a step's picture is built with: it places items and remembers text, targets and what changes."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath
from PySide6.QtWidgets import QGraphicsItem

from lessonapp.domain.tally import Tally
from lessonapp.i18n import Speaker
from lessonapp.ui.pictures import PictureError, icon_svg, mascot_svg, natural_size, picture_source
from lessonapp.ui.stage.answers import AnswerBlock
from lessonapp.ui.stage.counters import Digits, Ring, digits_width
from lessonapp.ui.stage.film import FilmPlayer
from lessonapp.ui.stage.items import Bar, Box, Disc, Eyelids, Layer, Picture, Stroke
from lessonapp.ui.stage.model import StageModel
from lessonapp.ui.stage.motion import Growing, Motion
from lessonapp.ui.stage.text import Align, TextItem, VAlign, fit, text_height, text_size
from lessonapp.ui.stage.theme import WHITE, Role, RoleName, Theme, theme_for

READING = frozenset({"body", "bubble", "option"})
LARGER = 1.2
CHROME = frozenset({"chrome", "meta"})
PRE_READER = 48  # the smallest text of a lesson for grades 1 to 3


@dataclass(frozen=True, slots=True)
class Target:
    """A place that can be clicked."""

    rect: QRectF
    act: Callable[[], None]


if TYPE_CHECKING:
    from lessonapp.ui.stage.board import Board  # which itself draws with the builder

Update = Callable[[StageModel], None]


@dataclass(slots=True)
class Stagecraft:
    """What stays of a built picture beside its items."""

    texts: list[TextItem] = field(default_factory=list)
    digits: list[Digits] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    updates: list[Update] = field(default_factory=list)
    ring: Ring | None = None
    counter: Digits | None = None
    board: "Board | None" = None
    on_seconds: list[Callable[[float | None, float | None], None]] = field(default_factory=list)
    entrances: list[Callable[[Motion], None]] = field(default_factory=list)
    lids: list[Eyelids] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    spoken: list[str] = field(default_factory=list)
    own_keys: Callable[[int], bool] | None = None
    play_film: Callable[[], None] | None = None
    on_press: Callable[[QPointF], bool] | None = None
    on_move: Callable[[QPointF], None] | None = None
    on_release: Callable[[QPointF], None] | None = None


@dataclass(slots=True)
class Desk:
    """What a picture may do beside being seen."""

    choose: Callable[[tuple[str, ...]], None]
    stamp: Callable[[str, int], None]
    player: FilmPlayer
    marks: set[int] = field(default_factory=set)
    """What the class marked on this step by touching it: kept while the step is shown, never saved."""


class Builder:
    """Places the items of one picture on one layer."""

    def __init__(self, model: StageModel, desk: Desk) -> None:
        self.model = model
        self.desk = desk
        self.choose, self.stamp, self.marks = desk.choose, desk.stamp, desk.marks
        self.theme: Theme = theme_for(model.lesson.audience, high_contrast=model.high_contrast)
        self.palette = self.theme.palette
        self.say = Speaker(model.lesson.language)
        self.layer = Layer()
        self.made = Stagecraft()

    @property
    def clickable(self) -> bool:
        """Whether a click gives an answer now."""
        return self.model.interactive and self.model.phase == "open"

    @property
    def tally(self) -> Tally:
        """The counts; zeros where nothing was asked."""
        return self.model.tally or Tally(
            counts={}, answered=0, asked=0, correct=None, by_channel={}, missing=()
        )

    def text(
        self,
        text: str,
        rect: tuple[float, float, float, float],
        role: RoleName | Role,
        *,
        colour: str = "",
        align: Align = "left",
        valign: VAlign = "top",
        balance: bool = True,
        highlight: str = "",
    ) -> TextItem:
        """A text in a box (x, y, width, height)."""
        chosen = self.role(role)
        item = TextItem(
            text,
            QRectF(*rect),
            chosen,
            colour or self.palette.ink,
            align=align,
            valign=valign,
            balance=balance,
            highlight=highlight,
            parent=self.layer,
        )
        self.made.texts.append(item)
        return item

    def role(self, role: RoleName | Role) -> Role:
        """The kind of text; larger where the class needs it, and down again where the box is full."""
        chosen = role if isinstance(role, Role) else self.theme.role(role)
        if self.model.large_text and chosen.name in READING:
            chosen = replace(chosen, size=round(chosen.size * LARGER))
        if self.theme.audience == "grades-1-3" and chosen.name not in CHROME:
            chosen = replace(chosen, size=max(chosen.size, PRE_READER), least=max(chosen.least, PRE_READER))
        return chosen

    def measure(self, text: str, role: RoleName | Role, width: float) -> tuple[float, float]:
        """Width and height of a text that may be so wide."""
        return text_size(text, self.role(role), width)

    def tall(self, text: str, role: RoleName | Role, width: float) -> float:
        """Height of a text that may be so wide: quicker than to measure both."""
        return text_height(text, self.role(role), width)

    def digits(
        self,
        text: str,
        rect: tuple[float, float, float, float],
        px: int,
        *,
        colour: str = "",
        align: Align = "left",
        weight: int = 800,
        even: bool = True,
    ) -> Digits:
        """A number, one digit per slot where it runs; not even, as it is written in a text."""
        ink = colour or self.palette.ink
        item = Digits(text, QRectF(*rect), px, ink, align=align, weight=weight, even=even, parent=self.layer)
        self.made.digits.append(item)
        return item

    def box(
        self,
        rect: tuple[float, float, float, float],
        *,
        fill: str = WHITE,
        border: str | None = None,
        line: float = 3,
        radius: float | None = None,
        shadow: bool | tuple[float, float] = False,
        dashed: bool = False,
    ) -> Box:
        """A card or row."""
        offset = self.theme.shadow if shadow is True else shadow
        return Box(
            QRectF(*rect),
            fill=fill,
            border=self.palette.ink if border is None else border,
            line=line,
            radius=self.theme.radius if radius is None else radius,
            shadow=(*offset, self.palette.line) if offset else None,
            dashed=dashed,
            parent=self.layer,
        )

    def svg(
        self, source: str, rect: tuple[float, float, float, float], *, radius: float = 0, tilt: float = 0
    ) -> Picture:
        """A picture from an SVG text or `file:PATH`."""
        return Picture(source, QRectF(*rect), radius=radius, tilt=tilt, parent=self.layer)

    def icon(
        self, name: str, rect: tuple[float, float, float, float], colour: str, stroke: float = 2.4
    ) -> Picture:
        """A line icon."""
        return self.svg(icon_svg(name, colour, stroke), rect)

    def mascot(self, pose: str, centre: float, foot: float, height: float) -> Picture | None:
        """Sao, standing at a point; only where this audience sees it."""
        if not self.theme.mascot:
            return None
        source = mascot_svg(pose)
        width, tall = natural_size(source)
        wide = height * width / tall
        # The view box reaches 9 of 334 below the hooves.
        picture = self.svg(source, (centre - wide / 2, foot - height * 325 / 334, wide, height))
        if pose != "cheer":  # whose eyes are closed with joy
            self.made.lids.append(Eyelids(picture))
        return picture

    def picture(
        self, name: str | None, rect: tuple[float, float, float, float], *, radius: float = 0
    ) -> Picture | None:
        """A lesson's picture or `openmoji:CODE`; a fault is noted where there is none."""
        if name is None:
            return None
        try:
            source = picture_source(name, self.model.folder)
            natural_size(source)
        except PictureError as bad:
            self.made.faults.append(f"picture {name}: {bad}")
            return None
        return self.svg(source, rect, radius=radius)

    def block(self, rect: tuple[float, float, float, float], index: int, **how: float) -> AnswerBlock:
        """The coloured block of an option."""
        return AnswerBlock(
            QRectF(*rect),
            index,
            radius=how.get("radius", self.theme.radius),
            shape=how.get("shape", 100),
            badge=bool(how.get("badge", False)),
            ink=self.palette.ink,
            parent=self.layer,
        )

    def bar(self, rect: tuple[float, float, float, float], share: float, colour: str, **how: float) -> Bar:
        """A bar in a soft track."""
        return Bar(
            QRectF(*rect),
            share,
            colour,
            self.palette.soft,
            radius=how.get("radius", 0),
            ink=self.palette.ink,
            parent=self.layer,
        )

    def disc(
        self, x: float, y: float, radius: float, fill: str, *, border: str = "", dashed: bool = False
    ) -> Disc:
        """A circle."""
        return Disc(QPointF(x, y), radius, fill, border=border, dashed=dashed, parent=self.layer)

    def stroke(
        self, path: QPainterPath, colour: str, line: float, *, fill: str = "", dash: tuple[float, ...] = ()
    ) -> Stroke:
        """A line or shape."""
        return Stroke(path, colour, line, fill=fill, dash=dash, parent=self.layer)

    def target(self, rect: tuple[float, float, float, float], act: Callable[[], None]) -> None:
        """A place to click."""
        self.made.targets.append(Target(QRectF(*rect), act))


def smallest_of(b: Builder, role: Role) -> int:
    """The size to ask for that is drawn at the kind's smallest, in larger text too."""
    larger = LARGER if b.model.large_text and role.name in READING else 1
    return math.ceil(role.least / larger)


def same_size(b: Builder, role: Role, lines: Iterable[tuple[str, float, float]]) -> Role:
    """The type in which all lines fit the width and height they have: none is smaller than the others."""
    drawn = b.role(role)
    sizes = [fit(line, drawn, width, tall)[0].px for line, width, tall in lines if line]
    return replace(role, size=round(role.size * min(sizes, default=drawn.size) / drawn.size))


def rises(b: Builder, items: Sequence[QGraphicsItem], index: int, wait: int = 0) -> None:
    """These appear as one of a list."""
    b.made.entrances.append(lambda motion: motion.appear(list(items), index, wait))


def grows(b: Builder, bar: Growing) -> None:
    """This bar grows."""
    b.made.entrances.append(lambda motion: motion.grow(bar))


def draws(b: Builder, line: Stroke) -> None:
    """This line is drawn."""
    b.made.entrances.append(lambda motion: motion.draw_path(line))


def header(b: Builder, icon: str, label: str, note: str | None = None, *, width: float = 1440) -> None:
    """The chip that says what kind of step this is, and a line beside it."""
    palette = b.palette
    text_width, _ = b.measure(label, "chrome", 800)
    chip = 24 + 32 + 12 + text_width + 28
    b.box((80, 40, chip, 60), fill=palette.primary, border="", radius=min(30, b.theme.radius))
    b.icon(icon, (102, 54, 32, 32), WHITE)
    b.text(label, (146, 40, text_width + 4, 60), "chrome", colour=WHITE, valign="middle", balance=False)
    beside = b.model.lesson.title if note is None else note
    left = 80 + chip + 16
    room = width - chip - 16
    if not beside:
        return
    wide, high = b.measure(beside, "chrome", room)
    most = 60 if note is None else 82  # the lesson's title is left out where it would crowd the heading
    if wide <= room and high <= most:
        top = 40 if high < 60 else 36
        b.text(
            beside,
            (left, top, room, 60 if high < 60 else 82),
            "chrome",
            colour=palette.muted,
            valign="middle",
        )


def pills(b: Builder, *, right: bool = True) -> None:
    """Where in the lesson the class is."""
    count = b.model.positions
    if not 2 <= count <= 24:
        return
    total = (count - 1) * 42 + 64
    x = 1520 - total if right else 80.0
    for index in range(count):
        now = index == b.model.position
        fill = b.palette.accent if now else b.palette.primary if index < b.model.position else b.palette.line
        if b.theme.audience == "grades-10-12" and index < b.model.position:
            fill = b.palette.muted
        width = 64 if now else 34
        b.box((x, 856, width, 12), fill=fill, border=b.palette.ink if now else "", radius=6)
        x += width + 8


def number_width(text: str, px: int) -> float:
    """How wide a counter is."""
    return digits_width(text, px)
