"""The summary of a session as data: JSON for programs, CSV for a spreadsheet."""

import csv
from io import StringIO
from typing import Any

from lessonapp.domain.summary_values import OptionCount, SummaryReport
from lessonapp.domain.text import nfc, plain
from lessonapp.i18n import Speaker
from lessonapp.reports.words import Words

FORMAT = 1
BOM = "\ufeff"
Row = list[str | int | float]


def summary_dict(report: SummaryReport) -> dict[str, Any]:
    """The whole report as JSON values; shares are 0 to 1, times ISO 8601, durations too."""
    data = report.model_dump(mode="json")
    if report.gain is not None:
        gain = report.gain
        data["gain"] |= {"before": gain.before, "after": gain.after, "points": gain.points}
    return {"format": FORMAT, "answers": report.answers, **data}


def summary_csv(report: SummaryReport, speaker: Speaker) -> str:
    """One line a question and a poll, in form C, with a byte-order mark so that Excel reads UTF-8."""
    words = Words(speaker, report.about.audience)
    sizes = [len(q.options) for q in report.questions] + [len(v.options) for v in report.votes]
    most = max(sizes, default=0)
    target = StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(_header(words, most))
    writer.writerows([_safe(cell) for cell in row] for row in _rows(report, words))
    return BOM + target.getvalue()


def _header(words: Words, options: int) -> Row:
    header: Row = [
        words.t("No."),
        words.t("When"),
        words.t("Question"),
        words.t("Seats asked"),
        words.t("Answers"),
        words.t("Right answers"),
        words.t("Right, %"),
        words.t("Discrimination"),
        words.t("Right after the discussion"),
        words.t("Answers after the discussion"),
    ]
    for place in range(1, options + 1):
        header += [words.t("Option {number}", number=place), words.t("Count {number}", number=place)]
    return header


def _rows(report: SummaryReport, words: Words) -> list[Row]:
    when = {
        "pre": words.t("before the lesson"),
        "practice": words.t("in the lesson"),
        "exit": words.t("after the lesson"),
    }
    rows: list[Row] = []
    for question in report.questions:
        later = question.later[-1] if question.later else None
        found = question.discrimination
        rows.append(
            [
                question.number,
                when[question.purpose],
                question.prompt,
                question.asked,
                question.answered + question.unmarked,
                question.right if question.answered else "",
                round(100 * question.facility, 1) if question.facility is not None else "",
                round(found.value, 3) if found is not None else "",
                later.right if later else "",
                later.answered if later else "",
                *_options(question.options, words),
            ]
        )
    for vote in report.votes:
        start: Row = ["", words.t("not scored"), vote.prompt, vote.asked, vote.answered, "", "", "", "", ""]
        rows.append([*start, *_options(vote.options, words)])
    return rows


def _options(options: tuple[OptionCount, ...], words: Words) -> Row:
    cells: Row = []
    for option in options:
        text = f"{option.letter}. {option.text}" if option.letter else option.text
        cells += [words.t("{text} (right)", text=text) if option.correct else text, option.count]
    return cells


def _safe(cell: str | float) -> str | int | float:
    """Text that a spreadsheet does not take for a formula."""
    if not isinstance(cell, str):
        return cell
    text = plain(nfc(cell))
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
