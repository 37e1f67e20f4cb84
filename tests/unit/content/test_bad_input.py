"""Whatever stands where a lesson should: one line that names file, line and remedy, never an exception."""

import errno
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessonapp.content.check import check_paths
from lessonapp.content.reader import FaultyLesson, LoadedLesson, read_lesson
from tests.unit.content.samples import changed, lesson, step, text, write

GOOD = text(lesson())
B1 = "blocks[b0].steps[q1]"


def only(path: Path) -> str:
    """The one fault of a file, without the file's name."""
    found = [str(f) for f in check_paths([path])]
    assert len(found) == 1, found
    assert "\n" not in found[0]
    name = f"{path}:"
    assert found[0].startswith(name)
    return found[0].removeprefix(name)


def replaced(old: str, new: str) -> str:
    assert old in GOOD
    return GOOD.replace(old, new, 1)


def film(first: float, last: float) -> dict[str, object]:
    own = {"file": "pictures/x.mp4", "captions": "pictures/x.vtt", "from": first, "to": last}
    return step("phim", "video", 1, **own)


def hotspot(width: float) -> dict[str, object]:
    spots = [
        {"id": "a", "x": 0, "y": 0, "w": 0.5, "h": 1, "text": "A", "correct": True},
        {"id": "b", "x": 0.5, "y": 0.5, "w": width, "h": 0.5, "text": "B"},
    ]
    own = {"type": "hotspot", "purpose": "practice", "prompt": "Ở đâu?", "scene": {"setting": "calm"}}
    return step("cho", "question", 1, **own, spots=spots)


