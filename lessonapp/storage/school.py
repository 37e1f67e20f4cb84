"""The school and its classes, as the teacher typed them."""

import logging
from typing import TypeVar

from pydantic import ValidationError
from sqlalchemy import Engine, delete, func, insert, select, update

from lessonapp.domain.school import School, SchoolClass
from lessonapp.domain.value import Value
from lessonapp.storage.database import machine_errors
from lessonapp.storage.tables import CLASSES, VALUES

log = logging.getLogger(__name__)

V = TypeVar("V", bound=Value)
_SCHOOL = "school"


class SchoolStore:
    """Reads and writes the school's own data; DatabaseError when the disk refuses."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def school(self) -> School:
        """The school; empty where nothing was typed yet."""
        with machine_errors(), self._engine.connect() as connection:
            body = connection.execute(select(VALUES.c.body).where(VALUES.c.key == _SCHOOL)).scalar()
        return (_read(School, body) if body else None) or School()

    def save_school(self, school: School) -> None:
        """Keep the school."""
        body = school.model_dump_json()
        with machine_errors(), self._engine.begin() as connection:
            changed = connection.execute(update(VALUES).where(VALUES.c.key == _SCHOOL).values(body=body))
            if not changed.rowcount:
                connection.execute(insert(VALUES), {"key": _SCHOOL, "body": body})

    def classes(self) -> tuple[SchoolClass, ...]:
        """The classes, in the order they were made."""
        with machine_errors(), self._engine.connect() as connection:
            bodies = connection.execute(select(CLASSES.c.body).order_by(CLASSES.c.position)).scalars().all()
        return tuple(found for body in bodies if (found := _read(SchoolClass, body)) is not None)

    def school_class(self, label: str) -> SchoolClass | None:
        """The class with a label; None where there is none."""
        with machine_errors(), self._engine.connect() as connection:
            body = connection.execute(select(CLASSES.c.body).where(CLASSES.c.label == label)).scalar()
        return _read(SchoolClass, body) if body else None

    def save_class(self, school_class: SchoolClass, before: str | None = None) -> None:
        """Keep a class; `before` is its label until now, where that changed."""
        label = before or school_class.label
        values = {"label": school_class.label, "body": school_class.model_dump_json()}
        with machine_errors(), self._engine.begin() as connection:
            if not connection.execute(
                update(CLASSES).where(CLASSES.c.label == label).values(**values)
            ).rowcount:
                last = connection.execute(select(func.max(CLASSES.c.position))).scalar() or 0
                connection.execute(insert(CLASSES), {**values, "position": last + 1})

    def delete_class(self, label: str) -> None:
        """Forget a class; its sessions stay."""
        with machine_errors(), self._engine.begin() as connection:
            connection.execute(delete(CLASSES).where(CLASSES.c.label == label))


def _read(model: type[V], body: str) -> V | None:
    """A value as it was kept; None where it is damaged, so that the others can be used."""
    try:
        return model.model_validate_json(body)
    except ValidationError:
        log.warning("a %s could not be read and is left out", model.__name__)
        return None
