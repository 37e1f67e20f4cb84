"""Options and printing that several commands share."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer

Json = Annotated[bool, typer.Option("--json")]
Pdf = Annotated[Path | None, typer.Option("--pdf", metavar="FILE")]
Xlsx = Annotated[Path | None, typer.Option("--xlsx", metavar="FILE")]
Csv = Annotated[Path | None, typer.Option("--csv", metavar="FILE")]


def print_json(data: Any) -> None:
    """Data for programs, on standard output."""
    print(json.dumps(data, ensure_ascii=False, indent=2))
