"""What the command library says in English only, in the language of the interface: help, wrong usage."""

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Any

import typer

from lessonapp.i18n import _

_Plain: Any = typer.Context.formatter_class
_TYPE = re.compile(r" <[^ ].*>$")
_RANGE = re.compile(r"(\d+)<=x<=(\d+)")
_QUOTED = re.compile(r"'([^']*)'")


class _Help(_Plain):  # type: ignore[misc]  # the library has no public name for its formatter
    """Lays help out as the library does, under our headings and without its words for types."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The first line."""
        del prefix
        super().write_usage(prog, _pieces(args), _("Usage: "))

    def write_heading(self, heading: str) -> None:
        """A heading."""
        known = {"Arguments": _("Arguments"), "Options": _("Options"), "Commands": _("Commands")}
        super().write_heading(known.get(heading, heading))

    def write_dl(self, rows: Sequence[tuple[str, str]], *places: int, **more: int) -> None:
        """Names and what they do."""
        super().write_dl([(_TYPE.sub("", name), _notes(text)) for name, text in rows], *places, **more)


class SpokenContext(typer.Context):
    """A command's context whose help speaks the language of the interface."""

    formatter_class = _Help


def _pieces(args: str) -> str:
    """The pieces of the usage line: `PATH...` for what the library writes as `{PATH...}...`."""
    plain = re.sub(r"\{(\S+?)\}", r"\1", args).replace("......", "...")
    return plain.replace("[OPTIONS]", _("[OPTIONS]")).replace("COMMAND [ARGS]...", _("COMMAND ..."))


def _notes(text: str) -> str:
    """What stands in brackets behind an option's words."""
    before, bracket, notes = text.rpartition("[")
    if not bracket or not notes.endswith("]"):
        return text
    default, required = _("default"), _("required")
    notes = _RANGE.sub(r"\1–\2", notes)
    return f"{before}[{notes.replace('default', default).replace('required', required)}"


def wrong_usage(error: Any) -> str:
    """What was wrong with a command line and how it is meant, out of the library's exception."""
    context = getattr(error, "ctx", None)
    lines = [_sentence(error)]
    if context is not None:
        lines.append(context.get_usage())
        lines.append(_("`{command} --help` tells more.").format(command=context.command_path))
    return "\n".join(lines)


def _sentence(error: Any) -> str:
    message = str(error.format_message())
    match type(error).__name__:
        case "NoSuchOption":
            option = str(error.option_name)
            text = _("There is no option {option}.").format(option=option)
            return text + _nearest(option, error.possibilities or ())
        case "MissingParameter":
            return _("{name} is missing.").format(name=_name(error))
        case "BadOptionUsage":
            option = str(error.option_name)
            if "not take" in message:
                return _("{option} takes no value.").format(option=option)
            return _("{option} needs a value.").format(option=option)
        case "BadParameter":
            return _bad_value(error)
        case _other:
            return _too_much_or_too_little(error, message)


def _nearest(word: str, known: Iterable[str]) -> str:
    """A second sentence, where something known is written much alike."""
    near = get_close_matches(word, list(known), 1)
    return " " + _("Did you mean {near}?").format(near=near[0]) if near else ""


def _name(error: Any) -> str:
    """The argument or option that an error is about, as it is typed."""
    param = error.param
    if param is None:
        return str(error.param_hint or "")
    return str(param.opts[0] if param.param_type_name == "option" else param.metavar or param.name)


def _bad_value(error: Any) -> str:
    if error.param is None:  # our own, in our own words
        return str(error.message)
    name, lowest, highest = _name(error), getattr(error.param, "min", None), getattr(error.param, "max", None)
    if " is not one of " in error.message:
        value, *known = _QUOTED.findall(error.message)
        text = _("{name} is one of {known}, not “{value}”.")
        return text.format(name=name, known=", ".join(known), value=value)
    if lowest is not None and highest is not None:
        return _("{name} is a whole number from {lowest} to {highest}.").format(
            name=name, lowest=lowest, highest=highest
        )
    return f"{name}: {error.message}"


def _too_much_or_too_little(error: Any, message: str) -> str:
    if "extra argument" in message:
        return _("Too much on the line: {words}.").format(words=message.partition("(s) (")[2].rstrip(")."))
    if message.startswith("No such command"):
        found = _QUOTED.findall(message)
        text = _("There is no command “{name}”.").format(name=found[0] if found else "")
        return text + _nearest("".join(found[:1]), getattr(error.ctx.command, "commands", ()))
    if message.startswith("Missing command"):
        known = ", ".join(getattr(error.ctx.command, "commands", ()))
        return _("Which command? There are: {known}.").format(known=known)
    return message
