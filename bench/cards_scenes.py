"""Seeded pictures of a class that holds cards up: the first of two ways of making them.

Everything is drawn at twice the size and shrunk, then goes through lens, sensor and JPEG.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from bench.cards_clutter import SKIN, draw_poster, draw_pupil, room
from bench.cards_paper import MARKER, SQUARE, square, texture, thumbs, turned
from bench.cards_truth import Floats, Picture, Placed, Scene, clockwise_turn
from lessonapp.channels.cards.marker import LETTERS, Letter

OVER = 2
"""Drawn so many times larger than the picture."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """What kind of picture: sizes in pixels of the picture, angles in degrees."""

    width: int = 1280
    height: int = 720
    cards: int = 30
    side: float = 20.0
    """Of a marker that faces the camera."""
    spread: float = 0.05
    """How much the sides differ within a picture."""
    hard: float = 0.0
    """0 a typical class, 1 bad light, steep tilt, shaking hands, lamination."""
    clutter: float = 0.6
    seats: int = 63


@dataclass(slots=True)
class Held:
    """A card and the hand that holds it, as it moves from picture to picture."""

    seat: int
    answer: Letter
    at: Floats
    side: float
    roll: float
    tilt: float
    lean: float
    paper: float
    ink: float
    shade: float
    glare: float
    fingers: list[tuple[Floats, tuple[float, float], float]]
    skin: tuple[int, int, int]
    sway: Floats


@dataclass(frozen=True, slots=True)
class Camera:
    """How the picture is taken."""

    light: float
    noise: float
    focus: float
    shake: float
    quality: int
    slant: Floats


def still(recipe: Recipe, seed: int) -> Scene:
    """One picture."""
    return next(film(recipe, seed))


def film(recipe: Recipe, seed: int) -> Iterator[Scene]:
    """Picture after picture of the same class; hands sway, the camera stands."""
    rng = np.random.default_rng([seed, recipe.cards, int(recipe.side * 10), recipe.width])
    width, height = recipe.width * OVER, recipe.height * OVER
    behind = room(rng, width, height, recipe.clutter)
    held = _class(rng, recipe)
    camera = _camera(rng, recipe)
    for card in held:
        draw_pupil(rng, behind, card.at[0] * OVER, card.at[1] * OVER, card.side * OVER / MARKER)
    for _poster in range(rng.poisson(2 * recipe.clutter)):
        draw_poster(rng, behind)
    while True:
        yield _picture(rng, recipe, behind, held, camera)
        for card in held:
            card.at = card.at + card.sway + rng.normal(0, 0.04 * card.side, 2)
            card.roll = float(np.clip(card.roll + rng.normal(0, 1.2), -35, 35))
            card.tilt = float(np.clip(card.tilt + rng.normal(0, 1.5), 0, 50))


def _class(rng: np.random.Generator, recipe: Recipe) -> list[Held]:
    seats = rng.permutation(recipe.seats)[: recipe.cards] + 1
    columns = int(np.ceil(np.sqrt(recipe.cards * recipe.width / recipe.height)))
    rows = -(-recipe.cards // columns)
    hard = recipe.hard
    held = []
    places = rng.permutation(columns * rows)[: recipe.cards]
    for seat, place in zip(seats, np.sort(places), strict=True):
        row, column = divmod(int(place), columns)
        cell = np.array([recipe.width / (columns + 0.6), recipe.height * 0.85 / (rows + 0.3)])
        side = recipe.side * float(np.exp(rng.normal(0, recipe.spread)))
        at = (np.array([column + 0.8, row + 0.65]) + rng.uniform(-0.3, 0.3, 2)) * cell
        at[1] += recipe.height * 0.1
        fast = rng.random() < 0.03 + 0.3 * hard
        held.append(
            Held(
                seat=int(seat), answer=LETTERS[int(rng.integers(4))], at=at, side=side,
                roll=float(np.clip(rng.normal(0, 10 + 8 * hard), -35, 35)),
                tilt=min(abs(float(rng.normal(0, 16 + 14 * hard))), 50.0), lean=float(rng.uniform(0, 360)),
                paper=float(rng.uniform(0.82, 1)), ink=float(rng.uniform(0.03, 0.16)),
                shade=float(rng.uniform(0.55, 1.0)), glare=float(rng.random() < 0.03 + 0.25 * hard),
                fingers=thumbs(rng, 0.3, 27 + 6 * hard), skin=SKIN[int(rng.integers(len(SKIN)))],
                sway=rng.normal(0, 0.08 if fast else 0.012, 2) * side,
            )
        )  # fmt: skip
    return held


def _camera(rng: np.random.Generator, recipe: Recipe) -> Camera:
    hard = recipe.hard
    dim = rng.random() < 0.15 + 0.4 * hard
    return Camera(
        light=float(rng.uniform(0.22, 0.5) if dim else rng.uniform(0.6, 1.05)),
        noise=float(rng.uniform(4, 9 + 5 * hard) if dim else rng.uniform(1, 4.5)),
        focus=float(rng.uniform(0.35, 0.75 + 0.6 * hard)),
        shake=float(rng.uniform(0, 1.0 + 1.5 * hard)) if rng.random() < 0.4 else 0.0,
        quality=int(rng.integers(50, 93)),
        slant=rng.uniform(-0.25, 0.25, 2),
    )


def _picture(
    rng: np.random.Generator, recipe: Recipe, behind: Picture, held: list[Held], camera: Camera
) -> Scene:
    canvas = behind.copy()
    owner = np.zeros(canvas.shape[:2], np.int16)
    drawn = [_draw_card(rng, canvas, owner, card, number, recipe) for number, card in enumerate(held, 1)]
    cards = []
    left = np.bincount(owner.ravel(), minlength=len(held) + 1)
    for number, (card, (corners, area)) in enumerate(zip(held, drawn, strict=True), 1):
        cards.append(
            Placed(card.seat, card.answer, corners, left[number] / max(area, 1), card.roll, card.tilt)
        )
    return Scene(_taken(rng, recipe, canvas, camera), tuple(cards))


def _draw_card(
    rng: np.random.Generator,
    canvas: Picture,
    owner: NDArray[np.int16],
    card: Held,
    number: int,
    recipe: Recipe,
) -> tuple[Floats, int]:
    """Corners of the marker in the finished picture, and the pixels that marker and quiet zone would fill."""
    focal = 0.9 * recipe.width
    far = focal * MARKER / card.side
    pose = turned(90 * clockwise_turn(card.answer) + card.roll, card.tilt, card.lean)

    def project(points: Floats) -> Floats:
        placed = np.c_[points, np.zeros(len(points))] @ pose.T + [0, 0, far]
        return np.asarray(placed[:, :2] * focal / placed[:, 2:] + card.at)

    outline = project(square(SQUARE)) * OVER
    pad = 12 * OVER
    start = np.maximum(np.floor(outline.min(axis=0)).astype(int) - pad, 0)
    end = np.minimum(np.ceil(outline.max(axis=0)).astype(int) + pad, canvas.shape[1::-1])
    corners = project(square(MARKER))
    if (end <= start).any():
        return corners, 1
    fingers = []
    for middle, axes, angle in card.fingers:
        ring = np.array(cv2.ellipse2Poly((0, 0), (1000, 1000), 0, 0, 360, 20)) / 1000 * axes
        finger = project(ring @ turned(angle, 0, 0)[:2, :2].T + middle) * OVER - start
        fingers.append(finger.astype(np.int32))
    box = (int(end[0] - start[0]), int(end[1] - start[1]))
    colours, cover = _face(rng, card, outline - start, box, fingers)
    place = np.s_[start[1] : end[1], start[0] : end[0]]
    canvas[place] = canvas[place] * (1 - cover[..., None]) + colours * cover[..., None]
    zone = (project(square(MARKER + 12)) * OVER - start).astype(np.int32)
    mask = cv2.fillConvexPoly(np.zeros(box[::-1], np.uint8), zone, 1)
    area = int(np.count_nonzero(mask))
    for finger in fingers:
        cv2.fillConvexPoly(mask, finger, 0)
    owner[place][cover > 0.5] = 0
    owner[place][np.asarray(mask) > 0] = number
    return corners, area


def _face(
    rng: np.random.Generator,
    card: Held,
    outline: Floats,
    box: tuple[int, int],
    fingers: list[NDArray[np.int32]],
) -> tuple[Floats, Floats]:
    """Colours of card and fingers in a box of the canvas, and how far they cover it."""
    size = max(int(card.side * SQUARE / MARKER * OVER), 8)
    paper = np.asarray(cv2.resize(texture(card.seat), (size, size), interpolation=cv2.INTER_AREA)) / 255.0
    grey = (card.ink + (card.paper - card.ink) * paper) * card.shade
    if card.glare:
        grey = np.clip(grey + _glare(rng, size), 0, 1)
    texels = (square(size) + size / 2 - 0.5).astype(np.float32)
    view = cv2.getPerspectiveTransform(texels, (outline - 0.5).astype(np.float32))
    face = cv2.warpPerspective(grey.astype(np.float32), view, box, borderMode=cv2.BORDER_REPLICATE)
    cover = np.asarray(cv2.warpPerspective(np.ones((size, size), np.float32), view, box), float)
    colours = np.repeat(np.asarray(face, float)[..., None], 3, axis=2) * 255
    for finger in fingers:
        cv2.fillConvexPoly(colours, finger, tuple(value * card.shade for value in card.skin), cv2.LINE_AA)
        cv2.fillConvexPoly(cover, finger, 1.0)
    motion = float(np.linalg.norm(card.sway)) * OVER * 1.2
    if motion > 1.5:
        kernel = _streak(card.sway, motion)
        colours = np.asarray(cv2.filter2D(colours * cover[..., None], -1, kernel))
        cover = np.asarray(cv2.filter2D(cover, -1, kernel))
        colours = colours / np.maximum(cover[..., None], 1e-3)
    return colours, cover


def _glare(rng: np.random.Generator, size: int) -> Floats:
    """A lamp on a laminated card."""
    y, x = np.mgrid[0:size, 0:size] / size
    cx, cy = rng.uniform(0, 1, 2)
    near = ((x - cx) / rng.uniform(0.1, 0.35)) ** 2 + ((y - cy) / rng.uniform(0.1, 0.35)) ** 2
    return np.asarray(rng.uniform(0.2, 0.8) * np.exp(-near))


def _streak(direction: Floats, length: float) -> Floats:
    size = int(length) | 1
    kernel = np.zeros((size + 2, size + 2))
    middle = (size + 1) / 2
    step = direction / max(float(np.linalg.norm(direction)), 1e-6) * length / 2
    a = tuple(int(v) for v in np.round(middle - step))
    b = tuple(int(v) for v in np.round(middle + step))
    cv2.line(kernel, a, b, 1.0)
    return np.asarray(kernel / kernel.sum())


def _taken(rng: np.random.Generator, recipe: Recipe, canvas: Picture, camera: Camera) -> Picture:
    """Lens, light, sensor and JPEG."""
    if camera.shake > 0.5:
        shaken = cv2.filter2D(canvas, -1, _streak(rng.normal(0, 1, 2), camera.shake * OVER))
        canvas = np.asarray(shaken, np.uint8)
    shrunk = cv2.resize(canvas, (recipe.width, recipe.height), interpolation=cv2.INTER_AREA)
    small = np.asarray(cv2.GaussianBlur(shrunk.astype(np.float32), (0, 0), camera.focus), np.float32)
    y, x = np.mgrid[-0.5 : 0.5 : recipe.height * 1j, -0.5 : 0.5 : recipe.width * 1j].astype(np.float32)
    gain = camera.light * (1 + camera.slant[0] * x + camera.slant[1] * y) * (1 - 0.35 * (x * x + y * y))
    small *= gain[..., None].astype(np.float32)
    grain = rng.standard_normal(small.shape[:2], np.float32) * camera.noise
    stain = rng.standard_normal(small.shape, np.float32) * camera.noise * 0.5
    noisy = np.clip(small + (grain[..., None] + stain) * (0.6 + 0.4 * np.sqrt(small / 255)), 0, 255)
    packed = cv2.imencode(".jpg", noisy.astype(np.uint8), [cv2.IMWRITE_JPEG_QUALITY, camera.quality])[1]
    return np.asarray(cv2.imdecode(packed, cv2.IMREAD_COLOR), np.uint8)


def empty_rooms(count: int, seed: int, width: int = 1280, height: int = 720) -> Iterator[Picture]:
    """Rooms with no card in them, full of things that look like cards."""
    for number in range(count):
        recipe = Recipe(width=width, height=height, cards=0, clutter=float(1 + number % 3))
        rng = np.random.default_rng([seed, number])
        behind = room(rng, width * OVER, height * OVER, recipe.clutter * 2)
        for _pupil in range(int(rng.integers(0, 30))):
            at = rng.uniform((0, 0.2 * height), (width, height)) * OVER
            draw_pupil(rng, behind, at[0], at[1], 20 * OVER / MARKER)
        for _poster in range(10):
            draw_poster(rng, behind)
        yield _taken(rng, recipe, behind, _camera(rng, recipe))
