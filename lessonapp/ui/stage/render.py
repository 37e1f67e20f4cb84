"""The stage as a picture file and as data."""

from dataclasses import asdict

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from lessonapp.ui.stage.scene import StageScene
from lessonapp.ui.stage.theme import HEIGHT, WIDTH


def render_png(scene: StageScene, width: int, height: int) -> QImage:
    """The scene in so many pixels; on other shapes than 16 to 9 with the theme's paper around it."""
    scene.finish_animations()
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(scene.backgroundBrush().color())
    scale = min(width / WIDTH, height / HEIGHT)
    source = QRectF(0, 0, width / scale, height / scale)
    source.moveCenter(QRectF(0, 0, WIDTH, HEIGHT).center())
    painter = QPainter(image)
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing
        | QPainter.RenderHint.TextAntialiasing
        | QPainter.RenderHint.SmoothPixmapTransform
    )
    scene.render(painter, QRectF(0, 0, width, height), source)
    painter.end()
    return image


def scene_json(scene: StageScene) -> list[dict[str, object]]:
    """Every text of the stage: text, box, font pixels, whether it fits."""
    return [asdict(box) for box in scene.text_boxes()]
