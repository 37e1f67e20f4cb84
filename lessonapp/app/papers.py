"""Every document there is, and the one way to make each: windows and commands list them here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from lessonapp.app.documents import session_report
from lessonapp.app.files import slug
from lessonapp.app.help_lines import help_line
from lessonapp.app.seat_list import seat_numbers
from lessonapp.app.terms import class_report_of, rollup_of, school_report_of
from lessonapp.app.workspace import Workspace, local_now
from lessonapp.domain.errors import TeacherError
from lessonapp.domain.lesson import Lesson
from lessonapp.domain.progress import Progress
from lessonapp.domain.state import state_of
from lessonapp.domain.summary import head_of
from lessonapp.domain.summary_values import Head
from lessonapp.domain.term import Period
from lessonapp.domain.text import nfc, plain
from lessonapp.i18n import Speaker, _

Needs = Literal["lesson", "session", "class", "school", "nothing"]


@dataclass(frozen=True, slots=True)
class Choice:
    """One option of a document: its values with their titles, the first by default; none: any text."""

    key: str
    title: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PaperKind:
    """A document by its key: what it is called, what it is about, and its options."""

    key: str
    title: str
    needs: Needs
    suffix: Literal["pdf", "png"] = "pdf"
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Order:
    """A document to be made."""

    workspace: Workspace
    of: str
    language: str
    period: Period
    choices: Mapping[str, str]
    progress: Progress | None = field(default=None, compare=False)

    @property
    def speaker(self) -> Speaker:
        """Says the document's sentences."""
        return Speaker(self.language)

    @property
    def head(self) -> Head:
        """The school at its head."""
        return head_of(self.workspace.store.school())

    def lesson(self) -> Lesson:
        """The lesson it is about, in the document's language where it has that."""
        return self.workspace.lesson(self.of, self.language).lesson

    def choice(self, key: str) -> str:
        """The value of an option; its default where none was given."""
        return self.choices.get(key, "")


def papers(needs: Needs | None = None) -> tuple[PaperKind, ...]:
    """The documents there are, of one need or all; titles in the language of the interface."""
    class_label = Choice("class_label", _("Class"))
    size = Choice("size", _("Paper size"), (("a4", "A4"), ("a3", "A3")))
    pixels = Choice("size", _("Picture size"), (("1080x1080", "1080 × 1080"), ("1200x630", "1200 × 630")))
    large = Choice("large", _("Size of print"), (("no", _("Usual size")), ("yes", _("Large print"))))
    part = Choice(
        "version",
        _("Which sheet"),
        (
            ("all", _("All")),
            ("own", _("The lesson’s own sheet")),
            ("a", _("Quiz, version A")),
            ("b", _("Quiz, version B")),
        ),
    )
    seats, names = Choice("seats", _("Seat numbers, such as 1-40")), Choice("names", _("Names, never stored"))
    files = Choice("files", _("Files of other schools"))
    known = (
        PaperKind("summary", _("Quiz summary"), "session"),
        PaperKind("minutes", _("Minutes of the session"), "session"),
        PaperKind("plan", _("Lesson plan"), "lesson", choices=(class_label,)),
        PaperKind("handout", _("Family letter"), "lesson", choices=(large, class_label)),
        PaperKind("worksheet", _("Worksheet"), "lesson", choices=(part,)),
        PaperKind("answer-key", _("Answer key"), "lesson"),
        PaperKind("poster", _("Poster"), "lesson", choices=(size,)),
        PaperKind("certificate", _("Certificate"), "lesson", choices=(class_label, seats, names)),
        PaperKind("broadcast", _("Broadcast script"), "lesson"),
        PaperKind("law-card", _("Law card"), "lesson"),
        PaperKind("share-card", _("Share card"), "lesson", "png", (pixels,)),
        PaperKind("class-report", _("Class report"), "class"),
        PaperKind("school-report", _("School report"), "school"),
        PaperKind("rollup", _("Several schools"), "school", choices=(files,)),
        PaperKind("disclosure-card", _("Card: when a child tells"), "nothing"),
    )
    return tuple(kind for kind in known if needs is None or kind.needs == needs)


