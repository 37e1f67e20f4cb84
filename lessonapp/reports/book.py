"""Tables of plain values as a workbook or as CSV: real numbers, frozen heads, filters, no formula."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Literal

from lessonapp.domain.text import FORMULA_STARTS, fold, harmless, nfc, plain

BOM = "\ufeff"
Kind = Literal["text", "long", "whole", "percent", "decimal", "date"]
Value = str | int | float | date | None
_NAME_MOST = 31
_MADE = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)  # the same bytes for the same figures
_WIDTHS: dict[Kind, float] = {"text": 18, "long": 52, "whole": 11, "percent": 11, "decimal": 11, "date": 13}


@dataclass(frozen=True, slots=True)
class Column:
    """A column's head and what it holds; `percent` holds shares from 0 to 1."""

    head: str
    kind: Kind = "text"
    width: float | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table; `note` stands above it."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    note: str = ""


def workbook(title: str, author: str, sheets: Sequence[Sheet]) -> bytes:
    """The sheets as an .xlsx file."""
    import xlsxwriter  # type: ignore[import-untyped]  # it has no types; only who writes a workbook pays for it

    store = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    book = xlsxwriter.Workbook(store, options)
    book.set_properties({"title": nfc(title), "author": nfc(author), "created": _MADE})
    formats = _formats(book)
    for name, sheet in zip(sheet_names([s.name for s in sheets]), sheets, strict=True):
        _write(book.add_worksheet(name), sheet, formats)
    book.close()
    return store.getvalue()


def table_csv(sheet: Sheet) -> str:
    """A table as CSV in form C, with a byte-order mark so that Excel reads UTF-8; shares in percent."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow([harmless(_csv_head(column)) for column in sheet.columns])
    writer.writerows(
        [_csv_cell(value, column.kind) for value, column in zip(row, sheet.columns, strict=True)]
        for row in sheet.rows
    )
    return BOM + target.getvalue()


def sheet_names(wanted: Iterable[str]) -> list[str]:
    """Names that every spreadsheet program takes: short, without its signs, each once."""
    names: list[str] = []
    taken: set[str] = set()
    for text in wanted:
        base = (
            re.sub(r"[\[\]:*?/\\\x00-\x1f]", " ", nfc(text)).strip(" '")[:_NAME_MOST].strip(" '") or "Sheet"
        )
        if fold(base) == "history":  # a name that Excel keeps for itself
            base = f"{base} 1"
        name, number = base, 2
        while name.casefold() in taken:
            tail = f" ({number})"
            name, number = base[: _NAME_MOST - len(tail)].rstrip() + tail, number + 1
        taken.add(name.casefold())
        names.append(name)
    return names


def _formats(book: Any) -> dict[str, Any]:
    font: dict[str, object] = {"font_name": "Calibri", "font_size": 11, "valign": "top"}
    made: dict[str, dict[str, object]] = {
        "head": {"bold": True, "bottom": 1, "bg_color": "#E3F4F2", "text_wrap": True, "valign": "vcenter"},
        "note": {"italic": True},
        "text": {"num_format": "@"},
        "long": {"num_format": "@", "text_wrap": True},
        "whole": {"num_format": "0"},
        "percent": {"num_format": "0%"},
        "decimal": {"num_format": "0.00"},
        "date": {"num_format": "dd/mm/yyyy", "align": "left"},
    }
    formats = {name: book.add_format({**font, **look}) for name, look in made.items()}
    for name in ("text", "long"):
        # What begins like a formula stays text, also when somebody edits the cell.
        formats[f"{name}-quoted"] = book.add_format({**font, **made[name], "quote_prefix": True})
    return formats


def _write(target: Any, sheet: Sheet, formats: dict[str, Any]) -> None:
    top = 2 if sheet.note else 0
    if sheet.note:
        target.write_string(0, 0, plain(nfc(sheet.note)), formats["note"])
    for place, column in enumerate(sheet.columns):
        target.set_column(place, place, column.width or _WIDTHS[column.kind])
        target.write_string(top, place, plain(nfc(column.head)), formats["head"])
    for number, row in enumerate(sheet.rows, top + 1):
        for place, (value, column) in enumerate(zip(row, sheet.columns, strict=True)):
            _cell(target, number, place, value, column.kind, formats)
    target.freeze_panes(top + 1, 0)
    if sheet.rows:
        target.autofilter(top, 0, top + len(sheet.rows), len(sheet.columns) - 1)
    target.set_landscape()
    target.set_paper(9)  # A4
    target.fit_to_pages(1, 0)
    target.repeat_rows(top)


def _cell(target: Any, row: int, place: int, value: Value, kind: Kind, formats: dict[str, Any]) -> None:
    if value is None or value == "":
        return
    if isinstance(value, str):
        text = plain(nfc(value))
        look = kind if kind in ("text", "long") else "text"
        quoted = f"{look}-quoted" if text.startswith(FORMULA_STARTS) else look
        target.write_string(row, place, text, formats[quoted])
    elif isinstance(value, date):
        moment = datetime(value.year, value.month, value.day)  # noqa: DTZ001 - a spreadsheet has no time zone
        target.write_datetime(row, place, moment, formats["date"])
    else:
        target.write_number(row, place, value, formats[kind])


def _csv_head(column: Column) -> str:
    return column.head if column.kind != "percent" or "%" in column.head else f"{column.head}, %"


def _csv_cell(value: Value, kind: Kind) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, str):
        return harmless(value)
    if isinstance(value, date):
        return value.isoformat()
    if kind == "percent":
        return round(100 * value, 1)
    return round(value, 3)
