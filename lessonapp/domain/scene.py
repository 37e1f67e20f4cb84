"""Scenes as data: a setting, actors of the fixed cast with a mood and a place, props."""

from typing import Literal

from pydantic import Field

from lessonapp.domain.fields import Slug
from lessonapp.domain.value import Value

Setting = Literal[
    "bedroom",
    "living-room",
    "kitchen",
    "classroom",
    "school-yard",
    "library",
    "computer-lab",
    "street",
    "field-road",
    "shop",
    "bus",
    "phone-screen",
    "calm",
]
Who = Literal[
    "sao",
    "may",
    "ti",
    "na",
    "bin",
    "truc",
    "kien",
    "minh",
    "ha",
    "dang",
    "yen",
    "co-lan",
    "thay-son",
    "me-may",
    "bo-ti",
    "ba-na",
    "ong-bin",
    "co-hoa",
]
Mood = Literal["happy", "think", "worried", "sad", "surprised", "calm", "proud"]
Place = Literal["left", "centre", "right"]

NAMES: dict[str, tuple[str, str]] = {
    "sao": ("Sao", "Sao"),
    "may": ("Mây", "Mây"),
    "ti": ("Tí", "Tí"),
    "na": ("Na", "Na"),
    "bin": ("Bin", "Bin"),
    "truc": ("Trúc", "Trúc"),
    "kien": ("Kiên", "Kiên"),
    "minh": ("Minh", "Minh"),
    "ha": ("Hạ", "Hạ"),
    "dang": ("Đăng", "Đăng"),
    "yen": ("Yến", "Yến"),
    "co-lan": ("cô Lan", "Ms Lan"),
    "thay-son": ("thầy Sơn", "Mr Sơn"),
    "me-may": ("mẹ của Mây", "Mây’s mum"),
    "bo-ti": ("bố của Tí", "Tí’s dad"),
    "ba-na": ("bà ngoại của Na", "Na’s grandma"),
    "ong-bin": ("ông nội của Bin", "Bin’s grandpa"),
    "co-hoa": ("cô Hoà", "Ms Hoà"),
}
"""Vietnamese and English name of each member of the cast."""


class Actor(Value):
    """One of the cast in a scene."""

    who: Who
    mood: Mood = "calm"
    at: Place = "centre"


class Scene(Value):
    """A drawn place with people and things in it."""

    setting: Setting
    actors: tuple[Actor, ...] = Field(default=(), max_length=3)
    props: tuple[Slug, ...] = Field(default=(), max_length=3)
