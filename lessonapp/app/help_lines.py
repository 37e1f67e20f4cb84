"""The help line of each audience, from `resources/`."""

import json
from functools import cache

from lessonapp.domain.look import Audience
from lessonapp.settings import resources_folder


@cache
def _lines() -> dict[str, dict[str, str]]:
    text = (resources_folder() / "contacts" / "help_lines.json").read_text("utf-8")
    lines: dict[str, dict[str, str]] = json.loads(text)["lines"]
    return lines


def help_line(audience: Audience, language: str) -> str:
    """What a help card says to an audience, in a language."""
    return _lines()[audience][language]
