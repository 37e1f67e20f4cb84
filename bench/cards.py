"""Response cards in made classrooms: what is read, what is read wrongly, and how long a picture takes."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import cv2
import numpy as np

from bench.cards_rooms import room_film
from bench.cards_scenes import Recipe, empty_rooms, film
from bench.cards_truth import Picture, Placed, Scene
from bench.figures import Row, median
from lessonapp.channels.cards.detector import CardDetector
from lessonapp.channels.cards.marker import MARKER_IDS
from lessonapp.channels.cards.readings import Reading
from lessonapp.channels.cards.tracker import CardTracker

PICTURES = 10
"""In a film: as many as an answer may take."""
UNCOVERED = 0.97
"""Share of marker and quiet zone that must be seen for a card to count."""
CARDS = 40
HOW = (
    "seeded classrooms with tilt, thumbs, stripes, posters like markers, noise, blur, JPEG; "
    "uncovered cards; in turns with the comparison on the same pictures"
)
TUNED = "OpenCV's detector, tuned"
HARD = 0.7
"""Bad light, steep tilt, shaking hands, lamination: the class that nobody wishes for."""
Film = Callable[[Recipe, int], Iterator[Scene]]


@dataclass(slots=True)
class Tally:
    """What came of some films."""

    views: int = 0
    read: int = 0
    wrong: int = 0
    false: int = 0
    decisions: int = 0
    right: int = 0
    fused_wrong: int = 0
    fused_false: int = 0
    plain: int = 0
    tuned: int = 0
    pictures: int = 0

    def add(self, other: "Tally") -> None:
        """Take in another one."""
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))


def measure(films: int, empties: int, timed: int) -> list[Row]:
    """The rows: sizes, the second way of drawing, empty rooms, time."""
    tallies = {side: watch(film, Recipe(side=side, cards=CARDS), films) for side in (16, 20)}
    other = watch(room_film, Recipe(side=20, cards=CARDS), films)
    hard = watch(film, Recipe(side=20, cards=CARDS, hard=HARD), -(-films // 3))
    rows = [row for side, tally in tallies.items() for row in _recall_rows(side, tally)]
    camera = "harder: linear light, Bayer sensor, smoothing and sharpening of a webcam"
    rows += _unbounded_rows("720p, 20 px, second way of drawing", other, camera)
    rows += _unbounded_rows(
        "720p, 20 px, at its worst", hard, "bad light, steep tilt, shaking hands, lamination"
    )
    whole = Tally()
    for tally in (*tallies.values(), other, hard):
        whole.add(tally)
    return rows + _fault_rows(whole, empties) + _time_rows(timed)


def missed(hits: int, whole: int) -> float:
    """Per cent that is not there."""
    return 100 * (whole - hits) / max(whole, 1)


def _recall_rows(side: int, tally: Tally) -> list[Row]:
    bounds = {16: (7, 3), 20: (3, 1)}[side]
    return [
        Row(
            f"Cards missed in one picture, 720p, marker of {side} px", "%", missed(tally.read, tally.views),
            f"{tally.views} views in {tally.pictures} pictures of {CARDS} cards; {HOW}; {_untuned(tally)}",
            bound=bounds[0], compared=missed(tally.tuned, tally.views), against=TUNED,
        ),
        Row(
            f"Answers missed after ten pictures, 720p, marker of {side} px", "%",
            missed(tally.right, tally.decisions), f"{tally.decisions} cards, the same pictures",
            bound=bounds[1],
        ),
    ]  # fmt: skip


def _unbounded_rows(name: str, tally: Tally, how: str) -> list[Row]:
    return [
        Row(
            f"Cards missed in one picture, {name}", "%", missed(tally.read, tally.views),
            f"{tally.views} views; {how}; {_untuned(tally)}",
            compared=missed(tally.tuned, tally.views), against=TUNED,
        ),
        Row(
            f"Answers missed after ten pictures, {name}", "%", missed(tally.right, tally.decisions),
            f"{tally.decisions} cards",
        ),
    ]  # fmt: skip


def _untuned(tally: Tally) -> str:
    return f"as it comes, OpenCV misses {missed(tally.plain, tally.views):.1f} %"


def _fault_rows(tally: Tally, empties: int) -> list[Row]:
    found = in_empty_rooms(empties)
    return [
        Row("Wrong letters of cards", "", tally.wrong, f"in {tally.views} views, all of the above", bound=0),
        Row(
            "Cards seen that are not there, in 10,000 views", "", 10_000 * tally.false / max(tally.views, 1),
            f"{tally.false} in {tally.views} views", bound=3,
        ),
        Row(
            "Wrong or invented answers after ten pictures", "", tally.fused_wrong + tally.fused_false,
            f"in {tally.decisions} decisions", bound=0,
        ),
        Row(
            "Cards seen in rooms without cards", "", found,
            f"{empties} pictures with two to six times the clutter, posters like markers among it", bound=0,
        ),
    ]  # fmt: skip


def watch(make: Film, recipe: Recipe, films: int) -> Tally:
    """Read films, and compare with what was drawn; each picture alone and all together."""
    tally = Tally()
    detector, plain, tuned = CardDetector(), opencv(), opencv(tuned_parameters())
    for seed in range(films):
        tracker = CardTracker(range(1, 64))
        tracker.open_round()
        lasting: set[int] | None = None
        scene = None
        for _picture, scene in zip(range(PICTURES), make(recipe, seed), strict=False):
            grey = np.asarray(cv2.cvtColor(scene.picture, cv2.COLOR_BGR2GRAY), np.uint8)
            sight = detector.read(grey)
            tracker.see(sight)
            cards = [card for card in scene.cards if counts(card, recipe)]
            lasting = {card.seat for card in cards} & (lasting if lasting is not None else {*range(1, 64)})
            _compare(tally, scene, cards, sight.readings)
            tally.plain += _hits(cards, plain(grey))
            tally.tuned += _hits(cards, tuned(grey))
        assert scene is not None
        _conclude(tally, scene, lasting or set(), dict(tracker.view.answers))
    return tally


def counts(card: Placed, recipe: Recipe) -> bool:
    """Whether nothing but light, tilt and lens keeps a card from being read."""
    low, high = card.corners.min(axis=0), card.corners.max(axis=0)
    inside = bool((low > 2).all() and (high < (recipe.width - 3, recipe.height - 3)).all())
    return inside and card.seen >= UNCOVERED


def within(card: Placed, x: float, y: float) -> bool:
    """Whether a point is inside a card's marker."""
    return cv2.pointPolygonTest(card.corners.astype(np.float32), (x, y), measureDist=False) > 0


