"""The page on the curriculum, `docs/curriculum.md`, from the matrix and the lessons that are there.

python -m tools.curriculum          write the page
python -m tools.curriculum check    fail where the page is not what would be written
"""

import json
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lessonapp.content.check import lesson_folders
from lessonapp.content.law import law_pack
from lessonapp.content.reader import load_lesson
from lessonapp.domain.competences import CODES, competence_code, competence_name
from lessonapp.domain.language import LANGUAGES
from lessonapp.domain.lesson import Lesson
from lessonapp.domain.look import AUDIENCES, Audience
from lessonapp.domain.question import QuestionBase
from tools import told

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "curriculum.md"
BANDS: dict[str, Audience] = dict(zip(("a1", "a2", "a3", "a4", "ad"), AUDIENCES, strict=True))
NAMES = {
    "a1": "Grades 1–3",
    "a2": "Grades 4–5",
    "a3": "Grades 6–9",
    "a4": "Grades 10–12",
    "ad": "Adults",
}


@dataclass(frozen=True, slots=True)
class Written:
    """A lesson of the library in both languages, and where its files are."""

    vi: Lesson
    en: Lesson
    folder: Path

    def link(self, text: str, page: Path) -> str:
        """A link to the Vietnamese file, as the page has it."""
        there = Path(os.path.relpath(self.folder, page.parent), "lesson.vi.yaml").as_posix()
        return f"[{text}]({there})"


@dataclass(frozen=True, slots=True)
class Curriculum:
    """The matrix, and what is written of it."""

    matrix: dict[str, Any]
    lessons: dict[str, Written]
    page: Path = PAGE

    @property
    def cells(self) -> list[dict[str, Any]]:
        """Every lesson that the matrix has, written or not."""
        found: list[dict[str, Any]] = self.matrix["cells"]
        return found

    def band(self, band: str) -> list[dict[str, Any]]:
        """The lessons of one audience."""
        return [cell for cell in self.cells if cell["id"].endswith(f"-{band}")]


def read(lessons: Path = ROOT / "lessons", page: Path = PAGE) -> Curriculum:
    """The matrix and the library; FaultyLessonError where a lesson cannot be read."""
    matrix = json.loads((ROOT / "resources" / "curriculum.json").read_text("utf-8"))
    found: dict[str, Written] = {}
    for folder, _files in lesson_folders(lessons):
        vi, en = (load_lesson(folder / f"lesson.{tongue}.yaml").lesson for tongue in LANGUAGES)
        found[vi.id] = Written(vi, en, folder)
    return Curriculum(matrix, dict(sorted(found.items())), page)


def page_text(curriculum: Curriculum) -> str:
    """The page."""
    parts = [
        _head(curriculum),
        _overview(curriculum),
        *(_audience(curriculum, band) for band in NAMES),
        _bulletins(curriculum),
        _competences(curriculum),
        _strands(curriculum),
        _law(curriculum),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def name_of(lesson: str) -> str:
    """`T01.A1` of `t01-a1`."""
    return lesson.upper().replace("-", ".")


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(_cell(cell) for cell in line)} |" for line in lines)


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())


def _head(curriculum: Curriculum) -> str:
    cells = curriculum.cells
    first = [cell for cell in cells if cell["first_wave"]]
    written = [cell for cell in cells if cell["id"] in curriculum.lessons]
    begun = [cell for cell in first if cell["id"] in curriculum.lessons]
    rows = [
        ["Lessons of the matrix", str(len(cells)), str(len(written))],
        ["First wave (★)", str(len(first)), str(len(begun))],
        ["Competences of Circular 02/2025", str(len(CODES)), str(len(_named(curriculum)))],
        [
            "Strands of Education for a Connected World (UKCIS)",
            str(len(curriculum.matrix["strands"])),
            str(len({strand for known in curriculum.lessons.values() for strand in known.vi.strands})),
        ],
    ]
    return (
        "# Curriculum\n\nMade by `python -m tools.curriculum` from `resources/curriculum.json` and the "
        "lessons; do not edit it by hand.\n\n"
        "Fifteen topics for five audiences. A lesson whose name is a link is written, in Vietnamese and "
        "English; the others are planned. A cell in italics is carried by the lesson it names.\n\n"
        + table(["", "planned", "written"], rows)
    )


def _overview(curriculum: Curriculum) -> str:
    titles = {cell["id"]: cell for cell in curriculum.cells}
    folded = {cell["id"]: cell for cell in curriculum.matrix["folded"]}
    rows = []
    for number, (vi, en) in enumerate(curriculum.matrix["topics"].values(), start=1):
        row = [f"**T{number:02}** {vi} · {en}"]
        for band in NAMES:
            cell = f"t{number:02}-{band}"
            if cell in titles:
                star = "★ " if titles[cell]["first_wave"] else ""
                row.append(star + _linked(curriculum, cell))
            else:
                inside = folded[cell]["in"]
                row.append(f"*in {name_of(inside)}*" if inside else "–")
        rows.append(row)
    return "## The matrix\n\n" + table(["Topic", *NAMES.values()], rows)


def _linked(curriculum: Curriculum, cell: str) -> str:
    known = curriculum.lessons.get(cell)
    return known.link(name_of(cell), curriculum.page) if known is not None else name_of(cell)


