"""Under the grid: what can be done with the lesson that has the frame."""

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout

from lessonapp.i18n import _
from lessonapp.ui.home.model import LessonCard
from lessonapp.ui.theme import FOOT
from lessonapp.ui.widgets.buttons import button
from lessonapp.ui.widgets.labels import Elided
from lessonapp.ui.widgets.words import audience_name, minutes_text, steps_text


class ActionBar(QFrame):
    """Start, rehearse, read about; a faulty lesson only says why, and is known by its folder."""

    start_requested = Signal(str)
    rehearse_requested = Signal(str)
    open_details_requested = Signal(str)
    faults_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self.setObjectName(FOOT)
        self._card: LessonCard | None = None
        self._title = Elided("", "strong")
        self._meta = Elided("", "secondary")
        self.details = button(_("About this lesson"))
        self.rehearse = button(_("Rehearse"))
        self.rehearse.setToolTip(_("Go through the lesson; nothing is kept"))
        self.papers = button(_("Papers"), "secondary", "pdf")
        self.papers.hide()
        self.faults = button(_("See why"), "secondary", "warn")
        self.start = button(_("Start"), "primary", "play")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._meta)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 10, 8)
        row.setSpacing(8)
        row.addLayout(words, 1)
        for made, signal in (
            (self.details, self.open_details_requested),
            (self.rehearse, self.rehearse_requested),
            (self.start, self.start_requested),
        ):
            made.clicked.connect(lambda _checked=False, signal=signal: self._emit(signal))
        for made in (self.details, self.papers, self.rehearse, self.faults, self.start):
            row.addWidget(made)
        self.faults.clicked.connect(self._on_faults)
        self.hide()

    @property
    def lesson(self) -> str:
        """The lesson that is acted on."""
        return self._card.id if self._card is not None else ""

    def set_papers(self, menu: QMenu) -> None:
        """Offer the documents of a lesson."""
        self.papers.setMenu(menu)
        self.papers.setVisible(self._card is not None and not self._card.faults)

    def set_card(self, card: LessonCard | None) -> None:
        """Act on another lesson; None hides the bar."""
        self._card = card
        self.setVisible(card is not None)
        if card is None:
            return
        sound = not card.faults
        self._title.set_whole(card.title)
        meta = (audience_name(card.audience), minutes_text(card.minutes), steps_text(card.steps))
        self._meta.set_whole(" · ".join(meta) if sound else card.faults[0])
        for made in (self.details, self.rehearse, self.start):
            made.setVisible(sound)
        self.papers.setVisible(sound and self.papers.menu() is not None)
        self.faults.setVisible(not sound)
        self.start.setAccessibleDescription(card.title)

    def _on_faults(self) -> None:
        if self._card is not None:
            self.faults_requested.emit(str(self._card.folder))

    def _emit(self, signal: SignalInstance) -> None:
        if self._card is not None:
            signal.emit(self._card.id)
