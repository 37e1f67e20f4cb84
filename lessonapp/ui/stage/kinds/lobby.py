"""How phones come in: the lobby with QR, address and code, and the small card beside an open question."""

import shiboken6
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QGraphicsItem

from lessonapp.domain.look import ASSEMBLY_FROM, animal_of
from lessonapp.domain.question import QuestionBase
from lessonapp.domain.step import PollStep
from lessonapp.ui.pictures import openmoji_svg
from lessonapp.ui.qr import qr_path
from lessonapp.ui.stage.builder import Builder, header, number_width
from lessonapp.ui.stage.items import Dots
from lessonapp.ui.stage.model import Join, StageModel
from lessonapp.ui.stage.theme import WHITE, Role

DISCS, ROW = 24, 12
CODE_PX, COUNT_PX = 112, 84


def build_lobby(b: Builder, join: Join) -> None:
    """QR, address, code, and the animals of who has joined."""
    header(b, "star", b.say.t("Join the lesson"))
    b.box((80, 132, 520, 520), shadow=True)
    b.stroke(qr_path(join.url, QRectF(92, 144, 496, 496)), b.palette.ink, 0, fill=b.palette.ink)
    b.text(b.say.t("Scan the code, or type"), (660, 138, 860, 66), Role("sub", 46, 44, 600, 1.25))
    alone = b.mascot("hello", 1412, 660, 330) is None  # then the words to type have all the room
    b.text(
        join.address,
        (660, 204, 860, 130),
        Role("heading", 116 if alone else 92, 56, 800, 1.2),
        valign="middle",
        balance=False,
    )
    b.text(b.say.t("then the class code"), (660, 352, 600, 66), Role("sub", 46, 44, 600, 1.25))
    wide, tall, px = (184, 206, 160) if alone else (124, 150, CODE_PX)
    gap = 24 if alone else 18
    for index, digit in enumerate(join.code):
        place = (660 + index * (wide + gap), 434, wide, tall)
        b.box(place, fill=b.palette.primary, border="", radius=min(b.theme.radius, 24))
        b.digits(digit, place, px, colour=WHITE, align="centre")
    _joined(b, join)


def _joined(b: Builder, join: Join) -> None:
    assembly = b.model.seats >= ASSEMBLY_FROM
    width = number_width("0" * max(len(str(b.model.seats)), 2), COUNT_PX)
    count = b.digits(str(len(join.joined)), (80, 690, width, 96), COUNT_PX, align="right")
    of = b.digits(f"/{b.model.seats}", (84 + width, 706, 200, 82), 44, colour=b.palette.muted)
    adults = b.theme.audience == "adults"
    words = b.say.t("people have joined") if adults else b.say.t("have joined")
    b.text(words, (80, 786, 304, 50), "meta", valign="middle")
    b.made.counter = count
    if assembly:
        bar = Dots(
            QRectF(600, 722, 920, 54),
            len(join.joined),
            b.model.seats,
            b.palette.primary,
            b.palette.muted,
            parent=b.layer,
        )

    def update(new: StageModel) -> None:
        if new.join is None:
            return
        count.set_text(str(len(new.join.joined)))
        of.set_text(f"/{new.seats}")
        if assembly:
            bar.set_counts(len(new.join.joined), new.seats)

    b.made.updates.append(update)
    if not assembly:
        _animals(b)


def _animals(b: Builder) -> None:
    """A place for each, and in it the animal of who came, the newest of a large class."""
    shown: dict[int, tuple[int, list[QGraphicsItem]]] = {}
    places = [(434 + index % ROW * 94.0, 726 + index // ROW * 88.0) for index in range(DISCS)]
    empty = min(max(b.model.seats, 1), DISCS)
    for x, y in places[:empty]:
        b.disc(x, y, 37, "", border=b.palette.muted, dashed=True)

    def update(new: StageModel) -> None:
        if new.join is None:
            return
        seats = new.join.newest[-DISCS:]
        for index, (x, y) in enumerate(places):
            seat = seats[index] if index < len(seats) else 0
            if shown.get(index, (0, []))[0] == seat:
                continue
            for item in shown.pop(index, (0, []))[1]:
                shiboken6.delete(item)
            if seat:
                shown[index] = (seat, _animal(b, seat, x, y))

    update(b.model)
    b.made.updates.append(update)


def _animal(b: Builder, seat: int, x: float, y: float) -> list[QGraphicsItem]:
    """A seat as its animal; from 51 on as its number."""
    items: list[QGraphicsItem] = [b.disc(x, y, 38, WHITE, border=b.palette.primary)]
    animal = animal_of(seat)
    if animal is not None:
        items.append(b.svg(openmoji_svg(animal.openmoji), (x - 27, y - 27, 54, 54)))
        return items
    number = b.digits(str(seat), (x - 38, y - 20, 76, 40), 30 if seat < 100 else 24, align="centre")
    return [*items, number]


def join_card(b: Builder) -> bool:
    """The way in for whoever comes late, while a question waits or is open; whether it is there."""
    join, step = b.model.join, b.model.step
    if join is None or not b.model.card or b.model.phase not in ("waiting", "open"):
        return False
    if not isinstance(step, QuestionBase | PollStep):
        return False
    b.box((1004, 708, 516, 144), radius=min(b.theme.radius, 20))
    b.stroke(qr_path(join.url, QRectF(1008, 712, 136, 136)), b.palette.ink, 0, fill=b.palette.ink)
    b.text(
        join.address, (1152, 716, 360, 54), Role("chrome", 34, 30, 600, 1.25), valign="middle", balance=False
    )
    code = b.say.t("Code {code}").format(code=join.code)
    b.text(code, (1152, 768, 360, 76), Role("sub", 52, 40, 800, 1.25), valign="middle", balance=False)
    return True
