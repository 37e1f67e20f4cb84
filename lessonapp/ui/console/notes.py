"""What the teacher says and does at this step."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextBrowser, QWidget

from lessonapp.domain.lesson import Lesson
from lessonapp.domain.step import Step
from lessonapp.i18n import _
from lessonapp.ui.widgets.card import Card


class Notes(Card):
    """The notes of the step on the stage; before the first step, what to prepare."""

    def __init__(self, size: int, parent: QWidget | None = None) -> None:
        super().__init__(_("Notes for the teacher"), parent=parent)
        self.body.setContentsMargins(16, 10, 8, 8)
        self._text = QTextBrowser()
        self._text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self._text.setAccessibleName(_("Notes for the teacher"))
        self._text.setOpenLinks(False)
        self._text.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._text.setStyleSheet(
            f"QTextBrowser {{ font-size: {size * 0.75}pt; background: transparent; padding: 0 6px 0 0; }}"
        )
        self._text.document().setDocumentMargin(1)
        self.body.addWidget(self._text, 1)
        self._shown = ""

    def show_step(self, lesson: Lesson, step: Step | None) -> None:
        """Show the notes of a step."""
        if step is None:
            care = _("Take care")
            text = f"{lesson.teacher.before}\n\n**{care}:** {lesson.teacher.caution}"
        else:
            text = step.notes
        if text != self._shown:
            self._shown = text
            self._text.setMarkdown(_spoken(text))
            self._text.verticalScrollBar().setValue(0)


def _spoken(text: str) -> str:
    """Line breaks as they are written; nothing that Markdown would turn into a link or a picture."""
    safe = text.replace("<", "&lt;").replace("[", "\\[").replace("](", "]\\(")
    return safe.replace("\n", "  \n")
