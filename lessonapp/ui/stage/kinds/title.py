"""The title of a lesson in the five themes, and the invitation before the first step."""

from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QTransform

from lessonapp.domain.lesson import Topic
from lessonapp.domain.look import Audience
from lessonapp.domain.step import TitleStep
from lessonapp.ui.pictures import openmoji_svg
from lessonapp.ui.stage.art import chat_card_svg, face_svg, family_svg, kite_svg, poster_svg
from lessonapp.ui.stage.builder import Builder
from lessonapp.ui.stage.theme import CREAM, WHITE, Role


class _Art(NamedTuple):
    """The pictures of a topic: what stands for it alone, and those of stickers and posters."""

    thing: str
    poster: str
    second: str
    third: str


_ART: dict[Topic, _Art] = {
    "privacy": _Art("1F512", "1F512", "1F4F1", "1F3E0"),
    "passwords": _Art("1F511", "1F511", "1F4BB", "1F512"),
    "kindness": _Art("1F91D", "1F4AC", "1F614", "1F91D"),
    "strangers": _Art("1F590", "1F4AC", "2753", "1F6D1"),
    "harmful-content": _Art("1F5A5", "1F5A5", "1F440", "1F6D1"),
    "scams": _Art("1F381", "1F3A3", "1F4F1", "1F6D1"),
    "balance": _Art("23F0", "23F0", "1F4F1", "26BD"),
    "footprint": _Art("1F463", "1F463", "1F4F7", "1F5A5"),
    "help": _Art("1F4DE", "1F4DE", "1F499", "1F91D"),
    "creating": _Art("1F3A8", "1F3A8", "1F4F7", "270F"),
    "ai": _Art("1F916", "1F916", "1F5A5", "1F50D"),
    "conduct": _Art("1F4AC", "1F4AC", "1F4D6", "1F91D"),
    "recovery": _Art("1F331", "1F499", "1F331", "1F91D"),
    "friends": _Art("1F49B", "1F91D", "1F4AC", "1F3E0"),
    "sextortion": _Art("1F6E1", "1F512", "1F4DE", "1F91D"),
}
"""What tells the lessons of one audience apart where the picture is the same for all."""


def build_title(b: Builder) -> None:
    """The lesson's title; before the first step it invites the class."""
    step = b.model.step
    sub = step.subtitle if isinstance(step, TitleStep) else None
    if step is None:
        sub = b.say.t("Let’s begin together!")
    _BUILD[b.theme.audience](b, sub or "")


def audience_name(b: Builder, audience: Audience) -> str:
    """The audience in words."""
    names = {
        "grades-1-3": b.say.t("Grades 1–3"),
        "grades-4-5": b.say.t("Grades 4–5"),
        "grades-6-9": b.say.t("Grades 6–9"),
        "grades-10-12": b.say.t("Grades 10–12"),
        "adults": b.say.t("For parents and teachers"),
    }
    return names[audience]


def _meta(b: Builder) -> str:
    name = audience_name(b, b.model.lesson.audience)
    label = b.model.class_label
    return label + " · " + b.say.t("Digital Class") if label else name


def _minutes(b: Builder) -> str:
    count = b.model.lesson.minutes
    return b.say.nt("{count} minute", "{count} minutes", count).format(count=count)


def _pills(b: Builder, y: float, x: float, labels: list[str]) -> None:
    role = b.theme.role("meta")
    for label in labels:
        width, _ = b.measure(label, role, 700)
        b.box((x, y, width + 54, 60), fill=CREAM, border="", radius=30)
        b.text(label, (x + 27, y, width + 4, 60), role, colour="#10351C", valign="middle", balance=False)
        x += width + 54 + 18


def _first(b: Builder, sub: str) -> None:
    b.box((60, 170, 870, 500), fill=CREAM, line=5)
    b.text(_meta(b), (116, 190, 760, 46), "meta", colour=b.palette.primary)
    below = b.tall(sub, "body", 770) + 12 if sub else 0.0
    bottom = 654 - below
    b.text(b.model.lesson.title, (116, 262, 770, bottom - 262), _fitting(b), valign="middle")
    if sub:
        b.text(sub, (116, bottom, 770, below), "body", valign="middle")
    _topic(b, 1010, 776, 88)
    b.mascot("hello", 1330, 852, 540)
    _bubble(b, b.say.t("Hello, friends!"))
    _pills(b, 790, 60, [b.say.t("With our friend Sao"), _minutes(b)])


def _topic(b: Builder, x: float, y: float, radius: float) -> None:
    """The thing of the topic, on a disc."""
    b.disc(x, y, radius, CREAM, border=b.palette.ink)
    _thing(b, x, y, radius * 1.36)


def _thing(b: Builder, x: float, y: float, size: float) -> None:
    b.svg(openmoji_svg(_ART[b.model.lesson.topic].thing), (x - size / 2, y - size / 2, size, size))


def _fitting(b: Builder) -> Role:
    """The title's role, with room for three lines where it is long."""
    role = b.theme.role("title")
    return replace(role, line=1.14) if len(b.model.lesson.title) > 22 else role