def paper(key: str) -> PaperKind:
    """A document by its key; KeyError where there is none."""
    for kind in papers():
        if kind.key == key:
            return kind
    raise KeyError(key)


def make(
    workspace: Workspace,
    key: str,
    of: str = "",
    language: str = "vi",
    period: Period | None = None,
    progress: Progress | None = None,
    **choices: str,
) -> bytes:
    """The bytes of a document; TeacherError says what to do where it cannot be made.

    `of` is the id of a lesson or session, or a class label, as the document needs it. Options that are
    left out or empty have their defaults. It may run in the thread of documents.
    """
    kind = paper(key)
    given = {choice.key: choices.get(choice.key, "").strip() for choice in kind.choices}
    for choice in kind.choices:
        if choice.values:
            allowed = [value for value, _title in choice.values]
            given[choice.key] = given[choice.key] or allowed[0]
            if given[choice.key] not in allowed:
                text = _("“{value}” cannot be chosen here; choose one of: {values}.")
                raise TeacherError(text.format(value=given[choice.key], values=", ".join(allowed)))
    return _MAKERS[key](Order(workspace, of, language, period or Period(), given, progress))


def file_name(
    workspace: Workspace,
    key: str,
    of: str = "",
    language: str = "vi",
    period: Period | None = None,
    **choices: str,
) -> str:
    """A name that sorts by date or lesson, and that every system accepts."""
    kind = paper(key)
    parts = [slug(kind.title)]
    match kind.needs:
        case "session":
            info = workspace.session_info(of)
            day = info.opened.astimezone(local_now().tzinfo).date().isoformat()
            parts = [day, slug(info.class_label) or "lop", info.lesson, *parts]
        case "lesson":
            parts = [workspace.index.resolve(of, workspace.existing_roots()).id, *parts]
        case "class" | "school":
            last = (period.last if period else None) or local_now().date()
            parts = [last.isoformat(), *([slug(of) or "lop"] if kind.needs == "class" else []), *parts]
    for choice in kind.choices:
        value = choices.get(choice.key)
        if choice.values and value not in (None, "", "no"):
            parts.append(slug(dict(choice.values).get(value, value) if value == "yes" else value))
    return "_".join([*(part for part in parts if part), language]) + f".{kind.suffix}"


def _summary(order: Order) -> bytes:
    from lessonapp.reports.summary import summary_pdf

    return summary_pdf(session_report(order.workspace, order.of, order.language), order.speaker)


def _minutes(order: Order) -> bytes:
    from lessonapp.reports.minutes import minutes_pdf

    report = session_report(order.workspace, order.of, order.language)
    state = state_of(order.workspace.events(order.of))
    lesson = order.workspace.lesson(report.about.lesson, order.language).lesson
    shown = {*state.trail, *state.rounds}
    taught = []
    for block in lesson.blocks:
        steps = [step for step in block.steps if step.id in shown]
        named = dict.fromkeys(plain(step.title or getattr(step, "heading", "") or "") for step in steps)
        about = "; ".join(name.rstrip(".!") for name in named if name)
        end = "" if about.endswith("?") else "."
        if steps:
            taught.append(f"**{plain(block.title)}**" + (f": {about}{end}" if about else "."))
    return minutes_pdf(report, taught, order.speaker)


def _plan(order: Order) -> bytes:
    from lessonapp.reports.plan import plan_pdf

    return plan_pdf(order.lesson(), order.head, order.speaker, order.choice("class_label"))


def _handout(order: Order) -> bytes:
    from lessonapp.reports.handout import Letter, handout_pdf

    school = order.workspace.store.school()
    contacts = tuple(c for c in school.contacts if "adults" in c.audiences) or school.contacts
    large = order.choice("large") == "yes"
    label = nfc(order.choice("class_label"))
    letter = Letter(order.lesson(), order.head, contacts, label, large, school.police)
    return handout_pdf(letter, order.speaker)