RAW: dict[str, tuple[str | bytes, str]] = {
    "empty": ("", "1: file: is empty; a lesson starts with the line `format: 1`"),
    "comments": ("# a\n# b\n", "1: file: is empty; a lesson starts with the line `format: 1`"),
    "null": ("---\n", "1: file: is empty"),
    "text": ("hello", "1: file: is not a lesson; it starts with `format: 1`"),
    "list": ("- a\n", "1: file: is not a lesson"),
    "format": (replaced("format: 1", "format: 2"), "1: format: format 2 is not known; write `format: 1`"),
    "format-text": (replaced("format: 1", "format: one"), "1: format: format one is not known"),
    "utf-16": ("format: 1\n".encode("utf-16"), "1: file: is not UTF-8 (byte 1); save the file as UTF-8"),
    "latin-1": (b"format: 1\ntitle: \xe9", "2: file: is not UTF-8 (byte 18)"),
    "bell": (
        replaced("title: Bí mật của Bin", 'title: "a\\u0007b"'),
        "5: title: holds the unprintable character U+0007; delete it",
    ),
    "nul": ("format: 1\ntitle: a\x00b\n", "2: file: holds the unprintable character U+0000; delete it"),
    "digits": (replaced("minutes: 35", "minutes: " + "9" * 30), "8: minutes: a number of 30 digits; write"),
    "many digits": (
        replaced("minutes: 35", "minutes: -" + "9" * 9000),
        "8: minutes: a number of 9000 digits",
    ),
    "anchor": (replaced("title: ", "title: &a "), "5: title: the anchor `&a` is not allowed; remove it"),
    "alias": (replaced("version: 1", "version: *a"), "4: version: `*a` repeats another part; write it out"),
    "tag": (replaced("title: ", "title: !!str "), "5: title: the tag `!!str` is not allowed; remove it"),
    "python tag": (replaced("topic: privacy", "topic: !!python/name:os.system ''"), "7: topic: the tag"),
    "twice": (replaced("version: 1", "version: 1\nid: x"), "5: id: `id` stands here twice; keep one"),
    "two documents": (replaced("topic", "---\ntopic"), "7: file: a second document starts here"),
    "yes": (
        replaced("sensitive: false", "sensitive: yes"),
        "teacher.sensitive: `yes` is ambiguous; quote it",
    ),
    "key on": (replaced("topic: privacy", "topic: privacy\non: 1"), "8: on: `on` is ambiguous; quote it"),
    "deep": ("a: " + "[" * 40 + "]" * 40, "nested deeper than 12 levels; check the indentation"),
    "very deep": ("[" * 500_000, "nested deeper than 12 levels"),
    "key list": ("[a, b]: 1\n", "1: file: a list or group stands before `:`"),
    "tab": (replaced("version:", "\tversion:"), "4: file: a tab is used to indent; use spaces"),
    "colon": (replaced("version: 1", "version: a: b"), "4: file: a `:` where none can be; put a text"),
    "quote": ('format: 1\nid: "x\n', "3: file: a quotation mark is opened and not closed; close it"),
    "path": (
        replaced("title: Bí mật của Bin", 'title: "C:\\dir"'),
        "5: file: a `\\` in double quotes begins a special sign; write it twice",
    ),
    "path that is a sign": (
        replaced("title: Bí mật của Bin", 'title: "C:\\Lop"'),
        "5: title: holds the unprintable character U+2028; delete it",
    ),
    "half a sign": (
        replaced("title: Bí mật của Bin", 'title: "\\uD800"'),
        "5: file: a `\\` in double quotes",
    ),
    "star": (
        replaced("title: Bí mật của Bin", "title: *"),
        "5: file: a text that starts with * or & needs quotes",
    ),
    "line separator": (
        replaced("title: Bí mật", "title: Bí\u2028mật"),
        "5: file: holds the unprintable character U+2028; delete it",
    ),
    "endless": (
        replaced("minutes: 35", "minutes: 1e999"),
        "8: minutes: `1e999` is too large; write a number",
    ),
    "bracket": ("format: [1\nid: x\n", "2: file: a bracket is not closed or a comma is missing"),
    "at": ("format: 1\nid: @x\n", "2: file: a text that starts with @"),
    "indent": ("format: 1\n  id: x\n", "2: file: a `:` where none can be"),
    "misspelt": (
        replaced("topic:", "topik:"),
        "7: topik: `topik` is not a known field; did you mean `topic`?",
    ),
    "unknown": (
        replaced("topic:", "zzz: 1\ntopic:"),
        "7: zzz: `zzz` is not a known field; remove it. Known:",
    ),
    "missing": (replaced("topic: privacy\n", ""), "1: topic: `topic` is missing; add it"),
    "kind": (
        replaced("kind: slide", "kind: slyde"),
        "steps[trang].kind: `slyde` is not known here; did you mean `slide`?",
    ),
    "type": (
        replaced("type: single", "type: singel"),
        f"{B1}.type: `singel` is not known here; did you mean",
    ),
    "no kind": (
        replaced("    kind: slide\n", ""),
        "steps[trang]: `kind` is missing; it is one of title, slide",
    ),
    "audience": (
        replaced("grades-4-5", "grade-4"),
        "6: audience: `grade-4` is not known here; did you mean `grades-4-5`?",
    ),
    "number as text": (
        replaced("title: Bí mật của Bin", "title: 111"),
        "5: title: a text is expected; put `111` in quotes",
    ),
    "true as number": (replaced("minutes: 35", "minutes: true"), "8: minutes: `true` is not a whole number"),
    "text as number": (
        replaced("minutes: 35", "minutes: long"),
        "8: minutes: `long` is not a whole number; write one",
    ),
    "half": (replaced("minutes: 35", "minutes: 2.5"), "8: minutes: `2.5` is not a whole number"),
    "too many": (replaced("minutes: 35", "minutes: 999"), "8: minutes: 999 is too large; at most 240"),
    "too few": (replaced("minutes: 35", "minutes: -1"), "8: minutes: -1 is too small; at least 1"),
    "id": (replaced("id: t01-a2", "id: T01.A2"), "2: id: `T01.A2` is not an id; use lower-case letters"),
    "too long": (
        replaced("title: Bí", "title: " + "a" * 400),
        "5: title: longer than 300 characters; shorten it",
    ),
    "blank": (replaced("title: Bí mật của Bin", "title: ' '"), "5: title: is empty; write a text"),
    "twin": (replaced("twin: q6", "twin: nope"), f"{B1}.twin: step `q1`: twin `nope` is not a question"),
    "option id": (replaced("id: b\n", "id: a\n"), f"{B1}.options[a]: id `a` is used twice in `options`"),
    "step id": (replaced("id: q2", "id: q1"), f"{B1}: step id `q1` is used twice"),
    "not a list": (
        replaced("objectives:\n- Em", "objectives: Em"),
        "objectives: a list is expected; start each",
    ),
    "not a group": (
        replaced("  before: Xem trước.\n  caution: Không hỏi chuyện riêng.\n  sensitive: false\n", "- x\n"),
        "teacher: `name: value` lines are expected here",
    ),
    "picture name": (
        text(changed("vi", "blocks", 1, "steps", 0, "picture", to="../x.png")),
        "steps[trang].picture: `../x.png` is not a picture's name; write `pictures/name.svg`",
    ),
    "missing picture": (
        text(changed("vi", "blocks", 1, "steps", 0, "picture", to="pictures/x.png")),
        "steps[trang].picture: `pictures/x.png` is not in the lesson's folder; add the file",
    ),
    "unknown thing": (
        text(changed("vi", "blocks", 1, "steps", 0, "scene", to={"setting": "calm", "props": ["tablett"]})),
        "steps[trang].scene.props[0]: `tablett` is not known here; did you mean `tablet`?",
    ),
    "thing nobody drew": (
        text(changed("vi", "blocks", 0, "steps", 6, "panels", 0, "props", to=["zzzzzz"])),
        "steps[truyen].panels[0].props[0]: no scene has `zzzzzz`; the names are in resources/props.json",
    ),
    "part of a short list": (
        text(changed("vi", "blocks", 0, "steps", 7, "options", 0, "goto", drop=True)),
        "steps[nga-ba].options[a].goto: `goto` is missing; add it",
    ),
    "film that ends first": (
        text(changed("vi", "blocks", 1, "steps", 0, to=film(5, 3))),
        "steps[phim]: the film ends before it begins; `to` is a later second than `from`",
    ),
    "spot out of the picture": (
        text(changed("vi", "blocks", 1, "steps", 0, to=hotspot(0.7))),
        "steps[cho].spots[b]: reaches out of the picture; `x` and `w` together are at most 1",
    ),
    "unknown openmoji": (
        text(changed("vi", "blocks", 1, "steps", 0, "picture", to="openmoji:FFFFF")),
        "steps[trang].picture: the picture library has no `FFFFF`",
    ),
}


