"""The thirteen settings as flat, outlined backgrounds for a box of any shape."""

from collections.abc import Callable

from lessonapp.domain.scene import Setting

INK = "#1B2438"


class Pen:
    """Writes SVG shapes for a box of a width and height; u is a hundredth of the height."""

    def __init__(self, width: float, height: float) -> None:
        self.w, self.h = width, height
        self.u = min(height, width * 0.75) / 100
        self.parts: list[str] = []

    def rect(
        self, x: float, y: float, w: float, h: float, fill: str, *, line: bool = True, radius: float = 0
    ) -> None:
        """A rectangle, outlined unless told."""
        self.parts.append(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{h:.1f}" rx="{radius:.1f}" fill="{fill}"'
            f"{self._line(line)}/>"
        )

    def circle(self, x: float, y: float, r: float, fill: str, *, line: bool = True) -> None:
        """A circle."""
        self.parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" fill="{fill}"{self._line(line)}/>')

    def path(self, d: str, fill: str, *, line: bool = True) -> None:
        """A path."""
        self.parts.append(f'<path d="{d}" fill="{fill}"{self._line(line)}/>')

    def stroke(self, d: str, colour: str = INK, width: float | None = None) -> None:
        """A line."""
        thick = self.thick if width is None else width
        self.parts.append(
            f'<path d="{d}" fill="none" stroke="{colour}" stroke-width="{thick:.1f}" stroke-linecap="round"'
            ' stroke-linejoin="round"/>'
        )

    @property
    def thick(self) -> float:
        """Line weight."""
        return max(3.0, self.u * 0.95)

    def _line(self, line: bool) -> str:
        if not line:
            return ""
        return f' stroke="{INK}" stroke-width="{self.thick:.1f}" stroke-linejoin="round"'


def _room(p: Pen, wall: str, floor: str, level: float = 0.78) -> float:
    p.rect(0, 0, p.w, p.h, wall, line=False)
    y = p.h * level
    p.rect(-9, y, p.w + 18, p.h - y + 9, floor)
    return y


def _window(p: Pen, x: float, y: float, size: float) -> None:
    p.rect(x, y, size, size * 0.86, "#BFE3F8", radius=4)
    p.path(
        f"M{x + 3} {y + size * 0.62} q{size * 0.3} {-size * 0.2} {size * 0.5} 0 t{size * 0.47} -4"
        f" v{size * 0.22} h{-size * 0.97} z",
        "#A9D88F",
        line=False,
    )
    p.rect(x, y, size, size * 0.86, "none", radius=4)
    p.stroke(f"M{x + size / 2} {y} V{y + size * 0.86} M{x} {y + size * 0.43} H{x + size}")


def fittings(setting: Setting, width: float, height: float) -> list[tuple[float, float, float, float]]:
    """Where windows, pictures and cupboards of a room's wall are: left, top, right, bottom."""
    w, h, u = width, height, min(height, width * 0.75) / 100
    match setting:
        case "bedroom":
            window = (w * 0.08, h * 0.1, w * 0.08 + u * 34, h * 0.1 + u * 29.3)
            lamp = (w * 0.62 - u * 9, 0, w * 0.62 + u * 9, h * 0.1 + u * 11)
            return [window, lamp, (w - u * 66, h * 0.78 - u * 44, w, h)]
        case "living-room":
            picture = (w * 0.16, h * 0.1, w * 0.16 + u * 28, h * 0.1 + u * 20)
            return [picture, (w - u * 33, h * 0.18, w - u * 7, h * 0.34)]
        case "kitchen":
            return [(0, h * 0.08, w * 0.44, h * 0.32)]
        case "computer-lab":
            top, bottom = h * 0.08, h * 0.08 + u * 24.1
            return [(w * 0.06, top, w * 0.06 + u * 28, bottom), (w * 0.94 - u * 28, top, w * 0.94, bottom)]
        case _:
            return []


def _bedroom(p: Pen) -> None:
    y = _room(p, "#FDEFD8", "#E8B877")
    _window(p, p.w * 0.08, p.h * 0.1, p.u * 34)
    p.rect(p.w - p.u * 62, y - p.u * 26, p.u * 70, p.u * 26, "#8FB8E8", radius=8)
    p.rect(p.w - p.u * 60, y - p.u * 34, p.u * 26, p.u * 14, "#FFFFFF", radius=7)
    p.rect(p.w - p.u * 66, y - p.u * 44, p.u * 7, p.u * 50, "#A86B36", radius=4)
    _lamp(p)


