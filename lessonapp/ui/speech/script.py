"""What is read aloud of a picture: the step's own words for it, else what stands on the stage."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF

from lessonapp.domain.look import LETTERS
from lessonapp.domain.text import plain
from lessonapp.ui.speech.words import READ, sentences
from lessonapp.ui.stage.model import StageModel
from lessonapp.ui.stage.text import TextItem

LEFT_OF_WORDS, ABOVE_WORDS, BESIDE = 340.0, 260.0, 30.0


def script(model: StageModel, texts: Sequence[TextItem]) -> list[str]:
    """The sentences to say for a picture."""
    step = model.step
    asked = model.phase == "revealed" or model.help_card
    if step is not None and step.read_aloud and not asked and model.status == "running":
        return sentences(plain(step.read_aloud))
    found: list[str] = []
    for item in texts:
        if item.role.name in READ:
            found.extend(_lettered(model, item, sentences("\n".join(item.paragraph_texts()))))
    return found


def option_at(model: StageModel, texts: Sequence[TextItem], at: QPointF) -> TextItem | None:
    """The option that was tapped: on its words, or on the block or picture before or over them."""
    names = {option.text for option in getattr(model.step, "options", ())}
    near = []
    for item in texts:
        box = QRectF(item.scenePos(), item.box.size())
        if item.text in names and box.adjusted(-LEFT_OF_WORDS, -ABOVE_WORDS, BESIDE, BESIDE).contains(at):
            near.append((_distance(box, at), item))
    return min(near, key=lambda pair: pair[0])[1] if near else None


def _lettered(model: StageModel, item: TextItem, parts: list[str]) -> list[str]:
    """An option is said with its letter, as the class answers by it."""
    options = [option.text for option in getattr(model.step, "options", ())]
    if item.text not in options or not parts:
        return parts
    return [f"{LETTERS[options.index(item.text) % len(LETTERS)]}: {parts[0]}", *parts[1:]]


def _distance(box: QRectF, at: QPointF) -> float:
    dx = max(box.left() - at.x(), 0.0, at.x() - box.right())
    dy = max(box.top() - at.y(), 0.0, at.y() - box.bottom())
    return dx * dx + dy * dy
