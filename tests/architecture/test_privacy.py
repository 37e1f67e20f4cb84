"""The app contacts nobody: no module that could is imported anywhere."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BANNED = (
    "aiohttp.client",
    "ftplib",
    "http.client",
    "httpx",
    "PySide6.QtNetwork",
    "PySide6.QtWebEngineCore",
    "PySide6.QtWebEngineWidgets",
    "PySide6.QtWebSockets",
    "PySide6.QtWebView",
    "requests",
    "smtplib",
    "telnetlib",
    "urllib",
    "urllib3",
    "xmlrpc",
)


def imports(source: str) -> Iterator[str]:
    """Every dotted name that the source imports, at any depth."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def banned(source: str) -> list[str]:
    return [name for name in imports(source) if any(f"{name}.".startswith(f"{b}.") for b in BANNED)]


@pytest.mark.parametrize(
    "line",
    [
        "import urllib.request",
        "from urllib import request",
        "import requests as r",
        "from http import client",
        "def f():\n    from PySide6 import QtNetwork",
        "from PySide6.QtNetwork import QNetworkAccessManager",
    ],
)
def test_the_check_sees_an_import(line: str) -> None:
    assert banned(line)


def test_no_network_client_is_imported() -> None:
    found = {
        path.relative_to(ROOT).as_posix(): names
        for path in sorted((ROOT / "lessonapp").rglob("*.py"))
        if (names := banned(path.read_text(encoding="utf-8")))
    }
    assert not found
