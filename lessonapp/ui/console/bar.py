"""The bottom bar: back, cover, help, time, once more, reveal, and the one big Continue."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lessonapp.i18n import _
from lessonapp.ui.console.fit_words import FitWords
from lessonapp.ui.icons import icon_pixmap
from lessonapp.ui.theme import FOOT
from lessonapp.ui.widgets.buttons import Role, button
from lessonapp.ui.widgets.colours import SURFACE

NARROW, WIDE, MARGIN = 320, 352, 16


class ContinueButton(QPushButton):
    """Says what it will do, and where that leads."""

    def __init__(self) -> None:
        super().__init__()
        self._said = ("", "")
        self.setProperty("role", "next")
        self.setProperty("radius", 12)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(QSize(NARROW, 60))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(True)  # Enter presses it too, while it has the focus
        self._words = QLabel()
        self._words.setIndent(0)
        self._words.setStyleSheet(f"color: {SURFACE}; font-size: 15pt; font-weight: 600; padding: 2px 0 0 0;")
        self._target = QLabel()
        self._target.setIndent(0)
        self._target.setStyleSheet(f"color: {SURFACE}; font-size: 9.75pt; padding: 0;")
        self._key = QLabel(_("Space"))
        self._key.setStyleSheet(
            f"color: {SURFACE}; font-size: 9.75pt; font-weight: 600; border: 1px solid {SURFACE};"
            "border-radius: 6px; padding: 4px 6px 3px 6px;"
        )
        self._key.setFixedHeight(28)
        arrow = QLabel()
        arrow.setPixmap(icon_pixmap("next", SURFACE, 24, 2))
        arrow.setFixedSize(24, 24)
        arrow.setScaledContents(True)
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._words)
        words.addWidget(self._target)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 12, 4)
        row.setSpacing(8)
        row.addLayout(words, 1)
        row.addWidget(self._key)
        row.addWidget(arrow)
        for part in (self._words, self._target, self._key, arrow):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_narrow(self, narrow: bool) -> None:
        """Less wide on a small screen."""
        self.setFixedWidth(NARROW if narrow else WIDE)
        self.set_words(*self._said)

    def set_words(self, words: str, target: str) -> None:
        """Say what Continue does now."""
        self._said = (words, target)
        self._words.setText(words)
        whole = self.width() - 16 - 12 - 24 - 8
        self._key.setVisible(self._words.sizeHint().width() + self._key.sizeHint().width() + 8 <= whole)
        room = self.width() - 16 - 12 - 24 - 16 - self._key.sizeHint().width() - 6
        self._target.setText(self._target.fontMetrics().elidedText(target, Qt.TextElideMode.ElideRight, room))
        self._target.setVisible(bool(target))
        self.setAccessibleName(f"{words}: {target}" if target else words)
        self.setToolTip(target)


class ConsoleBar(QWidget):
    """Buttons that do what the keys do."""

    command = Signal(str)
    more_time_requested = Signal()
    again_requested = Signal()
    code_requested = Signal()
    film_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "console-bar")
        self.setObjectName(FOOT)  # 111 is never covered
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(84)
        self.back = self._make(_("Back"), "prev", "back")
        self.black = self._make(_("Cover"), "black", "black")
        self.black.setToolTip(_("Cover the stage (B)"))
        self.help = self._make("111", "phone", "help")
        self.help.setToolTip(_("Help card with 111 (H)"))
        self.more_time = self._make(_("+10 s"), "clock")
        self.more_time.clicked.connect(self.more_time_requested)
        self.again = self._make(_("Ask again"), "undo")
        self.again.setToolTip(_("One more round, after the class has talked about it"))
        self.again.clicked.connect(self.again_requested)
        self.film = self._make(_("Play the film"), "play")
        self.film.clicked.connect(self.film_requested)
        self.film.hide()
        self.code = self._make(_("Code"), "users")
        self.code.setToolTip(_("Show or hide on the stage how phones join"))
        self.code.clicked.connect(self.code_requested)
        self.code.hide()
        self.reveal = self._make(_("Show the answer"), "eye", "reveal")
        self.go = ContinueButton()
        self.go.clicked.connect(lambda: self.command.emit("next"))
        for made in (self.back, self.more_time, self.again, self.code):
            made.setAccessibleName(made.text())
            made.setToolTip(made.toolTip() or made.text())
        row = QHBoxLayout(self)
        self._words = FitWords(row, (self.more_time, self.again, self.code, self.back))
        row.setContentsMargins(MARGIN, 12, MARGIN, 12)
        row.setSpacing(8)
        for part in (self.back, self.black, self.help, self.more_time, self.again, self.film, self.code):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.reveal)
        row.addWidget(self.go)

    def set_narrow(self, narrow: bool) -> None:
        """A shorter Continue on a small screen."""
        self.go.set_narrow(narrow)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._words.fit(self.width() - 2 * MARGIN)
        return done

    def show_film(self, *, playing: bool) -> None:
        """Say what a press does to the film."""
        self.film.setText(_("Pause the film") if playing else _("Play the film"))

    def _make(self, text: str, picture: str, command: str = "", role: Role = "secondary") -> QPushButton:
        made = button(text, role, picture)
        made.setMinimumHeight(52)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if command:
            made.clicked.connect(lambda: self.command.emit(command))
        return made