def _bubble(b: Builder, text: str) -> None:
    width, _ = b.measure(text, "body", 420)
    left = 954.0
    right = left + width + 56
    path = QPainterPath()
    path.addRoundedRect(left, 186, right - left, 104, 34, 34)
    tail = QPainterPath(QPointF(1150, 280))
    tail.lineTo(1192, 348)
    tail.lineTo(1204, 280)
    tail.closeSubpath()
    b.stroke(path.united(tail), b.palette.ink, 5, fill=WHITE)
    b.text(text, (left + 28, 186, width + 4, 104), "body", valign="middle", balance=False)


def _second(b: Builder, sub: str) -> None:
    palette = b.palette
    _tag(b, 156)
    b.text(b.model.lesson.title, (80, 262, 850, 300), _fitting(b), colour=b.theme.title_ink)
    if sub:
        b.text(sub, (80, 584, 800, 170), replace(b.theme.role("body"), size=48))
    b.svg(kite_svg("#EF5B3A", "#FFC93C"), (1050, 40, 480, 400))
    b.svg(kite_svg("#FFB703", "#0A4A82"), (1390, 380, 230, 192))
    string = QPainterPath(QPointF(1317, 306))
    string.cubicTo(QPointF(1276, 400), QPointF(1290, 620), QPointF(1226, 690))
    b.stroke(string, palette.ink, 4)
    b.mascot("hello", 1105, 866, 430)
    _topic(b, 1420, 742, 100)
    _pills(b, 804, 80, [b.say.t("With our friend Sao"), _minutes(b)])


def _tag(b: Builder, y: float) -> None:
    fill = b.palette.ink if b.theme.audience == "grades-6-9" else b.palette.primary
    width, _ = b.measure(_meta(b), "meta", 800)
    b.box((80, y, width + 48, 62), fill=fill, border="", radius=14)
    b.text(_meta(b), (104, y, width + 4, 62), "meta", colour=WHITE, valign="middle", balance=False)


def _third(b: Builder, sub: str) -> None:
    palette = b.palette
    _tag(b, 120)
    item = b.text(
        b.model.lesson.title, (84, 232, 840, 320), _fitting(b), highlight=palette.accent, valign="middle"
    )
    below = max(566.0, item.ink_rect().bottom() + 24)
    if sub:
        b.text(sub, (84, below, 860, 790 - below), replace(b.theme.role("body"), size=46))
    b.icon("clock", (84, 800, 40, 40), palette.ink, 2)
    b.text(_minutes(b), (140, 796, 700, 48), "meta", valign="middle")
    art = _ART[b.model.lesson.topic]
    colours = (palette.ink, palette.primary, palette.soft, palette.accent)
    b.svg(chat_card_svg(art.poster, art.second, art.third, colours), (970, 148, 504, 356), tilt=-3)
    _sticker(b, (1000, 562, 238, 236), "#DADFF2", palette.ink, art.second, 150, 5)
    _sticker(b, (1282, 530, 238, 236), "#FF7A45", palette.ink, art.third, 150, -6)
    tape = b.box((1120, 128, 186, 52), fill="#FF7A45", border="", radius=2)
    tape.setRotation(-7)


def _sticker(
    b: Builder,
    rect: tuple[float, float, float, float],
    fill: str,
    shade: str,
    code: str,
    size: float,
    tilt: float,
) -> None:
    x, y, w, h = rect
    turn = QTransform().translate(w / 2, h / 2).rotate(tilt).translate(-w / 2, -h / 2)
    back = b.box((x + 12, y + 14, w, h), fill=shade, border="", radius=34)
    card = b.box(rect, fill=fill, line=5, radius=34)
    for item in (back, card):
        item.setTransform(turn)
    b.svg(openmoji_svg(code), (x + (w - size) / 2, y + (h - size) / 2, size, size), tilt=tilt)


def _fourth(b: Builder, sub: str) -> None:
    palette = b.palette
    b.box((80, 92, 780, 8), fill=palette.ink, border="", radius=0)
    b.text(b.say.t("Digital Class"), (80, 116, 380, 50), "meta", valign="middle")
    right = f"{audience_name(b, b.model.lesson.audience)} · {_minutes(b)}"
    b.text(right, (380, 116, 480, 50), "meta", align="right", valign="middle")
    b.text(b.model.lesson.title, (76, 188, 784, 480), _fitting(b), valign="middle")
    if sub:
        b.text(sub, (80, 690, 790, 150), replace(b.theme.role("body"), size=46))
    topic = b.model.lesson.topic
    art = face_svg() if topic == "ai" else poster_svg(_ART[topic].poster)
    b.svg(art, (940, 70, 660, 760))


def _fifth(b: Builder, sub: str) -> None:
    b.text(audience_name(b, "adults"), (96, 146, 830, 50), "meta", colour=b.palette.primary)
    item = b.text(b.model.lesson.title, (92, 232, 830, 410), _fitting(b), colour=b.theme.title_ink)
    below = max(560.0, item.ink_rect().bottom() + 26)
    if sub:
        b.text(sub, (96, below, 830, 776 - below), replace(b.theme.role("body"), size=46))
    b.text(_minutes(b), (96, 796, 700, 48), "meta", colour=b.palette.muted)
    _thing(b, 1240, 410, 138)  # in the sun of the backdrop
    b.svg(family_svg(), (1000, 558, 480, 300))
    b.box((960, 858, 560, 42), fill="#16282B", border="", radius=0)


_BUILD = {
    "grades-1-3": _first,
    "grades-4-5": _second,
    "grades-6-9": _third,
    "grades-10-12": _fourth,
    "adults": _fifth,
}
