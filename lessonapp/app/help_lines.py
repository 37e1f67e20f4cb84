"""The help line of each audience, and the country's numbers, from `resources/`."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from lessonapp.domain.look import POLICE, Audience
from lessonapp.settings import resources_folder

if TYPE_CHECKING:
    from lessonapp.domain.school import Contact, School


@cache
def _data(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((resources_folder() / "contacts" / name).read_text("utf-8"))
    return found


def help_line(audience: Audience, language: str, police: str = POLICE) -> str:
    """What a help card says to an audience, in a language; `police` is empty where no number is sure."""
    line: str = _data("help_lines.json")["lines"][audience][language]
    return line.replace(" {police}", f" {police}" if police else "")


def numbers_checked() -> date:
    """The day on which the country's numbers were made sure of."""
    return date.fromisoformat(_data("directory.json")["checked"])


def offered_contacts(language: str) -> tuple[Contact, ...]:
    """Contacts that any school may take over: none of them is shown before it does."""
    from lessonapp.domain.school import Contact  # Home counts stale contacts without the models

    return tuple(
        Contact(
            role=known["role"][language],
            place=known["place"][language] if "place" in known else None,
            phone=known.get("phone"),
            audiences=known["audiences"],
            checked=numbers_checked(),
        )
        for known in _data("directory.json")["offered"]
    )


def stale_contacts(school: School, today: date) -> int:
    """How many contacts nobody made sure of for a year; 111 is fixed and never among them."""
    stale = sum(contact.is_stale(today) for contact in school.contacts)
    return stale + school.police_is_stale(today, numbers_checked())
