"""The report of a class over a term: plan, gain lesson by lesson, trend, what to replay, competences."""

from collections.abc import Sequence
from typing import Literal

from reportlab.lib.colors import Color, white
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Spacer, Table

from lessonapp.domain.competences import competence_name
from lessonapp.domain.statistics import INDICATIVE_BELOW
from lessonapp.domain.term import ClassReport, ReplayTopic, SessionResult, TickedLesson
from lessonapp.i18n import Speaker
from lessonapp.reports.charts import Bars, Cards, Legend, Rule, Rules
from lessonapp.reports.fonts import HEAVY, REGULAR, STRONG, width
from lessonapp.reports.formal import no_widows
from lessonapp.reports.heads import UNDER_TITLE
from lessonapp.reports.layout import (
    PRIMARY,
    SMALL,
    TIGHT,
    WIDTH,
    Heading,
    Paper,
    Text,
    Title,
    author,
    build,
    language_tag,
    lined,
    paragraph,
    rich,
    shortened,
    style,
)
from lessonapp.reports.school import capital, left_out, period_words
from lessonapp.reports.trend import Tick, TrendLine
from lessonapp.reports.words import Words, brief_day, class_name, shift, short_day

TOPICS = 6
SESSION_WIDTHS = (23 * mm, 59 * mm, 17 * mm, 36 * mm, 21 * mm, 18 * mm)
PLAN_WIDTHS = (8 * mm, 122 * mm, 44 * mm)


def class_pdf(report: ClassReport, speaker: Speaker) -> bytes:
    """The report of one class; the same bytes for the same report and language."""
    audience = report.results[-1].audience if report.results else "grades-6-9"
    words = Words(speaker, audience)
    name = class_name(report.class_label, words) or words.t("Class without a name")
    story = _head(report, name, words)
    story += _figures(report, words)
    story += _sessions(report, words)
    story += _trend(report, words)
    story += _again(report.again, words)
    story += _plan(report, words)
    story += _competences(report, words)
    story.append(KeepTogether([Heading(words.t("Teacher's remarks")), Rules(3, WIDTH), Spacer(0, 4 * mm)]))
    paper = Paper(
        title=words.t("{name}: digital skills, {period}", name=name, period=_period(report, words)),
        author=author(report.head.school, report.head.teacher),
        subject=words.t("Class report"),
        language=language_tag(speaker.language),
        footer=words.t("This report holds no pupil's name. Made with Lớp Học Số on the school's computer."),
        page_of=speaker.t("Page {page}/{pages}"),
    )
    return build(paper, story)


def _period(report: ClassReport, words: Words) -> str:
    days = [r.day for r in report.results]
    first, last = (
        report.period.first or min(days, default=None),
        report.period.last or max(days, default=None),
    )
    return period_words(first, last, words)


def _head(report: ClassReport, name: str, words: Words) -> list[Flowable]:
    head = report.head
    left: list[Flowable] = []
    if head.school:
        left.append(paragraph(head.school, style(10.5, STRONG, "muted", after=1 * mm)))
    title = words.t("{name}: digital skills and online safety", name=name)
    left.append(Title(title, 118 * mm, (21, 18.5, 16)))
    side = style(10, colour="muted", align="right")
    right = [paragraph(capital(_period(report, words)), side)]
    if head.teacher:
        right.append(paragraph(words.t("Teacher: {name}", name=head.teacher), side))
    look = [*TIGHT, ("VALIGN", (0, 0), (-1, -1), "BOTTOM")]
    table = Table([[left, right]], colWidths=[118 * mm, WIDTH - 118 * mm], style=look)
    return [table, Spacer(0, UNDER_TITLE), Rule(WIDTH), Spacer(0, 1 * mm)]


def _figures(report: ClassReport, words: Words) -> list[Flowable]:
    if not report.results:
        said = words.t("No lesson was recorded in this time, so there is nothing to count.")
        return [paragraph(said, style(10.5)), Spacer(0, 4 * mm)]
    cards = Cards([_taught(report, words), *_gain(report, words)], WIDTH)
    notes = paragraph(" ".join(_notes(report, words)), SMALL)
    return [cards, Spacer(0, 2.2 * mm), notes, Spacer(0, 4 * mm)]


def _taught(report: ClassReport, words: Words) -> list[Text]:
    sums = report.totals
    done = words.t("{done} of {planned}", done=report.planned_taught, planned=len(report.plan))
    sessions = words.nt("{count} session", "{count} sessions", sums.sessions)
    minutes = words.nt("{count} minute", "{count} minutes", sums.minutes)
    return [
        paragraph(words.t("Lessons taught"), style(9.5, STRONG, "muted")),
        paragraph(done if report.plan else words.number(sums.lessons), style(22, HEAVY)),
        paragraph(f"{sessions} · {minutes}", style(9.5, colour="muted")),
    ]


