"""The command line: what stands before every command, exit codes, and the window when there is no command.

The commands themselves are in `commands`: their library takes longer to import than a window to open.
"""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from lessonapp.domain.errors import AuthorError, MachineError, TeacherError, UsageError
from lessonapp.domain.language import LANGUAGES
from lessonapp.i18n import _, language, reason, require_compiled, set_language, translations
from lessonapp.logs import start_log
from lessonapp.settings import Settings, data_folder, interface_language, is_folder, load_settings

DONE, AT_FAULT, WRONG_USAGE, MACHINE = 0, 1, 2, 3


class Context:
    """What stands before every command."""

    home: Path = Path()
    lang: str | None = None
    debug: bool = False


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and leave with its exit code; no traceback reaches a user."""
    sys.exit(run(list(sys.argv[1:] if arguments is None else arguments)))


def run(arguments: list[str]) -> int:
    """The exit code of a command line."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # On Linux a name of a file may hold bytes that are no letters: they go out as they came in.
            errors = "surrogateescape" if os.name == "posix" else "replace"
            stream.reconfigure(encoding="utf-8", errors=errors)
    try:
        rest = _begin(arguments)
        start_log(Context.home, debug=Context.debug)
        if not rest:
            return open_window()
        gc.enable()  # which `lessonapp.__main__` put off; the window collects by itself
        from lessonapp.cli.commands import build_app
        from lessonapp.cli.option_help import spoken

        result = spoken(build_app())(rest, prog_name="lessonapp", standalone_mode=False)
    except (_WrongUsage, UsageError) as error:
        return _failed(error, WRONG_USAGE)
    except (AuthorError, TeacherError) as error:
        return _failed(error, AT_FAULT)
    except (MachineError, OSError) as error:
        return _failed(error if Context.debug else _machine_words(error), MACHINE)
    except Exception as error:  # noqa: BLE001 - the last line of defence: logged, and told in one sentence
        return _unexpected(error)
    return result if isinstance(result, int) else DONE


def _begin(arguments: list[str]) -> list[str]:
    """Data folder and language; what is left of the command line."""
    rest, home, wrong = _take_common(arguments)
    set_language(interface_language(Settings(), Context.lang))
    _need_words(require_compiled)
    folder = _home(home)
    set_language(interface_language(load_settings(folder), Context.lang))
    _need_words(lambda: translations(language()))
    Context.home = folder
    if wrong is not None:
        raise _WrongUsage(wrong())
    return rest


def _need_words(look: Callable[[], object]) -> None:
    """Both languages at once where a set-up was not finished: there is none that could be chosen."""
    try:
        look()
    except (OSError, ValueError) as error:
        set_language("en")
        raise MachineError(
            "Chưa có bản dịch: hãy chạy `make setup`, trên Windows mở run.bat.\n"
            "The translations are missing: run `make setup`, on Windows open run.bat."
        ) from error


def _home(named: str | None) -> Path:
    try:
        return data_folder(named)
    except RuntimeError as error:
        text = _("This user has no home folder: name a data folder with `--home`.")
        raise MachineError(text) from error


class _WrongUsage(Exception):
    """What stands before every command is not as it should be."""


def _failed(error: Exception, code: int) -> int:
    if Context.debug:
        raise error
    _say(str(error))
    return code


def _say(text: str) -> None:
    """A line on standard error, as long as there is one."""
    if sys.stderr is not None:
        with suppress(OSError):
            print(text, file=sys.stderr, flush=True)


def _machine_words(error: MachineError | OSError) -> Exception:
    """What the machine refused: a data folder that cannot be used comes before everything else."""
    if Context.home != Path() and not is_folder(Context.home):
        text = _("The data folder “{folder}” cannot be used. Name another one with `--home`.")
        return MachineError(text.format(folder=Context.home))
    if isinstance(error, OSError):
        place = error.filename if isinstance(error.filename, str) else ""
        return MachineError(f"{place}: {reason(error)}" if place else reason(error))
    return error


def _unexpected(error: Exception) -> int:
    """What the command line's own library raises; anything else is a bug, and logged."""
    code = getattr(error, "exit_code", None)
    if hasattr(error, "format_message"):
        from lessonapp.cli.usage import wrong_usage

        _say(wrong_usage(error))
        return WRONG_USAGE
    if isinstance(code, int):
        return code
    if Context.debug:
        raise error
    import logging

    logging.getLogger(__name__).error("unexpected", exc_info=error)
    text = _("Something went wrong that should not have: {error}. `--debug` shows where.")
    _say(text.format(error=f"{type(error).__name__}: {error}"))
    return MACHINE


def _take_common(arguments: list[str]) -> tuple[list[str], str | None, Callable[[], str] | None]:
    """Take `--home`, `--lang` and `--debug` from wherever they stand; the rest, the folder, what is wrong."""
    home, Context.home, Context.lang, Context.debug = None, Path(), None, False
    wrong: Callable[[], str] | None = None
    rest: list[str] = []
    queue = list(arguments)
    while queue:
        word = queue.pop(0)
        name, given, value = word.partition("=")
        if word == "--":
            rest += [word, *queue]
            break
        if word == "--debug":
            Context.debug = True
        elif name not in ("--home", "--lang"):
            rest.append(word)
        elif not given and not queue:
            wrong = partial(_needs_value, name)
        else:
            value = value if given else queue.pop(0)
            if name == "--home":
                home = value
            elif value in LANGUAGES:
                Context.lang = value
            else:
                wrong = partial(_no_language, value)
    return rest, home, wrong


def _needs_value(option: str) -> str:
    return _("{option} needs a value.").format(option=option)


def _no_language(value: str) -> str:
    return _("--lang is vi or en, not “{value}”.").format(value=value)


def open_window() -> int:
    """Open Home, until it is closed."""
    # Before Qt: PySide reads the source of every module that is imported after it.
    import lessonapp.app.bulletins
    import lessonapp.app.files
    import lessonapp.app.workspace
    import lessonapp.domain.grades
    import lessonapp.ui.home.model
    import lessonapp.ui.widgets.colours
    import lessonapp.ui.widgets.sheet
    import lessonapp.ui.widgets.words  # noqa: F401 - what Home is made of besides Qt
    from lessonapp.app.program import run_window

    return run_window(Context.home, Context.lang)
