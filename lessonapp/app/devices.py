"""What of the machine makes sound; opened late, and only where a teacher can hear it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from lessonapp.ui.sound.player import Output, open_output
from lessonapp.ui.speech.voice import Voice, open_voice


@dataclass(frozen=True, slots=True)
class Devices:
    """How loudspeaker and voice are opened; each may give None."""

    output: Callable[[QObject], Output | None] = lambda _parent: None
    voice: Callable[[QObject], Voice | None] = lambda _parent: None


def machine_devices() -> Devices:
    """Those of this machine."""
    return Devices(output=open_output, voice=open_voice)