def _gain(report: ClassReport, words: Words) -> list[list[Text]]:
    t, sums = words.t, report.totals
    if sums.points is None:
        return []
    label = style(9.5, STRONG, "muted")
    first, last = (sums.before_right, sums.before_answered), (sums.after_right, sums.after_answered)
    before, before_too = words.share(*first)
    after, _ = words.share(*last)
    change = t("{change}, in percentage points", change=capital(shift(words, first, last)))
    colour = "ok" if sums.points > 0 else "muted"
    return [
        [
            paragraph(t("Before the lessons"), label),
            paragraph(before, _fits(before)),
            paragraph(before_too, style(9.5, colour="muted")),
        ],
        [
            paragraph(t("After the lessons"), label),
            paragraph(after, _fits(after)),
            paragraph(change, style(9.5, STRONG, colour)),
        ],
    ]


def _notes(report: ClassReport, words: Words) -> list[str]:
    t, sums, notes = words.t, report.totals, []
    if sums.points is not None:
        notes.append(t("Answers of all sessions added; no averages were averaged."))
        if sums.by_hands:
            notes.append(
                words.nt(
                    "In {count} session hands were counted, so class means were compared.",
                    "In {count} sessions hands were counted, so class means were compared.",
                    sums.by_hands,
                )
            )
        if sums.hake is not None and sums.confidence != "hidden":
            notes.append(t("Normalised gain g = {value}.", value=words.decimal(sums.hake)))
        if sums.confidence == "hidden":
            notes.append(t("Fewer than 10 answers: read the counts, compare nothing."))
        elif sums.confidence == "indicative":
            notes.append(t("Fewer than {count} answers: for reference only.", count=INDICATIVE_BELOW))
    if report.left_out:
        notes.append(left_out(report.left_out, words))
    notes.append(t("They show knowledge and intention right after the lesson, not how pupils act later."))
    return notes


def _fits(text: str) -> ParagraphStyle:
    room = (WIDTH - 2 * Cards.SPACE) / 3 - 2 * Cards.PAD
    return style(next((s for s in (22.0, 18.0) if width(text, HEAVY, s) <= room), 14.0), HEAVY)


def _sessions(report: ClassReport, words: Words) -> list[Flowable]:
    if not report.results:
        return []
    t = words.t
    small, right = style(9, STRONG, "muted"), style(9, STRONG, "muted", "right")
    rows: list[list[object]] = [
        [
            paragraph(t("Day"), small),
            paragraph(t("Lesson"), small),
            paragraph(t("Pupils there"), style(9, STRONG, "muted", "centre")),
            paragraph(t("Share right"), small),
            "",
            paragraph(t("Change*"), right),
        ]
    ]
    rows += [_session_row(result, words) for result in report.results]
    look = [*lined((2, 2, 3, 3.5), head=True), *no_widows(len(rows))]
    legend = Legend([(t("before"), white), (t("after"), PRIMARY)], WIDTH / 2)
    heading = Table([[Heading(t("Lesson by lesson")), legend]], colWidths=[WIDTH / 2] * 2, style=TIGHT)
    table = Table(rows, colWidths=SESSION_WIDTHS, style=look, repeatRows=1)
    return [CondPageBreak(45 * mm), heading, table, Spacer(0, 1 * mm),
            paragraph(t("* In percentage points."), SMALL), Spacer(0, 5 * mm)]  # fmt: skip


def _session_row(result: SessionResult, words: Words) -> list[object]:
    t = words.t
    title: list[Flowable] = [paragraph(shortened(result.title, 120), style(9.6, STRONG))]
    remarks = []
    if not result.whole:
        remarks.append(t("A part of the lesson."))
    if not result.ended:
        remarks.append(t("Not ended."))
    if result.basis == "class-means":
        remarks.append(t("By class means."))
    if remarks:
        title.append(paragraph(" ".join(remarks), SMALL))
    bars: list[tuple[float, Color]] = []
    figures: list[Text] = []
    change: object = ""
    if result.points is not None:
        for right, answered, fill in (
            (result.before_right, result.before_answered, white),
            (result.after_right, result.after_answered, PRIMARY),
        ):
            bars.append((right / answered, fill))
            font = STRONG if fill is PRIMARY else REGULAR
            share = words.share(right, answered)[0]
            figures.append(paragraph(share, _small(share, SESSION_WIDTHS[4], font, "right")))
        said = shift(
            words, (result.before_right, result.before_answered), (result.after_right, result.after_answered)
        )
        change = paragraph(said, style(9.2, HEAVY, align="right"))
    elif result.exit_answered:
        bars = [(result.exit_right / result.exit_answered, PRIMARY)]
        share = words.share(result.exit_right, result.exit_answered)[0]
        figures = [paragraph(share, _small(share, SESSION_WIDTHS[4], STRONG, "right"))]
    present = words.counts(result.seats_present, result.seats_ever)
    return [
        paragraph(brief_day(result.day, words), style(9.2)),
        title,
        paragraph(present, _small(present, SESSION_WIDTHS[2], REGULAR, "centre")),
        Bars(bars, SESSION_WIDTHS[3] - 3 * mm) if bars else paragraph("–", style(9.2)),
        figures or "",
        change,
    ]


