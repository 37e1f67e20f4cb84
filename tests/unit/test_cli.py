"""Commands as a user types them: exit code, what is printed, what is written."""

import errno
import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from lessonapp.app.workspace import Workspace
from lessonapp.cli import run
from lessonapp.domain.answer import Answer
from lessonapp.session.log import Opening
from lessonapp.settings import PROGRAM_FOLDER, lessons_folder


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def taught(home: Path) -> str:
    """A session of T01.A2 with a question by hands and one seat by seat, left open."""
    workspace = Workspace(home)
    loaded = workspace.lesson("T01.A2", "vi")
    session = workspace.begin(loaded, Opening(class_label="4A", seats=20))
    questions = [s.id for s in loaded.lesson.steps() if getattr(s, "purpose", "") == "pre"]
    session.goto(questions[0])
    session.open_round()
    session.answers.count_hands(questions[0], {"a": 9, "b": 8})
    session.goto(questions[1])
    session.open_round()
    options = [o.id for o in loaded.lesson.step(questions[1]).options]  # type: ignore[union-attr]
    for seat in range(1, 11):
        session.answers.post(Answer(step=questions[1], seat=seat, choice=(options[0],), channel="screen"))
    session.answers.post(Answer(step=questions[1], seat=3, choice=(options[1],), channel="screen"))
    workspace.close()
    return session.state.id


