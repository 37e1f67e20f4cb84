"""A key pressed until the class sees the next step, and what a frame of motion costs."""

import json
from pathlib import Path
from statistics import fmean
from typing import Any

from bench.children import run_child
from bench.figures import Row, median, percentile
from bench.library import models

MODULE = "bench.stage_child"
PRESS_BOUND, FRAME_BOUND = 33, 8
MODES = ("bare", "reduced", "moving")


def measure(folder: Path, runs: int) -> list[Row]:
    """The rows; the three kinds of run take turns."""
    platform = f"offscreen:configfile={_two_screens(folder)}"
    found: dict[str, dict[str, list[Any]]] = {mode: {} for mode in MODES}
    for run in range(runs):
        for mode in MODES:
            result = run_child(MODULE, (mode, str(folder / f"home-{run}")), folder, platform)
            for key, values in result.items():
                found[mode].setdefault(key, []).extend(values)
    bare = found["bare"]["steps"]
    rows = []
    for mode, name in (("reduced", "reduced motion"), ("moving", "motion on")):
        rows += _presses(found[mode], bare, name, runs)
    rows.append(_frames(found["moving"]["frames"]))
    return rows


def slowest(found: list[list[Any]], count: int = 8) -> list[list[Any]]:
    """The presses that took longest: lesson, step, what the key did, milliseconds."""
    return sorted(found, key=lambda press: -float(press[3]))[:count]


def _presses(found: dict[str, list[Any]], bare: list[float], name: str, runs: int) -> list[Row]:
    steps, others = found["steps"], found["others"]
    visible = "" if name == "reduced motion" else "; to the first frame that shows what moves in"
    how = (
        f"{len(steps)} presses: all steps of {len(models())} lessons, {runs} processes; 1920x1080 stage and "
        f"1920x1080 console; median {median(steps):.1f}, p99 {percentile(steps, 99):.1f} ms{visible}"
    )
    worst = "; ".join(f"{step} {took:.0f}" for _lesson, step, _kind, took in slowest(found["presses"], 4))
    return [
        Row(
            f"Key press to painted next step, {name}, p95", "ms", percentile(steps, 95), how,
            bound=PRESS_BOUND, compared=percentile(bare, 95),
            against="two such windows, a rectangle and a text",
        ),
        Row(
            f"Key press to painted question opened, closed, revealed, or next beat, {name}, p95", "ms",
            percentile(others, 95), f"{len(others)} presses in the same lessons; slowest of all: {worst}",
            bound=PRESS_BOUND, compared=percentile(bare, 95), against="as above",
        ),
    ]  # fmt: skip


def _frames(frames: list[float]) -> Row:
    how = (
        f"processor time of {len(frames)} frames that follow another within 60 ms, both views; "
        f"median {median(frames):.1f}, p95 {percentile(frames, 95):.1f} ms"
    )
    return Row("An animated frame, mean", "ms CPU", fmean(frames), how, bound=FRAME_BOUND)


def _two_screens(folder: Path) -> Path:
    """Two screens of 1920x1080 beside each other, for the offscreen platform."""
    common = {"y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    file = folder / "screens.json"
    screens = [{"name": "console", "x": 0, **common}, {"name": "stage", "x": 1920, **common}]
    file.write_text(json.dumps({"screens": screens}), "utf-8")
    return file
