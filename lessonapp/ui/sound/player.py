"""Playing the cues: how loud, how often, and what if the machine has no sound."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QUrl

from lessonapp.settings import resources_folder
from lessonapp.ui.sound.cues import CUES, Cue

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QMediaDevices, QSoundEffect

PAUSE = 0.25  # seconds between two of the cues that come in crowds
CROWDS: frozenset[Cue] = frozenset(("answer", "stamp"))


class Output(Protocol):
    """What makes a cue heard."""

    @property
    def works(self) -> bool:
        """Whether there is a loudspeaker now."""

    def play(self, cue: Cue, level: float) -> None:
        """Play a cue at a level from 0 to 1."""


class SoundEffects(QObject):
    """The machine's loudspeaker, through Qt; one that is plugged in later is used from then on."""

    def __init__(self, media: "type[QMediaDevices]", effect: "type[QSoundEffect]", parent: QObject) -> None:
        super().__init__(parent)
        self._effect = effect
        self._made: dict[Cue, QSoundEffect] = {}
        self._media = media(self)
        self._media.audioOutputsChanged.connect(self._on_outputs)
        self._on_outputs()

    @property
    def works(self) -> bool:
        """Whether there is a loudspeaker now."""
        return bool(self._made)

    def play(self, cue: Cue, level: float) -> None:
        """Play a cue at a level from 0 to 1."""
        made = self._made.get(cue)
        if made is not None:
            made.setVolume(level)
            made.play()

    def _on_outputs(self) -> None:
        """Another loudspeaker is the usual one, or the last is gone."""
        for made in self._made.values():
            made.deleteLater()
        self._made = {}
        device = self._media.defaultAudioOutput()
        if device.isNull():
            return
        for cue in CUES:
            made = self._effect(device, self)
            made.setSource(QUrl.fromLocalFile(str(resources_folder() / "sounds" / f"{cue}.wav")))
            self._made[cue] = made


def open_output(parent: QObject) -> SoundEffects | None:
    """The loudspeaker; None where this machine lacks the sound library."""
    try:
        from PySide6.QtMultimedia import QMediaDevices, QSoundEffect
    except ImportError:  # the system's sound library (libpulse0) is not there
        return None
    return SoundEffects(QMediaDevices, QSoundEffect, parent)


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
        if self.output is None or not self.output.works or self.muted or self.reading or not self.volume:
            return False
        now = self._clock()
        if cue in CROWDS and now - self._last.get(cue, -PAUSE) < PAUSE:
            return False
        self._last[cue] = now
        # The ear hears ratios: a slider that is squared feels even.
        self.output.play(cue, (self.volume / 100) ** 2 * loudness)
        return True
