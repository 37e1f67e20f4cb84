"""What stage, pages, cards and papers must show alike: answers, animals, audience palettes.

Values that Home needs to be painted are named tuples: a data class takes five times as long to make.
"""

from typing import Literal, NamedTuple

Audience = Literal["grades-1-3", "grades-4-5", "grades-6-9", "grades-10-12", "adults"]
AUDIENCES: tuple[Audience, ...] = ("grades-1-3", "grades-4-5", "grades-6-9", "grades-10-12", "adults")

POLICE = "113"
"""The number in danger, as long as a school knows no other; 111 is not a setting at all."""

Shape = Literal["circle", "triangle", "square", "diamond"]


WITH_MASCOT: tuple[Audience, ...] = ("grades-1-3", "grades-4-5")
"""Who meets the mascot; older ones and grown-ups do not."""


class AnswerLook(NamedTuple):
    """Colour, shape and letter of one answer; always shown all three."""

    letter: str
    colour: str
    shape: Shape
    letter_colour: str
    letter_size: int  # of a shape in a 100 x 100 box
    outlined: bool


ANSWERS: tuple[AnswerLook, ...] = (
    AnswerLook("A", "#0A4A9C", "circle", "#0A4A9C", 52, outlined=False),
    AnswerLook("B", "#FFB000", "triangle", "#1B2438", 44, outlined=True),
    AnswerLook("C", "#A3124F", "square", "#A3124F", 54, outlined=False),
    AnswerLook("D", "#45CDB0", "diamond", "#1B2438", 46, outlined=True),
)
LETTERS = "".join(look.letter for look in ANSWERS)


class Palette(NamedTuple):
    """Colours and corner radius (stage units) of one audience."""

    paper: str
    soft: str
    line: str
    primary: str
    accent: str
    accent2: str
    muted: str
    ink: str
    radius: int


PALETTES: dict[Audience, Palette] = {
    "grades-1-3": Palette(
        "#FFF6DC", "#FDE9B4", "#E3CB86", "#13552A", "#FFC93C", "#F2603C", "#4A4A44", "#1B2438", 36
    ),
    "grades-4-5": Palette(
        "#EAF6FE", "#CFE8FA", "#9CC9E8", "#0A4A82", "#FFB703", "#EF5B3A", "#3C4A5C", "#1B2438", 28
    ),
    "grades-6-9": Palette(
        "#F7F5EF", "#E6E8F6", "#C3C7E2", "#2B2F7F", "#FFD21F", "#FF7A45", "#44476A", "#17193B", 18
    ),
    "grades-10-12": Palette(
        "#F3F1EC", "#E4E0D6", "#BDB7A9", "#15171C", "#E23D1B", "#F4B860", "#45464C", "#15171C", 8
    ),
    "adults": Palette(
        "#F5F5F0", "#E3EEEA", "#B4C8C1", "#0E4842", "#D9A441", "#BF5B36", "#384A4C", "#16282B", 14
    ),
}

OK, OK_TINT = "#0F5A31", "#DDF3E4"
WARN, WARN_TINT = "#6B4300", "#FFF0C7"
DANGER, DANGER_TINT = "#96161C", "#FDE5E3"
INFO, INFO_TINT = "#0A4A82", "#E2F0FB"

SEAT_LIMIT = 2000
USUAL_SEATS = 35
"""Of a class that says no number."""
ASSEMBLY_FROM = 101
"""From so many seats on nobody picks a number, and only counts are shown: the school sits in the yard."""

# Seat number -> (Vietnamese, English, OpenMoji code). Animals used as insults are left out on purpose.
_ANIMALS = """
Mèo|Cat|1F431 Thỏ|Rabbit|1F430 Gấu_trúc|Panda|1F43C Hổ|Tiger|1F42F Sư_tử|Lion|1F981 Ếch|Frog|1F438
Gà_con|Chick|1F425 Vịt|Duck|1F986 Đại_bàng|Eagle|1F985 Cú_mèo|Owl|1F989 Sói|Wolf|1F43A Ngựa|Horse|1F434
Kỳ_lân|Unicorn|1F984 Ong|Bee|1F41D Bướm|Butterfly|1F98B Ốc_sên|Snail|1F40C Bọ_rùa|Ladybird|1F41E
Rùa|Turtle|1F422 Bạch_tuộc|Octopus|1F419 Tôm|Shrimp|1F990 Cua|Crab|1F980 Cá_heo|Dolphin|1F42C
Cá_voi|Whale|1F433 Cá_mập|Shark|1F988 Ngựa_vằn|Zebra|1F993 Voi|Elephant|1F418 Hươu_cao_cổ|Giraffe|1F992
Lạc_đà|Camel|1F42A Chuột_túi|Kangaroo|1F998 Nhím|Hedgehog|1F994 Sóc|Squirrel|1F43F Rái_cá|Otter|1F9A6
Cáo|Fox|1F98A Gấu_mèo|Raccoon|1F99D Cánh_cụt|Penguin|1F427 Công|Peacock|1F99A Vẹt|Parrot|1F99C
Hồng_hạc|Flamingo|1F9A9 Thiên_nga|Swan|1F9A2 Bồ_câu|Dove|1F54A Tê_giác|Rhino|1F98F
Khủng_long|Dinosaur|1F995 Nai|Deer|1F98C Gấu_túi|Koala|1F428 Cừu|Sheep|1F411 Hamster|Hamster|1F439
Cá_vàng|Goldfish|1F420 Sứa|Jellyfish|1FABC Hải_cẩu|Seal|1F9AD Hải_ly|Beaver|1F9AB
"""


class Animal(NamedTuple):
    """The animal that helps to recognise a seat."""

    vi: str
    en: str
    openmoji: str

    def name(self, language: str) -> str:
        """Its name in a language."""
        return self.en if language == "en" else self.vi


ANIMALS: tuple[Animal, ...] = tuple(
    Animal(*(part.replace("_", " ") for part in entry.split("|"))) for entry in _ANIMALS.split()
)


def animal_of(seat: int) -> Animal | None:
    """The animal of a seat (1 to 50); from 51 on a seat is its number only."""
    return ANIMALS[seat - 1] if 1 <= seat <= len(ANIMALS) else None
