"""Seats as people write them: `1-40`, `3`, `1-5, 9, 12-14`."""

import re

from lessonapp.domain.errors import UsageError
from lessonapp.domain.look import SEAT_LIMIT
from lessonapp.i18n import _

_PART = re.compile(r"([0-9]{1,9})(?:\s*[-–]\s*([0-9]{1,9}))?")


def seat_numbers(text: str, last: int = SEAT_LIMIT, beyond: str = "") -> tuple[int, ...]:
    """The seats, each once, in the order written; none where nothing is.

    UsageError where it is no list of numbers; for one that is not 1 to `last` it says `beyond`, a sentence
    with {part} and {last}.
    """
    seats: list[int] = []
    for part in (piece.strip() for piece in re.split("[,;]", text) if text.strip()):
        found = _PART.fullmatch(part)
        if found is None:
            raise not_understood(part)
        low, high = int(found[1]), int(found[2] or found[1])
        if not 1 <= low <= high <= last:
            said = beyond or _("Seats have the numbers 1 to {last}; “{part}” is not among them.")
            raise UsageError(said.format(part=part, last=last))
        seats.extend(range(low, high + 1))
    return tuple(dict.fromkeys(seats))


def not_understood(text: str) -> UsageError:
    """What is said of a text that names no seats."""
    return UsageError(_("Write seats like 1-40 or 1-5, 9: “{text}” is not understood.").format(text=text))
