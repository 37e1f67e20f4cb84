"""Pictures of the specimen lesson, and how two of them differ."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from lessonapp.domain.look import Audience
from lessonapp.domain.school import Contact
from lessonapp.ui.stage.audit import State, lesson_states, states_of
from lessonapp.ui.stage.render import render_png
from lessonapp.ui.stage.scene import StageScene
from tests.ui.stage.specimen import specimen

APPROVED = Path(__file__).parent / "approved"
WIDE, TALL, GAP = 400, 225, 4
CONTACTS = (
    Contact(role="Giáo viên tư vấn học đường", place="Phòng Tư vấn, tầng 1"),
    Contact(role="Người làm công tác bảo vệ trẻ em", place="UBND xã Đan Điền", phone="0234 000 000"),
    Contact(role="Trạm Y tế xã", place="Cạnh chợ", phone="0234 111 111"),
)
FAINT = 40
"""So far may a colour (0 to 255) be from the approved one: edges are smoothed a little differently."""
FEW = 0.004
"""Such a part of the pixels may be further off."""


def strips(audience: Audience, language: str) -> dict[str, list[State]]:
    """The states of each step, by the strip's name."""
    lesson = specimen(audience, language)
    found = {"lesson": [state for _, state in lesson_states(lesson, None)]}
    for step in lesson.steps():
        contacts = CONTACTS if step.id == "help" else ()
        states = states_of(lesson, step, None, contacts)
        # What is shown while a question waits is shown again while it is open.
        found[step.id] = [state for state in states if state.name != "waiting"]
    return found


def strip(scene: StageScene, states: list[State]) -> QImage:
    """The states of a step beside each other."""
    image = QImage(len(states) * (WIDE + GAP) - GAP, TALL, QImage.Format.Format_RGB32)
    image.fill(QColor("#808080"))
    painter = QPainter(image)
    for index, state in enumerate(states):
        scene.show_model(state.model, animate=False)
        painter.drawImage(QRectF(index * (WIDE + GAP), 0, WIDE, TALL), render_png(scene, WIDE, TALL))
    painter.end()
    return image


def coarse(image: QImage) -> QImage:
    """The picture in 32 steps a colour, which keeps the approved files small."""
    steps = (_pixels(image).astype(np.uint8) >> 3).astype(np.uint16) * 255 // 31
    raw = steps.astype(np.uint8).tobytes()
    wide, tall = image.width(), image.height()
    return QImage(raw, wide, tall, wide * 3, QImage.Format.Format_RGB888).copy()


def _pixels(image: QImage) -> NDArray[np.int16]:
    found = image.convertToFormat(QImage.Format.Format_RGB888)
    raw = np.frombuffer(found.constBits(), np.uint8).reshape(found.height(), found.bytesPerLine())
    return raw[:, : found.width() * 3].reshape(found.height(), found.width(), 3).astype(np.int16)


def differing(first: QImage, second: QImage) -> float:
    """The part of the pixels that differ visibly; all of them where the sizes do."""
    if first.size() != second.size():
        return 1.0
    return float((np.abs(_pixels(first) - _pixels(second)).max(axis=2) > FAINT).mean())


def difference(first: QImage, second: QImage) -> QImage:
    """Approved, found, and where they differ in red, under one another."""
    wide, tall = max(first.width(), second.width()), max(first.height(), second.height())
    image = QImage(wide, 3 * tall + 2 * GAP, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    painter.drawImage(0, 0, first)
    painter.drawImage(0, tall + GAP, second)
    if first.size() == second.size():
        off = np.abs(_pixels(first) - _pixels(second)).max(axis=2) > FAINT
        red = np.full((*off.shape, 4), 255, np.uint8)
        red[off] = (40, 0, 220, 255)  # blue, green, red as Qt keeps them
        shown = QImage(red.tobytes(), off.shape[1], off.shape[0], QImage.Format.Format_RGB32)
        painter.drawImage(0, 2 * (tall + GAP), shown)
    painter.end()
    return image
