"""The steps that close a lesson: summary and pledge; and the pictures of a pause and of the end."""

from dataclasses import replace

from PySide6.QtCore import QRectF

from lessonapp.domain.step import SummaryStep
from lessonapp.ui.pictures import openmoji_svg
from lessonapp.ui.stage.builder import Builder, grows, header, rises
from lessonapp.ui.stage.goal import goal_picture
from lessonapp.ui.stage.items import Bar
from lessonapp.ui.stage.model import Aim
from lessonapp.ui.stage.theme import WHITE, Role

FEW = 5


def build_summary(b: Builder, step: SummaryStep) -> None:
    """What the class can do now, what to remember, what to tell at home."""
    header(b, "star", b.say.t("Summary"), width=900)
    goal = goal_picture(b, (1000, 30, 520, 150), won=True)
    aims = b.model.aims
    better = (
        bool(aims) and sum(a.after_right * a.before_asked - a.before_right * a.after_asked for a in aims) > 0
    )
    heading = step.heading or (b.say.t("See what we’ve learned!") if better else b.say.t("Let’s remember"))
    bottom = 724.0 if step.at_home else 836.0
    if aims:
        b.text(
            heading,
            (80, 118, 900 if goal else 1440, 100),
            "heading",
            colour=b.theme.title_ink,
            valign="middle",
        )
        _aims(b, aims, bottom)
        _remember_card(b, step, (1000, 226, 520, bottom - 236))
    else:
        _plain_summary(b, step, heading, bottom)
    if step.at_home:
        b.box((80, 740, 1440, 106), fill=b.palette.primary, border="", radius=b.theme.radius)
        b.svg(openmoji_svg("1F3E0"), (104, 752, 82, 82))
        b.text(step.at_home, (204, 742, 1290, 102), "body", colour=WHITE, valign="middle")


def _plain_summary(b: Builder, step: SummaryStep, heading: str, bottom: float) -> None:
    width = 1080.0 if b.theme.mascot else 1440.0
    room = 900.0 if b.model.goal[1] > 1 else width
    head = b.text(heading, (80, 120, room, 180), "heading", colour=b.theme.title_ink)
    key = b.text(
        b.model.lesson.key_message,
        (80, head.ink_rect().bottom() + 10, width, 130),
        replace(b.theme.role("sub"), size=48, least=44, weight=700),
        colour=b.palette.primary,
    )
    y = key.ink_rect().bottom() + 24
    gap = 16.0
    count = len(step.remember)
    tall = min(150.0, (bottom - 8 - y - gap * (count - 1)) / count)
    for index, line in enumerate(step.remember):
        card = b.box((80, y, width, tall), radius=min(28, b.theme.radius), shadow=(0, 6))
        disc = b.disc(134, y + tall / 2, 30, b.palette.primary)
        number = b.digits(str(index + 1), (104, y + tall / 2 - 30, 60, 60), 38, colour=WHITE, align="centre")
        text = b.text(line, (190, y + 4, width - 140, tall - 8), "body", valign="middle")
        items = [card, disc, number, text]
        rises(b, items, index, 120)
        y += tall + gap
    _cheer(b, 1350, min(bottom, 720))


def _cheer(b: Builder, x: float, foot: float) -> None:
    b.mascot("cheer", x, foot, 480)


def _aims(b: Builder, aims: tuple[Aim, ...], bottom: float) -> None:
    pitch = min(166.0, (bottom - 66 - 208) / len(aims))
    top = 208 + (bottom - 66 - 208 - pitch * len(aims)) / 2
    for index, aim in enumerate(aims):
        y = top + index * pitch
        role = replace(b.theme.role("body"), size=44, least=40, line=1.12, weight=600)
        b.text(aim.text, (80, y, 880, pitch - 54), role, valign="bottom")
        bar_y = y + pitch - 48
        before = aim.before_right / max(1, aim.before_asked)
        after = aim.after_right / max(1, aim.after_asked)
        bar = _aim_bar(b, (80, bar_y, 520, 36), before, after)
        grows(b, bar)
        _figures(b, aim, bar_y)
    y = bottom - 54
    for x, colour, label in (
        (80, b.palette.line, b.say.t("before the lesson")),
        (460, b.palette.primary, b.say.t("after the lesson")),
    ):
        b.box((x, y + 4, 34, 34), fill=colour, radius=8)
        b.text(label, (x + 48, y - 4, 320, 50), "meta", valign="middle")


