"""Who can help: at home, at school, 111; and the film step's frame."""

import re
from dataclasses import replace

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from lessonapp.domain.scene import Mood, Who
from lessonapp.domain.school import Contact
from lessonapp.domain.step import HelpStep, VideoStep
from lessonapp.ui.stage.builder import Builder, header
from lessonapp.ui.stage.cast import figure
from lessonapp.ui.stage.theme import WHITE, Role

_CUE = re.compile(r"-->.*?\n(?P<text>.+?)(?:\n\s*\n|\Z)", re.DOTALL)


def build_help(b: Builder) -> None:
    """The help step, and the help card that the teacher can show at any time."""
    step = b.model.step
    opening = step.opening if isinstance(step, HelpStep) else None
    adults = b.theme.audience == "adults"
    header(b, "phone", b.say.t("Where to get help") if adults else b.say.t("Who can help?"), width=1000)
    words = opening or b.model.help_line
    if not words and adults:
        words = b.say.t("Listen, believe, comfort. There is always somewhere to turn.")
    elif not words:
        words = b.say.t("It is not your fault. Telling is brave.")
    mascot = b.theme.mascot
    role = replace(
        b.theme.role("heading"), size=72 if len(words) < 44 else 56, least=40, line=1.18, weight=800
    )
    b.text(words, (80, 108, 1130 if mascot else 1440, 160), role, valign="middle")
    b.mascot("listen", 1400, 286, 236)
    _home(b, (80, 286, 440, 536))
    _school(b, (552, 286, 460, 536))
    _number(b, (1044, 286, 476, 536))


def _people(b: Builder, people: list[tuple[Who, Mood]], x: float, y: float, size: float) -> None:
    for index, (who, mood) in enumerate(people):
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="10 4 52 57">{figure(who, mood)}</svg>'
        b.svg(svg, (x + index * size * 1.06, y, size, size * 57 / 52))


def _home(b: Builder, rect: tuple[float, float, float, float]) -> None:
    x, y, w, h = rect
    b.box(rect, shadow=True)
    adults = b.theme.audience == "adults"
    _people(b, [("me-may", "calm"), ("bo-ti", "calm"), ("ba-na", "calm")], x + 32, y + 34, 118)
    title = b.say.t("In the family") if adults else b.say.t("At home")
    words = (
        b.say.t("Sit down together, listen, believe, comfort.")
        if adults
        else b.say.t("Your parents or carers, or a grown-up you trust")
    )
    b.text(title, (x + 36, y + 176, w - 60, 66), "sub")
    b.text(words, (x + 36, y + 250, w - 60, h - 264), replace(b.theme.role("body"), size=46))


def _school(b: Builder, rect: tuple[float, float, float, float]) -> None:
    x, y, w, h = rect
    b.box(rect, shadow=True)
    contacts = b.model.contacts[:2]
    top = y + 30 if contacts else y + 176
    b.text(b.say.t("At school"), (x + 36, top, w - 60 if not contacts else w - 170, 66), "sub")
    if contacts:
        _people(b, [("co-lan", "calm")], x + w - 122, y + 18, 96)
    else:
        _people(b, [("co-lan", "calm"), ("thay-son", "calm")], x + 32, y + 34, 118)
    role = replace(b.theme.role("body"), size=46, least=44)
    if contacts:
        words = "\n".join(_contact(b, contact) for contact in contacts)
    elif b.theme.audience == "adults":
        words = b.say.t("The class teacher, the school counsellor, the head")
    else:
        words = b.say.t("Your teachers, the counsellor, the school nurse")
    b.text(
        words,
        (x + 36, top + 74, w - 60, y + h - 14 - top - 74),
        role if len(contacts) < 2 else replace(role, least=36, line=1.2),
    )


def _contact(b: Builder, contact: Contact) -> str:
    line = ", ".join(part for part in (contact.role, contact.place) if part)
    if not contact.phone:
        return line
    phone = b.say.t("Phone {number}").format(number=contact.phone)
    return f"{line}\n**{phone}**"


def _number(b: Builder, rect: tuple[float, float, float, float]) -> None:
    x, y, w, h = rect
    b.box(rect, fill=b.palette.primary, shadow=True)
    b.text("111", (x + 36, y + 14, w - 60, 184), Role("count", 190, 190, 900, 0.96), colour=WHITE)
    b.text(b.say.t("Free call"), (x + 36, y + 196, w - 60, 66), "sub", colour=WHITE)
    b.text(
        b.say.t("The national child protection line, day and night"),
        (x + 36, y + 266, w - 60, h - 280),
        replace(b.theme.role("body"), size=46),
        colour=WHITE,
    )


def build_video(b: Builder, step: VideoStep) -> None:
    """A film's frame, with what is said in it."""
    header(b, "play", b.say.t("Film"))
    y = 120.0
    if step.heading:
        heading = b.text(step.heading, (80, 112, 1440, 110), replace(b.theme.role("heading"), least=52))
        y = heading.ink_rect().bottom() + 20
    b.box((80, y, 1440, 700 - y), fill=b.palette.soft, line=5, radius=min(24, b.theme.radius))
    middle = (y + 700) / 2
    b.disc(800, middle, 86, b.palette.primary)
    mark = QPainterPath(QPointF(774, middle - 44))
    mark.lineTo(850, middle)
    mark.lineTo(774, middle + 44)
    mark.closeSubpath()
    b.stroke(mark, WHITE, 6, fill=WHITE)
    words = first_cues(b, step) or b.say.t("The teacher plays the film.")
    b.text(words, (80, 716, 1440, 120), "body", align="centre", valign="middle")


def first_cues(b: Builder, step: VideoStep) -> str:
    """The first words of the caption file; nothing where it cannot be read."""
    if b.model.folder is None:
        return ""
    try:
        text = (b.model.folder / step.captions).read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return ""
    found = _CUE.search(text.replace("\r\n", "\n"))
    return " ".join(re.sub(r"<[^>]+>", "", found["text"]).split())[:120] if found else ""
