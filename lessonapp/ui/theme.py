"""The look of the teacher's windows: colours and sizes of TOKENS.md, one style sheet, one focus ring."""

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from lessonapp.domain.text import NBSP
from lessonapp.settings import resources_folder
from lessonapp.ui.theme_fonts import FAMILY, load_fonts
from lessonapp.ui.widgets.colours import (
    BG,
    DISABLED_FILL,
    DISABLED_INK,
    INK,
    LINE,
    LINE2,
    MUTED,
    PRIMARY,
    SELECTED,
    SELECTED_INK,
    SURFACE,
    SURFACE2,
)
from lessonapp.ui.widgets.focus_ring import FocusRings
from lessonapp.ui.widgets.sheet import style_sheet

FRAME = QSize(16, 48)
"""What a system puts around a window, at most."""

FOOT = "foot"
"""The object name of a bar that no toast covers."""

Weight = Literal[400, 500, 600, 700, 800]


def font(px: float = 14, weight: Weight = 400) -> QFont:
    """The window font at a size given in pixels of 96 dpi, for what is painted by hand."""
    made = QFont(FAMILY)
    made.setPointSizeF(px * 0.75)
    made.setWeight(QFont.Weight(weight))
    return made


def wrapped(text: str, metrics: QFontMetrics | QFontMetricsF, width: float, most: int) -> list[str]:
    """Painted text in lines of a width, the last cut where there are too many; none of a single word."""
    if metrics.horizontalAdvance(text) <= width and "\n" not in text:
        return [text]
    words = text.replace("\n", " ").replace(" – ", f"{NBSP}– ").split(" ")  # no line begins with a dash
    if any(metrics.horizontalAdvance(word) > width for word in words):  # what is glued has to come apart
        words = " ".join(words).replace(NBSP, " ").split(" ")
    lines: list[str] = []
    while words and len(lines) < most:
        line = words.pop(0)
        while words and metrics.horizontalAdvance(f"{line} {words[0]}") <= width:
            line = f"{line} {words.pop(0)}"
        lines.append(line)
    last = " ".join([lines[-1], *words])
    if len(lines) > 1 and " " not in last and lines[-2].count(" ") > 1:
        lines[-2], _space, moved = lines[-2].rpartition(" ")
        last = f"{moved} {last}"
    # Only what is too wide by the same measure: `elidedText` rounds otherwise and cuts what just fits.
    return [
        line
        if metrics.horizontalAdvance(line) <= width
        else metrics.elidedText(line, Qt.TextElideMode.ElideRight, int(width))
        for line in (*lines[:-1], last)
    ]


def apply_theme(app: QApplication) -> None:
    """Give every teacher window its look; once."""
    apply_colours(app)
    apply_sheet(app)


def apply_colours(app: QApplication) -> None:
    """Fonts, colours and focus ring, before the first window."""
    load_fonts()
    app.setFont(font())
    palette = _palette()
    app.setPalette(palette)
    QToolTip.setPalette(palette)
    if not app.property("focusRings"):  # not `findChild`, which wraps every child, the style among them
        app.setProperty("focusRings", True)
        FocusRings(app)


def apply_sheet(app: QApplication) -> None:
    """The style sheet; quickest after a window was built and before it is shown.

    A widget that moves into another is styled anew with all it holds, so building under a sheet styles
    every widget once for each level above it.
    """
    app.setStyleSheet(style_sheet(resources_folder() / "icons"))


def _palette() -> QPalette:
    role = QPalette.ColorRole
    colours = {
        role.Window: BG,
        role.WindowText: INK,
        role.Base: SURFACE,
        role.AlternateBase: SURFACE2,
        role.Text: INK,
        role.Button: SURFACE,
        role.ButtonText: INK,
        role.BrightText: SURFACE,
        role.PlaceholderText: MUTED,
        role.Highlight: SELECTED,
        role.HighlightedText: SELECTED_INK,
        role.Link: PRIMARY,
        role.LinkVisited: PRIMARY,
        role.ToolTipBase: INK,
        role.ToolTipText: SURFACE,
        role.Mid: LINE,
        role.Dark: LINE2,
        role.Accent: PRIMARY,
    }
    palette = QPalette()
    for which, colour in colours.items():
        palette.setColor(which, QColor(colour))
    for which in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(DISABLED_INK))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Button, QColor(DISABLED_FILL))
    return palette
