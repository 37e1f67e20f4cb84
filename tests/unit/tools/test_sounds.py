"""The cues are made by the script, short, and never loud."""

import io
import math
import wave

import pytest

from lessonapp.ui.sound.cues import CUES as CUE_NAMES
from tools.sounds import CUES, FOLDER, RATE, wav

SECONDS = {
    "open": 0.35,
    "tick": 0.06,
    "time-over": 0.5,
    "answer": 0.09,
    "reveal": 0.6,
    "stamp": 0.12,
    "summary": 1.2,
    "danger": 0.25,
}


def test_every_cue_has_its_file_and_no_file_is_left_over() -> None:
    assert {file.stem for file in FOLDER.glob("*.wav")} == set(CUES) == set(CUE_NAMES) == set(SECONDS)


@pytest.mark.parametrize("name", sorted(CUES))
def test_the_file_is_what_the_script_makes(name: str) -> None:
    assert (FOLDER / f"{name}.wav").read_bytes() == wav(name)


@pytest.mark.parametrize("name", sorted(CUES))
def test_short_small_quiet_and_without_a_click(name: str) -> None:
    with wave.open(io.BytesIO((FOLDER / f"{name}.wav").read_bytes())) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        raw = file.readframes(file.getnframes())
    values = [int.from_bytes(raw[i : i + 2], "little", signed=True) / 32768 for i in range(0, len(raw), 2)]
    assert len(values) / RATE == pytest.approx(SECONDS[name], abs=0.001)
    average = 10 * math.log10(sum(v * v for v in values) / len(values))
    # The loudness filter adds 4 dB at most to what is high, and takes 0.7 off: -18 dB stays under -14 LUFS.
    assert average + 4 - 0.691 <= -14
    assert max(map(abs, values)) <= 10 ** (-6 / 20)
    assert abs(values[0]) < 0.01
    assert abs(values[-1]) < 0.01
    assert max(abs(b - a) for a, b in zip(values[-40:], values[-39:], strict=False)) < 0.08
