"""How well every text of a picture stands out, measured from its painted pixels."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from lessonapp.ui.stage.counters import Digits
from lessonapp.ui.stage.render import render_png
from lessonapp.ui.stage.scene import StageScene
from lessonapp.ui.stage.text import TextItem
from lessonapp.ui.stage.theme import WIDTH

LEAST = 7.0
WIDE, TALL = 800, 450
SEEN = 5  # of 765: three colours of 255
FULL, HALF = 0.998, 0.5  # of the way from ground to ink: covered whole, covered by half


def pixels(image: QImage) -> NDArray[np.uint8]:
    """Rows, columns and the three colours, 0 to 255."""
    found = image.convertToFormat(QImage.Format.Format_RGB888)
    raw = np.frombuffer(found.constBits(), np.uint8).reshape(found.height(), found.bytesPerLine())
    return raw[:, : found.width() * 3].reshape(found.height(), found.width(), 3).copy()


# Every shade as WCAG 2 weighs it.
_SHADES = np.arange(256) / 255.0
_LINEAR = np.where(_SHADES <= 0.04045, _SHADES / 12.92, ((_SHADES + 0.055) / 1.055) ** 2.4)


def luminance(colours: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Relative luminance as WCAG 2 has it."""
    found: NDArray[np.float64] = _LINEAR[colours] @ np.array([0.2126, 0.7152, 0.0722])
    return found


def ratio(first: float, second: float) -> float:
    """Contrast of two luminances."""
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)


def weak_texts(scene: StageScene) -> Iterator[tuple[str, float]]:
    """Texts of the picture that stand out less than 7 to 1 anywhere, and how much they do."""
    whole = pixels(render_png(scene, WIDE, TALL))
    items: list[TextItem | Digits] = [*scene.texts, *scene.numbers]
    texts = [item for item in items if item.isVisible() and item.text.strip()]
    for item in texts:
        item.setVisible(False)
    ground = pixels(render_png(scene, WIDE, TALL))
    for item in texts:
        item.setVisible(True)
    for item in texts:
        ink = item.ink_rect()
        scale = WIDE / WIDTH
        left, top = max(0, int(ink.x() * scale)), max(0, int(ink.y() * scale))
        right, bottom = int(ink.right() * scale) + 1, int(ink.bottom() * scale) + 1
        shown, bare = whole[top:bottom, left:right], ground[top:bottom, left:right]
        moved = np.abs(shown.astype(np.int16) - bare).sum(axis=2)
        most = moved.max(initial=0)
        if most < SEEN:
            yield item.text, 1.0  # it cannot be seen at all
            continue
        letter = float(np.median(luminance(shown[moved >= FULL * most])))
        under = luminance(bare[moved >= HALF * most])
        worst = min(ratio(letter, float(under.min())), ratio(letter, float(under.max())))
        if worst < LEAST - 0.05:
            yield item.text, worst
