"""Spreadsheets: real numbers, frozen heads, filters, no formula, the same in another program."""

import csv
import io
import shutil
import subprocess
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessonapp.domain.summary_values import SummaryReport
from lessonapp.domain.text import harmless
from lessonapp.i18n import Speaker
from lessonapp.reports.book import Column, Sheet, sheet_names, table_csv, workbook
from lessonapp.reports.sheets import session_csv, session_xlsx, sessions_csv, sessions_xlsx
from tests.unit.reports.sample import taught, usual

EVIL = ("=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("x")', "=cmd|'/c calc'!A1")


def report(seats: int = 32, label: str = "4A") -> SummaryReport:
    made = taught(usual(), seats).report()
    return made.model_copy(update={"about": made.about.model_copy(update={"class_label": label})})


def evil_book() -> bytes:
    rows = tuple((text, number, 0.5, date(2026, 11, 23)) for number, text in enumerate(EVIL))
    columns = (
        Column("=head"), Column("Số", "whole"), Column("Tỉ lệ", "percent"), Column("Ngày", "date"),
    )  # fmt: skip
    return workbook("Thử", "Trường", [Sheet("Ẩn/Hiện: [1]", columns, rows, "=note")])


def test_cells_that_look_like_formulas_are_text_and_numbers_are_numbers() -> None:
    [sheet] = openpyxl.load_workbook(io.BytesIO(evil_book())).worksheets
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n", "d"}
    first = [sheet.cell(4, place).value for place in range(1, 5)]
    assert first == ["=1+1", 0, 0.5, datetime(2026, 11, 23)]  # noqa: DTZ001 - a spreadsheet has no time zone
    assert sheet.cell(4, 1).data_type == "s"
    assert sheet.cell(4, 1).quotePrefix
    assert sheet.cell(4, 3).number_format == "0%"
    assert sheet.freeze_panes == "A4"
    assert sheet.auto_filter.ref == "A3:D9"


def test_no_formula_is_in_the_file_at_all() -> None:
    with zipfile.ZipFile(io.BytesIO(evil_book())) as parts:
        sheets = [parts.read(name).decode() for name in parts.namelist() if "worksheets/sheet" in name]
    assert sheets
    assert not [xml for xml in sheets if "<f>" in xml or "<hyperlink" in xml]


@pytest.mark.parametrize("text", EVIL)
def test_a_csv_cell_is_no_formula(text: str) -> None:
    made = table_csv(Sheet("", (Column(text),), ((text,),)))
    assert made.startswith("\ufeff")
    for row in csv.reader(io.StringIO(made.removeprefix("\ufeff"))):
        assert row == [f"'{text}"]


@given(st.lists(st.text(max_size=60), min_size=1, max_size=12))
def test_sheet_names_are_taken_by_every_spreadsheet(wanted: list[str]) -> None:
    names = sheet_names(wanted)
    assert len({name.casefold() for name in names}) == len(wanted)
    for name in names:
        assert 1 <= len(name) <= 31
        assert not set(name) & set("[]:*?/\\")
        assert name[0] != "'"
        assert name[-1] != "'"


@given(st.text(max_size=40))
def test_harmless_text_begins_no_formula(text: str) -> None:
    assert not harmless(text).startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_session_has_a_sheet_for_each_thing_to_look_up(language: str) -> None:
    value = report()
    made = session_xlsx(value, Speaker(language))
    assert made == session_xlsx(value, Speaker(language)), "the same figures, the same bytes"
    book = openpyxl.load_workbook(io.BytesIO(made))
    questions = book.worksheets[1]
    rows = list(questions.iter_rows(values_only=True))
    assert [row[0] for row in rows[1:]] == [q.number for q in value.questions]
    assert [row[5] for row in rows[1:]] == [q.right for q in value.questions]
    assert [row[6] for row in rows[1:]] == [pytest.approx(q.facility) for q in value.questions]
    assert value.grid is not None
    seats = [row[0] for row in book.worksheets[3].iter_rows(min_row=2, values_only=True)]
    assert seats == [row.seat for row in value.grid.rows]


def test_sums_of_many_sessions_are_sums_of_counts() -> None:
    first, second = report(), report(seats=12, label="4B")
    book = openpyxl.load_workbook(io.BytesIO(sessions_xlsx("Kết quả", [first, second, first], Speaker("en"))))
    assert book.sheetnames[:2] == ["Sessions", "By class"]
    classes = list(book["By class"].iter_rows(min_row=4, values_only=True))
    assert first.exit is not None
    assert second.exit is not None
    label = first.about.class_label
    assert [(row[0], row[1], row[6], row[7]) for row in classes] == [
        (label, 2, 2 * first.exit.right, 2 * first.exit.answered),
        ("4B", 1, second.exit.right, second.exit.answered),
    ]
    [questions] = book.worksheets[2:]
    rows = list(questions.iter_rows(min_row=4, values_only=True))
    assert [row[4] for row in rows] == [
        2 * q.answered + second.question(q.number).answered for q in first.questions
    ]


def test_few_answers_are_counts_without_a_percentage() -> None:
    small = report(seats=3)
    book = openpyxl.load_workbook(io.BytesIO(session_xlsx(small, Speaker("en"))))
    rows = list(book["Questions"].iter_rows(min_row=2, values_only=True))
    assert all(row[4] for row in rows)
    assert [row[6] for row in rows] == [None] * len(rows)
    assert [row[10] for row in rows] == [None] * len(rows)


@pytest.mark.parametrize("seats", [3, 4, 5, 6, 32])
def test_csv_and_workbook_say_the_same_of_few_answers(seats: int) -> None:
    book = openpyxl.load_workbook(io.BytesIO(session_xlsx(report(seats), Speaker("en"))))
    lines = csv.reader(io.StringIO(session_csv(report(seats), Speaker("en")).removeprefix("\ufeff")))
    head, *rows = lines
    share, answers = head.index("Right, %"), head.index("Answers")
    told = {row[2]: row[share] for row in rows if row[1] != "not scored"}
    known = {row[2]: row[6] for row in book["Questions"].iter_rows(min_row=2, values_only=True)}
    assert [question for question in told if bool(told[question]) != (known[question] is not None)] == []
    assert {bool(row[share]) for row in rows if int(row[answers]) < 5} <= {False}
    assert any(told.values()) == (seats >= 5)


def test_many_sessions_as_csv_have_a_line_for_each_question() -> None:
    value = report()
    made = sessions_csv([value, value], Speaker("vi"))
    rows = list(csv.reader(io.StringIO(made.removeprefix("\ufeff"))))
    assert len(rows) == 1 + 2 * len(value.questions)
    assert rows[1][1] == value.about.class_label


def test_nothing_taught_is_a_workbook_that_opens() -> None:
    book = openpyxl.load_workbook(io.BytesIO(sessions_xlsx("Kết quả", [], Speaker("vi"))))
    assert len(book.sheetnames) == 2


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed on this machine")
def test_libreoffice_reads_the_same_as_was_written(tmp_path: Path) -> None:
    value = report()
    source = tmp_path / "nguồn.xlsx"
    source.write_bytes(sessions_xlsx("Kết quả · Lớp 4A", [value], Speaker("vi")))
    ours, theirs = openpyxl.load_workbook(source), converted(source, tmp_path)
    assert ours.sheetnames == theirs.sheetnames
    for sheet in ours.worksheets:
        other = theirs[sheet.title]
        assert values(sheet) == values(other)
        assert other.auto_filter.ref == sheet.auto_filter.ref


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed on this machine")
def test_libreoffice_reads_the_csv_with_every_diacritic(tmp_path: Path) -> None:
    value = report()
    source = tmp_path / "nguồn.csv"
    source.write_text(sessions_csv([value], Speaker("vi")), "utf-8", newline="")
    # Comma, double quotes, UTF-8: what its dialog offers by itself for a file with a byte-order mark.
    [sheet] = converted(source, tmp_path, "--infilter=CSV:44,34,76").worksheets
    rows = list(sheet.iter_rows(values_only=True))
    assert [row[6] for row in rows[1:]] == [q.prompt for q in value.questions]
    assert [row[9] for row in rows[1:]] == [q.right for q in value.questions]


def converted(source: Path, folder: Path, *more: str) -> openpyxl.Workbook:
    """What LibreOffice makes of a file."""
    (folder / "out").mkdir()
    profile = f"-env:UserInstallation=file://{folder}/profile"
    where: list[str | Path] = ["--outdir", folder / "out"]
    convert = ["soffice", profile, "--headless", "--convert-to", "xlsx", *more]
    command = [*convert, *where, source]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return openpyxl.load_workbook((folder / "out" / source.name).with_suffix(".xlsx"))


def values(sheet: Any) -> list[list[object]]:
    """Every cell, fractions as exact as both programs keep them."""
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
    return [[round(v, 12) if isinstance(v, float) else v for v in row] for row in cells]
