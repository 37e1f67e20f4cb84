"""The one font family of every window and of the stage."""

from functools import cache
from pathlib import Path

import fontpkg_be_vietnam_pro
from PySide6.QtGui import QFontDatabase

FAMILY = "Be Vietnam Pro"
_FACES = ("Regular", "Italic", "Medium", "SemiBold", "Bold", "BoldItalic", "ExtraBold", "Black")


@cache
def load_fonts() -> str:
    """Load the faces into the application, once; the family's name."""
    folder = Path(fontpkg_be_vietnam_pro.__file__).parent / "files"
    for face in _FACES:
        if QFontDatabase.addApplicationFont(str(folder / f"BeVietnamPro-{face}.ttf")) < 0:
            raise OSError(f"the font BeVietnamPro-{face}.ttf cannot be read in {folder}")
    return FAMILY
