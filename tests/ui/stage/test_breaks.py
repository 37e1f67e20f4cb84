"""Where lines end: where a reader pauses, never inside a word, and nothing short torn apart."""

import pytest
from PySide6.QtCore import QRectF

from lessonapp.domain.bind import bind
from lessonapp.ui.stage.breaks import best_breaks, broken
from lessonapp.ui.stage.text import TextItem, broken_widths, fit
from lessonapp.ui.stage.theme import THEMES, Role

ROLE = Role("body", 50, 40, 600, 1.2)


def set_in(text: str, lines: int, most: float = 999) -> list[str]:
    """The lines of a text whose letters are all one wide."""
    words = text.split(" ")
    ends = best_breaks(words, [float(len(word)) for word in words], 1.0, lines, most)
    assert ends is not None
    return broken(words, ends).split("\u2028")


def laid(text: str, width: float) -> list[str]:
    """The lines as they are drawn."""
    item, whole = fit(text, ROLE, width, 900)
    assert whole
    found = []
    for block in item.blocks:
        said = block.layout.text()
        for index in range(block.layout.lineCount()):
            line = block.layout.lineAt(index)
            found.append(said[line.textStart() : line.textStart() + line.textLength()].strip(" \u2028"))
    return found


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Nobody laughs at him. He was brave.", ["Nobody laughs at him.", "He was brave."]),
        ("Not removed? Tell an adult", ["Not removed?", "Tell an adult"]),
        ("Dừng lại đã. Mình hỏi mẹ nhé!", ["Dừng lại đã.", "Mình hỏi mẹ nhé!"]),
    ],
)
def test_a_line_ends_with_its_sentence(text: str, lines: list[str]) -> None:
    assert set_in(text, 2) == lines


def test_a_line_does_not_end_with_a_sentence_of_one_word() -> None:
    assert set_in("Wait! Let me ask my mum first.", 2) == ["Wait! Let me ask", "my mum first."]


def test_no_line_ends_with_a_word_that_leans_on_the_next() -> None:
    assert set_in("The chat has only an answer", 2) == ["The chat has", "only an answer"]
    assert set_in("Chọn kẹo hay chọn quả", 2) == ["Chọn kẹo", "hay chọn quả"]


def test_short_quotes_stay_on_their_line() -> None:
    assert "“Quick please!”" in set_in("Their chat only answers “Quick please!” again now", 2, 40)[1]


@pytest.mark.parametrize(("lines", "most"), [(1, 999), (9, 999), (2, 6)])
def test_nothing_is_found_where_nothing_fits(lines: int, most: float) -> None:
    assert best_breaks(["longword", "more"], [8.0, 4.0], 1.0, lines, most) is None


def test_the_last_line_is_not_one_word() -> None:
    assert len(set_in("Everyone who passes tries the three fingers", 3)[-1].split()) > 1


def test_no_word_is_torn_at_its_hyphen() -> None:
    whole, *_ = (wide * ROLE.size for wide in broken_widths("a sticking-out tongue", ROLE.weight, 2))
    word, *_ = (wide * ROLE.size for wide in broken_widths("sticking-out", ROLE.weight, 2))
    for width in range(round(word) + 8, round(whole) + 40, 20):
        lines = laid("a sticking-out tongue", width)
        assert all(not line.endswith("-") for line in lines), (width, lines)


def test_every_paragraph_is_balanced_by_itself() -> None:
    short, *rest = laid("Sao nhé.\nAi cũng có lúc cần một người nghe mình kể chuyện.", 760)
    assert short == "Sao nhé."
    assert len(rest) == 2
    assert min(map(len, rest)) > 0.6 * max(map(len, rest))


def test_a_text_is_read_as_it_was_written() -> None:
    text = "Dừng lại đã. Mình hỏi mẹ nhé, rồi gọi tổng đài 111!"
    item = TextItem(text, QRectF(0, 0, 420, 600), THEMES["grades-1-3"].role("body"), "#000000")
    assert "\u2028" not in " ".join(item.paragraph_texts())
    assert " ".join(item.paragraph_texts()).replace("\u00a0", " ") == text


@pytest.mark.parametrize("name", ["Mr Sơn", "Ms Lan", "Dr Hoa", "cô Lan", "Thầy Sơn"])
def test_whoever_is_named_keeps_the_name(name: str) -> None:
    assert bind(f"Tell {name} now") == f"Tell {name.replace(' ', chr(0xA0))} now"


def test_a_teacher_without_a_name_is_bound_to_nothing() -> None:
    assert bind("kể với cô ngay") == "kể với cô ngay"
