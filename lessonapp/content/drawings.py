"""Whether a picture file can be drawn: on the stage, on paper and on phones, alone and in a moment."""

import math
import re
from collections.abc import Mapping
from xml.parsers import expat

from lessonapp.domain.errors import Problem, problem

MOST_PIXELS = 16_000_000
MOST_SHAPES = 20_000
DEEPEST = 60
SIDES = 1000
"""How many times longer than high a drawing may be, or the other way round."""

_NUMBER = re.compile(r"\s*([-+]?[0-9]*\.?[0-9]+(?:[eE][-+]?[0-9]+)?)\s*(?:px|pt|mm|cm|in)?\s*")
_OUTSIDE = re.compile(r"url\(\s*['\"]?(?!#|data:image/)[^)]{0,80}|@import[^;]{0,80}")
_FORBIDDEN = ("script", "foreignobject", "iframe", "handler")


def png_problem(name: str, raw: bytes) -> Problem | None:
    """What is wrong with a PNG file."""
    if not raw.startswith(b"\x89PNG\r\n\x1a\n") or raw[12:16] != b"IHDR":
        return _other_kind(name)
    width, height = int.from_bytes(raw[16:20]), int.from_bytes(raw[20:24])
    if not width or not height or b"IEND" not in raw[-4096:]:
        return problem("`{name}` breaks off; save it again", name=name)
    if width * height > MOST_PIXELS:
        return problem(
            "`{name}` has {width} × {height} pixels; make it smaller, at most 16 million in all",
            name=name,
            width=width,
            height=height,
        )
    return None


def svg_problem(name: str, raw: bytes) -> Problem | None:
    """What is wrong with an SVG file."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return problem("`{name}` is not UTF-8; save it again as UTF-8", name=name)
    if "<svg" not in text and ":svg" not in text:
        return _other_kind(name)
    drawing = _Drawing(name)
    try:
        drawing.read(text)
    except _Refused as refusal:
        return refusal.problem
    except expat.ExpatError as error:
        return problem("`{name}` is damaged in its line {line}; save it again", name=name, line=error.lineno)
    return drawing.size_problem() or drawing.use_problem()


def _other_kind(name: str) -> Problem:
    return problem("`{name}` is not what its name says; save it again", name=name)


class _Refused(Exception):
    def __init__(self, what: Problem) -> None:
        self.problem = what


class _Drawing:
    """What an SVG file holds, as far as it decides whether it can be drawn."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._open: list[str] = []
        """The `id` of each element around this place; empty where it has none."""
        self._shapes: dict[str, int] = {"": 0}
        self._uses: dict[str, list[str]] = {"": []}
        self._root: Mapping[str, str] = {}

    def read(self, text: str) -> None:
        """Read all of it, or up to what is refused; nothing it names is ever fetched."""
        parser = expat.ParserCreate()
        parser.EntityDeclHandler = self._entity
        parser.StartElementHandler = self._start
        parser.EndElementHandler = lambda _tag: self._open.pop()
        parser.Parse(text, True)
        if (found := _OUTSIDE.search(text)) is not None:
            raise _Refused(self._outside(found[0]))

    def size_problem(self) -> Problem | None:
        """Whether it says how large it is, and is no mere line."""
        box = re.split(r"[\s,]+", self._root.get("viewBox", "").strip())
        sides = box[2:] if len(box) == 4 else [self._root.get("width", ""), self._root.get("height", "")]
        found = [_NUMBER.fullmatch(side) for side in sides]
        width, height = (float(number[1]) if number is not None else 0.0 for number in found)
        sound = 0 < width < math.inf and 0 < height < math.inf
        if not sound or max(width / height, height / width) > SIDES:
            return problem(
                "`{name}` does not say how large it is; give its `svg` a viewBox, like `0 0 400 300`",
                name=self._name,
            )
        return None

    def use_problem(self) -> Problem | None:
        """Whether drawing stays short where parts repeat parts."""
        if self._cost("", {}, 0) <= MOST_SHAPES:
            return None
        return self._too_much()

    def _cost(self, place: str, known: dict[str, int], depth: int) -> int:
        """How many shapes are drawn for a part; far too many for a circle."""
        if depth > DEEPEST:
            return MOST_SHAPES + 1
        if place not in known:
            uses = (self._cost(target, known, depth + 1) for target in self._uses.get(place, ()))
            known[place] = min(self._shapes.get(place, 0) + sum(uses), MOST_SHAPES + 1)
        return known[place]

    def _start(self, tag: str, attributes: Mapping[str, str]) -> None:
        kind = tag.rpartition(":")[2]
        if not self._open:
            if kind != "svg":
                raise _Refused(_other_kind(self._name))
            self._root = attributes
        if kind.lower() in _FORBIDDEN or any(key.lower().startswith("on") for key in attributes):
            raise _Refused(problem("`{name}` holds a program; save it as a plain drawing", name=self._name))
        self._open.append(attributes.get("id", ""))
        around = {"", *self._open}
        for place in around:
            self._shapes[place] = self._shapes.get(place, 0) + 1
        if len(self._open) > DEEPEST or self._shapes[""] > MOST_SHAPES:
            raise _Refused(self._too_much())
        for key, value in attributes.items():
            if key.rpartition(":")[2] == "href":
                self._link(kind, value.strip(), around)

    def _link(self, kind: str, target: str, around: set[str]) -> None:
        if target.startswith("#"):
            if kind == "use":
                for place in around:
                    self._uses.setdefault(place, []).append(target[1:])
        elif not target.startswith(("data:image/png", "data:image/jpeg")):
            raise _Refused(self._outside(target))

    def _entity(self, *_about: object) -> None:
        raise _Refused(problem("`{name}` defines entities; save it as a plain drawing", name=self._name))

    def _outside(self, target: str) -> Problem:
        return problem(
            "`{name}` needs `{target}` from elsewhere; put it into the drawing, or take it out",
            name=self._name,
            target=target,
        )

    def _too_much(self) -> Problem:
        return problem(
            "`{name}` has too many parts, or parts that hold themselves; make it simpler", name=self._name
        )
