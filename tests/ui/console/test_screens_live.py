"""The stage on every shape and scale of screen, and a projector that is pulled out in mid-lesson."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[3]
SHAPES = [(800, 600), (1024, 768), (1280, 800), (1366, 768), (1920, 1080), (1920, 1200), (3840, 2160)]


def run_child(folder: Path, shapes: list[tuple[int, int]], *arguments: str, scale: float = 1) -> Any:
    """What the child saw on these screens, side by side."""
    listed, x = [], 0
    for wide, tall in shapes:
        common = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
        listed.append({"name": f"{wide}x{tall}", "x": x, "y": 0, "width": wide, "height": tall, **common})
        x += wide
    file = folder / "screens.json"
    file.write_text(json.dumps({"screens": listed}), "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.console.screens_child", *arguments],
        cwd=ROOT,
        env={
            **os.environ,
            "QT_QPA_PLATFORM": f"offscreen:configfile={file}",
            "QT_SCALE_FACTOR": str(scale),
            "QT_SCALE_FACTOR_ROUNDING_POLICY": "PassThrough",
        },
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("scale", [1, 1.5, 3])
def test_the_whole_stage_is_seen_on_every_screen(tmp_path: Path, scale: float) -> None:
    shapes = SHAPES if scale == 1 else [(1920, 1080), (3840, 2160), (2304, 1728)]
    found = run_child(tmp_path, shapes, scale=scale)["shapes"]
    assert len(found) == len(shapes)
    for screen in found:
        name = screen["screen"]
        assert screen["covers"], name
        assert screen["whole"], name
        assert screen["pixels"] == [int(side) for side in name.split("x")], name
        assert screen["differs"] < 0.02, name
        assert screen["paper_around"], f"{name}: above and below is the theme's paper, not black"


def test_a_projector_pulled_out_takes_nothing_with_it(tmp_path: Path) -> None:
    found = run_child(tmp_path, [(1366, 768), (1024, 768), (1920, 1080)], "plug")["plugging"]
    seen = {row["what"]: row for row in found}
    assert seen["two screens"]["stage"]
    assert not seen["two screens"]["mirrored"]
    wrong, right = seen["not where they belong"], seen["another resolution"]
    assert (wrong["covers"], wrong["laid"]) == (False, False)
    assert (right["covers"], right["laid"]) == (True, True)
    assert not seen["somebody moves the mouse over the stage"]["bar"], "the class's screen has no bar"
    out = seen["pulled out"]
    assert [seen[what]["tone"] for what in ("two screens", "pulled out", "plugged in again")] == [
        "ok",
        "warn",
        "ok",
    ]
    assert out["mirrored"]
    assert out["console"]
    assert out["banner"]
    assert not out["stage"]
    assert out["step"] == out["shown"] == seen["two screens"]["step"]
    on = seen["gone on without it"]
    assert on["step"] == on["shown"] != out["step"]
    again = seen["plugged in again"]
    assert again["stage"]
    assert again["on"] == "1024x768"
    assert again["shown"] == on["step"]
    assert not again["banner"]
    other = seen["another projector"]
    assert (other["stage"], other["on"], other["shown"]) == (True, "1920x1080", on["step"])
