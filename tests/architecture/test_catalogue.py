"""Every sentence of the program is there in Vietnamese."""

import pytest

from tools import catalogue


def test_the_catalogue_is_complete() -> None:
    assert catalogue.faults() == []


@pytest.mark.parametrize(
    ("translation", "what"),
    [
        ("", "not translated"),
        ("Đã xong", "other {names}"),
        ("Đã ghi {file} xong".replace("ã", "a\u0303"), "form C"),
    ],
)
def test_a_missing_or_crooked_translation_is_found(
    translation: str, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, kept = catalogue.collect(), catalogue.known()
    key = "written: {file}"
    kept[key].string = translation
    monkeypatch.setattr(catalogue, "known", lambda: kept)
    monkeypatch.setattr(catalogue, "collect", lambda: source)
    [line] = catalogue.faults()
    assert what in line


def test_a_sentence_that_left_the_source_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = catalogue.known()
    kept.add("A sentence that nobody says any more.", "Câu không ai nói nữa.")
    monkeypatch.setattr(catalogue, "known", lambda: kept)
    assert any("no longer in the source" in line for line in catalogue.faults())
