"""The school and its classes in the database."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from lessonapp.domain.school import SchoolClass
from lessonapp.storage.database import open_database
from lessonapp.storage.school import SchoolStore


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SchoolStore]:
    engine = open_database(f"sqlite:///{tmp_path / 'lessons.sqlite'}")
    yield SchoolStore(engine)
    engine.dispose()


def test_a_class_is_found_by_its_label(store: SchoolStore) -> None:
    fourth, tenth = SchoolClass(label="4A", seats=32), SchoolClass(label="10Đ", seats=41, channel="cards")
    for known in (fourth, tenth):
        store.save_class(known)
    assert store.school_class("10Đ") == tenth
    assert store.school_class("4") is None
    renamed = fourth.model_copy(update={"label": "5A"})
    store.save_class(renamed, before="4A")
    assert store.school_class("4A") is None
    assert store.school_class("5A") == renamed
    assert store.classes() == (renamed, tenth), "in the order they were made"
