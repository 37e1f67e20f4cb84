"""Speech bubbles of a comic panel: people stay as large as they can be, and every tail finds its speaker."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lessonapp.domain.scene import Who
from lessonapp.domain.step import Panel, Speech
from lessonapp.ui.stage.composition import (
    Box,
    Composition,
    Side,
    Stand,
    compose,
    is_wide,
    tall_of,
)
from lessonapp.ui.stage.text import broken_widths, reckoned_lines
from lessonapp.ui.stage.theme import Role

PAD_X, PAD_Y = 26.0, 16.0
SLACK = 5.0  # words are reckoned, not laid out
EDGE, TAB = 22.0, 80.0  # from the panel's edge; at the left the panel's number stands in the corner
CORNER = 68.0  # so large is the corner with the number
TOP, TAIL = 20.0, 34.0
APART, UNDER = 24.0, 14.0
LATER = 0.62  # of a bubble at the right: so much lower begins the answer at its left, to be read second
CORRIDOR = 34.0  # a tail passes here
ASIDE, MARGIN = 44.0, 36.0  # between a head and the bubble beside it, and between that and the edge
CLEAR_ASIDE = 24
NARROW = 150.0
BROAD = 720.0
WORTH = 0.3  # of a letter's size: one more line makes a bubble narrower by that, or it would stand half empty
FEW = 1.6  # words a line has at least, where a broader bubble finds room
SAO = 0.8  # a figure's face is as large as that of people so tall
ENOUGH = 240.0  # so tall a figure's face is read from the back of the room


@dataclass(frozen=True, slots=True)
class Bubble:
    """A bubble in its panel, the point its tail ends at, and which of the sizes its words have."""

    speech: Speech
    x: float
    y: float
    width: float
    height: float
    size: int
    tip: tuple[float, float]
    aside: bool = False

    @property
    def box(self) -> Box:
        """Its rectangle."""
        return (self.x, self.y, self.x + self.width, self.y + self.height)

    @property
    def tail_box(self) -> Box:
        """What its tail goes through."""
        x, y = self.tip
        from_x = _between(x, self.x, self.x + self.width) if self.aside else self.foot
        from_y = _between(y, self.y, self.y + self.height)
        return (min(x, from_x) - 20, min(y, from_y), max(x, from_x) + 20, max(y, from_y))

    @property
    def flat(self) -> bool:
        """Whether it is broader than tall, as words are read."""
        return self.width >= 1.1 * self.height

    @property
    def radius(self) -> float:
        """Of its corners."""
        return min(34.0, self.height / 2)

    @property
    def foot(self) -> float:
        """Where a tail that hangs down begins."""
        most = self.radius + 24
        return min(max(self.tip[0], self.x + most), self.x + self.width - most)


Said = tuple[Composition, tuple[Bubble, ...]]


def people_tall(scene: Panel, width: float, height: float, clear: float = 0) -> float:
    """How tall the tallest of the people are; where only Sao is, as tall as people of its width would be."""
    found = tall_of(scene, width, height, clear)
    sao = found.pop("sao", 0.0)
    return max(found.values(), default=sao * SAO)


def place(panel: Panel, size: tuple[int, int], roles: Sequence[Role], usual: int = 0) -> Said:
    """The panel's people and bubbles; the usual one of the types, a larger where nobody shrinks for it."""
    if not panel.speech:
        return compose(panel, *size), ()
    beside: Said | None = None
    for index, role in enumerate(roles):
        beside = _asides(panel, size, index, role) or beside
        if beside is not None and all(bubble.flat for bubble in beside[1]):
            break
    if beside is not None:
        return beside
    best = _above(panel, size, usual, roles[usual])
    for index in range(usual):
        said = _above(panel, size, index, roles[index])
        as_large = tallest(said[0]) >= 0.94 * tallest(best[0])
        if (
            as_large
            and _fair(said, roles) >= _fair(best, roles)
            and not _word_by_word(said[1], best[1], roles)
        ):
            return said
    for index in range(usual + 1, len(roles)):
        if tallest(best[0]) >= enough(size[0]) and _fair(best, roles):
            break
        best = max(
            best,
            _above(panel, size, index, roles[index]),
            key=lambda said: (_fair(said, roles), tallest(said[0])),
        )
    return best


