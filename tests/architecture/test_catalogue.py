"""Every sentence of the program is there in Vietnamese."""

import ast

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


def test_no_sentence_hides_in_an_f_string() -> None:
    """Before Python 3.12 the collector does not look into f-strings: such a sentence would stay English."""
    hidden = [
        f"{path.name}:{call.lineno}"
        for path in (catalogue.ROOT / "lessonapp").rglob("*.py")
        for string in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(string, ast.JoinedStr)
        for call in ast.walk(string)
        if isinstance(call, ast.Call)
        and getattr(call.func, "id", getattr(call.func, "attr", "")) in catalogue.KEYWORDS
    ]
    assert not hidden