@pytest.mark.parametrize("name", RAW)
def test_one_line_that_says_what_to_do(name: str, tmp_path: Path) -> None:
    raw, expected = RAW[name]
    path = tmp_path / "bad.yaml"
    path.write_bytes(raw.encode() if isinstance(raw, str) else raw)
    assert expected in only(path)


def test_goto_that_leads_back(tmp_path: Path) -> None:
    data = changed("vi", "blocks", 1, "steps", 3, "next", to="trang")
    path = write(tmp_path, data, languages="vi") / "lesson.vi.yaml"
    assert "steps[viec].next: step `viec`: `next` leads back to `trang`" in str(check_paths([path])[0])


def test_a_cycle_of_goto_names_the_option(tmp_path: Path) -> None:
    branch = {
        "id": "re",
        "kind": "branch",
        "minutes": 1,
        "notes": "x",
        "prompt": "Đi đâu?",
        "options": [
            {"id": "a", "text": "A1", "goto": "trang"},
            {"id": "b", "text": "B1", "goto": "viec"},
        ],
    }
    data = lesson()
    data["blocks"][1]["steps"].insert(1, branch)
    (tmp_path / "x.yaml").write_text(text(data), "utf-8")
    assert "steps[re].options[a].goto: step `re`: `goto` leads back to `trang`" in only(tmp_path / "x.yaml")


