"""Figures as words of a document: shares, changes, dates, people."""

from collections.abc import Sequence
from datetime import date, timedelta

from lessonapp.domain.events import Channel
from lessonapp.domain.language import ENGLISH_MONTHS
from lessonapp.domain.look import Audience
from lessonapp.domain.question import Purpose
from lessonapp.domain.statistics import PERCENT_FROM, Discrimination, Gain, whole_percent
from lessonapp.domain.summary_values import Unit
from lessonapp.domain.text import NBSP, wants_class
from lessonapp.i18n import Speaker

COUNTS_FIRST: tuple[Audience, ...] = ("grades-1-3", "grades-4-5")
"""Percent is taught in grade 5: up to there counts come first."""


class Words:
    """Says figures in one language, to the readers of one audience's results."""

    def __init__(self, speaker: Speaker, audience: Audience) -> None:
        self.speaker = speaker
        self.audience = audience
        self.counts_first = audience in COUNTS_FIRST

    def t(self, message: str, **parts: object) -> str:
        """A sentence with its {named} parts."""
        return self.speaker.t(message).format(**parts)

    def nt(self, one: str, many: str, count: int, **parts: object) -> str:
        """A sentence with a number as {count}."""
        return self.speaker.nt(one, many, count).format(count=self.number(count), **parts)

    def number(self, count: int) -> str:
        """2000 as 2.000 or 2,000."""
        text = f"{count:,}"
        return text.replace(",", ".") if self.speaker.language == "vi" else text

    def decimal(self, value: float, places: int = 2) -> str:
        """A number with a decimal comma or point, and a true minus."""
        text = f"{round(value, places) + 0.0:.{places}f}".replace("-", "\N{MINUS SIGN}")  # + 0.0: never "-0"
        return text.replace(".", ",") if self.speaker.language == "vi" else text

    def people(self, count: int) -> str:
        """So many pupils, or people where adults were taught."""
        if self.audience == "adults":
            return self.nt("{count} person", "{count} people", count)
        return self.nt("{count} pupil", "{count} pupils", count)

    def of_people(self, count: int, whole: int) -> str:
        """So many of so many pupils."""
        if self.audience == "adults":
            return self.t("{count} of {whole} people", count=self.number(count), whole=self.number(whole))
        return self.t("{count} of {whole} pupils", count=self.number(count), whole=self.number(whole))

    def respondents(self, count: int, unit: Unit) -> str:
        """So many who answered: teams where teams did."""
        return self.nt("{count} team", "{count} teams", count) if unit == "teams" else self.people(count)

    def of_respondents(self, count: int, whole: int, unit: Unit) -> str:
        """So many of those who answered."""
        if unit == "teams":
            return self.t("{count} of {whole} teams", count=count, whole=whole)
        return self.of_people(count, whole)

    def percent(self, count: int, whole: int) -> str:
        """A share in whole percent, halves up."""
        return f"{whole_percent(count, whole)}%" if whole else "–"

    def counts(self, count: int, whole: int) -> str:
        """`26/31`."""
        return f"{self.number(count)}/{self.number(whole)}" if whole else "–"

    def share(self, count: int, whole: int) -> tuple[str, str]:
        """What is said first and what second: counts and percent by audience, few answers as counts only."""
        if whole < PERCENT_FROM:
            return self.counts(count, whole), ""
        both = self.counts(count, whole), self.percent(count, whole)
        return both if self.counts_first else (both[1], both[0])

    def share_text(self, count: int, whole: int) -> str:
        """`26/31 (84%)`, or the other way round; never on two lines."""
        first, second = self.share(count, whole)
        return f"{first}{NBSP}({second})" if second else first

    def change(self, points: float) -> str:
        """`up 32`, `down 5`, `no change`: percentage points."""
        whole = round(points)
        if whole == 0:
            return self.t("no change")
        return self.t("up {points}", points=whole) if whole > 0 else self.t("down {points}", points=-whole)

    def days(self, days: Sequence[date]) -> str:
        """One or more days, each as day/month/year."""
        texts = [self.day(day) for day in days]
        if len(texts) == 1:
            return texts[0]
        return self.t("{days} and {last}", days=", ".join(texts[:-1]), last=texts[-1])

    def day(self, day: date) -> str:
        """23/11/2026, or 23 November 2026."""
        if self.speaker.language == "vi":
            return f"{day:%d/%m/%Y}"
        return f"{day.day} {ENGLISH_MONTHS[day.month - 1]} {day.year}"


def short_day(day: date, words: Words) -> str:
    """23/11, or 23 Nov."""
    return (
        f"{day:%d/%m}" if words.speaker.language == "vi" else f"{day.day} {ENGLISH_MONTHS[day.month - 1][:3]}"
    )


def brief_day(day: date, words: Words) -> str:
    """23/11/2026, or 23 Nov 2026, for a narrow column."""
    return words.day(day) if words.speaker.language == "vi" else f"{short_day(day, words)} {day.year}"


def class_name(label: str, words: Words) -> str:
    """`Class 4A`, or a label that is a name of its own as it stands."""
    return words.t("Class {label}", label=label) if wants_class(label) else label


def minutes_taught(words: Words, taught: timedelta) -> str:
    """How long, in whole minutes."""
    return words.nt("{count} minute", "{count} minutes", round(taught.total_seconds() / 60))


def when_asked(words: Words) -> dict[Purpose, str]:
    """When questions of each purpose are asked."""
    return {
        "pre": words.t("before the lesson"),
        "practice": words.t("in the lesson"),
        "exit": words.t("after the lesson"),
    }


def channel_name(words: Words, channel: Channel) -> str:
    """How the answers came."""
    names = {
        "hands": words.t("Raised hands"),
        "screen": words.t("Shared screen"),
        "cards": words.t("Paper cards"),
        "web": words.t("Phones and computers"),
    }
    return names[channel]


def hake_words(words: Words, gain: Gain) -> str:
    """The normalised gain and how much that is: Hake's own bounds .3 and .7."""
    if gain.hake is None:
        return ""
    if gain.hake < 0:
        level = words.t("lower than before")
    elif gain.hake < 0.3:
        level = words.t("low")
    else:
        level = words.t("medium") if gain.hake < 0.7 else words.t("high")
    return words.t("Normalised gain g = {value} ({level}).", value=words.decimal(gain.hake), level=level)


def discrimination_words(words: Words, found: Discrimination) -> str:
    """How well a question tells, in plain words."""
    sentences = {
        "good": words.t("Those who did well elsewhere were right here too: the question tells well."),
        "fair": words.t("The question tells fairly well who has understood."),
        "weak": words.t("The question tells little about who has understood."),
        "reversed": words.t("Those who did well elsewhere were often wrong here: look at its wording."),
    }
    return sentences[found.quality]


def shift(words: Words, before: tuple[int, int], after: tuple[int, int]) -> str:
    """The change between two shares as they are printed beside it, so that a reader's sum comes out."""
    return words.change(whole_percent(*after) - whole_percent(*before))
