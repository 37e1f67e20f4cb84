"""Every kind of step in every state looks as it was approved, in five themes and two languages."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from lessonapp.domain.look import AUDIENCES, Audience
from lessonapp.ui.stage.scene import StageScene
from lessonapp.ui.theme_fonts import load_fonts
from tests.visual.pictures import APPROVED, FEW, difference, differing, strip, strips


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_specimen_looks_as_approved(
    qapp: QApplication, tmp_path: Path, audience: Audience, language: str
) -> None:
    load_fonts()
    scene = StageScene(reduce_motion=True)
    folder = APPROVED / f"{audience}-{language}"
    wanted = strips(audience, language)
    assert {file.stem for file in folder.glob("*.webp")} == set(wanted), "python -m tests.visual.approve"
    wrong = []
    for name, states in wanted.items():
        found, approved = strip(scene, states), QImage(str(folder / f"{name}.webp"))
        part = differing(approved, found)
        if part > FEW:
            shown = tmp_path / f"{folder.name}-{name}.png"
            difference(approved, found).save(str(shown))
            wrong.append(f"{part:.1%} of {name} differ: {shown}")
    assert not wrong, "\n".join([*wrong, "if they are right: python -m tests.visual.approve"])


def test_a_change_that_can_be_seen_is_found(qapp: QApplication) -> None:
    load_fonts()
    scene = StageScene(reduce_motion=True)
    first = strip(scene, strips("grades-1-3", "vi")["slide-plain"])
    second = QImage(first)
    assert differing(first, second) == 0
    painter = QPainter(second)
    painter.fillRect(100, 60, 40, 14, QColor("#13552A"))  # one word
    painter.end()
    assert differing(first, second) > FEW
    shown = difference(first, second)
    assert shown.pixelColor(110, 2 * (first.height() + 4) + 65) == QColor(220, 0, 40)
    assert differing(first, QImage(10, 10, QImage.Format.Format_RGB32)) == 1.0
