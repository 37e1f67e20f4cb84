"""The commands for response cards."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from lessonapp.cli import DONE
from lessonapp.i18n import _, language


def cards_app() -> typer.Typer:
    """`lessonapp cards ...`."""
    cards = typer.Typer(help=_("Response cards: printed, held up, read by a camera."), rich_markup_mode=None)
    cards.command("print", help=_("Response cards as a PDF."))(_print)
    return cards


def _print(
    seats: Annotated[str, typer.Option("--seats", metavar="1-40", help="1-63")],
    pdf: Annotated[Path, typer.Option("--pdf", metavar="FILE")],
    size: Annotated[Literal["a5", "a4"], typer.Option("--size")] = "a5",
) -> int:
    from lessonapp.app.cards_print import write_cards

    print(write_cards(seats, size, language(), pdf))
    return DONE
