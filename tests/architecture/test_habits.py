"""Habits of the code that neither linter nor import contract sees."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# Name -> why the program does without it.
BANNED = {
    "processEvents": "what waits for the event loop listens to a signal",
    "QGraphicsProxyWidget": "the stage is drawn, no widgets stand on it",
    "setGraphicsEffect": "an effect draws the whole stage anew at every frame",
    "QGraphicsEffect": "an effect draws the whole stage anew at every frame",
    "QtQml": "QWidgets and one scene: no QML",
    "QtQuick": "QWidgets and one scene: no QML",
    "QtQuickWidgets": "QWidgets and one scene: no QML",
    "QtWebEngineCore": "no web engine",
    "QtWebEngineWidgets": "no web engine",
}


def names(source: str) -> Iterator[str]:
    """Every name that the source uses or imports."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.Import | ast.ImportFrom):
            imported = [*(alias.name for alias in node.names), getattr(node, "module", None) or ""]
            yield from (part for name in imported for part in name.split("."))


@pytest.mark.parametrize(
    "line",
    [
        "app.processEvents()",
        "from PySide6.QtWidgets import QGraphicsProxyWidget",
        "item.setGraphicsEffect(None)",
        "import PySide6.QtQuick",
        "from PySide6.QtQml import QQmlEngine",
        "from PySide6 import QtWebEngineCore",
    ],
)
def test_the_check_sees_it(line: str) -> None:
    assert BANNED.keys() & set(names(line))


def test_nothing_banned_is_used() -> None:
    found = {
        path.relative_to(ROOT).as_posix(): sorted(used)
        for path in sorted((ROOT / "lessonapp").rglob("*.py"))
        if (used := BANNED.keys() & set(names(path.read_text("utf-8"))))
    }
    assert not found
