"""Fixtures of the stage: an application with the fonts, English where the catalogue is not compiled."""

import pytest
from PySide6.QtWidgets import QApplication

from lessonapp.ui.stage.scene import StageScene
from lessonapp.ui.theme_fonts import load_fonts


@pytest.fixture(autouse=True)
def _fonts(qapp: QApplication) -> None:
    load_fonts()


@pytest.fixture
def scene(qapp: QApplication) -> StageScene:
    return StageScene(reduce_motion=True)


@pytest.fixture(autouse=True)
def _speaks(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pictures do not wait for the catalogue."""
    from lessonapp import i18n

    def known(language: str) -> i18n.Catalogue:
        try:
            return real(language)
        except OSError:
            return i18n.Catalogue({}, plural=True)

    real = i18n.translations
    monkeypatch.setattr(i18n, "translations", known)
