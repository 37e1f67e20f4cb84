"""The questions of one session as a table: each with its twin before the lesson, as the school reads it."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from lessonapp.domain.look import ANSWERS, OK
from lessonapp.domain.statistics import PERCENT_FROM, whole_percent
from lessonapp.domain.summary_values import QuestionSummary, SummaryReport
from lessonapp.domain.text import plain
from lessonapp.i18n import _
from lessonapp.ui.results.headed import HeadedTable, Index
from lessonapp.ui.results.option_bars import paint_shape
from lessonapp.ui.results.painted_tag import paint_tag
from lessonapp.ui.results.rows import share_text
from lessonapp.ui.widgets.colours import DISABLED_FILL, PRIMARY

QUESTION_ROLE = Qt.ItemDataRole.UserRole + 1
SHAPE_STEP = 26
"""From one shape of a right answer to the next."""
NUMBER, PROMPT, RIGHT, CHOICES, BEFORE, DURING, AFTER, GAIN, AGAIN = range(9)


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question, with its twin from before the lesson where both were asked."""

    question: QuestionSummary
    twin: QuestionSummary | None = None
    weak: bool = False
    """Whether the paper says to teach it again."""

    @property
    def letters(self) -> tuple[str, ...]:
        """Of what is right."""
        return tuple(o.letter for o in self.question.options if o.correct and o.letter)

    @property
    def gain(self) -> int | None:
        """Percentage points from the twin; None without one, or where few answered."""
        before, after = self.twin, self.question
        if before is None or min(before.answered, after.answered) < PERCENT_FROM:
            return None
        return whole_percent(after.right, after.answered) - whole_percent(before.right, before.answered)


def question_rows(report: SummaryReport) -> tuple[QuestionRow, ...]:
    """Exit questions with their twins, and every other question by itself, in the lesson's order."""
    asked = {question.number: question for question in report.questions}
    exits = [q for q in report.questions if q.purpose == "exit"]
    paired = {q.twin for q in exits if q.twin in asked}
    return tuple(
        QuestionRow(
            q,
            asked.get(q.twin) if q.purpose == "exit" and q.twin is not None else None,
            weak=q.number in report.teach_again,
        )
        for q in report.questions
        if q.number not in paired
    )


def said(question: QuestionSummary | None) -> str:
    """Its share of right answers."""
    if question is None or not question.answered:
        return ""
    return share_text(question.right, question.answered)


class QuestionTable(HeadedTable):
    """Rows of one session."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[QuestionRow, ...] = ()
        self._numbers = frozenset((BEFORE, DURING, AFTER, GAIN))
        self._heads = (
            "#",
            _("Question"),
            _("Right"),
            _("Chosen"),
            _("Before"),
            _("In the lesson"),
            _("After"),
            _("Change"),
            "",
        )

    @property
    def rows(self) -> tuple[QuestionRow, ...]:
        """What is shown."""
        return self._rows

    def set_rows(self, rows: tuple[QuestionRow, ...]) -> None:
        """Show another session's questions."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def _count(self) -> int:
        return len(self._rows)

    def _cell(self, place: int, column: int, role: int) -> object:
        row = self._rows[place]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == QUESTION_ROLE:
            return row
        if role == Qt.ItemDataRole.ToolTipRole and column == PROMPT:
            return plain(row.question.prompt)
        return None

    @staticmethod
    def _text(row: QuestionRow, column: int) -> str:
        question = row.question
        purpose = question.purpose
        gain = row.gain
        change = "" if gain is None else f"{gain:+d}".replace("-", "\N{MINUS SIGN}")
        return (
            str(question.number),
            plain(question.prompt),
            ", ".join(row.letters),
            "  ".join(f"{o.letter}: {o.count}" for o in question.options if o.letter),
            said(row.twin if purpose == "exit" else question if purpose == "pre" else None),
            said(question) if purpose == "practice" else "",
            said(question) if purpose == "exit" else "",
            change,
            _("Teach again") if row.weak else "",
        )[column]


class QuestionDelegate(QStyledItemDelegate):
    """Right answers as shapes, choices as one bar, and the tag."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        if index.column() in (NUMBER, PROMPT, AFTER, GAIN):
            option.font.setWeight(QFont.Weight.DemiBold)
        if index.column() in (RIGHT, CHOICES, AGAIN):
            option.text = ""
        if index.column() == GAIN and str(index.data() or "").startswith("+"):
            option.palette.setColor(option.palette.ColorRole.Text, QColor(OK))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), 42)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        row: QuestionRow = index.data(QUESTION_ROLE)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.column() == RIGHT:
            for number, letter in enumerate(row.letters):
                place = QRectF(box.x() + 10 + number * SHAPE_STEP, box.center().y() - 11, 22, 22)
                paint_shape(painter, letter, place)
        elif index.column() == CHOICES:
            _choices(painter, row.question, QRectF(box.x() + 8, box.center().y() - 9, box.width() - 20, 18))
        elif index.column() == AGAIN and row.weak:
            paint_tag(painter, box, str(index.data()), weak=True)
        painter.restore()


def _choices(painter: QPainter, question: QuestionSummary, box: QRectF) -> None:
    """One bar, a part an option in the order A, B, C, D; right and not yet where they have no letter."""
    options = question.options
    if all(option.letter for option in options):
        colours = {look.letter: look.colour for look in ANSWERS}
        parts = [(colours.get(option.letter, PRIMARY), option.count) for option in options]
    else:
        parts = [(PRIMARY, question.right), (DISABLED_FILL, question.answered - question.right)]
    whole = sum(count for _colour, count in parts)
    painter.setPen(Qt.PenStyle.NoPen)
    if not whole:
        painter.setBrush(QColor(DISABLED_FILL))
        painter.drawRoundedRect(box, 4, 4)
        return
    shown = [(colour, count) for colour, count in parts if count]
    room = box.width() - 2 * (len(shown) - 1)
    x = box.x()
    for colour, count in shown:
        width = room * count / whole
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(QRectF(x, box.y(), width, box.height()), min(4, width / 2), min(4, width / 2))
        x += width + 2
