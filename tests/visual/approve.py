"""Write the approved pictures anew: `python -m tests.visual.approve`; then look at what has changed."""

import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QApplication

from lessonapp.domain.look import AUDIENCES
from lessonapp.ui.stage.scene import StageScene
from lessonapp.ui.theme_fonts import load_fonts
from tests.visual.pictures import APPROVED, FEW, coarse, differing, strip, strips


def main() -> None:
    """Replace the pictures that differ visibly, add new ones, take away those of steps that are gone."""
    application = QApplication(sys.argv[:1])
    load_fonts()
    scene = StageScene(reduce_motion=True)
    written = kept = 0
    known = set()
    for language in ("vi", "en"):
        for audience in AUDIENCES:
            for name, states in strips(audience, language).items():
                file = APPROVED / f"{audience}-{language}" / f"{name}.webp"
                known.add(file)
                made = strip(scene, states)
                if file.exists() and differing(QImage(str(file)), made) <= FEW / 8:
                    kept += 1
                    continue
                file.parent.mkdir(parents=True, exist_ok=True)
                writer = QImageWriter(str(file), QByteArray(b"webp"))
                writer.setQuality(100)  # without loss
                if not writer.write(coarse(made)):
                    raise OSError(writer.errorString())
                written += 1
    gone = [file for file in APPROVED.rglob("*.webp") if file not in known]
    for file in gone:
        file.unlink()
    print(f"{written} written, {kept} as they were, {len(gone)} taken away")  # noqa: T201 - a command for people
    application.quit()


if __name__ == "__main__":
    main()
