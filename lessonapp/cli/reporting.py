"""`lessonapp report class|school|rollup`: reports over many sessions."""

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lessonapp.cli import DONE, Context
from lessonapp.cli.options import Csv, Json, Pdf, Xlsx
from lessonapp.domain.term import Period
from lessonapp.i18n import _, language

if TYPE_CHECKING:
    from lessonapp.app.reporting import Wanted

From = Annotated[str, typer.Option("--from", metavar="DAY")]
To = Annotated[str, typer.Option("--to", metavar="DAY")]
_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


def day(text: str) -> date | None:
    """2026-09-01 or 1/9/2026; None where nothing is given."""
    if not text:
        return None
    found, first = _DAY.fullmatch(text.strip()), _DAY_FIRST.fullmatch(text.strip())
    numbers = found.groups() if found else first.groups()[::-1] if first else None
    try:
        if numbers is not None:
            return date(int(numbers[0]), int(numbers[1]), int(numbers[2]))
    except ValueError:  # the thirty-first of June: told below
        numbers = None
    raise typer.BadParameter(_("A day is written 2026-09-01 or 1/9/2026, not “{text}”.").format(text=text))


def _wanted(
    first: str,
    last: str,
    pdf: Path | None,
    *,
    as_json: bool,
    xlsx: Path | None = None,
    csv: Path | None = None,
) -> "Wanted":
    from lessonapp.app.reporting import Wanted

    period = Period(first=day(first), last=day(last))
    if period.first is not None and period.last is not None and period.first > period.last:
        raise typer.BadParameter(
            _("The first day, {first}, is after the last, {last}.").format(first=first, last=last)
        )
    return Wanted(Context.home, Context.lang or language(), period, pdf, as_json, xlsx, csv)


def class_report(
    label: Annotated[str, typer.Argument(metavar="LABEL")],
    first: From = "",
    last: To = "",
    pdf: Pdf = None,
    xlsx: Xlsx = None,
    csv: Csv = None,
    as_json: Json = False,
) -> int:
    """`report class`."""
    from lessonapp.app.reporting import report_class

    wanted = _wanted(first, last, pdf, as_json=as_json, xlsx=xlsx, csv=csv)
    print(report_class(wanted, label))
    return DONE


def school_report(
    first: From = "",
    last: To = "",
    pdf: Pdf = None,
    xlsx: Xlsx = None,
    csv: Csv = None,
    as_json: Json = False,
) -> int:
    """`report school`."""
    from lessonapp.app.reporting import report_school

    print(report_school(_wanted(first, last, pdf, as_json=as_json, xlsx=xlsx, csv=csv)))
    return DONE


def rollup_report(
    files: Annotated[list[Path] | None, typer.Argument(metavar="FILE...")] = None,
    first: From = "",
    last: To = "",
    pdf: Pdf = None,
    as_json: Json = False,
) -> int:
    """`report rollup`."""
    from lessonapp.app.reporting import report_rollup

    print(report_rollup(_wanted(first, last, pdf, as_json=as_json), files or []))
    return DONE


def add_reports(group: typer.Typer) -> None:
    """Put the commands into the group `report`."""
    group.command("class", help=_("A class over a term."))(class_report)
    group.command("school", help=_("The school, in the form of Decree 30/2020."))(school_report)
    rollup = _("Several schools: files that `report school --json` wrote, and this school.")
    group.command("rollup", help=rollup)(rollup_report)
