"""A film with captions; it starts when it is touched."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainterPath
from PySide6.QtWidgets import QGraphicsItem

from lessonapp.domain.captions import Cue, cue_at, cues_of
from lessonapp.domain.step import VideoStep
from lessonapp.ui.stage.builder import Builder, header
from lessonapp.ui.stage.film import FilmPicture
from lessonapp.ui.stage.text import TextItem
from lessonapp.ui.stage.theme import WHITE, Role

BOTTOM = 704.0


def build_video(b: Builder, step: VideoStep) -> None:
    """The film's frame, and under it what is said."""
    header(b, "play", b.say.t("Film"))
    y = 120.0
    if step.heading:
        role = replace(b.theme.role("heading"), size=60, least=52)
        heading = b.text(step.heading, (80, 118, 1440, 84), role)
        y = heading.ink_rect().bottom() + 18
    tall = BOTTOM - y
    wide = min(1440.0, tall * 16 / 9)
    frame = ((1600 - wide) / 2, y, wide, tall)
    radius = min(24.0, b.theme.radius)
    b.box(frame, fill=b.palette.soft, border="", radius=radius)
    inside = QRectF(frame[0] + 2, y + 2, wide - 4, tall - 4)
    picture = FilmPicture(inside, b.palette.ink, b.layer, radius=radius - 2)
    b.box(frame, fill="", line=5, radius=radius)
    sign = _play_sign(b, 800, y + tall / 2)
    cues = cues_in(b.model.folder, step)
    _connect(b, step, picture, _Film(picture, sign, _captions(b, cues)))


def cues_in(folder: Path | None, step: VideoStep) -> tuple[Cue, ...]:
    """The captions of a film; none where they cannot be read (the check of the lesson says so)."""
    if folder is None:
        return ()
    try:
        return cues_of((folder / step.captions).read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError):
        return ()


def _play_sign(b: Builder, x: float, y: float) -> list[QGraphicsItem]:
    mark = QPainterPath(QPointF(x - 26, y - 44))
    mark.lineTo(x + 50, y)
    mark.lineTo(x - 26, y + 44)
    mark.closeSubpath()
    return [b.disc(x, y, 86, b.palette.primary, border=WHITE), b.stroke(mark, WHITE, 6, fill=WHITE)]


def _role(b: Builder) -> Role:
    return replace(b.theme.role("body"), line=1.2)


def _captions(b: Builder, cues: tuple[Cue, ...]) -> dict[Cue, TextItem]:
    """One text a cue; the first is there before the film starts, so that the class knows what comes."""
    rect = (80.0, BOTTOM + 14, 1440.0, 122.0)
    if not cues:
        b.text(b.say.t("The teacher plays the film."), rect, _role(b), align="centre", valign="middle")
        return {}
    made = {}
    for cue in cues:
        item = b.text(cue.text, rect, _role(b), align="centre", valign="middle")
        if not item.fits:
            b.made.faults.append(f"caption at {cue.start:.0f} s is too long")
        item.setVisible(cue is cues[0])
        made[cue] = item
    return made


class _Film:
    """The film's picture, its sign and its words: what the player moves."""

    def __init__(
        self, picture: FilmPicture, sign: list[QGraphicsItem], captions: dict[Cue, TextItem]
    ) -> None:
        self._picture, self._sign, self._captions = picture, sign, captions

    def show_image(self, image: QImage) -> None:
        """The next picture."""
        self._picture.show_image(image)

    def show_second(self, second: float) -> None:
        """The words of this moment."""
        now = cue_at(tuple(self._captions), second)
        for cue, item in self._captions.items():
            if item.isVisible() != (cue is now):
                item.setVisible(cue is now)

    def show_playing(self, *, on: bool) -> None:
        """While it runs the sign is away."""
        for item in self._sign:
            item.setVisible(not on)


def _connect(b: Builder, step: VideoStep, picture: FilmPicture, film: _Film) -> None:
    """A touch on the film, or a key, plays it and lets it rest."""
    player, folder = b.desk.player, b.model.folder
    if folder is None:
        return

    def toggle() -> None:
        player.toggle(folder / step.file, step.from_, step.to)

    def key(pressed: int) -> bool:
        if pressed not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        toggle()
        return True

    player.watch(film)
    place, size = picture.pos(), picture.size
    b.target((place.x(), place.y(), size.width(), size.height()), toggle)
    b.made.own_keys = key
    b.made.play_film = toggle
