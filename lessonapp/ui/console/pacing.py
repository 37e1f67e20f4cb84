"""The pacing clock: how long the lesson has been taught, and where the plan is."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lessonapp.domain.pacing import Pacing
from lessonapp.i18n import _, n_
from lessonapp.ui.widgets.colours import INK, LINE, PRIMARY
from lessonapp.ui.widgets.labels import label, restyle, tag

WORDS_FROM, WIDE_FROM = 1240, 1440
WIDEST = 54  # of a time under a hundred minutes
BAR_NARROW, BAR, BAR_WIDE = 80, 160, 220


def clock_text(seconds: int) -> str:
    """Minutes and seconds, as 11:42."""
    return f"{seconds // 60}:{seconds % 60:02d}"


class _Bar(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.pacing: Pacing | None = None
        self.setFixedSize(BAR_NARROW, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        track = QRectF(0, 7, self.width(), 10)
        painter.setBrush(QColor(LINE))
        painter.drawRoundedRect(track, 5, 5)
        if self.pacing is None or not self.pacing.total:
            return
        share = min(self.pacing.taught / self.pacing.total, 1.0)
        painter.setBrush(QColor(PRIMARY))
        painter.drawRoundedRect(QRectF(0, 7, max(self.width() * share, 10), 10), 5, 5)
        tick = min(self.pacing.planned / self.pacing.total, 1.0) * (self.width() - 3)
        painter.setBrush(QColor(INK))
        painter.drawRoundedRect(QRectF(tick, 2, 3, 20), 1.5, 1.5)


class PacingClock(QWidget):
    """Time taught, a bar with the plan's tick, the whole time, and a word about both."""

    def __init__(self) -> None:
        super().__init__()
        self._words = label(_("Taught"), "secondary")
        self._taught = label("0:00", "panel")
        self._total = label("", "panel")
        self._bar = _Bar()
        self._word = tag("", "ok")
        self._taught.setToolTip(_("Time taught"))
        self._taught.setMinimumWidth(
            WIDEST
        )  # figures differ in width: the bar does not jump with each second
        self._taught.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for part in (self._words, self._taught, self._bar, self._total, self._word):
            row.addWidget(part)

    def set_room(self, window: int) -> None:
        """In a small window the bar is short, and the time says by itself what it is."""
        self._words.setVisible(window >= WORDS_FROM)
        self._bar.setFixedWidth(
            BAR_WIDE if window >= WIDE_FROM else BAR if window >= WORDS_FROM else BAR_NARROW
        )

    def set_pacing(self, pacing: Pacing) -> None:
        """Show where the lesson is against its plan."""
        self._bar.pacing = pacing
        self._bar.update()
        self._taught.setText(clock_text(pacing.taught))
        self._total.setText(clock_text(pacing.total))
        text, tone = pacing_word(pacing)
        if text != self._word.text():
            self._word.setText(text)
            self._word.setProperty("tone", tone)
            restyle(self._word)
            self._word.adjustSize()
        self.setAccessibleName(f"{clock_text(pacing.taught)} / {clock_text(pacing.total)}, {text}")


def left_words(seconds: int, total: float | None) -> str:
    """The time left of a question or a talk, in minutes where the ring on the stage shows minutes."""
    if max(seconds, total or 0) > 99:
        return _("{time} left").format(time=clock_text(seconds))
    return n_("{n} second left", "{n} seconds left", seconds).format(n=seconds)


def pacing_word(pacing: Pacing) -> tuple[str, str]:
    """On time, so many minutes ahead, or so many behind."""
    if pacing.on_time:
        return _("On time"), "ok"
    minutes = abs(pacing.behind) // 60
    if pacing.behind < 0:
        return n_("{n} minute ahead", "{n} minutes ahead", minutes).format(n=minutes), "info"
    return n_("{n} minute behind", "{n} minutes behind", minutes).format(n=minutes), "warn"