def test_sessions_are_listed_and_shown_of_open_sessions_too(
    home: Path, taught: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["results", "list", "--json", "--home", str(home)]) == 0
    [row] = json.loads(capsys.readouterr().out)["sessions"]
    assert (row["id"], row["lesson"], row["class"], row["seats"], row["closed"]) == (
        taught,
        "t01-a2",
        "4A",
        20,
        None,
    )
    assert run(["results", "show", taught[:20], "--json", "--home", str(home)]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["hands"][0]["counts"]["a"] == 9
    assert len(data["answers"]) == 10
    [third] = [a for a in data["answers"] if a["seat"] == 3]
    assert third["choice"] == ["b"], "the last answer of a seat"


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_summary_is_written_in_both_languages(
    home: Path, taught: str, tmp_path: Path, language: str
) -> None:
    pdf, csv = tmp_path / "summary.pdf", tmp_path / "summary.csv"
    arguments = ["--home", str(home), "--lang", language, "report", "session", taught]
    assert run([*arguments, "--pdf", str(pdf), "--csv", str(csv)]) == 0
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert csv.read_bytes().startswith(b"\xef\xbb\xbf"), "Excel opens it right"
    assert not csv.read_bytes()[3:].startswith(b"\xef\xbb\xbf")


def test_a_summary_of_a_session_in_which_nothing_was_asked_says_so(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace = Workspace(home)
    session = workspace.begin(workspace.lesson("t09-a1", "vi"), Opening(class_label="1B", seats=30))
    workspace.close()
    assert run(["report", "session", session.state.id, "--json", "--home", str(home)]) == 0
    assert json.loads(capsys.readouterr().out)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["results", "show", "no-such-session"], 1),
        (["report", "session", "no-such-session"], 1),
        (["check", "/no/such/path"], 1),
        (["render", "t99-zz", "--out", "x"], 1),
        (["render", "--out", "x"], 2),
        (["render", "t09-a1", "--out", "x", "--size", "big"], 1),
        (["no-such-command"], 2),
        (["check"], 2),
        (["--lang", "fr", "library"], 2),
        (["library", "--home"], 2),
    ],
)
def test_exit_codes(arguments: list[str], code: int, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    common = [] if "--home" in arguments else ["--home", str(home)]
    assert run([*arguments, *common]) == code
    said = capsys.readouterr().err
    assert said.strip()
    assert "Traceback" not in said


@pytest.mark.parametrize("name", ["file.txt", "file.txt/data"])
def test_a_data_folder_that_cannot_be_used_is_told_with_its_remedy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (tmp_path / "file.txt").touch()
    assert run(["--lang", "en", "--home", str(tmp_path / name), "results", "list"]) == 3
    said = capsys.readouterr().err
    assert len(said.strip().splitlines()) == 1
    assert str(tmp_path / name) in said
    assert "--home" in said


def test_a_demo_that_cannot_write_says_so_before_it_teaches(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file.txt").touch()
    assert (
        run(["--lang", "en", "--home", str(home), "demo", "--out", str(tmp_path / "file.txt" / "out")]) == 1
    )
    told = capsys.readouterr()
    assert told.out == "", "not one word of a lesson"
    assert str(tmp_path / "file.txt") in told.err


def test_a_disk_that_is_full_is_the_machines_fault(
    home: Path,
    taught: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def full(*_arguments: object, **_more: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("tempfile.mkstemp", full)
    file = tmp_path / "summary.pdf"
    assert run(["report", "session", taught, "--pdf", str(file), "--home", str(home)]) == 3
    assert "summary.pdf" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["folder.pdf", "file.txt/summary.pdf"])
def test_a_name_that_cannot_be_a_file_is_the_fault_of_what_was_given(
    home: Path, taught: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (tmp_path / "folder.pdf").mkdir()
    (tmp_path / "file.txt").touch()
    assert run(["report", "session", taught, "--pdf", str(tmp_path / name), "--home", str(home)]) == 1
    said = capsys.readouterr().err
    assert len(said.strip().splitlines()) == 1
    assert str(tmp_path / name) in said


def test_a_database_that_is_no_database_is_the_machines_fault(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home.mkdir()
    (home / "lessonapp.sqlite").write_bytes(b"this is not a database, it is a letter" * 100)
    assert run(["results", "list", "--home", str(home)]) == 3
    assert "Traceback" not in capsys.readouterr().err


def test_the_schema_is_json_and_knows_every_kind(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema"]) == 0
    assert "hotspot" in json.dumps(json.loads(capsys.readouterr().out))


@pytest.mark.parametrize("language", ["vi", "en"])
def test_help_speaks_the_language_of_the_interface(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--lang", language, "--help"]) == 0
    wanted = {"vi": "Bài học kĩ năng số", "en": "Digital-skills lessons"}[language]
    assert wanted in capsys.readouterr().out


def test_the_library_lists_sound_and_faulty_lessons(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = home / "lessons" / "hong"
    broken.mkdir(parents=True)
    (broken / "lesson.vi.yaml").write_bytes(b"\xff\xfe not utf-8")
    assert run(["library", "--json", "--home", str(home)]) == 0
    lessons = {row["id"]: row for row in json.loads(capsys.readouterr().out)["lessons"]}
    assert {"t09-a1", "t01-a2", "t06-a3"} <= lessons.keys()
    assert lessons["hong"]["faults"]
    assert not lessons["t09-a1"]["faults"]


def test_render_writes_a_picture_for_each_state_and_what_stands_where(
    home: Path, tmp_path: Path, qapp: QApplication
) -> None:
    out = tmp_path / "pictures"
    arguments = [
        "render",
        "t01-a2",
        "--out",
        str(out),
        "--size",
        "640x360",
        "--step",
        "xep-1",
        "--home",
        str(home),
    ]
    assert run(arguments) == 0
    scenes = json.loads((out / "scene.json").read_text("utf-8"))
    assert {scene["state"] for scene in scenes} >= {"open", "revealed"}
    for scene in scenes:
        picture = QImage(str(out / scene["file"]))
        assert (picture.width(), picture.height()) == (640, 360)
        assert scene["file"].split("-", 1)[0].isdigit()
        assert all(text["fits"] for text in scene["texts"])


def test_render_writes_contact_sheets_of_all_that_scenes_are_made_of(
    home: Path, tmp_path: Path, qapp: QApplication
) -> None:
    assert run(["render", "--gallery", "--out", str(tmp_path), "--home", str(home)]) == 0
    sheets = {file.stem: QImage(str(file)) for file in tmp_path.glob("gallery-*.png")}
    assert sheets.keys() == {f"gallery-{name}" for name in ("settings", "cast", "props", "mascot")}
    assert not any(sheet.isNull() for sheet in sheets.values())
    assert sheets["gallery-cast"].height() > 18 * 150, "a row for each of the cast"


def test_doctor_says_what_works(home: Path) -> None:
    command = [sys.executable, str(PROGRAM_FOLDER / "main.py"), "doctor", "--json", "--home", str(home)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0
    found = json.loads(done.stdout)
    wanted = {"screens", "fonts", "camera", "network", "speech", "disk", "database", "clock"}
    wanted |= {"contacts", "law"}
    assert wanted <= found.keys()
    assert all(finding["text"] for finding in found.values())


def test_a_strict_check_of_the_bundled_lessons_finds_nothing(
    qapp: QApplication, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", str(lessons_folder()), "--strict", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"faults": []}


def test_a_home_that_is_a_file_is_the_machines_fault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "home"
    file.write_text("a letter", "utf-8")
    assert run(["results", "list", "--home", str(file)]) == 3
    assert "Traceback" not in capsys.readouterr().err


def test_seats_may_be_left_out(home: Path) -> None:
    command = [
        sys.executable,
        str(PROGRAM_FOLDER / "main.py"),
        "present",
        "no-such-lesson",
        "--home",
        str(home),
    ]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 1, "the lesson is at fault, not the usage"
    assert "no-such-lesson" in done.stderr


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("vi", ["Hiện phần trợ giúp này.", "Tên lớp, ví dụ 4A."]),
        ("en", ["Show this help.", "Label of the class"]),
    ],
)
def test_help_says_in_the_language_what_each_option_does(
    home: Path, capsys: pytest.CaptureFixture[str], lang: str, said: list[str]
) -> None:
    common = ["--home", str(home), "--lang", lang]
    assert run([*common, "present", "--help"]) == 0
    told = capsys.readouterr().out
    assert all(words in told for words in said)
    assert run([*common, "--help"]) == 0
    told = capsys.readouterr().out
    assert all(option in told for option in ("--home", "--lang", "--debug"))
