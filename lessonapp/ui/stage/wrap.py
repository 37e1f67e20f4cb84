"""From a text with simple marks to paragraphs, with words that must stay together bound."""

import re
from dataclasses import dataclass

from lessonapp.domain.bind import bind
from lessonapp.domain.text import MARKS, NBSP

_BULLET = re.compile(r"^\s*(?:[-*•]\s+|(?P<number>\d{1,2}[.)])\s+)")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a paragraph in one style."""

    start: int
    length: int
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Plain text, the styled stretches in it, and the mark of a list before it."""

    text: str
    runs: tuple[Run, ...] = ()
    bullet: str = ""


def last_two(text: str) -> str:
    """The text with its last word bound to the one before, so that no line holds one short word alone."""
    head, space, tail = text.rpartition(" ")
    if not space or len(tail) > 8 or head.count(" ") < 2:
        return text
    return f"{head}{NBSP}{tail}"


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a text, its bold, italic and list marks understood."""
    return tuple(_paragraph(line) for line in text.splitlines() if line.strip())


def _paragraph(line: str) -> Paragraph:
    bullet = ""
    found = _BULLET.match(line)
    if found and not line.strip().startswith("**"):
        bullet = found["number"] or "•"
        line = line[found.end() :]
    plain: list[str] = []
    runs: list[Run] = []
    length = at = 0
    for mark in MARKS.finditer(line):
        before = line[at : mark.start()]
        inner = mark["bold"] or mark["italic"]
        plain += [before, inner]
        runs.append(
            Run(length + len(before), len(inner), bold=bool(mark["bold"]), italic=bool(mark["italic"]))
        )
        length += len(before) + len(inner)
        at = mark.end()
    plain.append(line[at:])
    return Paragraph(bind("".join(plain)), tuple(runs), bullet)