def test_a_short_list_and_its_faulty_part_are_both_said(tmp_path: Path) -> None:
    data = changed("vi", "blocks", 0, "steps", 7, "options", to=[{"id": "a", "text": "A"}])
    (tmp_path / "x.yaml").write_text(text(data), "utf-8")
    said = sorted(str(f).partition("steps[nga-ba].")[2] for f in check_paths([tmp_path / "x.yaml"]))
    assert said == [
        "options: number of parts: 1; at least 2",
        "options[a].goto: `goto` is missing; add it",
    ]


def test_a_spot_may_touch_the_edge(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text(text(changed("vi", "blocks", 1, "steps", 0, to=hotspot(0.5))), "utf-8")
    assert check_paths([tmp_path / "x.yaml"]) == []


def test_a_huge_file_costs_nothing(tmp_path: Path) -> None:
    path = tmp_path / "big.yaml"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    assert "1: file: has 200 MiB; a lesson file has at most 1 MiB" in only(path)


def test_a_folder_where_a_file_is_expected(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").mkdir()
    assert "1: file: is a folder where a file is expected" in only(tmp_path / "x.yaml")
    lessons = write(tmp_path / "bai")
    (lessons / "lesson.vi.yaml").unlink()
    (lessons / "lesson.vi.yaml").mkdir()
    (found,) = check_paths([tmp_path / "bai"])
    assert (found.file, found.code) == (str(lessons / "lesson.vi.yaml"), "file")


def test_what_is_not_there(tmp_path: Path) -> None:
    assert "1: file: does not exist; check the name" in only(tmp_path / "none.yaml")
    assert "1: folder: no lesson here" in only(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in the file system here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.yaml")
    assert "is not an ordinary file" in only(tmp_path / "x.yaml")


def test_all_faults_in_one_run(tmp_path: Path) -> None:
    raw = (
        replaced("minutes: 35", "minutes: 0")
        .replace("topic: privacy", "topic: x")
        .replace("title: B", "title: &a B")
    )
    (tmp_path / "x.yaml").write_text(raw, "utf-8")
    assert [f.line for f in check_paths([tmp_path / "x.yaml"])] == [5, 7, 8]


def test_endings_marks_and_unicode_forms_are_all_read(tmp_path: Path) -> None:
    import unicodedata

    path = tmp_path / "x.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + unicodedata.normalize("NFD", GOOD).replace("\n", "\r\n").encode())
    loaded = read_lesson(path)
    assert isinstance(loaded, LoadedLesson)
    assert loaded.lesson.title == unicodedata.normalize("NFC", "Bí mật của Bin")
    assert loaded.lines[("minutes",)] == 8


def test_yaml_oddities_stay_text(tmp_path: Path) -> None:
    raw = replaced("title: Bí mật của Bin", "title: 2026-11-23").replace("Em hỏi người lớn trước.", "1:30", 1)
    (tmp_path / "x.yaml").write_text(raw, "utf-8")
    loaded = read_lesson(tmp_path / "x.yaml")
    assert isinstance(loaded, LoadedLesson)
    assert (loaded.lesson.title, loaded.lesson.objectives) == ("2026-11-23", ("1:30",))


def test_pictures_stay_in_their_folder(tmp_path: Path) -> None:
    folder = write(
        tmp_path / "bai",
        changed("vi", "blocks", 1, "steps", 0, "picture", to="pictures/x.svg"),
        languages="vi",
    )
    (folder / "pictures").mkdir()
    (tmp_path / "out.svg").write_text("<svg/>")
    (folder / "pictures" / "x.svg").symlink_to(tmp_path / "out.svg")
    found = read_lesson(folder / "lesson.vi.yaml")
    assert isinstance(found, FaultyLesson)
    assert "leads out of the lesson's folder" in str(found.faults[0])
    (folder / "pictures" / "x.svg").unlink()
    (folder / "pictures" / "x.svg").write_text("GIF89a")
    found = read_lesson(folder / "lesson.vi.yaml")
    assert isinstance(found, FaultyLesson)
    assert "is not what its name says" in str(found.faults[0])
    (folder / "pictures" / "x.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'/>")
    assert isinstance(read_lesson(folder / "lesson.vi.yaml"), LoadedLesson)


def test_a_picture_has_a_limit(tmp_path: Path) -> None:
    folder = write(
        tmp_path / "bai",
        changed("vi", "blocks", 1, "steps", 0, "picture", to="pictures/x.png"),
        languages="vi",
    )
    (folder / "pictures").mkdir()
    with (folder / "pictures" / "x.png").open("wb") as file:
        file.truncate(9 * 1024 * 1024)
    assert "`pictures/x.png` has 9.0 MiB; make it smaller, at most 8 MiB" in only(folder / "lesson.vi.yaml")


def test_what_this_user_may_not_read_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_place: object, **_how: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    folder = write(tmp_path / "bai", languages="vi")
    (tmp_path / "closed").mkdir()
    with monkeypatch.context() as closed:
        closed.setattr(os, "scandir", refuse)
        assert "1: folder: cannot be read (this user may not); check its permissions" in only(
            tmp_path / "closed"
        )
    for name in ("open", "stat"):  # a file, then a file in a folder, that only others may read
        with monkeypatch.context() as closed:
            closed.setattr(Path, name, refuse)
            said = only(folder / "lesson.vi.yaml")
        assert "1: file: cannot be read (this user may not); check its permissions" in said


def test_a_folder_has_a_limit(tmp_path: Path) -> None:
    folder = write(tmp_path / "bai")
    (folder / "pictures").mkdir()
    with (folder / "pictures" / "x.png").open("wb") as file:
        file.truncate(21 * 1024 * 1024)
    assert "21.1 MiB" in only(folder) or "21.0 MiB" in only(folder)


@given(st.binary(max_size=400))
def test_random_bytes_never_raise(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    path = tmp_path_factory.mktemp("fuzz") / "lesson.vi.yaml"
    path.write_bytes(raw)
    found = read_lesson(path)
    assert isinstance(found, FaultyLesson)
    assert all("\n" not in str(f) for f in found.faults)
    assert found.faults


@given(st.data())
def test_a_mutated_lesson_never_raises(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    lines = GOOD.splitlines()
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(lines) - 1))
        kept = lines[at].split(":")[0]
        new = data.draw(
            st.sampled_from(
                [
                    "1e999",
                    "[]",
                    "{}",
                    "null",
                    "yes",
                    "'",
                    "- x",
                    "&a",
                    "*a",
                    "!!int x",
                    "-0",
                    ".nan",
                    "\t",
                    "9" * 20,
                    "true",
                    "|",
                    ">",
                    "? x",
                    "<<: 1",
                ]
            )
        )
        lines[at] = data.draw(st.sampled_from([f"{kept}: {new}", new, "", "  " + lines[at], lines[at][2:]]))
    path = tmp_path_factory.mktemp("fuzz") / "lesson.vi.yaml"
    path.write_text("\n".join(lines), "utf-8")
    for strict in (False, True):
        assert all("\n" not in str(f) and f.line >= 1 for f in check_paths([path], strict))


def test_a_hostile_file_is_answered_soon(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    for raw in (
        "".join(f"k{i}: 1\n" for i in range(40_000)),
        "".join(f"a: &b{i} 1\n" for i in range(40_000)),
        "a: " + "x," * 400_000,
    ):
        path.write_text("format: 1\n" + raw, "utf-8")
        assert 1 <= len(check_paths([path])) <= 200
