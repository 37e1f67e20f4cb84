"""The annex: each question in full, and who answered what right, by number only."""

from reportlab.lib.colors import white
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Spacer, Table

from lessonapp.domain.statistics import PERCENT_FROM
from lessonapp.domain.summary_values import (
    LaterRound,
    OptionCount,
    QuestionSummary,
    SummaryReport,
    VoteSummary,
)
from lessonapp.reports.charts import Bars, Shapes
from lessonapp.reports.fonts import HEAVY, REGULAR, STRONG
from lessonapp.reports.grid import GridSheet, grid_legend
from lessonapp.reports.layout import FACE, LINE, PRIMARY, SMALL, Heading, TableLook, paragraph, rich, style
from lessonapp.reports.words import Words, discrimination_words, when_asked

COLUMNS = (8 * mm, 98 * mm, 42 * mm, 26 * mm)
KINDS_OF_PARTS = ("order", "match", "sort")


def annex(report: SummaryReport, words: Words) -> list[Flowable]:
    """Starts on a page of its own."""
    story: list[Flowable] = [Heading(words.t("Annex"), 0, 16)]
    if report.questions:
        story.append(Heading(words.t("The questions in full")))
        for question in report.questions:
            story += _question(question, words)
        story += _reliability(report, words)
    votes = [vote for vote in report.votes if vote.answered]
    if votes:
        story.append(Heading(words.t("Polls and votes (not scored)")))
        for vote in votes:
            story += _vote(vote, words)
    if report.grid is not None:
        story += [
            CondPageBreak(60 * mm),
            Heading(words.t("By number")),
            paragraph(_grid_note(report, words), SMALL),
            Spacer(0, 1 * mm),
            grid_legend(words),
            Spacer(0, 1 * mm),
            GridSheet(report.grid, words.speaker.t("Team {number}")),
        ]
    return story


def _grid_note(report: SummaryReport, words: Words) -> str:
    note = words.t("First answers. A number is a seat, and nobody's name is kept.")
    if report.grid is not None and any(
        q.hands and q.number not in report.grid.columns for q in report.questions
    ):
        note += " " + words.t("Questions answered by raised hands only have no column.")
    return note


def _question(question: QuestionSummary, words: Words) -> list[Flowable]:
    title = rich(
        [
            (f"{question.number}. ", HEAVY),
            (question.prompt, STRONG),
            (f"  {_about(question, words)}", REGULAR),
        ],
        style(10, after=0.6 * mm),
    )
    answered = question.answered + question.unmarked
    mark = question.type not in KINDS_OF_PARTS
    body: list[Flowable] = [title, _options(question.options, answered, words, mark=mark)]
    body.append(Spacer(0, 0.8 * mm))
    body += [paragraph(line, SMALL) for line in _figures(question, words)]
    return [KeepTogether(body), Spacer(0, 4 * mm)]


def _about(question: QuestionSummary, words: Words) -> str:
    purpose = when_asked(words)[question.purpose]
    if question.twin is None:
        return f"({purpose})"
    return words.t("({purpose}, twin of question {number})", purpose=purpose, number=question.twin)


def _options(options: tuple[OptionCount, ...], answered: int, words: Words, *, mark: bool) -> Table:
    rows: list[list[object]] = []
    look_right, look_other = style(9.4, STRONG), style(9.4)
    for option in options:
        share = words.percent(option.count, answered) if answered >= PERCENT_FROM else ""
        count = words.number(option.count)
        right = option.correct and mark
        text = words.t("{text} (right)", text=option.text) if right else option.text
        rows.append(
            [
                Shapes([option.letter], 4.6 * mm, solid=right) if option.letter else "",
                paragraph(text, look_right if right else look_other),
                Bars(
                    [(option.share or 0, PRIMARY if right else white)], COLUMNS[2] - 3 * mm, round_ends=False
                ),
                f"{count} ({share})" if share else count,
            ]
        )
    look: TableLook = [
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        FACE,
        ("ALIGN", (3, 0), (3, -1), "RIGHT"),
        ("LEFTPADDING", (0, 0), (-1, -1), 1),
        ("RIGHTPADDING", (0, 0), (-1, -1), 1),
        ("TOPPADDING", (0, 0), (-1, -1), 1.6),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, LINE),
    ]
    return Table(rows, colWidths=COLUMNS, style=look)


def _figures(question: QuestionSummary, words: Words) -> list[str]:
    """How many answered, how many were right, and how well the question tells."""
    answered = question.answered + question.unmarked
    said = [_answered(answered, question.asked, words)]
    if question.answered:
        said.append(words.t("right: {share}", share=words.share_text(question.right, question.answered)))
    lines = [" · ".join(said)]
    lines += [_later(later, words) for later in question.later]
    found = question.discrimination
    if found is not None:
        value = words.t("Discrimination {value}.", value=words.decimal(found.value))
        said = [discrimination_words(words, found), value]
        if question.efficiency is not None and found.value > 0:
            share = words.decimal(100 * question.efficiency, 0)
            said.append(words.t("That is {share}% of what is possible here.", share=share))
        if found.confidence == "indicative":
            said.append(words.t("(For reference only.)"))
        lines.append(" ".join(said))
    drawn = [
        o.letter or o.text for o in question.options if o.distraction and o.distraction.attracts_the_best
    ]
    if drawn and found is not None:
        named = ", ".join(drawn)
        lines.append(words.t("Chosen more by those who did well elsewhere: {options}.", options=named))
    return lines


def _reliability(report: SummaryReport, words: Words) -> list[Flowable]:
    """How far the quiz as a whole can be trusted; nothing where too few answered it all."""
    found = report.reliability
    if found is None:
        return []
    t = words.t
    levels = {
        "high": t("high enough to rely on"),
        "medium": t("fair"),
        "low": t("low: a few questions more would say more"),
    }
    said = [
        t(
            "Reliability (KR-20) {value}, {level}; standard error {error} of {items} questions.",
            value=words.decimal(found.alpha),
            level=levels[found.level],
            error=words.decimal(found.standard_error, 1),
            items=found.items,
        ),
        t("Over {people} who answered each of these questions.", people=words.people(found.n)),
    ]
    if found.confidence == "indicative":
        said.append(t("(For reference only.)"))
    heading = Heading(t("The quiz as a whole"))
    return [KeepTogether([heading, paragraph(" ".join(said), SMALL)]), Spacer(0, 4 * mm)]


def _answered(answered: int, asked: int, words: Words) -> str:
    return words.t(
        "{answered} of {asked} answered", answered=words.number(answered), asked=words.number(asked)
    )


def _later(later: LaterRound, words: Words) -> str:
    share = words.share_text(later.right, later.answered)
    line = words.t("Round {number}, after the discussion: {share}.", number=later.round, share=share)
    if not later.change.both:
        return line
    right, other = words.number(later.change.to_right), words.number(later.change.to_wrong)
    moved = words.t("Changed to right: {right}; changed to another: {other}.", right=right, other=other)
    return f"{line} {moved}"


def _vote(vote: VoteSummary, words: Words) -> list[Flowable]:
    lines = [paragraph(_answered(vote.answered, vote.asked, words), SMALL)]
    path = next((option for option in vote.options if option.id == vote.path), None)
    if path is not None:
        lines.append(paragraph(words.t("The story went on with: {text}", text=path.text), SMALL))
    title = paragraph(vote.prompt, style(10, STRONG, after=0.6 * mm))
    return [
        KeepTogether([title, _options(vote.options, vote.answered, words, mark=False), *lines]),
        Spacer(0, 4 * mm),
    ]
