"""The law pack: acts, what may be cited of them and for whom, and what is said to each audience."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal, Self

from pydantic import Field, model_validator

from lessonapp.domain.fields import Line
from lessonapp.domain.fresh import is_stale
from lessonapp.domain.look import AUDIENCES, Audience
from lessonapp.domain.value import Value


class Said(Value):
    """A line in both languages."""

    vi: Line
    en: Line

    def text(self, language: str) -> str:
        """The line in a language."""
        return self.en if language == "en" else self.vi


class LawAct(Said):
    """A law, decree or code; `in_force` is None where the day was not confirmed."""

    number: Line
    in_force: date | None


class LawFact(Value):
    """A fact that lessons may cite by its key."""

    acts: tuple[str, ...] = ()
    confidence: Literal["H", "M", "L"]
    sources: tuple[Line, ...] = ()
    audiences: tuple[Audience, ...] = AUDIENCES


class LawLine(Said):
    """One thing that may be said, with the facts it rests on."""

    facts: tuple[str, ...] = Field(min_length=1)


class LawCard(Value):
    """What may be said to an audience, and what is left out."""

    say: tuple[LawLine, ...]
    leave: tuple[Said, ...] = Field(default=(), alias="not")


class LawPack(Value):
    """All of it, with the day on which somebody made sure of it."""

    format: Literal[1]
    checked: date
    acts: Mapping[str, LawAct]
    facts: Mapping[str, LawFact]
    cards: Mapping[Audience, LawCard]

    @model_validator(mode="after")
    def _whole(self) -> Self:
        for key, fact in self.facts.items():
            if unknown := set(fact.acts) - self.acts.keys():
                raise ValueError(f"{key} names {', '.join(sorted(unknown))}, which is none of the acts")
        for audience, card in self.cards.items():
            for key in (key for line in card.say for key in line.facts):
                if key not in self.facts or audience not in self.facts[key].audiences:
                    raise ValueError(f"the card for {audience} rests on {key}, which is not for it")
        return self

    def is_stale(self, today: date) -> bool:
        """Whether nobody made sure of it for a year."""
        return is_stale(self.checked, today)

    def acts_behind(self, keys: Iterable[str]) -> tuple[LawAct, ...]:
        """The acts that facts rest on, each once; other keys are passed over."""
        named = [act for key in keys if key in self.facts for act in self.facts[key].acts]
        return tuple(self.acts[act] for act in dict.fromkeys(named))
