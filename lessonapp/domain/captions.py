"""Captions of a film: WebVTT or SubRip text as cues."""

import re
from dataclasses import dataclass

_TIME = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{3})"
_CUE = re.compile(rf"{_TIME}[ \t]+-->[ \t]+{_TIME}[^\n]*\n(?P<text>(?:[^\n]*\S[^\n]*\n?)+)")
_TAG = re.compile(r"<[^>]*>|\{\\[^}]*\}")


@dataclass(frozen=True, slots=True)
class Cue:
    """What is said from one second to another."""

    start: float
    end: float
    text: str


def cues_of(text: str) -> tuple[Cue, ...]:
    """The cues in the order of their beginning; what is no cue is passed over."""
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    found = []
    for match in _CUE.finditer(plain):
        words = " ".join(_TAG.sub("", match["text"]).split())
        start, end = _seconds(match.groups()[:4]), _seconds(match.groups()[4:8])
        if words and end > start:
            found.append(Cue(start, end, words))
    return tuple(sorted(found, key=lambda cue: cue.start))


def cue_at(cues: tuple[Cue, ...], second: float) -> Cue | None:
    """What is said at a moment; of two at once the one that began later."""
    return next((cue for cue in reversed(cues) if cue.start <= second < cue.end), None)


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000
