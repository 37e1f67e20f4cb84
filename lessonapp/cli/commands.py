"""The commands, each a few lines: parse, call, print. A heavy part is imported by its own command."""

import json
import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from lessonapp.cli import AT_FAULT, DONE, Context, open_window
from lessonapp.cli.cards import cards_app
from lessonapp.cli.options import Csv, Json, Pdf, Xlsx, print_json
from lessonapp.cli.printing import build_print
from lessonapp.cli.reporting import add_reports
from lessonapp.domain.look import SEAT_LIMIT, USUAL_SEATS
from lessonapp.i18n import _


def build_app() -> typer.Typer:
    """The command line, its help in the language of the interface."""
    app = typer.Typer(
        help=_("Digital-skills lessons that a teacher projects in class, with no internet and no names."),
        add_completion=False,
        no_args_is_help=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    app.callback(invoke_without_command=True)(_window)
    app.command("present", help=_("Open a lesson at once."))(_present)
    app.command("host", help=_("Teach phones and lab PCs from here, with no window."))(_host)
    app.command("demo", help=_("Teach a bundled lesson by itself, and write PDFs and pictures."))(_demo)
    app.command("check", help=_("Check lessons: files, folders or a whole library."))(_check)
    app.command("schema", help=_("JSON Schema of a lesson."))(_schema)
    app.command("render", help=_("One picture for each step and state of a lesson."))(_render)
    app.command("library", help=_("The lessons known."))(_library)
    app.command("doctor", help=_("What works on this machine."))(_doctor)
    results = typer.Typer(help=_("Sessions that were taught."), rich_markup_mode=None)
    results.command("list", help=_("All sessions, newest first."))(_results_list)
    results.command("show", help=_("One session: answers and counts."))(_results_show)
    app.add_typer(results, name="results")
    app.add_typer(cards_app(), name="cards")
    report = typer.Typer(help=_("Reports."), rich_markup_mode=None)
    report.command("session", help=_("The quiz summary of a session."))(_report_session)
    add_reports(report)
    app.add_typer(report, name="report")
    app.add_typer(build_print(), name="print")
    return app


def _window(context: typer.Context) -> int:
    if context.invoked_subcommand is not None:
        return DONE
    return open_window()


def _present(
    lesson: Annotated[str, typer.Argument(metavar="LESSON")],
    class_label: Annotated[str, typer.Option("--class")] = "",
    channel: Annotated[
        Literal["hands", "screen", "cards", "web"] | None,
        typer.Option("--channel", metavar="hands|screen|cards|web"),
    ] = None,
    seats: Annotated[int | None, typer.Option("--seats", min=1, max=SEAT_LIMIT)] = None,
    block: Annotated[str, typer.Option("--block")] = "",
    windowed: Annotated[bool, typer.Option("--windowed")] = False,
) -> int:
    from lessonapp.app.program import Presenting, run_window

    wanted = Presenting(lesson, class_label, channel, seats or 0, block or None, windowed)
    return run_window(Context.home, Context.lang, wanted)


def _host(
    lesson: Annotated[str, typer.Argument(metavar="LESSON")],
    bind: Annotated[str, typer.Option("--bind", metavar="ADDRESS")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535)] = 0,
    seats: Annotated[int, typer.Option("--seats", min=1, max=SEAT_LIMIT)] = USUAL_SEATS,
    class_label: Annotated[str, typer.Option("--class")] = "",
    confirmed: Annotated[bool, typer.Option("--confirmed")] = False,
    _as_json: Json = False,
) -> int:
    from lessonapp.app.host import Hosting, run_host

    def ready(told: dict[str, str]) -> None:
        print(json.dumps(told), flush=True)

    hosting = Hosting(lesson, bind, port, seats, class_label, confirmed)
    return run_host(Context.home, Context.lang, hosting, ready, lambda line: print(line, file=sys.stderr))


def _demo(out: Annotated[Path, typer.Option("--out", metavar="DIR")] = Path("demo-out")) -> int:
    from lessonapp.app.demo import run_demo

    for line in run_demo(Context.home, out, debug=Context.debug):
        print(line)
    return DONE


def _check(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", readable=False)],
    strict: Annotated[bool, typer.Option("--strict")] = False,
    as_json: Json = False,
) -> int:
    from lessonapp.app.checking import check

    faults, wrong = check(paths, strict=strict)
    if as_json:
        print_json({"faults": [fault.as_json() for fault in faults]})
    else:
        print(*faults, sep="\n", end="\n" if faults else "", file=sys.stderr)
    return AT_FAULT if wrong else DONE


def _schema() -> int:
    from lessonapp.domain.lesson import Lesson

    print_json(Lesson.model_json_schema())
    return DONE


def _render(
    out: Annotated[Path, typer.Option("--out", metavar="DIR")],
    lesson: Annotated[str, typer.Argument(metavar="LESSON")] = "",
    size: Annotated[str, typer.Option("--size", metavar="1920x1080")] = "1920x1080",
    step: Annotated[str, typer.Option("--step", metavar="ID")] = "",
    gallery: Annotated[bool, typer.Option("--gallery")] = False,
) -> int:
    from lessonapp.app.rendering import render_gallery, render_lesson

    if gallery:
        print(render_gallery(out))
        return DONE
    if not lesson:
        raise typer.BadParameter(_("Which lesson? Give its id or folder, or --gallery."))
    print(render_lesson(Context.home, lesson, Context.lang, out, size, step or None))
    return DONE


def _library(as_json: Json = False) -> int:
    from lessonapp.app.listing import library_data, library_lines
    from lessonapp.app.workspace import Workspace

    entries = library_data(Workspace(Context.home))
    if as_json:
        print_json({"lessons": entries})
    else:
        print(*library_lines(entries), sep="\n")
    return DONE


def _results_list(as_json: Json = False) -> int:
    from lessonapp.app.listing import session_lines, sessions_data

    data = sessions_data(Context.home)
    if as_json:
        print_json({"sessions": data})
    else:
        print(*session_lines(data), sep="\n")
    return DONE


def _results_show(
    session: Annotated[str, typer.Argument(metavar="ID")],
    as_json: Json = False,
) -> int:
    from lessonapp.app.listing import session_data, show_lines

    data = session_data(Context.home, session)
    if as_json:
        print_json(data)
    else:
        print(*show_lines(data), sep="\n")
    return DONE


def _report_session(
    session: Annotated[str, typer.Argument(metavar="ID")],
    pdf: Pdf = None,
    csv: Csv = None,
    xlsx: Xlsx = None,
    as_json: Json = False,
) -> int:
    from lessonapp.app.listing import report_session

    written = report_session(
        Context.home, session, Context.lang, pdf=pdf, csv=csv, xlsx=xlsx, as_json=as_json
    )
    print(written)
    return DONE


def _doctor(as_json: Json = False) -> int:
    from lessonapp.app.doctor import examine

    findings = examine(Context.home)
    if as_json:
        print_json(findings)
    else:
        for name, finding in findings.items():
            print(f"{'✓' if finding['ok'] else '!'} {name}: {finding['text']}")
    return DONE
