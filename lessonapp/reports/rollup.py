"""The roll-up of several schools for commune or province: counts added, small cells left out."""

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from lessonapp.domain.rollup import RollUp, RollUpLine
from lessonapp.domain.summary_values import Head
from lessonapp.i18n import Speaker
from lessonapp.reports.formal import (
    Cell,
    annex_start,
    blanks,
    body,
    build_formal,
    document_head,
    formal_table,
    heading,
    line,
    look,
    signatures,
    title,
)
from lessonapp.reports.layout import Paper, author, language_tag
from lessonapp.reports.school import HIDDEN, before_and_after, not_shown, period_words
from lessonapp.reports.words import Words, shift

WIDTHS = tuple(n * mm for n in (10, 47, 14, 17, 15, 18, 15, 15, 14))


def rollup_pdf(report: RollUp, head: Head, speaker: Speaker) -> bytes:
    """The report over several schools; the same bytes for the same counts."""
    words = Words(speaker, "grades-10-12")
    t = words.t
    period = period_words(report.first, report.last, words)
    subject = t("Teaching of digital skills and online safety in schools")
    story: list[Flowable] = [*document_head(head, t("RP"), speaker), *title(t("Report"), subject, period)]
    story.append(line(t("To: {name}", name=head.higher_body or "." * 40), look(align="centre", after=8)))
    story.append(heading(t("I. What was taught")))
    story += [body(text) for text in _taught(report, words)]
    story.append(heading(t("II. Results")))
    story += [body(text) for text in _results(report, words)]
    story += [
        heading(t("III. Remarks and proposals")),
        blanks(4),
        signatures([t("As above"), t("On file: office, ........")], "." * 30, speaker),
    ]
    if report.total is not None:
        belongs = t("(With report No. ........./RP-............ of ...... month ...... year 20......)")
        story += annex_start("", t("Results by school"), belongs, speaker)
        story += [_table(report, words), *_notes(report, words)]
    paper = Paper(
        title=t("Report") + f": {subject}, {period}",
        author=author(head.school),
        subject=t("Several schools"),
        language=language_tag(speaker.language),
    )
    return build_formal(paper, story)


def _taught(report: RollUp, words: Words) -> list[str]:
    t, total = words.t, report.total
    if total is None:
        return [t("No school's counts were given, so there is nothing to add up.")]
    said = [
        t(
            "{schools} taught {classes} in {sessions}.",
            schools=words.nt("{count} school", "{count} schools", len(report.schools)),
            classes=words.nt("{count} class", "{count} classes", total.classes),
            sessions=words.nt("{count} session", "{count} sessions", total.sessions),
        )
    ]
    if total.planned:
        said.append(
            t(
                "Against the plan of the year: {done} of {planned} lessons of classes were taught whole "
                "({percent}).",
                done=words.number(total.planned_taught),
                planned=words.number(total.planned),
                percent=words.percent(total.planned_taught, total.planned),
            )
        )
    return said


def _results(report: RollUp, words: Words) -> list[str]:
    t, total = words.t, report.total
    if total is None or total.points is None:
        return [t("No questions were asked before and after a lesson, so no progress can be given.")]
    before = total.before_right or 0, total.before_answered or 0
    after = total.after_right or 0, total.after_answered or 0
    return [
        before_and_after(before, after, words),
        t("The numbers are answers added over the schools; no averages were averaged."),
        t("They show knowledge and intention right after the lesson, not how pupils act later."),
    ]


def _table(report: RollUp, words: Words) -> Flowable:
    t = words.t
    header = [
        t("#"), t("School"), t("Classes"), t("Pupils"), t("Sessions"), t("Planned lessons taught"),
        t("Right before"), t("Right after"), t("Change"),
    ]  # fmt: skip
    rows: list[list[Cell]] = [[n, *_row(row, words)] for n, row in enumerate(report.schools, start=1)]
    if report.total is not None:
        rows.append(["", t("All"), *_row(report.total, words)[1:]])
    return formal_table(header, rows, WIDTHS)


def _row(row: RollUpLine, words: Words) -> list[Cell]:
    pupils = HIDDEN if row.pupils.count is None else words.number(row.pupils.count)
    start: list[Cell] = [row.school, row.classes, pupils, row.sessions, f"{row.planned_taught}/{row.planned}"]
    if row.before_answered is None or row.after_answered is None:
        return [*start, HIDDEN, HIDDEN, HIDDEN]
    if row.points is None:
        return [*start, "–", "–", "–"]
    before = row.before_right or 0, row.before_answered
    after = row.after_right or 0, row.after_answered
    return [*start, words.percent(*before), words.percent(*after), shift(words, before, after)]


def _notes(report: RollUp, words: Words) -> list[Flowable]:
    style = look(11)
    notes = [words.t("Change is in percentage points.")]
    if report.suppressed:
        notes.append(not_shown(words))
    return [line(" ".join(notes), style)]
