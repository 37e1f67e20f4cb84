"""Larger drawings of the themes: kites, the half-pixelled face, a family behind a wall."""

from functools import cache

from lessonapp.ui.pictures import openmoji_svg
from lessonapp.ui.stage.cast import figure
from lessonapp.ui.stage.props import placed

INK = "#1B2438"


@cache
def kite_svg(body: str, trim: str) -> str:
    """A flute kite (diều sáo) with two ribbons."""
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 400">
<g stroke="{INK}" stroke-width="7" stroke-linejoin="round" stroke-linecap="round">
<path d="M226 96 C200 60 204 32 218 14 C244 30 260 56 254 96 Z" fill="{trim}"/>
<path d="M206 168 C202 110 214 92 236 88 C262 84 274 110 282 164 Z" fill="{trim}"/>
<path d="M228 206 L282 196 C286 232 276 258 266 270 C248 256 236 236 228 206 Z" fill="{body}"/>
<path d="M16 122 C110 196 320 172 452 44 C430 140 350 208 240 216 C140 220 66 190 16 122 Z" fill="{body}"/>
<path d="M266 270 C234 256 212 252 188 256 M266 270 C296 244 318 236 338 230" fill="none" stroke-width="6"/>
</g>
<circle cx="240" cy="122" r="12" fill="{INK}"/>
<g fill="none" stroke="{trim}" stroke-width="13" stroke-linecap="round">
<path d="M104 186 C126 198 150 206 172 208"/><path d="M338 176 C362 162 378 148 388 136"/>
<path d="M186 262 C160 296 204 330 174 380"/><path d="M340 236 C378 250 352 310 394 342"/></g></svg>"""


@cache
def face_svg() -> str:
    """A face, half drawn and half in pixels."""
    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 660 760">',
        '<path d="M310 70 A300 300 0 0 0 310 670 Z" fill="#F4B860"/>',
        '<path d="M310 70 A300 300 0 0 0 310 670" fill="none" stroke="#15171C" stroke-width="8"/>',
        '<g fill="none" stroke="#15171C" stroke-linecap="round">',
        '<path d="M132 222 C156 196 196 194 226 212" stroke-width="13"/>',
        '<path d="M138 470 C168 526 236 556 310 538" stroke-width="17"/></g>',
        '<ellipse cx="192" cy="292" rx="30" ry="38" fill="#15171C"/>',
        '<circle cx="202" cy="278" r="11" fill="#FFFFFF"/>',
    ]
    rows = [
        "ddl",
        "lllD",
        "lmll.l",
        "llldl..m",
        "dlKKlld",
        "dlll.ll.l",
        "ddll..DDm",
        "dlmlll",
        "ddmKll..l",
        "KKKll.d.K",
        "llll.l",
        "dmll",
        "dml",
    ]
    colour = {"l": "#F4B860", "d": "#C8812E", "D": "#C8812E", "m": "#E9A84A", "K": "#15171C"}
    for row, cells in enumerate(rows):
        parts += [
            f'<rect x="{312 + column * 50}" y="{46 + row * 50}" width="46" height="46"'
            f' fill="{colour[cell]}"/>'
            for column, cell in enumerate(cells)
            if cell in colour
        ]
    parts += [
        f'<rect x="{x}" y="{y}" width="22" height="22" fill="{fill}"/>'
        for x, y, fill in (
            (372, 8, "#F4B860"),
            (522, 8, "#15171C"),
            (572, 108, "#15171C"),
            (522, 610, "#FFFFFF"),
            (422, 710, "#15171C"),
        )
    ]
    parts.append('<path d="M310 20 V744" stroke="#15171C" stroke-width="6" stroke-dasharray="5 15"/></svg>')
    return "".join(parts)


@cache
def family_svg() -> str:
    """Father, mother and child, for adults' lessons."""
    people = (("bo-ti", -32, 4.6), ("me-may", 182, 4.6), ("na", 134, 3.0))
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 300">']
    for who, x, scale in people:
        parts.append(f'<g transform="translate({x} {301 - 61 * scale:.1f}) scale({scale})">')
        parts.append(figure(who, "happy"))
        parts.append("</g>")
    parts.append("</svg>")
    return "".join(parts)


@cache
def chat_card_svg(first: str, second: str, third: str, colours: tuple[str, str, str, str]) -> str:
    """A sticker of a chat: what is written is only hinted at, the pictures tell the topic."""
    ink, primary, soft, accent = colours

    def drawn(code: str, x: float, y: float, size: float) -> str:
        return placed(openmoji_svg(code), x, y, size)

    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 504 356">'
        f'<rect x="14" y="17" width="480" height="330" rx="34" fill="{primary}"/>'
        f'<rect x="3" y="3" width="480" height="330" rx="34" fill="#FFFFFF" stroke="{ink}" stroke-width="5"/>'
        f"{drawn('1F4AC', 28, 26, 66)}"
        f'<rect x="108" y="50" width="180" height="18" rx="9" fill="{ink}"/>'
        f'<rect x="32" y="110" width="300" height="96" rx="26" fill="{soft}"/>'
        f"{drawn(first, 42, 116, 84)}"
        f'<rect x="140" y="136" width="164" height="15" rx="7.5" fill="{primary}"/>'
        f'<rect x="140" y="165" width="110" height="15" rx="7.5" fill="{primary}"/>'
        f'<rect x="206" y="222" width="246" height="88" rx="26" fill="{accent}"'
        f' stroke="{ink}" stroke-width="4"/>'
        f"{drawn(second, 224, 232, 68)}{drawn(third, 296, 232, 68)}{drawn('1F499', 368, 232, 68)}</svg>"
    )


@cache
def poster_svg(code: str) -> str:
    """A thing on a disc that falls into squares at its edge, as on a magazine's cover."""
    squares = "".join(
        f'<rect x="{x}" y="{y}" width="46" height="46" fill="{fill}"/>'
        for x, y, fill in (
            (548, 120, "#F4B860"),
            (598, 170, "#15171C"),
            (548, 220, "#C8812E"),
            (598, 320, "#F4B860"),
            (598, 420, "#C8812E"),
            (548, 520, "#15171C"),
            (598, 570, "#F4B860"),
            (498, 620, "#C8812E"),
            (448, 30, "#FFFFFF"),
            (60, 640, "#15171C"),
            (20, 590, "#F4B860"),
        )
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 660 760">'
        '<circle cx="320" cy="380" r="280" fill="#F4B860" stroke="#15171C" stroke-width="8"/>'
        f"{squares}{placed(openmoji_svg(code), 110, 170, 420)}</svg>"
    )
