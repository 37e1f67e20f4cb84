"""Playing the cues: how loud, how often, and what if the machine has no sound."""

import time
from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import QObject, QUrl

from lessonapp.settings import resources_folder
from lessonapp.ui.sound.cues import CUES, Cue

PAUSE = 0.25  # seconds between two of the cues that come in crowds
CROWDS: frozenset[Cue] = frozenset(("answer", "stamp"))


class Output(Protocol):
    """What makes a cue heard."""

    def play(self, cue: Cue, level: float) -> None:
        """Play a cue at a level from 0 to 1."""


class SoundEffects:
    """The machine's loudspeaker, through Qt."""

    def __init__(self, parent: QObject, made: Mapping[Cue, "QObject"]) -> None:
        self._parent = parent
        self._made = made

    def play(self, cue: Cue, level: float) -> None:
        """Play a cue at a level from 0 to 1."""
        effect = self._made[cue]
        effect.setVolume(level)  # type: ignore[attr-defined]  # a QSoundEffect, which is imported late
        effect.play()  # type: ignore[attr-defined]


def open_output(parent: QObject) -> SoundEffects | None:
    """The loudspeaker; None where this machine lacks the sound library or any device."""
    try:
        from PySide6.QtMultimedia import QMediaDevices, QSoundEffect
    except ImportError:  # the system's sound library (libpulse0) is not there
        return None
    if QMediaDevices.defaultAudioOutput().isNull():
        return None
    made: dict[Cue, QObject] = {}
    for cue in CUES:
        effect = QSoundEffect(parent)
        effect.setSource(QUrl.fromLocalFile(str(resources_folder() / "sounds" / f"{cue}.wav")))
        made[cue] = effect
    return SoundEffects(parent, made)


class Player:
    """Decides whether a cue is heard and how loud."""

    def __init__(self, volume: int, *, muted: bool, clock: Callable[[], float] = time.monotonic) -> None:
        self.volume, self.muted = volume, muted
        self.output: Output | None = None
        self.reading = False
        """While the stage is read aloud, nothing else is heard."""
        self._clock = clock
        self._last: dict[Cue, float] = {}

    def play(self, cue: Cue, loudness: float = 1.0) -> bool:
        """Play a cue; whether it was heard."""
        if self.output is None or self.muted or self.reading or not self.volume:
            return False
        now = self._clock()
        if cue in CROWDS and now - self._last.get(cue, -PAUSE) < PAUSE:
            return False
        self._last[cue] = now
        # The ear hears ratios: a slider that is squared feels even.
        self.output.play(cue, (self.volume / 100) ** 2 * loudness)
        return True
