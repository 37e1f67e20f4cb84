"""Find the places in a picture."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPointF, Qt

from lessonapp.domain.look import OK
from lessonapp.domain.question import HotspotQuestion, Spot
from lessonapp.ui.pictures import PictureError, natural_size, picture_source
from lessonapp.ui.stage.builder import Builder
from lessonapp.ui.stage.goal import goal_picture
from lessonapp.ui.stage.illustrate import framed_scene
from lessonapp.ui.stage.items import StageItem
from lessonapp.ui.stage.kinds.footer import RIGHT, done_button, footer
from lessonapp.ui.stage.kinds.question import BESIDE_DONE, SMALL_RING, board_prompt, question_header, ring
from lessonapp.ui.stage.kinds.reveal import GOAL, result_line
from lessonapp.ui.stage.scenery import SCENE_SIZE
from lessonapp.ui.stage.theme import WHITE

Rect = tuple[float, float, float, float]


def build_hotspot(b: Builder, step: HotspotQuestion) -> None:
    """The picture with its numbered places and what they are."""
    revealed = b.model.phase == "revealed"
    question_header(b, step.prompt if revealed else None, width=1020 if revealed else 1230)
    ring(b, SMALL_RING, 50)
    top = 226.0
    if revealed:
        goal_picture(b, GOAL, won=True)
        result_line(b)
    else:
        top = board_prompt(b, step.prompt)
    room: Rect = (80, top, 880, (826 if revealed else 704) - top)
    frame = _shown(b, step, room)
    if step.picture is not None:
        b.picture(step.picture, frame, radius=12)
    elif step.scene is not None:
        framed_scene(b, step.scene, frame)
    chosen = set(b.model.own_choice)
    toggles = [_spot(b, index, spot, frame, chosen) for index, spot in enumerate(step.spots)]
    _list(
        b,
        step,
        (frame[0] + frame[2] + 36, top + 8, 1520 - frame[0] - frame[2] - 36, room[3] - 8),
    )
    if b.clickable:

        def send() -> None:
            if chosen:
                b.choose(tuple(s.id for s in step.spots if s.id in chosen))

        done_button(b, send)
        b.made.own_keys = lambda key: _key(key, toggles, send)
    if not revealed:
        footer(b, BESIDE_DONE if b.clickable else RIGHT)


def _shown(b: Builder, step: HotspotQuestion, room: Rect) -> Rect:
    """Where the picture itself is: places are fractions of it, so it keeps its shape in every state."""
    x, y, wide, high = room
    own: tuple[float, float] = SCENE_SIZE
    if step.picture is not None:
        try:
            own = natural_size(picture_source(step.picture, b.model.folder))
        except PictureError:  # named where the picture is drawn
            own = (1, 1)
    scale = min(wide / own[0], high / own[1])
    return (x, y, own[0] * scale, own[1] * scale)


def _key(key: int, toggles: list[Callable[[], None]], send: Callable[[], None]) -> bool:
    """A number marks its place, Enter gives the answer; whether the key was used."""
    index = key - Qt.Key.Key_1
    if 0 <= index < len(toggles):
        toggles[index]()
        return True
    if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        send()
        return True
    return False


def _spot(b: Builder, index: int, spot: Spot, frame: Rect, chosen: set[str]) -> Callable[[], None]:
    x, y, w, h = frame
    rect = (x + spot.x * w, y + spot.y * h, spot.w * w, spot.h * h)
    right = b.model.phase == "revealed" and spot.correct
    box = b.box(
        rect,
        fill="",
        border=OK if right else b.palette.ink,
        line=7 if right else 4,
        radius=18,
        dashed=not right,
    )
    centre = QPointF(rect[0] + 4, rect[1] + 4)
    b.disc(centre.x() + 20, centre.y() + 20, 28, OK if right else b.palette.primary, border=WHITE)
    b.digits(str(index + 1), (centre.x() - 8, centre.y() - 8, 56, 56), 34, colour=WHITE, align="centre")
    tick: list[StageItem] = [
        b.disc(rect[0] + rect[2] - 20, rect[1] + 22, 26, b.palette.primary, border=WHITE),
        b.icon("check", (rect[0] + rect[2] - 37, rect[1] + 5, 34, 34), WHITE, 3.4),
    ]

    def show() -> None:
        mine = spot.id in chosen
        box.restyle(line=9 if mine or right else 4)
        for item in tick:
            item.setVisible(mine)

    def toggle() -> None:
        (chosen.discard if spot.id in chosen else chosen.add)(spot.id)
        show()

    show()
    if b.clickable:
        b.target(rect, toggle)
    return toggle


def _list(b: Builder, step: HotspotQuestion, rect: Rect) -> None:
    revealed = b.model.phase == "revealed"
    lines = []
    for index, spot in enumerate(step.spots):
        if revealed and not spot.correct:
            continue
        lines.append(f"{index + 1}. {spot.text}")
    if revealed and step.explanation:
        lines.append(step.explanation)
    b.text("\n".join(lines), rect, replace(b.theme.role("body"), size=44, least=40, line=1.2), valign="top")
