"""Faults are read in English here."""

import pytest

from lessonapp.i18n import set_language


@pytest.fixture(autouse=True)
def _english() -> None:
    set_language("en")
