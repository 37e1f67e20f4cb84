"""The disclosure card: what a teacher does when a child tells. One page, to keep at hand."""

from collections.abc import Sequence

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer, Table

from lessonapp.domain.look import POLICE
from lessonapp.domain.school import Contact
from lessonapp.domain.summary_values import Head
from lessonapp.i18n import Speaker
from lessonapp.reports.fonts import HEAVY, REGULAR, STRONG, printable
from lessonapp.reports.heads import paper_head
from lessonapp.reports.layout import (
    LINE,
    TIGHT_TOP,
    WIDTH,
    Heading,
    Paper,
    author,
    build_counted,
    first_fitting,
    language_tag,
    paragraph,
    rich,
    scales,
    style,
)
from lessonapp.reports.people import Box, Side, contact_lines, number_box
from lessonapp.reports.words import Words

LARGEST, SMALLEST = 1.2, 0.8


def disclosure_pdf(head: Head, contacts: Sequence[Contact], speaker: Speaker, police: str = POLICE) -> bytes:
    """The card, on one page; `police` is the number in danger, empty where none is sure."""
    words = Words(speaker, "adults")
    paper = Paper(
        title=words.t("When a child tells"),
        author=author(head.school, head.teacher),
        subject=words.t("Disclosure card"),
        language=language_tag(speaker.language),
        footer=words.t("For teachers and staff. Keep it where you find it at once."),
        page_of=speaker.t("Page {page}/{pages}"),
    )
    number = printable(police)
    return first_fitting(
        build_counted(paper, _story(head, contacts, words, scale, number))
        for scale in scales(LARGEST, SMALLEST, 0.05)
    )


def _story(
    head: Head, contacts: Sequence[Contact], words: Words, scale: float, police: str
) -> list[Flowable]:
    t = words.t
    story = paper_head(head, t("Disclosure card"), Heading(t("When a child tells"), 0, 21))
    rows: list[list[object]] = []
    for number, (start, rest) in enumerate(_steps(words, police), start=1):
        text = rich([(start, STRONG), (f" {rest}", REGULAR)], style(10.8 * scale))
        rows.append([paragraph(str(number), style(15 * scale, HEAVY, line=1.1)), text])
    look = [
        *TIGHT_TOP,
        ("TOPPADDING", (0, 0), (-1, -1), 2.6 * scale),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4 * scale),
        ("LINEBELOW", (0, 0), (-1, -2), 0.6, LINE),
    ]
    story += [Table(rows, colWidths=[11 * mm, WIDTH - 11 * mm], style=look), Spacer(0, 4 * mm * scale)]
    half = (WIDTH - 5 * mm) * 0.42
    blanks = [
        t("In charge of child protection: {name}", name="." * 24),
        t("Head of school: {number}", number="." * 28),
        t("Commune police: {number}", number="." * 28),
    ]
    lines = [
        t("Danger right now: {number} (police)", number=police)
        if police
        else t("Danger right now: the police"),
        t("Commune People's Committee: {number}", number="." * 28),
        *(contact_lines(contacts, words) or blanks),
    ]
    people = [paragraph(t("Tell at once"), style(12 * scale, HEAVY, after=0.8 * mm))]
    people += [paragraph(line, style(10.4 * scale, after=0.6 * mm)) for line in lines]
    story.append(Side([number_box(words, half, scale), Box(people, WIDTH - half - 5 * mm)]))
    return story


def _steps(words: Words, police: str) -> list[tuple[str, str]]:
    """The ten steps of the fact sheet, 6.2."""
    t = words.t
    return [
        (t("Stop, and give attention,"), t("where you can be seen but not overheard. A calm face.")),
        (
            t("Listen."),
            t(
                "Use the child's own words. “Go on if you want to.” "
                "Do not lead, do not ask again and again, do not investigate."
            ),
        ),
        (t("Say:"), t("“I believe you. It is not your fault. You are very brave to tell.”")),
        (
            t("Do not promise to keep it secret:"),
            t("“I will tell only those who need to know, to help you.”"),
        ),
        (
            t("Private pictures: do not look, ask for, copy, keep, print or forward them."),
            t(
                "Nobody deletes or resends anything, the child neither. Put the device aside, switched off "
                "or locked. Note user names, links and times in the child's own words."
            ),
        ),
        (
            t("Do not contact the person suspected,"),
            t("do not bring the two sides together, do not write of it in a staff or class group."),
        ),
        _report(words, police),
        (
            t("Write it down on paper within the hour:"),
            t("date, time, the exact words, what you did. Lock it away, not in this program."),
        ),
        (
            t("Tell the child what comes next."),
            t("Ask again tomorrow. Keep class as usual, and the matter from classmates."),
        ),
        (t("Look after yourself."), t("Adults may call 111 for advice too.")),
    ]


def _report(words: Words, police: str) -> tuple[str, str]:
    """The seventh step: whom to tell."""
    t = words.t
    return (
        t(
            "Report at once: 111, or the police ({number} in danger right now), "
            "or the commune People's Committee.",
            number=police,
        )
        if police
        else t("Report at once: 111, or the police, or the commune People's Committee."),
        t(
            "Tell the head and whoever is in charge of child protection at the same time. "
            "The duty is yours: do not wait for proof, do not wait for leave. "
            "May a parent or colleague be involved: straight to 111 or the police."
        ),
    )
