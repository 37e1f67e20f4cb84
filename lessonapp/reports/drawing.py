"""Our own pictures as vectors of a page: the mascot and the icons are SVG of a few plain shapes."""

import re
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from lessonapp.settings import resources_folder

_SVG = "{http://www.w3.org/2000/svg}"
_NUMBER = re.compile(r"-?\d*\.?\d+(?:e-?\d+)?")
_STEP = re.compile(r"([MLCZ])([^MLCZ]*)")
_CAPS = {"butt": 0, "miter": 0, "round": 1, "square": 2, "bevel": 2}
Shape = ET.Element


@cache
def picture(name: str) -> Shape:
    """One of our pictures by its name under `resources`, such as `mascot/sao-hello`."""
    return _parse(resources_folder() / f"{name}.svg")


def _parse(path: Path) -> Shape:
    return ET.parse(path).getroot()  # noqa: S314 - our own file, part of the program


def draw_picture(canvas: Canvas, name: str, x: float, y: float, high: float) -> float:
    """Draw a picture with its lower left corner at a place; how wide it is."""
    root = picture(name)
    left, top, wide, tall = (float(n) for n in root.attrib["viewBox"].split())
    unit = high / tall
    form = f"picture-{name.replace('/', '-')}"
    if not canvas.hasForm(form):
        box: Any = (left, top, left + wide, top + tall)  # any number will do, whatever the stubs say
        canvas.beginForm(form, *box)
        _draw_all(canvas, root)
        canvas.endForm()
    canvas.saveState()
    canvas.transform(unit, 0, 0, -unit, x - left * unit, y + (top + tall) * unit)
    canvas.doForm(form)
    canvas.restoreState()
    return wide * unit


def _draw_all(canvas: Canvas, parent: Shape) -> None:
    for shape in parent:
        canvas.saveState()
        kind, given = shape.tag.removeprefix(_SVG), shape.attrib
        if kind == "g":
            _move(canvas, given.get("transform", ""))
            _draw_all(canvas, shape)
        else:
            fill, stroke = _colours(canvas, given)
            canvas.drawPath(_path(canvas, kind, given), stroke=stroke, fill=fill)
        canvas.restoreState()


def _move(canvas: Canvas, transform: str) -> None:
    for name, numbers in re.findall(r"(\w+)\(([^)]*)\)", transform):
        values = [float(n) for n in _NUMBER.findall(numbers)]
        match name:
            case "translate":
                canvas.translate(values[0], values[1])
            case "scale":
                canvas.scale(values[0], values[-1])
            case "rotate":
                canvas.rotate(values[0])


def _colours(canvas: Canvas, given: dict[str, str]) -> tuple[int, int]:
    fill, stroke = given.get("fill", "#000000"), given.get("stroke", "none")
    if fill != "none":
        canvas.setFillColor(HexColor(fill))
    if stroke != "none":
        canvas.setStrokeColor(HexColor(stroke))
        canvas.setLineWidth(float(given.get("stroke-width", "1")))
        canvas.setLineCap(_CAPS[given.get("stroke-linecap", "butt")])
        canvas.setLineJoin(_CAPS[given.get("stroke-linejoin", "miter")])
    return int(fill != "none"), int(stroke != "none")


def _path(canvas: Canvas, kind: str, given: dict[str, str]) -> Any:
    path = canvas.beginPath()
    numbers = {key: float(value) for key, value in given.items() if _NUMBER.fullmatch(value)}
    match kind:
        case "circle":
            path.circle(numbers["cx"], numbers["cy"], numbers["r"])
        case "ellipse":
            rx, ry = numbers["rx"], numbers["ry"]
            path.ellipse(numbers["cx"] - rx, numbers["cy"] - ry, 2 * rx, 2 * ry)
        case "polygon":
            points = [float(n) for n in _NUMBER.findall(given["points"])]
            for place, corner in enumerate(zip(points[::2], points[1::2], strict=True)):
                (path.lineTo if place else path.moveTo)(*corner)
            path.close()
        case "path":
            _trace(path, given["d"])
        case _:
            raise ValueError(f"a picture of ours holds a <{kind}>, which papers cannot draw")
    return path


def _trace(path: Any, text: str) -> None:
    for step, numbers in _STEP.findall(text):
        values = [float(n) for n in _NUMBER.findall(numbers)]
        match step:
            case "M":
                path.moveTo(*values[:2])
            case "L":
                for place in range(0, len(values), 2):
                    path.lineTo(*values[place : place + 2])
            case "C":
                for place in range(0, len(values), 6):
                    path.curveTo(*values[place : place + 6])
            case "Z":
                path.close()
