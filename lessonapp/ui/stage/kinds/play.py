"""Order, match, sort: the board before and after the answer is shown."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lessonapp.domain.look import OK
from lessonapp.domain.question import MatchQuestion, OrderQuestion, QuestionBase, SortItem, SortQuestion
from lessonapp.domain.tally import WHOLE
from lessonapp.ui.stage.board import Board, Slot, Token, tallest
from lessonapp.ui.stage.builder import Builder, rises, same_size, smallest_of
from lessonapp.ui.stage.goal import goal_picture
from lessonapp.ui.stage.kinds.footer import done_button, footer
from lessonapp.ui.stage.kinds.question import BESIDE_DONE, SMALL_RING, board_prompt, question_header, ring
from lessonapp.ui.stage.kinds.reveal import GOAL, explanation
from lessonapp.ui.stage.text import reckoned_lines
from lessonapp.ui.stage.theme import WHITE, Role

BOTTOM = 700.0
ROW_PAD = 10.0  # between the words of a row and its border
SORTED_GAP = 14.0
LARGE_LIST = 50  # the largest type of what was sorted
ROOMY = 140.0  # rows as tall have larger words
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
    if tally.asked == 1 and tally.answered == 1:
        words = b.say.t("This is how it goes together")
    elif not right:  # that nobody found it is not said in large letters
        words = b.say.t("Let’s look at it together")
    else:
        if b.model.teams:
            have = b.say.t("**{right} of {answered}** teams got it all")
        elif b.theme.audience == "adults":
            have = b.say.t("**{right} of {answered}** people got it all")
        else:
            have = b.say.t("**{right} of {answered}** got it all")
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
        explanation(b, b.say.t("Why?"), [why])


def _why_bar(b: Builder, why: str) -> float:
    """The reason under the pairs, as tall as its words; where it begins."""
    role = replace(b.theme.role("body"), size=46, line=1.2)
    tall = b.tall(why, role, 1360) + 32
    top = 836 - tall
    b.box((80, top, 1440, tall), fill=b.palette.soft, border="", radius=min(26, b.theme.radius))
    b.text(why, (120, top + 4, 1364, tall - 8), role, valign="middle")
    return top


def _rows(b: Builder, rows: list[tuple[str, str, str | None]], width: float) -> None:
    gap = 14.0
    tall = min(170.0, (826 - 220 - gap * (len(rows) - 1)) / len(rows))
    side = min(tall - 16, 124.0)
    role = _role(b)
    if tall > ROOMY:
        role = replace(role, size=max(role.size, 54))
    lefts = [200.0 + (side + 16 if picture is not None else 0.0) for *_, picture in rows]
    rooms = [(row[1], 56 + width - left, tall - 2 * ROW_PAD) for row, left in zip(rows, lefts, strict=True)]
    role = same_size(b, role, rooms)
    for index, (number, text, picture) in enumerate(rows):
        y = 220 + index * (tall + gap)
        box = b.box((80, y, width, tall), border=OK, line=5, radius=min(26, b.theme.radius))
        disc = b.disc(80 + 58, y + tall / 2, 34, OK)
        digit = b.digits(number, (104, y + tall / 2 - 34, 68, 68), 42, colour=WHITE, align="centre")
        left = 200.0
        place = (left - 8, y + (tall - side) / 2, side, side)
        if picture is not None and b.picture(picture, place) is not None:
            left += side + 16
        words = b.text(text, (left, y + 3, 56 + width - left, tall - 6), role, valign="middle")
        items = [box, disc, digit, words]
        rises(b, items, index)


def _role(b: Builder) -> Role:
    return replace(b.theme.role("option"), line=1.16)


def _pairs(b: Builder, step: MatchQuestion, bottom: float) -> None:
    gap, top = 10.0, 206.0
    tall = min(124.0, (bottom - top - gap * (len(step.pairs) - 1)) / len(step.pairs))
    side = min(tall - 16, 84.0)
    inside = tall - 2 * ROW_PAD
    rooms = [(pair.left, 642.0 - (side + 6 if pair.left_picture else 0), inside) for pair in step.pairs]
    rooms += [(pair.right, 660.0 - (side + 14 if pair.right_picture else 0), inside) for pair in step.pairs]
    role = same_size(b, replace(_role(b), weight=700), rooms)
    for index, pair in enumerate(step.pairs):
        y = top + index * (tall + gap)
        box = b.box((80, y, 1440, tall), border=OK, line=5, radius=min(26, b.theme.radius))
        left, x = 108.0, 836.0
        if pair.left_picture and b.picture(pair.left_picture, (left - 8, y + (tall - side) / 2, side, side)):
            left += side + 6
        first = b.text(
            pair.left,
            (left, y + 3, 750 - left, tall - 6),
            replace(role, weight=_role(b).weight),
            valign="middle",
        )
        arrow = b.icon("next", (764, y + tall / 2 - 26, 52, 52), OK, 3)
        if pair.right_picture and b.picture(pair.right_picture, (x, y + (tall - side) / 2, side, side)):
            x += side + 14
        second = b.text(pair.right, (x, y + 3, 1496 - x, tall - 6), role, valign="middle")
        items = [box, first, arrow, second]
        rises(b, items, index)


def _buckets(b: Builder, step: SortQuestion, width: float, bottom: float) -> None:
    gap = 16.0
    count = len(step.buckets)
    across = (width - gap * (count - 1)) / count
    top = 298.0 if any(bucket.picture for bucket in step.buckets) else 228.0
    sorted_ = [[item for item in step.items if item.bucket == bucket.id] for bucket in step.buckets]
    line = _sorted_line(b, sorted_, (across - 40, bottom - 12 - top - 80))
    for index, bucket in enumerate(step.buckets):
        x = 80 + index * (across + gap)
        b.box((x, 212, across, bottom - 212), border=OK, line=5, radius=min(26, b.theme.radius))
        if bucket.picture:
            b.picture(bucket.picture, (x + across / 2 - 36, 230, 72, 72))
        b.text(
            bucket.text,
            (x + 12, top, across - 24, 66),
            replace(b.theme.role("sub"), size=46, least=36),
            valign="middle",
            align="centre",
            colour=b.palette.primary,
        )
        y = top + 80
        for item in sorted_[index]:
            y += _sorted(b, item, (x + 20, y, across - 40), line)


@dataclass(frozen=True, slots=True)
class _Line:
    """How what was sorted is written: its type, and how large the pictures are; 0 leaves them out."""

    asked: Role
    drawn: Role
    picture: float

    def mark(self, item: SortItem) -> tuple[float, float]:
        """How large the picture before a thing's words is, or the dot, and where the words begin."""
        side = self.picture * self.drawn.size
        return (side, side + 14) if side and item.picture else (0.26 * self.drawn.size, 0.8 * self.drawn.size)

    def tall(self, item: SortItem, width: float) -> float:
        """The room a thing takes."""
        side, left = self.mark(item)
        words = reckoned_lines(item.text, self.drawn, width - left) * self.drawn.line * self.drawn.size
        return max(words, side) + SORTED_GAP


