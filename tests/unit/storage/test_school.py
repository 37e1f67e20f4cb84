"""The school and its classes in the database."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import update

from lessonapp.domain.school import SchoolClass
from lessonapp.storage.database import Engine, open_database
from lessonapp.storage.school import SchoolStore
from lessonapp.storage.tables import CLASSES


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    made = open_database(f"sqlite:///{tmp_path / 'lessons.sqlite'}")
    yield made
    made.dispose()


@pytest.fixture
def store(engine: Engine) -> SchoolStore:
    return SchoolStore(engine)


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


def test_a_damaged_class_is_left_out_and_the_others_stay(store: SchoolStore, engine: Engine) -> None:
    sound = SchoolClass(label="4A", seats=34)
    store.save_class(sound)
    store.save_class(SchoolClass(label="5B", seats=30))
    with engine.begin() as connection:
        connection.execute(update(CLASSES).where(CLASSES.c.label == "5B").values(body='{"label": 1}'))
    assert store.classes() == (sound,)
    assert store.school_class("5B") is None
