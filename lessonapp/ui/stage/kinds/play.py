"""Order, match, sort: the board before and after the answer is shown."""

from dataclasses import replace

from lessonapp.domain.look import OK
from lessonapp.domain.question import MatchQuestion, OrderQuestion, QuestionBase, SortQuestion
from lessonapp.domain.tally import WHOLE
from lessonapp.ui.stage.board import Board, Slot, Token, tallest
from lessonapp.ui.stage.builder import Builder, rises
from lessonapp.ui.stage.goal import goal_picture
from lessonapp.ui.stage.kinds.footer import done_button, footer
from lessonapp.ui.stage.kinds.question import BESIDE_DONE, SMALL_RING, board_prompt, question_header, ring
from lessonapp.ui.stage.kinds.reveal import GOAL, explanation
from lessonapp.ui.stage.theme import WHITE, Role

BOTTOM = 700.0
NARROW = 170.0  # taller things to sort are given a whole bucket's width
Rect = tuple[float, float, float, float]


def build_play(b: Builder, step: QuestionBase) -> None:
    """The board, to be played by pointing, dragging or keys."""
    question_header(b)
    ring(b, SMALL_RING, 50)
    board = make_board(b, step, board_prompt(b, step.prompt))
    board.draw(b)
    b.made.board = board
    if b.clickable:
        board.done = done_button(b, board.send)
        b.made.on_press, b.made.on_move, b.made.on_release = board.press, board.move, board.release
        b.made.own_keys = board.key
        footer(b, BESIDE_DONE)
    else:
        footer(b)


def make_board(b: Builder, step: QuestionBase, top: float) -> Board:
    """Tokens and slots of a question."""
    match step:
        case OrderQuestion():
            return _order(b, step, top)
        case MatchQuestion():
            return _match(b, step, top)
        case SortQuestion():
            return _sort(b, step, top)
    raise TypeError(type(step).__name__)


def _order(b: Builder, step: OrderQuestion, top: float) -> Board:
    count = len(step.items)
    gap = 14.0
    tall = min(150.0, (BOTTOM - top - gap * (count - 1)) / count)
    top += max(0.0, (BOTTOM - top - count * (tall + gap)) / 2)
    slots = [
        Slot(
            str(index), (80, top + index * (tall + gap), 1440, tall), label=str(index + 1), kind="row", room=1
        )
        for index in range(count)
    ]
    tokens = [Token(item.id, item.text, item.picture) for item in step.items]
    return Board(step, tokens, slots, choose=b.choose, own=b.model.own_choice, shuffle=True)


def _match(b: Builder, step: MatchQuestion, top: float) -> Board:
    count = len(step.pairs)
    gap = 14.0
    tall = min(150.0, (BOTTOM - top - gap * (count - 1)) / count)
    top += max(0.0, (BOTTOM - top - count * (tall + gap)) / 2)
    slots = [
        Slot(
            pair.id,
            (80, top + index * (tall + gap), 940, tall),
            label=pair.left,
            picture=pair.left_picture,
            kind="pair",
            room=1,
        )
        for index, pair in enumerate(step.pairs)
    ]
    pool = (1060, top, 460, BOTTOM - top)
    tokens = [Token(pair.id, pair.right, pair.right_picture) for pair in step.pairs]
    return Board(step, tokens, slots, choose=b.choose, own=b.model.own_choice, pool=pool, pitch=tall + gap)