def _lamp(p: Pen) -> None:
    _pendant(p, p.w * 0.62, p.h * 0.1)


def _pendant(p: Pen, x: float, y: float) -> None:
    """A lamp that hangs from the ceiling."""
    p.stroke(f"M{x} 0 V{y}")
    p.circle(x, y + p.u * 8, p.u * 3, "#FFF4C2")
    p.path(
        f"M{x - p.u * 2.6} {y} H{x + p.u * 2.6} L{x + p.u * 9} {y + p.u * 8.4} H{x - p.u * 9} Z",
        "#FFC93C",
    )


def _living_room(p: Pen) -> None:
    y = _room(p, "#E6F2E4", "#D9A46B")
    p.rect(p.w * 0.1, y - p.u * 34, p.u * 84, p.u * 26, "#F2855E", radius=12)
    p.rect(p.w * 0.1 - p.u * 6, y - p.u * 22, p.u * 12, p.u * 24, "#E26E45", radius=7)
    p.rect(p.w * 0.1 + p.u * 78, y - p.u * 22, p.u * 12, p.u * 24, "#E26E45", radius=7)
    p.rect(p.w * 0.1 + p.u * 3, y - p.u * 13, p.u * 78, p.u * 14, "#F59B78", radius=5)
    p.rect(p.w * 0.16, p.h * 0.1, p.u * 28, p.u * 20, "#FFFFFF", radius=3)
    p.path(
        f"M{p.w * 0.16 + p.u * 3} {p.h * 0.1 + p.u * 17} l{p.u * 7} {-p.u * 9} l{p.u * 6} {p.u * 6}"
        f" l{p.u * 4} {-p.u * 4} l{p.u * 5} {p.u * 7} z",
        "#7FC070",
        line=False,
    )
    x = p.w - p.u * 20
    p.stroke(f"M{x} {y} V{p.h * 0.3}")
    p.path(
        f"M{x - p.u * 13} {p.h * 0.34} L{x - p.u * 7} {p.h * 0.18} H{x + p.u * 7} L{x + p.u * 13}"
        f" {p.h * 0.34} Z",
        "#FFC93C",
    )


def _kitchen(p: Pen) -> None:
    p.rect(0, 0, p.w, p.h, "#EAF4F0", line=False)
    step = p.u * 14
    for index in range(int(p.w / step) + 1):
        p.stroke(f"M{index * step} {p.h * 0.42} V{p.h * 0.66}", "#C9DDD6", 2)
    p.stroke(f"M0 {p.h * 0.54} H{p.w}", "#C9DDD6", 2)
    p.rect(-9, p.h * 0.08, p.w * 0.44, p.h * 0.24, "#D9824F", radius=4)
    p.stroke(f"M{p.w * 0.2} {p.h * 0.08} V{p.h * 0.32}")
    p.rect(-9, p.h * 0.66, p.w + 18, p.u * 6, "#FFFFFF")
    p.rect(-9, p.h * 0.66 + p.u * 6, p.w + 18, p.h, "#C06B3B")
    x = p.w * 0.76
    p.rect(x, p.h * 0.66 - p.u * 15, p.u * 24, p.u * 15, "#9AA7B4", radius=4)
    p.rect(x - p.u * 3, p.h * 0.66 - p.u * 18, p.u * 30, p.u * 4, "#B9C4CE", radius=2)
    for dx in (5, 12, 19):
        p.stroke(
            f"M{x + p.u * dx} {p.h * 0.66 - p.u * 22} q{p.u * 3} {-p.u * 4} 0 {-p.u * 8}",
            "#B9C4CE",
            p.thick * 0.8,
        )


