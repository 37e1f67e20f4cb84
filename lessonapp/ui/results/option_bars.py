"""The options of a question as bars: shape and letter, words, count; a tick on what is right."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy

from lessonapp.domain.look import ANSWERS, OK
from lessonapp.domain.statistics import PERCENT_FROM, whole_percent
from lessonapp.domain.summary_values import OptionCount
from lessonapp.domain.text import plain
from lessonapp.i18n import _
from lessonapp.ui.icons import icon_pixmap
from lessonapp.ui.results.chart import Chart
from lessonapp.ui.stage.answers import answer_shape
from lessonapp.ui.theme import font, wrapped
from lessonapp.ui.widgets.colours import DISABLED_FILL, INK, MUTED, PRIMARY, SURFACE

SHAPE, BAR, GAP, RIGHT, LINES = 22, 10, 12, 112, 2


def paint_shape(painter: QPainter, letter: str, box: QRectF) -> None:
    """An answer's shape in its colour with its letter; nothing for parts without a letter."""
    look = next((look for look in ANSWERS if look.letter == letter), None)
    if look is None:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / 100, box.height() / 100)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.colour))
    painter.drawPath(answer_shape(look))
    face = font(look.letter_size, 800)
    face.setPixelSize(look.letter_size)
    painter.setFont(face)
    painter.setPen(QColor(INK if look.outlined else SURFACE))
    width = painter.fontMetrics().horizontalAdvance(letter)
    down = 12 if look.shape == "triangle" else 0
    painter.drawText(QPointF(50 - width / 2, 50 + 0.36 * look.letter_size + down), letter)
    painter.restore()


class OptionBars(Chart):
    """One question; as high as its words need at the width it has."""

    def __init__(self) -> None:
        super().__init__()
        self._options: tuple[OptionCount, ...] = ()
        self._answered = 0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(_("Options and how many chose each"))

    def set_options(self, options: Sequence[OptionCount], answered: int) -> None:
        """Show these."""
        self._options, self._answered = tuple(options), answered
        said = (f"{o.letter} {plain(o.text)}: {count_text(o, answered)}".strip() for o in options)
        self.setAccessibleDescription("; ".join(said))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(sum(self._height(option, width) + GAP for option in self._options)) + 4

    def sizeHint(self) -> QSize:
        return QSize(280, self.heightForWidth(280))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, SHAPE)  # the height follows from the width

    def _paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = 0.0
        for option in self._options:
            height = self._height(option, self.width())
            self._row(painter, option, QRectF(0, top, self.width(), height))
            top += height + GAP

    def _words(self, option: OptionCount, width: float) -> tuple[list[str], QFontMetricsF]:
        metrics = QFontMetricsF(font(14, 600 if option.correct else 400))
        return wrapped(plain(option.text), metrics, width - self._left(option) - RIGHT, LINES), metrics

    def _height(self, option: OptionCount, width: float) -> float:
        words, metrics = self._words(option, width)
        return max(SHAPE, len(words) * metrics.lineSpacing() + 4) + BAR + 4

    @staticmethod
    def _left(option: OptionCount) -> float:
        return SHAPE + 8 if option.letter else 0

    def _row(self, painter: QPainter, option: OptionCount, box: QRectF) -> None:
        words, metrics = self._words(option, box.width())
        left = self._left(option)
        paint_shape(painter, option.letter, QRectF(0, box.top() + 1, SHAPE, SHAPE))
        painter.setFont(font(14, 600 if option.correct else 400))
        painter.setPen(QColor(INK))
        line = box.top() + 4 + metrics.ascent()
        for number, text in enumerate(words):
            painter.drawText(QPointF(left, line + number * metrics.lineSpacing()), text)
        painter.setFont(font(14, 700))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        counts = QRectF(box.right() - RIGHT, box.top() + 4, RIGHT, 24)
        painter.drawText(counts, flags, count_text(option, self._answered))
        if option.correct:
            place = QPointF(box.right() - RIGHT + 8, box.top() + 4)
            painter.drawPixmap(place, icon_pixmap("check", OK, 18, painter.device().devicePixelRatio()))
        bar = QRectF(left, box.bottom() - BAR, box.width() - left, BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(DISABLED_FILL))
        painter.drawRoundedRect(bar, 4, 4)
        if self._answered and option.count:
            look = next((look for look in ANSWERS if look.letter == option.letter), None)
            painter.setBrush(QColor(look.colour if look else PRIMARY if option.correct else MUTED))
            bar.setWidth(max(6.0, bar.width() * min(1.0, option.count / self._answered)))
            painter.drawRoundedRect(bar, 4, 4)


def count_text(option: OptionCount, answered: int) -> str:
    """How many, and the share where enough answered for one."""
    if answered < PERCENT_FROM:
        return str(option.count)
    return f"{option.count} · {whole_percent(option.count, answered)}%"
