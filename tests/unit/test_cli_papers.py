"""Documents and reports as a user types them: exit code, what is printed, what is written."""

import json
import shutil
import sys
from collections.abc import Callable
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from lessonapp.app.papers import file_name, make, paper, papers
from lessonapp.app.workspace import Workspace
from lessonapp.cli import run
from lessonapp.domain.answer import Answer
from lessonapp.domain.school import Contact, School, SchoolClass
from lessonapp.session.log import Opening

SCHOOL = School(
    name="Trường Tiểu học Hoa Nắng",
    higher_body="UBND xã Hoà Bình",
    place="Hoà Bình",
    teacher="Trần Thị Hạnh",
    contacts=(Contact(role="Cô Hoà, y tế trường", place="phòng 12"),),
)
LESSONS = ("plan", "handout", "worksheet", "answer-key", "poster", "certificate", "broadcast", "law-card")


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A school with two classes, one of which was taught T01.A2 with twenty seats; each test has its copy."""
    folder = tmp_path_factory.mktemp("school")
    workspace = Workspace(folder)
    workspace.store.save_school(SCHOOL)
    workspace.store.save_class(SchoolClass(label="4A", seats=20, audience="grades-4-5"))
    workspace.store.save_class(SchoolClass(label="5B", seats=31, audience="grades-4-5"))
    loaded = workspace.lesson("T01.A2", "vi")
    session = workspace.begin(loaded, Opening(class_label="4A", seats=20, channel="screen"))
    for step in loaded.lesson.steps():
        if getattr(step, "purpose", "") in ("pre", "exit"):
            session.goto(step.id)
            session.open_round()
            options = step.options  # type: ignore[union-attr]
            right = next(o.id for o in options if getattr(o, "correct", False))
            for seat in range(1, 21):
                choice = right if seat % 3 or step.purpose == "exit" else options[0].id  # type: ignore[union-attr]
                session.answers.post(Answer(step=step.id, seat=seat, choice=(choice,), channel="screen"))
            session.close_round()
    session.end()
    workspace.close()
    return folder


@pytest.fixture
def home(school: Path, tmp_path: Path) -> Path:
    return shutil.copytree(school, tmp_path / "home")


@pytest.fixture
def typed(home: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Run a command that must succeed; what it prints."""

    def type_(*arguments: str, lang: str = "en") -> str:
        capsys.readouterr()
        assert run(["--home", str(home), "--lang", lang, *arguments]) == 0
        return capsys.readouterr().out

    return type_


def text_of(path: Path) -> str:
    return " ".join(
        "\n".join(page.extract_text() for page in PdfReader(BytesIO(path.read_bytes())).pages).split()
    )


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("what", LESSONS)
def test_every_document_of_a_lesson(typed: Callable[..., str], tmp_path: Path, what: str, lang: str) -> None:
    pdf = tmp_path / "a" / f"{what}.pdf"
    assert typed("print", what, "t01-a2", "--pdf", str(pdf), lang=lang).strip() == str(pdf)
    assert len(text_of(pdf)) > 60


def test_minutes_and_the_disclosure_card(typed: Callable[..., str], tmp_path: Path) -> None:
    [session] = json.loads(typed("results", "list", "--json"))["sessions"]
    pdf = tmp_path / "m.pdf"
    typed("print", "minutes", session["id"][:20], "--pdf", str(pdf))
    assert "Class: Class 4A, 20 of 20 pupils present" in text_of(pdf)
    typed("print", "disclosure-card", "--pdf", str(pdf))
    assert "Do not promise to keep it secret:" in text_of(pdf)
    assert "Cô Hoà, y tế trường" in text_of(pdf)


@pytest.mark.parametrize(("size", "pixels"), [("1080x1080", (1080, 1080)), ("1200x630", (1200, 630))])
def test_the_share_card(
    typed: Callable[..., str], tmp_path: Path, qapp: QApplication, size: str, pixels: tuple[int, int]
) -> None:
    png = tmp_path / "card.png"
    typed("print", "share-card", "t01-a2", "--size", size, "--png", str(png))
    image = QImage(str(png))
    assert (image.width(), image.height()) == pixels
    assert png.stat().st_size < 200_000