def _word_by_word(large: Sequence[Bubble], usual: Sequence[Bubble], roles: Sequence[Role]) -> bool:
    """Whether the larger type leaves lines of single words, where the usual one has fewer lines."""
    return any(
        _line_count(one, roles[one.size]) > _line_count(other, roles[other.size])
        and len(one.speech.text.split()) <= 2 * _line_count(one, roles[one.size])
        for one, other in zip(large, usual, strict=True)
    )


def _fair(said: Said, roles: Sequence[Role]) -> bool:
    """Whether no bubble hides the other's tail, and no words stand nearly one a line."""
    shown, bubbles = said
    if len(bubbles) == 2 and _hidden(bubbles, round(shown.width)):
        return False
    lines = [_line_count(bubble, roles[bubble.size]) for bubble in bubbles]
    words = [len(bubble.speech.text.split()) for bubble in bubbles]
    return all(tall == 1 or count >= FEW * tall for tall, count in zip(lines, words, strict=True))


def _line_count(bubble: Bubble, role: Role) -> int:
    return round((bubble.height - 2 * PAD_Y) / (role.line * role.size))


def enough(width: float) -> float:
    """How tall people are to be in a panel so wide, to be read from the back of the room and to fill it."""
    return min(max(ENOUGH, 0.42 * width), 300.0)


def tallest(shown: Composition) -> float:
    """How tall the tallest of the people drawn are."""
    return max((s.tall * (SAO if s.actor.who == "sao" else 1.0) for s in shown.stands), default=0.0)


def sizes_of(text: str, role: Role, most: float) -> list[tuple[float, float]]:
    """Widths and heights that a bubble can have, by its lines; the one of the fewest lines first."""
    found: list[tuple[float, float]] = []
    narrowest, words = math.inf, len(text.split())
    for lines, wide in enumerate(broken_widths(text, role.weight), 1):
        width = max(wide * role.size + SLACK + 2 * PAD_X, NARROW)
        if found and words < FEW * lines:
            break
        if width <= most and width < narrowest - WORTH * role.size:
            found.append((width, lines * role.line * role.size + 2 * PAD_Y))
            narrowest = width
    return found


# ---- beside the heads ----


def _asides(panel: Panel, size: tuple[int, int], index: int, role: Role) -> Said | None:
    """Bubbles beside large heads, where the panel is wide and whoever speaks stands next to them."""
    width, height = size
    if width < 900 or not is_wide(width, height):
        return None
    sides: tuple[Side, ...] = ("",) if len(panel.actors) <= 2 else ("left", "right")
    for free in sides:
        shown = compose(panel, width, height, CLEAR_ASIDE, free)
        room = _span(shown, free)
        near = {stand.actor.who for stand in _neighbours(shown, free)}
        if room is None or {speech.who for speech in panel.speech} - near:
            continue
        bubbles = _in_span(shown, room, index, role)
        if bubbles:
            return shown, tuple(bubbles)
    return None


def _neighbours(shown: Composition, free: Side) -> list[Stand]:
    """Who stands beside the room for words."""
    stands = sorted(shown.stands, key=lambda stand: stand.x)
    return stands if not free else stands[:1] if free == "left" else stands[-1:]


def _span(shown: Composition, free: Side) -> Box | None:
    """The room between heads, or between a head and an edge, over whatever stands there."""
    edges = sorted((stand.head[0], stand.head[2]) for stand in shown.stands)
    spans = [(MARGIN - ASIDE, edges[0][0]), (edges[-1][1], shown.width - MARGIN + ASIDE)]
    if free:
        spans = spans[:1] if free == "left" else spans[1:]
    elif len(edges) == 2:
        spans = [(edges[0][1], edges[1][0])]
    left, right = max(spans, key=lambda span: span[1] - span[0])
    left, right = left + ASIDE, right - ASIDE
    floor = min(
        (t.y for t in shown.things if not t.hangs and t.x < right and t.x + t.size > left),
        default=float(shown.height),
    )
    top = 24.0 if left > CORNER else CORNER
    return (left, top, right, floor - 16) if right - left > NARROW else None


