"""From what the reader says to what the console shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessonapp.channels.cards.marker import LAST_SEAT
from lessonapp.i18n import _, n_
from lessonapp.ui.cards.model import CameraPicture, CardHint, CardsStatus, SourceState, Tag
from lessonapp.ui.cards.words import seat_list

if TYPE_CHECKING:
    from lessonapp.app.cards_answers import CardAnswers
    from lessonapp.channels.cards.sources_reader import Look
    from lessonapp.channels.cards.view import Hint, HintKind
    from lessonapp.domain.state import SessionState


def camera_picture(look: Look) -> CameraPicture:
    """The picture with a tag at each card; what is read has a tick."""
    shown, sight = look.preview, look.sight
    if shown is None:
        raise ValueError("this look has no picture")
    answers = dict(look.view.answers)
    doubled = look.view.duplicates
    readable = {reading.seat for reading in look.view.shown}
    tags = tuple(
        Tag(
            seat=reading.seat,
            corners=tuple((x / sight.width, y / sight.height) for x, y in reading.corners),  # type: ignore[arg-type]  # four stay four
            letter=reading.answer or "",
            read=reading.seat in (answers if look.view.open else readable) and reading.seat not in doubled,
            double=reading.seat in doubled,
        )
        for reading in sight.readings
    )
    return CameraPicture(shown.width, shown.height, shown.pixels, tags)


def cards_status(
    source: SourceState, file: str, look: Look | None, answers: CardAnswers, state: SessionState
) -> CardsStatus:
    """How reading goes: the session says who has answered, the reader what it sees."""
    asked = answers.key is not None
    current = state.round
    answered = {seat for seat, _team in current.answers} if current is not None else set()
    seen = look if source in ("running", "file") else None
    return CardsStatus(
        source=source,
        file=file,
        asked=asked,
        missing=tuple(sorted(state.present - answered)) if asked else (),
        duplicates=seen.view.duplicates if seen is not None else (),
        hints=_hints(seen, answers, state, answered) if seen is not None else (),
    )


def hint_words(hint: Hint) -> CardHint:
    """A hint of the reader as a title and what to do."""
    count, seats = hint.count or len(hint.seats), seat_list(hint.seats)
    words: dict[HintKind, tuple[str, str]] = {
        "small": (
            n_("{n} card is too far away", "{n} cards are too far away", count).format(n=count),
            _("Come closer, move the camera, or choose a larger picture."),
        ),
        "dark": (_("It is too dark"), _("Turn the light on; no bright window behind the class.")),
        "blurred": (_("The picture is blurred"), _("Hold the cards still; wipe the lens of the camera.")),
        "askew": (_("Held between two edges"), _("One edge straight up, please.")),
        "mirrored": (
            _("The camera mirrors its picture"),
            _("Turn mirroring off in the camera’s own program: mirrored cards cannot be read."),
        ),
        "raised-early": (
            _("Held up before the question was open"),
            _("Lower these cards once, then hold them up again."),
        ),
    }
    title, text = words[hint.kind]
    return CardHint("warn", f"{title}: {seats}" if seats else title, text)


def _hints(look: Look, answers: CardAnswers, state: SessionState, answered: set[int]) -> tuple[CardHint, ...]:
    asked = answers.key is not None
    found = [hint_words(hint) for hint in look.view.hints]
    if asked and answers.without:
        title = _("A letter that this question does not have: {seats}")
        text = _("Say once more which letters there are.")
        found.append(CardHint("warn", title.format(seats=seat_list(sorted(answers.without))), text))
    beyond = sorted(seat for seat in state.present if seat > LAST_SEAT)
    if asked and beyond:
        title = _("There are cards for seats 1 to {last}").format(last=LAST_SEAT)
        text = _("Click the others’ seats to type their answers in: {seats}").format(seats=seat_list(beyond))
        found.append(CardHint("warn", title, text))
    if not found and look.sight.readings:
        found.append(_all_is_well(everybody=not asked or state.present <= answered))
    return tuple(found)


def _all_is_well(*, everybody: bool) -> CardHint:
    """Nothing is amiss; of the last row nothing is said while cards are still to come."""
    if everybody:
        return CardHint("ok", _("Light and distance are good"), _("Cards are read to the last row."))
    text = _("No tick yet? Hold the card by two edges, cover no black, face it straight to the camera.")
    return CardHint("ok", _("Enough light, a clear picture"), text)
