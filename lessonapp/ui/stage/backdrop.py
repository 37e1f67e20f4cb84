"""The paper behind every picture, with the audience's motif, drawn beyond 16:9 for taller projectors."""

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from lessonapp.ui.stage.theme import HEIGHT, Theme

REACH = QRectF(-1200, -700, 4000, 2300)


def paint_backdrop(painter: QPainter, theme: Theme, *, title: bool) -> None:
    """Paper and motif; `title` is the full picture of a title slide."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillRect(REACH, QColor(theme.palette.paper))
    if theme.high_contrast:  # one strip in the audience's colour, and nothing behind any word
        painter.fillRect(QRectF(REACH.left(), 884, REACH.width(), 16), QColor(theme.palette.primary))
        return
    _PAINT[theme.audience](painter, title)


def _hills(painter: QPainter, colour: str, points: list[tuple[float, float]]) -> None:
    """A smooth ridge through points, filled down to the ground."""
    path = QPainterPath(QPointF(-1200, points[0][1]))
    path.lineTo(QPointF(*points[0]))
    for (x0, y0), (x1, y1) in pairwise(points):
        middle = (x0 + x1) / 2
        path.cubicTo(QPointF(middle, y0), QPointF(middle, y1), QPointF(x1, y1))
    path.lineTo(QPointF(2800, points[-1][1]))
    path.lineTo(2800, 1600)
    path.lineTo(-1200, 1600)
    path.closeSubpath()
    painter.fillPath(path, QColor(colour))


def cloud(painter: QPainter, x: float, y: float, scale: float = 1.0, colour: str = "#FFFFFF") -> None:
    """One cloud."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(QRectF(0, 26, 162, 42), 21, 21)
    path.addEllipse(QPointF(60, 34), 32, 32)
    path.addEllipse(QPointF(104, 38), 26, 26)
    painter.save()
    painter.translate(x, y)
    painter.scale(scale, scale)
    painter.fillPath(path, QColor(colour))
    painter.restore()


def grass(painter: QPainter, x: float, y: float, colour: str = "#2F7A43") -> None:
    """One tuft."""
    pen = QPen(QColor(colour), 7)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for dx, dy in ((-22, -28), (2, -42), (24, -26)):
        path = QPainterPath(QPointF(x, y))
        path.quadTo(QPointF(x + dx * 0.1, y - 22), QPointF(x + dx, y + dy))
        painter.drawPath(path)
    painter.setPen(Qt.PenStyle.NoPen)


def _green_field(painter: QPainter, title: bool) -> None:
    if not title:
        _hills(painter, "#BFE0A8", [(0, 864), (240, 856), (640, 872), (1050, 862), (1350, 858), (1600, 864)])
        _hills(painter, "#8BC77D", [(0, 886), (400, 880), (900, 886), (1300, 878), (1600, 884)])
        _meadow(painter, "#79BB6C")
        return
    painter.fillRect(REACH, QColor("#CDEBF6"))
    painter.setBrush(QColor("#FFC93C"))
    painter.drawEllipse(QPointF(1450, 140), 74, 74)
    pen = QPen(QColor("#FFC93C"), 13)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    for turn in range(12):
        painter.save()
        painter.translate(1450, 140)
        painter.rotate(turn * 30)
        painter.drawLine(QPointF(0, -97), QPointF(0, -126))
        painter.restore()
    painter.setPen(Qt.PenStyle.NoPen)
    cloud(painter, 83, 46, 0.8)
    cloud(painter, 624, 47, 0.96)
    cloud(painter, 1013, 66, 0.8)
    _hills(painter, "#A9D88F", [(0, 640), (520, 600), (1050, 578), (1600, 566)])
    _house(painter)
    _hills(painter, "#7FC070", [(0, 718), (420, 708), (850, 700), (1100, 668), (1600, 662)])
    _hills(painter, "#57A65A", [(0, 800), (420, 782), (900, 786), (1250, 764), (1600, 762)])
    painter.setBrush(QColor("#43904B"))
    painter.drawEllipse(QPointF(1320, 842), 168, 21)
    for x, y in ((700, 882), (930, 860), (1010, 880), (1500, 860), (1556, 882)):
        grass(painter, x, y)


def _meadow(painter: QPainter, colour: str) -> None:
    """What a screen taller than 16 to 9 shows of the ground: a nearer hill, and grass on it."""
    _hills(painter, colour, [(0, 968), (360, 950), (820, 972), (1240, 946), (1600, 962)])
    for x, y in ((210, 1010), (290, 1030), (760, 1024), (1190, 1006), (1270, 1032), (1440, 1014)):
        grass(painter, x, y, "#4C9658")


