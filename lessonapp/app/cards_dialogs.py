"""Printing response cards from a window: choose, look at the pages, save or print."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from lessonapp.app.files import start_folder
from lessonapp.i18n import language

if TYPE_CHECKING:
    from lessonapp.app.program import Program
    from lessonapp.reports.cards import CardSize
    from lessonapp.ui.results.preview import PdfPreview

CARDS = 40
"""How many are offered where no class is chosen."""


class CardsPrinting(QObject):
    """Asks which cards, and shows them."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program

    def ask(self, parent: QWidget) -> None:
        """Seats of the chosen class, small cards: Enter shows the pages."""
        from lessonapp.app.cards_print import seats_of
        from lessonapp.channels.cards.marker import LAST_SEAT
        from lessonapp.ui.cards.print_dialog import PrintCardsDialog
        from lessonapp.ui.widgets.dialog import accepted

        known = self._program.school_class()
        count = min(known.seats if known is not None else CARDS, LAST_SEAT)
        dialog = PrintCardsDialog(f"1-{count}", seats_of, parent)
        if accepted(dialog):
            seats, size = dialog.value()
            self.preview(seats, cast("CardSize", size), parent)

    def preview(self, seats: tuple[int, ...], size: CardSize, parent: QWidget) -> PdfPreview:
        """Show the pages; save and print from there."""
        from lessonapp.app.cards_print import cards_document, cards_name
        from lessonapp.ui.results.preview import PdfPreview

        tongue = language()
        folder = start_folder(self._program.workspace.settings)
        pdf = cards_document(seats, size, tongue)
        dialog = PdfPreview(pdf, cards_name(seats, size, tongue), folder, parent, tongue)
        dialog.language_requested.connect(
            lambda chosen: dialog.set_content(
                cards_document(seats, size, chosen), cards_name(seats, size, chosen)
            )
        )
        dialog.save_requested.connect(lambda path: self._program.desk.save_shown(dialog, Path(path)))
        dialog.open()
        return dialog
