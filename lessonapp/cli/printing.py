"""`lessonapp print`: every document of a lesson or session as a file."""

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from lessonapp.cli import DONE, Context
from lessonapp.cli.options import Pdf
from lessonapp.domain.errors import TeacherError
from lessonapp.i18n import _, language, reason

LessonArgument = Annotated[str, typer.Argument(metavar="LESSON")]
ClassLabel = Annotated[str, typer.Option("--class", metavar="LABEL")]
LONGEST_NAMES = 200_000


def build_print() -> typer.Typer:
    """The documents, a command each."""
    group = typer.Typer(help=_("Documents of a lesson or session."), rich_markup_mode=None)
    group.command("plan", help=_("Lesson plan for the teacher's file."))(_plan)
    group.command("handout", help=_("Family letter."))(_handout)
    group.command("worksheet", help=_("The lesson's worksheet, and the quiz on paper in two versions."))(
        _worksheet
    )
    group.command("answer-key", help=_("Answer key of both versions."))(_answer_key)
    group.command("poster", help=_("Poster for the classroom wall."))(_poster)
    group.command(
        "certificate", help=_("Certificate for a class, by number, or by names that are not stored.")
    )(_certificate)
    group.command("broadcast", help=_("Script for the loudspeaker, with timings."))(_broadcast)
    group.command("law-card", help=_("What may be said of the law in a lesson, and what it rests on."))(
        _law_card
    )
    group.command("minutes", help=_("Minutes of a session."))(_minutes)
    group.command("disclosure-card", help=_("What to do when a child tells."))(_disclosure_card)
    group.command("share-card", help=_("Picture for the school's own page."))(_share_card)
    return group


def _print(key: str, of: str, file: Path | None, **choices: str) -> int:
    """Make a document and write it; the file's name on standard output."""
    from lessonapp.app.files import write_file
    from lessonapp.app.papers import file_name, make
    from lessonapp.app.workspace import Workspace

    tongue = Context.lang or language()
    workspace = Workspace(Context.home)
    try:
        content = make(workspace, key, of, tongue, None, None, **choices)
        path = file or Path(file_name(workspace, key, of, tongue, None, **choices))
    finally:
        workspace.close()
    write_file(path, content)
    print(path)
    return DONE


def _plan(lesson: LessonArgument, pdf: Pdf = None, class_label: ClassLabel = "") -> int:
    return _print("plan", lesson, pdf, class_label=class_label)


def _handout(
    lesson: LessonArgument,
    pdf: Pdf = None,
    large: Annotated[bool, typer.Option("--large")] = False,
    class_label: ClassLabel = "",
) -> int:
    return _print("handout", lesson, pdf, large="yes" if large else "no", class_label=class_label)


def _worksheet(
    lesson: LessonArgument,
    pdf: Pdf = None,
    version: Annotated[
        Literal["all", "own", "a", "b"], typer.Option("--version", metavar="all|own|a|b")
    ] = "all",
) -> int:
    return _print("worksheet", lesson, pdf, version=version)


def _answer_key(lesson: LessonArgument, pdf: Pdf = None) -> int:
    return _print("answer-key", lesson, pdf)


def _poster(
    lesson: LessonArgument,
    pdf: Pdf = None,
    size: Annotated[Literal["a4", "a3"], typer.Option("--size", metavar="a4|a3")] = "a4",
) -> int:
    return _print("poster", lesson, pdf, size=size)


def _certificate(
    lesson: LessonArgument,
    pdf: Pdf = None,
    class_label: ClassLabel = "",
    seats: Annotated[str, typer.Option("--seats", metavar="1-40")] = "",
    names: Annotated[str, typer.Option("--names", metavar="FILE")] = "",
) -> int:
    return _print("certificate", lesson, pdf, class_label=class_label, seats=seats, names=_names(names))


def _names(source: str) -> str:
    """Names, a line each, out of a file or as they are typed; they go into the document and nowhere else."""
    if source == "-":
        return sys.stdin.read(LONGEST_NAMES)
    if not source:
        return ""
    try:
        return Path(source).read_text("utf-8-sig")[:LONGEST_NAMES]
    except OSError as error:
        text = _("“{path}” cannot be read: {reason}.")
        raise TeacherError(text.format(path=source, reason=reason(error))) from error
    except UnicodeDecodeError as error:
        text = _("“{path}” is not a text in UTF-8; save it so, a name a line.")
        raise TeacherError(text.format(path=source)) from error


def _broadcast(lesson: LessonArgument, pdf: Pdf = None) -> int:
    return _print("broadcast", lesson, pdf)


def _law_card(lesson: LessonArgument, pdf: Pdf = None) -> int:
    return _print("law-card", lesson, pdf)


def _minutes(session: Annotated[str, typer.Argument(metavar="SESSION")], pdf: Pdf = None) -> int:
    return _print("minutes", session, pdf)


def _disclosure_card(pdf: Pdf = None) -> int:
    return _print("disclosure-card", "", pdf)


def _share_card(
    lesson: LessonArgument,
    size: Annotated[
        Literal["1080x1080", "1200x630"], typer.Option("--size", metavar="1080x1080|1200x630")
    ] = "1080x1080",
    png: Annotated[Path | None, typer.Option("--png", metavar="FILE")] = None,
) -> int:
    return _print("share-card", lesson, png, size=size)
