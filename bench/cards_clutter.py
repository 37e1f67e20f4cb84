"""A made classroom without its cards: walls, windows, posters, print, shirts, heads."""

import cv2
import numpy as np

from bench.cards_truth import Picture

Colour = tuple[int, int, int]
SKIN: tuple[Colour, ...] = ((140, 175, 225), (110, 150, 205), (95, 130, 185), (80, 110, 160))
LETTER_FONT = cv2.FONT_HERSHEY_SIMPLEX


def room(rng: np.random.Generator, width: int, height: int, clutter: float) -> Picture:
    """An empty room; `clutter` from 0 (bare) to 1 (as full as a classroom gets)."""
    picture = _wall(rng, width, height)
    for _window in range(rng.poisson(1.5 * clutter)):
        _draw_window(rng, picture)
    if rng.random() < 0.5 * clutter:
        _draw_board(rng, picture)
    for _poster in range(rng.poisson(5 * clutter)):
        draw_poster(rng, picture)
    for _desk in range(rng.poisson(6 * clutter)):
        _draw_desk(rng, picture)
    return picture


def colour(rng: np.random.Generator, low: int = 20, high: int = 235) -> Colour:
    """Any colour between two greys."""
    blue, green, red = (int(value) for value in rng.integers(low, high, 3))
    return blue, green, red


