"""What a teacher reads about a lesson before choosing it, and why a faulty one cannot be taught."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from lessonapp.domain.look import WARN
from lessonapp.domain.text import plain
from lessonapp.i18n import _
from lessonapp.ui.home.model import LessonCard, LessonDetails
from lessonapp.ui.widgets.buttons import button
from lessonapp.ui.widgets.card import Notice
from lessonapp.ui.widgets.dialog import resize_on_screen
from lessonapp.ui.widgets.labels import audience_tag, icon_label, label, tag
from lessonapp.ui.widgets.page_area import page_keys
from lessonapp.ui.widgets.words import minutes_text


class _Reading(QDialog):
    """A dialog with a heading, text that scrolls, and buttons below."""

    def __init__(self, title: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        resize_on_screen(self, 620, 600)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 12, 18)
        column.setSpacing(8)
        self.head = QVBoxLayout()
        self.head.setContentsMargins(0, 0, 12, 0)
        self.head.addWidget(label(title, "heading", wrap=True))
        column.addLayout(self.head)
        area = self._area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page_keys(self, area.verticalScrollBar())
        inside = QWidget()
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(0, 0, 12, 8)
        self.body.setSpacing(2)
        area.setWidget(inside)
        column.addWidget(area, 1)
        self.buttons = QHBoxLayout()
        self.buttons.setContentsMargins(0, 4, 12, 0)
        self.buttons.setSpacing(10)
        column.addLayout(self.buttons)

    def showEvent(self, event: QShowEvent) -> None:
        """What is short leaves no empty room below it."""
        super().showEvent(event)
        layout, inside = self.layout(), self._area.widget()
        if event.spontaneous() or layout is None or inside is None:
            return
        layout.activate()
        room = self._area.viewport().size()
        self.resize(self.width(), self.height() - max(0, room.height() - inside.heightForWidth(room.width())))

    def section(self, title: str, *lines: str, bullet: bool = False) -> None:
        """A heading and its lines, each paragraph by itself; nothing where there are none."""
        wanted = [part for line in lines for part in line.splitlines() if part.strip()]
        if not wanted:
            return
        self.body.addSpacing(8)
        self.body.addWidget(label(title, "panel"))
        for line in wanted:
            words = label(plain(line), wrap=True)
            if not bullet:
                self.body.addWidget(words)
                continue
            row = QHBoxLayout()  # the second line of a point begins under the first
            row.setContentsMargins(2, 0, 0, 0)
            row.setSpacing(9)
            row.addWidget(label("•"), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(words, 1)
            self.body.addLayout(row)


class DetailsDialog(_Reading):
    """Aims, what to prepare, what to take care of; then start or rehearse."""

    start_requested = Signal(str)
    rehearse_requested = Signal(str)

    def __init__(self, details: LessonDetails, parent: QWidget | None = None) -> None:
        super().__init__(details.title, parent)
        tags = QHBoxLayout()
        tags.setSpacing(6)
        tags.addWidget(audience_tag(details.audience))
        tags.addWidget(tag(minutes_text(details.minutes), "plain"))
        tags.addStretch(1)
        self.head.addLayout(tags)
        if details.alert:
            self.body.addWidget(Notice("warn" if details.ended else "info", "", details.alert))
        self.section(_("Faults in its files; in this language it can be taught"), *details.flaws, bullet=True)
        self.section(_("Key message"), details.key_message)
        self.section(_("What the class can do afterwards"), *details.objectives, bullet=True)
        self.section(_("Prepare"), details.before)
        self.section(_("You need"), *details.materials, bullet=True)
        self.section(_("Take care"), details.caution)
        parts = (f"{title} · {minutes_text(minutes)}" for title, minutes in details.steps)
        self.section(_("Parts"), *parts, bullet=True)
        self.section(_("The law behind it, for you"), *details.law, bullet=True)
        self.body.addStretch(1)
        close = button(_("Close"))
        rehearse = button(_("Rehearse"))
        start = button(_("Start"), "primary", "play")
        start.setDefault(True)
        close.clicked.connect(self.reject)
        rehearse.clicked.connect(lambda: self._leave(self.rehearse_requested, details.id))
        start.clicked.connect(lambda: self._leave(self.start_requested, details.id))
        self.buttons.addWidget(close)
        self.buttons.addStretch(1)
        self.buttons.addWidget(rehearse)
        self.buttons.addWidget(start)
        start.setFocus(Qt.FocusReason.TabFocusReason)

    def _leave(self, signal: SignalInstance, lesson: str) -> None:
        self.accept()
        signal.emit(lesson)


class FaultsDialog(_Reading):
    """Why a lesson cannot be taught: one line a fault, and where its files are."""

    def __init__(self, card: LessonCard, parent: QWidget | None = None) -> None:
        super().__init__(_("“{title}” cannot be taught").format(title=card.title), parent)
        self.head.addWidget(label(_("The other lessons are not affected."), "secondary", wrap=True))
        for fault in card.faults:
            row = QHBoxLayout()
            row.setContentsMargins(0, 4, 0, 4)
            row.setSpacing(10)
            row.addWidget(icon_label("warn", WARN, 20, 4), 0, Qt.AlignmentFlag.AlignTop)
            words = label(fault, wrap=True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            row.addWidget(words, 1)
            self.body.addLayout(row)
        self.section(_("Folder of the lesson"), str(card.folder))
        self.body.addStretch(1)
        close = button(_("Close"), "primary")
        close.setDefault(True)
        close.clicked.connect(self.reject)
        self.buttons.addStretch(1)
        self.buttons.addWidget(close)
        close.setFocus(Qt.FocusReason.TabFocusReason)
