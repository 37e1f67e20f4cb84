"""The application as a teacher sees it, for tests of the teacher windows."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from lessonapp import i18n
from lessonapp.ui.theme import apply_theme


@pytest.fixture
def english() -> None:
    """The source language, whatever was chosen before."""
    i18n.set_language("en")


@pytest.fixture
def themed(qapp: QApplication, english: None) -> Iterator[QApplication]:
    """The application as a teacher sees it; tests of other rooms get it back bare."""
    style, font, palette = qapp.style().objectName(), qapp.font(), qapp.palette()
    apply_theme(qapp)
    yield qapp
    qapp.setStyleSheet("")
    qapp.setStyle(style)
    qapp.setFont(font)
    qapp.setPalette(palette)