def test_without_a_file_name_the_document_names_itself(
    typed: Callable[..., str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert typed("print", "handout", "T01.A2", "--large").strip() == "t01-a2_family-letter_large-print_en.pdf"
    assert typed("report", "class", "4A", "--to", "2030-01-31", lang="vi").strip() == (
        "2030-01-31_4a_bao-cao-cua-lop_vi.pdf"
    )
    assert len(list(tmp_path.glob("*.pdf"))) == 2


def test_names_of_a_certificate_are_printed_and_kept_nowhere(
    typed: Callable[..., str], home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = tmp_path / "names.txt"
    names.write_text("Mây Xanhlơ\nTí Quậybiển\n", "utf-8")
    pdf = tmp_path / "c.pdf"
    typed("print", "certificate", "t01-a2", "--class", "4A", "--names", str(names), "--pdf", str(pdf))
    assert len(PdfReader(BytesIO(pdf.read_bytes())).pages) == 2
    assert "Tí Quậybiển" in text_of(pdf)
    monkeypatch.setattr(sys, "stdin", StringIO("Na Cánhdiều\n"))
    typed("print", "certificate", "t01-a2", "--names", "-", "--pdf", str(pdf))
    assert "Na Cánhdiều" in text_of(pdf)
    kept = b"".join(file.read_bytes() for file in home.rglob("*") if file.is_file())
    assert not any(name.encode() in kept for name in ("Xanhlơ", "Quậybiển", "Cánhdiều"))


def test_reports_of_class_and_school(typed: Callable[..., str], tmp_path: Path) -> None:
    pdf = tmp_path / "r.pdf"
    data = json.loads(typed("report", "class", "4A", "--json", "--pdf", str(pdf)))
    assert (data["format"], data["class_label"], data["totals"]["sessions"]) == (1, "4A", 1)
    assert data["totals"]["after_right"] > data["totals"]["before_right"]
    assert "Class 4A: digital skills" in text_of(pdf)
    data = json.loads(typed("report", "school", "--json"))
    assert [row["class_label"] for row in data["classes"]] == ["4A", "5B"]
    assert (data["counts"]["school"], data["counts"]["classes"]) == (SCHOOL.name, 1)
    typed("report", "school", "--pdf", str(pdf))
    assert "taught 1 lesson in 1 session to 1 class with 20 pupils" in text_of(pdf)


def test_a_period_leaves_sessions_out(typed: Callable[..., str], tmp_path: Path) -> None:
    nothing = json.loads(
        typed("report", "class", "4A", "--from", "2001-01-01", "--to", "31/12/2001", "--json")
    )
    assert (nothing["results"], nothing["period"]) == ([], {"first": "2001-01-01", "last": "2001-12-31"})
    pdf = tmp_path / "r.pdf"
    typed("report", "school", "--to", "2001-12-31", "--pdf", str(pdf))
    assert "there is nothing to count" in text_of(pdf)


def test_schools_are_added_up_out_of_their_files(typed: Callable[..., str], tmp_path: Path) -> None:
    sent = json.loads(typed("report", "school", "--json"))
    files = []
    for number, pupils in enumerate((3, 200, 300)):
        data = {**sent, "counts": {**sent["counts"], "school": f"Trường {number}", "pupils": pupils}}
        files.append(tmp_path / f"{number}.json")
        files[-1].write_text(json.dumps(data), "utf-8-sig" if number else "utf-8")
    found = json.loads(typed("report", "rollup", *map(str, files), "--json"))
    assert [row["school"] for row in found["schools"]] == ["Trường 0", "Trường 1", "Trường 2", SCHOOL.name]
    assert found["total"]["pupils"]["count"] == 523
    assert [row["pupils"]["count"] for row in found["schools"]] == [None, 200, 300, None]
    pdf = tmp_path / "r.pdf"
    typed("report", "rollup", *map(str, files), "--pdf", str(pdf))
    assert "4 schools taught 4 classes in 4 sessions." in text_of(pdf)


@pytest.mark.parametrize("named", [True, False])
def test_no_school_is_added_twice(home: Path, typed: Callable[..., str], tmp_path: Path, named: bool) -> None:
    """The same file chosen twice, and this school's own file among those of the others."""
    if not named:
        workspace = Workspace(home)
        workspace.store.save_school(School())
        workspace.close()
    own, other = tmp_path / "own.json", tmp_path / "other.json"
    own.write_text(typed("report", "school", "--json"), "utf-8")
    sent = json.loads(own.read_text("utf-8"))
    other.write_text(json.dumps({"counts": {**sent["counts"], "school": "Trường B", "pupils": 200}}), "utf-8")
    found = json.loads(typed("report", "rollup", *map(str, (own, other, other)), "--json"))
    assert [row["school"] for row in found["schools"]].count("Trường B") == 1
    assert len(found["schools"]) == 2
    assert found["total"]["sessions"] == 2


def test_files_that_are_no_reports_have_a_line_each(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    contents = ["[]", "{", '{"counts": {"school": "A", "pupils": -1}}', "[" * 90_000]
    files = [tmp_path / f"{number}.json" for number in range(len(contents))]
    for file, content in zip(files, contents, strict=True):
        file.write_text(content)
    missing = tmp_path / "missing.json"
    assert run(["report", "rollup", *map(str, files), str(missing), "--home", str(home), "--lang", "en"]) == 1
    lines = capsys.readouterr().err.strip().splitlines()
    assert len(lines) == 5
    assert all(str(file) in line for file, line in zip([*files, missing], lines, strict=True))


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["print", "plan", "no-such-lesson"], 1),
        (["print", "minutes", "no-such-session"], 1),
        (["print", "poster", "t01-a2", "--size", "a0"], 2),
        (["print", "worksheet", "t01-a2", "--version", "z"], 2),
        (["print", "certificate", "t01-a2", "--seats", "40-1"], 2),
        (["print", "certificate", "t01-a2", "--names", "no-such-file.txt"], 1),
        (["report", "class", "9Z"], 1),
        (["report", "class", "4A", "--from", "31/6/2026"], 2),
        (["report", "class", "4A", "--from", "soon"], 2),
        (["report", "class", "4A", "--from", "2026-12-01", "--to", "2026-01-31"], 2),
        (["report", "class"], 2),
        (["print", "no-such-thing"], 2),
    ],
)
def test_exit_codes(arguments: list[str], code: int, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*arguments, "--home", str(home)]) == code
    said = capsys.readouterr().err
    assert said.strip()
    assert "Traceback" not in said


