"""Results as spreadsheets: of one session, and of many, where counts are added, never averages averaged."""

from collections.abc import Sequence
from datetime import date

from lessonapp.domain.statistics import PERCENT_FROM
from lessonapp.domain.summary_values import MeanScore, OptionCount, QuestionSummary, SummaryReport, counts_of
from lessonapp.i18n import Speaker
from lessonapp.reports.book import Column, Sheet, Value, table_csv, workbook
from lessonapp.reports.sheet_sums import QuestionSum, by_class, by_lesson, option_text
from lessonapp.reports.words import Words, channel_name, when_asked

__all__ = ["session_csv", "session_xlsx", "sessions_csv", "sessions_xlsx"]

Row = tuple[Value, ...]


def session_xlsx(report: SummaryReport, speaker: Speaker) -> bytes:
    """One session: head, questions, options, seats by number, and polls."""
    words = Words(speaker, report.about.audience)
    sheets = [_overview(report, words), _questions(report, words), _options(report, words)]
    if report.grid is not None:
        sheets.append(_seats(report, words))
    if report.votes:
        sheets.append(_votes(report, words))
    return workbook(report.about.lesson_title, report.head.school, sheets)


def session_csv(report: SummaryReport, speaker: Speaker) -> str:
    """One session: a line for each question, then for each poll, with their options."""
    words = Words(speaker, report.about.audience)
    sizes = [len(q.options) for q in report.questions] + [len(v.options) for v in report.votes]
    most = max(sizes, default=0)
    columns = (
        *_asked_columns(words),
        Column(words.t("Discrimination"), "decimal"),
        Column(words.t("Right after the discussion"), "whole"),
        Column(words.t("Answers after the discussion"), "whole"),
        *_counted_columns(most, words),
    )
    rows: list[Row] = [
        (*_asked_cells(q, words), *_told_cells(q), *_counted_cells(_counts_of(q.options), most, words))
        for q in report.questions
    ]
    for vote in report.votes:
        start = (None, words.t("not scored"), vote.prompt, vote.asked, vote.answered, *[None] * 5)
        rows.append((*start, *_counted_cells(_counts_of(vote.options), most, words)))
    return table_csv(Sheet("", columns, tuple(rows)))


def sessions_xlsx(title: str, reports: Sequence[SummaryReport], speaker: Speaker) -> bytes:
    """Many sessions: one row each, their sums by class, and one sheet for each set of questions."""
    words = Words(speaker, reports[0].about.audience if reports else "grades-6-9")
    sheets = [_sessions(title, reports, words), _classes(reports, words)]
    sheets += [_question_set(same, words) for same in by_lesson(reports)]
    author = reports[0].head.school if reports else ""
    return workbook(title, author, sheets)


def sessions_csv(reports: Sequence[SummaryReport], speaker: Speaker) -> str:
    """Many sessions: one line for each question of each session."""
    words = Words(speaker, reports[0].about.audience if reports else "grades-6-9")
    columns = (*_session_columns(words), *_question_columns(words))
    rows = tuple(
        (*_session_cells(report), *_question_cells(question, words))
        for report in reports
        for question in report.questions
    )
    return table_csv(Sheet("", columns, rows))


def share(right: int, answered: int) -> float | None:
    """A share of right answers; None where so few answered that only counts are said."""
    return right / answered if answered >= PERCENT_FROM else None


def day_of(report: SummaryReport) -> date:
    """The day on which the first sitting began, where the reader is."""
    return report.about.days[0] if report.about.days else report.about.opened.astimezone().date()


def _overview(report: SummaryReport, words: Words) -> Sheet:
    about, gain = report.about, report.gain
    channels = ", ".join(channel_name(words, use.channel) for use in report.channels)
    rows: list[Row] = [
        (words.t("School"), report.head.school),
        (words.t("Teacher"), report.head.teacher),
        (words.t("Class"), about.class_label),
        (words.t("Lesson"), about.lesson_title),
        (words.t("Day"), words.days(about.days) if about.days else ""),
        (words.t("Minutes"), round(about.taught.total_seconds() / 60)),
        (words.t("Pupils present"), about.seats_present),
        (words.t("Answered by"), channels),
    ]
    when = when_asked(words)
    for name, score in zip(when.values(), (report.pre, report.practice, report.exit), strict=True):
        if score is not None:
            rows += _score_rows(name, score, words)
    if gain is not None and min(gain.before_answered, gain.after_answered) >= PERCENT_FROM:
        rows.append((words.t("Change in percentage points"), round(gain.points, 1)))
    note = _small_class(report, words)
    if note:
        rows.append((words.t("Note"), note))
    columns = (Column(words.t("What"), width=34), Column(words.t("Figure"), "decimal", 44))
    return Sheet(words.t("Overview"), columns, tuple(rows))


