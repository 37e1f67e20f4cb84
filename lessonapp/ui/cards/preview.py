"""The camera's picture on the console: cards with tick and number, never with their answer unless asked."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from lessonapp.domain.look import OK, WARN, WARN_TINT
from lessonapp.i18n import _
from lessonapp.ui.cards.model import CameraPicture, CameraSetting, CardsStatus, Tag
from lessonapp.ui.cards.words import source_words
from lessonapp.ui.icons import icon_pixmap
from lessonapp.ui.theme import font
from lessonapp.ui.widgets.colours import INK, LINE_HOVER, SURFACE, TOAST_TICK, WARN_LINE

ROOM = "#3A4552"
PRIVACY_FILL = "#101826"
SMALL = 300  # below this the tags of a whole class would cover the cards


class CameraView(QWidget):
    """Shows pictures as they are given; it keeps the newest only, and none once the camera is off."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(QSize(240, 135))
        self._image = QImage()
        self._tags: tuple[Tag, ...] = ()
        self._status = CardsStatus()
        self._mirrored = True
        self._letters = False
        self._covered = False
        self.setAccessibleName(_("Picture of the camera"))

    def show_picture(self, picture: CameraPicture) -> None:
        """Show the newest picture."""
        size = (picture.width, picture.height, picture.width)
        self._image = QImage(picture.pixels, *size, QImage.Format.Format_Grayscale8).copy()
        self._tags = picture.tags
        self.update()

    def set_status(self, status: CardsStatus) -> None:
        """What to say where there is no picture."""
        if status.source not in ("running", "file"):
            self._image, self._tags = QImage(), ()
        self._status = status
        self._describe()
        self.update()

    def set_mirrored(self, mirrored: bool) -> None:
        """As in a mirror, as people expect of themselves; what is read is not."""
        self._mirrored = mirrored
        self.update()

    def set_setting(self, setting: CameraSetting, status: CardsStatus) -> None:
        """A camera's picture as it is wished, a file's as it was taken."""
        self.set_mirrored(setting.mirrored and status.source != "file")

    def set_letters(self, shown: bool) -> None:
        """Show the answers, for as long as the teacher asks."""
        self._letters = shown
        self.update()

    def set_covered(self, covered: bool) -> None:
        """Hide the picture: the class sees this screen."""
        self._covered = covered
        self._describe()
        self.update()

    def is_covered(self) -> bool:
        """Whether the picture is hidden."""
        return self._covered

    def texts(self) -> tuple[str, ...]:
        """The words on the tags, as they are painted."""
        return () if self._covered else tuple(self._tag_text(tag) for tag in self._tags)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        clip = QPainterPath()
        clip.addRoundedRect(QRectF(self.rect()), 12, 12)
        painter.setClipPath(clip)
        painter.fillRect(self.rect(), QColor(ROOM))
        if self._image.isNull() or self._covered:
            self._paint_words(painter)
        else:
            box = self._box()
            painter.save()
            if self._mirrored:
                painter.translate(2 * box.center().x(), 0)
                painter.scale(-1, 1)
            painter.drawImage(box, self._image)
            painter.restore()
            for tag in self._tags:
                self._paint_card(painter, box, tag)
            for tag in self._tags:
                self._paint_tag(painter, box, tag)
        self._paint_privacy(painter)
        painter.end()

    def _box(self) -> QRectF:
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        box = QRectF(0, 0, size.width(), size.height())
        box.moveCenter(QRectF(self.rect()).center())
        return box

    def _words(self) -> tuple[str, str]:
        if self._covered:
            return _("The picture is hidden"), _("The class sees this screen. Cards are read all the same.")
        return source_words(self._status.source, self._status.file)

    def _describe(self) -> None:
        self.setAccessibleDescription(" ".join(self._words()))

    def _paint_words(self, painter: QPainter) -> None:
        title, text = self._words()
        painter.setPen(QColor(SURFACE))
        room = QRectF(self.rect()).adjusted(24, 46, -24, -12)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.setFont(font(16, 700))
        head = painter.boundingRect(room, flags, title)
        painter.setFont(font(13))
        body = painter.boundingRect(room, flags, text) if text else QRectF()
        top = room.top() + max((room.height() - head.height() - body.height() - 6) / 2, 0)
        painter.setFont(font(16, 700))
        painter.drawText(QRectF(room.left(), top, room.width(), head.height()), flags, title)
        painter.setFont(font(13))
        below = QRectF(room.left(), top + head.height() + 6, room.width(), body.height() + 4)
        painter.drawText(below, flags, text)

    def _point(self, box: QRectF, x: float, y: float) -> QPointF:
        across = 1 - x if self._mirrored else x
        return QPointF(box.left() + across * box.width(), box.top() + y * box.height())

    def _paint_card(self, painter: QPainter, box: QRectF, tag: Tag) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        colour = WARN_LINE if tag.double else TOAST_TICK if tag.read else SURFACE
        painter.setPen(QPen(QColor(colour), 3 if tag.read or tag.double else 1.5))
        middle = [sum(values) / 4 for values in zip(*tag.corners, strict=True)]
        wider = [[m + (c - m) * 1.3 for c, m in zip(corner, middle, strict=True)] for corner in tag.corners]
        painter.drawPolygon(QPolygonF([self._point(box, x, y) for x, y in wider]))

    def _tag_text(self, tag: Tag) -> str:
        if tag.double:
            return f"{tag.seat} ?"
        return f"{tag.seat} · {tag.letter or '–'}" if self._letters else str(tag.seat)

    def _paint_tag(self, painter: QPainter, box: QRectF, tag: Tag) -> None:
        """Above the card, on a small picture across its edge: its number, and a tick once it was read."""
        small = self._is_small()
        text, high, tick = self._tag_text(tag), 17 if small else 24, 9 if small else 14
        painter.setFont(font(11 if small else 14, 700))
        around = 4 if small else 9
        wide = painter.fontMetrics().horizontalAdvance(text) + 2 * around + (tick + 2 if tag.read else 0)
        points = [self._point(box, x, y) for x, y in tag.corners]
        upper, lower = min(p.y() for p in points), max(p.y() for p in points)
        top = upper - 10 if small else upper - 0.15 * (lower - upper) - 27
        left = sum(p.x() for p in points) / 4 - wide / 2
        left = min(max(left, 2.0), self.width() - wide - 2)
        pill = QRectF(left, max(top, 2.0), wide, high)
        edge = WARN if tag.double else OK if tag.read else LINE_HOVER
        painter.setPen(QPen(QColor(edge), 1 if small else 2))
        painter.setBrush(QColor(WARN_TINT if tag.double else SURFACE))
        painter.drawRoundedRect(pill, high / 2, high / 2)
        painter.setPen(QColor(INK))
        words = pill.adjusted(around, 1, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        if tag.read:
            ratio = self.devicePixelRatioF()
            where = QPointF(pill.right() - tick - around, pill.top() + (high - tick) / 2)
            painter.drawPixmap(where, icon_pixmap("check", OK, tick, ratio))

    def _paint_privacy(self, painter: QPainter) -> None:
        """Always there, whatever else is shown."""
        text = _("Pictures are neither kept nor sent")
        small = self._is_small()
        edge, high, lock = (4, 22, 13) if small else (8, 30, 16)
        painter.setFont(font(11 if small else 13, 600))
        wide = min(painter.fontMetrics().horizontalAdvance(text) + 30 + lock, self.width() - 16)
        pill = QRectF(edge, edge, wide, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(PRIVACY_FILL))
        painter.drawRoundedRect(pill, 8, 8)
        where = QPointF(edge + 8, edge + (high - lock) / 2)
        painter.drawPixmap(where, icon_pixmap("lock", SURFACE, lock, self.devicePixelRatioF()))
        painter.setPen(QColor(SURFACE))
        painter.drawText(pill.adjusted(lock + 16, 1, -4, 0), Qt.AlignmentFlag.AlignVCenter, text)

    def _is_small(self) -> bool:
        return self.height() < SMALL
