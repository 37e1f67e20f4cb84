"""Which change of the stage is heard, how loud, how often; and a machine with no sound."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

import pytest
from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtWidgets import QApplication

from lessonapp.ui.sound.cues import CUES, Cue, LastSeconds, cue_between, loudness
from lessonapp.ui.sound.player import Player, SoundEffects, open_output
from lessonapp.ui.stage.audit import made_up_tally
from lessonapp.ui.stage.model import StageModel
from tests.ui.stage.specimen import specimen, step_of

LESSON = specimen()


def at(step: str, **more: object) -> StageModel:
    return StageModel(lesson=LESSON, folder=None, step=step_of(LESSON, step), **more)  # type: ignore[arg-type]


OPEN = at("single", phase="open", round_number=1, tally=made_up_tally(step_of(LESSON, "single"), "waiting"))
ANSWERED = replace(OPEN, tally=made_up_tally(step_of(LESSON, "single"), "open"))
CLOSED = replace(ANSWERED, phase="closed")
REVEALED = replace(CLOSED, phase="revealed")
SIGNS = len(step_of(LESSON, "chat").messages)


@pytest.mark.parametrize(
    ("before", "now", "cue"),
    [
        (at("single"), OPEN, "open"),
        (at("slide"), OPEN, "open"),
        (CLOSED, replace(OPEN, round_number=2), "open"),
        (OPEN, ANSWERED, "answer"),
        (ANSWERED, OPEN, None),
        (ANSWERED, CLOSED, None),
        (CLOSED, REVEALED, "reveal"),
        (REVEALED, CLOSED, None),
        (at("help"), at("summary"), "summary"),
        (at("summary"), at("help"), None),
        (at("pledge"), at("pledge", pledge_lines=("Kể sớm",)), "stamp"),
        (at("chat", beat=SIGNS), at("chat", beat=SIGNS + 1), "danger"),
        (at("chat", beat=1), at("chat", beat=2), None),
        (at("slide"), at("story"), None),
        (at("single"), replace(OPEN, black=True), None),
        (CLOSED, replace(REVEALED, help_card=True), None),
        (OPEN, replace(OPEN, status="paused"), None),
    ],
)
def test_each_change_has_its_sound_and_right_or_wrong_sound_alike(
    before: StageModel, now: StageModel, cue: Cue | None
) -> None:
    assert cue_between(before, now) == cue


def test_the_last_five_seconds_tick_once_each_and_the_end_is_heard_once() -> None:
    clock = LastSeconds()
    heard = [clock.heard(tenth / 10) for tenth in range(80, -1, -1)]
    assert [cue for cue in heard if cue] == ["tick"] * 5 + ["time-over"]
    assert clock.heard(0) is None
    assert clock.heard(None) is None
    assert clock.heard(30) is None, "another clock begins in silence"


def test_quiet_where_people_speak_and_on_sensitive_topics() -> None:
    data = LESSON.model_dump(by_alias=True)
    data["teacher"]["sensitive"] = True
    sensitive = type(LESSON).model_validate(data)
    assert loudness(OPEN) == 1.0
    assert loudness(at("discussion")) < 0.5
    assert loudness(at("story")) < 0.5
    assert loudness(replace(OPEN, lesson=sensitive)) < 0.5


class Recorder:
    """An output that remembers what it was asked to play."""

    works = True

    def __init__(self) -> None:
        self.heard: list[tuple[Cue, float]] = []

    def play(self, cue: Cue, level: float) -> None:
        self.heard.append((cue, level))


def player(**how: object) -> tuple[Player, Recorder, list[float]]:
    now = [0.0]
    made = Player(int(str(how.get("volume", 40))), muted=bool(how.get("muted")), clock=lambda: now[0])
    made.output = Recorder()
    return made, made.output, now


def test_answers_that_come_in_crowds_are_heard_four_times_a_second_at_most() -> None:
    made, heard, now = player()
    for tenth in range(20):
        now[0] = tenth / 20
        made.play("answer")
    assert len(heard.heard) == 4
    made.play("reveal")
    assert heard.heard[-1][0] == "reveal", "a cue that matters does not wait for those"


def test_volume_mute_and_reading_aloud() -> None:
    made, heard, _now = player()
    assert made.play("open", 0.5)
    ((cue, level),) = heard.heard
    assert (cue, round(level, 3)) == ("open", 0.08)
    for change in ({"muted": True}, {"volume": 0}):
        silent, nothing, _ = player(**change)
        assert not silent.play("open")
        assert nothing.heard == []
    made.reading = True
    assert not made.play("reveal")


def test_no_output_no_sound() -> None:
    made, heard, _now = player()
    heard.works = False
    assert not made.play("open")
    made.output = None
    assert not made.play("open")


class Device:
    """A loudspeaker that is there or not."""

    there = False

    def isNull(self) -> bool:  # noqa: N802  # Qt's own name
        return not self.there


class Media(QObject):
    """A machine whose loudspeaker comes and goes."""

    audioOutputsChanged = Signal()  # noqa: N815  # Qt's own name

    def defaultAudioOutput(self) -> Device:  # noqa: N802  # Qt's own name
        return Device()


class Effect(QObject):
    """One sound of the loudspeaker."""

    played: ClassVar[list[tuple[str, float]]] = []

    def __init__(self, device: Device, parent: QObject) -> None:
        super().__init__(parent)
        self.file, self.level = "", 0.0

    def setSource(self, source: QUrl) -> None:  # noqa: N802  # Qt's own name
        assert Path(source.toLocalFile()).is_file()
        self.file = Path(source.toLocalFile()).stem

    def setVolume(self, level: float) -> None:  # noqa: N802  # Qt's own name
        self.level = level

    def play(self) -> None:
        self.played.append((self.file, self.level))


def test_a_loudspeaker_that_is_plugged_in_later_is_heard(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    Effect.played.clear()
    effects = SoundEffects(Media, Effect, qapp)  # type: ignore[arg-type]  # stand in for Qt's classes
    assert not effects.works
    effects.play("open", 0.5)
    monkeypatch.setattr(Device, "there", True)
    effects._media.audioOutputsChanged.emit()
    assert effects.works
    for cue in CUES:
        effects.play(cue, 0.5)
    assert Effect.played == [(cue, 0.5) for cue in CUES]
    monkeypatch.setattr(Device, "there", False)
    effects._media.audioOutputsChanged.emit()
    assert not effects.works
    effects.setParent(None)
    effects.deleteLater()


def test_the_machines_own_loudspeaker_is_opened_without_a_word(qapp: QApplication) -> None:
    holder = QObject()
    output = open_output(holder)
    assert output is not None, "this machine has Qt's sound library"
    output.play("open", 0.1)
    holder.deleteLater()


WITHOUT_LIBRARIES = """
import sys
class Missing:
    def find_spec(self, name, path=None, target=None):
        if name in ("PySide6.QtMultimedia", "PySide6.QtTextToSpeech"):
            raise ImportError("libpulse.so.0: cannot open shared object file")
sys.meta_path.insert(0, Missing())
from PySide6.QtWidgets import QApplication
from lessonapp.app.devices import machine_devices
from lessonapp.app.teaching import Teaching
from lessonapp.settings import Settings
from lessonapp.ui.stage_models import StageSetting
from tests.builders import session
app = QApplication([])
taught = session()
teaching = Teaching(taught, StageSetting(), Settings(), windowed=True, devices=machine_devices())
teaching.start()
teaching.tools.open_devices()
for command in ("next", "mute", "pen", "timer", "lot", "next"):
    teaching.do(command)
print(taught.state.step, teaching.tools.trouble != "", teaching.tools.player.output is None)
print(teaching.console.tools.read.accessibleName() == teaching.tools.trouble)
teaching.close()
"""


def test_the_lesson_runs_whole_where_the_sound_libraries_are_missing(qapp: QApplication) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_LIBRARIES], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.stdout.split() == ["giup", "True", "True", "True"], done.stderr
