"""The commands for response cards."""

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from lessonapp.cli import AT_FAULT, DONE
from lessonapp.cli.options import Json, print_json
from lessonapp.i18n import _, language


def cards_app() -> typer.Typer:
    """`lessonapp cards ...`."""
    cards = typer.Typer(help=_("Response cards: printed, held up, read by a camera."), rich_markup_mode=None)
    cards.command("print", help=_("Response cards as a PDF."))(_print)
    cards.command("read", help=_("Read the cards in pictures and videos."))(_read)
    return cards


def _print(
    seats: Annotated[str, typer.Option("--seats", metavar="1-40")],
    pdf: Annotated[Path, typer.Option("--pdf", metavar="FILE")],
    size: Annotated[Literal["a5", "a4"], typer.Option("--size", metavar="a5|a4")] = "a5",
) -> int:
    from lessonapp.app.cards_print import write_cards

    print(write_cards(seats, size, language(), pdf))
    return DONE


def _read(
    files: Annotated[list[Path], typer.Argument(metavar="IMAGE_OR_VIDEO...")],
    seats: Annotated[str, typer.Option("--seats", metavar="1-63")] = "1-63",
    as_json: Json = False,
) -> int:
    from lessonapp.app.cards_print import seats_of
    from lessonapp.app.cards_read import read_files, read_lines

    found, faults = read_files(files, seats_of(seats))
    if as_json:
        print_json(found)
    else:
        print(*read_lines(found), sep="\n", end="\n" if found else "")
    print(*faults, sep="\n", end="\n" if faults else "", file=sys.stderr)
    return AT_FAULT if faults else DONE
