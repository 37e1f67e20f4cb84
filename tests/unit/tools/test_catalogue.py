"""The Vietnamese catalogue: kept when sentences are collected anew, its faults named."""

from collections.abc import Callable
from pathlib import Path

import pytest
from babel.messages import Catalog

from tools import catalogue, told

SOURCE: tuple[str | tuple[str, ...], ...] = ("Save", "Gone to {place}", ("{count} card", "{count} cards"))


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """A source of three sentences; what is given is a TSV file of translations to take in."""

    def collected() -> Catalog:
        found = Catalog(locale="vi", domain="lessonapp", charset="utf-8", fuzzy=False)
        for message in SOURCE:
            found.add(message)
        return found

    monkeypatch.setattr(catalogue, "PO", tmp_path / "vi" / "lessonapp.po")
    monkeypatch.setattr(catalogue, "COMPILED", tmp_path / "lessonapp.json")
    monkeypatch.setattr(catalogue, "collect", collected)

    def take(rows: str) -> None:
        file = tmp_path / "given.tsv"
        file.write_text(rows, "utf-8")
        catalogue.update([file])

    return take


def test_translations_are_taken_in_kept_and_compiled(kept: Callable[[str], None], tmp_path: Path) -> None:
    kept("Save\tLưu\n{count} card\t{count} thẻ\n")
    kept("Gone to {place}\tĐã đến {place}\n")
    assert catalogue.faults() == []
    catalogue.compile_catalogue()
    assert (tmp_path / "lessonapp.json").read_text("utf-8") == (
        '{"Gone to {place}": "Đã đến {place}", "Save": "Lưu", "{count} card": "{count} thẻ"}'
    )


def test_what_is_given_is_kept_in_form_c(kept: Callable[[str], None]) -> None:
    kept("Save\tLu\u031bu\n")
    assert "not in Unicode form C" not in " ".join(catalogue.faults())


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        ("Save\tLưu\n{count} card\t{count} thẻ\n", "not translated: 'Gone to {place}'"),
        ("Gone to {place}\tĐã đến {plaec}\n", "other {names} than the source: 'Gone to {place}'"),
        ("{count} card\tthẻ\n", "other {names} than the source: '{count} card'"),
    ],
)
def test_each_fault_is_named(kept: Callable[[str], None], rows: str, fault: str) -> None:
    kept(rows)
    assert any(line.startswith(fault) for line in catalogue.faults())


def test_a_sentence_that_is_gone_and_one_not_in_form_c_are_named(kept: Callable[[str], None]) -> None:
    kept("Save\tLưu\nGone to {place}\tĐã đến {place}\n{count} card\t{count} thẻ\n")
    text = catalogue.PO.read_text("utf-8").replace("Lưu", "Lu\u031bu")
    catalogue.PO.write_text(f'{text}\nmsgid "Old"\nmsgstr "Cũ"\n', "utf-8")
    assert catalogue.faults() == ["not in Unicode form C: 'Lu\u031bu'", "no longer in the source: 'Old'"]


def test_the_catalogue_of_the_program_is_whole() -> None:
    assert catalogue.main(["check"]) == 0


def test_a_check_prints_each_fault_and_ends_with_1_or_prints_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert told(["one", "two"]) == 1
    assert capsys.readouterr().out == "one\ntwo\n"
    assert told([]) == 0
    assert capsys.readouterr().out == ""
