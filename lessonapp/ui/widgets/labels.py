"""Text on the teacher's windows: headings, secondary lines, tags, icons as labels."""

from typing import Literal, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from lessonapp.domain.look import PALETTES, Audience
from lessonapp.ui.icons import icon_pixmap, mascot_pixmap
from lessonapp.ui.theme import wrapped
from lessonapp.ui.widgets.colours import INK
from lessonapp.ui.widgets.words import audience_name

TextRole = Literal[
    "heading",
    "panel",
    "strong",
    "secondary",
    "field",
    "kpi",
    "brand",
    "error",
    "hotline",
    "unsaved",
    "option",
    "body",
]
LabelT = TypeVar("LabelT", bound=QLabel)
Tone = Literal["ok", "warn", "danger", "info", "plain"]


def label(text: str, role: TextRole = "body", *, wrap: bool = False) -> QLabel:
    """A line of text; plain, whatever is typed into it."""
    made = QLabel(text)
    made.setIndent(0)  # a styled label has a frame, and a frame would push the text in
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    made.setWordWrap(wrap)
    return made


def beside(made: LabelT) -> LabelT:
    """A label in a row with buttons, tags or icons: its text stands on their line."""
    made.setProperty("beside", True)
    return made


def tag(text: str, tone: Tone) -> QLabel:
    """A small word on a tint that carries a meaning."""
    made = label(text, "body")
    made.setProperty("role", "tag")
    made.setProperty("tone", tone)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


def audience_tag(audience: Audience) -> QLabel:
    """Who a lesson is for, in that audience's colours."""
    made = tag(audience_name(audience), "plain")
    palette = PALETTES[audience]
    made.setStyleSheet(f"background: {palette.soft}; color: {palette.primary};")
    return made


def icon_label(picture: str, colour: str = INK, size: int = 20, drop: int = 0) -> QLabel:
    """An icon that is not a button; `drop` moves it down to the middle of a first line."""
    made = QLabel()
    made.setPixmap(icon_pixmap(picture, colour, size, QGuiApplication.primaryScreen().devicePixelRatio()))
    made.setFixedSize(size, size + drop)
    made.setAlignment(Qt.AlignmentFlag.AlignBottom)
    made.setProperty("role", "picture")
    return made


def mascot(pose: str, height: int) -> QLabel:
    """The mascot in a pose."""
    made = QLabel()
    made.setPixmap(mascot_pixmap(pose, height, QGuiApplication.primaryScreen().devicePixelRatio()))
    made.setProperty("role", "picture")
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return made


def rule(parent: QWidget | None = None) -> QFrame:
    """A thin line between two parts."""
    made = QFrame(parent)
    made.setProperty("role", "rule")
    return made


def restyle(widget: QWidget) -> None:
    """Let the style sheet see a property that changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


class Elided(QLabel):
    """One line, or a few, with "…" for what has no room, at the end or in the middle; the tooltip has all."""

    def __init__(
        self,
        text: str,
        role: TextRole = "body",
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        *,
        lines: int = 1,
    ) -> None:
        super().__init__()
        self._whole, self._mode, self._lines = text, mode, lines
        self.setIndent(0)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(text)
        super().setText(text)

    def set_whole(self, text: str) -> None:
        """Show another text."""
        self._whole = text
        self.setAccessibleName(text)
        self._fit()

    def whole_width(self) -> int:
        """So wide is the whole text in one line."""
        self.ensurePolished()
        return self.fontMetrics().horizontalAdvance(self._whole) + 2

    def resizeEvent(self, event: object) -> None:
        del event
        self._fit()

    def _fit(self) -> None:
        metrics, width = self.fontMetrics(), self.contentsRect().width()
        if self._lines == 1:
            shown = metrics.elidedText(self._whole, self._mode, width)
        else:
            shown = "\n".join(wrapped(self._whole, metrics, width, self._lines))
        if shown != self.text():
            super().setText(shown)
        self.setToolTip(self._whole if shown.replace("\n", " ") != self._whole else "")