def _compare(tally: Tally, scene: Scene, cards: list[Placed], readings: tuple[Reading, ...]) -> None:
    tally.pictures += 1
    tally.views += len(cards)
    there = {card.seat: card for card in scene.cards}
    counted = {card.seat for card in cards}
    read: set[int] = set()
    for reading in readings:
        card = there.get(reading.seat)
        if card is None or not within(card, *reading.centre):
            tally.false += 1
        elif reading.answer == card.answer:
            read.add(reading.seat)
        elif reading.answer:
            tally.wrong += 1
    tally.read += len(read & counted)


def _conclude(tally: Tally, scene: Scene, lasting: set[int], answers: dict[int, str]) -> None:
    there = {card.seat: card.answer for card in scene.cards}
    tally.decisions += len(lasting)
    for seat, answer in answers.items():
        if seat not in there:
            tally.fused_false += 1
        elif answer != there[seat]:
            tally.fused_wrong += 1
        else:
            tally.right += seat in lasting


def _hits(cards: list[Placed], found: list[tuple[int, float, float]]) -> int:
    return sum(any(seat == card.seat and within(card, x, y) for seat, x, y in found) for card in cards)


def tuned_parameters() -> cv2.aruco.DetectorParameters:
    """The best that OpenCV's own detector was brought to with these cards."""
    tuned = cv2.aruco.DetectorParameters()
    tuned.adaptiveThreshWinSizeMin, tuned.adaptiveThreshWinSizeMax, tuned.adaptiveThreshWinSizeStep = 5, 21, 8
    tuned.adaptiveThreshConstant = 5
    tuned.minMarkerPerimeterRate = 0.02
    tuned.polygonalApproxAccuracyRate = 0.06
    tuned.minDistanceToBorder = 1
    tuned.minCornerDistanceRate = 0.03
    tuned.perspectiveRemovePixelPerCell = 6
    tuned.perspectiveRemoveIgnoredMarginPerCell = 0.2
    tuned.minOtsuStdDev = 3
    return tuned


def opencv(
    parameters: cv2.aruco.DetectorParameters | None = None,
) -> Callable[[Picture], list[tuple[int, float, float]]]:
    """OpenCV's detector: seats, and the middles of their markers."""
    dictionary = cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_6X6_100)
    detector = cv2.aruco.ArucoDetector(dictionary, parameters or cv2.aruco.DetectorParameters())
    seats = {number: seat for seat, number in enumerate(MARKER_IDS, 1)}

    def find(grey: Picture) -> list[tuple[int, float, float]]:
        quads, numbers, _rejected = detector.detectMarkers(grey)
        if numbers is None:
            return []
        middles = [np.asarray(quad).reshape(4, 2).mean(axis=0).tolist() for quad in quads]
        flat = np.asarray(numbers).ravel().tolist()
        return [(seats.get(int(number), 0), x, y) for number, (x, y) in zip(flat, middles, strict=True)]

    return find


def in_empty_rooms(pictures: int) -> int:
    """Cards read where there are none."""
    detector = CardDetector()
    half = pictures // 2
    found = sum(len(detector.read(picture).readings) for picture in empty_rooms(half, 12))
    for seed in range(pictures - half):
        scene = next(room_film(Recipe(cards=0, clutter=0.6 + 0.6 * (seed % 3)), 9000 + seed))
        found += len(detector.read(scene.picture).readings)
    return found


def _time_rows(pictures: int) -> list[Row]:
    rows = []
    for width, height, cards in ((1280, 720, 40), (1280, 720, 63), (1920, 1080, 40), (1920, 1080, 63)):
        ours, theirs = timed(Recipe(width, height, cards, side=20), pictures)
        rows.append(
            Row(
                f"One picture, {height}p with {cards} cards, median", "ms", median(ours),
                f"{pictures} pictures, in turns; time of the processor, which other work does not count into",
                bound=5, bound_of="ratio", compared=median(theirs), against=TUNED,
            )
        )  # fmt: skip
    return rows


def timed(recipe: Recipe, pictures: int) -> tuple[list[float], list[float]]:
    """Milliseconds a picture: ours, and OpenCV's tuned detector."""
    detector, tuned = CardDetector(), opencv(tuned_parameters())
    ours, theirs = [], []
    for seed in range(pictures):
        scene = next(film(recipe, 700 + seed))
        grey = np.asarray(cv2.cvtColor(scene.picture, cv2.COLOR_BGR2GRAY), np.uint8)
        start = time.process_time()
        detector.read(grey)
        between = time.process_time()
        tuned(grey)
        ours.append((between - start) * 1000)
        theirs.append((time.process_time() - between) * 1000)
    return ours, theirs