def _in_span(shown: Composition, room: Box, index: int, role: Role) -> list[Bubble]:
    """The bubbles under one another, each at its speaker's side; none where they do not fit."""
    left, top, right, floor = room
    speech = shown.scene.speech if isinstance(shown.scene, Panel) else ()
    sizes = []
    for said in speech:
        known = sizes_of(said.text, role, min(right - left, BROAD))
        if not known:
            return []
        sizes.append(known[0])
    whole = sum(tall for _, tall in sizes) + EDGE * (len(sizes) - 1)
    if whole > floor - top:
        return []
    stands = {stand.actor.who: stand for stand in shown.stands}
    face = stands[speech[0].who].head
    y = max(top, min((face[1] + face[3]) / 2 - whole / 2 - 20, floor - whole))
    found = []
    for said, (wide, tall) in zip(speech, sizes, strict=True):
        stand = stands[said.who]
        to_left = stand.x < (left + right) / 2
        tip = (stand.head[2] - 6 if to_left else stand.head[0] + 6, stand.mouth)
        x = left if to_left else right - wide
        found.append(Bubble(said, x, y, wide, tall, index, tip, aside=True))
        y += tall + EDGE
    return found


# ---- over the heads ----


def _above(panel: Panel, size: tuple[int, int], index: int, role: Role) -> Said:
    """Bubbles over the heads, so arranged that they take little of the height."""
    width, height = size
    spots = {stand.actor.who: stand.x for stand in compose(panel, width, height).stands}
    first, *rest = panel.speech
    options = list(
        _pairs(panel, spots, (width, index), role)
        if rest
        else _alone(first, spots[first.who], (width, index), role)
    )
    if not options:
        options = [_piled(panel, spots, (width, index), role)]
    best = max(options, key=lambda bubbles: _worth(panel, size, bubbles, role))
    shown = compose(panel, width, height, round(_bottom(best) + TAIL))
    return shown, tuple(_lowered(shown, best))


def _bottom(bubbles: Sequence[Bubble]) -> float:
    return max(bubble.y + bubble.height for bubble in bubbles)


def _worth(panel: Panel, size: tuple[int, int], bubbles: Sequence[Bubble], role: Role) -> tuple[float, float]:
    """Large people, flat bubbles, few lines of one word, steep tails; among alike the narrowest."""
    tall = people_tall(panel, *size, _bottom(bubbles) + TAIL)
    high = sum(max(0.0, 1.4 - bubble.width / bubble.height) for bubble in bubbles)
    slant = sum(max(0.0, abs(bubble.foot - bubble.tip[0]) - 60) for bubble in bubbles)
    single = sum(max(0.0, 1.7 - len(b.speech.text.split()) / _line_count(b, role)) for b in bubbles)
    return round(tall / 16) - 2 * high - 3 * single - slant / 20, -max(bubble.width for bubble in bubbles)


def _between(wanted: float, least: float, most: float) -> float:
    return min(max(wanted, least), most)


def _alone(said: Speech, spot: float, at: tuple[int, int], role: Role) -> Iterator[list[Bubble]]:
    width, index = at
    for wide, tall in sizes_of(said.text, role, width - TAB - EDGE):
        x = _between(spot - wide / 2, TAB, width - EDGE - wide)
        yield [Bubble(said, x, TOP, wide, tall, index, (spot, 0))]


