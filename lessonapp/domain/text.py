"""Text rules shared by every border: Unicode form, folding for search, counting words."""

import re
import unicodedata
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, StringConstraints

NBSP = "\u00a0"


def nfc(text: str) -> str:
    """The text in Unicode form C, the only form kept, shown and printed."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Lower case without diacritics, so that "bi mat" finds "Bí mật"."""
    decomposed = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).replace(NBSP, " ")


def word_count(text: str) -> int:
    """Words as spaces separate them, list bullets and emphasis marks left out."""
    return sum(1 for word in text.split() if re.search(r"\w", word))


def sentences(text: str) -> list[str]:
    """The sentences of a text; a line break ends one too."""
    parts = re.split(r"(?<=[.!?…])[\"”’)]*\s+|\n+", text)
    return [part.strip() for part in parts if part.strip()]


def plain(text: str) -> str:
    """The text without its bold and italic marks."""
    return re.sub(r"(\*\*|__)(.+?)\1", r"\2", re.sub(r"(?<![\w*])\*([^*\n]+)\*(?![\w*])", r"\1", text))


def _clean(value: object) -> object:
    return nfc(value).strip() if isinstance(value, str) else value


def _no_controls(value: str) -> str:
    if value.isprintable():
        return value
    bad = next((c for c in value if unicodedata.category(c) in ("Cc", "Cs", "Co") and c not in "\n\t"), None)
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
