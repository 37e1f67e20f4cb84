"""`lessonapp cards read`: stills one by one, a video as a round, faults as one line each."""

import json
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from bench.cards_scenes import Recipe, film, still
from bench.cards_truth import Scene
from lessonapp.cli import run

RECIPE = Recipe(960, 540, cards=12, side=30, clutter=0.3)


@pytest.fixture(scope="module")
def scene() -> Scene:
    return still(RECIPE, 6)


@pytest.fixture(scope="module")
def photo(scene: Scene, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ảnh lớp 4A") / "lớp học.png"
    path.write_bytes(cv2.imencode(".png", scene.picture)[1].tobytes())
    return path


def read(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, Any, str]:
    code = run(["cards", "read", *map(str, arguments), "--json"])
    said = capsys.readouterr()
    return code, json.loads(said.out), said.err


def answers(found: dict[str, Any]) -> dict[int, str]:
    return {card["seat"]: card["answer"] for card in found["cards"]}


def test_a_still_with_vietnamese_in_its_name(
    scene: Scene, photo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, [found], said = read(capsys, photo)
    assert (code, said, found["file"]) == (0, "", str(photo))
    assert answers(found) == {card.seat: card.answer for card in scene.cards}
    for card in found["cards"]:
        drawn = next(placed for placed in scene.cards if placed.seat == card["seat"])
        assert np.abs(np.array(card["corners"]) - drawn.corners).max() < 6
        assert np.abs(np.array(card["centre"]) - drawn.centre).max() < 3
    assert [card["seat"] for card in found["cards"]] == sorted(answers(found))


def test_stills_are_never_fused(photo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, found, _said = read(capsys, photo, photo)
    assert code == 0
    assert [len(each["cards"]) for each in found] == [12, 12]


def test_seats_can_be_chosen(scene: Scene, photo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chosen = sorted(card.seat for card in scene.cards)[:3]
    _code, [found], _said = read(capsys, photo, "--seats", ",".join(map(str, chosen)))
    assert list(answers(found)) == chosen


def test_a_number_seen_twice_counts_for_neither(
    scene: Scene, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    both = tmp_path / "twice.png"
    cv2.imwrite(str(both), np.hstack([scene.picture, scene.picture]))
    code, [found], _said = read(capsys, both)
    assert (code, found["cards"]) == (0, [])
    assert found["duplicates"] == sorted(card.seat for card in scene.cards)


def test_a_mirrored_still_is_said_to_be_one(
    scene: Scene, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mirror.png"
    cv2.imwrite(str(path), scene.picture[:, ::-1])
    _code, [found], _said = read(capsys, path)
    assert (found["cards"], found["mirrored"]) == ([], 12)
    assert run(["--lang", "en", "cards", "read", str(path)]) == 0
    assert "mirrored" in capsys.readouterr().out


def test_a_video_is_one_round(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "class.avi"
    video = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 10, (960, 540))
    last = None
    for _picture, last in zip(range(6), film(RECIPE, 8), strict=False):
        video.write(last.picture)
    video.release()
    code, [found], said = read(capsys, path)
    assert last is not None
    assert (code, said) == (0, "")
    assert answers(found).items() <= {card.seat: card.answer for card in last.cards}.items()
    assert len(found["cards"]) >= 11


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_file_that_cannot_be_read_is_one_line(
    photo: Path, tmp_path: Path, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    letter, nothing, cut = tmp_path / "letter.jpg", tmp_path / "nothing.png", tmp_path / "cut.mp4"
    letter.write_text("a letter", "utf-8")
    cut.write_bytes(b"\0\0\0\x18ftypmp42" + bytes(400))
    code, found, said = read(
        capsys, letter, photo, nothing, tmp_path, cut, tmp_path / "missing.png", "--lang", language
    )
    assert code == 1
    assert [each["file"] for each in found] == [str(photo)]
    assert len(said.splitlines()) == 5
    assert "Traceback" not in said


def test_seats_that_have_no_card_are_at_fault(photo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["cards", "read", str(photo), "--seats", "1-64"]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_people_get_lines(scene: Scene, photo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--lang", "vi", "cards", "read", str(photo)]) == 0
    first, *cards = capsys.readouterr().out.splitlines()
    assert first.startswith(str(photo))
    assert len(cards) == len(scene.cards)
