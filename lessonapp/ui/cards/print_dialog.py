"""Which cards to print: seats, size by the depth of the room, and what paper to take."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from lessonapp.domain.errors import LessonAppError
from lessonapp.i18n import _, n_
from lessonapp.ui.widgets.buttons import Segments, button
from lessonapp.ui.widgets.card import Notice
from lessonapp.ui.widgets.dialog import FittedDialog, answer_row
from lessonapp.ui.widgets.field import Field, line_edit
from lessonapp.ui.widgets.labels import label


class PrintCardsDialog(FittedDialog):
    """Everything is chosen already; Enter shows the pages. `seats_of` reads what is typed."""

    def __init__(
        self, seats: str, seats_of: Callable[[str], Sequence[int]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, 520)
        self.setWindowTitle(_("Response cards"))
        self._seats_of = seats_of
        self.seats = line_edit(seats, "1-40", 60)
        self.seats_field = Field(
            _("Seats"), self.seats, _("For example 1-40, or 3, 17 for cards that were lost.")
        )
        self.sizes = Segments((("a5", _("A5, small")), ("a4", _("A4, large"))), "a5", _("Size of the cards"))
        self._advice = label("", "secondary", wrap=True)
        self._pages = label("", "secondary")
        self.show_pages = button(_("See the pages"), "primary", "pdf")
        self._lay_out()
        self.seats.textChanged.connect(self._check)
        self.sizes.chosen.connect(self._check)
        self._check()

    def value(self) -> tuple[tuple[int, ...], str]:
        """The seats and the size; only once the dialog was accepted."""
        return tuple(self._seats_of(self.seats.text())), self.sizes.value()

    def accept(self) -> None:
        """Close, unless the seats cannot be read."""
        if self.show_pages.isEnabled():
            super().accept()

    def _check(self, *_changed: object) -> None:
        count, message = 0, ""
        if self.seats.text().strip():
            try:
                count = len(self._seats_of(self.seats.text()))
            except LessonAppError as error:
                message = str(error)
        else:
            message = _("Write the seats whose cards are wanted.")
        self.seats_field.set_message(message, "danger")
        self.show_pages.setEnabled(count > 0)
        pages = n_(
            "{n} card, one on a page, and a page that shows how to hold it",
            "{n} cards, one on a page, and a page that shows how to hold them",
            count,
        )
        self._pages.setText(pages.format(n=count) if count else "")
        self._advice.setText(
            _("For rooms up to 5 m deep, or 7 m with a 1080p webcam. On A5, or two pages on a sheet of A4.")
            if self.sizes.value() == "a5"
            else _("For deeper rooms: up to 7 m, or 11 m with a 1080p webcam. One card fills a sheet of A4.")
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(_("Response cards"), "heading"))
        text = _("Each pupil holds up one card: the seat is in its pattern, the answer is the edge on top.")
        column.addWidget(label(text, "secondary", wrap=True))
        column.addWidget(self.seats_field)
        column.addWidget(Field(_("Size of the cards"), self.sizes))
        column.addWidget(self._advice)
        column.addWidget(
            Notice(
                "info",
                _("Matt paper, printed at 100%, in black and white"),
                _("Glossy paper and lamination reflect the light: such cards are hard to read."),
            )
        )
        column.addWidget(self._pages)
        column.addLayout(answer_row(self, self.show_pages))
