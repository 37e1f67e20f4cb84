"""What every option does, said once for all commands in the language of the interface."""

from typing import Any

import typer

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
    command.get_help_option(typer.Context(command)).help = _("Show this help.")
    for option in command.params:
        if option.param_type_name == "option" and not option.help:
            option.help = words[option.opts[0]]
    for under in getattr(command, "commands", {}).values():
        _speak(under, words)


def _words() -> dict[str, str]:
    file = _("File to write.")
    return {
        "--class": _("Label of the class, such as 4A."),
        "--seats": _("Number of seats."),
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
    }
