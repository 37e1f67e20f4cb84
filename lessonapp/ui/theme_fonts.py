"""The one font family of every window and of the stage."""

from functools import cache
from importlib.resources import files

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFontDatabase

FAMILY = "Be Vietnam Pro"
_FACES = ("Regular", "Italic", "Medium", "SemiBold", "Bold", "BoldItalic", "ExtraBold", "Black")


@cache
def load_fonts() -> str:
    """Load the faces into the application, once; the family's name."""
    folder = files("fontpkg_be_vietnam_pro") / "files"
    for face in _FACES:
        data = QByteArray((folder / f"BeVietnamPro-{face}.ttf").read_bytes())
        if QFontDatabase.addApplicationFontFromData(data) < 0:
            raise OSError(f"the font BeVietnamPro-{face}.ttf cannot be read in {folder}")
    return FAMILY
