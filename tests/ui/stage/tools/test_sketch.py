"""Lines of the pen as values: pages, undo, the eraser's reach."""

import pytest

from lessonapp.ui.stage.tools.sketch import Mark, Sketch

RED = Mark("#B3121A", ((0.0, 0.0), (100.0, 0.0)))
DOT = Mark("#0A4A9C", ((50.0, 200.0),))


def test_each_step_has_its_own_page() -> None:
    sketch = Sketch()
    sketch.add("one", RED)
    assert (sketch.marks("one"), sketch.marks("two")) == ((RED,), ())


def test_undo_takes_back_line_eraser_and_wiping() -> None:
    sketch = Sketch()
    sketch.add("one", RED)
    sketch.add("one", DOT)
    assert sketch.erase("one", (50.0, 10.0), 26)
    assert sketch.marks("one") == (DOT,)
    assert sketch.clear("one")
    seen = []
    while sketch.undo("one"):
        seen.append(sketch.marks("one"))
    assert seen == [(DOT,), (RED, DOT), (RED,), ()]
    assert not sketch.can_undo("one")


@pytest.mark.parametrize(
    ("at", "hit"),
    [((50.0, 25.0), True), ((50.0, 27.0), False), ((120.0, 0.0), True), ((127.0, 0.0), False)],
)
def test_the_eraser_reaches_so_far(at: tuple[float, float], hit: bool) -> None:
    sketch = Sketch()
    sketch.add("one", RED)
    assert sketch.erase("one", at, 26) is hit
    assert bool(sketch.marks("one")) is not hit


def test_a_dot_is_erased_and_wiping_nothing_changes_nothing() -> None:
    sketch = Sketch()
    sketch.add("one", DOT)
    assert sketch.erase("one", (50.0, 210.0), 26)
    assert not sketch.clear("one")
    assert not sketch.clear("empty")
