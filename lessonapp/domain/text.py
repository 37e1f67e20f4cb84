"""Text rules shared by every border: Unicode form, folding for search, counting words."""

import re
import unicodedata

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


_BOLD = r"(?P<mark>\*\*|__)(?=[^\s*_])(?P<bold>.+?)(?<=\S)(?P=mark)"
_ITALIC = r"(?<![\w*])\*(?=\S)(?P<italic>[^*\n]+)(?<=\S)\*(?![\w*])"
BOLD, ITALIC = re.compile(_BOLD), re.compile(_ITALIC)
MARKS = re.compile(f"{_BOLD}|{_ITALIC}")
"""What is marked, as `bold` or `italic`; a mark touches its words, so `2 * 3` and `____` have none."""


def plain(text: str) -> str:
    """The text without its bold and italic marks."""
    return BOLD.sub(r"\g<bold>", ITALIC.sub(r"\g<italic>", text))


_NAMED_ALREADY = frozenset(("lop", "class", "clb", "nhom", "group"))


def wants_class(label: str) -> bool:
    """Whether people say "class" before a class's label: before `4A` and `Mầm`, not before `Nhóm xanh`."""
    words = fold(label).split()
    one = len(words) == 1 and words[0] not in _NAMED_ALREADY
    return one or label[:1].isdigit()


FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def harmless(text: str) -> str:
    """Text that a spreadsheet does not take for a formula, wherever it is pasted or opened."""
    cleaned = plain(nfc(text))
    return f"'{cleaned}" if cleaned.startswith(FORMULA_STARTS) else cleaned