def _classroom(p: Pen) -> None:
    y = _room(p, "#FFF4DF", "#D9A46B", 0.8)
    p.rect(p.w * 0.14, p.h * 0.08, p.w * 0.72, p.h * 0.4, "#2F6B4F", radius=4)
    p.rect(p.w * 0.14, p.h * 0.48, p.w * 0.72, p.u * 4, "#A86B36", radius=2)
    p.stroke(
        f"M{p.w * 0.2} {p.h * 0.18} h{p.w * 0.2} M{p.w * 0.2} {p.h * 0.26} h{p.w * 0.14}",
        "#CFE6D8",
        p.thick * 0.8,
    )
    for x in (p.w * 0.02, p.w * 0.7):
        p.rect(x, y - p.u * 12, p.w * 0.28, p.u * 5, "#E8B877", radius=2)
        p.stroke(
            f"M{x + p.w * 0.04} {y - p.u * 7} V{y + p.u * 8} M{x + p.w * 0.24} {y - p.u * 7} V{y + p.u * 8}"
        )


def _school_yard(p: Pen) -> None:
    _ground(p, "#CDEBF6", "#E9D3A4", 0.72)
    y = p.h * 0.72
    left, width = p.w * 0.3, p.w * 0.76
    p.rect(left, y - p.u * 40, width, p.u * 40, "#FFE9B8")
    p.path(f"M{left - p.u * 4} {y - p.u * 40} l{p.u * 6} {-p.u * 12} H{p.w + 20} v{p.u * 12} z", "#D9563A")
    step = p.u * 18
    for index in range(int(width / step) + 1):
        x = left + p.u * 6 + index * step
        p.rect(x, y - p.u * 32, p.u * 10, p.u * 12, "#8CC9E3", radius=2)
    p.rect(left + p.u * 20, y - p.u * 17, p.u * 14, p.u * 17, "#A86B36", radius=2)
    _tree(p, p.w * 0.13, y + p.u * 4, 1.0)


def _tree(p: Pen, x: float, y: float, scale: float) -> None:
    s = p.u * scale
    p.rect(x - 3 * s, y - 30 * s, 6 * s, 30 * s, "#A86B36", radius=2)
    p.path(
        f"M{x - 20 * s} {y - 34 * s} c{-8 * s} {-14 * s} {6 * s} {-26 * s} {16 * s} {-22 * s}"
        f" c{6 * s} {-10 * s} {24 * s} {-6 * s} {24 * s} {6 * s}"
        f" c{12 * s} {2 * s} {10 * s} {20 * s} {-2 * s} {20 * s} c{-8 * s} {8 * s} {-30 * s}"
        f" {6 * s} {-38 * s} {-4 * s} z",
        "#57A65A",
    )


def _ground(p: Pen, sky: str, ground: str, level: float) -> None:
    p.rect(0, 0, p.w, p.h, sky, line=False)
    p.rect(-9, p.h * level, p.w + 18, p.h, ground)


def _library(p: Pen) -> None:
    _room(p, "#F3E6D3", "#C99663", 0.84)
    colours = ("#D9563A", "#0F8579", "#FFC93C", "#3B6FB6", "#8FCB86", "#B79BE0")
    for shelf in range(3):
        top = p.h * 0.05 + shelf * p.h * 0.26
        p.rect(p.w * 0.04, top, p.w * 0.92, p.h * 0.26, "#8A5A2F")
        x, index = p.w * 0.06, shelf
        while x < p.w * 0.92:
            width = p.u * (4 + (index * 7) % 4)
            tall = p.h * (0.15 + ((index * 5) % 4) * 0.018)
            p.rect(x, top + p.h * 0.235 - tall, width, tall, colours[index % 6], radius=1)
            x += width + (p.u * 7 if index % 7 == 6 else 0)
            index += 1


def _computer_lab(p: Pen) -> None:
    p.rect(0, 0, p.w, p.h, "#E4EFF8", line=False)
    _window(p, p.w * 0.06, p.h * 0.08, p.u * 28)
    _window(p, p.w * 0.94 - p.u * 28, p.h * 0.08, p.u * 28)
    y = p.h * 0.68
    count = max(2, int(p.w / (p.u * 56)))
    for index in range(count):
        x = p.w * (index + 0.5) / count
        p.rect(x - p.u * 14, y - p.u * 26, p.u * 28, p.u * 20, "#33475B", radius=3)
        p.rect(x - p.u * 11.5, y - p.u * 23.5, p.u * 23, p.u * 15, "#9AD0EE", radius=2)
        p.path(f"M{x - p.u * 3} {y - p.u * 6} h{p.u * 6} l{p.u * 2} {p.u * 6} h{-p.u * 10} z", "#B9C4CE")
    p.rect(-9, y, p.w + 18, p.u * 5, "#FFFFFF")
    p.rect(-9, y + p.u * 5, p.w + 18, p.h, "#A9BCCB")


