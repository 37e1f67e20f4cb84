"""Made-up lessons: as long to list as real ones, quick to make."""

from pathlib import Path
from typing import Any

import yaml

from lessonapp.settings import lessons_folder

HEAD = (
    *("audience", "topic", "minutes", "competences", "strands", "objectives", "key_message"),
    *("vocabulary", "materials", "teacher", "sources"),
)


def bundled() -> list[Path]:
    """The folders of the lessons that come with the program."""
    return sorted(file.parent for file in lessons_folder().glob("*/*/lesson.vi.yaml"))


def models() -> list[Path]:
    """Three of them, of three audiences: what is pressed through step by step."""
    wanted = ("em-biet-goi-giup-do", "chia-se-hoi-da-hay-giu-kin", "bay-tren-mang")
    return [folder for folder in bundled() if folder.name in wanted]


def fill(home: Path, lessons: int) -> int:
    """Bring the library to so many lessons, the bundled ones among them; how many were made."""
    heads = [(_read(folder, "vi"), _read(folder, "en")) for folder in bundled()]
    made = max(lessons - len(heads), 0)
    for number in range(made):
        for language, head in zip(("vi", "en"), heads[number % len(heads)], strict=True):
            folder = home / "lessons" / head["audience"] / f"bai-thu-{number}"
            folder.mkdir(parents=True, exist_ok=True)
            text = yaml.dump(_lesson(number, language, head), Dumper=yaml.CSafeDumper, allow_unicode=True)
            (folder / f"lesson.{language}.yaml").write_text(text, "utf-8")
    return made


def _read(folder: Path, language: str) -> dict[str, Any]:
    data = yaml.load((folder / f"lesson.{language}.yaml").read_bytes(), Loader=yaml.CSafeLoader)
    return {key: data[key] for key in ("title", *HEAD) if key in data}


def _lesson(number: int, language: str, head: dict[str, Any]) -> dict[str, Any]:
    """A real lesson's head over three short blocks."""
    return {
        **head,
        "format": 1,
        "id": f"bai-thu-{number}",
        "language": language,
        "version": 1,
        "title": f"{head['title'][:90]} {number}",
        "blocks": [
            {"id": f"b{block}", "title": f"B {block}", "steps": [_title(block), *_questions(block)]}
            for block in (1, 2, 3)
        ],
    }


def _title(block: int) -> dict[str, Any]:
    kind: dict[str, Any] = {"kind": "title"} if block == 1 else {"kind": "slide", "heading": f"Trang {block}"}
    body = {} if block == 1 else {"body": "Một.\nHai."}
    return {"id": f"mo-{block}", "minutes": 1, "notes": "Nói chậm.", **kind, **body}


def _questions(block: int) -> list[dict[str, Any]]:
    own = {"kind": "question", "type": "single", "purpose": "practice", "minutes": 2, "notes": "Đợi các em."}
    return [
        {**own, "id": f"q{block}{x}", "prompt": f"Mây làm gì ở câu {x}?", "options": _options(block)}
        for x in "xy"
    ]


def _options(block: int) -> list[dict[str, Any]]:
    """Made anew each time: a value used twice would be written as a YAML anchor, which no lesson has."""
    return [
        {"id": x, "text": f"Cách {x} {block}", "feedback": "Mình cùng nghĩ nhé.", "correct": x == "b"}
        for x in "abc"
    ]