def _small(text: str, wide: float, font: str, align: Literal["right", "centre"]) -> ParagraphStyle:
    """As large as in the other cells, smaller where a figure of thousands would not fit its column."""
    sizes = (size for size in (9.2, 8.4, 7.6) if width(text, font, size) <= wide - 5)
    return style(next(sizes, 7.0), font, align=align)


def _trend(report: ClassReport, words: Words) -> list[Flowable]:
    """The line of right answers after each lesson, and what it says in a sentence."""
    told = [r for r in report.results if r.exit_answered]
    if len(told) < 2:
        return []
    t, trend = words.t, report.trend
    said = t("From four sessions on, the later half is compared with the earlier one here.")
    if trend is not None:
        earlier, later = (trend.early_right, trend.early_answered), (trend.late_right, trend.late_answered)
        early, late, points = words.percent(*earlier), words.percent(*later), shift(words, earlier, later)
        said = t(
            "Right after the lesson: {early} in the earlier half of the sessions, {late} in the later one "
            "({change}, in percentage points). The lessons differ, so a fall may be a harder lesson.",
            early=early, late=late, change=points,
        )  # fmt: skip
    line = TrendLine(
        [(short_day(r.day, words), r.exit_right / r.exit_answered) for r in told], WIDTH, 38 * mm
    )
    return [
        KeepTogether([Heading(t("Right after each lesson")), line, paragraph(said, SMALL), Spacer(0, 5 * mm)])
    ]


def _again(topics: Sequence[ReplayTopic], words: Words) -> list[Flowable]:
    t = words.t
    if not topics:
        return []
    story: list[Flowable] = []
    together: list[Flowable] = [Heading(t("What needs a replay"))]
    for topic in topics[:TOPICS]:
        share = words.share_text(topic.right, topic.answered)
        together.append(rich([(shortened(topic.prompt, 160), STRONG), (f" – {share}", REGULAR)], style(9.8)))
        if topic.shows:
            together.append(paragraph(t("To talk about: “{text}”", text=shortened(topic.shows, 200)), SMALL))
        story += [KeepTogether(together), Spacer(0, 2 * mm)]
        together = []
    if len(topics) > TOPICS:
        more = words.nt("and {count} question more", "and {count} questions more", len(topics) - TOPICS)
        story.append(paragraph(more, SMALL))
    return [*story, Spacer(0, 3 * mm)]


def _plan(report: ClassReport, words: Words) -> list[Flowable]:
    t = words.t
    if not report.plan and not report.extra:
        return []
    rows = [_plan_row(row, words) for row in report.plan]
    story: list[Flowable] = []
    if rows:
        look = [*lined((2, 2, 2, 2.5)), *no_widows(len(rows), 0)]
        story.append(Table(rows, colWidths=PLAN_WIDTHS, style=look))
    if report.extra:
        extra = t("Taught besides the plan: {lessons}", lessons="; ".join(report.extra))
        story += [Spacer(0, 1 * mm), paragraph(extra, SMALL)]
    head = Heading(t("The plan of the year"))
    head.keepWithNext = 0  # it would pull the whole table to the next page
    return [CondPageBreak(40 * mm), head, *story, Spacer(0, 5 * mm)]


def _plan_row(row: TickedLesson, words: Words) -> list[object]:
    if row.taught is not None:
        state = words.day(row.taught)
    else:
        state = words.t("in part") if row.part else words.t("not yet")
    font = STRONG if row.taught is not None else REGULAR
    return [
        Tick(done=row.taught is not None, part=row.part),
        paragraph(row.title, style(9.6, font)),
        paragraph(state, style(9.2, colour="muted" if row.taught is None else "ink", align="right")),
    ]


def _competences(report: ClassReport, words: Words) -> list[Flowable]:
    if not report.competences:
        return []
    language = words.speaker.language
    entries: list[Flowable] = []
    for found in report.competences:
        count = words.nt("{count} session", "{count} sessions", found.sessions)
        name = f"  {competence_name(found.tag, language)} ({count})"
        entries.append(rich([(found.tag, STRONG), (name, REGULAR)], style(9.8, after=0.8 * mm)))
    heading = Heading(words.t("Competences of Circular 02/2025 practised"))
    return [KeepTogether([heading, entries[0]]), *entries[1:], Spacer(0, 5 * mm)]
