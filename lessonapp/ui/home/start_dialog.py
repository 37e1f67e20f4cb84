"""Before a lesson starts: whole or one part, how the class answers, which language. Enter starts."""

from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from lessonapp.domain.events import Channel
from lessonapp.domain.language import NAMES, Language
from lessonapp.i18n import _
from lessonapp.ui.widgets.buttons import Segments, button
from lessonapp.ui.widgets.card import Notice
from lessonapp.ui.widgets.dialog import FittedDialog, answer_row
from lessonapp.ui.widgets.field import Field
from lessonapp.ui.widgets.labels import label
from lessonapp.ui.widgets.words import channel_choices, channel_needs, class_name, minutes_text, pupils


@dataclass(frozen=True, slots=True)
class BlockOffer:
    """A part of the lesson that can be taught alone."""

    id: str
    title: str
    minutes: int


@dataclass(frozen=True, slots=True)
class StartOffer:
    """What can be chosen, and what is chosen when the dialog opens."""

    lesson_id: str
    title: str
    minutes: int
    class_label: str
    seats: int
    blocks: tuple[BlockOffer, ...]
    languages: tuple[Language, ...]
    """The languages the lesson is in; the first is chosen."""
    channel: Channel = "hands"
    rehearse: bool = False
    alert: str = ""
    """Of a bulletin: for which days it was written, and what to do once they are over."""
    ended: bool = False
    """Of a bulletin: its last day is over."""


@dataclass(frozen=True, slots=True)
class StartChoice:
    """What was chosen."""

    lesson_id: str
    block: str | None
    channel: Channel
    language: Language
    rehearse: bool


class StartDialog(FittedDialog):
    """Everything is chosen already; Enter starts."""

    def __init__(self, offer: StartOffer, parent: QWidget | None = None) -> None:
        super().__init__(parent, 540)
        self._offer = offer
        self.setWindowTitle(_("Start a lesson"))
        self._parts = QButtonGroup(self)
        self._blocks: list[str | None] = []
        self.channel = Segments(channel_choices(), offer.channel, _("The class answers by"))
        self.language = Segments(
            [(key, NAMES[key]) for key in offer.languages], offer.languages[0], _("Language of the lesson")
        )
        self.rehearse = QCheckBox(_("Rehearse: go through the lesson, nothing is kept"))
        self.rehearse.setChecked(offer.rehearse)
        self._needs = label("", "secondary", wrap=True)
        self.start = button("", "primary", "play")
        self._lay_out()
        self.rehearse.toggled.connect(self._name_start)
        self.channel.chosen.connect(lambda _key: self._say_needs())
        self._name_start()
        self._say_needs()
        self.start.setFocus(Qt.FocusReason.TabFocusReason)

    def value(self) -> StartChoice:
        """What is chosen now."""
        return StartChoice(
            self._offer.lesson_id,
            self._blocks[self._parts.checkedId()],
            cast(Channel, self.channel.value()),
            cast(Language, self.language.value()),
            self.rehearse.isChecked(),
        )

    def part_button(self, block: str | None) -> QPushButton:
        """The button of the whole lesson (None) or of a part."""
        return cast(QPushButton, self._parts.button(self._blocks.index(block)))

    def _lay_out(self) -> None:
        offer = self._offer
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(offer.title, "heading", wrap=True))
        who = (
            f"{class_name(offer.class_label)} · {pupils(offer.seats)}" if offer.class_label else _("No class")
        )
        column.addWidget(label(who, "secondary"))
        if offer.alert:
            column.addWidget(Notice("warn" if offer.ended else "info", "", offer.alert))
        column.addLayout(self._part_choices())
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(Field(_("The class answers by"), self.channel), 1)
        language = Field(_("Language of the lesson"), self.language)
        language.setVisible(len(offer.languages) > 1)
        row.addWidget(language, 1)
        column.addLayout(row)
        column.addWidget(self._needs)
        column.addWidget(self.rehearse)
        column.addLayout(answer_row(self, self.start))

    def _part_choices(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        self._add_part(column, None, _("The whole lesson"), self._offer.minutes)
        if len(self._offer.blocks) > 1:
            for block in self._offer.blocks:
                self._add_part(column, block.id, _("Only: {title}").format(title=block.title), block.minutes)
        self.part_button(None).setChecked(True)
        return column

    def _add_part(self, column: QVBoxLayout, block: str | None, text: str, minutes: int) -> None:
        made = button(f"{text} · {minutes_text(minutes)}", "choice")
        made.setCheckable(True)
        self._parts.addButton(made, len(self._blocks))
        self._blocks.append(block)
        column.addWidget(made)

    def _say_needs(self) -> None:
        """What the way to answer needs in the room."""
        self._needs.setText(channel_needs(cast(Channel, self.channel.value())))

    def _name_start(self) -> None:
        self.start.setText(_("Rehearse") if self.rehearse.isChecked() else _("Start"))
