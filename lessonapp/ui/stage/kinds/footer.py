"""Under a question: how many answered, what to do, and the button that gives an answer of several parts."""

from collections.abc import Callable

from PySide6.QtCore import QRectF

from lessonapp.domain.look import OK, animal_of
from lessonapp.domain.question import QuestionBase
from lessonapp.domain.step import PollStep
from lessonapp.ui.pictures import openmoji_svg
from lessonapp.ui.stage.builder import Builder, number_width
from lessonapp.ui.stage.items import Box, Dots
from lessonapp.ui.stage.kinds.lobby import join_card
from lessonapp.ui.stage.model import StageModel
from lessonapp.ui.stage.text import fit
from lessonapp.ui.stage.theme import WHITE

Rect = tuple[float, float, float, float]
RIGHT = 980.0
"""Beyond it lies the card with the code to join, where the class answers on phones."""
DONE: Rect = (720, 730, 260, 96)
WORDS = 52
"""The height of the one line of words over the dots."""


def done_button(b: Builder, act: Callable[[], None], rect: Rect = DONE) -> Box:
    """The button that gives an answer of several parts."""
    box = b.box(rect, fill=b.palette.primary, border=b.palette.primary, radius=b.theme.radius, shadow=(0, 8))
    x, y, w, h = rect
    b.icon("check", (x + 36, y + h / 2 - 26, 52, 52), WHITE, 3.4)
    b.text(b.say.t("Done"), (x + 104, y, w - 120, h), "sub", colour=WHITE, valign="middle")
    b.target(rect, act)
    return box


def footer(b: Builder, right: float = RIGHT) -> None:
    """How many answered, never what; beside it the way in for whoever comes late with a phone."""
    model = b.model
    hint = RIGHT - 80 if join_card(b) else 1440.0
    if model.phase == "waiting":
        if model.interactive or isinstance(model.step, QuestionBase | PollStep):
            b.text(_hint(b), (80, 728, hint, 100), "body", colour=b.palette.muted, valign="middle")
        return
    if model.teams:
        _teams(b, right)
        return
    tally = b.tally
    px = 84
    number = b.digits(
        str(tally.answered),
        (80, 728, number_width(str(max(tally.asked, tally.answered)), px), 96),
        px,
        align="right",
    )
    left = 80 + number.size.width() + 6
    asked = b.digits(f"/{tally.asked}", (left, 742, 200, 82), 50, colour=b.palette.muted)
    asked.setVisible(bool(tally.asked))
    left += number_width(f"/{tally.asked}", 50) + 34 if tally.asked else 30
    label = b.say.t("The answers are in") if model.phase == "closed" else _answered_words(b, right - left)
    b.text(label, (left, 722, right - left, WORDS), "meta", valign="middle")
    dots = Dots(
        QRectF(left, 776, right - left, 54),
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


def _answered_words(b: Builder, room: float) -> str:
    """In one line: beside a large number and the button there is room for a short word only, or for none."""
    whole = b.say.t("people have answered") if b.theme.audience == "adults" else b.say.t("have answered")
    fitting = (words for words in (whole, b.say.t("answered")) if fit(words, b.role("meta"), room, WORDS)[1])
    return next(fitting, "")


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
        b.disc(x, 780, radius, b.palette.accent if now else WHITE, border=b.palette.primary)
        animal = animal_of(team)
        if animal is not None:
            side = radius * 1.36
            b.svg(openmoji_svg(animal.openmoji), (x - side / 2, 780 - side / 2, side, side))
        tick = b.disc(x + radius * 0.72, 780 + radius * 0.72, 18, OK)
        check = b.icon("check", (x + radius * 0.72 - 12, 768 + radius * 0.72, 24, 24), WHITE, 3.4)
        for item in (tick, check):
            item.setVisible(team in model.teams_answered)
        marks.append((team, (tick, check)))

    def update(new: StageModel) -> None:
        for team, items in marks:
            for item in items:
                item.setVisible(team in new.teams_answered)

    b.made.updates.append(update)
