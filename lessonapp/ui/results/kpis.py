"""Three figures over the sessions that are looked at: before, after, and what the class gained."""

from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from lessonapp.domain.look import OK, OK_TINT
from lessonapp.domain.statistics import INDICATIVE_BELOW, PERCENT_FROM, whole_percent
from lessonapp.i18n import _
from lessonapp.ui.results.filters import Total
from lessonapp.ui.results.rows import change_text, share_text
from lessonapp.ui.widgets.colours import OK_LINE
from lessonapp.ui.widgets.labels import Elided, label

LEAST = 98
_GOOD = f"""QFrame#good {{ background: {OK_TINT}; border: 1px solid {OK_LINE}; border-radius: 12px; }}
QFrame#good QLabel {{ color: {OK}; }}"""


class Kpi(QFrame):
    """A figure with what it is above and what it counts below."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setMinimumHeight(LEAST)  # large figures keep the room of their marks and tails
        self._plain = self.objectName()
        self.title = label(title, "secondary")
        self.value = label("–", "kpi")
        self.value.setStyleSheet("padding-top: 4px;")  # figures, and words without marks above capitals
        self.detail = Elided("", "secondary")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 6, 12, 8)
        column.setSpacing(0)
        for line in (self.title, self.value, self.detail):
            column.addWidget(line)

    def say(self, value: str, detail: str, *, good: bool = False) -> None:
        """Show a figure; green where it is good news."""
        self.value.setText(value)
        self.detail.set_whole(detail)
        self.setObjectName("good" if good else self._plain)
        self.setStyleSheet(_GOOD if good else "")
        self.setAccessibleName(f"{self.title.text()}: {value}. {detail}")


class Kpis(QWidget):
    """Before, after and gain, one above the other or side by side."""

    def __init__(self) -> None:
        super().__init__()
        self.before, self.after = Kpi(_("Before the lesson")), Kpi(_("After the lesson"))
        self.gain = Kpi(_("The class gained"))
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(10)
        for card in (self.before, self.after, self.gain):
            self._row.addWidget(card, 1)

    def set_across(self, *, across: bool) -> None:
        """Side by side, or one above the other."""
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if across else direction.TopToBottom)

    def set_totals(self, whole: Total, pairs: Total, classes: int = 1) -> None:
        """Figures of the sessions that asked before and after, and what lies between; else of all."""
        self.gain.title.setText(_("The class gained") if classes < 2 else _("The classes gained"))
        few = min(pairs.pre_answered, pairs.exit_answered) < PERCENT_FROM
        told = whole if few else pairs
        self.before.say(*_share(told.pre_right, told.pre_answered))
        self.after.say(*_share(told.exit_right, told.exit_answered))
        if few:
            self.gain.say("–", _("Shown once questions were asked before and after."))
            return
        before = whole_percent(pairs.pre_right, pairs.pre_answered)
        points = whole_percent(pairs.exit_right, pairs.exit_answered) - before
        detail = _("percentage points")
        if 0 < whole.most_seats < INDICATIVE_BELOW:
            detail = _("percentage points · a hint only")
        self.gain.say(change_text(points), detail, good=points > 0)


def _share(right: int, answered: int) -> tuple[str, str]:
    """A share and the counts behind it."""
    if not answered:
        return share_text(right, answered), _("Nothing was asked.")
    counts = _("{right} of {answered} right").format(right=right, answered=answered)
    return share_text(right, answered), counts
