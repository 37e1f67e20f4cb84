"""The school's report (Báo cáo, mẫu 1.4 of Decree 30/2020) with its tables in annexes: a draft to sign."""

from collections.abc import Sequence
from datetime import date

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from lessonapp.domain.competences import competence_code, competence_name
from lessonapp.domain.rollup import SUPPRESS_BELOW, small_cells
from lessonapp.domain.statistics import PERCENT_FROM
from lessonapp.domain.term import ReplayTopic, SchoolReport, Totals
from lessonapp.i18n import Speaker
from lessonapp.reports.formal import (
    Cell,
    annex_start,
    blanks,
    body,
    build_formal,
    bullet,
    document_head,
    formal_table,
    heading,
    line,
    look,
    signatures,
    title,
)
from lessonapp.reports.layout import Paper, author, language_tag, shortened
from lessonapp.reports.words import Words, shift

TOPICS = 5
HIDDEN = "…"
CLASS_WIDTHS = tuple(n * mm for n in (10, 31, 18, 18, 26, 24, 24, 14))
LESSON_WIDTHS = tuple(n * mm for n in (10, 69, 16, 16, 20, 20, 14))
TOPIC_WIDTHS = tuple(n * mm for n in (10, 42, 83, 30))


def school_pdf(report: SchoolReport, speaker: Speaker) -> bytes:
    """The report of a school over a term; the same bytes for the same report and language."""
    words = Words(speaker, "grades-10-12")
    t = words.t
    story: list[Flowable] = [
        *document_head(report.head, t("RP"), speaker),
        *title(t("Report"), t("Teaching of digital skills and online safety"), _days(report, words)),
        line(t("To: {name}", name=report.head.higher_body or "." * 40), look(align="centre", after=8)),
    ]
    story += _situation(report, words)
    story += _results(report, words)
    story += [
        heading(t("III. Difficulties and causes")),
        blanks(3),
        heading(t("IV. What is planned and proposed")),
        blanks(3),
        body(t("The above is the report of {school}./.", school=school_name(report, words))),
        signatures([t("As above"), t("On file: office, ........")], t("Head teacher"), speaker),
    ]
    story += _annexes(report, words)
    return build_formal(_paper(report, words), story)


def school_name(report: SchoolReport, words: Words) -> str:
    """The school's name, or room for it."""
    return report.head.school or words.t("the school")


def _days(report: SchoolReport, words: Words) -> str:
    return period_words(report.period.first or report.first, report.period.last or report.last, words)


def period_words(first: date | None, last: date | None, words: Words) -> str:
    """From one day to another."""
    if first is None and last is None:
        return words.t("school year 20.... – 20....")
    if first is None or last is None or first == last:
        return words.day(first or last or date.min)
    return words.t("from {first} to {last}", first=words.day(first), last=words.day(last))


def _paper(report: SchoolReport, words: Words) -> Paper:
    return Paper(
        title=words.t("Report")
        + ": "
        + words.t("Teaching of digital skills and online safety")
        + f", {_days(report, words)}",
        author=author(report.head.school),
        subject=words.t("School report"),
        language=language_tag(words.speaker.language),
    )


def _situation(report: SchoolReport, words: Words) -> list[Flowable]:
    t, sums = words.t, report.totals
    taught = [row for row in report.classes if row.totals.sessions]
    story: list[Flowable] = [heading(t("I. What was taught"))]
    if not taught:
        return [*story, body(t("No lesson was recorded in this time, so there is nothing to count."))]
    pupils = sum(row.pupils for row in taught)
    story.append(
        body(
            t(
                "{school} taught {lessons} in {sessions} to {classes} with {pupils}; {minutes} in all.",
                school=capital(school_name(report, words)),
                lessons=words.nt("{count} lesson", "{count} lessons", sums.lessons),
                sessions=words.nt("{count} session", "{count} sessions", sums.sessions),
                classes=words.nt("{count} class", "{count} classes", len(taught)),
                pupils=words.people(pupils),
                minutes=words.nt("{count} minute", "{count} minutes", sums.minutes),
            )
        )
    )
    planned, done = sum(r.planned for r in report.classes), sum(r.planned_taught for r in report.classes)
    if planned:
        story.append(
            body(
                t(
                    "Against the plan of the year: {done} of {planned} lessons of classes were taught whole "
                    "({percent}).",
                    done=words.number(done),
                    planned=words.number(planned),
                    percent=words.percent(done, planned),
                )
            )
        )
    if report.left_out:
        story.append(body(left_out(report.left_out, words)))
    story.append(body(t("Results by class are in Annex I, by lesson in Annex II.")))
    return story


