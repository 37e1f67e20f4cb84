"""Contact sheets of all that scenes are made of: settings, cast by mood, props, mascot, goal."""

from collections.abc import Sequence
from typing import get_args

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from lessonapp.domain.scene import NAMES, Mood, Scene, Setting, Who
from lessonapp.ui.pictures import mascot_svg, svg_pixmap
from lessonapp.ui.stage.cast import SAO_HEIGHT, figure, sao
from lessonapp.ui.stage.props import picture_of, prop_codes
from lessonapp.ui.stage.scenery import scene_svg
from lessonapp.ui.stage.text import stage_font
from lessonapp.ui.stage.theme import WHITE
from lessonapp.ui.theme_fonts import load_fonts

PAPER, INK, LINE = "#F5F5F0", "#1B2438", "#B4C8C1"
MARGIN, GAP, LABEL = 24, 16, 34
LONG = 20  # so many letters of a name fit in its line; longer ones are set smaller
POSES = ("hello", "think", "cheer", "worry", "listen", "sad", "surprised", "proud")

Cell = tuple[str, str]
"""An SVG text and what stands under it."""


def gallery() -> dict[str, QImage]:
    """The sheets by name."""
    load_fonts()
    return {
        "settings": _sheet(_settings(), 4, (380, 240)),
        "cast": _sheet(_cast(), len(get_args(Mood)), (190, 160)),
        "props": _sheet(_props(), 8, (150, 120)),
        "mascot": _sheet([(mascot_svg(pose), pose) for pose in POSES], len(POSES), (240, 300)),
    }


def _settings() -> list[Cell]:
    return [(scene_svg(Scene(setting=setting), 380, 240), setting) for setting in get_args(Setting)]


def _cast() -> list[Cell]:
    """A row for each of the cast, a column for each mood."""
    cells = []
    for who in get_args(Who):
        for mood in get_args(Mood):
            box = f"-16 -30 272 {SAO_HEIGHT:.0f}" if who == "sao" else "-2 2 76 68"
            drawn = sao(mood) if who == "sao" else figure(who, mood)
            svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{drawn}</svg>'
            cells.append((svg, f"{NAMES[who][0]} · {mood}"))
    return cells


def _props() -> list[Cell]:
    return [(picture_of(slug), slug) for slug in sorted(prop_codes())]


def _sheet(cells: Sequence[Cell], columns: int, size: tuple[int, int]) -> QImage:
    """Cells in rows, each with its name."""
    wide, tall = size
    rows = -(-len(cells) // columns)
    image = QImage(
        2 * MARGIN + columns * wide + (columns - 1) * GAP,
        2 * MARGIN + rows * (tall + LABEL) + (rows - 1) * GAP,
        QImage.Format.Format_RGB32,
    )
    image.fill(QColor(PAPER))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for index, (svg, name) in enumerate(cells):
        row, column = divmod(index, columns)
        x, y = MARGIN + column * (wide + GAP), MARGIN + row * (tall + LABEL + GAP)
        painter.setPen(QColor(LINE))
        painter.setBrush(QColor(WHITE))
        painter.drawRect(QRectF(x, y, wide, tall))
        painter.drawPixmap(x, y, svg_pixmap(svg, wide, tall))
        painter.setPen(QColor(INK))
        painter.setFont(stage_font(16 if len(name) < LONG else 13, 600))
        painter.drawText(
            QRectF(x, y + tall, wide, LABEL), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, name
        )
    painter.end()
    return image
