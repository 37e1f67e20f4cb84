"""What every option does, said once for all commands in the language of the interface."""

from typing import Any

import typer

from lessonapp.cli.usage import SpokenContext
from lessonapp.i18n import _


def spoken(app: typer.Typer) -> Any:
    """The command line with a word at every option, and with those that stand before every command."""
    command: Any = typer.main.get_command(app)
    command.epilog = _(
        "Before or after every command: --home DIR, the data folder; --lang vi|en, the language; "
        "--debug, where a fault comes from."
    )
    _speak(command, _words())
    return command


def _speak(command: Any, words: dict[str, str]) -> None:
    command.context_class = SpokenContext
    command.get_help_option(typer.Context(command)).help = _("Show this help.")
    for param in command.params:
        if param.param_type_name == "option":
            param.help = words.get(f"{param.opts[0]} {param.metavar}") or words[param.opts[0]]
            param.metavar = None if param.is_flag else param.metavar or _VALUES[param.opts[0]]
        else:
            param.help = words[param.metavar]
    for under in getattr(command, "commands", {}).values():
        _speak(under, words)


_VALUES = {
    "--class": "LABEL",
    "--seats": "N",
    "--block": "ID",
    "--port": "N",
}
"""What stands for the value of an option that does not say it itself."""


def _words() -> dict[str, str]:
    file = _("File to write.")
    return {
        "--class": _("Label of the class, such as 4A."),
        "--seats": _("Number of seats."),
        "--seats 1-40": _("Seats, such as 1-40 or 3, 7, 12."),
        "--seats 1-63": _("Seats that may hold a card: 1-40 or 3, 7, 12."),
        "--large": _("Large print."),
        "--names": _("Text file, a name a line; - reads them as typed."),
        "--gallery": _("Settings, cast and props instead"),
        "--channel": _("How answers come: hands, shared screen, cards or phones."),
        "--version": _("Which sheets: all, the worksheet, quiz A or quiz B."),
        "--block": _("One block only, by its id."),
        "--windowed": _("Keep the stage in a window."),
        "--bind": _("Address to listen on."),
        "--port": _("Port to listen on; 0 takes a free one."),
        "--confirmed": _("Teacher and help person are ready for this lesson."),
        "--out": _("Folder to write into."),
        "--strict": _("Ask for all that a finished lesson needs."),
        "--size": _("Size of what is made."),
        "--step": _("One step only, by its id."),
        "--from": _("First day: 2026-09-01 or 1/9/2026."),
        "--to": _("Last day: 2026-09-01 or 1/9/2026."),
        "--pdf": file,
        "--csv": file,
        "--xlsx": file,
        "--png": file,
        "--json": _("Answer as JSON, for other programs."),
        "LESSON": _("An id such as t09-a1, a lesson’s folder, or its file."),
        "PATH...": _("Lesson files, folders of lessons, or a whole library."),
        "ID": _("A session’s id, or how it begins; `results list` shows them."),
        "SESSION": _("A session’s id, or how it begins; `results list` shows them."),
        "LABEL": _("Label of the class, such as 4A."),
        "FILE...": _("Files that `report school --json` wrote."),
        "IMAGE_OR_VIDEO...": _("Pictures or videos with cards in them."),
    }