def _audience(curriculum: Curriculum, band: str) -> str:
    rows = []
    for cell in curriculum.band(band):
        known = curriculum.lessons.get(cell["id"])
        rows.append(
            [
                ("★ " if cell["first_wave"] else "") + _linked(curriculum, cell["id"]),
                *(_written(known) if known is not None else _planned(cell)),
            ]
        )
    head = ["Cell", "Lesson", "Objective", "Key message", "Competences", "Strands", "Minutes", "Questions"]
    return f"## {NAMES[band]}\n\n" + table(head, rows)


def _written(known: Written) -> list[str]:
    vi, en = known.vi, known.en
    asked = sum(isinstance(step, QuestionBase) for step in vi.steps())
    return [
        f"{vi.title} · {en.title}",
        f"{' '.join(vi.objectives)} · {' '.join(en.objectives)}",
        f"“{vi.key_message}” · “{en.key_message}”",
        ", ".join(vi.competences) or "–",
        ", ".join(vi.strands) or "–",
        str(vi.minutes),
        str(asked),
    ]


def _planned(cell: dict[str, Any]) -> list[str]:
    return [
        f"{cell['title']['vi']} · {cell['title']['en']}",
        f"{cell['objective']['vi']} · {cell['objective']['en']}",
        f"“{cell['message']['vi']}” · “{cell['message']['en']}”",
        ", ".join(cell["competences"]),
        ", ".join(cell["strands"]),
        "",
        "",
    ]


def _bulletins(curriculum: Curriculum) -> str:
    rows = [
        [
            known.link(known.vi.id, curriculum.page),
            f"{known.vi.title} · {known.en.title}",
            known.vi.audience,
            known.vi.date or "",
            known.vi.expires or "",
        ]
        for known in curriculum.lessons.values()
        if known.vi.date is not None or known.vi.expires is not None
    ]
    head = ["Id", "Bulletin", "Audience", "From", "Until"]
    return "## Bulletins\n\n" + table(head, rows) if rows else ""


def _named(curriculum: Curriculum) -> dict[str, list[str]]:
    """Codes without level -> the lessons that practise them."""
    found: dict[str, list[str]] = {}
    for code in CODES:
        ids = [
            known.vi.id
            for known in curriculum.lessons.values()
            if any(competence_code(tag) == code for tag in known.vi.competences)
        ]
        if ids:
            found[code] = ids
    return found


def _competences(curriculum: Curriculum) -> str:
    named = _named(curriculum)
    rows = []
    for code in CODES:
        planned = [
            cell["id"]
            for cell in curriculum.cells
            if cell["id"] not in curriculum.lessons
            and any(competence_code(tag) == code for tag in cell["competences"])
        ]
        rows.append(
            [
                code,
                f"{competence_name(code, 'vi')} · {competence_name(code, 'en')}",
                ", ".join(_linked(curriculum, lesson) for lesson in named.get(code, ())) or "–",
                ", ".join(map(name_of, planned)) or "–",
            ]
        )
    return (
        "## Digital competences (Circular 02/2025/TT-BGDĐT)\n\n"
        "Levels by grade: CB1 in 1–3, CB2 in 4–5, TC1 in 6–7, TC2 in 8–9, NC1 in 10–12; the lessons for "
        "adults carry codes without being graded.\n\n"
        + table(["Code", "Competence", "Lessons", "Planned"], rows)
    )


def _strands(curriculum: Curriculum) -> str:
    rows = []
    for strand, name in curriculum.matrix["strands"].items():
        written = [known.vi.id for known in curriculum.lessons.values() if strand in known.vi.strands]
        planned = [
            cell["id"]
            for cell in curriculum.cells
            if cell["id"] not in curriculum.lessons and strand in cell["strands"]
        ]
        rows.append(
            [
                name,
                ", ".join(_linked(curriculum, lesson) for lesson in written) or "–",
                ", ".join(map(name_of, planned)) or "–",
            ]
        )
    return "## UKCIS strands\n\n" + table(["Strand", "Lessons", "Planned"], rows)


def _law(curriculum: Curriculum) -> str:
    pack = law_pack()
    rows = []
    for key, fact in pack.facts.items():
        cited = [known.vi.id for known in curriculum.lessons.values() if key in known.vi.sources]
        if cited:
            acts = "; ".join(f"{act.number} ({act.en})" for act in pack.acts_behind([key]))
            ages = ", ".join(NAMES[band] for band, audience in BANDS.items() if audience in fact.audiences)
            links = ", ".join(_linked(curriculum, lesson) for lesson in cited)
            rows.append([key, acts or "–", ages, links])
    head = ["Fact", "Act", "May be cited for", "Lessons"]
    return f"## Law in the lessons\n\nThe law pack was last checked on {pack.checked}.\n\n" + table(
        head, rows
    )


def faults() -> Iterator[str]:
    """What is wrong with the page, a line each."""
    if not PAGE.is_file() or PAGE.read_text("utf-8") != page_text(read()):
        yield f"{PAGE.relative_to(ROOT)} is not up to date; run `python -m tools.curriculum`"


def main(arguments: list[str]) -> int:
    """Write the page, or check it; 1 where it is not up to date."""
    match arguments:
        case []:
            PAGE.write_text(page_text(read()), "utf-8")
        case ["check"]:
            return told(faults())
        case _:
            print(__doc__)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