def _sort(b: Builder, step: SortQuestion, start: float) -> Board:
    count = len(step.buckets)
    gap = 14.0
    across = (1440 - gap * (count - 1)) / count
    columns = 3 if count == 3 or len(step.items) in (3, 5, 6) else 4
    rows = -(-len(step.items) // columns)
    tokens = [Token(item.id, item.text, item.picture) for item in step.items]
    wide = across - 24 if count >= 3 else (across - 34) / 2
    least = 96.0 if rows <= 2 else 212.0 / rows - 14
    if count == 2 and len(tokens) <= 6 and tallest(b, tokens, wide, least) > NARROW:
        columns, rows, wide = (
            2,
            -(-len(tokens) // 2),
            across - 24,
        )  # for long words
        least = 96.0
    pitch = tallest(b, tokens, wide, least) + 14
    top = start + rows * pitch + 6
    slots = [
        Slot(
            bucket.id,
            (80 + index * (across + gap), top, across, BOTTOM - top),
            label=bucket.text,
            picture=bucket.picture,
            kind="bucket",
            room=99,
        )
        for index, bucket in enumerate(step.buckets)
    ]
    pool = (80, start, 1440, rows * pitch)
    return Board(
        step,
        tokens,
        slots,
        choose=b.choose,
        own=b.model.own_choice,
        pool=pool,
        pitch=pitch,
        columns=columns,
        token_width=wide,
    )


def build_play_reveal(b: Builder, step: QuestionBase) -> None:
    """The right arrangement, how many found it, and why."""
    question_header(b, step.prompt, width=1020)
    goal_picture(b, GOAL, won=True)
    tally = b.tally
    right = tally.counts.get(WHOLE, 0)
    if not tally.answered:
        words = b.say.t("Let’s look at it together")
    elif tally.asked == 1 and tally.answered == 1:
        words = b.say.t("This is how it goes together")
    else:
        if b.model.teams:
            have = b.say.t("**{right} of {answered}** teams have it all")
        elif b.theme.audience == "adults":
            have = b.say.t("**{right} of {answered}** people have it all")
        else:
            have = b.say.t("**{right} of {answered}** have it all")
        words = have.format(right=right, answered=tally.answered)
    b.text(words, (80, 118, 930, 84), "count", valign="middle", colour=b.palette.primary)
    why = step.explanation or ""
    width = 900.0 if why else 1440.0
    match step:
        case OrderQuestion():
            _rows(b, [(str(i + 1), item.text, item.picture) for i, item in enumerate(step.items)], width)
        case MatchQuestion():
            _pairs(b, step, _why_bar(b, why) - 16 if why else 826)
            return
        case SortQuestion() if len(step.buckets) > 2:
            _buckets(b, step, 1440, _why_bar(b, why) - 16 if why else 826)
            return
        case SortQuestion():
            _buckets(b, step, width, 826)
    if why:
        explanation(b, b.say.t("Why so?"), [why])


def _why_bar(b: Builder, why: str) -> float:
    """The reason under the pairs, as tall as its words; where it begins."""
    role = replace(b.theme.role("body"), size=46, line=1.2)
    tall = b.tall(why, role, 1360) + 44
    top = 836 - tall
    b.box((80, top, 1440, tall), fill=b.palette.soft, border="", radius=min(26, b.theme.radius))
    b.text(why, (120, top + 4, 1364, tall - 8), role, valign="middle")
    return top


def _rows(b: Builder, rows: list[tuple[str, str, str | None]], width: float) -> None:
    gap = 14.0
    tall = min(124.0, (826 - 220 - gap * (len(rows) - 1)) / len(rows))
    for index, (number, text, picture) in enumerate(rows):
        y = 220 + index * (tall + gap)
        box = b.box((80, y, width, tall), border=OK, line=5, radius=min(26, b.theme.radius))
        disc = b.disc(80 + 58, y + tall / 2, 34, OK)
        digit = b.digits(number, (104, y + tall / 2 - 34, 68, 68), 42, colour=WHITE, align="centre")
        left = 200.0
        if picture is not None and b.picture(picture, (left - 8, y + 8, tall - 16, tall - 16)) is not None:
            left += tall
        words = b.text(text, (left, y + 3, 80 + width - left - 24, tall - 6), _role(b), valign="middle")
        items = [box, disc, digit, words]
        rises(b, items, index)


def _role(b: Builder) -> Role:
    return replace(b.theme.role("option"), line=1.16)


def _pairs(b: Builder, step: MatchQuestion, bottom: float) -> None:
    gap = 12.0
    tall = min(124.0, (bottom - 212 - gap * (len(step.pairs) - 1)) / len(step.pairs))
    side = min(tall - 16, 84.0)
    for index, pair in enumerate(step.pairs):
        y = 212 + index * (tall + gap)
        box = b.box((80, y, 1440, tall), border=OK, line=5, radius=min(26, b.theme.radius))
        left, x = 108.0, 836.0
        if pair.left_picture and b.picture(pair.left_picture, (left - 8, y + (tall - side) / 2, side, side)):
            left += side + 6
        first = b.text(pair.left, (left, y + 3, 750 - left, tall - 6), _role(b), valign="middle")
        arrow = b.icon("next", (764, y + tall / 2 - 26, 52, 52), OK, 3)
        if pair.right_picture and b.picture(pair.right_picture, (x, y + (tall - side) / 2, side, side)):
            x += side + 14
        second = b.text(
            pair.right, (x, y + 3, 1496 - x, tall - 6), replace(_role(b), weight=700), valign="middle"
        )
        items = [box, first, arrow, second]
        rises(b, items, index)


def _buckets(b: Builder, step: SortQuestion, width: float, bottom: float) -> None:
    gap = 16.0
    count = len(step.buckets)
    across = (width - gap * (count - 1)) / count
    role = replace(_role(b), weight=600)
    for index, bucket in enumerate(step.buckets):
        x = 80 + index * (across + gap)
        b.box((x, 212, across, bottom - 212), border=OK, line=5, radius=min(26, b.theme.radius))
        top = 228.0
        if bucket.picture and b.picture(bucket.picture, (x + across / 2 - 36, 230, 72, 72)) is not None:
            top = 298.0
        b.text(
            bucket.text,
            (x + 12, top, across - 24, 66),
            replace(b.theme.role("sub"), size=46, least=36),
            valign="middle",
            align="centre",
            colour=b.palette.primary,
        )
        lines = "\n".join(f"- {item.text}" for item in step.items if item.bucket == bucket.id)
        if lines:
            b.text(lines, (x + 20, top + 76, across - 32, bottom - 8 - top - 76), role)
