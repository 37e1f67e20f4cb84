"""Folders, names, both languages, and the library as a whole."""

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from lessonapp.content.check import check_paths
from lessonapp.content.faults import Fault, has_errors
from lessonapp.content.reader import LoadedLesson
from lessonapp.domain.errors import problem
from lessonapp.i18n import set_language
from tests.unit.content.samples import changed, lesson, write


def shown(folder: Path, strict: bool = False) -> list[str]:
    return [f"{Path(f.file).name}:{f.line}: {f.field}: {f.message}" for f in check_paths([folder], strict)]


def test_the_sample_is_accepted(tmp_path: Path) -> None:
    assert shown(write(tmp_path / "grades-4-5" / "bai"), strict=True) == []


def test_file_names_and_languages_agree(tmp_path: Path) -> None:
    folder = write(tmp_path / "bai", lesson("en"))
    assert any("lesson.vi.yaml:3: language: is `en`, the file's name says `vi`" in s for s in shown(folder))
    (folder / "lesson.vi.yaml").rename(folder / "lesson.vn.yaml")
    assert any("call it lesson.vi.yaml or lesson.en.yaml" in s for s in shown(folder))


def test_folder_names_the_audience(tmp_path: Path) -> None:
    folder = write(tmp_path / "grades-6-9" / "bai")
    expected = "audience: is `grades-4-5`, the folder says `grades-6-9`; make them agree"
    assert [s.split(": ", 1)[1] for s in shown(folder)] == [expected] * 2


def test_one_language_is_a_warning_and_strictly_an_error(tmp_path: Path) -> None:
    folder = write(tmp_path / "bai", languages="vi")
    (found,) = check_paths([folder])
    assert (found.level, found.message) == ("warning", "the lesson has no lesson.en.yaml; write it too")
    assert has_errors(check_paths([folder], strict=True))
    assert not has_errors(check_paths([folder]))


def test_one_id_for_two_lessons(tmp_path: Path) -> None:
    write(tmp_path / "a")
    write(tmp_path / "b")
    found = check_paths([tmp_path])
    assert [(Path(f.file).parent.name, f.line) for f in found] == [("b", 2), ("b", 2)]
    assert "`t01-a2` is the id of the lesson in a too" in found[0].message


def test_progress_and_extra_are_called(tmp_path: Path) -> None:
    write(tmp_path / "a")
    told: list[tuple[int, int]] = []

    def measure(loaded: LoadedLesson) -> list[Fault]:
        return [loaded.fault(("title",), problem("too wide"))] if loaded.lesson.language == "en" else []

    found = check_paths([tmp_path], True, measure, lambda done, of: told.append((done, of)))
    assert [f.message for f in found] == ["too wide"]
    assert told == [(0, 1), (1, 1)]
    assert check_paths([tmp_path], False, measure) == []


def test_links_out_of_the_folder(tmp_path: Path) -> None:
    folder = write(tmp_path / "bai")
    (folder / "pictures").symlink_to(tmp_path)
    assert "a link that leads out of the lesson's folder" in shown(folder)[0]


def test_a_file_alone_is_compared_with_its_twin(tmp_path: Path) -> None:
    folder = write(tmp_path / "bai", None, changed("en", "minutes", to=30))
    (found,) = check_paths([folder / "lesson.vi.yaml"])
    assert (Path(found.file).name, found.field) == ("lesson.en.yaml", "minutes")


def test_faults_speak_the_language_of_the_interface() -> None:
    fault = Fault("a\nb.yaml", 3, "x", problem("`{field}` is missing; add it", field="q\n" * 99))
    set_language("en")
    assert str(fault).startswith("a b.yaml:3: x: `q q q")
    assert "\n" not in str(fault)
    assert len(str(fault)) < 200
    assert fault.as_json()["line"] == 3
    assert Fault.unpacked(fault.packed()) == fault