def left_out(count: int, words: Words) -> str:
    """What the report could not count."""
    return words.nt(
        "{count} session is not counted: its lesson is no longer on this computer.",
        "{count} sessions are not counted: their lessons are no longer on this computer.",
        count,
    )


def capital(text: str) -> str:
    """With a capital first letter."""
    return text[:1].upper() + text[1:]


def _results(report: SchoolReport, words: Words) -> list[Flowable]:
    t = words.t
    story: list[Flowable] = [heading(t("II. Results"))]
    story += [
        heading(t("1. Knowledge and intention"), 2),
        *(body(x) for x in knowledge(report.totals, words)),
    ]
    if report.again:
        story.append(heading(t("2. What to teach again"), 2))
        story += [bullet(replay_line(topic, words)) for topic in report.again[:TOPICS]]
        if len(report.again) > TOPICS:
            story.append(body(t("The others are in Annex III.")))
    if report.competences:
        number = 3 if report.again else 2
        story.append(heading(t("{number}. Digital competences (Circular 02/2025)", number=number), 2))
        codes = dict.fromkeys(competence_code(c.tag) for c in report.competences)
        for code in codes:
            count = max(c.sessions for c in report.competences if competence_code(c.tag) == code)
            name = competence_name(code, words.speaker.language)
            sessions = words.nt("{count} session", "{count} sessions", count)
            story.append(bullet(f"{code}. {name} ({sessions})"))
    return story


def knowledge(sums: Totals, words: Words) -> list[str]:
    """What the answers say, and what they do not."""
    t = words.t
    if not sums.with_gain or sums.points is None:
        return [t("No questions were asked before and after a lesson, so no progress can be given.")]
    said = [
        before_and_after(
            (sums.before_right, sums.before_answered),
            (sums.after_right, sums.after_answered),
            words,
        ),
        t(
            "The numbers are answers added over {sessions}; no averages were averaged.",
            sessions=words.nt("{count} session", "{count} sessions", sums.with_gain),
        ),
        t("They show knowledge and intention right after the lesson, not how pupils act later."),
    ]
    if sums.by_hands:
        said.append(
            words.nt(
                "In {count} session hands were counted, so class means were compared.",
                "In {count} sessions hands were counted, so class means were compared.",
                sums.by_hands,
            )
        )
    return said


def before_and_after(before: tuple[int, int], after: tuple[int, int], words: Words) -> str:
    """Right of answered before the lessons and after them, and the change."""
    return words.t(
        "Right before the lessons: {before}; after them: {after}. Change: {change} (percentage points).",
        before=words.share_text(*before),
        after=words.share_text(*after),
        change=shift(words, before, after),
    )


def replay_line(topic: ReplayTopic, words: Words) -> str:
    """A question that was hard, with how many had it right; not where so few answered it."""
    prompt = shortened(topic.prompt, 150)
    return f"{prompt} – {_share(topic, words)}" if topic.answered >= SUPPRESS_BELOW else prompt


def _share(topic: ReplayTopic, words: Words) -> str:
    return words.share_text(topic.right, topic.answered) if topic.answered >= SUPPRESS_BELOW else HIDDEN


def not_shown(words: Words) -> str:
    """What stands for a number that could point at a child."""
    return words.t(
        "{sign} is not shown: under {least} pupils or answers, or to be had from such a number by "
        "subtraction. It is counted in the last line.",
        sign=HIDDEN,
        least=SUPPRESS_BELOW,
    )


