"""The clock on the stage, as the class sees it."""

from lessonapp.ui.stage.counters import Ring
from lessonapp.ui.stage.scene import StageScene


def ring_text(scene: StageScene) -> str:
    """What it says; nothing while there is none."""
    return "".join(item.text for item in scene.items() if isinstance(item, Ring) and item.isVisible())
