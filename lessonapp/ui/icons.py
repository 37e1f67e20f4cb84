"""The line icons, recoloured, sharp at the size they are asked for."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from lessonapp.settings import resources_folder
from lessonapp.ui.widgets.colours import DISABLED_INK, INK


@cache
def _source(folder: str, name: str) -> str:
    return (resources_folder() / folder / f"{name}.svg").read_text("utf-8")


def icon_pixmap(name: str, colour: str = INK, size: int = 20, ratio: float = 1.0) -> QPixmap:
    """One icon as a picture of `size` logical pixels on a screen of a pixel ratio."""
    return _render("icons", name, QSize(size, size), ratio, colour)


def mascot_pixmap(pose: str, height: int, ratio: float = 1.0) -> QPixmap:
    """The mascot in a pose ("think", "badge", ...) as a picture of a logical height."""
    box = QSvgRenderer(QByteArray(_source("mascot", f"sao-{pose}").encode())).viewBoxF()
    return _render(
        "mascot", f"sao-{pose}", QSize(round(height * box.width() / box.height()), height), ratio, None
    )


def icon(name: str, colour: str = INK, size: int = 20, checked: str | None = None, pad: int = 0) -> QIcon:
    """An icon with its grey twin for disabled buttons and, for those that stay down, another colour.

    `pad` is free room at its right, where Qt leaves too little before the words.
    """
    made = QIcon()
    for ratio in {screen.devicePixelRatio() for screen in QGuiApplication.screens()} or {1.0}:
        drawn = _padded(icon_pixmap(name, colour, size, ratio), pad)
        made.addPixmap(drawn)
        made.addPixmap(_tinted(drawn, DISABLED_INK), QIcon.Mode.Disabled)
        if checked is not None:
            made.addPixmap(_tinted(drawn, checked), QIcon.Mode.Normal, QIcon.State.On)
    return made


def _tinted(pixmap: QPixmap, colour: str) -> QPixmap:
    """The same lines in another colour."""
    made = QPixmap(pixmap)
    painter = QPainter(made)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRect(0, 0, made.width(), made.height())
    painter.end()
    return made


def _padded(pixmap: QPixmap, pad: int) -> QPixmap:
    if not pad:
        return pixmap
    ratio = pixmap.devicePixelRatio()
    wide = QPixmap(pixmap.width() + round(pad * ratio), pixmap.height())
    wide.setDevicePixelRatio(ratio)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(0, 0, pixmap)
    painter.end()
    return wide


def app_icon() -> QIcon:
    """The program's own icon: the mascot's badge."""
    made = QIcon()
    for size in (16, 24, 32, 48, 64, 128):
        made.addPixmap(mascot_pixmap("badge", size))
    return made


def _render(folder: str, name: str, size: QSize, ratio: float, colour: str | None) -> QPixmap:
    key = f"{folder}/{name}/{size.width()}x{size.height()}/{ratio}/{colour}"
    kept = QPixmap()
    if QPixmapCache.find(key, kept):
        return kept
    source = _source(folder, name)
    if colour is not None:
        source = source.replace(INK, colour)
    pixmap = QPixmap(size * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, pixmap.width(), pixmap.height()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, pixmap)
    return pixmap