PARITY: dict[str, tuple[tuple[str | int, ...], Any, str]] = {
    "minutes": (("minutes",), 30, "8: minutes: is `30`, in lesson.vi.yaml it is `35`; make them the same"),
    "right answer": (
        ("blocks", 0, "steps", 2, "options", 0, "correct"),
        True,
        "steps[q1].options[a].correct: is `true`",
    ),
    "purpose": (("blocks", 1, "steps", 1, "purpose"), "pre", "steps[q4].purpose: is `pre`"),
    "twin": (
        ("blocks", 0, "steps", 2, "twin"),
        "q7",
        "steps[q1].twin: is `q7`, in lesson.vi.yaml it is `q6`",
    ),
    "step id": (
        ("blocks", 1, "steps", 0, "id"),
        "slide",
        "`trang` of lesson.vi.yaml is missing here; add it",
    ),
    "kind": (
        ("blocks", 1, "steps", 0),
        {"id": "trang", "kind": "title", "minutes": 3, "notes": "x"},
        "steps[trang].kind: is `title`, in lesson.vi.yaml it is `slide`",
    ),
    "reveal lines": (
        ("blocks", 1, "steps", 0, "body"),
        "One.",
        "steps[trang].body: has 1 lines, lesson.vi.yaml has 2",
    ),
    "lines": (
        ("blocks", 2, "steps", 3, "lines"),
        ["a", "b"],
        "steps[hua].lines: has 2 lines, lesson.vi.yaml has 1",
    ),
    "picture": (
        ("blocks", 1, "steps", 0, "picture"),
        "openmoji:1F431",
        "steps[trang].picture: is `openmoji:1F431`, in lesson.vi.yaml it is `-`",
    ),
    "scene": (
        ("blocks", 1, "steps", 0, "scene"),
        {"setting": "calm"},
        "steps[trang].scene: is `…`, in lesson.vi.yaml it is `-`",
    ),
    "text": (
        ("blocks", 1, "steps", 1, "explanation"),
        "Hello.",
        "steps[q4].explanation: stands here but not in lesson.vi.yaml",
    ),
    "numbers": (
        ("worksheet",),
        "Call 111, or 113.",
        "worksheet: names 111, 113, lesson.vi.yaml names –; both languages name the same numbers",
    ),
    "sources": (("sources",), ["H1"], "sources: has 1 lines, lesson.vi.yaml has 2"),
    "sensitive": (
        ("teacher", "sensitive"),
        True,
        "teacher.sensitive: is `true`, in lesson.vi.yaml it is `false`",
    ),
}


@pytest.mark.parametrize("name", PARITY)
def test_languages_that_differ(name: str, tmp_path: Path) -> None:
    place, value, expected = PARITY[name]
    found = shown(write(tmp_path, None, changed("en", *place, to=value)))
    if name == "right answer":  # two right answers are no lesson at all
        assert "a single question has one `correct: true`" in found[0]
        return
    assert any(s.startswith("lesson.en.yaml") and expected in s for s in found), found


def test_the_right_answer_moved(tmp_path: Path) -> None:
    data = deepcopy(lesson("en"))
    options = data["blocks"][0]["steps"][2]["options"]
    options[0]["correct"], options[1]["correct"] = True, False
    found = shown(write(tmp_path, None, data))
    assert len(found) == 2
    assert "steps[q1].options[a].correct: is `true`, in lesson.vi.yaml it is `false`" in found[0]


def test_order_of_steps(tmp_path: Path) -> None:
    data = deepcopy(lesson("en"))
    data["blocks"][0]["steps"][2:4] = reversed(data["blocks"][0]["steps"][2:4])
    (found,) = shown(write(tmp_path, None, data))
    assert "the order differs from lesson.vi.yaml: mo, giup, q1, q2, q3, ban" in found


def test_what_each_language_has_for_itself(tmp_path: Path) -> None:
    data = changed("en", "blocks", 1, "steps", 0, "read_aloud", to="Once upon a time.")
    data["blocks"][1]["steps"][0]["title"] = "A page"
    assert shown(write(tmp_path, None, data)) == []