def _annexes(report: SchoolReport, words: Words) -> list[Flowable]:
    t, speaker = words.t, words.speaker
    if not report.classes:
        return []
    belongs = t(
        "(With report No. ........./RP-............ of ...... month ...... year 20...... of {school})",
        school=school_name(report, words),
    )
    story = annex_start("I", t("Results by class"), belongs, speaker)
    story += _class_table(report, words)
    story += annex_start("II", t("Results by lesson"), belongs, speaker)
    story += _lesson_table(report, words)
    if len(report.again) > TOPICS:
        story += annex_start("III", t("Questions to teach again"), belongs, speaker)
        titles = {row.lesson: row.title for row in report.lessons}
        rows: list[list[Cell]] = [
            [
                n,
                titles.get(topic.lesson, topic.lesson),
                topic.prompt,
                _share(topic, words),
            ]
            for n, topic in enumerate(report.again, start=1)
        ]
        header = [t("#"), t("Lesson"), t("Question"), t("Right")]
        story.append(formal_table(header, rows, TOPIC_WIDTHS, left=(1, 2)))
    return story


def _class_table(report: SchoolReport, words: Words) -> list[Flowable]:
    t = words.t
    header = [
        t("#"), t("Class"), t("Pupils"), t("Sessions"), t("Planned lessons taught"), t("Right before"),
        t("Right after"), t("Change"),
    ]  # fmt: skip
    few = small_cells([row.pupils for row in report.classes])
    small = few | small_cells([_fewest(row.totals, row.pupils) for row in report.classes])
    rows: list[list[Cell]] = [
        [n, row.class_label or t("Class without a name"), HIDDEN if n - 1 in few else row.pupils,
         row.totals.sessions, f"{row.planned_taught}/{row.planned}",
         *_shown(row.totals, words, hidden=n - 1 in small)]
        for n, row in enumerate(report.classes, start=1)
    ]  # fmt: skip
    sums = report.totals
    planned, done = sum(r.planned for r in report.classes), sum(r.planned_taught for r in report.classes)
    pupils = sum(row.pupils for row in report.classes)
    rows.append(
        ["", t("All"), words.number(pupils), sums.sessions, f"{done}/{planned}", *shares(sums, words)]
    )
    return [formal_table(header, rows, CLASS_WIDTHS), *_note(words, hidden=bool(small))]


def _lesson_table(report: SchoolReport, words: Words) -> list[Flowable]:
    t = words.t
    header = [
        t("#"), t("Lesson"), t("Classes"), t("Sessions"), t("Right before"), t("Right after"), t("Change"),
    ]  # fmt: skip
    small = small_cells([_fewest(row.totals, row.pupils) for row in report.lessons])
    rows: list[list[Cell]] = [
        [n, row.title, row.classes, row.totals.sessions, *_shown(row.totals, words, hidden=n - 1 in small)]
        for n, row in enumerate(report.lessons, start=1)
    ]
    taught = sum(row.totals.sessions > 0 for row in report.classes)
    rows.append(["", t("All"), taught, report.totals.sessions, *shares(report.totals, words)])
    return [formal_table(header, rows, LESSON_WIDTHS), *_note(words, hidden=bool(small))]


def _fewest(sums: Totals, pupils: int) -> int:
    """The smallest count behind a line's shares; nothing where it has none."""
    return min(pupils, sums.before_answered, sums.after_answered) if sums.with_gain else 0


def _shown(sums: Totals, words: Words, *, hidden: bool) -> Sequence[str]:
    return (HIDDEN,) * 3 if hidden and sums.with_gain else shares(sums, words)


def _note(words: Words, *, hidden: bool) -> list[Flowable]:
    notes = [words.t("Change is in percentage points."), *([not_shown(words)] if hidden else [])]
    return [line(" ".join(notes), look(11))]


def shares(sums: Totals, words: Words) -> Sequence[str]:
    """Right before, right after, and the change; counts only where there are few."""
    if not sums.with_gain or sums.points is None:
        return "–", "–", "–"
    before = sums.before_right, sums.before_answered
    after = sums.after_right, sums.after_answered
    few = min(sums.before_answered, sums.after_answered) < PERCENT_FROM
    return words.share_text(*before), words.share_text(*after), "–" if few else shift(words, before, after)
