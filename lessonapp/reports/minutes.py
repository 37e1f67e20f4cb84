"""The minutes of a session (Biên bản, mẫu 1.9 of Decree 30/2020): when, where, who, what was taught."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from lessonapp.domain.summary_values import SummaryReport
from lessonapp.i18n import Speaker
from lessonapp.reports.fonts import FORMAL_BOLD_ITALIC
from lessonapp.reports.formal import (
    RECIPIENT_SIZE,
    RECIPIENTS_SIZE,
    blanks,
    body,
    build_formal,
    bullet,
    document_head,
    heading,
    line,
    look,
    signed_by_two,
    title,
)
from lessonapp.reports.layout import Paper, author, language_tag, shortened
from lessonapp.reports.words import Words, class_name, minutes_taught

DOTS = "." * 30


def minutes_pdf(report: SummaryReport, taught: Sequence[str], speaker: Speaker) -> bytes:
    """The minutes of a session; `taught` names the parts of the lesson that were taught, in their order."""
    words = Words(speaker, report.about.audience)
    t, about = words.t, report.about
    whose = class_name(about.class_label, words) or t("Class {label}", label=DOTS)
    name = t("Lesson on digital skills: “{lesson}”", lesson=about.lesson_title)
    story: list[Flowable] = [
        *document_head(report.head, t("MN"), speaker, dated=False),
        *title(t("Record of meeting"), name),
        body(t("Time of beginning: {time}", time=_time(report, words))),
        body(t("Place: {place}", place="." * 60)),
        heading(t("I. Who was there"), 1),
        bullet(t("Class: {name}, {people} present", name=whose,
                 people=words.of_people(about.seats_present, about.seats_ever))),
        bullet(t("Led by: {name}", name=report.head.teacher or DOTS)),
        bullet(t("Minutes taken by: {name}", name=DOTS)),
        bullet(t("Others: {name}", name="." * 60)),
        heading(t("II. What was done"), 1),
        body(t("Lesson “{lesson}” ({id}, version {version}), {minutes}.", lesson=about.lesson_title,
               id=about.lesson, version=about.taught_version, minutes=minutes_taught(words, about.taught))),
    ]  # fmt: skip
    story += [bullet(part) for part in taught]
    story += _counted(report, words)
    story += [
        heading(t("III. Remarks"), 1),
        blanks(2),
        body(_ending(report, words)),
        signed_by_two(t("Minutes taken by"), t("Led by"), t("(signature and full name)")),
        line(t("Recipients:"), look(RECIPIENTS_SIZE, FORMAL_BOLD_ITALIC)),
        line(t("- On file: office, records."), look(RECIPIENT_SIZE)),
    ]
    paper = Paper(
        title=t("Record of meeting") + f": {name}, {words.days(about.days)}",
        author=author(report.head.school, report.head.teacher),
        subject=t("Minutes of a session"),
        language=language_tag(speaker.language),
    )
    return build_formal(paper, story)


def _time(report: SummaryReport, words: Words) -> str:
    about = report.about
    at = about.opened.astimezone(about.made.tzinfo)
    return words.t("{hour}:{minute} on {day}", hour=f"{at:%H}", minute=f"{at:%M}", day=words.day(at.date()))


def _counted(report: SummaryReport, words: Words) -> list[Flowable]:
    """How many answered and what came out, in one or two sentences."""
    t, gain = words.t, report.gain
    answered = sum(bool(question.answered or question.unmarked) for question in report.questions)
    if not report.answers:
        return [body(t("No answer was recorded in this lesson, so there is nothing to count."))]
    said = [t("The class answered {count}.",
              count=words.nt("{count} question", "{count} questions", answered))]  # fmt: skip
    if gain is not None:
        said.append(
            t(
                "Right before the lesson: {before}; after it: {after}.",
                before=words.share_text(gain.before_right, gain.before_answered),
                after=words.share_text(gain.after_right, gain.after_answered),
            )
        )
    again = [shortened(report.question(n).prompt, 110) for n in report.teach_again[:3]]
    story: list[Flowable] = [body(" ".join(said))]
    if again:
        story.append(body(t("To teach again: {questions}", questions="; ".join(again))))
    return story


def _ending(report: SummaryReport, words: Words) -> str:
    """When it ended: known where it did on the day it began, else left for the hand."""
    about = report.about
    if about.status != "ended" or about.closed is None:
        return words.t("The session ended at ......:...... on ...... / ...... / 20......./.")
    at = about.closed.astimezone(about.made.tzinfo)
    return words.t(
        "The session ended at {hour}:{minute} on {day}./.",
        hour=f"{at:%H}", minute=f"{at:%M}", day=words.day(at.date()),
    )  # fmt: skip