@pytest.mark.parametrize(("name", "code"), [("folder.pdf", 1), ("/dev/full", 3)])
def test_a_document_that_cannot_be_written_has_its_exit_code(
    home: Path, tmp_path: Path, name: str, code: int
) -> None:
    (tmp_path / "folder.pdf").mkdir()
    target = str(tmp_path / name)
    assert run(["print", "poster", "t01-a2", "--pdf", target, "--home", str(home)]) == code
    assert run(["report", "school", "--pdf", target, "--home", str(home)]) == code


def test_every_document_is_listed_once_with_what_it_needs() -> None:
    keys = [kind.key for kind in papers()]
    assert len(keys) == len(set(keys)) == 15
    assert {kind.key for kind in papers("session")} == {"summary", "minutes"}
    assert paper("share-card").suffix == "png"
    with pytest.raises(KeyError):
        paper("x")


def test_every_document_can_be_made_and_named_by_the_list(home: Path, qapp: QApplication) -> None:
    workspace = Workspace(home)
    [info] = workspace.journal.sessions()
    of = {"lesson": "t01-a2", "session": info.id, "class": "4A", "school": "", "nothing": ""}
    try:
        for kind in papers():
            content = make(workspace, kind.key, of[kind.needs], "vi")
            assert content.startswith(b"\x89PNG" if kind.suffix == "png" else b"%PDF-"), kind.key
            assert content == make(workspace, kind.key, of[kind.needs], "vi") or kind.needs in (
                "class",
                "school",
            )
            name = file_name(workspace, kind.key, of[kind.needs], "vi")
            assert name.endswith(f"_vi.{kind.suffix}")
            assert name.isascii()
            assert not set(name) & set('<>:"/\\|?* ')
    finally:
        workspace.close()
