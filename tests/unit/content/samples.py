"""A small lesson that even the strict check accepts, in both languages, and how to write it to disk."""

from copy import deepcopy
from pathlib import Path
from typing import Any

import yaml

WORDS = {
    "vi": (
        "Bin gặp chuyện số {n}. Bin làm gì?",
        "Cách {n} {x} đây",
        "Mình nghĩ thêm về {n} {x} nhé.",
        "Em hỏi người lớn trước.",
    ),
    "en": (
        "Bin meets story {n}. What now?",
        "Way {n} {x} here",
        "Let us think about {n} {x}.",
        "Ask a grown-up first.",
    ),
}


def question(
    language: str, number: int, purpose: str, twin: str | None = None, minutes: int = 2
) -> dict[str, Any]:
    prompt, option, feedback, _key = WORDS[language]
    right = "abc"[number % 3]
    own = {"twin": twin} if twin else {}
    return {
        "id": f"q{number}",
        "kind": "question",
        "type": "single",
        "purpose": purpose,
        **own,
        "minutes": minutes,
        "prompt": prompt.format(n=number),
        "notes": "Đọc chậm.",
        "options": [
            {
                "id": x,
                "text": option.format(n=number, x=x),
                "feedback": feedback.format(n=number, x=x),
                **({"correct": True} if x == right else {}),
            }
            for x in "abc"
        ],
    }


def step(id_: str, kind: str, minutes: int, **own: Any) -> dict[str, Any]:
    return {"id": id_, "kind": kind, "minutes": minutes, "notes": "Nói chậm.", **own}


def lesson(language: str = "vi") -> dict[str, Any]:
    """A lesson of 35 minutes in three blocks with eight questions."""
    key = WORDS[language][3]
    blocks: list[list[dict[str, Any]]] = [
        [
            step("mo", "title", 1),
            step("giup", "help", 1),
            *(question(language, n, "pre", f"q{n + 5}") for n in (1, 2, 3)),
            step("ban", "discussion", 4, prompt=key),
            step("truyen", "story", 0, panels=[{"setting": "calm"}]),
            step(
                "nga-ba",
                "branch",
                0,
                prompt=key,
                options=[
                    {"id": x, "text": x * 3, "goto": f"loi-{x}", "picture": "openmoji:1F600"} for x in "ab"
                ],
            ),
            step("loi-a", "title", 0, next="gap"),
            step("loi-b", "title", 0),
            step("gap", "title", 0),
        ],
        [
            step("trang", "slide", 3, heading=key, body="Một.\nHai.", reveal=True),
            question(language, 4, "practice", minutes=3),
            question(language, 5, "practice", minutes=3),
            step("viec", "activity", 3, instructions=[key]),
        ],
        [
            *(question(language, n, "exit") for n in (6, 7, 8)),
            step("hua", "pledge", 2, lines=[key]),
            step("nho", "summary", 2, remember=[key]),
            step("cuoi", "help", 1),
        ],
    ]
    return {
        "format": 1,
        "id": "t01-a2",
        "language": language,
        "version": 1,
        "title": "Bí mật của Bin" if language == "vi" else "Bin’s secret",
        "audience": "grades-4-5",
        "topic": "privacy",
        "minutes": 35,
        "competences": ["4.2.CB2", "2.6.CB2"],
        "strands": ["privacy-security"],
        "objectives": [key],
        "key_message": key,
        "teacher": {"before": "Xem trước.", "caution": "Không hỏi chuyện riêng.", "sensitive": False},
        "sources": ["H1", "L4"],
        "family_note": key,
        "worksheet": key,
        "broadcast": key,
        "replay": {"week": ["q6", "q7"], "month": ["q8"]},
        "blocks": [{"id": f"b{i}", "title": f"Phần {i}", "steps": s} for i, s in enumerate(blocks)],
    }


class _Plain(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


def text(data: Any) -> str:
    return yaml.dump(data, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=1000)


def write(folder: Path, vi: Any = None, en: Any = None, *, languages: str = "vi en") -> Path:
    """A lesson's folder with the given data, or the sample's; returns the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for language, data in (("vi", vi), ("en", en)):
        if language in languages:
            content = data if isinstance(data, str) else text(data or lesson(language))
            (folder / f"lesson.{language}.yaml").write_text(content, "utf-8")
    return folder


def changed(language: str, *place: str | int, to: Any = None, drop: bool = False) -> dict[str, Any]:
    """The sample with one value set, or taken out."""
    data = deepcopy(lesson(language))
    at: Any = data
    for part in place[:-1]:
        at = at[part]
    if drop:
        del at[place[-1]]
    else:
        at[place[-1]] = to
    return data