def _score_rows(name: str, score: MeanScore, words: Words) -> list[Row]:
    rows: list[Row] = [
        (words.t("Right answers, {when}", when=name), score.right),
        (words.t("Answers, {when}", when=name), score.answered),
    ]
    if (known := share(score.right, score.answered)) is not None:
        rows.append((words.t("Right, %, {when}", when=name), round(100 * known, 1)))
    return rows


def _small_class(report: SummaryReport, words: Words) -> str:
    if report.confidence == "hidden":
        return words.t("Fewer than 10 pupils answered: figures about the questions themselves are left out.")
    if report.confidence == "indicative":
        return words.t("Fewer than 30 pupils answered: take the figures as a hint.")
    return ""


def _asked_columns(words: Words) -> tuple[Column, ...]:
    return (
        Column(words.t("No."), "whole", 6),
        Column(words.t("When"), "text", 17),
        Column(words.t("Question"), "long"),
        Column(words.t("Seats asked"), "whole"),
        Column(words.t("Answers"), "whole"),
        Column(words.t("Right answers"), "whole"),
        Column(words.t("Right, %"), "percent"),
    )


def _asked_cells(question: QuestionSummary, words: Words) -> Row:
    return (
        question.number,
        when_asked(words)[question.purpose],
        question.prompt,
        question.asked,
        question.answered + question.unmarked,
        question.right if question.answered else None,
        share(question.right, question.answered),
    )


def _told_cells(question: QuestionSummary) -> Row:
    """How well it tells, and what a discussion changed."""
    later = question.later[-1] if question.later else None
    found = question.discrimination
    return (
        found.value if found is not None else None,
        later.right if later else None,
        later.answered if later else None,
    )


def _question_columns(words: Words) -> tuple[Column, ...]:
    return (
        *_asked_columns(words),
        Column(words.t("Most chosen by mistake"), "long", 36),
        Column(words.t("How many chose it"), "whole"),
    )


def _question_cells(question: QuestionSummary, words: Words) -> Row:
    wrong = question.misconception
    return (
        *_asked_cells(question, words),
        wrong.text if wrong else None,
        wrong.count if wrong else None,
    )


def _questions(report: SummaryReport, words: Words) -> Sheet:
    columns = (
        *_question_columns(words),
        Column(words.t("What it shows"), "long", 44),
        Column(words.t("Discrimination"), "decimal"),
        Column(words.t("Right after the discussion"), "whole"),
        Column(words.t("Answers after the discussion"), "whole"),
    )
    rows = tuple(
        (
            *_question_cells(question, words),
            question.misconception.shows if question.misconception else None,
            *_told_cells(question),
        )
        for question in report.questions
    )
    return Sheet(words.t("Questions"), columns, rows)


def _options(report: SummaryReport, words: Words) -> Sheet:
    columns = (
        Column(words.t("No."), "whole", 6),
        Column(words.t("Question"), "long"),
        Column(words.t("Letter"), "text", 8),
        Column(words.t("Option"), "long"),
        Column(words.t("Right"), "text", 8),
        Column(words.t("Count"), "whole"),
        Column(words.t("Share"), "percent"),
        Column(words.t("What it shows"), "long"),
    )
    rows = tuple(
        (question.number, question.prompt, *_option_cells(option, question.answered, words))
        for question in report.questions
        for option in question.options
    )
    return Sheet(words.t("Answer options"), columns, rows)


def _option_cells(option: OptionCount, answered: int, words: Words) -> Row:
    known = option.share if answered >= PERCENT_FROM else None
    yes = words.t("yes") if option.correct else ""
    return (option.letter, option.text, yes, option.count, known, option.shows)


def _seats(report: SummaryReport, words: Words) -> Sheet:
    assert report.grid is not None  # `session_xlsx` looked
    said = {"right": words.t("right"), "other": words.t("not right yet"), "blank": ""}
    heads = tuple(Column(words.t("Question {number}", number=n), "text", 12) for n in report.grid.columns)
    rows = tuple(
        (row.seat or words.t("team {n}", n=row.team), *(said[cell] for cell in row.cells))
        for row in report.grid.rows
    )
    return Sheet(words.t("By seat"), (Column(words.t("Seat"), "whole", 10), *heads), rows)


