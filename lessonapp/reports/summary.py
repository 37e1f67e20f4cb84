"""The quiz summary of a session: one or two pages a head teacher reads in a minute, and an annex."""

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, PageBreak, Spacer, Table

from lessonapp.domain.summary_values import SummaryReport
from lessonapp.i18n import Speaker
from lessonapp.reports.annex import annex
from lessonapp.reports.charts import Rule, Rules, Strip
from lessonapp.reports.findings import conclusions, hardest
from lessonapp.reports.fonts import STRONG
from lessonapp.reports.heads import UNDER_TITLE
from lessonapp.reports.layout import (
    TIGHT,
    WIDTH,
    Heading,
    Paper,
    Title,
    author,
    build,
    language_tag,
    paragraph,
    style,
)
from lessonapp.reports.overview import overview
from lessonapp.reports.question_table import question_table
from lessonapp.reports.words import Words, channel_name, class_name, minutes_taught

LEFT = 118 * mm


def summary_pdf(report: SummaryReport, speaker: Speaker) -> bytes:
    """The summary of one session as a PDF; the same bytes for the same report and language."""
    words = Words(speaker, report.about.audience)
    story: list[Flowable] = [*_head(report, words), *overview(report, words)]
    story += conclusions(report, words)
    story += question_table(report, words)
    story += hardest(report, words)
    story += _votes(report, words)
    story += _channels(report, words)
    story.append(_closing(report, words))
    if report.questions or report.votes:
        story += [PageBreak(), *annex(report, words)]
    return build(_paper(report, words), story)


def _paper(report: SummaryReport, words: Words) -> Paper:
    whose = class_name(report.about.class_label, words)
    return Paper(
        title=", ".join(
            part for part in (_title(report, words), whose, words.days(report.about.days)) if part
        ),
        author=author(report.head.school, report.head.teacher),
        subject=words.t("Quiz summary"),
        language=language_tag(words.speaker.language),
        footer=words.t("This report holds no pupil's name. Made with Lớp Học Số on the school's computer."),
        page_of=words.speaker.t("Page {page}/{pages}"),
    )


def _title(report: SummaryReport, words: Words) -> str:
    return words.t("Results of “{lesson}”", lesson=report.about.lesson_title)


def _head(report: SummaryReport, words: Words) -> list[Flowable]:
    head, about = report.head, report.about
    left: list[Flowable] = []
    if head.higher_body:
        left.append(paragraph(head.higher_body, style(9.5, colour="muted")))
    whose = " · ".join(part for part in (head.school, class_name(report.about.class_label, words)) if part)
    left.append(paragraph(whose, style(10.5, STRONG, "muted", after=1 * mm)))
    left.append(Title(_title(report, words), LEFT, (21, 18.5, 17)))
    right_style = style(10, colour="muted", align="right")
    right = [paragraph(words.t("Taught on {days}", days=words.days(about.days)), right_style)]
    if head.teacher:
        right.append(paragraph(words.t("Teacher: {name}", name=head.teacher), right_style))
    look = [*TIGHT, ("VALIGN", (0, 0), (-1, -1), "BOTTOM")]
    table = Table([[left, right]], colWidths=[LEFT, WIDTH - LEFT], style=look)
    return [
        table,
        Spacer(0, UNDER_TITLE),
        Rule(WIDTH),
        paragraph(_facts(report, words), style(9.2, colour="muted", after=3 * mm)),
    ]


def _facts(report: SummaryReport, words: Words) -> str:
    about = report.about
    facts = [minutes_taught(words, about.taught)]
    if about.sittings > 1:
        facts.append(words.nt("{count} sitting", "{count} sittings", about.sittings))
    facts.append(words.t("{people} present", people=words.of_people(about.seats_present, about.seats_ever)))
    if about.seats_answered:
        facts.append(words.t("{people} answered", people=words.people(about.seats_answered)))
    if about.hands_most:
        facts.append(words.t("at most {count} raised hands", count=words.number(about.hands_most)))
    if about.teams:
        facts.append(words.nt("{count} team", "{count} teams", len(about.teams)))
    facts.append(words.t("lesson {id}, version {version}", id=about.lesson, version=about.taught_version))
    if about.block:
        facts.append(words.t("only the part “{block}”", block=about.block))
    if about.steps_shown < about.steps:
        facts.append(words.t("{count} of {whole} steps taught", count=about.steps_shown, whole=about.steps))
    return " · ".join(facts)


def _votes(report: SummaryReport, words: Words) -> list[Flowable]:
    votes = [vote for vote in report.votes if vote.answered]
    if not votes:
        return []
    story: list[Flowable] = [Heading(words.t("What the class thought (not scored)"))]
    for vote in votes:
        counts = " · ".join(f"{o.letter} {o.text}: {words.number(o.count)}" for o in vote.options)
        below = paragraph(counts, style(9.5, colour="muted", after=2 * mm))
        story.append(KeepTogether([paragraph(vote.prompt, style(10, STRONG)), below]))
    return [*story, Spacer(0, 2 * mm)]


def _channels(report: SummaryReport, words: Words) -> list[Flowable]:
    if not report.channels:
        return []
    parts = [
        (f"{channel_name(words, u.channel)}: {words.number(u.answers)}", u.answers) for u in report.channels
    ]
    heading = Heading(words.t("How the class answered (number of answers)"))
    return [KeepTogether([heading, Strip(parts, WIDTH), Spacer(0, 5 * mm)])]


def _closing(report: SummaryReport, words: Words) -> Flowable:
    centre, hint = style(10, STRONG, align="centre"), style(9.2, colour="muted", align="centre")
    sign = words.t("(signature and full name)")
    where = report.head.place or "." * 24
    place = words.t("{place}, date: ....... / ....... / 20.....", place=where)
    rows: list[list[object]] = [
        ["", paragraph(place, style(9.5, colour="muted", align="centre"))],
        [paragraph(words.t("School management"), centre), paragraph(words.t("Teacher"), centre)],
        [paragraph(sign, hint), paragraph(sign, hint)],
        [Spacer(0, 19 * mm), ""],
    ]
    table = Table(rows, colWidths=[WIDTH / 2] * 2, style=TIGHT)
    return KeepTogether([Heading(words.t("Teacher's remarks")), Rules(3, WIDTH), Spacer(0, 6 * mm), table])
