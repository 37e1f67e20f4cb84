"""The banner over the grid: a session that is not finished, or no class yet."""

from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from lessonapp.i18n import _
from lessonapp.ui.home.covers import Covers, CoverSource
from lessonapp.ui.home.model import RecentSession
from lessonapp.ui.widgets.buttons import button
from lessonapp.ui.widgets.colours import SURFACE, WARN_LINE
from lessonapp.ui.widgets.labels import Elided, label, mascot
from lessonapp.ui.widgets.words import class_name, minutes_text, when_text

HEIGHT = 84
PICTURE = QSize(112, 63)
PICTURE_FROM = 900  # width of the banner


def stopped_text(session: RecentSession, now: datetime) -> str:
    """Where and when a session stopped, and what is left of it."""
    return _("{klass} stopped at step {number}/{count}, {when} · about {minutes} left").format(
        klass=class_name(session.class_label),
        number=session.step_number,
        count=session.step_count,
        when=when_text(session.last, now),
        minutes=minutes_text(session.minutes_left),
    )


class _Picture(QWidget):
    """A small cover with round corners."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(PICTURE)
        self.covers = Covers(self)
        self.covers.ready.connect(self.update)
        self.lesson = ""

    def set_lesson(self, lesson: str) -> None:
        """Show the cover of a lesson."""
        self.lesson = lesson
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        path = QPainterPath()
        path.addRoundedRect(box, 6, 6)
        painter.fillPath(path, QColor(SURFACE))
        picture = self.covers.get(self.lesson, PICTURE, self.devicePixelRatioF()) if self.lesson else None
        if picture is not None:
            painter.save()
            painter.setClipPath(path)
            painter.drawPixmap(self.rect(), picture)
            painter.restore()
        painter.setPen(QPen(QColor(WARN_LINE), 1))
        painter.drawPath(path)
        painter.end()


class ResumeBanner(QFrame):
    """An open session: take it up again, or close it and see the report."""

    resume_requested = Signal(str)
    finish_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        self.setProperty("tone", "warn")
        self.setFixedHeight(HEIGHT)
        self._id = ""
        self._picture = _Picture()
        self._title = Elided("", "panel")
        self._text = label("", "secondary", wrap=True)
        self.finish = button(_("Close and report"))
        self.resume = button(_("Resume"), "primary", "play")
        self.resume.setMinimumHeight(40)
        self.finish.clicked.connect(lambda: self.finish_requested.emit(self._id))
        self.resume.clicked.connect(lambda: self.resume_requested.emit(self._id))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._text)
        words.addStretch(1)
        row = self._row = QHBoxLayout(self)
        row.setSpacing(14)
        row.addWidget(self._picture)
        row.addLayout(words, 1)
        row.addWidget(self.finish)
        row.addWidget(self.resume)

    def set_source(self, source: CoverSource | None) -> None:
        """Where the cover comes from."""
        self._picture.covers.set_source(source)

    def show_session(self, session: RecentSession, now: datetime) -> None:
        """Offer to take up a session."""
        self._id = session.id
        self._picture.set_lesson(session.lesson)
        self._fit()
        title = _("Resume: {title}").format(title=session.title)
        self._title.set_whole(title)
        self._text.setText(stopped_text(session, now))
        self.resume.setAccessibleDescription(f"{title}. {self._text.text()}")
        self.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The words need the room of the picture where the window is small."""
        pictured = bool(self._picture.lesson) and self.width() >= PICTURE_FROM
        self._picture.setVisible(pictured)
        self._row.setContentsMargins(10 if pictured else 16, 8, 16, 8)


class FirstClassBanner(QFrame):
    """No class yet: a number of pupils is all it takes."""

    create_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setFixedHeight(96)
        self.add = button(_("Create a class"), "primary", "plus")
        self.add.clicked.connect(self.create_requested)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(label(_("No class yet"), "panel"))
        words.addWidget(
            label(_("Create a class with the number of pupils; no names needed."), "secondary", wrap=True)
        )
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 20, 8)
        row.setSpacing(16)
        row.addWidget(mascot("think", 80), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(self.add)
