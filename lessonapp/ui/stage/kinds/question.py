"""Questions, polls: what is asked and what can be chosen, while it waits, is open, or is closed."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QGraphicsItem

from lessonapp.domain.look import OK, animal_of
from lessonapp.domain.question import MultipleQuestion, QuestionBase
from lessonapp.domain.scene import Scene
from lessonapp.domain.step import PollStep
from lessonapp.domain.step_base import Choosable
from lessonapp.ui.pictures import openmoji_svg
from lessonapp.ui.stage.builder import Builder, header, number_width, rises
from lessonapp.ui.stage.counters import Ring
from lessonapp.ui.stage.illustrate import illustration
from lessonapp.ui.stage.items import Dots
from lessonapp.ui.stage.kinds.lobby import join_card
from lessonapp.ui.stage.model import StageModel
from lessonapp.ui.stage.theme import WHITE

Rect = tuple[float, float, float, float]
RING = (1352.0, 44.0, 168.0, 168.0)


def question_header(b: Builder, note: str | None = None, *, width: float = 1230) -> None:
    """The chip with the question's number."""
    model = b.model
    if isinstance(model.step, PollStep):
        header(b, "users", b.say.t("What we think"), note, width=width)
        return
    if model.question_count:
        label = b.say.t("Question {number}/{count}").format(
            number=model.question_number, count=model.question_count
        )
    else:
        label = b.say.t("Question")
    if model.round_number > 1:
        label += " · " + b.say.t("asked again")
    header(b, "q", label, note, width=width)


def ring(b: Builder, rect: Rect = RING, px: int = 76) -> None:
    """The timer at the top right; hidden until seconds come."""
    made = Ring(
        QRectF(*rect),
        16 if px > 60 else 12,
        px,
        (b.palette.primary, b.palette.line, b.palette.ink),
        parent=b.layer,
    )
    made.setVisible(False)
    b.made.ring = made


def prompt_area(
    b: Builder, prompt: str, scene: Scene | None, picture: str | None, *, bottom: float = 312
) -> None:
    """The question, with its picture at the left."""
    tall = bottom - 112
    left = 80.0
    right = 1330.0 if b.model.clock or b.model.phase == "open" else 1520.0
    if scene is not None or picture is not None:
        side = min(tall - 8, 200.0)
        wide = side * 1.3 if scene is not None else side
        illustration(b, scene, picture, (80, 112 + (tall - side) / 2, wide, side))
        left = 80 + wide + 32
    role = b.theme.role("question")
    if len(prompt) > 80:
        role = replace(role, size=54)
    b.text(prompt, (left, 112, right - left, tall), replace(role, least=44), valign="middle")


def build_choice(b: Builder, prompt: str, options: Sequence[Choosable]) -> None:
    """Options in boxes, each with colour, shape and letter."""
    step = b.model.step
    question_header(b)
    ring(b)
    prompt_area(b, prompt, getattr(step, "scene", None), getattr(step, "picture", None))
    multiple = isinstance(step, MultipleQuestion)
    state = _Choice(b, multiple=multiple)
    pictured = any(option.picture for option in options)
    for index, (option, rect) in enumerate(
        zip(options, option_boxes(len(options), pictured=pictured), strict=True)
    ):
        state.option(index, option, rect)
    if multiple and b.clickable:
        done_button(b, lambda: state.send(options), (1180, 716, 340, 104))
    if multiple and b.clickable:
        footer(b, 1060)
    else:
        footer(b, 940 if join_card(b) else 1440)


