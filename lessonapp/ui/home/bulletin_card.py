"""On Home, the bulletins for these days: what about, for whom and until when; a click tells more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lessonapp.domain.look import INFO, WARN
from lessonapp.i18n import _
from lessonapp.ui.widgets.buttons import icon_button
from lessonapp.ui.widgets.card import Card, clear_rows
from lessonapp.ui.widgets.labels import icon_label, label, rule
from lessonapp.ui.widgets.words import audience_name

if TYPE_CHECKING:
    from lessonapp.ui.home.model import Bulletin

TILE = 28


class BulletinCard(Card):
    """A row for each bulletin; nothing is shown where there is none."""

    details_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Alerts"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(5)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)
        self._shown: tuple[Bulletin, ...] = ()

    def set_bulletins(self, bulletins: Sequence[Bulletin]) -> None:
        """Show others."""
        if tuple(bulletins) == self._shown:
            return
        self._shown = tuple(bulletins)
        clear_rows(self._rows)
        for number, bulletin in enumerate(bulletins):
            if number:
                self._rows.addWidget(rule())
            self._rows.addWidget(self._row(bulletin))

    def _row(self, bulletin: Bulletin) -> QWidget:
        host = QWidget()
        row = QHBoxLayout(host)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(8)
        tile = icon_label("warn", WARN, 18) if bulletin.runs else icon_label("clock", INFO, 18)
        tile.setProperty("role", "tile")
        tile.setProperty("tone", "warn" if bulletin.runs else "info")
        tile.setAccessibleName(_("In these days") if bulletin.runs else _("Soon"))
        tile.setAlignment(Qt.AlignmentFlag.AlignCenter)
        tile.setFixedSize(TILE, TILE)
        row.addWidget(tile, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(bulletin.title, "strong", wrap=True))
        words.addWidget(
            label(f"{audience_name(bulletin.audience)} · {bulletin.days}", "secondary", wrap=True)
        )
        row.addLayout(words, 1)
        more = icon_button("next", _("About “{title}”").format(title=bulletin.title))
        more.clicked.connect(lambda: self.details_requested.emit(bulletin.id))
        row.addWidget(more)
        return host
