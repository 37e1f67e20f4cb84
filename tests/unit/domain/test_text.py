"""Text rules: folding for search, words, sentences, marks, class labels."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessonapp.domain.text import NBSP, fold, nfc, plain, sentences, wants_class, word_count


@pytest.mark.parametrize(
    ("text", "found"),
    [("Bí mật", "bi mat"), ("ĐƯỜNG ĐUA", "duong dua"), (f"Lớp{NBSP}4A", "lop 4a"), ("Straße", "strasse")],
)
def test_without_diacritics_and_case(text: str, found: str) -> None:
    assert fold(text) == found
    assert fold(unicodedata.normalize("NFD", text)) == found


@given(st.text())
def test_folded_twice_is_folded_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert nfc(nfc(text)) == nfc(text)


@pytest.mark.parametrize(
    ("text", "count"), [("", 0), ("- Dừng lại\n- Kể", 3), ("**Dừng** – rồi *kể*!", 3), ("111 – gọi", 2)]
)
def test_marks_and_dashes_are_no_words(text: str, count: int) -> None:
    assert word_count(text) == count


def test_a_sentence_ends_with_its_mark_or_its_line() -> None:
    assert sentences("Dừng lại! Nghĩ đã… “Ai hỏi?” Rồi kể\nGọi 111.") == [
        "Dừng lại!",
        "Nghĩ đã…",
        "“Ai hỏi?",
        "Rồi kể",
        "Gọi 111.",
    ]


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("**Dừng** rồi *kể*", "Dừng rồi kể"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("a*b*c", "a*b*c"),
        ("__Kể__", "Kể"),
        ("**Kể *ngay* nhé**", "Kể ngay nhé"),
        ("Tên: ______", "Tên: ______"),
    ],
)
def test_emphasis_goes_and_multiplication_stays(text: str, bare: str) -> None:
    assert plain(text) == bare


@pytest.mark.parametrize("label", ["4A", "10B1", "5/2", "A1", "Mầm", "3 A"])
def test_a_label_that_wants_the_word_class(label: str) -> None:
    assert wants_class(label)


@pytest.mark.parametrize(
    "label", ["", "Lớp Sao", "Nhóm xanh", "CLB", "Phụ huynh 4A", "class 4A", "Hội phụ nữ"]
)
def test_a_label_that_names_itself(label: str) -> None:
    assert not wants_class(label)
