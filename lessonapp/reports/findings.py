"""What the figures mean for tomorrow: what is firm, what to teach again, the hardest questions."""

from collections.abc import Sequence

from reportlab.lib.colors import Color
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer, Table

from lessonapp.domain.summary_values import OptionCount, QuestionSummary, SummaryReport
from lessonapp.reports.charts import Shapes
from lessonapp.reports.fonts import HEAVY, REGULAR, STRONG
from lessonapp.reports.layout import (
    OK,
    SMALL,
    TIGHT_TOP,
    WARN,
    WIDTH,
    Heading,
    paragraph,
    rich,
    shortened,
    style,
)
from lessonapp.reports.words import Words

AT_MOST = 5
HALF = (WIDTH - 8 * mm) / 2


def conclusions(report: SummaryReport, words: Words) -> list[Flowable]:
    """What is firm beside what to teach again; nothing where only the questions before were asked."""
    if not any(q.answered and q.purpose != "pre" for q in report.questions):
        return []
    if report.exit is not None:  # they say how firm the lesson is; else those practised do
        none_firm = words.t("No question after the lesson was right for 85% of the class yet.")
        none_again = words.t("Nothing: each question after the lesson was right for 70% or more.")
    else:
        none_firm = words.t("No question of the lesson was right for 85% of the class yet.")
        none_again = words.t("Nothing: each question of the lesson was right for 70% or more.")
    firm = _list(report, report.firm, words, none_firm)
    again = _list(report, report.teach_again, words, none_again)
    if report.teach_again:
        again.append(paragraph(words.t("Ask these again at the start of the next lesson."), SMALL))
    left = [Heading(words.t("What is firm")), *firm]
    right = [Heading(words.t("What to teach again")), *again]
    boxes = [_barred(left, OK), "", _barred(right, WARN)]
    table = Table([boxes], colWidths=[HALF, 8 * mm, HALF], style=TIGHT_TOP)
    return [KeepTogether([table]), Spacer(0, 5 * mm)]


def _barred(content: list[Flowable], colour: Color) -> Table:
    look = [
        *TIGHT_TOP,
        ("LEFTPADDING", (0, 0), (0, 0), 4.5 * mm),
        ("LINEBEFORE", (0, 0), (0, 0), 3.2, colour),
    ]
    return Table([[content]], colWidths=[HALF], style=look)


def _list(report: SummaryReport, numbers: Sequence[int], words: Words, empty: str) -> list[Flowable]:
    if not numbers:
        return [paragraph(empty)]
    story: list[Flowable] = []
    for number in numbers[:AT_MOST]:
        question = report.question(number)
        share = words.share_text(question.right, question.answered)
        name = words.t("Question {number}", number=number)
        text = f": {shortened(question.prompt, 110)} – {share}"
        story.append(rich([(name, STRONG), (text, REGULAR)], style(9.6, after=0.8 * mm)))
    if len(numbers) > AT_MOST:
        more = words.nt("and {count} question more", "and {count} questions more", len(numbers) - AT_MOST)
        story.append(paragraph(more, SMALL))
    return story


def hardest(report: SummaryReport, words: Words) -> list[Flowable]:
    """The hardest questions with the wrong answer most chose and what it shows."""
    if not report.hardest:
        return []
    title = words.nt("The hardest question", "The {count} hardest questions", len(report.hardest))
    story: list[Flowable] = []
    for place, number in enumerate(report.hardest):
        together = _hard(report.question(number), words)
        story.append(KeepTogether([Heading(title), *together] if place == 0 else together))
    return [*story, Spacer(0, 3 * mm)]


def _hard(question: QuestionSummary, words: Words) -> list[Flowable]:
    share = words.share_text(question.right, question.answered)
    name = words.t("Question {number}", number=question.number)
    right = words.t("right: {share}", share=share)
    content: list[Flowable] = [
        rich([(name, HEAVY), (f": {question.prompt}", STRONG), (f" – {right}", REGULAR)], style(9.8))
    ]
    if question.misconception is not None:
        content.append(_chosen(question.misconception, words))
    return [*content, Spacer(0, 2.4 * mm)]


def _chosen(wrong: OptionCount, words: Words) -> Flowable:
    count = words.number(wrong.count)
    often = words.t("Most chosen by mistake: {text} ({count})", text=wrong.text, count=count)
    content: list[Flowable] = [paragraph(often, style(9.6))]
    if wrong.shows:
        content.append(paragraph(words.t("To talk about: “{text}”", text=shortened(wrong.shows)), SMALL))
    shape: object = Shapes([wrong.letter], 4.8 * mm) if wrong.letter else ""
    look = [*TIGHT_TOP, ("TOPPADDING", (0, 0), (0, 0), 1)]
    return Table([[shape, content]], colWidths=[8 * mm, WIDTH - 8 * mm], style=look)
