"""A lesson, a school and sessions at every limit, and ones with nothing in them."""

import unicodedata
from itertools import count
from typing import Any

from lessonapp.domain.lesson import Lesson
from lessonapp.domain.look import Audience
from lessonapp.domain.school import Contact, School
from tests.unit.reports.sample import question

WORDS = "Ẩn Ổn Ễ Nghiêng thương yêu ngoằn ngoèo khúc khuỷu Phượng Nghĩa "


_numbers = count(1)


def _filler(length: int) -> str:
    """Words of which no two lines are alike: a reader takes one of two equal lines for a shadow."""
    text = ""
    while len(text) < length:
        text += f"{WORDS}{next(_numbers)} "
    return text[:length].strip()


def long(length: int) -> str:
    """So many letters, the last a full stop; with a picture and in the decomposed form."""
    return unicodedata.normalize("NFD", f"🎉 {_filler(length - 3)}.")


def line(length: int = 300) -> str:
    """A line of a lesson at its limit: in form C no longer than that."""
    return f"{_filler(length - 2)}🎉."


CONTACTS = tuple(
    Contact(role=line(120), place=line(120), phone="0900 000 111 (máy lẻ 12)", checked=None)
    for _ in range(12)
)
CROWDED_SCHOOL = School(
    name=unicodedata.normalize("NFC", line(180)),
    higher_body=line(180),
    place=line(90),
    teacher="Công Tằng Tôn Nữ " * 6,
    contacts=CONTACTS,
)
BARE_SCHOOL = School()


def crowded(audience: Audience = "grades-4-5") -> Lesson:
    """Sixty questions with prompts and options at the limit, every other field full too."""
    options = [
        {"id": key, "text": line(), "feedback": line(), "correct": key == "b"} for key in ("a", "b", "c", "d")
    ]
    steps: list[dict[str, Any]] = [
        {**question(f"q{n}", "exit", line()), "options": options, "explanation": line()} for n in range(56)
    ]
    base = {"kind": "question", "minutes": 1, "notes": long(900), "prompt": line()}
    items = [{"id": f"i{n}", "text": line(), "bucket": "ab"[n % 2]} for n in range(12)]
    buckets = [{"id": "a", "text": line()}, {"id": "b", "text": line()}]
    steps.append({**base, "id": "sap", "type": "sort", "items": items, "buckets": buckets})
    order = [{"id": k, "text": line()} for k in "uvwxyz"]
    steps.append({**base, "id": "thu-tu", "type": "order", "items": order})
    pairs = [{"id": k, "left": line(), "right": line()} for k in "pqrst"]
    steps.append({**base, "id": "noi", "type": "match", "pairs": pairs})
    spots = [
        {"id": f"s{n}", "text": line(), "x": 0, "y": 0, "w": 0.1, "h": 0.1, "correct": n < 2}
        for n in range(8)
    ]
    steps.append({**base, "id": "tim", "type": "hotspot", "spots": spots, "picture": "openmoji:1F4F7"})
    steps.append(
        {
            "id": "tom",
            "kind": "summary",
            "minutes": 1,
            "notes": "x",
            "remember": [line()] * 3,
            "at_home": line(),
        }
    )
    blocks = [steps[:30], steps[30:]]
    return Lesson.model_validate(
        {
            "format": 1,
            "id": "t01-a2",
            "language": "vi",
            "version": 9999,
            "title": line(),
            "audience": audience,
            "topic": "privacy",
            "minutes": 240,
            "key_message": line(),
            "competences": ["4.2.CB2", "2.6.CB2", "9.9.XX"],
            "objectives": [line()] * 6,
            "materials": [line()] * 6,
            "teacher": {"before": long(3000), "caution": long(3000), "sensitive": True},
            "family_note": long(1800),
            "worksheet": "\n".join([line(), "", f"- **{line(200)}**", *([line()] * 12)]),
            "broadcast": "\n".join([line()] * 16),
            "blocks": [{"id": f"p{n}", "title": line(), "steps": part} for n, part in enumerate(blocks)],
        }
    )


def bare(audience: Audience = "grades-6-9") -> Lesson:
    """One step, no question, nothing that may be left out."""
    return Lesson.model_validate(
        {
            "format": 1,
            "id": "t02-a3",
            "language": "vi",
            "version": 1,
            "title": "Bài",
            "audience": audience,
            "topic": "passwords",
            "minutes": 5,
            "key_message": "Một.",
            "teacher": {"before": "x", "caution": "x"},
            "blocks": [
                {"id": "a", "title": "A", "steps": [{"id": "m", "kind": "title", "minutes": 1, "notes": "x"}]}
            ],
        }
    )
