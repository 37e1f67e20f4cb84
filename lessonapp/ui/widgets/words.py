"""Words that several windows share: audiences, channels, classes, times."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from lessonapp.domain.language import ENGLISH_MONTHS
from lessonapp.domain.look import Audience
from lessonapp.domain.text import NBSP, wants_class
from lessonapp.i18n import _, language, n_

if TYPE_CHECKING:
    from lessonapp.domain.events import Channel


def audience_name(audience: Audience | None) -> str:
    """Who a lesson is for."""
    names: dict[Audience, str] = {
        "grades-1-3": _("Grades 1–3"),
        "grades-4-5": _("Grades 4–5"),
        "grades-6-9": _("Grades 6–9"),
        "grades-10-12": _("Grades 10–12"),
        "adults": _("Adults"),
    }
    return names[audience] if audience is not None else _("Everyone")


def channel_name(channel: Channel) -> str:
    """How a class answers."""
    names: dict[Channel, str] = {
        "hands": _("Hands"),
        "screen": _("Shared screen"),
        "cards": _("Cards"),
        "web": _("Phones and PCs"),
    }
    return names[channel]


def channel_choices() -> tuple[tuple[Channel, str], ...]:
    """The ways to answer, in one word each, to choose from."""
    return (("hands", _("Hands")), ("screen", _("Screen")), ("cards", _("Cards")), ("web", _("Phones")))


def channel_needs(channel: Channel) -> str:
    """What a way to answer needs in the room."""
    needs: dict[Channel, str] = {
        "hands": _("Nothing is needed: count the raised hands and type the numbers."),
        "screen": _("A pupil or a team comes to the front and clicks on the stage."),
        "cards": _("Printed cards and a webcam, or one photo of the class."),
        "web": _("Phones or PCs on this machine’s network: they join with a QR code, without internet."),
    }
    return needs[channel]


def class_name(label: str) -> str:
    """A class as people say it: "Class 3A"; a label that is a name of its own stays as it is."""
    if not label:
        return _("No class")
    return _("Class {label}").format(label=label).replace(" ", NBSP) if wants_class(label) else label


def pupils(count: int) -> str:
    """A number of pupils."""
    return n_("{count} pupil", "{count} pupils", count).format(count=count)


def minutes_text(count: int) -> str:
    """A number of minutes."""
    return n_("{count} minute", "{count} minutes", count).format(count=count).replace(" ", NBSP)


def short_minutes(count: int) -> str:
    """A number of minutes where there is little room."""
    return _("{count} min").format(count=count).replace(" ", NBSP)


def steps_text(count: int) -> str:
    """A number of steps."""
    return n_("{count} step", "{count} steps", count).format(count=count).replace(" ", NBSP)


def day_text(day: date) -> str:
    """A day in figures, as the language writes it."""
    if language() == "vi":
        return f"{day.day:02}/{day.month:02}/{day.year}"
    return f"{day.day}{NBSP}{ENGLISH_MONTHS[day.month - 1][:3]}{NBSP}{day.year}"


def short_day_text(day: date) -> str:
    """A day of this year, without the year."""
    if language() == "vi":
        return f"{day.day:02}/{day.month:02}"
    return day_text(day).rpartition(NBSP)[0]


def when_text(moment: datetime, now: datetime) -> str:
    """A moment as a teacher says it: today, yesterday, or the day, with the time."""
    local, today = moment.astimezone(now.tzinfo), now.date()
    clock = f"{local.hour}:{local.minute:02}"
    days = (today - local.date()).days
    if days == 0:
        return _("today {time}").format(time=clock)
    if days == 1:
        return _("yesterday {time}").format(time=clock)
    return f"{day_text(local.date())} {clock}"


def topic_name(topic: str) -> str:
    """One of the fifteen topics; an unknown one as it is written."""
    names = {
        "privacy": _("Privacy and secrets"),
        "passwords": _("Passwords and accounts"),
        "kindness": _("Kindness and bullying"),
        "strangers": _("Strangers and safe contact"),
        "harmful-content": _("Harmful content and misinformation"),
        "scams": _("Scams"),
        "balance": _("Games, screen time and balance"),
        "footprint": _("Footprint and images"),
        "help": _("Asking for help and reporting"),
        "creating": _("Creating and copyright"),
        "ai": _("AI and deepfakes"),
        "conduct": _("Conduct on social media"),
        "recovery": _("Support and recovery"),
        "friends": _("Supporting a friend"),
        "sextortion": _("Threats with pictures"),
    }
    return names.get(topic, topic)


def short_topic(topic: str) -> str:
    """A topic where there is little room, as on a card: what does not fit there in full."""
    names = {
        "strangers": _("Safe contact"),
        "harmful-content": _("Harmful or false content"),
        "balance": _("Games and screen time"),
        "footprint": _("Footprint, images"),
        "conduct": _("Conduct online"),
        "help": _("Asking for help"),
    }
    return names.get(topic, topic_name(topic))
