"""Practising with a class to hold the cards: the teacher's side."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from lessonapp.domain.look import ANSWERS, Audience
from lessonapp.i18n import _
from lessonapp.ui.cards.model import CameraPicture, CardsStatus
from lessonapp.ui.cards.practice_game import SECONDS, PracticeGame
from lessonapp.ui.cards.practice_stage import PracticeStage
from lessonapp.ui.cards.preview import CameraView
from lessonapp.ui.cards.scrolled import scrolled
from lessonapp.ui.console.badge import AnswerBadge
from lessonapp.ui.console.keys import KeyCommands
from lessonapp.ui.console.seats import SeatGrid
from lessonapp.ui.console.sheet import CONSOLE_SHEET
from lessonapp.ui.widgets.buttons import button
from lessonapp.ui.widgets.labels import label


class PracticeWindow(QWidget):
    """Runs the game beside the lesson: session and journal hear nothing of it."""

    closed = Signal()
    command = Signal(str)  # what the game does not do itself
    letter_changed = Signal()  # what was held up before counts no more

    def __init__(
        self,
        parent: QWidget,
        stage: QWidget,
        seats: frozenset[int],
        seed: int,
        audience: Audience,
        language: str,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setProperty("role", "console")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setStyleSheet(CONSOLE_SHEET)
        self.setWindowTitle(_("Practise with the cards"))
        self.game = PracticeGame(seats, seed)
        self.stage = PracticeStage(stage, self.game, audience, language)
        self.view = CameraView()
        self.seats = SeatGrid()
        self.next = button(_("Next letter"), "secondary", "next")
        self.finish = button(_("Back to the lesson"), "primary", "check")
        self._task = label("", "heading", wrap=True)
        self._hint = label("", "secondary", wrap=True)
        self._badges = [AnswerBadge(look, 64) for look in ANSWERS]
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setRange(0, len(self.game.letters) * SECONDS)
        self._second = QTimer(self, interval=1000)
        self._lay_out()
        self.next.clicked.connect(self._on_next)
        self.finish.clicked.connect(self.close)
        KeyCommands(self).command.connect(self._on_command)
        self._second.timeout.connect(self._on_second)
        self._second.start()
        self._show()
        self.next.setFocus()

    def see(self, answers: Mapping[int, str]) -> None:
        """What is held up now, by seat."""
        if self.game.see(answers):
            self._show()

    def show_picture(self, picture: CameraPicture) -> None:
        """Show the newest picture."""
        self.view.show_picture(picture)

    def show_status(self, status: CardsStatus) -> None:
        """What to say where there is no picture."""
        self.view.set_status(status)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self._second.stop()
        self.stage.hide()
        self.stage.deleteLater()
        self.closed.emit()

    def _on_command(self, command: str) -> None:
        """A clicker goes through the game; it never goes on in the lesson behind it."""
        if command == "end" or (command == "next" and self.game.over):
            self.close()
        elif command == "next":
            self._on_next()
        elif command in ("help", "black"):
            self.close()  # the game lies over the stage
            self.command.emit(command)

    def _on_next(self) -> None:
        self.game.go_on()
        self.letter_changed.emit()
        self._show()

    def _on_second(self) -> None:
        if self.game.tick():
            self.letter_changed.emit()
            self._show()
        self._show_time()

    def _show(self) -> None:
        game = self.game
        over = game.over
        for look, badge in zip(ANSWERS, self._badges, strict=True):
            badge.setVisible(look.letter == game.letter)
        task = _("Say: hold up {letter}!").format(letter=game.letter)
        self._task.setText(_("Done: the class can hold the cards.") if over else task)
        text = _("The class sees the letter on the stage. Help whoever is missing; nobody is named.")
        self._hint.setText(_("Nothing of this was kept.") if over else text)
        self.seats.set_seats(tuple(sorted(game.seats)), game.seats, game.seats if over else game.up, 0)
        self.next.setEnabled(not over)
        if over:
            self._second.stop()
        self.stage.refresh()
        self._show_time()

    def _show_time(self) -> None:
        game = self.game
        passed = game.number * SECONDS + (0 if game.over else SECONDS - game.left)
        self._progress.setValue(passed)

    def _lay_out(self) -> None:
        whole = QHBoxLayout(self)
        whole.setContentsMargins(16, 14, 16, 16)
        whole.setSpacing(16)
        left = QVBoxLayout()
        left.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(12)
        for badge in self._badges:
            head.addWidget(badge)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._task)
        words.addWidget(self._hint)
        head.addLayout(words, 1)
        left.addLayout(head)
        left.addWidget(self.view, 1)
        left.addWidget(self._progress)
        whole.addLayout(left, 3)
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addWidget(label(_("Already holding it up"), "panel"))
        right.addWidget(scrolled(self.seats), 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.next)
        row.addWidget(self.finish, 1)
        right.addLayout(row)
        whole.addLayout(right, 2)