def _aim_bar(b: Builder, rect: tuple[float, float, float, float], before: float, after: float) -> Bar:
    """A bar of what the class knew before and knows now."""
    return Bar(
        QRectF(*rect),
        after,
        b.palette.primary,
        WHITE,
        before=before,
        before_colour=b.palette.line,
        radius=rect[3] / 2,
        border=b.palette.ink,
        ink=b.palette.ink,
        parent=b.layer,
    )


def _figures(b: Builder, aim: Aim, y: float) -> None:
    counts = b.theme.young or min(aim.before_asked, aim.after_asked) < FEW
    if counts:
        first, second = f"{aim.before_right}/{aim.before_asked}", f"{aim.after_right}/{aim.after_asked}"
    else:
        first = f"{round(100 * aim.before_right / aim.before_asked)}%"
        second = f"{round(100 * aim.after_right / aim.after_asked)}%"
    muted = b.palette.muted
    b.digits(first, (616, y - 12, 140, 60), 42, colour=muted, align="right", weight=600, even=False)
    b.text(
        "→", (762, y - 12, 46, 60), replace(b.theme.role("meta"), size=40), align="centre", valign="middle"
    )
    b.digits(second, (812, y - 12, 150, 60), 42, even=False)


def _remember_card(b: Builder, step: SummaryStep, rect: tuple[float, float, float, float]) -> None:
    x, y, width, height = rect
    b.box(rect, shadow=True)
    body = "\n".join(f"{index}. {line}" for index, line in enumerate(step.remember, 1))
    b.text(
        body,
        (x + 30, y + 22, width - 51, height - 40),
        replace(b.theme.role("body"), size=44, least=40, line=1.18),
        valign="middle",
    )


def build_pause(b: Builder) -> None:
    """Look up; a short rest."""
    adults = b.theme.audience == "adults"
    b.mascot("listen", 800, 506, 420)
    words = b.say.t("Please look up for a moment.") if adults else b.say.t("Eyes on the board!")
    colour = "" if b.theme.mascot else b.palette.primary
    y = 540 if b.theme.mascot else 330
    b.text(words, (80, y, 1440, 150), "message", colour=colour, align="centre", valign="middle")
    b.text(
        b.say.t("We pause for a little while."),
        (80, y + 156, 1440, 76),
        "body",
        align="centre",
        valign="middle",
    )


def build_ended(b: Builder) -> None:
    """A calm thank-you, the key message, and 111."""
    adults = b.theme.audience == "adults"
    thanks = b.say.t("Thank you for coming!") if adults else b.say.t("Thank you all!")
    mascot = b.mascot("hello", 1330, 560, 440)
    width = 1040.0 if mascot else 1440.0
    head = b.text(
        thanks, (80, 96, width, 140), replace(b.theme.role("message"), size=104), colour=b.theme.title_ink
    )
    b.text(
        b.model.lesson.key_message,
        (80, head.ink_rect().bottom() + 24, width, 250),
        replace(b.theme.role("sub"), size=64, least=46, weight=700),
        colour=b.palette.primary,
    )
    b.box((80, 590, 1440, 216), fill=b.palette.primary, border="", radius=b.theme.radius)
    b.text("111", (130, 600, 400, 196), Role("count", 180, 180, 900, 1.0), colour=WHITE, valign="middle")
    b.text(
        b.say.t("Free call, day and night: the national child protection line"),
        (540, 600, 950, 196),
        replace(b.theme.role("sub"), size=54, least=44, weight=600),
        colour=WHITE,
        valign="middle",
    )
