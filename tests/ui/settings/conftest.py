"""Fixtures of the teacher windows."""

from tests.ui.home.fixtures import english, themed

__all__ = ["english", "themed"]
