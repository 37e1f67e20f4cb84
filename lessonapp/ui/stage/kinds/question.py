"""Questions, polls: what is asked and what can be chosen, while it waits, is open, or is closed."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QGraphicsItem

from lessonapp.domain.question import MultipleQuestion
from lessonapp.domain.scene import Scene
from lessonapp.domain.step import PollStep
from lessonapp.domain.step_base import Choosable
from lessonapp.ui.stage.builder import Builder, header, rises
from lessonapp.ui.stage.counters import Ring
from lessonapp.ui.stage.illustrate import illustration
from lessonapp.ui.stage.kinds.footer import done_button, footer
from lessonapp.ui.stage.theme import WHITE, Role

Rect = tuple[float, float, float, float]
RING: Rect = (1352.0, 44.0, 168.0, 168.0)
SMALL_RING: Rect = (1404.0, 34.0, 116.0, 116.0)
BESIDE_DONE, BESIDE_MARK = 690.0, 30.0
CARD_BLOCK, LEAST_SIDE = 100.0, 120.0


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


def board_prompt(b: Builder, prompt: str) -> float:
    """The question over a board; where the board may begin."""
    role = replace(b.theme.role("question"), size=56, least=44, line=1.2)
    item = b.text(prompt, (80, 117, 1300, 116), role)
    return max(176.0, item.ink_rect().bottom() + 18)


def prompt_area(b: Builder, prompt: str, scene: Scene | None, picture: str | None) -> None:
    """The question, with its picture at the left."""
    tall = 200.0
    left = 80.0
    right = 1330.0  # beside the clock, before it runs and after, so that no word moves
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
    state = _Choice(b, options, multiple=multiple)
    for index, rect in enumerate(option_boxes(b, options)):
        state.option(index, rect)
    if b.clickable:
        b.made.own_keys = state.key
    if multiple and b.clickable:
        done_button(b, state.send)
        footer(b, BESIDE_DONE)
    else:
        footer(b)


def option_boxes(b: Builder, options: Sequence[Choosable]) -> list[Rect]:
    """Where the options are: cards with a large picture where the words leave room, else rows."""
    count = len(options)
    pictured = any(option.picture for option in options)
    if count == 2:
        return [(80 + index * 732, 324, 708, 372 if pictured else 336) for index in range(2)]
    if count == 3:
        cards: list[Rect] = [(80 + index * 488, 324, 464, 376) for index in range(3)]
        if all(o.picture for o in options) and all(_card_side(b, o, cards[0]) >= LEAST_SIDE for o in options):
            return cards
        return [(80, 324 + index * 128, 1440, 112) for index in range(3)]
    return [(80 + (index % 2) * 732, 324 + (index // 2) * 192, 708, 172) for index in range(count)]


def _card_role(b: Builder) -> Role:
    role = b.theme.role("option")
    return replace(role, size=max(role.size, 46), line=1.16)


def _card_side(b: Builder, option: Choosable, rect: Rect) -> float:
    """How large the picture can be over the words of a narrow card; 0 where the words do not fit."""
    room = rect[2] - CARD_BLOCK - 44
    wide, tall = b.measure(option.text, _card_role(b), room)
    return rect[3] - tall - 58 if wide <= room else 0.0


def own_mark(b: Builder, x: float, y: float, w: float) -> tuple[QGraphicsItem, QGraphicsItem]:
    """The sign of what was chosen, on the corner of its box, where no word is."""
    x, y = x + w - 16, y + 16
    disc = b.disc(x, y, 26, b.palette.primary)
    return disc, b.icon("check", (x - 16, y - 16, 32, 32), WHITE, 3.4)


class _Choice:
    """The options of one question, and which are chosen."""

    def __init__(self, b: Builder, options: Sequence[Choosable], *, multiple: bool) -> None:
        self._b = b
        self._options = options
        self._multiple = multiple
        self._show: list[Callable[[bool], None]] = []
        self.chosen: set[str] = set(b.model.own_choice)

    def option(self, index: int, rect: Rect) -> None:
        """One option."""
        b, option = self._b, self._options[index]
        x, y, w, h = rect
        mine = option.id in self.chosen
        box = b.box(
            rect, line=8 if mine else 4, border=b.palette.primary if mine else b.palette.ink, shadow=True
        )
        inset = 4 if mine else 3
        radius = max(4.0, b.theme.radius - inset)
        wide = CARD_BLOCK if w < 600 else 140.0
        block = b.block(
            (x + inset, y + inset, wide, h - 2 * inset), index, radius=radius, shape=100 if h > 150 else 84
        )
        tick, mark = own_mark(b, x, y, w)
        words = self._card if h > 240 else self._row
        items = [box, block, tick, mark, *words(option, (x + wide + inset, y, w - wide - inset, h))]

        def show(on: bool) -> None:  # a mark comes and goes, the picture stays
            for item in (tick, mark):
                item.setVisible(on)

        show(mine)
        self._show.append(show)
        if b.model.phase == "waiting" and not b.model.round_number:
            rises(b, items, index, 120)
        if b.clickable:
            b.target(rect, lambda: self._click(index))

    def _card(self, option: Choosable, rect: Rect) -> list[QGraphicsItem]:
        """A large picture over the words."""
        b = self._b
        x, y, w, h = rect
        narrow = w < 500
        role = _card_role(b) if narrow else replace(b.theme.role("option"), size=60, least=42, line=1.16)
        if option.picture is None:
            role = replace(role, size=76)
            return [b.text(option.text, (x + 36, y + 4, w - 72, h - 8), role, valign="middle")]
        room = w - 44
        tall = b.tall(option.text, role, room)
        side = min(h - tall - 58, 220.0)
        top = y + (h - side - tall - 18) / 2
        left = x + (w - side) / 2
        found: list[QGraphicsItem] = []
        picture = b.picture(option.picture, (left, top, side, side))
        if picture is not None:
            found.append(picture)
        words = (x + 22, top + side + 14, room, y + h - top - side - 22)
        found.append(b.text(option.text, words, role, align="centre"))
        return found

    def _row(self, option: Choosable, rect: Rect) -> list[QGraphicsItem]:
        """The picture before the words."""
        b = self._b
        x, y, w, h = rect
        found: list[QGraphicsItem] = []
        left = x + 28
        role = b.theme.role("option")
        if w > 1000:
            role = replace(role, size=52, line=1.16)
        if option.picture is not None:
            side = min(h - 20, 136.0)
            picture = b.picture(option.picture, (left - 8, y + (h - side) / 2, side, side))
            if picture is not None:
                found.append(picture)
                left += side + 12
        width = w - (left - x) - BESIDE_MARK  # before, while and after it is open, so that no word moves
        found.append(b.text(option.text, (left, y + 4, width, h - 8), role, valign="middle"))
        return found

    def _click(self, index: int) -> None:
        option = self._options[index].id
        if not self._multiple:
            self._b.choose((option,))
            return
        on = option not in self.chosen
        (self.chosen.add if on else self.chosen.discard)(option)
        self._show[index](on)

    def key(self, key: int) -> bool:
        """A number chooses, Enter gives the answer of several; whether the key was used."""
        index = key - Qt.Key.Key_1
        if 0 <= index < len(self._options):
            self._click(index)
            return True
        if self._multiple and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.send()
            return True
        return False

    def send(self) -> None:
        """Give the answer of several options, in their order."""
        if self.chosen:
            self._b.choose(tuple(option.id for option in self._options if option.id in self.chosen))
