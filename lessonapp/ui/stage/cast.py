"""The cast as half-length figures: OpenMoji people with each one's own hair, shirt and face of the moment."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from lessonapp.domain.scene import Mood, Who
from lessonapp.ui.pictures import SKIN, mascot_svg, openmoji_svg

INK = "#1B2438"
HAIR = "#33261F"
LINE = f'fill="none" stroke="{INK}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"'
THIN = LINE.replace('stroke-width="2"', 'stroke-width="1.6"')
SOLID = f'stroke="{INK}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"'

HALF_HEIGHT = 61.0
CHILD, TEEN, GROWN = 0.87, 0.94, 1.0
"""How tall people are beside each other."""
CHIN = 45.0
SAO_HEIGHT, SAO_WIDTH = 334.0, 272.0
POSES: dict[Mood, str] = {
    "happy": "cheer",
    "think": "think",
    "worried": "worry",
    "sad": "sad",
    "surprised": "surprised",
    "calm": "listen",
    "proud": "proud",
}


@dataclass(frozen=True, slots=True)
class _Look:
    base: str
    shirt: str
    eyes: float
    behind: str = ""
    over: str = ""
    child: bool = True
    hair: str = HAIR
    size: float = CHILD
    top: float = 11.0
    half: float = 15.6


def _tails(y: float, band: str) -> str:
    return "".join(
        f'<ellipse cx="{x}" cy="{y}" rx="5" ry="8" fill="{HAIR}" {SOLID} transform="rotate({turn} {x} {y})"/>'
        f'<circle cx="{knot}" cy="{y - 5}" r="2.2" fill="{band}" stroke="{INK}" stroke-width="1.4"/>'
        for x, knot, turn in ((18.5, 22.4, 18), (53.5, 49.6, -18))
    )


def _glasses(y: float) -> str:
    return (
        f'<g stroke="{INK}" stroke-width="1.6" fill="none">'
        f'<circle cx="31.6" cy="{y}" r="4.1"/><circle cx="40.4" cy="{y}" r="4.1"/>'
        f'<path d="M35.4,{y} h1.2"/></g>'
    )


def _collar(colour: str) -> str:
    return f'<path d="M28,48.4 L36,56 L44,48.4 L41,60 L36,56 L31,60 Z" fill="{colour}" {SOLID}/>'


_TIE = f'<path d="M34.2,53.4h3.6l1.4,7.6h-6.4z" fill="#C8402F" stroke="{INK}" stroke-width="1.4"/>'
_WHEELS = (
    f'<g {LINE}><path d="M16,47 h-4.5 M56,47 h4.5 M16,47 V60 M56,47 V60"/></g>'
    f'<g fill="#B9C2CC" {SOLID}><circle cx="15" cy="63" r="11"/><circle cx="57" cy="63" r="11"/></g>'
    f'<g fill="#FFFFFF" {SOLID}><circle cx="15" cy="63" r="7"/><circle cx="57" cy="63" r="7"/></g>'
)
_CAP = (
    f'<path d="M21.5,21 C21.5,11 28,8 36,8 S50.5,11 50.5,21 C41,17.6 31,17.6 21.5,21 Z"'
    f' fill="#F2603C" {SOLID}/>'
    f'<path d="M21.5,21 C31,17.6 44,17.6 55.5,22.6 C45,23.6 32,22 21.5,21 Z" fill="#D94B2A" {SOLID}/>'
)
_NECK = f'<path d="M31.4,43 V51 C31.4,55 40.6,55 40.6,51 V43 Z" fill="{SKIN}" {SOLID}/>'
_BUN = f'<circle cx="36" cy="10.5" r="6" fill="{HAIR}" {SOLID}/>'
_BAND = '<path d="M23,22.6 C27,14.6 44,13 49,21.6" fill="none" stroke="{c}" stroke-width="3.4"/>'
_CLIP = f'<circle cx="47.6" cy="21.6" r="2.6" fill="#FFC93C" stroke="{INK}" stroke-width="1.5"/>'
_COAT = (
    f'<path d="M17,61v-4c0-5,5-9,10-9l9,9l9-9c5,0,10,4,10,9v4Z" fill="#FFFFFF" {SOLID}/>'
    f'<path d="M45,54.5 h4 M47,52.5 v4" stroke="#0F8579" stroke-width="2" stroke-linecap="round"/>'
)

_LOOKS: dict[Who, _Look] = {
    "may": _Look("1F467-1F3FB", "#FFC93C", 31, over=_CLIP.replace("#FFC93C", "#F2603C"), half=20),
    "ti": _Look("1F466-1F3FB", "#F2603C", 33, top=13),
    "na": _Look("1F9D2-1F3FB", "#7FC070", 33, behind=_tails(31, "#F2603C"), top=13, half=24),
    "bin": _Look("1F468-1F3FB", "#5AA9DD", 30, over=_CAP, top=7, half=20.5),
    "truc": _Look(
        "1F469-1F3FB", "#B79BE0", 30, behind=_WHEELS, over=_BAND.format(c="#FFFFFF"), top=10, half=20
    ),
    "kien": _Look("1F9D1-1F3FB", "#3B4A8C", 30, over=_collar("#E5EAF6")),
    "minh": _Look("1F466-1F3FB", "#45B8A0", 33, over=_glasses(33), child=False, size=TEEN, top=13),
    "ha": _Look(
        "1F467-1F3FB", "#F29BB0", 31, over=_BAND.format(c="#0F8579"), child=False, size=TEEN, half=20
    ),
    "dang": _Look("1F468-1F3FB", "#F4B860", 30, over=_collar("#FFFFFF"), child=False, size=TEEN),
    "yen": _Look("1F469-1F3FB", "#8CB4F0", 30, behind=_BUN, child=False, size=TEEN, top=3.5, half=20),
    "co-lan": _Look(
        "1F469-1F3FB", "#C8568A", 30, over=_glasses(30), child=False, size=GROWN, top=10, half=20
    ),
    "thay-son": _Look(
        "1F9D1-1F3FB",
        "#8FA7C2",
        30,
        over=_collar("#FFFFFF") + _TIE + _glasses(30),
        child=False,
        hair="#7D7F8A",
        size=GROWN,
    ),
    "me-may": _Look("1F467-1F3FB", "#0F8579", 31, child=False, size=GROWN, half=20),
    "bo-ti": _Look("1F468-1F3FB", "#D9A441", 30, child=False, size=GROWN),
    "ba-na": _Look("1F475-1F3FB", "#A86BA8", 29, child=False, size=GROWN, top=5, half=16.5),
    "ong-bin": _Look("1F474-1F3FB", "#8A6D4F", 29, child=False, size=GROWN, top=16),
    "co-hoa": _Look("1F9D1-1F3FB", "#CDE8E4", 30, behind=_BUN, over=_COAT, child=False, size=GROWN, top=3.5),
}

_EYES = re.compile(r'<path d="[^"]*"\s*/>')
_MOUTH = re.compile(r'<path [^>]*d="[Mm]\s?3[2-8](\.\d+)?[ ,]3[789][^"]*"\s*/>')
_FURROW = re.compile(r'<path [^>]*d="[Mm](31|41)(\.1)?[ ,]3[56][^"]*"\s*/>')  # on a cheek it reads as a beard
_HAIR_FILL = re.compile(r'(fill="(#\w+)")(?![^>]*stroke=)')  # reaches under the outline, however thin
_GROUP = re.compile(r'<g id="(\w[\w-]*)">(.*?)</g>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Build:
    """How somebody is built: how high the head reaches and where the mouth is, in parts of the height."""

    size: float
    """Beside a grown-up, who is 1."""
    top: float
    chin: float
    half: float
    """Half the width of the head, with hair and ears."""
    mouth: float


SUNK = 59.6
"""Of a figure's 61 units so many are seen: its cut lies below the edge."""


