"""After the reveal: bars and counts per option, the right one marked, and why it is right."""

from collections.abc import Sequence
from dataclasses import replace

from lessonapp.domain.look import ANSWERS, OK
from lessonapp.domain.step_base import Choosable, Option
from lessonapp.ui.stage.builder import Builder, grows
from lessonapp.ui.stage.counters import Digits
from lessonapp.ui.stage.goal import goal_picture
from lessonapp.ui.stage.illustrate import illustration
from lessonapp.ui.stage.items import Bar
from lessonapp.ui.stage.kinds.question import question_header
from lessonapp.ui.stage.model import StageModel
from lessonapp.ui.stage.theme import WHITE

Rect = tuple[float, float, float, float]
ROWS, ALONE = 990.0, 1520.0  # how far the rows reach: beside an explanation, or alone
GOAL: Rect = (1130.0, 30.0, 390.0, 92.0)
TOP, BOTTOM = 226.0, 826.0


def build_reveal(b: Builder, prompt: str, options: Sequence[Choosable], why: Sequence[str]) -> None:
    """Rows of bars at the left, the explanation at the right."""
    question_header(b, prompt, width=1020)
    goal_picture(b, GOAL, won=True)
    result_line(b)
    _rows(b, options, ROWS if why or b.theme.mascot else ALONE)
    right = [index for index, option in enumerate(options) if isinstance(option, Option) and option.correct]
    if right:
        letters = ", ".join(ANSWERS[index].letter for index in right)
        heading = b.say.t("The answer: {letters}").format(letters=letters)
    else:
        heading = b.say.t("Thank you for your view")
    if why:
        explanation(b, heading, why)
    else:
        sao_reacts(b, 1270, 800, 480)


def sao_reacts(b: Builder, x: float, foot: float, height: float) -> None:
    """Sao wonders with the class until the bars have grown, then cheers, whatever they say."""
    before, after = b.mascot("think", x, foot, height), b.mascot("cheer", x, foot, height)
    if before is not None and after is not None:
        b.made.lids.clear()
        before.setOpacity(0)
        b.made.entrances.append(lambda motion: motion.react(before, after))


def result_line(b: Builder) -> None:
    """How many found it; for opinions, how many spoke."""
    tally = b.tally
    role = replace(b.theme.role("count"), least=48)
    if tally.correct is None:
        text = b.say.nt("{count} answer", "{count} answers", tally.answered).format(count=tally.answered)
    elif not tally.correct:  # that nobody found it is not said in large letters
        text = b.say.t("Let’s look at it together")
    elif b.model.teams:
        text = b.say.t("**{right} of {answered}** teams found it").format(
            right=tally.correct, answered=tally.answered
        )
    elif b.theme.audience == "adults":
        text = b.say.t("**{right} of {answered}** found it").format(
            right=tally.correct, answered=tally.answered
        )
    else:
        text = b.say.t("**{right} of {answered}** pupils found it").format(
            right=tally.correct, answered=tally.answered
        )
    b.text(text, (80, 118, 930, 92), role, valign="middle", colour=b.palette.primary)


def _rows(b: Builder, options: Sequence[Choosable], right: float) -> None:
    count = len(options)
    pitch = min(240.0, (BOTTOM - TOP) / count)
    height = min(pitch - 12, 190.0)
    most = max(1, b.tally.answered)
    bars = []
    top = TOP + (BOTTOM - TOP - count * pitch) / 2
    for index, option in enumerate(options):
        y = top + index * pitch
        value = b.tally.counts.get(option.id, 0)
        bar, number = _row(b, index, option, (y, height, right), value / most)
        number.set_text(str(value))
        bars.append((option.id, bar, number))

    def update(new: StageModel) -> None:
        if new.tally is None:
            return
        whole = max(1, new.tally.answered)
        for key, bar, number in bars:
            value = new.tally.counts.get(key, 0)
            bar.set_share(min(1.0, value / whole))
            number.set_text(str(value))

    b.made.updates.append(update)


def _row(
    b: Builder, index: int, option: Choosable, place: tuple[float, float, float], share: float
) -> tuple[Bar, Digits]:
    y, height, end = place
    box = end - 110
    right = isinstance(option, Option) and option.correct
    badge = min(104.0, height)
    b.block(
        (80, y + (height - badge) / 2, badge, badge),
        index,
        badge=True,
        radius=min(22, b.theme.radius),
        shape=72,
    )
    b.box((204, y, box - 204, height), border=b.palette.line, line=3, radius=min(18, b.theme.radius))
    bar = b.bar((207, y + height - 29, box - 210, 26), min(1.0, share), ANSWERS[index].colour, radius=8)
    grows(b, bar)
    left = 228.0
    if option.picture is not None:
        side = min(height - 40, 124.0 if height > 180 else 92.0)
        if b.picture(option.picture, (216, y + (height - 28 - side) / 2, side, side)) is not None:
            left += side + 6
    wide = box - 14 - left - (66 if right else 0)
    size = 56 if height > 180 else 48 if height > 140 else 42
    role = replace(b.theme.role("option"), size=size, weight=700 if right else 500, line=1.12)
    b.text(option.text, (left, y + 2, wide, height - 30), role, valign="middle")
    if right:
        around = (201.0, y - 3, box - 198, height + 6)
        frame = b.box(around, fill="", border=OK, line=6, radius=min(20, b.theme.radius + 2))
        disc = b.disc(box - 40, y + (height - 28) / 2, 26, OK)
        tick = b.icon("check", (box - 56, y + (height - 28) / 2 - 16, 32, 32), WHITE, 3.4)
        b.made.entrances.append(lambda motion: motion.mark([frame, disc, tick]))
    number = b.digits("", (end - 104, y, 104, height), 60, align="right", even=False)
    return bar, number


def explanation(
    b: Builder, heading: str, texts: Sequence[str], *, x: float = 1024, width: float = 496
) -> None:
    """The card that says why, with Sao on it where the class knows Sao."""
    role = b.theme.role("body")
    inner = width - 72
    _, head_tall = b.measure(heading, "sub", inner)
    room = 640.0 if not b.theme.mascot else 452.0
    tall, why = 0.0, texts[-1]
    for text, size in ((text, size) for text in texts for size in range(role.size, role.least - 1, -2)):
        tried = replace(role, size=size)
        tall = 40 + head_tall + 10 + b.tall(text, tried, inner) + 30
        role, why = tried, text
        if tall <= room:
            break
    tall = min(max(tall, 240.0), BOTTOM - 150)
    top = max(BOTTOM - tall, 150.0) if b.theme.mascot else max(BOTTOM - tall - 60, 150.0)
    if not b.theme.mascot:
        top = max(150.0, min(226.0, BOTTOM - tall))
    b.box((x, top, width, tall), shadow=True)
    b.text(heading, (x + 36, top + 28, inner, head_tall + 4), "sub", colour=OK)
    b.text(why, (x + 36, top + 38 + head_tall, inner, tall - head_tall - 56), role)
    scene = getattr(b.model.step, "scene", None)
    left = BOTTOM - top - tall - 30
    if scene is not None and not b.theme.mascot and left > 170:
        illustration(b, scene, None, (x, top + tall + 30, width, left))
    stand = top - 124
    if stand > 130:
        sao_reacts(b, x + width / 2, top + 2, min(302.0, stand))
