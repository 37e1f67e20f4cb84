"""A board that is played: tokens are tapped or dragged into slots, with mouse, finger or keys."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt

from lessonapp.domain.question import OrderQuestion, QuestionBase
from lessonapp.ui.stage.buckets import HEAD, Bucket
from lessonapp.ui.stage.builder import Builder, smallest_of
from lessonapp.ui.stage.items import Box
from lessonapp.ui.stage.text import TextItem
from lessonapp.ui.stage.theme import WHITE, Role

Rect = tuple[float, float, float, float]
POOL = -1
DRAG_FROM = 12.0


@dataclass(frozen=True, slots=True)
class Token:
    """A thing to be placed."""

    id: str
    text: str
    picture: str | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for tokens."""

    id: str
    rect: Rect
    label: str
    kind: Literal["row", "pair", "bucket"]
    room: int
    picture: str | None = None

    @property
    def drop(self) -> Rect:
        """Where its tokens lie."""
        x, y, w, h = self.rect
        if self.kind == "row":
            return (x + 96, y, w - 96, h)
        if self.kind == "pair":
            return (x + w - 440, y + 5, 434, h - 10)
        return (x + 12, y + HEAD, w - 24, h - HEAD - 8)


def piece_parts(b: Builder, token: Token, size: tuple[float, float]) -> tuple[float, float, Role]:
    """Side of a token's picture, where its words begin, and their type."""
    wide, tall = size
    large = 54 if wide > 600 and tall > 90 else 48 if tall > 100 else 42
    role = replace(b.theme.role("option"), size=large, line=1.1)
    if token.picture is None:
        return 0.0, 24.0, role
    side = 0.0
    for most in (110.0,) if wide > 600 else (84.0, 72.0, 60.0):
        side = min(tall - 14, most)
        room = wide - side - 26 - 16
        if b.tall(token.text, replace(role, size=smallest_of(b, role)), room) <= tall - 16:
            break
    return side, side + 26, role


def tallest(b: Builder, tokens: Sequence[Token], wide: float, least: float) -> float:
    """The height that tokens so wide need for their words, at the smallest size."""
    found = least
    for token in tokens:
        _side, left, role = piece_parts(b, token, (wide, least))
        smallest = replace(role, size=smallest_of(b, role))
        found = max(found, b.tall(token.text, smallest, wide - left - 16) + 18)
    return found


class _Piece:
    """A token's items, moved together."""

    def __init__(self, b: Builder, token: Token, size: tuple[float, float]) -> None:
        self.token = token
        self.width, self.height = size
        self.box: Box = b.box((0, 0, *size), fill=WHITE, radius=min(22, b.theme.radius), line=4)
        self.items = [self.box]
        side, left, role = piece_parts(b, token, size)
        if token.picture is not None:
            picture = b.picture(token.picture, (12, (size[1] - side) / 2, side, side))
            if picture is not None:
                picture.setParentItem(self.box)
        self.text: TextItem = b.text(
            token.text, (left, 8, size[0] - left - 16, size[1] - 16), role, valign="middle"
        )
        self.text.setParentItem(self.box)
        self._colours = (b.palette.ink, b.palette.primary, b.palette.soft)

    def place(self, x: float, y: float) -> None:
        """Move it there."""
        self.box.setPos(x, y)

    def show(self, *, picked: bool) -> None:
        """Whether it is the one that is picked."""
        ink, primary, soft = self._colours
        self.box.restyle(
            fill=soft if picked else WHITE, border=primary if picked else ink, line=8 if picked else 4
        )
        self.box.setZValue(5 if picked else 1)

    def rect(self) -> QRectF:
        """Where it is."""
        return QRectF(self.box.pos(), self.box.size)


