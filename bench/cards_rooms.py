"""Seeded pictures of a class, made in a second way, so that the reader is not fitted to the first.

Light is linear until the sensor. Each card is looked up point by point through its inverse perspective; the
picture is taken by a Bayer sensor with a webcam's own smoothing and sharpening.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import cv2
import numpy as np
from numpy.typing import NDArray

from bench.cards_scenes import Recipe
from bench.cards_truth import Floats, Picture, Placed, Scene, clockwise_turn
from lessonapp.channels.cards.marker import LETTERS, Letter, marker_cells

MARKER, SHEET, FINE = 104.0, 148.0, 4
"""Millimetres of marker and card; points a side within a pixel."""


@dataclass(slots=True)
class Hand:
    """A card in a hand, in the room: millimetres and degrees."""

    seat: int
    answer: Letter
    at: Floats
    roll: float
    yaw: float
    pitch: float
    sway: Floats
    grip: Floats
    """F x 4: tips and ends of fingers on the card."""
    skin: Floats
    shine: float
    shadow: float


@dataclass(frozen=True, slots=True)
class Lens:
    """Camera and light of one film."""

    focal: float
    exposure: float
    grain: float
    blur: float
    veil: float
    smooth: float
    sharpen: float
    quality: int
    lamp: Floats


def room_still(recipe: Recipe, seed: int) -> Scene:
    """One picture."""
    return next(room_film(recipe, seed))


def room_film(recipe: Recipe, seed: int) -> Iterator[Scene]:
    """Picture after picture of the same class."""
    rng = np.random.default_rng([7, seed, recipe.cards, int(recipe.side * 8)])
    lens = _lens(rng, recipe)
    behind = _backdrop(rng, recipe)
    hands = _hands(rng, recipe, lens)
    while True:
        light = behind.copy()
        owner = np.zeros(light.shape[:2], np.int16)
        drawn = [_hold(light, owner, hand, number, lens) for number, hand in enumerate(hands, 1)]
        left = np.bincount(owner.ravel(), minlength=len(hands) + 1)
        cards = tuple(
            Placed(hand.seat, hand.answer, corners, left[number] / max(area, 1), hand.roll, _tilt(hand))
            for number, (hand, (corners, area)) in enumerate(zip(hands, drawn, strict=True), 1)
        )
        yield Scene(_exposed(rng, light, lens), cards)
        for hand in hands:
            hand.at = hand.at + hand.sway + rng.normal(0, 4, 3)
            hand.roll = float(np.clip(hand.roll + rng.normal(0, 1.5), -35, 35))
            hand.yaw, hand.pitch = hand.yaw + rng.normal(0, 1.5), hand.pitch + rng.normal(0, 1.5)


def _tilt(hand: Hand) -> float:
    return float(np.degrees(np.arccos(np.clip(_pose(hand)[2, 2], -1, 1))))


def _lens(rng: np.random.Generator, recipe: Recipe) -> Lens:
    hard = recipe.hard
    return Lens(
        focal=recipe.width * rng.uniform(0.72, 0.95),
        exposure=float(np.exp(rng.normal(-0.25 - 0.5 * hard, 0.3 + 0.3 * hard))),
        grain=float(rng.uniform(0.004, 0.02 + 0.03 * hard)),
        blur=float(rng.uniform(0.3, 0.8 + 0.7 * hard)),
        veil=float(rng.uniform(0, 0.05 + 0.08 * hard)),
        smooth=float(rng.uniform(0, 18)) if rng.random() < 0.5 else 0.0,
        sharpen=float(rng.uniform(0, 1.2)),
        quality=int(rng.integers(45, 90)),
        lamp=rng.normal(0, 1, 3) * (0.6, 0.6, 0.2) + (0, -0.5, -1),
    )


def _hands(rng: np.random.Generator, recipe: Recipe, lens: Lens) -> list[Hand]:
    far = lens.focal * MARKER / recipe.side
    across, down = recipe.width / lens.focal * far, recipe.height / lens.focal * far
    taken: list[Floats] = []
    hands = []
    for seat in rng.permutation(recipe.seats)[: recipe.cards] + 1:
        at = np.zeros(3)
        for _try in range(30):
            at = np.r_[rng.uniform(-0.47, 0.47) * across, rng.uniform(-0.3, 0.47) * down, far]
            if all(np.hypot(*(at - other)[:2]) > SHEET * 1.25 for other in taken):
                break
        taken.append(at.copy())
        at[2] *= float(np.exp(rng.normal(0, recipe.spread)))
        lively = rng.random() < 0.04 + 0.25 * recipe.hard
        steep = 12 + 13 * recipe.hard
        hands.append(
            Hand(
                seat=int(seat),
                answer=LETTERS[int(rng.integers(4))],
                at=at,
                roll=float(np.clip(rng.triangular(-30, 0, 30) * (1 + 0.3 * recipe.hard), -35, 35)),
                yaw=float(np.clip(rng.normal(0, steep), -38, 38)),
                pitch=float(np.clip(rng.normal(-4, steep), -38, 38)),
                sway=rng.normal(0, 6 if lively else 1, 3),
                grip=_grip(rng),
                skin=np.array([0.12, 0.2, 0.36]) * rng.uniform(0.5, 1.5),
                shine=float(rng.uniform(0, 0.6)) if rng.random() < 0.05 + 0.3 * recipe.hard else 0.0,
                shadow=float(rng.uniform(0.3, 0.8)) if rng.random() < 0.2 else 1.0,
            )
        )
    return hands


def _grip(rng: np.random.Generator) -> Floats:
    """Thumbs on two opposite edges, or a hand at the lower edge."""
    half = SHEET / 2
    reach = rng.uniform(8, 27, 2) - 9  # of the middle of the fingertip
    if rng.random() < 0.6:
        height = rng.uniform(-40, 60, 2)
        return np.array(
            [
                [-half + reach[0], height[0], -half - 30, height[0] + rng.normal(0, 12)],
                [half - reach[1], height[1], half + 30, height[1] + rng.normal(0, 12)],
            ]
        )
    place = rng.uniform(-40, 40)
    return np.array([[place, half - reach[0], place + rng.normal(0, 12), half + 40]])


@cache
def _face(seat: int) -> Floats:
    """Reflectance of a card at 2 points to the millimetre, with A up."""
    size = int(SHEET) * 2
    face = np.full((size, size), 0.8)
    cells = np.array(marker_cells(seat))
    place = (np.arange(size) + 0.5) / 2 - (SHEET - MARKER) / 2
    index = np.floor(place / (MARKER / 8)).astype(int)
    inside = (index >= 0) & (index < 8)
    rows = np.ix_(inside, inside)
    face[rows] = np.where(cells[np.ix_(index[inside], index[inside])], 0.03, 0.8)
    for turn, strokes in enumerate(([0, 1], [0, 1, 2], [0, 2], [1, 2])):
        view = np.rot90(face, turn)  # letters are but a few strokes at this size
        for stroke in strokes:
            view[14 + 3 * stroke : 15 + 3 * stroke, size // 2 - 3 : size // 2 + 4] = 0.3
        view[14:22, size // 2 - 4] = 0.3
    face[-34:-22, -40:-16] = 0.25 + 0.4 * (np.indices((12, 24)).sum(0) % 5 < 3)
    return face


def _pose(hand: Hand) -> Floats:
    roll, yaw, pitch = np.radians([hand.roll + 90 * clockwise_turn(hand.answer), hand.yaw, hand.pitch])
    spin = np.array([[np.cos(roll), -np.sin(roll), 0], [np.sin(roll), np.cos(roll), 0], [0, 0, 1]])
    sideways = np.array([[np.cos(yaw), 0, np.sin(yaw)], [0, 1, 0], [-np.sin(yaw), 0, np.cos(yaw)]])
    nod = np.array([[1, 0, 0], [0, np.cos(pitch), -np.sin(pitch)], [0, np.sin(pitch), np.cos(pitch)]])
    return np.asarray(nod @ sideways @ spin)


def _hold(light: Floats, owner: NDArray[np.int16], hand: Hand, number: int, lens: Lens) -> tuple[Floats, int]:
    """Draw a card; corners of its marker, and the pixels that marker and quiet zone fill if uncovered."""
    height, width = light.shape[:2]
    pose, middle = _pose(hand), np.array([width, height]) / 2 - 0.5
    square = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) / 2
    eye = np.c_[pose[:, :2], hand.at]  # millimetres on the card (x, y, 1) to the room
    screen = np.array([[lens.focal, 0, middle[0]], [0, lens.focal, middle[1]], [0, 0, 1]]) @ eye

    def shown(points: Floats) -> Floats:
        placed = np.c_[points, np.ones(len(points))] @ screen.T
        return np.asarray(placed[:, :2] / placed[:, 2:])

    corners = shown(square * MARKER)
    reach = shown(square * (SHEET + 60))
    x0, y0 = np.maximum(np.floor(reach.min(0)).astype(int), 0)
    x1, y1 = np.minimum(np.ceil(reach.max(0)).astype(int) + 1, (width, height))
    if x1 <= x0 or y1 <= y0:
        return corners, 1
    fine = (np.arange(FINE) + 0.5) / FINE - 0.5
    xs = (np.arange(x0, x1)[:, None] + fine).ravel()
    ys = (np.arange(y0, y1)[:, None] + fine).ravel()
    grid = np.stack(np.broadcast_arrays(xs, ys[:, None], 1.0), axis=-1)
    back = grid @ np.linalg.inv(screen).T
    colour, on, zone, area = _looked_up(hand, pose, lens, back[..., :2] / back[..., 2:])

    def shrunk(values: Floats) -> Floats:
        return np.asarray(values.reshape(y1 - y0, FINE, x1 - x0, FINE, -1).mean((1, 3)))

    cover, colours = shrunk(on), shrunk(colour * on[..., None])
    moved = float(np.hypot(*hand.sway[:2])) * lens.focal / hand.at[2] * 1.5
    if moved > 0.8:
        smear = _smear(moved, float(np.arctan2(hand.sway[1], hand.sway[0])))
        cover = np.asarray(cv2.filter2D(cover, -1, smear), float).reshape(cover.shape)
        colours = np.asarray(cv2.filter2D(colours, -1, smear), float).reshape(colours.shape)
    place = np.s_[y0:y1, x0:x1]
    light[place] = light[place] * (1 - cover) + colours
    owner[place][shrunk(on)[..., 0] > 0.5] = 0
    owner[place][shrunk(zone)[..., 0] > 0.5] = number
    return corners, round(area / FINE**2)


def _looked_up(hand: Hand, pose: Floats, lens: Lens, at: Floats) -> tuple[Floats, Floats, Floats, int]:
    """At points of the card: colour, whether something is there, whether the marker shows; its area."""
    u, v = at[..., 0], at[..., 1]
    away = np.maximum(np.abs(u), np.abs(v))
    on = (away < SHEET / 2).astype(float)
    zone = (away < MARKER / 2 + 6).astype(float)
    area = int(zone.sum())
    last = int(SHEET) * 2 - 1
    index = np.clip(np.floor((at + SHEET / 2) * 2).astype(int), 0, last)
    lamp = max(float(-pose[:, 2] @ lens.lamp / np.linalg.norm(lens.lamp)), 0.0)
    face = _face(hand.seat)[index[..., 1], index[..., 0]]
    face = face * (0.45 + 0.55 * lamp) * np.where(u > 20, hand.shadow, 1.0)
    face = face + hand.shine * np.exp(-(((u - 30) / 35) ** 2) - ((v + 20) / 45) ** 2)
    colour = np.repeat(face[..., None], 3, axis=2)
    for tip_x, tip_y, end_x, end_y in hand.grip:
        along = np.array([end_x - tip_x, end_y - tip_y])
        share = np.clip(((u - tip_x) * along[0] + (v - tip_y) * along[1]) / (along @ along), 0, 1)
        finger = np.hypot(u - tip_x - share * along[0], v - tip_y - share * along[1]) < 9
        colour[finger], on[finger], zone[finger] = hand.skin * (0.5 + 0.5 * lamp), 1, 0
    return colour, on, zone, area


def _smear(length: float, angle: float) -> Floats:
    size = int(length) // 2 * 2 + 3
    kernel = np.zeros((size, size))
    for t in np.linspace(-length / 2, length / 2, 40):
        x, y = size / 2 + t * np.cos(angle), size / 2 + t * np.sin(angle) + 0.1 * t * t / max(length, 1)
        kernel[min(max(int(y), 0), size - 1), min(max(int(x), 0), size - 1)] += 1
    return np.asarray(kernel / kernel.sum())


def _backdrop(rng: np.random.Generator, recipe: Recipe) -> Floats:
    """Linear colours: cloudy walls, and shapes, cloth, print and codes in front of them."""
    width, height = recipe.width, recipe.height
    light = np.zeros((height, width, 3))
    for octave in range(1, 7):
        coarse = rng.random((3 * 2**octave, 5 * 2**octave, 3)) ** 2
        cloud = cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC)
        light += np.asarray(cloud, float) / 1.6**octave
    light *= rng.uniform(0.2, 0.7, 3)
    for _thing in range(int(rng.poisson(160 * recipe.clutter))):
        _thing_on(rng, light)
    return np.clip(light, 0.005, 3)


def _thing_on(rng: np.random.Generator, light: Floats) -> None:
    height, width = light.shape[:2]
    x, y = int(rng.integers(-20, width)), int(rng.integers(-20, height))
    w, h = (int(value) for value in rng.integers(8, max(width // 12, 9), 2))
    tone = tuple(float(value) for value in rng.random(3) ** 2)
    dark, kind = tuple(0.1 * value for value in tone), int(rng.integers(7))
    if kind == 0:
        cv2.ellipse(light, (x, y), (w // 2 + 1, h // 2 + 1), float(rng.uniform(0, 180)), 0, 360, tone, -1)
    elif kind == 1:
        cv2.rectangle(light, (x, y), (x + w, y + h), tone, -1)
    elif kind == 2:
        turned = cv2.boxPoints(((float(x), float(y)), (float(w), float(h)), float(rng.uniform(0, 90))))
        cv2.fillConvexPoly(light, np.asarray(turned, np.int32), dark, cv2.LINE_AA)
    elif kind == 3:
        text = "".join(rng.choice(list("Lophocso0123456789#%"), 12))
        font = int(
            rng.choice([cv2.FONT_HERSHEY_DUPLEX, cv2.FONT_HERSHEY_TRIPLEX, cv2.FONT_HERSHEY_SCRIPT_COMPLEX])
        )
        cv2.putText(light, text, (x, y), font, float(rng.uniform(0.3, 2)), tone, 1 + w // 40, cv2.LINE_AA)
    elif kind == 4:  # cloth
        pitch = int(rng.integers(3, 12))
        for step in range(0, w, pitch):
            cv2.line(
                light, (x + step, y), (x + step + h // 4, y + 2 * h), tone, max(pitch // 2, 1), cv2.LINE_AA
            )
    elif kind == 5:  # a code on a white sheet
        cells = int(rng.choice([5, 6, 7, 8, 9, 21]))
        unit = max(w // cells, 1)
        code = (rng.random((cells, cells)) < 0.5) * 0.75 + 0.03
        code[[0, -1]], code[:, [0, -1]] = 0.03, 0.03
        sheet = np.pad(code.repeat(unit, 0).repeat(unit, 1), 2 * unit, constant_values=0.8)
        part = light[max(y, 0) : max(y, 0) + sheet.shape[0], max(x, 0) : max(x, 0) + sheet.shape[1]]
        part[:] = sheet[: part.shape[0], : part.shape[1], None]
    else:
        cv2.line(
            light,
            (x, y),
            (x + 3 * w, y + int(rng.integers(-h, h))),
            tone,
            int(rng.integers(1, 6)),
            cv2.LINE_AA,
        )


def _exposed(rng: np.random.Generator, light: Floats, lens: Lens) -> Picture:
    """Lens, Bayer sensor with shot noise, smoothing, sharpening, gamma, JPEG."""
    radius = int(np.ceil(lens.blur)) + 1
    y, x = np.mgrid[-radius : radius + 1, -radius : radius + 1]
    disk = np.clip(lens.blur + 0.5 - np.hypot(x, y), 0, 1)
    light = np.asarray(cv2.filter2D(light.astype(np.float32), -1, disk / disk.sum()))
    light = light * lens.exposure * (1 - lens.veil) + lens.veil
    height, width = light.shape[:2]
    mosaic = light[..., 1].copy()
    mosaic[::2, ::2], mosaic[1::2, 1::2] = light[::2, ::2, 0], light[1::2, 1::2, 2]
    mosaic = mosaic + rng.standard_normal((height, width), np.float32) * (
        lens.grain * np.sqrt(mosaic + 0.02) + 0.002
    )
    raw = np.clip(mosaic, 0, 1) ** (1 / 2.2) * 255
    picture = cv2.cvtColor(raw.astype(np.uint8), cv2.COLOR_BayerRG2BGR)
    if lens.smooth:
        picture = cv2.bilateralFilter(picture, 5, lens.smooth, 2)
    soft = cv2.GaussianBlur(picture, (0, 0), 1.2)
    picture = cv2.addWeighted(picture, 1 + lens.sharpen, soft, -lens.sharpen, 0)
    packed = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, lens.quality])[1]
    return np.asarray(cv2.imdecode(packed, cv2.IMREAD_COLOR), np.uint8)
