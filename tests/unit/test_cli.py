"""Commands as a user types them: exit code, what is printed, what is written."""

import errno
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from lessonapp.app.workspace import Workspace
from lessonapp.cli import run
from lessonapp.domain.answer import Answer
from lessonapp.i18n import translations
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


def test_the_beginning_of_several_sessions_asks_for_more(
    home: Path, taught: str, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace = Workspace(home)
    workspace.begin(workspace.lesson("t09-a1", "vi"), Opening(class_label="1B", seats=30))
    workspace.close()
    assert run(["--lang", "en", "--home", str(home), "results", "show", taught[:4]]) == 1
    assert "Write more of the id" in capsys.readouterr().err
    assert run(["--lang", "en", "--home", str(home), "results", "show", ""]) == 1
    assert "There is no session" in capsys.readouterr().err


def test_answers_are_shown_by_seat_team_or_the_class_as_one(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace = Workspace(home)
    loaded = workspace.lesson("T01.A2", "vi")
    session = workspace.begin(loaded, Opening(class_label="4A", seats=20, channel="screen"))
    session.goto("hoi-truoc-1")
    session.open_round()
    session.room.draw_teams(((1, 2), (3, 4)))
    for who in ({"seat": 5}, {"team": 2}, {}):
        session.answers.post(Answer(step="hoi-truoc-1", choice=("a",), channel="screen", **who))
    workspace.close()
    assert run(["--lang", "en", "--home", str(home), "results", "show", session.state.id]) == 0
    shown = capsys.readouterr().out
    assert all(f"hoi-truoc-1 (1)  {who}  a" in shown for who in ("seat 5", "team 2", "the class as one"))


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
        (["render", "t09-a1", "--out", "x", "--size", "big"], 2),
        (["no-such-command"], 2),
        (["check"], 2),
        (["--lang", "fr", "library"], 2),
        (["library", "--home"], 2),
        (["library", "--lang"], 2),
        (["--home", "~nobody-of-that-name/x", "library"], 3),
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


COMMANDS = [
    "",
    *("present", "host", "demo", "check", "schema", "render", "library", "doctor"),
    *("results", "results list", "results show", "cards", "cards print", "cards read"),
    *("report", "report session", "report class", "report school", "report rollup"),
    *("print", "print plan", "print handout", "print worksheet", "print answer-key", "print poster"),
    *("print certificate", "print broadcast", "print law-card", "print minutes"),
    *("print disclosure-card", "print share-card"),
]


@pytest.mark.parametrize("command", COMMANDS)
def test_all_help_is_in_vietnamese(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--lang", "vi", *command.split(), "--help"]) == 0
    told = capsys.readouterr().out
    assert "Cách gọi: lessonapp" in told
    for english in ("Usage", "Options", "OPTIONS", "Arguments", "Commands", "COMMAND", "required", "default"):
        assert english not in told
    assert "<" not in told, "no types of the programming language"


def test_the_commands_of_the_test_above_are_all_there_are() -> None:
    from lessonapp.cli.commands import build_app
    from lessonapp.cli.option_help import spoken

    def paths(command: Any, path: str) -> list[str]:
        under = getattr(command, "commands", {})
        return [path, *(p for name, inner in under.items() for p in paths(inner, f"{path} {name}".strip()))]

    assert sorted(paths(spoken(build_app()), "")) == sorted(COMMANDS)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["bogus"], "There is no command “bogus”."),
        (["librari"], "There is no command “librari”. Did you mean library?"),
        (["results"], "Which command? There are: list, show."),
        (["present"], "LESSON is missing."),
        (["render", "t09-a1"], "--out is missing."),
        (["present", "t09-a1", "--chanel", "x"], "There is no option --chanel. Did you mean --channel?"),
        (["host", "t09-a1", "--port", "99999"], "--port is a whole number from 0 to 65535."),
        (["present", "t09-a1", "--seats", "many"], "--seats is a whole number from 1 to 2000."),
        (["present", "t09-a1", "--seats"], "--seats needs a value."),
        (["doctor", "--json=yes"], "--json takes no value."),
        (
            ["cards", "print", "--seats", "1", "--pdf", "x", "--size", "a6"],
            "--size is one of a5, a4, not “a6”.",
        ),
        (["print", "poster", "t09-a1", "--size", "a9"], "--size is one of a4, a3, not “a9”."),
        (
            ["print", "worksheet", "t09-a1", "--version", "c"],
            "--version is one of all, own, a, b, not “c”.",
        ),
        (
            ["print", "share-card", "t09-a1", "--size", "9x9"],
            "--size is one of 1080x1080, 1200x630, not “9x9”.",
        ),
        (
            ["present", "t09-a1", "--channel", "smoke"],
            "--channel is one of hands, screen, cards, web, not “smoke”.",
        ),
        (
            ["render", "t09-a1", "--out", "x", "--size", "big"],
            "A size is two numbers such as 1920x1080, not “big”.",
        ),
        (
            ["print", "certificate", "t09-a1", "--seats", "all"],
            "Write seats like 1-40 or 1-5, 9: “all” is not understood.",
        ),
        (
            ["cards", "read", "x.png", "--seats", "0"],
            "There are cards for seats 1 to 63; “0” is not among them.",
        ),
        (["library", "one", "two"], "Too much on the line: one two."),
        (["report", "class", "4A", "--from", "soon"], "A day is written 2026-09-01 or 1/9/2026, not “soon”."),
        (["--lang", "fr", "--lang"], "--lang needs a value."),
    ],
)
def test_wrong_usage_is_said_in_one_sentence(
    home: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert run(["--lang", "en", "--home", str(home), *arguments]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.splitlines()[0] == said


def test_wrong_usage_is_said_in_vietnamese_too(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--lang", "vi", "--home", str(home), "present"]) == 2
    assert capsys.readouterr().err.splitlines()[:2] == [
        "Thiếu LESSON.",
        "Cách gọi: lessonapp present [TUỲ CHỌN] LESSON",
    ]


def test_a_place_where_this_user_may_not_look_is_one_sentence(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refusing(real: Any) -> Any:
        def refuse(path: Path, *more: Any, **how: Any) -> Any:
            if home in (path, *path.parents):
                raise PermissionError(errno.EACCES, "Permission denied", str(path))
            return real(path, *more, **how)

        return refuse

    monkeypatch.setattr(Path, "stat", refusing(Path.stat))
    monkeypatch.setattr(Path, "mkdir", refusing(Path.mkdir))
    assert run(["--lang", "en", "--home", str(home), "results", "list"]) == 3
    said = capsys.readouterr().err
    assert len(said.strip().splitlines()) == 1
    assert "cannot be used. Name another one with `--home`." in said
    assert run(["--lang", "en", "--home", str(home), "library"]) == 0


def test_lessons_of_ones_own_are_told_from_those_that_came_with_the_program(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = home / "lessons" / "cua-em"
    shutil.copytree(next(lessons_folder().glob("*/*/lesson.vi.yaml")).parent, own)
    for file in own.glob("lesson.*.yaml"):
        text = file.read_text("utf-8")
        [line] = [line for line in text.splitlines() if line.startswith("id: ")]
        file.write_text(text.replace(line, "id: cua-em", 1), "utf-8")
    assert run(["library", "--json", "--home", str(home)]) == 0
    found = {row["id"]: row for row in json.loads(capsys.readouterr().out)["lessons"]}
    assert (found["cua-em"]["origin"], found["cua-em"]["trusted"]) == ("own", False)
    assert (found["t09-a1"]["origin"], found["t09-a1"]["trusted"]) == ("bundled", True)
    assert run(["--lang", "en", "library", "--home", str(home)]) == 0
    [line] = [line for line in capsys.readouterr().out.splitlines() if line.endswith("your own")]
    assert line.startswith("cua-em")


@pytest.mark.parametrize("damage", ["gone", "half"])
def test_a_setup_that_was_not_finished_is_said_in_both_languages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], damage: str
) -> None:
    if damage == "half":
        (tmp_path / "vi" / "LC_MESSAGES").mkdir(parents=True)
        (tmp_path / "vi" / "LC_MESSAGES" / "lessonapp.json").write_text('{"Open": "M', "utf-8")
    monkeypatch.setattr("lessonapp.i18n.translations_folder", lambda: tmp_path)
    translations.cache_clear()
    try:
        assert run(["library"]) == 3
        said = capsys.readouterr().err
        assert said.count("make setup") == 2
        assert "Chưa có bản dịch" in said
        assert "Traceback" not in said
    finally:
        translations.cache_clear()


def test_with_english_chosen_the_vietnamese_sentences_are_not_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "settings.json").write_text(json.dumps({"language": "en"}), "utf-8")
    translations.cache_clear()
    assert run(["library", "--home", str(home)]) == 0
    assert "My own treasure box" in capsys.readouterr().out
    assert translations.cache_info().currsize == 1
