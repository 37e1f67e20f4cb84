"""The fonts of papers, and text made fit for them."""

import os
import re
import sys
import unicodedata
from collections.abc import Iterator
from functools import cache
from html import escape
from importlib.resources import as_file, files
from pathlib import Path

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from lessonapp.domain.text import BOLD, nfc, plain

REGULAR, STRONG, HEAVY = "BeVietnamPro", "BeVietnamPro-SemiBold", "BeVietnamPro-ExtraBold"
FORMAL, FORMAL_BOLD = "Formal", "Formal-Bold"
FORMAL_ITALIC, FORMAL_BOLD_ITALIC = "Formal-Italic", "Formal-BoldItalic"
_FILES = {REGULAR: "Regular", STRONG: "SemiBold", HEAVY: "ExtraBold"}
_FORMAL = (FORMAL, FORMAL_BOLD, FORMAL_ITALIC, FORMAL_BOLD_ITALIC)
_FAMILIES: tuple[tuple[str, ...], ...] = (
    ("times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf"),
    (
        "Times New Roman.ttf",
        "Times New Roman Bold.ttf",
        "Times New Roman Italic.ttf",
        "Times New Roman Bold Italic.ttf",
    ),
    (
        "Times_New_Roman.ttf",
        "Times_New_Roman_Bold.ttf",
        "Times_New_Roman_Italic.ttf",
        "Times_New_Roman_Bold_Italic.ttf",
    ),
    ("Tinos-Regular.ttf", "Tinos-Bold.ttf", "Tinos-Italic.ttf", "Tinos-BoldItalic.ttf"),
)
"""Regular, bold, italic and bold italic of Times New Roman as systems name them, then of Tinos."""
_INSTEAD = {"→": "–", "←": "–", "⇒": "–", "●": "•", "▪": "•", "■": "•", "‑": "-", "‐": "-"}
_NEEDED = "ẨẶỆỘỠỰỸẩặệộỡựỹĐđ–“”…•"

rl_config.useA85 = 0  # binary streams: a fifth smaller than ASCII85


@cache
def load_fonts() -> frozenset[str]:
    """Register the fonts once, and give the characters that all of them have."""
    known = [_register(name, _bundled(file)) for name, file in _FILES.items()]
    return frozenset.intersection(*known)


@cache
def load_formal_fonts(folders: tuple[Path, ...] | None = None) -> frozenset[str]:
    """Register the fonts of formal documents: Times New Roman, else Tinos, else Be Vietnam Pro.

    Decree 30/2020 asks for Times New Roman; Tinos has its widths, so that lines break alike.
    """
    for family in _families(font_folders() if folders is None else folders):
        try:
            known = frozenset.intersection(
                *(_register(name, path) for name, path in zip(_FORMAL, family, strict=True))
            )
        except (TTFError, OSError):  # a font of that name that cannot be embedded: the next one
            continue
        if known.issuperset(_NEEDED):
            return known
    bundled = ("Regular", "Bold", "Italic", "BoldItalic")
    return frozenset.intersection(
        *(_register(name, _bundled(file)) for name, file in zip(_FORMAL, bundled, strict=True))
    )


def font_folders() -> tuple[Path, ...]:
    """Where this system keeps fonts."""
    home = Path.home()
    if sys.platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA", home / "AppData/Local"))
        return Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts", local / "Microsoft/Windows/Fonts"
    if sys.platform == "darwin":
        return Path("/System/Library/Fonts/Supplemental"), Path("/Library/Fonts"), home / "Library/Fonts"
    data = Path(os.environ.get("XDG_DATA_HOME", home / ".local/share"))
    truetype = Path("/usr/share/fonts/truetype")
    return (
        truetype / "msttcorefonts",
        truetype / "croscore",
        Path("/usr/share/fonts/TTF"),
        Path("/usr/local/share/fonts"),
        data / "fonts",
        home / ".fonts",
    )


def _families(folders: tuple[Path, ...]) -> Iterator[tuple[Path, ...]]:
    for names in _FAMILIES:
        for folder in folders:
            paths = tuple(folder / name for name in names)
            if all(path.is_file() for path in paths):
                yield paths


def _bundled(file: str) -> Path:
    with as_file(files("fontpkg_be_vietnam_pro") / "files" / f"BeVietnamPro-{file}.ttf") as path:
        return path


def _register(name: str, path: Path) -> frozenset[str]:
    font = TTFont(name, str(path))
    pdfmetrics.registerFont(font)
    return frozenset(chr(code) for code in font.face.charToGlyph)


def printable(text: str, *, formal: bool = False) -> str:
    """The text in form C, without marks of emphasis, and without what the fonts cannot draw."""
    return cleaned(plain(nfc(text)), formal=formal).strip()


def cleaned(text: str, *, formal: bool = False) -> str:
    """The text in form C, one space between words, without what the fonts cannot draw."""
    clean = nfc(text)
    known = load_formal_fonts() if formal else load_fonts()
    if not known.issuperset(clean):
        clean = nfc("".join(c if c in known else _instead(c, known) for c in clean))
        clean = re.sub(r"\s+(?=[.,;:!?…])", "", clean)  # where a picture stood
    return re.sub(r"[^\S\u00a0]+", " ", clean)


def markup(text: str, *, formal: bool = False) -> str:
    """Printable text for a paragraph, where `&` and `<` mean themselves."""
    return escape(printable(text, formal=formal), quote=False)


def marked(text: str, bold: str, *, formal: bool = False) -> str:
    """Text for a paragraph, what is marked bold in the bold font given."""
    parts, at = [], 0
    text = nfc(text)
    for found in BOLD.finditer(text):
        parts += [(text[at : found.start()], False), (found["bold"], True)]
        at = found.end()
    parts.append((text[at:], False))
    pieces = (
        (escape(cleaned(plain(part), formal=formal), quote=False), strong) for part, strong in parts if part
    )
    return "".join(
        f'<font name="{bold}">{part}</font>' if strong else part for part, strong in pieces if part
    ).strip()


def width(text: str, font: str, size: float) -> float:
    """How wide a line is, in points."""
    load_formal_fonts() if font in _FORMAL else load_fonts()
    return float(pdfmetrics.stringWidth(text, font, size))


def _instead(character: str, known: frozenset[str]) -> str:
    if character.isspace():
        return " "
    given = _INSTEAD.get(character)
    if given is None:
        given = unicodedata.normalize("NFKD", character)
    return "".join(c for c in given if c in known)
