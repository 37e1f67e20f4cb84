"""What a person can type or write has its heading in the docs."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from lessonapp.cli.commands import build_app
from lessonapp.domain.lesson import Lesson

ROOT = Path(__file__).parents[2]


def headings(page: str) -> set[str]:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    return {line.strip("# `") for line in re.findall(r"^#{2,4} .*$", text, flags=re.MULTILINE)}


def commands(group: Any, prefix: str = "") -> Iterator[str]:
    """Full names of the commands below a group, hidden ones left out."""
    for name, command in group.commands.items():
        if getattr(command, "hidden", False):
            continue
        full = f"{prefix}{name}"
        if hasattr(command, "commands"):
            yield from commands(command, f"{full} ")
        else:
            yield full


def literals(field: str) -> set[str]:
    """Values of a discriminating field over all models of a lesson."""
    found: set[str] = set()
    for model in Lesson.model_json_schema()["$defs"].values():
        rule = model.get("properties", {}).get(field, {})
        found |= {rule["const"]} if "const" in rule else set()
    return found


COMMANDS = set(commands(typer.main.get_command(build_app())))


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_is_described(command: str) -> None:
    assert command in headings("commands.md")


@pytest.mark.parametrize("command", sorted(headings("commands.md")))
def test_no_command_is_described_that_is_not_there(command: str) -> None:
    assert command in {"lessonapp", "Options before every command", "Exit codes", *COMMANDS}


@pytest.mark.parametrize("kind", sorted(literals("kind")))
def test_every_step_kind_is_described(kind: str) -> None:
    assert kind in headings("lessons.md")


@pytest.mark.parametrize("question_type", sorted(literals("type")))
def test_every_question_type_is_described(question_type: str) -> None:
    assert question_type in headings("lessons.md")
