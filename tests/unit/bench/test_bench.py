from pathlib import Path

import pytest

from bench.figures import Row, percentile, shown, table
from bench.library import bundled, fill
from bench.machine import facts
from bench.taught import real_lesson, whole_lesson
from lessonapp.content.index import LessonIndex
from lessonapp.settings import lessons_folder


@pytest.mark.parametrize(("share", "expected"), [(50, 50), (95, 95), (99, 99), (100, 100), (0, 1)])
def test_a_percentile_is_a_value_that_was_measured(share: float, expected: float) -> None:
    assert percentile(range(1, 101), share) == expected


def test_the_percentile_of_few_values_is_the_largest() -> None:
    assert percentile([3.0, 1.0, 2.0], 95) == 3.0


def test_a_bound_holds_for_the_figure_or_for_its_ratio() -> None:
    value = Row("a", "ms", 33.0, "", bound=33)
    ratio = Row("b", "ms", 33.0, "", bound=1.6, bound_of="ratio", compared=20.0)
    plain = Row("c", "ms", 33.0, "")
    assert (value.met, ratio.met, plain.met) == (True, False, None)
    assert ratio.ratio == pytest.approx(1.65)


def test_the_table_says_what_was_not_met() -> None:
    text = table([Row("b", "ms", 33.0, "how", bound=1.6, bound_of="ratio", compared=20.0, against="bare")])
    assert "| b | 33.0 ms | ≤ 1.6× | **not met** | bare: 20.0 ms | 1.65 | how |" in text
    assert shown(0.123, "ms") == "0.12 ms"


def test_made_lessons_are_lessons_without_faults(tmp_path: Path) -> None:
    wanted = len(bundled()) + 4
    assert fill(tmp_path, wanted) == 4
    entries = LessonIndex(tmp_path / "index.json").entries([lessons_folder(), tmp_path / "lessons"])
    assert len(entries) == wanted
    assert [fault for entry in entries for fault in entry.faults] == []
    assert all(entry.languages == ("vi", "en") for entry in entries)


def test_the_whole_lesson_is_taught_and_every_seat_has_answered() -> None:
    state = whole_lesson(real_lesson(), 32).state
    assert state.status == "ended"
    assert all(len(rounds[0].answers) == 32 for rounds in state.rounds.values())


def test_the_facts_name_no_path(tmp_path: Path) -> None:
    assert not any(str(tmp_path) in line or "/" in line.replace("n/a", "") for line in facts(tmp_path))
