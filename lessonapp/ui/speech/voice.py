"""The system's speech voice, through Qt; the program runs whole where there is none."""

import sys
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QLocale, QObject, Signal

from lessonapp.i18n import _

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

Speed = Literal["slow", "normal", "fast"]
RATES: dict[Speed, float] = {"slow": -0.45, "normal": -0.1, "fast": 0.35}
_LANGUAGES = {"vi": QLocale.Language.Vietnamese, "en": QLocale.Language.English}


class Voice(QObject):
    """Says one sentence at a time and tells which word it is at."""

    word = Signal(int, int)  # start and length in the sentence
    finished = Signal()

    def __init__(self, engine: "QTextToSpeech", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        engine.setParent(self)
        self._saying = False
        engine.sayingWord.connect(self._on_word)
        engine.stateChanged.connect(self._on_state)

    @property
    def tells_words(self) -> bool:
        """Whether the engine says which word it is at."""
        return bool(self._engine.engineCapabilities() & type(self._engine).Capability.WordByWordProgress)

    @property
    def languages(self) -> list[str]:
        """Tags of the languages it has a voice of, in order: `en-GB`, `vi`."""
        return sorted({known.bcp47Name() for known in self._engine.availableLocales()})

    def speaks(self, language: str) -> bool:
        """Whether there is a voice of a language."""
        return self._locale(language) is not None

    def say(self, text: str, language: str, speed: Speed) -> None:
        """Say a sentence; `finished` comes when it is over, not when it was stopped."""
        locale = self._locale(language)
        if locale is not None and self._engine.locale() != locale:
            self._engine.setLocale(locale)
        self._engine.setRate(RATES[speed])
        self._saying = True
        self._engine.say(text)

    def stop(self) -> None:
        """Be silent."""
        self._saying = False
        self._engine.stop()

    def _locale(self, language: str) -> QLocale | None:
        wanted = _LANGUAGES[language]
        return next((known for known in self._engine.availableLocales() if known.language() == wanted), None)

    def _on_word(self, _word: str, _number: int, start: int, length: int) -> None:
        if self._saying:
            self.word.emit(start, length)

    def _on_state(self, state: "QTextToSpeech.State") -> None:
        states = type(self._engine).State
        if self._saying and state in (states.Ready, states.Error):
            self._saying = False
            self.finished.emit()


def has_speech() -> bool:
    """Whether Qt's speech part can be loaded: it needs the system's sound library (libpulse0)."""
    try:
        import PySide6.QtTextToSpeech  # noqa: F401
    except ImportError:
        return False
    return True


def open_voice(parent: QObject | None = None, engine: str = "") -> Voice | None:
    """The system's speech; None where the machine lacks the sound library or any engine."""
    if not has_speech():
        return None
    from PySide6.QtTextToSpeech import QTextToSpeech

    known = [engine] if engine else [name for name in QTextToSpeech.availableEngines() if name != "mock"]
    for name in known:
        made = QTextToSpeech(name)
        if made.state() != QTextToSpeech.State.Error:
            return Voice(made, parent)
        made.deleteLater()
    return None


def trouble_of(voice: Voice | None, language: str) -> str:
    """Why a lesson cannot be read aloud here; empty where it can."""
    if voice is None:
        return _("This machine has no speech voice.")
    if voice.speaks(language):
        return ""
    return (
        _("There is no Vietnamese voice on this machine.")
        if language == "vi"
        else _("There is no English voice on this machine.")
    )


def how_to_add(platform: str = sys.platform) -> tuple[str, str]:
    """What to do so that there is a voice, and a line to copy where there is one."""
    if platform == "win32":
        return (
            _(
                "Open Settings › Time & language › Language, add Vietnamese (or English) and tick "
                "“Text-to-speech”. Then start this program again. The download needs the internet once."
            ),
            "ms-settings:speech",
        )
    if platform == "darwin":
        return (
            _(
                "Open System Settings › Accessibility › Spoken Content › System voice › Manage voices, and "
                "add a Vietnamese one. Then start this program again."
            ),
            "",
        )
    return (
        _(
            "Install the speech service and the eSpeak voices, which know Vietnamese and English, then start "
            "this program again. On Debian and Ubuntu:"
        ),
        "sudo apt install speech-dispatcher-espeak-ng",
    )
