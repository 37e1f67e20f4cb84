"""The shared screen: who is at the board, the class as one, a team, or one seat."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lessonapp.domain.look import animal_of
from lessonapp.domain.state import Respondent, SessionState
from lessonapp.domain.tally import THE_CLASS
from lessonapp.i18n import _, language
from lessonapp.ui.widgets.buttons import button
from lessonapp.ui.widgets.combo import Combo
from lessonapp.ui.widgets.flow import FlowLayout
from lessonapp.ui.widgets.labels import label, restyle

TEAM_CHOICES = (2, 3, 4, 5, 6, 8)


class ScreenPanel(QWidget):
    """Whose answer the next click on the stage is, and drawing of teams."""

    respondent_chosen = Signal(object)
    teams_requested = Signal(int)  # 0 ends team play

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: object = None
        self._who = label("", "secondary", wrap=True)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        self._count = Combo()
        self._count.setAccessibleName(_("How many teams"))
        for count in TEAM_CHOICES:
            self._count.addItem(_("{n} teams").format(n=count), count)
        self._count.setCurrentIndex(TEAM_CHOICES.index(4))
        self._draw = button(_("Draw teams"), "secondary", "users")
        self._draw.clicked.connect(lambda: self.teams_requested.emit(self._count.currentData()))
        self._end = button(_("No teams"))
        self._end.clicked.connect(lambda: self.teams_requested.emit(0))
        drawing = QWidget()  # below one another where the window is small
        row = FlowLayout(drawing, 6)
        for part in (self._count, self._draw, self._end):
            part.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(part)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(self._who)
        whole.addWidget(self._chips)
        whole.addWidget(drawing)

    def show_state(self, state: SessionState, respondent: Respondent) -> None:
        """Show who can answer and who is chosen."""
        current = state.round
        answered = frozenset(current.answers) if current is not None else frozenset()
        news = (state.teams, respondent, answered)
        if news == self._shown:
            return
        self._shown = news
        self._who.setText(_("At the board: {who}").format(who=respondent_name(respondent)))
        self._end.setVisible(bool(state.teams))
        self._draw.setText(_("Draw again") if state.teams else _("Draw teams"))
        if len(state.teams) in TEAM_CHOICES:
            self._count.setCurrentIndex(TEAM_CHOICES.index(len(state.teams)))
        self._rebuild(state, respondent, answered)

    def _rebuild(self, state: SessionState, respondent: Respondent, answered: frozenset[Respondent]) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        choices: list[Respondent] = [THE_CLASS, *((0, team) for team in range(1, len(state.teams) + 1))]
        if respondent[0]:
            choices.append(respondent)
        for who in choices:
            chip = button(respondent_name(who), "chip", "check" if who in answered else None)
            chip.setCheckable(True)
            chip.setChecked(who == respondent)
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            if who[1]:
                seats = ", ".join(str(seat) for seat in state.teams[who[1] - 1])
                chip.setToolTip(_("Seats {seats}").format(seats=seats))
            chip.clicked.connect(lambda _checked=False, who=who: self.respondent_chosen.emit(who))
            restyle(chip)
            self._flow.addWidget(chip)
        self._chips.updateGeometry()


def respondent_name(respondent: Respondent) -> str:
    """The class, a team by its animal, or a seat by its number."""
    seat, team = respondent
    if team:
        animal = animal_of(team)
        name = animal.name(language()) if animal is not None else ""
        return _("Team {n} · {animal}").format(n=team, animal=name)
    return _("Seat {n}").format(n=seat) if seat else _("The whole class")
