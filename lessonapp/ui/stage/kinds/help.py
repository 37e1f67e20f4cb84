"""Who can help: at home, at school, 111."""

from collections.abc import Sequence
from dataclasses import replace

from lessonapp.domain.scene import Mood, Who
from lessonapp.domain.school import Contact
from lessonapp.domain.step import HelpStep
from lessonapp.domain.text import NBSP
from lessonapp.ui.stage.builder import PRE_READER, Builder, header
from lessonapp.ui.stage.cast import figure
from lessonapp.ui.stage.text import reckoned_lines
from lessonapp.ui.stage.theme import WHITE, Role

Rect = tuple[float, float, float, float]
BESIDE = 2  # contacts have room in a card beside the others
LARGEST = 60  # of their words, where they are few
BOLD = 700


def build_help(b: Builder) -> None:
    """The help step, and the help card that the teacher can show at any time."""
    adults = b.theme.audience == "adults"
    header(b, "phone", b.say.t("Where to get help") if adults else b.say.t("Who can help?"), width=1000)
    words = _opening(b)
    mascot = b.theme.mascot
    role = replace(
        b.theme.role("heading"), size=72 if len(words) < 44 else 56, least=44, line=1.16, weight=800
    )
    b.text(words, (80, 108, 1130 if mascot else 1440, 172), role, valign="middle")
    b.mascot("listen", 1400, 298, 240)
    if len(b.model.contacts) > BESIDE or not _fits_beside(b):
        _number(b, (80, 296, 440, 226), short=True)
        _home(b, (80, 542, 440, 284), short=True)
        _contacts(b, (552, 296, 968, 530))
        return
    _home(b, (80, 296, 440, 530))
    _school(b, (552, 296, 460, 530))
    _number(b, (1044, 296, 476, 530))


def _opening(b: Builder) -> str:
    """The line over the cards: the lesson's, the audience's, or the plainest."""
    step = b.model.step
    words = (step.opening if isinstance(step, HelpStep) else None) or b.model.help_line
    if words:
        return words
    if b.theme.audience == "adults":
        return b.say.t("Listen, believe, comfort. There is always somewhere to turn.")
    return b.say.t("It is not your fault. Telling is brave.")


def _people(b: Builder, people: list[tuple[Who, Mood]], x: float, y: float, size: float) -> None:
    for index, (who, mood) in enumerate(people):
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="10 4 52 57">{figure(who, mood)}</svg>'
        b.svg(svg, (x + index * size * 1.06, y, size, size * 57 / 52))


