"""Faults in lessons: where they are, what is wrong and what would be right."""

from collections.abc import Iterable, Mapping
from pathlib import PurePath
from typing import Any, Literal, NamedTuple

from lessonapp.domain.errors import Problem
from lessonapp.i18n import _

Level = Literal["error", "warning"]
Place = tuple[str | int, ...]
"""A place in a lesson file: keys and list positions from the top."""

PART_LIMIT = 80


class Fault(NamedTuple):
    """One fault of a file; the sentence is translated when it is shown."""

    file: str
    line: int
    field: str
    problem: Problem
    level: Level = "error"
    code: str = "schema"

    @property
    def message(self) -> str:
        """What is wrong and what would be right, in the language of the interface."""
        parts = {
            key: _one_line(_(value) if key == "reason" else value)
            for key, value in self.problem.context.items()
        }
        return _one_line(_(self.problem.template).format(**parts), 2000)

    def __str__(self) -> str:
        return f"{_one_line(self.file, 1000)}:{self.line}: {self.field}: {self.message}"

    @property
    def in_folder(self) -> str:
        """The fault where its folder is named already."""
        return f"{PurePath(_one_line(self.file, 1000)).name}:{self.line}: {self.field}: {self.message}"

    def as_json(self) -> dict[str, str | int]:
        """What `check --json` prints for the fault."""
        return {
            "file": self.file,
            "line": self.line,
            "field": self.field,
            "message": self.message,
            "level": self.level,
            "code": self.code,
        }

    def packed(self) -> list[Any]:
        """The fault for the index's cache."""
        return [self.file, self.line, self.field, *self.problem, self.level, self.code]

    @staticmethod
    def unpacked(row: list[Any]) -> "Fault":
        """The fault out of the cache."""
        file, line, field, template, context, level, code = row
        return Fault(file, line, field, Problem(template, context), level, code)


def _one_line(text: str, limit: int = PART_LIMIT) -> str:
    clean = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return clean if len(clean) <= limit else clean[: limit - 1] + "…"


def has_errors(faults: Iterable[Fault]) -> bool:
    """Whether any of the faults is more than a warning."""
    return any(f.level == "error" for f in faults)


def in_order(faults: Iterable[Fault]) -> list[Fault]:
    """By file and line, each once."""
    seen: dict[tuple[object, ...], Fault] = {}
    for f in faults:
        seen.setdefault((f.file, f.line, f.field, f.problem.template, *sorted(f.problem.context.items())), f)
    return sorted(seen.values(), key=lambda f: (f.file, f.line))


def line_of(lines: Mapping[Place, int], place: Place) -> int:
    """The line of a place, or of the nearest known place around it."""
    for length in range(len(place), -1, -1):
        if (line := lines.get(place[:length])) is not None:
            return line
    return 1


def field_name(place: Place, data: object = None) -> str:
    """A place as an author reads it: `blocks[warm-up].steps[q1].prompt`; data is the file's or a lesson."""
    name = ""
    for part in place:
        data = _inner(data, part)
        if isinstance(part, int):
            own = _inner(data, "id")
            name += f"[{own if isinstance(own, str) and _is_plain(own) else part}]"
        else:
            name += f".{_one_line(part, 40)}" if name else _one_line(part, 40)
    return name or "lesson"


def _inner(data: object, part: str | int) -> object:
    if isinstance(part, int):
        return data[part] if isinstance(data, list | tuple) and part < len(data) else None
    return data.get(part) if isinstance(data, dict) else getattr(data, part, None)


def _is_plain(text: str) -> bool:
    return 0 < len(text) <= 60 and text.isascii() and text.replace("-", "").isalnum()
