"""The command line: what stands before every command, exit codes, and the window when there is no command.

The commands themselves are in `commands`: their library takes longer to import than a window to open.
"""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from lessonapp.domain.errors import AuthorError, MachineError, TeacherError
from lessonapp.i18n import _, set_language
from lessonapp.logs import start_log
from lessonapp.settings import data_folder, interface_language, load_settings

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
    try:
        arguments = _take_common(arguments)
    except ValueError as error:
        print(error, file=sys.stderr)
        return WRONG_USAGE
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        set_language(interface_language(load_settings(Context.home), Context.lang))
        start_log(Context.home, debug=Context.debug)
        if not arguments:
            return open_window()
        gc.enable()  # which `lessonapp.__main__` put off; the window collects by itself
        from lessonapp.cli.commands import build_app
        from lessonapp.cli.option_help import spoken

        result = spoken(build_app())(arguments, standalone_mode=False)
    except (AuthorError, TeacherError) as error:
        return _failed(error, AT_FAULT)
    except (MachineError, OSError) as error:
        return _failed(error if Context.debug or Context.home.is_dir() else _no_data_folder(), MACHINE)
    except Exception as error:  # noqa: BLE001 - the last line of defence: logged, and told in one sentence
        return _unexpected(error)
    return result if isinstance(result, int) else DONE


def _failed(error: Exception, code: int) -> int:
    if Context.debug:
        raise error
    print(error, file=sys.stderr)
    return code


def _no_data_folder() -> MachineError:
    text = _("The data folder “{folder}” cannot be used. Name another one with `--home`.")
    return MachineError(text.format(folder=Context.home))


def _unexpected(error: Exception) -> int:
    """What the command line's own library raises; anything else is a bug, and logged."""
    code = getattr(error, "exit_code", None)
    show = getattr(error, "show", None)
    if show is not None:
        show()
        return WRONG_USAGE
    if isinstance(code, int):
        return code
    if Context.debug:
        raise error
    import logging

    logging.getLogger(__name__).error("unexpected", exc_info=error)
    text = _("Something went wrong that should not have: {error}. `--debug` shows where.")
    print(text.format(error=f"{type(error).__name__}: {error}"), file=sys.stderr)
    return MACHINE


def _take_common(arguments: list[str]) -> list[str]:
    """Take `--home`, `--lang` and `--debug` from wherever they stand."""
    home, Context.lang, Context.debug = None, None, False
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
        elif name in ("--home", "--lang"):
            if not given and not queue:
                raise ValueError(f"{name} needs a value")
            value = value if given else queue.pop(0)
            if name == "--home":
                home = value
            elif value in ("vi", "en"):
                Context.lang = value
            else:
                raise ValueError("--lang is vi or en")
        else:
            rest.append(word)
    Context.home = data_folder(home)
    return rest


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