def _votes(report: SummaryReport, words: Words) -> Sheet:
    columns = (
        Column(words.t("Question"), "long"),
        Column(words.t("Letter"), "text", 8),
        Column(words.t("Option"), "long"),
        Column(words.t("Count"), "whole"),
        Column(words.t("Answers"), "whole"),
    )
    rows = tuple(
        (vote.prompt, option.letter, option.text, option.count, vote.answered)
        for vote in report.votes
        for option in vote.options
    )
    return Sheet(words.t("Polls, not scored"), columns, rows)


def _session_columns(words: Words) -> tuple[Column, ...]:
    return (
        Column(words.t("Day"), "date"),
        Column(words.t("Class"), "text", 10),
        Column(words.t("Lesson code"), "text", 12),
        Column(words.t("Lesson"), "long", 40),
    )


def _session_cells(report: SummaryReport) -> Row:
    about = report.about
    return (day_of(report), about.class_label, about.lesson.upper().replace("-", "."), about.lesson_title)


def _figure_columns(words: Words) -> tuple[Column, ...]:
    return (
        Column(words.t("Right before"), "whole"),
        Column(words.t("Answers before"), "whole"),
        Column(words.t("Before, %"), "percent"),
        Column(words.t("Right after"), "whole"),
        Column(words.t("Answers after"), "whole"),
        Column(words.t("After, %"), "percent"),
    )


def _figures(pre: tuple[int, int], leaving: tuple[int, int]) -> Row:
    return (
        pre[0] if pre[1] else None,
        pre[1] or None,
        share(*pre),
        leaving[0] if leaving[1] else None,
        leaving[1] or None,
        share(*leaving),
    )


def _sessions(title: str, reports: Sequence[SummaryReport], words: Words) -> Sheet:
    columns = (
        *_session_columns(words),
        Column(words.t("Minutes"), "whole"),
        Column(words.t("Pupils present"), "whole"),
        *_figure_columns(words),
    )
    rows = tuple(
        (
            *_session_cells(report),
            round(report.about.taught.total_seconds() / 60),
            report.about.seats_present,
            *_figures(counts_of(report.pre), counts_of(report.exit)),
        )
        for report in reports
    )
    return Sheet(words.t("Sessions"), columns, rows, title)


def _classes(reports: Sequence[SummaryReport], words: Words) -> Sheet:
    columns = (
        Column(words.t("Class")),
        Column(words.t("Sessions"), "whole"),
        Column(words.t("Minutes"), "whole"),
        *_figure_columns(words),
    )
    rows = tuple(
        (row.label, row.sessions, row.minutes, *_figures(row.pre, row.exit)) for row in by_class(reports)
    )
    note = words.t("Counts are added over the sessions; shares are of all answers together.")
    return Sheet(words.t("By class"), columns, rows, note)


def _question_set(same: Sequence[SummaryReport], words: Words) -> Sheet:
    sums = QuestionSum.of(same)
    most = max((len(q.options) for q in sums), default=0)
    columns = [
        Column(words.t("No."), "whole", 6),
        Column(words.t("When"), "text", 17),
        Column(words.t("Question"), "long"),
        Column(words.t("Sessions"), "whole"),
        Column(words.t("Answers"), "whole"),
        Column(words.t("Right answers"), "whole"),
        Column(words.t("Right, %"), "percent"),
    ]
    columns += _counted_columns(most, words)
    rows = []
    for question in sums:
        cells = _counted_cells(question.options, most, words)
        known = share(question.right, question.answered)
        when = when_asked(words)[question.purpose]
        rows.append(
            (
                *(question.number, when, question.prompt, question.sessions, question.answered),
                *(question.right, known, *cells),
            )
        )
    about = same[0].about
    code = about.lesson.upper().replace("-", ".")
    return Sheet(f"{code} {about.lesson_title}", tuple(columns), tuple(rows), about.lesson_title)


def _counted_columns(most: int, words: Words) -> list[Column]:
    """Two for each option: its text, and how many chose it."""
    return [
        column
        for place in range(1, most + 1)
        for column in (
            Column(words.t("Option {number}", number=place), "long", 30),
            Column(words.t("Count {number}", number=place), "whole"),
        )
    ]


def _counts_of(options: Sequence[OptionCount]) -> list[tuple[str, bool, int]]:
    return [(option_text(o.letter, o.text), o.correct, o.count) for o in options]


def _counted_cells(options: Sequence[tuple[str, bool, int]], most: int, words: Words) -> Row:
    """Options (text, right or not, count) in the columns for them."""
    cells: list[Value] = []
    for text, correct, count in options:
        cells += [words.t("{text} (right)", text=text) if correct else text, count]
    return (*cells, *[None] * (2 * most - len(cells)))
