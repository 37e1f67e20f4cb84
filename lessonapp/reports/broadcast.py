"""The broadcast script: the lesson as a spoken text of three to five minutes, with a running clock."""

import re
from collections.abc import Iterator

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer, Table

from lessonapp.domain.lesson import Lesson
from lessonapp.domain.question import SingleQuestion, TrueFalseQuestion
from lessonapp.domain.step import StoryStep
from lessonapp.domain.summary_values import Head
from lessonapp.domain.text import plain
from lessonapp.i18n import Speaker
from lessonapp.reports.blocks import paragraphs
from lessonapp.reports.fonts import HEAVY, STRONG, printable
from lessonapp.reports.formal import no_widows
from lessonapp.reports.heads import lesson_head
from lessonapp.reports.layout import (
    FACE,
    LINE,
    SMALL,
    WIDTH,
    Paper,
    TableLook,
    author,
    build_counted,
    language_tag,
    paragraph,
    style,
)
from lessonapp.reports.lesson_words import paper_questions, remembered, told_at_home
from lessonapp.reports.words import Words

WORDS_A_MINUTE = {"vi": 130, "en": 110}
"""Slow speech over a loudspeaker: syllables are the words of Vietnamese."""
BREATH, PAUSE = 1.0, 2.0
_PAUSE = re.compile(r"\((?:nghỉ|pause|wait)\b[^)]*\)", re.IGNORECASE)
_SECONDS = {
    "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "mười": 10, "mười lăm": 15,
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "ten": 10, "fifteen": 15,
}  # fmt: skip


LETTERS = ((12.4, 1.5), (12.0, 1.36))
"""Points and distance of lines; the closer where it spares a page."""


def broadcast_pdf(lesson: Lesson, head: Head, help_line: str, speaker: Speaker) -> bytes:
    """The script; the lesson's own where it has one, else made of its story, a question and its message."""
    words = Words(speaker, lesson.audience)
    t = words.t
    kind = t("Broadcast script")
    spoken = script(lesson, help_line, words)
    times = clock(spoken, speaker.language)
    length = t("About {time} read slowly. A pause is marked in brackets.", time=minutes(times[-1]))
    story: list[Flowable] = [
        *lesson_head(lesson, head, kind),
        paragraph(length, style(10.5, STRONG, after=1 * mm)),
        paragraph(t("Read calmly, smile, and look up at each pause. No child's name is read out."), SMALL),
        Spacer(0, 3 * mm),
    ]
    paper = Paper(
        title=f"{kind}: {lesson.title}",
        author=author(head.school, head.teacher),
        subject=kind,
        language=language_tag(speaker.language),
        footer=t("{kind} · {lesson}", kind=kind, lesson=printable(lesson.title)),
        page_of=speaker.t("Page {page}/{pages}"),
    )
    sizes = [build_counted(paper, [*story, _spoken(spoken, times, look, words)]) for look in LETTERS]
    return min(sizes, key=lambda size: size[1])[0]


def _spoken(spoken: list[str], times: list[float], letters: tuple[float, float], words: Words) -> Table:
    """Each paragraph beside its time, and last when it ends."""
    size, apart = letters
    rows: list[list[object]] = [
        [paragraph(minutes(at), style(11, HEAVY)), paragraph(text, style(size, line=apart))]
        for at, text in zip(times, spoken, strict=False)
    ]
    rows.append(["", paragraph(words.t("End: {time}", time=minutes(times[-1])), style(11, HEAVY))])
    look: TableLook = [
        FACE,
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 2),
        ("TOPPADDING", (0, 0), (-1, -1), 4),
        ("TOPPADDING", (0, 0), (0, -1), 6),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
        ("LINEBELOW", (0, 0), (-1, -2), 0.5, LINE),
        *no_widows(len(rows), 0),
    ]
    return Table(rows, colWidths=[17 * mm, WIDTH - 17 * mm], style=look)


def clock(spoken: list[str], language: str) -> list[float]:
    """The second at which each paragraph begins, and last the second at which all is said."""
    at, times = 0.0, [0.0]
    for text in spoken:
        at += _seconds(text, language) + BREATH
        times.append(at)
    return times


def _seconds(text: str, language: str) -> float:
    pauses = [_pause(found) for found in _PAUSE.findall(text)]
    said = len(re.findall(r"\w+", _PAUSE.sub("", text)))
    return said * 60 / WORDS_A_MINUTE[language] + sum(pauses)


def _pause(text: str) -> float:
    """The seconds a mark asks for, in figures or words; two where it names none."""
    figures = re.search(r"\d+", text)
    if figures:
        return float(figures[0])
    named = [seconds for word, seconds in _SECONDS.items() if re.search(rf"\b{word}\b", text.lower())]
    return float(max(named)) if named else PAUSE


def minutes(seconds: float) -> str:
    """`3:20`."""
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02d}"


def script(lesson: Lesson, help_line: str, words: Words) -> list[str]:
    """The paragraphs that are read out."""
    if lesson.broadcast:
        return [plain(text) for text in paragraphs(lesson.broadcast)]
    return [plain(text) for text in _made(lesson, help_line, words) if text]


def _made(lesson: Lesson, help_line: str, words: Words) -> Iterator[str]:
    t = words.t
    if lesson.audience == "adults":
        yield t("Good day to you all. Today's minutes are about: {lesson}.", lesson=lesson.title)
    else:
        yield t("Hello everyone! Today we listen to: {lesson}.", lesson=lesson.title)
    if lesson.teacher.sensitive:
        yield t("Whoever does not want to listen may rest for a while. That is all right.")
    yield from _story(lesson)
    question = next(
        (q for q in paper_questions(lesson) if isinstance(q, SingleQuestion | TrueFalseQuestion)), None
    )
    if question is not None:
        right = next(option for option in question.options if option.correct)
        choices = " ".join(
            f"{letter}: {o.text}." for letter, o in zip("ABCD", question.options, strict=False)
        )
        yield t("Here is a question. {question} {choices} (Pause, five seconds.)",
                question=question.prompt, choices=choices.replace("..", "."))  # fmt: skip
        yield " ".join((t("The answer: {answer}", answer=right.text), right.feedback or "")).strip()
    yield " ".join([t("Let us remember:"), *(_ended(text) for text in remembered(lesson))])
    yield from (t("At home: {text}", text=text) for text in told_at_home(lesson))
    yield help_line
    yield t("Say it with me: {text} (Pause.) Thank you for listening!", text=_ended(lesson.key_message))


def _story(lesson: Lesson) -> Iterator[str]:
    """The first story as it is told: captions and speech in their order."""
    story = next((step for step in lesson.steps() if isinstance(step, StoryStep)), None)
    for panel in story.panels if story is not None else ():
        told = [panel.caption or "", *(f"“{bubble.text}”" for bubble in panel.speech)]
        yield " ".join(_ended(part) if part and part == panel.caption else part for part in told if part)


def _ended(text: str) -> str:
    return text if text[-1:] in ".!?…”" else f"{text}."