def _sorted_line(b: Builder, columns: Sequence[Sequence[SortItem]], room: tuple[float, float]) -> _Line:
    """The largest type in which what was sorted fits under its heads."""
    role = replace(_role(b), weight=600)
    smallest = smallest_of(b, role)
    for picture in (1.6, 1.1, 0.0):
        for size in range(LARGE_LIST, smallest - 1, -2):
            asked = replace(role, size=size)
            line = _Line(asked, b.role(asked), picture)
            if max(sum(line.tall(item, room[0]) for item in column) for column in columns) <= room[1]:
                return line
    return _Line(replace(role, size=smallest), b.role(replace(role, size=smallest)), 0.0)


def _sorted(b: Builder, item: SortItem, place: tuple[float, float, float], line: _Line) -> float:
    """One thing that was sorted, with its picture; the room it took."""
    x, y, width = place
    side, left = line.mark(item)
    whole = line.tall(item, width)
    tall = whole - SORTED_GAP
    if line.picture and item.picture:
        b.picture(item.picture, (x, y + (tall - side) / 2, side, side))
    else:
        b.disc(x + side, y + line.drawn.line * line.drawn.size / 2, side / 2, b.palette.primary)
    b.text(item.text, (x + left, y, width - left + 2, tall + 2), line.asked, valign="middle")
    return whole
