"""Text of a lesson as paragraphs: bold, lists and empty lines as its author wrote them."""

import re
from collections.abc import Iterator

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Spacer

from lessonapp.reports.fonts import STRONG, marked
from lessonapp.reports.layout import Text

_BULLET = re.compile(r"^\s*[-*•]\s+(.*)$")


def text_blocks(text: str, look: ParagraphStyle, bold: str = STRONG) -> Iterator[Flowable]:
    """Paragraphs; an empty line is a space, `- ` a list's entry."""
    hang = ParagraphStyle(
        f"{look.name}-hang", parent=look, leftIndent=look.fontSize * 1.1, firstLineIndent=-look.fontSize * 1.1
    )
    for line in text.splitlines():
        bullet = _BULLET.match(line)
        if not line.strip():
            yield Spacer(0, look.fontSize * 0.5)
        elif bullet is not None:
            yield Text(f"•  {marked(bullet[1], bold)}", hang)
        else:
            yield Text(marked(line, bold), look)


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a spoken text: its lines, empty ones left out."""
    return [line.strip() for line in text.splitlines() if line.strip()]