def _home(b: Builder, rect: Rect, *, short: bool = False) -> None:
    x, y, w, h = rect
    b.box(rect, shadow=True)
    adults = b.theme.audience == "adults"
    title = b.say.t("In the family") if adults else b.say.t("At home")
    if short:
        wide = b.measure(title, "sub", w - 60)[0]
        room = int((w - 84 - wide) // 87)
        people: list[tuple[Who, Mood]] = [("me-may", "calm"), ("ba-na", "calm")]
        _people(b, people[:room], x + w - 18 - 87 * min(2, room), y + 22, 82)
        b.text(title, (x + 32, y + 30, wide + 6, 66), "sub", valign="middle")
        words = b.say.t("Your parents or carers") if not adults else b.say.t("Listen, believe, comfort.")
        b.text(words, (x + 32, y + 122, w - 56, h - 136), _words(b), valign="middle")
        return
    if adults:
        words = b.say.t("Sit down together, listen, believe, comfort.")
    elif b.theme.young:
        words = b.say.t("Your parents or carers, or a grown-up you trust")
    else:
        words = b.say.t("Your parents or carers, or an adult you trust")
    _people(b, [("me-may", "calm"), ("bo-ti", "calm"), ("ba-na", "calm")], x + 32, y + 20, 104)
    b.text(title, (x + 36, y + 152, w - 60, 66), "sub")
    b.text(words, (x + 36, y + 220, w - 60, h - 230), _words(b))


def _words(b: Builder) -> Role:
    return replace(b.theme.role("body"), size=46, line=1.2)


def _beside_role(b: Builder) -> Role:
    few = len(b.model.contacts) < BESIDE
    return _words(b) if few else replace(_words(b), least=40, line=1.16)


def _fits_beside(b: Builder) -> bool:
    words = "\n".join(_contact(b, contact) for contact in b.model.contacts)
    role = b.role(_beside_role(b))
    return b.tall(words, replace(role, size=role.least), 400) <= 402


def _school(b: Builder, rect: Rect) -> None:
    x, y, w, h = rect
    b.box(rect, shadow=True)
    contacts = b.model.contacts
    if not contacts:
        _people(b, [("co-lan", "calm"), ("thay-son", "calm")], x + 32, y + 20, 104)
        b.text(b.say.t("At school"), (x + 36, y + 152, w - 60, 66), "sub")
        words = (
            b.say.t("The class teacher, the school counsellor, the head")
            if b.theme.audience == "adults"
            else b.say.t("Your teachers, the counsellor, the school nurse")
        )
        b.text(words, (x + 36, y + 220, w - 60, h - 230), _words(b))
        return
    _people(b, [("co-lan", "calm")], x + w - 112, y + 12, 84)
    b.text(b.say.t("At school"), (x + 36, y + 26, w - 170, 66), "sub")
    words = "\n".join(_contact(b, contact) for contact in contacts)
    b.text(words, (x + 36, y + 116, w - 60, h - 128), _beside_role(b))


def _contacts(b: Builder, rect: Rect) -> None:
    """The school's contacts in rows; each row as tall as its words."""
    x, y, w, h = rect
    b.box(rect, shadow=True)
    b.text(b.say.t("At school"), (x + 36, y + 18, w - 330, 66), "sub", valign="middle")
    _people(b, [("co-lan", "calm"), ("thay-son", "calm")], x + w - 200, y + 8, 78)
    room = h - 118
    columns, role, talls, lines = _contact_rows(b, w - 64, room)
    wide = (w - 64) / columns
    per = -(-len(lines) // columns)
    if not lines:
        return
    gap = max(0.0, min(40.0, (room - _tallest(talls, per)) / per))
    for start in range(0, len(lines), per):
        left, top = x + 32 + start / per * wide, y + 104
        for line, tall in zip(lines[start : start + per], talls[start : start + per], strict=True):
            b.disc(left + 12, top + role.size * 0.6, 10, b.palette.primary)
            b.text(line, (left + 36, top, wide - 48, tall + 2), role)
            top += tall + gap


def _contact_rows(b: Builder, width: float, height: float) -> tuple[int, Role, list[float], list[str]]:
    """Columns, type, heights and words: whole where they fit, else without places, else the first ones."""
    for count in range(len(b.model.contacts), 0, -1):
        contacts = b.model.contacts[:count]
        for columns, placed in ((1, True), (2, True), (1, False), (2, False)):
            found = _rows_that_fit(b, contacts, columns, (width / columns - 48, height), placed=placed)
            if found is not None:
                return columns, *found
    return 1, _words(b), [], []


def _rows_that_fit(
    b: Builder, contacts: Sequence[Contact], columns: int, room: tuple[float, float], *, placed: bool
) -> tuple[Role, list[float], list[str]] | None:
    """The largest type in which contacts fit in so many columns, their heights and words."""
    role = replace(_words(b), size=LARGEST, least=40, line=1.16)
    least = max(role.least, PRE_READER) if b.theme.audience == "grades-1-3" else role.least
    per = -(-len(contacts) // columns)
    texts = [
        [_contact(b, contact, between, placed=placed) for between in (f"{NBSP}· ", ": ")]
        for contact in contacts
    ]
    for size in range(role.size, least - 1, -2):
        tried = replace(role, size=size, least=size)
        bold = replace(b.role(tried), weight=BOLD)
        # A mark that may end a line, where the number does not stand in the same.
        lines = [one if reckoned_lines(one, bold, room[0]) == 1 else more for one, more in texts]
        counts = [reckoned_lines(line, bold, room[0]) for line in lines]
        if _tallest(counts, per) * bold.size * bold.line > room[1]:
            continue  # reckoned by its words, which is quick; what may fit is laid out
        talls = [b.tall(line, tried, room[0]) for line in lines]
        if _tallest(talls, per) <= room[1]:
            return tried, talls, lines
    return None


def _tallest(talls: Sequence[float], per: int) -> float:
    """Of columns of so many rows."""
    return max(sum(talls[start : start + per]) for start in range(0, len(talls), per))


def _contact(b: Builder, contact: Contact, between: str = "\n", *, placed: bool = True) -> str:
    line = ", ".join(part for part in (contact.role, contact.place if placed else None) if part)
    if not contact.phone:
        return line
    phone = b.say.t("Phone {number}").format(number=contact.phone.replace(" ", NBSP))
    if between != "\n":
        phone = phone.replace(" ", NBSP)  # a row is wide enough to keep it whole
    return f"{line}{between}**{phone}**"


def _number(b: Builder, rect: Rect, *, short: bool = False) -> None:
    x, y, w, h = rect
    b.box(rect, fill=b.palette.primary, shadow=True)
    size = 140 if short else 190
    b.text("111", (x + 36, y + 10, w - 60, size), Role("count", size, size, 900, 0.96), colour=WHITE)
    b.text(b.say.t("Free call"), (x + 36, y + size, w - 60, 66), "sub", colour=WHITE)
    if not short:
        words = b.say.t("National child protection line, day and night")
        b.text(words, (x + 36, y + 266, w - 60, h - 278), _words(b), colour=WHITE)
