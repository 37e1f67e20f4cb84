"""Paints a lesson's card: cover, title, minutes and steps, tags. No widget a card."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from lessonapp.domain.look import OK, OK_TINT, PALETTES, WARN, WARN_TINT, Palette
from lessonapp.i18n import _, n_
from lessonapp.ui.home.covers import Covers
from lessonapp.ui.home.grid_model import CARD_ROLE, Index, taught_text
from lessonapp.ui.home.model import LessonCard
from lessonapp.ui.icons import icon_pixmap
from lessonapp.ui.theme import font, wrapped
from lessonapp.ui.widgets.colours import (
    FOCUS,
    FOCUS_HALO,
    INK,
    LINE,
    LINE_HOVER,
    MUTED,
    NEUTRAL_TINT,
    PRIMARY,
    SURFACE,
)
from lessonapp.ui.widgets.words import audience_name, short_minutes, short_topic

GAP = 14
TEXT_HEIGHT, TITLE_LINE = 110, 21
RADIUS = 12
_NO_AUDIENCE = Palette(NEUTRAL_TINT, NEUTRAL_TINT, LINE, MUTED, LINE, LINE, MUTED, INK, 12)


def card_size(width: int) -> QSize:
    """The size of a card of a width: a 16:9 cover and the text below."""
    return QSize(width, round(width * 9 / 16) + TEXT_HEIGHT)


class CardDelegate(QStyledItemDelegate):
    """Reads only what the index gives it; the covers come later, one by one.

    Selection, focus and hover are asked of the view: reading them from the option would make PySide set up
    the six hundred names of QStyle, which nothing else in Home needs.
    """

    def __init__(self, covers: Covers, view: QListView) -> None:
        super().__init__(view)
        self._covers = covers
        self._view = view
        self.hovered = -1
        """The row under the mouse."""
        self._width = 262
        self.painted = 0
        """How many cards were painted; for tests."""
        self._fonts: dict[str, QFont] = {"title": font(16, 700), "meta": font(13), "tag": font(13, 600)}

    def set_width(self, width: int) -> None:
        """Cards are this wide from now on."""
        self._width = width

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        size = card_size(self._width)
        return QSize(size.width() + GAP, size.height() + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card: LessonCard = index.data(CARD_ROLE)
        self.painted += 1
        view: QRect = option.rect
        box = QRect(view.topLeft() + QPoint(GAP // 2, GAP // 2), card_size(self._width))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        selected = index.row() == self._view.currentIndex().row()
        focused = selected and self._view.hasFocus()
        self._frame(painter, box, focused=focused, faulty=bool(card.faults))
        cover = QRect(box.x(), box.y(), box.width(), box.height() - TEXT_HEIGHT)
        self._cover(painter, cover, card)
        hover = index.row() == self.hovered
        colour = FOCUS if focused else PRIMARY if selected else LINE_HOVER if hover else LINE
        self._outline(painter, box, colour, 2 if selected else 1, -1 if focused else 1 if selected else 0.5)
        self._text(painter, QRect(box.x() + 14, cover.bottom() + 1, box.width() - 28, TEXT_HEIGHT), card)
        painter.restore()

    @staticmethod
    def _frame(painter: QPainter, box: QRect, *, focused: bool, faulty: bool) -> None:
        if focused:
            painter.setPen(QPen(QColor(FOCUS_HALO), 3))
            painter.drawRoundedRect(QRectF(box).adjusted(-3.5, -3.5, 3.5, 3.5), RADIUS + 4, RADIUS + 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("#FFFBF0" if faulty else SURFACE))
        painter.drawRoundedRect(box, RADIUS, RADIUS)

    @staticmethod
    def _outline(painter: QPainter, box: QRect, colour: str, width: int, inset: float) -> None:
        painter.setPen(QPen(QColor(colour), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(box).adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)

    def _cover(self, painter: QPainter, box: QRect, card: LessonCard) -> None:
        path = QPainterPath()  # rounded above, square below
        path.addRoundedRect(QRectF(box.x(), box.y(), box.width(), box.height() + RADIUS), RADIUS, RADIUS)
        square = QPainterPath()
        square.addRect(QRectF(box))
        painter.save()
        painter.setClipPath(path.intersected(square))
        ratio = painter.device().devicePixelRatio()
        picture = None if card.faults else self._covers.get(card.id, box.size(), ratio)
        if picture is not None and not picture.isNull():
            painter.drawPixmap(box, picture)
        else:
            self._plain_cover(painter, box, card)
        painter.restore()

    def _plain_cover(self, painter: QPainter, box: QRect, card: LessonCard) -> None:
        """A cover without a picture: the audience's paper with a hill, or a warning on a faulty lesson."""
        if card.faults:
            _fill(painter, box, WARN_TINT)
            painter.drawPixmap(box.center() - QPointF(20, 20).toPoint(), icon_pixmap("warn", WARN, 40))
            return
        palette = PALETTES[card.audience] if card.audience is not None else _NO_AUDIENCE
        _fill(painter, box, palette.paper)
        painter.setBrush(QColor(palette.soft))
        painter.drawEllipse(QRectF(box.x() - 40, box.bottom() - 42, box.width() * 0.9, 120))
        painter.setBrush(QColor(palette.line))
        painter.drawEllipse(QRectF(box.x() + box.width() * 0.42, box.bottom() - 26, box.width() * 0.9, 110))

    def _text(self, painter: QPainter, box: QRect, card: LessonCard) -> None:
        lines = wrapped(card.title, QFontMetrics(self._fonts["title"]), box.width(), 2)
        painter.setFont(self._fonts["title"])
        painter.setPen(QColor(INK))
        y = box.y() + (33 if len(lines) == 1 else 24)
        for line in lines:
            painter.drawText(QPointF(box.x(), y), line)
            y += TITLE_LINE
        painter.setFont(self._fonts["meta"])
        painter.setPen(QColor(MUTED))
        room = QFontMetrics(self._fonts["meta"])
        meta = room.elidedText(_meta(card), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(QPointF(box.x(), y + (4 if len(lines) == 1 else 0)), meta)
        x = box.x()
        for words, fill, colour, warn in _tags(card):
            if x + self._tag_width(words, warn=warn) > box.right():
                break  # a tag is whole or not there
            x += self._tag(painter, x, box.y() + 76, words, (fill, colour), warn=warn) + 6

    def _tag_width(self, words: str, *, warn: bool) -> int:
        return QFontMetrics(self._fonts["tag"]).horizontalAdvance(words) + (36 if warn else 16)

    def _tag(
        self, painter: QPainter, x: int, y: int, words: str, look: tuple[str, str], *, warn: bool
    ) -> int:
        fill, colour = look
        before = 20 if warn else 0
        width = self._tag_width(words, warn=warn)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(x, y, width, 24, 6, 6)
        if warn:
            painter.drawPixmap(
                x + 7, y + 4, icon_pixmap("warn", colour, 16, painter.device().devicePixelRatio())
            )
        painter.setFont(self._fonts["tag"])
        painter.setPen(QColor(colour))
        painter.drawText(QPointF(x + 8 + before, y + 17), words)
        return width


def _fill(painter: QPainter, box: QRect, colour: str) -> None:
    """Not `fillRect`: to choose among its forms, PySide first makes 200 names that nobody uses."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRect(box)


def _meta(card: LessonCard) -> str:
    if card.faults:
        return n_("{count} fault", "{count} faults", len(card.faults)).format(count=len(card.faults))
    return f"{short_minutes(card.minutes)} · {card.alert or short_topic(card.topic)}"


def _tags(card: LessonCard) -> list[tuple[str, str, str, bool]]:
    """Words, fill, colour, and whether a warning sign goes before."""
    if card.faults:
        return [(_("Cannot be taught: see why"), WARN_TINT, WARN, True)]
    tags = []
    if card.audience is not None:
        palette = PALETTES[card.audience]
        tags.append((audience_name(card.audience), palette.soft, palette.primary, False))
    if card.alert:
        if card.ended:
            tags.append((_("Out of date"), NEUTRAL_TINT, MUTED, False))
        else:
            tags.append((_("Alert"), WARN_TINT, WARN, True))
    if card.flaws:
        tags.append((_("Has faults"), WARN_TINT, WARN, True))
    fill, colour = (OK_TINT, OK) if card.taught else (NEUTRAL_TINT, MUTED)
    tags.append((taught_text(card), fill, colour, False))
    return tags
