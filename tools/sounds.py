"""The sound cues of the stage, made from sine waves: the same bytes on every run.

python -m tools.sounds    write resources/sounds/*.wav

Marimba bars and taps of wood (TOKENS section 7). Every cue is mono, 16 bit, 22.05 kHz; no louder than
-18 dB on average, which is below -14 LUFS whatever its pitch, and never above -6 dB at its peak.
"""

import io
import math
import wave
from collections.abc import Callable
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "sounds"
RATE = 22050
PEAK, AVERAGE = 10 ** (-6 / 20), 10 ** (-18 / 20)
FADE = 0.006  # seconds, so that nothing clicks

D3, G4, C5, D5, E5, G5, A5 = 146.83, 392.00, 523.25, 587.33, 659.26, 783.99, 880.00

Voice = Callable[[float, float], float]
Note = tuple[float, float, float]  # when it starts, its pitch, how strong


def marimba(pitch: float, at: float) -> float:
    """A bar of wood over its tube: the tone, its fourth harmonic, and the stroke."""
    tone = math.exp(-6.5 * at) * math.sin(2 * math.pi * pitch * at)
    upper = 0.28 * math.exp(-17 * at) * math.sin(2 * math.pi * 3.93 * pitch * at)
    stroke = 0.10 * math.exp(-60 * at) * math.sin(2 * math.pi * 9.2 * pitch * at)
    return tone + upper + stroke


def wood(pitch: float, at: float) -> float:
    """A block of wood: over before it rings."""
    body = math.exp(-70 * at) * math.sin(2 * math.pi * pitch * at)
    knock = 0.6 * math.exp(-130 * at) * math.sin(2 * math.pi * 2.71 * pitch * at)
    return body + knock


def low(pitch: float, at: float) -> float:
    """A low tone that small loudspeakers can still give."""
    return math.exp(-9 * at) * (
        math.sin(2 * math.pi * pitch * at)
        + 0.5 * math.sin(4 * math.pi * pitch * at)
        + 0.2 * math.sin(6 * math.pi * pitch * at)
    )


# name -> (seconds, voice, notes, loudness)
CUES: dict[str, tuple[float, Voice, tuple[Note, ...], float]] = {
    "open": (0.35, marimba, ((0.0, G4, 1.0), (0.12, C5, 1.0)), 1.0),
    "tick": (0.06, wood, ((0.0, C5, 1.0),), 0.7),
    "time-over": (0.5, marimba, ((0.0, C5, 0.9), (0.18, G4, 1.0)), 0.7),
    "answer": (0.09, marimba, ((0.0, E5, 1.0),), 0.35),
    "reveal": (0.6, marimba, ((0.0, C5, 0.8), (0.12, E5, 0.9), (0.24, G5, 1.0)), 1.0),
    "stamp": (0.12, wood, ((0.0, G4, 1.0),), 0.9),
    "summary": (
        1.2,
        marimba,
        tuple((0.15 * index, pitch, 0.9) for index, pitch in enumerate((C5, D5, E5, G5, A5))),
        1.0,
    ),
    "danger": (0.25, low, ((0.0, D3, 1.0),), 0.5),
}


def samples(name: str) -> list[int]:
    """One cue as 16-bit numbers."""
    seconds, voice, notes, loudness = CUES[name]
    count = round(seconds * RATE)
    raw = [
        sum(
            strength * voice(pitch, index / RATE - start)
            for start, pitch, strength in notes
            if index / RATE >= start
        )
        * min(1.0, index / (0.002 * RATE), (count - index) / (FADE * RATE))
        for index in range(count)
    ]
    average = math.sqrt(sum(value * value for value in raw) / count)
    gain = loudness * min(PEAK / max(map(abs, raw)), AVERAGE / average)
    return [round(round(value * gain, 9) * 32767) for value in raw]


def wav(name: str) -> bytes:
    """One cue as a file's content."""
    data = samples(name)
    store = io.BytesIO()
    with wave.open(store, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(b"".join(value.to_bytes(2, "little", signed=True) for value in data))
    return store.getvalue()


def main() -> None:
    """Write all cues."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in CUES:
        (FOLDER / f"{name}.wav").write_bytes(wav(name))


if __name__ == "__main__":
    main()
