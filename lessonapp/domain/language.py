"""The languages that the program, its lessons and its papers speak."""

from typing import Literal, get_args

Language = Literal["vi", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
NAMES: dict[Language, str] = {"vi": "Tiếng Việt", "en": "English"}
"""Each by its own name."""
ENGLISH_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""Vietnamese numbers its months."""
