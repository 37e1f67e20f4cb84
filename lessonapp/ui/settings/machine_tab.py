"""What belongs to this machine: language, motion, size of the notes, and how the stage finds its screen."""

from dataclasses import replace
from typing import Literal, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from lessonapp import __version__
from lessonapp.domain.language import NAMES, Language
from lessonapp.i18n import _, language
from lessonapp.settings import Settings
from lessonapp.ui.widgets.buttons import Segments
from lessonapp.ui.widgets.card import Card
from lessonapp.ui.widgets.colours import MUTED
from lessonapp.ui.widgets.field import Field
from lessonapp.ui.widgets.labels import icon_label, label, rule
from lessonapp.ui.widgets.page_area import side_by_side
from lessonapp.ui.widgets.switch import Switch, switch_row

NotesSize = Literal[16, 18, 22]


def about_text() -> str:
    """Version, licences and credits."""
    return "\n".join(
        (
            _("Lớp Học Số {version}, MIT licence; lessons CC BY 4.0.").format(version=__version__),
            _("Pictures: OpenMoji (CC BY-SA 4.0), recoloured. Mascot and icons: CC BY 4.0."),
            _("Font: Be Vietnam Pro (OFL 1.1). Windows: Qt for Python (LGPL 3)."),
        )
    )


class MachineTab(QWidget):
    """Language and reading at the left, the stage at the right."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.language = Segments(tuple(NAMES.items()), language(), _("Language of the app"))
        sizes = (("16", _("Normal")), ("18", _("Larger")), ("22", _("Largest")))
        self.notes = Segments(sizes, "16", _("Size of the notes on the console"))
        self.sample = label(_("“Who could help Mây here?” Let three pupils answer."), wrap=True)
        self.motion = Switch(_("Reduce motion"))
        self.contrast = Switch(_("High contrast"))
        self._row = side_by_side(self)
        self._row.addWidget(self._reading(), 1)
        self._row.addWidget(self._stage(), 1)
        self.language.chosen.connect(lambda _key: self.changed.emit())
        self.notes.chosen.connect(self._on_notes)
        for switch in (self.motion, self.contrast):
            switch.toggled.connect(lambda _on: self.changed.emit())

    def set_settings(self, settings: Settings) -> None:
        """Show the settings; a language never chosen is the one on the screen."""
        self.language.set_value(settings.language or language())
        self.notes.set_value(str(settings.notes_size))
        self.motion.setChecked(settings.reduce_motion)
        self.contrast.setChecked(settings.high_contrast)
        self._show_sample()

    def settings(self, before: Settings) -> Settings:
        """The settings as they stand; what is not on this page stays as it was."""
        chosen = self.language.value()
        kept = before.language if chosen == (before.language or language()) else cast(Language, chosen)
        return replace(
            before,
            language=kept,
            notes_size=cast(NotesSize, int(self.notes.value())),
            reduce_motion=self.motion.isChecked(),
            high_contrast=self.contrast.isChecked(),
        )

    def set_narrow(self, *, narrow: bool) -> None:
        """The stage below where the room is small."""
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    def _reading(self) -> Card:
        card = Card(_("Language and reading"))
        card.body.addWidget(Field(_("Language of the app"), self.language))
        card.body.addSpacing(6)
        card.body.addWidget(Field(_("Size of the notes on the console"), self.notes))
        card.body.addWidget(self.sample)
        card.body.addWidget(rule())
        card.body.addWidget(label(_("About this program"), "strong"))
        card.body.addWidget(label(about_text(), "secondary", wrap=True))
        card.body.addStretch(1)
        return card

    def _stage(self) -> Card:
        card = Card(_("Stage"))
        still = _("Slides change at once; nothing moves or pulses.")
        clear = _(
            "Black on white for every class, for a pale projector. It can be set for one class alone too."
        )
        card.body.addLayout(switch_row(self.motion, label(_("Reduce motion"), "strong"), still))
        card.body.addWidget(rule())
        card.body.addLayout(switch_row(self.contrast, label(_("High contrast"), "strong"), clear))
        for picture, text in (
            (
                "screen",
                _("The stage opens by itself on the second screen. One click on the console swaps the two."),
            ),
            (
                "usb",
                _("If the projector is unplugged, the lesson stays at its step and comes back by itself."),
            ),
        ):
            card.body.addWidget(rule())
            line = QHBoxLayout()
            line.setSpacing(12)
            line.addWidget(icon_label(picture, MUTED, 20, 4), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(label(text, "secondary", wrap=True), 1)
            card.body.addLayout(line)
        card.body.addStretch(1)
        return card

    def _on_notes(self, _size: str) -> None:
        self._show_sample()
        self.changed.emit()

    def _show_sample(self) -> None:
        size = int(self.notes.value())
        self.sample.setStyleSheet(f"font-size: {size * 0.75}pt; padding-top: {size // 3}px;")
