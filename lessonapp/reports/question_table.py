"""The table of the first page: each question in a line, before as an outline, after as a solid bar."""

from dataclasses import dataclass

from reportlab.lib.colors import Color, white
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, Paragraph, Spacer, Table

from lessonapp.domain.statistics import PERCENT_FROM
from lessonapp.domain.summary_values import QuestionSummary, SummaryReport
from lessonapp.reports.charts import Bars, Legend, Shapes
from lessonapp.reports.fonts import HEAVY, REGULAR, STRONG
from lessonapp.reports.layout import (
    HALF,
    HEIGHT,
    PRIMARY,
    SMALL,
    TIGHT,
    WIDTH,
    Heading,
    Text,
    lined,
    paragraph,
    style,
)
from lessonapp.reports.words import Words, shift

COLUMNS = (13 * mm, 61 * mm, 13 * mm, 36 * mm, 33 * mm, 18 * mm)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table: a question alone, or with its twin before the lesson."""

    shown: QuestionSummary
    before: QuestionSummary | None = None

    @property
    def numbers(self) -> str:
        """`1, 9` for twins."""
        return f"{self.before.number}, {self.shown.number}" if self.before else str(self.shown.number)


def lines(report: SummaryReport) -> tuple[list[Line], list[Line]]:
    """Questions before and after the lesson, twins on one line; and those of the lesson itself."""
    asked = {q.number: q for q in report.questions}
    around: list[Line] = []
    for question in report.questions:
        twin = asked.get(question.twin or 0)
        if question.purpose == "pre":
            around.append(Line(twin, question) if twin is not None else Line(question))
        elif question.purpose == "exit" and twin is None:
            around.append(Line(question))
    return around, [Line(q) for q in report.questions if q.purpose == "practice"]


def question_table(report: SummaryReport, words: Words) -> list[Flowable]:
    """The table with its heading and legend; nothing where no question was asked."""
    around, during = lines(report)
    if not around and not during:
        return []
    fills: list[tuple[str, Color]] = []
    if around:
        fills += [(words.t("before"), white), (words.t("after"), PRIMARY)]
    if during:
        fills.append((words.t("in the lesson"), HALF))
    rows: list[list[object]] = [_header(words)]
    parts: list[int] = []
    for part, title in ((around, words.t("Before and after")), (during, words.t("In the lesson"))):
        if part and around and during:
            parts.append(len(rows))
            rows.append([paragraph(title, style(9.2, STRONG, "muted")), "", "", "", "", ""])
        rows += [_row(line, words) for line in part]
    heading = Table(
        [[Heading(words.t("Each question")), Legend(fills, WIDTH / 2)]],
        colWidths=[WIDTH / 2] * 2,
        style=TIGHT,
    )
    notes = [words.t("* In percentage points.")] if any(line.before for line in around) else []
    if report.not_asked:
        numbers = ", ".join(str(number) for number in report.not_asked)
        notes.append(words.t("Not asked this time: questions {numbers}.", numbers=numbers))
    if notes:  # in the table, so that it stays on the page of the last question
        rows.append([paragraph(" ".join(notes), SMALL), "", "", "", "", ""])
    table = _table(rows, parts, noted=bool(notes))
    return [CondPageBreak(_least(rows)), heading, table, Spacer(0, 5 * mm)]


def _least(rows: list[list[object]]) -> float:
    """Room for the heading, the table's head and its first two questions."""
    cells = [row[1][0] for row in rows if isinstance(row[1], list)]
    texts = [cell for cell in cells[:2] if isinstance(cell, Text)]
    return 30 * mm + sum(text.wrap(COLUMNS[1] - 6, HEIGHT)[1] for text in texts)


def _table(rows: list[list[object]], parts: list[int], *, noted: bool) -> Table:
    look = lined((3, 3, 4, 4.5), head=True)
    if noted:
        last = len(rows) - 1
        look += [("SPAN", (0, last), (-1, last)), ("LINEBELOW", (0, last), (-1, last), 1.2, white)]
        look += [("LEFTPADDING", (0, last), (-1, last), 0), ("NOSPLIT", (0, last - 1), (0, last))]
    for row in parts:
        look += [("SPAN", (0, row), (-1, row)), ("BOTTOMPADDING", (0, row), (-1, row), 2)]
        look.append(("NOSPLIT", (0, row), (0, min(row + 2, len(rows) - 1))))
    if len(rows) > 3 and not noted:
        look.append(("NOSPLIT", (0, len(rows) - 2), (0, len(rows) - 1)))
    return Table(rows, colWidths=COLUMNS, repeatRows=1, style=look)


def _header(words: Words) -> list[object]:
    look = style(9, STRONG, "muted")
    right = style(9, STRONG, "muted", "right")
    return [
        paragraph(words.t("No."), look),
        paragraph(words.t("Question"), look),
        paragraph(words.t("Right"), style(9, STRONG, "muted", "centre")),
        paragraph(words.t("Share right"), look),
        "",
        paragraph(words.t("Change*"), right),
    ]


def _row(line: Line, words: Words) -> list[object]:
    question, before = line.shown, line.before
    bars: list[tuple[float, Color]] = []
    figures: list[Paragraph] = []
    for right, answered, fill in _bars(line):
        bars.append((right / answered if answered else 0, fill))
        text = words.share_text(right, answered) if answered else "–"
        figures.append(paragraph(text, style(9.2, STRONG if fill is PRIMARY else REGULAR, align="right")))
    letters = [o.letter for o in question.options if o.correct and o.letter]
    change: object = ""
    enough = before is not None and min(before.answered, question.answered) >= PERCENT_FROM
    if enough and before is not None:
        points = shift(words, (before.right, before.answered), (question.right, question.answered))
        change = paragraph(points, style(9.2, HEAVY, align="right"))
    return [
        paragraph(line.numbers, style(9.5, HEAVY)),
        [paragraph(question.prompt, style(9.8, STRONG)), *_remarks(question, words)],
        Shapes(letters) if letters else "",
        Bars(bars, COLUMNS[3] - 2 * mm),
        figures,
        change,
    ]


def _bars(line: Line) -> list[tuple[int, int, Color]]:
    """(right, answered, fill) of each bar: before and after, or first and after a discussion."""
    shown = line.shown
    fill = {"pre": white, "practice": HALF, "exit": PRIMARY}[shown.purpose]
    bars: list[tuple[int, int, Color]] = [(shown.right, shown.answered, fill)]
    if line.before is not None:
        bars.insert(0, (line.before.right, line.before.answered, white))
    elif shown.later and shown.purpose == "practice":
        bars.append((shown.later[-1].right, shown.later[-1].answered, PRIMARY))
    return bars


def _remarks(question: QuestionSummary, words: Words) -> list[Paragraph]:
    """What the figures alone would not tell."""
    said: list[str] = []
    if question.later:
        last = question.later[-1]
        text = words.share_text(last.right, last.answered)
        said.append(words.t("After the discussion: {share}.", share=text))
    if question.unmarked:
        said.append(words.t("Hands were counted per option only."))
    if question.unit == "teams":
        said.append(words.t("Answered by teams."))
    if question.unit == "class":
        said.append(words.t("The class answered as one."))
    if question.still_open:
        said.append(words.t("Still open."))
    return [paragraph(" ".join(said), SMALL)] if said else []