def _street(p: Pen) -> None:
    _ground(p, "#D6ECF7", "#8E979F", 0.8)
    y = p.h * 0.8
    x, index = -p.u * 6, 0
    fills = ("#FFE0B2", "#BFE0C8", "#F8C7B4", "#CFD8F3")
    while x < p.w:
        width, tall = p.u * (34 + (index % 3) * 6), p.u * (46 + (index * 11) % 22)
        p.rect(x, y - tall, width, tall, fills[index % 4])
        p.path(
            f"M{x} {y - p.u * 20} h{width} l{p.u * 3} {p.u * 7} h{-width - p.u * 6} z",
            ("#D9563A", "#0F8579")[index % 2],
        )
        p.rect(x + width * 0.2, y - tall + p.u * 7, width * 0.22, p.u * 11, "#8CC9E3", radius=2)
        p.rect(x + width * 0.58, y - tall + p.u * 7, width * 0.22, p.u * 11, "#8CC9E3", radius=2)
        p.rect(x + width * 0.3, y - p.u * 12, width * 0.4, p.u * 12, "#7A5230")
        x += width
        index += 1
    p.rect(-9, y, p.w + 18, p.u * 4, "#DDE2E6")
    p.stroke(f"M0 {p.h * 0.93} H{p.w}", "#FFFFFF", p.thick)


def _field_road(p: Pen) -> None:
    p.rect(0, 0, p.w, p.h, "#CDEBF6", line=False)
    p.circle(p.w * 0.85, p.h * 0.15, p.u * 9, "#FFC93C", line=False)
    h = p.h
    p.path(
        f"M-9 {h * 0.5} C{p.w * 0.2} {h * 0.36} {p.w * 0.36} {h * 0.36} {p.w * 0.5} {h * 0.47}"
        f" S{p.w * 0.84} {h * 0.36} {p.w + 9} {h * 0.48} V{h} H-9 Z",
        "#9CC7B8",
        line=False,
    )
    p.rect(-9, h * 0.54, p.w + 18, h, "#A9D88F")
    for index in range(4):
        y = h * (0.6 + index * 0.1)
        p.stroke(f"M0 {y} H{p.w}", "#7FC070", p.thick)
    p.path(f"M{p.w * 0.42} {h * 0.54} H{p.w * 0.5} L{p.w * 0.86} {h + 9} H{p.w * 0.3} Z", "#E9D3A4")
    _tree(p, p.w * 0.1, h * 0.6, 0.9)


def _shop(p: Pen) -> None:
    y = _room(p, "#FFF1D6", "#D9A46B", 0.8)
    count = 8
    width = p.w / count
    for index in range(count):
        fill = "#F2603C" if index % 2 else "#FFFFFF"
        p.path(
            f"M{index * width} 0 h{width} v{p.h * 0.14} a{width / 2} {width / 2.4} 0 0 1 {-width} 0 z", fill
        )
    colours = ("#0F8579", "#FFC93C", "#D9563A", "#5AA9DD")
    for shelf in range(2):
        base = p.h * (0.46 + shelf * 0.2)
        for index in range(int(p.w * 0.88 / (p.u * 13))):
            p.rect(
                p.w * 0.06 + index * p.u * 13,
                base - p.u * 11,
                p.u * 9,
                p.u * 11,
                colours[(index + shelf) % 4],
                radius=3,
            )
        p.rect(p.w * 0.04, base, p.w * 0.92, p.u * 3.4, "#A86B36", radius=2)
    p.rect(-9, y, p.w + 18, p.u * 5, "#E8B877")