def option_boxes(count: int, *, pictured: bool = True) -> list[Rect]:
    """Where the options are; two without pictures are not so tall."""
    if count == 2 and not pictured:
        return [(80, 356, 708, 264), (812, 356, 708, 264)]
    if count == 2:
        return [(80, 324, 708, 352), (812, 324, 708, 352)]
    if count == 3:
        return [(80, 324 + index * 124, 1440, 112) for index in range(3)]
    return [(80 + (index % 2) * 732, 324 + (index // 2) * 186, 708, 168) for index in range(count)]


class _Choice:
    """The options of one question, and which are chosen."""

    def __init__(self, b: Builder, *, multiple: bool) -> None:
        self._b = b
        self._multiple = multiple
        self.chosen: set[str] = set(b.model.own_choice)

    def option(self, index: int, option: Choosable, rect: Rect) -> None:
        """One option."""
        b = self._b
        x, y, w, h = rect
        mine = option.id in self.chosen
        box = b.box(
            rect, line=8 if mine else 4, border=b.palette.primary if mine else b.palette.ink, shadow=True
        )
        inset = 4 if mine else 3
        radius = max(4.0, b.theme.radius - inset)
        wide = 140.0
        block = b.block(
            (x + inset, y + inset, wide, h - 2 * inset), index, radius=radius, shape=100 if h > 150 else 84
        )
        tick = b.disc(x + w - 44, y + 44, 26, b.palette.primary)
        mark = b.icon("check", (x + w - 60, y + 28, 32, 32), WHITE, 3.4)
        items = [box, block, tick, mark, *self._words(option, (x + wide + inset, y, w - wide - inset, h))]

        def show(on: bool) -> None:  # a mark comes and goes, the picture stays
            for item in (tick, mark):
                item.setVisible(on)

        show(mine)
        if b.model.phase == "waiting" and not b.model.round_number:
            rises(b, items, index, 120)
        if b.clickable:
            b.target(rect, lambda: self._click(option.id, show))

    def _words(self, option: Choosable, rect: Rect) -> list[QGraphicsItem]:
        b = self._b
        x, y, w, h = rect
        found: list[QGraphicsItem] = []
        left = x + 28
        role = b.theme.role("option")
        tall = h > 240
        if tall:
            role = replace(role, size=54, least=42)
        if option.picture is not None:
            side = 180.0 if tall else min(h - 20, 120.0)
            picture = b.picture(
                option.picture, (left - (0 if tall else 8), y + (24 if tall else (h - side) / 2), side, side)
            )
            if picture is not None:
                found.append(picture)
                if tall:
                    found.append(b.text(option.text, (left, y + 210, w - 52, h - 222), role, valign="middle"))
                    return found
                left += side + 12
        room = 70 if self._multiple or self._b.clickable else 20
        width = w - (left - x) - (room if not tall else 24)
        found.append(b.text(option.text, (left, y + 4, width, h - 8), role, valign="middle"))
        return found

    def _click(self, option: str, show: Callable[[bool], None]) -> None:
        if not self._multiple:
            self._b.choose((option,))
            return
        on = option not in self.chosen
        (self.chosen.add if on else self.chosen.discard)(option)
        show(on)

    def send(self, options: Sequence[Choosable]) -> None:
        """Give the answer of several options, in their order."""
        if self.chosen:
            self._b.choose(tuple(option.id for option in options if option.id in self.chosen))


def done_button(b: Builder, act: Callable[[], None], rect: Rect) -> None:
    """The button that gives an answer of several parts."""
    b.box(rect, fill=b.palette.primary, border="", radius=b.theme.radius, shadow=(0, 8))
    x, y, w, h = rect
    b.icon("check", (x + 36, y + h / 2 - 26, 52, 52), WHITE, 3.4)
    b.text(b.say.t("Done"), (x + 104, y, w - 120, h), "sub", colour=WHITE, valign="middle")
    b.target(rect, act)


def footer(b: Builder, right: float = 1440) -> None:
    """How many answered; never what."""
    model = b.model
    if model.phase == "waiting":
        if model.interactive or isinstance(model.step, QuestionBase | PollStep):
            b.text(
                _hint(b), (80, 716, min(right, 1440), 100), "body", colour=b.palette.muted, valign="middle"
            )
        return
    if model.teams:
        _teams(b, right)
        return
    tally = b.tally
    px = 84
    number = b.digits(
        str(tally.answered),
        (80, 716, number_width(str(max(tally.asked, tally.answered)), px), 96),
        px,
        align="right",
    )
    left = 80 + number.size.width() + 6
    asked = b.digits(f"/{tally.asked}", (left, 730, 200, 82), 50, colour=b.palette.muted)
    asked.setVisible(bool(tally.asked))
    left += number_width(f"/{tally.asked}", 50) + 34 if tally.asked else 30
    label = b.say.t("The answers are in") if model.phase == "closed" else _answered_words(b)
    b.text(label, (left, 710, 560, 52), "meta", valign="middle")
    dots = Dots(
        QRectF(left, 766, max(200.0, right - left + 80), 54),
        tally.answered,
        tally.asked,
        b.palette.primary,
        b.palette.muted,
        parent=b.layer,
    )

    def update(new: StageModel) -> None:
        counts = new.tally
        if counts is None:
            return
        number.set_text(str(counts.answered))
        asked.set_text(f"/{counts.asked}")
        dots.set_counts(counts.answered, counts.asked)

    b.made.updates.append(update)
    b.made.counter = number


def _answered_words(b: Builder) -> str:
    if b.theme.audience == "adults":
        return b.say.t("people have answered")
    return b.say.t("have answered")


def _hint(b: Builder) -> str:
    if b.theme.audience == "adults":
        return b.say.t("Please read and think for a moment.")
    return b.say.t("Read it well, think, then choose!")


def _teams(b: Builder, right: float) -> None:
    """A disc with its animal for each team, filled once it answered."""
    model = b.model
    pitch = min(112.0, (right - 10) / max(1, model.teams))
    radius = min(46.0, pitch / 2 - 6)
    marks = []
    for team in range(1, model.teams + 1):
        x = 80 + radius + (team - 1) * pitch
        now = model.respondent == (0, team)
        b.disc(x, 770, radius, b.palette.accent if now else WHITE, border=b.palette.primary)
        animal = animal_of(team)
        if animal is not None:
            side = radius * 1.36
            b.svg(openmoji_svg(animal.openmoji), (x - side / 2, 770 - side / 2, side, side))
        tick = b.disc(x + radius * 0.72, 770 + radius * 0.72, 18, OK)
        check = b.icon("check", (x + radius * 0.72 - 12, 758 + radius * 0.72, 24, 24), WHITE, 3.4)
        for item in (tick, check):
            item.setVisible(team in model.teams_answered)
        marks.append((team, (tick, check)))

    def update(new: StageModel) -> None:
        for team, items in marks:
            for item in items:
                item.setVisible(team in new.teams_answered)

    b.made.updates.append(update)
