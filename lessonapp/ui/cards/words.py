"""What the panels say about camera and cards."""

from collections.abc import Sequence

from lessonapp.i18n import _, n_
from lessonapp.ui.cards.model import CardsStatus, SourceState

LISTED = 8


def source_words(state: SourceState, file: str = "") -> tuple[str, str]:
    """What stands where the picture would be: a title and what to do."""
    words: dict[SourceState, tuple[str, str]] = {
        "off": (_("The camera is off"), _("Turn it on to read cards.")),
        "starting": (_("The camera is starting …"), ""),
        "none": (
            _("No camera found"),
            _("Plug a webcam in: it starts by itself. Or read a photo of the class taken with a phone."),
        ),
        "lost": (
            _("The camera was unplugged"),
            _("Answers read so far are kept. Plug it in again: it starts by itself."),
        ),
        "failed": (
            _("The webcam could not be opened"),
            _("Another program is using the camera. Close Zalo or Zoom, then try again."),
        ),
        "no-library": (
            _("Cards cannot be read on this machine"),
            _("A part of the program is missing. Count hands instead, or set the program up again."),
        ),
        "no-cameras": (
            _("No webcam on this machine"),
            _("The system’s media library is missing. A photo or a video file of the class can be read."),
        ),
        "file": (_("Reading {file} …").format(file=file), ""),
        "running": ("", ""),
    }
    return words[state]


def seat_list(seats: Sequence[int]) -> str:
    """`3, 7, 12`, and how many more."""
    shown = ", ".join(str(seat) for seat in seats[:LISTED])
    more = len(seats) - LISTED
    return shown + (f" … (+{more})" if more > 0 else "")


def missing_words(status: CardsStatus) -> str:
    """Whose cards are still awaited; empty while no question is open."""
    if not status.asked:
        return ""
    if not status.missing:
        return _("Every card has been read.")
    count = len(status.missing)
    head = n_("{n} card still to come:", "{n} cards still to come:", count).format(n=count)
    return f"{head} {seat_list(status.missing)}"


def duplicate_words(seats: Sequence[int]) -> str:
    """Two cards of one number: what happens and what to do."""
    return _("Number {seats} is held up twice: neither counts. Ask who has the wrong card.").format(
        seats=seat_list(seats)
    )


def size_words(size: tuple[int, int]) -> str:
    """A size of the camera's picture, with what it is good for."""
    text = f"{size[0]} × {size[1]}"
    if size[1] >= 1080:
        return _("{size} – for a long room").format(size=text)
    if size[1] >= 700:
        return _("{size} – usual").format(size=text)
    return text
