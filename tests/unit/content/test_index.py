"""The index: what it knows, what it remembers, and what it survives."""

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from lessonapp.content import index as index_module
from lessonapp.content.entry import entry_of
from lessonapp.content.index import LessonIndex
from lessonapp.content.reader import FaultyLessonError
from lessonapp.domain.errors import AuthorError
from tests.unit.content.samples import changed, lesson, write


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "data" / "index.json"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    root = tmp_path / "lessons"
    write(root / "grades-4-5" / "bi-mat")
    other = changed("vi", "id", to="t09-a2")
    other["title"] = "Nhờ giúp"
    write(root / "grades-4-5" / "nho-giup", other, languages="vi")
    return root


class Counter:
    """Counts the lesson files that are read."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folders: list[str] = []
        real = entry_of

        def counted(folder: Path, *rest: Any, **more: Any) -> Any:
            self.folders.append(folder.name)
            return real(folder, *rest, **more)

        monkeypatch.setattr(index_module, "entry_of", counted)


def test_what_an_entry_knows(cache: Path, library: Path) -> None:
    first, second = LessonIndex(cache).entries([library])
    assert (first.id, first.audience, first.topic, first.minutes, first.steps) == (
        "t01-a2",
        "grades-4-5",
        "privacy",
        35,
        21,
    )
    assert (first.title("vi"), first.title("en")) == ("Bí mật của Bin", "Bin’s secret")
    assert (second.title("en"), second.languages, second.origin, second.trusted) == (
        "Nhờ giúp",
        ("vi",),
        "own",
        False,
    )
    assert all(word in first.search_key for word in ("bi mat", "secret", "t01"))
    assert "bi mat" not in second.search_key


def test_the_second_start_reads_no_lesson(
    cache: Path, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = LessonIndex(cache).entries([library])
    count = Counter(monkeypatch)
    assert LessonIndex(cache).entries([library]) == first
    assert count.folders == []


def test_a_changed_lesson_is_read_again(cache: Path, library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = LessonIndex(cache)
    known.entries([library])
    count = Counter(monkeypatch)
    path = library / "grades-4-5" / "nho-giup" / "lesson.vi.yaml"
    path.write_text(path.read_text("utf-8").replace("Nhờ giúp", "Gọi giúp"), "utf-8")
    os.utime(path, ns=(1, 1))
    assert [e.title("vi") for e in known.entries([library])] == ["Bí mật của Bin", "Gọi giúp"]
    (library / "grades-4-5" / "bi-mat" / "lesson.en.yaml").unlink()
    assert [e.languages for e in LessonIndex(cache).entries([library])] == [("vi",), ("vi",)]
    assert count.folders == ["nho-giup", "bi-mat"]


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b'{"format": [1]}', b"\xff", b'{"format": 1, "folders": 3}']
)
def test_a_damaged_cache_is_made_again(cache: Path, library: Path, damage: bytes) -> None:
    first = LessonIndex(cache).entries([library])
    cache.write_bytes(damage)
    assert LessonIndex(cache).entries([library]) == first
    assert json.loads(cache.read_bytes())["folders"]


def test_damage_inside_the_cache(cache: Path, library: Path) -> None:
    first = LessonIndex(cache).entries([library])
    data = json.loads(cache.read_bytes())
    for bad in ([], [[], 3], [[], ["x"]], None):
        data["folders"] = dict.fromkeys(data["folders"], bad)
        cache.write_text(json.dumps(data), "utf-8")
        assert LessonIndex(cache).entries([library]) == first


def test_a_folder_that_cannot_hold_the_cache(tmp_path: Path, library: Path) -> None:
    (tmp_path / "file").write_text("")
    assert len(LessonIndex(tmp_path / "file" / "index.json").entries([library])) == 2


def test_a_faulty_lesson_is_an_entry(cache: Path, library: Path) -> None:
    write(library / "hong", changed("vi", "topic", to="x"), languages="vi")
    write(library / "rong", "", languages="vi")
    (library / "thu-muc" / "lesson.vi.yaml").mkdir(parents=True)
    (library / "link").mkdir()
    (library / "link" / "lesson.vi.yaml").symlink_to("nowhere")
    for known in (LessonIndex(cache), LessonIndex(cache)):
        faulty = {e.id: e for e in known.entries([library]) if e.faulty}
        assert set(faulty) == {"t01-a2", "rong", "thu-muc", "link"}
        assert faulty["t01-a2"].title("vi") == "Bí mật của Bin"
        assert "topic: `x` is not known here" in str(faulty["t01-a2"].faults[0])
        with pytest.raises(FaultyLessonError, match="is empty"):
            known.load(faulty["rong"], "vi")
    assert sum(not e.faulty for e in known.entries([library])) == 2


def test_one_faulty_language_leaves_the_other(cache: Path, tmp_path: Path) -> None:
    write(tmp_path / "l" / "bai", None, "format: 1\n")
    known = LessonIndex(cache)
    (entry,) = known.entries([tmp_path / "l"])
    assert (entry.faulty, entry.languages) == (False, ("vi",))
    assert known.load(entry, "vi").lesson.language == "vi"
    with pytest.raises(FaultyLessonError, match="is missing"):
        known.load(entry, "en")


def test_languages_that_differ_are_told_and_both_can_be_taught(cache: Path, tmp_path: Path) -> None:
    other = changed("en", "blocks", 1, "steps", 1, "options", 0, "correct", to=True)
    other["blocks"][1]["steps"][1]["options"][1].pop("correct")
    write(tmp_path / "bai", en=other)
    (entry,) = LessonIndex(cache).entries([tmp_path])
    assert [f.field for f in entry.faults] == [f"blocks[b1].steps[q4].options[{x}].correct" for x in "ab"]
    assert entry.languages == ("vi", "en")


def test_a_second_language_with_another_id_is_not_taught(cache: Path, tmp_path: Path) -> None:
    write(tmp_path / "bai", en=changed("en", "id", to="t01-a3"))
    (entry,) = LessonIndex(cache).entries([tmp_path])
    assert "`t01-a3`, in lesson.vi.yaml it is `t01-a2`" in str(entry.faults[0])
    assert (entry.id, entry.languages) == ("t01-a2", ("vi",))


def test_a_file_in_another_language_than_its_name_says_is_at_fault(cache: Path, tmp_path: Path) -> None:
    write(tmp_path / "bai", changed("vi", "language", to="en"))
    (entry,) = LessonIndex(cache).entries([tmp_path])
    assert "language: is `en`, the file's name says `vi`" in str(entry.faults[0])
    assert entry.languages == ("en",)


def test_the_same_id_twice_is_said(cache: Path, library: Path) -> None:
    write(library / "z-lai")
    entries = [e for e in LessonIndex(cache).entries([library]) if e.id == "t01-a2"]
    assert [len(e.faults) for e in entries] == [0, 1]
    assert "is the id of the lesson in bi-mat too" in str(entries[1].faults[0])
    assert [e.faulty for e in entries] == [False, True], "which of the two would be taught is never in doubt"


def test_a_lesson_that_came_with_the_program_goes_before_one_of_the_same_id(
    cache: Path, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index_module, "lessons_folder", lambda: library)
    own = write(tmp_path / "own" / "a", {**lesson(), "audience": "adults"}, languages="vi")
    known = LessonIndex(cache)
    entries = known.entries([tmp_path / "own", library])
    by_place = {e.folder.name: e for e in entries}
    assert (by_place["a"].faulty, by_place["a"].origin, by_place["a"].trusted) == (True, "own", False)
    assert (by_place["bi-mat"].faulty, by_place["bi-mat"].origin, by_place["bi-mat"].trusted) == (
        False,
        "bundled",
        True,
    )
    assert known.resolve("t01-a2", [tmp_path / "own", library]).folder.name == "bi-mat"
    assert known.resolve(str(own), [library]).languages == ("vi",), "by its folder it can be looked at"


def test_a_broken_copy_does_not_stand_in_the_way(cache: Path, library: Path) -> None:
    write(library / "a-hong", changed("vi", "topic", to="x"), languages="vi")
    known = LessonIndex(cache)
    entries = [e for e in known.entries([library]) if e.id == "t01-a2"]
    assert [(e.folder.name, e.faulty) for e in entries] == [("a-hong", True), ("bi-mat", False)]
    assert not entries[1].faults
    assert known.resolve("t01-a2", [library]).folder.name == "bi-mat"


@pytest.mark.parametrize("name", ["lesson.vi.yml", "lesson.vn.yaml", "lesson.yaml"])
def test_a_lesson_file_with_a_wrong_name_is_said(cache: Path, tmp_path: Path, name: str) -> None:
    folder = write(tmp_path / "l" / "bai", languages="vi")
    (folder / "lesson.vi.yaml").rename(folder / name)
    (entry,) = LessonIndex(cache).entries([tmp_path / "l"])
    assert entry.faulty
    assert f"{name}:1: file: is not a lesson file's name; call it lesson.vi.yaml" in str(entry.faults[0])


def test_loading_gives_hash_and_lines(cache: Path, library: Path) -> None:
    known = LessonIndex(cache)
    entry, other = known.entries([library])
    loaded = known.load(entry, "en")
    assert (loaded.lesson.id, len(loaded.content_hash), loaded.lines[("title",)]) == ("t01-a2", 64, 5)
    with pytest.raises(AuthorError, match="not there in this language"):
        known.load(other, "en")


def test_what_commands_call_a_lesson(cache: Path, library: Path, tmp_path: Path) -> None:
    known = LessonIndex(cache)
    folder = library / "grades-4-5" / "bi-mat"
    for text in ("t01-a2", "T01.A2", str(folder), str(folder / "lesson.en.yaml")):
        assert known.resolve(text, [library]).id == "t01-a2"
    assert known.resolve(str(folder / "lesson.en.yaml"), [library]).languages == ("en",)
    with pytest.raises(AuthorError, match="Did you mean `t01-a2`"):
        known.resolve("t01-a3", [library])
    with pytest.raises(AuthorError, match="`lessonapp library` lists them"):
        known.resolve(str(tmp_path), [library])
    loose = tmp_path / "my lesson.yaml"
    loose.write_text("format: 2", "utf-8")
    assert known.resolve(str(loose), [library]).faulty


def test_missing_roots_and_progress(cache: Path, library: Path, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    LessonIndex(cache).entries([tmp_path / "none", library], lambda done, of: told.append((done, of)))
    assert told == [(0, 2), (1, 2)]


def test_lessons_stay_known_when_another_folder_is_listed(
    cache: Path, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = write(tmp_path / "more" / "x", {**lesson(), "id": "x"}, languages="vi").parent
    known = LessonIndex(cache)
    known.entries([library])
    assert [e.id for e in known.entries([other])] == ["x"]
    count = Counter(monkeypatch)
    assert len(LessonIndex(cache).entries([library, other])) == 3
    assert count.folders == []


def test_what_is_remembered_is_not_looked_for(cache: Path, library: Path, tmp_path: Path) -> None:
    """The first picture of Home comes from here; what changed meanwhile is seen by looking."""
    write(tmp_path / "more" / "x", {**lesson(), "id": "x"}, languages="vi")
    looked = LessonIndex(cache).entries([library, tmp_path / "more"])
    shutil.rmtree(library / "grades-4-5" / "bi-mat")
    later = LessonIndex(cache)
    assert later.remembered([library, tmp_path / "more"]) == looked
    assert [e.id for e in later.remembered([library])] == ["t01-a2", "t09-a2"]
    assert [e.id for e in later.entries([library])] == ["t09-a2"]


def test_nothing_is_remembered_before_the_first_look(cache: Path, library: Path) -> None:
    assert LessonIndex(cache).remembered([library]) == []