@cache
def build_of(who: Who) -> Build:
    """How one of the cast is built."""
    if who == "sao":
        return Build(1.0, top=0.965, chin=0.33, half=0.32, mouth=0.5)
    look = _LOOKS[who]
    return Build(
        look.size,
        top=(SUNK - look.top) / HALF_HEIGHT,
        chin=(SUNK - CHIN) / HALF_HEIGHT,
        half=look.half / HALF_HEIGHT,
        mouth=(SUNK - look.eyes - 5) / HALF_HEIGHT,
    )


@lru_cache(maxsize=160)
def figure(who: Who, mood: Mood) -> str:
    """One of the cast, half-length, in a box of 72 by 61, flat at the bottom."""
    look = _LOOKS[who]
    groups = dict(_GROUP.findall(openmoji_svg(look.base, look.shirt).replace("#92d3f5", look.shirt)))
    line = _FURROW.sub("", _MOUTH.sub("", _EYES.sub("", groups.get("line", ""))))
    hair = _HAIR_FILL.sub(r'\1 stroke="\2" stroke-width="1.2"', groups.get("hair", ""))
    fill = f"{groups.get('color', '')}{hair}{groups.get('skin', '')}".replace(HAIR, look.hair)
    face = _face(look.eyes, mood, child=look.child)
    coat_last = look.over == _COAT or look.over.startswith('<path d="M28,48.4')
    parts = (
        look.behind,
        _NECK,
        fill,
        line,
        look.over if coat_last else "",
        face,
        "" if coat_last else look.over,
    )
    return f'<g fill="{INK}">{"".join(parts)}</g>'


