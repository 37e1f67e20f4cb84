"""The pen on the stage: lines that go with the step and are never kept."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QGraphicsScene

from lessonapp.i18n import _
from lessonapp.ui.stage.tools.items import PenLine
from lessonapp.ui.stage.tools.sketch import Mark, Sketch

ERASER = 26.0
OVER_STEP = 60.0


@dataclass(frozen=True, slots=True)
class Ink:
    """A colour of the pen; all of them are dark enough for every paper."""

    colour: str
    name: str


def inks() -> tuple[Ink, ...]:
    """The colours there are."""
    return (
        Ink("#B3121A", _("Red")),
        Ink("#0A4A9C", _("Blue")),
        Ink("#0F5A31", _("Green")),
        Ink("#1B2438", _("Black")),
    )


class Pen:
    """Draws and erases on the page that is on the stage."""

    def __init__(self, scene: QGraphicsScene) -> None:
        self._scene = scene
        self._sketch = Sketch()
        self._page = ""
        self._lines: list[PenLine] = []
        self._now: PenLine | None = None
        self.colour = inks()[0].colour

    def turn_to(self, page: str) -> None:
        """Show what was drawn on a page."""
        if page != self._page:
            self.lift()
            self._page = page
            self._show()

    def press(self, at: QPointF, *, erasing: bool) -> None:
        """Pen or eraser touches the stage."""
        if erasing:
            self._erase(at)
            return
        self._now = self._put(PenLine(self.colour, _point(at)))

    def drag(self, at: QPointF, *, erasing: bool) -> None:
        """It moves over the stage."""
        if erasing:
            self._erase(at)
        elif self._now is not None:
            self._now.reach(_point(at))

    def lift(self) -> None:
        """It leaves the stage: the line is whole."""
        if self._now is not None:
            self._sketch.add(self._page, Mark(self.colour, tuple(self._now.points)))
            self._now = None

    def undo(self) -> bool:
        """Take the last change of this page back."""
        self.lift()
        return self._shown_if(self._sketch.undo(self._page))

    def clear(self) -> bool:
        """Wipe this page; undo brings it back."""
        self.lift()
        return self._shown_if(self._sketch.clear(self._page))

    @property
    def has_lines(self) -> bool:
        """Whether something is drawn here."""
        return bool(self._lines)

    @property
    def can_undo(self) -> bool:
        """Whether something can be taken back here."""
        return self._sketch.can_undo(self._page)

    def _erase(self, at: QPointF) -> None:
        self._shown_if(self._sketch.erase(self._page, _point(at), ERASER))

    def _shown_if(self, changed: bool) -> bool:
        if changed:
            self._show()
        return changed

    def _show(self) -> None:
        for line in self._lines:
            self._scene.removeItem(line)
        self._lines = []
        for mark in self._sketch.marks(self._page):
            self._put(PenLine.of(mark))

    def _put(self, line: PenLine) -> PenLine:
        line.setZValue(OVER_STEP)
        self._scene.addItem(line)
        self._lines.append(line)
        return line


def _point(at: QPointF) -> tuple[float, float]:
    return (round(at.x(), 1), round(at.y(), 1))