def _worksheet(order: Order) -> bytes:
    from lessonapp.reports.worksheet import PARTS, worksheet_pdf

    part = next(known for known in PARTS if known == order.choice("version"))
    return worksheet_pdf(order.lesson(), order.head, order.speaker, part)


def _answer_key(order: Order) -> bytes:
    from lessonapp.reports.worksheet import key_pdf

    return key_pdf(order.lesson(), order.head, order.speaker)


def _poster(order: Order) -> bytes:
    from lessonapp.reports.poster import poster_pdf

    lesson = order.lesson()
    contacts = [c for c in order.workspace.store.school().contacts if lesson.audience in c.audiences]
    return poster_pdf(lesson, order.head, contacts, order.speaker, order.choice("size"))


def _certificate(order: Order) -> bytes:
    from lessonapp.reports.poster import Award, certificate_pdf

    names = tuple(line.strip() for line in nfc(order.choice("names")).splitlines() if line.strip())
    award = Award(nfc(order.choice("class_label")), seat_numbers(order.choice("seats")), names)
    return certificate_pdf(order.lesson(), order.head, award, order.speaker)


def _broadcast(order: Order) -> bytes:
    from lessonapp.reports.broadcast import broadcast_pdf

    lesson = order.lesson()
    line = help_line(lesson.audience, lesson.language, order.workspace.store.school().police)
    return broadcast_pdf(lesson, order.head, line, order.speaker)


def _law_card(order: Order) -> bytes:
    from lessonapp.content.law import law_pack
    from lessonapp.reports.law_card import law_card_pdf

    pack = law_pack()
    stale = pack.is_stale(local_now().date())
    return law_card_pdf(order.lesson(), order.head, pack, order.speaker, stale=stale)


def _share_card(order: Order) -> bytes:
    from lessonapp.app.qt import offscreen_application
    from lessonapp.app.rendering import png_bytes
    from lessonapp.reports.fonts import printable
    from lessonapp.ui.share_card import ShareCard, share_card

    offscreen_application()
    lesson, t = order.lesson(), order.speaker.t
    card = ShareCard(
        title=printable(lesson.title),
        message=printable(lesson.key_message),
        audience=lesson.audience,
        hotline=t("National child protection hotline"),
        free=t("Free, day and night"),
        school=printable(order.head.school),
    )
    return png_bytes(share_card(card, order.choice("size")))


def _class_report(order: Order) -> bytes:
    from lessonapp.reports.term import class_pdf

    report = class_report_of(order.workspace, order.of, order.period, order.language, order.progress)
    return class_pdf(report, order.speaker)


def _school_report(order: Order) -> bytes:
    from lessonapp.reports.school import school_pdf

    report = school_report_of(order.workspace, order.period, order.language, order.progress)
    return school_pdf(report, order.speaker)


def _rollup(order: Order) -> bytes:
    from lessonapp.reports.rollup import rollup_pdf

    files = [Path(line) for line in order.choice("files").splitlines()]
    report = rollup_of(order.workspace, files, order.period, order.language, order.progress)
    return rollup_pdf(report, order.head, order.speaker)


def _disclosure(order: Order) -> bytes:
    from lessonapp.reports.disclosure import disclosure_pdf

    school = order.workspace.store.school()
    return disclosure_pdf(order.head, school.contacts, order.speaker, school.police)


_MAKERS: Mapping[str, Callable[[Order], bytes]] = {
    "summary": _summary,
    "minutes": _minutes,
    "plan": _plan,
    "handout": _handout,
    "worksheet": _worksheet,
    "answer-key": _answer_key,
    "poster": _poster,
    "certificate": _certificate,
    "broadcast": _broadcast,
    "law-card": _law_card,
    "share-card": _share_card,
    "class-report": _class_report,
    "school-report": _school_report,
    "rollup": _rollup,
    "disclosure-card": _disclosure,
}
