"""Fixtures of what everybody has to be able to see, hear and reach."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from lessonapp.i18n import language, set_language
from lessonapp.ui.theme import apply_theme


@pytest.fixture(params=["vi", "en"])
def tongue(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    before = language()
    set_language(request.param)
    apply_theme(qapp)
    yield request.param
    set_language(before)