def sao(mood: Mood) -> str:
    """The mascot's drawing for a mood, without its outer element; its box is -16 -30 272 334."""
    text = mascot_svg(POSES[mood])
    return text[text.index(">") + 1 : text.rindex("</svg>")]


def _face(y: float, mood: Mood, *, child: bool) -> str:
    eyes = f'<circle cx="32" cy="{y}" r="2"/><circle cx="40" cy="{y}" r="2"/>'
    m = y + 8.2
    brows = ""
    cheeks = (
        f'<circle cx="28.6" cy="{y + 5}" r="1.9" fill="#F0A98F"/><circle cx="43.4" cy="{y + 5}"'
        f' r="1.9" fill="#F0A98F"/>'
        if child
        else ""
    )
    mouth = f'<path {LINE} d="M33,{m}c2,1.1,4,1.1,6,0"/>'
    if mood == "happy":
        mouth = f'<path fill="#FFFFFF" {SOLID} d="M31.6,{m - 1.4}h8.8c-0.6,5-8.2,5-8.8,0z"/>'
    elif mood == "proud":
        eyes = f'<path {LINE} d="M30,{y + 0.8}c0.8,-2.6,3.2,-2.6,4,0M38,{y + 0.8}c0.8,-2.6,3.2,-2.6,4,0"/>'
        mouth = f'<path {LINE} d="M31.4,{m - 1}c2.4,3.2,6.8,3.2,9.2,0"/>'
    elif mood == "think":
        eyes = f'<circle cx="32.9" cy="{y - 0.9}" r="2"/><circle cx="40.9" cy="{y - 0.9}" r="2"/>'
        brows = f'<path {THIN} d="M29.6,{y - 4.4}h4M38.4,{y - 5.6}c1.4,-0.8,3,-0.6,4,0.2"/>'
        mouth = f'<path {LINE} d="M33.6,{m + 0.6}l5,-0.8"/>'
    elif mood == "worried":
        brows = f'<path {THIN} d="M29.4,{y - 3.6}l3.6,-1.6M42.6,{y - 3.6}l-3.6,-1.6"/>'
        mouth = f'<path {LINE} d="M32.4,{m + 0.4}c1.2,-1.6,2.4,-1.6,3.6,0s2.4,1.6,3.6,0"/>'
    elif mood == "sad":
        brows = f'<path {THIN} d="M29.2,{y - 3.2}l3.8,-1.8M42.8,{y - 3.2}l-3.8,-1.8"/>'
        mouth = f'<path {LINE} d="M33,{m + 1.6}c1.6,-2.2,4.4,-2.2,6,0"/>'
    elif mood == "surprised":
        brows = f'<path {THIN} d="M29.6,{y - 5}c1,-1,3,-1,4,0M38.4,{y - 5}c1,-1,3,-1,4,0"/>'
        mouth = f'<ellipse cx="36" cy="{m + 0.8}" rx="2.2" ry="2.8" fill="#8A3B32" {SOLID}/>'
    return cheeks + eyes + brows + mouth