def _house(painter: QPainter) -> None:
    ink = QPen(QColor("#1B2438"), 5)
    ink.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(ink)
    painter.setBrush(QColor("#FFF4E3"))
    painter.drawRect(QRectF(1004, 606, 120, 90))
    painter.setBrush(QColor("#D9563A"))
    roof = QPainterPath(QPointF(984, 608))
    roof.lineTo(1064, 548)
    roof.lineTo(1144, 608)
    roof.closeSubpath()
    painter.drawPath(roof)
    painter.setBrush(QColor("#8CC9E3"))
    painter.drawRect(QRectF(1018, 624, 20, 22))
    painter.drawRect(QRectF(1091, 624, 20, 22))
    painter.setBrush(QColor("#A86B36"))
    painter.drawRect(QRectF(1048, 636, 34, 60))
    painter.setPen(Qt.PenStyle.NoPen)


def _kite_sky(painter: QPainter, title: bool) -> None:
    if not title:
        cloud(painter, 1314, 28, 1.0)
        painter.fillRect(QRectF(-1200, 884, 4000, 800), QColor("#8FCB86"))
        _meadow(painter, "#7FC178")
        return
    painter.fillRect(REACH, QColor("#BFE3F8"))
    cloud(painter, 424, 48, 0.96)
    cloud(painter, 764, 44, 0.96, "#E2F3FC")
    cloud(painter, 96, 70, 0.8, "#D6EDFA")
    cloud(painter, 1012, 334, 0.9, "#E2F3FC")
    _hills(painter, "#8FCB86", [(0, 784), (500, 748), (1000, 738), (1600, 700)])
    _hills(painter, "#5FAE68", [(0, 838), (500, 818), (1000, 812), (1600, 780)])
    painter.setBrush(QColor("#4C9658"))
    painter.drawEllipse(QPointF(1092, 866), 140, 18)
    for x, y in ((760, 880), (860, 850), (1380, 830), (1470, 850), (1530, 820)):
        grass(painter, x, y)


def _notebook(painter: QPainter, title: bool) -> None:
    del title
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    pixel = 1 / max(painter.deviceTransform().m11(), 0.05)  # a thinner line would be seen here and not there
    for index in range(-28, 70):
        thick = max(2.0 if index % 4 == 0 else 1.0, pixel)
        painter.fillRect(QRectF(index * 40, REACH.top(), thick, REACH.height()), QColor("#E4E8F4"))
        painter.fillRect(QRectF(REACH.left(), index * 40 + 20, REACH.width(), thick), QColor("#E4E8F4"))
    painter.fillRect(QRectF(39, REACH.top(), max(3.0, pixel), REACH.height()), QColor("#FF9E7A"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def _magazine(painter: QPainter, title: bool) -> None:
    if title:
        painter.fillRect(QRectF(900, REACH.top(), 1900, REACH.height()), QColor("#E23D1B"))
    else:
        painter.fillRect(QRectF(-1200, REACH.top(), 1224, REACH.height()), QColor("#E23D1B"))


def _together(painter: QPainter, title: bool) -> None:
    for top, tall in ((REACH.top(), -REACH.top()), (HEIGHT, REACH.bottom() - HEIGHT)):
        painter.fillRect(QRectF(REACH.left(), top, REACH.width(), tall), QColor("#E3EEEA"))
    painter.fillRect(QRectF(REACH.left(), 0, REACH.width(), 16), QColor("#0E4842"))
    if not title:
        return
    for inset, top, colour in ((0, 180, "#CFE0DA"), (50, 240, "#0E4842")):
        width = 500 - 2 * inset
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addEllipse(QRectF(990 + inset, top, width, width))
        path.addRect(QRectF(990 + inset, top + width / 2, width, 860 - top - width / 2))
        painter.fillPath(path, QColor(colour))
    painter.setBrush(QColor("#D9A441"))
    painter.drawEllipse(QPointF(1240, 410), 110, 110)
    _leaves(painter)


def _leaves(painter: QPainter) -> None:
    pen = QPen(QColor("#0E4842"), 7)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    for start, bend, end in (
        ((1500, 118), (1550, 60), (1620, 36)),
        ((1550, 206), (1580, 180), (1620, 160)),
    ):
        path = QPainterPath(QPointF(*start))
        path.quadTo(QPointF(*bend), QPointF(*end))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
    painter.setPen(Qt.PenStyle.NoPen)
    for x, y, turn, length, colour in (
        (1560, 66, 100, 140, "#0E4842"),
        (1500, 120, 140, 165, "#5F9E8D"),
        (1502, 122, 100, 180, "#327F6C"),
        (1504, 122, 62, 150, "#0E4842"),
        (1548, 210, 160, 150, "#327F6C"),
        (1550, 212, 120, 180, "#5F9E8D"),
    ):
        painter.save()
        painter.translate(x, y)
        painter.rotate(turn)
        leaf = QPainterPath(QPointF(0, 0))
        leaf.quadTo(QPointF(length * 0.5, -length * 0.26), QPointF(length, 0))
        leaf.quadTo(QPointF(length * 0.5, length * 0.26), QPointF(0, 0))
        painter.fillPath(leaf, QColor(colour))
        painter.restore()


_PAINT = {
    "grades-1-3": _green_field,
    "grades-4-5": _kite_sky,
    "grades-6-9": _notebook,
    "grades-10-12": _magazine,
    "adults": _together,
}
