"""Kinds of text that values hold; apart from the text rules, which are needed before any value is."""

import unicodedata
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, StringConstraints

from lessonapp.domain.text import nfc


def _clean(value: object) -> object:
    return nfc(value).strip() if isinstance(value, str) else value


_UNPRINTABLE = ("Cc", "Cs", "Co", "Zl", "Zp")  # the last two break lines where no line ends


def _no_controls(value: str) -> str:
    if value.isprintable():
        return value
    bad = next((c for c in value if unicodedata.category(c) in _UNPRINTABLE and c not in "\n\t"), None)
    if bad is not None:
        raise ValueError(f"contains the unprintable character U+{ord(bad):04X}")
    return value


Line = Annotated[
    str,
    BeforeValidator(_clean),
    StringConstraints(min_length=1, max_length=300, pattern=r"^[^\n]*$"),
    AfterValidator(_no_controls),
]
"""One line of text, in form C."""

Text = Annotated[
    str,
    BeforeValidator(_clean),
    StringConstraints(min_length=1, max_length=6000),
    AfterValidator(_no_controls),
]
"""Several lines; bold, italics and lists are understood."""

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
"""Lower-case letters, digits and single hyphens."""