def _bus(p: Pen) -> None:
    p.rect(0, 0, p.w, p.h, "#F8D56B", line=False)
    count = max(2, int(p.w / (p.u * 58)))
    for index in range(count):
        x = p.w * index / count + p.u * 5
        width = p.w / count - p.u * 10
        p.rect(x, p.h * 0.12, width, p.h * 0.4, "#BFE3F8", radius=14)
        p.path(
            f"M{x + 4} {p.h * 0.44} q{width * 0.3} {-p.h * 0.07} {width * 0.55} 0 t{width * 0.42} 0"
            f" v{p.h * 0.06} h{-width * 0.95} z",
            "#8FCB86",
            line=False,
        )
    p.stroke(f"M0 {p.h * 0.07} H{p.w}", "#8E979F", p.thick * 1.6)
    p.rect(-9, p.h * 0.6, p.w + 18, p.h * 0.06, "#E8B023")
    for index in range(count):
        x = p.w * (index + 0.5) / count
        p.rect(x - p.u * 22, p.h * 0.7, p.u * 44, p.h * 0.4, "#3B6FB6", radius=14)


def _phone_screen(p: Pen) -> None:
    p.rect(0, 0, p.w, p.h, "#DCE6F2", line=False)
    width = min(p.w * 0.8, p.h * 0.95)
    x = (p.w - width) / 2
    p.rect(x, p.h * 0.06, width, p.h * 1.2, INK, radius=p.u * 8)
    p.rect(x + p.u * 4, p.h * 0.13, width - p.u * 8, p.h, "#FFFFFF", line=False, radius=p.u * 4)
    p.circle(x + width / 2, p.h * 0.095, p.u * 1.4, "#8E979F", line=False)
    p.rect(x + p.u * 4, p.h * 0.13, width - p.u * 8, p.h * 0.12, "#0F8579", line=False, radius=p.u * 3)
    for index, share in enumerate((0.5, 0.38, 0.56)):
        left = x + p.u * 9 if index % 2 == 0 else x + width - p.u * 9 - width * share
        p.rect(
            left,
            p.h * (0.31 + index * 0.15),
            width * share,
            p.h * 0.09,
            ("#E3EEEA", "#CFE8FA")[index % 2],
            line=False,
            radius=p.u * 4,
        )


def _calm(p: Pen) -> None:
    p.rect(0, 0, p.w, p.h, "#DDF0EC", line=False)
    p.circle(p.w * 0.5, p.h * 0.86, p.h * 0.62, "#C3E3DC", line=False)
    p.circle(p.w * 0.5, p.h * 0.9, p.h * 0.44, "#AAD6CC", line=False)
    p.path(
        f"M-9 {p.h * 0.84} Q{p.w * 0.3} {p.h * 0.76} {p.w * 0.55} {p.h * 0.83} T{p.w + 9}"
        f" {p.h * 0.8} V{p.h + 9} H-9 Z",
        "#8FCB86",
    )
    for x, y in ((0.14, 0.14), (0.74, 0.2)):
        s = p.u
        p.path(
            f"M{p.w * x} {p.h * y + 10 * s} a{7 * s} {7 * s} 0 0 1 {6 * s} {-10 * s} a{9 * s}"
            f" {9 * s} 0 0 1 {17 * s} {2 * s} a{6 * s} {6 * s} 0 0 1 {3 * s} {8 * s} z",
            "#FFFFFF",
            line=False,
        )


_DRAW: dict[Setting, Callable[[Pen], None]] = {
    "bedroom": _bedroom,
    "living-room": _living_room,
    "kitchen": _kitchen,
    "classroom": _classroom,
    "school-yard": _school_yard,
    "library": _library,
    "computer-lab": _computer_lab,
    "street": _street,
    "field-road": _field_road,
    "shop": _shop,
    "bus": _bus,
    "phone-screen": _phone_screen,
    "calm": _calm,
}


NIGHT = "#22336E"  # over warm walls a lighter veil would be grey


def window_middle(width: float, height: float) -> tuple[float, float, float]:
    """Centre and width of the bedroom's window, where the moon is seen at night."""
    size = Pen(width, height).u * 34
    return width * 0.08 + size / 2, height * 0.1 + size * 0.43, size


def setting_svg(setting: Setting, width: float, height: float, *, night: bool = False) -> str:
    """The shapes of a setting, for a box of that size; at night in the dark."""
    pen = Pen(width, height)
    _DRAW[setting](pen)
    if night:
        pen.parts.append(f'<rect width="{width}" height="{height}" fill="{NIGHT}" fill-opacity="0.55"/>')
        if setting == "bedroom":
            _lamp(pen)  # it is lit: a night is calm, not frightening
    return "".join(pen.parts)
