"""The fonts of papers, and text made fit for them."""

import re
import unicodedata
from functools import cache
from html import escape
from importlib.resources import as_file, files

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from lessonapp.domain.text import nfc, plain

REGULAR, STRONG, HEAVY = "BeVietnamPro", "BeVietnamPro-SemiBold", "BeVietnamPro-ExtraBold"
_FILES = {REGULAR: "Regular", STRONG: "SemiBold", HEAVY: "ExtraBold"}
_INSTEAD = {"→": "–", "←": "–", "⇒": "–", "●": "•", "▪": "•", "■": "•", "‑": "-", "‐": "-"}

rl_config.useA85 = 0  # binary streams: a fifth smaller than ASCII85


@cache
def load_fonts() -> frozenset[str]:
    """Register the fonts once, and give the characters that all of them have."""
    folder = files("fontpkg_be_vietnam_pro") / "files"
    known: list[set[int]] = []
    for name, file in _FILES.items():
        with as_file(folder / f"BeVietnamPro-{file}.ttf") as path:
            font = TTFont(name, str(path))
        pdfmetrics.registerFont(font)
        known.append(set(font.face.charToGlyph))
    return frozenset(chr(code) for code in set.intersection(*known))


def printable(text: str) -> str:
    """The text in form C, without marks of emphasis, and without what the fonts cannot draw."""
    clean = plain(nfc(text))
    known = load_fonts()
    if not known.issuperset(clean):
        clean = nfc("".join(c if c in known else _instead(c, known) for c in clean))
        clean = re.sub(r"\s+(?=[.,;:!?…])", "", clean)  # where a picture stood
    return re.sub(r"[^\S\u00a0]+", " ", clean).strip()


def markup(text: str) -> str:
    """Printable text for a paragraph, where `&` and `<` mean themselves."""
    return escape(printable(text), quote=False)


def width(text: str, font: str, size: float) -> float:
    """How wide a line is, in points."""
    load_fonts()
    return float(pdfmetrics.stringWidth(text, font, size))


def _instead(character: str, known: frozenset[str]) -> str:
    if character.isspace():
        return " "
    given = _INSTEAD.get(character)
    if given is None:
        given = unicodedata.normalize("NFKD", character)
    return "".join(c for c in given if c in known)