def _pairs(panel: Panel, spots: dict[Who, float], at: tuple[int, int], role: Role) -> Iterator[list[Bubble]]:
    """Two bubbles beside each other or one under the other, the later one lower, no tail behind the other."""
    width, index = at
    first, second = panel.speech
    for one in sizes_of(first.text, role, width - TAB - EDGE):
        for two in sizes_of(second.text, role, width - TAB - EDGE):
            for (x1, y1), (x2, y2) in _places((spots[first.who], spots[second.who]), one, two, width):
                bubbles = [
                    Bubble(first, x1, y1, *one, index, (spots[first.who], 0)),
                    Bubble(second, x2, y2, *two, index, (spots[second.who], 0)),
                ]
                if not _hidden(bubbles, width):
                    yield bubbles


def _places(
    spots: tuple[float, float], one: tuple[float, float], two: tuple[float, float], width: int
) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """Where the corners of two bubbles may be."""
    (w1, t1), (w2, _t2) = one, two
    end = width - EDGE
    if w1 + APART + w2 <= end - TAB:  # beside each other
        if spots[0] <= spots[1]:
            x1 = _between(spots[0] - w1 / 2, TAB, end - w2 - APART - w1)
            yield (x1, TOP), (_between(spots[1] - w2 / 2, x1 + w1 + APART, end - w2), TOP + 26)
        else:
            x1 = _between(spots[0] - w1 / 2, TAB + w2 + APART, end - w1)
            yield (x1, TOP), (_between(spots[1] - w2 / 2, TAB, x1 - APART - w2), TOP + LATER * t1)
    x1 = _between(spots[0] - w1 / 2, TAB, end - w1)
    y2 = TOP + t1 + UNDER
    least, most = (TAB if y2 < CORNER else EDGE), end - w2
    if spots[0] == spots[1]:  # one person says both
        yield (x1, TOP), (_between(spots[1] - w2 / 2, least, most), y2)
    elif spots[0] < spots[1]:
        yield (x1, TOP), (max(_between(spots[1] - w2 / 2, least, most), spots[0] + CORRIDOR), y2)
    else:
        yield (x1, TOP), (min(_between(spots[1] - w2 / 2, least, most), spots[0] - CORRIDOR - w2), y2)


def _hidden(bubbles: Sequence[Bubble], width: int) -> bool:
    """Whether one lies outside the panel or the first one's tail would run behind the second."""
    first, second = bubbles
    if second.x < EDGE - 1 or second.x + second.width > width - EDGE + 1:
        return True
    if first.tip[0] == second.tip[0]:
        return False
    below = _bottom(bubbles) + TAIL
    foot, top, tip = first.foot, first.y + first.height, first.tip[0]
    left, right = second.x - 20, second.x + second.width + 20
    for step in range(1, 9):
        x, y = foot + (tip - foot) * step / 8, top + (below - top) * step / 8
        if left < x < right and second.y < y < second.y + second.height:
            return True
    return False


def _piled(panel: Panel, spots: dict[Who, float], at: tuple[int, int], role: Role) -> list[Bubble]:
    """One under the other, as narrow as the panel is: where nothing better fits."""
    width, index = at
    y, found = TOP, []
    for said in panel.speech:
        wide = width - TAB - EDGE
        lines = min(reckoned_lines(said.text, role, wide - 2 * PAD_X), 12)
        tall = lines * role.line * role.size + 2 * PAD_Y
        found.append(Bubble(said, TAB, y, wide, tall, index, (spots[said.who], 0)))
        y += tall + UNDER
    return found


def _lowered(shown: Composition, bubbles: Sequence[Bubble]) -> Iterator[Bubble]:
    """The bubbles brought down to the heads they belong to, and their tails to the hair."""
    stands = {stand.actor.who: stand for stand in shown.stands}
    down = shown.height * 0.2
    for bubble in bubbles:
        left, _, right, bottom = bubble.box
        for stand in shown.stands:
            if stand.actor.who == bubble.speech.who or (left < stand.head[2] and right > stand.head[0]):
                down = min(down, stand.head[1] - TAIL - bottom)
    down = max(0.0, down)
    for bubble in bubbles:
        stand = stands[bubble.speech.who]
        yield replace(bubble, y=bubble.y + down, tip=(stand.x, stand.head[1] - 8))