class Board:
    """Where every token is; what a tap, a drag or a key does."""

    def __init__(
        self,
        step: QuestionBase,
        tokens: list[Token],
        slots: list[Slot],
        *,
        choose: Callable[[tuple[str, ...]], None],
        own: tuple[str, ...] = (),
        pool: Rect | None = None,
        pitch: float = 0,
        columns: int = 1,
        shuffle: bool = False,
        token_width: float = 0,
    ) -> None:
        self._step, self.slots, self._choose = step, slots, choose
        self._pool, self._pitch, self._columns = pool, pitch, columns
        self._token_width = token_width
        order = list(range(len(tokens)))
        random.Random(step.id).shuffle(order)  # noqa: S311  # a mix that is the same on every screen
        if order == sorted(order):
            order = order[1:] + order[:1]
        self.tokens = [tokens[index] for index in order]
        self.at = [index if shuffle else POOL for index in range(len(tokens))]
        self._take(own)
        self.pieces: list[_Piece] = []
        self._buckets: list[Bucket] = []
        self.picked: int | None = None
        self._grab: tuple[int, QPointF, QPointF] | None = None
        self._dragged = False
        self._cursor = 0
        self._aim = POOL
        self.done: Box | None = None
        self._accent = ""

    def _take(self, own: tuple[str, ...]) -> None:
        """Show what was answered before."""
        place = {slot.id: index for index, slot in enumerate(self.slots)}
        if isinstance(self._step, OrderQuestion):
            for index, token in enumerate(own):
                for spot, known in enumerate(self.tokens):
                    if known.id == token:
                        self.at[spot] = index
            return
        for part in own:
            first, _, second = part.partition(":")
            token, slot = (second, first) if self.slots[0].kind == "pair" else (first, second)
            for spot, known in enumerate(self.tokens):
                if known.id == token and slot in place:
                    self.at[spot] = place[slot]

    def draw(self, b: Builder) -> None:
        """Make the items."""
        self._accent = b.palette.accent
        for slot in self.slots:
            self._draw_slot(b, slot)
        for token in self.tokens:
            self.pieces.append(_Piece(b, token, self._token_size()))
        self._arrange()

    def _token_size(self) -> tuple[float, float]:
        kind = self.slots[0].kind
        _, _, w, h = self.slots[0].drop
        if kind != "bucket":
            return w, h
        return self._token_width, self._pitch - 10

    def _draw_slot(self, b: Builder, slot: Slot) -> None:
        x, y, w, h = slot.rect
        if slot.kind == "row":
            b.disc(x + 42, y + h / 2, 36, b.palette.primary)
            b.digits(slot.label, (x + 6, y + h / 2 - 36, 72, 72), 44, colour=WHITE, align="centre")
            return
        if slot.kind == "bucket":
            self._buckets.append(Bucket(b, slot.rect, slot.label, slot.picture))
            return
        radius = min(26.0, b.theme.radius)
        b.box(slot.rect, fill=b.palette.soft, border=b.palette.ink, radius=radius)
        left = x + 24
        if slot.picture is not None:
            side = min(h - 10, 84.0)
            if b.picture(slot.picture, (x + 12, y + (h - side) / 2, side, side)) is not None:
                left = x + 20 + side
        role = replace(b.theme.role("option"), size=42, least=40, line=1.12)
        b.text(slot.label, (left, y + 6, x + w - 470 - left, h - 12), role, valign="middle")
        b.box(slot.drop, fill=WHITE, border=b.palette.muted, dashed=True, radius=radius)

    def _arrange(self) -> None:
        waiting = 0
        for index, piece in enumerate(self.pieces):
            piece.show(picked=index == self.picked)
            if self.at[index] == POOL:
                self._place_in_pool(piece, waiting)
                waiting += 1
        self._make_room(waiting)
        for slot_index, slot in enumerate(self.slots):
            inside = [p for i, p in enumerate(self.pieces) if self.at[i] == slot_index]
            x, y, w, h = slot.drop
            if slot.kind != "bucket":
                for piece in inside:
                    piece.place(x, y)
                continue
            across = 2 if inside and w >= 2 * inside[0].width else 1
            rows = -(-len(inside) // across)
            pitch = self._pitch - 2
            if rows > 1:  # more than there is room for lie over one another
                pitch = min(pitch, max(20.0, (h - inside[0].height) / (rows - 1)))
            for number, piece in enumerate(inside):
                piece.place(x + (number % across) * (piece.width + 10), y + (number // across) * pitch)

    def _make_room(self, waiting: int) -> None:
        """Buckets take the rows that the things still to be sorted leave empty."""
        if self._pool is None or not self._buckets:
            return
        top = self._pool[1] + -(-waiting // self._columns) * self._pitch + 6
        for index, bucket in enumerate(self._buckets):
            x, y, w, h = self.slots[index].rect
            self.slots[index] = replace(self.slots[index], rect=(x, top, w, y + h - top))
            bucket.stretch(self.slots[index].rect)

    def _place_in_pool(self, piece: _Piece, number: int) -> None:
        if self._pool is None:
            return
        x, y, room, _ = self._pool
        step = (room + 12) / self._columns
        if self._token_width:  # things to be sorted stand close, in the middle over the buckets
            step = min(step, self._token_width + 24)
            x += (room + step - self._token_width - self._columns * step) / 2
        piece.place(x + (number % self._columns) * step, y + (number // self._columns) * self._pitch)

    def press(self, at: QPointF) -> bool:
        """A finger or button goes down; whether it meant the board."""
        for index in sorted(range(len(self.pieces)), key=lambda i: -self.pieces[i].box.zValue()):
            if self.pieces[index].rect().contains(at):
                self._grab = (index, at, self.pieces[index].box.pos())
                self._dragged = False
                return True
        if self.picked is not None:
            slot = self._slot_at(at)
            if slot is not None:
                self._put(self.picked, slot)
                return True
        return False

    def move(self, at: QPointF) -> None:
        """The finger moves."""
        if self._grab is None:
            return
        index, start, origin = self._grab
        offset = at - start
        if not self._dragged and offset.manhattanLength() < DRAG_FROM:
            return
        self._dragged = True
        self.pieces[index].show(picked=True)
        self.pieces[index].box.setPos(origin + offset)

    def release(self, at: QPointF) -> None:
        """The finger goes up: a drop, or a tap."""
        if self._grab is None:
            return
        index = self._grab[0]
        self._grab = None
        if self._dragged:
            slot = self._slot_at(at)
            self._put(
                index,
                POOL if slot is None and self._pool is not None else self.at[index] if slot is None else slot,
            )
        else:
            self._tap(index)

    def _tap(self, index: int) -> None:
        if self.picked is None:
            self.picked = index
        elif self.picked == index:
            self.picked = None
        elif self.at[index] != POOL:
            self._put(self.picked, self.at[index])
            return
        else:
            self.picked = index
        self._arrange()

    def _slot_at(self, at: QPointF) -> int | None:
        return next((i for i, slot in enumerate(self.slots) if QRectF(*slot.rect).contains(at)), None)

    def _put(self, index: int, slot: int) -> None:
        """Place a token; one that lies there moves on."""
        source = self.at[index]
        if slot != POOL and self.slots[slot].kind == "row":
            self._shift(index, source, slot)
        elif slot != POOL and self.slots[slot].room == 1:
            for other, place in enumerate(self.at):
                if place == slot and other != index:
                    self.at[other] = source
            self.at[index] = slot
        else:
            self.at[index] = slot
        self.picked = None
        self._arrange()

    def _shift(self, index: int, source: int, slot: int) -> None:
        for other, place in enumerate(self.at):
            if source < place <= slot:
                self.at[other] = place - 1
            elif slot <= place < source:
                self.at[other] = place + 1
        self.at[index] = slot

    def key(self, key: int) -> bool:
        """Tab and arrows choose, Enter picks up, puts down and is done; whether the key was the board's."""
        stops = len(self.pieces) + 1
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.picked is None and self._cursor == len(self.pieces):
                self.send()
                return True
            if self.picked is None:
                self.picked, self._aim = self._cursor, self.at[self._cursor]
            else:
                self._put(self.picked, max(self._aim, 0))
            self._arrange()
            return True
        step = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Backtab: -1, Qt.Key.Key_Up: -1}.get(
            Qt.Key(key)
        )
        if step is None:
            return False
        if self.picked is None:
            self._cursor = (self._cursor + step) % stops
            for index, piece in enumerate(self.pieces):
                piece.show(picked=index == self._cursor)
            if self.done is not None:
                self.done.restyle(
                    line=9, border=self._accent if self._cursor == stops - 1 else self.done.fill
                )
        else:
            self._carry(self.picked, step)
        return True

    def _carry(self, picked: int, step: int) -> None:
        """Move what is picked up to the next place; what lies there gives way only when it is put down."""
        aim = self._aim = (max(self._aim, -1) + step) % len(self.slots)
        if self.slots[aim].kind == "row":
            self._put(picked, aim)
            self.picked, self._aim = picked, aim
            self._arrange()
            return
        self._arrange()
        x, y, w, h = self.slots[aim].drop
        piece = self.pieces[picked]
        piece.place(x + min(24.0, max(0.0, w - piece.width)) + 10, y + max(0.0, h - piece.height) - 10)

    def answer(self) -> tuple[str, ...] | None:
        """The whole answer; None while something is not placed."""
        if POOL in self.at:
            return None
        if self.slots[0].kind == "row":
            return tuple(self.tokens[self.at.index(index)].id for index in range(len(self.slots)))
        parts = []
        for token, place in zip(self.tokens, self.at, strict=True):
            slot = self.slots[place].id
            parts.append(f"{slot}:{token.id}" if self.slots[0].kind == "pair" else f"{token.id}:{slot}")
        return tuple(sorted(parts))

    def send(self) -> None:
        """Give the answer, once it is whole."""
        whole = self.answer()
        if whole is not None:
            self._choose(whole)
