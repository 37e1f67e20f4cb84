"""The import rules hold, and each of them is seen to fail when it is broken."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# Contract -> (importing module, imported module). Modules are made for the purpose: lessonapp.ROOM.offender.
BREAKS = {
    "Rooms import only from the rooms below": [
        ("lessonapp.domain.offender", "lessonapp.session"),
        ("lessonapp.domain.offender", "lessonapp.i18n"),
        ("lessonapp.i18n", "lessonapp.settings"),
        ("lessonapp.settings", "lessonapp.session"),
        ("lessonapp.writing", "lessonapp.settings"),
        ("lessonapp.domain.offender", "lessonapp.writing"),
        ("lessonapp.session.offender", "lessonapp.storage"),
        ("lessonapp.storage.offender", "lessonapp.content"),
        ("lessonapp.content.offender", "lessonapp.reports"),
        ("lessonapp.reports.offender", "lessonapp.channels"),
        ("lessonapp.channels.offender", "lessonapp.ui"),
        ("lessonapp.ui.offender", "lessonapp.app"),
        ("lessonapp.app.offender", "lessonapp.cli"),
    ],
    "Qt only in ui, app and the camera": [
        ("lessonapp.reports.offender", "PySide6.QtGui"),
        ("lessonapp.domain.offender", "PySide6.QtCore"),
        ("lessonapp.channels.offender", "shiboken6"),
    ],
    "reportlab only in reports": [("lessonapp.ui.offender", "reportlab.pdfgen")],
    "SQLAlchemy only in storage": [
        ("lessonapp.content.offender", "sqlalchemy"),
        ("lessonapp.app.offender", "sqlite3"),
    ],
    "YAML only in content": [("lessonapp.storage.offender", "yaml")],
    "The web library only in channels.web": [
        ("lessonapp.app.offender", "aiohttp"),
        ("lessonapp.channels.cards.offender", "aiohttp"),
    ],
    "OpenCV and numpy only in channels.cards": [
        ("lessonapp.ui.offender", "cv2"),
        ("lessonapp.reports.offender", "numpy"),
        ("lessonapp.channels.web.offender", "numpy"),
    ],
    "The channels do not know one another": [
        ("lessonapp.channels.web.offender", "lessonapp.channels.cards"),
        ("lessonapp.channels.cards.offender", "lessonapp.channels.web"),
    ],
    "Spreadsheets only in reports": [
        ("lessonapp.ui.offender", "openpyxl"),
        ("lessonapp.storage.offender", "xlsxwriter"),
    ],
    "The command library only in cli": [("lessonapp.app.offender", "typer")],
}
# Contract -> the rooms that may use what it forbids to all others.
ALLOWED = {
    "Qt only in ui, app and the camera": {"ui", "app"},
    "reportlab only in reports": {"reports"},
    "SQLAlchemy only in storage": {"storage"},
    "YAML only in content": {"content"},
    "The web library only in channels.web": {"channels.web"},
    "OpenCV and numpy only in channels.cards": {"channels.cards"},
    "Spreadsheets only in reports": {"reports"},
    "The command library only in cli": {"cli"},
}
CASES = [
    (contract, importer, imported) for contract, breaks in BREAKS.items() for importer, imported in breaks
]


CONTRACTS = {
    contract["name"]: contract
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
}


def rooms() -> set[str]:
    """Every module and package of the program; each channel by itself, as it has libraries of its own."""
    found = {path.stem for path in (ROOT / "lessonapp").iterdir() if path.suffix == ".py"} - {"__init__"}
    found |= {path.parent.name for path in (ROOT / "lessonapp").glob("*/__init__.py")} - {"channels"}
    return found | {
        f"channels.{path.parent.name}" for path in (ROOT / "lessonapp").glob("channels/*/__init__.py")
    }


def lint(folder: Path, *, config: Path = ROOT / "pyproject.toml") -> tuple[int, str]:
    """Exit code and output of the checker over the `lessonapp` of a folder."""
    command = "import sys; from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run(
        [sys.executable, "-c", command, "--config", str(config), "--no-cache"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder), "COLUMNS": "200", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What the checker says of a copy that breaks every rule, by contract."""
    folder = tmp_path_factory.mktemp("broken")
    shutil.copytree(ROOT / "lessonapp", folder / "lessonapp", ignore=shutil.ignore_patterns("__pycache__"))
    for _, importer, imported in CASES:
        path = folder.joinpath(*importer.split(".")).with_suffix(".py")
        with path.open("a", encoding="utf-8") as file:
            file.write(f"\nimport {imported}\n")
    (folder / "lessonapp" / "undeclared.py").write_text("", encoding="utf-8")
    (folder / "lessonapp" / "domain" / "typing_only.py").write_text(
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import lessonapp.storage\n",
        encoding="utf-8",
    )
    (folder / "lessonapp" / "session" / "hidden.py").write_text(
        "def later():\n    import lessonapp.ui\n", encoding="utf-8"
    )
    code, output = lint(folder)
    assert code != 0
    _, found, details = output.partition("Broken contracts")
    assert found, output
    parts = re.split(r"\n([^\n]+)\n-{5,}\n", details)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def said(broken: dict[str, str], contract: str) -> str:
    return next((text for name, text in broken.items() if name.startswith(contract)), "")


def test_the_rules_hold() -> None:
    code, output = lint(ROOT)
    assert code == 0, output


@pytest.mark.parametrize(("contract", "importer", "imported"), CASES)
def test_breaking_a_rule_is_seen(broken: dict[str, str], contract: str, importer: str, imported: str) -> None:
    external = imported if imported.startswith("lessonapp") else imported.partition(".")[0]
    assert re.search(rf"{re.escape(importer)} -> {re.escape(external)} \(l\.\d+", said(broken, contract))


def test_each_contract_is_broken_once() -> None:
    assert BREAKS.keys() == CONTRACTS.keys()


@pytest.mark.parametrize("contract", sorted(ALLOWED))
def test_what_is_forbidden_is_forbidden_to_every_other_room(contract: str) -> None:
    sources = {source.removeprefix("lessonapp.") for source in CONTRACTS[contract]["source_modules"]}
    told = {room for room in rooms() if room in sources or room.partition(".")[0] in sources}
    assert told == rooms() - ALLOWED[contract]


def test_every_forbidding_contract_says_who_may() -> None:
    assert ALLOWED.keys() == {name for name, told in CONTRACTS.items() if told["type"] == "forbidden"}


def test_an_undeclared_room_is_seen(broken: dict[str, str]) -> None:
    assert "lessonapp.undeclared" in said(broken, "Rooms import only")


@pytest.mark.parametrize("importer", ["lessonapp.domain.typing_only", "lessonapp.session.hidden"])
def test_hiding_an_import_does_not_help(broken: dict[str, str], importer: str) -> None:
    assert f"{importer} ->" in said(broken, "Rooms import only")


def test_every_package_is_seen() -> None:
    blind = [
        str(folder.relative_to(ROOT))
        for folder in (ROOT / "lessonapp").rglob("*")
        if folder.is_dir() and list(folder.glob("*.py")) and not (folder / "__init__.py").exists()
    ]
    assert not blind, f"folders without __init__.py, which the checker cannot see: {blind}"
