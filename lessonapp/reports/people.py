"""Whom to call, as papers show it: 111, the school's own contacts, police in danger."""

from collections.abc import Iterable, Sequence

from reportlab.lib.colors import Color, HexColor, white
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from lessonapp.domain.bind import bind
from lessonapp.domain.look import PALETTES
from lessonapp.domain.school import Contact
from lessonapp.domain.text import NBSP
from lessonapp.reports.charts import Drawing
from lessonapp.reports.fonts import HEAVY, STRONG, printable
from lessonapp.reports.layout import INK, Text, paragraph, style
from lessonapp.reports.words import Words

DARK, SOFT = HexColor(PALETTES["adults"].primary), HexColor(PALETTES["adults"].soft)
ROUND = 3.2 * mm
PAD = 5.5 * mm


class Box(Drawing):
    """A box with paragraphs: filled, or with an outline only; as high as its words, or higher."""

    def __init__(
        self,
        content: Sequence[Text],
        wide: float,
        fill: Color | None = None,
        least: float = 0,
        pad: float = PAD,
    ) -> None:
        self.content, self.fill, self.pad = content, fill, pad
        self.heights = [text.wrap(wide - 2 * pad, 10_000)[1] for text in content]
        spaces = sum(text.style.spaceAfter for text in content[:-1])
        super().__init__(wide, max(sum(self.heights) + spaces + 2 * pad - 1 * mm, least))

    def draw(self) -> None:
        """Draw the box and its words from the top."""
        canvas = self.canv
        canvas.setStrokeColor(self.fill or INK)
        canvas.setLineWidth(1)
        canvas.setFillColor(self.fill or white)
        canvas.roundRect(0, 0, self.width, self.height, ROUND, stroke=1, fill=1)
        y = self.height - self.pad + 1 * mm
        for text, high in zip(self.content, self.heights, strict=True):
            y -= high
            text.drawOn(canvas, self.pad, y)
            y -= text.style.spaceAfter


class Side(Flowable):
    """Boxes beside each other, all as high as the highest."""

    def __init__(self, boxes: Sequence[Box], apart: float = 5 * mm) -> None:
        super().__init__()
        self.boxes, self.apart = boxes, apart
        self.height = max(box.height for box in boxes)
        self.width = sum(box.width for box in boxes) + apart * (len(boxes) - 1)
        for box in boxes:
            box.height = self.height

    def wrap(self, _available_width: float, _available_height: float) -> tuple[float, float]:
        """The size of all."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw them from the left."""
        x = 0.0
        for box in self.boxes:
            box.drawOn(self.canv, x, 0)
            x += box.width + self.apart


def number_box(words: Words, wide: float, scale: float = 1, least: float = 0) -> Box:
    """111, white on dark."""
    t = words.t
    return Box(
        [
            paragraph("111", style(44 * min(scale, 1.2), HEAVY, "white", line=1.05, after=1.5 * mm)),
            paragraph(bind(t("National child protection hotline")), style(12.5 * scale, STRONG, "white")),
            paragraph(t("Free, day and night"), style(11 * scale, colour="white")),
        ],
        wide,
        DARK,
        least,
    )


def police_line(words: Words, police: str) -> str:
    """Whom to call in danger; without a number where none is sure."""
    number = printable(police)
    return words.t("Call {number} (police)", number=number) if number else words.t("Call the police")


def contact_line(contact: Contact, words: Words) -> str:
    """Role, place and phone of somebody who helps."""
    parts = [contact.role, contact.place or ""]
    if contact.phone:
        parts.append(words.t("phone {number}", number=printable(contact.phone)).replace(" ", NBSP))
    return ", ".join(bind(printable(part)) for part in parts if part)


def contact_lines(contacts: Iterable[Contact], words: Words, most: int = 3) -> list[str]:
    """The school's contacts, the first ones."""
    return [contact_line(contact, words) for contact in contacts][:most]


def school_lines(contacts: Iterable[Contact], words: Words, most: int = 3) -> list[str]:
    """The school's contacts, or who helps in every school, with room to write."""
    lines = contact_lines(contacts, words, most)
    return lines or [words.t("Class teacher, counsellor or head: {name}", name="." * 26)]