def _wall(rng: np.random.Generator, width: int, height: int) -> Picture:
    upper, lower = rng.integers(120, 235, 3), rng.integers(50, 170, 3)
    edge = int(height * rng.uniform(0.45, 0.75))
    picture = np.empty((height, width, 3), np.uint8)
    picture[:edge], picture[edge:] = upper, lower
    rough = rng.normal(0, 8, (height // 40 + 2, width // 40 + 2)).astype(np.float32)
    shade = cv2.resize(rough, (width, height), interpolation=cv2.INTER_CUBIC)
    return np.asarray(np.clip(picture + np.asarray(shade)[..., None], 0, 255), np.uint8)


def _draw_window(rng: np.random.Generator, picture: Picture) -> None:
    height, width = picture.shape[:2]
    w, h = int(width * rng.uniform(0.06, 0.2)), int(height * rng.uniform(0.15, 0.4))
    x, y = int(rng.integers(-w // 2, width - w // 2)), int(rng.integers(0, height // 2))
    bright, bar = int(rng.integers(220, 256)), colour(rng, 40, 160)
    cv2.rectangle(picture, (x, y), (x + w, y + h), (bright, bright, bright), -1)
    thick = max(2, w // 30)
    for step in range(int(rng.integers(2, 6)) + 1):
        at = x + w * step // 5
        cv2.line(picture, (at, y), (at, y + h), bar, thick)
    for step in range(int(rng.integers(2, 6)) + 1):
        at = y + h * step // 5
        cv2.line(picture, (x, at), (x + w, at), bar, thick)


def _draw_board(rng: np.random.Generator, picture: Picture) -> None:
    height, width = picture.shape[:2]
    x, y = int(width * rng.uniform(0.1, 0.5)), int(height * rng.uniform(0.05, 0.3))
    w, h = int(width * rng.uniform(0.25, 0.5)), int(height * rng.uniform(0.15, 0.35))
    dark = (50, 70, 40) if rng.random() < 0.6 else (240, 240, 240)
    chalk = (220, 225, 220) if dark[0] < 100 else (60, 40, 40)
    cv2.rectangle(picture, (x, y), (x + w, y + h), dark, -1)
    _write(rng, picture, (x, y, w, h), chalk)


def _write(rng: np.random.Generator, picture: Picture, box: tuple[int, int, int, int], ink: Colour) -> None:
    x, y, w, h = box
    size = max(rng.uniform(0.03, 0.12) * h / 22, 0.25)
    line = y + int(30 * size)
    while line < y + h - 4:
        words = "".join(rng.choice(list("aemnostHCDLKEghil  0123"), int(w / (18 * size)) + 1))
        cv2.putText(picture, words, (x + 4, line), LETTER_FONT, size, ink, max(1, int(2 * size)), cv2.LINE_AA)
        line += int(36 * size) + 2


def draw_poster(rng: np.random.Generator, picture: Picture) -> None:
    """One of the things that hang on walls and look like cards: grids, boards, print, black frames."""
    height, width = picture.shape[:2]
    side = int(rng.uniform(0.015, 0.16) * width)
    grown = int(side * rng.uniform(0.7, 1.4))
    poster = np.full((grown, side, 3), int(rng.integers(200, 256)), np.uint8)
    kind = rng.integers(6)
    if kind == 0:  # a marker that is none of ours
        cells = int(rng.integers(6, 11))
        grid = np.zeros((cells, cells), np.uint8)
        grid[1:-1, 1:-1] = rng.integers(0, 2, (cells - 2, cells - 2)) * 255
        inner = max(int(side * rng.uniform(0.55, 0.85)), 8)
        drawn = cv2.resize(grid, (inner, inner), interpolation=cv2.INTER_NEAREST)
        top, left = max((grown - inner) // 2, 0), (side - inner) // 2
        room_below = min(inner, grown - top)
        poster[top : top + room_below, left : left + inner] = drawn[:room_below, :, None]
    elif kind == 1:  # a checkerboard or a calendar
        cells = int(rng.integers(4, 12))
        board = np.indices((cells, cells)).sum(axis=0) % 2 * int(rng.integers(120, 256))
        poster[:] = cv2.resize(board.astype(np.uint8), (side, grown), interpolation=cv2.INTER_NEAREST)[
            ..., None
        ]
    elif kind == 2:
        _write(rng, poster, (0, 0, side, grown), colour(rng, 0, 90))
    elif kind == 3:  # a picture in a frame
        poster[:] = colour(rng, 0, 60)
        inset = max(side // 8, 2)
        poster[inset:-inset, inset:-inset] = colour(rng, 150, 250)
        cv2.circle(poster, (side // 2, grown // 2), side // 4, colour(rng), -1)
    elif kind == 4:  # windows of a house, boxes of a form
        for row in range(3):
            for column in range(3):
                a = (side * column // 3 + 3, grown * row // 3 + 3)
                b = (side * (column + 1) // 3 - 3, grown * (row + 1) // 3 - 3)
                cv2.rectangle(poster, a, b, colour(rng, 0, 110), -1 if rng.random() < 0.6 else 2)
    else:
        noise = rng.integers(0, 256, (max(grown // 12, 1), max(side // 12, 1), 3)).astype(np.uint8)
        poster[:] = cv2.resize(noise, (side, grown), interpolation=cv2.INTER_NEAREST)
    x, y = int(rng.integers(0, max(width - side, 1))), int(rng.integers(0, max(height - grown, 1)))
    turn = cv2.getRotationMatrix2D((side / 2, grown / 2), float(rng.normal(0, 4)), 1)
    turn[:, 2] += (x, y)
    cv2.warpAffine(poster, turn, (width, height), dst=picture, borderMode=cv2.BORDER_TRANSPARENT)


def _draw_desk(rng: np.random.Generator, picture: Picture) -> None:
    height, width = picture.shape[:2]
    x, y = int(rng.integers(-50, width)), int(height * rng.uniform(0.55, 1))
    w, h = int(width * rng.uniform(0.08, 0.25)), int(height * rng.uniform(0.02, 0.1))
    wood = (int(rng.integers(50, 120)), int(rng.integers(90, 160)), int(rng.integers(120, 210)))
    cv2.rectangle(picture, (x, y), (x + w, y + h), wood, -1)
    if rng.random() < 0.6:
        book = (x + int(w * rng.uniform(0, 0.7)), y)
        cv2.rectangle(picture, book, (book[0] + w // 5, y + h // 2), colour(rng, 150, 256), -1)


def draw_pupil(rng: np.random.Generator, picture: Picture, x: float, y: float, unit: float) -> None:
    """Head and shirt of whoever holds a card whose middle is at x, y; `unit` is pixels per millimetre."""
    head = (int(x + rng.normal(0, 60) * unit), int(y - rng.uniform(130, 230) * unit))
    shoulder = int(170 * unit)
    top, bottom = head[1] + int(110 * unit), int(y + 320 * unit)
    left, right = head[0] - shoulder, head[0] + shoulder
    cv2.rectangle(picture, (left, top), (right, bottom), colour(rng, 60, 250), -1)
    pattern, second = rng.integers(4), colour(rng, 20, 250)
    step = max(int(rng.uniform(12, 35) * unit), 3)
    if pattern in (1, 3):
        for at in range(left, right, 2 * step):
            cv2.rectangle(picture, (at, top), (at + step, bottom), second, -1)
    if pattern in (2, 3):
        for at in range(top, bottom, 2 * step):
            cv2.rectangle(picture, (left, at), (right, at + step), second, -1)
    skin = SKIN[int(rng.integers(len(SKIN)))]
    cv2.ellipse(picture, head, (int(75 * unit), int(100 * unit)), 0, 0, 360, (30, 30, 35), -1)
    face = (head[0], head[1] + int(25 * unit))
    cv2.ellipse(picture, face, (int(64 * unit), int(75 * unit)), 0, 0, 360, skin, -1)
